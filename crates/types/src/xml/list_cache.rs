//! Cache of decoded values that recur within a list.
//!
//! Holds nested objects and lists by member and source text, and references by `href` and `id`. A
//! hit skips decoding, and equal values share memory.

mod references;

use self::references::ReferenceInterner;
use crate::bytes;
use crate::reference::Reference;
use crate::reflect::{MemberInfo, ObjectSlot, UntypedList};

/// The longest cached source text, in bytes. Certificates have about 2,000.
const MAX_SOURCE: usize = 4 << 10;

/// Total length of source texts, in bytes. When exceeded, the cache is cleared.
const MAX_TOTAL: usize = 512 << 10;

/// Number of entries. They are found by hash; a new entry replaces one with the same index.
const ENTRIES: usize = 2048;

/// The cache of one list.
#[derive(Default)]
pub(super) struct ListCache {
    references: ReferenceInterner,
    /// Hashes of subtrees that occurred once. Only those that recur are worth their memory.
    seen: Vec<u64>,
    /// Boxed: a list with few recurring values must not pay for a large table.
    entries: Vec<Option<Box<CacheEntry>>>,
    /// Total length of the source texts in `entries`.
    total: usize,
}

struct CacheEntry {
    hash: u64,
    source: Box<[u8]>,
    subtree: Subtree,
}

/// A decoded element.
pub(super) struct Subtree {
    pub(super) value: SubtreeValue,
    /// Nesting depth at which the element was decoded. A hit must not exceed the depth limit.
    pub(super) depth: usize,
    /// Bytes that the element took of the memory budget.
    pub(super) cost: usize,
}

/// The value of a nested object or list.
pub(super) enum SubtreeValue {
    Object(Box<dyn ObjectSlot>),
    List(UntypedList),
}

/// Key of an element: its member and its source text after the start tag.
pub(super) struct SubtreeKey<'a> {
    hash: u64,
    source: &'a [u8],
}

impl<'a> SubtreeKey<'a> {
    /// The key of an element of this member and tag; `rest` follows the start tag. Ends at the
    /// first matching end tag; `None` if that is too far away.
    ///
    /// For an element that contains another one of its name, or its end tag in a comment or CDATA
    /// section, the key is too short. Its [`length`](Self::length) then differs from that of the
    /// element, which must not be inserted.
    #[inline]
    pub(super) fn new(member: &'static MemberInfo, tag: &[u8], rest: &'a [u8]) -> Option<Self> {
        let rest = rest.get(..MAX_SOURCE).unwrap_or(rest);
        let mut start = 0;
        loop {
            let at = start + bytes::find(rest.get(start..)?, b'<')?;
            let after = rest.get(at + 1..)?;
            if let [b'/', after @ ..] = after
                && after.get(tag.len()) == Some(&b'>')
                && after.starts_with(tag)
            {
                let source = rest.get(..at + tag.len() + 3)?;
                // Members are static: their address identifies them.
                let seed = std::ptr::from_ref(member).addr() as u64;
                let hash = bytes::hash(seed, source);
                return Some(Self { hash, source });
            }
            start = at + 1;
        }
    }

    /// Length of the source text including the end tag.
    pub(super) fn length(&self) -> usize {
        self.source.len()
    }

    #[inline]
    fn index(&self) -> usize {
        (self.hash >> 32) as usize % ENTRIES
    }
}

impl ListCache {
    /// A reference that shares memory with earlier equal ones; `None` if its parts are too long.
    #[inline]
    pub(super) fn reference(&mut self, href: Option<&str>, id: Option<&str>) -> Option<Reference> {
        self.references.intern(href, id)
    }

    #[inline]
    pub(super) fn find(&self, key: &SubtreeKey<'_>) -> Option<&Subtree> {
        let entry = self.entries.get(key.index())?.as_ref()?;
        let is_hit = entry.hash == key.hash && *entry.source == *key.source;
        is_hit.then_some(&entry.subtree)
    }

    /// Inserts a subtree on its second occurrence.
    pub(super) fn insert(&mut self, key: &SubtreeKey<'_>, subtree: impl FnOnce() -> Subtree) {
        if self.seen.is_empty() || self.total > MAX_TOTAL {
            self.seen = vec![0; ENTRIES];
            self.entries.clear();
            self.entries.resize_with(ENTRIES, || None);
            self.total = 0;
        }
        let index = key.index();
        if let (Some(seen), Some(entry)) = (self.seen.get_mut(index), self.entries.get_mut(index))
            && std::mem::replace(seen, key.hash) == key.hash
        {
            self.total += key.length();
            *entry = Some(Box::new(CacheEntry {
                hash: key.hash,
                source: key.source.into(),
                subtree: subtree(),
            }));
        }
    }
}
