//! Adds a tag.
//!
//! ```text
//! added staging
//! ```

use ovirt::types::Tag;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let tag = Tag::named("staging").description("not for customers");
    let tag = connection.system_service().tags_service().add(tag).await?;
    println!("added {}", tag.name.unwrap_or_default());
    Ok(())
}
