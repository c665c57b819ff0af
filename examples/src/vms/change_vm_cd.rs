//! Inserts another ISO image into the CD drive of a running VM.
//!
//! ```text
//! vm1 has install.iso
//! ```

use ovirt::types::{Cdrom, File};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let cdroms = vms.vm_service(&vms.named("vm1").await?).cdroms_service();
    for cdrom in &cdroms.list().await? {
        let inserted = Cdrom::new().file(File::with_id("install.iso"));
        cdroms
            .cdrom_service(cdrom)
            .update(inserted)
            .current(true)
            .await?;
    }
    println!("vm1 has install.iso");
    Ok(())
}
