//! Objects: which member each of the elements within is for.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::{Attributes, Parser, Result};
use crate::element::{Element, Entry, Shape, Slot};
use crate::index::Key;
use crate::xml::error::XmlError;
use crate::xml::scan::{Event, Usual};

/// How the name of a link to a list begins.
const LINK: Key = Key::of("link");

/// An object that is being read.
struct Reading<'a, 't> {
    target: &'t mut dyn Element,
    shape: &'static Shape,
    /// Its address as the document has it; nothing if it has none or has it in an unusual way.
    own: &'a str,
    /// The same, shared by the addresses of its lists.
    shared: Option<ArcStr>,
}

impl Reading<'_, '_> {
    /// A list is at the address of the object, and the `rel` of the member.
    fn list_below(&mut self, index: usize) {
        let shared = self.shared.get_or_insert_with(|| self.own.into()).clone();
        if let (Some(entry), Slot::List(list)) =
            (self.shape.members.get(index), self.target.slot(index))
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
enum Member {
    /// Nothing that the type has.
    None,
    /// The member at this position.
    Value(usize, &'static Entry),
    /// The address of the list at this position: that of the object, and the name of the list.
    Below(usize),
    /// Whatever else a link says.
    Link,
}

impl<'a> Parser<'a> {
    /// Fills an object from its element, whose start has been read.
    pub(super) fn object(&mut self, empty: bool, target: &mut dyn Element) -> Result<()> {
        let taken = self.budget.take(size_of_val(target));
        taken.map_err(|what| self.error(what))?;
        let shape = target.shape();
        let own = if self.scanner.has_attributes() {
            self.identity(target)?
        } else {
            ""
        };
        if empty {
            return Ok(());
        }
        self.enter()?;
        self.members(&mut Reading {
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
    fn identity(&mut self, target: &mut dyn Element) -> Result<&'a str> {
        let Some(Usual { href, id, .. }) = self.scanner.usual_attributes() else {
            let Attributes { href, id, .. } = self.unusual_attributes()?;
            self.identify(target, href.as_deref(), id.as_deref())?;
            return Ok("");
        };
        self.identify(target, href, id)?;
        Ok(href.unwrap_or_default())
    }

    fn identify(
        &self,
        target: &mut dyn Element,
        href: Option<&str>,
        id: Option<&str>,
    ) -> Result<()> {
        let lookups = target.shape().lookups();
        for (value, index) in [(href, lookups.href), (id, lookups.id)] {
            if let (Some(value), Some(index)) = (value, index) {
                self.text_into(target.slot(index), value)?;
            }
        }
        Ok(())
    }

    /// Fills the members of an object, up to its end.
    fn members(&mut self, object: &mut Reading<'a, '_>) -> Result<()> {
        loop {
            let empty = match self.next_within()? {
                Event::Start => false,
                Event::Empty => true,
                Event::End => return Ok(()),
                event => {
                    self.refuse(event)?;
                    continue;
                }
            };
            match self.member(object)? {
                Member::Value(index, entry) => {
                    self.value(empty, object.target.slot(index), entry)
                        .map_err(|error| object.within(index, error))?;
                    continue;
                }
                Member::Below(index) => object.list_below(index),
                Member::Link => self.link_to_list(object)?,
                Member::None => {}
            }
            self.skip(empty)?;
        }
    }

    /// The member that an element is for.
    fn member(&self, object: &Reading<'a, '_>) -> Result<Member> {
        let (name, key) = (self.scanner.name_bytes(), self.scanner.key());
        // No member is called so.
        if key == LINK && name == b"link" {
            return self.linked(object);
        }
        Ok(match object.shape.find(name, key) {
            Some((index, entry)) if !entry.is_attribute() => Member::Value(index, entry),
            _ => Member::None,
        })
    }

    /// `<link rel="nics" href="..."/>` stands for a list that isn't in place. Mostly its address is
    /// that of the object, and the `rel`.
    fn linked(&self, object: &Reading<'a, '_>) -> Result<Member> {
        let Attributes { href, rel, .. } = self.attributes()?;
        let (Some(Cow::Borrowed(href)), Some(Cow::Borrowed(rel))) = (href, rel) else {
            return Ok(Member::Link);
        };
        let rest = href.strip_prefix(object.own);
        let is_below = rest.and_then(|rest| rest.strip_prefix('/')) == Some(rel);
        if !is_below || object.own.is_empty() || rel.contains('_') {
            return Ok(Member::Link);
        }
        let member = object.shape.find_rel(rel);
        Ok(member.map_or(Member::Link, |(index, _)| Member::Below(index)))
    }

    /// Sets the address of the list that a link stands for.
    fn link_to_list(&self, object: &mut Reading<'a, '_>) -> Result<()> {
        let Attributes { href, rel, .. } = self.attributes()?;
        if let (Some(rel), Some(href)) = (rel, href)
            && let Some((index, _)) = object.shape.find_rel(&rel)
            && let Slot::List(list) = object.target.slot(index)
        {
            list.open().0.set_href(&href);
        }
        Ok(())
    }
}
