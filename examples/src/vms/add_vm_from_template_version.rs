//! Adds a VM from one version of a template.
//!
//! ```text
//! web1 uses version 2 of linux
//! ```

use ovirt::types::{Cluster, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let templates = system
        .templates_service()
        .list()
        .search("name=linux")
        .await?;
    let template = templates.iter().find(|template| {
        template
            .version
            .as_ref()
            .and_then(|version| version.version_number)
            == Some(2)
    });
    let vm = Vm::named("web1")
        .cluster(Cluster::named("Default"))
        .template(template.cloned());
    system
        .vms_service()
        .add(vm)
        .operation()
        .await?
        .done()
        .await?;
    println!("web1 uses version 2 of linux");
    Ok(())
}
