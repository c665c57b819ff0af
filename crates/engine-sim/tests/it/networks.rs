//! Logical networks, their vNIC profiles, and what hosts report about them.

use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::client::{Client, engine};

/// Adds a network without a profile. Returns its identifier.
fn add_network(client: &Client<'_>, name: &str) -> String {
    let center = client.first("datacenters");
    let body = format!(
        "<network><name>{name}</name><data_center id=\"{center}\"/>\
         <profile_required>false</profile_required></network>"
    );
    client.post("/networks", &body).id()
}

#[test]
fn an_empty_address_in_an_update_keeps_that_of_the_nic() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.first("vms?search=status%3Ddown");
    let nics = format!("/vms/{vm}/nics");
    let nic = client.post(&nics, "<nic><name>n</name><mac/></nic>");
    let address = nic.text("mac.address").to_owned();
    let body = "<nic><name>renamed</name><mac/></nic>";
    let changed = client.send("PUT", &format!("{nics}/{}", nic.id()), body);
    assert_eq!(changed.text("name"), "renamed");
    assert_eq!(changed.text("mac.address"), address);
}

#[test]
fn responses_to_writes_address_networks_and_profiles_below_their_owner() {
    let engine = engine();
    let client = Client::new(&engine);
    let center = client.first("datacenters");
    let network = add_network(&client, "blue");
    let path = format!("/networks/{network}");
    let written = client.send("PUT", &path, "<network><comment>c</comment></network>");
    let below = format!("/ovirt-engine/api/datacenters/{center}/networks/{network}");
    assert_eq!(written.text("href"), below);
    assert_eq!(
        client.get(&path).text("href"),
        format!("/ovirt-engine/api{path}")
    );

    let body = format!("<vnic_profile><name>p</name><network id=\"{network}\"/></vnic_profile>");
    let profile = client.post("/vnicprofiles", &body);
    let below = format!(
        "/ovirt-engine/api/networks/{network}/vnicprofiles/{}",
        profile.id()
    );
    assert_eq!(profile.text("href"), below);
    let location = profile.header("Location").expect("a location");
    assert!(location.ends_with(&below), "{location}");
    let read = client.get(&format!("/vnicprofiles/{}", profile.id()));
    assert!(
        read.text("href")
            .starts_with("/ovirt-engine/api/vnicprofiles/")
    );
}

#[test]
fn passthrough_profiles_have_no_filter_and_refuse_port_mirroring() {
    let engine = engine();
    let client = Client::new(&engine);
    let collection = format!("/networks/{}/vnicprofiles", add_network(&client, "blue"));
    let passthrough = "<pass_through><mode>enabled</mode></pass_through>";
    let body = format!("<vnic_profile><name>p</name>{passthrough}</vnic_profile>");
    let profile = client.post(&collection, &body);
    assert_eq!(profile.text("migratable"), "false");
    assert_eq!(profile.get("network_filter.id"), None);
    let mirroring = "<port_mirroring>true</port_mirroring>";
    let path = format!("/vnicprofiles/{}", profile.id());
    let body = format!("<vnic_profile>{mirroring}</vnic_profile>");
    let refused = client.send("PUT", &path, &body);
    assert_eq!(refused.status, 400);
    assert!(
        refused
            .text("detail")
            .contains("not supported on passthrough")
    );
    let body = format!("<vnic_profile><name>q</name>{passthrough}{mirroring}</vnic_profile>");
    assert_eq!(client.post(&collection, &body).status, 400);
}

#[test]
fn whoever_adds_a_network_administers_it_and_its_profiles() {
    let engine = engine();
    let client = Client::new(&engine);
    let network = add_network(&client, "blue");
    let body = "<vnic_profile><name>p</name></vnic_profile>";
    let profile = client.post(&format!("/networks/{network}/vnicprofiles"), body);
    let role = client.get("/roles");
    let mut roles = role.document().all("role");
    let role = roles.find(|role| role.get("name") == Some("NetworkAdmin"));
    let role = role.and_then(|role| role.attribute("id")).expect("a role");
    let count = |path: String| {
        let permissions = client.get(&path);
        let mut held = permissions.document().all("permission").collect::<Vec<_>>();
        held.retain(|permission| permission.get("role.id") == Some(role));
        held.len()
    };
    assert_eq!(count(format!("/networks/{network}/permissions")), 1);
    // Its own, and that of the network.
    assert_eq!(
        count(format!("/vnicprofiles/{}/permissions", profile.id())),
        2
    );
}

#[test]
fn attachments_have_the_configuration_that_the_host_reports() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let attached = client.get(&format!("{host}/networkattachments"));
    let attachment = "network_attachment";
    let assignment = format!("{attachment}.ip_address_assignments.ip_address_assignment");
    assert_eq!(
        attached.text(&format!("{assignment}.assignment_method")),
        "static"
    );
    let address = attached.text(&format!("{assignment}.ip.address"));
    let nics = client.get(&format!("{host}/nics"));
    assert_eq!(nics.text("host_nic.ip.address"), address);
    let reported: Vec<(&str, Option<&str>)> = attached
        .document()
        .all(attachment)
        .flat_map(|attachment| attachment.all("reported_configurations"))
        .flat_map(|list| list.all("reported_configuration"))
        .map(|one| (one.get("name").unwrap_or_default(), one.get("actual_value")))
        .collect();
    assert!(
        reported.contains(&("bridged", Some("true"))),
        "{reported:?}"
    );
    assert!(
        reported.contains(&("ipv4_address", Some(address))),
        "{reported:?}"
    );
    assert!(
        reported.contains(&("default_route", Some("true"))),
        "{reported:?}"
    );
}

