//! What responses say beyond the members of a request, and how refusals are worded, for VMs and
//! what belongs to them.

use std::time::Duration;

use crate::client::{Client, engine};
use crate::scratch::Scratch;

/// Makes a template of `vm2` and returns its path.
fn template(client: &Client<'_>) -> String {
    let vm = client.get("/vms?search=name%3Dvm2").id();
    let body = format!("<template><name>golden</name><vm id=\"{vm}\"/></template>");
    let path = format!("/templates/{}", client.post("/templates", &body).id());
    client.wait_for(&path, "status", "ok");
    path
}

#[test]
fn actions_are_refused_in_the_words_of_the_engine() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("words", "");
    let post = |action: &str, body: &str| client.post(&format!("{vm}/{action}"), body);
    let logon = post("logon", "<action/>");
    assert_eq!((logon.status, logon.text("fault.detail")), (400, "[]"));
    let screenshot = post("screenshot", "<action/>");
    assert_eq!(
        (screenshot.status, screenshot.text("detail")),
        (
            409,
            "[Cannot screenshot VM because the VM is in Down status.]"
        )
    );
    assert_eq!(post("start", "<action/>").status, 200);
    client.wait_for(&vm, "status", "up");
    let nowhere = post(
        "migrate",
        "<action><host id=\"00000000-0000-0000-0000-000000000009\"/></action>",
    );
    assert_eq!(
        (nowhere.status, nowhere.text("fault.detail")),
        (400, "[Cannot migrate VM. Invalid Host Id.]")
    );
    let alone = post("migrate", "<action/>");
    assert_eq!(
        (alone.status, alone.text("fault.detail")),
        (
            409,
            "[Cannot migrate VM. There is no host that satisfies current scheduling constraints. \
             See below for details:, The host host1 did not satisfy internal filter Migration \
             because it currently hosts the VM..]"
        )
    );
    assert_eq!(post("stop", "<action/>").status, 200);
    let stopped = client.wait_for(&vm, "status", "down");
    assert_eq!(stopped.text("stop_reason"), "");
    let unknown = "/vms/00000000-0000-0000-0000-000000000009/start";
    let unknown = client.post(unknown, "<action/>");
    assert_eq!(unknown.status, 500);
    let detail = unknown.text("fault.detail");
    assert!(detail.contains("NullPointerException"), "{detail}");
}

#[test]
fn the_engine_pins_cpus_on_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("pinned", "");
    let body = "<action><optimize_cpu_settings>true</optimize_cpu_settings></action>";
    let pinned = client.post(&format!("{vm}/autopincpuandnumanodes"), body);
    assert_eq!(pinned.status, 200, "{}", pinned.body);
    let pinned = client.get(&vm);
    assert_eq!(pinned.text("auto_pinning_policy"), "adjust");
    assert_eq!(pinned.text("cpu_pinning_policy"), "resize_and_pin_numa");
}

#[test]
fn an_existing_user_or_permission_can_be_added_again() {
    let engine = engine();
    let client = Client::new(&engine);
    let admin = "<user><user_name>admin@internal-authz</user_name><domain>\
                 <name>internal-authz</name></domain></user>";
    let again = client.post("/users", admin);
    assert_eq!(again.status, 201, "{}", again.body);
    assert_eq!(again.id(), client.first("users"));
    let vm = format!("/vms/{}", client.first("vms"));
    let body = format!(
        "<permission><role><name>UserRole</name></role><user id=\"{}\"/></permission>",
        again.id()
    );
    let add = || client.post(&format!("{vm}/permissions"), &body);
    let (first, second) = (add(), add());
    assert_eq!(second.status, 201);
    assert_eq!(first.id(), second.id());
    let nobody = body.replace("UserRole", "Nobody");
    let refused = client.post(&format!("{vm}/permissions"), &nobody);
    assert_eq!(
        (refused.status, refused.text("detail")),
        (400, "[Cannot add permission, invalid Role id]")
    );
}

