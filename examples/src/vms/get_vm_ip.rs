//! Prints the addresses that the guest agent reports.
//!
//! ```text
//! vm1: 10.62.124.249
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.named("vm1").await?;
    let devices = vms
        .vm_service(&vm)
        .reported_devices_service()
        .list()
        .await?;
    for address in devices
        .iter()
        .flat_map(|device| device.ips.iter().flatten())
    {
        println!("vm1: {}", address.address.as_deref().unwrap_or_default());
    }
    Ok(())
}
