//! Objects around those of a data center: instance types, providers, connections, keys, events.

use serde_json::Value;

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

/// Returns the storage domain of an image provider.
fn image_domain(client: &Client<'_>, name: &str) -> String {
    let found = client.get(&format!("/storagedomains?search=name%3D{name}"));
    assert_eq!(found.text("storage_domain.type"), "image");
    format!("/storagedomains/{}", found.id())
}

#[test]
fn images_of_a_provider_are_imported_as_disks_and_templates() {
    let engine = engine();
    let client = Client::new(&engine);
    let data = client.first("storagedomains");
    let providers = "/openstackimageproviders";
    let body = "<openstack_image_provider><name>glance</name><url>http://g.test:9292</url>\
                <requires_authentication>false</requires_authentication>\
                </openstack_image_provider>";
    let provider = format!("{providers}/{}", client.post(providers, body).id());
    let test = client.post(&format!("{provider}/testconnectivity"), "<action/>");
    assert_eq!(test.status, 200, "{}", test.body);
    let images = client.get(&format!("{provider}/images"));
    assert!(images.document().children.len() > 1);
    let domain = image_domain(&client, "glance");
    let images = format!("{domain}/images");
    let image = format!("{images}/{}", client.get(&images).id());
    let provided = image.replace(&domain, &provider);
    let import = |image: &str, what: &str| {
        let body = format!("<action>{what}<storage_domain id=\"{data}\"/></action>");
        let response = client.post(&format!("{image}/import"), &body);
        assert_eq!(response.status, 202, "{}", response.body);
    };
    import(&image, "<disk><alias>from-image</alias></disk>");
    let disk = client.get("/disks?search=name%3Dfrom-image");
    assert_eq!(
        disk.text("disk.provisioned_size"),
        client.get(&image).text("size")
    );
    client.wait_for(&format!("/disks/{}", disk.id()), "status", "ok");
    import(
        &provided,
        "<import_as_template>true</import_as_template><template><name>t</name></template>\
         <cluster><name>Default</name></cluster>",
    );
    let template = client.get("/templates?search=name%3Dt").id();
    let template = format!("/templates/{template}");
    client.wait_for(&template, "status", "ok");
    let disks = client.get(&format!("{template}/diskattachments"));
    assert_eq!(disks.document().children.len(), 1);

    let rename = "<openstack_image_provider><name>g2</name><url>http://127.0.0.1:1</url>\
                  </openstack_image_provider>";
    client.send("PUT", &provider, rename);
    assert_eq!(image_domain(&client, "g2"), domain);
    assert_eq!(client.get(&format!("{provider}/images")).status, 400);
    assert!(client.get(&images).document().children.is_empty());
    assert_eq!(client.send("DELETE", &provider, "").status, 200);
    assert_eq!(client.get(&domain).status, 404);
}

#[test]
fn engines_before_4_4_have_an_image_repository() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .engine_version("4.3")
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    let domain = image_domain(&client, "ovirt-image-repository");
    let images = client.get(&format!("{domain}/images"));
    assert!(images.body.contains("CirrOS 0.4.0 for x86_64"));
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

#[test]
fn settings_have_values_by_version() {
    let engine = engine();
    let client = Client::new(&engine);
    let one = client.get("/options/MaxVmNameLength");
    assert_eq!(one.text("values.system_option_value.version"), "general");
    let count = |query: &str| {
        let option = client.get(&format!("/options/PropagateDiskErrors{query}"));
        let values = option.document().all("values").next().expect("values");
        values.children.len()
    };
    assert!(count("") > 1);
    assert_eq!(count("?version=4.8"), 1);
    let value = |name: &str| {
        let option = client.get(&format!("/options/{name}?version=4.7"));
        let value = option.text("values.system_option_value.value");
        value.replace("&quot;", "\"")
    };
    let policies: Vec<Value> = serde_json::from_str(&value("MigrationPolicies")).expect("JSON");
    assert!(
        policies
            .iter()
            .any(|policy| policy["name"] == "Minimal downtime")
    );
    assert!(value("ServerCPUList").contains(":Secure Intel Nehalem Family:"));
    assert_eq!(client.get("/options/Nonsense").status, 404);
    assert_eq!(client.get("/options").status, 404);
}