#[test]
fn an_administrator_needs_no_role_on_a_new_vm_but_gets_those_on_templates_and_disks() {
    let engine = engine();
    let client = Client::new(&engine);
    let role = |name: &str| {
        let roles = client.get("/roles").body;
        let role = roles
            .split("<role ")
            .find(|role| role.contains(&format!("<name>{name}</name>")));
        let id = role.and_then(|role| role.split(" id=\"").nth(1));
        id.expect(name)[..36].to_owned()
    };
    let granted = |path: &str, name: &str| {
        let body = client.get(&format!("{path}/permissions")).body;
        body.contains(&role(name))
    };
    assert!(!granted(&client.add_vm("mine", ""), "UserVmManager"));
    let template = template(&client);
    assert!(granted(&template, "TemplateOwner"));
    assert!(granted(&template, "UserTemplateBasedVm"));
    let disk = client.get(&format!("{template}/diskattachments")).id();
    assert!(granted(&format!("/disks/{disk}"), "DiskOperator"));
}

#[test]
fn devices_of_a_template_refer_to_a_vm_with_its_identifier() {
    let engine = engine();
    let client = Client::new(&engine);
    let template = template(&client);
    let vm = template.replace("/templates/", "/vms/");
    for devices in ["nics", "diskattachments"] {
        let body = client.get(&format!("{template}/{devices}")).body;
        let reference = format!("<vm href=\"/ovirt-engine/api{vm}\"");
        assert!(body.contains(&reference), "{devices}: {body}");
    }
}

#[test]
fn an_update_of_a_template_removes_its_sound_card() {
    let engine = engine();
    let client = Client::new(&engine);
    let template = template(&client);
    let sound = |path: &str| {
        let shown = client.get(&format!("{path}?all_content=true"));
        shown.text("soundcard_enabled").to_owned()
    };
    assert_eq!(sound(&template), "true");
    client.send(
        "PUT",
        &template,
        "<template><comment>c</comment></template>",
    );
    assert_eq!(sound(&template), "false");
}

#[test]
fn a_pool_shows_its_first_vm() {
    let engine = engine();
    let client = Client::new(&engine);
    let template = template(&client);
    let id = template.rsplit('/').next().expect("an id");
    let body = format!(
        "<vm_pool><name>desk</name><cluster><name>Default</name></cluster>\
         <template id=\"{id}\"/><size>2</size></vm_pool>"
    );
    let added = client.post("/vmpools", &body);
    assert_eq!(added.status, 201, "{}", added.body);
    assert_eq!(added.text("vm.name"), "desk-1");
    assert_eq!(added.text("vm.soundcard_enabled"), "true");
    let path = format!("/vmpools/{}", added.id());
    let shown = client.get(&path);
    assert_eq!(shown.text("vm.stateless"), "true");
    assert!(!shown.body.contains("soundcard"), "{}", shown.body);
    for vm in ["desk-1", "desk-2"] {
        let vm = client.get(&format!("/vms?search=name%3D{vm}")).id();
        client.wait_for(&format!("/vms/{vm}"), "status", "down");
    }
    let smaller = client.send("PUT", &path, "<vm_pool><size>1</size></vm_pool>");
    assert_eq!(
        (smaller.status, smaller.text("detail")),
        (500, "[General command validation failure.]")
    );
}

#[test]
fn a_host_has_a_numa_node_per_socket_and_its_cpus() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let nodes = client.get(&format!("{host}/numanodes"));
    assert_eq!(nodes.body.matches("<host_numa_node ").count(), 2);
    assert_eq!(nodes.body.matches("<core>").count(), 32);
    assert_eq!(nodes.text("host_numa_node.memory"), "65536");
    assert_eq!(nodes.text("host_numa_node.node_distance"), "10 21");
    let node = format!("{host}/numanodes/{}", nodes.id());
    assert_eq!(client.get(&node).text("index"), "0");
    let total = client.get(&format!("{node}/statistics"));
    assert_eq!(total.text("statistic.values.value.datum"), "68719476736");
    let cpus = client.get(&format!("{host}/cpuunits"));
    assert_eq!(cpus.body.matches("<host_cpu_unit>").count(), 32);
    assert_eq!(cpus.body.matches("<runs_vdsm>true").count(), 1);
}

