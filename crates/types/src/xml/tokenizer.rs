//! XML tokenizer: splits a document into tags, text and other markup.
//!
//! Looks at each byte once and copies nothing. Checks that end tags match; attributes and entities
//! are parsed on demand. Accepts exactly the documents that quick-xml accepts (tests compare the
//! two), except for those with a document type declaration, which the decoder rejects.
//!
//! Each kind of token has a fast path for the form that engines use, and falls back to a path that
//! handles all of XML.

use memchr::memchr_iter;

use crate::bytes;
use crate::name_index::NameKey;

mod attributes;
mod syntax_error;
mod tags;

pub use self::attributes::{AttributeIter, PlainAttributes};
pub use self::syntax_error::{SyntaxError, SyntaxErrorKind};
use self::tags::Tag;
pub use super::entities::{
    EntityError, EntityErrorKind, normalize_line_ends, unescape, unescape_text,
};

/// The kind of a token. The [`Tokenizer`] returns its name, attributes or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A start tag.
    Start,
    /// An empty-element tag: `<a/>`.
    Empty,
    /// The end tag of the innermost element.
    End,
    /// Text with entity references, all of them terminated.
    Text,
    /// A CDATA section.
    CData,
    /// The XML declaration; its text follows `<?xml`.
    Declaration,
    /// The start of a document type declaration. No token can follow.
    DocType,
    /// A comment or a processing instruction.
    Other,
    /// The end of the document. Elements may still be open.
    Eof,
}

/// Start and end offset; `(0, 0)` if absent.
type Span = (usize, usize);

/// A cursor in a document, with the open elements and the last token.
#[derive(Debug)]
pub struct Tokenizer<'a> {
    document: &'a str,
    at: usize,
    /// Names of the open elements.
    open: Vec<&'a [u8]>,
    /// Set once an element name contains a quote; disables the fast paths for end tags.
    has_quoted_name: bool,
    /// The last start tag or empty-element tag.
    tag: Tag,
    /// The last text, CDATA section or declaration.
    text: Span,
}

impl<'a> Tokenizer<'a> {
    /// A tokenizer at the start of a document. Skips a byte order mark.
    pub fn new(document: &'a str) -> Self {
        Self {
            document,
            at: if document.starts_with('\u{feff}') {
                3
            } else {
                0
            },
            open: Vec::with_capacity(16),
            has_quoted_name: false,
            tag: Tag::default(),
            text: (0, 0),
        }
    }

    /// A tokenizer for content of an open element.
    pub fn within(content: &'a str, element: &'a str) -> Self {
        let mut tokenizer = Self::new(content);
        tokenizer.at = 0;
        tokenizer.open.push(element.as_bytes());
        tokenizer.has_quoted_name = element.contains(['"', '\'']);
        tokenizer
    }

