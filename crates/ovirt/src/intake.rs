//! Answers that are read while they arrive: lists, which can be large.

use std::any::Any;

use ovirt_types::element::Object;
use ovirt_types::{List, ListReader, XmlError};

/// Reads an answer while it arrives.
pub(crate) trait Intake: Any + Send {
    /// Begins anew, with nothing read.
    fn begin(&mut self);

    /// Reads a part.
    fn take(&mut self, part: &[u8]) -> Result<(), XmlError>;
}

/// Reads a list while it arrives.
pub(crate) struct ListIntake<T> {
    reader: ListReader<T>,
    items: Vec<T>,
    begun: bool,
}

impl<T: Object> ListIntake<T> {
    pub(crate) fn boxed() -> Box<dyn Intake> {
        Box::new(Self {
            reader: ListReader::new(),
            items: Vec::new(),
            begun: false,
        })
    }

    /// Whether anything has been taken.
    pub(crate) fn has_begun(&self) -> bool {
        self.begun
    }

    fn read(&mut self) -> Result<(), XmlError> {
        while let Some(item) = self.reader.read()? {
            self.items.push(item);
        }
        Ok(())
    }

    /// The list, once all of it has been taken.
    pub(crate) fn finish(mut self) -> Result<List<T>, XmlError> {
        self.reader.end();
        self.read()?;
        self.items.shrink_to_fit();
        Ok(self.items.into())
    }
}

impl<T: Object> Intake for ListIntake<T> {
    fn begin(&mut self) {
        self.reader = ListReader::new();
        self.items.clear();
        self.begun = false;
    }

    fn take(&mut self, part: &[u8]) -> Result<(), XmlError> {
        self.begun = true;
        self.reader.feed(part);
        self.read()
    }
}
