//! Objects within the objects of a list that are written as others before them: most machines have the same
//! firmware, the same rules for their migration, and the same guest. They needn't be read again, only copied.

use super::find;
use crate::element::ObjectSlot;

/// How many objects are remembered of each place.
const WAYS: usize = 4;

/// The longest text of an object that is remembered, in bytes. Certificates have some two thousand.
const LONGEST: usize = 4 << 10;

/// The most text of all objects that are remembered.
const MOST_TEXT: usize = 128 << 10;

/// After how many others in a row the one that came is remembered instead of one of them.
const OFTEN: u8 = 8;

/// After how many others in a row none are expected at a place any more: what is there differs each time.
const PATIENCE: u8 = 4 * OFTEN;

/// Objects that came before.
#[derive(Default)]
pub(super) struct Copies {
    /// By the step that the member is.
    places: Vec<Place>,
    /// Bytes of all texts.
    length: usize,
}

#[derive(Default)]
struct Place {
    known: Vec<Known>,
    /// How many came since that were none of them.
    others: u8,
}

/// An object that came.
pub(super) struct Known {
    /// What is in its element, and the end of that.
    pub(super) text: Box<[u8]>,
    /// How deep it was.
    depth: usize,
    /// What it took of the [`Budget`](super::budget::Budget).
    pub(super) taken: usize,
    /// A place with the object in it.
    pub(super) object: Box<dyn ObjectSlot>,
}

impl Copies {
    /// The object that came before at this step, if what comes now is written alike.
    #[inline]
    pub(super) fn find(&mut self, at: usize, text: &[u8], depth: usize) -> Option<&Known> {
        let place = self.places.get_mut(at)?;
        let is_it = |known: &&Known| {
            let text = text.get(..known.text.len());
            text.is_some_and(|text| find::same(text, &known.text)) && known.depth == depth
        };
        let found = place.known.iter().find(is_it)?;
        place.others = 0;
        Some(found)
    }

    /// Remembers an object, which came with this text, if that is likely to be of use.
    pub(super) fn add(
        &mut self,
        at: usize,
        object: &dyn ObjectSlot,
        text: &[u8],
        depth: usize,
        taken: usize,
    ) {
        if at >= self.places.len() {
            self.places.resize_with(at + 1, Place::default);
        }
        let Some(place) = self.places.get_mut(at).filter(|it| it.others < PATIENCE) else {
            return;
        };
        place.others += 1;
        if place.others == PATIENCE {
            self.length -= place.known.drain(..).map(|it| it.text.len()).sum::<usize>();
            return;
        }
        let is_full = place.known.len() == WAYS;
        if is_full && !place.others.is_multiple_of(OFTEN) {
            return;
        }
        if text.len() > LONGEST || self.length + text.len() > MOST_TEXT {
            return;
        }
        if is_full {
            self.length -= place.known.remove(0).text.len();
        }
        self.length += text.len();
        place.known.push(Known {
            text: text.into(),
            depth,
            taken,
            object: object.copy(),
        });
    }
}
