//! Copies a template to an export domain.
//!
//! ```text
//! export1 has 1 templates
//! ```

use ovirt::types::{StorageDomain, TemplateStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let templates = system.templates_service();
    let found = templates.list().search("name=linux").await?;
    let id = found.first().and_then(|template| template.id.as_deref());
    let template = templates.template_service(id.unwrap_or_default());
    template
        .export_to_export_domain(StorageDomain::named("export1"))
        .exclusive(true)
        .await?;
    template.wait_for_status(TemplateStatus::Ok).await?;
    let domains = system.storage_domains_service();
    let domain = domains.storage_domain_service(&domains.named("export1").await?);
    let exported = domain.templates_service().list().await?;
    println!("export1 has {} templates", exported.len());
    Ok(())
}
