//! Attributes of tags.

use memchr::memchr;

use super::is_space;
use super::syntax_error::SyntaxErrorKind;

/// Iterator over the names and values of attributes. Does not unescape values. An error ends it.
#[derive(Debug, Clone)]
pub struct AttributeIter<'a> {
    rest: &'a str,
}

impl<'a> AttributeIter<'a> {
    /// Parses what follows the name of a tag or of an XML declaration.
    pub fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    #[cold]
    fn fail(
        &mut self,
        kind: SyntaxErrorKind,
    ) -> Option<Result<(&'a str, &'a str), SyntaxErrorKind>> {
        self.rest = "";
        Some(Err(kind))
    }
}

impl<'a> Iterator for AttributeIter<'a> {
    type Item = Result<(&'a str, &'a str), SyntaxErrorKind>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = trim_start(self.rest);
        if rest.is_empty() {
            return None;
        }
        // The first byte belongs to the name, even if it is `=`.
        let end = rest
            .bytes()
            .skip(1)
            .position(|byte| byte == b'=' || is_space(byte));
        let Some((name, rest)) = end.and_then(|end| rest.split_at_checked(end + 1)) else {
            return self.fail(SyntaxErrorKind::MissingValue);
        };
        let Some(rest) = trim_start(rest).strip_prefix('=') else {
            return self.fail(SyntaxErrorKind::MissingValue);
        };
        let value = trim_start(rest);
        let quote = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return self.fail(SyntaxErrorKind::UnquotedValue),
        };
        let value = &value[1..];
        let Some(end) = memchr(quote, value.as_bytes()) else {
            return self.fail(SyntaxErrorKind::UnterminatedValue);
        };
        self.rest = &value[end + 1..];
        Some(Ok((name, &value[..end])))
    }
}

/// The attributes of a tag that has no others, none of them twice or with escapes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PlainAttributes<'a> {
    pub href: Option<&'a str>,
    pub id: Option<&'a str>,
    pub rel: Option<&'a str>,
}

fn trim_start(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\n'])
}
