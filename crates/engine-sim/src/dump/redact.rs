//! Removes secrets from documents.

use std::collections::BTreeSet;

use ovirt_model::Model;

use crate::node::Node;

/// Parts of names that indicate a secret, for members unknown to the model and user-defined names.
const WORDS: &[&str] = &[
    "password",
    "passwd",
    "secret",
    "token",
    "private_key",
    "passphrase",
];

/// Elements with free text that often contains secrets.
const FREE_TEXT: &[&str] = &["authorized_ssh_keys", "payloads"];

/// Knows which members are secret.
pub(crate) struct Redactor {
    secret: Vec<SecretMember>,
}

impl Redactor {
    pub(crate) fn new(model: &Model) -> Self {
        let mut secret = Vec::new();
        let mut plain = BTreeSet::new();
        for kind in model.structs() {
            for member in model.members(kind) {
                if member.secret {
                    secret.push((kind.tag(), member.tag()));
                } else {
                    plain.insert(member.tag());
                }
            }
        }
        let secret = secret.into_iter().map(|(kind, tag)| {
            // An element's tag can differ from its type's, so it is compared only if it must be.
            let kind = plain.contains(&tag).then_some(kind);
            SecretMember { tag, kind }
        });
        let secret = secret.collect();
        Self { secret }
    }

    /// Removes all secrets from a document. Returns the number of removed elements.
    pub(crate) fn redact(&self, document: &mut Node) -> usize {
        redact_node(document, &self.secret)
    }
}

struct SecretMember {
    tag: String,
    /// Tag of the enclosing element, if other members with this tag are not secret.
    kind: Option<String>,
}

fn redact_node(node: &mut Node, secret: &[SecretMember]) -> usize {
    // The name of a property or option tells whether its value is secret.
    let named = node.get("name").is_some_and(is_secret_name);
    let before = node.children.len();
    node.children.retain(|child| {
        let is_link = child.tag == "link";
        let is_empty = child.text.is_empty() && child.children.is_empty();
        let value = named && matches!(child.tag.as_str(), "value" | "default_value");
        let marked = secret.iter().any(|member| {
            let kind = member.kind.as_ref();
            member.tag == child.tag && kind.is_none_or(|kind| *kind == node.tag)
        });
        let free = FREE_TEXT.contains(&child.tag.as_str());
        is_link || is_empty || !(value || marked || free || is_secret_name(&child.tag))
    });
    let removed = before - node.children.len();
    removed
        + node
            .children
            .iter_mut()
            .map(|child| redact_node(child, secret))
            .sum::<usize>()
}

fn is_secret_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use ovirt_model::Model;

    use super::Redactor;
    use crate::node::Node;

    #[test]
    fn only_secrets_are_removed() {
        let text = r#"<hosts><host id="1"><name>password-host</name><address>a</address>
            <root_password>x</root_password><power_management><password>x</password>
            <options><option><name>port</name><value>x</value></option></options></power_management>
            <bonding><options><option><name>api_token</name><value>x</value></option>
            <option><name>port</name><value>22</value></option>
            <option><name>user</name><value>root</value></option></options></bonding>
            <initialization><custom_script>x</custom_script><host_name>h</host_name></initialization>
            </host></hosts>"#;
        let mut document = Node::parse(text).expect("a document");
        assert_eq!(Redactor::new(&Model::embedded()).redact(&mut document), 5);
        let text = document.to_xml();
        assert!(!text.contains(">x<"), "{text}");
        for kept in ["password-host", "<address>a<", "22", "<host_name>h<"] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
    }
}
