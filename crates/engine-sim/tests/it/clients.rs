//! What clients in other languages rely on beyond the model: members of answers to additions.

use crate::client::{Client, engine};

#[test]
fn affinity_groups_have_rules_and_a_cluster_from_the_start() {
    let engine = engine();
    let client = Client::new(&engine);
    let cluster = client.first("clusters");
    let groups = format!("/clusters/{cluster}/affinitygroups");
    let group = client.post(&groups, "<affinity_group><name>a</name></affinity_group>");
    assert_eq!(group.status, 201);
    assert_eq!(group.text("cluster.id"), cluster);
    assert_eq!(group.text("vms_rule.enabled"), "false");
    assert_eq!(group.get("positive"), None);
    assert_eq!(group.text("priority"), "1");
    assert_eq!(group.text("enforcing"), "false");
    assert_eq!(group.text("hosts_rule.enforcing"), "false");

    let path = format!("{groups}/{}", group.id());
    let body =
        "<affinity_group><positive>false</positive><enforcing>false</enforcing></affinity_group>";
    let group = client.send("PUT", &path, body);
    assert_eq!(group.text("vms_rule.enabled"), "true");
    assert_eq!(group.text("vms_rule.positive"), "false");
    assert_eq!(group.text("vms_rule.enforcing"), "false");
    let body = "<affinity_group><vms_rule><enabled>false</enabled></vms_rule></affinity_group>";
    assert_eq!(client.send("PUT", &path, body).get("positive"), None);
    let body = "<affinity_group><vms_rule><positive>true</positive></vms_rule></affinity_group>";
    assert_eq!(client.send("PUT", &path, body).text("positive"), "true");
}

#[test]
fn an_affinity_group_takes_its_vms_from_the_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let groups = format!("/clusters/{}/affinitygroups", client.first("clusters"));
    let vm = client.first("vms");
    let body = format!(
        "<affinity_group><name>a</name><positive>true</positive>\
         <vms><vm id=\"{vm}\"/></vms></affinity_group>"
    );
    let vms = format!("{groups}/{}/vms", client.post(&groups, &body).id());
    assert_eq!(client.get(&vms).id(), vm);
    let group = client.get(vms.trim_end_matches("/vms"));
    assert_eq!(group.text("vms.vm.id"), vm);
    assert!(group.body.contains("rel=\"vms\""), "{}", group.body);
    assert_eq!(
        client.send("DELETE", &format!("{vms}/{vm}"), "").status,
        200
    );
    assert_eq!(client.get(&vms).document().all("vm").count(), 0);
}

#[test]
fn vms_run_where_their_affinity_groups_allow() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .life_cycle(std::time::Duration::from_millis(2))
        .hosts(2)
        .start()
        .expect("the simulator starts");
    let client = Client::new(&engine);
    let groups = format!("/clusters/{}/affinitygroups", client.first("clusters"));
    let vms: Vec<String> = (0..3)
        .map(|number| client.add_vm(&format!("a{number}"), ""))
        .collect();
    let member = |vm: &String| format!("<vm id=\"{}\"/>", vm.trim_start_matches("/vms/"));
    let members: String = vms.iter().map(member).collect();
    let body = format!(
        "<affinity_group><name>apart</name><positive>false</positive>\
         <enforcing>true</enforcing><vms>{members}</vms></affinity_group>"
    );
    let group = format!("{groups}/{}", client.post(&groups, &body).id());
    let start = |vm: &String| client.post(&format!("{vm}/start"), "<action/>");
    let host = |vm: &String| client.get(vm).text("host.id").to_owned();
    assert_eq!(start(&vms[0]).status, 200);
    assert_eq!(start(&vms[1]).status, 200);
    assert_ne!(host(&vms[0]), host(&vms[1]));
    let refused = start(&vms[2]);
    assert_eq!(refused.status, 409, "no third host: {}", refused.body);
    assert!(refused.text("fault.detail").contains("VmAffinityGroups"));

    let body = "<affinity_group><enforcing>false</enforcing></affinity_group>";
    client.send("PUT", &group, body);
    assert_eq!(start(&vms[2]).status, 200, "the rule is a preference now");

    let body = format!(
        "<affinity_group><name>pinned</name><hosts_rule><enabled>true</enabled>\
         <positive>true</positive><enforcing>true</enforcing></hosts_rule>\
         <vms>{}</vms><hosts><host id=\"{}\"/></hosts></affinity_group>",
        member(&vms[1]),
        host(&vms[0])
    );
    client.post(&groups, &body);
    client.post(&format!("{}/stop", vms[1]), "<action/>");
    assert_eq!(start(&vms[1]).status, 200);
    assert_eq!(host(&vms[1]), host(&vms[0]), "the host of the group");
}

