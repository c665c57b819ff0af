//! Finds what a document consists of: tags, texts, and what is passed over. It looks at each byte
//! once and copies nothing; names of elements are checked against each other here, attributes and
//! references when they are asked for.
//!
//! It accepts exactly what the pull parser of quick-xml accepts, which a test compares it with on
//! documents of every kind: only declarations of document types are not looked into, since they
//! are refused anyway.
//!
//! SyntaxErrorKind engines write is taken in one go as far as it is as usual; at the first byte that isn't, the
//! ways that know all of XML go on from there.

use std::fmt;

use memchr::{memchr, memchr_iter};

use crate::bytes;
use crate::index::Key;

mod attributes;

pub use self::attributes::{AttributeIter, PlainAttributes};
pub use super::entities::{
    EntityError, EntityErrorKind, normalize_line_ends, unescape, unescape_text,
};

/// How the attributes begin that engines write, in words and bytes.
const HREF: (u64, usize) = (u64::from_le_bytes(*b" href=\"\0"), 7);
const ID: (u64, usize) = (u64::from_le_bytes(*b" id=\"\0\0\0"), 5);
const REL: (u64, usize) = (u64::from_le_bytes(*b" rel=\"\0\0"), 6);

/// SyntaxErrorKind has come in a document. Its name, attributes or text are with the [`Tokenizer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
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
pub struct SyntaxError {
    /// SyntaxErrorKind is wrong.
    pub kind: SyntaxErrorKind,
    /// Whether the document could go on so that nothing is.
    pub at_end: bool,
    /// Offset in the document.
    pub at: usize,
}

/// Why a document isn't well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SyntaxErrorKind {
    UnclosedTag,
    UnclosedInstruction,
    UnclosedDeclaration,
    UnclosedSection,
    UnclosedEntity,
    UnclosedValue,
    MissingValue,
    UnquotedValue,
    UnknownDeclaration,
    UnopenedEnd,
    MismatchedEnd,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            SyntaxErrorKind::UnclosedTag => "a tag has no end",
            SyntaxErrorKind::UnclosedInstruction => "a processing instruction has no end",
            SyntaxErrorKind::UnclosedDeclaration => "a declaration has no end",
            SyntaxErrorKind::UnclosedSection => "a comment or a CDATA section has no end",
            SyntaxErrorKind::UnclosedEntity => "a reference has no end",
            SyntaxErrorKind::UnclosedValue => "the value of an attribute has no end",
            SyntaxErrorKind::MissingValue => "an attribute has no value",
            SyntaxErrorKind::UnquotedValue => "the value of an attribute has no quotes",
            SyntaxErrorKind::UnknownDeclaration => "something is declared that XML doesn't have",
            SyntaxErrorKind::UnopenedEnd => "an element ends that has not begun",
            SyntaxErrorKind::MismatchedEnd => "an element ends while another is open",
        })
    }
}

impl std::error::Error for SyntaxError {}

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
pub struct Tokenizer<'a> {
    text: &'a str,
    at: usize,
    open: Vec<&'a [u8]>,
    /// Whether a name with a quote in it has been seen: no document that means well has one.
    odd: bool,
    tag: Tag,
    /// The last text.
    content: Span,
}

impl<'a> Tokenizer<'a> {
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
        let mut tokens = Self::new(text);
        tokens.at = 0;
        tokens.open.push(element.as_bytes());
        tokens.odd = element.contains(['"', '\'']);
        tokens
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
        match bytes::word(self.text.as_bytes(), self.tag.name.0) {
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
    pub fn plain_attributes(&self) -> Option<PlainAttributes<'a>> {
        let Tag { href, id, rel, .. } = self.tag;
        self.tag.is_usual.then(|| PlainAttributes {
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
    pub fn attributes(&self) -> AttributeIter<'a> {
        AttributeIter::of(self.part((self.tag.name.1, self.tag.end)))
    }

    /// The last text.
    #[inline]
    pub fn content(&self) -> &'a str {
        self.part(self.content)
    }

    /// SyntaxErrorKind comes next. After an error there is nothing sensible.
    pub fn next_token(&mut self) -> Result<Token, SyntaxError> {
        match self.rest() {
            [] => Ok(Token::Eof),
            [b'<', b'/', ..] => self.end(),
            [b'<', b'!', ..] => self.declaration(),
            [b'<', b'?', ..] => self.instruction(),
            [b'<'] => Err(self.endless(SyntaxErrorKind::UnclosedTag)),
            [b'<', ..] => self.start(),
            _ => self.text(),
        }
    }

    /// SyntaxErrorKind is still to be read.
    #[inline(always)]
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// SyntaxErrorKind has come since a position; nothing if a name has been seen that no document has that means well.
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
    fn flaw(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            kind,
            at: self.at,
            at_end: false,
        }
    }

