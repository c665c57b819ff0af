//! Lists that are read while they arrive: objects come out as soon as they are there.

use ovirt_http::{Body, Failure};
use ovirt_types::__private::{ItemKind, Items, ListDecoder};
use ovirt_types::XmlError;

use crate::error::Error;
use crate::error::classify::RequestContext;
use crate::response;

/// Reads a list while it arrives.
pub(crate) struct ListBody {
    kind: ItemKind,
    parts: ListDecoder,
    /// Whether all of it has arrived.
    ended: bool,
    /// What is wrong after the objects that were given.
    flaw: Option<XmlError>,
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
pub(crate) enum ListBodyError {
    /// The answer broke off.
    Failure(Failure),
    /// The document can't be read.
    Document(XmlError),
}

impl ListBodyError {
    pub(crate) fn into_error(self, context: &RequestContext) -> Error {
        match self {
            Self::Failure(failure) => response::not_answered(failure, context),
            Self::Document(error) => response::unreadable(error, context),
        }
    }
}

impl ListBody {
    /// Reads a list of such items.
    pub(crate) fn new(kind: ItemKind) -> Self {
        Self {
            kind,
            parts: ListDecoder::new(),
            ended: false,
            flaw: None,
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
        let mut items = (self.kind.new_boxed)();
        match self.parts.decode_all(items.as_mut()) {
            Err(flaw) if items.is_empty() => return Err(flaw),
            read => self.flaw = read.err(),
        }
        Ok(items)
    }

    /// Gives objects if there are any, or waits for more of the document.
    pub(crate) async fn step(&mut self, body: &mut Body) -> Result<Step, ListBodyError> {
        let items = self.read().map_err(ListBodyError::Document)?;
        if !items.is_empty() {
            return Ok(Step::Items(items));
        }
        if self.ended {
            return Ok(Step::End);
        }
        let part = body.chunk().await.map_err(ListBodyError::Failure)?;
        self.feed(part.as_deref());
        Ok(Step::Part)
    }
}
