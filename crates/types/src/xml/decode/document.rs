//! Documents as a whole: encoding, root element, and what surrounds it.

use super::list::{ListToken, is_plural};
use super::{Decoder, Result, shorten};
use crate::reflect::{ListSlot, Reflect, StructInfo};
use crate::xml::budget::Budget;
use crate::xml::error::XmlError;
use crate::xml::list_cache::ListCache;
use crate::xml::tokenizer::{AttributeIter, Token, Tokenizer};

/// Tag of a document's root element; `None` if the document has none.
pub fn root_element(document: &[u8]) -> Option<String> {
    root_tag(document).ok()
}

/// Tag of a document's root element.
pub(crate) fn root_tag(document: &[u8]) -> Result<String> {
    utf8(document)
        .and_then(|text| {
            let mut decoder = Decoder::new(text);
            decoder.root()?;
            Ok(decoder.tokens.name().to_owned())
        })
        .map_err(|error| error.locate(document))
}

/// The error for a root element that the API does not have.
#[cold]
pub(crate) fn unknown_root(document: &[u8], tag: &str) -> XmlError {
    XmlError::new(format!("unknown root element `{}`", shorten(tag)), 0).locate(document)
}

/// Fills an object from a document.
pub(crate) fn object(document: &[u8], target: &mut dyn Reflect, memory: usize) -> Result<()> {
    let tag = target.struct_info().tag;
    decode(document, memory, |decoder| {
        let empty = decoder.root()?;
        decoder.expect_root(tag, |name| name == tag)?;
        decoder
            .object(empty, target)
            .map_err(|error| error.within(tag))
    })
}

/// Fills a list of these structs from a document.
pub(crate) fn list(
    document: &[u8],
    target: &mut dyn ListSlot,
    info: &'static StructInfo,
    memory: usize,
) -> Result<()> {
    decode(document, memory, |decoder| {
        let empty = decoder.root()?;
        decoder.expect_root(info.plural, |name| is_plural(info, name))?;
        decoder.cache = Some(ListCache::default());
        decoder
            .list(empty, target)
            .map_err(|error| error.within(info.plural))
    })
}

/// Decodes the start of a list's document up to the start tag of its root. Returns the name of the
/// root, whether that is empty, and the decoded length.
pub(in crate::xml) fn prolog<'a>(
    text: &'a str,
    info: &StructInfo,
) -> Result<(&'a str, bool, usize)> {
    let mut decoder = Decoder::new(text);
    let empty = decoder.root()?;
    let name = decoder.tokens.name();
    if !is_plural(info, name) {
        let message = mismatched_root(info.plural, name);
        return Err(XmlError::new(message, text.find('<').unwrap_or_default()));
    }
    Ok((name, empty, decoder.tokens.position()))
}

/// Decodes the next token within the root element of a list; fills `object` if it is an item.
/// Returns the decoded length, too. An error takes nothing from the budget.
pub(in crate::xml) fn list_token(
    text: &str,
    root: &str,
    cache: &mut ListCache,
    budget: &mut Budget,
    object: &mut dyn Reflect,
) -> Result<(ListToken, usize)> {
    let mut decoder = Decoder {
        tokens: Tokenizer::within(text, root),
        depth: 1,
        budget: *budget,
        cache: Some(std::mem::take(cache)),
    };
    let token = decoder.list_token(object);
    *cache = decoder.cache.unwrap_or_default();
    let token = token?;
    *budget = decoder.budget;
    Ok((token, decoder.tokens.position()))
}

/// Skips an item of a list. Returns its length.
#[cold]
pub(in crate::xml) fn skipped_item(text: &str, root: &str) -> Result<usize> {
    let mut decoder = Decoder::new(text);
    decoder.tokens = Tokenizer::within(text, root);
    let token = decoder.next_token_skip_space()?;
    decoder.skip(matches!(token, Token::Empty))?;
    Ok(decoder.tokens.position())
}

