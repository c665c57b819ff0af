//! The cache of the list decoder: lists decode as they do without it, and equal values share
//! memory.

use ovirt_types::{AffinityGroup, CustomProperty, FromXml as _, List, Version, Vm};

/// Decodes a list within an object, which disables the cache.
fn decode_uncached(list: &str) -> Result<Vec<Vm>, String> {
    let group = AffinityGroup::from_xml(format!("<affinity_group>{list}</affinity_group>"));
    let vms = group.map_err(|error| error.to_string())?.vms;
    Ok(vms.map(List::into_vec).unwrap_or_default())
}

/// Decodes a list of these VMs and compares it with the result without the cache.
#[track_caller]
fn decode(vms: &[&str]) -> Result<Vec<Vm>, String> {
    let list = format!("<vms>{}</vms>", vms.concat());
    let decoded = List::<Vm>::from_xml(&list).map(List::into_vec);
    let decoded = decoded.map_err(|error| error.to_string());
    let expected = decode_uncached(&list);
    match (&decoded, &expected) {
        (Err(_), Err(_)) => {}
        _ => assert_eq!(decoded, expected, "{list}"),
    }
    decoded
}

/// Decodes lists of a VM and two variants, in several orders and with repetitions.
#[track_caller]
fn decode_mixed(base: &str, variants: &[String]) {
    for one in variants {
        for other in variants {
            for list in [
                [base, base, one, other, base],
                [one, other, base, one, other],
                [one, one, base, other, one],
                [one, one, one, other, one],
            ] {
                decode(&list).expect("a list");
            }
        }
    }
}

/// Asserts that lists of a VM and each of the variants are errors.
#[track_caller]
fn reject_mixed(base: &str, variants: &[String]) {
    for variant in variants {
        for list in [
            vec![base, variant],
            vec![variant, base],
            vec![base, base, base, variant],
            vec![base, base, variant, base],
        ] {
            assert!(decode(&list).is_err(), "{variant}");
        }
    }
}

/// A VM as engines send it, with these members.
fn vm(id: &str, members: &str) -> String {
    format!(
        "\n <vm href=\"/api/vms/{id}\" id=\"{id}\">\n  <actions>\n   <link href=\"/api/vms/{id}/start\" \
         rel=\"start\"/>\n   <link href=\"/api/vms/{id}/stop\" rel=\"stop\"/>\n  </actions>\n  \
         <name>vm{id}</name>\n  <link href=\"/api/vms/{id}/nics\" rel=\"nics\"/>\n  \
         <link href=\"/api/vms/{id}/tags\" rel=\"tags\"/>{members}\n </vm>"
    )
}

fn cores(vm: &Vm) -> Option<i64> {
    vm.cpu.as_ref()?.topology.as_ref()?.cores
}

const CPU: &str = "<cpu><topology><cores>2</cores></topology></cpu>";

#[test]
fn recurring_objects_share_memory_until_modified() {
    let vm = vm("1", CPU);
    let mut vms = decode(&[&*vm; 3]).expect("a list");
    let [Some(one), Some(other)] = [1, 2].map(|index: usize| vms[index].cpu.as_deref()) else {
        panic!("no CPU");
    };
    assert!(std::ptr::eq(one, other));
    let topology = vms[1].cpu.as_mut().and_then(|cpu| cpu.topology.as_mut());
    topology.expect("a topology").cores = Some(4);
    let cores: Vec<_> = vms.iter().map(cores).collect();
    assert_eq!(cores, [Some(2), Some(4), Some(2)]);
}

#[test]
fn recurring_lists_share_memory_until_modified() {
    let vm = vm(
        "1",
        "<custom_properties><custom_property><name>a</name></custom_property></custom_properties>",
    );
    let mut vms = decode(&[&*vm; 4]).expect("a list");
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
    let names: Vec<_> = vms.iter().map(names).collect();
    assert_eq!(names, [vec![""], vec!["a", "b"], vec!["a"]]);
    assert_eq!(taken, [CustomProperty::new().name("a")]);
}

