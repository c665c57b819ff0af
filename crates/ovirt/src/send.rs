//! Sending a call: one function each for the deadline, retries and authentication.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest, StreamedResponse};
use tracing::{Instrument as _, Span};

use crate::call::Call;
use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::Error;
use crate::error::classify::{self, Cause, RequestContext};
use crate::list_body;
use crate::pending::{self, BoxFuture};
use crate::random;
use crate::response::{self, Content, ReadMode, Response};
use crate::response_kind::Decode;
use crate::retry::Plan;
use crate::span;
use crate::transport;

impl Connection {
    /// Sends a call and decodes the response.
    ///
    /// Boxed here, so that the compiler proves once that the future is `Send`, and not once per
    /// method of the API.
    pub(crate) fn fetch<T: Send + 'static>(&self, call: Call, decode: Decode<T>) -> BoxFuture<T> {
        let response = self.send(call, decode.mode);
        Box::pin(async move { response.await?.decode(decode.decode) })
    }

    /// Sends a call and returns the successful response. Needs no runtime.
    ///
    /// Boxed: callers keep a small future.
    pub(crate) fn send(
        &self,
        call: Call,
        mode: ReadMode,
    ) -> impl Future<Output = Result<Response, Error>> + Send + use<> {
        let connection = self.clone();
        let mut in_flight = InFlight::new(self.clone(), call);
        let work = Box::pin(async move {
            let span = in_flight.span();
            let received = in_flight.send(mode).instrument(span.clone()).await?;
            Ok(in_flight.into_response(received, span))
        });
        async move { pending::on_runtime(connection.worker(), work).await }
    }

    /// Requests a page of the engine's web application without authentication; returns the
    /// response whatever its status.
    pub(crate) async fn get_unauthenticated(
        &self,
        operation: &'static str,
        path: String,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let url = &self.inner().url;
        let uri = url.on_server(path.clone());
        let mut context = self.context(operation, &Method::GET, path);
        let mut headers = self.inner().headers.clone();
        headers.remove(AUTHORIZATION);
        let http_request = Box::new(HttpRequest {
            method: Method::GET,
            uri: uri.ok_or_else(|| Error::usage("the URL of the API is not valid"))?,
            host: url.host_header().clone(),
            headers,
            body: Bytes::new(),
        });
        let this = self.clone();
        let work = async move {
            let deadline = Deadline::after(this.inner().timeout);
            let response = {
                let sending = pin!(this.inner().transport.send(http_request, &context));
                within(deadline, sending, &context).await??
            };
            context.status = Some(response.status.as_u16());
            Ok((response, context))
        };
        pending::on_runtime(self.worker(), Box::pin(work)).await
    }
}

/// A call being sent.
pub(crate) struct InFlight {
    connection: Connection,
    call: Call,
    context: RequestContext,
    /// How often it was sent.
    tries: u32,
}

impl InFlight {
    pub(crate) fn new(connection: Connection, call: Call) -> Self {
        let path = [connection.inner().url.path(), &call.path].concat();
        let mut context = connection.context(call.operation.clone(), &call.method, path);
        context.correlation_id = call.correlation_id.clone();
        Self {
            connection,
            call,
            context,
            tries: 0,
        }
    }

    /// The tracing span of the call.
    pub(crate) fn span(&self) -> Span {
        let context = &self.context;
        span::of_request(
            &context.operation,
            &self.call.method,
            &context.server,
            context.request.path(),
        )
    }

    /// The time limit of the call.
    pub(crate) fn timeout(&self) -> Duration {
        let timeout = self.call.timeout;
        timeout.unwrap_or(self.connection.inner().timeout)
    }

    /// Sends the call within its deadline. Must run on a runtime.
    pub(crate) async fn send(&mut self, mode: ReadMode) -> Result<Received, Error> {
        let deadline = Deadline::after(self.timeout());
        let outcome = deadline
            .limit(pin!(self.with_retries(mode, deadline)))
            .await;
        let outcome = outcome.unwrap_or_else(|| Err(self.timed_out(deadline)));
        self.record(outcome.as_ref());
        outcome
    }

    /// The error after the deadline, which names the streams that hold all connections.
    fn timed_out(&self, deadline: Deadline) -> Error {
        let permits = self.connection.inner().transport.permits();
        let Some(permits) = permits.filter(|_| self.context.waiting.get()) else {
            return timed_out(deadline, &self.context);
        };
        let held = match permits.held_by_streams() {
            0 => String::new(),
            count => format!(", {count} by streams that have not been read to their end"),
        };
        let message = format!(
            "no connection was free within {:?}: all {} are in use{held}",
            deadline.duration(),
            permits.max(),
        );
        let mut error = classify::error(Cause::ConnectionsInUse, message, &self.context);
        error.details_mut().set_unsent(true);
        error
    }

    /// The response to the call.
    pub(crate) fn into_response(self, received: Received, span: Span) -> Response {
        let Received {
            head,
            content,
            tries,
        } = received;
        Response::new(head, content, self.context, tries, span)
    }

    /// Sends the call until it succeeds or may not be sent again.
    async fn with_retries(
        &mut self,
        mode: ReadMode,
        deadline: Deadline,
    ) -> Result<Received, Error> {
        let locked_until = self.call.wait_while_locked.map(Deadline::after);
        loop {
            self.tries += 1;
            let tries = self.tries;
            self.context.status = None;
            if self.call.new_correlation_ids {
                self.call.correlation_id = Some(random::correlation_id());
                self.context.correlation_id = self.call.correlation_id.clone();
            }
            let mut error = match self.attempt(mode).await {
                Ok((head, content)) => {
                    let connection = self.connection.inner();
                    connection.budget.earn();
                    connection.has_responded.store(true, Ordering::Relaxed);
                    return Ok(Received {
                        head,
                        content,
                        tries,
                    });
                }
                Err(error) => error,
            };
            let connection = self.connection.inner();
            let plan = Plan {
                retries: self.call.retries.as_ref().unwrap_or(&connection.retries),
                budget: &connection.budget,
                method: &self.call.method,
                locked_until,
                deadline,
            };
            let Some(delay) = plan.delay(&error, tries) else {
                error.details_mut().set_tries(tries);
                return Err(error);
            };
            tracing::info!(target: "ovirt", %error, ?delay, tries, "retrying");
            clock::sleep(delay).await;
        }
    }

