//! The JSON representation of documents: no member for the root, integers and booleans as strings,
//! decimals and dates as numbers, and lists as objects with one array per item tag.

use std::io;

use ovirt_model::{Member, Struct, Type, names};
use serde_json::ser::Formatter;
use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::node::Node;
use crate::schema::Schema;

/// Maximum nesting depth of a document.
const MAX_DEPTH: usize = 64;

/// Collections, by the last path segments, that are an empty array instead of absent if empty.
const EMPTY_ARRAYS: &[(&str, &str)] = &[
    ("affinitylabels", "hosts"),
    ("affinitylabels", "vms"),
    ("clusters", "affinitygroups"),
    ("hosts", "affinitylabels"),
    ("hosts", "hooks"),
    ("users", "groups"),
    ("users", "options"),
    ("users", "sshpublickeys"),
    ("vms", "affinitylabels"),
    ("vms", "numanodes"),
];

/// Whether the collection at a path is an empty array if it is empty.
pub(crate) fn has_empty_array(path: &str) -> bool {
    let mut steps = path.trim_end_matches('/').rsplit('/');
    let (own, above) = (steps.next(), steps.nth(1));
    EMPTY_ARRAYS
        .iter()
        .any(|(home, segment)| own == Some(segment) && above == Some(home))
}

/// Encodes a document, indented like those of an engine. An empty list has an empty array on
/// request.
pub(crate) fn encode(schema: &Schema, document: &Node, empty_array: bool) -> String {
    let mut value = match schema.by_tag(&document.tag) {
        Some((kind, true)) => list(schema, document, &Type::Named(kind.name.clone())),
        Some((kind, false)) => object(schema, document, Some(kind)),
        None => object(schema, document, None),
    };
    if let (true, true, Some((kind, true)), Value::Object(map)) = (
        empty_array,
        document.children.is_empty(),
        schema.by_tag(&document.tag),
        &mut value,
    ) {
        map.insert(kind.tag(), Value::Array(Vec::new()));
    }
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, Indented::default());
    // Writing a value to memory does not fail.
    let _ = serde::Serialize::serialize(&value, &mut serializer);
    String::from_utf8(text).unwrap_or_default()
}

/// Indents objects by two blanks, and writes arrays on the line of their elements.
#[derive(Default)]
struct Indented {
    depth: usize,
    is_empty: bool,
}

impl Indented {
    fn new_line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.is_empty = true;
        writer.write_all(b"[ ")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.is_empty { b"]" } else { b" ]" })?;
        self.is_empty = false;
        Ok(())
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.is_empty = false;
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.is_empty = true;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.is_empty {
            writer.write_all(b" }")?;
        } else {
            self.new_line(writer)?;
            writer.write_all(b"}")?;
        }
        self.is_empty = false;
        Ok(())
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.is_empty = false;
        if !first {
            writer.write_all(b",")?;
        }
        self.new_line(writer)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" : ")
    }
}

fn object(schema: &Schema, node: &Node, kind: Option<&Struct>) -> Value {
    let mut map = attributes(node);
    for child in &node.children {
        let value = match child.tag.as_str() {
            "link" => {
                append(&mut map, "link", Value::Object(attributes(child)));
                continue;
            }
            "actions" if child.children.is_empty() => serde_json::json!({ "link": [] }),
            "actions" => list(schema, child, &Type::String),
            tag => match kind.and_then(|kind| schema.member(kind, tag)) {
                Some(member) if member.list => list(schema, child, &member.kind),
                Some(member) => value(schema, child, &member.kind),
                None if child.children.is_empty() => value(schema, child, &Type::String),
                None => object(schema, child, None),
            },
        };
        map.insert(child.tag.to_string(), value);
    }
    Value::Object(map)
}

fn attributes(node: &Node) -> Map<String, Value> {
    let pairs = node.attributes.iter();
    pairs
        .map(|(name, value)| (name.to_string(), Value::String(value.to_string())))
        .collect()
}

/// Encodes a list as an object with one array per item tag.
fn list(schema: &Schema, node: &Node, kind: &Type) -> Value {
    let mut map = Map::new();
    for item in &node.children {
        let item_value = if item.children.is_empty() && !item.attributes.is_empty() {
            Value::Object(attributes(item))
        } else {
            value(schema, item, kind)
        };
        append(&mut map, &item.tag, item_value);
    }
    // Elements in front of the items are not part of an array.
    for single in ["size", "actions"] {
        if let Some(Value::Array(values)) = map.get_mut(single)
            && let Some(own) = values.pop()
        {
            map.insert(single.to_owned(), own);
        }
    }
    Value::Object(map)
}

