//! Huge malicious documents are decoded or rejected, on a small stack.

use std::thread;

use ovirt_types::__private::redact;
use ovirt_types::{Document, Fault, FromXml, List, ListReader, ToXml, Vm, XmlError};

const MILLION: usize = 1_000_000;

/// Size of the stack, in bytes.
const STACK: usize = 512 << 10;

/// Runs a test on a small stack. Unbounded recursion crashes the process.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    let result = thread.expect("a thread").join();
    result.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

/// Decodes a document in all ways.
fn decode_all(document: &str) -> Vec<Result<(), XmlError>> {
    vec![
        Document::from_xml(document).map(drop),
        Vm::from_xml(document).map(drop),
        List::<Vm>::from_xml(document).map(drop),
        Fault::from_xml(document).map(drop),
        decode_in_parts(document.as_bytes()),
    ]
}

fn decode_in_parts(document: &[u8]) -> Result<(), XmlError> {
    let mut reader = ListReader::<Vm>::new();
    for part in document.chunks(8 << 10) {
        reader.feed(part);
        while reader.read()?.is_some() {}
    }
    reader.end();
    while reader.read()?.is_some() {}
    Ok(())
}

/// Asserts that all ways of decoding reject the document with a short message.
fn assert_rejected(document: &str) {
    for result in decode_all(document) {
        let text = result.expect_err("a malicious document").to_string();
        assert!(text.len() < 3_000, "{text:.200}");
    }
}

fn nested(tags: &[&str], depth: usize) -> (String, String) {
    let tags: Vec<&str> = tags.iter().copied().cycle().take(depth).collect();
    let starts = tags.iter().map(|tag| format!("<{tag}>")).collect();
    let ends = tags.iter().rev().map(|tag| format!("</{tag}>")).collect();
    (starts, ends)
}

#[test]
fn a_million_nested_elements() {
    on_a_small_stack(|| {
        for tags in [
            &["vm", "nics", "nic"][..],
            &["vm", "template"],
            &["what", "ever"],
        ] {
            let (starts, ends) = nested(tags, MILLION);
            assert_rejected(&starts);
            assert_rejected(&format!("{starts}{ends}"));
            assert_rejected(&format!("{starts}<"));
            let whole = format!("{starts}{ends}");
            assert!(redact(&whole).starts_with(&whole[..100]));
        }
        let (starts, ends) = nested(&["what", "ever"], MILLION);
        for (document, expected) in [
            (
                format!("<vm>{starts}<name>x</name>{ends}<name>a</name></vm>"),
                Vm::named("a"),
            ),
            (
                format!("<vm><name>a{starts}{ends}</name></vm>"),
                Vm::named("a"),
            ),
        ] {
            assert_eq!(
                Vm::from_xml(&document).expect("unknown elements are skipped"),
                expected
            );
        }
    });
}

#[test]
fn objects_at_the_depth_limit_need_little_stack() {
    on_a_small_stack(|| {
        let deepest = (1..200).rev().find_map(|depth| {
            let (starts, ends) = nested(&["vm", "template"], depth);
            Vm::from_xml(format!("{starts}{ends}")).ok()
        });
        let deepest = deepest.expect("an allowed depth");
        let clone = deepest.clone();
        assert_eq!(clone, deepest);
        assert_eq!(Vm::from_xml(clone.to_xml()).expect("encoded XML"), deepest);
        assert_eq!(format!("{clone:?}").matches("Vm {").count(), 32);
        let json = serde_json::to_string(&clone).expect("JSON");
        assert_eq!(serde_json::from_str::<Vm>(&json).expect("JSON"), deepest);
    });
}

