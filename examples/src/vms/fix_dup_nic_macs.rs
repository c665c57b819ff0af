//! Replaces NICs whose MAC addresses others have too, in VMs that are down.
//!
//! ```text
//! replaced nic1 of vm4
//! ```

use std::collections::HashSet;

use ovirt::types::Nic;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let mut used = HashSet::new();
    for vm in &vms
        .list()
        .search("status=down sortby name")
        .follow("nics")
        .await?
    {
        let nics = vms.vm_service(vm).nics_service();
        for nic in vm.nics.iter().flatten() {
            let address = nic.mac.as_ref().and_then(|mac| mac.address.clone());
            if address.is_none_or(|address| used.insert(address)) {
                continue;
            }
            let name = nic.name.as_deref().unwrap_or_default();
            let mut new = Nic::named(name);
            new.vnic_profile.clone_from(&nic.vnic_profile);
            nics.nic_service(nic).remove().await?;
            // Without an address, the engine assigns a free one.
            nics.add(new).await?;
            let vm = vm.name.as_deref().unwrap_or_default();
            println!("replaced {name} of {vm}");
        }
    }
    Ok(())
}
