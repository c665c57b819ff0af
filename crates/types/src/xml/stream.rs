//! Lists that are read while they arrive: bytes go in as they come, objects come out as soon as
//! they are complete, and no more is kept than the object that is under way.

use std::fmt;
use std::marker::PhantomData;

use memchr::{memchr, memchr_iter, memrchr};

use super::error::XmlError;
use super::read::{self, Piece};
use crate::element::{Element, Object};

/// The largest object of a list, in bytes of XML. Those of engines have some ten thousand.
const MAX_OBJECT: usize = 64 << 20;

/// How often reading an object is begun anew because it isn't complete, whenever it could be. After
/// that only when twice as much of it is there, so that no document makes this take for ever.
const MOST_TRIES: u32 = 16;

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
    parts: Parts,
    of: PhantomData<fn() -> T>,
}

/// What is read of lists of any type; compiled once for all of them.
#[derive(Default)]
struct Parts {
    buffer: String,
    /// Up to where the buffer has been read.
    consumed: usize,
    /// Bytes that begin a character whose others aren't there yet.
    partial: Vec<u8>,
    /// What is wrong after the buffer.
    flaw: Option<XmlError>,
    /// Whether all parts are there.
    ended: bool,
    /// Where the buffer begins in the document.
    begin: Position,
    place: Place,
    waiting: Waiting,
}

/// A place in a document: bytes and lines before it, and bytes before it in its line.
#[derive(Clone, Copy, Debug, Default)]
struct Position {
    offset: usize,
    lines: usize,
    column: usize,
}

/// Where in the document reading goes on.
#[derive(Default)]
enum Place {
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
struct Waiting {
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
            parts: Parts::default(),
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

impl Parts {
    fn feed(&mut self, mut part: &[u8]) {
        self.begin = self.position(self.consumed);
        self.buffer.drain(..self.consumed);
        self.consumed = 0;
        while !self.partial.is_empty() && !part.is_empty() && self.flaw.is_none() {
            let (byte, rest) = part.split_at(1);
            self.partial.extend_from_slice(byte);
            part = rest;
            let partial = std::mem::take(&mut self.partial);
            self.push(&partial);
        }
        if self.flaw.is_none() {
            self.push(part);
        }
    }

    /// Adds bytes to the buffer, as far as they are characters.
    fn push(&mut self, bytes: &[u8]) {
        let error = match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => return self.buffer.push_str(text),
            Err(error) => error,
        };
        let (good, rest) = bytes.split_at(error.valid_up_to());
        self.buffer.push_str(&String::from_utf8_lossy(good));
        if error.error_len().is_none() {
            self.partial = rest.to_vec();
            return;
        }
        let flaw = XmlError::because("the document is not in UTF-8", 0, error).located(b"");
        let Position {
            offset,
            lines,
            column,
        } = self.position(self.buffer.len());
        self.flaw = Some(flaw.further(offset, lines, column));
    }

    /// Whether there may be something to read: before the end, or something that is wrong, there
    /// can be objects that weren't tried again.
    fn may_read(&mut self) -> bool {
        let text = self.buffer.get(self.consumed..).unwrap_or_default();
        let is_last = self.ended || self.flaw.is_some();
        !text.is_empty() && (is_last || self.waiting.is_over(text))
    }

    /// Reads the next object into this one; whether there is one.
    fn read(&mut self, object: &mut dyn Element) -> Result<bool, XmlError> {
        let shape = object.shape();
        loop {
            let text = self.buffer.get(self.consumed..).unwrap_or_default();
            let read = match &self.place {
                Place::Prolog => read::prolog(text, |tag| read::is_plural(shape, tag)).map(
                    |(root, empty, length)| {
                        let place = if empty {
                            Place::Epilog
                        } else {
                            Place::Items(root.to_owned())
                        };
                        (Some(place), false, length)
                    },
                ),
                Place::Items(root) => {
                    read::piece(text, root, object).map(|(piece, length)| match piece {
                        Piece::Object => (None, true, length),
                        Piece::Other => (None, false, length),
                        Piece::End => (Some(Place::Epilog), false, length),
                    })
                }
                Place::Epilog => read::epilog(text).map(|length| (None, false, length)),
            };
            let (place, is_object, length) = match read {
                Ok(read) => read,
                Err(error) if error.is_at_end() => {
                    self.waiting.begin(text);
                    return self.nothing().map(|()| false);
                }
                Err(error) => return Err(self.placed(error, text)),
            };
            self.waiting = Waiting::default();
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
        let text = self.buffer.get(self.consumed..).unwrap_or_default();
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
        let all_is_read = self.consumed == self.buffer.len() && self.partial.is_empty();
        matches!(self.place, Place::Epilog) && all_is_read
    }

    /// An error in what is still to be read as one in the document.
    #[cold]
    fn placed(&self, error: XmlError, text: &str) -> XmlError {
        let Position {
            offset,
            lines,
            column,
        } = self.position(self.consumed);
        error
            .located(text.as_bytes())
            .further(offset, lines, column)
    }

    /// The place in the document that one in the buffer is.
    fn position(&self, at: usize) -> Position {
        let before = self.buffer.as_bytes().get(..at).unwrap_or_default();
        match memrchr(b'\n', before) {
            Some(last) => Position {
                offset: self.begin.offset + at,
                lines: self.begin.lines + memchr_iter(b'\n', before).count(),
                column: at - last - 1,
            },
            None => Position {
                offset: self.begin.offset + at,
                lines: self.begin.lines,
                column: self.begin.column + at,
            },
        }
    }
}

impl Waiting {
    /// What is there isn't complete.
    fn begin(&mut self, text: &str) {
        self.tried = text.len();
        self.searched = text.len();
        self.tries += 1;
    }

    /// Whether reading can succeed now: an element ends with the end of a tag.
    fn is_over(&mut self, text: &str) -> bool {
        let searched = std::mem::replace(&mut self.searched, text.len());
        if self.tries < MOST_TRIES {
            let new = text.as_bytes().get(searched..).unwrap_or_default();
            return self.tried == 0 || memchr(b'>', new).is_some();
        }
        text.len() >= self.tried.saturating_mul(2)
    }
}

impl<T: Object> Default for ListReader<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for ListReader<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListReader")
            .field("position", &self.parts.begin)
            .finish_non_exhaustive()
    }
}
