//! Objects of a list are mostly alike, and the reader makes use of that: what it reads is the same as
//! what is read where nothing is remembered, whether they are alike or only seem so.

use ovirt_types::{
    AffinityGroup, CustomProperty, FromXml as _, GuestOperatingSystem, List, ToXml as _, Vm,
};

/// The same list within an object, where nothing is remembered.
fn within_a_group(xml: &str) -> Result<Vec<Vm>, String> {
    let group = AffinityGroup::from_xml(format!("<affinity_group>{xml}</affinity_group>"));
    let vms = group.map_err(|error| error.to_string())?.vms;
    Ok(vms.map(List::into_vec).unwrap_or_default())
}

#[track_caller]
fn compare(objects: &[&str]) -> Result<Vec<Vm>, String> {
    let xml = format!("<vms>{}</vms>", objects.concat());
    let whole = List::<Vm>::from_xml(&xml);
    let whole = whole.map(List::into_vec).map_err(|error| error.to_string());
    let expected = within_a_group(&xml);
    match (&whole, &expected) {
        (Err(_), Err(_)) => {}
        _ => assert_eq!(whole, expected, "{xml}"),
    }
    if let Ok(vms) = &whole {
        check_written(vms);
    }
    whole
}

/// What objects share is copied in the document of a list: it is the same as that of each object on its own.
#[track_caller]
fn check_written(vms: &[Vm]) {
    let each: String = vms.iter().map(Vm::to_xml).collect();
    let list = List::from(vms.to_vec()).to_xml();
    assert_eq!(list, format!("<vms>{each}</vms>"));
}

/// Compares lists of a usual object and two others, whichever comes first, and again.
#[track_caller]
fn compare_in_any_order(usual: &str, others: &[String]) {
    for one in others {
        for other in others {
            for list in [
                [usual, one, other, usual],
                [one, other, usual, one],
                [one, usual, other, one],
                [one, one, other, one],
            ] {
                compare(&list).expect("a list");
            }
        }
    }
}

/// A machine as engines write it, with these parts.
fn vm(id: &str, links: &[&str], rest: &str) -> String {
    let link = |rel: &&str| format!("\n  <link href=\"/api/vms/{id}/{rel}\" rel=\"{rel}\"/>");
    let links: String = links.iter().map(link).collect();
    format!(
        "\n <vm href=\"/api/vms/{id}\" id=\"{id}\">\n  <actions>\n   <link href=\"/api/vms/{id}/start\" \
         rel=\"start\"/>\n   <link href=\"/api/vms/{id}/stop\" rel=\"stop\"/>\n  </actions>\n  \
         <name>vm{id}</name>{links}{rest}\n </vm>"
    )
}

#[test]
fn objects_that_are_alike() {
    let rest = "\n  <cluster href=\"/api/clusters/7\" id=\"7\"/>\n  <cpu>\n   <topology>\n    \
                <cores>2</cores>\n   </topology>\n  </cpu>\n  <status>up</status>";
    let vms = ["1", "2", "3"].map(|id| vm(id, &["nics", "diskattachments"], rest));
    let vms = compare(&vms.each_ref().map(String::as_str)).expect("a list");
    for (vm, id) in vms.iter().zip(["1", "2", "3"]) {
        let nics = vm.nics.as_ref().and_then(List::href);
        assert_eq!(nics.as_deref(), Some(&*format!("/api/vms/{id}/nics")));
        assert_eq!(vm.cluster.as_ref().and_then(|it| it.id()), Some("7"));
    }
}

#[test]
fn links_to_what_the_type_has_not() {
    let links = [
        "nothing",
        "neither",
        "nics",
        "nor",
        "diskattachments",
        "tags",
    ];
    let vms = ["1", "2"].map(|id| vm(id, &links, ""));
    for vm in compare(&vms.each_ref().map(String::as_str)).expect("a list") {
        assert!(vm.nics.is_some() && vm.disk_attachments.is_some() && vm.tags.is_some());
    }
}

