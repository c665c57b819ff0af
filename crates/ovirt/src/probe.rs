//! What an address serves: whether it is an engine, which versions of the API, which ways to log in.

use http::header::WWW_AUTHENTICATE;
use http::{HeaderMap, StatusCode};
use ovirt_http::BufferedResponse;
use serde_json::Value;

use crate::builder::ConnectionBuilder;
use crate::connection::Connection;
use crate::error::Error;
use crate::lazy_call::LazyCall;

/// What an address serves, as far as it tells without a login; made by
/// [`ConnectionBuilder::probe`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Probe {
    /// Whether an engine's API is at the URL: it asks for a login there.
    pub is_engine: bool,
    /// Whether version 4 of the API, the only one that this SDK speaks, is there.
    pub has_version_4: bool,
    /// Whether the single sign-on is there and says that it works.
    pub has_sso: bool,
    /// Whether the engine has its database; absent if it doesn't tell.
    pub is_healthy: Option<bool>,
    /// Whether it offers to log in with Kerberos, see [`ConnectionBuilder::negotiate`].
    pub offers_negotiate: bool,
    /// Whether it hands out the certificate of its CA, see [`ConnectionBuilder::fetch_ca`].
    pub gives_ca: bool,
}

impl ConnectionBuilder {
    /// Asks an address what it serves, without logging in and whoever it is: certificates aren't
    /// checked, and no credential is sent.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), ovirt::Error> {
    /// let builder = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api");
    /// let found = builder.probe()?.await?;
    /// assert!(found.is_engine && found.has_version_4, "{found:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build); the task fails only when the address can't be reached at
    /// all.
    pub fn probe(self) -> Result<LazyCall<Probe>, Error> {
        let connection = self.without_authorities().insecure(true).build()?;
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
        let answer = connection.get_openly("probe", path).await;
        answer.map(|(answer, _)| answer)
    };
    let root = get(url.path().to_owned()).await?;
    let version = get(format!("{}/v4", url.path().trim_end_matches("/v4"))).await?;
    let status = get(url.in_application("/sso/status")).await?;
    let health = get(url.in_application("/services/health")).await?;
    let http = get(url.in_application("/sso/oauth/token-http-auth")).await?;
    let ca = "/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";
    let ca = get(url.in_application(ca)).await?;
    Ok(Probe {
        is_engine: asks_for_login(&root),
        has_version_4: asks_for_login(&version),
        has_sso: is_active(&status),
        is_healthy: (health.status != StatusCode::NOT_FOUND)
            .then(|| health.status.is_success() && contains(&health, "DB Up")),
        offers_negotiate: [&root, &http]
            .iter()
            .any(|answer| offers(&answer.headers, "negotiate")),
        gives_ca: ca.status.is_success() && contains(&ca, "-----BEGIN CERTIFICATE-----"),
    })
}

/// Whether an answer asks for a login as engines do, in words of HTTP that they all have.
fn asks_for_login(answer: &BufferedResponse) -> bool {
    answer.status == StatusCode::UNAUTHORIZED && answer.headers.contains_key(WWW_AUTHENTICATE)
}

fn is_active(answer: &BufferedResponse) -> bool {
    let document: Option<Value> = serde_json::from_slice(&answer.body).ok();
    let status = document
        .as_ref()
        .and_then(|document| document.get("status"));
    answer.status.is_success() && status.and_then(Value::as_str) == Some("active")
}

fn offers(headers: &HeaderMap, scheme: &str) -> bool {
    headers.get_all(WWW_AUTHENTICATE).iter().any(|value| {
        let words = value.to_str().unwrap_or_default();
        words
            .split([' ', ','])
            .any(|word| word.eq_ignore_ascii_case(scheme))
    })
}

fn contains(answer: &BufferedResponse, words: &str) -> bool {
    String::from_utf8_lossy(&answer.body).contains(words)
}
