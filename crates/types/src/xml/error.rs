//! Errors of decoding a document, with their position.

use std::error::Error;
use std::fmt;

use super::tokenizer::SyntaxError;

/// The error of decoding a document, with its position and the enclosing elements.
///
/// ```
/// use ovirt_types::{FromXml, Vm};
///
/// let error = Vm::from_xml("<vm>\n  <cpu><level>high</level></cpu>\n</vm>").unwrap_err();
/// assert_eq!((error.line(), error.path().as_str()), (2, "vm/cpu/level"));
/// ```
#[derive(Debug)]
pub struct XmlError(Box<Details>);

#[derive(Debug)]
struct Details {
    message: String,
    /// Tags of the enclosing elements, innermost first until [`XmlError::locate`] reverses them.
    path: Vec<String>,
    offset: usize,
    line: usize,
    column: usize,
    source: Option<Box<dyn Error + Send + Sync>>,
    is_incomplete: bool,
    is_too_large: bool,
    /// Whether nothing after it can be decoded.
    is_fatal: bool,
    /// The item of a list that has the error, such as `vm "web1" (id 123)`.
    item: Option<String>,
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
            is_incomplete: false,
            is_too_large: false,
            is_fatal: false,
            item: None,
        }))
    }

    #[cold]
    pub(super) fn with_source(
        message: impl Into<String>,
        offset: usize,
        source: impl Error + Send + Sync + 'static,
    ) -> Self {
        let mut error = Self::new(message, offset);
        error.0.source = Some(Box::new(source));
        error
    }

    #[cold]
    pub(super) fn syntax(error: SyntaxError) -> Self {
        let mut this = Self::with_source("the document is not well-formed XML", error.at, error);
        this.0.is_incomplete = error.is_incomplete;
        this.fatal()
    }

    /// The document ends too early.
    #[cold]
    pub(super) fn incomplete(message: impl Into<String>, offset: usize) -> Self {
        let mut error = Self::new(message, offset);
        error.0.is_incomplete = true;
        error
    }

    /// The document exceeds its memory limit.
    #[cold]
    pub(super) fn too_large(message: impl Into<String>, offset: usize) -> Self {
        let mut error = Self::new(message, offset);
        error.0.is_too_large = true;
        error
    }

    /// Whether the document and its objects exceed their memory limit, see
    /// [`FromXml::from_xml_within`](crate::FromXml::from_xml_within).
    pub fn is_too_large(&self) -> bool {
        self.0.is_too_large
    }

    /// Whether the error is in one item of a list, so that the items after it can be read.
    pub fn is_in_item(&self) -> bool {
        self.0.item.is_some()
    }

    /// Whether what follows can be decoded.
    pub(super) fn is_about_content(&self) -> bool {
        !self.0.is_incomplete && !self.0.is_too_large && !self.0.is_fatal
    }

    /// Nothing after this error can be decoded.
    pub(super) fn fatal(mut self) -> Self {
        self.0.is_fatal = true;
        self
    }

    /// Names the item of a list that has the error.
    #[cold]
    pub(super) fn in_item(mut self, item: String) -> Self {
        self.0.item = Some(item);
        self
    }

    /// Whether more input could resolve the error.
    pub(super) fn is_incomplete(&self) -> bool {
        self.0.is_incomplete
    }

    /// Adds an enclosing element to the path.
    #[cold]
    pub(super) fn within(mut self, tag: &str) -> Self {
        self.0.path.push(tag.chars().map(printable).collect());
        self
    }

    /// Computes line and column. Called once, by the entry points of the decoder.
    #[cold]
    pub(super) fn locate(mut self, document: &[u8]) -> Self {
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

    /// Shifts the position of an error in a part of a document. Before that part are `offset`
    /// bytes and `lines` line ends, and `column` bytes in the part's first line.
    #[cold]
    pub(super) fn shift(mut self, offset: usize, lines: usize, column: usize) -> Self {
        if self.0.line == 1 {
            self.0.column += column;
        }
        self.0.line += lines;
        self.0.offset += offset;
        self
    }

    /// Line of the error, starting at 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// Column of the error in bytes, starting at 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// Offset of the error in bytes from the start of the document.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Tags of the enclosing elements, joined by `/`; empty outside of the root element.
    pub fn path(&self) -> String {
        self.0.path.join("/")
    }
}

/// Replaces a character that must not be in the text of an error, as it could forge a line of a log
/// or control a terminal, by a space.
pub fn printable(c: char) -> char {
    match c {
        // Line and paragraph separators, and changes of the text direction.
        '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
        c if c.is_control() => ' ',
        c => c,
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
        if let Some(item) = &self.0.item {
            write!(f, ", of {item}")?;
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
