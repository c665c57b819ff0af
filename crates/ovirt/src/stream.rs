//! What comes bit by bit: objects of a list while the answer arrives, pages, events.

use std::any::Any;
use std::collections::BTreeSet;
use std::fmt;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use ovirt_types::__private::{ItemKind, Object, text_of};
use ovirt_types::List;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tracing::Instrument as _;

use crate::blocking;
use crate::clock::Deadline;
use crate::connection::{Connection, ReadMode};
use crate::error::Error;
use crate::list_body::{ListBody, Step};
use crate::request::Draft;
use crate::response::{self, Reply};

/// How many items are made before the first of them is asked for.
const AHEAD: usize = 32;

/// The same for the objects of a list, which are handed out as many as there are at once.
const BATCHES_AHEAD: usize = 2;

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
    /// Items that were handed out together, and not asked for yet.
    batch: std::vec::IntoIter<T>,
    source: Source,
}

/// Where items of any type come from; compiled once for all of them.
struct Source {
    connection: Connection,
    /// How much is made before it is asked for.
    ahead: usize,
    state: State,
}

enum State {
    Ready(Producer),
    Running {
        receiver: mpsc::Receiver<Made>,
        _task: Task,
    },
    Over,
}

/// An item of a stream whose type isn't known here, or a `Vec` of items.
type Item = Box<dyn Any + Send>;

/// What comes of making an item.
type Made = Result<Item, Error>;

/// Makes the items and hands them out.
type Producer = Box<dyn FnOnce(mpsc::Sender<Made>) -> Producing + Send>;

type Producing = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// Ends the producer when it is dropped.
struct Task(AbortHandle);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Where a producer puts its items.
pub(crate) struct Sink<T> {
    sender: mpsc::Sender<Made>,
    of: PhantomData<fn(T)>,
}

impl<T: Send + 'static> Sink<T> {
    /// Hands an item out; it waits until there is room for it. Nobody wants it if the stream is
    /// gone, and then the producer is about to be ended too.
    pub(crate) async fn put(&self, item: T) {
        let _ = self.sender.send(Ok(Box::new(item))).await;
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
        Self::of(Source::new(connection, AHEAD, move |sender| {
            let of = PhantomData;
            Box::pin(produce(Sink { sender, of }))
        }))
    }

    /// The items of a source, which must be of the stream's type.
    fn of(source: Source) -> Self {
        let batch = Vec::new().into_iter();
        Self { batch, source }
    }

    /// The next item; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.batch.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.source.poll(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(items)) => self.batch = unpacked(items),
            }
        }
    }
}

/// Items as what they are. None is of another type than its stream.
fn unpacked<T: 'static>(item: Item) -> std::vec::IntoIter<T> {
    let items = item.downcast::<Vec<T>>().map(|items| *items);
    let items = items.or_else(|item| item.downcast::<T>().map(|item| vec![*item]));
    items.unwrap_or_default().into_iter()
}

impl Source {
    fn new(
        connection: &Connection,
        ahead: usize,
        producer: impl FnOnce(mpsc::Sender<Made>) -> Producing + Send + 'static,
    ) -> Self {
        Self {
            connection: connection.clone(),
            ahead,
            state: State::Ready(Box::new(producer)),
        }
    }

    /// The pages of the answer to a request.
    fn pages(draft: Draft, size: u32, page: Paging) -> Self {
        Self::new(&draft.connection(), AHEAD, move |sender| {
            Box::pin(turn_pages(draft, size, page, sender))
        })
    }

