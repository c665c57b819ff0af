//! Patches contain what an update has to send.

use ovirt_types::{
    Bios, BootDevice, Cluster, Cpu, CpuTopology, FromXml as _, Host, Initialization, Link, List,
    Nic, OperatingSystem, Patch, Template, ToXml as _, Vm, VmStatus,
};

fn patch(before: &Vm, after: &Vm) -> Patch<Vm> {
    Patch::between(before, after)
}

#[test]
fn equal_objects_need_no_update() {
    let document = "<vm href='/api/vms/1' id='1'><name>a</name><description></description>\
        <cpu><topology><cores>2</cores></topology></cpu><cluster href='/api/clusters/2' id='2'/>\
        <link href='/api/vms/1/nics' rel='nics'/><os><boot><devices><device>hd</device></devices>\
        </boot></os></vm>";
    let vm = Vm::from_xml(document).expect("a VM");
    let patch = patch(&vm, &vm);
    assert!(
        patch.is_empty() && patch.not_cleared().is_empty(),
        "{patch}"
    );
    assert_eq!(patch.to_string(), "");
    assert_eq!(patch.into_object().to_xml(), "<vm/>");
}

#[test]
fn only_changed_members_are_sent_at_every_depth() {
    let before = Vm::with_id("1")
        .name("a")
        .memory(1 << 30)
        .cpu(Cpu::new().topology(CpuTopology::new().cores(1).sockets(2)))
        .bios(Bios::new());
    let after = before
        .clone()
        .memory(2 << 30)
        .cpu(Cpu::new().topology(CpuTopology::new().cores(4).sockets(2)));
    let patch = patch(&before, &after);
    assert_eq!(
        patch.to_string(),
        "cpu.topology.cores: 1 -> 4\nmemory: 1073741824 -> 2147483648\n"
    );
    let paths: Vec<_> = patch.changes().iter().map(|change| change.path()).collect();
    assert_eq!(paths, ["cpu.topology.cores", "memory"]);
    assert_eq!(
        patch.into_object().to_xml(),
        "<vm><cpu><topology><cores>4</cores></topology></cpu><memory>2147483648</memory></vm>"
    );
}

#[test]
fn texts_are_cleared_and_other_unset_members_reported() {
    let before = Vm::new()
        .description("old")
        .comment("kept")
        .memory(1 << 30)
        .delete_protected(true);
    let after = Vm::new().comment("kept");
    let patch = patch(&before, &after);
    assert_eq!(patch.not_cleared(), ["delete_protected", "memory"]);
    assert_eq!(patch.changes().len(), 1);
    let text = patch.to_string();
    assert!(text.contains("description: \"old\" -> (cleared)"), "{text}");
    assert!(text.contains("memory: cannot be cleared"), "{text}");
    assert_eq!(
        patch.into_object().to_xml(),
        "<vm><description></description></vm>"
    );
}

#[test]
fn links_are_compared_by_id() {
    let full = |id: &str| Vm::from_xml(format!("<vm><cluster href='/c/{id}' id='{id}'/></vm>"));
    let before = full("1").expect("a VM");
    let same = Vm::new().cluster(Cluster::with_id("1"));
    assert!(patch(&before, &same).is_empty());
    let other = full("2").expect("a VM");
    let patch = patch(&before, &other);
    assert_eq!(patch.changes().len(), 1);
    assert_eq!(
        patch.into_object(),
        Vm::new().cluster(Cluster::with_id("2"))
    );
    let before = Vm::new().template(Template::named("a"));
    let after = Vm::new().template(Template::named("b"));
    let object = Patch::between(&before, &after).into_object();
    assert_eq!(object.template, Some(Link::from(Template::named("b"))));
}

#[test]
fn lists_are_sent_as_a_whole() {
    let boot = |devices: &[BootDevice]| {
        Vm::new()
            .os(OperatingSystem::new()
                .boot(ovirt_types::Boot::new().devices(devices.iter().cloned())))
    };
    let (before, after) = (
        boot(&[BootDevice::Hd]),
        boot(&[BootDevice::Network, BootDevice::Hd]),
    );
    let object = Patch::between(&before, &after).into_object();
    assert_eq!(object, after);
    // The items of a linked list are unknown.
    let unknown = Vm {
        nics: Some(List::new().with_href("/api/vms/1/nics")),
        ..Vm::default()
    };
    let known = Vm::new().nics([Nic::named("a")]);
    assert!(patch(&unknown, &known).is_empty());
    assert!(patch(&known, &unknown).is_empty());
}

#[test]
fn added_members_are_sent_and_secrets_redacted() {
    let before = Host::named("h").root_password("s3cret-old");
    let after = Host::named("h").root_password("s3cret-new").comment("c");
    let patch = Patch::between(&before, &after);
    let text = format!("{patch} {patch:?}");
    assert!(text.contains("comment: (not set) -> \"c\""), "{text}");
    assert!(text.contains("root_password: *** -> ***"), "{text}");
    assert!(!text.contains("s3cret"), "{text}");
    let before = Vm::new().status(VmStatus::Up);
    let after = before
        .clone()
        .initialization(Initialization::new().root_password("s3cret"));
    let text = Patch::between(&before, &after).to_string();
    assert!(!text.contains("s3cret"), "{text}");
}
