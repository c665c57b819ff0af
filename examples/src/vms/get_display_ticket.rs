//! Gets a one-time password for the console of a running VM.
//!
//! ```text
//! password for vnc, valid for 120 s
//! ```

use ovirt::types::{GraphicsType, Ticket};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let consoles = vms
        .vm_service(&vms.named("vm1").await?)
        .graphics_consoles_service();
    for console in &consoles.list().await? {
        if console.protocol != Some(GraphicsType::Vnc) {
            continue;
        }
        let ticket = consoles
            .console_service(console)
            .ticket()
            .ticket(Ticket::new().expiry(120))
            .await?;
        // `ticket.value` is the password.
        println!(
            "password for vnc, valid for {} s",
            ticket.expiry.unwrap_or_default()
        );
    }
    Ok(())
}
