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
        let members = element.shape().members;
        self.out.push('<');
        self.out.push_str(tag);
        for (index, entry) in members.iter().enumerate().filter(|(_, e)| e.is_attribute()) {
            match element.field(index).view() {
                View::Text(text) => self.attribute(entry.tag, text),
                View::Integer(number) => self.attribute(entry.tag, &number.to_string()),
                _ => {}
            }
        }
        let start = self.out.len();
        self.out.push('>');
        for (index, entry) in members
            .iter()
            .enumerate()
            .filter(|(_, e)| !e.is_attribute())
        {
            self.member(entry, &element.field(index).view());
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
        // Writing to a string can't fail.
        let _ = match value {
            View::Text(text) => {
                self.escaped(text, false);
                Ok(())
            }
            View::Boolean(value) => write!(self.out, "{value}"),
            View::Integer(value) => write!(self.out, "{value}"),
            View::Decimal(value) => write!(self.out, "{value}"),
            View::Date(value) => write!(self.out, "{value}"),
            _ => Ok(()),
        };
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
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if attribute => self.out.push_str("&quot;"),
                '\r' => self.out.push_str("&#13;"),
                '\t' | '\n' if attribute => {
                    let _ = write!(self.out, "&#{};", u32::from(character));
                }
                '\0'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{fffe}'
                | '\u{ffff}' => {}
                character => self.out.push(character),
            }
        }
    }
}
