//! [`Call`]: what one request of the API sends, as plain data.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use ovirt_http::HttpRequest;

use crate::correlation_id;
use crate::error::Error;
use crate::form;
use crate::header;
use crate::response::CORRELATION_ID;
use crate::retry::Retries;
use crate::url::{self, ApiUrl};

const ALL_CONTENT: HeaderName = HeaderName::from_static("all-content");
const XML: HeaderValue = HeaderValue::from_static("application/xml");

/// What one request of the API sends, and how.
#[derive(Clone)]
pub(crate) struct Call {
    /// Name of the method in the API's model, such as `vms.add`.
    pub(crate) operation: Cow<'static, str>,
    pub(crate) method: Method,
    /// Path below the API's root, such as `/vms/123/start`; identifiers are percent-encoded.
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    /// Override the headers of the connection.
    pub(crate) headers: Vec<(String, String)>,
    /// An XML document unless a header says otherwise.
    pub(crate) body: Option<Bytes>,
    /// Overrides the timeout of the connection.
    pub(crate) timeout: Option<Duration>,
    pub(crate) correlation_id: Option<String>,
    /// Whether each attempt is sent with a new correlation id.
    pub(crate) new_correlation_ids: bool,
    /// Overrides the retries of the connection.
    pub(crate) retries: Option<Retries>,
    /// How long to retry while the object is locked.
    pub(crate) wait_while_locked: Option<Duration>,
}

impl Call {
    pub(crate) fn new(operation: &'static str, method: Method, path: String) -> Self {
        Self {
            operation: Cow::Borrowed(operation),
            method,
            path,
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            timeout: None,
            correlation_id: None,
            new_correlation_ids: false,
            retries: None,
            wait_while_locked: None,
        }
    }

    /// The value of a query parameter.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn set_query(&mut self, name: &str, value: String) {
        match self.query.iter_mut().find(|(own, _)| own == name) {
            Some(pair) => pair.1 = value,
            None => self.query.push((name.to_owned(), value)),
        }
    }

    /// Rejects identifiers that would turn the path of an object into another one's: empty ones
    /// and dots.
    pub(crate) fn check_path(&self) -> Result<(), Error> {
        url::check_below_root(&self.path).map_err(|_| {
            Error::usage(format!(
                "{} needs an identifier, but the given one is empty or consists of dots",
                self.operation
            ))
        })
    }

    /// Encodes the call, without a token; `defaults` are the headers of the connection.
    pub(crate) fn encode(&self, url: &ApiUrl, defaults: &HeaderMap) -> Result<HttpRequest, Error> {
        if let Some(id) = self.query("correlation_id") {
            correlation_id::check(id)?;
        }
        let mut target = [url.path(), &self.path].concat();
        if !self.query.is_empty() {
            target.push('?');
            target.push_str(&form::encode(
                self.query.iter().map(|(name, value)| (name, value)),
            ));
        }
        let uri = url.on_server(target).ok_or_else(|| {
            Error::usage(format!(
                "the path {:?} is not valid in a URL: percent-encode its segments",
                self.path
            ))
        })?;
        let mut headers = defaults.clone();
        headers.entry(ACCEPT).or_insert(XML);
        if self.body.is_some() {
            headers.entry(CONTENT_TYPE).or_insert(XML);
        }
        if self.query("all_content") == Some("true") {
            headers.insert(ALL_CONTENT, HeaderValue::from_static("true"));
        }
        if let Some(id) = &self.correlation_id {
            headers.insert(CORRELATION_ID, header::value("Correlation-Id", id)?);
        }
        for (name, value) in &self.headers {
            headers.insert(header::name(name)?, header::value(name, value)?);
        }
        Ok(HttpRequest {
            method: self.method.clone(),
            uri,
            host: url.host_header().clone(),
            headers,
            body: self.body.clone().unwrap_or_default(),
        })
    }
}
