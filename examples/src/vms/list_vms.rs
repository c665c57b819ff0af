//! Lists the names and statuses of all VMs.
//!
//! ```text
//! vm1: up
//! vm2: down
//! vm3: up
//! vm4: down
//! ```

use ovirt::types::VmStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let mut vms = connection.system_service().vms_service().list().stream();
    while let Some(vm) = vms.next().await {
        let vm = vm?;
        let status = vm.status.as_ref().map_or("unknown", VmStatus::as_str);
        println!("{}: {status}", vm.name.unwrap_or_default());
    }
    Ok(())
}
