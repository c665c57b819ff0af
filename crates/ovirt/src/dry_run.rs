//! What a request would send, to be looked at.

use std::fmt;

use http::header::AUTHORIZATION;

use crate::connection::Connection;
use crate::error::Error;
use crate::redact;
use crate::request::Call;

/// What a request would send; made by [`Request::dry_run`](crate::Request::dry_run).
///
/// Passwords, tokens and cookies in it are replaced by `***`. It prints as the request goes over
/// the wire, but for the login, which would come before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DryRun {
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl DryRun {
    /// The HTTP method.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The URL, with its query.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, names in lower case; without the token, which is got when it is sent.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The document; empty if there is none.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// A command line for a POSIX shell that sends the same with `curl`. It takes the token from
    /// the variable `OVIRT_TOKEN` and the CA from the file that `OVIRT_CAFILE` names.
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

/// A text as one word of a POSIX shell.
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

impl Connection {
    pub(crate) fn dry_run(&self, call: Call) -> Result<DryRun, Error> {
        let http_request = self.http_request(&call)?;
        let headers = http_request.headers.iter();
        let headers = headers
            .map(|(name, value)| (name.to_string(), redact::header(name, value).into_owned()));
        Ok(DryRun {
            method: http_request.method.to_string(),
            url: http_request.uri.to_string(),
            headers: headers.collect(),
            body: redact::body(&http_request.headers, &http_request.body),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::DryRun;

    #[test]
    fn the_command_line_is_quoted_for_a_shell() {
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
