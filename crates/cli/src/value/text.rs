//! From a text of the command line to a value of a type.

use std::time::SystemTime;

use ovirt_model::{Enum, Model, Type, Unit};
use serde_json::{Value, json};

use super::{Slot, unit};
use crate::failure::{did_you_mean, nearest};

/// Parses the text of a value; lists are separated by commas.
///
/// # Errors
///
/// Says what is allowed, with an example.
pub(crate) fn parse(model: &Model, slot: Slot<'_>, text: &str) -> Result<Value, String> {
    if !slot.list {
        return scalar(model, slot, text);
    }
    if text.is_empty() {
        return Ok(json!([]));
    }
    let items = text
        .split(',')
        .map(|item| scalar(model, slot.item(), item.trim()));
    items.collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn scalar(model: &Model, slot: Slot<'_>, text: &str) -> Result<Value, String> {
    match slot.kind {
        Type::String => Ok(text.into()),
        Type::Boolean => boolean(text),
        Type::Integer { long } => integer(slot, text, *long),
        Type::Decimal => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number.into()),
            _ => Err(format!("{text:?} is not a number: use one such as 1.5")),
        },
        Type::Date => date(text),
        Type::Named(name) => match model.enumeration(name) {
            Some(kind) => enumerated(kind, text),
            None => structure(model, slot, text),
        },
    }
}

fn boolean(text: &str) -> Result<Value, String> {
    match text.to_ascii_lowercase().as_str() {
        "" | "true" | "yes" | "on" | "1" => Ok(true.into()),
        "false" | "no" | "off" | "0" => Ok(false.into()),
        _ => Err(format!("{text:?} is not true or false")),
    }
}

fn integer(slot: Slot<'_>, text: &str, long: bool) -> Result<Value, String> {
    let unit = slot.unit;
    let number = text.parse::<i64>().ok();
    // A size is one even where the description does not say so.
    let number = number.or_else(|| unit::number(text, unit.unwrap_or(Unit::Bytes)));
    let Some(number) = number else {
        let (what, example) = match unit {
            Some(Unit::Bytes) => ("a size", "4GiB or 4294967296"),
            Some(Unit::Mebibytes) => ("a size", "4GiB or 4096"),
            Some(Unit::Gibibytes) => ("a size", "4TiB or 4096"),
            Some(Unit::Milliseconds) => ("a duration", "30s or 30000"),
            Some(Unit::Seconds) => ("a duration", "10m or 600"),
            Some(Unit::Minutes) => ("a duration", "2h or 120"),
            _ => ("a whole number", "4"),
        };
        return Err(match unit {
            Some(unit) => format!(
                "{text:?} is not {what}: it is in {}, such as {example}",
                unit.word()
            ),
            None => format!("{text:?} is not {what}: use one such as {example}"),
        });
    };
    if !long && i32::try_from(number).is_err() && unit.is_none() {
        return Err(format!("{text} is too large: the API has 32 bits for it"));
    }
    Ok(number.into())
}

fn date(text: &str) -> Result<Value, String> {
    if let Some(date) = unit::relative_date(text, SystemTime::now()) {
        return Ok(date.into());
    }
    match text.parse::<ovirt::types::Date>() {
        Ok(_) => Ok(text.into()),
        Err(_) => Err(format!(
            "{text:?} is not a date: use one such as 2026-11-30T12:00:00Z, -2h or now"
        )),
    }
}

/// A value of an enum; dashes and upper case are as good as the API's spelling.
pub(crate) fn enumerated(kind: &Enum, text: &str) -> Result<Value, String> {
    let known = || kind.values.iter().map(|value| value.name.as_str());
    if let Some(exact) = known().find(|known| *known == text) {
        return Ok(exact.into());
    }
    let plain = |text: &str| text.to_lowercase().replace('-', "_");
    if let Some(same) = known().find(|known| plain(known) == plain(text)) {
        return Ok(same.into());
    }
    let near = nearest(text, known());
    let all: Vec<&str> = known().collect();
    Err(format!(
        "{text:?} is not one of {}{}",
        all.join(", "),
        did_you_mean(near)
    ))
}

fn structure(model: &Model, slot: Slot<'_>, text: &str) -> Result<Value, String> {
    if slot.kind.named() == Some("version") {
        return version(text);
    }
    if slot.link {
        return Ok(reference(text));
    }
    match slot.only_member(model) {
        Some(only) => Ok(json!({only.name: scalar(model, only, text)?})),
        None => Err(format!(
            "{} is an object: set its members, such as --set {}.{}=…, or use --set-json",
            slot.name,
            slot.name,
            first_member(model, slot)
        )),
    }
}

fn first_member(model: &Model, slot: Slot<'_>) -> String {
    let members = slot
        .structure(model)
        .map(|structure| model.members(structure));
    let first = members.as_deref().and_then(|members| members.first());
    first.map_or_else(String::new, |member| member.name.clone())
}

fn version(text: &str) -> Result<Value, String> {
    let mut parts = text.split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor)), None) => Ok(json!({"major": major, "minor": minor})),
        _ => Err(format!("{text:?} is not a version: use one such as 4.7")),
    }
}

/// A reference to an object by its identifier or its name.
pub(crate) fn reference(text: &str) -> Value {
    if let Some(id) = text.strip_prefix("id:") {
        return json!({"id": id});
    }
    if let Some(name) = text.strip_prefix("name:") {
        return json!({"name": name});
    }
    match is_uuid(text) {
        true => json!({"id": text}),
        false => json!({"name": text}),
    }
}

/// Whether a text has the form of the engine's identifiers.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    lengths.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
