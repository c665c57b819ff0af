//! The attributes that the API uses.

use std::borrow::Cow;

use super::{Decoder, Result};
use crate::xml::entities;
use crate::xml::error::XmlError;
use crate::xml::tokenizer::{PlainAttributes, SyntaxError};

/// Attributes of an element, unescaped.
#[derive(Default)]
pub(super) struct ObjectAttributes<'a> {
    pub(super) href: Option<Cow<'a, str>>,
    pub(super) id: Option<Cow<'a, str>>,
    pub(super) rel: Option<Cow<'a, str>>,
}

impl<'a> Decoder<'a> {
    /// The attributes of the last start tag.
    #[inline]
    pub(super) fn attributes(&self) -> Result<ObjectAttributes<'a>> {
        match self.tokens.plain_attributes() {
            Some(PlainAttributes { href, id, rel }) => Ok(ObjectAttributes {
                href: href.map(Cow::Borrowed),
                id: id.map(Cow::Borrowed),
                rel: rel.map(Cow::Borrowed),
            }),
            None => self.any_attributes(),
        }
    }

    #[cold]
    pub(super) fn any_attributes(&self) -> Result<ObjectAttributes<'a>> {
        let mut attributes = ObjectAttributes::default();
        for attribute in self.tokens.attributes() {
            let (name, value) = attribute.map_err(|kind| {
                let at = self.tokens.position();
                let error = SyntaxError {
                    kind,
                    at,
                    is_incomplete: false,
                };
                XmlError::with_source("malformed attribute", at, error)
            })?;
            let value = entities::unescape(value)
                .map_err(|_| self.error("invalid entity reference in an attribute"))?;
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
