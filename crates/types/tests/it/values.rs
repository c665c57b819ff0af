//! Objects, links, lists and documents as values: construction, comparison, `Debug`, thread safety.

use std::future::{Future, ready};

use ovirt_model::{Model, Type};
use ovirt_types::{
    Action, BootDevice, Cluster, Console, Cpu, CpuTopology, CustomProperty, Date, Document,
    Followable, FromXml, Host, Initialization, Io, Link, List, Mac, Nic, OperatingSystem, Property,
    StorageDomain, Template, ToXml, Version, Vlan, Vm, VmStatus,
};
use serde_json::{Value, json};

use crate::generator::document;

#[test]
fn debug_shows_only_set_members() {
    assert_eq!(format!("{:?}", Vm::new()), "Vm");
    let vm = Vm::with_id("1")
        .name("web\"1\"")
        .memory(2 << 30)
        .stateless(false)
        .status(VmStatus::Up)
        .cpu(Cpu::new().topology(CpuTopology::new().cores(2)))
        .cluster(Cluster::named("Default"))
        .nics([Nic::named("nic1")])
        .start_time("2024-03-05T17:20:11.042+01:00".parse::<Date>().unwrap());
    assert_eq!(
        format!("{vm:?}"),
        "Vm { cluster: Cluster { name: \"Default\" }, cpu: Cpu { topology: CpuTopology { cores: 2 } }, id: \"1\", \
         memory: 2147483648, name: \"web\\\"1\\\"\", nics: [Nic { name: \"nic1\" }], \
         start_time: 2024-03-05T17:20:11.042+01:00, stateless: false, status: \"up\" }"
    );
    let linked = Vm {
        nics: Some(List::new().with_href("/vms/1/nics")),
        ..Vm::new()
    };
    assert_eq!(
        format!("{linked:?}"),
        "Vm { nics: List { href: \"/vms/1/nics\" } }"
    );
    assert_eq!(
        format!("{:?}", vm.cluster),
        "Some(Cluster { name: \"Default\" })"
    );
}

#[test]
fn debug_redacts_every_secret_of_the_model() {
    const SECRET: &str = "correct horse";
    let model = Model::embedded();
    let mut seen = Vec::new();
    for structure in model.structs() {
        for member in model
            .members(structure)
            .into_iter()
            .filter(|member| member.secret)
        {
            let json = match (&member.kind, member.list) {
                (Type::String, false) => json!({ member.name.as_str(): SECRET }),
                // Pairs of a name and a secret value.
                (Type::Named(_), true) => json!({ member.name.as_str(): [{ "value": SECRET }] }),
                _ => panic!("{}: unsupported kind of secret", member.name),
            };
            let object = document(&structure.tag(), &json);
            let list = document(&structure.plural_tag(), &Value::Array(vec![json]));
            for text in [
                format!("{object:?}"),
                format!("{object:#?}"),
                format!("{list:?}"),
            ] {
                assert!(!text.contains(SECRET), "{text}");
                assert!(
                    text.contains(&format!("{}: [redacted]", member.name)),
                    "{text}"
                );
            }
            assert!(object.to_xml().contains(SECRET), "the secret is not sent");
            seen.push(format!("{}.{}", structure.name, member.name));
        }
    }
    for known in [
        "host.root_password",
        "user.password",
        "initialization.root_password",
        "ticket.value",
        "action.root_password",
        "action.remote_viewer_connection_file",
        "agent.options",
        "custom_property.value",
        "external_provider.properties",
        "file.content",
        "host_storage.driver_options",
        "initialization.custom_script",
        "power_management.options",
    ] {
        assert!(
            seen.iter().any(|name| name == known),
            "{known} is not secret: {seen:?}"
        );
    }
}

#[test]
fn debug_redacts_nested_passwords() {
    let vm = Vm::new()
        .initialization(
            Initialization::new()
                .root_password("hunter2")
                .user_name("root"),
        )
        .host(Host::named("node1").root_password("hunter2"));
    let action = Action::new().vm(vm).root_password("hunter2");
    let list: List<Action> = [action.clone()].into();
    for text in [
        format!("{action:?}"),
        format!("{list:?}"),
        format!("{:?}", Some(&list)),
    ] {
        assert!(!text.contains("hunter2"), "{text}");
        assert_eq!(text.matches("[redacted]").count(), 3, "{text}");
        assert!(text.contains("user_name: \"root\""), "{text}");
    }
}

#[test]
fn every_member_named_like_a_secret_is_secret() {
    let model = Model::embedded();
    for structure in model.structs() {
        for member in model.members(structure) {
            let is_named_so =
                member.name.contains("password") || member.name.contains("license_key");
            assert!(
                !is_named_so || member.secret,
                "{}.{}",
                structure.name,
                member.name
            );
        }
    }
}

