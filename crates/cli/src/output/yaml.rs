//! Writes JSON values as YAML.

use std::io::{self, Write};

use serde_json::Value;

/// Writes a document.
pub(crate) fn write(out: &mut dyn Write, value: &Value) -> io::Result<()> {
    node(out, value, 0)
}

/// Writes an item of a list that is a document.
pub(crate) fn write_item(out: &mut dyn Write, value: &Value) -> io::Result<()> {
    write!(out, "- ")?;
    in_place(out, value, 2)
}

/// A value at the start of a line.
fn node(out: &mut dyn Write, value: &Value, indent: usize) -> io::Result<()> {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (name, value) in map {
                write!(out, "{:indent$}{}:", "", scalar(name))?;
                child(out, value, indent)?;
            }
            Ok(())
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                write!(out, "{:indent$}- ", "")?;
                in_place(out, item, indent + 2)?;
            }
            Ok(())
        }
        other => writeln!(out, "{:indent$}{}", "", word(other)),
    }
}

/// The value of a member, after its colon.
fn child(out: &mut dyn Write, value: &Value, indent: usize) -> io::Result<()> {
    match value {
        Value::Object(map) if !map.is_empty() => {
            writeln!(out)?;
            node(out, value, indent + 2)
        }
        Value::Array(items) if !items.is_empty() => {
            writeln!(out)?;
            node(out, value, indent + 2)
        }
        other => writeln!(out, " {}", word(other)),
    }
}

/// A value after a dash: its first member is on the same line.
fn in_place(out: &mut dyn Write, value: &Value, indent: usize) -> io::Result<()> {
    let mut text = Vec::new();
    node(&mut text, value, indent)?;
    out.write_all(text.get(indent..).unwrap_or(&text))
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
        other => other.to_string(),
    }
}

/// A text: plain if nothing else can be read from it, else in quotes as in JSON.
fn scalar(text: &str) -> String {
    let safe =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ' ' | '@' | '+');
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(safe)
        && !is_reserved(text);
    if is_plain {
        text.to_owned()
    } else {
        Value::from(text).to_string()
    }
}

fn is_reserved(text: &str) -> bool {
    let words = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    ];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::write;

    #[test]
    fn what_is_written_is_read_again() {
        let value = json!({
            "name": "web1", "id": "5c1f", "on": "yes", "empty": "", "text": "a: b # c\n",
            "list": [{"a": 1, "b": [1, 2]}, {"a": {"b": null}}, "x", []],
            "nested": {"deep": {"er": true}}, "none": {}, "number": 1.5,
        });
        let mut text = Vec::new();
        write(&mut text, &value).unwrap();
        let text = String::from_utf8(text).unwrap();
        let read: Value = serde_saphyr::from_str(&text).unwrap();
        assert_eq!(read, value, "{text}");
    }
}
