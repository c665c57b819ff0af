//! Adds a VM from a template.
//!
//! ```text
//! added web1
//! ```

use ovirt::types::{Cluster, Template, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vm = Vm::named("web1")
        .cluster(Cluster::named("Default"))
        .template(Template::named("linux"));
    let vm = connection
        .system_service()
        .vms_service()
        .add(vm)
        .operation()
        .await?
        .done()
        .await?;
    println!("added {}", vm.name.unwrap_or_default());
    Ok(())
}
