//! What links of a list lead to: machines of one have few clusters, templates and hosts, and references
//! to the same one can share their texts.

use crate::bytes;
use crate::link::Reference;

/// How many references are remembered. They have fixed places: what comes later takes that of what came before.
const PLACES: usize = 256;

/// References that came before.
#[derive(Default)]
pub(in crate::xml) struct ReferenceInterner {
    /// Nothing until the first one comes.
    places: Vec<Option<Reference>>,
}

impl ReferenceInterner {
    /// The reference made of these, shared with one that came before. Nothing when they are longer than any that an engine
    /// makes.
    pub(in crate::xml) fn reference(
        &mut self,
        href: Option<&str>,
        id: Option<&str>,
    ) -> Option<Reference> {
        if self.places.is_empty() {
            self.places.resize(PLACES, None);
        }
        let place = self
            .places
            .get_mut(place_of(id.or(href).unwrap_or_default()))?;
        if let Some(reference) = place
            && reference.is_of(href, id)
        {
            return Some(reference.clone());
        }
        let reference = Reference::new(href, id, None)?;
        *place = Some(reference.clone());
        Some(reference)
    }
}

/// Where the reference with this text is: identifiers differ in their last bytes.
#[inline]
fn place_of(text: &str) -> usize {
    let text = text.as_bytes();
    let word = match text.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => bytes::short(text),
    };
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use super::{PLACES, ReferenceInterner};

    #[test]
    fn references_to_the_same_object_share_their_text() {
        let mut links = ReferenceInterner::default();
        let mut href = |href| {
            let reference = links.reference(Some(href), Some("1")).expect("short texts");
            reference.href().expect("an address").as_ptr()
        };
        let first = href("/api/clusters/1");
        assert_eq!(href("/api/clusters/1"), first);
        assert_ne!(href("/api/templates/1"), first);
    }

    #[test]
    fn references_are_made_of_what_is_asked_for() {
        let mut links = ReferenceInterner::default();
        let texts = [None, Some(""), Some("1"), Some("/api/vms/1")];
        for _ in 0..2 {
            for (href, id) in texts.iter().flat_map(|href| texts.map(|id| (*href, id))) {
                let reference = links.reference(href, id);
                let reference = reference.expect("short texts");
                assert_eq!((reference.href(), reference.id()), (href, id));
            }
        }
        assert_eq!(links.reference(Some(&"x".repeat(70_000)), None), None);
        assert_eq!(links.places.len(), PLACES);
    }
}
