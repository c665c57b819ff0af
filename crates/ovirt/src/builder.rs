//! What a connection needs to know, and the checks of it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use ovirt_http::{ClientOptions, Fingerprint, Proxy, TlsConfig, TrustOptions};

use crate::auth::Auth;
use crate::blocking::Worker;
use crate::connection::{Connection, Inner, header_name, header_value};
use crate::error::{Error, UsageError};
use crate::negotiate::{Negotiator, SharedNegotiator};
use crate::recording::Recording;
use crate::retry::{Budget, Retries};
use crate::secret::Secret;
use crate::sso::{Credentials, Sso, SsoConfig};
use crate::token_cache::TokenCache;
use crate::transport::Transport;
use crate::url::ApiUrl;

const USER_AGENT_VALUE: &str = concat!("ovirt-rust/", env!("CARGO_PKG_VERSION"));
const VERSION: HeaderName = HeaderName::from_static("version");

/// Describes a connection, step by step; made by [`Connection::builder`].
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
#[derive(Clone)]
#[must_use = "a builder does nothing until `.build()`"]
pub struct ConnectionBuilder {
    url: String,
    user: Option<String>,
    password: Option<Secret>,
    token: Option<Secret>,
    authorities: Vec<Authority>,
    system_cas: bool,
    server_fingerprint: Option<String>,
    insecure: bool,
    timeout: Duration,
    connect_timeout: Duration,
    headers: Vec<(String, String)>,
    compress: bool,
    proxy: Option<String>,
    proxy_user: Option<String>,
    proxy_password: Option<Secret>,
    connections: Option<usize>,
    retries: Retries,
    tape: Option<RecordingMode>,
    negotiator: Option<SharedNegotiator>,
    token_cache: Option<PathBuf>,
    sso_url: Option<String>,
    sso_revoke_url: Option<String>,
    sso_token_name: String,
}

/// A file of exchanges, and what is done with it.
#[derive(Clone, Debug)]
enum RecordingMode {
    Record(PathBuf),
    Replay(PathBuf),
}

/// Where CA certificates come from.
#[derive(Clone, Debug)]
enum Authority {
    File(PathBuf),
    Folder(PathBuf),
    Pem(Vec<u8>),
}

impl ConnectionBuilder {
    /// How long a request may take if nothing else is said: long enough for big lists.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(300);

    /// How long connecting may take if nothing else is said.
    pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

    pub(crate) fn new(url: String) -> Self {
        Self {
            url,
            user: None,
            password: None,
            token: None,
            authorities: Vec::new(),
            system_cas: false,
            server_fingerprint: None,
            insecure: false,
            timeout: Self::DEFAULT_TIMEOUT,
            connect_timeout: Self::DEFAULT_CONNECT_TIMEOUT,
            headers: Vec::new(),
            compress: true,
            proxy: None,
            proxy_user: None,
            proxy_password: None,
            connections: None,
            retries: Retries::none(),
            tape: None,
            negotiator: None,
            token_cache: None,
            sso_url: None,
            sso_revoke_url: None,
            sso_token_name: "access_token".to_owned(),
        }
    }

    /// Another URL of the API than the one it was begun with.
    pub(crate) fn url(mut self, url: String) -> Self {
        self.url = url;
        self
    }

    /// The host in the URL, if that is one.
    pub(crate) fn host(&self) -> Option<String> {
        let url = ApiUrl::parse(&self.url).ok()?;
        Some(url.host().to_owned())
    }

    #[cfg(test)]
    pub(crate) fn is_password(&self, text: &str) -> bool {
        self.password
            .as_ref()
            .is_some_and(|password| password.reveal() == text)
    }

