//! What a reader remembers of a list: which tag came after which. Objects of a list are alike, and a
//! tag that is written as the one that came here before needs no scanning, and no search for its member.

use super::alike::Alike;
use super::links::Links;
use super::passed::Passed;
use super::scan::Seen;
use crate::element::Shape;

/// How much text is remembered, in bytes, before all is forgotten. Tags of virtual machines have some six
/// thousand.
const MOST_TEXT: usize = 32 << 10;

/// The shortest objects that room is taken for before they are read, in bytes: a list that begins with empty ones shall
/// not make us take memory for as many as could follow.
const SHORTEST: usize = 512;

/// A tag within an object.
#[derive(Clone, Copy, Default)]
pub(super) struct Step {
    pub(super) tag: Seen,
    pub(super) member: Member,
}

/// What a tag within an object is for.
#[derive(Clone, Copy, Default)]
pub(super) enum Member {
    /// Nothing that the type has.
    #[default]
    None,
    /// The member at this position.
    Value(u8),
    /// The address of the list at this position: that of the object, and the name of the list.
    Below(u8),
    /// Whatever else a link says: its attributes have to be looked at each time.
    Link,
}

impl Member {
    /// A value at this position. No type has more members than bits in a number, or the compiler
    /// would say so ([`Element::present`](crate::element::Element::present)).
    pub(super) fn value(index: usize) -> Self {
        u8::try_from(index).map_or(Self::None, Self::Value)
    }

    /// The address of a list at this position.
    pub(super) fn below(index: usize) -> Self {
        u8::try_from(index).map_or(Self::Link, Self::Below)
    }
}

/// The tags that came in objects.
#[derive(Default)]
pub(super) struct Memory {
    /// Where the steps of a type begin: one for each member that another tag came after, one for
    /// what came first, and one for what came after no member.
    types: Vec<(&'static Shape, usize)>,
    /// Which of them is likely to come next: the one that came first after the last one.
    next: usize,
    /// What came at each place of an object in the last one.
    last: Vec<Step>,
    /// And before that, if it was something else: often there are two kinds of objects, such as machines that
    /// are up and down.
    before: Vec<Step>,
    /// What tags are compared with.
    texts: Vec<u8>,
    /// How long an object is, in bytes; 0 if none has come.
    length: usize,
    pub(super) links: Links,
    /// Objects and lists within objects, by the step that the member is.
    pub(super) parts: Alike,
    /// What was passed over, by the step at which it was found.
    pub(super) passed: Passed,
}

impl Memory {
    /// Where the steps of a type begin.
    #[inline]
    pub(super) fn steps_of(&mut self, shape: &'static Shape) -> usize {
        let is_it = |(known, _): &(&Shape, usize)| std::ptr::eq(*known, shape);
        if let Some(known) = self.types.get(self.next).filter(|known| is_it(known)) {
            self.next += 1;
            return known.1;
        }
        let known = self.types.iter().position(is_it);
        let at = known.unwrap_or_else(|| self.add(shape));
        self.next = at + 1;
        self.types.get(at).map_or(0, |known| known.1)
    }

    #[cold]
    fn add(&mut self, shape: &'static Shape) -> usize {
        let begin = self.last.len();
        let more = begin + shape.members.len() + 2;
        self.last.resize(more, Step::default());
        self.before.resize(more, Step::default());
        self.types.push((shape, begin));
        self.types.len() - 1
    }

    /// What came at a place last.
    #[inline(always)]
    pub(super) fn last(&self, at: usize) -> Option<&Step> {
        self.last.get(at)
    }

    /// What came there before that.
    #[inline(always)]
    pub(super) fn before(&self, at: usize) -> Option<&Step> {
        self.before.get(at)
    }

    /// For how many objects room is worth taking before a text of this length is read; none if nothing is known of it.
    pub(super) fn objects_in(&self, length: usize) -> usize {
        if self.length == 0 {
            return 0;
        }
        let objects = length / self.length.max(SHORTEST);
        objects + objects / 8
    }

    /// Remembers how long objects are.
    pub(super) fn set_length(&mut self, length: usize) {
        self.length = length;
    }

    /// What tags are compared with.
    #[inline(always)]
    pub(super) fn texts(&self) -> &[u8] {
        &self.texts
    }

    /// Where the text of a tag goes that is about to be remembered.
    pub(super) fn room(&mut self) -> &mut Vec<u8> {
        if self.texts.len() > MOST_TEXT {
            self.last.fill(Step::default());
            self.before.fill(Step::default());
            self.texts.clear();
        }
        &mut self.texts
    }

    /// Remembers what came at a place.
    pub(super) fn set_step(&mut self, at: usize, step: Step) {
        if let (Some(last), Some(before)) = (self.last.get_mut(at), self.before.get_mut(at)) {
            *before = std::mem::replace(last, step);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn a_tag_is_remembered_in_few_bytes() {
        assert_eq!(size_of::<Step>(), 10);
    }
}
