//! Lists that are read while they arrive: bytes go in as they come, objects come out as soon as
//! they are complete, and no more is kept than the object that is under way.

use std::fmt;
use std::marker::PhantomData;

use memchr::{memchr, memrchr_iter};

use super::buffer::{Buffer, Position};
use super::decode::{self, ListToken};
use super::error::XmlError;
use super::list_cache::ListCache;
use crate::list::Items;
use crate::reflect::{Object, Reflect};

/// The largest object of a list, in bytes of XML. Those of engines have some ten thousand.
const MAX_OBJECT: usize = 64 << 20;

/// How often reading an object is begun anew because it isn't complete, whenever it could be. After
/// that only when twice as much of it is there, so that no document makes this take for ever.
const MOST_TRIES: u32 = 16;

/// How much of an object is there at least when reading it is tried although its end can't be seen.
const LARGE: usize = 64 << 10;

/// The most blanks in an end tag that is divided between two parts, and still found.
const MOST_BLANKS: usize = 16;

/// Reads the document of a list in parts.
///
/// ```
/// use ovirt_types::{ListReader, Vm};
///
/// let mut reader = ListReader::<Vm>::new();
/// reader.feed(b"<vms><vm id=\"1\"><name>web1</na");
/// assert_eq!(reader.read()?, None);
/// reader.feed(b"me></vm></vms>");
/// assert_eq!(reader.read()?, Some(Vm::with_id("1").name("web1")));
/// reader.end();
/// assert_eq!(reader.read()?, None);
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub struct ListReader<T> {
    parts: ListDecoder,
    of: PhantomData<fn() -> T>,
}

/// Reads the document of a list of any type in parts; compiled once for all of them.
///
/// Hidden from the documentation: [`ListReader`] is for users.
pub struct ListDecoder {
    buffer: Buffer,
    /// Up to where the buffer has been read.
    consumed: usize,
    /// Up to where it seems to have whole objects.
    whole: usize,
    /// What is wrong after the buffer.
    flaw: Option<XmlError>,
    /// Whether all parts are there.
    ended: bool,
    place: Section,
    waiting: Backoff,
    /// What is remembered of its objects.
    cache: ListCache,
}

/// Where in the document reading goes on.
#[derive(Default)]
enum Section {
    /// Before the root element.
    #[default]
    Prolog,
    /// Within the root element, which has this name.
    Items(String),
    /// After it.
    Epilog,
}

/// What must come before it makes sense to read on.
#[derive(Default)]
struct Backoff {
    /// How much was there when reading was tried last; nothing if all that was there is read.
    tried: usize,
    tries: u32,
    /// Up to where no end of a tag has come since.
    searched: usize,
}

impl<T: Object> ListReader<T> {
    /// A reader at the beginning of a document.
    pub fn new() -> Self {
        Self {
            parts: ListDecoder::new(),
            of: PhantomData,
        }
    }

    /// Takes the next part of the document.
    pub fn feed(&mut self, part: &[u8]) {
        self.parts.feed(part);
    }

    /// Tells that there are no more parts: what is there is read even if it isn't complete, and
    /// where nothing is left [`read`](Self::read) says whether the document was whole.
    pub fn end(&mut self) {
        self.parts.ended = true;
    }

    /// The next object; nothing until more of the document is there, and after the last one.
    ///
    /// # Errors
    ///
    /// A document that isn't that of such a list, isn't well-formed, has an object that can't be
    /// read, or [ends](Self::end) too early. Positions are counted from the beginning of the
    /// document.
    pub fn read(&mut self) -> Result<Option<T>, XmlError> {
        if !self.parts.may_read() {
            return self.parts.nothing().map(|()| None);
        }
        let mut object = T::default();
        let found = self.parts.read(&mut object)?;
        Ok(found.then_some(object))
    }
}

impl ListDecoder {
    /// At the beginning of a document.
    pub fn new() -> Self {
        Self {
            buffer: Buffer::default(),
            consumed: 0,
            whole: 0,
            flaw: None,
            ended: false,
            place: Section::Prolog,
            waiting: Backoff::default(),
            cache: ListCache::default(),
        }
    }

    /// Takes the next part of the document.
    pub fn feed(&mut self, part: &[u8]) {
        self.drop_consumed();
        if self.flaw.is_some() {
            return;
        }
        if let Err(error) = self.buffer.push(part) {
            let flaw = XmlError::because("the document is not in UTF-8", 0, error).located(b"");
            let end = self.buffer.text().len();
            self.flaw = Some(self.further(flaw, end));
        }
    }

    /// Tells that there are no more parts.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// All objects that are there.
    ///
    /// # Errors
    ///
    /// Those of [`ListReader::read`]. Objects before what is wrong are among the items.
    pub fn read_all(&mut self, items: &mut dyn Items) -> Result<(), XmlError> {
        while self.may_read() {
            let Some(object) = items.begin() else {
                break;
            };
            match self.read(object) {
                Ok(true) => {}
                Ok(false) => {
                    items.drop_last();
                    return Ok(());
                }
                Err(error) => {
                    items.drop_last();
                    return Err(error);
                }
            }
        }
        self.nothing()
    }

    fn drop_consumed(&mut self) {
        self.buffer.drop_before(self.consumed);
        self.whole = self.whole.saturating_sub(self.consumed);
        self.consumed = 0;
    }

    /// Whether there may be something to read: before the end, or something that is wrong, there
    /// can be objects that weren't tried again.
    fn may_read(&mut self) -> bool {
        let text = self.buffer.from(self.consumed);
        if text.is_empty() {
            return false;
        }
        if self.ended || self.flaw.is_some() || self.consumed < self.whole {
            return true;
        }
        let next = match self.place {
            Section::Items(_) => NextElement::of(text),
            Section::Prolog | Section::Epilog => NextElement::Other,
        };
        let hope = self.waiting.hope(&next, text);
        if let Readiness::Until(end) = hope {
            self.whole = self.consumed + end;
        }
        !matches!(hope, Readiness::None)
    }

