//! Handle to a running simulator, and the error of a failed start.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use crate::builder::EngineBuilder;
use crate::caller::USERNAME;
use crate::injection::{Injected, Operation, Rule};
use crate::lock::lock;
use crate::request_log::RecordedRequest;
use crate::restart::{Phase, Port, Transition};
use crate::server;
use crate::shared::Shared;

/// Error of [`EngineBuilder::start`]. Its source is the underlying error.
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
        write!(f, "cannot start the simulator: {}", self.message)
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// A running simulator. Dropping it stops the server.
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
    /// Returns a builder with the default configuration.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::new()
    }

    /// Returns the URL of the API, such as `https://localhost:40123/ovirt-engine/api`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the address that the server listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the CA certificate in PEM format; empty with plain HTTP.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// Returns the login name of the administrator, `admin@internal`.
    pub fn username(&self) -> &str {
        USERNAME
    }

    /// Returns the password of the administrator.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// Returns an SDK connection that logs in as the administrator.
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
    /// Fails if the connection cannot be built, for example because of an invalid certificate.
    #[cfg(feature = "connection")]
    pub fn connection(&self) -> Result<ovirt::Connection, ovirt::Error> {
        let builder = ovirt::Connection::builder(&self.url).credentials(USERNAME, &self.password);
        match self.ca_pem.as_str() {
            "" => builder.build(),
            pem => builder.ca_pem(pem).build(),
        }
    }

    /// Returns the documents that [`EngineBuilder::load`] skipped, each with the reason.
    pub fn skipped(&self) -> &[String] {
        &self.skipped
    }

    /// Returns all requests received so far, in the order of their arrival.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.request_log.requests()
    }

    /// Discards the recorded requests.
    pub fn clear_requests(&self) {
        self.shared.request_log.clear();
    }

    /// Returns the number of requests received for an operation. It is named by service and method
    /// of the API model, such as `vms.list`, `vm.start` or `*.add`.
    pub fn count(&self, operation: &str) -> usize {
        let requests = self.requests();
        let world = lock(&self.shared.world);
        let operation_of = |request: &&RecordedRequest| {
            Operation::of_request(&world, &request.method, &request.path)
        };
        let operations = requests.iter().filter_map(|request| operation_of(&request));
        operations.filter(|found| found.matches(operation)).count()
    }

    /// Blocks until at least `requests` requests are recorded, or until the timeout. Returns
    /// whether they are.
    pub fn wait_for_requests(&self, requests: usize, timeout: Duration) -> bool {
        self.shared.request_log.wait(requests, timeout)
    }

    /// Waits until at least `requests` requests are recorded. Works in any async runtime.
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

    /// Activates a fault injection rule.
    ///
    /// Rules are evaluated in the order of their injection. The delays of all matching rules add
    /// up; evaluation stops at the first rule with an effect other than a delay. Random decisions
    /// follow from the seed.
    ///
    /// ```
    /// # use ovirt_engine_sim::{Engine, Rule};
    /// # let engine = Engine::builder().plain(true).start()?;
    /// let unavailable = engine.inject(Rule::status(503).operation("vms.list").times(2));
    /// // ... run the code under test ...
    /// assert_eq!(unavailable.hits(), 0);
    /// unavailable.remove();
    /// # Ok::<(), ovirt_engine_sim::StartError>(())
    /// ```
    pub fn inject(&self, rule: Rule) -> Injected {
        Injected::new(Arc::clone(&self.shared), rule)
    }

    /// Removes all fault injection rules.
    pub fn clear_rules(&self) {
        lock(&self.shared.rules).clear();
    }

    /// Restarts the engine, as [`EngineBuilder::restarts`] configures it. Returns when it is
    /// stopping; [`phase`](Self::phase) says when it is running again.
    ///
    /// The state is kept, and so are plans such as the end of a VM's start. Tokens and sessions are
    /// lost. Without effect while the engine restarts.
    pub fn restart(&self) {
        self.shared.restarts.execute(None);
    }

    /// Enters a phase of a restart and stays in it, for tests of one phase at a time.
    ///
    /// ```
    /// # use ovirt_engine_sim::{Engine, Phase};
    /// # let engine = Engine::builder().plain(true).start()?;
    /// engine.enter(Phase::Stopped);
    /// assert!(std::net::TcpStream::connect(engine.address()).is_err());
    /// engine.enter(Phase::Running);
    /// assert!(std::net::TcpStream::connect(engine.address()).is_ok());
    /// # Ok::<(), ovirt_engine_sim::StartError>(())
    /// ```
    pub fn enter(&self, phase: Phase) {
        self.shared.restarts.execute(Some(phase));
    }

    /// Returns the phase that the engine is in.
    pub fn phase(&self) -> Phase {
        self.shared.restarts.phase()
    }

    /// Invalidates all tokens and sessions, as a restart of a real engine can.
    pub fn expire_tokens(&self) {
        lock(&self.shared.sso).expire_tokens();
    }
}

/// The thread of the server. Dropping this stops and joins it.
pub(crate) struct ServerThread {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ServerThread {
    pub(crate) fn start(
        listener: std::net::TcpListener,
        tls: Option<TlsAcceptor>,
        shared: Arc<Shared>,
        commands: UnboundedReceiver<Transition>,
    ) -> Result<Self, StartError> {
        let address = listener
            .local_addr()
            .map_err(|error| StartError::new("cannot get the address of the socket", error))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StartError::new("cannot create a runtime", error))?;
        let (stop, stopped) = oneshot::channel::<()>();
        let serve = move || {
            runtime.block_on(async move {
                let Ok(listener) = TcpListener::from_std(listener) else {
                    return;
                };
                let port = Port::new(address, listener);
                tokio::select! {
                    () = server::run(port, tls, shared, commands) => {}
                    // Completes when the handle is dropped.
                    _ = stopped => {}
                }
            });
        };
        let thread = std::thread::Builder::new()
            .name("ovirt-engine-sim".to_owned())
            .spawn(serve)
            .map_err(|error| StartError::new("cannot start a thread", error))?;
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
            // A panic of the thread has been printed; `drop` must not panic again.
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
