//! Lists the VMs that match a search expression.
//!
//! ```text
//! vm1 in Default
//! vm3 in Default
//! ```

use ovirt::types::VmStatus;
use ovirt::{Connection, Order, Result, Search};

pub async fn run(connection: &Connection) -> Result<()> {
    let search = Search::new()
        .equal("name", "vm*")
        .equal("status", VmStatus::Up)
        .sort_by("name", Order::Ascending)
        .build()?;
    let vms = connection.system_service().vms_service();
    for vm in &vms.list().search(search).follow("cluster").await? {
        let cluster = vm.cluster.as_ref().and_then(|cluster| cluster.name());
        println!(
            "{} in {}",
            vm.name.as_deref().unwrap_or_default(),
            cluster.unwrap_or_default()
        );
    }
    Ok(())
}
