//! What is within the objects of a list, is passed over, and is written as something before it: the actions of most
//! machines are the same but for their own address.

/// How many texts are remembered of each place.
const WAYS: usize = 4;

/// The longest text that is remembered, in bytes. The actions of a virtual machine have three thousand.
const LONGEST: usize = 4 << 10;

/// After how many texts in a row that weren't remembered none are expected at a place any more.
const PATIENCE: u8 = 32;

/// The most places that texts are remembered of.
const MOST_PLACES: usize = 16;

/// What was passed over before.
#[derive(Default)]
pub(super) struct Passed(Vec<Place>);

/// Where an element of this name came.
struct Place {
    /// The step within the objects.
    at: usize,
    /// Its end, which is in the text, has the same name.
    name: Box<[u8]>,
    known: Vec<Text>,
    /// How many came since that weren't known.
    others: u8,
}

/// What is in an element, and the end of that, without the addresses in it that begin with that of the object.
struct Text {
    text: Box<[u8]>,
    /// Where these begin: the address of the object itself isn't in the text.
    addresses: Box<[usize]>,
}

impl Text {
    /// A text in which the address of the object, so long, is at these positions.
    fn new(text: &[u8], own: usize, positions: &[usize]) -> Self {
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

impl Place {
    fn is(&self, at: usize, name: &[u8]) -> bool {
        self.at == at && *self.name == *name
    }
}

impl Passed {
    /// How long a text is that came in an element of this name at this step before, if what comes now in an object with this
    /// address begins with it.
    #[inline]
    pub(super) fn find(
        &mut self,
        (at, name): (usize, &[u8]),
        text: &[u8],
        own: &str,
    ) -> Option<usize> {
        let place = self.0.iter_mut().find(|place| place.is(at, name))?;
        let mut known = place.known.iter();
        let length = known.find_map(|known| known.length_in(text, own.as_bytes()))?;
        place.others = 0;
        Some(length)
    }

    /// Remembers the text of an element of this name at this step, with the address of the object, so long, at these
    /// positions, if that is likely to be of use.
    pub(super) fn add(
        &mut self,
        (at, name): (usize, &[u8]),
        text: &[u8],
        own: usize,
        addresses: &[usize],
    ) {
        if text.len() + name.len() > LONGEST {
            return;
        }
        if !self.0.iter().any(|place| place.is(at, name)) && self.0.len() < MOST_PLACES {
            self.0.push(Place {
                at,
                name: name.into(),
                known: Vec::new(),
                others: 0,
            });
        }
        let place = self.0.iter_mut().find(|place| place.is(at, name));
        let Some(place) = place.filter(|it| it.others < PATIENCE) else {
            return;
        };
        place.others += 1;
        if place.others == PATIENCE {
            place.known.clear();
            return;
        }
        if place.known.len() == WAYS {
            place.known.remove(0);
        }
        place.known.push(Text::new(text, own, addresses));
    }
}
