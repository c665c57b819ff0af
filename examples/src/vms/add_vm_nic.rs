//! Adds a NIC with the vNIC profile of a network in the VM's data center.
//!
//! ```text
//! added nic2
//! ```

use ovirt::types::Nic;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let vm = vms.named("vm2").await?;
    let profile = system.vnic_profiles_service().named("ovirtmgmt").await?;
    let nic = Nic::named("nic2").vnic_profile(&profile);
    let nic = vms.vm_service(&vm).nics_service().add(nic).await?;
    println!("added {}", nic.name.unwrap_or_default());
    Ok(())
}
