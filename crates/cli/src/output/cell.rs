//! Values as texts: for people with units, or as the API has them.

use std::cmp::Ordering;

use ovirt_model::{Model, Unit};
use serde_json::Value;

use super::columns::{self, Column, Kind, slot_at};
use super::names::Names;
use crate::data;
use crate::value::{computed, unit};

/// The text of a column.
pub(crate) fn text(
    column: &Column<'_>,
    object: &Value,
    raw: bool,
    names: &Names<'_>,
    ids: bool,
) -> String {
    let value = computed::get(object, &column.path);
    match column.kind {
        Kind::Count => plain(&columns::count(&value)),
        Kind::Link(target, label) => link(target, label, &value, names, ids),
        _ if raw => plain(&value),
        Kind::Number(unit) => with_unit(&value, unit),
        Kind::Date => date(&value),
        Kind::Age => age(&value),
        Kind::Plain => plain(&value),
    }
}

fn with_unit(value: &Value, unit: Unit) -> String {
    // Negative numbers stand for defaults and for no limit.
    let Some(number) = value.as_f64().filter(|number| *number >= 0.0) else {
        return plain(value);
    };
    match (unit, unit.factor()) {
        (Unit::Bytes | Unit::Mebibytes | Unit::Gibibytes, Some(factor)) => {
            unit::show_size(number * factor as f64)
        }
        (Unit::Seconds, _) => unit::show_duration(number as i64),
        (Unit::Minutes, _) => unit::show_duration(number as i64 * 60),
        (Unit::Milliseconds, _) => format!("{number} ms"),
        (Unit::Percent, _) => format!("{number} %"),
        (unit, _) => format!("{number} {}", unit.word()),
    }
}

/// How long ago a date was.
fn date(value: &Value) -> String {
    let Some(seconds) = value.as_str().and_then(unit::seconds) else {
        return plain(value);
    };
    let ago = unit::now() - seconds;
    match ago {
        0.. => format!("{} ago", unit::show_duration(ago)),
        _ => format!("in {}", unit::show_duration(-ago)),
    }
}

fn age(value: &Value) -> String {
    let seconds = value.as_str().and_then(unit::seconds);
    seconds.map_or_else(String::new, |seconds| {
        unit::show_duration(unit::now() - seconds)
    })
}

/// The name of a linked object, or of several.
fn link(target: &str, label: &str, value: &Value, names: &Names<'_>, ids: bool) -> String {
    if let Value::Array(items) = value {
        let texts: Vec<String> = items
            .iter()
            .map(|item| link(target, label, item, names, ids))
            .collect();
        return texts.join(",");
    }
    let id = value["id"].as_str().unwrap_or_default();
    let own = value[label].as_str().or_else(|| value["name"].as_str());
    match own {
        Some(name) if !ids => name.to_owned(),
        _ if ids => id.to_owned(),
        _ => names.get(target, id).unwrap_or(id).to_owned(),
    }
}

/// A value as the API has it, on one line.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        Value::Object(map) => match (map.get("major"), map.get("minor")) {
            (Some(major), Some(minor)) => format!("{major}.{minor}"),
            _ => match map.get("name").or_else(|| map.get("id")) {
                Some(name) => plain(name),
                None if map.len() == 1 => map.values().map(plain).collect(),
                None => value.to_string(),
            },
        },
        other => other.to_string(),
    }
}

/// A text without control characters, which could change the terminal.
pub(crate) fn printable(text: &str) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(shown).collect()
}

/// The order of two values: numbers by size, texts by letters, absent ones last.
pub(crate) fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Null, _) => Ordering::Greater,
        (_, Value::Null) => Ordering::Less,
        _ => match (a.as_f64(), b.as_f64()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => plain(a).cmp(&plain(b)),
        },
    }
}

/// The escape sequence for the class of a status; empty if it has none.
pub(crate) fn color_of(status: &str) -> &'static str {
    match data::class(status) {
        Some("good") => "\x1b[32m",
        Some("busy") => "\x1b[33m",
        Some("bad") => "\x1b[31m",
        Some("off") => "\x1b[2m",
        _ => "",
    }
}

/// An object as lines of path and value.
pub(crate) fn lines(
    model: &Model,
    type_name: &str,
    value: &Value,
    path: &str,
    raw: bool,
    lines: &mut Vec<(String, String)>,
) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Object(map) if path.is_empty() || !is_word(value) => {
            // What it is comes first.
            let (first, rest): (Vec<_>, Vec<_>) = map.iter().partition(|(name, _)| {
                path.is_empty() && matches!(name.as_str(), "id" | "name" | "status")
            });
            for (name, value) in first.into_iter().chain(rest) {
                self::lines(model, type_name, value, &below(name), raw, lines);
            }
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() && !is_word(item)) => {
            for (index, item) in items.iter().enumerate() {
                self::lines(
                    model,
                    type_name,
                    item,
                    &format!("{path}[{index}]"),
                    raw,
                    lines,
                );
            }
        }
        _ => {
            let slot = slot_at(model, type_name, path).filter(|_| !raw);
            let text = match slot.and_then(|slot| Some((slot, unit::shown(slot.name, slot.unit)?)))
            {
                Some((_, unit)) if value.is_number() => with_unit(value, unit),
                _ => plain(value),
            };
            lines.push((path.to_owned(), text.replace('\n', "\n    ")));
        }
    }
}

/// Whether an object is shown as one word: a version, or a reference.
fn is_word(value: &Value) -> bool {
    let Some(map) = value.as_object() else {
        return false;
    };
    let only = |names: &[&str]| map.keys().all(|key| names.contains(&key.as_str()));
    !map.is_empty() && (only(&["id"]) || only(&["name"]) || only(&["major", "minor"]))
}
