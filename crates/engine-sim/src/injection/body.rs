//! The response body: sent at once, in chunks with pauses, or cut off.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// A response body.
#[derive(Default)]
pub(crate) struct ResponseBody {
    chunks: VecDeque<Bytes>,
    pause: Duration,
    sleep: Option<Pin<Box<Sleep>>>,
    /// Number of bytes still to generate, and the generator.
    remaining: u64,
    source: Option<Box<dyn FnMut() -> Bytes + Send>>,
    /// Number of announced bytes that are never sent.
    missing: u64,
    /// Whether the data before the cut had time to be sent.
    flushed: bool,
}

/// Error that closes the connection on purpose.
#[derive(Debug)]
pub(crate) struct ConnectionAborted;

impl fmt::Display for ConnectionAborted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("connection closed by fault injection")
    }
}

impl std::error::Error for ConnectionAborted {}

impl ResponseBody {
    /// Returns a body that is sent at once.
    pub(crate) fn whole(body: Bytes) -> Self {
        Self {
            chunks: VecDeque::from([body]),
            ..Self::default()
        }
    }

    /// Returns a body of `length` bytes, generated in chunks as the client reads.
    pub(crate) fn generated(length: u64, source: impl FnMut() -> Bytes + Send + 'static) -> Self {
        Self {
            remaining: length,
            source: Some(Box::new(source)),
            ..Self::default()
        }
    }

    /// Returns all bytes.
    pub(crate) fn collect(mut self) -> Bytes {
        let mut all = Vec::new();
        while let Some(chunk) = self.next() {
            all.extend_from_slice(&chunk);
        }
        Bytes::from(all)
    }

    fn next(&mut self) -> Option<Bytes> {
        if let Some(chunk) = self.chunks.pop_front() {
            return Some(chunk);
        }
        let source = self.source.as_mut().filter(|_| self.remaining > 0)?;
        let chunk = source();
        // An empty chunk ends the body.
        self.remaining = match chunk.len() as u64 {
            0 => 0,
            length => self.remaining.saturating_sub(length),
        };
        Some(chunk)
    }

    /// Splits a body into chunks with a pause before each.
    pub(crate) fn slow(mut body: Bytes, bytes: usize, pause: Duration) -> Self {
        let mut chunks = VecDeque::new();
        while !body.is_empty() {
            chunks.push_back(body.split_to(bytes.clamp(1, body.len())));
        }
        Self {
            chunks,
            pause,
            ..Self::default()
        }
    }

    /// Cuts off a body after `bytes` bytes, at the latest before the last one.
    pub(crate) fn cut(mut body: Bytes, bytes: usize) -> Self {
        let rest = body.split_off(bytes.min(body.len().saturating_sub(1)));
        Self {
            chunks: VecDeque::from([body]),
            missing: rest.len() as u64,
            ..Self::default()
        }
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = ConnectionAborted;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ConnectionAborted>>> {
        if self.chunks.is_empty() && self.missing > 0 {
            if self.flushed {
                return Poll::Ready(Some(Err(ConnectionAborted)));
            }
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if !self.pause.is_zero() && !self.chunks.is_empty() {
            let pause = self.pause;
            let sleep = self
                .sleep
                .get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
            std::task::ready!(sleep.as_mut().poll(context));
            self.sleep = None;
        }
        Poll::Ready(self.next().map(|chunk| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.missing == 0 && self.remaining == 0 && self.chunks.iter().all(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        let buffered: usize = self.chunks.iter().map(Bytes::len).sum();
        SizeHint::with_exact(buffered as u64 + self.remaining + self.missing)
    }
}
