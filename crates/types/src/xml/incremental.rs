//! Incremental decoder for lists: bytes go in as they arrive, objects come out once complete.
//!
//! Each object is decoded from the buffered text as a whole. If that ends too early, decoding
//! starts again from the beginning of the object when more has arrived.

mod readiness;

use self::readiness::{Backoff, Readiness, Upcoming};
use super::budget::Budget;
use super::buffer::{Buffer, Position};
use super::decode::{self, ListToken};
use super::error::XmlError;
use super::list_cache::ListCache;
use crate::reflect::{Items, Reflect, text_of};

/// The longest object of a list, in bytes of XML. Objects of engines have about 10,000.
const MAX_OBJECT: usize = 64 << 20;

/// The most objects that are decoded at once if a list is not kept as a whole.
const BATCH: usize = 1_000;

/// Incremental decoder for lists of any type. [`ListReader`](super::ListReader) is its typed form.
pub struct ListDecoder {
    buffer: Buffer,
    /// Length of the decoded prefix of the buffer.
    decoded: usize,
    /// End of the last item known to be complete, as an offset in the buffer.
    complete: usize,
    /// The error of the input that follows the buffer.
    input_error: Option<XmlError>,
    ended: bool,
    section: Section,
    backoff: Backoff,
    cache: ListCache,
    /// Memory limit, in bytes.
    memory: usize,
    budget: Budget,
}

/// What an item is called in errors: its type, name and identifier as far as they were decoded.
#[cold]
fn describe(object: &dyn Reflect) -> String {
    let mut text = object.struct_info().tag.to_owned();
    if let Some(name) = text_of(object, "name") {
        text.push_str(&format!(" {name:?}"));
    }
    if let Some(id) = text_of(object, "id") {
        text.push_str(&format!(" (id {id})"));
    }
    text
}

/// Where decoding continues.
enum Section {
    /// Before the root element.
    Prolog,
    /// Within the root element of this name.
    Items(String),
    /// After the root element.
    Epilog,
}

/// What has been decoded.
struct Step {
    length: usize,
    is_object: bool,
    next_section: Option<Section>,
}

impl ListDecoder {
    /// A decoder at the start of a document, with a memory limit in bytes.
    pub fn new(memory: usize) -> Self {
        Self {
            buffer: Buffer::default(),
            decoded: 0,
            complete: 0,
            input_error: None,
            ended: false,
            section: Section::Prolog,
            backoff: Backoff::default(),
            cache: ListCache::default(),
            memory,
            budget: Budget::new(memory),
        }
    }

    /// Appends a part of the document.
    pub fn feed(&mut self, part: &[u8]) {
        self.buffer.drop_before(self.decoded);
        self.complete = self.complete.saturating_sub(self.decoded);
        self.decoded = 0;
        if self.input_error.is_some() {
            return;
        }
        self.budget.extend(part.len());
        if let Err(error) = self.buffer.push(part) {
            let error = XmlError::with_source("the document is not valid UTF-8", 0, error);
            let end = self.buffer.text().len();
            self.input_error = Some(self.shift(error.locate(b""), end));
        }
    }

    /// Marks the end of the document.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// Appends all complete objects to `items`. The memory limit applies to the whole list.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`ListReader::read`](super::ListReader::read). Objects before the
    /// error have been appended. After an error [in an item](XmlError::is_in_item), decoding can
    /// continue with the next one.
    pub fn decode_all(&mut self, items: &mut dyn Items) -> Result<(), XmlError> {
        self.decode_up_to(usize::MAX, items)
    }

    /// Appends some complete objects to `items`; none if there are no more. The memory limit
    /// applies to these alone.
    ///
    /// # Errors
    ///
    /// Those of [`decode_all`](Self::decode_all).
    pub fn decode_batch(&mut self, items: &mut dyn Items) -> Result<(), XmlError> {
        self.renew_budget();
        self.decode_up_to(BATCH, items)
    }

    /// Forgets what earlier objects took.
    pub(super) fn renew_budget(&mut self) {
        self.budget = Budget::new(self.memory);
        self.budget
            .extend(self.buffer.text_from(self.decoded).len());
    }

    fn decode_up_to(&mut self, count: usize, items: &mut dyn Items) -> Result<(), XmlError> {
        while self.can_decode() {
            if items.len() >= count {
                return Ok(());
            }
            let Some(object) = items.push_object() else {
                break;
            };
            match self.decode_next(object) {
                Ok(true) => {}
                incomplete_or_error => {
                    items.pop();
                    return incomplete_or_error.map(drop);
                }
            }
        }
        self.check_input()
    }

    pub(super) fn position(&self) -> Position {
        self.buffer.start()
    }

