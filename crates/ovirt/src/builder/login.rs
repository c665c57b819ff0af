//! How a connection logs in: credentials, tokens and the single sign-on service.

use std::path::PathBuf;
use std::sync::Arc;

use http::HeaderMap;

use super::{ConnectionBuilder, UncheckedUrl};
use crate::error::{Error, UsageError};
use crate::header;
use crate::negotiate::{Negotiator, SharedNegotiator};
use crate::redact::Redactor;
use crate::secret::Secret;
use crate::session::Session;
use crate::sso::{Credentials, Password, PasswordSource, Sso, SsoConfig};
use crate::token_cache::TokenCache;
use crate::transport::Transport;
use crate::url::ApiUrl;

#[derive(Clone, Debug)]
pub(super) struct LoginSettings {
    user: Option<String>,
    password: Option<Password>,
    token: Option<Secret>,
    negotiator: Option<SharedNegotiator>,
    token_cache: Option<PathBuf>,
    sso_url: Option<UncheckedUrl>,
    sso_revoke_url: Option<UncheckedUrl>,
    sso_token_name: String,
}

const SSO_URL: &str = "sso_url";
const SSO_REVOKE_URL: &str = "sso_revoke_url";

/// The URLs of a login service other than the engine's.
pub(super) struct Endpoints {
    login: Option<ApiUrl>,
    logout: Option<ApiUrl>,
}

impl Endpoints {
    /// The URLs with the options that set them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &ApiUrl)> {
        let urls = [(SSO_URL, &self.login), (SSO_REVOKE_URL, &self.logout)];
        let set = urls.into_iter();
        set.filter_map(|(option, url)| Some((option, url.as_ref()?)))
    }
}

impl Default for LoginSettings {
    fn default() -> Self {
        Self {
            user: None,
            password: None,
            token: None,
            negotiator: None,
            token_cache: None,
            sso_url: None,
            sso_revoke_url: None,
            sso_token_name: "access_token".to_owned(),
        }
    }
}

impl ConnectionBuilder {
    /// Sets user and password. The user name includes its profile, as in `admin@internal`, or
    /// `admin@ovirt@internalsso` if the engine uses Keycloak.
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.login.user = Some(user.into());
        self.login.password = Some(Password::Known(Secret::new(password)));
        self
    }

    /// Sets a user, and a function that obtains the password, such as from a password manager. It
    /// is called for each login, and not at all while a [cached token](Self::token_cache) is valid.
    /// It may block.
    ///
    /// ```no_run
    /// let builder = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api")
    ///     .password_from("admin@internal", || Ok(std::fs::read_to_string("password")?));
    /// ```
    pub fn password_from<F>(mut self, user: impl Into<String>, source: F) -> Self
    where
        F: Fn() -> Result<String, Box<dyn std::error::Error + Send + Sync>> + Send + Sync + 'static,
    {
        self.login.user = Some(user.into());
        self.login.password = Some(Password::From(PasswordSource(Arc::new(source))));
        self
    }

    /// Sets a user without a password, for a connection that uses the token which an earlier one
    /// [cached](Self::token_cache). Without such a token, its requests fail with
    /// [`Error::Auth`](crate::Error::Auth).
    pub fn user(mut self, user: impl Into<String>) -> Self {
        self.login.user = Some(user.into());
        self
    }

    /// Sets a token to use instead of logging in. The connection never revokes it. If there are
    /// credentials, too, they are used once the engine rejects the token.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.login.token = Some(Secret::new(token));
        self
    }

    /// Logs in with HTTP Negotiate, usually Kerberos, instead of user and password. The engine must
    /// be configured for it.
    pub fn negotiate(mut self, negotiator: impl Negotiator) -> Self {
        self.login.negotiator = Some(SharedNegotiator(Arc::new(negotiator)));
        self
    }

    /// Logs in with a Kerberos ticket instead of a password. Same as
    /// [`negotiate(Kerberos::new())`](Self::negotiate); see
    /// [`Kerberos`](crate::negotiate::Kerberos).
    #[cfg(all(feature = "kerberos", unix))]
    #[cfg_attr(docsrs, doc(cfg(feature = "kerberos")))]
    pub fn kerberos(self) -> Self {
        self.negotiate(crate::negotiate::Kerberos::new())
    }

    /// Caches the token in this file, so that the next program with the same URL and user need not
    /// log in. The file is readable by its owner only; on Unix, requests fail with [`Error::Usage`]
    /// if others have access to a file with tokens.
    /// [`Connection::close`](crate::Connection::close) does not revoke a cached token,
    /// [`Connection::logout`](crate::Connection::logout) does.
    pub fn token_cache(mut self, file: impl Into<PathBuf>) -> Self {
        self.login.token_cache = Some(file.into());
        self
    }

    /// Sets the complete URL that issues tokens; by default the engine's. Needed if the engine
    /// trusts an OpenID provider such as Keycloak. Logins send user and password to this URL.
    pub fn sso_url(mut self, url: impl Into<String>) -> Self {
        self.login.sso_url = Some(UncheckedUrl(url.into()));
        self
    }

    /// Sets the complete URL that revokes tokens; by default the engine's.
    pub fn sso_revoke_url(mut self, url: impl Into<String>) -> Self {
        self.login.sso_revoke_url = Some(UncheckedUrl(url.into()));
        self
    }

    /// Sets the member of the login response that contains the token; `access_token` by default.
    pub fn sso_token_name(mut self, name: impl Into<String>) -> Self {
        self.login.sso_token_name = name.into();
        self
    }

    #[cfg(test)]
    pub(crate) fn is_password(&self, text: &str) -> bool {
        let password = self.login.password.as_ref();
        matches!(password, Some(Password::Known(password)) if password.reveal() == text)
    }
}

