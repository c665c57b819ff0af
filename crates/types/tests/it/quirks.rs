//! Peculiarities of engine documents beyond the model: links, irregular tags, list metadata.

use ovirt_model::Model;
use ovirt_types::{
    BootDevice, Document, FromXml, GlusterVolume, Host, KatelloErratum, List, MemoryPolicy,
    Network, NetworkUsage, Nic, OperatingSystemInfo, Permission, SsoMethod, ToXml, Vm,
};
use serde_json::json;

use crate::generator::json;

fn decode<T: FromXml>(document: &str) -> T {
    T::from_xml(document).unwrap_or_else(|error| panic!("{error}: {document}"))
}

#[test]
fn a_link_sets_the_href_of_its_list() {
    let vm: Vm = decode(
        "<vm><link href='/vms/1/diskattachments' rel='diskattachments'/><link rel='nics' href='/vms/1/nics'></link></vm>",
    );
    let attachments = vm.disk_attachments.as_ref().expect("a linked list");
    assert_eq!(
        (attachments.href().as_deref(), attachments.len()),
        (Some("/vms/1/diskattachments"), 0)
    );
    assert_eq!(
        vm.nics.as_ref().and_then(List::href).as_deref(),
        Some("/vms/1/nics")
    );
    assert_eq!(vm.snapshots, None);
    assert_eq!(decode::<Vm>(&vm.to_xml()), vm);
}

#[test]
fn links_set_the_href_of_every_list_of_the_model() {
    let model = Model::embedded();
    for structure in model.structs() {
        let tag = structure.tag();
        for member in model.members(structure) {
            let Some(rel) = member.rel() else { continue };
            for (own, address) in [
                (" href=\"/api/x/1\"", format!("/api/x/1/{rel}")),
                (" href=\"/api/x/1\"", "/api/x/1/elsewhere".to_owned()),
                ("", format!("/api/x/1/{rel}")),
            ] {
                let document =
                    format!("<{tag}{own}><link href=\"{address}\" rel=\"{rel}\"/></{tag}>");
                let decoded = Document::from_xml(&document).expect(&document);
                let expected = json!({ "href": address, "items": [] });
                assert_eq!(json(&decoded)[&member.name], expected, "{document}");
            }
        }
    }
}

#[test]
fn the_href_of_a_list_is_independent_of_its_object() {
    for (own, address) in [
        ("/vms/1", "/vms/1/nics"),
        ("/vms/1/", "/vms/1/nics"),
        ("/vms/1", "/vms/1/nics/"),
        ("/vms/1", "/vms/12/nics"),
        ("", "/nics"),
        ("/a&amp;b", "/a&amp;b/nics"),
    ] {
        let mut vm: Vm = decode(&format!(
            "<vm href='{own}'><link rel='nics' href='{address}'/></vm>"
        ));
        let expected = address.replace("&amp;", "&");
        let same = List::<Nic>::new().with_href(expected.as_str());
        assert_eq!(vm.nics.as_ref(), Some(&same), "{address} below {own}");
        vm.href = None;
        let nics = vm.clone().nics.expect("a list");
        drop(vm);
        assert_eq!(nics.href().as_deref(), Some(expected.as_str()));
    }
}

#[test]
fn a_list_and_its_link_are_merged_in_any_order() {
    let list = "<nics><nic id='2'><name>nic1</name></nic></nics>";
    let link = "<link rel='nics' href='/vms/1/nics'/>";
    let expected = Vm::new().nics([Nic::with_id("2").name("nic1")]);
    for document in [
        format!("<vm>{list}{link}</vm>"),
        format!("<vm>{link}{list}</vm>"),
    ] {
        let nics = decode::<Vm>(&document).nics.expect("a list");
        assert_eq!(nics.href().as_deref(), Some("/vms/1/nics"));
        assert_eq!(
            Some(nics.to_vec()),
            expected.nics.as_deref().map(<[Nic]>::to_vec)
        );
    }
    let own: Vm = decode("<vm><nics href='/here'><nic/></nics></vm>");
    assert_eq!(
        own.nics.as_ref().and_then(List::href).as_deref(),
        Some("/here")
    );
}

#[test]
fn links_without_a_list_are_skipped() {
    let document = "<vm><link rel='unheardof' href='/x'/><link rel='cluster' href='/x'/><link rel='nics'/>\
        <link href='/x'/><link rel='disk_attachments' href='/x'/><link rel='' href='/x'/><link/></vm>";
    assert_eq!(decode::<Vm>(document), Vm::new());
    let action: ovirt_types::Action = decode(
        "<action><link rel='parent' href='/vms/1'/><link rel='replay' href='/vms/1/start'/><status>complete</status></action>",
    );
    assert_eq!(action, ovirt_types::Action::new().status("complete"));
}

