//! Lists storage domains with their sizes.
//!
//! ```text
//! data1 (data)
//! export1 (export)
//! iso1 (iso)
//! spare (data)
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let domains = connection.system_service().storage_domains_service();
    for domain in &domains.list().search("sortby name").await? {
        let kind = domain.type_.as_ref().map_or("", |kind| kind.as_str());
        println!("{} ({kind})", domain.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
