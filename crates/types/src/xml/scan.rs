//! Finds what a document consists of: tags, texts, and what is passed over. It looks at each byte
//! once and copies nothing; names of elements are checked against each other here, attributes and
//! references when they are asked for.
//!
//! It accepts exactly what the pull parser of quick-xml accepts, which a test compares it with on
//! documents of every kind: only declarations of document types are not looked into, since they
//! are refused anyway.
//!
//! What engines write is taken in one go as far as it is as usual; at the first byte that isn't, the
//! ways that know all of XML go on from there.

use std::fmt;

use memchr::{memchr, memchr_iter};

use super::find;
use crate::index::Key;

mod attributes;

pub use self::attributes::{Attributes, Usual};
pub use super::reference::{Wrong, WrongReference, content, lines, resolve};

/// How the attributes begin that engines write, in words and bytes.
const HREF: (u64, usize) = (u64::from_le_bytes(*b" href=\"\0"), 7);
const ID: (u64, usize) = (u64::from_le_bytes(*b" id=\"\0\0\0"), 5);
const REL: (u64, usize) = (u64::from_le_bytes(*b" rel=\"\0\0"), 6);

/// What has come in a document. Its name, attributes or text are with the [`Scanner`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The start of an element.
    Start,
    /// An element without content: `<a/>`.
    Empty,
    /// The end of the element that was started last.
    End,
    /// Text as it stands there, whose references have an end.
    Text,
    /// Text in which nothing has a meaning.
    CData,
    /// The XML declaration, whose text is what follows its name.
    Declaration,
    /// The beginning of a declaration of the document's type. Nothing can follow.
    DocType,
    /// A comment or a processing instruction.
    Other,
    /// The document has ended, whether or not its elements have.
    Eof,
}

/// A document that isn't well-formed: why, and at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub what: What,
    /// Whether the document could go on so that nothing is.
    pub at_end: bool,
    /// Offset in the document.
    pub at: usize,
}

/// Why a document isn't well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum What {
    EndlessTag,
    EndlessInstruction,
    EndlessDeclaration,
    EndlessSection,
    EndlessReference,
    EndlessValue,
    NoValue,
    NoQuotes,
    UnknownDeclaration,
    EndWithoutStart,
    EndOfAnother,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.what {
            What::EndlessTag => "a tag has no end",
            What::EndlessInstruction => "a processing instruction has no end",
            What::EndlessDeclaration => "a declaration has no end",
            What::EndlessSection => "a comment or a CDATA section has no end",
            What::EndlessReference => "a reference has no end",
            What::EndlessValue => "the value of an attribute has no end",
            What::NoValue => "an attribute has no value",
            What::NoQuotes => "the value of an attribute has no quotes",
            What::UnknownDeclaration => "something is declared that XML doesn't have",
            What::EndWithoutStart => "an element ends that has not begun",
            What::EndOfAnother => "an element ends while another is open",
        })
    }
}

impl std::error::Error for Flaw {}

/// Where a part of the document begins and ends; nothing ends at its beginning.
type Span = (usize, usize);

/// The last tag that wasn't an end.
#[derive(Debug, Default)]
struct Tag {
    name: Span,
    /// Where its attributes end.
    end: usize,
    /// Whether these are all of them.
    is_usual: bool,
    href: Span,
    id: Span,
    rel: Span,
}

/// A position in a document, the elements that are open there, and what came last.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    open: Vec<&'a [u8]>,
    /// Whether a name with a quote in it has been seen: no document that means well has one.
    odd: bool,
    tag: Tag,
    /// The last text.
    content: Span,
}

