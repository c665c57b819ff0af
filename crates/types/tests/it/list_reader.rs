//! Lists decoded incrementally equal those decoded as a whole.

use ovirt_types::{FromXml as _, List, ListReader, Vm, XmlError};

/// A document with markup of every kind and misleading text.
const TRICKY: &str = "\u{feff}<?xml version=\"1.0\"?>\n<!-- <vms> -->\n<vms href='a>b'>\n\
    <actions><link rel=\"add\"/></actions><size>3</size><link href=\"x\" rel=\"y\"/>\n\
    <vm id=\"1\" href=\"/a/>'1\"><name>a<![CDATA[</vm>]]>&amp;b</name><!-- </vm> --><cpu/></vm>\n\
    <?php </vm> ?><vm id='2'/><vm\n id='3'><description>\u{fc}\u{20ac}</description><nics><nic><name>n</name></nic></nics></vm >\n\
    </vms>\n<!-- end --> ";

fn decode_in_parts(document: &[u8], size: usize) -> Result<Vec<Vm>, XmlError> {
    let mut reader = ListReader::new();
    let mut vms = Vec::new();
    for part in document.chunks(size) {
        reader.feed(part);
        while let Some(vm) = reader.read()? {
            vms.push(vm);
        }
    }
    reader.end();
    while let Some(vm) = reader.read()? {
        vms.push(vm);
    }
    Ok(vms)
}

#[test]
fn parts_of_any_size_decode_as_the_whole() {
    let whole = List::<Vm>::from_xml(TRICKY).expect("a list").into_vec();
    assert_eq!(whole.len(), 3);
    assert_eq!(whole[0].name.as_deref(), Some("a</vm>&b"));
    for size in 1..=TRICKY.len() {
        let parts = decode_in_parts(TRICKY.as_bytes(), size).expect("a list");
        assert_eq!(parts, whole, "parts of {size} bytes");
    }
    for empty in ["<vms/>", "<vms></vms>", " <vms ></vms >\n"] {
        assert_eq!(
            decode_in_parts(empty.as_bytes(), 1).expect("a list"),
            [],
            "{empty}"
        );
    }
}

#[test]
fn an_object_in_many_parts_is_decoded() {
    let nics = "<nic><name>n</name></nic>".repeat(1_000);
    let comments = "<!-- > -->".repeat(100);
    for (before, after) in [("", ""), (comments.as_str(), comments.as_str())] {
        let document = format!(
            "{before}<vms><vm id='1'><nics>{nics}</nics></vm>{before}<vm id='2'/></vms>{after}\n"
        );
        let whole = List::<Vm>::from_xml(&document).expect("a list").into_vec();
        for size in [1, 7, 30, 100, 1_000] {
            let parts = decode_in_parts(document.as_bytes(), size).expect("a list");
            assert_eq!(parts, whole, "parts of {size} bytes");
        }
    }
}

#[test]
fn objects_before_an_error_are_returned() {
    let nics = "<nic><name>n</name></nic>".repeat(100);
    let mut reader = ListReader::<Vm>::new();
    let document = format!("<vms><vm id='1'><nics>{nics}</nics></vm><vm id='2'>");
    let mut found = Vec::new();
    for part in document.as_bytes().chunks(10).chain([&b"\xFF"[..]]) {
        reader.feed(part);
        loop {
            match reader.read() {
                Ok(Some(vm)) => found.push(vm.id),
                Ok(None) => break,
                Err(error) => {
                    assert!(error.to_string().contains("UTF-8"), "{error}");
                    assert_eq!(found, [Some("1".to_owned())]);
                    return;
                }
            }
        }
    }
    panic!("invalid UTF-8 was accepted");
}

#[test]
fn an_object_is_returned_as_soon_as_it_is_complete() {
    let mut reader = ListReader::<Vm>::new();
    reader.feed(b"<vms><vm id=\"1\"></vm><vm");
    assert_eq!(reader.read().expect("well-formed"), Some(Vm::with_id("1")));
    assert_eq!(reader.read().expect("well-formed"), None);
    reader.end();
    assert!(reader.read().is_err());
}

#[test]
fn errors_have_the_position_in_the_document() {
    let table: &[(&str, &str, (usize, usize))] = &[
        ("", "unexpected end of the document", (1, 1)),
        ("<vms>", "unexpected end of the document", (1, 6)),
        ("<vms><vm/>\n", "unexpected end of the document", (2, 1)),
        ("<vms><vm></vms>", "not well-formed", (1, 10)),
        ("<vms><vm/></vm>", "not well-formed", (1, 11)),
        ("<disks/>", "found `disks`", (1, 1)),
        ("<fault><reason>x</reason></fault>", "found `fault`", (1, 1)),
        ("no xml", "expected an XML document", (1, 1)),
        ("<vms/>\n more", "content after the root", (2, 2)),
        ("<vms/><vms/>", "content after the root", (1, 7)),
        ("</vms>", "not well-formed", (1, 1)),
        ("<!DOCTYPE vms><vms/>", "document type declarations", (1, 1)),
        (
            "<vms>\n <vm/><vm><memory>x</memory></vm></vms>",
            "memory",
            (2, 29),
        ),
        (
            "<vms>\n <vm/>\n<vm>\n <a></b></vm></vms>",
            "not well-formed",
            (4, 5),
        ),
    ];
    for (document, message, position) in table {
        for size in [1, 2, 7, 100] {
            let error = decode_in_parts(document.as_bytes(), size).expect_err(document);
            let text = error.to_string();
            assert!(text.contains(message), "{document}: {text}");
            assert_eq!(
                (error.line(), error.column()),
                *position,
                "{document} by {size}: {text}"
            );
        }
    }
}

#[test]
fn an_endless_object_is_rejected_at_the_limit() {
    let part = vec![b'x'; 1 << 20];
    for (start, message) in [
        ("<vms><vm><name>", "exceeds 16 MiB"),
        ("<vms><vm a='", "exceeds 64 MiB"),
        ("<vms><!--", "exceeds 64 MiB"),
        ("<!--", "exceeds 64 MiB"),
    ] {
        let mut reader = ListReader::<Vm>::new();
        reader.feed(start.as_bytes());
        // At most one gigabyte.
        let rejected = (0..1024).find_map(|megabytes| {
            reader.feed(&part);
            reader.read().err().map(|error| (megabytes, error))
        });
        let (megabytes, error) = rejected.expect("a limit");
        assert!(megabytes < 70, "{megabytes}");
        assert!(error.to_string().contains(message), "{error}");
    }
}
