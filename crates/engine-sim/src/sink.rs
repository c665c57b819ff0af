//! Document writers: one that produces XML text, one that builds a tree.

use crate::node::{Node, Text};

/// Receives a document as a sequence of events.
pub(crate) trait Sink {
    /// Starts an element.
    fn open(&mut self, tag: &str);

    /// Adds an attribute to the element just started. The value is the concatenation of its parts.
    fn attribute(&mut self, name: &str, value: &[&str]);

    /// Adds text to an element without children.
    fn text(&mut self, text: &str);

    /// Ends the innermost open element.
    fn close(&mut self, tag: &str);
}

/// Writes XML with the indentation of an engine.
pub(crate) struct XmlWriter {
    out: String,
    depth: usize,
    /// The last thing written.
    last: Last,
}

#[derive(PartialEq, Eq)]
enum Last {
    /// A start tag without its `>`.
    Open {
        attributes: bool,
    },
    Text,
    Line,
}

impl XmlWriter {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        let mut out = String::with_capacity(capacity);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        Self {
            out,
            depth: 0,
            last: Last::Line,
        }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        const BLANKS: &str = "                                                                ";
        let mut left = self.depth * 4;
        while left > 0 {
            let part = left.min(BLANKS.len());
            self.out.push_str(BLANKS.get(..part).unwrap_or_default());
            left -= part;
        }
    }

    fn push_escaped(&mut self, text: &str, special: &[bool; 256]) {
        let mut rest = text;
        let is_special = |byte: u8| special.get(usize::from(byte)).is_some_and(|own| *own);
        while let Some(at) = rest.bytes().position(is_special) {
            let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            self.out.push_str(match special.as_bytes().first() {
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'&') => "&amp;",
                Some(b'"') => "&quot;",
                Some(b'\'') => "&apos;",
                Some(b'\t') => "&#9;",
                Some(b'\r') => "&#13;",
                _ => "&#10;",
            });
            rest = special.get(1..).unwrap_or_default();
        }
        self.out.push_str(rest);
    }
}

/// Bytes to escape in an attribute value.
const ESCAPED_IN_ATTRIBUTE: [bool; 256] = byte_set(b"<>&\"'\t\r\n");

/// Bytes to escape in text. Parsers normalize a literal carriage return to a line feed.
const ESCAPED_IN_TEXT: [bool; 256] = byte_set(b"<>&\r");

/// Returns a lookup table of the given bytes.
const fn byte_set(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        table[*byte as usize] = true;
        rest = tail;
    }
    table
}

impl Sink for XmlWriter {
    fn open(&mut self, tag: &str) {
        if let Last::Open { .. } = self.last {
            self.out.push_str(">\n");
        }
        self.indent();
        self.out.push('<');
        self.out.push_str(tag);
        self.depth += 1;
        self.last = Last::Open { attributes: false };
    }

    fn attribute(&mut self, name: &str, value: &[&str]) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        for part in value {
            self.push_escaped(part, &ESCAPED_IN_ATTRIBUTE);
        }
        self.out.push('"');
        self.last = Last::Open { attributes: true };
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.out.push('>');
        self.push_escaped(text, &ESCAPED_IN_TEXT);
        self.last = Last::Text;
    }

    fn close(&mut self, tag: &str) {
        self.depth = self.depth.saturating_sub(1);
        match self.last {
            Last::Open { attributes: false } if needs_end_tag(tag) => self.out.push('>'),
            Last::Open { .. } => {
                self.out.push_str("/>\n");
                self.last = Last::Line;
                return;
            }
            Last::Text => {}
            Last::Line => self.indent(),
        }
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push_str(">\n");
        self.last = Last::Line;
    }
}

/// Whether an engine writes the element with an end tag even if it is empty.
fn needs_end_tag(tag: &str) -> bool {
    matches!(
        tag,
        "authorized_ssh_keys"
            | "codename"
            | "comment"
            | "custom_kernel_cmdline"
            | "custom_script"
            | "description"
            | "stop_reason"
            | "user_name"
            | "version_name"
    )
}

/// Builds a tree of nodes.
#[derive(Default)]
pub(crate) struct TreeBuilder {
    open: Vec<Node>,
    root: Option<Node>,
}

impl TreeBuilder {
    /// Returns the root of the finished tree.
    pub(crate) fn finish(self) -> Node {
        self.root.unwrap_or_default()
    }
}

impl Sink for TreeBuilder {
    fn open(&mut self, tag: &str) {
        self.open.push(Node::new(tag));
    }

    fn attribute(&mut self, name: &str, value: &[&str]) {
        if let Some(node) = self.open.last_mut() {
            let value: Text = value.iter().copied().collect();
            node.attributes.push((name.into(), value));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(node) = self.open.last_mut() {
            node.text.push_str(text);
        }
    }

    fn close(&mut self, _tag: &str) {
        let Some(node) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.root = Some(node),
        }
    }
}
