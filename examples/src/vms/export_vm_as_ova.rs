//! Writes a VM to an OVA file on a host.
//!
//! ```text
//! vm4 is down
//! ```

use ovirt::types::{Host, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm4").await?);
    vm.export_to_path_on_host("/exports/ova", Host::named("host1"))
        .filename("vm4.ova")
        .await?;
    vm.wait_for_status(VmStatus::Down).await?;
    println!("vm4 is down");
    Ok(())
}
