//! Recordings of what was said to an engine and what it answered: files that people can read and
//! edit, without secrets, from which the answers can be played again where there is no engine.
//!
//! Lines of a request begin with `>`, those of its answer with `<`: method and path or status,
//! headers, an empty line, the body. Other lines mean nothing.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest};

use crate::error::Error;
use crate::error::classify::{self, Cause, RequestContext};
use crate::redact;
use crate::response::CORRELATION_ID;

/// Headers that are worth keeping.
const HEADERS: [HeaderName; 5] = [
    CONTENT_TYPE,
    CORRELATION_ID,
    LOCATION,
    RETRY_AFTER,
    WWW_AUTHENTICATE,
];

const TITLE: &str = "What was said to an oVirt engine (>) and what it answered (<). \
                     Secrets are hidden.";

/// A recording.
pub(crate) enum Recording {
    /// It is being made.
    Recorder { path: PathBuf, file: Mutex<File> },
    /// It is played.
    Player { exchanges: Mutex<Vec<Exchange>> },
}

/// A request and its answer.
#[derive(Clone, Default)]
pub(crate) struct Exchange {
    request: Message,
    answer: Message,
    played: bool,
}

/// The beginning of a message, its headers and its body.
#[derive(Clone, Default, PartialEq)]
struct Message {
    first: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Recording {
    /// Begins a recording in this file; what was in it is gone.
    pub(crate) fn recorder(path: &Path) -> io::Result<Self> {
        let mut file = File::create(path)?;
        writeln!(file, "{TITLE}")?;
        Ok(Self::Recorder {
            path: path.to_owned(),
            file: Mutex::new(file),
        })
    }

    /// The recording in this file.
    pub(crate) fn player(path: &Path) -> io::Result<Self> {
        let exchanges = parse(&fs::read_to_string(path)?).map_err(|line| {
            let what = format!("line {line} is not one of a recording");
            io::Error::new(io::ErrorKind::InvalidData, what)
        })?;
        Ok(Self::Player {
            exchanges: Mutex::new(exchanges),
        })
    }

    /// The recorded answer; nothing while recording. Answers to equal requests are given in their
    /// order; the last one to a `GET` again and again, as a program may ask more often than the
    /// one that was recorded.
    pub(crate) fn replay(
        &self,
        http_request: &HttpRequest,
        context: &RequestContext,
    ) -> Result<Option<BufferedResponse>, Error> {
        let Self::Player { exchanges } = self else {
            return Ok(None);
        };
        let wanted = message_of_request(http_request);
        let is_wanted = |exchange: &Exchange| {
            (&exchange.request.first, &exchange.request.body) == (&wanted.first, &wanted.body)
        };
        let mut exchanges = exchanges.lock().unwrap_or_else(PoisonError::into_inner);
        let position = exchanges
            .iter()
            .position(|exchange| !exchange.played && is_wanted(exchange))
            .or_else(|| {
                let again = http_request.method == Method::GET;
                exchanges.iter().rposition(is_wanted).filter(|_| again)
            });
        let Some(exchange) = position.and_then(|position| exchanges.get_mut(position)) else {
            let what = "the recording has no (further) answer to this request";
            return Err(classify::error(Cause::Recording, what, context));
        };
        exchange.played = true;
        incoming(&exchange.answer).map(Some).ok_or_else(|| {
            let what = "the recording has an answer that can't be understood";
            classify::error(Cause::Recording, what, context)
        })
    }

    /// Adds an exchange to the recording.
    pub(crate) fn record(
        &self,
        http_request: &HttpRequest,
        incoming: &BufferedResponse,
        context: &RequestContext,
    ) -> Result<(), Error> {
        let Self::Recorder { path, file } = self else {
            return Ok(());
        };
        let text = format!(
            "\n{}{}",
            message_of_request(http_request).text('>'),
            message_of_answer(incoming).text('<')
        );
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(text.as_bytes()).map_err(|error| {
            let what = format!("the recording {} can't be written", path.display());
            let mut failed = classify::error(Cause::Recording, what, context);
            failed.details_mut().set_source(Arc::new(error));
            failed
        })
    }
}

impl Message {
    fn text(&self, mark: char) -> String {
        let mut text = format!("{mark} {}\n", self.first);
        for (name, value) in &self.headers {
            text.push_str(&format!("{mark} {name}: {value}\n"));
        }
        if !self.body.is_empty() {
            text.push_str(&format!("{mark}\n"));
            for line in self.body.split('\n') {
                text.push_str(&format!("{mark} {line}\n"));
            }
        }
        text
    }

