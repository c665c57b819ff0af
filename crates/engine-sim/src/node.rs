//! XML element trees, the common form of stored objects, request bodies and response documents.

use std::str::FromStr;

use compact_str::CompactString;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use thin_vec::ThinVec;

use crate::sink::{Sink, XmlWriter};

/// Maximum nesting depth of a document.
const MAX_DEPTH: usize = 64;

/// An XML element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) tag: Text,
    pub(crate) attributes: ThinVec<(Text, Text)>,
    pub(crate) text: Text,
    pub(crate) children: ThinVec<Node>,
}

/// A string. Short strings, the majority in documents, are stored inline.
pub(crate) type Text = CompactString;

impl Node {
    pub(crate) fn new(tag: impl Into<Text>) -> Self {
        Self {
            tag: tag.into(),
            ..Self::default()
        }
    }

    /// Returns an element with text.
    pub(crate) fn leaf(tag: impl Into<Text>, text: impl Into<Text>) -> Self {
        Self {
            tag: tag.into(),
            text: text.into(),
            ..Self::default()
        }
    }

    /// Returns an element that refers to an object by its identifier.
    pub(crate) fn reference(tag: impl Into<Text>, id: &str) -> Self {
        let mut node = Self::new(tag);
        node.set_attribute("id", id);
        node
    }

    /// Returns an object with a name and a description; an empty identifier means a new one.
    pub(crate) fn named(tag: &str, id: &str, name: &str, description: &str) -> Self {
        let mut node = Self::new(tag);
        if !id.is_empty() {
            node.set_attribute("id", id);
        }
        node.with_text("name", name)
            .with_text("description", description)
    }

    /// Adds a child.
    pub(crate) fn with(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// Adds a child with text.
    pub(crate) fn with_text(self, tag: &str, text: impl Into<Text>) -> Self {
        self.with(Self::leaf(tag, text))
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn set_attribute(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value.into(),
            None => self.attributes.push((name.into(), value.into())),
        }
    }

    pub(crate) fn id(&self) -> &str {
        self.attribute("id").unwrap_or_default()
    }

    pub(crate) fn child(&self, tag: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.tag == tag)
    }

    pub(crate) fn child_mut(&mut self, tag: &str) -> &mut Self {
        let index = match self.children.iter().position(|child| child.tag == tag) {
            Some(index) => index,
            None => {
                self.children.push(Self::new(tag));
                self.children.len() - 1
            }
        };
        &mut self.children[index]
    }

