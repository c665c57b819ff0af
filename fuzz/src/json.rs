//! Any bytes as JSON: what deserializes round-trips through JSON and XML.

use ovirt_types::Document;
use serde::de::DeserializeSeed as _;
use serde_json::{Deserializer, Value};

use crate::values;

/// Root elements; the first byte of the input selects one.
pub const ROOTS: &[&str] = &[
    "vm",
    "vms",
    "host",
    "disk",
    "action",
    "fault",
    "api",
    "statistic",
    "event",
    "events",
    "cluster",
    "network",
    "storage_domain",
    "template",
    "user",
    "snapshot",
];

/// The check of one input.
pub fn check(data: &[u8]) {
    let Some((root, json)) = data.split_first() else {
        return;
    };
    let tag = ROOTS[usize::from(*root) % ROOTS.len()];
    let Some(document) = deserialize(tag, json) else {
        return;
    };
    let value = values::to_json(&document);
    let text = value.to_string();
    let again = deserialize(tag, text.as_bytes()).unwrap_or_else(|| panic!("{tag}: {text}"));
    assert_eq!(values::to_json(&again), value);
    if values::is_xml(&value) && !has_blank_text(&value) {
        values::assert_round_trip(&document);
    }
}

fn deserialize(tag: &str, json: &[u8]) -> Option<Document> {
    let document = Document::empty(tag).expect("a root of the API");
    let mut deserializer = Deserializer::from_slice(json);
    let document = document.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(document)
}

/// Whether there is an empty text or one with leading or trailing white space. In XML, enum values,
/// which are texts in JSON, cannot have those.
fn has_blank_text(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim_ascii().is_empty() || text.trim_ascii() != text,
        Value::Array(items) => items.iter().any(has_blank_text),
        Value::Object(members) => members.values().any(has_blank_text),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
