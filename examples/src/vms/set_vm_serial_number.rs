//! Sets a custom serial number.
//!
//! ```text
//! serial number: SN-42
//! ```

use ovirt::types::{SerialNumber, SerialNumberPolicy, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let number = SerialNumber::new()
        .policy(SerialNumberPolicy::Custom)
        .value("SN-42");
    let vm = vms
        .vm_service(&vms.named("vm2").await?)
        .update(Vm::new().serial_number(number))
        .await?;
    let number = vm.serial_number.and_then(|number| number.value.clone());
    println!("serial number: {}", number.unwrap_or_default());
    Ok(())
}
