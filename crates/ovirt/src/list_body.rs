//! Decoding a list while its body arrives.

use ovirt_http::Body;
use ovirt_types::__private::{ItemKind, Items, ListDecoder};
use ovirt_types::XmlError;
use tracing::Span;

use crate::error::Error;
use crate::error::classify::RequestContext;
use crate::response::{self, Content};
use crate::span;

/// Decodes the complete items, or a batch of them.
type DecodeSome = fn(&mut ListDecoder, &mut dyn Items) -> Result<(), XmlError>;

/// The body of a list, decoded while it arrives.
pub(crate) struct ListBody {
    body: Body,
    kind: ItemKind,
    decoder: ListDecoder,
    decode_some: DecodeSome,
    /// Whether the whole body has arrived.
    ended: bool,
    /// The error that follows the items returned last.
    error: Option<XmlError>,
}

/// What one step of decoding brought.
pub(crate) enum Step {
    /// Decoded items.
    Items(Box<dyn Items>),
    /// The error of an item that cannot be decoded; others can follow.
    Unreadable(Error),
    /// A chunk of the body that completed no item.
    Chunk,
    /// The end of the list.
    End,
}

impl ListBody {
    /// A list of items of this kind that is not kept as a whole; `first` is the part of the body
    /// that has arrived.
    pub(crate) fn in_batches(
        body: Body,
        kind: ItemKind,
        first: Option<&[u8]>,
        context: &RequestContext,
    ) -> Self {
        Self::new(body, kind, ListDecoder::decode_batch, first, context)
    }

    fn new(
        body: Body,
        kind: ItemKind,
        decode_some: DecodeSome,
        first: Option<&[u8]>,
        context: &RequestContext,
    ) -> Self {
        let mut list = Self {
            body,
            kind,
            decoder: ListDecoder::new(context.memory),
            decode_some,
            ended: false,
            error: None,
        };
        list.feed(first);
        list
    }

    /// Returns the next items, or waits for one more chunk.
    pub(crate) async fn step(&mut self, context: &RequestContext) -> Result<Step, Error> {
        let items = match self.decode() {
            Ok(items) => items,
            Err(error) if error.is_in_item() => {
                return Ok(Step::Unreadable(response::undecodable(error, context)));
            }
            Err(error) => return Err(response::undecodable(error, context)),
        };
        if !items.is_empty() {
            return Ok(Step::Items(items));
        }
        if self.ended {
            span::record_size(&Span::current(), self.body.received());
            return Ok(Step::End);
        }
        let chunk = self.body.chunk().await;
        let chunk = chunk.map_err(|failure| response::transport_error(failure, context))?;
        self.feed(chunk.as_deref());
        Ok(Step::Chunk)
    }

    /// Adds a chunk of the document; `None` is its end.
    fn feed(&mut self, chunk: Option<&[u8]>) {
        match chunk {
            Some(chunk) => self.decoder.feed(chunk),
            None => {
                self.decoder.end();
                self.ended = true;
            }
        }
    }

    /// Decodes complete items. An error after some of them is kept for the next call.
    fn decode(&mut self) -> Result<Box<dyn Items>, XmlError> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let mut items = (self.kind.new_boxed)();
        match (self.decode_some)(&mut self.decoder, items.as_mut()) {
            Err(error) if items.is_empty() => return Err(error),
            decoded => self.error = decoded.err(),
        }
        Ok(items)
    }
}

/// Decodes a whole list while it arrives. A body that does not begin like such a list, for example
/// a fault, is returned undecoded.
pub(crate) async fn collect(
    mut body: Body,
    kind: ItemKind,
    context: &RequestContext,
) -> Result<Content, Error> {
    let failed = |failure| response::transport_error(failure, context);
    let Some(first) = body.chunk().await.map_err(failed)? else {
        return Ok(Content::Buffer(Vec::new().into()));
    };
    let decode_all = ListDecoder::decode_all;
    let mut list = ListBody::new(body, kind, decode_all, Some(&first), context);
    let mut items = match list.decode() {
        Ok(items) => items,
        Err(error) if error.is_too_large() => return Err(response::undecodable(error, context)),
        Err(_) => {
            let body = list.body.collect_after(first).await.map_err(failed)?;
            span::record_size(&Span::current(), body.len());
            return Ok(Content::Buffer(body));
        }
    };
    loop {
        match list.step(context).await? {
            Step::Items(mut more) => items.append(more.as_mut()),
            Step::Unreadable(error) => return Err(error),
            Step::Chunk => {}
            Step::End => break,
        }
    }
    items.shrink_to_fit();
    Ok(Content::Items(items))
}