fn append(map: &mut Map<String, Value>, name: &str, value: Value) {
    let entry = map.entry(name).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(values) = entry {
        values.push(value);
    }
}

fn value(schema: &Schema, node: &Node, kind: &Type) -> Value {
    let text = || Value::String(node.text.to_string());
    match kind {
        Type::Named(name) => match schema.model.structure(name) {
            Some(kind) => object(schema, node, Some(kind)),
            None => text(),
        },
        Type::Decimal => {
            let number = node.text.parse().ok();
            number
                .and_then(serde_json::Number::from_f64)
                .map_or_else(text, Value::Number)
        }
        Type::Date => match OffsetDateTime::parse(&node.text, &Rfc3339) {
            Ok(date) => Value::from(milliseconds(date)),
            Err(_) => text(),
        },
        _ => text(),
    }
}

fn milliseconds(date: OffsetDateTime) -> i64 {
    i64::try_from(date.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

/// Why a document cannot be decoded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ParseError {
    /// A type has no such member.
    UnknownMember {
        /// The type's name in the engine.
        class: String,
        /// The member's name.
        name: String,
    },
    /// The text is malformed.
    Syntax(String),
}

impl From<String> for ParseError {
    fn from(message: String) -> Self {
        Self::Syntax(message)
    }
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownMember { class, name } => write!(f, "{class} has no member {name}"),
            Self::Syntax(message) => f.write_str(message),
        }
    }
}

/// Decodes a document with this root tag into the tree of its XML representation.
pub(crate) fn decode(schema: &Schema, text: &str, tag: &str) -> Result<Node, ParseError> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let Value::Object(map) = value else {
        return Err("the document must be an object".to_owned().into());
    };
    match schema.by_tag(tag) {
        Some((kind, true)) => decode_list(schema, tag, map, &Type::Named(kind.name.clone()), 0),
        Some((kind, false)) => decode_object(schema, tag, map, Some(kind), 0),
        None => Err(format!("unknown element {tag}").into()),
    }
}

fn decode_object(
    schema: &Schema,
    tag: &str,
    map: Map<String, Value>,
    kind: Option<&Struct>,
    depth: usize,
) -> Result<Node, ParseError> {
    if depth > MAX_DEPTH {
        return Err("the document is nested too deeply".to_owned().into());
    }
    let mut node = Node::new(tag);
    for (name, value) in map {
        if let ("href" | "id" | "rel", Some(text)) = (name.as_str(), scalar_text(&value)) {
            node.set_attribute(&name, &text);
            continue;
        }
        // Clients send back links and actions; ignore them.
        if matches!(name.as_str(), "link" | "actions") || value.is_null() {
            continue;
        }
        let member = kind.and_then(|kind| schema.member(kind, &name));
        let class = || kind.map_or_else(String::new, |kind| names::camel(&kind.name));
        let member = member.ok_or_else(|| ParseError::UnknownMember {
            class: class(),
            name: name.clone(),
        })?;
        node.children
            .push(decode_member(schema, &name, value, member, depth)?);
    }
    Ok(node)
}

fn decode_member(
    schema: &Schema,
    name: &str,
    value: Value,
    member: &Member,
    depth: usize,
) -> Result<Node, ParseError> {
    match value {
        Value::Object(map) if member.list => {
            decode_list(schema, name, map, &member.kind, depth + 1)
        }
        value if member.list => Err(format!("{name} must be a list, not {value}").into()),
        value => decode_value(schema, name, value, &member.kind, depth),
    }
}

fn decode_list(
    schema: &Schema,
    name: &str,
    map: Map<String, Value>,
    kind: &Type,
    depth: usize,
) -> Result<Node, ParseError> {
    let mut list = Node::new(name);
    for (tag, items) in map {
        let items = match items {
            Value::Array(items) => items,
            one => vec![one],
        };
        for item in items {
            list.children
                .push(decode_value(schema, &tag, item, kind, depth)?);
        }
    }
    Ok(list)
}

