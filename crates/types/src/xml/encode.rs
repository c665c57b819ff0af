//! Encoder: writes the set members of objects and lists as a document, by reflection.

use std::fmt::Write as _;

use crate::bytes;
use crate::reference::Reference;
use crate::reflect::{MemberInfo, Reflect, StructInfo, UntypedList, Value, set_members};

/// Encodes an object as a document.
pub fn object(object: &dyn Reflect) -> String {
    let mut encoder = Encoder::new();
    encoder.object(object.struct_info().tag, object);
    encoder.out
}

/// Encodes a list of these structs as a document.
pub(crate) fn list(list: &UntypedList, info: &'static StructInfo) -> String {
    let mut encoder = Encoder::new();
    encoder.list(info.plural, "", list);
    encoder.out
}

struct Encoder<'a> {
    out: String,
    /// The last `href` that needed no escaping. All lists of an object share it.
    plain_href: &'a str,
}

impl<'a> Encoder<'a> {
    fn new() -> Self {
        Self {
            out: String::with_capacity(256),
            plain_href: "",
        }
    }

    fn object(&mut self, tag: &str, object: &'a dyn Reflect) {
        let lookups = object.struct_info().lookups();
        self.out.push('<');
        self.out.push_str(tag);
        for (start, index) in [(" href=\"", lookups.href), (" id=\"", lookups.id)] {
            match index.map(|index| object.member(index).value()) {
                Some(Value::Text(text)) => self.attribute(start, text),
                Some(Value::Integer(number)) => {
                    self.attribute(start, itoa::Buffer::new().format(number));
                }
                _ => {}
            }
        }
        let content = self.start_content();
        for (member, value) in set_members(object) {
            if !member.is_attribute() {
                self.member(member, &value);
            }
        }
        self.end_element(tag, content);
    }

    /// Ends a start tag. Returns the offset of the content.
    fn start_content(&mut self) -> usize {
        self.out.push('>');
        self.out.len()
    }

    /// Writes an end tag; turns the start tag into an empty-element tag if there is no content.
    fn end_element(&mut self, tag: &str, content: usize) {
        if self.out.len() == content {
            self.out.truncate(content - 1);
            self.out.push_str("/>");
        } else {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
    }

    #[inline]
    fn member(&mut self, member: &'static MemberInfo, value: &Value<'a>) {
        match value {
            Value::Absent => {}
            Value::List(list) => self.list(member.tag, member.item_tag, list),
            Value::Object(object) => self.object(member.tag, *object),
            Value::Reference(reference, _) => self.reference(member.tag, reference),
            value => {
                self.out.push_str(member.start_tag);
                self.scalar(value);
                self.out.push_str(member.end_tag);
            }
        }
    }

    #[inline]
    fn scalar(&mut self, value: &Value<'_>) {
        match value {
            Value::Text(text) => self.escaped(text, false),
            Value::Boolean(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Integer(value) => self.out.push_str(itoa::Buffer::new().format(*value)),
            // Writing to a `String` cannot fail.
            Value::Decimal(value) => drop(write!(self.out, "{value}")),
            Value::Date(value) => value.append_to(&mut self.out),
            _ => {}
        }
    }

    fn reference(&mut self, tag: &str, reference: &Reference) {
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(href) = reference.href() {
            self.attribute(" href=\"", href);
        }
        if let Some(id) = reference.id() {
            self.attribute(" id=\"", id);
        }
        let content = self.start_content();
        if let Some(name) = reference.name() {
            self.out.push_str("<name>");
            self.escaped(name, false);
            self.out.push_str("</name>");
        }
        self.end_element(tag, content);
    }

    fn list(&mut self, tag: &str, item_tag: &str, list: &'a UntypedList) {
        self.out.push('<');
        self.out.push_str(tag);
        match list.href_parts() {
            None => {}
            Some((href, None)) => self.attribute(" href=\"", href),
            Some((href, Some(member))) => self.href_below(href, member),
        }
        let content = self.start_content();
        for item in list.iter() {
            match item {
                Value::Object(object) => self.object(object.struct_info().tag, object),
                value => {
                    self.out.push('<');
                    self.out.push_str(item_tag);
                    self.out.push('>');
                    self.scalar(&value);
                    self.out.push_str("</");
                    self.out.push_str(item_tag);
                    self.out.push('>');
                }
            }
        }
        self.end_element(tag, content);
    }

    /// Writes the `href` of a list: that of the object followed by the `rel` of the member.
    fn href_below(&mut self, parent: &'a str, member: &MemberInfo) {
        self.out.push_str(" href=\"");
        let is_plain = std::ptr::eq(parent, self.plain_href)
            || bytes::find_escapable(parent.as_bytes()).is_none();
        if is_plain {
            self.out.push_str(parent);
            self.plain_href = parent;
        } else {
            self.escaped(parent, true);
        }
        self.out.push('/');
        for part in member.name.split('_') {
            self.out.push_str(part);
        }
        self.out.push('"');
    }

    /// Writes an attribute; `start` ends with the opening quote.
    #[inline]
    fn attribute(&mut self, start: &str, value: &str) {
        self.out.push_str(start);
        self.escaped(value, true);
        self.out.push('"');
    }

    #[inline]
    fn escaped(&mut self, text: &str, in_attribute: bool) {
        let mut rest = text;
        while let Some(at) = bytes::find_escapable(rest.as_bytes()) {
            let (plain, others) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            let mut others = others.chars();
            self.escape(others.next().unwrap_or_default(), in_attribute);
            rest = others.as_str();
        }
        self.out.push_str(rest);
    }

    /// Writes a character that may need escaping. Omits what XML cannot represent: engines
    /// reject documents that contain them.
    #[cold]
    fn escape(&mut self, character: char, in_attribute: bool) {
        match character {
            '&' => self.out.push_str("&amp;"),
            '<' => self.out.push_str("&lt;"),
            '>' => self.out.push_str("&gt;"),
            '"' if in_attribute => self.out.push_str("&quot;"),
            '\r' => self.out.push_str("&#13;"),
            '\t' if in_attribute => self.out.push_str("&#9;"),
            '\n' if in_attribute => self.out.push_str("&#10;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            character => self.out.push(character),
        }
    }
}