#[test]
fn actions_and_list_metadata_are_skipped() {
    let actions = "<actions><link href='/vms/1/start' rel='start'/><link rel='nics' href='/wrong'/></actions>";
    assert_eq!(
        decode::<Vm>(&format!("<vm id='1'>{actions}</vm>")),
        Vm::with_id("1")
    );
    let vms: List<Vm> = decode(&format!(
        "<vms>{actions}<link rel='x' href='/y'/><size>1</size><total>7</total><active>1</active><vm id='1'>{actions}</vm></vms>"
    ));
    assert_eq!(*vms, [Vm::with_id("1")]);
    assert_eq!(vms.href(), None);
    let nested: Vm = decode(&format!("<vm><nics>{actions}<nic id='2'/></nics></vm>"));
    assert_eq!(nested, Vm::new().nics([Nic::with_id("2")]));
}

#[test]
fn lists_of_operating_systems_have_two_root_elements() {
    let items = "<operating_system id='0'><name>other</name></operating_system>";
    for tag in ["operation_systems", "operating_systems"] {
        let document = format!("<{tag}>{items}</{tag}>");
        let list: List<OperatingSystemInfo> = decode(&document);
        assert_eq!(*list, [OperatingSystemInfo::with_id("0").name("other")]);
        assert_eq!(
            list.to_xml(),
            format!("<operation_systems>{items}</operation_systems>").replace('\'', "\"")
        );
        let any = Document::from_xml(&document).expect(tag);
        assert_eq!(any.tag(), "operation_systems");
        assert_eq!(
            any.into_list::<OperatingSystemInfo>()
                .expect("a list of them"),
            list
        );
    }
    let one = "<operating_system id=\"0\"/>";
    assert_eq!(decode::<OperatingSystemInfo>(one).to_xml(), one);
}

#[test]
fn tags_may_differ_from_names() {
    let host: Host = decode(
        "<host><host_numa_nodes><host_numa_node><index>1</index></host_numa_node></host_numa_nodes>\
         <os><type>RHEL</type></os><transparent_hugepages><enabled>true</enabled></transparent_hugepages></host>",
    );
    assert_eq!(
        host.numa_nodes.as_deref().map(|nodes| nodes[0].index),
        Some(Some(1))
    );
    assert_eq!(
        host.os.as_ref().and_then(|os| os.type_.as_deref()),
        Some("RHEL")
    );
    let huge_pages = host
        .transparent_huge_pages
        .as_ref()
        .and_then(|pages| pages.enabled);
    assert_eq!(huge_pages, Some(true));
    let encoded = host.to_xml();
    assert!(
        encoded.contains("<host_numa_nodes><host_numa_node><index>1<"),
        "{encoded}"
    );
    assert!(
        encoded.contains("<transparent_hugepages><enabled>true<"),
        "{encoded}"
    );
    assert!(encoded.contains("<os><type>RHEL<"), "{encoded}");

    let linked: Host = decode("<host><link rel='numanodes' href='/hosts/1/numanodes'/></host>");
    assert_eq!(
        linked.numa_nodes.as_ref().and_then(List::href).as_deref(),
        Some("/hosts/1/numanodes")
    );
    let policy: MemoryPolicy = MemoryPolicy::new().transparent_huge_pages(true);
    let expected = "<memory_policy><transparent_hugepages><enabled>true</enabled></transparent_hugepages></memory_policy>";
    assert_eq!(policy.to_xml(), expected);
    let volume: GlusterVolume =
        decode("<gluster_volume><bricks><brick id='1'/></bricks></gluster_volume>");
    assert_eq!(
        volume.to_xml(),
        "<gluster_volume><bricks><brick id=\"1\"/></bricks></gluster_volume>"
    );
    let errata: List<KatelloErratum> =
        decode("<katello_errata><katello_erratum id='1'/></katello_errata>");
    assert_eq!(
        errata.to_xml(),
        "<katello_errata><katello_erratum id=\"1\"/></katello_errata>"
    );
}

#[test]
fn items_of_scalar_lists_have_the_singular_as_tag() {
    let vm: Vm = decode(
        "<vm><os><boot><devices><device>network</device><device> hd </device><device>usb4</device></devices></boot></os></vm>",
    );
    let devices = vm
        .os
        .as_ref()
        .and_then(|os| os.boot.as_ref())
        .and_then(|boot| boot.devices.as_ref());
    let expected = [
        BootDevice::Network,
        BootDevice::Hd,
        BootDevice::Unrecognized("usb4".into()),
    ];
    assert_eq!(
        devices.map(|devices| devices.to_vec()),
        Some(expected.to_vec())
    );
    assert!(vm.to_xml().contains(
        "<devices><device>network</device><device>hd</device><device>usb4</device></devices>"
    ));

    let network = Network::new()
        .usages([NetworkUsage::Vm])
        .dns_resolver_configuration(
            ovirt_types::DnsResolverConfiguration::new().name_servers(["192.0.2.1", "192.0.2.2"]),
        );
    let encoded = network.to_xml();
    assert!(
        encoded.contains("<usages><usage>vm</usage></usages>"),
        "{encoded}"
    );
    let servers = "<name_servers><name_server>192.0.2.1</name_server><name_server>192.0.2.2</name_server></name_servers>";
    assert!(encoded.contains(servers), "{encoded}");
    assert_eq!(decode::<Network>(&encoded), network);
}

