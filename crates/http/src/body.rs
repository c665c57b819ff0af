//! The body of an answer while it arrives, freed of its compression.

use std::io::Write as _;

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::{HeaderMap, header};
use http_body_util::BodyExt as _;
use tokio::sync::OwnedSemaphorePermit;

use super::{Failure, FailureKind};

/// The most memory that is reserved for an answer because a server says that it will be so long. It
/// costs nothing before it is used.
const MOST_RESERVED: usize = 256 << 20;

/// The body of an answer; dropping it before its end gives up the rest.
pub struct Body {
    source: Source,
    /// In a box, as most small answers aren't compressed and needn't carry room for it.
    inflater: Option<Box<MultiGzDecoder<Vec<u8>>>>,
    /// Length that the server announced, if the body isn't compressed.
    announced: Option<usize>,
    /// Whether anything has come.
    begun: bool,
    /// The connection counts as in use until the body has been read.
    permit: Option<OwnedSemaphorePermit>,
}

enum Source {
    Network(hyper::body::Incoming),
    Here(Option<Bytes>),
}

impl Body {
    /// The body that comes after these headers.
    pub(super) fn arriving(
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
                    "the answer is compressed in a way that was not asked for",
                ));
            }
        };
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse().ok());
        Ok(Self {
            source: Source::Network(incoming),
            inflater: compressed.then(|| Box::new(MultiGzDecoder::new(Vec::new()))),
            announced: length.filter(|_| !compressed),
            begun: false,
            permit,
        })
    }

    /// A body that is complete, and not compressed.
    pub(super) fn complete(bytes: Bytes) -> Self {
        Self {
            announced: Some(bytes.len()),
            source: Source::Here(Some(bytes)),
            inflater: None,
            begun: false,
            permit: None,
        }
    }

    /// The next part; none after the last one.
    ///
    /// # Errors
    ///
    /// [`FailureKind::Broken`] and [`FailureKind::Encoding`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Failure> {
        loop {
            let Some(raw) = self.raw_chunk().await? else {
                self.permit = None;
                return self.last();
            };
            self.begun = true;
            let plain = match &mut self.inflater {
                None => raw,
                Some(inflater) => {
                    inflater.write_all(&raw).map_err(damaged)?;
                    std::mem::take(inflater.get_mut()).into()
                }
            };
            if !plain.is_empty() {
                return Ok(Some(plain));
            }
        }
    }

    /// All of it.
    ///
    /// # Errors
    ///
    /// Those of [`chunk`](Self::chunk).
    pub async fn collect(&mut self) -> Result<Bytes, Failure> {
        if let Source::Here(bytes) = &mut self.source {
            return Ok(bytes.take().unwrap_or_default());
        }
        let Some(first) = self.chunk().await? else {
            return Ok(Bytes::new());
        };
        let Some(second) = self.chunk().await? else {
            return Ok(first);
        };
        let expected = self.announced.unwrap_or(0).min(MOST_RESERVED);
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
            Source::Here(bytes) => return Ok(bytes.take()),
            Source::Network(incoming) => incoming,
        };
        while let Some(frame) = incoming.frame().await {
            let frame = frame.map_err(|error| {
                Failure::new(
                    FailureKind::Broken,
                    "the connection to {server} broke within the answer",
                )
                .because(error)
            })?;
            // Trailers say nothing here.
            if let Ok(data) = frame.into_data() {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    /// What the decompressor still has at the end. An empty body is fine, whatever the header says.
    fn last(&mut self) -> Result<Option<Bytes>, Failure> {
        let Some(mut inflater) = self.inflater.take().filter(|_| self.begun) else {
            return Ok(None);
        };
        inflater.try_finish().map_err(damaged)?;
        let rest = std::mem::take(inflater.get_mut());
        Ok((!rest.is_empty()).then(|| rest.into()))
    }
}

#[cold]
fn damaged(error: std::io::Error) -> Failure {
    Failure::new(FailureKind::Encoding, "the compressed answer is damaged").because(error)
}
