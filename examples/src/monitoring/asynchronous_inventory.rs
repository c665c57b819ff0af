//! Downloads hosts and VMs with their sub-collections in parallel.
//!
//! ```text
//! 2 hosts, 4 VMs, 4 disks, 4 NICs
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms_service = system.vms_service();
    // `spawn` sends a request without waiting for its response.
    let (hosts, vms) = (
        system.hosts_service().list().spawn(),
        vms_service.list().spawn(),
    );
    let (hosts, vms) = (hosts.await?, vms.await?);
    let details: Vec<_> = vms
        .iter()
        .map(|vm| vms_service.vm_service(vm))
        .map(|vm| {
            let disks = vm.disk_attachments_service().list().spawn();
            (disks, vm.nics_service().list().spawn())
        })
        .collect();
    let (mut disks, mut nics) = (0, 0);
    for (of_disks, of_nics) in details {
        disks += of_disks.await?.len();
        nics += of_nics.await?.len();
    }
    println!(
        "{} hosts, {} VMs, {disks} disks, {nics} NICs",
        hosts.len(),
        vms.len()
    );
    Ok(())
}
