//! Reads the JSON of requests to the data endpoint: one object of plain members.

/// Names and values of an object, values as text; none where it isn't one, or has others inside.
pub(super) fn flat(text: &str) -> Option<Vec<(String, String)>> {
    let mut rest = text.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let mut members = Vec::new();
    while !rest.is_empty() {
        let (name, after) = string(rest)?;
        let after = after.trim_start().strip_prefix(':')?.trim_start();
        let (value, after) = if after.starts_with('"') {
            string(after)?
        } else {
            let end = after.find(',').unwrap_or(after.len());
            let (value, after) = after.split_at(end);
            (word(value.trim())?, after)
        };
        members.push((name, value));
        rest = after.trim_start();
        if !rest.is_empty() {
            rest = rest.strip_prefix(',')?.trim_start();
            // A comma has something after it.
            rest.chars().next()?;
        }
    }
    Some(members)
}

/// A number or a name; a whole number may be written with a fraction of zeros.
fn word(text: &str) -> Option<String> {
    let number = text.parse::<f64>().is_ok() && !text.starts_with(['+', '.', 'i', 'N', 'n']);
    (number || matches!(text, "true" | "false" | "null")).then(|| text.to_owned())
}

/// The string at the start, and what is after it. No member of a request needs an escape.
fn string(text: &str) -> Option<(String, &str)> {
    let (string, rest) = text.strip_prefix('"')?.split_once('"')?;
    (!string.contains('\\')).then(|| (string.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::flat;

    #[test]
    fn objects_of_plain_members_are_read() {
        let table = [
            ("{}", Some("")),
            (r#" {"op": "flush"} "#, Some("op=flush")),
            (
                r#"{"op":"zero", "offset" : 0,"size":1048576,"flush":false}"#,
                Some("op=zero offset=0 size=1048576 flush=false"),
            ),
            ("", None),
            ("[]", None),
            (r#"{"op"}"#, None),
            (r#"{"op":}"#, None),
            (r#"{"op":"zero",}"#, None),
            (r#"{"op":{"a":1}}"#, None),
            (r#"{"op":zero}"#, None),
            (r#"{"op":"a\"b"}"#, None),
        ];
        for (text, expected) in table {
            let found = flat(text).map(|members| {
                let pairs = members
                    .into_iter()
                    .map(|(name, value)| format!("{name}={value}"));
                pairs.collect::<Vec<String>>().join(" ")
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
