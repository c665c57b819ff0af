//! XML elements as a tree that can be changed and written again.

use std::fmt::Display;

/// An element with its text or its children.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Name and attributes, as in the document.
    tag: String,
    /// Text of an element without children, escaped.
    text: String,
    children: Vec<Element>,
    /// Whether it is written as `<tag/>`.
    self_closing: bool,
}

impl Element {
    /// Parses the root element of a document without comments, CDATA sections and `>` in values.
    pub(super) fn parse(document: &str) -> Option<Self> {
        let mut rest = document.trim_start_matches('\u{feff}').trim_start();
        if rest.starts_with("<?") {
            rest = rest.split_once("?>")?.1;
        }
        parse(&mut rest.trim_start())
    }

    pub(super) fn name(&self) -> &str {
        self.tag.split_whitespace().next().unwrap_or_default()
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.tag.split_once(" id=\"")?.1.split('"').next()
    }

    pub(super) fn into_children(self) -> Vec<Self> {
        self.children
    }

    /// The text of the element at a path such as `display/port`.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        let (name, rest) = split(path);
        let child = self.children.iter().find(|child| child.name() == name)?;
        rest.map_or(Some(child.text.as_str()), |rest| child.text(rest))
    }

    /// Whether there is a child with this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.children.iter().any(|child| child.name() == name)
    }

    /// Bytes of tags and texts.
    pub(super) fn length(&self) -> usize {
        let children: usize = self.children.iter().map(Self::length).sum();
        self.tag.len() + self.text.len() + children
    }

    /// Replaces the text of the elements at a path; without any there, does nothing.
    pub(super) fn set(&mut self, path: &str, value: impl Display) {
        self.edit(path, &mut |element| {
            element.text = value.to_string();
            element.self_closing = false;
        });
    }

    /// Makes the references at a path refer to another object.
    pub(super) fn refer(&mut self, path: &str, collection: &str, id: &str) {
        self.edit(path, &mut |element| {
            let name = element.name().to_owned();
            element.tag =
                format!("{name} href=\"/ovirt-engine/api/{collection}/{id}\" id=\"{id}\"");
        });
    }

    /// Removes the elements at a path.
    pub(super) fn remove(&mut self, path: &str) {
        match path.rsplit_once('/') {
            None => self.retain(|child| child.name() != path),
            Some((parent, name)) => self.edit(parent, &mut |element| {
                element.retain(|child| child.name() != name);
            }),
        }
    }

    /// Keeps the children for which the predicate holds.
    pub(super) fn retain(&mut self, keep: impl FnMut(&Self) -> bool) {
        self.children.retain(keep);
    }

    /// Calls `change` for each element at a path.
    pub(super) fn edit(&mut self, path: &str, change: &mut dyn FnMut(&mut Self)) {
        let (name, rest) = split(path);
        for child in self
            .children
            .iter_mut()
            .filter(|child| child.name() == name)
        {
            match rest {
                Some(rest) => child.edit(rest, change),
                None => change(child),
            }
        }
    }

    /// Gives the object another identifier, in its tag and in all of its links.
    pub(super) fn identify(&mut self, id: &str) {
        if let Some(old) = self.id().map(ToOwned::to_owned) {
            self.replace_in_tags(&old, id);
        }
    }

    fn replace_in_tags(&mut self, old: &str, new: &str) {
        if self.tag.contains(old) {
            self.tag = self.tag.replace(old, new);
        }
        for child in &mut self.children {
            child.replace_in_tags(old, new);
        }
    }

    /// Whether the tag has this text, such as an attribute.
    pub(super) fn tag_contains(&self, text: &str) -> bool {
        self.tag.contains(text)
    }

    /// Appends the element, indented as engines do.
    pub(super) fn write(&self, out: &mut String, depth: usize) {
        indent(out, depth);
        out.extend(["<", &self.tag]);
        if self.self_closing {
            out.push_str("/>\n");
            return;
        }
        out.push('>');
        if self.children.is_empty() {
            out.push_str(&self.text);
        } else {
            out.push('\n');
            for child in &self.children {
                child.write(out, depth + 1);
            }
            indent(out, depth);
        }
        out.extend(["</", self.name(), ">\n"]);
    }
}

fn split(path: &str) -> (&str, Option<&str>) {
    match path.split_once('/') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    }
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("    ", depth));
}

/// Parses the element that `rest` begins with, and advances `rest` past it.
fn parse(rest: &mut &str) -> Option<Element> {
    let (tag, after) = rest.strip_prefix('<')?.split_once('>')?;
    *rest = after;
    let self_closing = tag.ends_with('/');
    let mut element = Element {
        tag: tag.trim_end_matches('/').trim_end().to_owned(),
        text: String::new(),
        children: Vec::new(),
        self_closing,
    };
    if self_closing {
        return Some(element);
    }
    loop {
        let (text, _) = rest.split_once('<')?;
        *rest = &rest[text.len()..];
        if let Some(end) = rest.strip_prefix("</") {
            if element.children.is_empty() {
                element.text = text.to_owned();
            }
            *rest = end.split_once('>')?.1;
            return Some(element);
        }
        element.children.push(parse(rest)?);
    }
}
