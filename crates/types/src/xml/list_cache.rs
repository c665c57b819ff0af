//! What objects of a list have in common: a part of one that is written as a part of another before it isn't read
//! again, and is kept once.

use crate::bytes;
mod references;

use crate::list::UntypedList;
use crate::reflect::{MemberInfo, ObjectSlot};
use references::ReferenceInterner;

/// The longest text that is remembered, in bytes. Certificates have some two thousand.
const LONGEST: usize = 4 << 10;

/// The most that is remembered, in bytes; then all is forgotten.
const MOST: usize = 512 << 10;

/// Places of parts, found by their hashes; what comes later takes the place of what came before.
const PLACES: usize = 2048;

/// What a reader of a list remembers.
#[derive(Default)]
pub(super) struct ListCache {
    pub(super) links: ReferenceInterner,
    pub(super) parts: SubtreeCache,
}

/// An object or a list that came within an object.
pub(super) struct CachedSubtree {
    /// How deep it was.
    pub(super) depth: usize,
    /// What it took of the [`Budget`](super::budget::Budget).
    pub(super) taken: usize,
    pub(super) came: SubtreeValue,
}

/// What came.
pub(super) enum SubtreeValue {
    /// A place with the object in it.
    Object(Box<dyn ObjectSlot>),
    List(UntypedList),
}

/// SubtreeCache that came before.
#[derive(Default)]
pub(super) struct SubtreeCache {
    /// Hashes of what came: only what comes again is worth its memory.
    once: Vec<u64>,
    /// What came again.
    again: Vec<Option<CacheEntry>>,
    /// Bytes of what is remembered.
    length: usize,
}

/// A part that came, and its text.
struct CacheEntry {
    hash: u64,
    text: Box<[u8]>,
    part: CachedSubtree,
}

/// The content of an element, with the end of that.
pub(super) struct SubtreeKey<'a> {
    hash: u64,
    text: &'a [u8],
}

impl<'a> SubtreeKey<'a> {
    /// What follows the start of this element, up to the first end of one of its name. What has elements of the same name
    /// in it ends later, and so is never remembered.
    #[inline]
    pub(super) fn of(entry: &'static MemberInfo, name: &[u8], text: &'a [u8]) -> Option<Self> {
        let text = text.get(..LONGEST).unwrap_or(text);
        let mut from = 0;
        loop {
            let tag = from + bytes::find(text.get(from..)?, b'<')?;
            let after = text.get(tag + 1..)?;
            if let [b'/', after @ ..] = after
                && after.get(name.len()) == Some(&b'>')
                && after.starts_with(name)
            {
                let text = text.get(..tag + name.len() + 3)?;
                let hash = bytes::hash(std::ptr::from_ref(entry).addr() as u64, text);
                return Some(Self { hash, text });
            }
            from = tag + 1;
        }
    }

    pub(super) fn length(&self) -> usize {
        self.text.len()
    }

    #[inline]
    fn place(&self) -> usize {
        (self.hash >> 32) as usize % PLACES
    }
}

impl SubtreeCache {
    /// What came with this text before.
    #[inline]
    pub(super) fn find(&self, key: &SubtreeKey<'_>) -> Option<&CachedSubtree> {
        let known = self.again.get(key.place())?.as_ref()?;
        let is_it = known.hash == key.hash && *known.text == *key.text;
        is_it.then_some(&known.part)
    }

    /// Remembers what came with this text if it came before.
    pub(super) fn add(&mut self, key: &SubtreeKey<'_>, part: impl FnOnce() -> CachedSubtree) {
        if self.once.is_empty() || self.length > MOST {
            self.once = vec![0; PLACES];
            self.again.clear();
            self.again.resize_with(PLACES, || None);
            self.length = 0;
        }
        let place = key.place();
        if let (Some(once), Some(again)) = (self.once.get_mut(place), self.again.get_mut(place)) {
            if std::mem::replace(once, key.hash) == key.hash {
                self.length += key.length();
                *again = Some(CacheEntry {
                    hash: key.hash,
                    text: key.text.into(),
                    part: part(),
                });
            }
        }
    }
}