#[test]
fn objects_are_equal_if_all_set_members_are() {
    let vm = Vm::named("a")
        .cpu(Cpu::new().type_("x"))
        .nics([Nic::named("n")]);
    assert_eq!(vm, vm.clone());
    assert_ne!(vm, vm.clone().memory(1));
    assert_ne!(vm, vm.clone().cpu(Cpu::new()));
    assert_ne!(vm, vm.clone().nics([Nic::named("m")]));
    assert_ne!(vm, vm.clone().nics(List::<Nic>::new()));
    assert_ne!(
        Vm::new().nics(List::<Nic>::new()),
        Vm::new(),
        "an empty list is set"
    );
    assert_ne!(Vm::named(""), Vm::new(), "an empty text is set");
    assert_ne!(Cluster::with_id("1"), Cluster::named("1"));
}

#[test]
fn setters_convert_their_argument() {
    let vm = Vm::new()
        .name(String::from("a"))
        .status("up")
        .cluster(Cluster::with_id("1"))
        .os(OperatingSystem::new()
            .boot(ovirt_types::Boot::new().devices([BootDevice::Hd, BootDevice::Network])))
        .nics(["a", "b"].map(Nic::named))
        .custom_properties([("hugepages", "2048")])
        .console(true)
        .io(2)
        .custom_compatibility_version((4, 7));
    let expected = Vm {
        name: Some("a".to_owned()),
        status: Some(VmStatus::Up),
        cluster: Some(Link::from(Cluster::with_id("1"))),
        nics: Some(List::from([Nic::named("a"), Nic::named("b")])),
        custom_properties: Some([CustomProperty::new().name("hugepages").value("2048")].into()),
        console: Some(Console::new().enabled(true)),
        io: Some(Io::new().threads(2)),
        custom_compatibility_version: Some(Version::new().major(4).minor(7).into()),
        os: vm.os.clone(),
        ..Vm::default()
    };
    assert_eq!(vm, expected);
    assert!(
        vm.to_xml().contains(
            "<boot><devices><device>hd</device><device>network</device></devices></boot>"
        )
    );
}

#[test]
fn integer_literals_have_64_bits() {
    assert_eq!(Vm::new().memory(2 << 30).memory, Some(2_147_483_648));
    assert_eq!(
        Vm::new().memory(1024 * 1024 * 1024 * 4).memory,
        Some(4_294_967_296)
    );
}

#[test]
fn scalars_convert_into_structs_with_one_member() {
    assert_eq!(
        Mac::from("02:00:00:00:00:01").address.as_deref(),
        Some("02:00:00:00:00:01")
    );
    assert_eq!(Vlan::from(7).id, Some(7));
    assert_eq!(Console::from(true).enabled, Some(true));
    assert_eq!(Version::from((4, 7)), Version::new().major(4).minor(7));
    assert_eq!(
        Property::from(("a", "b".to_owned())),
        Property::new().name("a").value("b")
    );
    assert_eq!(
        Nic::new().mac("02:00:00:00:00:01").to_xml(),
        "<nic><mac><address>02:00:00:00:00:01</address></mac></nic>"
    );
}

#[test]
fn try_id_of_an_object_without_id_explains_the_remedy() {
    assert_eq!(Vm::with_id("1").try_id(), Ok("1"));
    let error = Vm::named("a").try_id().unwrap_err();
    let expected =
        "this Vm has no id: use an object that the engine returned, or set the id using with_id()";
    assert_eq!(error.to_string(), expected);
    let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(error);
    assert_eq!(boxed.to_string(), expected);
}

#[test]
fn a_link_to_a_reference_has_no_object() {
    let cluster = Cluster {
        href: Some("/clusters/1".to_owned()),
        ..Cluster::with_id("1").name("Default")
    };
    let link = Link::from(cluster.clone());
    assert_eq!(
        (link.id(), link.name(), link.href()),
        (Some("1"), Some("Default"), Some("/clusters/1"))
    );
    assert_eq!(link.object(), None);
    assert_eq!(link.clone(), link);
    assert_eq!(link.into_object(), cluster);

    let borrowed: Link<Cluster> = (&cluster).into();
    assert_eq!(
        (borrowed.id(), borrowed.name(), borrowed.href()),
        (Some("1"), None, None)
    );
    let named: Link<Cluster> = (&Cluster::named("Default")).into();
    assert_eq!((named.id(), named.name()), (None, Some("Default")));
}

