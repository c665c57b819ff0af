//! Interning of references: the VMs of a list link to few clusters, templates and hosts.

use crate::bytes;
use crate::reference::Reference;

/// Number of slots. A new reference replaces the one in its slot.
const SLOTS: usize = 1024;

/// Recent references, by a hash of their `id`.
#[derive(Default)]
pub(super) struct ReferenceInterner {
    /// Empty until the first use.
    slots: Vec<Option<Reference>>,
}

impl ReferenceInterner {
    /// A reference that shares memory with a recent equal one; `None` if its parts are too long.
    pub(super) fn intern(&mut self, href: Option<&str>, id: Option<&str>) -> Option<Reference> {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, None);
        }
        let slot = self.slots.get_mut(index(id.or(href).unwrap_or_default()))?;
        if let Some(reference) = slot
            && reference.has_parts(href, id)
        {
            return Some(reference.clone());
        }
        let reference = Reference::new(href, id, None)?;
        *slot = Some(reference.clone());
        Some(reference)
    }
}

/// Hashes the last eight bytes, in which identifiers differ.
#[inline]
fn index(id: &str) -> usize {
    let id = id.as_bytes();
    let word = match id.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => bytes::short_word(id),
    };
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::{ReferenceInterner, SLOTS};

    #[test]
    fn equal_references_share_memory() {
        let mut interner = ReferenceInterner::default();
        let mut address = |href| {
            let reference = interner.intern(Some(href), Some("1")).expect("short texts");
            reference.href().expect("a href").as_ptr()
        };
        let first = address("/api/clusters/1");
        assert_eq!(address("/api/clusters/1"), first);
        assert_ne!(address("/api/templates/1"), first);
    }

    #[test]
    fn interned_references_have_the_requested_parts() {
        let mut interner = ReferenceInterner::default();
        let texts = [None, Some(""), Some("1"), Some("/api/vms/1")];
        for _ in 0..2 {
            for (href, id) in texts.iter().flat_map(|href| texts.map(|id| (*href, id))) {
                let reference = interner.intern(href, id).expect("short texts");
                assert_eq!((reference.href(), reference.id()), (href, id));
            }
        }
        assert_eq!(interner.intern(Some(&"x".repeat(70_000)), None), None);
        assert_eq!(interner.slots.len(), SLOTS);
    }
}
