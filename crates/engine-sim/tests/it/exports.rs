//! Exports and imports of VMs and templates.

use crate::client::{Client, engine};

const DATA: &str = "<storage_domain><name>data1</name></storage_domain>";

/// Adds an active export domain. Returns its path.
fn export_domain(client: &Client<'_>) -> String {
    let body = "<storage_domain><name>export1</name><type>export</type><host><name>host1</name>\
                </host><storage><type>nfs</type><address>nas</address><path>/export1</path>\
                </storage></storage_domain>";
    let id = client.post("/storagedomains", body).id();
    let attached = format!(
        "/datacenters/{}/storagedomains",
        client.first("datacenters")
    );
    client.post(&attached, &format!("<storage_domain id=\"{id}\"/>"));
    client.wait_for(&format!("{attached}/{id}"), "status", "active");
    format!("/storagedomains/{id}")
}

/// Returns the path of a VM.
fn vm(client: &Client<'_>, name: &str) -> String {
    let id = client.get(&format!("/vms?search=name%3D{name}")).id();
    format!("/vms/{id}")
}

/// Executes an action, which must be accepted.
fn act(client: &Client<'_>, path: &str, members: &str) {
    let response = client.post(path, &format!("<action>{members}</action>"));
    assert_eq!(response.status, 202, "{}", response.body);
    assert!(!response.text("job.id").is_empty());
}

/// Waits for an event.
fn wait_for_event(client: &Client<'_>, code: u32) {
    let code = format!("<code>{code}</code>");
    while !client.get("/events").body.contains(&code) {}
}

#[test]
fn a_vm_returns_from_an_export_domain_with_its_devices() {
    let engine = engine();
    let client = Client::new(&engine);
    let (domain, vm) = (export_domain(&client), vm(&client, "vm2"));
    let address = client
        .get(&format!("{vm}/nics"))
        .text("nic.mac.address")
        .to_owned();
    let members = "<storage_domain><name>export1</name></storage_domain>";
    let export = format!("{vm}/export");
    act(&client, &export, members);
    client.wait_for(&vm, "status", "down");
    wait_for_event(&client, 1150);
    let again = client.post(&export, &format!("<action>{members}</action>"));
    assert_eq!(again.status, 409, "{}", again.body);
    act(
        &client,
        &export,
        &format!("{members}<exclusive>true</exclusive>"),
    );
    client.wait_for(&vm, "status", "down");

    let copy = format!("{domain}{vm}");
    let import = format!("{copy}/import");
    let read = client.get(&copy);
    assert_eq!(read.status, 200, "{copy}");
    assert_eq!(read.text("name"), "vm2");
    let disks = client.get(&format!("{copy}/disks"));
    assert_eq!(disks.status, 200, "{disks:?}");
    assert_eq!(disks.document().children.len(), 1, "{}", disks.body);
    let disk = format!("{copy}/disks/{}", disks.id());
    assert!(disks.body.contains(&disk), "{}", disks.body);
    assert_eq!(client.get(&disk).text("name"), "vm2_Disk1");
    let refused = client.post(&import, &format!("<action>{DATA}</action>"));
    assert_eq!(refused.status, 409, "the VM is still there");

    assert_eq!(client.send("DELETE", &vm, "").status, 200);
    assert_eq!(client.get(&copy).status, 200, "the copy stays");
    act(&client, &import, DATA);
    client.wait_for(&vm, "status", "down");
    wait_for_event(&client, 1152);
    let nics = client.get(&format!("{vm}/nics"));
    assert_eq!(nics.text("nic.mac.address"), address);
    let disk = client.get(&format!("{vm}/diskattachments")).id();
    assert_eq!(client.get(&format!("/disks/{disk}")).text("status"), "ok");

    let clone = format!("{DATA}<clone>true</clone><vm><name>copy</name></vm>");
    act(&client, &import, &clone);
    assert_eq!(client.send("DELETE", &copy, "").status, 200);
    assert_eq!(client.get(&copy).status, 404);
}

#[test]
fn a_running_vm_is_not_exported_to_a_domain() {
    let engine = engine();
    let client = Client::new(&engine);
    export_domain(&client);
    let export = format!("{}/export", vm(&client, "vm1"));
    for (body, status) in [
        ("<action/>", 400),
        (
            "<action><storage_domain><name>export1</name></storage_domain></action>",
            409,
        ),
        (
            "<action><storage_domain><name>data1</name></storage_domain></action>",
            409,
        ),
        ("<action><directory>/tmp</directory></action>", 400),
    ] {
        let response = client.post(&export, body);
        assert_eq!(response.status, status, "{body}: {}", response.body);
    }
}

