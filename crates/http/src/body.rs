//! [`Body`]: a response body as a stream of decompressed chunks.

use std::io::{ErrorKind, Write as _};

use bytes::{Buf as _, Bytes};
use flate2::write::MultiGzDecoder;
use http::{HeaderMap, header};
use http_body_util::BodyExt as _;

use super::permit::Permit;
use super::{Failure, FailureKind};

/// Upper limit in bytes for reserving memory on the word of a `Content-Length` header.
const MAX_RESERVED: usize = 256 << 20;

/// The length in bytes from which on decompressed data is a chunk of its own.
const CHUNK: usize = 256 << 10;

/// A response body. Dropping it early cancels the rest of the transfer.
pub struct Body {
    source: Source,
    /// Boxed: keeps uncompressed bodies small.
    decoder: Option<Box<MultiGzDecoder<Vec<u8>>>>,
    /// What has been received and not decompressed yet.
    compressed: Bytes,
    /// The `Content-Length` of an uncompressed body, in bytes.
    content_length: Option<usize>,
    /// Whether any byte has been received.
    started: bool,
    limit: Limit,
    /// Held until the end of the body, as its connection is in use.
    permit: Option<Permit>,
}

/// The limit for the length of a body, and what is left of it; in bytes after decompression.
struct Limit {
    bytes: usize,
    left: usize,
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
        permit: Option<Permit>,
        limit: usize,
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
            compressed: Bytes::new(),
            started: false,
            limit: Limit::new(limit),
            permit,
        })
    }

    /// Creates a body from decompressed bytes.
    pub(super) fn buffered(bytes: Bytes) -> Self {
        Self {
            content_length: Some(bytes.len()),
            source: Source::Buffer(Some(bytes)),
            decoder: None,
            compressed: Bytes::new(),
            started: false,
            limit: Limit::new(usize::MAX),
            permit: None,
        }
    }

    /// Limits the length of the body in bytes, after decompression; before the first chunk only.
    pub fn set_limit(&mut self, bytes: usize) {
        self.limit = Limit::new(bytes);
    }

    /// Declares that the body is consumed while it arrives: its length is unlimited, and it can
    /// hold its connection for long.
    pub fn set_stream(&mut self) {
        self.set_limit(usize::MAX);
        if let Some(permit) = &mut self.permit {
            permit.set_stream();
        }
    }

    /// How many bytes [`chunk`](Self::chunk) has returned.
    pub fn received(&self) -> usize {
        self.limit.bytes - self.limit.left
    }

    /// Returns the next chunk, never empty, or `None` at the end. A chunk of a compressed body has
    /// at most some 300 kB, however well it was compressed.
    ///
    /// # Errors
    ///
    /// [`FailureKind::Disconnected`], [`FailureKind::Encoding`] and [`FailureKind::TooLarge`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Failure> {
        let chunk = match self.decoder {
            None => self.raw_chunk().await?,
            Some(_) => self.decompressed_chunk().await?,
        };
        match &chunk {
            Some(chunk) => self.limit.take(chunk.len())?,
            None => self.permit = None,
        }
        Ok(chunk)
    }

    async fn decompressed_chunk(&mut self) -> Result<Option<Bytes>, Failure> {
        loop {
            if self.compressed.is_empty() {
                match self.raw_chunk().await? {
                    Some(raw) => self.compressed = raw,
                    None => return self.finish(),
                }
            } else {
                // Data that is well compressed would keep other tasks and timeouts waiting.
                tokio::task::yield_now().await;
            }
            let Some(decoder) = &mut self.decoder else {
                return Ok(None);
            };
            while !self.compressed.is_empty() && decoder.get_ref().len() < CHUNK {
                // Returns after each 32 KiB of output, unlike `write_all`.
                match decoder.write(&self.compressed).map_err(corrupt)? {
                    0 => return Err(corrupt(ErrorKind::WriteZero.into())),
                    length => self.compressed.advance(length),
                }
            }
            let chunk = std::mem::take(decoder.get_mut());
            if !chunk.is_empty() {
                return Ok(Some(chunk.into()));
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
        self.limit.check(self.content_length.unwrap_or(0))?;
        match self.chunk().await? {
            Some(first) => self.collect_after(first).await,
            None => Ok(Bytes::new()),
        }
    }

    /// Returns the whole body, after its first chunk was received.
    ///
    /// # Errors
    ///
    /// Those of [`chunk`](Self::chunk).
    pub async fn collect_after(&mut self, first: Bytes) -> Result<Bytes, Failure> {
        let Some(second) = self.chunk().await? else {
            return Ok(first);
        };
        let reserved = self.content_length.unwrap_or(0).min(MAX_RESERVED);
        let mut whole = Vec::with_capacity(reserved.max(first.len() + second.len()));
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
            if let Ok(data) = frame.into_data()
                && !data.is_empty()
            {
                self.started = true;
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

impl Limit {
    fn new(bytes: usize) -> Self {
        Self { bytes, left: bytes }
    }

    fn take(&mut self, length: usize) -> Result<(), Failure> {
        self.check(length)?;
        self.left -= length;
        Ok(())
    }

    fn check(&self, length: usize) -> Result<(), Failure> {
        if length <= self.left {
            return Ok(());
        }
        let message = format!("the response takes more than {} bytes", self.bytes);
        Err(Failure::new(FailureKind::TooLarge, message))
    }
}

#[cold]
fn corrupt(error: std::io::Error) -> Failure {
    Failure::new(FailureKind::Encoding, "the compressed response is corrupt").with_source(error)
}
