//! XML documents as trees, with lookups by path.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element: attributes, text, children.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    text: String,
    pub(crate) children: Vec<Self>,
}

impl Element {
    /// Parses a document. Returns `None` if it is not well-formed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = Vec::new();
        loop {
            let closed = match reader.read_event().ok()? {
                Event::Start(start) => {
                    open.push(Self::start(&start)?);
                    None
                }
                Event::Empty(start) => Some(Self::start(&start)?),
                Event::End(_) => open.pop(),
                Event::Text(part) => {
                    if let Some(element) = open.last_mut() {
                        element.text.push_str(&part.xml10_content());
                    }
                    None
                }
                Event::GeneralRef(entity) => {
                    let reference = format!("&{};", &*entity.xml10_content());
                    let element = open.last_mut()?;
                    let text = quick_xml::escape::unescape(&reference).ok()?;
                    element.text.push_str(&text);
                    None
                }
                Event::Eof => return None,
                _ => None,
            };
            if let Some(element) = closed {
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => return Some(element),
                }
            }
        }
    }

    fn start(start: &BytesStart<'_>) -> Option<Self> {
        let mut element = Self {
            tag: start.name().0.to_owned(),
            ..Self::default()
        };
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let value = quick_xml::escape::unescape(&attribute.value).ok()?;
            let name = attribute.key.0.to_owned();
            element.attributes.push((name, value.into_owned()));
        }
        Some(element)
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(own, _)| own == name)?;
        Some(value)
    }

    /// Returns the text at a path such as `cpu.topology.cores`. The last step may name an
    /// attribute, as in `host.id`.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        match self.all(step).next() {
            Some(child) if rest.is_empty() => Some(&child.text),
            Some(child) => child.get(rest),
            None if rest.is_empty() => self.attribute(step),
            None => None,
        }
    }

    /// Returns the children with a tag.
    pub(crate) fn all(&self, tag: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.tag == tag)
    }
}
