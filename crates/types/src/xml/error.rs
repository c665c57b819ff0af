//! Why a document can't be read, and where it says so.

use std::error::Error;
use std::fmt;

/// A document that can't be read: what is wrong, and where.
#[derive(Debug)]
pub struct XmlError(Box<Details>);

#[derive(Debug)]
struct Details {
    message: String,
    /// Elements around the place, the innermost first while the error is on its way out.
    path: Vec<String>,
    offset: usize,
    line: usize,
    column: usize,
    source: Option<Box<dyn Error + Send + Sync>>,
    /// Whether there would be no error if the document went on rightly.
    at_end: bool,
}

impl XmlError {
    #[cold]
    pub(super) fn new(message: impl Into<String>, offset: usize) -> Self {
        let message = message.into();
        Self(Box::new(Details {
            message,
            path: Vec::new(),
            offset,
            line: 0,
            column: 0,
            source: None,
            at_end: false,
        }))
    }

    #[cold]
    pub(super) fn because(
        message: impl Into<String>,
        offset: usize,
        source: impl Error + Send + Sync + 'static,
    ) -> Self {
        let mut error = Self::new(message, offset);
        error.0.source = Some(Box::new(source));
        error
    }

    /// There would be no error if the document went on rightly.
    #[cold]
    pub(super) fn because_it_ends(mut self) -> Self {
        self.0.at_end = true;
        self
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.at_end
    }

    /// The error happened within this element.
    #[cold]
    pub(super) fn within(mut self, tag: &str) -> Self {
        self.0.path.push(tag.to_owned());
        self
    }

    /// Finds line and column, once the error has left the reader.
    #[cold]
    pub(super) fn located(mut self, document: &[u8]) -> Self {
        let before = document.get(..self.0.offset).unwrap_or(document);
        let line_start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        self.0.line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        self.0.column = before.len() - line_start + 1;
        self.0.path.reverse();
        self
    }

    /// The document was a part of a larger one, which has so many bytes and lines before it, and
    /// so many bytes before it in its line.
    #[cold]
    pub(super) fn further(mut self, offset: usize, lines: usize, column: usize) -> Self {
        if self.0.line == 1 {
            self.0.column += column;
        }
        self.0.line += lines;
        self.0.offset += offset;
        self
    }

    /// Line of the place, from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// Column of the place in its line, in bytes, from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// Offset of the place in the document, in bytes.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Tags of the elements around the place, joined by `/`; empty outside of the root element.
    pub fn path(&self) -> String {
        self.0.path.join("/")
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at line {}, column {}",
            self.0.message, self.0.line, self.0.column
        )?;
        if !self.0.path.is_empty() {
            write!(f, ", in {}", self.path())?;
        }
        Ok(())
    }
}

impl Error for XmlError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn Error + 'static))
    }
}