    /// Something has no end, as far as the document is there.
    #[cold]
    fn endless(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            kind,
            at: self.at,
            at_end: true,
        }
    }

    /// SyntaxErrorKind comes next but for blanks before a tag.
    // Not inlined: objects are read by recursion, which shall take little of the stack.
    #[inline(never)]
    pub fn next_token_within(&mut self) -> Result<Token, SyntaxError> {
        let rest = self.rest();
        let blanks = bytes::find_non_blank(rest).unwrap_or_default();
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
                self.next_token()
            }
            _ => self.next_token(),
        }
    }

    /// Takes the text and the end of the element that was started last, where it has nothing else
    /// in it and the text means what it says. Otherwise nothing is taken.
    #[inline(always)]
    pub fn leaf(&mut self) -> Option<&'a str> {
        let begin = self.at;
        let length = bytes::find3(self.rest(), [b'<', b'&', b'\r'])?;
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
            && bytes::equal(name, expected)
            && !self.odd
        {
            self.at = begin + expected.len() + 3;
            self.open.pop();
            return true;
        }
        false
    }

    #[inline(always)]
    fn start(&mut self) -> Result<Token, SyntaxError> {
        let begin = self.at + 1;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        // Names have none of the bytes below `(` but for documents that nobody writes.
        let Some(name) = bytes::find_or_below(rest, b'>', b'(') else {
            return Err(self.endless(SyntaxErrorKind::UnclosedTag));
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
    fn started(&mut self, name: Span, end: usize, is_usual: bool, is_empty: bool) -> Token {
        let tag = &mut self.tag;
        (tag.name, tag.end, tag.is_usual) = (name, end, is_usual);
        if is_empty {
            return Token::Empty;
        }
        self.open.push(self.name_bytes());
        Token::Start
    }

    /// Takes the attributes of a tag from this position on, where its name ends: where they end,
    /// and whether that is the end of an empty element. Nothing if they aren't as usual.
    #[inline(always)]
    fn usual_end(&mut self, mut at: usize) -> Option<(usize, bool)> {
        let text = self.text.as_bytes();
        let tag = &mut self.tag;
        (tag.href, tag.id, tag.rel) = ((0, 0), (0, 0), (0, 0));
        loop {
            let word = bytes::word(text, at)?;
            let is = |(beginning, length)| bytes::head(word, length) == beginning;
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
            let length = bytes::find2(rest, [b'"', b'&'])?;
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
    fn unusual_start(&mut self, name: usize) -> Result<Token, SyntaxError> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let length = name + self.tag_length(rest.get(name..).unwrap_or_default())?;
        Ok(self.any_start(rest, name, length))
    }

    /// A tag with a byte in its name that is in none that means well.
    #[cold]
    fn odd_start(&mut self) -> Result<Token, SyntaxError> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let is_end = |byte: &u8| is_space(*byte) || matches!(byte, b'>' | b'"' | b'\'');
        let found = rest.iter().position(is_end).unwrap_or(rest.len());
        self.odd |= matches!(rest.get(found), Some(b'"' | b'\''));
        let length = found + self.tag_length(rest.get(found..).unwrap_or_default())?;
        let name = rest.iter().position(|byte| is_space(*byte));
        Ok(self.any_start(rest, name.unwrap_or(length), length))
    }

    /// A tag of this length, and with a name that is at most so long.
    fn any_start(&mut self, rest: &[u8], name: usize, length: usize) -> Token {
        let begin = self.at + 1;
        let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
        self.at = begin + length + 1;
        let end = begin + length - usize::from(is_empty);
        self.started((begin, end.min(begin + name)), end, false, is_empty)
    }

    /// How far it is to the `>` that ends a tag: one that isn't in quotes.
    fn tag_length(&self, rest: &[u8]) -> Result<usize, SyntaxError> {
        let mut length = 0;
        loop {
            let ahead = rest.get(length..).unwrap_or_default();
            let Some(found) = bytes::find3(ahead, [b'>', b'"', b'\'']) else {
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
        Err(self.endless(SyntaxErrorKind::UnclosedTag))
    }

    #[inline]
    fn end(&mut self) -> Result<Token, SyntaxError> {
        if self.ends(0) {
            return Ok(Token::End);
        }
        self.unusual_end()
    }

    /// An end with blanks, or one that ends nothing.
    #[cold]
    fn unusual_end(&mut self) -> Result<Token, SyntaxError> {
        let begin = self.at + 2;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let expected = self.open.last().copied();
        // The slash isn't a quote, and so it makes no difference where the search begins.
        let length = self.tag_length(rest)?;
        let content = self.part((begin, begin + length));
        let name = content.trim_end_matches([' ', '\t', '\r', '\n']);
        let name = if name.is_empty() { content } else { name };
        match expected {
            None => Err(self.flaw(SyntaxErrorKind::UnopenedEnd)),
            Some(expected) if expected != name.as_bytes() => {
                Err(self.flaw(SyntaxErrorKind::MismatchedEnd))
            }
            Some(_) => {
                self.at = begin + length + 1;
                self.open.pop();
                Ok(Token::End)
            }
        }
    }

    fn text(&mut self) -> Result<Token, SyntaxError> {
        let (begin, rest) = (self.at, self.rest());
        let mut length = bytes::find2(rest, [b'<', b'&']).unwrap_or(rest.len());
        while rest.get(length) == Some(&b'&') {
            length = self.reference(rest, length)?;
        }
        self.at = begin + length;
        self.content = (begin, self.at);
        Ok(Token::Text)
    }

    /// Up to where the text goes on after the reference at `at`: the next `<` or `&`.
    fn reference(&self, rest: &[u8], at: usize) -> Result<usize, SyntaxError> {
        let after = rest.get(at + 1..).unwrap_or_default();
        let found = after
            .iter()
            .position(|byte| matches!(byte, b';' | b'&' | b'<'));
        match found {
            Some(end) if after.get(end) == Some(&b';') => {
                let after = after.get(end..).unwrap_or_default();
                let next = bytes::find2(after, [b'<', b'&']).unwrap_or(after.len());
                Ok(at + 1 + end + next)
            }
            found => Err(SyntaxError {
                kind: SyntaxErrorKind::UnclosedEntity,
                at: self.at + at,
                at_end: found.is_none(),
            }),
        }
    }

    fn instruction(&mut self) -> Result<Token, SyntaxError> {
        let (begin, rest) = (self.at, self.rest());
        let end = memchr_iter(b'>', rest).find(|end| rest.get(end - 1) == Some(&b'?'));
        // `<?>` isn't one.
        let Some(end) = end.filter(|end| *end > 2) else {
            return Err(self.endless(SyntaxErrorKind::UnclosedInstruction));
        };
        self.at = begin + end + 1;
        self.content = (begin + 2, begin + end - 1);
        Ok(match self.content().strip_prefix("xml") {
            Some(rest) if rest.bytes().next().is_none_or(is_space) => {
                self.content.0 += "xml".len();
                Token::Declaration
            }
            _ => Token::Other,
        })
    }

    /// SyntaxErrorKind begins with `<!`.
    fn declaration(&mut self) -> Result<Token, SyntaxError> {
        let (begin, rest) = (self.at, self.rest());
        let (start, end, least): (&str, &[u8], usize) = match rest.get(2) {
            Some(b'[') => ("<![CDATA[", b"]]", 0),
            // `<!-->` and `<!--->` aren't comments.
            Some(b'-') => ("<!--", b"--", 6),
            Some(b'D' | b'd') => return Ok(Token::DocType),
            Some(_) => return Err(self.flaw(SyntaxErrorKind::UnknownDeclaration)),
            None => return Err(self.endless(SyntaxErrorKind::UnclosedDeclaration)),
        };
        let is_end = |at: &usize| {
            *at >= least && rest.get(..*at).is_some_and(|before| before.ends_with(end))
        };
        let Some(length) = memchr_iter(b'>', rest).find(is_end) else {
            return Err(self.endless(SyntaxErrorKind::UnclosedSection));
        };
        if !rest.starts_with(start.as_bytes()) {
            return Err(self.flaw(SyntaxErrorKind::UnknownDeclaration));
        }
        self.at = begin + length + 1;
        if start == "<!--" {
            return Ok(Token::Other);
        }
        self.content = (begin + start.len(), begin + length - 2);
        Ok(Token::CData)
    }
}

#[inline]
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}
