//! Lists affinity labels and the VMs that have them.
//!
//! ```text
//! gpu: vm1
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let labels = connection.system_service().affinity_labels_service();
    for label in &labels.list().follow("vms").await? {
        let vms: Vec<_> = label
            .vms
            .iter()
            .flatten()
            .filter_map(|vm| vm.name.as_deref())
            .collect();
        println!(
            "{}: {}",
            label.name.as_deref().unwrap_or_default(),
            vms.join(" ")
        );
    }
    Ok(())
}
