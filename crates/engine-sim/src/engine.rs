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

use crate::injection::{Injected, Operation, Rule, Rules};
use crate::inventory::{self, Sizes};
use crate::recording::{Exchange, Observer, RecordedRequest, Recording};
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
    record: bool,
    observer: Option<Observer>,
    password: Option<String>,
    name: Option<String>,
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
            record: true,
            observer: None,
            password: None,
            name: None,
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

    /// Whether requests are kept for [`Engine::requests`]; they are unless set, and stay in memory.
    pub fn record(mut self, record: bool) -> Self {
        self.record = record;
        self
    }

    /// What is called after each request, such as to write a log.
    pub fn observe(mut self, observer: impl Fn(&Exchange<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Observer::new(observer));
        self
    }

    /// Password of the only user; made of the seed unless set.
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Name or address of the server in its URL and certificate. Unless set it is the address that
    /// it listens at, and `localhost` for loopback and all addresses.
    pub fn host_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
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
        let name = self.name.unwrap_or_else(|| match address.ip() {
            ip if ip.is_loopback() || ip.is_unspecified() => "localhost".to_owned(),
            ip => ip.to_string(),
        });
        let identity = if self.plain {
            None
        } else {
            Some(tls::identity(&name)?)
        };
        let (scheme, tls, ca_pem) = match identity {
            Some(identity) => (
                "https",
                Some(TlsAcceptor::from(identity.config)),
                identity.ca_pem,
            ),
            None => ("http", None, String::new()),
        };
        let bracketed = if name.contains(':') {
            format!("[{name}]")
        } else {
            name
        };
        let server = format!("{bracketed}:{}", address.port());
        let mut world = World::new(self.seed, self.step, server.clone());
        inventory::fill(&mut world, self.sizes);
        let password = self.password.unwrap_or_else(|| world.store.new_id());
        let sso = Sso::new(password.clone(), self.token_lifetime, self.seed);
        let mut rules = Rules::new(self.seed);
        for rule in self.rules {
            rules.add(rule);
        }
        let shared = Arc::new(Shared {
            world: Mutex::new(world),
            sso: Mutex::new(sso),
            rules: Mutex::new(rules),
            recording: Recording::new(self.record, self.observer),
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
            address,
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
    address: SocketAddr,
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

    /// Where the engine listens.
    pub fn address(&self) -> SocketAddr {
        self.address
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
        self.shared.recording.requests()
    }

    /// Forgets the requests that were received so far.
    pub fn clear_requests(&self) {
        self.shared.recording.clear();
    }

    /// How many requests of an operation were received: service and method as the API's model names
    /// them, such as `vms.list`, `vm.start` or `*.add`.
    pub fn count(&self, operation: &str) -> usize {
        let requests = self.requests();
        let world = lock(&self.shared.world);
        let of = |request: &&RecordedRequest| Operation::of(&world, &request.method, &request.path);
        let operations = requests.iter().filter_map(|request| of(&request));
        operations.filter(|own| own.is(operation)).count()
    }

    /// Blocks until so many requests were received in all, or the time is over; whether they were.
    pub fn wait_for_requests(&self, requests: usize, timeout: Duration) -> bool {
        self.shared.recording.wait(requests, timeout)
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
        self.shared.recording.received(requests).await;
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
            address: _,
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