    /// The objects in the answer to a request.
    fn objects(draft: Draft, kind: ItemKind) -> Self {
        Self::new(&draft.connection(), BATCHES_AHEAD, move |sender| {
            Box::pin(read(draft, kind, sender))
        })
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Made>> {
        let handle = Handle::try_current();
        match self.receiver(handle.ok().as_ref()) {
            Ok(Some(receiver)) => receiver.poll_recv(context),
            Ok(None) => Poll::Ready(None),
            Err(error) => Poll::Ready(Some(Err(error))),
        }
    }

    /// Blocks until there is an item.
    fn wait(&mut self) -> Option<Made> {
        if matches!(self.state, State::Over) {
            return None;
        }
        if let Err(error) = blocking::check_may_block("iterating over a stream") {
            self.state = State::Over;
            return Some(Err(error));
        }
        match self.receiver(None) {
            Ok(receiver) => receiver?.blocking_recv(),
            Err(error) => Some(Err(error)),
        }
    }

    /// Where items come from; the producer is set to work, on this runtime or that of the
    /// connection, if it wasn't.
    fn receiver(
        &mut self,
        handle: Option<&Handle>,
    ) -> Result<Option<&mut mpsc::Receiver<Made>>, Error> {
        if let State::Ready(_) = self.state
            && let State::Ready(produce) = std::mem::replace(&mut self.state, State::Over)
        {
            let handle = match handle {
                Some(handle) => handle,
                None => self.connection.worker().handle()?,
            };
            let (sender, receiver) = mpsc::channel(self.ahead);
            let task = handle.spawn(async move {
                let produced = produce(sender.clone()).await;
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

// Items are moved out, never pinned.
impl<T> Unpin for Stream<T> {}

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
        loop {
            if let Some(item) = self.0.batch.next() {
                return Some(Ok(item));
            }
            match self.0.source.wait()? {
                Ok(items) => self.0.batch = unpacked(items),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// Gives the request of a list ways to read it bit by bit.
macro_rules! lists {
    ($request:ident, $type:ty $(, $paged:ident)?) => {
        impl $request {
            /// Gives the objects while the answer arrives, however many they are. The time limit
            /// holds for the beginning of the answer, and again for each part of it.
            #[inline]
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
        #[inline]
        pub fn pages(self, size: u32) -> $crate::Stream<$crate::types::List<$type>> {
            $crate::stream::pages(self.0, size)
        }
    };
}

pub(crate) use {lists, paged};

/// The objects in the answer to this request.
pub(crate) fn objects<T: Object>(draft: Draft) -> Stream<T> {
    Stream::of(Source::objects(
        draft,
        <T as ovirt_types::__private::Item>::kind(),
    ))
}

async fn read(draft: Draft, kind: ItemKind, sender: mpsc::Sender<Made>) -> Result<(), Error> {
    let connection = draft.connection();
    let mut sending = connection.sending(draft.into_call()?);
    let span = sending.span();
    let work = async {
        let (deadline, mut context) = (sending.deadline(), sending.context.clone());
        let opening = pin!(connection.open(&mut sending, ReadMode::Head));
        let (mut arriving, _) = connection.in_time(deadline, opening, &context).await??;
        response::identify(&arriving.headers, &mut context);
        let patience = || Deadline::after(deadline.duration());
        let first = connection
            .in_time(patience(), pin!(arriving.body.chunk()), &context)
            .await?;
        let first = first.map_err(|failure| response::not_answered(failure, &context))?;
        let (start, status) = (first.as_deref().unwrap_or_default(), arriving.status);
        response::check_document(status.as_u16(), &arriving.headers, start, &context)?;
        let mut intake = ListBody::new(kind);
        intake.feed(first.as_deref());
        loop {
            let step = connection
                .in_time(patience(), pin!(intake.step(&mut arriving.body)), &context)
                .await?;
            match step.map_err(|trouble| trouble.into_error(&context))? {
                Step::Items(items) => {
                    // Nobody wants them if the stream is gone.
                    let _ = sender.send(Ok(items as Item)).await;
                }
                Step::Part => {}
                Step::End => return Ok(()),
            }
        }
    };
    work.instrument(span).await
}

/// The pages of the answer to this request.
pub(crate) fn pages<T: Object>(draft: Draft, size: u32) -> Stream<List<T>> {
    Stream::of(Source::pages(draft, size, page::<T>))
}

/// A page, as it is handed out.
struct Page {
    /// The list without what was on the page before; nothing if that is all.
    list: Option<Item>,
    /// How many objects the engine gave.
    length: usize,
    /// The identifiers of those objects.
    ids: BTreeSet<String>,
}

/// Makes a page of an answer and the identifiers on the page before.
type Paging = fn(Reply, &BTreeSet<String>) -> Result<Page, Error>;

/// The page in an answer. Objects that were on the page before are there again because others
/// came before them, and moved them over the border.
fn page<T: Object>(reply: Reply, before: &BTreeSet<String>) -> Result<Page, Error> {
    let mut list: Vec<T> = reply.into_object::<List<T>>()?.into_vec();
    let id = |object: &T| text_of(object, "id").map(str::to_owned);
    let (length, ids) = (list.len(), list.iter().filter_map(id).collect());
    list.retain(|object| text_of(object, "id").is_none_or(|id| !before.contains(id)));
    let list = (!list.is_empty()).then(|| Box::new(List::from(list)) as Item);
    Ok(Page { list, length, ids })
}

async fn turn_pages(
    draft: Draft,
    size: u32,
    page: Paging,
    sender: mpsc::Sender<Made>,
) -> Result<(), Error> {
    let connection = draft.connection();
    let call = draft.into_call()?;
    let search = paged_search(call.operation, call.query("search"))?;
    if size == 0 {
        return Err(Error::usage(
            "a page of no objects would never end: give a size",
        ));
    }
    let mut before = BTreeSet::new();
    for number in 1_u32.. {
        let mut call = call.clone();
        call.set_query("search", format!("{search}page {number}"));
        call.set_query("max", size.to_string());
        let found = page(connection.execute(call).await?, &before)?;
        if let Some(list) = found.list {
            let _ = sender.send(Ok(list)).await;
        }
        if found.length < size as usize {
            break;
        }
        before = found.ids;
    }
    Ok(())
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
