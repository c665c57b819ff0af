//! [`ConnectionBuilder`]: the options of a connection, and their validation.

mod limits;
mod login;
mod proxy;
mod trust;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use ovirt_http::ClientOptions;

use self::limits::LimitSettings;
use self::login::LoginSettings;
use self::proxy::ProxySettings;
use self::trust::TrustSettings;
use crate::connection::{Connection, Inner};
use crate::error::{Error, UsageError};
use crate::header;
use crate::recording::Recording;
use crate::redact::{self, Redactor};
use crate::retry::Budget;
use crate::secret::{REDACTED, Secret};
use crate::stub::{Stub, StubRequest, StubResponse};
use crate::transport::Transport;
use crate::url::ApiUrl;
use crate::worker::Worker;

const USER_AGENT_VALUE: &str = concat!("ovirt-rust/", env!("CARGO_PKG_VERSION"));
const VERSION: HeaderName = HeaderName::from_static("version");

/// Configures a [`Connection`]; returned by [`Connection::builder`].
///
/// ```no_run
/// use ovirt::Connection;
///
/// # fn main() -> Result<(), ovirt::Error> {
/// let connection = Connection::builder("https://engine.example.com/ovirt-engine/api")
///     .credentials("admin@internal", "the password")
///     .ca_file("ca.pem")
///     .build()?;
/// connection.test().call()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `.build()`"]
pub struct ConnectionBuilder {
    url: UncheckedUrl,
    login: LoginSettings,
    trust: TrustSettings,
    proxy: ProxySettings,
    limits: LimitSettings,
    headers: Vec<(String, Secret)>,
    allow_plain_http: bool,
    compress: bool,
    recording: Option<RecordingMode>,
    pub(crate) stub: Option<Stub>,
}

/// A URL that has not been validated. `Debug` redacts it if it is not valid, because it may contain
/// a password.
#[derive(Clone)]
struct UncheckedUrl(String);

/// The file of a recording, and what it is used for.
#[derive(Clone, Debug)]
enum RecordingMode {
    Record(PathBuf),
    Replay(PathBuf),
}

impl Connection {
    /// Configures a connection to the API at `url`, typically
    /// `https://engine.example.com/ovirt-engine/api`.
    pub fn builder(url: impl Into<String>) -> ConnectionBuilder {
        ConnectionBuilder {
            url: UncheckedUrl(url.into()),
            login: LoginSettings::default(),
            trust: TrustSettings::default(),
            proxy: ProxySettings::default(),
            limits: LimitSettings::default(),
            headers: Vec::new(),
            allow_plain_http: false,
            compress: true,
            recording: None,
            stub: None,
        }
    }
}

impl ConnectionBuilder {
    /// Replaces the URL of the API.
    pub(crate) fn url(mut self, url: String) -> Self {
        self.url = UncheckedUrl(url);
        self
    }

    /// The host in the URL, if the URL is valid.
    pub(crate) fn host(&self) -> Option<String> {
        let url = self.url.parse().ok()?;
        Some(url.host().to_owned())
    }