#[test]
fn a_link_to_an_object_has_the_object() {
    let cluster = Cluster::with_id("1")
        .name("Default")
        .ballooning_enabled(true);
    let link = Link::from(cluster.clone());
    assert_eq!(
        (link.id(), link.name(), link.href()),
        (Some("1"), Some("Default"), None)
    );
    assert_eq!(link.object(), Some(&cluster));
    assert_eq!(link.clone(), link);
    assert_ne!(link, Link::from(Cluster::with_id("1").name("Default")));
    let vm = Vm::new().cluster(cluster.clone());
    assert_eq!(Vm::from_xml(vm.to_xml()).unwrap(), vm);
    assert_eq!(link.into_object(), cluster);
}

#[test]
fn a_list_is_used_like_a_vec() {
    let mut nics: List<Nic> = List::new();
    assert!(nics.is_empty() && nics.href().is_none());
    nics.push(Nic::named("b"));
    nics.extend([Nic::named("a"), Nic::named("c")]);
    nics.sort_by(|one, other| one.name.cmp(&other.name));
    nics[0].name = Some("first".to_owned());
    for nic in nics.iter_mut() {
        nic.plugged = Some(true);
    }
    let names =
        |nics: &[Nic]| -> Vec<String> { nics.iter().filter_map(|nic| nic.name.clone()).collect() };
    assert_eq!(names(&nics), ["first", "b", "c"]);
    assert_eq!((&nics).into_iter().count(), 3);
    assert!(nics.iter().all(|nic| nic.plugged == Some(true)));
    assert_eq!(nics.get(3), None);
    let with_href = nics.clone().with_href("/nics");
    assert_ne!(nics, with_href);
    assert_eq!(with_href.clone(), with_href);
    assert_eq!(with_href.clone().into_vec(), nics.clone().into_vec());
    let collected: List<Nic> = with_href
        .into_iter()
        .filter(|nic| nic.name.as_deref() != Some("b"))
        .collect();
    assert_eq!(names(&collected), ["first", "c"]);
    assert_eq!(List::from(Vec::<Nic>::new()), List::new());
    let texts: List<String> = ["a", "b"].into_iter().collect();
    assert_eq!(*texts, ["a", "b"]);
    assert_eq!(format!("{texts:?}"), "[\"a\", \"b\"]");
}

#[test]
fn objects_links_and_lists_have_an_address() {
    let vm = Vm::from_xml("<vm href='/vms/1'><cluster href='/clusters/1' id='1'/><link rel='nics' href='/vms/1/nics'/></vm>").unwrap();
    assert_eq!(vm.address().as_deref(), Some("/vms/1"));
    assert_eq!(vm.cluster.address().as_deref(), Some("/clusters/1"));
    assert_eq!(vm.nics.address().as_deref(), Some("/vms/1/nics"));
    assert_eq!(vm.snapshots.address(), None);
}

#[test]
fn documents_convert_into_their_type_only() {
    let one = Document::from_xml("<vm id='1'/>").unwrap();
    assert_eq!(
        (one.tag(), one.object::<Vm>(), one.object::<Host>()),
        ("vm", Some(&Vm::with_id("1")), None)
    );
    let one = one.into_list::<Vm>().expect_err("not a list");
    assert_eq!(one.to_xml(), "<vm id=\"1\"/>");
    let many = Document::from_xml("<vms><vm id='1'/></vms>").unwrap();
    assert_eq!((many.tag(), many.object::<Vm>()), ("vms", None));
    let many = many.into_list::<Host>().expect_err("not hosts");
    assert_eq!(format!("{many:?}"), "[Vm { id: \"1\" }]");
    assert_eq!(
        many.into_list::<Vm>().unwrap(),
        List::from([Vm::with_id("1")])
    );
    assert!(Document::empty("nothing").is_none());
    assert_eq!(Document::empty("vms").unwrap().to_xml(), "<vms/>");
}

fn sendable<T: Send + Sync + 'static>(value: T) -> T {
    value
}

/// Holds a value across an await.
async fn held<T: Send + Sync + 'static>(value: T) -> T {
    ready(()).await;
    value
}

#[test]
fn values_can_be_sent_to_threads_and_held_across_awaits() {
    fn future<F: Future + Send + 'static>(future: F) -> F {
        future
    }
    let _ = sendable((
        Vm::new(),
        Host::new(),
        StorageDomain::new(),
        Action::new(),
        Template::new(),
    ));
    let _ = sendable((
        List::<Vm>::new(),
        Document::empty("vm"),
        Link::from(Cluster::new()),
    ));
    drop(future(async {
        let (vm, host, domain, action) =
            (Vm::new(), Host::new(), StorageDomain::new(), Action::new());
        let (vms, document) = (List::<Vm>::new(), Document::empty("vm"));
        ready(()).await;
        held((vm, host, domain, action, vms, document)).await
    }));
    let vm = std::thread::spawn(|| Vm::named("a"))
        .join()
        .expect("another thread");
    assert_eq!(vm, Vm::named("a"));
}
