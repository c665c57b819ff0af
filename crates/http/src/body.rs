//! [`Body`]: a response body as a stream of decompressed chunks.

use std::io::Write as _;

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::{HeaderMap, header};
use http_body_util::BodyExt as _;
use tokio::sync::OwnedSemaphorePermit;

use super::{Failure, FailureKind};

/// Upper limit in bytes for reserving memory on the word of a `Content-Length` header.
const MAX_RESERVED: usize = 256 << 20;

/// A response body. Dropping it early cancels the rest of the transfer.
pub struct Body {
    source: Source,
    /// Boxed: keeps uncompressed bodies small.
    decoder: Option<Box<MultiGzDecoder<Vec<u8>>>>,
    /// The `Content-Length` of an uncompressed body, in bytes.
    content_length: Option<usize>,
    /// Whether any byte has been received.
    started: bool,
    /// Held until the end of the body, as its connection is in use.
    permit: Option<OwnedSemaphorePermit>,
}

enum Source {
    Network(hyper::body::Incoming),
    Buffer(Option<Bytes>),
}

impl Body {
    /// Creates the body that follows these headers.
    pub(super) fn streamed(
        headers: &HeaderMap,
        incoming: hyper::body::Incoming,
        permit: Option<OwnedSemaphorePermit>,
    ) -> Result<Self, Failure> {
        let encoding = headers
            .get(header::CONTENT_ENCODING)
            .map(|value| value.as_bytes());
        let compressed = match encoding {
            None | Some(b"" | b"identity") => false,
            Some(b"gzip" | b"x-gzip") => true,
            Some(_) => {
                return Err(Failure::new(
                    FailureKind::Encoding,
                    "the response has a content encoding that was not requested",
                ));
            }
        };
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse().ok());
        Ok(Self {
            source: Source::Network(incoming),
            decoder: compressed.then(|| Box::new(MultiGzDecoder::new(Vec::new()))),
            content_length: length.filter(|_| !compressed),
            started: false,
            permit,
        })
    }

    /// Creates a body from decompressed bytes.
    pub(super) fn buffered(bytes: Bytes) -> Self {
        Self {
            content_length: Some(bytes.len()),
            source: Source::Buffer(Some(bytes)),
            decoder: None,
            started: false,
            permit: None,
        }
    }

    /// Returns the next chunk, never empty, or `None` at the end.
    ///
    /// # Errors
    ///
    /// [`FailureKind::Disconnected`] and [`FailureKind::Encoding`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Failure> {
        loop {
            let Some(raw) = self.raw_chunk().await? else {
                self.permit = None;
                return self.finish();
            };
            self.started = true;
            let chunk = match &mut self.decoder {
                None => raw,
                Some(decoder) => {
                    decoder.write_all(&raw).map_err(corrupt)?;
                    std::mem::take(decoder.get_mut()).into()
                }
            };
            if !chunk.is_empty() {
                return Ok(Some(chunk));
            }
        }
    }

    /// Returns the whole body.
    ///
    /// # Errors
    ///
    /// Those of [`chunk`](Self::chunk).
    pub async fn collect(&mut self) -> Result<Bytes, Failure> {
        if let Source::Buffer(bytes) = &mut self.source {
            return Ok(bytes.take().unwrap_or_default());
        }
        let Some(first) = self.chunk().await? else {
            return Ok(Bytes::new());
        };
        let Some(second) = self.chunk().await? else {
            return Ok(first);
        };
        let expected = self.content_length.unwrap_or(0).min(MAX_RESERVED);
        let mut whole = Vec::with_capacity(expected.max(first.len() + second.len()));
        whole.extend_from_slice(&first);
        whole.extend_from_slice(&second);
        while let Some(chunk) = self.chunk().await? {
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.into())
    }

    async fn raw_chunk(&mut self) -> Result<Option<Bytes>, Failure> {
        let incoming = match &mut self.source {
            Source::Buffer(bytes) => return Ok(bytes.take()),
            Source::Network(incoming) => incoming,
        };
        while let Some(frame) = incoming.frame().await {
            let frame = frame.map_err(|error| {
                Failure::new(
                    FailureKind::Disconnected,
                    "{server} closed the connection before the end of the response",
                )
                .with_source(error)
            })?;
            // Trailers are ignored.
            if let Ok(data) = frame.into_data() {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    /// Returns what is left in the decoder. An empty body is valid, whatever the headers say.
    fn finish(&mut self) -> Result<Option<Bytes>, Failure> {
        let Some(mut decoder) = self.decoder.take().filter(|_| self.started) else {
            return Ok(None);
        };
        decoder.try_finish().map_err(corrupt)?;
        let rest = std::mem::take(decoder.get_mut());
        Ok((!rest.is_empty()).then(|| rest.into()))
    }
}

#[cold]
fn corrupt(error: std::io::Error) -> Failure {
    Failure::new(FailureKind::Encoding, "the compressed response is corrupt").with_source(error)
}
