//! The public incremental decoder for lists of one type.

use std::fmt;
use std::marker::PhantomData;

use super::budget::DEFAULT_MEMORY;
use super::error::XmlError;
use super::incremental::ListDecoder;
use crate::reflect::Object;

/// Decodes the document of a list incrementally, as its parts arrive.
///
/// Keeps only the received bytes that have not been decoded, usually less than one object.
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
    decoder: ListDecoder,
    of: PhantomData<fn() -> T>,
}

impl<T: Object> ListReader<T> {
    /// A reader at the start of a document.
    pub fn new() -> Self {
        Self {
            decoder: ListDecoder::new(DEFAULT_MEMORY),
            of: PhantomData,
        }
    }

    /// Appends a part of the document, split at any byte.
    pub fn feed(&mut self, part: &[u8]) {
        self.decoder.feed(part);
    }

    /// Marks the end of the document. [`read`](Self::read) returns an error if the document is
    /// incomplete.
    pub fn end(&mut self) {
        self.decoder.end();
    }

    /// Returns the next object; `None` if it has not been received completely or if there are no
    /// more objects.
    ///
    /// # Errors
    ///
    /// Returns an error if the document is not well-formed, has another root element, contains a
    /// value that is invalid for its member, has an object of more than 64 MiB, or
    /// [ends](Self::end) too early. The position is that in the whole document. After an error
    /// [in an item](XmlError::is_in_item), the next call reads the next object.
    pub fn read(&mut self) -> Result<Option<T>, XmlError> {
        if !self.decoder.can_decode() {
            return self.decoder.check_input().map(|()| None);
        }
        self.decoder.renew_budget();
        let mut object = T::default();
        let is_decoded = self.decoder.decode_next(&mut object)?;
        Ok(is_decoded.then_some(object))
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
            .field("position", &self.decoder.position())
            .finish_non_exhaustive()
    }
}
