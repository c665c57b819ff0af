//! Recordings: files of requests and responses, to replay without an engine.
//!
//! Lines of a request start with `>`, those of its response with `<`: method and path or status
//! code, headers, an empty line, the body. Other lines are comments. Users can edit the file;
//! secrets are redacted.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest};

use crate::error::Error;
use crate::error::classify::{self, Cause, RequestContext};
use crate::redact::Redactor;
use crate::response::CORRELATION_ID;

/// The headers that are recorded.
const HEADERS: [HeaderName; 5] = [
    CONTENT_TYPE,
    CORRELATION_ID,
    LOCATION,
    RETRY_AFTER,
    WWW_AUTHENTICATE,
];

const TITLE: &str = "Requests to an oVirt engine (>) and its responses (<). Secrets are redacted.";

/// A recording.
pub(crate) enum Recording {
    Record { path: PathBuf, file: Mutex<File> },
    Replay { exchanges: Mutex<Vec<Exchange>> },
}

/// A request and its response.
#[derive(Clone, Default)]
pub(crate) struct Exchange {
    request: Message,
    response: Message,
    replayed: bool,
}

/// A request or a response.
#[derive(Clone, Default, PartialEq)]
struct Message {
    start_line: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Recording {
    /// Starts a recording; overwrites the file.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        let mut file = File::create(path)?;
        writeln!(file, "{TITLE}")?;
        Ok(Self::Record {
            path: path.to_owned(),
            file: Mutex::new(file),
        })
    }

    /// Opens a recording for replay.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let exchanges = parse(&fs::read_to_string(path)?).map_err(|line| {
            let message = format!("line {line} does not start a request and its response");
            io::Error::new(io::ErrorKind::InvalidData, message)
        })?;
        Ok(Self::Replay {
            exchanges: Mutex::new(exchanges),
        })
    }

    /// Returns the recorded response, or `None` while recording.
    ///
    /// Equal requests get their responses in the recorded order. The last response to a `GET`
    /// repeats, as a program may poll more often than the recorded one.
    pub(crate) fn replay(
        &self,
        http_request: &HttpRequest,
        context: &RequestContext,
    ) -> Result<Option<BufferedResponse>, Error> {
        let Self::Replay { exchanges } = self else {
            return Ok(None);
        };
        let wanted = Message::from_request(http_request, &context.redactor);
        let matches = |exchange: &Exchange| {
            (&exchange.request.start_line, &exchange.request.body)
                == (&wanted.start_line, &wanted.body)
        };
        let mut exchanges = exchanges.lock().unwrap_or_else(PoisonError::into_inner);
        let position = exchanges
            .iter()
            .position(|exchange| !exchange.replayed && matches(exchange))
            .or_else(|| {
                let repeats = http_request.method == Method::GET;
                exchanges.iter().rposition(matches).filter(|_| repeats)
            });
        let Some(exchange) = position.and_then(|position| exchanges.get_mut(position)) else {
            let message = "the recording has no (more) responses to this request";
            return Err(classify::error(Cause::Recording, message, context));
        };
        exchange.replayed = true;
        exchange.response.to_response().map(Some).ok_or_else(|| {
            let message = "the recorded response has an invalid status code or header";
            classify::error(Cause::Recording, message, context)
        })
    }

    /// Appends an exchange to the recording; does nothing while replaying.
    pub(crate) fn record(
        &self,
        http_request: &HttpRequest,
        response: &BufferedResponse,
        context: &RequestContext,
    ) -> Result<(), Error> {
        let Self::Record { path, file } = self else {
            return Ok(());
        };
        let text = format!(
            "\n{}{}",
            Message::from_request(http_request, &context.redactor).text('>'),
            Message::from_response(response, &context.redactor).text('<')
        );
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(text.as_bytes()).map_err(|error| {
            let message = format!("cannot write the recording {}", path.display());
            let mut failed = classify::error(Cause::Recording, message, context);
            failed.details_mut().set_source(Arc::new(error));
            failed
        })
    }
}

impl Message {
    fn from_request(http_request: &HttpRequest, redactor: &Redactor) -> Self {
        let mut start_line = format!("{} {}", http_request.method, http_request.uri.path());
        if let Some(query) = http_request.uri.query() {
            start_line.push('?');
            start_line.push_str(&redactor.form(query));
        }
        Self::new(
            start_line,
            &http_request.headers,
            &http_request.body,
            redactor,
        )
    }

