//! Objects around those of a data center: instance types, providers, connections, keys, events.

use crate::client::{Client, engine};

#[test]
fn new_instance_types_are_complete_and_locked_at_first() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .life_cycle(std::time::Duration::from_secs(3600))
        .start()
        .expect("engine started");
    let client = Client::new(&engine);
    let body = "<instance_type><name>big</name><memory>1073741824</memory></instance_type>";
    let kind = client.post("/instancetypes", body);
    assert_eq!(kind.text("memory_policy.max"), "4294967296");
    assert_eq!(kind.text("display.type"), "vnc");
    let path = format!("/instancetypes/{}", kind.id());
    let consoles = client.get(&format!("{path}/graphicsconsoles"));
    assert_eq!(consoles.text("graphics_console.protocol"), "vnc");
    let nic = client.post(&format!("{path}/nics"), "<nic><name>n</name></nic>");
    assert_eq!(nic.status, 500);
    let refused = client.send("DELETE", &path, "");
    assert_eq!(refused.status, 409);
    assert!(
        refused.text("detail").contains("is being created"),
        "{}",
        refused.body
    );
}

#[test]
fn providers_cannot_be_reached() {
    let engine = engine();
    let client = Client::new(&engine);
    let provider = "<openstack_network_provider><name>n</name><url>http://127.0.0.1:1</url>\
                    <requires_authentication>false</requires_authentication>\
                    <type>external</type></openstack_network_provider>";
    let provider = client.post("/openstacknetworkproviders", provider);
    assert_eq!(provider.text("read_only"), "true");
    let test = format!(
        "/openstacknetworkproviders/{}/testconnectivity",
        provider.id()
    );
    let failed = client.post(&test, "<action/>");
    assert_eq!(failed.status, 400);
    assert!(failed.text("detail").starts_with("[Failed to communicate"));
}

#[test]
fn storage_connections_are_unique_and_kept_while_used() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<storage_connection><type>nfs</type><address>a.test</address>\
                <path>/x</path></storage_connection>";
    let connection = client.post("/storageconnections", body);
    assert_eq!(connection.status, 201, "{}", connection.body);
    let again = client.post("/storageconnections", body);
    assert_eq!(again.status, 409);
    assert!(
        again.text("detail").contains(&connection.id()),
        "{}",
        again.body
    );
    let removed = client.send(
        "DELETE",
        &format!("/storageconnections/{}", connection.id()),
        "",
    );
    assert_eq!(removed.status, 200);
    assert!(removed.get("job.id").is_some(), "{}", removed.body);
    let domain = client.first("storagedomains");
    let used = client.first(&format!("storagedomains/{domain}/storageconnections"));
    let refused = client.send("DELETE", &format!("/storageconnections/{used}"), "");
    assert_eq!(refused.status, 409);
    assert!(refused.text("detail").contains("data1"), "{}", refused.body);
}

#[test]
fn keys_of_users_are_checked() {
    let engine = engine();
    let client = Client::new(&engine);
    let keys = format!("/users/{}/sshpublickeys", client.first("users"));
    let add = |content: &str| {
        let body = format!("<ssh_public_key><content>{content}</content></ssh_public_key>");
        client.post(&keys, &body)
    };
    let key = "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    assert_eq!(
        add(&format!("ssh-ed25519 {key} jane@example.com")).status,
        201
    );
    for invalid in ["x", "ssh-ed25519 AAAA", &format!("ssh-rsa {key}")] {
        let refused = add(invalid);
        assert_eq!(refused.status, 400, "{invalid}");
        assert!(refused.text("detail").contains("SSH public key is invalid"));
    }
}

#[test]
fn removed_events_can_be_read_and_restored() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<event><description>hello</description><origin>me</origin>\
                <custom_id>5</custom_id><severity>normal</severity></event>";
    let event = client.post("/events", body).id();
    let path = format!("/events/{event}");
    let is_listed = || {
        client
            .get("/events")
            .body
            .contains(&format!("id=\"{event}\""))
    };
    assert_eq!(client.send("DELETE", &path, "").status, 200);
    assert!(!is_listed());
    assert_eq!(client.get(&path).text("description"), "hello");
    assert_eq!(client.post("/events/undelete", "<action/>").status, 200);
    assert!(is_listed());
}
