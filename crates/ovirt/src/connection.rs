//! [`Connection`]: the public handle, and the state that its clones share.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::{HeaderMap, Method};

use crate::error::RequestInfo;
use crate::error::classify::{RequestContext, Waiting};
use crate::redact::Redactor;
use crate::retry::{Budget, Retries};
use crate::session::Session;
use crate::transport::Transport;
use crate::url::ApiUrl;
use crate::worker::Worker;

/// A connection to an oVirt engine.
///
/// Created by [`Connection::builder`]. It is cheap to clone and can be used from many tasks and
/// threads at once: all clones share one login and one pool of network connections. It logs in
/// with the first request, and again when the engine rejects the token.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// let vms = connection.system_service().vms_service();
/// for vm in &vms.list().search("status=up").await? {
///     println!("{:?}", vm.name);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

/// What all clones of a connection share.
pub(crate) struct Inner {
    pub(crate) url: Arc<ApiUrl>,
    /// Headers of every request: the defaults of the SDK, overridden by the user's.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) transport: Arc<Transport>,
    pub(crate) redactor: Arc<Redactor>,
    pub(crate) session: Session,
    pub(crate) retries: Retries,
    pub(crate) budget: Budget,
    pub(crate) worker: Worker,
    /// Whether any request has succeeded.
    pub(crate) has_responded: AtomicBool,
}

impl Connection {
    pub(crate) fn new(inner: Inner) -> Self {
        Self {
            inner: Arc::new(inner),
        }
    }

    /// The URL of the API, without a trailing slash.
    pub fn url(&self) -> String {
        self.inner.url.text()
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }

    pub(crate) fn worker(&self) -> &Worker {
        &self.inner.worker
    }

    /// Whether any request has succeeded, so that there is an engine at the URL.
    pub(crate) fn has_responded(&self) -> bool {
        self.inner.has_responded.load(Ordering::Relaxed)
    }

    /// What errors report about a request to this path of the server.
    pub(crate) fn context(
        &self,
        operation: impl Into<Cow<'static, str>>,
        method: &Method,
        path: String,
    ) -> RequestContext {
        let url = &self.inner.url;
        RequestContext {
            request: RequestInfo::new(method.as_str(), path),
            operation: operation.into(),
            server: Arc::clone(url.server()),
            usual_path: url.has_usual_path(),
            memory: self.inner.transport.response_limit(),
            waiting: Waiting::default(),
            correlation_id: None,
            status: None,
            redactor: Arc::clone(&self.inner.redactor),
        }
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inner } = self;
        f.debug_struct("Connection")
            .field("url", &inner.url.text())
            .finish_non_exhaustive()
    }
}
