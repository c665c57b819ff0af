//! Storage domains, and disks that several VMs have.

use crate::client::{Client, engine};

/// Adds a domain and attaches it to the data center. Returns its path there.
fn attach(client: &Client<'_>, name: &str, kind: &str) -> String {
    let body = format!(
        "<storage_domain><name>{name}</name><type>{kind}</type><host><name>host1</name></host>\
         <storage><type>nfs</type><address>nas</address><path>/{name}</path></storage>\
         </storage_domain>"
    );
    let id = client.post("/storagedomains", &body).id();
    let center = client.first("datacenters");
    let attached = format!("/datacenters/{center}/storagedomains");
    let body = format!("<storage_domain id=\"{id}\"/>");
    let response = client.post(&attached, &body);
    assert_eq!(response.status, 201, "{}", response.body);
    let path = format!("{attached}/{id}");
    client.wait_for(&path, "status", "active");
    path
}

#[test]
fn a_domain_of_any_type_is_active_after_it_was_attached() {
    let engine = engine();
    let client = Client::new(&engine);
    for kind in ["data", "iso", "export"] {
        attach(&client, kind, kind);
    }
}

#[test]
fn another_data_domain_becomes_the_master() {
    let engine = engine();
    let client = Client::new(&engine);
    let center = format!("/datacenters/{}", client.first("datacenters"));
    let first = format!(
        "{center}/storagedomains/{}",
        client.get(&format!("{center}/storagedomains")).id()
    );
    let (data, iso) = (
        attach(&client, "data2", "data"),
        attach(&client, "iso1", "iso"),
    );
    let set_master = |name: &str| {
        let body = format!("<action><storage_domain><name>{name}</name></storage_domain></action>");
        client.post(&format!("{center}/setmaster"), &body)
    };
    for refused in ["data1", "iso1"] {
        assert_eq!(set_master(refused).status, 409, "{refused}");
    }
    let response = set_master("data2");
    assert_eq!(response.status, 202, "{}", response.body);
    assert!(!response.text("job.id").is_empty());
    client.wait_for(&data, "master", "true");
    client.wait_for(&data, "status", "active");
    client.wait_for(&first, "master", "false");
    assert_eq!(client.get(&iso).get("master"), Some("false"));
    let events = client.get("/events");
    assert!(events.body.contains("set master of Data Center Default"));
}

#[test]
fn a_disk_is_attached_to_another_vm_as_it_was_in_a_snapshot() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = |name: &str| {
        let id = client.get(&format!("/vms?search=name%3D{name}")).id();
        format!("/vms/{id}")
    };
    let (owner, agent) = (vm("vm1"), vm("vm2"));
    let disk = client.get(&format!("{owner}/diskattachments")).id();
    let attach = |snapshot: &str| {
        let body = format!(
            "<disk_attachment><interface>virtio</interface><disk id=\"{disk}\">{snapshot}</disk>\
             </disk_attachment>"
        );
        client
            .post(&format!("{agent}/diskattachments"), &body)
            .status
    };
    assert_eq!(attach(""), 409);
    assert_eq!(
        attach("<snapshot id=\"00000000-0000-0000-0000-000000000001\"/>"),
        409
    );
    let body = "<snapshot><description>backup</description></snapshot>";
    let snapshot = client.post(&format!("{owner}/snapshots"), body).id();
    client.wait_for(
        &format!("{owner}/snapshots/{snapshot}"),
        "snapshot_status",
        "ok",
    );
    client.wait_for(&format!("/disks/{disk}"), "status", "ok");
    let attached = attach(&format!("<snapshot id=\"{snapshot}\"/>"));
    assert!(matches!(attached, 201 | 202), "{attached}");
    let path = format!("{agent}/diskattachments/{disk}");
    assert_eq!(
        client
            .send("DELETE", &format!("{path}?detach_only=false"), "")
            .status,
        200
    );
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(
        client.get(&format!("/disks/{disk}")).status,
        200,
        "vm1 keeps it"
    );
}

#[test]
fn a_block_domain_has_its_luns_in_a_volume_group() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = client.first("hosts");
    let body = format!(
        "<storage_domain><name>block</name><type>data</type><host id=\"{host}\"/><storage>\
         <type>iscsi</type><logical_units><logical_unit id=\"36001\"><address>10.0.0.9</address>\
         <target>iqn.2016-08.com.example:t</target><password>secret</password></logical_unit>\
         </logical_units></storage></storage_domain>"
    );
    let added = client.post("/storagedomains", &body);
    assert_eq!(added.status, 201, "{}", added.body);
    let units = "storage.volume_group.logical_units.logical_unit";
    assert_eq!(added.text(&format!("{units}.id")), "36001");
    assert_eq!(added.text(&format!("{units}.address")), "10.0.0.9");
    assert!(!added.body.contains("secret"));
    assert!(added.get("storage.logical_units.logical_unit.id").is_none());
}