    fn parse(lines: &[&str]) -> Option<Self> {
        let (first, rest) = lines.split_first()?;
        let mut rest = rest.iter();
        let mut headers = Vec::new();
        for line in rest.by_ref().take_while(|line| !line.is_empty()) {
            let (name, value) = line.split_once(": ")?;
            headers.push((name.to_owned(), value.to_owned()));
        }
        Some(Self {
            first: (*first).to_owned(),
            headers,
            body: rest.copied().collect::<Vec<_>>().join("\n"),
        })
    }
}

fn message_of_request(http_request: &HttpRequest) -> Message {
    let mut first = format!("{} {}", http_request.method, http_request.uri.path());
    if let Some(query) = http_request.uri.query() {
        first.push('?');
        first.push_str(&redact::form(query));
    }
    Message {
        first,
        headers: kept(&http_request.headers),
        body: redact::body(&http_request.headers, &http_request.body),
    }
}

fn message_of_answer(incoming: &BufferedResponse) -> Message {
    Message {
        first: incoming.status.as_u16().to_string(),
        headers: kept(&incoming.headers),
        body: redact::body(&incoming.headers, &incoming.body),
    }
}

fn kept(headers: &HeaderMap) -> Vec<(String, String)> {
    let kept = headers.iter().filter(|(name, _)| HEADERS.contains(name));
    kept.map(|(name, value)| (name.to_string(), redact::header(name, value).into_owned()))
        .collect()
}

fn incoming(message: &Message) -> Option<BufferedResponse> {
    let mut headers = HeaderMap::new();
    for (name, value) in &message.headers {
        headers.append(
            HeaderName::try_from(name).ok()?,
            HeaderValue::try_from(value).ok()?,
        );
    }
    Some(BufferedResponse {
        status: StatusCode::try_from(message.first.as_str()).ok()?,
        headers,
        body: message.body.clone().into(),
    })
}

/// The exchanges of a recording, or the number of the line that is wrong.
fn parse(text: &str) -> Result<Vec<Exchange>, usize> {
    let mut exchanges = Vec::new();
    let mut lines = text.split('\n').zip(1..).peekable();
    loop {
        while lines
            .next_if(|(line, _)| !line.starts_with(['>', '<']))
            .is_some()
        {}
        let Some((_, begin)) = lines.peek().copied() else {
            return Ok(exchanges);
        };
        let mut part = |mark: char| {
            let mut part = Vec::new();
            while let Some((line, _)) = lines.next_if(|(line, _)| line.starts_with(mark)) {
                let line = &line[mark.len_utf8()..];
                part.push(line.strip_prefix(' ').unwrap_or(line));
            }
            Message::parse(&part)
        };
        let (Some(request), Some(answer)) = (part('>'), part('<')) else {
            return Err(begin);
        };
        exchanges.push(Exchange {
            request,
            answer,
            played: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, parse};

    #[test]
    fn messages_are_read_as_they_were_written() {
        let message = |first: &str, body: &str| Message {
            first: first.to_owned(),
            headers: vec![("content-type".to_owned(), "text/plain".to_owned())],
            body: body.to_owned(),
        };
        for body in ["", "one", "one\n\n  < two\n", "\n", "> x\r\n"] {
            let (request, answer) = (message("GET /x", body), message("200", body));
            let text = format!("title\n\n{}{}\n", request.text('>'), answer.text('<'));
            let exchanges = parse(&text.repeat(2)).unwrap();
            assert_eq!(exchanges.len(), 2, "{text}");
            assert!(exchanges[1].request == request, "{text}");
            assert!(exchanges[1].answer == answer, "{text}");
        }
    }

    #[test]
    fn what_is_no_recording_is_refused() {
        let table = [
            ("", Ok(0)),
            ("just text", Ok(0)),
            ("> GET /x\n", Err(1)),
            ("x\n> GET /x\n\n< 200\n", Err(2)),
            ("> GET /x\n> no header\n< 200\n", Err(1)),
            ("> GET /x\n< 200\n< 200\n", Err(1)),
        ];
        for (text, expected) in table {
            assert_eq!(parse(text).map(|found| found.len()), expected, "{text}");
        }
    }
}
