//! A running engine, and why one can't be started.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use crate::builder::EngineBuilder;
use crate::injection::{Injected, Operation, Rule};
use crate::request_log::RecordedRequest;
use crate::server::{self, Shared, lock};
use crate::sso::USERNAME;

/// Why an engine can't be started.
#[derive(Debug)]
pub struct StartError {
    message: &'static str,
    source: Box<dyn Error + Send + Sync>,
}

impl StartError {
    pub(crate) fn new(message: &'static str, source: impl Error + Send + Sync + 'static) -> Self {
        Self {
            message,
            source: Box::new(source),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the embedded engine can't be started: {}", self.message)
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// A running engine. It ends when it is dropped.
pub struct Engine {
    pub(crate) url: String,
    pub(crate) address: SocketAddr,
    pub(crate) ca_pem: String,
    pub(crate) password: String,
    pub(crate) skipped: Vec<String>,
    pub(crate) shared: Arc<Shared>,
    pub(crate) _server: ServerThread,
}

impl Engine {
    /// Begins to describe an engine.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::new()
    }

    /// URL of the API.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where the engine listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate of the engine's own authority, in PEM; empty with plain HTTP.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// Name of the administrator.
    pub fn username(&self) -> &str {
        USERNAME
    }

    /// Password of the administrator.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// A connection to the engine as its administrator, ready for use.
    ///
    /// ```
    /// # use ovirt_engine_sim::Engine;
    /// let engine = Engine::builder().vms(3).start()?;
    /// let connection = engine.connection()?;
    /// let vms = connection.system_service().vms_service().list().call()?;
    /// assert_eq!(vms.len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the connection can't be made, such as with a certificate that can't be read.
    #[cfg(feature = "connection")]
    pub fn connection(&self) -> Result<ovirt::Connection, ovirt::Error> {
        let builder = ovirt::Connection::builder(&self.url).credentials(USERNAME, &self.password);
        match self.ca_pem.as_str() {
            "" => builder.build(),
            pem => builder.ca_pem(pem).build(),
        }
    }

    /// Documents that [`EngineBuilder::load`] could not load, and why.
    pub fn skipped(&self) -> &[String] {
        &self.skipped
    }

    /// All requests that were received so far, the first one first.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.request_log.requests()
    }

    /// Forgets the requests that were received so far.
    pub fn clear_requests(&self) {
        self.shared.request_log.clear();
    }

    /// How many requests of an operation were received: service and method as the API's model names
    /// them, such as `vms.list`, `vm.start` or `*.add`.
    pub fn count(&self, operation: &str) -> usize {
        let requests = self.requests();
        let world = lock(&self.shared.world);
        let of = |request: &&RecordedRequest| Operation::of(&world, &request.method, &request.path);
        let operations = requests.iter().filter_map(|request| of(&request));
        operations.filter(|own| own.matches(operation)).count()
    }

    /// Blocks until so many requests were received in all, or the time is over; whether they were.
    pub fn wait_for_requests(&self, requests: usize, timeout: Duration) -> bool {
        self.shared.request_log.wait(requests, timeout)
    }

    /// Becomes ready when so many requests were received in all, in any async runtime.
    ///
    /// ```
    /// # use ovirt_engine_sim::Engine;
    /// # let engine = Engine::builder().plain(true).start()?;
    /// # tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(async {
    /// engine.received(0).await;
    /// # });
    /// # Ok::<(), ovirt_engine_sim::StartError>(())
    /// ```
    pub async fn received(&self, requests: usize) {
        self.shared.request_log.received(requests).await;
    }

    /// Puts a rule of fault injection in force: what happens to which requests, how often.
    ///
    /// Rules are asked in the order in which they were injected. Delays of all that apply add up;
    /// the first one that does more than to delay decides, and those after it aren't asked. What a
    /// rule with a probability does follows from the engine's seed.
    ///
    /// ```
    /// # use ovirt_engine_sim::{Engine, Rule};
    /// # let engine = Engine::builder().plain(true).start()?;
    /// let unavailable = engine.inject(Rule::status(503).operation("vms.list").times(2));
    /// // ... what is tested ...
    /// assert_eq!(unavailable.hits(), 0);
    /// unavailable.remove();
    /// # Ok::<(), ovirt_engine_sim::StartError>(())
    /// ```
    pub fn inject(&self, rule: Rule) -> Injected {
        Injected::new(Arc::clone(&self.shared), rule)
    }

    /// Takes all rules of fault injection away.
    pub fn clear_rules(&self) {
        lock(&self.shared.rules).clear();
    }

    /// Makes all tokens unknown, as a restart of a real engine can.
    pub fn expire_tokens(&self) {
        lock(&self.shared.sso).expire_tokens();
    }
}

/// The thread that serves. It ends when this is dropped.
pub(crate) struct ServerThread {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ServerThread {
    pub(crate) fn start(
        listener: std::net::TcpListener,
        tls: Option<TlsAcceptor>,
        shared: Arc<Shared>,
    ) -> Result<Self, StartError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StartError::new("no runtime can be made", error))?;
        let (stop, stopped) = oneshot::channel::<()>();
        let serve = move || {
            runtime.block_on(async move {
                let Ok(listener) = TcpListener::from_std(listener) else {
                    return;
                };
                tokio::select! {
                    () = server::run(listener, tls, shared) => {}
                    // Becomes ready when the engine is dropped.
                    _ = stopped => {}
                }
            });
        };
        let thread = std::thread::Builder::new()
            .name("embedded engine".to_owned())
            .spawn(serve)
            .map_err(|error| StartError::new("no thread can be started", error))?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for ServerThread {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been printed; it must not become one within a drop.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            url,
            address: _,
            ca_pem: _,
            password: _,
            skipped: _,
            shared: _,
            _server: _,
        } = self;
        f.debug_struct("Engine")
            .field("url", url)
            .finish_non_exhaustive()
    }
}
