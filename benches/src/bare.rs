//! What reading and writing can't do without: quick-xml's events and nothing made of them.

use std::hint::black_box;

use quick_xml::events::Event;
use quick_xml::{Error, Reader, Writer};

/// How many events a document has.
///
/// # Errors
///
/// What quick-xml finds wrong with the document.
pub fn events(document: &str) -> Result<usize, Error> {
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

/// The events of a document, to write them again.
///
/// # Errors
///
/// What quick-xml finds wrong with the document.
pub fn kept_events(document: &str) -> Result<Vec<Event<'_>>, Error> {
    let mut reader = Reader::from_str(document);
    let mut events = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(events),
            event => events.push(event),
        }
    }
}

/// The document that has these events, of about so many bytes.
///
/// # Errors
///
/// None where the events came from a document.
pub fn write(events: Vec<Event<'_>>, length: usize) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::with_capacity(length));
    for event in events {
        writer.write_event(event)?;
    }
    Ok(writer.into_inner())
}
