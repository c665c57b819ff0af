//! Lists all tags.
//!
//! ```text
//! production
//! root
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let tags = connection.system_service().tags_service().list().await?;
    let mut names: Vec<_> = tags.iter().filter_map(|tag| tag.name.as_deref()).collect();
    names.sort_unstable();
    for name in names {
        println!("{name}");
    }
    Ok(())
}
