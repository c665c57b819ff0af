//! Removes a tag.
//!
//! ```text
//! production is gone
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let tags = connection.system_service().tags_service();
    tags.tag_service(&tags.named("production").await?)
        .remove()
        .await?;
    println!("production is gone");
    Ok(())
}
