//! Finds what a document consists of: tags, texts, and what is passed over. It looks at each byte
//! once and copies nothing; names of elements are checked against each other here, attributes and
//! references when they are asked for.
//!
//! It accepts exactly what the pull parser of quick-xml accepts, which a test compares it with on
//! documents of every kind: only declarations of document types are not looked into, since they
//! are refused anyway.

use std::borrow::Cow;
use std::fmt;

use memchr::{memchr, memchr_iter};

use super::find;

/// What comes next in a document.
#[derive(Debug, PartialEq)]
pub enum Event<'a> {
    /// The start of an element.
    Start(Tag<'a>),
    /// An element without content: `<a/>`.
    Empty(Tag<'a>),
    /// The end of the element that was started last.
    End,
    /// Text as it stands there, whose references have an end.
    Text(&'a str),
    /// Text in which nothing has a meaning.
    CData(&'a str),
    /// The XML declaration: what follows its name.
    Declaration(&'a str),
    /// The beginning of a declaration of the document's type. Nothing can follow.
    DocType,
    /// A comment or a processing instruction.
    Other,
    /// The document has ended, whether or not its elements have.
    Eof,
}

/// A document that isn't well-formed: why, and at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    /// A part of a sentence.
    pub what: &'static str,
    /// Offset in the document.
    pub at: usize,
    /// Whether the document could go on so that it isn't one.
    pub at_end: bool,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

impl std::error::Error for Flaw {}

/// The inside of a start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'a> {
    /// All between the angle brackets, without the slash of an empty element.
    content: &'a str,
    name: usize,
    key: Key,
}

/// The beginning of a name, by which most names can be told from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    /// That of a name.
    #[inline]
    pub const fn of(name: &str) -> Self {
        Self::without(name, 0)
    }

    /// That of a name that isn't known before; faster than [`of`](Self::of).
    #[inline]
    pub(crate) fn found(name: &str) -> Self {
        let name = name.as_bytes();
        Self(find::word(name, 0).unwrap_or_else(|| find::short(name)))
    }

    /// That of a name without its underscores.
    pub const fn of_rel(name: &str) -> Self {
        Self::without(name, b'_')
    }

    #[inline]
    const fn without(name: &str, byte: u8) -> Self {
        let name = name.as_bytes();
        let (mut key, mut length, mut at) = (0, 0, 0);
        while at < name.len() && length < 8 {
            if name[at] != byte {
                key |= (name[at] as u64) << (8 * length);
                length += 1;
            }
            at += 1;
        }
        Self(key)
    }
}

impl<'a> Tag<'a> {
    fn new(content: &'a str) -> Self {
        let name = content.bytes().position(is_space);
        let name = name.unwrap_or(content.len());
        Self {
            content,
            name,
            key: Key::found(content.get(..name).unwrap_or_default()),
        }
    }

    /// What follows the name of an XML declaration, which is like attributes.
    pub fn of_declaration(content: &'a str) -> Self {
        Self {
            content,
            name: 0,
            key: Key(0),
        }
    }

    /// The beginning of the name.
    #[inline]
    pub fn key(self) -> Key {
        self.key
    }

    /// The name of the element.
    #[inline]
    pub fn name(self) -> &'a str {
        self.content.get(..self.name).unwrap_or_default()
    }

    /// The attributes: names and values, in which references are not replaced.
    #[inline]
    pub fn attributes(self) -> Attributes<'a> {
        Attributes {
            rest: self.content.get(self.name..).unwrap_or_default(),
        }
    }
}

/// The attributes of a tag; an error is the last one.
#[derive(Debug, Clone)]
pub struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Attributes<'a> {
    #[cold]
    fn fail(&mut self, what: &'static str) -> Option<Result<(&'a str, &'a str), &'static str>> {
        self.rest = "";
        Some(Err(what))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a str, &'a str), &'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let rest = skip_space(self.rest);
        if rest.is_empty() {
            return None;
        }
        // What begins a name is a part of it, whatever it is.
        let end = rest
            .bytes()
            .skip(1)
            .position(|byte| byte == b'=' || is_space(byte));
        let (name, after) = match end.and_then(|end| rest.split_at_checked(end + 1)) {
            Some(parts) => parts,
            None => return self.fail("an attribute has no value"),
        };
        let Some(after) = skip_space(after).strip_prefix('=') else {
            return self.fail("an attribute has no value");
        };
        let value = skip_space(after);
        let quote = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return self.fail("the value of an attribute has no quotes"),
        };
        let value = &value[1..];
        let Some(end) = memchr(quote, value.as_bytes()) else {
            return self.fail("the value of an attribute has no end");
        };
        self.rest = &value[end + 1..];
        Some(Ok((name, &value[..end])))
    }
}