#[test]
fn a_floating_disk_without_a_name_gets_one() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = format!(
        "<disk><format>raw</format><provisioned_size>1048576</provisioned_size>\
         <storage_domains><storage_domain id=\"{}\"/></storage_domains></disk>",
        client.first("storagedomains")
    );
    let disk = client.post("/disks", &body);
    assert_eq!(disk.text("alias"), "_Disk1");
    assert_eq!(disk.text("name"), "_Disk1");
}

#[test]
fn guaranteed_memory_follows_the_memory_and_the_overcommit_of_the_cluster() {
    let engine = engine();
    let client = Client::new(&engine);
    let add = |name: &str| {
        let body = format!(
            "<vm><name>{name}</name><memory>536870912</memory><cluster><name>Default</name>\
             </cluster><template><name>Blank</name></template></vm>"
        );
        let vm = client.post("/vms", &body);
        assert_eq!(vm.status, 201, "{}", vm.body);
        vm.text("memory_policy.guaranteed").to_owned()
    };
    assert_eq!(add("a"), "536870912");
    let cluster = format!("/clusters/{}", client.first("clusters"));
    let body = "<cluster><memory_policy><over_commit><percent>200</percent></over_commit>\
                </memory_policy></cluster>";
    assert_eq!(client.send("PUT", &cluster, body).status, 200);
    assert_eq!(add("b"), "268435456");
}

#[test]
fn nics_of_a_bond_have_addresses() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.first("hosts"));
    let body = "<action><modified_bonds><host_nic><name>bond0</name><bonding><slaves>\
                <host_nic><name>eth1</name></host_nic><host_nic><name>eth2</name></host_nic>\
                </slaves></bonding></host_nic></modified_bonds></action>";
    let response = client.post(&format!("{host}/setupnetworks"), body);
    assert_eq!(response.status, 200, "{}", response.body);
    let nics = client.get(&format!("{host}/nics"));
    let mut all = nics.document().all("host_nic");
    let slave = all.find_map(|nic| nic.get("bonding.slaves.host_nic.href"));
    let slave = slave.unwrap_or_else(|| panic!("{}", nics.body));
    let path = slave.trim_start_matches("/ovirt-engine/api");
    assert_eq!(client.get(path).text("name"), "eth1");
}

