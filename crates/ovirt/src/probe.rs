//! Probes a server without logging in: whether it is an engine, and what it offers.

use std::collections::BTreeMap;

use http::header::WWW_AUTHENTICATE;
use http::{HeaderMap, StatusCode};
use ovirt_http::BufferedResponse;
use serde_json::value::RawValue;

use crate::builder::ConnectionBuilder;
use crate::ca;
use crate::connection::Connection;
use crate::error::Error;
use crate::lazy_call::LazyCall;
use crate::sso;

/// What a server offers, as far as it tells without a login; the result of
/// [`ConnectionBuilder::probe`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Probe {
    /// Whether the URL is that of an engine's API: it requires a login.
    pub is_engine: bool,
    /// Whether the API has version 4, the only one that this SDK supports.
    pub has_version_4: bool,
    /// Whether the engine's single sign-on (SSO) service is active.
    pub has_sso: bool,
    /// Whether the engine can reach its database; `None` if the server has no health page.
    pub is_healthy: Option<bool>,
    /// Whether the server offers to log in with Kerberos, see [`ConnectionBuilder::negotiate`].
    pub offers_negotiate: bool,
    /// Whether the server offers its CA certificate for download, see
    /// [`ConnectionBuilder::fetch_ca`].
    pub gives_ca: bool,
}

impl ConnectionBuilder {
    /// Probes the server at the URL. Its certificate is not checked, unless it is
    /// [pinned](Self::server_fingerprint). Neither credentials nor the [`header`](Self::header)s of
    /// the builder are sent.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), ovirt::Error> {
    /// let builder = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api");
    /// let probe = builder.probe()?.await?;
    /// assert!(probe.is_engine && probe.has_version_4, "{probe:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build). The call fails only if the server is unreachable.
    pub fn probe(self) -> Result<LazyCall<Probe>, Error> {
        let connection = self.without_secrets().build()?;
        let this = connection.clone();
        Ok(LazyCall::new(
            &connection,
            async move { probe(&this).await },
        ))
    }
}

async fn probe(connection: &Connection) -> Result<Probe, Error> {
    let url = &connection.inner().url;
    let get = async |path: String| {
        let result = connection.get_unauthenticated("probe", path).await;
        result.map(|(response, _)| response)
    };
    let root = get(url.path().to_owned()).await?;
    let version = get(format!("{}/v4", url.path().trim_end_matches("/v4"))).await?;
    let status = get(url.in_application("/sso/status")).await?;
    let health = get(url.in_application("/services/health")).await?;
    let http_auth = get(url.in_application(sso::HTTP_AUTH_PATH)).await?;
    let ca = get(url.in_application(ca::PATH)).await?;
    Ok(Probe {
        is_engine: requires_login(&root),
        has_version_4: requires_login(&version),
        has_sso: is_active(&status),
        is_healthy: (health.status != StatusCode::NOT_FOUND)
            .then(|| health.status.is_success() && contains(&health, "DB Up")),
        offers_negotiate: [&root, &http_auth]
            .iter()
            .any(|response| offers(&response.headers, "negotiate")),
        gives_ca: ca.status.is_success() && contains(&ca, "-----BEGIN CERTIFICATE-----"),
    })
}

fn requires_login(response: &BufferedResponse) -> bool {
    response.status == StatusCode::UNAUTHORIZED && response.headers.contains_key(WWW_AUTHENTICATE)
}

fn is_active(response: &BufferedResponse) -> bool {
    let document = serde_json::from_slice::<BTreeMap<String, &RawValue>>(&response.body);
    let status = document
        .ok()
        .and_then(|document| document.get("status").copied());
    response.status.is_success() && status.map(RawValue::get) == Some("\"active\"")
}

fn offers(headers: &HeaderMap, scheme: &str) -> bool {
    headers.get_all(WWW_AUTHENTICATE).iter().any(|value| {
        let value = value.to_str().unwrap_or_default();
        value
            .split([' ', ','])
            .any(|token| token.eq_ignore_ascii_case(scheme))
    })
}

fn contains(response: &BufferedResponse, text: &str) -> bool {
    String::from_utf8_lossy(&response.body).contains(text)
}
