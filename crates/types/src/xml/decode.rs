//! Reads documents in one pass: the pull parser's events go straight into the members.

use std::borrow::Cow;

use super::budget::Budget;
use super::entities;
use super::error::XmlError;
use super::list_cache::ListCache;
use super::tokenizer::{AttributeIter, PlainAttributes, SyntaxError, Token, Tokenizer};
use crate::link::Reference;
use crate::list::{ItemKind, UntypedList};
use crate::reflect::{LinkSlot, ListSlot, MemberInfo, MemberMut, Reflect, StructInfo};

/// How deep objects of an answer may be nested; engines stay below ten. It bounds the stack.
const MAX_DEPTH: usize = 64;

mod cached;
mod object;
mod value;

use cached::Container;

type Result<T> = std::result::Result<T, XmlError>;

/// The tag of a document's root element, if it has one.
pub fn root_element(document: &[u8]) -> Option<String> {
    root_tag(document).ok()
}

/// The tag of a document's root element.
pub(crate) fn root_tag(document: &[u8]) -> Result<String> {
    decode(document)
        .and_then(|text| {
            let mut parser = Parser::new(text);
            parser.root()?;
            Ok(parser.tokens.name().to_owned())
        })
        .map_err(|error| error.located(document))
}

/// The document's root element is none of the API's.
#[cold]
pub(crate) fn unknown_root(document: &[u8], tag: &str) -> XmlError {
    XmlError::new(
        format!(
            "the API has no type for the root element `{}`",
            shorten(tag)
        ),
        0,
    )
    .located(document)
}

/// Fills an object from a document.
pub(crate) fn object(document: &[u8], target: &mut dyn Reflect) -> Result<()> {
    let tag = target.struct_info().tag;
    read_document(document, |parser| {
        let empty = parser.root()?;
        parser.expect_root(&[tag])?;
        parser
            .object(empty, target)
            .map_err(|error| error.within(tag))
    })
}

/// Fills a list from a document.
pub(crate) fn list(
    document: &[u8],
    target: &mut dyn ListSlot,
    shape: &'static StructInfo,
) -> Result<()> {
    read_document(document, |parser| {
        let empty = parser.root()?;
        parser.expect_root(&[shape.plural, regular_plural(shape)])?;
        parser.cache = Some(ListCache::default());
        parser
            .list(empty, target)
            .map_err(|error| error.within(shape.plural))
    })
}

/// What there is next in a list of which only a part is there.
pub(super) enum ListToken {
    /// The object has been filled.
    Object,
    /// Something that isn't an object.
    Other,
    /// The list has ended.
    End,
}

/// Reads on within the root element of a list: the next piece, and how long it is.
pub(super) fn piece(
    text: &str,
    root: &str,
    cache: &mut ListCache,
    object: &mut dyn Reflect,
) -> Result<(ListToken, usize)> {
    let mut parser = Parser::within(text, root);
    parser.cache = Some(std::mem::take(cache));
    let piece = parser.piece(object);
    *cache = parser.cache.unwrap_or_default();
    piece
}

/// Reads the beginning of a document up to the start of its root: the name of that, whether it
/// has no content, and how long the beginning is.
pub(super) fn prolog(text: &str, is_root: impl Fn(&str) -> bool) -> Result<(&str, bool, usize)> {
    let mut parser = Parser::new(text);
    let empty = parser.root()?;
    let name = parser.tokens.name();
    if !is_root(name) {
        let what = format!(
            "the root element `{}` is not that of the list",
            shorten(name)
        );
        return Err(XmlError::new(what, text.find('<').unwrap_or_default()));
    }
    Ok((name, empty, parser.tokens.position()))
}

/// That nothing follows the root but what may: how much of it is there.
pub(super) fn epilog(text: &str) -> Result<usize> {
    Parser::new(text).end_of_document()
}

/// Whether an element is one of those that collections can have before their items.
fn is_no_item(tag: &[u8]) -> bool {
    matches!(tag, b"actions" | b"link" | b"size" | b"total" | b"active")
}

/// Whether a tag is that of a list of objects of this shape.
pub(crate) fn is_plural(shape: &StructInfo, tag: &str) -> bool {
    tag == shape.plural || tag == regular_plural(shape)
}

/// Engines misspell the collection of operating systems, and may stop doing so.
fn regular_plural(shape: &StructInfo) -> &'static str {
    if shape.plural == "operation_systems" {
        "operating_systems"
    } else {
        shape.plural
    }
}

fn read_document(document: &[u8], read: impl FnOnce(&mut Parser<'_>) -> Result<()>) -> Result<()> {
    decode(document)
        .and_then(|text| {
            let mut parser = Parser::new(text);
            read(&mut parser)?;
            parser.end_of_document().map(drop)
        })
        .map_err(|error| error.located(document))
}

/// The document as text: engines write UTF-8 and nothing else.
fn decode(document: &[u8]) -> Result<&str> {
    if document.starts_with(&[0xFE, 0xFF]) || document.starts_with(&[0xFF, 0xFE]) {
        return Err(XmlError::new(
            "the document is in UTF-16; it must be in UTF-8",
            0,
        ));
    }
    simdutf8::compat::from_utf8(document).map_err(|error| {
        XmlError::because("the document is not in UTF-8", error.valid_up_to(), error)
    })
}

/// The attributes that mean something, with references replaced.
#[derive(Default)]
struct ObjectAttributes<'a> {
    href: Option<Cow<'a, str>>,
    id: Option<Cow<'a, str>>,
    rel: Option<Cow<'a, str>>,
}

