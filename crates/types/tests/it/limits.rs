//! Limits of the decoder: depth, memory budget and length of texts.

use std::fmt::Write as _;

use ovirt_types::{Document, FromXml, List, Template, ToXml, Vm};

/// Far beyond what engines send.
const MANY: usize = 100_000;

fn nested(tags: &[&str], depth: usize) -> String {
    let tags: Vec<&str> = tags.iter().copied().cycle().take(depth).collect();
    let starts = tags.iter().map(|tag| format!("<{tag}>"));
    let ends = tags.iter().rev().map(|tag| format!("</{tag}>"));
    starts.chain(ends).collect()
}

#[test]
fn objects_may_be_nested_deeper_than_engines_do() {
    let deep = nested(&["vm", "template"], 40);
    let vm = Vm::from_xml(&deep).expect("a deep document");
    let clone = vm.clone();
    assert_eq!(clone, vm);
    assert_eq!(format!("{clone:?}").matches("Template").count(), 20);
    assert_eq!(Vm::from_xml(vm.to_xml()).expect("encoded XML"), vm);
}

#[test]
fn objects_nested_too_deeply_are_rejected() {
    let paths: &[&[&str]] = &[
        &["vm", "template"],
        &[
            "vm",
            "host",
            "cluster",
            "mac_pool",
            "permissions",
            "permission",
        ],
        &["vm", "tags", "tag", "parent"],
        &["vm", "disk_attachments", "disk_attachment", "disk", "vms"],
    ];
    for tags in paths {
        for depth in [1_000, MANY] {
            let whole = nested(tags, depth);
            for document in [whole.as_str(), &whole[..whole.len() / 2]] {
                let error = Document::from_xml(document).expect_err("too deep");
                let text = error.to_string();
                assert!(
                    text.starts_with("objects are nested more than 64 levels deep at line 1, "),
                    "{text:.80}"
                );
                assert!(text.len() < 2_000, "the message is too long");
            }
        }
    }
}

#[test]
fn unknown_elements_are_skipped_at_any_depth() {
    let unknown = nested(&["what", "ever"], MANY);
    for (document, name) in [
        (format!("<vm>{unknown}<name>a</name></vm>"), "a"),
        (format!("<vm><name>a{unknown}b</name></vm>"), "ab"),
        (
            format!("<vm><actions>{unknown}</actions><name>a</name></vm>"),
            "a",
        ),
    ] {
        let vm = Vm::from_xml(&document).expect("unknown elements are skipped");
        assert_eq!(vm, Vm::named(name));
    }
    let open = format!("<vm>{}", "<what>".repeat(MANY));
    let error = Vm::from_xml(&open).expect_err("a truncated document");
    assert!(
        error
            .to_string()
            .starts_with("unexpected end of the document within an element")
    );
}

#[test]
fn any_number_of_attributes_is_accepted() {
    let mut document = "<vm id='1'".to_owned();
    for number in 0..MANY {
        let _ = write!(document, " a{number}='&amp;'");
    }
    document.push_str(" href='/vms/1'/>");
    let vm = Vm::from_xml(&document).expect("unknown attributes are skipped");
    assert_eq!(
        (vm.id.as_deref(), vm.href.as_deref()),
        (Some("1"), Some("/vms/1"))
    );
    let same = format!("<vm{}/>", " id='1'".repeat(MANY));
    assert_eq!(
        Vm::from_xml(&same)
            .expect("the last one wins")
            .id
            .as_deref(),
        Some("1")
    );
}

#[test]
fn a_list_may_have_any_number_of_items() {
    let item = "<vm href=\"/ovirt-engine/api/vms/1\" id=\"1\"/>";
    let document = format!("<vms>{}</vms>", item.repeat(MANY));
    let vms = List::<Vm>::from_xml(&document).expect("a long list");
    assert_eq!(vms.len(), MANY);
}

#[test]
fn objects_beyond_the_memory_budget_are_rejected() {
    let few = format!("<vms>{}</vms>", "<vm/>".repeat(20_000));
    assert_eq!(List::<Vm>::from_xml(&few).expect("a list").len(), 20_000);
    let nested = "<vm><host><os/></host></vm>";
    for (list, item) in [("vms", "<vm/>"), ("snapshots", "<a/>"), ("vms", nested)] {
        let document = format!("<{list}>{}</{list}>", item.repeat(MANY));
        let error = Document::from_xml(&document).expect_err("exceeds the budget");
        let text = error.to_string();
        let message = "the objects exceed the memory budget of the document at line 1, column ";
        assert!(text.starts_with(message), "{text}");
    }
}

#[test]
fn texts_of_members_have_a_limit_and_skipped_ones_have_none() {
    let limit = 16 << 20;
    let fits = format!("<vm><name>{}</name></vm>", "x".repeat(limit));
    let vm = Vm::from_xml(&fits).expect("a long text");
    assert_eq!(vm.name.as_deref().map(str::len), Some(limit));
    let too_long = "x".repeat(limit + 1);
    let in_parts = "<![CDATA[0123456789abcdef]]>".repeat(limit / 16 + 1);
    for (member, text) in [
        ("name", &too_long),
        ("memory", &too_long),
        ("name", &in_parts),
    ] {
        let document = format!("<vm><{member}>{text}</{member}></vm>");
        let text = Vm::from_xml(&document).expect_err("too long").to_string();
        assert!(
            text.starts_with("the text of an element exceeds 16 MiB at line 1, column "),
            "{text}"
        );
        assert!(text.ends_with(&format!(", in vm/{member}")), "{text}");
    }
    let huge = "x".repeat(100 << 20);
    let unknown = format!("<vm><what>{huge}</what><name>a</name></vm>");
    drop(huge);
    assert_eq!(
        Vm::from_xml(&unknown).expect("an unknown element"),
        Vm::named("a")
    );
}

#[test]
fn error_messages_truncate_long_tags() {
    let tag = "x".repeat(1 << 20);
    for text in [
        Document::from_xml(format!("<{tag}/>"))
            .unwrap_err()
            .to_string(),
        Vm::from_xml(format!("<{tag}/>")).unwrap_err().to_string(),
    ] {
        assert!(text.len() < 200, "{text:.200}");
    }
    assert_eq!(
        Vm::from_xml(format!("<vm><{tag}/></vm>")).expect("unknown elements are skipped"),
        Vm::new()
    );
}

#[test]
fn objects_of_a_program_may_have_the_documented_depth() {
    const LEVELS: usize = 500;
    let work = || {
        let vm = (0..LEVELS / 2).fold(Vm::named("a"), |vm, _| {
            Vm::named("a").template(Template::named("a").vm(vm))
        });
        let copy = vm.clone();
        assert_eq!(copy, vm);
        assert_eq!(format!("{vm:?}").matches("template: ").count(), LEVELS / 2);
        let document = vm.to_xml();
        assert_eq!(document.matches("<template>").count(), LEVELS / 2);
        let error = Vm::from_xml(&document).expect_err("too deep");
        assert!(error.to_string().contains("64 levels"), "{error}");
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work);
    thread.expect("a thread").join().expect("no stack overflow");
}