/// Checks that only comments and white space follow the root element. Returns the decoded length.
pub(in crate::xml) fn epilog(text: &str) -> Result<usize> {
    Decoder::new(text).end_of_document()
}

fn decode(
    document: &[u8],
    memory: usize,
    decode: impl FnOnce(&mut Decoder<'_>) -> Result<()>,
) -> Result<()> {
    utf8(document)
        .and_then(|text| {
            let mut decoder = Decoder::new(text);
            decoder.budget = Budget::new(memory);
            decoder.budget.extend(text.len());
            decode(&mut decoder)?;
            decoder.end_of_document().map(drop)
        })
        .map_err(|error| error.locate(document))
}

fn utf8(document: &[u8]) -> Result<&str> {
    if document.starts_with(&[0xFE, 0xFF]) || document.starts_with(&[0xFF, 0xFE]) {
        return Err(XmlError::new("the document is UTF-16; expected UTF-8", 0));
    }
    simdutf8::compat::from_utf8(document).map_err(|error| {
        let offset = error.valid_up_to();
        XmlError::with_source("the document is not valid UTF-8", offset, error)
    })
}

impl Decoder<'_> {
    /// Consumes the start tag of the root element. Returns whether it is empty.
    fn root(&mut self) -> Result<bool> {
        loop {
            let at = self.tokens.position();
            match self.next_token()? {
                Token::Start => return Ok(false),
                Token::Empty => return Ok(true),
                Token::Declaration => self.check_encoding()?,
                Token::DocType => return Err(self.doctype_error()),
                Token::Other => {}
                Token::Text if self.is_blank() => {}
                Token::Eof => {
                    let message = "the document has no root element";
                    return Err(XmlError::incomplete(message, self.tokens.position()));
                }
                token => return Err(self.misplaced("expected an XML document", token, at)),
            }
        }
    }

    /// Checks the encoding that the XML declaration names, if any.
    fn check_encoding(&self) -> Result<()> {
        let mut attributes =
            AttributeIter::new(self.tokens.text()).filter_map(std::result::Result::ok);
        let is_supported = |encoding: &str| {
            let supported = ["utf-8", "utf8", "us-ascii"];
            supported
                .iter()
                .any(|name| encoding.eq_ignore_ascii_case(name))
        };
        match attributes.find(|(name, _)| *name == "encoding") {
            Some((_, encoding)) if !is_supported(encoding) => Err(self.error(format!(
                "unsupported encoding `{}`; expected UTF-8",
                shorten(encoding)
            ))),
            _ => Ok(()),
        }
    }

    fn expect_root(&self, tag: &str, matches: impl Fn(&str) -> bool) -> Result<()> {
        let name = self.tokens.name();
        if matches(name) {
            return Ok(());
        }
        Err(self.error(mismatched_root(tag, name)))
    }

    /// Checks that nothing follows the root element. Returns the decoded length.
    fn end_of_document(&mut self) -> Result<usize> {
        loop {
            let at = self.tokens.position();
            match self.next_token()? {
                Token::Eof => return Ok(at),
                Token::Other => {}
                Token::Text if self.is_blank() => {}
                token => {
                    let message = "unexpected content after the root element";
                    return Err(self.misplaced(message, token, at));
                }
            }
        }
    }

    fn is_blank(&self) -> bool {
        self.tokens.text().trim_ascii().is_empty()
    }

    /// The error for a token at `at` that is not allowed there.
    #[cold]
    fn misplaced(&self, message: &str, token: Token, at: usize) -> XmlError {
        let text = self.tokens.text();
        let blanks = match token {
            Token::Text => text.len() - text.trim_ascii_start().len(),
            _ => 0,
        };
        XmlError::new(message, at + blanks)
    }
}

#[cold]
fn mismatched_root(expected: &str, found: &str) -> String {
    let found = shorten(found);
    format!("expected the root element `{expected}`, found `{found}`")
}
