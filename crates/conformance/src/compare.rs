//! What counts as equal: numbers and dates by value, an empty text like an absent one, elements of
//! different names in any order.

use std::collections::BTreeMap;

use ovirt::types::Date;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

/// Compares two JSON values; the difference says where.
pub(crate) fn json(want: &Value, have: &Value) -> Result<(), String> {
    json_at("$", want, have)
}

fn json_at(path: &str, want: &Value, have: &Value) -> Result<(), String> {
    match (want, have) {
        (Value::Object(want), Value::Object(have)) => {
            let names: std::collections::BTreeSet<_> = want.keys().chain(have.keys()).collect();
            names.into_iter().try_for_each(|name| {
                let absent = Value::Null;
                let want = want.get(name).unwrap_or(&absent);
                json_at(
                    &format!("{path}.{name}"),
                    want,
                    have.get(name).unwrap_or(&absent),
                )
            })
        }
        (Value::Array(want), Value::Array(have)) if want.len() == have.len() => want
            .iter()
            .zip(have)
            .enumerate()
            .try_for_each(|(index, (want, have))| json_at(&format!("{path}[{index}]"), want, have)),
        (Value::String(want), Value::String(have)) if texts_are_equal(want, have) => Ok(()),
        (Value::Number(want), Value::Number(have)) if want.as_f64() == have.as_f64() => Ok(()),
        (want, have) if is_empty(want) && is_empty(have) || want == have => Ok(()),
        _ => Err(format!("{path}: want {want}, have {have}")),
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value == ""
}

fn texts_are_equal(want: &str, have: &str) -> bool {
    if want == have {
        return true;
    }
    match (want.parse::<Date>(), have.parse::<Date>()) {
        (Ok(want), Ok(have)) => want == have,
        _ => match (want.parse::<f64>(), have.parse::<f64>()) {
            (Ok(want), Ok(have)) => want == have,
            _ => false,
        },
    }
}

/// Compares two XML documents; the difference says where.
pub(crate) fn xml(want: &str, have: &str) -> Result<(), String> {
    xml_at("", &Node::parse(want)?, &Node::parse(have)?)
}

fn xml_at(path: &str, want: &Node, have: &Node) -> Result<(), String> {
    let path = format!("{path}/{}", want.tag);
    if want.tag != have.tag {
        return Err(format!("{path}: have `{}`", have.tag));
    }
    if want.attributes != have.attributes {
        return Err(format!(
            "{path}: want {:?}, have {:?}",
            want.attributes, have.attributes
        ));
    }
    if !texts_are_equal(&want.text, &have.text) {
        return Err(format!(
            "{path}: want {:?}, have {:?}",
            want.text, have.text
        ));
    }
    let tags: std::collections::BTreeSet<_> =
        want.children.keys().chain(have.children.keys()).collect();
    for tag in tags {
        let of = |node: &Node| node.children.get(tag).map_or(0, Vec::len);
        if of(want) != of(have) {
            return Err(format!(
                "{path}: want {} `{tag}`, have {}",
                of(want),
                of(have)
            ));
        }
        let pairs = want
            .children
            .get(tag)
            .into_iter()
            .zip(have.children.get(tag));
        for (want, have) in pairs.flat_map(|(want, have)| want.iter().zip(have)) {
            xml_at(&path, want, have)?;
        }
    }
    Ok(())
}

/// An element, with its children by tag.
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
                Event::Text(part) => Self::add(&mut open, &part.xml10_content()),
                Event::CData(part) => Self::add(&mut open, &part.xml10_content()),
                Event::GeneralRef(entity) => {
                    let reference = format!("&{};", &*entity.xml10_content());
                    let text =
                        quick_xml::escape::unescape(&reference).map_err(|e| e.to_string())?;
                    Self::add(&mut open, &text);
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

    fn add(open: &mut [Self], text: &str) {
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
