//! Checks of the XML and JSON codecs: single documents, and files of prepared pairs.

use ovirt::types::Document;
use serde::de::DeserializeSeed as _;
use serde_json::Value;

use crate::compare;

fn decode(document: &[u8]) -> Result<Document, String> {
    Document::from_xml(document).map_err(|error| error.to_string())
}

/// Prints an XML document as JSON.
pub(crate) fn print_json(document: &[u8]) -> Result<bool, String> {
    let json = serde_json::to_string(&decode(document)?).map_err(|error| error.to_string())?;
    println!("{json}");
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
    let decoded = serde_json::to_value(decode(xml.as_bytes())?).map_err(|e| e.to_string())?;
    compare::json(&line["json"], &decoded)
        .map_err(|difference| format!("decoded XML: {difference}"))?;
    let root = ovirt::types::root_element(xml.as_bytes()).ok_or("no root element")?;
    let empty = Document::empty(&root).ok_or_else(|| format!("no type for `{root}`"))?;
    let document = empty
        .deserialize(&line["json"])
        .map_err(|error| error.to_string())?;
    compare::xml(xml, &document.to_xml()).map_err(|difference| format!("encoded XML: {difference}"))
}
