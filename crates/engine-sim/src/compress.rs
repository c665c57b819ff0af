//! Compresses responses, like the web server in front of an engine.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::message::Request;

/// Bodies up to this size, in bytes, are not compressed: they fit into one packet.
const MIN_SIZE: usize = 1024;

/// Whether the client accepts gzip.
fn accepts_gzip(request: &Request) -> bool {
    let accepted = request.header("Accept-Encoding").unwrap_or_default();
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        matches!(name.trim(), "gzip" | "x-gzip") && !refused
    })
}

/// Compresses the body with gzip; `None` if the client does not accept it or it is not worthwhile.
pub(crate) fn gzip(request: &Request, content_type: &str, body: &[u8]) -> Option<Vec<u8>> {
    let is_text = ["application/xml", "application/json", "text/"]
        .iter()
        .any(|kind| content_type.starts_with(kind));
    if !is_text || body.len() <= MIN_SIZE || !accepts_gzip(request) {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 8), Compression::fast());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}
