//! Writes a template to an OVA file on a host.
//!
//! ```text
//! linux is ok
//! ```

use ovirt::types::{Host, TemplateStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let templates = connection.system_service().templates_service();
    let found = templates.list().search("name=linux").await?;
    let id = found.first().and_then(|template| template.id.as_deref());
    let template = templates.template_service(id.unwrap_or_default());
    template
        .export_to_path_on_host("/exports/ova", Host::named("host1"))
        .filename("linux.ova")
        .await?;
    template.wait_for_status(TemplateStatus::Ok).await?;
    println!("linux is ok");
    Ok(())
}