impl LoginSettings {
    pub(super) fn check(&self) -> Result<(), Error> {
        if let Some(user) = &self.user
            && user.trim().is_empty()
        {
            return Err(Error::usage(
                "the user is empty: use a name with its profile, such as admin@internal",
            ));
        }
        self.trimmed_token().map(drop)
    }

    /// The member of a login response that contains the token.
    pub(super) fn token_name(&self) -> &str {
        &self.sso_token_name
    }

    /// Password and token.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        let password = match &self.password {
            Some(Password::Known(password)) => Some(password),
            _ => None,
        };
        password.into_iter().chain(&self.token)
    }

    /// The endpoints other than those of the engine.
    pub(super) fn endpoints(&self) -> Result<Endpoints, Error> {
        let parse = |option, url: &Option<UncheckedUrl>| {
            let url = url.as_ref().map(|url| parse_endpoint(option, url));
            url.transpose()
        };
        Ok(Endpoints {
            login: parse(SSO_URL, &self.sso_url)?,
            logout: parse(SSO_REVOKE_URL, &self.sso_revoke_url)?,
        })
    }

    /// The session of a connection; `headers` are sent with each request.
    pub(super) fn session(
        self,
        api: &Arc<ApiUrl>,
        endpoints: Endpoints,
        transport: &Arc<Transport>,
        redactor: &Arc<Redactor>,
        headers: &HeaderMap,
    ) -> Result<Session, Error> {
        let token = self.trimmed_token()?;
        let cache = self.token_cache.map(|path| {
            let user = self.user.as_deref().unwrap_or("negotiated");
            TokenCache::new(path, &api.text(), user)
        });
        let credentials = match (self.negotiator, self.user, self.password) {
            (Some(negotiator), _, _) => Some(Credentials::Negotiate(negotiator)),
            (None, Some(user), Some(password)) => Some(Credentials::Password { user, password }),
            (None, _, _) => None,
        };
        let config = SsoConfig {
            api: Arc::clone(api),
            login: endpoints.login,
            logout: endpoints.logout,
            token_name: self.sso_token_name,
        };
        let sso = Sso::new(
            config,
            Arc::clone(transport),
            Arc::clone(redactor),
            headers.clone(),
        );
        Ok(Session::new(sso, credentials, cache, token))
    }

    /// The token without surrounding white space: one from a file often ends in a line break.
    fn trimmed_token(&self) -> Result<Option<Secret>, Error> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        let token = token.reveal().trim();
        if token.is_empty() {
            return Err(Error::usage(
                "the token is empty: leave it out to log in with credentials",
            ));
        }
        header::value("Authorization", token)?;
        Ok(Some(Secret::new(token)))
    }
}

/// Parses the URL of a login service other than the engine's.
fn parse_endpoint(option: &str, url: &UncheckedUrl) -> Result<ApiUrl, Error> {
    url.parse().map_err(|error| {
        let message = format!(
            "{option} is not valid: use the complete URL, such as https://sso.example.com/token"
        );
        UsageError::new(message).with_source(error).into()
    })
}
