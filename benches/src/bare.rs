//! What the SDK can't do without, and nothing made of it: quick-xml's events, hyper's requests.

use std::hint::black_box;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper::Request;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
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

/// hyper's client.
pub type Hyper = Client<HttpConnector, Empty<Bytes>>;

/// A client that keeps its connections open.
#[must_use]
pub fn client() -> Hyper {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    Client::builder(TokioExecutor::new()).build(connector)
}

/// The body of the answer to a small request.
///
/// # Errors
///
/// There is no answer, or it breaks off.
pub async fn get(
    client: &Hyper,
    port: u16,
) -> Result<Bytes, Box<dyn std::error::Error + Send + Sync>> {
    let request = Request::get(format!("http://127.0.0.1:{port}/ovirt-engine/api/tags/1"))
        .header("authorization", "Bearer t")
        .body(Empty::new())?;
    let answer = client.request(request).await?;
    Ok(answer.into_body().collect().await?.to_bytes())
}
