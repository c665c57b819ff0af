//! Any bytes as a document: a valid one round-trips, with and without redaction; the error for an
//! invalid one has a position within the document.

use std::fmt::Debug;

use ovirt_types::__private::redact;
use ovirt_types::{
    Action, Api, Disk, Document, Event, Fault, FromXml, Host, List, Statistic, ToXml, Vm, XmlError,
};

use crate::values;

/// Maximum length of error messages, which truncate texts of the document.
const MAX_MESSAGE: usize = 3_000;

/// The check of one input.
pub fn check(data: &[u8]) {
    match Document::from_xml(data) {
        Ok(document) => {
            values::assert_round_trip(&document);
            check_redaction(data, &document);
        }
        Err(error) => check_position(data, &error),
    }
    if let Ok(text) = std::str::from_utf8(data) {
        redact(text);
    }
    as_type::<Vm>(data);
    as_type::<Host>(data);
    as_type::<Disk>(data);
    as_type::<Api>(data);
    as_type::<Statistic>(data);
    as_type::<Action>(data);
    as_type::<Fault>(data);
    as_type::<List<Vm>>(data);
    as_type::<List<Event>>(data);
}

fn as_type<T: FromXml + ToXml + PartialEq + Debug>(data: &[u8]) {
    match T::from_xml(data) {
        Ok(value) => {
            let xml = value.to_xml();
            let once = T::from_xml(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
            let twice = T::from_xml(once.to_xml()).expect("encoded XML");
            assert_eq!(once, twice, "{xml}");
        }
        Err(error) => check_position(data, &error),
    }
}

fn check_position(data: &[u8], error: &XmlError) {
    let message = error.to_string();
    assert!(message.len() < MAX_MESSAGE, "{message}");
    assert!(error.offset() <= data.len(), "{message}");
    assert!(error.line() >= 1 && error.column() >= 1, "{message}");
    assert!(error.line() + error.column() <= data.len() + 2, "{message}");
}

/// `Debug` redacts secrets, so that it must not change if the document is redacted.
fn check_redaction(data: &[u8], document: &Document) {
    let text = std::str::from_utf8(data).expect("decoding requires UTF-8");
    let redacted = redact(text);
    let decoded =
        Document::from_xml(&redacted).unwrap_or_else(|error| panic!("{error}: {redacted}"));
    assert_eq!(
        format!("{decoded:?}"),
        format!("{document:?}"),
        "{redacted}"
    );
}
