//! Members of objects: dispatch by kind, links, and nested objects and lists through the cache.

use super::{Decoder, ObjectAttributes, Result};
use crate::reference::Reference;
use crate::reflect::{LinkSlot, ListSlot, MemberInfo, MemberMut, ObjectSlot};
use crate::xml::list_cache::{Subtree, SubtreeKey, SubtreeValue};
use crate::xml::tokenizer::PlainAttributes;

/// A member with elements of its own.
enum Container<'t> {
    Object(&'t mut dyn ObjectSlot),
    List(&'t mut dyn ListSlot),
}

impl Container<'_> {
    /// Whether a link set the `href` of the list before. The cache does not know about that.
    fn has_href(&self) -> bool {
        match self {
            Self::Object(_) => false,
            Self::List(slot) => slot.list().is_some_and(|list| list.href_parts().is_some()),
        }
    }

    fn set(&mut self, value: &SubtreeValue) {
        match (self, value) {
            (Self::Object(slot), SubtreeValue::Object(cached)) => slot.copy_from(cached.as_ref()),
            (Self::List(slot), SubtreeValue::List(cached)) => {
                slot.list_or_insert().0.clone_from(cached);
            }
            _ => {}
        }
    }

    fn value(&self) -> SubtreeValue {
        match self {
            Self::Object(slot) => SubtreeValue::Object(slot.boxed_copy()),
            Self::List(slot) => SubtreeValue::List(slot.list().cloned().unwrap_or_default()),
        }
    }
}

impl Decoder<'_> {
    /// Fills a member from its element.
    pub(super) fn member(
        &mut self,
        empty: bool,
        slot: MemberMut<'_>,
        member: &'static MemberInfo,
    ) -> Result<()> {
        match slot {
            MemberMut::Object(slot) => self.container(empty, Container::Object(slot), member),
            MemberMut::List(slot) => self.container(empty, Container::List(slot), member),
            MemberMut::Link(slot) => self.link(empty, slot),
            MemberMut::Unknown => self.skip(empty),
            slot => {
                let text = self.text(empty)?;
                self.set_scalar(slot, &text)
            }
        }
    }

    /// Most links are empty elements with `href` and `id`, which need no object.
    fn link(&mut self, empty: bool, slot: &mut dyn LinkSlot) -> Result<()> {
        if empty && slot.accepts_references() {
            let reference = match self.tokens.plain_attributes() {
                Some(PlainAttributes { href, id, .. }) => self.reference(href, id),
                None => {
                    let ObjectAttributes { href, id, .. } = self.any_attributes()?;
                    self.reference(href.as_deref(), id.as_deref())
                }
            };
            if let Some(reference) = reference {
                slot.set_reference(reference);
                return Ok(());
            }
        }
        let mut result = Ok(());
        slot.set_object(&mut |object| result = self.object(empty, object));
        result
    }

    /// A reference with these parts; `None` if they are too long.
    #[inline]
    fn reference(&mut self, href: Option<&str>, id: Option<&str>) -> Option<Reference> {
        match &mut self.cache {
            Some(cache) => cache.reference(href, id),
            None => Reference::new(href, id, None),
        }
    }

    /// Fills a nested object or list, from the cache if possible.
    fn container(
        &mut self,
        empty: bool,
        mut container: Container<'_>,
        member: &'static MemberInfo,
    ) -> Result<()> {
        // Attributes are not part of the key.
        let is_cacheable = !empty && !self.tokens.has_attributes() && !container.has_href();
        let (Some(cache), true) = (&self.cache, is_cacheable) else {
            return self.decode_container(empty, &mut container);
        };
        let (tag, rest) = (self.tokens.name_bytes(), self.tokens.rest());
        let Some(key) = SubtreeKey::new(member, tag, rest) else {
            return self.decode_container(empty, &mut container);
        };
        if let Some(subtree) = cache.find(&key)
            && subtree.depth == self.depth
            && self.budget.take(subtree.cost).is_ok()
        {
            container.set(&subtree.value);
            self.tokens.skip_element(key.length());
            return Ok(());
        }
        let (start, budget, depth) = (self.tokens.position(), self.budget.remaining(), self.depth);
        self.decode_container(false, &mut container)?;
        if let Some(cache) = &mut self.cache
            && self.tokens.length_since(start) == Some(key.length())
        {
            cache.insert(&key, || Subtree {
                value: container.value(),
                depth,
                cost: budget - self.budget.remaining(),
            });
        }
        Ok(())
    }

    fn decode_container(&mut self, empty: bool, container: &mut Container<'_>) -> Result<()> {
        match container {
            Container::Object(slot) => self.object(empty, slot.insert_empty()),
            Container::List(slot) => self.list(empty, *slot),
        }
    }
}