#[test]
fn vms_and_templates_return_from_ova_files() {
    let engine = engine();
    let client = Client::new(&engine);
    let source = vm(&client, "vm2");
    let id = source.trim_start_matches("/vms/");
    let body = format!("<template><name>gold</name><vm id=\"{id}\"/></template>");
    let template = format!("/templates/{}", client.post("/templates", &body).id());
    client.wait_for(&template, "status", "ok");
    client.wait_for(&source, "status", "down");
    let members = "<host><name>host1</name></host><directory>/tmp</directory>";
    act(&client, &format!("{source}/export"), members);
    act(&client, &format!("{template}/export"), members);
    client.wait_for(&source, "status", "down");
    client.wait_for(&template, "status", "ok");
    let provider = "<provider>kvm</provider><name>vm2</name>";
    for (collection, kind, source, file, code) in [
        ("vms", "vm", provider, "vm2", 1152),
        ("templates", "template", "", "gold", 1158),
    ] {
        let imports = format!("/external{kind}imports");
        let import = |file: &str| {
            let body = format!(
                "<external_{kind}_import>{source}<url>ova:///tmp/{file}.ova</url>{DATA}\
                 <{kind}><name>new</name></{kind}><host><name>host1</name></host>\
                 <cluster><name>Default</name></cluster></external_{kind}_import>"
            );
            client.post(&imports, &body)
        };
        assert_eq!(import("other").status, 409, "there is no such file");
        let response = import(file);
        assert_eq!(response.status, 201, "{}", response.body);
        wait_for_event(&client, code);
        let new = client.get(&format!("/{collection}?search=name%3Dnew")).id();
        assert_eq!(response.text(&format!("{kind}.id")), new);
        let attachments = client.get(&format!("/{collection}/{new}/diskattachments"));
        assert_eq!(attachments.document().children.len(), 1);
    }
}

#[test]
fn a_vm_of_another_system_is_imported_by_a_job() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = format!(
        "<external_vm_import><provider>vmware</provider><url>vpx://x</url><name>there</name>\
         <username>u</username><password>secret</password><vm><name>here</name></vm>{DATA}\
         <cluster><name>Default</name></cluster></external_vm_import>"
    );
    let response = client.post("/externalvmimports", &body);
    assert_eq!(response.status, 201, "{}", response.body);
    assert!(!response.body.contains("secret"));
    let vm = vm(&client, "here");
    assert_eq!(format!("/vms/{}", response.text("vm.id")), vm);
    assert_eq!(response.text("provider"), "vmware");
    client.wait_for(&vm, "status", "down");
    assert_eq!(client.get(&format!("{vm}/nics")).text("nic.name"), "nic1");
    assert!(client.get("/jobs").body.contains("VM here"));
    assert_eq!(
        client.post("/externalvmimports", &body).status,
        409,
        "the name is in use"
    );
}

#[test]
fn a_domain_keeps_its_vms_when_it_is_detached() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<storage_domain><name>data2</name><type>data</type><host><name>host1</name>\
                </host><storage><type>nfs</type><address>nas</address><path>/data2</path>\
                </storage></storage_domain>";
    let id = client.post("/storagedomains", body).id();
    let attached = format!(
        "/datacenters/{}/storagedomains",
        client.first("datacenters")
    );
    let domain = format!("{attached}/{id}");
    let attach = || {
        client.post(&attached, &format!("<storage_domain id=\"{id}\"/>"));
        client.wait_for(&domain, "status", "active");
    };
    attach();
    let vm = client.add_vm("moved", "");
    let body = format!(
        "<disk_attachment><interface>virtio</interface><disk><provisioned_size>1024\
         </provisioned_size><format>cow</format><storage_domains><storage_domain id=\"{id}\"/>\
         </storage_domains></disk></disk_attachment>"
    );
    let disk = client.post(&format!("{vm}/diskattachments"), &body).id();
    client.wait_for(&format!("/disks/{disk}"), "status", "ok");
    client.post(&format!("{domain}/deactivate"), "<action/>");
    client.wait_for(&domain, "status", "maintenance");
    assert_eq!(client.send("DELETE", &domain, "").status, 200);
    assert_eq!(client.get(&vm).status, 404, "it went with the domain");

    attach();
    let vms = format!("/storagedomains/{id}/vms");
    let unregistered = || client.get(&format!("{vms}?unregistered=true"));
    assert_eq!(unregistered().text("vm.name"), "moved");
    let register = format!("{vms}/{}/register", unregistered().id());
    let cluster = "<action><cluster><name>Default</name></cluster></action>";
    let response = client.post(&register, cluster);
    assert_eq!(response.status, 200, "{}", response.body);
    client.wait_for(&vm, "status", "down");
    let disks = client.get(&format!("{vm}/diskattachments"));
    assert_eq!(disks.document().children.len(), 1);
    assert!(unregistered().document().children.is_empty());
    assert_eq!(client.post(&register, cluster).status, 409);

    client.post(&format!("{domain}/deactivate"), "<action/>");
    client.wait_for(&domain, "status", "maintenance");
    client.send("DELETE", &domain, "");
    attach();
    let path = format!("{vms}/{}", unregistered().id());
    assert_eq!(client.send("DELETE", &path, "").status, 200);
    assert!(unregistered().document().children.is_empty());
}
