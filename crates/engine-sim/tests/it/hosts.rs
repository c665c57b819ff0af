//! Storage and networks of hosts.

use crate::client::{Client, engine};

#[test]
fn a_host_discovers_a_target_and_sees_its_lun_after_the_login() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let portal = "<address>10.0.2.5</address>";
    let act = |action: &str, target: &str| {
        let body = format!("<action><iscsi>{portal}{target}</iscsi></action>");
        client.post(&format!("{host}/{action}"), &body)
    };
    let found = act("discoveriscsi", "");
    assert_eq!(found.status, 200, "{}", found.body);
    let details = "discovered_targets.iscsi_details";
    assert_eq!(found.text(&format!("{details}.port")), "3260");
    let target = found.text(&format!("{details}.target")).to_owned();
    let names = act("iscsidiscover", "");
    assert_eq!(names.text("iscsi_targets.iscsi_target"), target);

    let storage = format!("{host}/storage");
    assert!(client.get(&storage).document().children.is_empty());
    assert_eq!(act("iscsilogin", "").status, 400, "no target");
    assert_eq!(act("iscsilogin", "<target>other</target>").status, 400);
    for _ in 0..2 {
        let response = act("iscsilogin", &format!("<target>{target}</target>"));
        assert_eq!(response.status, 200, "{}", response.body);
    }
    let units = client.get(&storage);
    assert_eq!(units.document().children.len(), 1, "{}", units.body);
    assert_eq!(
        units.text("host_storage.logical_units.logical_unit.target"),
        target
    );
    let other = "<target>iqn.2016-08.com.example:other</target>";
    assert_eq!(act("iscsilogin", other).status, 200);
    assert_eq!(client.get(&storage).document().children.len(), 2);
}

#[test]
fn a_label_brings_the_networks_that_carry_it() {
    let engine = engine();
    let client = Client::new(&engine);
    let center = client.first("datacenters");
    let body = format!("<network><name>web</name><data_center id=\"{center}\"/></network>");
    let network = client.post("/networks", &body).id();
    let label = "<network_label id=\"front\"/>";
    client.post(&format!("/networks/{network}/networklabels"), label);
    let cluster = client.first("clusters");
    client.post(
        &format!("/clusters/{cluster}/networks"),
        &format!("<network id=\"{network}\"><required>false</required></network>"),
    );
    let host = format!("/hosts/{}", client.first("hosts"));
    let set_up = |change: &str| {
        let response = client.post(
            &format!("{host}/setupnetworks"),
            &format!("<action>{change}</action>"),
        );
        assert_eq!(response.status, 200, "{}", response.body);
    };
    let is_attached = || {
        let attachments = client.get(&format!("{host}/networkattachments"));
        attachments.body.contains(&network)
    };
    set_up(
        "<modified_labels><network_label id=\"front\"><host_nic><name>eth1</name></host_nic>\
         </network_label></modified_labels>",
    );
    assert!(is_attached());
    set_up("<removed_labels><network_label id=\"front\"/></removed_labels>");
    assert!(!is_attached());
}

#[test]
fn a_host_in_maintenance_can_be_refreshed() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .vms(0)
        .life_cycle(std::time::Duration::from_millis(2))
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    client.post(&format!("{host}/deactivate"), "<action/>");
    client.wait_for(&host, "status", "maintenance");
    let response = client.post(&format!("{host}/refresh"), "<action/>");
    assert_eq!(response.status, 200, "{}", response.body);
}
