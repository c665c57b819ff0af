//! What documents say, compared as JSON.

use ovirt_types::Document;
use serde_json::Value;

/// What a document says.
pub(crate) fn of(document: &Document) -> Value {
    serde_json::to_value(document).expect("every document becomes JSON")
}

/// Whether XML can carry all texts in it. The writer leaves out characters that it can't.
pub(crate) fn fit_xml(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().all(fits_xml),
        Value::Array(items) => items.iter().all(fit_xml),
        Value::Object(members) => members.values().all(fit_xml),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

fn fits_xml(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

/// Asserts that a document says the same after it has been written and read; if XML can't carry
/// it, what is left of it.
pub(crate) fn survives_xml(document: &Document) {
    let (value, xml) = (of(document), document.to_xml());
    let read = Document::from_xml(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    if fit_xml(&value) {
        assert_eq!(of(&read), value, "by {xml}");
        assert_eq!(read.to_xml(), xml, "it is written the same again");
    } else {
        assert!(fit_xml(&of(&read)), "{xml}");
        survives_xml(&read);
    }
}