#[test]
fn recurring_references_share_memory() {
    let cluster = "<cluster href=\"/api/clusters/7\" id=\"7\"/>";
    let vms = decode(&[&vm("1", cluster), &vm("2", cluster)]).expect("a list");
    let address = |vm: &Vm| Some(vm.cluster.as_ref()?.href()?.as_ptr());
    assert!(address(&vms[0]).is_some());
    assert_eq!(address(&vms[0]), address(&vms[1]));
}

#[test]
fn lists_of_each_object_have_their_own_href() {
    let vms = ["1", "2", "3"].map(|id| vm(id, CPU));
    let vms = decode(&vms.each_ref().map(String::as_str)).expect("a list");
    for (vm, id) in vms.iter().zip(["1", "2", "3"]) {
        let nics = vm.nics.as_ref().and_then(List::href);
        assert_eq!(nics.as_deref(), Some(&*format!("/api/vms/{id}/nics")));
    }
}

#[test]
fn recurring_text_is_decoded_for_its_member() {
    // A `Version`, a `TemplateVersion` and another `Version`, at the same depth.
    let version = "<version><major>4</major></version>";
    let vm = vm(
        "1",
        &format!(
            "<guest_operating_system>{version}</guest_operating_system>\
             <template>{version}<name>t</name></template><os>{version}</os>"
        ),
    );
    for vm in decode(&[&*vm; 4]).expect("a list") {
        let guest = vm.guest_operating_system.expect("a guest").into_inner();
        assert_eq!(guest.version.as_deref(), Some(&Version::new().major(4)));
        let template = vm.template.as_ref().and_then(|template| template.object());
        let version = template.and_then(|template| template.version.as_deref());
        assert_eq!(version.map(|version| version.version_number), Some(None));
    }
    // A list of NICs and one of host NICs, at the same depth.
    let nics = "<nics><nic><name>n</name><boot_protocol>dhcp</boot_protocol></nic></nics>";
    let vm = vm_with_host_and_template(nics);
    for vm in decode(&[&*vm; 4]).expect("a list") {
        let host = vm.host.as_ref().and_then(|host| host.object());
        let host_nics = host.and_then(|host| host.nics.as_deref());
        assert!(host_nics.is_some_and(|nics| nics[0].boot_protocol.is_some()));
        let template = vm.template.as_ref().and_then(|template| template.object());
        let nics = template.and_then(|template| template.nics.as_deref());
        assert!(nics.is_some_and(|nics| nics[0].name.as_deref() == Some("n")));
    }
}

fn vm_with_host_and_template(members: &str) -> String {
    vm(
        "1",
        &format!("<host>{members}</host><template>{members}</template>"),
    )
}

#[test]
fn recurring_text_decodes_at_any_depth() {
    let nested = format!("<template><vm>{CPU}</vm></template>");
    let (flat, nested) = (vm("1", CPU), vm("1", &format!("{nested}{CPU}")));
    decode_mixed(&flat, &[nested]);
}

#[test]
fn cached_objects_count_towards_the_depth_limit() {
    let nested = |levels: usize| {
        let (start, end) = ("<template><vm>", "</vm></template>");
        let (start, end) = (start.repeat(levels), end.repeat(levels));
        vm("1", &format!("{start}{CPU}{end}"))
    };
    let flat = vm("1", CPU);
    // Not `decode`: the object around the list counts, too.
    let decodes =
        |vms: &[&str]| List::<Vm>::from_xml(format!("<vms>{}</vms>", vms.concat())).is_ok();
    let rejected = (20..40).filter(|levels| {
        let nested = nested(*levels);
        let alone = decodes(&[&nested]);
        let list = [&*flat, &flat, &flat, &nested, &nested, &nested];
        assert_eq!(decodes(&list), alone, "{levels} levels");
        !alone
    });
    assert!((1..20).contains(&rejected.count()));
}