    /// Returns the text of a descendant. `path` has the tags, separated by `.`; a last step `id`
    /// means the attribute.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        if step == "id" {
            return self.attribute("id");
        }
        let child = self.child(step)?;
        if rest.is_empty() {
            Some(&child.text)
        } else {
            child.get(rest)
        }
    }

    /// Returns the number in a descendant; `None` if there is none.
    pub(crate) fn number<T: FromStr>(&self, path: &str) -> Option<T> {
        self.get(path)?.trim().parse().ok()
    }

    /// Sets the text of a descendant. Creates missing elements.
    pub(crate) fn set(&mut self, path: &str, text: impl Into<Text>) {
        let mut node = self;
        for step in path.split('.') {
            node = node.child_mut(step);
        }
        node.text = text.into();
    }

    /// Sets the text of a descendant unless it exists.
    pub(crate) fn set_default(&mut self, path: &str, text: impl Into<Text>) {
        if self.get(path).is_none() {
            self.set(path, text);
        }
    }

    /// Replaces a child by a reference to an object.
    pub(crate) fn set_reference(&mut self, tag: &str, id: &str) {
        *self.child_mut(tag) = Self::reference(tag, id);
    }

    pub(crate) fn remove(&mut self, tag: &str) {
        self.children.retain(|child| child.tag != tag);
    }

    /// Replaces the children by those of `changes` with the same tag. Elements with children are
    /// merged, except for lists and references.
    pub(crate) fn merge(&mut self, changes: &Self) {
        for change in &changes.children {
            let own = self.child_mut(&change.tag);
            let repeated = changes
                .children
                .iter()
                .filter(|c| c.tag == change.tag)
                .count()
                > 1;
            let repeats = |node: &Self| {
                node.children
                    .windows(2)
                    .any(|pair| pair[0].tag == pair[1].tag)
            };
            let is_list = repeats(change) || repeats(own);
            if change.children.is_empty() || change.attribute("id").is_some() || is_list || repeated
            {
                *own = change.clone();
            } else {
                own.text.clone_from(&change.text);
                own.merge(change);
            }
        }
    }

    /// Parses a document. The error is a message.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = Vec::new();
        let mut has_entities = false;
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            let ended = match event {
                Event::Start(start) => {
                    open.push(Self::start(&start)?);
                    None
                }
                Event::Empty(start) => Some(Self::start(&start)?),
                Event::End(_) => open.pop(),
                Event::Text(part) => {
                    add_text(&mut open, &part.xml10_content());
                    None
                }
                Event::CData(part) => {
                    add_text(&mut open, &part.xml10_content());
                    None
                }
                Event::GeneralRef(entity) => {
                    let reference = format!("&{};", &*entity.xml10_content());
                    match quick_xml::escape::unescape(&reference) {
                        Ok(text) => add_text(&mut open, &text),
                        Err(_) if has_entities => {}
                        Err(error) => return Err(error.to_string()),
                    }
                    None
                }
                // The entities of a document type are ignored.
                Event::DocType(_) => {
                    has_entities = true;
                    None
                }
                Event::Eof => return Err("unexpected end of the document".to_owned()),
                _ => None,
            };
            if open.len() > MAX_DEPTH {
                return Err("the document is nested too deeply".to_owned());
            }
            if let Some(mut node) = ended {
                if !node.children.is_empty() {
                    node.text.clear();
                }
                match open.last_mut() {
                    Some(parent) => parent.children.push(node),
                    None => return check_end(&mut reader).map(|()| node),
                }
            }
        }
    }

    fn start(start: &BytesStart<'_>) -> Result<Self, String> {
        let mut node = Self::new(start.name().0);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = quick_xml::escape::unescape(&attribute.value).map_err(|e| e.to_string())?;
            node.attributes.push((attribute.key.0.into(), value.into()));
        }
        Ok(node)
    }

    /// Returns the XML document, indented like those of an engine.
    pub(crate) fn to_xml(&self) -> String {
        let mut xml = XmlWriter::with_capacity(1024);
        self.write(&mut xml);
        xml.finish()
    }

    /// Writes the element.
    pub(crate) fn write(&self, sink: &mut impl Sink) {
        sink.open(&self.tag);
        self.write_attributes(sink);
        if self.children.is_empty() {
            sink.text(&self.text);
        }
        for child in &self.children {
            child.write(sink);
        }
        sink.close(&self.tag);
    }

    pub(crate) fn write_attributes(&self, sink: &mut impl Sink) {
        for (name, value) in &self.attributes {
            sink.attribute(name, &[value]);
        }
    }

    /// Releases excess capacity: stored objects rarely change.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.attributes.shrink_to_fit();
        self.children.shrink_to_fit();
        for child in &mut self.children {
            child.shrink_to_fit();
        }
    }
}

/// Whether a member of an object refers to the object with this identifier.
pub(crate) fn refers_to(object: &Node, member: &str, id: &str) -> bool {
    object
        .children
        .iter()
        .filter(|child| child.tag == member)
        .any(|child| child.id() == id || child.children.iter().any(|item| item.id() == id))
}

/// Fails if anything but comments and white space follows the root element.
fn check_end(reader: &mut Reader<&[u8]>) -> Result<(), String> {
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Text(text) if text.xml10_content().trim().is_empty() => {}
            _ => return Err("content after the root element".to_owned()),
        }
    }
}

fn add_text(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn serializing_reverses_parsing() {
        let text = r#"<vm id="1"><name>a &lt;b&gt;</name><cpu><topology><cores>2</cores></topology></cpu></vm>"#;
        let node = Node::parse(text).expect("well-formed");
        assert_eq!(node.get("name"), Some("a <b>"));
        assert_eq!(node.get("cpu.topology.cores"), Some("2"));
        assert_eq!(Node::parse(&node.to_xml()), Ok(node));
    }

    #[test]
    fn malformed_documents_are_rejected() {
        for text in ["", "<a>", "<a></b>", "x", "<a>&b;</a>"] {
            assert!(Node::parse(text).is_err(), "{text}");
        }
        assert!(Node::parse(&"<a>".repeat(100_000)).is_err());
        // Entities are never resolved.
        let entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>x&b;y</a>";
        assert_eq!(Node::parse(entity), Ok(Node::leaf("a", "xy")));
    }
}
