//! What links of a list lead to: machines of one have few clusters, templates and hosts, and references
//! to the same one can share their texts.

use super::find;
use crate::link::Reference;

/// How many references are remembered. They have fixed places: what comes later takes that of what came before.
const PLACES: usize = 256;

/// References that came before.
#[derive(Default)]
pub(super) struct Links {
    /// Nothing until the first one comes.
    places: Vec<Option<Reference>>,
}

impl Links {
    /// The reference made of these, shared with one that came before. Nothing when they are longer than any that an engine
    /// makes.
    pub(super) fn reference(&mut self, href: Option<&str>, id: Option<&str>) -> Option<Reference> {
        if self.places.is_empty() {
            self.places.resize(PLACES, None);
        }
        let place = self.places.get_mut(place_of(id.or(href)?))?;
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
        None => find::short(text),
    };
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
}
