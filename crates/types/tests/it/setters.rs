//! Setters: options, references to objects, and identifiers.

use std::time::{Duration, SystemTime};

use ovirt_types::{
    Cluster, Cpu, CpuTopology, Date, Disk, Host, HostStatus, Link, Nic, Permission, Shared,
    StorageDomain, Template, ToXml as _, Version, Vm, VmStatus,
};

#[test]
fn none_leaves_a_member_unset() {
    let (memory, text) = (None::<i64>, None::<&str>);
    let vm = Vm::named("web1")
        .memory(memory)
        .description(text)
        .comment(None::<String>)
        .status(None::<VmStatus>)
        .start_time(None::<Date>)
        .stateless(None::<bool>)
        .cpu(None::<Cpu>)
        .console(None::<bool>)
        .cluster(None::<Cluster>)
        .host(None::<&Host>)
        .template(None::<Link<Template>>)
        .custom_compatibility_version(None::<Version>);
    assert_eq!(vm, Vm::named("web1"));
    assert_eq!(Vm::named("web1").name(None::<&str>), Vm::new());
}

#[test]
fn some_sets_a_member_like_the_value() {
    let cluster = Cluster::with_id("1");
    let vm = Vm::named("web1")
        .memory(Some(2 << 30))
        .description(Some("text"))
        .comment(Some("text".to_owned()))
        .status(Some("up"))
        .stateless(Some(true))
        .console(Some(true))
        .cluster(Some(&cluster))
        .template(Some("2"));
    let expected = Vm::named("web1")
        .memory(2_147_483_648)
        .description("text")
        .comment(String::from("text"))
        .status(VmStatus::Up)
        .stateless(true)
        .console(true)
        .cluster(Cluster::with_id("1"))
        .template(Template::with_id("2"));
    assert_eq!(vm, expected);
}

#[test]
fn members_of_another_object_are_arguments() {
    let other = Vm::named("web1")
        .cluster("1")
        .cpu(Cpu::new().topology(CpuTopology::new().cores(2)))
        .status(VmStatus::Up)
        .start_time(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
    let copy = Vm::new()
        .name(other.name.as_ref())
        .cluster(other.cluster.clone())
        .cpu(other.cpu.clone())
        .status(other.status.as_ref())
        .start_time(other.start_time);
    assert_eq!(copy, other);
    let copy = Vm::new()
        .cpu(other.cpu.as_deref())
        .cluster(other.cluster.as_ref());
    assert_eq!(
        copy.cpu.map(Shared::into_inner),
        other.cpu.map(Shared::into_inner)
    );
    assert_eq!(copy.cluster, other.cluster);
}

/// A storage domain as the engine returns it.
fn storage_domain() -> StorageDomain {
    StorageDomain {
        href: Some("/storagedomains/1".to_owned()),
        ..StorageDomain::with_id("1")
            .name("data")
            .available(5)
            .comment("not sent")
    }
}

#[test]
fn only_the_id_of_a_borrowed_object_is_sent() {
    let domain = storage_domain();
    let domains = [storage_domain(), StorageDomain::with_id("2")];
    let one = "<disk><storage_domains><storage_domain id=\"1\"/></storage_domains></disk>";
    assert_eq!(Disk::new().storage_domains([&domain]).to_xml(), one);
    assert_eq!(
        Disk::new().storage_domains([domain.id.as_ref()]).to_xml(),
        one
    );
    assert_eq!(
        Disk::new().storage_domains(&domains).to_xml(),
        "<disk><storage_domains><storage_domain id=\"1\"/><storage_domain id=\"2\"/>\
         </storage_domains></disk>"
    );
    let vm = Vm::with_id("7").name("web1").memory(1);
    assert_eq!(
        Template::named("web").vm(&vm).to_xml(),
        "<template><name>web</name><vm id=\"7\"/></template>"
    );
    let host = Host::with_id("8").name("node1").status(HostStatus::Up);
    assert_eq!(Vm::new().host(&host).to_xml(), "<vm><host id=\"8\"/></vm>");
}

#[test]
fn an_owned_object_is_sent_as_it_is() {
    let disk = Disk::new().storage_domains([storage_domain()]);
    assert!(disk.to_xml().contains("<comment>not sent</comment>"));
    let vm = Vm::new().cluster(Cluster::with_id("1").comment("sent"));
    assert!(vm.to_xml().contains("<comment>sent</comment>"));
}

#[test]
fn a_borrowed_object_without_id_is_sent_by_name() {
    let cluster = Cluster::named("Default").comment("not sent");
    let expected = "<vm><cluster><name>Default</name></cluster></vm>";
    assert_eq!(Vm::new().cluster(&cluster).to_xml(), expected);
    let vm = Vm::named("web1").memory(1);
    assert_eq!(
        Template::new().vm(&vm).to_xml(),
        "<template><vm><name>web1</name></vm></template>"
    );
}

#[test]
fn a_text_in_place_of_an_object_is_its_id() {
    let id = String::from("1");
    let expected = Vm::new().cluster(Cluster::with_id("1"));
    assert_eq!(Vm::new().cluster("1"), expected);
    assert_eq!(Vm::new().cluster(&id), expected);
    assert_eq!(Vm::new().cluster(id.clone()), expected);
    let disk = Disk::new().storage_domains(["1", "2"]);
    let expected = ["1", "2"].map(StorageDomain::with_id);
    assert_eq!(disk, Disk::new().storage_domains(expected));
    let long = "x".repeat(100_000);
    let vm = Vm::new().cluster(&long);
    assert_eq!(vm.cluster.as_ref().and_then(Link::id), Some(long.as_str()));
}

#[test]
fn a_borrowed_object_without_id_and_name_is_not_an_empty_element() {
    let nameless = Host::new().comment("new");
    let permission = Permission::new().host(&nameless);
    assert_eq!(permission.host.as_ref().and_then(Link::id), Some(""));
    let disk = Disk::new().storage_domains([&StorageDomain::new()]);
    let id = disk
        .storage_domains
        .as_ref()
        .and_then(|domains| domains[0].id.as_deref());
    assert_eq!(id, Some(""));
    // An explicitly empty link has a meaning for the engine.
    let nic = Nic::new().vnic_profile(ovirt_types::VnicProfile::new());
    assert_eq!(nic.to_xml(), "<nic><vnic_profile/></nic>");
}

#[test]
fn a_borrowed_object_that_cannot_be_referred_to_is_copied() {
    let cpu = Cpu::new().level(3);
    assert_eq!(Vm::new().cpu(&cpu), Vm::new().cpu(cpu.clone()));
}

#[test]
fn absent_items_of_a_list_are_left_out() {
    let names = [Some("a"), None, Some("b")];
    let vm = Vm::new().nics(names.map(|name| name.map(Nic::named)));
    assert_eq!(vm, Vm::new().nics(["a", "b"].map(Nic::named)));
}
