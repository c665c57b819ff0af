//! References and ends of lines: what a text of a document means.

use std::borrow::Cow;

use crate::bytes;

/// A reference that can't be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityError {
    /// Why.
    pub why: EntityErrorKind,
    /// Up to how many bytes before the end of the text it is.
    pub before_end: usize,
}

/// Why a reference can't be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityErrorKind {
    /// It has no end.
    Endless,
    /// Its number isn't one, or not that of a character.
    Character,
    /// XML doesn't define it, and nothing else can.
    Unknown,
}

/// The text with references replaced.
pub fn unescape(text: &str) -> Result<Cow<'_, str>, EntityError> {
    if bytes::find(text.as_bytes(), b'&').is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut resolved = String::with_capacity(text.len());
    replace(text, &mut resolved, |part, resolved| {
        resolved.push_str(part)
    })?;
    Ok(Cow::Owned(resolved))
}

/// The text of an element with references replaced, and with each line ended by a line feed.
pub fn unescape_text(text: &str) -> Result<Cow<'_, str>, EntityError> {
    if bytes::find2(text.as_bytes(), [b'&', b'\r']).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut content = String::with_capacity(text.len());
    replace(text, &mut content, push_lines)?;
    Ok(Cow::Owned(content))
}

/// The text with each line ended by a line feed.
pub fn normalize_line_ends(text: &str) -> Cow<'_, str> {
    if bytes::find(text.as_bytes(), b'\r').is_none() {
        return Cow::Borrowed(text);
    }
    let mut content = String::with_capacity(text.len());
    push_lines(text, &mut content);
    Cow::Owned(content)
}

fn replace(
    text: &str,
    target: &mut String,
    push: impl Fn(&str, &mut String),
) -> Result<(), EntityError> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        push(before, target);
        let wrong = |why, before_end| EntityError { why, before_end };
        let end = after.find([';', '&']);
        let (name, after) = end.map_or((after, ""), |end| after.split_at(end));
        rest = after
            .strip_prefix(';')
            .ok_or(wrong(EntityErrorKind::Endless, after.len()))?;
        target.push(character(name).map_err(|why| wrong(why, rest.len()))?);
    }
    push(rest, target);
    Ok(())
}

fn push_lines(text: &str, target: &mut String) {
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        target.push_str(line);
        target.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    target.push_str(rest);
}

fn character(name: &str) -> Result<char, EntityErrorKind> {
    let Some(number) = name.strip_prefix('#') else {
        return match name {
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "amp" => Ok('&'),
            "apos" => Ok('\''),
            "quot" => Ok('"'),
            _ => Err(EntityErrorKind::Unknown),
        };
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.starts_with('+') {
        return Err(EntityErrorKind::Character);
    }
    u32::from_str_radix(digits, radix)
        .ok()
        .filter(|code| *code != 0)
        .and_then(char::from_u32)
        .ok_or(EntityErrorKind::Character)
}