impl<'a> Scanner<'a> {
    /// At the beginning of a document, after its byte order mark.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: if text.starts_with('\u{feff}') { 3 } else { 0 },
            open: Vec::with_capacity(16),
            odd: false,
            tag: Tag::default(),
            content: (0, 0),
        }
    }

    /// In the middle of a document, within this element and nothing else.
    pub fn within(text: &'a str, element: &'a str) -> Self {
        let mut scanner = Self::new(text);
        scanner.at = 0;
        scanner.open.push(element.as_bytes());
        scanner.odd = element.contains(['"', '\'']);
        scanner
    }

    /// Offset of what comes next.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// The name of the element that was started last, or was empty.
    pub fn name(&self) -> &'a str {
        self.part(self.tag.name)
    }

    /// The same as bytes, which is faster.
    #[inline(always)]
    pub(crate) fn name_bytes(&self) -> &'a [u8] {
        let (begin, end) = self.tag.name;
        self.text.as_bytes().get(begin..end).unwrap_or_default()
    }

    /// The beginning of that name.
    #[inline(always)]
    pub(crate) fn key(&self) -> Key {
        let name = self.name_bytes();
        match find::word(self.text.as_bytes(), self.tag.name.0) {
            Some(word) => Key::in_word(word, name.len()),
            None => Key::found(name),
        }
    }

    /// Whether it has attributes, or at least blanks after its name.
    #[inline(always)]
    pub(crate) fn has_attributes(&self) -> bool {
        self.tag.end > self.tag.name.1
    }

    /// Its attributes; nothing if they aren't all as usual.
    #[inline(always)]
    pub fn usual_attributes(&self) -> Option<Usual<'a>> {
        let Tag { href, id, rel, .. } = self.tag;
        self.tag.is_usual.then(|| Usual {
            href: self.value(href),
            id: self.value(id),
            rel: self.value(rel),
        })
    }

    /// The value of an attribute. Those of a tag without attributes are of one before it.
    #[inline(always)]
    fn value(&self, span: Span) -> Option<&'a str> {
        (self.has_attributes() && span.1 > 0).then(|| self.part(span))
    }

    /// Its attributes, whatever they are.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes::of(self.part((self.tag.name.1, self.tag.end)))
    }

    /// The last text.
    #[inline]
    pub fn content(&self) -> &'a str {
        self.part(self.content)
    }

    /// What comes next. After an error there is nothing sensible.
    pub fn event(&mut self) -> Result<Event, Flaw> {
        match self.rest() {
            [] => Ok(Event::Eof),
            [b'<', b'/', ..] => self.end(),
            [b'<', b'!', ..] => self.declaration(),
            [b'<', b'?', ..] => self.instruction(),
            [b'<'] => Err(self.endless(What::EndlessTag)),
            [b'<', ..] => self.start(),
            _ => self.text(),
        }
    }

    /// What is still to be read.
    #[inline(always)]
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// What has come since a position; nothing if a name has been seen that no document has that means well.
    pub(crate) fn plain_since(&self, begin: usize) -> Option<&'a [u8]> {
        let text = self.text.as_bytes().get(begin..self.at);
        text.filter(|_| !self.odd)
    }

    /// Passes over the rest of the element that was started last, with its end, which is so long.
    pub(crate) fn pass(&mut self, length: usize) {
        self.at += length;
        self.open.pop();
    }

    /// A part of the document, between two bytes of ASCII.
    #[inline(always)]
    fn part(&self, (begin, end): Span) -> &'a str {
        self.text.get(begin..end).unwrap_or_default()
    }

    #[cold]
    fn flaw(&self, what: What) -> Flaw {
        Flaw {
            what,
            at: self.at,
            at_end: false,
        }
    }

    /// Something has no end, as far as the document is there.
    #[cold]
    fn endless(&self, what: What) -> Flaw {
        Flaw {
            what,
            at: self.at,
            at_end: true,
        }
    }

    /// What comes next but for blanks before a tag.
    // Not inlined: objects are read by recursion, which shall take little of the stack.
    #[inline(never)]
    pub fn event_within(&mut self) -> Result<Event, Flaw> {
        let rest = self.rest();
        let blanks = find::not_blank(rest).unwrap_or_default();
        match rest.get(blanks..) {
            Some([b'<', b'/', ..]) => {
                self.at += blanks;
                self.end()
            }
            Some([b'<', next, ..]) if !matches!(next, b'!' | b'?') => {
                self.at += blanks;
                self.start()
            }
            Some([b'<', ..]) => {
                self.at += blanks;
                self.event()
            }
            _ => self.event(),
        }
    }

    /// Takes the text and the end of the element that was started last, where it has nothing else
    /// in it and the text means what it says. Otherwise nothing is taken.
    #[inline(always)]
    pub fn leaf(&mut self) -> Option<&'a str> {
        let begin = self.at;
        let length = find::three(self.rest(), [b'<', b'&', b'\r'])?;
        self.ends(length)
            .then(|| self.part((begin, begin + length)))
    }

    /// Takes the end of the element that was started last, if it is so far ahead and as usual.
    #[inline(always)]
    fn ends(&mut self, ahead: usize) -> bool {
        let begin = self.at + ahead;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        if let [b'<', b'/', rest @ ..] = rest
            && let Some(expected) = self.open.last()
            && let Some((name, [b'>', ..])) = rest.split_at_checked(expected.len())
            && find::same(name, expected)
            && !self.odd
        {
            self.at = begin + expected.len() + 3;
            self.open.pop();
            return true;
        }
        false
    }

    #[inline(always)]
    fn start(&mut self) -> Result<Event, Flaw> {
        let begin = self.at + 1;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        // Names have none of the bytes below `(` but for documents that nobody writes.
        let Some(name) = find::one_or_below(rest, b'>', b'(') else {
            return Err(self.endless(What::EndlessTag));
        };
        match rest.get(name) {
            Some(b'>') => {
                let is_empty = name > 0 && rest.get(name - 1) == Some(&b'/');
                self.at = begin + name + 1;
                let name = begin + name - usize::from(is_empty);
                Ok(self.started((begin, name), name, true, is_empty))
            }
            Some(b' ') => match self.usual_end(begin + name) {
                Some((end, is_empty)) => {
                    self.at = end + 1 + usize::from(is_empty);
                    Ok(self.started((begin, begin + name), end, true, is_empty))
                }
                None => self.unusual_start(name),
            },
            Some(b'\n' | b'\t' | b'\r') => self.unusual_start(name),
            _ => self.odd_start(),
        }
    }

    #[inline(always)]
    fn started(&mut self, name: Span, end: usize, is_usual: bool, is_empty: bool) -> Event {
        let tag = &mut self.tag;
        (tag.name, tag.end, tag.is_usual) = (name, end, is_usual);
        if is_empty {
            return Event::Empty;
        }
        self.open.push(self.name_bytes());
        Event::Start
    }

    /// Takes the attributes of a tag from this position on, where its name ends: where they end,
    /// and whether that is the end of an empty element. Nothing if they aren't as usual.
    #[inline(always)]
    fn usual_end(&mut self, mut at: usize) -> Option<(usize, bool)> {
        let text = self.text.as_bytes();
        let tag = &mut self.tag;
        (tag.href, tag.id, tag.rel) = ((0, 0), (0, 0), (0, 0));
        loop {
            let word = find::word(text, at)?;
            let is = |(beginning, length)| find::head(word, length) == beginning;
            let (place, length) = if is(HREF) {
                (&mut self.tag.href, HREF.1)
            } else if is(ID) {
                (&mut self.tag.id, ID.1)
            } else if is(REL) {
                (&mut self.tag.rel, REL.1)
            } else {
                return None;
            };
            let value = at + length;
            let rest = text.get(value..)?;
            let length = find::two(rest, [b'"', b'&'])?;
            at = value + length + 1;
            let is_another = place.1 > 0;
            *place = (value, value + length);
            match rest.get(length..)? {
                _ if is_another => return None,
                [b'"', b' ', ..] => {}
                [b'"', b'>', ..] => return Some((at, false)),
                [b'"', b'/', b'>', ..] => return Some((at, true)),
                _ => return None,
            }
        }
    }

    /// A tag with unusual attributes: its end has to be found.
    #[cold]
    fn unusual_start(&mut self, name: usize) -> Result<Event, Flaw> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let length = name + self.tag_length(rest.get(name..).unwrap_or_default())?;
        Ok(self.any_start(rest, name, length))
    }

    /// A tag with a byte in its name that is in none that means well.
    #[cold]
    fn odd_start(&mut self) -> Result<Event, Flaw> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let is_end = |byte: &u8| is_space(*byte) || matches!(byte, b'>' | b'"' | b'\'');
        let found = rest.iter().position(is_end).unwrap_or(rest.len());
        self.odd |= matches!(rest.get(found), Some(b'"' | b'\''));
        let length = found + self.tag_length(rest.get(found..).unwrap_or_default())?;
        let name = rest.iter().position(|byte| is_space(*byte));
        Ok(self.any_start(rest, name.unwrap_or(length), length))
    }

    /// A tag of this length, and with a name that is at most so long.
    fn any_start(&mut self, rest: &[u8], name: usize, length: usize) -> Event {
        let begin = self.at + 1;
        let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
        self.at = begin + length + 1;
        let end = begin + length - usize::from(is_empty);
        self.started((begin, end.min(begin + name)), end, false, is_empty)
    }

    /// How far it is to the `>` that ends a tag: one that isn't in quotes.
    fn tag_length(&self, rest: &[u8]) -> Result<usize, Flaw> {
        let mut length = 0;
        loop {
            let ahead = rest.get(length..).unwrap_or_default();
            let Some(found) = find::three(ahead, [b'>', b'"', b'\'']) else {
                break;
            };
            let (before, after) = ahead.split_at(found);
            let Some((quote @ (b'"' | b'\''), quoted)) = after.split_first() else {
                return Ok(length + before.len());
            };
            let Some(end) = memchr(*quote, quoted) else {
                break;
            };
            length += before.len() + end + 2;
        }
        Err(self.endless(What::EndlessTag))
    }

    #[inline]
    fn end(&mut self) -> Result<Event, Flaw> {
        if self.ends(0) {
            return Ok(Event::End);
        }
        self.unusual_end()
    }

    /// An end with blanks, or one that ends nothing.
    #[cold]
    fn unusual_end(&mut self) -> Result<Event, Flaw> {
        let begin = self.at + 2;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let expected = self.open.last().copied();
        // The slash isn't a quote, and so it makes no difference where the search begins.
        let length = self.tag_length(rest)?;
        let content = self.part((begin, begin + length));
        let name = content.trim_end_matches([' ', '\t', '\r', '\n']);
        let name = if name.is_empty() { content } else { name };
        match expected {
            None => Err(self.flaw(What::EndWithoutStart)),
            Some(expected) if expected != name.as_bytes() => Err(self.flaw(What::EndOfAnother)),
            Some(_) => {
                self.at = begin + length + 1;
                self.open.pop();
                Ok(Event::End)
            }
        }
    }

    fn text(&mut self) -> Result<Event, Flaw> {
        let (begin, rest) = (self.at, self.rest());
        let mut length = find::two(rest, [b'<', b'&']).unwrap_or(rest.len());
        while rest.get(length) == Some(&b'&') {
            length = self.reference(rest, length)?;
        }
        self.at = begin + length;
        self.content = (begin, self.at);
        Ok(Event::Text)
    }

    /// Up to where the text goes on after the reference at `at`: the next `<` or `&`.
    fn reference(&self, rest: &[u8], at: usize) -> Result<usize, Flaw> {
        let after = rest.get(at + 1..).unwrap_or_default();
        let found = after
            .iter()
            .position(|byte| matches!(byte, b';' | b'&' | b'<'));
        match found {
            Some(end) if after.get(end) == Some(&b';') => {
                let after = after.get(end..).unwrap_or_default();
                let next = find::two(after, [b'<', b'&']).unwrap_or(after.len());
                Ok(at + 1 + end + next)
            }
            found => Err(Flaw {
                what: What::EndlessReference,
                at: self.at + at,
                at_end: found.is_none(),
            }),
        }
    }

    fn instruction(&mut self) -> Result<Event, Flaw> {
        let (begin, rest) = (self.at, self.rest());
        let end = memchr_iter(b'>', rest).find(|end| rest.get(end - 1) == Some(&b'?'));
        // `<?>` isn't one.
        let Some(end) = end.filter(|end| *end > 2) else {
            return Err(self.endless(What::EndlessInstruction));
        };
        self.at = begin + end + 1;
        self.content = (begin + 2, begin + end - 1);
        Ok(match self.content().strip_prefix("xml") {
            Some(rest) if rest.bytes().next().is_none_or(is_space) => {
                self.content.0 += "xml".len();
                Event::Declaration
            }
            _ => Event::Other,
        })
    }

    /// What begins with `<!`.
    fn declaration(&mut self) -> Result<Event, Flaw> {
        let (begin, rest) = (self.at, self.rest());
        let (start, end, least): (&str, &[u8], usize) = match rest.get(2) {
            Some(b'[') => ("<![CDATA[", b"]]", 0),
            // `<!-->` and `<!--->` aren't comments.
            Some(b'-') => ("<!--", b"--", 6),
            Some(b'D' | b'd') => return Ok(Event::DocType),
            Some(_) => return Err(self.flaw(What::UnknownDeclaration)),
            None => return Err(self.endless(What::EndlessDeclaration)),
        };
        let is_end = |at: &usize| {
            *at >= least && rest.get(..*at).is_some_and(|before| before.ends_with(end))
        };
        let Some(length) = memchr_iter(b'>', rest).find(is_end) else {
            return Err(self.endless(What::EndlessSection));
        };
        if !rest.starts_with(start.as_bytes()) {
            return Err(self.flaw(What::UnknownDeclaration));
        }
        self.at = begin + length + 1;
        if start == "<!--" {
            return Ok(Event::Other);
        }
        self.content = (begin + start.len(), begin + length - 2);
        Ok(Event::CData)
    }
}

#[inline]
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}
