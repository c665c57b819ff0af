//! The HTTP proxy.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::HeaderValue;
use ovirt_http::Proxy;

use super::{ConnectionBuilder, UncheckedUrl};
use crate::error::Error;
use crate::secret::Secret;

#[derive(Clone, Debug, Default)]
pub(super) struct ProxySettings {
    url: Option<UncheckedUrl>,
    user: Option<String>,
    password: Option<Secret>,
}

impl ConnectionBuilder {
    /// Connects through a proxy, such as `http://proxy.example.com:3128`. The connection is a
    /// tunnel (`CONNECT`): the proxy sees only the engine's host and port.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy.url = Some(UncheckedUrl(url.into()));
        self
    }

    /// Sets user and password for the proxy.
    pub fn proxy_credentials(
        mut self,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.proxy.user = Some(user.into());
        self.proxy.password = Some(Secret::new(password));
        self
    }
}

impl ProxySettings {
    pub(super) fn password(&self) -> Option<&Secret> {
        self.password.as_ref()
    }

    pub(super) fn parse(&self) -> Result<Option<Proxy>, Error> {
        let Some(UncheckedUrl(url)) = &self.url else {
            return Ok(None);
        };
        let proxy = Proxy::new(url).map_err(Error::usage)?;
        Ok(Some(match (&self.user, &self.password) {
            (Some(user), Some(password)) => proxy.with_authorization(basic(user, password)),
            _ => proxy,
        }))
    }
}

/// The header value of HTTP Basic authentication.
fn basic(user: &str, password: &Secret) -> HeaderValue {
    let encoded = BASE64_STANDARD.encode(format!("{user}:{}", password.reveal()));
    let value = HeaderValue::try_from(format!("Basic {encoded}"));
    // Base64 is always valid in a header.
    let mut value = value.unwrap_or(HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}
