//! How an engine is to be, and its start.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio_rustls::TlsAcceptor;

use crate::access;
use crate::behaviour;
use crate::engine::{Engine, ServerThread, StartError};
use crate::injection::{Rule, Rules};
use crate::inventory::{self, Sizes};
use crate::load;
use crate::request_log::{Exchange, Observer, RequestLog};
use crate::server::{Shared, lock};
use crate::sso::{Secret, Sso, USERNAME};
use crate::state::SavedState;
use crate::tls::{self, Identity};
use crate::world::{API, World};

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
    password: Option<Secret>,
    users: Vec<(String, Secret)>,
    name: Option<String>,
    load: Option<PathBuf>,
    state: Option<PathBuf>,
    sync: bool,
}

impl EngineBuilder {
    pub(crate) fn new() -> Self {
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
            users: Vec::new(),
            name: None,
            load: None,
            state: None,
            sync: false,
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

    /// Password of the administrator; made of the seed unless set.
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(Secret(password.into()));
        self
    }

    /// A further user who can log in, such as `jane@internal`. It sees and may do what everybody
    /// does, until it is given permissions.
    pub fn user(mut self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.users.push((name.into(), Secret(password.into())));
        self
    }

    /// Name or address of the server in its URL and certificate. Unless set it is the address that
    /// it listens at, and `localhost` for loopback and all addresses.
    pub fn host_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// A document, or a folder of documents, as a real engine gives them and as
    /// [`Dumper`](crate::Dumper) saves them: they are the inventory, in place of hosts and
    /// machines of a given number. [`Engine::skipped`] tells which could not be loaded.
    pub fn load(mut self, path: impl Into<PathBuf>) -> Self {
        self.load = Some(path.into());
        self
    }

    /// A file that the state is kept in: objects, password and certificate, and disks' data in a
    /// folder beside it. An engine that starts with such a file goes on with what is in it, and
    /// the inventory that was asked for doesn't count. What was under way when the engine ended,
    /// such as the start of a machine, is complete afterwards; tokens are unknown.
    ///
    /// A change is in the hands of the operating system before it is acknowledged, so that it
    /// survives the end of the process however that comes.
    pub fn state(mut self, file: impl Into<PathBuf>) -> Self {
        self.state = Some(file.into());
        self
    }

    /// With [`state`](Self::state): a change is on the disk before it is acknowledged, so that it
    /// survives the end of the machine too. That takes longer.
    pub fn sync(mut self, sync: bool) -> Self {
        self.sync = sync;
        self
    }

    /// Starts the engine on a thread of its own, from async code and any other.
    ///
    /// # Errors
    ///
    /// When the address is in use, when a file can't be read or written, or when no thread or
    /// certificate can be made.
    pub fn start(mut self) -> Result<Engine, StartError> {
        let (listener, address) = self.listener()?;
        let name = self.name.take().unwrap_or_else(|| match address.ip() {
            ip if ip.is_loopback() || ip.is_unspecified() => "localhost".to_owned(),
            ip => ip.to_string(),
        });
        let server = if name.contains(':') {
            format!("[{name}]:{}", address.port())
        } else {
            format!("{name}:{}", address.port())
        };
        let mut world = World::new(self.seed, self.step, server.clone());
        let scheme = if self.plain { "http" } else { "https" };
        lock(&world.images).base = format!("{scheme}://{server}/images");
        let (texts, skipped) = self.populate(&mut world, &name)?;
        let text = |name: &str| texts.get(name).cloned().unwrap_or_default();
        let tls = (!self.plain).then(|| Identity {
            ca: text(CA),
            chain: text(CHAIN),
            key: text(KEY),
        });
        let ca_pem = tls.as_ref().map(|tls| tls.ca.clone()).unwrap_or_default();
        let acceptor = match tls {
            Some(tls) => Some(TlsAcceptor::from(tls.config()?)),
            None => None,
        };
        let images = Arc::clone(&world.images);
        let mut rules = Rules::new(self.seed);
        for rule in self.rules {
            rules.add(rule);
        }
        let mut accounts = vec![(USERNAME.to_owned(), Secret(text(PASSWORD)))];
        accounts.append(&mut self.users);
        for (name, _) in &accounts {
            access::ensure_user(&mut world, name);
        }
        let sso = Sso::new(accounts, self.token_lifetime, self.seed);
        let shared = Arc::new(Shared {
            schema: Arc::clone(&world.schema),
            world: Mutex::new(world),
            sso: Mutex::new(sso),
            images,
            rules: Mutex::new(rules),
            request_log: RequestLog::new(self.record, self.observer),
            ca_pem: ca_pem.clone(),
        });
        let url = format!("{scheme}://{server}{API}");
        let server_thread = ServerThread::start(listener, acceptor, Arc::clone(&shared))?;
        Ok(Engine {
            url,
            address,
            ca_pem,
            password: text(PASSWORD),
            skipped,
            shared,
            _server: server_thread,
        })
    }

