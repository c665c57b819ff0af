//! A running engine and how it is started.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use crate::injection::{Injected, Rule, Rules};
use crate::inventory::{self, Sizes};
use crate::message::Request;
use crate::server::{self, Shared, lock};
use crate::sso::{Sso, USERNAME};
use crate::tls;
use crate::world::{API, World};

/// Why an engine can't be started.
#[derive(Debug)]
pub struct StartError {
    what: &'static str,
    source: Box<dyn Error + Send + Sync>,
}

impl StartError {
    pub(crate) fn new(what: &'static str, source: impl Error + Send + Sync + 'static) -> Self {
        Self {
            what,
            source: Box::new(source),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the embedded engine can't be started: {}", self.what)
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// A request that an engine received, for tests to look at.
#[derive(Clone)]
pub struct RecordedRequest {
    /// The HTTP method.
    pub method: String,
    /// The path of the URL, encoded as it came.
    pub path: String,
    /// The query of the URL without its question mark, encoded as it came.
    pub query: String,
    /// Names and values of the headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl RecordedRequest {
    pub(crate) fn new(request: &Request) -> Self {
        Self {
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.query.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
        }
    }

    /// The value of a header, by its name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers and bodies can have passwords and tokens in them.
        write!(f, "{} {}", self.method, self.path)
    }
}

/// How an engine is to be; made by [`Engine::builder`].
#[derive(Debug, Clone)]
#[must_use = "nothing runs before start()"]
pub struct EngineBuilder {
    address: SocketAddr,
    plain: bool,
    sizes: Sizes,
    seed: u64,
    step: Duration,
    token_lifetime: Option<Duration>,
    rules: Vec<Rule>,
}

impl EngineBuilder {
    fn new() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            plain: false,
            sizes: Sizes { hosts: 1, vms: 2 },
            seed: 1,
            step: Duration::from_millis(20),
            token_lifetime: None,
            rules: Vec::new(),
        }
    }

    /// Address to listen at; a free port of the loopback address unless set.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Serves plain HTTP rather than HTTPS.
    pub fn plain(mut self, plain: bool) -> Self {
        self.plain = plain;
        self
    }

    /// How many hosts there are, all of them up; 1 unless set.
    pub fn hosts(mut self, hosts: usize) -> Self {
        self.sizes.hosts = hosts;
        self
    }

    /// How many virtual machines there are, of which every other one runs; 2 unless set.
    pub fn vms(mut self, vms: usize) -> Self {
        self.sizes.vms = vms;
        self
    }

    /// What identifiers are made of: the same seed gives the same ones.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Time that one step of a life cycle takes, such as from `powering_up` to `up`;
    /// 20 milliseconds unless set.
    pub fn life_cycle(mut self, step: Duration) -> Self {
        self.step = step;
        self
    }

    /// Time after which a token is no longer accepted; unlimited unless set.
    pub fn token_lifetime(mut self, lifetime: impl Into<Option<Duration>>) -> Self {
        self.token_lifetime = lifetime.into();
        self
    }

    /// A rule of fault injection that is in force from the start; see [`Engine::inject`].
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Time that all answers take, logins too, and by how much it may differ; none unless set.
    pub fn latency(self, latency: Duration, jitter: Duration) -> Self {
        self.rule(Rule::delay(latency).jitter(jitter).path("/**"))
    }

    /// Starts the engine on a thread of its own, from async code and any other.
    ///
    /// # Errors
    ///
    /// When the address is in use, or no thread or certificate can be made.
    pub fn start(self) -> Result<Engine, StartError> {
        let io = |what| move |error: std::io::Error| StartError::new(what, error);
        let listener = std::net::TcpListener::bind(self.address)
            .map_err(io("the address can't be listened at"))?;
        listener
            .set_nonblocking(true)
            .map_err(io("the socket can't be set up"))?;
        let address = listener
            .local_addr()
            .map_err(io("the socket has no address"))?;
        let identity = if self.plain {
            None
        } else {
            Some(tls::identity()?)
        };
        let (scheme, tls, ca_pem) = match identity {
            Some(identity) => (
                "https",
                Some(TlsAcceptor::from(identity.config)),
                identity.ca_pem,
            ),
            None => ("http", None, String::new()),
        };
        let server = format!("localhost:{}", address.port());
        let mut world = World::new(self.seed, self.step, server.clone());
        inventory::fill(&mut world, self.sizes);
        let password = world.store.new_id();
        let sso = Sso::new(password.clone(), self.token_lifetime, self.seed);
        let mut rules = Rules::new(self.seed);
        for rule in self.rules {
            rules.add(rule);
        }
        let shared = Arc::new(Shared {
            world: Mutex::new(world),
            sso: Mutex::new(sso),
            rules: Mutex::new(rules),
            requests: Mutex::default(),
            ca_pem: ca_pem.clone(),
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(io("no runtime can be made"))?;
        let (stop, stopped) = oneshot::channel::<()>();
        let for_server = Arc::clone(&shared);
        let serve = move || {
            runtime.block_on(async move {
                let Ok(listener) = TcpListener::from_std(listener) else {
                    return;
                };
                tokio::select! {
                    () = server::run(listener, tls, for_server) => {}
                    // Becomes ready when the engine is dropped.
                    _ = stopped => {}
                }
            });
        };
        let thread = std::thread::Builder::new()
            .name("embedded engine".to_owned())
            .spawn(serve)
            .map_err(io("no thread can be started"))?;
        let url = format!("{scheme}://{server}{API}");
        Ok(Engine {
            url,
            ca_pem,
            password,
            shared,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// A running engine. It ends when it is dropped.
pub struct Engine {
    url: String,
    ca_pem: String,
    password: String,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
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

    /// The certificate of the engine's own authority, in PEM; empty with plain HTTP.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// Name of the only user.
    pub fn username(&self) -> &str {
        USERNAME
    }

    /// Password of the only user.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// All requests that were received so far, the first one first.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.shared.requests).clone()
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
        lock(&self.shared.sso).expire();
    }
}

impl Drop for Engine {
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
            ca_pem: _,
            password: _,
            shared: _,
            stop: _,
            thread: _,
        } = self;
        f.debug_struct("Engine")
            .field("url", url)
            .finish_non_exhaustive()
    }
}
