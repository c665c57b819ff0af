//! The connection to an engine: what all requests share, and the way that each of them takes:
//! token, sending, one renewal of the token, deadline.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use tokio::runtime::Handle;

use crate::auth::Auth;
use crate::blocking::Worker;
use crate::builder::ConnectionBuilder;
use crate::clock::Deadline;
use crate::error::classify::{self, Scene, Symptom};
use crate::error::{Error, RequestInfo};
use crate::form;
use crate::pending;
use crate::raw::RawRequest;
use crate::request::Call;
use crate::response::{self, CORRELATION_ID, Reply};
use crate::secret::Secret;
use crate::sso;
use crate::task::Task;
use crate::transport::{Incoming, Outgoing, Transport};
use crate::url::ApiUrl;

const ALL_CONTENT: HeaderName = HeaderName::from_static("all-content");

/// A connection to an engine.
///
/// It is made with [`Connection::builder`], cheap to clone, and can be used from many tasks and
/// threads at once; all clones share one login and the open connections of the network. It logs in
/// when the first request needs it, and again when the engine no longer knows the token.
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) url: Arc<ApiUrl>,
    /// The SDK's own headers and those that the user wants with each request.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) transport: Arc<Transport>,
    pub(crate) auth: Auth,
    pub(crate) worker: Worker,
}

impl Connection {
    /// Begins to describe a connection to the API at this URL, typically
    /// `https://engine.example.com/ovirt-engine/api`.
    pub fn builder(url: impl Into<String>) -> ConnectionBuilder {
        ConnectionBuilder::new(url.into())
    }

    pub(crate) fn new(inner: Inner) -> Self {
        Self {
            inner: Arc::new(inner),
        }
    }

    /// The URL of the API, without a slash at its end.
    pub fn url(&self) -> String {
        self.inner.url.text()
    }

    /// Logs in unless there is a token already, and gives the token: it can be handed to another
    /// connection with [`ConnectionBuilder::token`].
    ///
    /// Whoever has the token can do everything that the user can. It loses its value with
    /// [`close`](Self::close).
    pub fn authenticate(&self) -> Task<String> {
        let connection = self.clone();
        Task::new(self, async move {
            let path = connection.inner.url.in_application(sso::TOKEN_PATH);
            let scene = connection.scene("authenticate", &Method::POST, path);
            let this = connection.clone();
            let work = async move {
                let token = this.inner.auth.token(None, &scene);
                this.in_time(this.inner.timeout, token, &scene).await?
            };
            let token = connection.on_runtime(work).await?;
            Ok(token.reveal().to_owned())
        })
    }

    /// Asks for the root of the API: whether the engine can be reached, is an engine, and lets the
    /// user in.
    pub fn test(&self) -> Task<()> {
        let connection = self.clone();
        Task::new(self, async move {
            let call = connection.bare_call("test", Method::GET, String::new());
            connection.execute(call).await?.into_root("api")
        })
    }

    /// Gives back the token if it is from a login of this connection; one that came from
    /// [`ConnectionBuilder::token`] stays valid. It holds for all clones.
    ///
    /// Closing twice is fine. A request after it logs in again.
    pub fn close(&self) -> Task<()> {
        let connection = self.clone();
        Task::new(self, async move {
            let path = connection.inner.url.in_application(sso::LOGOUT_PATH);
            let scene = connection.scene("close", &Method::POST, path);
            let this = connection.clone();
            let work = async move {
                let closing = this.inner.auth.close();
                this.in_time(this.inner.timeout, closing, &scene).await?
            };
            connection.on_runtime(work).await
        })
    }

    /// A request of one's own, for what the typed services don't have.
    ///
    /// The method is one of HTTP, the path is below the API's root, with its segments
    /// percent-encoded where needed: `connection.raw("GET", "/vms")`.
    pub fn raw(&self, method: &str, path: &str) -> RawRequest {
        RawRequest::new(self.clone(), method, path)
    }

    /// Path of the API on its server, such as `/ovirt-engine/api`.
    pub(crate) fn api_path(&self) -> &str {
        self.inner.url.path()
    }

    pub(crate) fn worker(&self) -> &Worker {
        &self.inner.worker
    }

    /// A call without anything that is optional.
    pub(crate) fn bare_call(&self, operation: &'static str, method: Method, path: String) -> Call {
        Call {
            connection: self.clone(),
            operation,
            method,
            path,
            query: Vec::new(),
            headers: Vec::new(),
            timeout: None,
            correlation_id: None,
            body: None,
        }
    }

    /// Sends a call and gives the successful answer.
    pub(crate) async fn execute(&self, call: Call) -> Result<Reply, Error> {
        let path = format!("{}{}", self.inner.url.path(), call.path);
        let mut scene = self.scene(call.operation, &call.method, path);
        scene.correlation_id = call.correlation_id.clone();
        let timeout = call.timeout.unwrap_or(self.inner.timeout);
        let outgoing = self.outgoing(call)?;
        let this = self.clone();
        let work = async move {
            let exchange = this.exchange(outgoing, &scene);
            let incoming = this.in_time(timeout, exchange, &scene).await??;
            Reply::new(incoming, scene)
        };
        self.on_runtime(work).await
    }

