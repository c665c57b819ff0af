//! Positions of members by their names: a table of hashes that the compiler makes.

use crate::xml::find;

/// The beginning of a name, by which most names can be told from each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    /// That of a name.
    pub const fn of(name: &str) -> Self {
        Self::without(name, 0)
    }

    /// That of a name that isn't known before; faster than [`of`](Self::of).
    #[inline]
    pub(crate) fn found(name: &[u8]) -> Self {
        Self(find::word(name, 0).unwrap_or_else(|| find::short(name)))
    }

    /// That of a name of this length at the beginning of a word.
    #[inline(always)]
    pub(crate) fn in_word(word: u64, length: usize) -> Self {
        Self(find::head(word, length))
    }

    /// That of a name without its underscores.
    pub const fn of_rel(name: &str) -> Self {
        Self::without(name, b'_')
    }

    /// A number that names of this beginning and length have in common, and few others.
    #[inline(always)]
    pub(crate) const fn hash(self, length: usize) -> usize {
        let hash = (self.0 ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (hash >> 40) as usize
    }

    const fn without(name: &str, byte: u8) -> Self {
        let name = name.as_bytes();
        let (mut key, mut length, mut at) = (0, 0, 0);
        while at < name.len() && length < 8 {
            if name[at] != byte {
                key |= (name[at] as u64) << (8 * length);
                length += 1;
            }
            at += 1;
        }
        Self(key)
    }
}

/// That there is no member at a place of the table.
const NONE: u8 = u8::MAX;

/// Finds positions of names.
#[derive(Debug)]
pub struct Index {
    /// The positions of members, each at the place that its name's hash says, or at the next one
    /// that was free. A power of two, and never full.
    places: &'static [u8],
    /// The beginnings of the names, in the order of positions.
    keys: &'static [Key],
}

/// How many places are needed for so many names: at least twice as many.
pub const fn places(names: usize) -> usize {
    (2 * names + 1).next_power_of_two()
}

/// The table for names with these beginnings and lengths.
pub const fn table<const PLACES: usize>(keys: &[Key], lengths: &[usize]) -> [u8; PLACES] {
    let mut table = [NONE; PLACES];
    let mut position = 0;
    while position < keys.len() {
        let mut place = keys[position].hash(lengths[position]) % PLACES;
        while table[place] != NONE {
            place = (place + 1) % PLACES;
        }
        table[place] = position as u8;
        position += 1;
    }
    table
}

/// The index of some names, of which the functions give beginnings and lengths.
macro_rules! index {
    ($key:ident, $length:ident, [ $( $name:expr, )* ]) => {{
        const KEYS: &[$crate::index::Key] = &[ $( $crate::index::Key::$key($name), )* ];
        const PLACES: usize = $crate::index::places(KEYS.len());
        static TABLE: [u8; PLACES] =
            $crate::index::table(KEYS, &[ $( $crate::index::$length($name), )* ]);
        $crate::index::Index::new(&TABLE, KEYS)
    }};
}

pub(crate) use index;

/// The length of a name.
pub const fn length_of(name: &str) -> usize {
    name.len()
}

/// The length of a name without its underscores.
pub const fn length_of_rel(name: &str) -> usize {
    let name = name.as_bytes();
    let (mut length, mut at) = (0, 0);
    while at < name.len() {
        length += (name[at] != b'_') as usize;
        at += 1;
    }
    length
}

impl Index {
    /// One with this table.
    pub const fn new(places: &'static [u8], keys: &'static [Key]) -> Self {
        Self { places, keys }
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