#[test]
fn members_of_affinity_groups_have_identifiers_only() {
    let engine = engine();
    let client = Client::new(&engine);
    let groups = format!("/clusters/{}/affinitygroups", client.first("clusters"));
    let group = client.post(&groups, "<affinity_group><name>g</name></affinity_group>");
    let vm = client.add_vm("member", "");
    let id = vm.trim_start_matches("/vms/");
    let members = format!("{groups}/{}/vms", group.id());
    let added = client.post(&members, &format!("<vm id=\"{id}\"/>"));
    assert_eq!(added.status, 200, "{}", added.body);
    let listed = client.get(&members);
    assert_eq!(listed.text("vm.id"), id);
    assert_eq!((listed.get("vm.name"), listed.get("vm.href")), (None, None));
    let removed = client.send("DELETE", &format!("{members}/{id}"), "");
    assert_eq!(removed.get("job.id"), None, "{}", removed.body);
}

#[test]
fn modules_of_scheduling_policies_are_identified_by_their_units() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<scheduling_policy><name>mine</name></scheduling_policy>";
    let policy = client.post("/schedulingpolicies", body);
    let unit = client.first("schedulingpolicyunits");
    let filters = format!("/schedulingpolicies/{}/filters", policy.id());
    let body = format!("<filter><scheduling_policy_unit id=\"{unit}\"/></filter>");
    let added = client.post(&filters, &body);
    assert_eq!((added.status, added.id()), (200, unit.clone()));
    assert_eq!(
        client
            .send("DELETE", &format!("{filters}/{unit}"), "")
            .status,
        200
    );
    assert!(client.get(&filters).document().children.is_empty());
}

#[test]
fn addresses_and_labels_are_checked() {
    let engine = engine();
    let client = Client::new(&engine);
    let range = "<range><from>zz</from><to>00:1a:4a:16:01:e6</to></range>";
    let body = format!("<mac_pool><name>p</name><ranges>{range}</ranges></mac_pool>");
    let refused = client.post("/macpools", &body);
    assert_eq!(refused.status, 400);
    assert!(
        refused
            .text("detail")
            .ends_with("Attribute: macPool.ranges[0].macFrom]")
    );
    let labels = format!("/networks/{}/networklabels", client.first("networks"));
    let add = || client.post(&labels, "<network_label id=\"front\"/>").status;
    assert_eq!([add(), add()], [201, 400]);
}

#[test]
fn removed_domains_take_their_connections_along() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<storage_domain><name>data2</name><type>data</type><storage><type>nfs</type>\
                <address>nfs.example.com</address><path>/exports/data2</path></storage>\
                <host><name>host1</name></host></storage_domain>";
    let domain = client.post("/storagedomains", body);
    assert_eq!(domain.status, 201, "{}", domain.body);
    let count = || client.get("/storageconnections").document().children.len();
    let before = count();
    let path = format!("/storagedomains/{}", domain.id());
    let refused = client.send("DELETE", &path, "");
    assert_eq!(refused.status, 400);
    assert_eq!(refused.text("reason"), "host parameter is missing");
    assert_eq!(refused.get("detail"), None);
    let unknown = client.send("DELETE", &format!("{path}?host=nope"), "");
    assert_eq!(unknown.text("detail"), "Entity not found: Hosts: name=nope");
    assert_eq!(
        client
            .send("DELETE", &format!("{path}?host=host1"), "")
            .status,
        200
    );
    assert_eq!(count(), before - 1);
}

#[test]
fn a_storage_qos_may_be_without_limits() {
    let engine = engine();
    let client = Client::new(&engine);
    let qoss = format!("/datacenters/{}/qoss", client.first("datacenters"));
    let added = client.post(&qoss, "<qos><name>open</name><type>storage</type></qos>");
    assert_eq!(added.status, 201, "{}", added.body);
}
