//! Writes documents: what is set, nothing else.

use std::fmt::Write as _;

use crate::bytes;
use crate::link::Reference;
use crate::list::UntypedList;
use crate::reflect::{MemberInfo, Reflect, StructInfo, Value, members};

/// The document of an object.
pub(crate) fn object(element: &dyn Reflect) -> String {
    let mut writer = Encoder::new();
    writer.element(element.struct_info().tag, element);
    writer.out
}

/// The document of a list.
pub(crate) fn list(list: &UntypedList, shape: &'static StructInfo) -> String {
    let mut writer = Encoder::new();
    writer.list(shape.plural, "", list);
    writer.out
}

struct Encoder<'a> {
    out: String,
    /// The last address of an object that needed no escapes: all its lists have it.
    plain: &'a str,
}

impl<'a> Encoder<'a> {
    fn new() -> Self {
        Self {
            out: String::with_capacity(256),
            plain: "",
        }
    }

    fn element(&mut self, tag: &str, element: &'a dyn Reflect) {
        let lookups = element.struct_info().lookups();
        self.out.push('<');
        self.out.push_str(tag);
        for (name, index) in [(" href=\"", lookups.href), (" id=\"", lookups.id)] {
            match index.map(|index| element.member(index).value()) {
                Some(Value::Text(text)) => self.attribute(name, text),
                Some(Value::Integer(number)) => {
                    self.attribute(name, itoa::Buffer::new().format(number));
                }
                _ => {}
            }
        }
        let start = self.out.len();
        self.out.push('>');
        for (entry, value) in members(element) {
            if !entry.is_attribute() {
                self.member(entry, &value);
            }
        }
        self.end(tag, start);
    }

    /// Ends an element; one without content, whose `>` is at `start`, becomes an empty one.
    fn end(&mut self, tag: &str, start: usize) {
        if self.out.len() == start + 1 {
            self.out.truncate(start);
            self.out.push_str("/>");
        } else {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
    }

    #[inline]
    fn member(&mut self, entry: &'static MemberInfo, value: &Value<'a>) {
        match value {
            Value::Absent => {}
            Value::List(list) => self.list(entry.tag, entry.item, list),
            Value::Object(object) => self.element(entry.tag, *object),
            Value::Reference(reference, _) => self.reference(entry.tag, reference),
            value => {
                self.out.push_str(entry.start);
                self.value(value);
                self.out.push_str(entry.end);
            }
        }
    }

    /// A text, or what is written as one.
    #[inline]
    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Text(text) => self.escaped(text, false),
            Value::Boolean(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Integer(value) => self.out.push_str(itoa::Buffer::new().format(*value)),
            // Writing to a string can't fail.
            Value::Decimal(value) => drop(write!(self.out, "{value}")),
            Value::Date(value) => value.push_to(&mut self.out),
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
        match reference.name() {
            None => self.out.push_str("/>"),
            Some(name) => {
                self.out.push_str("><name>");
                self.escaped(name, false);
                self.out.push_str("</name></");
                self.out.push_str(tag);
                self.out.push('>');
            }
        }
    }

    fn list(&mut self, tag: &str, item_tag: &str, list: &'a UntypedList) {
        self.out.push('<');
        self.out.push_str(tag);
        if let Some((href, below)) = list.address() {
            self.out.push_str(" href=\"");
            match below {
                None => self.escaped(href, true),
                Some(entry) => self.below(href, entry.name),
            }
            self.out.push('"');
        }
        let start = self.out.len();
        self.out.push('>');
        for item in list.iter() {
            match item {
                Value::Object(object) => self.element(object.struct_info().tag, object),
                value => {
                    self.out.push('<');
                    self.out.push_str(item_tag);
                    self.out.push('>');
                    self.value(&value);
                    self.out.push_str("</");
                    self.out.push_str(item_tag);
                    self.out.push('>');
                }
            }
        }
        self.end(tag, start);
    }

    /// The address of a list: that of an object, and the name of the member without underscores.
    fn below(&mut self, parent: &'a str, name: &str) {
        if std::ptr::eq(parent, self.plain) {
            self.out.push_str(parent);
        } else if bytes::find_escapable(parent.as_bytes(), true).is_none() {
            self.out.push_str(parent);
            self.plain = parent;
        } else {
            self.escaped(parent, true);
        }
        self.out.push('/');
        let mut rest = name;
        while let Some((part, after)) =
            bytes::find(rest.as_bytes(), b'_').map(|at| rest.split_at(at))
        {
            self.out.push_str(part);
            rest = after.get(1..).unwrap_or_default();
        }
        self.out.push_str(rest);
    }

    /// An attribute, of which the first part is given.
    #[inline]
    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push_str(name);
        self.escaped(value, true);
        self.out.push('"');
    }

    /// A text with what XML needs escaped. Characters that XML can't carry at all are left out:
    /// no engine could read the document otherwise.
    #[inline]
    fn escaped(&mut self, text: &str, attribute: bool) {
        let mut rest = text;
        while let Some(at) = bytes::find_escapable(rest.as_bytes(), attribute) {
            let (plain, others) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            let mut others = others.chars();
            self.special(others.next().unwrap_or_default(), attribute);
            rest = others.as_str();
        }
        self.out.push_str(rest);
    }

    /// A character that may not stand as it is.
    #[cold]
    fn special(&mut self, character: char, attribute: bool) {
        match character {
            '&' => self.out.push_str("&amp;"),
            '<' => self.out.push_str("&lt;"),
            '>' => self.out.push_str("&gt;"),
            '"' if attribute => self.out.push_str("&quot;"),
            '\r' => self.out.push_str("&#13;"),
            '\t' if attribute => self.out.push_str("&#9;"),
            '\n' if attribute => self.out.push_str("&#10;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            character => self.out.push(character),
        }
    }
}
