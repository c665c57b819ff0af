//! Saves the OVF of a VM.
//!
//! ```text
//! saved vm1.ovf
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.named("vm1").await?;
    let vm = vms.vm_service(&vm).get().all_content(true).await?;
    let configuration = vm
        .initialization
        .and_then(|initialization| initialization.configuration.clone());
    let ovf = configuration.and_then(|configuration| configuration.data.clone());
    let file = std::env::temp_dir().join("vm1.ovf");
    match std::fs::write(&file, ovf.unwrap_or_default()) {
        Ok(()) => println!("saved vm1.ovf"),
        Err(error) => eprintln!("cannot write {}: {error}", file.display()),
    }
    Ok(())
}
