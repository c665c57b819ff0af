//! What comes bit by bit: objects of a list while the answer arrives, pages, events.

use std::collections::BTreeSet;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use ovirt_types::element::{Object, text_of};
use ovirt_types::{List, ListReader, XmlError};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tracing::Instrument as _;

use crate::blocking;
use crate::clock::Deadline;
use crate::connection::{Connection, Much};
use crate::error::Error;
use crate::request::{Call, Draft};
use crate::response;

/// How many items are made before the first of them is asked for.
const AHEAD: usize = 32;

/// Items that come one after the other: a [`futures` stream](futures_core::Stream), and where
/// there is no async runtime an iterator that blocks.
///
/// Nothing is sent before the first item is asked for. An error is the last item. Dropping it
/// gives up what hasn't been read: the connection that it came on is closed.
///
/// ```no_run
/// # fn blocking(connection: &ovirt::Connection) -> Result<(), ovirt::Error> {
/// for vm in connection.system_service().vms_service().list().stream() {
///     println!("{:?}", vm?.name);
/// }
/// # Ok(())
/// # }
/// # async fn with_await(connection: &ovirt::Connection) -> Result<(), ovirt::Error> {
/// let mut vms = connection.system_service().vms_service().list().stream();
/// while let Some(vm) = vms.next().await {
///     println!("{:?}", vm?.name);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent before the first item is asked for"]
pub struct Stream<T> {
    connection: Connection,
    state: State<T>,
}

enum State<T> {
    Ready(Producer<T>),
    Running {
        receiver: mpsc::Receiver<Result<T, Error>>,
        _task: Task,
    },
    Over,
}

/// Makes the items and hands them out.
type Producer<T> = Box<dyn FnOnce(Sink<T>) -> Producing + Send>;

type Producing = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// Ends the producer when it is dropped.
struct Task(AbortHandle);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Where a producer puts its items.
pub(crate) struct Sink<T>(mpsc::Sender<Result<T, Error>>);

impl<T> Sink<T> {
    /// Hands an item out; it waits until there is room for it. Nobody wants it if the stream is
    /// gone, and then the producer is about to be ended too.
    pub(crate) async fn put(&self, item: T) {
        let _ = self.0.send(Ok(item)).await;
    }
}

impl<T: Send + 'static> Stream<T> {
    pub(crate) fn new<F>(
        connection: &Connection,
        produce: impl FnOnce(Sink<T>) -> F + Send + 'static,
    ) -> Self
    where
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        Self {
            connection: connection.clone(),
            state: State::Ready(Box::new(move |sink| Box::pin(produce(sink)))),
        }
    }

    /// The next item; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let handle = Handle::try_current();
        match self.receiver(handle.ok().as_ref()) {
            Ok(Some(receiver)) => receiver.poll_recv(context),
            Ok(None) => Poll::Ready(None),
            Err(error) => Poll::Ready(Some(Err(error))),
        }
    }

    /// Where items come from; the producer is set to work, on this runtime or that of the
    /// connection, if it wasn't.
    fn receiver(
        &mut self,
        handle: Option<&Handle>,
    ) -> Result<Option<&mut mpsc::Receiver<Result<T, Error>>>, Error> {
        if let State::Ready(_) = self.state
            && let State::Ready(produce) = std::mem::replace(&mut self.state, State::Over)
        {
            let handle = match handle {
                Some(handle) => handle,
                None => self.connection.worker().handle()?,
            };
            let (sender, receiver) = mpsc::channel(AHEAD);
            let task = handle.spawn(async move {
                let produced = produce(Sink(sender.clone())).await;
                if let Err(error) = produced {
                    let _ = sender.send(Err(error)).await;
                }
            });
            self.state = State::Running {
                receiver,
                _task: Task(task.abort_handle()),
            };
        }
        match &mut self.state {
            State::Running { receiver, .. } => Ok(Some(receiver)),
            State::Ready(_) | State::Over => Ok(None),
        }
    }
}

impl<T: Send + 'static> futures_core::Stream for Stream<T> {
    type Item = Result<T, Error>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, Error>>> {
        self.poll(context)
    }
}

/// Blocks for each item. Inside an async task the only item is an [`Error::Usage`].
impl<T: Send + 'static> IntoIterator for Stream<T> {
    type Item = Result<T, Error>;
    type IntoIter = BlockingIter<T>;

    fn into_iter(self) -> BlockingIter<T> {
        BlockingIter(self)
    }
}

impl<T> fmt::Debug for Stream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").finish_non_exhaustive()
    }
}

/// The items of a [`Stream`], as an iterator that blocks.
#[derive(Debug)]
pub struct BlockingIter<T>(Stream<T>);

impl<T: Send + 'static> Iterator for BlockingIter<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.0.state, State::Over) {
            return None;
        }
        if let Err(error) = blocking::check_may_block("iterating over a stream") {
            self.0.state = State::Over;
            return Some(Err(error));
        }
        match self.0.receiver(None) {
            Ok(receiver) => receiver?.blocking_recv(),
            Err(error) => Some(Err(error)),
        }
    }
}

/// Gives the request of a list ways to read it bit by bit.
macro_rules! lists {
    ($request:ident, $type:ty $(, $paged:ident)?) => {
        impl $request {
            /// Gives the objects while the answer arrives, however many they are. The time limit
            /// holds for the beginning of the answer, and again for each part of it.
            pub fn stream(self) -> $crate::Stream<$type> {
                $crate::stream::objects(self.0)
            }

            $($crate::stream::$paged!($type);)?
        }
    };
}

