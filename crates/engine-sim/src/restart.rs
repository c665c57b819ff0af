//! Restarts of the simulated engine: what clients meet while it stops, is stopped and starts.

use std::future::{Future, pending};
use std::net::SocketAddr;
use std::sync::mpsc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::watch;

use crate::message::{HTML, Request, Response};
use crate::sso::AuthError;
use crate::world::API;

/// Number of connections that the system accepts before the server does.
const BACKLOG: u32 = 1024;

/// Pause between attempts to listen, if the port is taken meanwhile.
const LISTEN_PAUSE: Duration = Duration::from_millis(20);

/// A phase of a restart; see [`Engine::enter`](crate::Engine::enter).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// The engine serves requests.
    Running,
    /// The applications are gone: 404 for addresses of the API, 401 with a password (Basic), 503
    /// for all others, as HTML.
    Stopping,
    /// Nothing listens: connections are refused and open ones closed. Tokens and sessions are
    /// lost. A [proxy](Restart::proxy) answers 503, and 502 to requests in progress.
    Stopped,
    /// Connections are accepted, and requests held until the engine is running.
    Starting,
}

/// How the engine restarts: the duration of each phase, and what is in front of it.
///
/// ```
/// use std::time::Duration;
/// use ovirt_engine_sim::{Engine, Restart};
///
/// let restart = Restart::new().stopped(Duration::from_millis(5)).proxy(true);
/// let engine = Engine::builder().plain(true).restarts(restart).start()?;
/// engine.restart();
/// # Ok::<(), ovirt_engine_sim::StartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "it has no effect until it is passed to EngineBuilder::restarts"]
pub struct Restart {
    stopping: Duration,
    stopped: Duration,
    starting: Duration,
    proxy: bool,
}

impl Restart {
    /// Returns a restart with phases of 100 milliseconds, without a proxy.
    pub fn new() -> Self {
        let phase = Duration::from_millis(100);
        Self {
            stopping: phase,
            stopped: phase,
            starting: phase,
            proxy: false,
        }
    }

    /// Sets how long the engine is [stopping](Phase::Stopping).
    pub fn stopping(mut self, time: Duration) -> Self {
        self.stopping = time;
        self
    }

    /// Sets how long the engine is [stopped](Phase::Stopped).
    pub fn stopped(mut self, time: Duration) -> Self {
        self.stopped = time;
        self
    }

    /// Sets how long the engine is [starting](Phase::Starting).
    pub fn starting(mut self, time: Duration) -> Self {
        self.starting = time;
        self
    }

    /// Sets whether a proxy in front of the engine answers while it is stopped.
    pub fn proxy(mut self, proxy: bool) -> Self {
        self.proxy = proxy;
        self
    }

    /// Returns the phases with their durations, in order.
    fn phases(&self) -> [(Phase, Duration); 4] {
        [
            (Phase::Stopping, self.stopping),
            (Phase::Stopped, self.stopped),
            (Phase::Starting, self.starting),
            (Phase::Running, Duration::ZERO),
        ]
    }
}

impl Default for Restart {
    fn default() -> Self {
        Self::new()
    }
}

/// What the server is to do, and whom to tell when it is done.
#[derive(Debug)]
pub(crate) struct Transition {
    /// The phase to enter; `None` for a whole restart.
    pub(crate) phase: Option<Phase>,
    pub(crate) done: Option<mpsc::Sender<()>>,
}

/// The phase of the engine, shared by the server and its connections.
#[derive(Debug)]
pub(crate) struct Restarts {
    restart: Restart,
    phase: watch::Sender<Phase>,
    commands: UnboundedSender<Transition>,
}

impl Restarts {
    pub(crate) fn new(restart: Restart, commands: UnboundedSender<Transition>) -> Self {
        Self {
            restart,
            phase: watch::Sender::new(Phase::Running),
            commands,
        }
    }

    pub(crate) fn phase(&self) -> Phase {
        *self.phase.borrow()
    }

    pub(crate) fn set_phase(&self, phase: Phase) {
        self.phase.send_replace(phase);
    }

    /// Begins a restart, without waiting for it.
    pub(crate) fn begin(&self) {
        // Without a server there is nothing to restart.
        let _ = self.commands.send(Transition {
            phase: None,
            done: None,
        });
    }

