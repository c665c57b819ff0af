//! Removes the virtual NUMA nodes of a VM.
//!
//! ```text
//! removed 0 NUMA nodes
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let nodes = vms
        .vm_service(&vms.named("vm2").await?)
        .numa_nodes_service();
    let list = nodes.list().await?;
    for node in &list {
        nodes.node_service(node).remove().await?;
    }
    println!("removed {} NUMA nodes", list.len());
    Ok(())
}
