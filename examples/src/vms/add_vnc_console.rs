//! Adds a VNC console if the VM has none.
//!
//! ```text
//! vm2 has a VNC console
//! ```

use ovirt::types::{GraphicsConsole, GraphicsType};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let consoles = vms
        .vm_service(&vms.named("vm2").await?)
        .graphics_consoles_service();
    let is_vnc = |console: &GraphicsConsole| console.protocol == Some(GraphicsType::Vnc);
    if !consoles.list().await?.iter().any(is_vnc) {
        consoles
            .add(GraphicsConsole::new().protocol(GraphicsType::Vnc))
            .await?;
    }
    println!("vm2 has a VNC console");
    Ok(())
}
