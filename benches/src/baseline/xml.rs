//! Parsing by quick-xml alone: the events of a document, and nothing made of them.
//!
//! Two versions: 0.42 is the current one, 0.38 takes about half of its time.

use std::hint::black_box;

use crate::Result;

macro_rules! count_events {
    ($quick_xml:ident, $document:expr) => {{
        let mut reader = $quick_xml::Reader::from_str($document);
        let mut count = 0;
        loop {
            match reader.read_event()? {
                $quick_xml::events::Event::Eof => return Ok(count),
                event => {
                    black_box(&event);
                    count += 1;
                }
            }
        }
    }};
}

/// Parses a document with quick-xml 0.38; returns the number of its events.
///
/// # Errors
///
/// The document is not well-formed.
pub fn events_038(document: &str) -> Result<usize> {
    count_events!(quick_xml_038, document)
}

/// Parses a document with quick-xml 0.42; returns the number of its events.
///
/// # Errors
///
/// The document is not well-formed.
pub fn events_042(document: &str) -> Result<usize> {
    count_events!(quick_xml_042, document)
}
