//! The connection to an engine: what all requests share, and the way that each of them takes:
//! token, sending, one renewal of the token, deadline.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest, StreamedResponse};
use ovirt_types::__private::{ItemKind, Items};
use tokio::runtime::Handle;
use tracing::{Instrument as _, Span, field};

use crate::auth::Auth;
use crate::blocking::Worker;
use crate::builder::ConnectionBuilder;
use crate::clock::{self, Deadline};
use crate::error::classify::{self, Cause, RequestContext};
use crate::error::{Error, RequestInfo};
use crate::form;
use crate::lazy_call::LazyCall;
use crate::list_body::{ListBody, Step};
use crate::pending;
use crate::random;
use crate::raw::RawRequest;
use crate::request::Call;
use crate::response::{self, CORRELATION_ID, Reply};
use crate::retry::{Budget, Plan, Retries};
use crate::sso;
use crate::transport::Transport;
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
    pub(crate) retries: Retries,
    pub(crate) budget: Budget,
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
    pub fn authenticate(&self) -> LazyCall<String> {
        let connection = self.clone();
        LazyCall::new(self, async move {
            let path = connection.inner.url.in_application(sso::TOKEN_PATH);
            let context = connection.context("authenticate", &Method::POST, path);
            let this = connection.clone();
            let work = async move {
                let token = pin!(this.inner.auth.token(None, &context));
                this.in_time(this.deadline(), token, &context).await?
            };
            let token = connection.on_runtime(Box::pin(work)).await?;
            Ok(token.secret().reveal().to_owned())
        })
    }

    /// Asks for the root of the API: whether the engine can be reached, is an engine, and lets the
    /// user in.
    pub fn test(&self) -> LazyCall<()> {
        let connection = self.clone();
        LazyCall::new(self, async move {
            let call = connection.bare_call("test", Method::GET, String::new());
            connection.execute(call).await?.into_root("api")
        })
    }

    /// Gives back the token if it is from a login of this connection; one that came from
    /// [`ConnectionBuilder::token`] stays valid. It holds for all clones.
    ///
    /// Closing twice is fine. A request after it logs in again.
    pub fn close(&self) -> LazyCall<()> {
        let connection = self.clone();
        LazyCall::new(self, async move {
            let path = connection.inner.url.in_application(sso::LOGOUT_PATH);
            let context = connection.context("close", &Method::POST, path);
            let this = connection.clone();
            let work = async move {
                let closing = pin!(this.inner.auth.close());
                this.in_time(this.deadline(), closing, &context).await?
            };
            connection.on_runtime(Box::pin(work)).await
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
            new_correlation_ids: false,
            retries: None,
            wait_while_locked: None,
            body: None,
        }
    }

    /// Sends a call and gives the successful answer.
    pub(crate) async fn execute(&self, call: Call) -> Result<Reply, Error> {
        self.execute_into(call, None).await
    }

    /// Sends a call and gives the successful answer, which has been read already where it is a list
    /// of such items.
    ///
    /// All that a request needs while it is under way is in one box, and nothing of it twice.
    pub(crate) fn execute_into(
        &self,
        call: Call,
        kind: Option<ItemKind>,
    ) -> impl Future<Output = Result<Reply, Error>> + Send + use<> {
        let mut sending = self.sending(call);
        let this = self.clone();
        let work = Box::pin(async move {
            let span = sending.span();
            let work = async {
                let mut items = None;
                let much = match kind {
                    Some(kind) => ReadMode::Read(kind, &mut items),
                    None => ReadMode::Whole,
                };
                let deadline = sending.deadline();
                let outcome = {
                    let work = pin!(async {
                        let (mut arriving, tries) = this.open(&mut sending, much).await?;
                        let body = arriving.body.collect().await;
                        let body = body
                            .map_err(|failure| response::not_answered(failure, &sending.context))?;
                        Ok((arriving.with(body), tries))
                    });
                    deadline.limit(work).await
                };
                let outcome = outcome.unwrap_or_else(|| Err(too_late(deadline, &sending.context)));
                outcome.map(|(incoming, tries)| (incoming, tries, items))
            };
            let (incoming, tries, items) = work.instrument(span).await?;
            Ok(Reply::new(incoming, sending.context, tries, items))
        });
        let connection = self.clone();
        async move { connection.on_runtime(work).await }
    }

    /// Sends what is to be sent until there is a successful answer, or no hope of one. Where not
    /// the whole answer is asked for, its body is still to come.
    pub(crate) async fn open(
        &self,
        sending: &mut Sending,
        mut much: ReadMode<'_>,
    ) -> Result<(StreamedResponse, u32), Error> {
        let locked_until = sending.call.wait_while_locked.map(Deadline::after);
        let mut tries = 0;
        loop {
            tries += 1;
            let http_request = sending.begin_try(self)?;
            let mut error = match self.try_once(http_request, sending, &mut much).await {
                Ok(arriving) => {
                    self.inner.budget.earn();
                    sending.tell(tries, arriving.status.as_u16());
                    return Ok((arriving, tries));
                }
                Err(error) => error,
            };
            let plan = Plan {
                retries: sending.call.retries.as_ref().unwrap_or(&self.inner.retries),
                budget: &self.inner.budget,
                method: &sending.call.method,
                locked_until,
            };
            let Some(delay) = plan.delay(&error, tries) else {
                error.details_mut().set_tries(tries);
                sending.tell(tries, error.status().unwrap_or_default());
                return Err(error);
            };
            tracing::debug!(target: "ovirt", %error, ?delay, "trying again");
            clock::sleep(delay).await;
        }
    }

    async fn try_once(
        &self,
        http_request: Box<HttpRequest>,
        sending: &Sending,
        much: &mut ReadMode<'_>,
    ) -> Result<StreamedResponse, Error> {
        let mut arriving = self.exchange(http_request, sending).await?;
        if arriving.status.is_success() {
            match much {
                ReadMode::Head => return Ok(arriving),
                ReadMode::Whole => {}
                ReadMode::Read(kind, items) => {
                    // In a box, as other requests needn't carry room for it.
                    let reading = Box::pin(read(arriving, *kind, &sending.context));
                    (arriving, **items) = reading.await?;
                }
            }
        }
        let body = arriving.body.collect().await;
        let body = body.map_err(|failure| response::not_answered(failure, &sending.context))?;
        let incoming = arriving.with(body);
        response::check(&incoming, &sending.context)?;
        Ok(incoming.into())
    }

    /// Gets something of the engine's web application that needs no login, with whatever status.
    pub(crate) async fn get_openly(
        &self,
        operation: &'static str,
        path: String,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let url = &self.inner.url;
        let uri = url.on_server(path.clone());
        let context = self.context(operation, &Method::GET, path);
        let mut headers = self.inner.headers.clone();
        headers.remove(AUTHORIZATION);
        let http_request = Box::new(HttpRequest {
            method: Method::GET,
            uri: uri.ok_or_else(|| Error::usage("the URL of the API can't be used"))?,
            host: url.host_header().clone(),
            headers,
            body: Bytes::new(),
        });
        let this = self.clone();
        let work = async move {
            let answer = {
                let sending = pin!(this.inner.transport.send(http_request, &context));
                this.in_time(this.deadline(), sending, &context).await??
            };
            Ok((answer, context))
        };
        self.on_runtime(Box::pin(work)).await
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }

    /// Does what needs tokio's runtime on the present one; under any other executor, on that of
    /// the connection.
    pub(crate) async fn on_runtime<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + Unpin + 'static,
    ) -> Result<T, Error> {
        match Handle::try_current() {
            Ok(_) => work.await,
            Err(_) => pending::spawn(self.worker().handle()?, work).await,
        }
    }

    /// Sends a request with the token, and once more with a new one if that isn't accepted.
    async fn exchange(
        &self,
        mut http_request: Box<HttpRequest>,
        sending: &Sending,
    ) -> Result<StreamedResponse, Error> {
        let context = &sending.context;
        if http_request.headers.contains_key(AUTHORIZATION) {
            // The user brings an authorization of his own: nothing to log in for.
            return self.inner.transport.open(http_request, context).await;
        }
        let token = self.inner.auth.token(None, context).await?;
        http_request.headers.insert(AUTHORIZATION, token.header()?);
        let arriving = self.inner.transport.open(http_request, context).await?;
        if !may_refuse(&arriving) {
            return Ok(arriving);
        }
        // In a box, as other requests needn't carry room for it.
        Box::pin(async {
            if let Some(arriving) = unless_refused(arriving, context).await? {
                return Ok(arriving);
            }
            let token = self.inner.auth.token(Some(&token), context).await?;
            let mut http_request = sending.http_request(self)?;
            http_request.headers.insert(AUTHORIZATION, token.header()?);
            self.inner.transport.open(http_request, context).await
        })
        .await
    }

    /// The future's output, or the error that it took too long.
    pub(crate) async fn in_time<F: Future + Unpin>(
        &self,
        deadline: Deadline,
        future: F,
        context: &RequestContext,
    ) -> Result<F::Output, Error> {
        let output = deadline.limit(future).await;
        output.ok_or_else(|| too_late(deadline, context))
    }

    /// What errors tell about a request.
    pub(crate) fn context(
        &self,
        operation: &'static str,
        method: &Method,
        path: String,
    ) -> RequestContext {
        let url = &self.inner.url;
        RequestContext {
            request: RequestInfo::new(method.as_str(), path),
            operation: operation.into(),
            server: Arc::clone(url.server()),
            usual_path: url.has_usual_path(),
            correlation_id: None,
        }
    }

    /// The time until which a request that begins now must have ended.
    fn deadline(&self) -> Deadline {
        Deadline::after(self.inner.timeout)
    }

    /// The call with all that is known before it is sent.
    pub(crate) fn sending(&self, call: Call) -> Sending {
        let path = [self.inner.url.path(), &call.path].concat();
        let mut context = self.context(call.operation, &call.method, path);
        context.correlation_id = call.correlation_id.clone();
        Sending { context, call }
    }

    /// The call as it goes over the wire, but for the token.
    pub(crate) fn http_request(&self, call: &Call) -> Result<HttpRequest, Error> {
        let url = &self.inner.url;
        let mut target = [url.path(), &call.path].concat();
        if !call.query.is_empty() {
            target.push('?');
            target.push_str(&form::encode(
                call.query.iter().map(|(name, value)| (name, value)),
            ));
        }
        let uri = url.on_server(target).ok_or_else(|| {
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
        Ok(HttpRequest {
            method: call.method.clone(),
            uri,
            host: url.host_header().clone(),
            headers,
            body: call.body.clone().unwrap_or_default(),
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

/// How much of a successful answer is waited for.
pub(crate) enum ReadMode<'a> {
    /// Its head; the body is still to come.
    Head,
    /// All of it.
    Whole,
    /// All of it, to be read while it arrives if it is a list of such items.
    Read(ItemKind, &'a mut Option<Box<dyn Items>>),
}

/// Reads a list while it arrives, and gives the answer without its body and the items. An answer
/// that isn't what was expected is given as it is.
async fn read(
    mut arriving: StreamedResponse,
    kind: ItemKind,
    context: &RequestContext,
) -> Result<(StreamedResponse, Option<Box<dyn Items>>), Error> {
    let failed = |failure| response::not_answered(failure, context);
    if !response::is_xml(response::media_type(&arriving.headers)) {
        return Ok((arriving, None));
    }
    let Some(first) = arriving.body.chunk().await.map_err(failed)? else {
        return Ok((arriving, None));
    };
    let mut intake = ListBody::new(kind);
    intake.feed(Some(&first));
    let Ok(mut items) = intake.read() else {
        // It is mostly another document, such as a fault: that is looked at as a whole.
        let rest = arriving.body.collect().await.map_err(failed)?;
        let incoming = arriving.with([first, rest].concat().into());
        return Ok((incoming.into(), None));
    };
    loop {
        match intake.step(&mut arriving.body).await {
            Ok(Step::Items(mut more)) => items.append(more.as_mut()),
            Ok(Step::Part) => {}
            Ok(Step::End) => break,
            Err(trouble) => return Err(trouble.into_error(context)),
        }
    }
    items.trim();
    Ok((arriving, Some(items)))
}

/// A call on its way.
pub(crate) struct Sending {
    call: Call,
    pub(crate) context: RequestContext,
}

impl Sending {
    /// The time until which the call must have ended if it begins now.
    pub(crate) fn deadline(&self) -> Deadline {
        let own = self.call.timeout;
        Deadline::after(own.unwrap_or(self.call.connection.inner.timeout))
    }

    /// What tracing knows the request by; names are those of OpenTelemetry.
    pub(crate) fn span(&self) -> Span {
        tracing::debug_span!(
            target: "ovirt",
            "request",
            otel.name = %self.context.operation,
            otel.kind = "client",
            http.request.method = %self.call.method,
            server.address = %self.context.server,
            url.path = %self.context.request.path(),
            http.response.status_code = field::Empty,
            http.request.resend_count = field::Empty,
            ovirt.correlation_id = field::Empty,
        )
    }

    /// What is sent with the next try.
    fn begin_try(&mut self, connection: &Connection) -> Result<Box<HttpRequest>, Error> {
        if self.call.new_correlation_ids {
            self.context.correlation_id = Some(random::correlation_id());
        }
        self.http_request(connection)
    }

    /// What is sent with this try, but for the token. It is made again where it is sent again,
    /// which is seldom: keeping it would mean a copy for each request.
    fn http_request(&self, connection: &Connection) -> Result<Box<HttpRequest>, Error> {
        let mut http_request = connection.http_request(&self.call)?;
        if self.call.new_correlation_ids
            && let Some(id) = &self.context.correlation_id
        {
            let value = header_value("Correlation-Id", id)?;
            http_request.headers.insert(CORRELATION_ID, value);
        }
        Ok(Box::new(http_request))
    }

    /// Tells tracing how it ended.
    fn tell(&self, tries: u32, status: u16) {
        let span = Span::current();
        span.record("http.request.resend_count", tries.saturating_sub(1));
        if status != 0 {
            span.record("http.response.status_code", status);
        }
        if let Some(id) = &self.context.correlation_id {
            span.record("ovirt.correlation_id", id.as_str());
        }
    }
}

/// Whether an answer may say that the token isn't known: with status 401, or with a web page.
fn may_refuse(arriving: &StreamedResponse) -> bool {
    arriving.status == StatusCode::UNAUTHORIZED
        || response::media_type(&arriving.headers).eq_ignore_ascii_case("text/html")
}

/// The answer, unless it says that the token isn't known: mostly with status 401, but also with a
/// web page of the login, whatever its status.
async fn unless_refused(
    arriving: StreamedResponse,
    context: &RequestContext,
) -> Result<Option<StreamedResponse>, Error> {
    if arriving.status == StatusCode::UNAUTHORIZED {
        return Ok(None);
    }
    let incoming = arriving.collect().await;
    let incoming = incoming.map_err(|failure| response::not_answered(failure, context))?;
    let page = String::from_utf8_lossy(&incoming.body);
    let login = ["invalid_grant", "/sso/login", "/sso/interactive"];
    let refused = login.iter().any(|words| page.contains(words));
    Ok((!refused).then(|| incoming.into()))
}

fn too_late(deadline: Deadline, context: &RequestContext) -> Error {
    let what = format!("no complete answer within {:?}", deadline.duration());
    classify::error(Cause::ResponseTimeout, what, context)
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
