//! Checks of the XML and JSON codecs: single documents, and files of prepared pairs.

use ovirt::types::Document;
use serde::de::DeserializeSeed as _;
use serde_json::Value;

use crate::compare;

fn decode(document: &[u8]) -> Result<Document, String> {
    Document::from_xml(document).map_err(|error| error.to_string())
}

/// The JSON form that implementations are compared in: as the SDK's, but a list without `href` is
/// an array.
fn canonical_json(document: &Document) -> Result<Value, String> {
    let json = serde_json::to_value(document).map_err(|error| error.to_string())?;
    Ok(lists_as_arrays(json))
}

fn lists_as_arrays(json: Value) -> Value {
    match json {
        Value::Array(items) => items.into_iter().map(lists_as_arrays).collect(),
        Value::Object(mut members) => match (members.len(), members.remove("items")) {
            (1, Some(items)) => lists_as_arrays(items),
            (_, items) => {
                let items = items.map(|items| ("items".to_owned(), items));
                let members = members.into_iter().chain(items);
                members
                    .map(|(name, value)| (name, lists_as_arrays(value)))
                    .collect()
            }
        },
        scalar => scalar,
    }
}

/// Prints an XML document as JSON.
pub(crate) fn print_json(document: &[u8]) -> Result<bool, String> {
    println!("{}", canonical_json(&decode(document)?)?);
    Ok(true)
}

/// Prints an XML document as the SDK encodes it.
pub(crate) fn print_xml(document: &[u8]) -> Result<bool, String> {
    println!("{}", decode(document)?.to_xml());
    Ok(true)
}

/// Checks that each line's XML decodes to its JSON, and that its JSON encodes to its XML.
///
/// Returns whether all lines passed.
pub(crate) fn check(lines: &[Value]) -> Result<bool, String> {
    let (mut passed, mut failed) = (0, 0);
    for line in lines {
        let key = line["key"].as_str().unwrap_or("(no key)");
        match check_line(line) {
            Ok(()) => passed += 1,
            Err(message) => {
                failed += 1;
                println!("FAIL {key}: {message}");
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

fn check_line(line: &Value) -> Result<(), String> {
    let xml = line["xml"].as_str().ok_or("missing `xml`")?;
    let decoded = canonical_json(&decode(xml.as_bytes())?)?;
    compare::json(&line["json"], &decoded)
        .map_err(|difference| format!("decoded XML: {difference}"))?;
    let root = ovirt::types::root_element(xml.as_bytes()).ok_or("no root element")?;
    let empty = Document::empty(&root).ok_or_else(|| format!("no type for `{root}`"))?;
    let document = empty
        .deserialize(&line["json"])
        .map_err(|error| error.to_string())?;
    compare::xml(xml, &document.to_xml()).map_err(|difference| format!("encoded XML: {difference}"))
}
