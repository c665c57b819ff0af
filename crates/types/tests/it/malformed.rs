//! Malformed and forbidden documents: the error has a message and a position.

use std::error::Error;

use ovirt_types::{Action, Document, FromXml, List, Vm, XmlError};

fn error(document: impl AsRef<[u8]>) -> XmlError {
    let document = document.as_ref();
    let text = String::from_utf8_lossy(document);
    let as_document = Document::from_xml(document).err();
    assert!(as_document.is_some(), "a document was decoded: {text}");
    match Vm::from_xml(document) {
        Ok(vm) => panic!("{vm:?} was decoded from {text}"),
        Err(error) => error,
    }
}

/// Asserts the message of the error, and that position and path agree with it.
fn assert_error(document: &str, expected: &str) {
    let error = error(document);
    assert_eq!(error.to_string(), expected, "{document:?}");
    let position = format!(" at line {}, column {}", error.line(), error.column());
    assert!(expected.contains(&position), "{expected}: {position}");
    let path = error.path();
    assert_eq!(
        expected.ends_with(&format!(", in {path}")),
        !path.is_empty(),
        "{expected}: {path}"
    );
    let line_start = document[..error.offset()]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    assert_eq!(
        error.offset() - line_start + 1,
        error.column(),
        "{document:?}"
    );
}

/// Documents with markup of every kind.
const WHOLE: &[&str] = &[
    concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<!-- a comment -->\n",
        "<vm href=\"/ovirt-engine/api/vms/1\" id='1'>\n    <actions>\n",
        "        <link href=\"/ovirt-engine/api/vms/1/start\" rel=\"start\"/>\n    </actions>\n",
        "    <name>wéb &amp; &#x1F980; &lt;1&gt;</name>\n    <description></description>\n",
        "    <comment><![CDATA[a < b]]></comment>\n",
        "    <link href=\"/ovirt-engine/api/vms/1/nics\" rel=\"nics\"/>\n",
        "    <memory>1073741824</memory><creation_time>2024-03-05T17:20:11.042+01:00</creation_time>\n",
        "    <os><boot><devices><device>hd</device><device>network</device></devices></boot></os>\n",
        "    <cluster href=\"/ovirt-engine/api/clusters/2\" id=\"2\"/><?pi data?>\n</vm>",
    ),
    "<vms><vm id=\"1\"><stateless>true</stateless></vm><vm/><vm id=\"日本\"></vm></vms>",
    "<action><fault><reason>r</reason><detail>[x &quot;y&quot;]</detail></fault><status>failed</status></action>",
];

#[test]
fn truncated_documents_are_rejected() {
    for whole in WHOLE {
        Document::from_xml(whole).expect(whole);
        for end in 0..whole.len() {
            let part = &whole.as_bytes()[..end];
            assert!(Document::from_xml(part).is_err(), "{end} of {whole}");
            assert!(Vm::from_xml(part).is_err(), "{end} of {whole}");
            assert!(List::<Vm>::from_xml(part).is_err(), "{end} of {whole}");
            assert!(Action::from_xml(part).is_err(), "{end} of {whole}");
        }
    }
}

#[test]
fn documents_with_a_changed_byte_never_panic() {
    for whole in WHOLE {
        for at in 0..whole.len() {
            for byte in *b"\0 <>&;/\"'=a\xFF" {
                let mut changed = whole.as_bytes().to_vec();
                changed[at] = byte;
                let _ = Document::from_xml(&changed);
            }
        }
    }
}

#[test]
fn documents_without_the_expected_root_are_rejected() {
    for (document, expected) in [
        ("", "the document has no root element at line 1, column 1"),
        (
            " \n\t ",
            "the document has no root element at line 2, column 3",
        ),
        (
            "\u{feff}",
            "the document has no root element at line 1, column 4",
        ),
        (
            "<!-- only this -->",
            "the document has no root element at line 1, column 19",
        ),
        (
            "404 not found",
            "expected an XML document at line 1, column 1",
        ),
        (
            "<vms/>",
            "expected the root element `vm`, found `vms` at line 1, column 7",
        ),
        (
            "<VM/>",
            "expected the root element `vm`, found `VM` at line 1, column 6",
        ),
        (
            "\n<html>",
            "expected the root element `vm`, found `html` at line 2, column 7",
        ),
        (
            "<vm/><vm/>",
            "unexpected content after the root element at line 1, column 6",
        ),
        (
            "<vm></vm>\nx",
            "unexpected content after the root element at line 2, column 1",
        ),
        (
            "<vm/>&amp;",
            "unexpected content after the root element at line 1, column 6",
        ),
        (
            "<vm/><![CDATA[]]>",
            "unexpected content after the root element at line 1, column 6",
        ),
    ] {
        if document.starts_with("<vms") {
            assert_eq!(Vm::from_xml(document).unwrap_err().to_string(), expected);
        } else {
            assert_error(document, expected);
        }
    }
    let unknown = Document::from_xml("<vmz/>").unwrap_err();
    let expected = "unknown root element `vmz` at line 1, column 1";
    assert_eq!(unknown.to_string(), expected);
    let wrong = List::<Vm>::from_xml("<hosts/>").unwrap_err();
    let expected = "expected the root element `vms`, found `hosts` at line 1, column 9";
    assert_eq!(wrong.to_string(), expected);
}