#[test]
fn a_nic_has_the_device_that_the_guest_reports() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = format!("/vms/{}", client.get("/vms?search=name%3Dvm1").id());
    let nic = client.get(&format!("{vm}/nics"));
    let device = client.get(&format!("{vm}/nics/{}/reporteddevices", nic.id()));
    assert_eq!(
        device.text("reported_device.mac.address"),
        nic.text("nic.mac.address")
    );
    let own = format!("{vm}/reporteddevices/{}", device.id());
    assert!(device.body.contains(&own), "{}", device.body);
}

#[test]
fn statistics_as_a_detail_have_histories_and_no_owner() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm1").id();
    let shown = client.get(&format!("/vms/{vm}?detail=statistics")).body;
    let statistics = shown.split("<statistics>").nth(1).expect("statistics");
    let statistics = statistics.split("</statistics>").next().expect("an end");
    assert!(!statistics.contains("<vm "), "{statistics}");
    let history = statistics
        .split("<statistic ")
        .find(|statistic| statistic.contains("cpu.usage.history"))
        .expect("a history");
    assert!(!history.starts_with("href"), "{history}");
    assert_eq!(history.matches("<datum>").count(), 2, "{history}");
}

#[test]
fn a_console_has_an_address_only_as_it_is_now() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm1").id();
    let consoles = format!("/vms/{vm}/graphicsconsoles");
    assert!(!client.get(&consoles).body.contains("<port>"));
    let current = client.get(&format!("{consoles}?current=true"));
    assert_eq!(current.text("graphics_console.port"), "5900");
    let detailed = client.get(&format!("/vms/{vm}?detail=current_graphics_consoles"));
    assert!(
        detailed.body.matches("<port>5900</port>").count() > 1,
        "{}",
        detailed.body
    );
}

#[test]
fn vms_and_templates_on_a_storage_domain_lack_the_type_of_their_display() {
    let engine = engine();
    let client = Client::new(&engine);
    let template = template(&client);
    let domain = format!("/storagedomains/{}", client.first("storagedomains"));
    let listed = client.get(&format!("{domain}{template}"));
    assert!(listed.get("display.type").is_none(), "{}", listed.body);
    assert_eq!(client.get(&template).text("display.type"), "vnc");
    let running = client.get("/vms?search=name%3Dvm1").id();
    let running = client.get(&format!("{domain}/vms/{running}"));
    assert_eq!(running.text("display.type"), "vnc");
    assert!(running.get("display.certificate").is_none());
    let disks = client.get(&format!("{domain}/disks"));
    assert!(disks.get("disk.storage_domain").is_some(), "{}", disks.body);
}

#[test]
fn a_pool_has_at_least_one_vm_and_waits_until_it_is_created() {
    let scratch = Scratch::new("pool");
    let id = {
        let engine = scratch.engine(Duration::ZERO);
        template(&Client::new(&engine)).replace("/templates/", "")
    };
    // Nothing ends from here on.
    let engine = scratch.engine(Duration::from_secs(3600));
    let client = Client::new(&engine);
    let pool = |size: &str| {
        let body = format!(
            "<vm_pool><name>desk</name>{size}<cluster><name>Default</name></cluster>\
             <template id=\"{id}\"/></vm_pool>"
        );
        client.post("/vmpools", &body)
    };
    let empty = pool("<size>0</size>");
    assert_eq!(
        (empty.status, empty.text("detail")),
        (400, "[Cannot create Pool with 0 VMs]")
    );
    let added = pool("");
    assert_eq!(added.text("size"), "1", "{}", added.body);
    let path = format!("/vmpools/{}", added.id());
    let busy = client.send("PUT", &path, "<vm_pool><comment>c</comment></vm_pool>");
    assert_eq!(
        (busy.status, busy.text("detail")),
        (
            409,
            "[Cannot edit VM-Pool. This VM Pool is currently in use to create VM desk-1.]"
        )
    );
}