#[test]
fn objects_that_differ_somewhere() {
    let usual = vm("1", &["nics", "diskattachments"], "\n  <status>up</status>");
    let others = [
        vm("2", &["diskattachments", "nics"], "\n  <status>up</status>"),
        vm(
            "2",
            &["nics"],
            "\n  <memory>1</memory>\n  <status>up</status>",
        ),
        vm("2", &["nics", "tags", "diskattachments"], ""),
        vm("2", &["nothing", "nics", "neither", "diskattachments"], ""),
        vm("2", &["nothing", "neither", "nics"], ""),
        usual.replace("/api/vms/1/nics", "/api/vms/10/nics"),
        usual.replace("/api/vms/1/nics", "/elsewhere"),
        usual.replace("href=\"/api/vms/1\" id", "id"),
        usual.replace("href=\"/api/vms/1\"", "href='/api/vms/1'"),
        usual.replace("href=\"/api/vms/1\"", "href=\"/api/vms/&#49;\""),
        usual.replace("rel=\"nics\"", "rel=\"ni&#99;s\""),
        usual.replace("rel=\"nics\"/>", "rel=\"nics\"></link>"),
        usual.replace("rel=\"nics\"/>", "rel=\"nics\"><name>no</name></link>"),
        usual.replace("<name>vm1</name>", "<name/>"),
        usual.replace("<name>vm1</name>", "<name id=\"5\">vm1</name>"),
        usual.replace("<name>vm1</name>", "<name>a<!-- b -->c</name>"),
        usual.replace("<name>vm1</name>", "<strange><name>vm1</name></strange>"),
        usual.replace("<name>vm1</name>", "<!-- <name> --><name >vm1</name >"),
        usual.replace("<actions>", "<actions><!-- a --><link><link/></link>"),
        usual.replace(
            "<status>",
            "<template id=\"3\"><name>t</name></template><status>",
        ),
        usual.replace(
            "<status>",
            "<template><status>ok</status><name>t</name></template><status>",
        ),
        usual
            .replace("vm>", "template>")
            .replace("<vm ", "<template "),
        usual.replace(
            "<status>",
            "<cluster href=\"/api/vms/1/nics\" id=\"8\"/><status>",
        ),
        "<vm/>".to_owned(),
    ];
    compare_in_any_order(&usual, &others);
}

#[test]
fn objects_that_seem_alike_and_are_broken() {
    let usual = vm(
        "1",
        &["nics", "tags"],
        "\n  <status>up</status>\n  <memory>1</memory>",
    );
    let broken = [
        usual.replace("</status>", "</memory>"),
        usual.replace("</vm>", "</cpu>"),
        usual.replace("</actions>", "</vm>"),
        usual.replace("</actions>", ""),
        usual.replace("rel=\"tags\"/>", "rel=\"tags\">"),
        usual.replace("rel=\"stop\"/>", "rel=\"stop\">"),
        usual.replace("rel=\"tags\"/>", "rel=\"tags/>"),
        usual.replace("<memory>1", "<memory>one"),
        usual.replace("<memory>", "<memory"),
        usual.replace("vm1", "&vm1;"),
    ];
    for one in &broken {
        assert!(compare(&[&usual, one]).is_err(), "{one}");
        assert!(compare(&[one, &usual]).is_err(), "{one}");
        assert!(compare(&[&usual, &usual, one, &usual]).is_err(), "{one}");
    }
}

#[test]
fn an_address_with_a_quote_in_it() {
    let vm = |quote: &str, own: &str| {
        format!(
            "\n <vm href={quote}{own}{quote} id=\"1\">\n  <actions>\n   <link href=\"{own}/start\" rel=\"start\"/>\n  \
             </actions>\n  <link href=\"{own}/nics\" rel=\"nics\"/>\n </vm>"
        )
    };
    let (usual, odd) = (vm("\"", "/vms/1"), vm("'", "/vms/\"1"));
    compare(&[&usual, &usual]).expect("a list");
    // In double quotes it ends there, and what follows is no attribute.
    assert!(compare(&[&usual, &odd]).is_err());
}

