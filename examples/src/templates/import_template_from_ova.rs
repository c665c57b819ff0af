//! Imports a template from an OVA file on a host.
//!
//! ```text
//! restored is ok
//! ```

use ovirt::types::{
    Cluster, ExternalTemplateImport, Host, StorageDomain, Template, TemplateStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let import = ExternalTemplateImport::new()
        .url("ova:///exports/ova/linux.ova")
        .template(Template::named("restored"))
        .cluster(Cluster::named("Default"))
        .storage_domain(StorageDomain::named("data1"))
        .host(Host::named("host1"));
    system
        .external_template_imports_service()
        .add(import)
        .await?;
    let templates = system.templates_service();
    let template = templates.template_service(&templates.named("restored").await?);
    template.wait_for_status(TemplateStatus::Ok).await?;
    println!("restored is ok");
    Ok(())
}