    /// Sets a header of all requests, which overrides the SDK's own of that name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), Secret::new(value)));
        self
    }

    /// Sets whether `http://` URLs may name another computer than this one; `false` by default.
    ///
    /// Without TLS, anybody on the network path can read the password and the token. Use it only
    /// where the network itself is protected, such as by a VPN.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.allow_plain_http = allow;
        self
    }

    /// Keeps what must not be sent to a server that is not trusted yet: credentials, tokens and
    /// headers.
    pub(crate) fn without_secrets(mut self) -> Self {
        self.login = LoginSettings::default();
        self.headers.clear();
        // Nothing is sent that TLS would have to protect.
        self.without_authorities().allow_plain_http(true)
    }

    /// Sets whether to request compressed responses; `true` by default.
    pub fn compress(mut self, compress: bool) -> Self {
        self.compress = compress;
        self
    }

    /// Records all requests and responses in a file, for [`replay`](Self::replay). The file is
    /// readable and editable. It omits passwords, tokens, cookies and other secret members, but
    /// contains everything else that the engine returns.
    pub fn record(mut self, file: impl Into<PathBuf>) -> Self {
        self.recording = Some(RecordingMode::Record(file.into()));
        self
    }

    /// Responds to requests from a recording and sends nothing. A request that was not recorded
    /// fails.
    pub fn replay(mut self, file: impl Into<PathBuf>) -> Self {
        self.recording = Some(RecordingMode::Replay(file.into()));
        self
    }

    /// Responds to all requests with a function, and sends nothing. For tests of programs that need
    /// a few responses; [`replay`](Self::replay) responds from a recording, and the crate
    /// `ovirt-engine-sim` simulates an engine.
    ///
    /// Logins are requests, too: set a [`token`](Self::token) to avoid them.
    ///
    /// ```
    /// use ovirt::{Connection, StubResponse};
    ///
    /// # fn main() -> Result<(), ovirt::Error> {
    /// let connection = Connection::builder("https://engine.example.com/ovirt-engine/api")
    ///     .token("any")
    ///     .respond_with(|request| match (request.method(), request.path()) {
    ///         ("GET", "/ovirt-engine/api/vms/123") => {
    ///             StubResponse::xml(200, "<vm id='123'><name>web1</name></vm>")
    ///         }
    ///         _ => StubResponse::new(404),
    ///     })
    ///     .build()?;
    /// let vms = connection.system_service().vms_service();
    /// assert_eq!(vms.vm_service("123").get().call()?.name.as_deref(), Some("web1"));
    /// assert!(vms.vm_service("456").get().call().is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn respond_with(
        mut self,
        respond: impl Fn(&StubRequest) -> StubResponse + Send + Sync + 'static,
    ) -> Self {
        self.stub = Some(Stub::new(respond));
        self
    }

    /// Validates the options and creates the connection. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if an option is not valid, or if a file of CA certificates cannot be read.
    pub fn build(self) -> Result<Connection, Error> {
        let url = Arc::new(self.url.parse()?);
        let endpoints = self.login.endpoints()?;
        self.check_plain_http("the URL", &url)?;
        for (option, url) in endpoints.iter() {
            self.check_plain_http(option, url)?;
        }
        let headers = self.header_map()?;
        self.login.check()?;
        self.limits.check()?;
        let is_stub = self.stub.is_some();
        let uses_tls = url.is_secure() || endpoints.iter().any(|(_, url)| url.is_secure());
        let options = ClientOptions {
            tls: self.trust.read(uses_tls && !is_stub)?,
            proxy: self.proxy.parse()?,
            connect_timeout: self.limits.connect_timeout,
            max_connections: self.limits.connections,
            max_response: self.limits.response,
        };
        let recording = self.recording.as_ref().map(RecordingMode::open);
        let redactor = Arc::new(self.redactor());
        let transport = Transport::new(
            options,
            recording.transpose()?,
            Arc::clone(&redactor),
            self.stub.clone(),
        );
        let transport = Arc::new(transport);
        Ok(Connection::new(Inner {
            session: self
                .login
                .session(&url, endpoints, &transport, &redactor, &headers)?,
            url,
            headers,
            timeout: self.limits.timeout,
            transport,
            redactor,
            budget: Budget::new(&self.limits.retries),
            retries: self.limits.retries,
            worker: Worker::default(),
            has_responded: AtomicBool::new(false),
        }))
    }

    /// The redactor, which knows all secrets of the builder.
    fn redactor(&self) -> Redactor {
        let headers = self.headers.iter().filter(|(name, _)| {
            let name = header::name(name);
            name.is_ok_and(|name| redact::is_secret_header(&name))
        });
        let secrets = self.login.secrets().chain(self.proxy.password());
        let secrets = secrets.chain(headers.map(|(_, value)| value));
        Redactor::new(self.login.token_name(), secrets)
    }

    /// Refuses to send passwords and tokens over a network without TLS.
    fn check_plain_http(&self, option: &str, url: &ApiUrl) -> Result<(), Error> {
        let replays = matches!(self.recording, Some(RecordingMode::Replay(_)));
        let sends = !replays && self.stub.is_none();
        if url.is_secure() || url.is_loopback() || self.allow_plain_http || !sends {
            return Ok(());
        }
        Err(Error::usage(format!(
            "{option} uses http://, so the password and the token would travel over the network \
             in clear text: use https://, or permit it with allow_plain_http(true)"
        )))
    }

    /// The SDK's headers, overridden by the user's.
    fn header_map(&self) -> Result<HeaderMap, Error> {
        // With capacity for the headers of a request, which clones this map.
        let mut headers = HeaderMap::with_capacity(12);
        headers.insert(USER_AGENT, HeaderValue::from_static(USER_AGENT_VALUE));
        headers.insert(VERSION, HeaderValue::from_static("4"));
        // `ErrorKind` is derived from the English texts of faults.
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en-US"));
        if self.compress {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        }
        for (name, value) in &self.headers {
            headers.insert(header::name(name)?, header::value(name, value.reveal())?);
        }
        Ok(headers)
    }
}

impl UncheckedUrl {
    fn parse(&self) -> Result<ApiUrl, Error> {
        ApiUrl::parse(&self.0)
    }
}

impl fmt::Debug for UncheckedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parse() {
            Ok(url) => f.write_str(&url.text()),
            Err(_) => f.write_str(REDACTED),
        }
    }
}

impl RecordingMode {
    fn open(&self) -> Result<Recording, Error> {
        let (opened, path, verb) = match self {
            Self::Record(path) => (Recording::create(path), path, "write"),
            Self::Replay(path) => (Recording::open(path), path, "read"),
        };
        opened.map_err(|error| {
            let message = format!("cannot {verb} the recording {}", path.display());
            UsageError::new(message).with_source(error).into()
        })
    }
}
