//! Lists that are read in parts give what they give in one.

use ovirt_types::{Batch, FromXml as _, Item as _, Items, List, ListReader, Parts, Vm, XmlError};

/// All that a document can have, and that looks like something else.
const TRICKY: &str = "\u{feff}<?xml version=\"1.0\"?>\n<!-- <vms> -->\n<vms href='a>b'>\n\
    <actions><link rel=\"add\"/></actions><size>3</size><link href=\"x\" rel=\"y\"/>\n\
    <vm id=\"1\" href=\"/a/>'1\"><name>a<![CDATA[</vm>]]>&amp;b</name><!-- </vm> --><cpu/></vm>\n\
    <?php </vm> ?><vm id='2'/><vm\n id='3'><description>\u{fc}\u{20ac}</description><nics><nic><name>n</name></nic></nics></vm >\n\
    </vms>\n<!-- end --> ";

fn in_parts(document: &[u8], size: usize) -> Result<Vec<Vm>, XmlError> {
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

/// The same with batches of at least so many bytes, which are read after all of the document is
/// there.
fn in_batches(document: &[u8], size: usize, least: usize) -> Result<Vec<Vm>, XmlError> {
    let mut parts = Parts::new(Vm::kind());
    let (mut vms, mut batches) = ((Vm::kind().items)(), Vec::<Batch>::new());
    // Two wait at most, so that what is remembered of one is of use to others.
    let read_first = |parts: &mut Parts, batches: &mut Vec<Batch>, vms: &mut dyn Items| {
        match batches[0].read() {
            Some(mut items) => {
                vms.append(items.as_mut());
                parts.recycle(batches.remove(0));
            }
            None => parts.take_back(std::mem::take(batches)),
        }
    };
    for piece in document.chunks(size).map(Some).chain([None]) {
        match piece {
            Some(piece) => parts.feed(piece),
            None => parts.end(),
        }
        while let Some(batch) = parts.split(least) {
            batches.push(batch);
        }
        if batches.is_empty() {
            parts.read_all(vms.as_mut())?;
        } else if batches.len() > 2 {
            read_first(&mut parts, &mut batches, vms.as_mut());
        }
    }
    while !batches.is_empty() {
        read_first(&mut parts, &mut batches, vms.as_mut());
    }
    parts.read_all(vms.as_mut())?;
    let vms = (vms as Box<dyn std::any::Any>).downcast::<Vec<Vm>>();
    Ok(*vms.expect("machines"))
}

#[test]
fn batches_give_the_same_as_the_whole() {
    let whole = List::<Vm>::from_xml(TRICKY).expect("a list").into_vec();
    let regular = format!("<vms>{}</vms>", "<vm><name>n</name></vm>\n".repeat(50));
    let many = List::<Vm>::from_xml(&regular).expect("a list").into_vec();
    for size in [1, 2, 3, 10, 50, 100, 1_000] {
        for least in [1, 10, 100, 300] {
            let vms = in_batches(TRICKY.as_bytes(), size, least).expect("a list");
            assert_eq!(vms, whole, "{size} {least}");
            let vms = in_batches(regular.as_bytes(), size, least).expect("a list");
            assert_eq!(vms, many, "{size} {least}");
        }
    }
}

#[test]
fn a_flaw_in_a_batch_is_told_with_its_place() {
    let good = "<vm><name>n</name></vm>\n".repeat(50);
    for (flaw, words) in [
        ("<vm><memory>much</memory></vm>", "a whole number"),
        ("<vm><name>a</nam></vm>", "well-formed"),
        ("</vms><vm></vm>", "after the root"),
    ] {
        let document = format!("<vms>\n{good}{flaw}{good}</vms>");
        let in_parts = in_parts(document.as_bytes(), document.len()).expect_err("a flaw");
        assert!(in_parts.to_string().contains(words), "{in_parts}");
        for size in [10, 100, 10_000] {
            let error = in_batches(document.as_bytes(), size, 100).expect_err("a flaw");
            assert_eq!(error.line(), in_parts.line(), "{error}");
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

#[test]
fn parts_of_any_size_give_the_same_as_the_whole() {
    let whole = List::<Vm>::from_xml(TRICKY).expect("a list").into_vec();
    assert_eq!(whole.len(), 3);
    assert_eq!(whole[0].name.as_deref(), Some("a</vm>&b"));
    for size in 1..=TRICKY.len() {
        let parts = in_parts(TRICKY.as_bytes(), size).expect("a list");
        assert_eq!(parts, whole, "parts of {size} bytes");
    }
    for empty in ["<vms/>", "<vms></vms>", " <vms ></vms >\n"] {
        assert_eq!(
            in_parts(empty.as_bytes(), 1).expect("a list"),
            [],
            "{empty}"
        );
    }
}

#[test]
fn a_last_object_of_many_parts_is_not_lost() {
    let nics = "<nic><name>n</name></nic>".repeat(1_000);
    let comments = "<!-- > -->".repeat(100);
    for (before, after) in [("", ""), (comments.as_str(), comments.as_str())] {
        let document = format!(
            "{before}<vms><vm id='1'><nics>{nics}</nics></vm>{before}<vm id='2'/></vms>{after}\n"
        );
        let whole = List::<Vm>::from_xml(&document).expect("a list").into_vec();
        for size in [1, 7, 30, 100, 1_000] {
            let parts = in_parts(document.as_bytes(), size).expect("a list");
            assert_eq!(parts, whole, "parts of {size} bytes");
        }
    }
}

#[test]
fn objects_before_something_wrong_are_not_lost() {
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
    panic!("it is not in UTF-8");
}

#[test]
fn an_object_is_there_as_soon_as_it_is_complete() {
    let mut reader = ListReader::<Vm>::new();
    reader.feed(b"<vms><vm id=\"1\"></vm><vm");
    assert_eq!(reader.read().expect("well-formed"), Some(Vm::with_id("1")));
    assert_eq!(reader.read().expect("well-formed"), None);
    reader.end();
    assert!(reader.read().is_err());
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let table: &[(&str, &str, (usize, usize))] = &[
        ("", "ends in the middle", (1, 1)),
        ("<vms>", "ends in the middle", (1, 6)),
        ("<vms><vm/>\n", "ends in the middle", (2, 1)),
        ("<vms><vm></vms>", "not well-formed", (1, 10)),
        ("<vms><vm/></vm>", "not well-formed", (1, 11)),
        ("<disks/>", "root element `disks`", (1, 1)),
        (
            "<fault><reason>x</reason></fault>",
            "root element `fault`",
            (1, 1),
        ),
        ("no xml", "is no XML", (1, 1)),
        ("<vms/>\n more", "something after the root", (2, 2)),
        ("<vms/><vms/>", "something after the root", (1, 7)),
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
    for (document, words, place) in table {
        for size in [1, 2, 7, 100] {
            let error = in_parts(document.as_bytes(), size).expect_err(document);
            let text = error.to_string();
            assert!(text.contains(words), "{document}: {text}");
            assert_eq!(
                (error.line(), error.column()),
                *place,
                "{document} by {size}: {text}"
            );
        }
    }
}

#[test]
fn an_object_without_end_is_refused_at_a_limit() {
    let part = vec![b'x'; 1 << 20];
    for (beginning, words) in [
        ("<vms><vm><name>", "longer than 16 MiB"),
        ("<vms><vm a='", "too large"),
        ("<vms><!--", "too large"),
        ("<!--", "too large"),
    ] {
        let mut reader = ListReader::<Vm>::new();
        reader.feed(beginning.as_bytes());
        // A gigabyte, if it would take it.
        let refused = (0..1024).find_map(|megabytes| {
            reader.feed(&part);
            reader.read().err().map(|error| (megabytes, error))
        });
        let (megabytes, error) = refused.expect("a limit");
        assert!(megabytes < 70, "{megabytes}");
        assert!(error.to_string().contains(words), "{error}");
    }
}
