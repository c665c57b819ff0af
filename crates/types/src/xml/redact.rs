//! Documents with their secrets hidden, to be shown to people.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::tokenizer::{Token, Tokenizer};
use crate::document;

/// What stands in the place of a secret.
const HIDDEN: &str = "***";

/// The document with the contents of all members that are secrets replaced. What comes after
/// something that isn't well-formed is left out.
pub fn redact(document: &str) -> String {
    let mut tokens = Tokenizer::new(document);
    let mut redacted = String::with_capacity(document.len());
    let mut copied = 0;
    let mut path: Vec<&str> = Vec::new();
    // How many elements are open that were so when the secret began.
    let mut hidden_at = None;
    loop {
        let before = tokens.position();
        match tokens.next_token() {
            Ok(Token::Start) => {
                let tag = tokens.name();
                if hidden_at.is_none() && is_secret(path.last().copied(), tag) {
                    redacted.push_str(document.get(copied..tokens.position()).unwrap_or_default());
                    redacted.push_str(HIDDEN);
                    hidden_at = Some(path.len());
                }
                path.push(tag);
            }
            Ok(Token::End) => {
                path.pop();
                if hidden_at == Some(path.len()) {
                    hidden_at = None;
                    copied = before;
                }
            }
            Ok(Token::Eof) => {
                if hidden_at.is_none() {
                    redacted.push_str(document.get(copied..).unwrap_or_default());
                }
                return redacted;
            }
            // Whether a declaration of the type is well-formed isn't known.
            Ok(Token::DocType) | Err(_) => {
                if hidden_at.is_none() {
                    redacted.push_str(document.get(copied..before).unwrap_or_default());
                }
                redacted.push_str("(the rest is not well-formed)");
                return redacted;
            }
            Ok(_) => {}
        }
    }
}

/// Whether the content of an element is a secret: a member of that name is one in all types that
/// have it, or in the type that the element around it has the tag of.
fn is_secret(parent: Option<&str>, tag: &str) -> bool {
    static SECRETS: OnceLock<BTreeMap<&'static str, Secret>> = OnceLock::new();
    match SECRETS.get_or_init(secrets).get(tag) {
        None => false,
        Some(Secret { always: true, .. }) => true,
        Some(Secret { within, .. }) => parent.is_some_and(|parent| within.contains(&parent)),
    }
}

/// The members of a name that are secrets.
struct Secret {
    always: bool,
    /// Tags of the types in which they are.
    within: Vec<&'static str>,
}

fn secrets() -> BTreeMap<&'static str, Secret> {
    let mut secrets = BTreeMap::new();
    for shape in document::struct_infos() {
        for entry in shape.members.iter().filter(|entry| entry.secret) {
            let always = document::struct_infos()
                .flat_map(|shape| shape.members)
                .all(|other| other.tag != entry.tag || other.secret);
            let secret = secrets.entry(entry.tag).or_insert(Secret {
                always,
                within: Vec::new(),
            });
            secret.within.push(shape.tag);
        }
    }
    secrets
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn secrets_are_hidden_and_all_else_is_kept() {
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
        ];
        for (document, expected) in table {
            assert_eq!(redact(document), expected);
        }
    }

    #[test]
    fn nothing_secret_is_left_of_broken_documents() {
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