    /// User and password to log in with. The user's name has its profile, as in `admin@internal`
    /// (or `admin@ovirt@internalsso` where the engine uses Keycloak).
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self.password = Some(Secret::new(password));
        self
    }

    /// A token to use in place of logging in; it is never revoked by this connection. With
    /// credentials besides, these are used when the token is no longer accepted.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(Secret::new(token));
        self
    }

    /// A file of CA certificates in PEM form to trust. Can be given several times. With any CA
    /// given, those of the system are not trusted.
    pub fn ca_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.authorities.push(Authority::File(path.into()));
        self
    }

    /// CA certificates in PEM form to trust, as [`ca_file`](Self::ca_file).
    pub fn ca_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.authorities.push(Authority::Pem(pem.as_ref().to_vec()));
        self
    }

    /// A folder of files of CA certificates in PEM form to trust; files with other endings than
    /// `.pem`, `.crt`, `.cer` and `.0` to `.9` are passed over.
    pub fn ca_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.authorities.push(Authority::Folder(path.into()));
        self
    }

    /// Whether to trust the CAs of the system even if others are given.
    pub fn system_cas(mut self, trust: bool) -> Self {
        self.system_cas = trust;
        self
    }

    /// Trusts the server that has the certificate with this SHA-256, such as `SHA256:9F:86:…`,
    /// whoever signed it and for whichever name. CAs don't count then.
    pub fn server_fingerprint(mut self, fingerprint: impl Into<String>) -> Self {
        self.server_fingerprint = Some(fingerprint.into());
        self
    }

    /// The same without any CA to trust.
    pub(crate) fn without_authorities(mut self) -> Self {
        self.authorities.clear();
        self.server_fingerprint = None;
        self
    }

    /// Whether to accept any certificate for any host. Anybody on the way can then read the
    /// password: only for trying things out.
    pub fn insecure(mut self, insecure: bool) -> Self {
        self.insecure = insecure;
        self
    }

    /// How long a request may take as a whole, with connecting and logging in;
    /// [`DEFAULT_TIMEOUT`](Self::DEFAULT_TIMEOUT) if not set, `Duration::MAX` for no limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take: name, TCP and TLS;
    /// [`DEFAULT_CONNECT_TIMEOUT`](Self::DEFAULT_CONNECT_TIMEOUT) if not set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// A header to send with all requests, in place of the SDK's own of that name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Whether to ask for compressed answers; `true` if not set.
    pub fn compress(mut self, compress: bool) -> Self {
        self.compress = compress;
        self
    }

    /// Log in by HTTP's Negotiate scheme, mostly with Kerberos, in place of user and password. The
    /// engine must be set up for it.
    pub fn negotiate(mut self, negotiator: impl Negotiator) -> Self {
        self.negotiator = Some(SharedNegotiator(Arc::new(negotiator)));
        self
    }

    /// Keeps the token of a login in this file, for the next program that runs with the same URL
    /// and user: it needn't log in. Only the file's owner can read it. Tokens in it are left valid
    /// by [`Connection::close`].
    pub fn token_cache(mut self, file: impl Into<PathBuf>) -> Self {
        self.token_cache = Some(file.into());
        self
    }

    /// The whole URL where tokens are had, where that isn't the engine: an engine can trust an
    /// OpenID provider such as Keycloak. Logins send user and password there.
    pub fn sso_url(mut self, url: impl Into<String>) -> Self {
        self.sso_url = Some(url.into());
        self
    }

    /// The whole URL where tokens are given back, where that isn't the engine.
    pub fn sso_revoke_url(mut self, url: impl Into<String>) -> Self {
        self.sso_revoke_url = Some(url.into());
        self
    }

    /// The member of the answer to a login that has the token; `access_token` unless set.
    pub fn sso_token_name(mut self, name: impl Into<String>) -> Self {
        self.sso_token_name = name.into();
        self
    }

    /// The proxy to connect through, such as `http://proxy.example.com:3128`. It is asked for a
    /// tunnel, so that it sees no more than the name of the engine.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// User and password for the proxy itself.
    pub fn proxy_credentials(
        mut self,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.proxy_user = Some(user.into());
        self.proxy_password = Some(Secret::new(password));
        self
    }

    /// The most connections of the network to have in use at the same time, and so the most
    /// requests that are under way; further ones wait, within their time limit. As many as are
    /// asked for if not set.
    pub fn connections(mut self, most: usize) -> Self {
        self.connections = Some(most);
        self
    }

    /// How requests are sent again that fail for a reason that may pass; not at all if not set.
    pub fn retries(mut self, retries: Retries) -> Self {
        self.retries = retries;
        self
    }

    /// Records all that is said to the engine and what it answers, to
    /// [`replay`](Self::replay) it where there is none. The file can be read and edited;
    /// passwords, tokens and cookies are not in it, but all else that the engine tells is.
    pub fn record(mut self, file: impl Into<PathBuf>) -> Self {
        self.tape = Some(RecordingMode::Record(file.into()));
        self
    }

    /// Answers requests from a recording and sends nothing. A request that isn't in it fails.
    pub fn replay(mut self, file: impl Into<PathBuf>) -> Self {
        self.tape = Some(RecordingMode::Replay(file.into()));
        self
    }

    /// Checks it all and makes the connection. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the URL, a header or a time limit can't be used, or CA certificates
    /// can't be read.
    pub fn build(self) -> Result<Connection, Error> {
        let url = Arc::new(ApiUrl::parse(&self.url)?);
        let headers = self.header_map()?;
        let token = self.checked_token()?;
        if self
            .user
            .as_deref()
            .is_some_and(|user| user.trim().is_empty())
        {
            return Err(Error::usage(
                "the user is empty: give a name with its profile, such as admin@internal",
            ));
        }
        check_timeout("timeout", self.timeout)?;
        check_timeout("connect_timeout", self.connect_timeout)?;
        let pinned = self.server_fingerprint.as_deref().map(Fingerprint::parse);
        let options = TrustOptions {
            bundles: read_all(&self.authorities)?,
            system_cas: self.system_cas,
            pinned: pinned.transpose().map_err(Error::usage)?,
            insecure: self.insecure,
        };
        let tls = match url.is_secure() || !options.bundles.is_empty() {
            true => Some(TlsConfig::new(&options).map_err(Error::usage)?),
            false => None,
        };
        if self.connections == Some(0) {
            return Err(Error::usage(
                "connections is zero, so that nothing could be sent: leave it out for no limit",
            ));
        }
        let options = ClientOptions {
            tls,
            proxy: self.checked_proxy()?,
            connect_timeout: self.connect_timeout,
            max_connections: self.connections,
        };
        let tape = self.tape.as_ref().map(open_tape).transpose()?;
        let transport = Arc::new(Transport::new(options, tape));
        let cache = self.token_cache.map(|path| {
            let user = self.user.as_deref().unwrap_or("negotiated");
            TokenCache::new(path, &url.text(), user)
        });
        let credentials = match (self.negotiator, self.user, self.password) {
            (Some(negotiator), _, _) => Some(Credentials::Negotiate(negotiator)),
            (None, Some(user), Some(password)) => Some(Credentials::Password { user, password }),
            (None, _, _) => None,
        };
        let config = SsoConfig {
            api: Arc::clone(&url),
            login: self
                .sso_url
                .map(|url| service_url("sso_url", &url))
                .transpose()?,
            logout: self
                .sso_revoke_url
                .map(|url| service_url("sso_revoke_url", &url))
                .transpose()?,
            token_name: self.sso_token_name,
        };
        let sso = Sso::new(config, Arc::clone(&transport), headers.clone());
        Ok(Connection::new(Inner {
            url,
            headers,
            timeout: self.timeout,
            transport,
            auth: Auth::new(sso, credentials, cache, token),
            budget: Budget::new(&self.retries),
            retries: self.retries,
            worker: Worker::default(),
        }))
    }

    /// The SDK's headers, and over them the user's.
    fn header_map(&self) -> Result<HeaderMap, Error> {
        // With room for those of a request, which is made of a copy.
        let mut headers = HeaderMap::with_capacity(12);
        headers.insert(USER_AGENT, HeaderValue::from_static(USER_AGENT_VALUE));
        headers.insert(VERSION, HeaderValue::from_static("4"));
        // Reasons of refusals are told in words: `ErrorKind` needs to understand them.
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en-US"));
        if self.compress {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        }
        for (name, value) in &self.headers {
            headers.insert(header_name(name)?, header_value(name, value)?);
        }
        Ok(headers)
    }

    fn checked_proxy(&self) -> Result<Option<Proxy>, Error> {
        let Some(url) = &self.proxy else {
            return Ok(None);
        };
        let proxy = Proxy::new(url).map_err(Error::usage)?;
        Ok(Some(match (&self.proxy_user, &self.proxy_password) {
            (Some(user), Some(password)) => proxy.with_authorization(basic(user, password)),
            _ => proxy,
        }))
    }

    fn checked_token(&self) -> Result<Option<Secret>, Error> {
        match &self.token {
            Some(token) if token.reveal().trim().is_empty() => Err(Error::usage(
                "the token is empty: leave it out to log in with credentials",
            )),
            Some(token) => {
                // A token read from a file mostly has a line break at its end.
                let token = token.reveal().trim();
                header_value("Authorization", token)?;
                Ok(Some(Secret::new(token)))
            }
            None => Ok(None),
        }
    }
}

