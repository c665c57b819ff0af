//! Templates such as `{name} has {memory}`.

use serde_json::Value;

use super::cell;
use crate::value::computed;

/// Fills a template; `{{` and `}}` are braces, `\n` and `\t` a line break and a tab.
pub(crate) fn fill(template: &str, object: &Value) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}', '\\']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("\\n") {
            text.push('\n');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("\\t") {
            text.push('\t');
            rest = after;
        } else if let Some((path, after)) = rest.strip_prefix('{').and_then(|it| it.split_once('}'))
        {
            text.push_str(&cell::plain(&computed::get(object, path.trim())));
            rest = after;
        } else {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::fill;

    #[test]
    fn members_replace_their_paths() {
        let vm = json!({"name": "web1", "cpu": {"cores": 2}});
        for (template, text) in [
            ("{name}: {cpu.cores}", "web1: 2"),
            ("{missing}|{{x}}\\n", "|{x}\n"),
            ("{open", "{open"),
        ] {
            assert_eq!(fill(template, &vm), text);
        }
    }
}