/// A position in a document, and the elements that are open there.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    open: Vec<&'a str>,
    /// Whether a name with a quote in it has been seen: no document that means well has one.
    odd: bool,
}

impl<'a> Scanner<'a> {
    /// At the beginning of a document, after its byte order mark.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: if text.starts_with('\u{feff}') { 3 } else { 0 },
            open: Vec::with_capacity(16),
            odd: false,
        }
    }

    /// In the middle of a document, within this element and nothing else.
    pub fn within(text: &'a str, element: &'a str) -> Self {
        Self {
            text,
            at: 0,
            open: vec![element],
            odd: element.contains(['"', '\'']),
        }
    }

    /// Offset of what comes next.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// What comes next. After an error there is nothing sensible.
    #[inline]
    pub fn event(&mut self) -> Result<Event<'a>, Flaw> {
        match self.text.as_bytes().get(self.at..) {
            None | Some([]) => Ok(Event::Eof),
            Some([b'<', b'/', ..]) => self.end(),
            Some([b'<', b'!', ..]) => self.declaration(),
            Some([b'<', b'?', ..]) => self.instruction(),
            Some([b'<']) => Err(self.endless("a tag has no end")),
            Some([b'<', rest @ ..]) => self.start(rest),
            Some(rest) => self.text(rest),
        }
    }

    /// A part of the document, between two bytes of ASCII.
    #[inline]
    fn part(&self, begin: usize, end: usize) -> &'a str {
        self.text.get(begin..end).unwrap_or_default()
    }

    #[cold]
    fn flaw(&self, what: &'static str) -> Flaw {
        Flaw {
            what,
            at: self.at,
            at_end: false,
        }
    }

    /// Something has no end, as far as the document is there.
    #[cold]
    fn endless(&self, what: &'static str) -> Flaw {
        Flaw {
            what,
            at: self.at,
            at_end: true,
        }
    }

    /// Passes over blanks before a tag. What follows is the same as if they had been an event.
    #[inline]
    pub fn skip_blanks(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if let Some(length) = find::not_blank(rest)
            && rest.get(length) == Some(&b'<')
        {
            self.at += length;
        }
    }

    /// Takes the text and the end of the element that was started last, where it has nothing else
    /// in it and the text means what it says. Otherwise nothing is taken.
    #[inline]
    pub fn leaf(&mut self) -> Option<&'a str> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = find::three(rest, [b'<', b'&', b'\r'])?;
        let text = self.text.get(self.at..self.at + length)?;
        self.ends(length).then_some(text)
    }

    /// Takes the end of the element that was started last, if it is so far ahead and as usual.
    #[inline]
    fn ends(&mut self, ahead: usize) -> bool {
        let begin = self.at + ahead;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        if let [b'<', b'/', rest @ ..] = rest
            && let Some(expected) = self.open.last()
            && let Some((name, [b'>', ..])) = rest.split_at_checked(expected.len())
            && find::same(name, expected.as_bytes())
            && !self.odd
        {
            self.at = begin + expected.len() + 3;
            self.open.pop();
            return true;
        }
        false
    }

    #[inline]
    fn start(&mut self, rest: &[u8]) -> Result<Event<'a>, Flaw> {
        let begin = self.at + 1;
        // Names have none of the bytes below `(` but for documents that nobody writes.
        let Some(name) = find::one_or_below(rest, b'>', b'(') else {
            return Err(self.endless("a tag has no end"));
        };
        let length = match rest.get(name) {
            Some(b'>') => name,
            Some(b' ' | b'\n' | b'\t' | b'\r') => {
                name + self.tag_length(rest.get(name..).unwrap_or_default())?
            }
            _ => return self.odd_start(rest),
        };
        self.at = begin + length + 1;
        let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
        let content = self.part(begin, begin + length - usize::from(is_empty));
        let name = name.min(content.len());
        let key = match find::word(rest, 0) {
            Some(word) => Key(find::head(word, name)),
            None => Key::found(content.get(..name).unwrap_or_default()),
        };
        let tag = Tag { content, name, key };
        Ok(self.started(tag, is_empty))
    }

    #[inline]
    fn started(&mut self, tag: Tag<'a>, is_empty: bool) -> Event<'a> {
        if is_empty {
            return Event::Empty(tag);
        }
        self.open.push(tag.name());
        Event::Start(tag)
    }

    /// A tag with a byte in its name that is in none that means well.
    #[cold]
    fn odd_start(&mut self, rest: &[u8]) -> Result<Event<'a>, Flaw> {
        let begin = self.at + 1;
        let is_end = |byte: &u8| is_space(*byte) || matches!(byte, b'>' | b'"' | b'\'');
        let name = rest.iter().position(is_end).unwrap_or(rest.len());
        self.odd |= matches!(rest.get(name), Some(b'"' | b'\''));
        let length = name + self.tag_length(rest.get(name..).unwrap_or_default())?;
        self.at = begin + length + 1;
        let is_empty = length > 0 && rest.get(length - 1) == Some(&b'/');
        let content = self.part(begin, begin + length - usize::from(is_empty));
        Ok(self.started(Tag::new(content), is_empty))
    }

    /// How far it is to the `>` that ends a tag: one that isn't in quotes.
    #[inline]
    fn tag_length(&self, rest: &[u8]) -> Result<usize, Flaw> {
        let mut length = 0;
        loop {
            let ahead = rest.get(length..).unwrap_or_default();
            let Some(found) = find::three(ahead, [b'>', b'"', b'\'']) else {
                break;
            };
            let (before, after) = ahead.split_at(found);
            let Some((quote @ (b'"' | b'\''), quoted)) = after.split_first() else {
                return Ok(length + before.len());
            };
            let Some(end) = memchr(*quote, quoted) else {
                break;
            };
            length += before.len() + end + 2;
        }
        Err(self.endless("a tag has no end"))
    }

    #[inline]
    fn end(&mut self) -> Result<Event<'a>, Flaw> {
        if self.ends(0) {
            return Ok(Event::End);
        }
        self.unusual_end()
    }

    /// An end with blanks, or one that ends nothing.
    #[cold]
    fn unusual_end(&mut self) -> Result<Event<'a>, Flaw> {
        let begin = self.at + 2;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let expected = self.open.last().copied();
        // The slash isn't a quote, and so it makes no difference where the search begins.
        let length = self.tag_length(rest)?;
        let content = self.part(begin, begin + length);
        let name = content.trim_end_matches([' ', '\t', '\r', '\n']);
        let name = if name.is_empty() { content } else { name };
        match expected {
            None => Err(self.flaw("an element ends that has not begun")),
            Some(expected) if expected != name => {
                Err(self.flaw("an element ends while another is open"))
            }
            Some(_) => {
                self.at = begin + length + 1;
                self.open.pop();
                Ok(Event::End)
            }
        }
    }

    #[inline]
    fn text(&mut self, rest: &[u8]) -> Result<Event<'a>, Flaw> {
        let begin = self.at;
        let mut length = find::two(rest, [b'<', b'&']).unwrap_or(rest.len());
        while rest.get(length) == Some(&b'&') {
            length = self.reference(rest, length)?;
        }
        self.at = begin + length;
        Ok(Event::Text(self.part(begin, self.at)))
    }

    /// Up to where the text goes on after the reference at `at`: the next `<` or `&`.
    fn reference(&self, rest: &[u8], at: usize) -> Result<usize, Flaw> {
        let after = rest.get(at + 1..).unwrap_or_default();
        let found = after
            .iter()
            .position(|byte| matches!(byte, b';' | b'&' | b'<'));
        match found {
            Some(end) if after.get(end) == Some(&b';') => {
                let after = after.get(end..).unwrap_or_default();
                let next = find::two(after, [b'<', b'&']).unwrap_or(after.len());
                Ok(at + 1 + end + next)
            }
            found => Err(Flaw {
                what: "a reference has no end",
                at: self.at + at,
                at_end: found.is_none(),
            }),
        }
    }

    fn instruction(&mut self) -> Result<Event<'a>, Flaw> {
        let begin = self.at;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let end = memchr_iter(b'>', rest).find(|end| rest.get(end - 1) == Some(&b'?'));
        // `<?>` isn't one.
        let Some(end) = end.filter(|end| *end > 2) else {
            return Err(self.endless("a processing instruction has no end"));
        };
        self.at = begin + end + 1;
        let content = self.part(begin + 2, begin + end - 1);
        Ok(match content.strip_prefix("xml") {
            Some(rest) if rest.bytes().next().is_none_or(is_space) => Event::Declaration(rest),
            _ => Event::Other,
        })
    }

    /// What begins with `<!`.
    fn declaration(&mut self) -> Result<Event<'a>, Flaw> {
        let begin = self.at;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let (start, end, least): (&str, &[u8], usize) = match rest.get(2) {
            Some(b'[') => ("<![CDATA[", b"]]", 0),
            // `<!-->` and `<!--->` aren't comments.
            Some(b'-') => ("<!--", b"--", 6),
            Some(b'D' | b'd') => return Ok(Event::DocType),
            Some(_) => return Err(self.flaw("something is declared that XML doesn't have")),
            None => return Err(self.endless("a declaration has no end")),
        };
        let is_end = |at: &usize| {
            *at >= least && rest.get(..*at).is_some_and(|before| before.ends_with(end))
        };
        let Some(length) = memchr_iter(b'>', rest).find(is_end) else {
            return Err(self.endless("a comment or a CDATA section has no end"));
        };
        if !rest.starts_with(start.as_bytes()) {
            return Err(self.flaw("something is declared that XML doesn't have"));
        }
        self.at = begin + length + 1;
        let content = self.part(begin + start.len(), begin + length - 2);
        Ok(match start {
            "<!--" => Event::Other,
            _ => Event::CData(content),
        })
    }
}

