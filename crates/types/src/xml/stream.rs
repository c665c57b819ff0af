//! Lists that are read while they arrive: bytes go in as they come, objects come out as soon as
//! they are complete, and no more is kept than the object that is under way.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr3, memmem, memrchr};

use super::error::XmlError;
use super::read;
use crate::element::Object;

/// The largest object of a list, in bytes of XML. Those of engines have some ten thousand.
const MAX_OBJECT: usize = 64 << 20;

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
/// assert_eq!(reader.read()?, None);
/// reader.finish()?;
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
pub struct ListReader<T> {
    splitter: Splitter,
    of: PhantomData<fn() -> T>,
}

impl<T: Object> ListReader<T> {
    /// A reader at the beginning of a document.
    pub fn new() -> Self {
        Self {
            splitter: Splitter::default(),
            of: PhantomData,
        }
    }

    /// Takes the next part of the document.
    pub fn feed(&mut self, part: &[u8]) {
        self.splitter.feed(part);
    }

    /// The next object; nothing until more of the document is there.
    ///
    /// # Errors
    ///
    /// A document that isn't that of such a list, isn't well-formed, or has an object that can't
    /// be read. Positions are counted from the beginning of the document.
    pub fn read(&mut self) -> Result<Option<T>, XmlError> {
        loop {
            let Some(element) = self
                .splitter
                .element(|tag| read::is_plural(T::SHAPE, tag))?
            else {
                return Ok(None);
            };
            let mut object = T::default();
            let text = self.splitter.buffer.get(element.clone());
            match read::list_item(text.unwrap_or_default(), &mut object) {
                Ok(true) => return Ok(Some(object)),
                Ok(false) => {}
                Err(error) => return Err(self.splitter.place(error, element.start)),
            }
        }
    }

    /// That the document is complete.
    ///
    /// # Errors
    ///
    /// One that ends too early.
    pub fn finish(&self) -> Result<(), XmlError> {
        self.splitter.finish()
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
            .field("offset", &self.splitter.offset)
            .finish_non_exhaustive()
    }
}

/// Finds the elements right below the root, and looks at nothing within them.
#[derive(Default)]
struct Splitter {
    buffer: Vec<u8>,
    /// Offset of the buffer's beginning in the document.
    offset: usize,
    /// Lines before the buffer, and bytes before it in its line.
    lines: usize,
    column: usize,
    /// Up to where the buffer has been looked at.
    scanned: usize,
    state: State,
    /// How many elements are open.
    depth: usize,
    /// Where the element right below the root begins.
    begin: usize,
    /// Whether the root has ended.
    ended: bool,
}

