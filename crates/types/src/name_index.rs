//! Hash index from names to positions, used to look up struct members by tag.

use std::borrow::Cow;

use crate::bytes;

/// The first eight bytes of a name, which tell most names apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct NameKey(u64);

impl NameKey {
    /// Key of a name known at compile time.
    pub(crate) const fn from_static(name: &str) -> Self {
        let name = name.as_bytes();
        let (mut key, mut at) = (0, 0);
        while at < name.len() && at < 8 {
            key |= (name[at] as u64) << (8 * at);
            at += 1;
        }
        Self(key)
    }

    #[inline]
    pub(crate) fn new(name: &[u8]) -> Self {
        Self(bytes::word_at(name, 0).unwrap_or_else(|| bytes::short_word(name)))
    }

    /// Key of the name of this length that `word` starts with.
    #[inline(always)]
    pub(crate) fn from_word(word: u64, length: usize) -> Self {
        Self(bytes::word_prefix(word, length))
    }

    #[inline(always)]
    const fn hash(self, length: usize) -> usize {
        let hash = (self.0 ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (hash >> 40) as usize
    }
}

/// Marks a free slot.
const FREE: u8 = u8::MAX;

/// An open-addressing hash table with linear probing.
#[derive(Debug)]
pub(crate) struct NameIndex {
    /// Positions of names by hash. The length is a power of two; at least one slot is free.
    slots: Box<[u8]>,
    /// Keys of the names, by position.
    keys: Box<[NameKey]>,
}

impl NameIndex {
    /// Index of these names, fewer than 255.
    pub(crate) fn new<'a>(names: impl ExactSizeIterator<Item = Cow<'a, str>>) -> Self {
        let mut slots = vec![FREE; (2 * names.len() + 1).next_power_of_two()];
        let mut keys = Vec::with_capacity(names.len());
        for (position, name) in (0..FREE).zip(names) {
            let key = NameKey::new(name.as_bytes());
            let mut slot = key.hash(name.len()) % slots.len();
            while slots[slot] != FREE {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = position;
            keys.push(key);
        }
        Self {
            slots: slots.into(),
            keys: keys.into(),
        }
    }

    /// The first `Some` that `check` returns for the position of a name with this key and length.
    #[inline(always)]
    pub(crate) fn find<T>(
        &self,
        key: NameKey,
        length: usize,
        check: impl Fn(usize) -> Option<T>,
    ) -> Option<T> {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash(length) & mask;
        loop {
            let position = usize::from(*self.slots.get(slot)?);
            // `FREE` has no key, which ends the search.
            if *self.keys.get(position)? == key
                && let Some(found) = check(position)
            {
                return Some(found);
            }
            slot = (slot + 1) & mask;
        }
    }
}
