//! Text content of elements, and its conversion into scalars.

use std::borrow::Cow;

use super::{Decoder, Result, shorten};
use crate::reflect::MemberMut;
use crate::xml::entities::{self, EntityError, EntityErrorKind};
use crate::xml::error::XmlError;
use crate::xml::tokenizer::Token;

/// The longest text of an element, in bytes. The largest texts of engines, files of VM payloads and
/// OVF configurations, are far shorter.
const MAX_TEXT: usize = 16 << 20;

impl<'a> Decoder<'a> {
    /// The text of an element. Skips elements within.
    #[inline]
    pub(super) fn text(&mut self, empty: bool) -> Result<Cow<'a, str>> {
        if empty {
            return Ok(Cow::Borrowed(""));
        }
        match self.tokens.take_plain_text() {
            Some(text) if text.len() <= MAX_TEXT => Ok(Cow::Borrowed(text)),
            Some(_) => Err(self.text_too_long()),
            None => self.any_text(),
        }
    }

    #[cold]
    fn any_text(&mut self) -> Result<Cow<'a, str>> {
        let mut text = Cow::Borrowed("");
        loop {
            let token = self.next_token()?;
            let part = self.tokens.text();
            let part = match token {
                Token::Text | Token::CData if text.len() + part.len() > MAX_TEXT => {
                    return Err(self.text_too_long());
                }
                Token::Text => {
                    entities::unescape_text(part).map_err(|error| self.entity_error(error))?
                }
                Token::CData => entities::normalize_line_ends(part),
                Token::Start => {
                    self.skip(false)?;
                    continue;
                }
                Token::End => return Ok(text),
                token => {
                    self.skip_token(token)?;
                    continue;
                }
            };
            if text.is_empty() {
                text = part;
            } else {
                text.to_mut().push_str(&part);
            }
        }
    }

    #[cold]
    fn text_too_long(&self) -> XmlError {
        self.error("the text of an element exceeds 16 MiB").fatal()
    }

    #[cold]
    fn entity_error(&self, error: EntityError) -> XmlError {
        let message = match error.kind {
            EntityErrorKind::Unterminated => "unterminated entity reference",
            EntityErrorKind::InvalidCharacter => "invalid character reference",
            EntityErrorKind::Undefined => "undefined entity",
        };
        XmlError::new(message, self.tokens.position() - error.before_end)
    }

    /// Sets a scalar member. An empty text leaves all but text members unset.
    #[inline]
    pub(super) fn set_scalar(&self, slot: MemberMut<'_>, text: &str) -> Result<()> {
        if let MemberMut::Text(member) = slot {
            *member = Some(text.to_owned());
            return Ok(());
        }
        self.set_parsed(slot, text)
    }

    fn set_parsed(&self, slot: MemberMut<'_>, text: &str) -> Result<()> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Ok(());
        }
        match slot {
            MemberMut::Boolean(member) => *member = Some(self.boolean(text)?),
            MemberMut::Integer(member) => {
                let number = text.parse();
                *member = Some(number.map_err(|error| self.invalid("an integer", text, error))?);
            }
            MemberMut::Decimal(member) => *member = Some(self.decimal(text)?),
            MemberMut::Date(member) => {
                let date = text.parse();
                *member = Some(date.map_err(|error| self.invalid("a date", text, error))?);
            }
            MemberMut::Enum(member) => member.set(text),
            _ => {}
        }
        Ok(())
    }

    fn boolean(&self, text: &str) -> Result<bool> {
        if text == "1" || text.eq_ignore_ascii_case("true") {
            Ok(true)
        } else if text == "0" || text.eq_ignore_ascii_case("false") {
            Ok(false)
        } else {
            Err(self.error(format!(
                "expected `true` or `false`, found `{}`",
                shorten(text)
            )))
        }
    }

    /// Parses a finite number. `xs:decimal` has neither infinity nor NaN.
    fn decimal(&self, text: &str) -> Result<f64> {
        let number: f64 = text
            .parse()
            .map_err(|error| self.invalid("a number", text, error))?;
        if number.is_finite() {
            Ok(number)
        } else {
            Err(self.error(format!("expected a number, found `{}`", shorten(text))))
        }
    }

    #[cold]
    fn invalid(
        &self,
        expected: &str,
        text: &str,
        error: impl std::error::Error + Send + Sync + 'static,
    ) -> XmlError {
        let message = format!("expected {expected}, found `{}`", shorten(text));
        XmlError::with_source(message, self.tokens.position(), error)
    }
}