fn decode_value(
    schema: &Schema,
    tag: &str,
    value: Value,
    kind: &Type,
    depth: usize,
) -> Result<Node, ParseError> {
    let structure = kind.named().and_then(|name| schema.model.structure(name));
    match (structure, value) {
        (Some(kind), Value::Object(map)) => decode_object(schema, tag, map, Some(kind), depth + 1),
        (Some(_), value) => Err(format!("{tag} must be an object, not {value}").into()),
        (None, value) => {
            let text = scalar_text(&value)
                .ok_or_else(|| format!("{tag} must be a scalar, not {value}"))?;
            let date = matches!(kind, Type::Date)
                .then(|| value.as_i64())
                .flatten()
                .and_then(|ms| {
                    OffsetDateTime::from_unix_timestamp_nanos(i128::from(ms) * 1_000_000).ok()
                })
                .and_then(|date| date.format(&Rfc3339).ok());
            Ok(Node::leaf(tag, date.unwrap_or(text)))
        }
    }
}

/// Returns the text of a scalar; `None` for arrays and objects.
fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use ovirt_model::Model;

    use super::{decode, encode};
    use crate::node::Node;
    use crate::schema::Schema;

    const VM: &str = r#"<vm href="/ovirt-engine/api/vms/1" id="1">
        <actions><link href="/ovirt-engine/api/vms/1/start" rel="start"/></actions>
        <name>web1</name><description></description>
        <link href="/ovirt-engine/api/vms/1/nics" rel="nics"/>
        <creation_time>2024-03-05T17:20:11.042+01:00</creation_time>
        <delete_protected>false</delete_protected>
        <memory>2147483648</memory>
        <os><boot><devices><device>hd</device></devices></boot></os>
        <cluster id="2"/></vm>"#;

    #[test]
    fn encoding_matches_the_engine() {
        let schema = Schema::new(Model::embedded());
        let vm = Node::parse(VM).expect("well-formed");
        let expected = serde_json::json!({
            "href": "/ovirt-engine/api/vms/1", "id": "1", "name": "web1", "description": "",
            "actions": {"link": [{"href": "/ovirt-engine/api/vms/1/start", "rel": "start"}]},
            "link": [{"href": "/ovirt-engine/api/vms/1/nics", "rel": "nics"}],
            "creation_time": 1_709_655_611_042_i64, "delete_protected": "false",
            "memory": "2147483648", "os": {"boot": {"devices": {"device": ["hd"]}}},
            "cluster": {"id": "2"},
        });
        let written: serde_json::Value =
            serde_json::from_str(&encode(&schema, &vm, false)).expect("an object");
        assert_eq!(written, expected);
        assert_eq!(encode(&schema, &Node::new("vms"), false), "{ }");
        let empty = encode(&schema, &Node::new("groups"), true);
        assert_eq!(empty, "{\n  \"group\" : [ ]\n}");
        let list = Node::new("vms")
            .with(Node::reference("vm", "1"))
            .with(Node::reference("vm", "2"));
        assert_eq!(
            encode(&schema, &list, false),
            "{\n  \"vm\" : [ {\n    \"id\" : \"1\"\n  }, {\n    \"id\" : \"2\"\n  } ]\n}"
        );
        let statistic = Node::new("statistic")
            .with(Node::new("values").with(Node::new("value").with_text("datum", "2.5")));
        let written = encode(&schema, &statistic, false);
        assert!(written.contains("\"datum\" : 2.5"), "{written}");
    }

    #[test]
    fn decoding_reverses_encoding() {
        let schema = Schema::new(Model::embedded());
        let vm = Node::parse(VM).expect("well-formed");
        let read = decode(&schema, &encode(&schema, &vm, false), "vm").expect("a VM");
        for path in [
            "id",
            "name",
            "memory",
            "cluster.id",
            "os.boot.devices.device",
        ] {
            assert_eq!(read.get(path), vm.get(path), "{path}");
        }
        assert_eq!(read.get("creation_time"), Some("2024-03-05T16:20:11.042Z"));
    }

    #[test]
    fn invalid_documents_are_rejected() {
        let schema = Schema::new(Model::embedded());
        let deep = format!("{}{}", r#"{"cluster":"#.repeat(200), "}".repeat(200));
        for text in [
            "",
            "[]",
            "{",
            "1",
            r#"{"nonsense":"1"}"#,
            r#"{"name":{}}"#,
            r#"{"cluster":"1"}"#,
            r#"{"nics":[]}"#,
            &deep,
        ] {
            assert!(decode(&schema, text, "vm").is_err(), "{text}");
        }
        let numbers = r#"{"memory":1024,"delete_protected":true,"comment":null}"#;
        let vm = decode(&schema, numbers, "vm").expect("a VM");
        assert_eq!(vm.get("memory"), Some("1024"));
        assert_eq!(vm.get("delete_protected"), Some("true"));
    }
}
