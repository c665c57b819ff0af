//! Makes a template of a VM, with disks of another format.
//!
//! ```text
//! gold is ok
//! ```

use ovirt::types::{Disk, DiskAttachment, DiskFormat, Template, TemplateStatus, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let vm = vms.named("vm2").await?;
    let disks = vms
        .vm_service(&vm)
        .disk_attachments_service()
        .list()
        .await?;
    let attachments = disks.iter().filter_map(|attachment| {
        let disk = Disk::with_id(attachment.id.as_deref()?);
        Some(DiskAttachment::new().disk(disk.format(DiskFormat::Raw).sparse(true)))
    });
    let vm = Vm::with_id(vm.try_id()?).disk_attachments(attachments);
    let templates = system.templates_service();
    let template = templates.add(Template::named("gold").vm(vm)).await?;
    templates
        .template_service(&template)
        .wait_for_status(TemplateStatus::Ok)
        .await?;
    println!("gold is ok");
    Ok(())
}