#[inline]
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}

#[inline]
fn skip_space(text: &str) -> &str {
    let length = text.bytes().take_while(|byte| is_space(*byte)).count();
    text.get(length..).unwrap_or_default()
}

/// A reference that can't be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongReference {
    /// Why.
    pub why: Wrong,
    /// Up to how many bytes before the end of the text it is.
    pub before_end: usize,
}

/// Why a reference can't be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It has no end.
    Endless,
    /// Its number isn't one, or not that of a character.
    Character,
    /// XML doesn't define it, and nothing else can.
    Unknown,
}

/// The text with references replaced.
pub fn resolve(text: &str) -> Result<Cow<'_, str>, WrongReference> {
    if find::one(text.as_bytes(), b'&').is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut resolved = String::with_capacity(text.len());
    replace(text, &mut resolved, |part, resolved| {
        resolved.push_str(part)
    })?;
    Ok(Cow::Owned(resolved))
}

/// The text of an element with references replaced, and with each line ended by a line feed.
pub fn content(text: &str) -> Result<Cow<'_, str>, WrongReference> {
    if find::two(text.as_bytes(), [b'&', b'\r']).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut content = String::with_capacity(text.len());
    replace(text, &mut content, push_lines)?;
    Ok(Cow::Owned(content))
}

/// The text with each line ended by a line feed.
pub fn lines(text: &str) -> Cow<'_, str> {
    if find::one(text.as_bytes(), b'\r').is_none() {
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
) -> Result<(), WrongReference> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        push(before, target);
        let wrong = |why, before_end| WrongReference { why, before_end };
        let end = after.find([';', '&']);
        let (name, after) = end.map_or((after, ""), |end| after.split_at(end));
        rest = after
            .strip_prefix(';')
            .ok_or(wrong(Wrong::Endless, after.len()))?;
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

fn character(name: &str) -> Result<char, Wrong> {
    let Some(number) = name.strip_prefix('#') else {
        return match name {
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "amp" => Ok('&'),
            "apos" => Ok('\''),
            "quot" => Ok('"'),
            _ => Err(Wrong::Unknown),
        };
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.starts_with('+') {
        return Err(Wrong::Character);
    }
    u32::from_str_radix(digits, radix)
        .ok()
        .filter(|code| *code != 0)
        .and_then(char::from_u32)
        .ok_or(Wrong::Character)
}