    /// Sends the call once and receives a successful response.
    async fn attempt(&mut self, mode: ReadMode) -> Result<(Head, Content), Error> {
        let mut response = self.authenticated().await?;
        self.context.status = Some(response.status.as_u16());
        let success = response.status.is_success();
        let is_xml = || response::is_xml(response::media_type(&response.headers));
        let content = match mode {
            ReadMode::Stream if success => {
                response.body.set_stream();
                Content::Stream(response.body)
            }
            ReadMode::List(kind) if success && is_xml() => {
                // Boxed: keeps the common future small.
                Box::pin(list_body::collect(response.body, kind, &self.context)).await?
            }
            _ => {
                if !success {
                    let response = transport::collect_short(response, &self.context).await?;
                    span::record_size(&Span::current(), response.body.len());
                    return Err(response::refusal(&response, &self.context));
                }
                let body = response.body.collect().await;
                let failed = |failure| response::transport_error(failure, &self.context);
                let body = body.map_err(failed)?;
                span::record_size(&Span::current(), body.len());
                Content::Buffer(body)
            }
        };
        Ok(((response.status, response.headers), content))
    }

    /// Sends the call with the token, and once more with a new token if the engine rejects it.
    async fn authenticated(&self) -> Result<StreamedResponse, Error> {
        let (connection, context) = (self.connection.inner(), &self.context);
        let mut http_request = self.encode()?;
        if http_request.headers.contains_key(AUTHORIZATION) {
            // The user sets the header: no login.
            return connection.transport.open(http_request, context).await;
        }
        let token = connection.session.token(None, context).await;
        let token = token.map_err(unsent)?;
        http_request.headers.insert(AUTHORIZATION, token.header()?);
        let response = connection.transport.open(http_request, context).await?;
        if !may_be_rejection(&response) {
            return Ok(response);
        }
        // Boxed: keeps the common future small.
        Box::pin(async {
            let mut rejected = context.clone();
            rejected.status = Some(response.status.as_u16());
            if let Some(response) = self.unless_rejected(response).await? {
                return Ok(response);
            }
            let token = connection.session.token(Some(&token), &rejected).await;
            let token = token.map_err(unsent)?;
            // Encoded again, which is rare: a copy would cost every request.
            let mut http_request = self.encode()?;
            http_request.headers.insert(AUTHORIZATION, token.header()?);
            connection.transport.open(http_request, context).await
        })
        .await
    }

    fn encode(&self) -> Result<Box<HttpRequest>, Error> {
        let connection = self.connection.inner();
        let encoded = self.call.encode(&connection.url, &connection.headers);
        encoded.map(Box::new)
    }

    /// The response, unless it rejects the token: by status 401, or by a login page whatever its
    /// status.
    async fn unless_rejected(
        &self,
        response: StreamedResponse,
    ) -> Result<Option<StreamedResponse>, Error> {
        let response = transport::collect_short(response, &self.context).await?;
        let page = String::from_utf8_lossy(&response.body);
        if response.status == StatusCode::UNAUTHORIZED {
            // A new token helps neither a user without permissions nor while the engine stops.
            let is_final = [classify::LOGIN_DENIED, classify::SERVER_ERROR];
            let is_final = is_final.iter().any(|words| page.contains(words));
            return Ok(is_final.then(|| response.into()));
        }
        let login = ["invalid_grant", "/sso/login", "/sso/interactive"];
        let rejected = login.iter().any(|words| page.contains(words));
        Ok((!rejected).then(|| response.into()))
    }

    /// Records the outcome in the span.
    fn record(&self, outcome: Result<&Received, &Error>) {
        let span = Span::current();
        span.record("http.request.resend_count", self.tries.saturating_sub(1));
        match outcome {
            Ok(received) => {
                span.record("http.response.status_code", received.head.0.as_u16());
            }
            Err(error) => span::record_error(&span, error),
        }
        if let Some(id) = &self.context.correlation_id {
            span.record("ovirt.correlation_id", id.as_str());
        }
    }
}

/// Marks the failed login for a request: the request itself was not carried out.
fn unsent(mut error: Error) -> Error {
    error.details_mut().set_unsent(true);
    error
}

/// A successful response, without the context of its request.
pub(crate) struct Received {
    head: Head,
    content: Content,
    tries: u32,
}

/// Status and headers of a response.
type Head = (StatusCode, http::HeaderMap);

/// Whether a response may reject the token: by status 401 or by a web page.
fn may_be_rejection(response: &StreamedResponse) -> bool {
    response.status == StatusCode::UNAUTHORIZED
        || response::media_type(&response.headers).eq_ignore_ascii_case("text/html")
}

/// The output of a future, or the error that the deadline has passed.
pub(crate) async fn within<F: Future + Unpin>(
    deadline: Deadline,
    future: F,
    context: &RequestContext,
) -> Result<F::Output, Error> {
    let output = deadline.limit(future).await;
    output.ok_or_else(|| timed_out(deadline, context))
}

fn timed_out(deadline: Deadline, context: &RequestContext) -> Error {
    let message = format!("no complete response within {:?}", deadline.duration());
    classify::error(Cause::ResponseTimeout, message, context)
}
