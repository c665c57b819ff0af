//! Decides when the buffered text is worth decoding.
//!
//! Decoding an incomplete object is wasted work, repeated for each part that arrives. So the end
//! tag of the next element is searched first.

use memchr::{memchr, memrchr_iter};

/// How often an object is decoded in vain whenever it might be complete. After that, its length
/// must double each time, which bounds the work for any document.
const MAX_FAILURES: u32 = 16;

/// Length of a text, in bytes, from which decoding is tried although no end tag was found.
const LARGE: usize = 64 << 10;

/// The most white space in an end tag that is found although it arrives in two parts.
const MAX_BLANKS: usize = 16;

/// Whether decoding can succeed.
pub(super) enum Readiness {
    NotReady,
    /// Possibly.
    Ready,
    /// Likely, up to this offset: the next element, or one of its name, ends there.
    ReadyUntil(usize),
}

/// What comes next in a list.
pub(super) enum Upcoming<'a> {
    /// An element of this name with content.
    Element(&'a str),
    Other,
}

impl<'a> Upcoming<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.trim_ascii_start();
        let start = text.get(..text.len().min(LARGE)).unwrap_or(text);
        let end = memchr(b'>', start.as_bytes()).unwrap_or_default();
        let tag = start.get(..end).unwrap_or_default();
        match tag.strip_prefix('<') {
            Some(tag) if !tag.starts_with(['/', '!', '?']) && !tag.ends_with('/') => {
                let name = tag.split(|c: char| c.is_ascii_whitespace()).next();
                Self::Element(name.unwrap_or_default())
            }
            _ => Self::Other,
        }
    }
}

/// Failed attempts at decoding the next element.
#[derive(Default)]
pub(super) struct Backoff {
    failures: u32,
    /// Length of the text at the last failure.
    failed_length: usize,
    /// Length of the text in which no end tag was found.
    searched: usize,
}

impl Backoff {
    /// Records that an element in a text of this length was incomplete.
    pub(super) fn failed(&mut self, length: usize) {
        self.failures += 1;
        self.failed_length = length;
        self.searched = length;
    }

    pub(super) fn readiness(&mut self, upcoming: &Upcoming<'_>, text: &str) -> Readiness {
        let searched = std::mem::replace(&mut self.searched, text.len());
        let ready_if = |is: bool| {
            if is {
                Readiness::Ready
            } else {
                Readiness::NotReady
            }
        };
        let has_doubled = text.len() >= self.failed_length.saturating_mul(2).max(LARGE);
        if self.failures >= MAX_FAILURES {
            return ready_if(has_doubled);
        }
        match upcoming {
            Upcoming::Element(name) => {
                // The end tag may have started before the new part.
                let start = searched.saturating_sub(name.len() + MAX_BLANKS + 3);
                let new = text.as_bytes().get(start..).unwrap_or_default();
                match last_end_tag(new, name) {
                    Some(end) => Readiness::ReadyUntil(start + end),
                    None => ready_if(has_doubled),
                }
            }
            Upcoming::Other => {
                let new = text.as_bytes().get(searched..).unwrap_or_default();
                ready_if(self.failed_length == 0 || memchr(b'>', new).is_some())
            }
        }
    }
}

/// End of the last end tag of this name.
fn last_end_tag(text: &[u8], name: &str) -> Option<usize> {
    let is_end_tag = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default().trim_ascii_end();
        let start = before.strip_suffix(name.as_bytes());
        start.is_some_and(|start| start.ends_with(b"</"))
    };
    memrchr_iter(b'>', text).find(is_end_tag).map(|at| at + 1)
}
