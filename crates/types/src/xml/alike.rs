//! Parts of the objects of a list that are written as others before them: many machines have the same system, the
//! same firmware, and the certificate of the same host. They needn't be read again.

use super::find;
use crate::element::ObjectSlot;
use crate::list::Content;

/// The longest text that is remembered, in bytes. Certificates have some two thousand.
const LONGEST: usize = 4 << 10;

/// The most that is remembered of a place, in bytes.
const MOST_TEXT: usize = 32 << 10;

/// The most that is remembered of all places, in bytes.
const MOST_IN_ALL: usize = 256 << 10;

/// How many texts are remembered of a place at most.
const MOST_KNOWN: usize = 256;

/// How many of them as long as none has come again: where all are others it costs little more than to see that.
const FEW: usize = 16;

/// An object or a list that came within an object.
pub(super) struct Part {
    /// How deep it was.
    pub(super) depth: usize,
    /// What it took of the [`Budget`](super::budget::Budget).
    pub(super) taken: usize,
    pub(super) came: Came,
}

/// What came.
pub(super) enum Came {
    /// A place with the object in it.
    Object(Box<dyn ObjectSlot>),
    List(Content),
}

/// Parts that came before.
#[derive(Default)]
pub(super) struct Alike {
    /// By the step within the objects.
    places: Vec<Place>,
    /// Bytes of what is remembered.
    length: usize,
}

/// What came at a place.
#[derive(Default)]
struct Place {
    /// The text that came first.
    base: Box<[u8]>,
    /// Where the texts that came differ from that, and how: in order.
    keys: Vec<u64>,
    /// What came, in the same order.
    known: Vec<Known>,
    /// Bytes of what is remembered.
    length: usize,
    /// How often something came that is remembered.
    found: usize,
    /// How often something else came.
    others: usize,
    /// Whether it came so seldom that nothing is remembered any more.
    given_up: bool,
}

/// A part that came.
struct Known {
    /// How long its text is as the base.
    same: usize,
    /// What its text has after that.
    rest: Box<[u8]>,
    part: Part,
}

impl Alike {
    /// What came at this step before, if what comes now begins with the text of that, and how long that is.
    #[inline]
    pub(super) fn find(&mut self, at: usize, text: &[u8]) -> Option<(&Part, usize)> {
        let place = self.places.get_mut(at)?;
        let known = place.find(text)?;
        place.found += 1;
        let known = place.known.get(known)?;
        Some((&known.part, known.same + known.rest.len()))
    }

    /// Remembers what came with this text, if that is likely to be of use.
    pub(super) fn add(&mut self, at: usize, text: &[u8], came: impl FnOnce() -> Part) {
        if text.len() > LONGEST {
            return;
        }
        if at >= self.places.len() {
            self.places.resize_with(at + 1, Place::default);
        }
        let Some(place) = self.places.get_mut(at).filter(|place| !place.given_up) else {
            return;
        };
        self.length -= place.length;
        let is_full = self.length + place.length + text.len() > MOST_IN_ALL;
        if is_full || place.is_full() {
            place.forget();
        }
        if self.length + text.len() <= MOST_IN_ALL {
            place.add(text, came);
        }
        self.length += place.length;
    }
}

impl Place {
    /// How much of a text is as the base, the key of the text, and where that is or would be.
    #[inline]
    fn search(&self, text: &[u8]) -> Option<(usize, u64, usize)> {
        let same = find::same_length(&self.base, text);
        let key = self.key(text, same)?;
        let index = self.keys.partition_point(|known| *known < key);
        Some((same, key, index))
    }

    /// Where a text differs from the base, so long after its beginning, and the bytes there; none if there are too few.
    #[inline]
    fn key(&self, text: &[u8], same: usize) -> Option<u64> {
        let bytes = if same == self.base.len() {
            [0; 8]
        } else {
            *text.get(same..)?.first_chunk()?
        };
        Some((same as u64) << 48 | u64::from_be_bytes(bytes) >> 16)
    }

    /// Which of what is known the text begins with.
    #[inline]
    fn find(&self, text: &[u8]) -> Option<usize> {
        if text.starts_with(&self.base) {
            // No key is larger than that of the base.
            return self.known.len().checked_sub(1);
        }
        let (same, key, begin) = self.search(text)?;
        let rest = text.get(same..)?;
        let keys = self.keys.iter().zip(&self.known).enumerate().skip(begin);
        let mut likely = keys.take_while(|(_, (known, _))| **known == key);
        let found = likely.find(|(_, (_, known))| rest.starts_with(&known.rest));
        found.map(|(index, _)| index)
    }

    /// Whether there is no room for more, or nothing has come again for so long that nothing will.
    fn is_full(&self) -> bool {
        let is_hopeless = self.found == 0 && self.others >= MOST_KNOWN;
        is_hopeless || self.length > MOST_TEXT || self.known.len() >= MOST_KNOWN
    }

    /// Begins anew, unless hardly anything came again.
    fn forget(&mut self) {
        *self = Self {
            given_up: self.found < self.known.len(),
            ..Self::default()
        };
    }

    fn add(&mut self, text: &[u8], came: impl FnOnce() -> Part) {
        self.others += 1;
        let is_enough = self.found == 0 && self.known.len() >= FEW;
        if self.given_up || is_enough || self.find(text).is_some() {
            return;
        }
        if self.known.is_empty() {
            self.base = text.into();
            self.length = text.len();
        }
        let Some((same, key, index)) = self.search(text) else {
            return;
        };
        let rest = text.get(same..).unwrap_or_default().into();
        let known = Known {
            same,
            rest,
            part: came(),
        };
        self.length += known.rest.len();
        self.keys.insert(index, key);
        self.known.insert(index, known);
    }
}