    /// Does what needs tokio's runtime on the present one; under any other executor, on that of
    /// the connection.
    pub(crate) async fn on_runtime<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        match Handle::try_current() {
            Ok(_) => work.await,
            Err(_) => pending::spawn(self.worker().handle()?, work).await,
        }
    }

    /// Sends a request with the token, and once more with a new one if that isn't accepted.
    async fn exchange(&self, outgoing: Outgoing, scene: &Scene) -> Result<Incoming, Error> {
        if outgoing.headers.contains_key(AUTHORIZATION) {
            // The user brings an authorization of his own: nothing to log in for.
            return self.send(outgoing, scene).await;
        }
        let token = self.inner.auth.token(None, scene).await?;
        let incoming = self
            .send(authorize(outgoing.clone(), &token)?, scene)
            .await?;
        if incoming.status != StatusCode::UNAUTHORIZED {
            return Ok(incoming);
        }
        let token = self.inner.auth.token(Some(&token), scene).await?;
        self.send(authorize(outgoing, &token)?, scene).await
    }

    async fn send(&self, outgoing: Outgoing, scene: &Scene) -> Result<Incoming, Error> {
        let sent = self.inner.transport.send(outgoing).await;
        sent.map_err(|failure| response::not_answered(failure, scene))
    }

    /// The future's output, or the error that it took too long.
    async fn in_time<F: Future>(
        &self,
        timeout: Duration,
        future: F,
        scene: &Scene,
    ) -> Result<F::Output, Error> {
        let output = Deadline::after(timeout).limit(future).await;
        output.ok_or_else(|| {
            let what = format!("no complete answer within {timeout:?}");
            classify::error(Symptom::AnswerTimeout, what, scene)
        })
    }

    /// What errors tell about a request.
    fn scene(&self, operation: &'static str, method: &Method, path: String) -> Scene {
        let url = &self.inner.url;
        Scene {
            request: RequestInfo::new(method.as_str(), path),
            operation: operation.into(),
            server: url.server().to_owned(),
            usual_path: url.has_usual_path(),
            correlation_id: None,
        }
    }

    /// The call as it goes over the wire, but for the token.
    fn outgoing(&self, call: Call) -> Result<Outgoing, Error> {
        let url = &self.inner.url;
        let mut target = url.on_server(url.path());
        target.push_str(&call.path);
        if !call.query.is_empty() {
            target.push('?');
            target.push_str(&form::encode(
                call.query.iter().map(|(name, value)| (name, value)),
            ));
        }
        let uri = target.parse().map_err(|_| {
            Error::usage(format!(
                "the path {:?} can't be part of a URL: encode its segments with %XX",
                call.path
            ))
        })?;
        let mut headers = self.inner.headers.clone();
        headers.entry(ACCEPT).or_insert(XML);
        if call.body.is_some() {
            headers.entry(CONTENT_TYPE).or_insert(XML);
        }
        if call
            .query
            .iter()
            .any(|(name, value)| name == "all_content" && value == "true")
        {
            headers.insert(ALL_CONTENT, HeaderValue::from_static("true"));
        }
        if let Some(id) = &call.correlation_id {
            headers.insert(CORRELATION_ID, header_value("Correlation-Id", id)?);
        }
        for (name, value) in &call.headers {
            headers.insert(header_name(name)?, header_value(name, value)?);
        }
        Ok(Outgoing {
            method: call.method,
            uri,
            headers,
            body: call.body.unwrap_or_default().into(),
        })
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inner } = self;
        f.debug_struct("Connection")
            .field("url", &inner.url.text())
            .finish_non_exhaustive()
    }
}

const XML: HeaderValue = HeaderValue::from_static("application/xml");

fn authorize(mut outgoing: Outgoing, token: &Secret) -> Result<Outgoing, Error> {
    let mut value = HeaderValue::try_from(format!("Bearer {}", token.reveal()))
        .map_err(|_| Error::usage("the token has characters that no token has"))?;
    value.set_sensitive(true);
    outgoing.headers.insert(AUTHORIZATION, value);
    Ok(outgoing)
}

/// The name of a header, checked.
pub(crate) fn header_name(name: &str) -> Result<HeaderName, Error> {
    HeaderName::try_from(name).map_err(|_| {
        Error::usage(format!(
            "{name:?} can't be the name of a header: use letters, digits and -"
        ))
    })
}

/// The value of a header, checked. It is not in the error, since it may be a secret.
pub(crate) fn header_value(name: &str, value: &str) -> Result<HeaderValue, Error> {
    HeaderValue::try_from(value).map_err(|_| {
        Error::usage(format!(
            "the value of the header {name} has line breaks or other control characters: \
             take them out"
        ))
    })
}
