//! Writes documents: what is set, nothing else.

use std::fmt::Write as _;

use crate::element::{Element, Entry, Shape, View};
use crate::link::Reference;
use crate::list::Content;

/// The document of an object.
pub(crate) fn object(element: &dyn Element) -> String {
    let mut writer = Writer {
        out: String::with_capacity(256),
    };
    writer.element(element.shape().tag, element);
    writer.out
}

/// The document of a list.
pub(crate) fn list(list: &Content, shape: &'static Shape) -> String {
    let mut writer = Writer {
        out: String::with_capacity(256),
    };
    writer.list(shape.plural, "", list);
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    fn element(&mut self, tag: &str, element: &dyn Element) {
        let shape = element.shape();
        self.out.push('<');
        self.out.push_str(tag);
        for (name, index) in [("href", shape.href), ("id", shape.id)] {
            match index.map(|index| element.field(index).view()) {
                Some(View::Text(text)) => self.attribute(name, text),
                Some(View::Integer(number)) => self.attribute(name, &number.to_string()),
                _ => {}
            }
        }
        let start = self.out.len();
        self.out.push('>');
        for (index, entry) in shape.members.iter().enumerate() {
            if !entry.is_attribute() {
                self.member(entry, &element.field(index).view());
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
            self.close(tag);
        }
    }

    fn member(&mut self, entry: &Entry, value: &View<'_>) {
        match value {
            View::Absent => {}
            View::List(list) => self.list(entry.tag, entry.item, list),
            View::Object(object) => self.element(entry.tag, *object),
            View::Reference(reference, _) => self.reference(entry.tag, reference),
            value => self.simple(entry.tag, value),
        }
    }

    fn simple(&mut self, tag: &str, value: &View<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        match value {
            View::Text(text) => self.escaped(text, false),
            View::Boolean(value) => self.out.push_str(if *value { "true" } else { "false" }),
            View::Integer(value) => self.out.push_str(itoa::Buffer::new().format(*value)),
            // Writing to a string can't fail.
            View::Decimal(value) => drop(write!(self.out, "{value}")),
            View::Date(value) => value.push_to(&mut self.out),
            _ => {}
        }
        self.close(tag);
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn reference(&mut self, tag: &str, reference: &Reference) {
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(href) = reference.href() {
            self.attribute("href", href);
        }
        if let Some(id) = reference.id() {
            self.attribute("id", id);
        }
        let start = self.out.len();
        self.out.push('>');
        if let Some(name) = reference.name() {
            self.simple("name", &View::Text(name));
        }
        self.end(tag, start);
    }

    fn list(&mut self, tag: &str, item_tag: &str, list: &Content) {
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(href) = list.href() {
            self.attribute("href", &href);
        }
        let start = self.out.len();
        self.out.push('>');
        for item in list.iter() {
            match item {
                View::Object(object) => self.element(object.shape().tag, object),
                value => self.simple(item_tag, &value),
            }
        }
        self.end(tag, start);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.escaped(value, true);
        self.out.push('"');
    }

    /// A text with what XML needs escaped. Characters that XML can't carry at all are left out:
    /// no engine could read the document otherwise.
    fn escaped(&mut self, text: &str, attribute: bool) {
        let mut rest = text;
        while let Some(at) = first_special(rest) {
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

/// Where the first byte is that is to be looked at more closely. Nearly no text has one, and whether
/// there is any is found out for many bytes at once.
#[inline]
fn first_special(text: &str) -> Option<usize> {
    let any = text.bytes().fold(false, |any, byte| any | is_special(byte));
    any.then(|| text.bytes().position(is_special)).flatten()
}

/// Control characters, what needs escaping, and what the two characters begin with that XML can't
/// carry.
#[inline]
const fn is_special(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'"')
        | (byte == 0xef)
}