#[test]
fn cached_objects_count_towards_the_memory_budget() {
    // Cheap in XML, expensive in memory, and cacheable.
    let disks = format!("<snapshots>{}</snapshots>", "<a/>".repeat(500));
    let vm = format!("<vm>{disks}</vm>");
    let list = |count: usize| format!("<vms>{}</vms>", vm.repeat(count));
    let exceeds = |text: &str| {
        let error = List::<Vm>::from_xml(text).expect_err("exceeds the budget");
        assert!(error.to_string().contains("memory budget"), "{error}");
    };
    List::<Vm>::from_xml(list(3)).expect("within the budget");
    exceeds(&list(1000));
    assert!(decode_uncached(&list(1000)).is_err());
}

#[test]
fn text_that_contains_an_end_tag_is_not_mistaken_for_the_element() {
    let base = vm("1", &format!("<bios><type>q35_sea_bios</type></bios>{CPU}"));
    let variants = [
        // In comments, CDATA sections, processing instructions and attribute values.
        base.replace("</bios>", "<!-- </bios> --></bios>"),
        base.replace("q35", "<![CDATA[</bios>]]>q35"),
        base.replace("</bios>", "<?pi </bios> ?></bios>"),
        base.replace("</bios>", "<a b=\"</bios>\"/></bios>"),
        base.replace("</bios>", "<a b='</bios>'/></bios>"),
        base.replace("</bios>", "<a'b'/></bios>"),
        // Of nested elements of the same name.
        base.replace("<type>", "<bios><type>other</type></bios><type>"),
        base.replace("<type>", "<a><bios/></a><type>"),
        base.replace("<cores>", "<cpu><cores>3</cores></cpu><cores>"),
        base.replace("<topology>", "<topology><topology/>"),
        // Longer names.
        base.replace("<type>", "<bios_x></bios_x><type>"),
        base.replace("</bios>", "</bios >"),
    ];
    decode_mixed(&base, &variants);
}

#[test]
fn mismatched_end_tags_are_errors_after_a_hit() {
    let members = format!("<bios><type>other</type></bios>{CPU}");
    let base = vm("1", &members);
    reject_mixed(
        &base,
        &[
            base.replace("</bios>", "</os>"),
            base.replace("</bios>", ""),
            base.replace("<bios>", "<os>"),
            base.replace("<bios>", "<unknown>"),
            base.replace("</topology></cpu>", "</cpu></topology>"),
            base.replace("</cores>", "</core>"),
            base.replace("</actions>", "</action>"),
            base.replace("<actions>", "<action>"),
            base.replace("</actions>", "</actions"),
            base.replace("</actions>", "<actions>"),
            base.replace("</actions>", "</vm>"),
            base.replace("</vm>", "</cpu>"),
            base.replace("rel=\"stop\"/>", "rel=\"stop/>"),
            base.replace("/api/vms/1/stop", "/api/vms/1\"/stop"),
            base.replace("rel=\"tags\"/>", "rel=\"tags\">"),
            base.replace("<cores>2", "<cores>two"),
            base.replace("vm1", "&vm1;"),
        ],
    );
}

#[test]
fn variants_of_an_object_decode_independently() {
    let bios = "\n  <bios>\n   <boot_menu>\n    <enabled>true</enabled>\n   </boot_menu>\n   \
                <type>q35_sea_bios</type>\n  </bios>";
    let os = "<os><boot><devices><device>hd</device></devices></boot><type>other</type></os>";
    let version = "<custom_compatibility_version><major>4</major></custom_compatibility_version>";
    let base = vm("1", &format!("{version}{bios}{os}{CPU}"));
    let variants = [
        base.replace("hd", "network"),
        base.replace("true", "tru&#101;"),
        base.replace("<bios>", "<bios >"),
        base.replace("_version><major", "_version id=\"1\"><major"),
        base.replace("q35_sea_bios", "<![CDATA[q35_sea_bios]]>"),
        base.replace("q35_sea_bios", "something else"),
        base.replace("<os>", "<os><a'b'/><version/>"),
        base.replace("<os>", "<os/><os>"),
        base.replace(os, "<os/>"),
        base.replace(os, &os.repeat(2)),
        base.replace(bios, ""),
        "<vm/>".to_owned(),
    ];
    decode_mixed(&base, &variants);
}

