//! [`DryRun`]: what a request would send, for inspection.

use std::fmt;
use std::str::FromStr;

use http::header::AUTHORIZATION;
use ovirt_http::HttpRequest;

use crate::error::Error;
use crate::redact::Redactor;

/// What a request would send; returned by the `dry_run` method of requests.
///
/// Passwords, tokens, cookies and other secrets are replaced by `***`. [`Display`](fmt::Display)
/// prints method, URL, headers and body, and [`FromStr`] parses them again. The token is missing,
/// since a login would come first.
///
/// The wire log, `tracing` events under the target `ovirt::traffic`, has sent requests in the same
/// form, after `> `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DryRun {
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl DryRun {
    pub(crate) fn new(http_request: &HttpRequest, redactor: &Redactor) -> Self {
        let HttpRequest {
            method,
            uri,
            host: _,
            headers,
            body,
        } = http_request;
        let redacted = headers
            .iter()
            .map(|(name, value)| (name.to_string(), redactor.header(name, value)));
        let mut url = uri.to_string();
        if let Some((before, query)) = url.split_once('?') {
            url = format!("{before}?{}", redactor.form(query));
        }
        Self {
            method: method.to_string(),
            url,
            headers: redacted.collect(),
            body: redactor.body(headers, body),
        }
    }

    /// The HTTP method.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The URL, including the query.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, with lowercase names and without the token.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The document; empty if the request has none.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// A POSIX shell command that sends the request with `curl`. It reads the token from the
    /// environment variable `OVIRT_TOKEN`, and the path of the CA file from `OVIRT_CAFILE`.
    pub fn to_curl(&self) -> String {
        let mut command = format!("curl --request {} {}", self.method, quote(&self.url));
        command.push_str(" \\\n  --cacert \"$OVIRT_CAFILE\"");
        if !self
            .headers
            .iter()
            .any(|(name, _)| AUTHORIZATION == name.as_str())
        {
            command.push_str(" \\\n  --header \"Authorization: Bearer $OVIRT_TOKEN\"");
        }
        for (name, value) in &self.headers {
            let header = quote(&format!("{name}: {value}"));
            command.push_str(&format!(" \\\n  --header {header}"));
        }
        if !self.body.is_empty() {
            command.push_str(&format!(" \\\n  --data-binary {}", quote(&self.body)));
        }
        command
    }
}

/// Quotes a text for a POSIX shell.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

impl fmt::Display for DryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.method, self.url)?;
        for (name, value) in &self.headers {
            writeln!(f, "{name}: {value}")?;
        }
        if !self.body.is_empty() {
            writeln!(f, "\n{}", self.body)?;
        }
        Ok(())
    }
}

impl FromStr for DryRun {
    type Err = Error;

    /// Parses what [`Display`](fmt::Display) prints.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if it does not begin with a method and a URL.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let start = lines.next().and_then(|line| line.split_once(' '));
        let (method, url) = start.ok_or_else(|| {
            Error::usage("the text does not begin with a method and a URL, such as GET https://…")
        })?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        Ok(Self {
            method: method.to_owned(),
            url: url.to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: body.strip_suffix('\n').unwrap_or(body).to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::DryRun;

    #[test]
    fn a_printed_request_parses_to_the_same_request() {
        for body in ["", "<vm>\n\n  <name>a: b</name>\n</vm>"] {
            let request = DryRun {
                method: "POST".to_owned(),
                url: "https://e/ovirt-engine/api/vms?max=1".to_owned(),
                headers: vec![("accept".to_owned(), "a: b".to_owned())],
                body: body.to_owned(),
            };
            assert_eq!(request.to_string().parse::<DryRun>().unwrap(), request);
        }
        assert!("nonsense".parse::<DryRun>().is_err());
    }

    #[test]
    fn curl_command_is_quoted_for_a_shell() {
        let request = DryRun {
            method: "POST".to_owned(),
            url: "https://e/ovirt-engine/api/vms?search=name%3D*".to_owned(),
            headers: vec![("accept".to_owned(), "application/xml".to_owned())],
            body: "<vm><name>it's</name></vm>".to_owned(),
        };
        assert_eq!(
            request.to_curl(),
            "curl --request POST 'https://e/ovirt-engine/api/vms?search=name%3D*' \\\n  \
             --cacert \"$OVIRT_CAFILE\" \\\n  \
             --header \"Authorization: Bearer $OVIRT_TOKEN\" \\\n  \
             --header 'accept: application/xml' \\\n  \
             --data-binary '<vm><name>it'\\''s</name></vm>'"
        );
    }
}
