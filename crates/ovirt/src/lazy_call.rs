//! [`LazyCall`]: a call that is not sent before it is awaited, called or started.

use std::fmt;
use std::future::{Future, IntoFuture};

use crate::connection::Connection;
use crate::error::Error;
use crate::pending::{self, BoxFuture, Pending};

/// A lazy call: nothing is sent until `.await`, `.call()` or `.spawn()`.
///
/// Returned by the methods of [`Connection`]. Requests of services and the builders
/// [`RawRequest`](crate::RawRequest), [`WaitUntil`](crate::WaitUntil) and
/// [`WaitForJobs`](crate::WaitForJobs) have the same three verbs, and the builders convert into
/// a `LazyCall` with [`From`].
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct LazyCall<T> {
    connection: Connection,
    work: BoxFuture<T>,
}

impl<T: Send + 'static> LazyCall<T> {
    pub(crate) fn new(
        connection: &Connection,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Self {
        Self::boxed(connection.clone(), Box::pin(work))
    }

    pub(crate) fn boxed(connection: Connection, work: BoxFuture<T>) -> Self {
        Self { connection, work }
    }

    /// A call whose future needs tokio, for timers or the network.
    pub(crate) fn on_runtime(
        connection: &Connection,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Self {
        let (this, work) = (connection.clone(), Box::pin(work));
        Self::new(connection, async move {
            pending::on_runtime(this.worker(), work).await
        })
    }

    /// Runs it and blocks until its outcome is known.
    ///
    /// # Errors
    ///
    /// The error of the call; [`Error::Usage`] inside an async task, where `.await` must be used.
    pub fn call(self) -> Result<T, Error> {
        pending::block_on(self.connection.worker(), self.work)
    }

    /// Runs it in the background; [`Pending`] returns the outcome later.
    pub fn spawn(self) -> Pending<T> {
        pending::spawn(self.connection.worker(), self.work)
    }

    #[doc(hidden)]
    #[deprecated = "use `spawn`: `start` is also what services do to VMs"]
    pub fn start(self) -> Pending<T> {
        self.spawn()
    }
}

impl<T> IntoFuture for LazyCall<T> {
    type Output = Result<T, Error>;
    type IntoFuture = BoxFuture<T>;

    fn into_future(self) -> Self::IntoFuture {
        self.work
    }
}

impl<T> fmt::Debug for LazyCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            connection,
            work: _,
        } = self;
        f.debug_struct("LazyCall")
            .field("connection", connection)
            .finish_non_exhaustive()
    }
}

/// Gives a builder that converts into a [`LazyCall`] the same verbs.
macro_rules! lazy {
    ($builder:ty, $output:ty $(, $type:ident: $($bound:tt)+)?) => {
        impl $(<$type: $($bound)+>)? $builder {
            /// Runs it and blocks until its outcome is known.
            ///
            /// # Errors
            ///
            /// The error of the call; [`Error::Usage`](crate::Error::Usage) inside an async task,
            /// where `.await` must be used.
            pub fn call(self) -> Result<$output, $crate::Error> {
                $crate::LazyCall::from(self).call()
            }

            /// Runs it in the background; [`Pending`](crate::Pending) returns the outcome later.
            pub fn spawn(self) -> $crate::Pending<$output> {
                $crate::LazyCall::from(self).spawn()
            }

            #[doc(hidden)]
            #[deprecated = "use `spawn`: `start` is also what services do to VMs"]
            #[inline]
            pub fn start(self) -> $crate::Pending<$output> {
                self.spawn()
            }
        }

        impl $(<$type: $($bound)+>)? std::future::IntoFuture for $builder {
            type Output = Result<$output, $crate::Error>;
            type IntoFuture = $crate::pending::BoxFuture<$output>;

            fn into_future(self) -> Self::IntoFuture {
                $crate::LazyCall::from(self).into_future()
            }
        }
    };
}

pub(crate) use lazy;
