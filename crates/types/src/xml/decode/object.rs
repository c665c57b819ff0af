//! Objects: which member each of the elements within is for.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::{ObjectAttributes, Parser, Result};
use crate::index::Key;
use crate::reflect::{MemberInfo, MemberMut, Reflect, StructInfo};
use crate::xml::error::XmlError;
use crate::xml::tokenizer::{PlainAttributes, Token};

/// How the name of a link to a list begins.
const LINK: Key = Key::of("link");

/// An object that is being read.
struct ObjectTarget<'a, 't> {
    target: &'t mut dyn Reflect,
    shape: &'static StructInfo,
    /// Its address as the document has it; nothing if it has none or has it in an unusual way.
    own: &'a str,
    /// The same, shared by the addresses of its lists.
    shared: Option<ArcStr>,
}

impl ObjectTarget<'_, '_> {
    /// A list is at the address of the object, and the `rel` of the member.
    fn list_below(&mut self, index: usize) {
        let shared = self.shared.get_or_insert_with(|| self.own.into()).clone();
        if let (Some(entry), MemberMut::List(list)) =
            (self.shape.members.get(index), self.target.member_mut(index))
        {
            list.open().0.set_below(shared, entry);
        }
    }

    /// The error happened within a member.
    #[cold]
    fn within(&self, index: usize, error: XmlError) -> XmlError {
        let entry = self.shape.members.get(index);
        error.within(entry.map_or("", |entry| entry.tag))
    }
}

/// What an element within an object is for.
enum ElementRole {
    /// Nothing that the type has.
    None,
    /// The member at this position.
    Value(usize, &'static MemberInfo),
    /// The address of the list at this position: that of the object, and the name of the list.
    Below(usize),
    /// Whatever else a link says.
    Link,
}

impl<'a> Parser<'a> {
    /// Fills an object from its element, whose start has been read.
    pub(super) fn object(&mut self, empty: bool, target: &mut dyn Reflect) -> Result<()> {
        let taken = self.budget.take(size_of_val(target));
        taken.map_err(|what| self.error(what))?;
        let shape = target.struct_info();
        let own = if self.tokens.has_attributes() {
            self.identity(target)?
        } else {
            ""
        };
        if empty {
            return Ok(());
        }
        self.enter()?;
        self.members(&mut ObjectTarget {
            target,
            shape,
            own,
            shared: None,
        })?;
        self.depth -= 1;
        Ok(())
    }

    /// Fills the members that are attributes, and gives the address as the document has it; nothing if it
    /// has none or has it in an unusual way.
    #[inline(never)]
    fn identity(&mut self, target: &mut dyn Reflect) -> Result<&'a str> {
        let Some(PlainAttributes { href, id, .. }) = self.tokens.plain_attributes() else {
            let ObjectAttributes { href, id, .. } = self.escaped_attributes()?;
            self.identify(target, href.as_deref(), id.as_deref())?;
            return Ok("");
        };
        self.identify(target, href, id)?;
        Ok(href.unwrap_or_default())
    }

    fn identify(
        &self,
        target: &mut dyn Reflect,
        href: Option<&str>,
        id: Option<&str>,
    ) -> Result<()> {
        let lookups = target.struct_info().lookups();
        for (value, index) in [(href, lookups.href), (id, lookups.id)] {
            if let (Some(value), Some(index)) = (value, index) {
                self.text_into(target.member_mut(index), value)?;
            }
        }
        Ok(())
    }

    /// Fills the members of an object, up to its end.
    fn members(&mut self, object: &mut ObjectTarget<'a, '_>) -> Result<()> {
        loop {
            let empty = match self.next_within()? {
                Token::Start => false,
                Token::Empty => true,
                Token::End => return Ok(()),
                event => {
                    self.refuse(event)?;
                    continue;
                }
            };
            match self.member(object)? {
                ElementRole::Value(index, entry) => {
                    self.value(empty, object.target.member_mut(index), entry)
                        .map_err(|error| object.within(index, error))?;
                    continue;
                }
                ElementRole::Below(index) => object.list_below(index),
                ElementRole::Link => self.link_to_list(object)?,
                ElementRole::None => {}
            }
            self.skip(empty)?;
        }
    }

    /// The member that an element is for.
    fn member(&self, object: &ObjectTarget<'a, '_>) -> Result<ElementRole> {
        let (name, key) = (self.tokens.name_bytes(), self.tokens.key());
        // No member is called so.
        if key == LINK && name == b"link" {
            return self.linked(object);
        }
        Ok(match object.shape.find(name, key) {
            Some((index, entry)) if !entry.is_attribute() => ElementRole::Value(index, entry),
            _ => ElementRole::None,
        })
    }

    /// `<link rel="nics" href="..."/>` stands for a list that isn't in place. Mostly its address is
    /// that of the object, and the `rel`.
    fn linked(&self, object: &ObjectTarget<'a, '_>) -> Result<ElementRole> {
        let ObjectAttributes { href, rel, .. } = self.attributes()?;
        let (Some(Cow::Borrowed(href)), Some(Cow::Borrowed(rel))) = (href, rel) else {
            return Ok(ElementRole::Link);
        };
        let rest = href.strip_prefix(object.own);
        let is_below = rest.and_then(|rest| rest.strip_prefix('/')) == Some(rel);
        if !is_below || object.own.is_empty() || rel.contains('_') {
            return Ok(ElementRole::Link);
        }
        let member = object.shape.find_rel(rel);
        Ok(member.map_or(ElementRole::Link, |(index, _)| ElementRole::Below(index)))
    }

    /// Sets the address of the list that a link stands for.
    fn link_to_list(&self, object: &mut ObjectTarget<'a, '_>) -> Result<()> {
        let ObjectAttributes { href, rel, .. } = self.attributes()?;
        if let (Some(rel), Some(href)) = (rel, href)
            && let Some((index, _)) = object.shape.find_rel(&rel)
            && let MemberMut::List(list) = object.target.member_mut(index)
        {
            list.open().0.set_href(&href);
        }
        Ok(())
    }
}
