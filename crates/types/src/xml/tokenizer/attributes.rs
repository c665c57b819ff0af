//! AttributeIter of a tag.

use memchr::memchr;

use super::{SyntaxErrorKind, is_space};

/// AttributeIter of a tag, from a position in it on: names and values, in which references are not
/// replaced. An error is the last one.
#[derive(Debug, Clone)]
pub struct AttributeIter<'a> {
    rest: &'a str,
}

impl<'a> AttributeIter<'a> {
    /// Those in what follows a name, of a tag or of an XML declaration.
    pub fn of(rest: &'a str) -> Self {
        Self { rest }
    }

    #[cold]
    fn fail(
        &mut self,
        what: SyntaxErrorKind,
    ) -> Option<Result<(&'a str, &'a str), SyntaxErrorKind>> {
        self.rest = "";
        Some(Err(what))
    }
}

impl<'a> Iterator for AttributeIter<'a> {
    type Item = Result<(&'a str, &'a str), SyntaxErrorKind>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = skip_space(self.rest);
        if rest.is_empty() {
            return None;
        }
        // SyntaxErrorKind begins a name is a part of it, whatever it is.
        let end = rest
            .bytes()
            .skip(1)
            .position(|byte| byte == b'=' || is_space(byte));
        let (name, after) = match end.and_then(|end| rest.split_at_checked(end + 1)) {
            Some(parts) => parts,
            None => return self.fail(SyntaxErrorKind::MissingValue),
        };
        let Some(after) = skip_space(after).strip_prefix('=') else {
            return self.fail(SyntaxErrorKind::MissingValue);
        };
        let value = skip_space(after);
        let quote = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return self.fail(SyntaxErrorKind::UnquotedValue),
        };
        let value = &value[1..];
        let Some(end) = memchr(quote, value.as_bytes()) else {
            return self.fail(SyntaxErrorKind::UnclosedValue);
        };
        self.rest = &value[end + 1..];
        Some(Ok((name, &value[..end])))
    }
}

/// AttributeIter as engines write them: none but these, without references, none twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PlainAttributes<'a> {
    pub href: Option<&'a str>,
    pub id: Option<&'a str>,
    pub rel: Option<&'a str>,
}

fn skip_space(text: &str) -> &str {
    let length = text.bytes().take_while(|byte| is_space(*byte)).count();
    text.get(length..).unwrap_or_default()
}
