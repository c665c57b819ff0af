//! Objects: dispatch of their elements to members.

use arcstr::ArcStr;

use super::{Decoder, ObjectAttributes, Result};
use crate::name_index::NameKey;
use crate::reflect::{MemberInfo, MemberMut, Reflect, StructInfo};
use crate::xml::error::XmlError;
use crate::xml::tokenizer::{PlainAttributes, Token};

const LINK: NameKey = NameKey::from_static("link");

/// An object that is being decoded.
struct ObjectTarget<'a, 't> {
    object: &'t mut dyn Reflect,
    info: &'static StructInfo,
    /// The `href` of the object as in the document; empty if absent or escaped.
    href: &'a str,
    /// The same, shared by the `href`s of its lists. Allocated on first use.
    shared_href: Option<ArcStr>,
}

impl ObjectTarget<'_, '_> {
    /// Sets the `href` of a list to that of the object followed by the `rel` of the member.
    fn set_list_below(&mut self, index: usize, member: &'static MemberInfo) {
        let href = self.shared_href.get_or_insert_with(|| self.href.into());
        if let MemberMut::List(slot) = self.object.member_mut(index) {
            slot.list_or_insert().0.set_href_below(href.clone(), member);
        }
    }

    fn set_list_href(&mut self, index: usize, href: &str) {
        if let MemberMut::List(slot) = self.object.member_mut(index) {
            slot.list_or_insert().0.set_href(href);
        }
    }
}

/// What an element within an object stands for.
enum ElementRole {
    /// Nothing that the struct has.
    Unknown,
    /// A member.
    Member(usize, &'static MemberInfo),
    /// A link to a list: `<link rel="nics" href="…"/>`.
    Link,
}

impl<'a> Decoder<'a> {
    /// Fills an object from its element.
    pub(super) fn object(&mut self, empty: bool, object: &mut dyn Reflect) -> Result<()> {
        self.budget
            .take(size_of_val(object))
            .map_err(|_| self.budget_error())?;
        let info = object.struct_info();
        let href = if self.tokens.has_attributes() {
            self.identity(object)?
        } else {
            ""
        };
        if empty {
            return Ok(());
        }
        self.enter()?;
        self.members(&mut ObjectTarget {
            object,
            info,
            href,
            shared_href: None,
        })?;
        self.leave();
        Ok(())
    }

    #[cold]
    fn budget_error(&self) -> XmlError {
        XmlError::too_large(
            "the objects exceed the memory budget of the document",
            self.tokens.position(),
        )
    }

    /// Sets `href` and `id` from the attributes. Returns the `href` as in the document; empty if
    /// absent or escaped.
    #[inline(never)]
    fn identity(&mut self, object: &mut dyn Reflect) -> Result<&'a str> {
        let Some(PlainAttributes { href, id, .. }) = self.tokens.plain_attributes() else {
            let ObjectAttributes { href, id, .. } = self.any_attributes()?;
            self.set_identity(object, href.as_deref(), id.as_deref())?;
            return Ok("");
        };
        self.set_identity(object, href, id)?;
        Ok(href.unwrap_or_default())
    }

    fn set_identity(
        &self,
        object: &mut dyn Reflect,
        href: Option<&str>,
        id: Option<&str>,
    ) -> Result<()> {
        let lookups = object.struct_info().lookups();
        for (value, index) in [(href, lookups.href), (id, lookups.id)] {
            if let (Some(value), Some(index)) = (value, index) {
                self.set_scalar(object.member_mut(index), value)?;
            }
        }
        Ok(())
    }

    /// Fills the members of an object, up to its end tag.
    fn members(&mut self, target: &mut ObjectTarget<'a, '_>) -> Result<()> {
        loop {
            let empty = match self.next_token_skip_space()? {
                Token::Start => false,
                Token::Empty => true,
                Token::End => return Ok(()),
                token => {
                    self.skip_token(token)?;
                    continue;
                }
            };
            match self.role(target.info) {
                ElementRole::Member(index, member) => {
                    self.member(empty, target.object.member_mut(index), member)
                        .map_err(|error| error.within(member.tag))?;
                }
                ElementRole::Link => {
                    self.list_link(target)?;
                    self.skip(empty)?;
                }
                ElementRole::Unknown => self.skip(empty)?,
            }
        }
    }

    fn role(&self, info: &StructInfo) -> ElementRole {
        let (name, key) = (self.tokens.name_bytes(), self.tokens.name_key());
        // No struct has a member of this name.
        if key == LINK && name == b"link" {
            return ElementRole::Link;
        }
        match info.find_tag(name, key) {
            Some((index, member)) if !member.is_attribute() => ElementRole::Member(index, member),
            _ => ElementRole::Unknown,
        }
    }

    /// Sets the `href` of the list that a link stands for. Usually it is the `href` of the object
    /// followed by the `rel`, which takes no memory of its own.
    fn list_link(&self, target: &mut ObjectTarget<'a, '_>) -> Result<()> {
        let ObjectAttributes { href, rel, .. } = self.attributes()?;
        if let (Some(rel), Some(href)) = (rel, href)
            && let Some((index, member)) = target.info.find_rel(&rel)
        {
            let suffix = href
                .strip_prefix(target.href)
                .and_then(|rest| rest.strip_prefix('/'));
            let is_below = suffix == Some(&*rel) && !target.href.is_empty() && !rel.contains('_');
            if is_below {
                target.set_list_below(index, member);
            } else {
                target.set_list_href(index, &href);
            }
        }
        Ok(())
    }
}
