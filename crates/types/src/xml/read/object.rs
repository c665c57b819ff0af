//! Objects: which member each of the elements within is for.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::{Attributes, Parser, Result};
use crate::element::{Element, Shape, Slot};
use crate::index::Key;
use crate::xml::error::XmlError;
use crate::xml::memory::{Member, Step};
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

/// What came last in an object.
#[derive(Clone, Copy)]
enum Last {
    Nothing,
    Member(usize),
    /// Something that isn't for a member.
    Other,
}

impl Last {
    /// Which step of its type comes next.
    #[inline]
    fn step(self, shape: &Shape) -> usize {
        match self {
            Self::Member(index) => index,
            Self::Nothing => shape.members.len(),
            Self::Other => shape.members.len() + 1,
        }
    }
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
        let steps = self.memory.as_mut().map(|it| it.steps_of(object.shape));
        let mut last = Last::Nothing;
        loop {
            let at = steps.map(|steps| steps + last.step(object.shape));
            let (event, member) = match self.known(at, object.own) {
                Some(known) => known,
                None => self.find(at, object)?,
            };
            let empty = match event {
                Event::Start => false,
                Event::Empty => true,
                Event::End => return Ok(()),
                event => {
                    self.refuse(event)?;
                    continue;
                }
            };
            last = match member {
                Member::Value(index) => {
                    let index = usize::from(index);
                    self.value(empty, object.target.slot(index), steps.map(|it| it + index))
                        .map_err(|error| object.within(index, error))?;
                    Last::Member(index)
                }
                Member::Below(index) => {
                    let index = usize::from(index);
                    object.list_below(index);
                    self.skip(empty)?;
                    Last::Member(index)
                }
                Member::Link => {
                    self.link_to_list(object)?;
                    self.skip(empty)?;
                    Last::Other
                }
                Member::None => {
                    self.pass(empty, object.own, at)?;
                    Last::Other
                }
            };
        }
    }

    /// What comes next in an object, if it is written as what came at this step before.
    #[inline]
    fn known(&mut self, at: Option<usize>, own: &str) -> Option<(Event, Member)> {
        let (memory, at) = (self.memory.as_ref()?, at?);
        let step = memory.last(at)?;
        if let Some(event) = self.scanner.again(&step.tag, memory.texts(), own) {
            return Some((event, step.member));
        }
        self.known_before(at, own)
    }

    /// The same with what came before that.
    #[inline(never)]
    fn known_before(&mut self, at: usize, own: &str) -> Option<(Event, Member)> {
        let memory = self.memory.as_ref()?;
        let step = memory.before(at)?;
        let event = self.scanner.again(&step.tag, memory.texts(), own)?;
        Some((event, step.member))
    }

    /// What comes next in an object.
    fn find(&mut self, at: Option<usize>, object: &Reading<'a, '_>) -> Result<(Event, Member)> {
        let begin = self.scanner.position();
        let event = self.next_within()?;
        let member = match event {
            Event::Start | Event::Empty => self.member(object)?,
            _ => Member::None,
        };
        if let (Some(memory), Some(at)) = (&mut self.memory, at) {
            let own = match member {
                Member::Below(_) => object.own,
                _ => "",
            };
            let tag = self.scanner.seen(begin, event, own, memory.room());
            memory.set_step(at, Step { tag, member });
        }
        Ok((event, member))
    }

    /// The member that an element is for.
    fn member(&self, object: &Reading<'a, '_>) -> Result<Member> {
        let (name, key) = (self.scanner.name_bytes(), self.scanner.key());
        // No member is called so.
        if key == LINK && name == b"link" {
            return self.linked(object);
        }
        Ok(match object.shape.find(name, key) {
            Some((index, entry)) if !entry.is_attribute() => Member::value(index),
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
        Ok(member.map_or(Member::Link, |(index, _)| Member::below(index)))
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