#[test]
fn items_may_have_any_tag() {
    let vm: Vm = decode("<vm><nics><interface><name>a</name></interface></nics></vm>");
    assert_eq!(vm, Vm::new().nics([Nic::named("a")]));
}

#[test]
fn ids_may_be_numbers_or_enums() {
    let network: Network = decode("<network><vlan id='100'/></network>");
    assert_eq!(network.vlan.as_ref().and_then(|vlan| vlan.id), Some(100));
    let spelled_out: Network = decode("<network><vlan id='100'></vlan></network>");
    assert_eq!(spelled_out, network);
    assert_eq!(
        Network::new().vlan(100).to_xml(),
        "<network><vlan id=\"100\"/></network>"
    );

    let document =
        "<vm><sso><methods><method id=\"guest_agent\"/><method id=\"palm\"/></methods></sso></vm>";
    let vm: Vm = decode(document);
    let methods = vm
        .sso
        .as_ref()
        .and_then(|sso| sso.methods.as_deref())
        .expect("methods");
    assert_eq!(methods[0].id, Some(SsoMethod::GuestAgent));
    assert_eq!(methods[1].id, Some(SsoMethod::Unrecognized("palm".into())));
    assert_eq!(vm.to_xml(), document);
}

#[test]
fn attributes_and_elements_are_not_interchangeable() {
    let vm: Vm = decode("<vm name='no' id='1'><id>2</id><href>/no</href><name>yes</name></vm>");
    assert_eq!(vm, Vm::with_id("1").name("yes"));
}

#[test]
fn unrecognized_enum_values_are_kept() {
    let vm: Vm = decode("<vm><status>hibernating_on_mars</status></vm>");
    let status = vm.status.as_ref().expect("a status");
    assert_eq!(status.as_str(), "hibernating_on_mars");
    assert_eq!(*status, *"hibernating_on_mars");
    assert_eq!(vm.to_xml(), "<vm><status>hibernating_on_mars</status></vm>");
    let trimmed: Vm = decode("<vm><status>\n up </status></vm>");
    assert_eq!(trimmed.status, Some(ovirt_types::VmStatus::Up));
    assert_eq!(decode::<Vm>("<vm><status> </status></vm>").status, None);
}

#[test]
fn the_last_of_duplicate_elements_wins() {
    let vm: Vm = decode(
        "<vm id='1' id='2'><name>a</name><memory>1</memory><cpu><type>x</type></cpu><cluster id='1'><name>c</name></cluster>\
         <nics><nic id='1'/></nics><name>b</name><memory>2</memory><cpu/><cluster id='2'/><nics><nic id='2'/></nics></vm>",
    );
    let expected = Vm::with_id("2")
        .name("b")
        .memory(2)
        .cpu(ovirt_types::Cpu::new())
        .cluster(ovirt_types::Cluster::with_id("2"))
        .nics([Nic::with_id("2")]);
    assert_eq!(vm, expected);
}

#[test]
fn unknown_elements_and_attributes_are_skipped_at_any_depth() {
    let document = "<vm new='1'><new_in_5><name>no</name><nics><nic/></nics></new_in_5><name>a</name>\
        <cpu new='1'><new/><type>x</type></cpu><permissions><permission><new><id>1</id></new></permission></permissions></vm>";
    let expected = Vm::named("a")
        .cpu(ovirt_types::Cpu::new().type_("x"))
        .permissions([Permission::new()]);
    assert_eq!(decode::<Vm>(document), expected);
}

#[test]
fn references_have_any_of_id_href_and_name() {
    for (document, id, href, name) in [
        (
            "<cluster href='/clusters/1' id='1'/>",
            Some("1"),
            Some("/clusters/1"),
            None,
        ),
        ("<cluster id='1'></cluster>", Some("1"), None, None),
        (
            "<cluster id='1'><name>Default</name></cluster>",
            Some("1"),
            None,
            Some("Default"),
        ),
        (
            "<cluster href='/clusters/x' id='1'/>",
            Some("1"),
            Some("/clusters/x"),
            None,
        ),
        ("<cluster/>", None, None, None),
    ] {
        let vm: Vm = decode(&format!("<vm>{document}</vm>"));
        let cluster = vm.cluster.as_ref().expect(document);
        assert_eq!(
            (cluster.id(), cluster.href(), cluster.name()),
            (id, href, name)
        );
        assert!(
            cluster.object().is_none(),
            "{document} is more than a reference"
        );
        assert_eq!(decode::<Vm>(&vm.to_xml()), vm);
    }
    let long = "x".repeat(100_000);
    let vm: Vm = decode(&format!("<vm><cluster id='{long}' href='/{long}'/></vm>"));
    let cluster = vm.cluster.as_ref().expect("a link");
    assert_eq!(cluster.id(), Some(long.as_str()));
    assert_eq!(decode::<Vm>(&vm.to_xml()), vm);
}
