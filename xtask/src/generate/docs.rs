//! Doc comments from the descriptions in the model.

use ovirt_model::Since;

/// Maximum width of a comment line, including indentation.
const WIDTH: usize = 100;

/// Doc comment lines of a description with its version history.
pub(super) fn comment(indent: usize, text: &str, since: &Since) -> String {
    let mut sentences = escape(if text.is_empty() {
        "Not described."
    } else {
        text
    });
    if let Some(version) = &since.since {
        sentences.push_str(&format!(" Since {version}."));
    }
    match (&since.deprecated_since, since.deprecated) {
        (Some(version), _) => sentences.push_str(&format!(" Deprecated since {version}.")),
        (None, true) => sentences.push_str(" Deprecated."),
        (None, false) => {}
    }
    lines(indent, &sentences)
}

/// Attributes by which the documentation is searched: names in the API that differ from the name
/// in Rust by more than case.
pub(super) fn aliases(indent: usize, rust: &str, names: &[&str]) -> String {
    let mut aliases = names.to_vec();
    aliases.retain(|name| !name.eq_ignore_ascii_case(rust));
    aliases.dedup();
    let attribute = |alias: &&str| format!("{:indent$}#[doc(alias = {alias:?})]\n", "");
    aliases.iter().map(attribute).collect()
}

/// Doc comment lines of a text, wrapped.
pub(super) fn lines(indent: usize, text: &str) -> String {
    let lead = format!("{:indent$}///", "");
    let mut out = String::new();
    let mut line = lead.clone();
    for word in text.split_whitespace() {
        if line.len() + 1 + word.len() > WIDTH && line.len() > lead.len() {
            out.push_str(&line);
            out.push('\n');
            line.clone_from(&lead);
        }
        line.push(' ');
        line.push_str(word);
    }
    if line.len() > lead.len() {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// Escapes Markdown and HTML outside of code.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        match character {
            '`' => code = !code,
            '<' | '>' | '[' | ']' | '*' if !code => escaped.push('\\'),
            _ => {}
        }
        escaped.push(character);
    }
    escaped
}
