//! Entity and character references, and normalization of line ends.

use std::borrow::Cow;

use crate::bytes;

/// An invalid entity or character reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityError {
    /// The reason.
    pub kind: EntityErrorKind,
    /// Distance from the end of the reference to the end of the text, in bytes.
    pub before_end: usize,
}

/// Why a reference is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityErrorKind {
    /// No `;`.
    Unterminated,
    /// Not the number of a character.
    InvalidCharacter,
    /// An entity that XML does not predefine.
    Undefined,
}

/// Replaces references, as in attribute values.
pub fn unescape(text: &str) -> Result<Cow<'_, str>, EntityError> {
    if bytes::find(text.as_bytes(), b'&').is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut unescaped = String::with_capacity(text.len());
    append_unescaped(text, &mut unescaped, |part, out| out.push_str(part))?;
    Ok(Cow::Owned(unescaped))
}

/// Replaces references and normalizes line ends, as in text content.
pub fn unescape_text(text: &str) -> Result<Cow<'_, str>, EntityError> {
    if bytes::find2(text.as_bytes(), [b'&', b'\r']).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut unescaped = String::with_capacity(text.len());
    append_unescaped(text, &mut unescaped, append_normalized)?;
    Ok(Cow::Owned(unescaped))
}

/// Replaces CR LF and CR by LF, as in CDATA sections.
pub fn normalize_line_ends(text: &str) -> Cow<'_, str> {
    if bytes::find(text.as_bytes(), b'\r').is_none() {
        return Cow::Borrowed(text);
    }
    let mut normalized = String::with_capacity(text.len());
    append_normalized(text, &mut normalized);
    Cow::Owned(normalized)
}

fn append_unescaped(
    text: &str,
    out: &mut String,
    append: impl Fn(&str, &mut String),
) -> Result<(), EntityError> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        append(before, out);
        let error = |kind, before_end| EntityError { kind, before_end };
        let end = after.find([';', '&']).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        rest = after
            .strip_prefix(';')
            .ok_or(error(EntityErrorKind::Unterminated, after.len()))?;
        out.push(character(name).map_err(|kind| error(kind, rest.len()))?);
    }
    append(rest, out);
    Ok(())
}

fn append_normalized(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
}

/// The character that a reference with this name stands for.
fn character(name: &str) -> Result<char, EntityErrorKind> {
    let Some(number) = name.strip_prefix('#') else {
        return match name {
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "amp" => Ok('&'),
            "apos" => Ok('\''),
            "quot" => Ok('"'),
            _ => Err(EntityErrorKind::Undefined),
        };
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // `from_str_radix` accepts a sign.
    if digits.starts_with('+') {
        return Err(EntityErrorKind::InvalidCharacter);
    }
    u32::from_str_radix(digits, radix)
        .ok()
        .filter(|code| *code != 0)
        .and_then(char::from_u32)
        .ok_or(EntityErrorKind::InvalidCharacter)
}