#[test]
fn networks_that_do_not_exist_are_neither_attached_nor_detached() {
    let engine = engine();
    let client = Client::new(&engine);
    let set_up = format!("/hosts/{}/setupnetworks", client.first("hosts"));
    let unknown = "99999999-9999-9999-9999-999999999999";
    let attachment = |reference: &str| {
        format!(
            "<network_attachment{reference}><network id=\"{unknown}\"/><host_nic><name>eth1</name></host_nic></network_attachment>"
        )
    };
    let attach = format!(
        "<action><modified_network_attachments>{}</modified_network_attachments></action>",
        attachment("")
    );
    let refused = client.post(&set_up, &attach);
    assert_eq!(refused.status, 400);
    let detail = format!("[Logical Network (id '{unknown}') doesn't exist.]");
    assert_eq!(refused.text("detail"), detail);
    let detach = format!(
        "<action><removed_network_attachments>{}</removed_network_attachments></action>",
        attachment(&format!(" id=\"{unknown}\""))
    );
    let refused = client.post(&set_up, &detach);
    assert_eq!(refused.status, 400);
    assert!(
        refused.text("detail").contains("do not exist"),
        "{}",
        refused.body
    );
}

#[test]
fn hosts_have_the_cpus_and_numa_nodes_of_their_topology() {
    let engine = engine();
    let client = Client::new(&engine);
    let path = format!("/hosts/{}", client.first("hosts"));
    let host = client.get(&path);
    let number = |member: &str| -> usize { host.text(member).parse().expect("a number") };
    let sockets = number("cpu.topology.sockets");
    let cpus = sockets * number("cpu.topology.cores") * number("cpu.topology.threads");
    let units = client.get(&format!("{path}/cpuunits"));
    assert_eq!(units.document().children.len(), cpus);
    assert_eq!(units.get("host_cpu_unit.href"), None);
    let nodes = client.get(&format!("{path}/numanodes"));
    assert_eq!(nodes.document().children.len(), sockets);
    let memory: usize = nodes
        .text("host_numa_node.memory")
        .parse()
        .expect("a number");
    assert_eq!(memory * sockets, number("memory") >> 20);
}

#[test]
fn only_hosts_with_an_update_are_upgraded() {
    let engine = engine();
    let client = Client::new(&engine);
    let upgrade = format!("/hosts/{}/upgrade", client.first("hosts"));
    let refused = client.post(&upgrade, "<action/>");
    assert_eq!(refused.status, 409);
    let detail = "[Cannot upgrade Host. There are no available updates for the host.]";
    assert_eq!(refused.text("fault.detail"), detail);

    let engine = Engine::builder().plain(true).hosts(2).host_updates(true);
    let engine = engine.life_cycle(Duration::from_millis(2)).start();
    let engine = engine.expect("engine started");
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let upgraded = client.post(&format!("{host}/upgrade"), "<action/>");
    assert_eq!(upgraded.status, 200, "{}", upgraded.body);
    client.wait_for(&host, "update_available", "false");
    client.wait_for(&host, "status", "up");
}

#[test]
fn a_single_attachment_is_addressed_below_its_nic() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let listed = client.get(&format!("{host}/networkattachments"));
    let path = format!("{host}/networkattachments/{}", listed.id());
    let nic = listed.text("network_attachment.host_nic.id").to_owned();
    let href = format!(
        "/ovirt-engine/api{host}/nics/{nic}/networkattachments/{}",
        listed.id()
    );
    assert_eq!(client.get(&path).text("href"), href);
}

#[test]
fn guests_have_addresses_of_hosts() {
    let engine = Engine::builder().plain(true).vms(3).start();
    let engine = engine.expect("engine started");
    let client = Client::new(&engine);
    let devices = client.get(&format!("/vms/{}/reporteddevices", client.first("vms")));
    let address = devices.text("reported_device.ips.ip.address");
    let last = address.rsplit('.').next().expect("four parts");
    assert!(!matches!(last, "0" | "255"), "{address}");
}

#[test]
fn networks_have_names_that_devices_can_have() {
    let engine = engine();
    let client = Client::new(&engine);
    let device = |name: &str| {
        let network = add_network(&client, name);
        let read = client.get(&format!("/networks/{network}"));
        (network, read.text("vdsm_name").to_owned())
    };
    assert_eq!(device("blue").1, "blue");
    let (id, long) = device("a network with a long name");
    assert_eq!(long, format!("on{}", &id.replace('-', "")[..13]));
}

#[test]
fn a_network_loses_its_vlan_by_one_without_a_number() {
    let engine = engine();
    let client = Client::new(&engine);
    let center = client.first("datacenters");
    let body = format!(
        "<network><name>tagged</name><vlan id=\"7\"/><data_center id=\"{center}\"/></network>"
    );
    let network = client.post("/networks", &body);
    assert_eq!(network.text("vlan.id"), "7");
    let path = format!("/networks/{}", network.id());
    let changed = client.send("PUT", &path, "<network><vlan/></network>");
    assert_eq!(changed.get("vlan.id"), None, "{}", changed.body);
}
