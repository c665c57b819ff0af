//! Adds to a new simulator what the examples use.

use ovirt::types::Tag;
use ovirt::{Connection, Result};

pub async fn prepare(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let tag = Tag::named("production").description("serves customers");
    system.tags_service().add(tag).await?;
    let vms = system.vms_service();
    for vm in &vms.list().search("name=vm1 or name=vm2").await? {
        let tags = vms
            .vm_service(vm.id.as_deref().unwrap_or_default())
            .tags_service();
        tags.add(Tag::named("production")).await?;
    }
    Ok(())
}
