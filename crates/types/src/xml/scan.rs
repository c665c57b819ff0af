//! Finds what a document consists of: tags, texts, and what is passed over. It looks at each byte
//! once and copies nothing; names of elements are checked against each other here, attributes and
//! references when they are asked for.
//!
//! It accepts exactly what the pull parser of quick-xml accepts, which a test compares it with on
//! documents of every kind: only declarations of document types are not looked into, since they
//! are refused anyway.

use std::borrow::Cow;
use std::fmt;

use memchr::{memchr, memchr_iter, memchr2, memchr3_iter};

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
}

impl<'a> Tag<'a> {
    fn new(content: &'a str) -> Self {
        let name = content.bytes().position(is_space);
        Self {
            content,
            name: name.unwrap_or(content.len()),
        }
    }

    /// What follows the name of an XML declaration, which is like attributes.
    pub fn of_declaration(content: &'a str) -> Self {
        Self { content, name: 0 }
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

    #[inline]
    fn start(&mut self, rest: &[u8]) -> Result<Event<'a>, Flaw> {
        let begin = self.at + 1;
        let stop = |byte: &u8| matches!(byte, b'>' | b' ' | b'\n' | b'\t' | b'\r' | b'"' | b'\'');
        let name = rest.iter().position(stop).unwrap_or(rest.len());
        let length = match rest.get(name) {
            Some(b'>') => name,
            Some(b'"' | b'\'') => {
                self.odd = true;
                self.tag_length(rest)?
            }
            _ => name + self.tag_length(rest.get(name..).unwrap_or_default())?,
        };
        self.at = begin + length + 1;
        if length > 0 && rest.get(length - 1) == Some(&b'/') {
            let content = self.part(begin, begin + length - 1);
            let name = match rest.get(name) {
                Some(b'>' | b'"' | b'\'') => return Ok(Event::Empty(Tag::new(content))),
                _ => name,
            };
            return Ok(Event::Empty(Tag { content, name }));
        }
        let content = self.part(begin, begin + length);
        let tag = match rest.get(name) {
            Some(b'"' | b'\'') => Tag::new(content),
            _ => Tag { content, name },
        };
        self.open.push(tag.name());
        Ok(Event::Start(tag))
    }

    /// How far it is to the `>` that ends a tag: one that isn't in quotes.
    fn tag_length(&self, rest: &[u8]) -> Result<usize, Flaw> {
        let mut quote = None;
        for at in memchr3_iter(b'>', b'"', b'\'', rest) {
            let byte = rest.get(at).copied();
            match quote {
                None if byte == Some(b'>') => return Ok(at),
                None => quote = byte,
                Some(_) if quote == byte => quote = None,
                Some(_) => {}
            }
        }
        Err(self.endless("a tag has no end"))
    }

    #[inline]
    fn end(&mut self) -> Result<Event<'a>, Flaw> {
        let begin = self.at + 2;
        let rest = self.text.as_bytes().get(begin..).unwrap_or_default();
        let expected = self.open.last().copied();
        if let Some(expected) = expected
            && !self.odd
            && rest.get(expected.len()) == Some(&b'>')
            && rest.starts_with(expected.as_bytes())
        {
            self.at = begin + expected.len() + 1;
            self.open.pop();
            return Ok(Event::End);
        }
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
        let mut length = memchr2(b'<', b'&', rest).unwrap_or(rest.len());
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
                let next = memchr2(b'<', b'&', after).unwrap_or(after.len());
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

fn skip_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\n', '\t', '\r'])
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
    if memchr(b'&', text.as_bytes()).is_none() {
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
    if memchr2(b'&', b'\r', text.as_bytes()).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let mut content = String::with_capacity(text.len());
    replace(text, &mut content, push_lines)?;
    Ok(Cow::Owned(content))
}

/// The text with each line ended by a line feed.
pub fn lines(text: &str) -> Cow<'_, str> {
    if memchr(b'\r', text.as_bytes()).is_none() {
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
