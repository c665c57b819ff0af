//! Lists the files of an ISO domain.
//!
//! ```text
//! 0 files
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let domains = connection.system_service().storage_domains_service();
    let domain = domains.storage_domain_service(&domains.named("iso1").await?);
    let files = domain.files_service().list().await?;
    for file in &files {
        println!("{}", file.name.as_deref().unwrap_or_default());
    }
    println!("{} files", files.len());
    Ok(())
}