#[derive(Debug, Clone, Copy, Default)]
enum State {
    /// Between tags.
    #[default]
    Text,
    /// At a `<`, of which not enough is there to know what it begins.
    Markup(usize),
    /// Within a tag, and there within quotes or not.
    Tag { begin: usize, quote: Option<u8> },
    /// Within a comment or the like, up to this.
    Until(&'static [u8]),
}

/// What can stand after a `<`, but for names: how it begins and ends.
const SPECIAL: [(&[u8], &[u8]); 3] = [(b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")];

/// What can stand at the very beginning of a document.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

impl Splitter {
    fn feed(&mut self, part: &[u8]) {
        // What has been given out is no longer needed.
        let kept = self.kept_from();
        (self.lines, self.column) = self.place_of(kept);
        self.buffer.drain(..kept);
        self.offset += kept;
        self.scanned -= kept;
        self.begin = self.begin.saturating_sub(kept);
        match &mut self.state {
            State::Markup(begin) | State::Tag { begin, .. } => *begin -= kept,
            State::Text | State::Until(_) => {}
        }
        self.buffer.extend_from_slice(part);
    }

    /// Where what is still needed begins.
    fn kept_from(&self) -> usize {
        match self.state {
            _ if self.depth > 1 => self.begin,
            State::Markup(begin) | State::Tag { begin, .. } => begin,
            State::Text | State::Until(_) => self.scanned,
        }
    }

    /// The next complete element.
    fn element(
        &mut self,
        is_root: impl Fn(&str) -> bool,
    ) -> Result<Option<Range<usize>>, XmlError> {
        loop {
            if self.scanned - self.kept_from() > MAX_OBJECT {
                return Err(self.error("an object of the list is too large", self.scanned));
            }
            let Some(rest) = self
                .buffer
                .get(self.scanned..)
                .filter(|rest| !rest.is_empty())
            else {
                return Ok(None);
            };
            match self.state {
                State::Text => {
                    let length = memchr(b'<', rest);
                    let text = &rest[..length.unwrap_or(rest.len())];
                    self.check_text(text)?;
                    self.scanned += text.len();
                    if length.is_some() {
                        self.state = State::Markup(self.scanned);
                    }
                }
                State::Markup(begin) => match self.markup(begin)? {
                    Some(state) => self.state = state,
                    None => return Ok(None),
                },
                State::Until(end) => match memmem::find(rest, end) {
                    Some(found) => {
                        self.scanned += found + end.len();
                        self.state = State::Text;
                    }
                    None => {
                        // A part of the end may be there already.
                        self.scanned += rest.len().saturating_sub(end.len() - 1);
                        return Ok(None);
                    }
                },
                State::Tag { begin, quote } => {
                    let found = match quote {
                        Some(quote) => memchr(quote, rest),
                        None => memchr3(b'>', b'"', b'\'', rest),
                    };
                    let Some(found) = found else {
                        self.scanned += rest.len();
                        return Ok(None);
                    };
                    let byte = rest[found];
                    self.scanned += found + 1;
                    match (quote, byte) {
                        (None, b'>') => {
                            self.state = State::Text;
                            if let Some(element) = self.tag(begin, &is_root)? {
                                return Ok(Some(element));
                            }
                        }
                        (None, quote) => {
                            self.state = State::Tag {
                                begin,
                                quote: Some(quote),
                            }
                        }
                        (Some(_), _) => self.state = State::Tag { begin, quote: None },
                    }
                }
            }
        }
    }

    /// What a `<` begins; nothing if not enough is there to tell.
    fn markup(&mut self, begin: usize) -> Result<Option<State>, XmlError> {
        let rest = &self.buffer[begin..];
        for (start, end) in SPECIAL {
            if rest.starts_with(start) {
                self.scanned = begin + start.len();
                return Ok(Some(State::Until(end)));
            }
            if start.starts_with(rest) {
                return Ok(None);
            }
        }
        if rest.starts_with(b"<!") {
            return Err(self.error("document type declarations are not allowed", begin));
        }
        self.scanned = begin + 1;
        Ok(Some(State::Tag { begin, quote: None }))
    }

    /// Takes a tag into account, which is complete; gives the element that it completes.
    fn tag(
        &mut self,
        begin: usize,
        is_root: impl Fn(&str) -> bool,
    ) -> Result<Option<Range<usize>>, XmlError> {
        let end = self.scanned;
        let tag = &self.buffer[begin + 1..end - 1];
        let closes = tag.first() == Some(&b'/');
        let empty = !closes && tag.last() == Some(&b'/');
        if self.ended || (closes && self.depth == 0) {
            return Err(self.error("there is something after the root element", begin));
        }
        if self.depth == usize::from(closes) {
            let name = tag.strip_prefix(b"/").unwrap_or(tag);
            let mut name = name.split(|byte| byte.is_ascii_whitespace() || *byte == b'/');
            let name = String::from_utf8_lossy(name.next().unwrap_or_default());
            if !is_root(&name) {
                let short: String = name.chars().take(64).collect();
                let what = format!("the root element `{short}` is not that of the list");
                return Err(self.error(what, begin));
            }
        }
        if self.depth == 1 && !closes {
            self.begin = begin;
        }
        let complete = match (closes, empty) {
            (false, false) => {
                self.depth += 1;
                false
            }
            (false, true) => self.depth == 1,
            (true, _) => {
                self.depth -= 1;
                self.depth == 1
            }
        };
        self.ended = self.depth == 0;
        Ok(complete.then_some(self.begin..end))
    }

    /// Outside of the root there is nothing but white space.
    fn check_text(&self, text: &[u8]) -> Result<(), XmlError> {
        let begin = self.offset + self.scanned;
        let is_text = |at: usize, byte: u8| {
            !byte.is_ascii_whitespace() && BYTE_ORDER_MARK.get(begin + at) != Some(&byte)
        };
        match (0..).zip(text).find(|(at, byte)| is_text(*at, **byte)) {
            Some((at, _)) if self.depth == 0 => {
                Err(self.error("the document is no XML", self.scanned + at))
            }
            _ => Ok(()),
        }
    }

    /// Lines before a place in the buffer, and bytes before it in its line.
    fn place_of(&self, at: usize) -> (usize, usize) {
        let before = self.buffer.get(..at).unwrap_or(&self.buffer);
        match memrchr(b'\n', before) {
            Some(last) => (
                self.lines + memchr_iter(b'\n', before).count(),
                before.len() - last - 1,
            ),
            None => (self.lines, self.column + before.len()),
        }
    }

    /// The error in a part of the buffer as one in the document.
    #[cold]
    fn place(&self, error: XmlError, begin: usize) -> XmlError {
        let (lines, column) = self.place_of(begin);
        error.further(self.offset + begin, lines, column)
    }

    fn finish(&self) -> Result<(), XmlError> {
        match (self.ended, self.state) {
            (true, State::Text) => Ok(()),
            _ => Err(self.error("the document ends in the middle", self.buffer.len())),
        }
    }

    #[cold]
    fn error(&self, what: impl Into<String>, at: usize) -> XmlError {
        self.place(XmlError::new(what, 0).located(b""), at)
    }
}