#[test]
fn malformed_documents_are_rejected_with_the_position() {
    let message = "the document is not well-formed XML";
    for (document, position) in [
        ("<vm", "line 1, column 1"),
        ("</vm>", "line 1, column 1"),
        ("<vm/></vm>", "line 1, column 6"),
        ("<vm></host>", "line 1, column 5, in vm"),
        (
            "<vm>\n  <name>a</nam>\n</vm>",
            "line 2, column 10, in vm/name",
        ),
        (
            "<vm><os>\n<boot></os></boot></vm>",
            "line 2, column 7, in vm/os/boot",
        ),
        (
            "<vm><unknown><b></unknown></b></vm>",
            "line 1, column 17, in vm",
        ),
        ("<vm><!-- never closed", "line 1, column 5, in vm"),
        (
            "<vm><name><![CDATA[ never closed",
            "line 1, column 11, in vm/name",
        ),
        ("<vm id=\"1/>", "line 1, column 1"),
        (
            "<vm><name>a & b</name></vm>",
            "line 1, column 13, in vm/name",
        ),
        ("<vm><name>&lt</name></vm>", "line 1, column 11, in vm/name"),
        ("<vm><name>&", "line 1, column 11, in vm/name"),
    ] {
        assert_error(document, &format!("{message} at {position}"));
        let source = error(document).source().map(ToString::to_string);
        assert!(
            source.is_some_and(|text| !text.is_empty()),
            "no reason: {document}"
        );
    }
    let message = "unexpected end of the document within an element";
    assert_error("<vm>", &format!("{message} at line 1, column 5, in vm"));
    assert_error(
        "<vm>\n<name>a",
        &format!("{message} at line 2, column 8, in vm/name"),
    );
}

#[test]
fn malformed_attributes_are_rejected() {
    for document in [
        "<vm id=1/>",
        "<vm id/>",
        "<vm =''/>",
        "<vm id='1' name=/>",
        "<vm><link rel=x/></vm>",
    ] {
        let text = error(document).to_string();
        assert!(
            text.starts_with("malformed attribute at line 1, "),
            "{document}: {text}"
        );
    }
    for document in [
        "<vm id='&foo;'/>",
        "<vm id='&#0;'/>",
        "<vm id='&#xD800;'/>",
        "<vm id='a&b'/>",
        "<vm foo='&bar;'/>",
    ] {
        let text = error(document).to_string();
        assert!(
            text.starts_with("invalid entity reference in an attribute at line 1, "),
            "{document}: {text}"
        );
    }
}

#[test]
fn document_type_declarations_are_rejected() {
    let message = "document type declarations are not allowed";
    let laughs: String = (1..10)
        .map(|level| {
            format!(
                "<!ENTITY l{level} \"{}\">",
                format!("&l{};", level - 1).repeat(10)
            )
        })
        .collect();
    for document in [
        "<!DOCTYPE vm><vm/>".to_owned(),
        "<!DOCTYPE vm [<!ENTITY a 'b'>]><vm><name>&a;</name></vm>".to_owned(),
        "<!DOCTYPE vm [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><vm><name>&a;</name></vm>"
            .to_owned(),
        "<!DOCTYPE vm SYSTEM 'http://127.0.0.1/vm.dtd'><vm/>".to_owned(),
        "<!DOCTYPE vm [<!ENTITY % a SYSTEM 'http://127.0.0.1/'> %a;]><vm/>".to_owned(),
        format!(
            "<?xml version='1.0'?><!DOCTYPE vm [<!ENTITY l0 'ha'>{laughs}]><vm><name>&l9;</name></vm>"
        ),
        "<vm><!DOCTYPE vm></vm>".to_owned(),
        "<vm><name><!DOCTYPE vm></name></vm>".to_owned(),
        "<vm><unknown><!DOCTYPE vm></unknown></vm>".to_owned(),
    ] {
        let text = error(&document).to_string();
        assert!(text.starts_with(message), "{document}: {text}");
    }
    error("<vm/><!DOCTYPE vm>");
    error("<!DOCTYPE vm [<vm/>");
}

#[test]
fn undefined_entities_and_invalid_characters_are_rejected() {
    let message = "undefined entity";
    assert_error(
        "<vm><name>a&nbsp;b</name></vm>",
        &format!("{message} at line 1, column 18, in vm/name"),
    );
    assert_error(
        "<vm>\n<memory>&five;</memory></vm>",
        &format!("{message} at line 2, column 15, in vm/memory"),
    );
    let message = "invalid character reference at line 1, column ";
    for reference in [
        "#0",
        "#xD800",
        "#x110000",
        "#99999999999",
        "#x",
        "#",
        "#xZZ",
        "#-1",
        "#x+41",
        "# 65",
    ] {
        let document = format!("<vm><name>&{reference};</name></vm>");
        let expected = format!("{message}{}, in vm/name", 13 + reference.len());
        assert_error(&document, &expected);
    }
}

