//! Parsing and writing by quick-xml alone: the events of a document, and nothing made of them.
//!
//! Two versions: 0.42 is the current one, 0.38 takes about half of its time.

use std::hint::black_box;

use quick_xml_042::events::Event;
use quick_xml_042::{Reader, Writer};

use crate::Result;

/// Parses a document with quick-xml 0.38; returns the number of its events.
///
/// # Errors
///
/// The document is not well-formed.
pub fn events_038(document: &str) -> Result<usize> {
    use quick_xml_038::{Reader, events::Event};
    let mut reader = Reader::from_str(document);
    let mut count = 0;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(count),
            event => {
                black_box(&event);
                count += 1;
            }
        }
    }
}

/// Parses a document with quick-xml 0.42; returns the number of its events.
///
/// # Errors
///
/// The document is not well-formed.
pub fn events_042(document: &str) -> Result<usize> {
    let mut reader = Reader::from_str(document);
    let mut count = 0;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(count),
            event => {
                black_box(&event);
                count += 1;
            }
        }
    }
}

/// The events of a document, for [`write`].
///
/// # Errors
///
/// The document is not well-formed.
pub fn collect_events(document: &str) -> Result<Vec<Event<'_>>> {
    let mut reader = Reader::from_str(document);
    let mut events = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(events),
            event => events.push(event),
        }
    }
}

/// Writes events into a buffer of `capacity` bytes with quick-xml 0.42.
///
/// # Errors
///
/// None for events of a document.
pub fn write(events: Vec<Event<'_>>, capacity: usize) -> Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::with_capacity(capacity));
    for event in events {
        writer.write_event(event)?;
    }
    Ok(writer.into_inner())
}