#[test]
fn what_is_passed_over_and_was_there_before() {
    let usual = vm("1", &["nics"], "");
    let others = [
        vm("2", &["nics"], ""),
        vm("10", &["nics"], ""),
        usual.replace("/api/vms/1/stop", "/api/vms/10/stop"),
        usual.replace("/api/vms/1/stop", "/api/vms/1"),
        usual.replace("href=\"/api/vms/1/stop\"", "href='/api/vms/1/stop'"),
        usual.replace("href=\"/api/vms/1/stop\"", "href=\"&#47;api/vms/1/stop\""),
        usual.replace("rel=\"stop\"/>", "rel=\"stop\">/api/vms/1/stop</link>"),
        usual.replace("rel=\"stop\"/>", "rel=\"stop\"/><!-- </actions> -->"),
        usual.replace("rel=\"stop\"/>", "rel=\"stop\"/><a'b'/>"),
        usual.replace("</actions>", "</actions >"),
        usual.replace("actions>", "strange>"),
        usual.replace("<actions>", "<actions id=\"1\">"),
        usual.replace("/api/vms/1", "/api/<vms>/1"),
        usual.replace("/api/vms/1", "/api/'vms'/1"),
        usual.replace("/api/vms/1", "/api/vms/&quot;1"),
        usual.replace("/api/vms/1", "/"),
        usual.replace("/api/vms/1", ""),
    ];
    compare_in_any_order(&usual, &others);
    for broken in [
        usual.replace("</actions>", "</action>"),
        usual.replace("<actions>", "<action>"),
        usual.replace("</actions>", "</actions"),
        usual.replace("</actions>", "<actions>"),
        usual.replace("rel=\"stop\"/>", "rel=\"stop/>"),
        usual.replace("/api/vms/1/stop", "/api/vms/1\"/stop"),
    ] {
        assert!(compare(&[&usual, &broken, &usual]).is_err(), "{broken}");
        assert!(compare(&[&usual, &usual, &broken]).is_err(), "{broken}");
    }
}

/// A machine with parts that are objects.
fn vm_of(parts: &str) -> String {
    vm("1", &["nics"], parts)
}

#[test]
fn parts_that_were_there_before() {
    let bios = "\n  <bios>\n   <boot_menu>\n    <enabled>true</enabled>\n   </boot_menu>\n   \
                <type>q35_sea_bios</type>\n  </bios>";
    let os = "<os><boot><devices><device>hd</device></devices></boot><type>other</type></os>";
    let version = "<custom_compatibility_version><major>4</major></custom_compatibility_version>";
    let usual = vm_of(&format!(
        "{version}{bios}{os}<usb><enabled>false</enabled></usb>"
    ));
    let others = [
        usual.replace("hd", "network"),
        usual.replace("true", "tru&#101;"),
        usual.replace("<bios>", "<bios >"),
        usual.replace("_version><major", "_version id=\"1\"><major"),
        usual.replace("</bios>", "</bios >"),
        usual.replace("</bios>", "<!-- </bios> --></bios>"),
        usual.replace("q35_sea_bios", "<![CDATA[q35_sea_bios]]>"),
        usual.replace("q35_sea_bios", "something else"),
        usual.replace("<os>", "<os><a'b'/><version/>"),
        usual.replace("<os>", "<os/><os>"),
        usual.replace(os, "<os/>"),
        usual.replace(os, &os.repeat(2)),
        usual.replace(bios, ""),
    ];
    compare_in_any_order(&usual, &others);
    for broken in [
        usual.replace("</bios>", "</os>"),
        usual.replace("<bios>", "<os>"),
        usual.replace("<bios>", "<strange>"),
        usual.replace("<enabled>true", "<enabled>maybe"),
        usual.replace("</type>\n  </bios>", "</type>\n  "),
    ] {
        assert!(compare(&[&usual, &broken]).is_err(), "{broken}");
        assert!(compare(&[&usual, &usual, &broken, &usual]).is_err());
    }
}

#[test]
fn parts_that_are_always_others() {
    let vms = |count: usize, of: usize| {
        let part = |index| {
            format!(
                "<cpu><topology><cores>{}</cores></topology></cpu>",
                index % of
            )
        };
        (0..count)
            .map(|index| vm_of(&part(index)))
            .collect::<Vec<_>>()
    };
    for of in [1, 2, 5, 9, 200, 300, 1000] {
        let vms = vms(700, of);
        let vms: Vec<&str> = vms.iter().map(String::as_str).collect();
        for (index, vm) in compare(&vms).expect("a list").iter().enumerate() {
            let topology = vm.cpu.as_ref().and_then(|cpu| cpu.topology.as_ref());
            let expected = i64::try_from(index % of).ok();
            assert_eq!(topology.and_then(|it| it.cores), expected);
        }
    }
}

#[test]
fn parts_of_any_length() {
    let part = |length: usize| {
        let content = "x".repeat(length);
        vm_of(&format!(
            "<display><certificate><content>{content}</content></certificate></display>"
        ))
    };
    for length in [4000, 5000, 200_000] {
        let vm = part(length);
        compare(&[&*vm; 3]).expect("a list");
    }
    // More than is remembered of all of them.
    let vms: Vec<String> = (0..80).map(|index| part(3900 + index % 40)).collect();
    compare(&vms.iter().map(String::as_str).collect::<Vec<_>>()).expect("a list");
}

