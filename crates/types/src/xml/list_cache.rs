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

/// Number of sets, which are found by hash.
const SETS: usize = 1024;

/// The cache of one list.
#[derive(Default)]
pub(super) struct ListCache {
    references: ReferenceInterner,
    /// Empty until the first use.
    sets: Vec<CacheSet>,
    /// Total length of the source texts of all entries.
    total: usize,
}

/// Entries whose hashes collide. With two, it is unlikely that frequent ones replace each other.
#[derive(Default)]
struct CacheSet {
    /// Hashes of the last new subtrees. Only recurring ones are worth their memory.
    seen: [u64; 2],
    /// The newest entry first.
    entries: [Option<Box<CacheEntry>>; 2],
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
    fn set(&self) -> usize {
        (self.hash >> 32) as usize % SETS
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
        let mut entries = self.sets.get(key.set())?.entries.iter().flatten();
        let entry = entries.find(|entry| entry.hash == key.hash && *entry.source == *key.source)?;
        Some(&entry.subtree)
    }

    /// Inserts a subtree on its second occurrence.
    pub(super) fn insert(&mut self, key: &SubtreeKey<'_>, subtree: impl FnOnce() -> Subtree) {
        if self.sets.is_empty() || self.total > MAX_TOTAL {
            self.sets.clear();
            self.sets.resize_with(SETS, CacheSet::default);
            self.total = 0;
        }
        let Some(set) = self.sets.get_mut(key.set()) else {
            return;
        };
        if !set.seen.contains(&key.hash) {
            set.seen = [key.hash, set.seen[0]];
            return;
        }
        self.total += key.length();
        set.entries.swap(0, 1);
        set.entries[0] = Some(Box::new(CacheEntry {
            hash: key.hash,
            source: key.source.into(),
            subtree: subtree(),
        }));
    }
}