#[test]
fn a_vm_is_added_from_its_description() {
    let engine = engine();
    let client = Client::new(&engine);
    let path = format!("/vms/{}", client.get("/vms?search=name%3Dvm2").id());
    let attachment = client.get(&format!("{path}/diskattachments")).id();
    let attachment = format!("{path}/diskattachments/{attachment}");
    for (path, change) in [
        (&path, "<vm><os><type>rhel_9x64</type></os></vm>"),
        (
            &attachment,
            "<disk_attachment><interface>sata</interface></disk_attachment>",
        ),
    ] {
        let changed = client.send("PUT", path, change);
        assert_eq!(changed.status, 200, "{}", changed.body);
    }
    client.wait_for(&attachment, "interface", "sata");
    let vm = client.get(&format!("{path}?all_content=true"));
    let description = vm.text("initialization.configuration.data").to_owned();
    assert_eq!(vm.text("initialization.configuration.type"), "ovf");
    let memory = vm.text("memory").to_owned();
    let disk = client.get(&format!("{path}/diskattachments")).id();
    let mac = client.get(&format!("{path}/nics"));
    let (mac, profile) = (
        mac.text("nic.mac.address").to_owned(),
        client
            .get(&format!("{path}/nics/{}", mac.id()))
            .text("vnic_profile.id")
            .to_owned(),
    );
    let body = |data: &str| {
        format!(
            "<vm><cluster><name>Default</name></cluster><initialization><configuration>\
             <type>ovf</type><data><![CDATA[{data}]]></data></configuration></initialization></vm>"
        )
    };
    assert_eq!(
        client.post("/vms", &body(&description)).status,
        409,
        "the name is taken"
    );
    assert_eq!(client.post("/vms", &body("<x/>")).status, 409);

    client.post(&format!("{path}/stop"), "<action/>");
    client.wait_for(&path, "status", "down");
    let removed = client.send("DELETE", &format!("{path}?detach_only=true"), "");
    assert_eq!(removed.status, 200, "{}", removed.body);
    let added = client.post("/vms", &body(&description));
    assert!(matches!(added.status, 201 | 202), "{}", added.body);
    assert_eq!(
        path,
        format!("/vms/{}", added.id()),
        "the VM has its identifier again"
    );
    let vm = client.wait_for(&path, "status", "down");
    assert_eq!(vm.text("name"), "vm2");
    assert_eq!(vm.text("memory"), memory);
    assert_eq!(client.get(&format!("{path}/diskattachments")).id(), disk);
    assert_eq!(client.get(&attachment).text("interface"), "sata");
    assert_eq!(vm.text("os.type"), "rhel_9x64");
    let nics = client.get(&format!("{path}/nics"));
    assert_eq!(nics.text("nic.mac.address"), mac);
    assert_eq!(nics.text("nic.vnic_profile.id"), profile);
}

#[test]
fn a_disk_keeps_the_free_identifier_of_the_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let id = "66666666-2222-4333-8444-555555555555";
    let body = format!(
        "<disk id=\"{id}\"><name>a</name><format>raw</format><provisioned_size>1048576\
         </provisioned_size><storage_domains><storage_domain id=\"{}\"/></storage_domains></disk>",
        client.first("storagedomains")
    );
    assert_eq!(client.post("/disks", &body).id(), id);
    let second = client.post("/disks", &body);
    assert_eq!(second.status, 201, "{}", second.body);
    assert_ne!(second.id(), id);
}

#[test]
fn the_check_for_updates_ends_with_an_event() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = client.first("hosts");
    let checked = client.post(&format!("/hosts/{host}/upgradecheck"), "<action/>");
    assert_eq!(checked.status, 200, "{}", checked.body);
    client.wait_for("/events?search=type%3D884", "event.code", "884");
    let ended = (0..5_000).find_map(|_| {
        let events = client.get("/events?search=type%3D885");
        events.get("event.host.id").map(str::to_owned)
    });
    assert_eq!(ended, Some(host));
}

#[test]
fn a_clone_has_its_disks_as_requested() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm2").id();
    client.post(&format!("/vms/{vm}/stop"), "<action/>");
    client.wait_for(&format!("/vms/{vm}"), "status", "down");
    let body = format!("<template><name>t</name><vm id=\"{vm}\"/></template>");
    let template = client.post("/templates", &body).id();
    client.wait_for(&format!("/templates/{template}"), "status", "ok");
    let original = client.get(&format!("/templates/{template}/diskattachments"));
    let clone = |name: &str, format: &str| {
        let body = format!(
            "<vm><name>{name}</name><cluster><name>Default</name></cluster>\
             <template id=\"{template}\"/><disk_attachments><disk_attachment><disk id=\"{}\">\
             <format>{format}</format><sparse>false</sparse></disk></disk_attachment>\
             </disk_attachments></vm>",
            original.id()
        );
        let added = client.post("/vms?clone=true", &body);
        assert!(matches!(added.status, 201 | 202), "{}", added.body);
        let path = format!("/vms/{}", added.id());
        client.wait_for(&path, "status", "down");
        let disk = client.get(&format!("{path}/diskattachments")).id();
        assert_ne!(disk, original.id());
        client.get(&format!("/disks/{disk}"))
    };
    let disk = clone("a", "raw");
    assert_eq!(disk.text("format"), "raw");
    assert_eq!(disk.text("sparse"), "false");
    for size in ["actual_size", "total_size"] {
        assert_eq!(disk.text(size), disk.text("provisioned_size"), "{size}");
    }
    assert_eq!(clone("b", "cow").text("format"), "cow");
}
