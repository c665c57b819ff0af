//! What is within an object and may be written as something before it: then it isn't read again.

use super::{Parser, Result};
use crate::element::{ListSlot, ObjectSlot};
use crate::xml::alike::{Came, Part};

/// The place of an object or a list within an object.
pub(super) enum Place<'t> {
    Object(&'t mut dyn ObjectSlot),
    List(&'t mut dyn ListSlot),
}

impl Place<'_> {
    /// Whether something is known of what is there before it is read: the address of a list.
    fn has_address(&self) -> bool {
        match self {
            Self::Object(_) => false,
            Self::List(place) => place.content().is_some_and(|list| list.address().is_some()),
        }
    }

    /// Puts there what came before.
    fn set(&mut self, came: &Came) {
        match (self, came) {
            (Self::Object(place), Came::Object(of)) => place.set_copy(of.as_ref()),
            (Self::List(place), Came::List(list)) => place.open().0.clone_from(list),
            _ => {}
        }
    }

    /// What is there.
    fn came(&self) -> Came {
        match self {
            Self::Object(place) => Came::Object(place.copy()),
            Self::List(place) => Came::List(place.content().cloned().unwrap_or_default()),
        }
    }
}

impl Parser<'_> {
    /// Fills a place from its element, whose start has been read: with a copy of what came before, if it is
    /// written as that.
    pub(super) fn part(
        &mut self,
        empty: bool,
        mut place: Place<'_>,
        at: Option<usize>,
    ) -> Result<()> {
        // Attributes belong to what is read, and are before the text that is compared.
        let is_all = !empty && !self.scanner.has_attributes() && !place.has_address();
        let (Some(at), Some(memory)) = (at.filter(|_| is_all), &mut self.memory) else {
            return self.fill(empty, &mut place);
        };
        if let Some((part, length)) = memory.parts.find(at, self.scanner.rest())
            && part.depth == self.depth
            && self.budget.take(part.taken).is_ok()
        {
            place.set(&part.came);
            self.scanner.pass(length);
            return Ok(());
        }
        let (begin, left, depth) = (self.scanner.position(), self.budget.left(), self.depth);
        self.fill(false, &mut place)?;
        if let (Some(memory), Some(text)) = (&mut self.memory, self.scanner.plain_since(begin)) {
            memory.parts.add(at, text, || Part {
                depth,
                taken: left - self.budget.left(),
                came: place.came(),
            });
        }
        Ok(())
    }

    fn fill(&mut self, empty: bool, place: &mut Place<'_>) -> Result<()> {
        match place {
            Place::Object(place) => self.object(empty, place.begin()),
            Place::List(place) => self.list(empty, *place),
        }
    }

    /// Passes over an element in an object with this address.
    pub(super) fn pass(&mut self, empty: bool, own: &str, at: Option<usize>) -> Result<()> {
        let at = at.filter(|_| !empty);
        let (Some(at), Some(memory)) = (at, &mut self.memory) else {
            return self.skip(empty);
        };
        let place = (at, self.scanner.name_bytes());
        if let Some(length) = memory.passed.find(place, self.scanner.rest(), own) {
            self.scanner.pass(length);
            return Ok(());
        }
        let (begin, mut addresses) = (self.scanner.position(), Vec::new());
        self.skip_with(own, &mut addresses)?;
        if let (Some(memory), Some(text)) = (&mut self.memory, self.scanner.plain_since(begin)) {
            addresses.iter_mut().for_each(|address| *address -= begin);
            memory.passed.add(place, text, own.len(), &addresses);
        }
        Ok(())
    }
}
