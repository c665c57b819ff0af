//! Objects and lists within an object, which may be written as some before them: then they aren't read again.

use super::{Parser, Result};
use crate::reflect::{ListSlot, MemberInfo, ObjectSlot};
use crate::xml::list_cache::{CachedSubtree, SubtreeKey, SubtreeValue};

/// The place of an object or a list within an object.
pub(super) enum Container<'t> {
    Object(&'t mut dyn ObjectSlot),
    List(&'t mut dyn ListSlot),
}

impl Container<'_> {
    /// Whether something is known of what is there before it is read: the address of a list.
    fn has_address(&self) -> bool {
        match self {
            Self::Object(_) => false,
            Self::List(place) => place.content().is_some_and(|list| list.address().is_some()),
        }
    }

    /// Puts there what came before.
    fn set(&mut self, came: &SubtreeValue) {
        match (self, came) {
            (Self::Object(place), SubtreeValue::Object(of)) => place.set_copy(of.as_ref()),
            (Self::List(place), SubtreeValue::List(list)) => place.open().0.clone_from(list),
            _ => {}
        }
    }

    /// What is there.
    fn came(&self) -> SubtreeValue {
        match self {
            Self::Object(place) => SubtreeValue::Object(place.copy()),
            Self::List(place) => SubtreeValue::List(place.content().cloned().unwrap_or_default()),
        }
    }
}

impl Parser<'_> {
    /// Fills a place from its element, whose start has been read: with a copy of what came before, if it is
    /// written as that.
    pub(super) fn part(
        &mut self,
        empty: bool,
        mut place: Container<'_>,
        entry: &'static MemberInfo,
    ) -> Result<()> {
        // Attributes belong to what is read, and are before the text that is compared.
        let is_all = !empty && !self.tokens.has_attributes() && !place.has_address();
        let (Some(cache), true) = (&self.cache, is_all) else {
            return self.fill(empty, &mut place);
        };
        let (name, rest) = (self.tokens.name_bytes(), self.tokens.rest());
        let Some(key) = SubtreeKey::of(entry, name, rest) else {
            return self.fill(empty, &mut place);
        };
        if let Some(part) = cache.parts.find(&key)
            && part.depth == self.depth
            && self.budget.take(part.taken).is_ok()
        {
            place.set(&part.came);
            self.tokens.pass(key.length());
            return Ok(());
        }
        let (begin, left, depth) = (self.tokens.position(), self.budget.left(), self.depth);
        self.fill(false, &mut place)?;
        if let Some(cache) = &mut self.cache
            && self
                .tokens
                .plain_since(begin)
                .is_some_and(|text| text.len() == key.length())
        {
            cache.parts.add(&key, || CachedSubtree {
                depth,
                taken: left - self.budget.left(),
                came: place.came(),
            });
        }
        Ok(())
    }

    fn fill(&mut self, empty: bool, place: &mut Container<'_>) -> Result<()> {
        match place {
            Container::Object(place) => self.object(empty, place.begin()),
            Container::List(place) => self.list(empty, *place),
        }
    }
}