    /// Reads the next object into this one; whether there is one.
    fn read(&mut self, object: &mut dyn Reflect) -> Result<bool, XmlError> {
        let shape = object.struct_info();
        loop {
            let text = self.buffer.from(self.consumed);
            let read = match &self.place {
                Section::Prolog => decode::prolog(text, |tag| decode::is_plural(shape, tag)).map(
                    |(root, empty, length)| {
                        let place = if empty {
                            Section::Epilog
                        } else {
                            Section::Items(root.to_owned())
                        };
                        (Some(place), false, length)
                    },
                ),
                Section::Items(root) => {
                    let piece = decode::piece(text, root, &mut self.cache, object);
                    piece.map(|(piece, length)| match piece {
                        ListToken::Object => (None, true, length),
                        ListToken::Other => (None, false, length),
                        ListToken::End => (Some(Section::Epilog), false, length),
                    })
                }
                Section::Epilog => decode::epilog(text).map(|length| (None, false, length)),
            };
            let (place, is_object, length) = match read {
                Ok(read) => read,
                Err(error) if error.is_at_end() => {
                    self.waiting.begin(text);
                    self.whole = self.consumed;
                    return self.nothing().map(|()| false);
                }
                Err(error) => return Err(self.placed(error, text)),
            };
            self.waiting = Backoff::default();
            self.consumed += length;
            if let Some(place) = place {
                self.place = place;
            }
            if is_object {
                return Ok(true);
            }
            if !self.may_read() {
                return self.nothing().map(|()| false);
            }
        }
    }

    /// Nothing can be read as long as there isn't more; whether that can come.
    fn nothing(&mut self) -> Result<(), XmlError> {
        if let Some(flaw) = self.flaw.take() {
            return Err(flaw);
        }
        let text = self.buffer.from(self.consumed);
        let error = if text.len() > MAX_OBJECT {
            "an object of the list is too large"
        } else if self.ended && !self.is_whole() {
            "the document ends in the middle"
        } else {
            return Ok(());
        };
        Err(self.placed(XmlError::new(error, text.len()), text))
    }

    fn is_whole(&self) -> bool {
        let all_is_read =
            self.buffer.from(self.consumed).is_empty() && !self.buffer.is_within_character();
        matches!(self.place, Section::Epilog) && all_is_read
    }

    /// An error in what is still to be read as one in the document.
    #[cold]
    fn placed(&self, error: XmlError, text: &str) -> XmlError {
        self.further(error.located(text.as_bytes()), self.consumed)
    }

    /// An error in what follows a position in the buffer as one in the document.
    #[cold]
    fn further(&self, error: XmlError, at: usize) -> XmlError {
        let Position {
            offset,
            lines,
            column,
        } = self.buffer.position(at);
        error.further(offset, lines, column)
    }
}

/// What comes next in a list.
enum NextElement<'a> {
    /// An element of this name, of which the start is there.
    Reflect(&'a str),
    /// An element without content, or something else.
    Other,
}

impl<'a> NextElement<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim_ascii_start();
        let start = text.get(..text.len().min(LARGE)).unwrap_or(text);
        let end = memchr(b'>', start.as_bytes()).unwrap_or_default();
        let tag = start.get(..end).unwrap_or_default();
        match tag.strip_prefix('<') {
            Some(tag) if !tag.starts_with(['/', '!', '?']) && !tag.ends_with('/') => {
                let name = tag.split(|c: char| c.is_ascii_whitespace()).next();
                Self::Reflect(name.unwrap_or_default())
            }
            _ => Self::Other,
        }
    }
}

/// Where the last end tag of this name ends.
fn last_end(text: &[u8], name: &str) -> Option<usize> {
    let is_end = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default().trim_ascii_end();
        let start = before.strip_suffix(name.as_bytes());
        start.is_some_and(|start| start.ends_with(b"</"))
    };
    memrchr_iter(b'>', text).find(is_end).map(|at| at + 1)
}

impl Backoff {
    /// What is there isn't complete.
    fn begin(&mut self, text: &str) {
        self.tried = text.len();
        self.searched = text.len();
        self.tries += 1;
    }

    /// Whether it makes sense to read now.
    fn hope(&mut self, next: &NextElement<'_>, text: &str) -> Readiness {
        let searched = std::mem::replace(&mut self.searched, text.len());
        let some_if = |is: bool| if is { Readiness::Some } else { Readiness::None };
        let is_large = text.len() >= self.tried.saturating_mul(2).max(LARGE);
        if self.tries >= MOST_TRIES {
            return some_if(is_large);
        }
        match next {
            NextElement::Reflect(name) => {
                // It can have begun before what is new, and ended with blanks.
                let from = searched.saturating_sub(name.len() + MOST_BLANKS + 3);
                let new = text.as_bytes().get(from..).unwrap_or_default();
                match last_end(new, name) {
                    Some(end) => Readiness::Until(from + end),
                    None => some_if(is_large),
                }
            }
            NextElement::Other => {
                let new = text.as_bytes().get(searched..).unwrap_or_default();
                some_if(self.tried == 0 || memchr(b'>', new).is_some())
            }
        }
    }
}

/// Whether reading can succeed.
enum Readiness {
    None,
    /// It can't be seen how far.
    Some,
    /// Up to here: an element of the name that matters ends there.
    Until(usize),
}

impl<T: Object> Default for ListReader<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for ListReader<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListReader")
            .field("position", &self.parts.buffer.begin())
            .finish_non_exhaustive()
    }
}
