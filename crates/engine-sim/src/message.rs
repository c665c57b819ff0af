//! Requests and responses, independent of the HTTP library.

use crate::node::Node;
use crate::sink::XmlWriter;

/// Content type of XML documents.
pub(crate) const XML: &str = "application/xml;charset=UTF-8";

/// Content type of HTML pages.
pub(crate) const HTML: &str = "text/html;charset=UTF-8";

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path of the URL, percent-encoded.
    pub(crate) path: String,
    /// The query of the URL, percent-encoded.
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// A response.
#[derive(Debug, Clone, Default)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Body,
    /// Path of the object in the document. Set if it must be rendered again before it is sent.
    pub(crate) location: Option<String>,
}

/// The body of a response.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    Bytes(Vec<u8>),
    /// A document; its representation is negotiated later.
    Document(Node),
}

impl Default for Body {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Response {
    /// Returns a response without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    /// Returns a response with an API document.
    pub(crate) fn document(status: u16, document: Node) -> Self {
        Self {
            status,
            body: Body::Document(document),
            ..Self::default()
        }
    }

    /// Returns a response with an API document that is already written as XML.
    pub(crate) fn xml(document: XmlWriter) -> Self {
        Self::bytes(200, XML, document.finish().into_bytes())
    }

    fn bytes(status: u16, content_type: &'static str, body: Vec<u8>) -> Self {
        Self {
            status,
            content_type,
            body: Body::Bytes(body),
            ..Self::default()
        }
    }

    /// Sets the path of the object in the document.
    pub(crate) fn with_location(mut self, path: String) -> Self {
        self.location = Some(path);
        self
    }

    pub(crate) fn set_document(&mut self, document: Node) {
        self.body = Body::Document(document);
    }

    pub(crate) fn json(status: u16, body: String) -> Self {
        Self::bytes(status, "application/json", body.into_bytes())
    }

    pub(crate) fn text(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::bytes(status, "text/plain;charset=UTF-8", body.into())
    }

    /// Returns a response with this content type.
    pub(crate) fn typed(content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self::bytes(200, content_type, body.into())
    }

    /// Returns a redirection.
    pub(crate) fn redirect(location: impl Into<String>) -> Self {
        Self::empty(302).with_header("Location", location)
    }

    /// Returns the connection file of a console viewer.
    pub(crate) fn viewer(body: Vec<u8>) -> Self {
        Self::bytes(200, "application/x-virt-viewer", body)
    }

    /// Returns an HTML page of the application server.
    pub(crate) fn html(status: u16, text: &str) -> Self {
        let body = format!("<html><head><title>Error</title></head><body>{text}</body></html>");
        Self::bytes(status, HTML, body.into_bytes())
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// The parameters of a request: from the query, the last path segment and headers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Removes the parameters with these names.
    pub(crate) fn remove(&mut self, names: &[String]) {
        self.0.retain(|(own, _)| !names.contains(own));
    }

    /// Parses `a=1&b=x+y`; `separator` is `;` within a path segment.
    pub(crate) fn parse(text: &str, separator: char) -> Self {
        let pairs = text
            .split(separator)
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (percent_decode(name, true), percent_decode(value, true))
            });
        Self(pairs.collect())
    }

    /// Returns the parameters that were sent as headers.
    pub(crate) fn from_headers(request: &Request) -> Self {
        const HEADERS: &[(&str, &str)] = &[
            ("Filter", "filter"),
            ("All-Content", "all_content"),
            ("Correlation-Id", "correlation_id"),
        ];
        let pairs = HEADERS.iter().filter_map(|(header, name)| {
            let value = request.header(header)?;
            Some(((*name).to_owned(), value.to_owned()))
        });
        Self(pairs.collect())
    }

    /// Appends parameters. Earlier ones take precedence.
    pub(crate) fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns a boolean. An empty value is true; an invalid one counts as unset.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)?.to_ascii_lowercase().as_str() {
            "" | "true" | "t" | "yes" | "y" | "1" => Some(true),
            "false" | "f" | "no" | "n" | "0" => Some(false),
            _ => None,
        }
    }

    /// Returns an integer; an invalid one counts as unset.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Percent-decodes a part of a URL; in a query, `+` is a space.
pub(crate) fn percent_decode(text: &str, is_query: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        rest = tail;
        bytes.push(match (byte, tail) {
            (b'+', _) if is_query => b' ',
            (b'%', [high, low, tail @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = tail;
                    high * 16 + low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
