//! [`Stream`]: items that arrive one after the other.

mod list;
mod pages;

use std::any::Any;
use std::fmt;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tracing::Instrument as _;
use tracing::instrument::WithSubscriber as _;

use crate::connection::Connection;
use crate::error::Error;
use crate::pending::{self, BoxFuture};
use crate::worker;

pub(crate) use self::list::{documents_of, items_of, stream};
pub(crate) use self::pages::{pages, pages_of};

/// How many items are produced ahead of their consumer.
const BUFFER: usize = 32;

/// Items that arrive one after the other: a [`futures` stream](futures_core::Stream), and without
/// an async runtime a blocking iterator.
///
/// Nothing is sent before the first item is requested. An error is the last item, unless it is that
/// of one object of a list that cannot be decoded: it names the object, and the next ones follow.
/// Dropping the stream cancels it and closes its network connection.
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
#[must_use = "nothing is sent before the first item is requested"]
pub struct Stream<T> {
    /// Items that were received together and not requested yet.
    batch: std::vec::IntoIter<T>,
    source: Source,
}

/// The source of items, type-erased: compiled once for all types.
struct Source {
    connection: Connection,
    /// How many batches are produced ahead of their consumer.
    buffer: usize,
    state: SourceState,
}

enum SourceState {
    Ready(Producer),
    Running {
        receiver: mpsc::Receiver<Produced>,
        /// Whether the producer came to its end.
        is_complete: Arc<AtomicBool>,
        _task: AbortOnDrop,
    },
    Ended,
}

/// An item of the stream, or a `Vec` of items.
type AnyBatch = Box<dyn Any + Send>;

type Produced = Result<AnyBatch, Error>;

/// Starts producing items for a channel.
type Producer = Box<dyn FnOnce(mpsc::Sender<Produced>) -> BoxFuture<()> + Send>;

/// Aborts the producer's task when the stream is dropped.
struct AbortOnDrop(AbortHandle);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The end of the channel to which a producer sends its items.
pub(crate) struct Sink<T> {
    sender: mpsc::Sender<Produced>,
    items: PhantomData<fn(T)>,
}

impl<T: Send + 'static> Sink<T> {
    /// Sends an item, once the buffer has room for it.
    pub(crate) async fn put(&self, item: T) {
        // Fails if the stream was dropped, which also aborts the producer.
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
        Self::from_source(Source::new(connection, BUFFER, move |sender| {
            let items = PhantomData;
            Box::pin(produce(Sink { sender, items }))
        }))
    }

    /// The items of a source, whose batches must be of type `T` or `Vec<T>`.
    fn from_source(source: Source) -> Self {
        let batch = Vec::new().into_iter();
        Self { batch, source }
    }

    /// Returns the next item; `None` after the last one.
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
                Some(Ok(batch)) => self.batch = downcast(batch),
            }
        }
    }
}

fn downcast<T: 'static>(batch: AnyBatch) -> std::vec::IntoIter<T> {
    let items = batch.downcast::<Vec<T>>().map(|items| *items);
    let items = items.or_else(|batch| batch.downcast::<T>().map(|item| vec![*item]));
    items.unwrap_or_default().into_iter()
}

impl Source {
    fn new(
        connection: &Connection,
        buffer: usize,
        producer: impl FnOnce(mpsc::Sender<Produced>) -> BoxFuture<()> + Send + 'static,
    ) -> Self {
        Self {
            connection: connection.clone(),
            buffer,
            state: SourceState::Ready(Box::new(producer)),
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Produced>> {
        let handle = Handle::try_current();
        let next = match self.receiver(handle.ok().as_ref()) {
            Ok(Some(receiver)) => ready!(receiver.poll_recv(context)),
            Ok(None) => None,
            Err(error) => Some(Err(error)),
        };
        Poll::Ready(next.or_else(|| self.end()))
    }

    /// The end of the stream: an error, if the producer did not come to its end.
    fn end(&mut self) -> Option<Produced> {
        let state = std::mem::replace(&mut self.state, SourceState::Ended);
        let SourceState::Running { is_complete, .. } = state else {
            return None;
        };
        let is_complete = is_complete.load(Ordering::Acquire);
        (!is_complete).then(|| Err(pending::aborted()))
    }

    /// Blocks until there is a batch.
    fn wait(&mut self) -> Option<Produced> {
        if matches!(self.state, SourceState::Ended) {
            return None;
        }
        if let Err(error) = worker::check_may_block("iterating over a stream") {
            self.state = SourceState::Ended;
            return Some(Err(error));
        }
        let next = match self.receiver(None) {
            Ok(receiver) => worker::block_on(receiver?.recv()),
            Err(error) => Some(Err(error)),
        };
        next.or_else(|| self.end())
    }

    /// The channel of batches. Starts the producer if needed: on the given runtime, or else on the
    /// connection's worker.
    fn receiver(
        &mut self,
        handle: Option<&Handle>,
    ) -> Result<Option<&mut mpsc::Receiver<Produced>>, Error> {
        if let SourceState::Ready(_) = self.state
            && let SourceState::Ready(produce) =
                std::mem::replace(&mut self.state, SourceState::Ended)
        {
            let handle = match handle {
                Some(handle) => handle,
                None => self.connection.worker().handle()?,
            };
            let (sender, receiver) = mpsc::channel(self.buffer);
            let is_complete = Arc::new(AtomicBool::new(false));
            let completed = Arc::clone(&is_complete);
            let work = async move {
                let produced = produce(sender.clone()).await;
                if let Err(error) = produced {
                    let _ = sender.send(Err(error)).await;
                }
                completed.store(true, Ordering::Release);
            };
            let task = handle.spawn(work.in_current_span().with_current_subscriber());
            self.state = SourceState::Running {
                receiver,
                is_complete,
                _task: AbortOnDrop(task.abort_handle()),
            };
        }
        match &mut self.state {
            SourceState::Running { receiver, .. } => Ok(Some(receiver)),
            SourceState::Ready(_) | SourceState::Ended => Ok(None),
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

/// The items of a [`Stream`], as a blocking iterator.
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
                Ok(batch) => self.0.batch = downcast(batch),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
