//! Values that aren't objects: texts of elements and attributes, and what they mean.

use std::borrow::Cow;

use super::{Parser, Result, shorten};
use crate::reflect::MemberMut;
use crate::xml::entities::{self, EntityError, EntityErrorKind};
use crate::xml::error::XmlError;
use crate::xml::tokenizer::Token;

/// The longest text of one element, in bytes. The largest that engines have are files of virtual
/// machines' payloads and configurations, far below.
const MAX_TEXT: usize = 16 << 20;

impl<'a> Parser<'a> {
    /// The text of an element whose start has been read. Elements within are passed over.
    #[inline]
    pub(super) fn text(&mut self, empty: bool) -> Result<Cow<'a, str>> {
        if empty {
            return Ok(Cow::Borrowed(""));
        }
        match self.tokens.leaf() {
            Some(text) if text.len() <= MAX_TEXT => Ok(Cow::Borrowed(text)),
            Some(_) => Err(self.too_long()),
            None => self.text_in_parts(),
        }
    }

    #[cold]
    pub(super) fn text_in_parts(&mut self) -> Result<Cow<'a, str>> {
        let mut text = Cow::Borrowed("");
        loop {
            let event = self.next()?;
            let part = self.tokens.content();
            let part = match event {
                Token::Text | Token::CData if text.len() + part.len() > MAX_TEXT => {
                    return Err(self.too_long());
                }
                Token::Text => {
                    entities::unescape_text(part).map_err(|wrong| self.wrong_reference(wrong))?
                }
                Token::CData => entities::normalize_line_ends(part),
                Token::Start => {
                    self.skip(false)?;
                    continue;
                }
                Token::End => return Ok(text),
                event => {
                    self.refuse(event)?;
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
    fn too_long(&self) -> XmlError {
        self.error("a text is longer than 16 MiB")
    }

    #[cold]
    fn wrong_reference(&self, wrong: EntityError) -> XmlError {
        let what = match wrong.why {
            EntityErrorKind::Endless => "a reference has no end",
            EntityErrorKind::Character => "a character reference is wrong",
            EntityErrorKind::Unknown => "the document uses an entity that XML doesn't define",
        };
        XmlError::new(what, self.tokens.position() - wrong.before_end)
    }

    /// Puts a text into a member that isn't an object. Without a text, all but texts are absent.
    #[inline]
    pub(super) fn text_into(&self, slot: MemberMut<'_>, text: &str) -> Result<()> {
        if let MemberMut::Text(place) = slot {
            *place = Some(text.to_owned());
            return Ok(());
        }
        self.value_into(slot, text)
    }

    /// The same for what isn't a text itself.
    fn value_into(&self, slot: MemberMut<'_>, text: &str) -> Result<()> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Ok(());
        }
        match slot {
            MemberMut::Boolean(place) => *place = Some(self.boolean(text)?),
            MemberMut::Integer(place) => {
                *place = Some(
                    text.parse()
                        .map_err(|error| self.invalid("a whole number", text, error))?,
                );
            }
            MemberMut::Decimal(place) => *place = Some(self.decimal(text)?),
            MemberMut::Date(place) => {
                *place = Some(
                    text.parse()
                        .map_err(|error| self.invalid("a date", text, error))?,
                );
            }
            MemberMut::Enum(place) => place.set(text),
            _ => {}
        }
        Ok(())
    }

    fn boolean(&self, text: &str) -> Result<bool> {
        if matches!(text, "true" | "1") || text.eq_ignore_ascii_case("true") {
            Ok(true)
        } else if matches!(text, "false" | "0") || text.eq_ignore_ascii_case("false") {
            Ok(false)
        } else {
            Err(self.error(format!(
                "expected `true` or `false`, found `{}`",
                shorten(text)
            )))
        }
    }

    /// A number, and neither infinity nor what isn't a number: XML's decimals have no such values.
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
        what: &str,
        text: &str,
        error: impl std::error::Error + Send + Sync + 'static,
    ) -> XmlError {
        let message = format!("expected {what}, found `{}`", shorten(text));
        XmlError::because(message, self.tokens.position(), error)
    }
}
