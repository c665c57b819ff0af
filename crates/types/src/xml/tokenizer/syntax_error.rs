//! Errors of the tokenizer.

use std::error::Error;
use std::fmt;

/// The document is not well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// The reason.
    pub kind: SyntaxErrorKind,
    /// Whether more input could resolve the error.
    pub is_incomplete: bool,
    /// Offset in the document, in bytes.
    pub at: usize,
}

/// Why a document is not well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SyntaxErrorKind {
    UnclosedTag,
    UnclosedInstruction,
    UnclosedDeclaration,
    UnclosedSection,
    UnterminatedEntity,
    UnterminatedValue,
    MissingValue,
    UnquotedValue,
    UnknownDeclaration,
    UnexpectedEndTag,
    MismatchedEndTag,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            SyntaxErrorKind::UnclosedTag => "unclosed tag",
            SyntaxErrorKind::UnclosedInstruction => "unclosed processing instruction",
            SyntaxErrorKind::UnclosedDeclaration => "unclosed declaration",
            SyntaxErrorKind::UnclosedSection => "unclosed comment or CDATA section",
            SyntaxErrorKind::UnterminatedEntity => "unterminated entity reference",
            SyntaxErrorKind::UnterminatedValue => "unterminated attribute value",
            SyntaxErrorKind::MissingValue => "attribute without a value",
            SyntaxErrorKind::UnquotedValue => "attribute value without quotes",
            SyntaxErrorKind::UnknownDeclaration => "unknown declaration",
            SyntaxErrorKind::UnexpectedEndTag => "end tag without a start tag",
            SyntaxErrorKind::MismatchedEndTag => "end tag does not match the start tag",
        })
    }
}

impl Error for SyntaxError {}