#[test]
fn encodings_other_than_utf_8_are_rejected() {
    let text = "<vm><name>\u{e9}</name></vm>";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = format!("\u{feff}{text}");
        text.encode_utf16().flat_map(bytes).collect()
    };
    for document in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        let expected = "the document is UTF-16; expected UTF-8 at line 1, column 1";
        assert_eq!(error(document).to_string(), expected);
    }
    let latin1: Vec<u8> = text.chars().map(|character| character as u8).collect();
    let error_of_latin1 = error(&latin1);
    assert_eq!(
        error_of_latin1.to_string(),
        "the document is not valid UTF-8 at line 1, column 11"
    );
    assert!(error_of_latin1.source().is_some());
    error(b"<vm><name>\xC0\x80\xED\xA0\x80</name></vm>");
    error(b"\xFF\xFE\0\0<\0\0\0");
    for encoding in ["ISO-8859-1", "utf-16", "windows-1252", ""] {
        let document = format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?><vm/>");
        let text = error(&document).to_string();
        assert!(text.starts_with("unsupported encoding `"), "{text}");
    }
    for encoding in ["UTF-8", "utf-8", "US-ASCII"] {
        let document = format!("<?xml version='1.0' encoding='{encoding}'?><vm/>");
        Vm::from_xml(&document).expect(encoding);
    }
}

#[test]
fn invalid_values_are_rejected_with_path_and_position() {
    for (document, expected) in [
        (
            "<vm>\n  <memory>lots</memory>\n</vm>",
            "expected an integer, found `lots` at line 2, column 24, in vm/memory",
        ),
        (
            "<vm><memory>1.5</memory></vm>",
            "expected an integer, found `1.5` at line 1, column 25, in vm/memory",
        ),
        (
            "<vm><memory>0x10</memory></vm>",
            "expected an integer, found `0x10` at line 1, column 26, in vm/memory",
        ),
        (
            "<vm><memory>9223372036854775808</memory></vm>",
            "expected an integer, found `9223372036854775808` at line 1, column 41, in vm/memory",
        ),
        (
            "<vm><cpu>\n<topology>\r\n<cores>two</cores></topology></cpu></vm>",
            "expected an integer, found `two` at line 3, column 19, in vm/cpu/topology/cores",
        ),
        (
            "<vm><stateless>yes</stateless></vm>",
            "expected `true` or `false`, found `yes` at line 1, column 31, in vm/stateless",
        ),
        (
            "<vm><cpu><speed>1,5</speed></cpu></vm>",
            "expected a number, found `1,5` at line 1, column 28, in vm/cpu/speed",
        ),
        (
            "<vm><cpu><speed>1e999</speed></cpu></vm>",
            "expected a number, found `1e999` at line 1, column 30, in vm/cpu/speed",
        ),
        (
            "<vm><cpu><speed>NaN</speed></cpu></vm>",
            "expected a number, found `NaN` at line 1, column 28, in vm/cpu/speed",
        ),
        (
            "<vm><start_time>yesterday</start_time></vm>",
            "expected a date, found `yesterday` at line 1, column 39, in vm/start_time",
        ),
        (
            "<vm><start_time>2023-02-29T00:00:00</start_time></vm>",
            "expected a date, found `2023-02-29T00:00:00` at line 1, column 49, in vm/start_time",
        ),
        (
            "<vm><nics><nic/><nic><plugged>maybe</plugged></nic></nics></vm>",
            "expected `true` or `false`, found `maybe` at line 1, column 46, in vm/nics/nic/plugged",
        ),
        (
            "<vm><cluster id='1'><version><major>4.7</major></version></cluster></vm>",
            "expected an integer, found `4.7` at line 1, column 48, in vm/cluster/version/major",
        ),
        (
            "\u{feff}<vm>\n<memory>x</memory></vm>",
            "expected an integer, found `x` at line 2, column 19, in vm/memory",
        ),
    ] {
        assert_error(document, expected);
    }
    let vlan = Document::from_xml("<network><vlan id='x'/></network>").unwrap_err();
    assert_eq!(vlan.path(), "network/vlan");
    let item = List::<Vm>::from_xml("<vms>\n<vm>\n<memory>x</memory></vm></vms>").unwrap_err();
    assert_eq!(
        (item.path().as_str(), item.line(), item.column()),
        ("vms/vm/memory", 3, 19)
    );
    let long = error(format!("<vm><memory>{}</memory></vm>", "é".repeat(1000))).to_string();
    assert!(
        long.contains('…') && long.len() < 200,
        "the text is not truncated: {long}"
    );
}
