//! Start tags, end tags and elements that contain only text.

use memchr::memchr;

use super::attributes::{AttributeIter, PlainAttributes};
use super::syntax_error::{SyntaxError, SyntaxErrorKind};
use super::{Span, Token, Tokenizer, is_space};
use crate::bytes;

/// Prefixes of the attributes that engines send: as a word, and their length.
const HREF: (u64, usize) = (u64::from_le_bytes(*b" href=\"\0"), 7);
const ID: (u64, usize) = (u64::from_le_bytes(*b" id=\"\0\0\0"), 5);
const REL: (u64, usize) = (u64::from_le_bytes(*b" rel=\"\0\0"), 6);

/// A start tag or an empty-element tag.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: Span,
    /// End of the attributes, which follow the name.
    end: usize,
    /// Whether `href`, `id` and `rel` are all attributes. Otherwise these are outdated.
    is_plain: bool,
    href: Span,
    id: Span,
    rel: Span,
}

impl<'a> Tokenizer<'a> {
    /// Whether the tag has attributes, or white space after its name.
    #[inline(always)]
    pub(crate) fn has_attributes(&self) -> bool {
        self.tag.end > self.tag.name.1
    }

    /// The attributes of the tag if they are as engines send them; otherwise `None`.
    #[inline(always)]
    pub fn plain_attributes(&self) -> Option<PlainAttributes<'a>> {
        let Tag { href, id, rel, .. } = self.tag;
        self.tag.is_plain.then(|| PlainAttributes {
            href: self.plain_value(href),
            id: self.plain_value(id),
            rel: self.plain_value(rel),
        })
    }

    /// A tag without attributes does not reset the spans of an earlier tag.
    #[inline(always)]
    fn plain_value(&self, span: Span) -> Option<&'a str> {
        (self.has_attributes() && span.1 > 0).then(|| self.slice(span))
    }

    /// The attributes of the tag.
    pub fn attributes(&self) -> AttributeIter<'a> {
        AttributeIter::new(self.slice((self.tag.name.1, self.tag.end)))
    }

    /// Consumes the rest of the innermost element if it is a text without escapes and CR, and
    /// returns that text. Otherwise consumes nothing.
    #[inline(always)]
    pub fn take_plain_text(&mut self) -> Option<&'a str> {
        let start = self.at;
        let length = bytes::find3(self.rest(), [b'<', b'&', b'\r'])?;
        self.take_end_tag(length)
            .then(|| self.slice((start, start + length)))
    }

    /// Consumes everything up to and including the matching end tag if that starts at offset
    /// `ahead` and has no white space.
    #[inline(always)]
    fn take_end_tag(&mut self, ahead: usize) -> bool {
        let start = self.at + ahead;
        let rest = self.document.as_bytes().get(start..).unwrap_or_default();
        if let [b'<', b'/', rest @ ..] = rest
            && let Some(expected) = self.open.last()
            && let Some((name, [b'>', ..])) = rest.split_at_checked(expected.len())
            && bytes::equal(name, expected)
            && !self.has_quoted_name
        {
            self.at = start + expected.len() + 3;
            self.open.pop();
            return true;
        }
        false
    }

    #[inline]
    pub(super) fn end_tag(&mut self) -> Result<Token, SyntaxError> {
        if self.take_end_tag(0) {
            return Ok(Token::End);
        }
        self.any_end_tag()
    }

    /// An end tag with white space, or one that does not match.
    #[cold]
    fn any_end_tag(&mut self) -> Result<Token, SyntaxError> {
        let start = self.at + 2;
        let rest = self.document.as_bytes().get(start..).unwrap_or_default();
        let length = self.tag_length(rest)?;
        let content = self.slice((start, start + length));
        let name = content.trim_end_matches([' ', '\t', '\r', '\n']);
        let name = if name.is_empty() { content } else { name };
        match self.open.last() {
            None => Err(self.error(SyntaxErrorKind::UnexpectedEndTag)),
            Some(expected) if *expected != name.as_bytes() => {
                Err(self.error(SyntaxErrorKind::MismatchedEndTag))
            }
            Some(_) => {
                self.at = start + length + 1;
                self.open.pop();
                Ok(Token::End)
            }
        }
    }

    #[inline(always)]
    pub(super) fn start_tag(&mut self) -> Result<Token, SyntaxError> {
        let start = self.at + 1;
        let rest = self.document.as_bytes().get(start..).unwrap_or_default();
        // Valid names have no bytes below `(`.
        let Some(length) = bytes::find_or_below(rest, b'>', b'(') else {
            return Err(self.incomplete(SyntaxErrorKind::UnclosedTag));
        };
        match rest.get(length) {
            Some(b'>') => {
                let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
                self.at = start + length + 1;
                let end = start + length - usize::from(is_empty);
                Ok(self.set_tag((start, end), end, true, is_empty))
            }
            Some(b' ') => match self.plain_tag_end(start + length) {
                Some((end, is_empty)) => {
                    self.at = end + 1 + usize::from(is_empty);
                    Ok(self.set_tag((start, start + length), end, true, is_empty))
                }
                None => self.any_start_tag(rest, length),
            },
            Some(b'\n' | b'\t' | b'\r') => self.any_start_tag(rest, length),
            _ => self.invalid_start_tag(rest),
        }
    }

    #[inline(always)]
    fn set_tag(&mut self, name: Span, end: usize, is_plain: bool, is_empty: bool) -> Token {
        let tag = &mut self.tag;
        (tag.name, tag.end, tag.is_plain) = (name, end, is_plain);
        if is_empty {
            return Token::Empty;
        }
        self.open.push(self.name_bytes());
        Token::Start
    }

    /// Parses the attributes at `at`, the end of a tag's name. Returns their end and whether it is
    /// followed by `/>`; `None` if they are not plain.
    #[inline(always)]
    fn plain_tag_end(&mut self, mut at: usize) -> Option<(usize, bool)> {
        let document = self.document.as_bytes();
        let tag = &mut self.tag;
        (tag.href, tag.id, tag.rel) = ((0, 0), (0, 0), (0, 0));
        loop {
            let word = bytes::word_at(document, at)?;
            let starts_with = |(prefix, length)| bytes::word_prefix(word, length) == prefix;
            let (span, prefix) = if starts_with(HREF) {
                (&mut self.tag.href, HREF.1)
            } else if starts_with(ID) {
                (&mut self.tag.id, ID.1)
            } else if starts_with(REL) {
                (&mut self.tag.rel, REL.1)
            } else {
                return None;
            };
            let start = at + prefix;
            let rest = document.get(start..)?;
            let length = bytes::find2(rest, [b'"', b'&'])?;
            at = start + length + 1;
            let is_duplicate = span.1 > 0;
            *span = (start, start + length);
            match rest.get(length..)? {
                _ if is_duplicate => return None,
                [b'"', b' ', ..] => {}
                [b'"', b'>', ..] => return Some((at, false)),
                [b'"', b'/', b'>', ..] => return Some((at, true)),
                _ => return None,
            }
        }
    }

    /// A start tag with any attributes, whose name is `name` bytes long; `rest` follows the `<`.
    #[cold]
    fn any_start_tag(&mut self, rest: &[u8], name: usize) -> Result<Token, SyntaxError> {
        let length = name + self.tag_length(rest.get(name..).unwrap_or_default())?;
        Ok(self.set_any_tag(rest, name, length))
    }

    /// A start tag with a byte in its name that XML does not allow, but quick-xml does.
    #[cold]
    fn invalid_start_tag(&mut self, rest: &[u8]) -> Result<Token, SyntaxError> {
        let is_end = |byte: &u8| is_space(*byte) || matches!(byte, b'>' | b'"' | b'\'');
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        self.has_quoted_name |= matches!(rest.get(end), Some(b'"' | b'\''));
        let length = end + self.tag_length(rest.get(end..).unwrap_or_default())?;
        // Only in the tag: the rest of the document can be long.
        let tag = rest.get(..length).unwrap_or_default();
        let name = tag.iter().position(|byte| is_space(*byte));
        Ok(self.set_any_tag(rest, name.unwrap_or(length), length))
    }

    /// Sets a tag of this length, whose name has at most `name` bytes.
    fn set_any_tag(&mut self, rest: &[u8], name: usize, length: usize) -> Token {
        let start = self.at + 1;
        let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
        self.at = start + length + 1;
        let end = start + length - usize::from(is_empty);
        self.set_tag((start, end.min(start + name)), end, false, is_empty)
    }

    /// Offset of the `>` that ends a tag, the first one outside of quotes.
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
        Err(self.incomplete(SyntaxErrorKind::UnclosedTag))
    }
}
