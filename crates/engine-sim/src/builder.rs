//! Configures and starts the simulator.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

use crate::audit;
use crate::caller::USERNAME;
use crate::directory;
use crate::engine::{Engine, ServerThread, StartError};
use crate::engine_version::EngineVersion;
use crate::injection::{Rule, Rules};
use crate::inventory::{self, Sizes};
use crate::journal::LockedFile;
use crate::kinds::image_transfer;
use crate::load;
use crate::lock::lock;
use crate::pki::Certificates;
use crate::request_log::{Exchange, Observer, RequestLog};
use crate::restart::{Restart, Restarts};
use crate::schema::Schema;
use crate::shared::Shared;
use crate::sso::{Account, AccountState, Secret, Sso};
use crate::state::SavedState;
use crate::tls::{self, Identity};
use crate::world::{API, World};

/// Configures a simulator; created by [`Engine::builder`].
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
    restart: Restart,
    record: bool,
    observer: Option<Observer>,
    password: Option<Secret>,
    users: Vec<Account>,
    name: Option<String>,
    load: Option<PathBuf>,
    state: Option<PathBuf>,
    sync: bool,
    engine_version: Option<String>,
}

impl EngineBuilder {
    pub(crate) fn new() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            plain: false,
            sizes: Sizes {
                fresh: false,
                hosts: 1,
                host_nics: 3,
                host_updates: false,
                vms: 2,
            },
            seed: 1,
            step: Duration::from_millis(20),
            token_lifetime: None,
            rules: Vec::new(),
            restart: Restart::new(),
            record: true,
            observer: None,
            password: None,
            users: Vec::new(),
            name: None,
            load: None,
            state: None,
            sync: false,
            engine_version: None,
        }
    }

    /// Sets the address to listen on. Default: a free port of the IPv4 loopback address.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Serves plain HTTP instead of HTTPS. Default: false.
    pub fn plain(mut self, plain: bool) -> Self {
        self.plain = plain;
        self
    }

    /// Starts with only what the setup of an engine leaves behind: a data center without storage,
    /// a cluster without hosts, the template Blank. Default: false.
    pub fn fresh(mut self, fresh: bool) -> Self {
        self.sizes.fresh = fresh;
        self
    }

    /// Makes updates available for the hosts, which can be upgraded then. Default: false.
    pub fn host_updates(mut self, available: bool) -> Self {
        self.sizes.host_updates = available;
        self
    }

    /// Sets the number of NICs of each host, of which the first one has the management network.
    /// Default: 3.
    pub fn host_nics(mut self, nics: usize) -> Self {
        self.sizes.host_nics = nics;
        self
    }

    /// Sets the number of hosts, all of them up. Default: 1.
    pub fn hosts(mut self, hosts: usize) -> Self {
        self.sizes.hosts = hosts;
        self
    }

    /// Sets the number of VMs, of which every other one runs. Default: 2.
    pub fn vms(mut self, vms: usize) -> Self {
        self.sizes.vms = vms;
        self
    }

    /// Sets the seed of identifiers and random decisions: the same seed yields the same ones.
    /// Default: 1.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the duration of one step of a life cycle, such as from `powering_up` to `up`.
    /// Default: 20 milliseconds.
    pub fn life_cycle(mut self, step: Duration) -> Self {
        self.step = step;
        self
    }

    /// Sets the lifetime of tokens. Default: unlimited.
    pub fn token_lifetime(mut self, lifetime: impl Into<Option<Duration>>) -> Self {
        self.token_lifetime = lifetime.into();
        self
    }

    /// Adds a fault injection rule that is active from the start; see [`Engine::inject`].
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Sets how the engine restarts, on [`Engine::restart`] and with [`Rule::restart`].
    pub fn restarts(mut self, restart: Restart) -> Self {
        self.restart = restart;
        self
    }

    /// Delays all responses, logins included, by `latency` ± `jitter`. Default: no delay.
    pub fn latency(self, latency: Duration, jitter: Duration) -> Self {
        self.rule(Rule::delay(latency).jitter(jitter).path("/**"))
    }

    /// Sets whether requests are recorded, in memory, for [`Engine::requests`]. Default: true.
    pub fn record(mut self, record: bool) -> Self {
        self.record = record;
        self
    }

    /// Sets a callback that runs after each request, for example to write a log.
    pub fn observe(mut self, observer: impl Fn(&Exchange<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Observer::new(observer));
        self
    }

    /// Sets the password of the administrator. Default: derived from the seed.
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(Secret(password.into()));
        self
    }

    /// Adds a user to the directory, such as `jane@internal`. Without a permission of her own she
    /// gets tokens, but the API refuses her with status code 401.
    pub fn user(self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.add_user(name.into(), password.into(), AccountState::Active)
    }

    /// Adds a user whose password has expired: logins with it are refused for that reason.
    pub fn expired_user(self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.add_user(name.into(), password.into(), AccountState::Expired)
    }

    /// Adds a user whose account is disabled: logins are refused for that reason.
    pub fn disabled_user(self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.add_user(name.into(), password.into(), AccountState::Disabled)
    }

    fn add_user(mut self, login: String, password: String, state: AccountState) -> Self {
        let password = Secret(password);
        self.users.push(Account {
            login,
            password,
            state,
        });
        self
    }

    /// Sets the host name or address in the server's URL and certificate. Default: the address it
    /// listens on, or `localhost` for loopback and unspecified addresses.
    pub fn host_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Loads the inventory from an XML document of a real engine, or from a folder of them such as
    /// [`Dumper`](crate::Dumper) writes. It replaces the generated hosts and VMs.
    /// [`Engine::skipped`] lists the documents that could not be loaded.
    pub fn load(mut self, path: impl Into<PathBuf>) -> Self {
        self.load = Some(path.into());
        self
    }

    /// Persists the state in a file: objects, password and certificate. Disk data goes into a
    /// folder next to it, `FILE.images`.
    ///
    /// If the file exists, the simulator resumes from it and ignores the configured inventory.
    /// Operations that were interrupted, such as the start of a VM, are complete after the
    /// restart; tokens are lost.
    ///
    /// A change is written to the file before it is acknowledged, so that it survives a crash of
    /// the process. See [`sync`](Self::sync) for crashes of the computer. A change that cannot be
    /// written, for example to a full disk, is undone and answered with a fault.
    ///
    /// A file belongs to one simulator at a time. A damaged or foreign file is refused by
    /// [`start`](Self::start) and left as it is.
    pub fn state(mut self, file: impl Into<PathBuf>) -> Self {
        self.state = Some(file.into());
        self
    }

    /// With [`state`](Self::state): syncs each change to disk before acknowledging it, so that it
    /// survives a crash of the computer too. Slower. Default: false.
    pub fn sync(mut self, sync: bool) -> Self {
        self.sync = sync;
        self
    }

    /// Simulates an older version of the engine, from `4.2` to `4.5`, or one of its builds such as
    /// `4.4.5`. Types, members, operations and query parameters that are newer do not exist: they
    /// are absent from responses, and refused or ignored in requests. Default: 4.5.8.
    pub fn engine_version(mut self, version: impl Into<String>) -> Self {
        self.engine_version = Some(version.into());
        self
    }

    /// Starts the simulator on its own thread. Can be called from blocking and async code.
    ///
    /// # Errors
    ///
    /// Fails if the version is not simulated, the address is in use, a file cannot be read or
    /// written, or the thread or the certificate cannot be created.
    pub fn start(mut self) -> Result<Engine, StartError> {
        let (listener, address) = self.listener()?;
        let (name, server) = self.server_name(address);
        let mut world = self.empty_world(&server)?;
        let scheme = if self.plain { "http" } else { "https" };
        lock(&world.images).base = format!("{scheme}://{server}/images");
        let (texts, skipped) = self.populate(&mut world, &name)?;
        let text = |name: &str| texts.get(name).cloned().unwrap_or_default();
        let tls = (!self.plain).then(|| Identity {
            ca: text(CA),
            chain: text(CHAIN),
            key: text(KEY),
        });
        let config = tls.as_ref().map(Identity::config).transpose()?;
        let certificates = tls.map(Certificates::from).unwrap_or_default();
        let ca_pem = certificates.authority.clone();
        let images = Arc::clone(&world.images);
        let accounts = self.accounts(text(PASSWORD));
        for account in &accounts {
            directory::add_to_directory(&mut world, &account.login);
        }
        audit::started(&mut world);
        let sso = Sso::new(accounts, self.token_lifetime);
        let (commands, receiver) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            schema: Arc::clone(&world.schema),
            world: Mutex::new(world),
            sso: Mutex::new(sso),
            images,
            rules: Mutex::new(Rules::new(self.seed, self.rules)),
            request_log: RequestLog::new(self.record, self.observer),
            restarts: Restarts::new(self.restart, commands),
            origin: format!("{scheme}://{server}"),
            certificates,
        });
        let url = format!("{scheme}://{server}{API}");
        let acceptor = config.map(TlsAcceptor::from);
        let server_thread = ServerThread::start(listener, acceptor, Arc::clone(&shared), receiver)?;
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

    /// Returns the name of the host, and the name with the port as addresses have it.
    fn server_name(&mut self, address: SocketAddr) -> (String, String) {
        let name = self.name.take().unwrap_or_else(|| match address.ip() {
            ip if ip.is_loopback() || ip.is_unspecified() => "localhost".to_owned(),
            ip => ip.to_string(),
        });
        let server = if name.contains(':') {
            format!("[{name}]:{}", address.port())
        } else {
            format!("{name}:{}", address.port())
        };
        (name, server)
    }

    /// Returns a world without objects, of the version of the engine.
    fn empty_world(&self, server: &str) -> Result<World, StartError> {
        let mut world = World::new(self.seed, self.step, server.to_owned());
        if let Some(text) = &self.engine_version {
            let version = EngineVersion::parse(text).ok_or_else(|| {
                let text = format!("{text} is not an engine version from 4.2 to 4.5");
                StartError::new("unknown version", std::io::Error::other(text))
            })?;
            world.schema = Arc::new(Schema::of_version(version));
        }
        Ok(world)
    }

    /// Returns the accounts: the administrator's, with this password, and the configured ones.
    fn accounts(&mut self, password: String) -> Vec<Account> {
        let mut accounts = vec![Account {
            login: USERNAME.to_owned(),
            password: Secret(password),
            state: AccountState::Active,
        }];
        accounts.append(&mut self.users);
        accounts
    }

    fn listener(&self) -> Result<(TcpListener, SocketAddr), StartError> {
        let listener =
            TcpListener::bind(self.address).map_err(io_error("cannot listen on the address"))?;
        listener
            .set_nonblocking(true)
            .map_err(io_error("cannot configure the socket"))?;
        let address = listener
            .local_addr()
            .map_err(io_error("cannot get the address of the socket"))?;
        Ok((listener, address))
    }

    /// Fills the world from the state file, the documents or the generated inventory. Returns the
    /// password and the certificate by name, and the documents that were skipped.
    fn populate(
        &mut self,
        world: &mut World,
        name: &str,
    ) -> Result<(BTreeMap<String, String>, Vec<String>), StartError> {
        let (file, saved) = self.open_state(world)?;
        let (mut texts, mut skipped) = (BTreeMap::new(), Vec::new());
        match saved {
            Some(mut state) => {
                texts = std::mem::take(&mut state.texts);
                state.restore(&texts, &mut world.store);
                world.finish_interrupted();
                image_transfer::restore(world);
            }
            None => skipped = self.fill(world)?,
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
        if let Some(file) = file {
            world
                .persist(file, &texts, self.sync)
                .map_err(io_error("cannot write the state"))?;
        }
        Ok((texts, skipped))
    }

    /// Opens and reads the state file, and opens the folder of disk data next to it.
    fn open_state(
        &self,
        world: &World,
    ) -> Result<(Option<LockedFile>, Option<SavedState>), StartError> {
        let Some(path) = &self.state else {
            return Ok((None, None));
        };
        let mut file = LockedFile::open(path).map_err(io_error("cannot open the state"))?;
        let saved = SavedState::read(&mut file).map_err(io_error("cannot read the state"))?;
        let mut folder = path.clone().into_os_string();
        folder.push(".images");
        lock(&world.images)
            .persist(folder.into(), self.sync)
            .map_err(io_error("cannot open the folder of disk data"))?;
        Ok((Some(file), saved))
    }

    /// Fills the world from the documents or the generated inventory. Returns the documents that
    /// were skipped.
    fn fill(&self, world: &mut World) -> Result<Vec<String>, StartError> {
        let Some(path) = &self.load else {
            inventory::fill(world, self.sizes);
            return Ok(Vec::new());
        };
        let sizes = Sizes {
            fresh: true,
            ..self.sizes
        };
        inventory::fill(world, sizes);
        load::load(world, path).map_err(io_error("cannot load the inventory"))
    }
}

// Names of the texts that a state file has in addition to the objects.
const PASSWORD: &str = "password";
const NAME: &str = "host-name";
const CA: &str = "ca";
const CHAIN: &str = "certificates";
const KEY: &str = "key";

fn io_error(what: &'static str) -> impl Fn(std::io::Error) -> StartError {
    move |error| StartError::new(what, error)
}
