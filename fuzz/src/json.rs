//! Any bytes as JSON: what can be read is written as it was read, and survives XML.

use ovirt_types::Document;
use serde::de::DeserializeSeed as _;
use serde_json::{Deserializer, Value};

use crate::values;

/// Roots of documents, of which the first byte of the input chooses one.
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
    let Some(document) = read(tag, json) else {
        return;
    };
    let value = values::of(&document);
    let text = value.to_string();
    let again = read(tag, text.as_bytes()).unwrap_or_else(|| panic!("{tag}: {text}"));
    assert_eq!(values::of(&again), value);
    if values::fit_xml(&value) && !has_loose_text(&value) {
        values::survives_xml(&document);
    }
}

fn read(tag: &str, json: &[u8]) -> Option<Document> {
    let document = Document::empty(tag).expect("a root of the API");
    let mut deserializer = Deserializer::from_slice(json);
    let document = document.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(document)
}

/// Whether there is a text with white space at an end, or an empty one: the names of values, which
/// are texts in JSON, have none in XML.
fn has_loose_text(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim_ascii().is_empty() || text.trim_ascii() != text,
        Value::Array(items) => items.iter().any(has_loose_text),
        Value::Object(members) => members.values().any(has_loose_text),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
