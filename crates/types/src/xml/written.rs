//! Where in a document what objects of a list share was written: there it can be copied from.

use std::ops::Range;

use crate::element::Entry;

/// How many of them are remembered.
const MOST: usize = 1024;

/// What was written, by its place in memory: that is of one object only, as long as the list is there.
#[derive(Default)]
pub(super) struct Written {
    /// Nothing until the first one comes.
    places: Vec<Option<Known>>,
}

#[derive(Clone)]
struct Known {
    /// The member: an object has the place of its first member, and the member says which one is meant.
    entry: &'static Entry,
    place: *const (),
    range: Range<usize>,
}

impl Written {
    /// Where this was written last, if that is remembered.
    pub(super) fn before(&self, entry: &'static Entry, place: *const ()) -> Option<Range<usize>> {
        let known = self.places.get(slot(place))?.as_ref()?;
        let is_it = known.place == place && std::ptr::eq(known.entry, entry);
        is_it.then(|| known.range.clone())
    }

    /// Remembers where it was written. The last time is the best one to copy from: it is likely to be in a cache.
    pub(super) fn set(&mut self, entry: &'static Entry, place: *const (), range: Range<usize>) {
        if self.places.is_empty() {
            self.places.resize(MOST, None);
        }
        if let Some(known) = self.places.get_mut(slot(place)) {
            *known = Some(Known {
                entry,
                place,
                range,
            });
        }
    }
}

/// Where a place is remembered: their lowest bits are all the same, and higher ones nearly so.
fn slot(place: *const ()) -> usize {
    let place = place.addr() >> 4;
    (place ^ place >> 10) % MOST
}
