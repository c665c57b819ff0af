//! Records requests for inspection by tests, and reports them to an observer for logging.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use hyper::body::Body as _;
use tokio::sync::Notify;

use crate::injection::ResponseBody;
use crate::lock::lock;
use crate::message::Request;
use crate::world::now;

/// A request that the simulator received.
#[derive(Clone)]
pub struct RecordedRequest {
    /// The HTTP method.
    pub method: String,
    /// The path of the URL, as sent (percent-encoded).
    pub path: String,
    /// The query of the URL without the question mark, as sent (percent-encoded).
    pub query: String,
    /// Names and values of the headers, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The body; empty for uploads of disk data, which are not recorded.
    pub body: Vec<u8>,
}

impl RecordedRequest {
    /// Returns the value of a header; the name is case-insensitive.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Returns the body as text. Invalid UTF-8 is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers and bodies can contain passwords and tokens.
        write!(f, "{} {}", self.method, self.path)
    }
}

/// A request and its response, as passed to the callback of
/// [`EngineBuilder::observe`](crate::EngineBuilder::observe). `Display` formats it as a log line
/// with the time and without secrets.
#[derive(Debug)]
#[non_exhaustive]
pub struct Exchange<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The path of the URL, as sent (percent-encoded).
    pub path: &'a str,
    /// The query of the URL without the question mark, as sent (percent-encoded).
    pub query: &'a str,
    /// Size of the request body, in bytes.
    pub received: u64,
    /// The status code of the response; `None` if the connection was closed instead.
    pub status: Option<u16>,
    /// Size of the response body, in bytes.
    pub sent: u64,
    /// Time between the heads of the request and the response.
    pub elapsed: Duration,
    /// The correlation id of the response.
    pub correlation_id: Option<&'a str>,
}

impl fmt::Display for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", now(), self.method)?;
        match self.path.strip_prefix("/images/") {
            // The ticket identifier grants access to the data.
            Some(rest) => {
                let below = rest
                    .find('/')
                    .map_or("", |at| rest.get(at..).unwrap_or_default());
                write!(f, "/images/...{below}")?;
            }
            None => f.write_str(self.path)?,
        }
        // Login requests can have the password in the query.
        if !self.query.is_empty() && !self.path.contains("/sso/") {
            write!(f, "?{}", self.query)?;
        }
        match self.status {
            Some(status) => write!(f, " {status}")?,
            None => f.write_str(" -")?,
        }
        let milliseconds = self.elapsed.as_secs_f64() * 1e3;
        write!(f, " {}/{} bytes", self.received, self.sent)?;
        write!(f, " {milliseconds:.1} ms")?;
        match self.correlation_id {
            Some(id) => write!(f, " {id}"),
            None => Ok(()),
        }
    }
}

/// The callback of [`EngineBuilder::observe`](crate::EngineBuilder::observe).
#[derive(Clone)]
pub(crate) struct Observer(Arc<dyn Fn(&Exchange<'_>) + Send + Sync>);

impl Observer {
    pub(crate) fn new(observer: impl Fn(&Exchange<'_>) + Send + Sync + 'static) -> Self {
        Self(Arc::new(observer))
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer")
    }
}

/// The recorded requests, and the means to wait for more.
pub(crate) struct RequestLog {
    enabled: bool,
    observer: Option<Observer>,
    requests: Mutex<Vec<RecordedRequest>>,
    arrived: Condvar,
    arrived_async: Notify,
}

impl RequestLog {
    pub(crate) fn new(enabled: bool, observer: Option<Observer>) -> Self {
        Self {
            enabled,
            observer,
            requests: Mutex::default(),
            arrived: Condvar::new(),
            arrived_async: Notify::new(),
        }
    }

    /// Records a request on arrival.
    pub(crate) fn record(&self, request: &Request) {
        if !self.enabled {
            return;
        }
        lock(&self.requests).push(RecordedRequest {
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.query.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
        });
        self.arrived.notify_all();
        self.arrived_async.notify_waiters();
    }

    /// Reports a finished request to the observer.
    pub(crate) fn finish(
        &self,
        request: &Request,
        response: Option<&hyper::Response<ResponseBody>>,
        started: Instant,
    ) {
        let Some(Observer(observer)) = &self.observer else {
            return;
        };
        observer(&Exchange {
            method: &request.method,
            path: &request.path,
            query: &request.query,
            received: body_size(request),
            status: response.map(|response| response.status().as_u16()),
            sent: response.map_or(0, |response| {
                response.body().size_hint().exact().unwrap_or_default()
            }),
            elapsed: started.elapsed(),
            correlation_id: response
                .and_then(|response| response.headers().get("Correlation-Id"))
                .and_then(|id| id.to_str().ok()),
        });
    }

    pub(crate) fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.requests).clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.requests).clear();
    }

    pub(crate) fn wait(&self, requests: usize, timeout: Duration) -> bool {
        let fewer = |received: &mut Vec<RecordedRequest>| received.len() < requests;
        let waited = self
            .arrived
            .wait_timeout_while(lock(&self.requests), timeout, fewer);
        match waited {
            Ok((received, _)) => received.len() >= requests,
            Err(poisoned) => poisoned.into_inner().0.len() >= requests,
        }
    }

    pub(crate) async fn received(&self, requests: usize) {
        loop {
            // Registered before the check, so that no notification is lost in between.
            let more = self.arrived_async.notified();
            if lock(&self.requests).len() >= requests {
                return;
            }
            more.await;
        }
    }
}

/// Returns the size of the request body; from its header for disk data, which is not recorded.
fn body_size(request: &Request) -> u64 {
    if !request.body.is_empty() {
        return request.body.len() as u64;
    }
    let length = request.header("Content-Length");
    length
        .and_then(|length| length.parse().ok())
        .unwrap_or_default()
}
