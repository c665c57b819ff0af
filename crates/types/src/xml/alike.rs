//! What is within the objects of a list and written as something before it: most machines have the same
//! actions but for their own address, the same firmware, and the same rules for their migration. It needn't be read again.

/// How many texts are remembered of each place.
const WAYS: usize = 4;

/// The longest text that is remembered, in bytes. Certificates have some two thousand.
const LONGEST: usize = 4 << 10;

/// The most of all that is remembered.
const MOST_TEXT: usize = 128 << 10;

/// After how many others in a row the one that came is remembered instead of one of them.
const OFTEN: u8 = 8;

/// After how many others in a row none are expected at a place any more: what is there differs each time.
const PATIENCE: u8 = 4 * OFTEN;

/// What came before, and what it was.
pub(super) struct Alike<T> {
    /// By the step within the objects.
    places: Vec<Place<T>>,
    /// Bytes of all texts.
    length: usize,
}

struct Place<T> {
    known: Vec<Known<T>>,
    /// How many came since that were none of them.
    others: u8,
}

/// Something that came.
struct Known<T> {
    text: Text,
    is: T,
}

/// What is in an element, and the end of that, without the addresses in it that begin with that of the object.
pub(super) struct Text {
    text: Box<[u8]>,
    /// Where these begin: the address of the object itself isn't in the text.
    addresses: Box<[usize]>,
}

impl Text {
    /// A text in which the address of the object, so long, is at these positions.
    pub(super) fn new(text: &[u8], own: usize, positions: &[usize]) -> Self {
        let (mut rest, mut addresses) = (Vec::with_capacity(text.len()), Vec::new());
        let mut begin = 0;
        for position in positions {
            rest.extend_from_slice(text.get(begin..*position).unwrap_or_default());
            addresses.push(rest.len());
            begin = position + own;
        }
        rest.extend_from_slice(text.get(begin..).unwrap_or_default());
        Self {
            text: rest.into(),
            addresses: addresses.into(),
        }
    }

    /// How much of a text is written as this one; nothing if it isn't.
    #[inline]
    fn length_in(&self, text: &[u8], own: &[u8]) -> Option<usize> {
        let after = |at: usize, part: &[u8]| {
            let end = at + part.len();
            (text.get(at..end)? == part).then_some(end)
        };
        let (mut at, mut begin) = (0, 0);
        for address in &self.addresses {
            at = after(at, self.text.get(begin..*address)?)?;
            at = after(at, own)?;
            begin = *address;
        }
        after(at, self.text.get(begin..)?)
    }
}

impl<T> Alike<T> {
    /// What came at this step before, if what comes now in an object with this address is written alike, and how
    /// long it is.
    #[inline]
    pub(super) fn find(&mut self, at: usize, text: &[u8], own: &str) -> Option<(&T, usize)> {
        let place = self.places.get_mut(at)?;
        let mut known = place.known.iter();
        let found = known.find_map(|known| {
            let length = known.text.length_in(text, own.as_bytes())?;
            Some((&known.is, length))
        })?;
        place.others = 0;
        Some(found)
    }

    /// Remembers what came with this text, if that is likely to be of use.
    pub(super) fn add(&mut self, at: usize, text: &[u8], came: impl FnOnce() -> (Text, T)) {
        if at >= self.places.len() {
            self.places.resize_with(at + 1, Place::default);
        }
        let Some(place) = self.places.get_mut(at).filter(|it| it.others < PATIENCE) else {
            return;
        };
        place.others += 1;
        if place.others == PATIENCE {
            let forgotten = place.known.drain(..);
            self.length -= forgotten.map(|it| it.text.text.len()).sum::<usize>();
            return;
        }
        let is_full = place.known.len() == WAYS;
        let is_too_long = text.len() > LONGEST || self.length + text.len() > MOST_TEXT;
        if is_too_long || is_full && !place.others.is_multiple_of(OFTEN) {
            return;
        }
        if is_full {
            self.length -= place.known.remove(0).text.text.len();
        }
        let (text, is) = came();
        self.length += text.text.len();
        place.known.push(Known { text, is });
    }
}

impl<T> Default for Alike<T> {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            length: 0,
        }
    }
}

impl<T> Default for Place<T> {
    fn default() -> Self {
        Self {
            known: Vec::new(),
            others: 0,
        }
    }
}
