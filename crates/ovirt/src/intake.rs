//! Lists that are read while they arrive: objects come out as soon as they are there, and those of
//! a large list are read on other threads while more of it arrives.

use std::collections::VecDeque;
use std::future::{Future as _, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use ovirt_http::{Body, Failure, Symptom};
use ovirt_types::{Batch, ItemKind, Items, Parts, XmlError};

use crate::error::Error;
use crate::error::classify::Scene;
use crate::readers::{Read, Readers, Reading};
use crate::response;

/// How much of a document is worth the way to another thread, in bytes.
const BATCH: usize = 128 << 10;

/// Reads a list while it arrives.
pub(crate) struct Intake {
    kind: ItemKind,
    parts: Parts,
    /// Whether all of it has arrived.
    ended: bool,
    /// What is wrong after the objects that were given.
    flaw: Option<XmlError>,
    /// What is read elsewhere, in the order of the document.
    elsewhere: VecDeque<Reading>,
    readers: Readers,
}

/// What a step brought.
pub(crate) enum Step {
    /// Objects.
    Items(Box<dyn Items>),
    /// More of the document has arrived, and nothing can be made of it yet.
    Part,
    /// The list has ended.
    End,
}

/// Why there is no more.
pub(crate) enum Trouble {
    /// The answer broke off.
    Failure(Failure),
    /// The document can't be read.
    Document(XmlError),
}

impl Trouble {
    /// The runtime ends, and its threads with it.
    fn runtime() -> Self {
        let what = "the async runtime ended before the answer from {server} was read";
        Self::Failure(Failure::new(Symptom::Broken, what))
    }

    pub(crate) fn into_error(self, scene: &Scene) -> Error {
        match self {
            Self::Failure(failure) => response::not_answered(failure, scene),
            Self::Document(error) => response::unreadable(error, scene),
        }
    }
}

impl Intake {
    /// Reads a list of such items.
    pub(crate) fn new(kind: ItemKind) -> Self {
        Self {
            kind,
            parts: Parts::new(kind),
            ended: false,
            flaw: None,
            elsewhere: VecDeque::new(),
            readers: Readers::new(),
        }
    }

    /// Takes the next part of the document; nothing if there are no more.
    pub(crate) fn feed(&mut self, part: Option<&[u8]>) {
        match part {
            Some(part) => self.parts.feed(part),
            None => {
                self.parts.end();
                self.ended = true;
            }
        }
    }

    /// The objects that are there, read here. What is wrong after them is told next time.
    pub(crate) fn read(&mut self) -> Result<Box<dyn Items>, XmlError> {
        if let Some(flaw) = self.flaw.take() {
            return Err(flaw);
        }
        let mut items = (self.kind.items)();
        match self.parts.read_all(items.as_mut()) {
            Err(flaw) if items.is_empty() => return Err(flaw),
            read => self.flaw = read.err(),
        }
        Ok(items)
    }

    /// Gives objects if there are any, or waits for more of the document.
    pub(crate) async fn step(&mut self, body: &mut Body) -> Result<Step, Trouble> {
        if self.readers.are_several()
            && let Some(batch) = self.parts.split(BATCH)
        {
            self.elsewhere.push_back(self.readers.add(batch));
        }
        if self.elsewhere.is_empty() {
            let items = self.read().map_err(Trouble::Document)?;
            if !items.is_empty() {
                return Ok(Step::Items(items));
            }
            if self.ended {
                return Ok(Step::End);
            }
        }
        let may_receive = !self.ended && self.elsewhere.len() < self.readers.most();
        if self.readers.help(may_receive) {
            return Ok(Step::Part);
        }
        match self.wait(body, may_receive).await? {
            Some((batch, Some(items))) => {
                self.parts.recycle(batch);
                Ok(Step::Items(items))
            }
            Some((batch, None)) => {
                self.take_back(batch).await?;
                Ok(Step::Part)
            }
            None => Ok(Step::Part),
        }
    }

    /// Waits until the first batch has been read elsewhere, or for more of the document.
    async fn wait(&mut self, body: &mut Body, may_receive: bool) -> Result<Option<Read>, Trouble> {
        let received = {
            let mut chunk = pin!(body.chunk());
            let elsewhere = &mut self.elsewhere;
            poll_fn(|context| {
                if let Some(first) = elsewhere.front_mut()
                    && let Poll::Ready(read) = Pin::new(first).poll(context)
                {
                    elsewhere.pop_front();
                    return Poll::Ready(Err(read));
                }
                if may_receive {
                    return chunk.as_mut().poll(context).map(Ok);
                }
                Poll::Pending
            })
            .await
        };
        match received {
            Ok(chunk) => {
                self.feed(chunk.map_err(Trouble::Failure)?.as_deref());
                Ok(None)
            }
            Err(read) => read.map(Some).map_err(|_| Trouble::runtime()),
        }
    }

    /// The batch was none: it and all after it are read here.
    async fn take_back(&mut self, batch: Batch) -> Result<(), Trouble> {
        let mut batches = vec![batch];
        for reading in std::mem::take(&mut self.elsewhere) {
            let (batch, _) = reading.await.map_err(|_| Trouble::runtime())?;
            batches.push(batch);
        }
        self.parts.take_back(batches);
        Ok(())
    }
}