#[test]
fn variants_of_a_list_decode_independently() {
    let list =
        "<custom_properties><custom_property><name>a</name></custom_property></custom_properties>";
    let link = "<link href=\"/elsewhere\" rel=\"customproperties\"/>";
    let base = vm("1", list);
    let variants = [
        vm("1", &format!("{link}{list}")),
        vm("1", &format!("{list}{link}")),
        vm("1", &format!("{list}{list}")),
        vm("1", "<custom_properties/>"),
        vm("1", "<custom_properties></custom_properties>"),
        base.replace("<custom_properties>", "<custom_properties href=\"/there\">"),
        base.replace("<custom_property>", "<custom_property/><custom_property>"),
        base.replace("<name>a", "<name>b"),
    ];
    decode_mixed(&base, &variants);
}

#[test]
fn variants_of_links_decode_independently() {
    let base = vm("1", "\n  <status>up</status>");
    let variants = [
        vm("10", ""),
        base.replace("/api/vms/1/nics", "/api/vms/10/nics"),
        base.replace("/api/vms/1/nics", "/elsewhere"),
        base.replace("href=\"/api/vms/1\" id", "id"),
        base.replace("href=\"/api/vms/1\"", "href='/api/vms/1'"),
        base.replace("href=\"/api/vms/1\"", "href=\"/api/vms/&#49;\""),
        base.replace("rel=\"nics\"", "rel=\"ni&#99;s\""),
        base.replace("rel=\"nics\"", "rel=\"unknown\""),
        base.replace("rel=\"nics\"/>", "rel=\"nics\"></link>"),
        base.replace("rel=\"nics\"/>", "rel=\"nics\"><name>no</name></link>"),
        base.replace("/api/vms/1", "/api/&lt;vms&gt;/1"),
        base.replace("/api/vms/1", "/api/'vms'/1"),
        base.replace("/api/vms/1", "/"),
        base.replace("/api/vms/1", ""),
        base.replace(
            "<status>",
            "<cluster href=\"/api/vms/1/nics\" id=\"8\"/><status>",
        ),
        base.replace(
            "<status>",
            "<template id=\"3\"><name>t</name></template><status>",
        ),
        base.replace("<actions>", "<actions><!-- a --><link><link/></link>"),
    ];
    decode_mixed(&base, &variants);
}

#[test]
fn more_variants_than_entries_decode_correctly() {
    for variants in [1, 2, 5, 200, 1000, 3000] {
        let vms: Vec<String> = (0..4000)
            .map(|index| CPU.replace('2', &(index % variants).to_string()))
            .map(|cpu| format!("<vm>{cpu}</vm>"))
            .collect();
        let list = format!("<vms>{}</vms>", vms.concat());
        let vms = List::<Vm>::from_xml(list).expect("a list");
        for (index, vm) in vms.iter().enumerate() {
            assert_eq!(cores(vm), i64::try_from(index % variants).ok());
        }
    }
}

#[test]
fn objects_of_any_length_decode_correctly() {
    let vm = |length: usize| {
        let content = "x".repeat(length);
        vm(
            "1",
            &format!("<display><certificate><content>{content}</content></certificate></display>"),
        )
    };
    for length in [4000, 4090, 4100, 5000, 200_000] {
        decode(&[&*vm(length); 4]).expect("a list");
    }
    // Exceeds the total size of the cache.
    let vms: Vec<String> = (0..600).map(|index| vm(3000 + index % 300)).collect();
    decode(&vms.iter().map(String::as_str).collect::<Vec<_>>()).expect("a list");
}
