//! Adds a VM network with a VLAN tag and an MTU to a data center.
//!
//! ```text
//! added storage with VLAN 37
//! ```

use ovirt::types::{DataCenter, Network, NetworkUsage, Vlan};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let network = Network::named("storage")
        .data_center(DataCenter::named("Default"))
        .vlan(Vlan::new().id(37))
        .usages([NetworkUsage::Vm])
        .mtu(9000);
    let network = connection
        .system_service()
        .networks_service()
        .add(network)
        .await?;
    let tag = network.vlan.and_then(|vlan| vlan.id);
    println!(
        "added {} with VLAN {}",
        network.name.unwrap_or_default(),
        tag.unwrap_or_default()
    );
    Ok(())
}
