//! Equality of JSON values and XML documents.
//!
//! Numbers and dates are compared by value. An empty text equals an absent one. Elements with
//! different names may come in any order.

use std::collections::BTreeMap;

use ovirt::types::Date;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

/// Compares two JSON values.
///
/// # Errors
///
/// The path of the first difference, and both values.
pub(crate) fn json(expected: &Value, actual: &Value) -> Result<(), String> {
    json_at("$", expected, actual)
}

fn json_at(path: &str, expected: &Value, actual: &Value) -> Result<(), String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            let names: std::collections::BTreeSet<_> =
                expected.keys().chain(actual.keys()).collect();
            names.into_iter().try_for_each(|name| {
                let absent = Value::Null;
                let expected = expected.get(name).unwrap_or(&absent);
                json_at(
                    &format!("{path}.{name}"),
                    expected,
                    actual.get(name).unwrap_or(&absent),
                )
            })
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            expected
                .iter()
                .zip(actual)
                .enumerate()
                .try_for_each(|(index, (expected, actual))| {
                    json_at(&format!("{path}[{index}]"), expected, actual)
                })
        }
        (Value::String(expected), Value::String(actual)) if texts_are_equal(expected, actual) => {
            Ok(())
        }
        (Value::Number(expected), Value::Number(actual))
            if expected.as_f64() == actual.as_f64() =>
        {
            Ok(())
        }
        (expected, actual) if is_empty(expected) && is_empty(actual) || expected == actual => {
            Ok(())
        }
        _ => Err(format!("{path}: expected {expected}, found {actual}")),
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value == ""
}

fn texts_are_equal(expected: &str, actual: &str) -> bool {
    if expected == actual {
        return true;
    }
    match (expected.parse::<Date>(), actual.parse::<Date>()) {
        (Ok(expected), Ok(actual)) => expected == actual,
        _ => match (expected.parse::<f64>(), actual.parse::<f64>()) {
            (Ok(expected), Ok(actual)) => expected == actual,
            _ => false,
        },
    }
}

/// Compares two XML documents.
///
/// # Errors
///
/// A document that is not well-formed, or the path of the first difference and both values.
pub(crate) fn xml(expected: &str, actual: &str) -> Result<(), String> {
    xml_at("", &Node::parse(expected)?, &Node::parse(actual)?)
}

fn xml_at(path: &str, expected: &Node, actual: &Node) -> Result<(), String> {
    let path = format!("{path}/{}", expected.tag);
    if expected.tag != actual.tag {
        return Err(format!("{path}: found `{}`", actual.tag));
    }
    if expected.attributes != actual.attributes {
        return Err(format!(
            "{path}: expected {:?}, found {:?}",
            expected.attributes, actual.attributes
        ));
    }
    if !texts_are_equal(&expected.text, &actual.text) {
        return Err(format!(
            "{path}: expected {:?}, found {:?}",
            expected.text, actual.text
        ));
    }
    let tags: std::collections::BTreeSet<_> = expected
        .children
        .keys()
        .chain(actual.children.keys())
        .collect();
    for tag in tags {
        let count = |node: &Node| node.children.get(tag).map_or(0, Vec::len);
        if count(expected) != count(actual) {
            return Err(format!(
                "{path}: expected {} `{tag}`, found {}",
                count(expected),
                count(actual)
            ));
        }
        let pairs = expected
            .children
            .get(tag)
            .into_iter()
            .zip(actual.children.get(tag));
        for (expected, actual) in pairs.flat_map(|(expected, actual)| expected.iter().zip(actual)) {
            xml_at(&path, expected, actual)?;
        }
    }
    Ok(())
}

/// An element, with its children grouped by tag.
#[derive(Default)]
struct Node {
    tag: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: BTreeMap<String, Vec<Node>>,
}

impl Node {
    fn parse(text: &str) -> Result<Self, String> {
        let mut reader = quick_xml::Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            let event = reader
                .read_event()
                .map_err(|error| format!("{error} in {text}"))?;
            match event {
                Event::Start(start) => open.push(Self::start(&start)?),
                Event::Empty(start) => {
                    open.push(Self::start(&start)?);
                    Self::end(&mut open);
                }
                Event::End(_) => Self::end(&mut open),
                Event::Text(part) => Self::add_text(&mut open, &part.xml10_content()),
                Event::CData(part) => Self::add_text(&mut open, &part.xml10_content()),
                Event::GeneralRef(entity) => {
                    let reference = format!("&{};", &*entity.xml10_content());
                    let text =
                        quick_xml::escape::unescape(&reference).map_err(|e| e.to_string())?;
                    Self::add_text(&mut open, &text);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let root = open
            .pop()
            .and_then(|node| node.children.into_values().flatten().next());
        root.ok_or_else(|| format!("no root element in {text}"))
    }

    fn start(start: &BytesStart<'_>) -> Result<Self, String> {
        let mut node = Self {
            tag: start.name().0.to_owned(),
            ..Self::default()
        };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = quick_xml::escape::unescape(&attribute.value).map_err(|e| e.to_string())?;
            node.attributes
                .insert(attribute.key.0.to_owned(), value.into_owned());
        }
        Ok(node)
    }

    fn add_text(open: &mut [Self], text: &str) {
        if let Some(node) = open.last_mut() {
            node.text.push_str(text);
        }
    }

    fn end(open: &mut Vec<Self>) {
        if let (Some(mut node), Some(parent)) = (open.pop(), open.last_mut()) {
            if !node.children.is_empty() {
                node.text = node.text.trim().to_owned();
            }
            parent
                .children
                .entry(node.tag.clone())
                .or_default()
                .push(node);
        }
    }
}
