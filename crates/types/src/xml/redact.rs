//! Redaction of secrets in documents, for logs.

use super::tokenizer::{Token, Tokenizer};
use crate::secret::is_secret;

/// Replaces the content of secret members by `***`. Omits what follows a syntax error.
pub fn redact(document: &str) -> String {
    let mut redaction = Redaction {
        document,
        out: String::with_capacity(document.len()),
        copied: 0,
        secret_depth: None,
    };
    let mut tokens = Tokenizer::new(document);
    let mut path: Vec<&str> = Vec::new();
    loop {
        let start = tokens.position();
        match tokens.next_token() {
            Ok(Token::Start) => {
                let tag = tokens.name();
                // The root element is an object or a list, never a member.
                let parent = path.last().copied().unwrap_or_default();
                if is_secret(Some(parent), tag) {
                    redaction.start_secret(tokens.position(), path.len());
                }
                path.push(tag);
            }
            Ok(Token::End) => {
                path.pop();
                redaction.end_element(start, path.len());
            }
            Ok(Token::Eof) => return redaction.finish(document.len()),
            // The tokenizer does not look into document type declarations.
            Ok(Token::DocType) | Err(_) => {
                return redaction.finish(start) + "(rest omitted: not well-formed XML)";
            }
            Ok(_) => {}
        }
    }
}

struct Redaction<'a> {
    document: &'a str,
    out: String,
    /// Offset up to which the document has been copied or replaced.
    copied: usize,
    /// Depth of the secret element, while within one.
    secret_depth: Option<usize>,
}

impl Redaction<'_> {
    fn start_secret(&mut self, content: usize, depth: usize) {
        if self.secret_depth.is_none() {
            self.copy_to(content);
            self.out.push_str("***");
            self.secret_depth = Some(depth);
        }
    }

    fn end_element(&mut self, end_tag: usize, depth: usize) {
        if self.secret_depth == Some(depth) {
            self.secret_depth = None;
            self.copied = end_tag;
        }
    }

    fn copy_to(&mut self, end: usize) {
        let part = self.document.get(self.copied..end);
        self.out.push_str(part.unwrap_or_default());
    }

    fn finish(mut self, end: usize) -> String {
        if self.secret_depth.is_none() {
            self.copy_to(end);
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn only_secrets_are_redacted() {
        let table = [
            ("", ""),
            (
                "<vm id=\"1\"><name>a</name></vm>",
                "<vm id=\"1\"><name>a</name></vm>",
            ),
            (
                "<host>\n <root_password>s&amp;3<!-- x --></root_password><name>n</name></host>",
                "<host>\n <root_password>***</root_password><name>n</name></host>",
            ),
            (
                "<host><root_password/><name/></host>",
                "<host><root_password/><name/></host>",
            ),
            (
                "<ticket><value>s3cret</value><expiry>7</expiry></ticket>",
                "<ticket><value>***</value><expiry>7</expiry></ticket>",
            ),
            (
                "<values><value><datum>7</datum></value></values>",
                "<values><value><datum>7</datum></value></values>",
            ),
            (
                "<x><driver_sensitive_options><property><name>k</name></property></driver_sensitive_options></x>",
                "<x><driver_sensitive_options>***</driver_sensitive_options></x>",
            ),
            (
                "<vm><initialization><custom_script>s3cret</custom_script></initialization></vm>",
                "<vm><initialization><custom_script>***</custom_script></initialization></vm>",
            ),
            (
                "<payload><files><file><name>n</name><content>s3cret</content></file></files></payload>",
                "<payload><files><file><name>n</name><content>***</content></file></files></payload>",
            ),
            (
                "<agent><options><option><name>o</name></option></options></agent>",
                "<agent><options>***</options></agent>",
            ),
            (
                "<bonding><options><option><name>mode</name></option></options></bonding>",
                "<bonding><options><option><name>mode</name></option></options></bonding>",
            ),
            (
                "<custom_property><name>n</name><value>s3cret</value></custom_property>",
                "<custom_property><name>n</name><value>***</value></custom_property>",
            ),
            (
                "<action><remote_viewer_connection_file>password=x</remote_viewer_connection_file></action>",
                "<action><remote_viewer_connection_file>***</remote_viewer_connection_file></action>",
            ),
        ];
        for (document, expected) in table {
            assert_eq!(redact(document), expected);
        }
    }

    #[test]
    fn malformed_documents_reveal_no_secrets() {
        for document in [
            "<host><root_password>s3cret",
            "<host><root_password>s3cret</host>",
            "<host><root_password>s3cret</root",
            "<host><root_password>s3cret<a></root_password></a></host>",
            "<host><a b='></a><root_password>s3cret</root_password></host>",
        ] {
            assert!(!redact(document).contains("s3cret"), "{}", redact(document));
        }
    }
}