    /// Executes a command and waits until the server has done it.
    pub(crate) fn execute(&self, phase: Option<Phase>) {
        let (done, wait) = mpsc::channel();
        let done = Some(done);
        if self.commands.send(Transition { phase, done }).is_ok() {
            let _ = wait.recv();
        }
    }

    /// Goes through the phases of a restart.
    pub(crate) async fn run(&self) {
        for (phase, time) in self.restart.phases() {
            let phase = Some(phase);
            let _ = self.commands.send(Transition { phase, done: None });
            tokio::time::sleep(time).await;
        }
    }

    /// Whether connections end in this phase.
    pub(crate) fn refuses_connections(&self, phase: Phase) -> bool {
        phase == Phase::Stopped && !self.restart.proxy
    }

    /// Waits until connections are to be closed.
    pub(crate) async fn connections_end(&self) {
        let ends = |phase: &Phase| self.refuses_connections(*phase);
        if self.phase.subscribe().wait_for(ends).await.is_err() {
            pending::<()>().await;
        }
    }

    /// Waits while the engine starts. Returns the response if it does not run then.
    pub(crate) async fn unavailable(&self, request: &Request) -> Option<Response> {
        let mut phases = self.phase.subscribe();
        let phase = phases.wait_for(|phase| *phase != Phase::Starting).await;
        match *phase.ok()? {
            Phase::Stopping => Some(stopping_page(request)),
            Phase::Stopped => Some(proxy_page(503, "Service Unavailable")),
            Phase::Running | Phase::Starting => None,
        }
    }

    /// Executes a request, or returns the proxy's response if the engine stops meanwhile.
    pub(crate) async fn guard<T>(&self, work: impl Future<Output = T>) -> Result<T, Response> {
        let mut phases = self.phase.subscribe();
        let stops = async {
            if phases
                .wait_for(|phase| *phase == Phase::Stopped)
                .await
                .is_err()
            {
                pending::<()>().await;
            }
        };
        tokio::select! {
            biased;
            done = work => Ok(done),
            () = stops => Err(proxy_page(502, "Proxy Error")),
        }
    }
}

/// Returns the response of an application server whose applications are gone. The login service,
/// which checks passwords, goes last.
pub(crate) fn stopping_page(request: &Request) -> Response {
    let scheme = request.header("Authorization").unwrap_or_default();
    let scheme = scheme.split(' ').next().unwrap_or_default();
    if request.path.starts_with(API) && scheme.eq_ignore_ascii_case("Basic") {
        AuthError::Stopping.into_response()
    } else if request.path.starts_with(API) {
        Response::html(404, "Not Found")
    } else {
        Response::html(503, "Service Unavailable")
    }
}

fn proxy_page(status: u16, text: &str) -> Response {
    let page = format!(
        "<html><head><title>{status} {text}</title></head><body><h1>{text}</h1></body></html>"
    );
    let typed = Response::typed(HTML, page);
    Response { status, ..typed }
}

/// The server's port. It stays reserved while nothing listens on it.
pub(crate) struct Port {
    address: SocketAddr,
    listener: Option<TcpListener>,
    reserved: Option<TcpSocket>,
}

impl Port {
    pub(crate) fn new(address: SocketAddr, listener: TcpListener) -> Self {
        Self {
            address,
            listener: Some(listener),
            reserved: None,
        }
    }

    /// Accepts a connection.
    pub(crate) async fn accept(&self) -> Option<TcpStream> {
        match &self.listener {
            Some(listener) => listener.accept().await.ok().map(|(stream, _)| stream),
            None => pending().await,
        }
    }

    /// Refuses connections from now on.
    pub(crate) fn close(&mut self) {
        if self.listener.take().is_some() {
            // A bound socket that does not listen keeps others from taking the port.
            self.reserved = self.bind().ok();
        }
    }

    /// Listens again.
    pub(crate) async fn open(&mut self) {
        while self.listener.is_none() {
            let socket = self.reserved.take().map_or_else(|| self.bind(), Ok);
            match socket.and_then(|socket| socket.listen(BACKLOG)) {
                Ok(listener) => self.listener = Some(listener),
                Err(_) => tokio::time::sleep(LISTEN_PAUSE).await,
            }
        }
    }

    fn bind(&self) -> std::io::Result<TcpSocket> {
        let socket = match self.address {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        // Connections of before may still hold the port.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        socket.bind(self.address)?;
        Ok(socket)
    }
}