/// The URL of a login service that isn't the engine's.
fn service_url(option: &str, text: &str) -> Result<ApiUrl, Error> {
    ApiUrl::parse(text).map_err(|error| {
        let what = format!(
            "{option} can't be used: it is the whole URL, such as https://sso.example.com/token"
        );
        UsageError::new(what).with_source(error).into()
    })
}

fn check_timeout(name: &str, timeout: Duration) -> Result<(), Error> {
    if timeout.is_zero() {
        return Err(Error::usage(format!(
            "{name} is zero, so that nothing could succeed: leave it out for the default, \
             or use Duration::MAX for no limit"
        )));
    }
    Ok(())
}

/// The value of a header for HTTP's basic scheme.
fn basic(user: &str, password: &Secret) -> HeaderValue {
    let encoded = BASE64_STANDARD.encode(format!("{user}:{}", password.reveal()));
    // Letters, digits and `+/=` only.
    let value = HeaderValue::try_from(format!("Basic {encoded}"));
    let mut value = value.unwrap_or(HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

fn open_tape(tape: &RecordingMode) -> Result<Recording, Error> {
    let (opened, path, what) = match tape {
        RecordingMode::Record(path) => (Recording::create(path), path, "written"),
        RecordingMode::Replay(path) => (Recording::open(path), path, "read"),
    };
    opened.map_err(|error| {
        let what = format!("the recording {} can't be {what}", path.display());
        UsageError::new(what).with_source(error).into()
    })
}

/// The contents of CA files and texts, each with its name for messages.
fn read_all(authorities: &[Authority]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut bundles = Vec::new();
    for authority in authorities {
        match authority {
            Authority::Pem(pem) => {
                bundles.push(("the text given to ca_pem".to_owned(), pem.clone()));
            }
            Authority::File(path) => bundles.push(read(path)?),
            Authority::Folder(path) => {
                let files = certificate_files(path).map_err(|error| unreadable(path, error))?;
                if files.is_empty() {
                    return Err(Error::usage(format!(
                        "the folder {} has no CA files: they should end in .pem or .crt",
                        path.display()
                    )));
                }
                for file in files {
                    bundles.push(read(&file)?);
                }
            }
        }
    }
    Ok(bundles)
}

fn read(path: &Path) -> Result<(String, Vec<u8>), Error> {
    let pem = std::fs::read(path).map_err(|error| unreadable(path, error))?;
    Ok((format!("the CA file {}", path.display()), pem))
}

fn unreadable(path: &Path, error: std::io::Error) -> Error {
    let what = format!(
        "the CA file {} can't be read: check that it exists and is readable",
        path.display()
    );
    UsageError::new(what).with_source(error).into()
}

/// The files of a folder that have certificates by their names, in the order of these.
fn certificate_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_certificate = ending.is_some_and(|ending| {
            matches!(ending, "pem" | "crt" | "cer")
                || (ending.len() == 1 && ending.bytes().all(|byte| byte.is_ascii_digit()))
        });
        if is_certificate && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl fmt::Debug for ConnectionBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The URL may have a password in it before it is checked, a header's value too.
        let Self {
            url,
            user,
            password,
            token,
            authorities,
            system_cas,
            server_fingerprint,
            insecure,
            timeout,
            connect_timeout,
            headers,
            compress,
            proxy,
            proxy_user,
            proxy_password,
            connections,
            retries,
            tape,
            negotiator,
            token_cache,
            sso_url,
            sso_revoke_url,
            sso_token_name,
        } = self;
        let names: Vec<_> = headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("ConnectionBuilder")
            .field(
                "url",
                &ApiUrl::parse(url).map(|url| url.text()).unwrap_or_default(),
            )
            .field("user", user)
            .field("password", password)
            .field("token", token)
            .field("authorities", &authorities.len())
            .field("system_cas", system_cas)
            .field("server_fingerprint", server_fingerprint)
            .field("insecure", insecure)
            .field("timeout", timeout)
            .field("connect_timeout", connect_timeout)
            .field("headers", &names)
            .field("compress", compress)
            // Its URL may have a password in it.
            .field("proxy", &proxy.is_some())
            .field("proxy_user", proxy_user)
            .field("proxy_password", proxy_password)
            .field("connections", connections)
            .field("retries", retries)
            .field("tape", tape)
            .field("negotiator", negotiator)
            .field("token_cache", token_cache)
            // These URLs may have a password in them too.
            .field("sso_url", &sso_url.is_some())
            .field("sso_revoke_url", &sso_revoke_url.is_some())
            .field("sso_token_name", sso_token_name)
            .finish()
    }
}