/// Gives the request of a list that can be searched a way to read it in pages.
macro_rules! paged {
    ($type:ty) => {
        /// Gives the objects in pages of this many, each a request of its own, which is sent when
        /// the page is asked for. The list is in the order of the search, or else by name.
        ///
        /// What is created or removed meanwhile can move objects over the border of a page: one
        /// is left out then, but none comes twice in a row.
        pub fn pages(self, size: u32) -> $crate::Stream<$crate::types::List<$type>> {
            $crate::stream::pages(self.0, size)
        }
    };
}

pub(crate) use {lists, paged};

/// The objects in the answer to this request.
pub(crate) fn objects<T: Object>(draft: Draft) -> Stream<T> {
    let connection = draft.connection();
    Stream::new(&connection.clone(), async move |sink: Sink<T>| {
        let call = draft.into_call()?;
        read(connection, call, sink).await
    })
}

async fn read<T: Object>(connection: Connection, call: Call, sink: Sink<T>) -> Result<(), Error> {
    let mut sending = connection.sending(call)?;
    let span = sending.span();
    let work = async {
        let (deadline, mut scene) = (sending.deadline, sending.scene.clone());
        let opening = connection.open(&mut sending, Much::Head);
        let (mut arriving, _) = connection.in_time(deadline, opening, &scene).await??;
        response::identify(&arriving.headers, &mut scene);
        let unreadable = |error: XmlError| response::unreadable(error, &scene);
        let mut reader = ListReader::new();
        let mut first = true;
        loop {
            let chunk = arriving.body.chunk();
            let deadline = Deadline::after(deadline.duration());
            let chunk = connection.in_time(deadline, chunk, &scene).await?;
            let chunk = chunk.map_err(|failure| response::not_answered(failure, &scene))?;
            if first {
                let start = chunk.as_deref().unwrap_or_default();
                let status = arriving.status.as_u16();
                response::check_document(status, &arriving.headers, start, &scene)?;
                first = false;
            }
            match &chunk {
                Some(chunk) => reader.feed(chunk),
                None => reader.end(),
            }
            while let Some(object) = reader.read().map_err(unreadable)? {
                sink.put(object).await;
            }
            if chunk.is_none() {
                return Ok(());
            }
        }
    };
    work.instrument(span).await
}

/// The pages of the answer to this request.
pub(crate) fn pages<T: Object>(draft: Draft, size: u32) -> Stream<List<T>> {
    let connection = draft.connection();
    Stream::new(&connection.clone(), async move |sink: Sink<List<T>>| {
        let call = draft.into_call()?;
        let search = paged_search(call.operation, call.query("search"))?;
        if size == 0 {
            return Err(Error::usage(
                "a page of no objects would never end: give a size",
            ));
        }
        let mut before = BTreeSet::new();
        for page in 1_u32.. {
            let mut call = call.clone();
            call.set_query("search", format!("{search}page {page}"));
            call.set_query("max", size.to_string());
            let list: List<T> = connection.execute(call).await?.into_object()?;
            let is_last = list.len() < size as usize;
            let id = |object: &T| text_of(object, "id").map(str::to_owned);
            let ids: BTreeSet<_> = list.iter().filter_map(id).collect();
            // Objects that moved over the border of the page because others came before them.
            let list = list.into_iter();
            let list: List<T> = list
                .filter(|object| id(object).is_none_or(|id| !before.contains(&id)))
                .collect();
            if !list.is_empty() {
                sink.put(list).await;
            }
            if is_last {
                break;
            }
            before = ids;
        }
        Ok(())
    })
}

/// The search that a page's number is to be added to. It needs an order, and the order a
/// direction.
fn paged_search(operation: &str, search: Option<&str>) -> Result<String, Error> {
    let search = search.unwrap_or_default().trim();
    let words: Vec<_> = search
        .split_ascii_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let has = |word: &str| words.iter().any(|own| own == word);
    if has("page") {
        return Err(Error::usage(
            "the search has a page already: leave it out, pages() adds it",
        ));
    }
    let order = if has("sortby") {
        let directed = words
            .last()
            .is_some_and(|last| last == "asc" || last == "desc");
        if directed { "" } else { "asc" }
    } else {
        match operation {
            "disks.list" => "sortby alias asc",
            // These come in the order of their identifiers or of time.
            "events.list" | "jobs.list" => "",
            _ => "sortby name asc",
        }
    };
    Ok([search, order]
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| format!("{part} "))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::paged_search;

    #[test]
    fn a_search_in_pages_has_an_order_with_a_direction() {
        let table = [
            ("vms.list", None, "sortby name asc "),
            ("vms.list", Some("name=a*"), "name=a* sortby name asc "),
            ("vms.list", Some("SortBy memory"), "SortBy memory asc "),
            ("vms.list", Some("a=1 sortby b DESC"), "a=1 sortby b DESC "),
            ("disks.list", None, "sortby alias asc "),
            ("events.list", Some("severity>normal"), "severity>normal "),
            ("events.list", None, ""),
        ];
        for (operation, search, expected) in table {
            assert_eq!(paged_search(operation, search).unwrap(), expected);
        }
        assert!(paged_search("vms.list", Some("name=a page 2")).is_err());
    }
}
