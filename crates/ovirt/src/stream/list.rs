//! Streaming a list: its objects are returned while the response arrives.

use std::pin::pin;

use ovirt_types::__private::{self as reflect, Item, ItemKind, Items, Object};
use ovirt_types::Document;
use tokio::sync::mpsc;
use tracing::Instrument as _;

use super::{AnyBatch, Produced, Source, Stream};
use crate::clock::Deadline;
use crate::error::classify;
use crate::error::{Error, fault};
use crate::list_body::{ListBody, Step};
use crate::request::Draft;
use crate::response::{self, Content, ReadMode, Response};
use crate::send::{self, InFlight};
use crate::span;

/// How many batches of objects are decoded ahead of their consumer.
const BUFFER: usize = 2;

/// Gives a request for a list the method `stream`.
macro_rules! stream {
    ($request:ident, $type:ty) => {
        impl $request {
            /// Returns the objects while the response arrives, with constant memory. The timeout
            /// applies to the start of the response, and then to each chunk of it. The memory
            /// limit applies to the objects that are held at once.
            #[inline]
            pub fn stream(self) -> $crate::Stream<$type> {
                $crate::stream::items_of(self.0)
            }
        }
    };
}

pub(crate) use stream;

/// The objects in the response to a request.
pub(crate) fn items_of<T: Object>(draft: Draft) -> Stream<T> {
    let (connection, kind) = (draft.connection(), <T as Item>::kind());
    Stream::from_source(Source::new(&connection, BUFFER, move |sender| {
        Box::pin(produce(draft, kind, |items| items as AnyBatch, sender))
    }))
}

/// The objects in the response to a request whose type is known at run time only, in the
/// batches in which they arrived.
pub(crate) fn documents_of(draft: Draft, kind: ItemKind) -> Stream<Document> {
    let wrap = |items| Box::new(reflect::from_items(items)) as AnyBatch;
    Stream::from_source(Source::new(&draft.connection(), BUFFER, move |sender| {
        Box::pin(produce(draft, kind, wrap, sender))
    }))
}

async fn produce(
    draft: Draft,
    kind: ItemKind,
    wrap: fn(Box<dyn Items>) -> AnyBatch,
    sender: mpsc::Sender<Produced>,
) -> Result<(), Error> {
    let mut in_flight = InFlight::new(draft.connection(), draft.into_call()?);
    let (span, timeout) = (in_flight.span(), in_flight.timeout());
    let received = in_flight.send(ReadMode::Stream);
    let received = received.instrument(span.clone()).await?;
    let response = in_flight.into_response(received, span.clone());
    let work = async move {
        let Response {
            info,
            context,
            content: Content::Stream(mut body),
            ..
        } = response
        else {
            return Ok(()); // Not possible in this mode.
        };
        let deadline = || Deadline::after(timeout);
        let first = send::within(deadline(), pin!(body.chunk()), &context).await?;
        let first = first.map_err(|failure| response::transport_error(failure, &context))?;
        response::check_document(&info, first.as_deref().unwrap_or_default(), &context)?;
        if let Some(fault) = first.as_deref().and_then(fault::find) {
            let status = info.status();
            return Err(classify::status_error(status, Some(fault), None, &context));
        }
        let mut list = ListBody::in_batches(body, kind, first.as_deref(), &context);
        loop {
            let step = pin!(list.step(&context));
            match send::within(deadline(), step, &context).await?? {
                Step::Items(items) => {
                    // Fails if the stream was dropped.
                    let _ = sender.send(Ok(wrap(items))).await;
                }
                Step::Unreadable(error) => {
                    let _ = sender.send(Err(error)).await;
                }
                Step::Chunk => {}
                Step::End => return Ok(()),
            }
        }
    };
    let outcome = work.instrument(span.clone()).await;
    outcome.inspect_err(|error| span::record_error(&span, error))
}