    fn listener(&self) -> Result<(TcpListener, SocketAddr), StartError> {
        let listener = TcpListener::bind(self.address)
            .map_err(io_error("the address can't be listened at"))?;
        listener
            .set_nonblocking(true)
            .map_err(io_error("the socket can't be set up"))?;
        let address = listener
            .local_addr()
            .map_err(io_error("the socket has no address"))?;
        Ok((listener, address))
    }

    /// Gives the world its objects, anew or as they were; password and certificate by name, and
    /// which documents were not loaded.
    fn populate(
        &mut self,
        world: &mut World,
        name: &str,
    ) -> Result<(BTreeMap<String, String>, Vec<String>), StartError> {
        let saved = match &self.state {
            Some(file) => {
                let saved = SavedState::read(file).map_err(io_error("the state can't be read"))?;
                let mut folder = file.clone().into_os_string();
                folder.push(".images");
                lock(&world.images)
                    .persist(folder.into(), self.sync)
                    .map_err(io_error("the data of disks can't be kept"))?;
                saved
            }
            None => None,
        };
        let (mut texts, mut skipped) = (BTreeMap::new(), Vec::new());
        match saved {
            Some(mut state) => {
                texts = std::mem::take(&mut state.texts);
                state.restore(&texts, &mut world.store);
                world.finish_interrupted();
                behaviour::image_transfer::restore(world);
            }
            None => match &self.load {
                Some(path) => {
                    inventory::fill(world, Sizes { hosts: 0, vms: 0 });
                    skipped = load::load(world, path)
                        .map_err(io_error("the inventory can't be loaded"))?;
                }
                None => inventory::fill(world, self.sizes),
            },
        }
        if let Some(password) = self.password.take() {
            texts.insert(PASSWORD.to_owned(), password.0);
        }
        texts
            .entry(PASSWORD.to_owned())
            .or_insert_with(|| world.store.new_id());
        if !self.plain && texts.get(NAME).is_none_or(|own| own != name) {
            let Identity { ca, chain, key } = tls::identity(name)?;
            let pairs = [
                (NAME, name.to_owned()),
                (CA, ca),
                (CHAIN, chain),
                (KEY, key),
            ];
            texts.extend(pairs.map(|(name, text)| (name.to_owned(), text)));
        }
        if let Some(file) = &self.state {
            world
                .persist(file, &texts, self.sync)
                .map_err(io_error("the state can't be written"))?;
        }
        Ok((texts, skipped))
    }
}

/// Names of what a state keeps beside objects.
const PASSWORD: &str = "password";
const NAME: &str = "host-name";
const CA: &str = "ca";
const CHAIN: &str = "certificates";
const KEY: &str = "key";

fn io_error(what: &'static str) -> impl Fn(std::io::Error) -> StartError {
    move |error| StartError::new(what, error)
}
