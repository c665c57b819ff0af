//! Positions of members by their names: a table of hashes.

use std::borrow::Cow;

use crate::bytes;

/// The beginning of a name, by which most names can be told from each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// That of a short name that is known before.
    pub(crate) const fn of(name: &str) -> Self {
        let name = name.as_bytes();
        let (mut key, mut at) = (0, 0);
        while at < name.len() && at < 8 {
            key |= (name[at] as u64) << (8 * at);
            at += 1;
        }
        Self(key)
    }

    /// That of any name.
    #[inline]
    pub(crate) fn found(name: &[u8]) -> Self {
        Self(bytes::word(name, 0).unwrap_or_else(|| bytes::short(name)))
    }

    /// That of a name of this length at the beginning of a word.
    #[inline(always)]
    pub(crate) fn in_word(word: u64, length: usize) -> Self {
        Self(bytes::head(word, length))
    }

    /// A number that names of this beginning and length have in common, and few others.
    #[inline(always)]
    pub(crate) const fn hash(self, length: usize) -> usize {
        let hash = (self.0 ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (hash >> 40) as usize
    }
}

/// That there is no member at a place of the table.
const NONE: u8 = u8::MAX;

/// Finds positions of names.
#[derive(Debug)]
pub(crate) struct Index {
    /// The positions of members, each at the place that its name's hash says, or at the next one
    /// that was free. A power of two, and never full.
    places: Box<[u8]>,
    /// The beginnings of the names, in the order of positions.
    keys: Box<[Key]>,
}

impl Index {
    /// That of these names, fewer than [`NONE`].
    pub(crate) fn new<'a>(names: impl ExactSizeIterator<Item = Cow<'a, str>>) -> Self {
        let mut places = vec![NONE; (2 * names.len() + 1).next_power_of_two()];
        let mut keys = Vec::with_capacity(names.len());
        for (position, name) in (0..NONE).zip(names) {
            let key = Key::found(name.as_bytes());
            let mut place = key.hash(name.len()) % places.len();
            while places[place] != NONE {
                place = (place + 1) % places.len();
            }
            places[place] = position;
            keys.push(key);
        }
        Self {
            places: places.into(),
            keys: keys.into(),
        }
    }

    /// What `is` gives for the position of a name with this beginning and length.
    #[inline(always)]
    pub(crate) fn find<T>(
        &self,
        key: Key,
        length: usize,
        is: impl Fn(usize) -> Option<T>,
    ) -> Option<T> {
        let last = self.places.len() - 1;
        let mut place = key.hash(length) & last;
        loop {
            let position = usize::from(*self.places.get(place)?);
            // There is none at [`NONE`].
            if *self.keys.get(position)? == key
                && let Some(found) = is(position)
            {
                return Some(found);
            }
            place = (place + 1) & last;
        }
    }
}