#[test]
fn parts_that_are_the_same_are_kept_once_until_one_is_changed() {
    let vm = vm_of("<cpu><topology><cores>2</cores></topology></cpu>");
    let mut vms = compare(&[&*vm; 3]).expect("a list");
    let [Some(one), Some(other)] = [1, 2].map(|index: usize| vms[index].cpu.as_deref()) else {
        panic!("no CPU");
    };
    assert!(std::ptr::eq(one, other));
    let topology = vms[1].cpu.as_mut().and_then(|cpu| cpu.topology.as_mut());
    topology.expect("a topology").cores = Some(4);
    let cores = vms
        .iter()
        .map(|vm| vm.cpu.as_ref()?.topology.as_ref()?.cores);
    assert_eq!(cores.collect::<Vec<_>>(), [Some(2), Some(4), Some(2)]);
    check_written(&vms);
}

#[test]
fn parts_that_were_there_before_and_are_too_deep_now() {
    let part = "<cpu><topology><cores>2</cores></topology></cpu>";
    let nested = |levels: usize| {
        let (start, end) = ("<template><vm>", "</vm></template>");
        let (start, end) = (start.repeat(levels), end.repeat(levels));
        format!("<vm>{start}{part}{end}</vm>")
    };
    let read = |objects: &[&str]| List::<Vm>::from_xml(format!("<vms>{}</vms>", objects.concat()));
    let usual = vm_of(part);
    let refused = (20..40).filter(|levels| {
        let alone = read(&[&nested(*levels)]).is_err();
        let after = read(&[&usual, &nested(*levels), &nested(*levels)]).is_err();
        assert_eq!(after, alone, "{levels} levels");
        alone
    });
    assert!((1..20).contains(&refused.count()));
}

#[test]
fn lists_that_are_the_same_are_kept_once_until_one_is_changed() {
    let property = |name: &str| format!("<custom_property><name>{name}</name></custom_property>");
    let list = |name: &str| format!("<custom_properties>{}</custom_properties>", property(name));
    let vm = vm_of(&list("a"));
    let mut vms = compare(&[&*vm; 4]).expect("a list");
    let address = |vm: &Vm| vm.custom_properties.as_deref().map(<[_]>::as_ptr);
    assert_eq!(address(&vms[1]), address(&vms[2]));

    let taken = vms.pop().and_then(|vm| vm.custom_properties);
    let taken = taken.expect("a list").into_vec();
    for property in vms[0].custom_properties.get_or_insert_default().iter_mut() {
        property.name = None;
    }
    vms[1]
        .custom_properties
        .get_or_insert_default()
        .push(CustomProperty::new().name("b"));
    let names = |vm: &Vm| {
        let list = vm.custom_properties.iter().flatten();
        list.map(|it| it.name.clone().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        vms.iter().map(names).collect::<Vec<_>>(),
        [vec![""], vec!["a", "b"], vec!["a"]]
    );
    assert_eq!(taken, [CustomProperty::new().name("a")]);
    check_written(&vms);
}

#[test]
fn lists_that_have_an_address_or_not() {
    let list =
        "<custom_properties><custom_property><name>a</name></custom_property></custom_properties>";
    let link = "<link href=\"/elsewhere\" rel=\"customproperties\"/>";
    let usual = vm_of(list);
    let others = [
        vm_of(&format!("{link}{list}")),
        vm_of(&format!("{list}{link}")),
        vm_of(&format!("{list}{list}")),
        vm_of("<custom_properties/>"),
        vm_of("<custom_properties></custom_properties>"),
        usual.replace("<custom_properties>", "<custom_properties href=\"/there\">"),
        usual.replace("<custom_property>", "<custom_property/><custom_property>"),
        usual.replace("<name>a", "<name>b"),
    ];
    compare_in_any_order(&usual, &others);
}

#[test]
fn what_is_written_again_is_the_same_member() {
    let version = |tag: &str| format!("<{tag}><major>4</major></{tag}>");
    let vm = |parts: &[&str]| vm_of(&parts.iter().map(|tag| version(tag)).collect::<String>());
    let mut vms = compare(&[
        &vm(&["custom_compatibility_version"]),
        &vm(&["custom_compatibility_version"]),
    ])
    .expect("a list");
    // The same object as two members.
    let shared = vms[0].custom_compatibility_version.clone();
    let system = GuestOperatingSystem {
        version: shared,
        ..GuestOperatingSystem::new()
    };
    vms[0].guest_operating_system = Some(system.into());
    check_written(&vms);
}
