//! The body of an answer on its way to the client: at once, in pieces, or not to its end.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// The body of an answer.
#[derive(Default)]
pub(crate) struct Paced {
    pieces: VecDeque<Bytes>,
    pause: Duration,
    sleep: Option<Pin<Box<Sleep>>>,
    /// Bytes that are still to be made, and what makes them.
    left: u64,
    source: Option<Box<dyn FnMut() -> Bytes + Send>>,
    /// How many bytes are promised but never come.
    missing: u64,
    /// Whether what came before the break was given time to be sent.
    flushed: bool,
}

/// The connection was broken on purpose.
#[derive(Debug)]
pub(crate) struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is broken on purpose")
    }
}

impl std::error::Error for Broken {}

impl Paced {
    /// A body that comes at once.
    pub(crate) fn whole(body: Bytes) -> Self {
        Self {
            pieces: VecDeque::from([body]),
            ..Self::default()
        }
    }

    /// A body of so many bytes that are made piece by piece, as the client takes them.
    pub(crate) fn lazy(length: u64, source: impl FnMut() -> Bytes + Send + 'static) -> Self {
        Self {
            left: length,
            source: Some(Box::new(source)),
            ..Self::default()
        }
    }

    /// All bytes at once.
    pub(crate) fn gather(mut self) -> Bytes {
        let mut all = Vec::new();
        while let Some(piece) = self.next() {
            all.extend_from_slice(&piece);
        }
        Bytes::from(all)
    }

    fn next(&mut self) -> Option<Bytes> {
        if let Some(piece) = self.pieces.pop_front() {
            return Some(piece);
        }
        let source = self.source.as_mut().filter(|_| self.left > 0)?;
        let piece = source();
        // A source that has nothing more ends the body.
        self.left = match piece.len() as u64 {
            0 => 0,
            length => self.left.saturating_sub(length),
        };
        Some(piece)
    }

    /// A body in pieces with pauses.
    pub(crate) fn slow(mut body: Bytes, bytes: usize, pause: Duration) -> Self {
        let mut pieces = VecDeque::new();
        while !body.is_empty() {
            pieces.push_back(body.split_to(bytes.clamp(1, body.len())));
        }
        Self {
            pieces,
            pause,
            ..Self::default()
        }
    }

    /// A body that breaks off after so many bytes, before the last one.
    pub(crate) fn cut(mut body: Bytes, bytes: usize) -> Self {
        let rest = body.split_off(bytes.min(body.len().saturating_sub(1)));
        Self {
            pieces: VecDeque::from([body]),
            missing: rest.len() as u64,
            ..Self::default()
        }
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        if self.pieces.is_empty() && self.missing > 0 {
            if self.flushed {
                return Poll::Ready(Some(Err(Broken)));
            }
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if !self.pause.is_zero() && !self.pieces.is_empty() {
            let pause = self.pause;
            let sleep = self
                .sleep
                .get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
            std::task::ready!(sleep.as_mut().poll(context));
            self.sleep = None;
        }
        Poll::Ready(self.next().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.missing == 0 && self.left == 0 && self.pieces.iter().all(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        let here: usize = self.pieces.iter().map(Bytes::len).sum();
        SizeHint::with_exact(here as u64 + self.left + self.missing)
    }
}