struct Parser<'a> {
    tokens: Tokenizer<'a>,
    depth: usize,
    budget: Budget,
    /// For lists: objects of one have parts in common.
    cache: Option<ListCache>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Self::of(Tokenizer::new(text), text, 0)
    }

    /// Within the root element of a list.
    fn within(text: &'a str, root: &'a str) -> Self {
        Self::of(Tokenizer::within(text, root), text, 1)
    }

    fn of(tokens: Tokenizer<'a>, text: &str, depth: usize) -> Self {
        Self {
            tokens,
            depth,
            budget: Budget::new(text.len()),
            cache: None,
        }
    }

    /// The next piece of a list, and how long it is.
    fn piece(&mut self, object: &mut dyn Reflect) -> Result<(ListToken, usize)> {
        let empty = match self.next()? {
            Token::Start => false,
            Token::Empty => true,
            Token::End => return Ok((ListToken::End, self.tokens.position())),
            event => {
                self.refuse(event)?;
                return Ok((ListToken::Other, self.tokens.position()));
            }
        };
        if is_no_item(self.tokens.name_bytes()) {
            self.skip(empty)?;
            return Ok((ListToken::Other, self.tokens.position()));
        }
        let tag = object.struct_info().tag;
        self.object(empty, object)
            .map_err(|error| error.within(tag))?;
        Ok((ListToken::Object, self.tokens.position()))
    }

    #[cold]
    fn error(&self, message: impl Into<String>) -> XmlError {
        XmlError::new(message, self.tokens.position())
    }

    #[inline]
    fn next(&mut self) -> Result<Token> {
        self.tokens.next_token().map_err(malformed)
    }

    /// What comes next where blanks mean nothing.
    #[inline]
    fn next_within(&mut self) -> Result<Token> {
        self.tokens.next_token_within().map_err(malformed)
    }

    /// Refuses what must not be within an element, where most other events are passed over.
    #[cold]
    fn refuse(&self, event: Token) -> Result<()> {
        match event {
            Token::Eof => Err(self
                .error("the document ends in the middle of an element")
                .because_it_ends()),
            Token::DocType => Err(self.error("document type declarations are not allowed")),
            _ => Ok(()),
        }
    }

    /// Goes to the start of the root element; whether that is an empty one.
    fn root(&mut self) -> Result<bool> {
        loop {
            let at = self.tokens.position();
            match self.next()? {
                Token::Start => return Ok(false),
                Token::Empty => return Ok(true),
                Token::Declaration => {
                    if encoding(self.tokens.content()).is_some_and(|name| !is_utf8(name)) {
                        return Err(self.error("the document must be in UTF-8"));
                    }
                }
                Token::DocType => {
                    return Err(self.error("document type declarations are not allowed"));
                }
                Token::Other => {}
                Token::Text if self.is_blank() => {}
                Token::Eof => {
                    return Err(self
                        .error("the document has no root element")
                        .because_it_ends());
                }
                event => {
                    return Err(self.misplaced("the document is no XML", event, at));
                }
            }
        }
    }

    /// Whether the text that came has nothing but blanks.
    fn is_blank(&self) -> bool {
        self.tokens.content().trim_ascii().is_empty()
    }

    /// What came at a position must not be there.
    #[cold]
    fn misplaced(&self, what: &str, event: Token, at: usize) -> XmlError {
        let text = self.tokens.content();
        let blanks = match event {
            Token::Text => text.len() - text.trim_ascii_start().len(),
            _ => 0,
        };
        XmlError::new(what, at + blanks)
    }

    fn expect_root(&self, tags: &[&str]) -> Result<()> {
        let name = self.tokens.name();
        if tags.contains(&name) {
            return Ok(());
        }
        let tag = tags.first().copied().unwrap_or_default();
        let found: String = name.chars().take(64).collect();
        Err(self.error(format!(
            "expected the root element `{tag}`, found `{found}`"
        )))
    }

    /// That nothing follows but what may: up to where.
    fn end_of_document(&mut self) -> Result<usize> {
        loop {
            let at = self.tokens.position();
            match self.next()? {
                Token::Eof => return Ok(at),
                Token::Other => {}
                Token::Text if self.is_blank() => {}
                event => {
                    let what = "there is something after the root element";
                    return Err(self.misplaced(what, event, at));
                }
            }
        }
    }

    #[inline]
    fn enter(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("objects are nested too deeply"));
        }
        Ok(())
    }

    /// Fills a member from its element.
    fn value(
        &mut self,
        empty: bool,
        slot: MemberMut<'_>,
        entry: &'static MemberInfo,
    ) -> Result<()> {
        match slot {
            MemberMut::Object(place) => self.part(empty, Container::Object(place), entry),
            MemberMut::Link(place) => self.link(empty, place),
            MemberMut::List(place) => self.part(empty, Container::List(place), entry),
            MemberMut::Nothing => self.skip(empty),
            place => {
                let text = self.text(empty)?;
                self.text_into(place, &text)
            }
        }
    }

    /// A link is mostly an empty element with `href` and `id`: then no object is needed.
    fn link(&mut self, empty: bool, place: &mut dyn LinkSlot) -> Result<()> {
        if empty && place.may_refer() {
            let reference = match self.tokens.plain_attributes() {
                Some(PlainAttributes { href, id, .. }) => self.reference(href, id),
                None => {
                    let ObjectAttributes { href, id, .. } = self.escaped_attributes()?;
                    self.reference(href.as_deref(), id.as_deref())
                }
            };
            if let Some(reference) = reference {
                place.refer(reference);
                return Ok(());
            }
        }
        let mut outcome = Ok(());
        place.fill(&mut |object| outcome = self.object(empty, object));
        outcome
    }

    /// A reference made of these, if they aren't longer than any that an engine makes.
    #[inline]
    fn reference(&mut self, href: Option<&str>, id: Option<&str>) -> Option<Reference> {
        match &mut self.cache {
            Some(cache) => cache.links.reference(href, id),
            None => Reference::new(href, id, None),
        }
    }

    fn list(&mut self, empty: bool, place: &mut dyn ListSlot) -> Result<()> {
        let (list, kind) = place.open();
        list.clear();
        if self.tokens.has_attributes()
            && let Some(href) = self.attributes()?.href
        {
            list.set_href(&href);
        }
        if empty {
            return Ok(());
        }
        self.enter()?;
        loop {
            match self.next_within()? {
                Token::Start => self.item(false, list, kind)?,
                Token::Empty => self.item(true, list, kind)?,
                Token::End => break,
                event => self.refuse(event)?,
            }
        }
        list.trim();
        self.depth -= 1;
        Ok(())
    }

    /// An item, or what a collection has before its items. Items are told by their place rather
    /// than by their tag: documents written by hand don't always use that of the type.
    fn item(&mut self, empty: bool, list: &mut UntypedList, kind: ItemKind) -> Result<()> {
        if is_no_item(self.tokens.name_bytes()) {
            return self.skip(empty);
        }
        if let Some(object) = list.begin(kind) {
            let tag = object.struct_info().tag;
            return self
                .object(empty, object)
                .map_err(|error| error.within(tag));
        }
        let text = self.text(empty)?;
        list.push_text(&text, kind);
        Ok(())
    }

    /// Passes over an element whose start has been read.
    fn skip(&mut self, empty: bool) -> Result<()> {
        let mut open = usize::from(!empty);
        while open > 0 {
            match self.next_within()? {
                Token::Start => open += 1,
                Token::End => open -= 1,
                Token::Empty | Token::Text => {}
                event => self.refuse(event)?,
            }
        }
        Ok(())
    }

    /// The attributes of the element that was started last.
    #[inline]
    fn attributes(&self) -> Result<ObjectAttributes<'a>> {
        match self.tokens.plain_attributes() {
            Some(PlainAttributes { href, id, rel }) => Ok(ObjectAttributes {
                href: href.map(Cow::Borrowed),
                id: id.map(Cow::Borrowed),
                rel: rel.map(Cow::Borrowed),
            }),
            None => self.escaped_attributes(),
        }
    }

    #[cold]
    fn escaped_attributes(&self) -> Result<ObjectAttributes<'a>> {
        let mut attributes = ObjectAttributes::default();
        for attribute in self.tokens.attributes() {
            let (name, value) = attribute.map_err(|kind| {
                let flaw = SyntaxError {
                    kind,
                    at: self.tokens.position(),
                    at_end: false,
                };
                XmlError::because("an attribute is not well-formed", flaw.at, flaw)
            })?;
            let value = entities::unescape(value)
                .map_err(|_| self.error("an attribute has a wrong reference"))?;
            match name {
                "href" => attributes.href = Some(value),
                "id" => attributes.id = Some(value),
                "rel" => attributes.rel = Some(value),
                _ => {}
            }
        }
        Ok(attributes)
    }
}

#[cold]
fn malformed(flaw: SyntaxError) -> XmlError {
    let error = XmlError::because("the document is not well-formed XML", flaw.at, flaw);
    if flaw.at_end {
        error.because_it_ends()
    } else {
        error
    }
}

/// The encoding that an XML declaration names.
fn encoding(declaration: &str) -> Option<&str> {
    let attributes = AttributeIter::of(declaration);
    let mut attributes = attributes.filter_map(std::result::Result::ok);
    attributes
        .find(|(name, _)| *name == "encoding")
        .map(|(_, value)| value)
}

fn is_utf8(encoding: &str) -> bool {
    ["utf-8", "utf8", "us-ascii"]
        .iter()
        .any(|name| encoding.eq_ignore_ascii_case(name))
}

/// The beginning of a text, for messages.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
