//! Objects and lists within an object, which may be written as some before them: then they aren't read again.

use super::{Parser, Result};
use crate::element::{Entry, ListSlot, ObjectSlot};
use crate::xml::list_cache::{Came, Key, Part};

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
        entry: &'static Entry,
    ) -> Result<()> {
        // Attributes belong to what is read, and are before the text that is compared.
        let is_all = !empty && !self.scanner.has_attributes() && !place.has_address();
        let (Some(cache), true) = (&self.cache, is_all) else {
            return self.fill(empty, &mut place);
        };
        let (name, rest) = (self.scanner.name_bytes(), self.scanner.rest());
        let Some(key) = Key::of(entry, name, rest) else {
            return self.fill(empty, &mut place);
        };
        if let Some(part) = cache.parts.find(&key)
            && part.depth == self.depth
            && self.budget.take(part.taken).is_ok()
        {
            place.set(&part.came);
            self.scanner.pass(key.length());
            return Ok(());
        }
        let (begin, left, depth) = (self.scanner.position(), self.budget.left(), self.depth);
        self.fill(false, &mut place)?;
        if let Some(cache) = &mut self.cache
            && self
                .scanner
                .plain_since(begin)
                .is_some_and(|text| text.len() == key.length())
        {
            cache.parts.add(&key, || Part {
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
}