    /// Offset of the next token.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// Name of the last start tag or empty-element tag.
    pub fn name(&self) -> &'a str {
        self.slice(self.tag.name)
    }

    /// [`name`](Self::name) as bytes. Faster, as it needs no check of character boundaries.
    #[inline(always)]
    pub(crate) fn name_bytes(&self) -> &'a [u8] {
        let (start, end) = self.tag.name;
        self.document.as_bytes().get(start..end).unwrap_or_default()
    }

    /// Lookup key of the name.
    #[inline(always)]
    pub(crate) fn name_key(&self) -> NameKey {
        let name = self.name_bytes();
        match bytes::word_at(self.document.as_bytes(), self.tag.name.0) {
            Some(word) => NameKey::from_word(word, name.len()),
            None => NameKey::new(name),
        }
    }

    /// Text of the last text, CDATA section or declaration.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.slice(self.text)
    }

    /// What has not been tokenized yet.
    #[inline(always)]
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.document.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Length of what has been tokenized since an earlier position; `None` if an element name
    /// contained a quote.
    pub(crate) fn length_since(&self, start: usize) -> Option<usize> {
        (!self.has_quoted_name).then_some(self.at - start)
    }

    /// Skips the rest of the innermost element and its end tag, of this length together.
    pub(crate) fn skip_element(&mut self, length: usize) {
        self.at += length;
        self.open.pop();
    }

    /// The next token. After an error, further results are meaningless.
    ///
    /// # Errors
    ///
    /// Returns an error if the document is not well-formed.
    pub fn next_token(&mut self) -> Result<Token, SyntaxError> {
        match self.rest() {
            [] => Ok(Token::Eof),
            [b'<', b'/', ..] => self.end_tag(),
            [b'<', b'!', ..] => self.declaration(),
            [b'<', b'?', ..] => self.instruction(),
            [b'<'] => Err(self.incomplete(SyntaxErrorKind::UnclosedTag)),
            [b'<', ..] => self.start_tag(),
            _ => self.next_text(),
        }
    }

    /// The next token, without white space before markup.
    ///
    /// # Errors
    ///
    /// Returns an error if the document is not well-formed.
    // Not inlined: keeps the frames of the recursive decoder small.
    #[inline(never)]
    pub fn next_token_skip_space(&mut self) -> Result<Token, SyntaxError> {
        let rest = self.rest();
        let blanks = bytes::find_non_blank(rest).unwrap_or_default();
        match rest.get(blanks..) {
            Some([b'<', b'/', ..]) => {
                self.at += blanks;
                self.end_tag()
            }
            Some([b'<', next, ..]) if !matches!(next, b'!' | b'?') => {
                self.at += blanks;
                self.start_tag()
            }
            Some([b'<', ..]) => {
                self.at += blanks;
                self.next_token()
            }
            _ => self.next_token(),
        }
    }

    fn next_text(&mut self) -> Result<Token, SyntaxError> {
        let (start, rest) = (self.at, self.rest());
        let mut length = bytes::find2(rest, [b'<', b'&']).unwrap_or(rest.len());
        while rest.get(length) == Some(&b'&') {
            length = self.entity_end(rest, length)?;
        }
        self.at = start + length;
        self.text = (start, self.at);
        Ok(Token::Text)
    }

    /// Offset of the first `<` or `&` after the entity reference at `at`.
    fn entity_end(&self, rest: &[u8], at: usize) -> Result<usize, SyntaxError> {
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
                kind: SyntaxErrorKind::UnterminatedEntity,
                at: self.at + at,
                is_incomplete: found.is_none(),
            }),
        }
    }

    /// `<?…?>`.
    fn instruction(&mut self) -> Result<Token, SyntaxError> {
        let (start, rest) = (self.at, self.rest());
        let end = memchr_iter(b'>', rest).find(|end| rest.get(end - 1) == Some(&b'?'));
        // `<?>` is not a complete instruction.
        let Some(end) = end.filter(|end| *end > 2) else {
            return Err(self.incomplete(SyntaxErrorKind::UnclosedInstruction));
        };
        self.at = start + end + 1;
        self.text = (start + 2, start + end - 1);
        Ok(match self.text().strip_prefix("xml") {
            Some(rest) if rest.bytes().next().is_none_or(is_space) => {
                self.text.0 += "xml".len();
                Token::Declaration
            }
            _ => Token::Other,
        })
    }

    /// `<!…>`: a comment, a CDATA section or a document type declaration.
    fn declaration(&mut self) -> Result<Token, SyntaxError> {
        let (start, rest) = (self.at, self.rest());
        let (prefix, suffix, min_length): (&str, &[u8], usize) = match rest.get(2) {
            Some(b'[') => ("<![CDATA[", b"]]", 0),
            // `<!-->` and `<!--->` are not complete comments.
            Some(b'-') => ("<!--", b"--", 6),
            Some(b'D' | b'd') => return Ok(Token::DocType),
            Some(_) => return Err(self.error(SyntaxErrorKind::UnknownDeclaration)),
            None => return Err(self.incomplete(SyntaxErrorKind::UnclosedDeclaration)),
        };
        let is_end = |at: &usize| {
            let before = rest.get(..*at).unwrap_or_default();
            *at >= min_length && before.ends_with(suffix)
        };
        let Some(length) = memchr_iter(b'>', rest).find(is_end) else {
            return Err(self.incomplete(SyntaxErrorKind::UnclosedSection));
        };
        if !rest.starts_with(prefix.as_bytes()) {
            return Err(self.error(SyntaxErrorKind::UnknownDeclaration));
        }
        self.at = start + length + 1;
        if prefix == "<!--" {
            return Ok(Token::Other);
        }
        self.text = (start + prefix.len(), start + length - 2);
        Ok(Token::CData)
    }

    /// A part of the document that starts and ends at ASCII characters.
    #[inline(always)]
    fn slice(&self, (start, end): Span) -> &'a str {
        self.document.get(start..end).unwrap_or_default()
    }

    #[cold]
    fn error(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            kind,
            at: self.at,
            is_incomplete: false,
        }
    }

    #[cold]
    fn incomplete(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            kind,
            at: self.at,
            is_incomplete: true,
        }
    }
}

#[inline]
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}
