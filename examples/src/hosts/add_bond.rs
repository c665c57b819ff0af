//! Builds a bond with a static address and attaches a network to it.
//!
//! ```text
//! saved the network configuration of host2
//! ```

use ovirt::types::{
    Bonding, BootProtocol, HostNic, Ip, IpAddressAssignment, IpVersion, NamedOption, Network,
    NetworkAttachment,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let clusters = system.clusters_service();
    clusters
        .cluster_service(&clusters.named("Default").await?)
        .networks_service()
        .add(Network::named("web").required(false))
        .await?;
    let hosts = system.hosts_service();
    let host = hosts.host_service(&hosts.named("host2").await?);
    let bonding = Bonding::new()
        .options([
            NamedOption::new().name("mode").value("1"),
            NamedOption::new().name("miimon").value("100"),
        ])
        .slaves([HostNic::named("eth1"), HostNic::named("eth2")]);
    let bond = HostNic::named("bond0").bonding(bonding);
    let ip = Ip::new()
        .address("10.10.0.2")
        .netmask("255.255.255.0")
        .version(IpVersion::V4);
    let assignment = IpAddressAssignment::new()
        .assignment_method(BootProtocol::Static)
        .ip(ip);
    let attachment = NetworkAttachment::new()
        .network(Network::named("web"))
        .host_nic(HostNic::named("bond0"))
        .ip_address_assignments([assignment]);
    host.setup_networks()
        .modified_bonds([bond])
        .modified_network_attachments([attachment])
        .await?;
    host.commit_net_config().await?;
    println!("saved the network configuration of host2");
    Ok(())
}
