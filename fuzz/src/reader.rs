//! Any bytes as a document: what can be read can be written and read again, with its secrets
//! hidden too; what can't be has an error that points into the document.

use std::fmt::Debug;

use ovirt_types::__private::redact;
use ovirt_types::{
    Action, Api, Disk, Document, Event, Fault, FromXml, Host, List, Statistic, ToXml, Vm, XmlError,
};

use crate::values;

/// The longest message: only beginnings of texts of the document are in it.
const LONGEST_MESSAGE: usize = 3_000;

/// The check of one input.
pub fn check(data: &[u8]) {
    match Document::from_xml(data) {
        Ok(document) => {
            values::survives_xml(&document);
            masked_says_the_same(data, &document);
        }
        Err(error) => points_into(data, &error),
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
            let twice = T::from_xml(once.to_xml()).expect("what was written twice");
            assert_eq!(once, twice, "{xml}");
        }
        Err(error) => points_into(data, &error),
    }
}

fn points_into(data: &[u8], error: &XmlError) {
    let message = error.to_string();
    assert!(message.len() < LONGEST_MESSAGE, "{message}");
    assert!(error.offset() <= data.len(), "{message}");
    assert!(error.line() >= 1 && error.column() >= 1, "{message}");
    assert!(error.line() + error.column() <= data.len() + 2, "{message}");
}

/// What is shown of values has no secrets in it: hiding them in the document must change nothing.
fn masked_says_the_same(data: &[u8], document: &Document) {
    let text = std::str::from_utf8(data).expect("only UTF-8 can be read");
    let redacted = redact(text);
    let read = Document::from_xml(&redacted).unwrap_or_else(|error| panic!("{error}: {redacted}"));
    assert_eq!(format!("{read:?}"), format!("{document:?}"), "by {redacted}");
}