    /// Whether decoding is worth a try.
    pub(super) fn can_decode(&mut self) -> bool {
        let text = self.buffer.text_from(self.decoded);
        if text.is_empty() {
            return false;
        }
        if self.ended || self.input_error.is_some() || self.decoded < self.complete {
            return true;
        }
        let upcoming = match self.section {
            Section::Items(_) => Upcoming::new(text),
            Section::Prolog | Section::Epilog => Upcoming::Other,
        };
        match self.backoff.readiness(&upcoming, text) {
            Readiness::NotReady => false,
            Readiness::Ready => true,
            Readiness::ReadyUntil(end) => {
                self.complete = self.decoded + end;
                true
            }
        }
    }

    /// Fills `object` with the next one. Returns whether it is complete.
    pub(super) fn decode_next(&mut self, object: &mut dyn Reflect) -> Result<bool, XmlError> {
        loop {
            match self.step(object) {
                Ok(step) => {
                    self.backoff = Backoff::default();
                    self.decoded += step.length;
                    if let Some(section) = step.next_section {
                        self.section = section;
                    }
                    if step.is_object {
                        return Ok(true);
                    }
                }
                Err(error) if error.is_incomplete() => {
                    let text = self.buffer.text_from(self.decoded);
                    self.backoff.failed(text.len());
                    self.complete = self.decoded;
                    return self.check_input().map(|()| false);
                }
                Err(error) => match self.end_of_item(&error) {
                    // The rest of the item has not arrived yet.
                    Some(Err(incomplete)) if incomplete.is_incomplete() && !self.ended => {
                        let text = self.buffer.text_from(self.decoded);
                        self.backoff.failed(text.len());
                        self.complete = self.decoded;
                        return self.check_input().map(|()| false);
                    }
                    Some(Ok(length)) => {
                        let error = self.locate(error).in_item(describe(object));
                        self.decoded += length;
                        return Err(error);
                    }
                    _ => return Err(self.locate(error)),
                },
            }
            if !self.can_decode() {
                return self.check_input().map(|()| false);
            }
        }
    }

    /// The length of the item that has an error; `None` if the error is not about its content.
    #[cold]
    fn end_of_item(&self, error: &XmlError) -> Option<Result<usize, XmlError>> {
        let Section::Items(root) = &self.section else {
            return None;
        };
        let text = self.buffer.text_from(self.decoded);
        let is_about_content = error.is_about_content();
        is_about_content.then(|| decode::skipped_item(text, root))
    }

    fn step(&mut self, object: &mut dyn Reflect) -> Result<Step, XmlError> {
        let text = self.buffer.text_from(self.decoded);
        let (length, is_object, next_section) = match &self.section {
            Section::Prolog => {
                let (root, is_empty, length) = decode::prolog(text, object.struct_info())?;
                let next = if is_empty {
                    Section::Epilog
                } else {
                    Section::Items(root.to_owned())
                };
                (length, false, Some(next))
            }
            Section::Items(root) => {
                let (token, length) =
                    decode::list_token(text, root, &mut self.cache, &mut self.budget, object)?;
                match token {
                    ListToken::Object => (length, true, None),
                    ListToken::Other => (length, false, None),
                    ListToken::End => (length, false, Some(Section::Epilog)),
                }
            }
            Section::Epilog => (decode::epilog(text)?, false, None),
        };
        Ok(Step {
            length,
            is_object,
            next_section,
        })
    }

    /// Returns the error if more input cannot complete the document.
    pub(super) fn check_input(&mut self) -> Result<(), XmlError> {
        if let Some(error) = self.input_error.take() {
            return Err(error);
        }
        let length = self.buffer.text_from(self.decoded).len();
        let error = if length > MAX_OBJECT {
            XmlError::new("an object of the list exceeds 64 MiB", length)
        } else if length > self.memory {
            XmlError::too_large("an object of the list exceeds the memory limit", length)
        } else if self.ended && !self.is_finished() {
            XmlError::new("unexpected end of the document", length)
        } else {
            return Ok(());
        };
        Err(self.locate(error))
    }

    fn is_finished(&self) -> bool {
        matches!(self.section, Section::Epilog)
            && self.buffer.text_from(self.decoded).is_empty()
            && !self.buffer.has_partial_character()
    }

    /// Locates an error in the text that has not been decoded.
    #[cold]
    fn locate(&self, error: XmlError) -> XmlError {
        let text = self.buffer.text_from(self.decoded);
        self.shift(error.locate(text.as_bytes()), self.decoded)
    }

    /// Shifts an error in the text after an offset to its position in the document.
    #[cold]
    fn shift(&self, error: XmlError, at: usize) -> XmlError {
        let Position {
            offset,
            lines,
            column,
        } = self.buffer.position(at);
        error.shift(offset, lines, column)
    }
}