#[test]
fn a_million_attributes_of_any_element() {
    let many = " a=''".repeat(MILLION);
    let vm = format!(
        "<vm{many} id='1'><what{many}/><link rel='nothing' href='/x'{many}/>\
         <cluster{many} id='2'/><nics{many} href='/n'/><name{many}>a</name></vm>"
    );
    let vm = Vm::from_xml(&vm).expect("unknown attributes are skipped");
    let cluster = vm.cluster.as_ref().and_then(|cluster| cluster.id());
    let nics = vm.nics.as_ref().and_then(List::href);
    assert_eq!((cluster, nics.as_deref()), (Some("2"), Some("/n")));
    assert_eq!(
        (vm.id.as_deref(), vm.name.as_deref()),
        (Some("1"), Some("a"))
    );
    let others: String = (0..MILLION)
        .map(|number| format!(" a{number}='&lt;'"))
        .collect();
    let vms = format!("<vms{others}><vm id='1'/></vms>");
    assert_eq!(List::<Vm>::from_xml(&vms).expect("a list").len(), 1);
    assert_rejected(&format!("<vm{many} a='"));
}

#[test]
fn custom_entities_are_never_expanded() {
    let levels: String = (1..30)
        .map(|level| format!("<!ENTITY e{level} \"&e{0};&e{0};\">", level - 1))
        .collect();
    let long = "x".repeat(MILLION);
    let references = "&long;".repeat(MILLION);
    for document in [
        format!("<!DOCTYPE vm [<!ENTITY e0 'ha'>{levels}]><vm><name>&e29;</name></vm>"),
        format!("<!DOCTYPE vm [<!ENTITY e0 'ha'>{levels}]><vms><vm id='&e29;'/></vms>"),
        format!("<!DOCTYPE vm [<!ENTITY long '{long}'>]><vm><name>{references}</name></vm>"),
        format!("<vm><name>{references}</name></vm>"),
        format!("<vms><vm id='{references}'/></vms>"),
        format!("<vms><vm><!DOCTYPE vm [<!ENTITY long '{long}'>]></vm></vms>"),
    ] {
        assert_rejected(&document);
        // Redaction for logs must not expand them either.
        assert!(redact(&document).len() <= document.len() + 100);
    }
    let characters = "&amp;&#65;&#x42;".repeat(MILLION);
    let vm =
        Vm::from_xml(format!("<vm><name>{characters}</name></vm>")).expect("character references");
    assert_eq!(vm.name, Some("&AB".repeat(MILLION)));
}

#[test]
fn millions_of_comments_and_unknown_elements_are_skipped() {
    for part in [
        "<!--x-->",
        "<?x y?>",
        "<x/>",
        "<x>y</x>",
        "<![CDATA[]]>",
        "y",
    ] {
        let parts = part.repeat(MILLION);
        let vm = Vm::from_xml(format!("<vm>{parts}<name>a</name></vm>")).expect("a document");
        assert_eq!(vm, Vm::named("a"), "{part}");
    }
    for part in [
        "<vm",
        "<!--",
        "<![CDATA[",
        "<?",
        "<vms><!",
        "<vm a='",
        "&",
        "]]>",
        "--",
    ] {
        assert_rejected(&part.repeat(MILLION / 2));
        assert_rejected(&format!("<vms><vm>{}", part.repeat(MILLION / 2)));
    }
}

#[test]
fn a_gigabyte_in_parts_is_rejected_or_skipped() {
    let part = "x".repeat(1 << 20);
    let mut reader = ListReader::<Vm>::new();
    reader.feed(b"<vms><vm id='1'/>");
    assert_eq!(reader.read().expect("an object"), Some(Vm::with_id("1")));
    for _ in 0..1024 {
        reader.feed(part.as_bytes());
        assert_eq!(reader.read().expect("a text"), None);
    }
    reader.feed(b"<vm id='2'/></vms>");
    assert_eq!(reader.read().expect("an object"), Some(Vm::with_id("2")));
    reader.end();
    assert_eq!(reader.read().expect("a complete document"), None);
    // End tags in a comment cause vain attempts, whose number is bounded.
    let part = part.replace("xxxxx", "</vms");
    let mut reader = ListReader::<Vm>::new();
    reader.feed(b"<vms><vm id='1'><!--");
    let is_rejected = (0..1024).any(|_| {
        reader.feed(part.as_bytes());
        reader.read().is_err()
    });
    assert!(is_rejected);
}