    fn from_response(response: &BufferedResponse, redactor: &Redactor) -> Self {
        let start_line = response.status.as_u16().to_string();
        Self::new(start_line, &response.headers, &response.body, redactor)
    }

    fn new(start_line: String, headers: &HeaderMap, body: &[u8], redactor: &Redactor) -> Self {
        let recorded = headers.iter().filter(|(name, _)| HEADERS.contains(name));
        Self {
            start_line,
            headers: recorded
                .map(|(name, value)| (name.to_string(), redactor.header(name, value)))
                .collect(),
            body: redactor.body(headers, body),
        }
    }

    fn to_response(&self) -> Option<BufferedResponse> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            headers.append(
                HeaderName::try_from(name).ok()?,
                HeaderValue::try_from(value).ok()?,
            );
        }
        Some(BufferedResponse {
            status: StatusCode::try_from(self.start_line.as_str()).ok()?,
            headers,
            body: self.body.clone().into(),
        })
    }

    fn text(&self, prefix: char) -> String {
        let mut text = format!("{prefix} {}\n", self.start_line);
        for (name, value) in &self.headers {
            text.push_str(&format!("{prefix} {name}: {value}\n"));
        }
        if !self.body.is_empty() {
            text.push_str(&format!("{prefix}\n"));
            for line in self.body.split('\n') {
                text.push_str(&format!("{prefix} {line}\n"));
            }
        }
        text
    }

    fn parse(lines: &[&str]) -> Option<Self> {
        let (start_line, rest) = lines.split_first()?;
        let mut rest = rest.iter();
        let mut headers = Vec::new();
        for line in rest.by_ref().take_while(|line| !line.is_empty()) {
            let (name, value) = line.split_once(": ")?;
            headers.push((name.to_owned(), value.to_owned()));
        }
        Some(Self {
            start_line: (*start_line).to_owned(),
            headers,
            body: rest.copied().collect::<Vec<_>>().join("\n"),
        })
    }
}

/// Parses a recording; the error is the number of the invalid line.
fn parse(text: &str) -> Result<Vec<Exchange>, usize> {
    let mut exchanges = Vec::new();
    let mut lines = text.split('\n').zip(1..).peekable();
    loop {
        while lines
            .next_if(|(line, _)| !line.starts_with(['>', '<']))
            .is_some()
        {}
        let Some((_, start)) = lines.peek().copied() else {
            return Ok(exchanges);
        };
        let mut message = |prefix: char| {
            let mut message = Vec::new();
            while let Some((line, _)) = lines.next_if(|(line, _)| line.starts_with(prefix)) {
                let line = &line[prefix.len_utf8()..];
                message.push(line.strip_prefix(' ').unwrap_or(line));
            }
            Message::parse(&message)
        };
        let (Some(request), Some(response)) = (message('>'), message('<')) else {
            return Err(start);
        };
        exchanges.push(Exchange {
            request,
            response,
            replayed: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, parse};

    #[test]
    fn written_messages_parse_to_the_same_messages() {
        let message = |start_line: &str, body: &str| Message {
            start_line: start_line.to_owned(),
            headers: vec![("content-type".to_owned(), "text/plain".to_owned())],
            body: body.to_owned(),
        };
        for body in ["", "one", "one\n\n  < two\n", "\n", "> x\r\n"] {
            let (request, response) = (message("GET /x", body), message("200", body));
            let text = format!("title\n\n{}{}\n", request.text('>'), response.text('<'));
            let exchanges = parse(&text.repeat(2)).unwrap();
            assert_eq!(exchanges.len(), 2, "{text}");
            assert!(exchanges[1].request == request, "{text}");
            assert!(exchanges[1].response == response, "{text}");
        }
    }

    #[test]
    fn invalid_recordings_are_rejected_with_the_line_number() {
        let table = [
            ("", Ok(0)),
            ("just text", Ok(0)),
            ("> GET /x\n", Err(1)),
            ("x\n> GET /x\n\n< 200\n", Err(2)),
            ("> GET /x\n> no header\n< 200\n", Err(1)),
            ("> GET /x\n< 200\n< 200\n", Err(1)),
        ];
        for (text, expected) in table {
            assert_eq!(
                parse(text).map(|exchanges| exchanges.len()),
                expected,
                "{text}"
            );
        }
    }
}
