//! Comparison of documents as JSON.

use ovirt_types::Document;
use serde_json::Value;

/// Serializes a document.
pub(crate) fn to_json(document: &Document) -> Value {
    serde_json::to_value(document).expect("JSON")
}

/// Whether XML can represent all texts. The encoder omits characters that it cannot.
pub(crate) fn is_xml(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().all(is_xml_character),
        Value::Array(items) => items.iter().all(is_xml),
        Value::Object(members) => members.values().all(is_xml),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

fn is_xml_character(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

/// Asserts that a document round-trips through XML, except for characters XML cannot represent.
pub(crate) fn assert_round_trip(document: &Document) {
    let (value, xml) = (to_json(document), document.to_xml());
    let decoded = Document::from_xml(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    if is_xml(&value) {
        assert_eq!(to_json(&decoded), value, "{xml}");
        assert_eq!(decoded.to_xml(), xml);
    } else {
        assert!(is_xml(&to_json(&decoded)), "{xml}");
        assert_round_trip(&decoded);
    }
}
