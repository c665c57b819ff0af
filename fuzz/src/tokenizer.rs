//! Any text for the tokens and for the pull parser of quick-xml: both see the same in it, and
//! refuse the same.

use std::borrow::Cow;

use ovirt_types::__private::tokenizer::{self, SyntaxError, Token, Tokenizer};
use quick_xml::Reader;
use quick_xml::events::{self, BytesStart};

/// What is seen, in a form that both have.
#[derive(Debug, PartialEq)]
enum Seen<'a> {
    Start(Cow<'a, str>, Attributes),
    Empty(Cow<'a, str>, Attributes),
    End,
    Text(String),
    CData(String),
    Declaration,
    Other,
    Eof,
    /// Not well-formed, or a declaration of the document's type, which the SDK refuses.
    Refused,
}

/// Names and values, and whether something is wrong after them.
#[derive(Debug, PartialEq)]
struct Attributes {
    found: Vec<(String, String)>,
    wrong: bool,
}

/// The check of one input.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (ours, theirs) = (ours(text), theirs(text));
    assert_eq!(ours, theirs, "{text:?}");
    assert_eq!(quickly(text), leisurely(text), "{text:?}");
    assert_eq!(
        tokenizer::unescape(text).ok(),
        quick_xml::escape::unescape(text).ok(),
        "{text:?}"
    );
}

fn attributes<N: Into<String>, V: Into<String>, E>(
    attributes: impl Iterator<Item = Result<(N, V), E>>,
) -> Attributes {
    let mut found = Vec::new();
    for attribute in attributes {
        match attribute {
            Ok((name, value)) => found.push((name.into(), value.into())),
            Err(_) => return Attributes { found, wrong: true },
        }
    }
    Attributes {
        found,
        wrong: false,
    }
}

fn ours(text: &str) -> Vec<Seen<'_>> {
    let mut tokens = Tokenizer::new(text);
    until_the_end(|| event(&mut tokens))
}

fn event<'a>(tokens: &mut Tokenizer<'a>) -> Seen<'a> {
    let event = tokens.next_token();
    seen(tokens, event)
}

fn seen<'a>(tokens: &Tokenizer<'a>, event: Result<Token, SyntaxError>) -> Seen<'a> {
    let content = || tokens.text().to_owned();
    match event {
        Ok(Token::Start) => Seen::Start(tokens.name().into(), all_attributes(tokens)),
        Ok(Token::Empty) => Seen::Empty(tokens.name().into(), all_attributes(tokens)),
        Ok(Token::End) => Seen::End,
        Ok(Token::Text) => Seen::Text(content()),
        Ok(Token::CData) => Seen::CData(content()),
        Ok(Token::Declaration) => Seen::Declaration,
        Ok(Token::Other) => Seen::Other,
        Ok(Token::DocType) | Err(_) => Seen::Refused,
        Ok(Token::Eof) => Seen::Eof,
    }
}

/// The attributes, of which those that are as usual are the same as all.
fn all_attributes(tokens: &Tokenizer<'_>) -> Attributes {
    let all = attributes(tokens.attributes());
    if let Some(usual) = tokens.plain_attributes() {
        let own = [("href", usual.href), ("id", usual.id), ("rel", usual.rel)];
        let count = own.iter().filter(|(_, value)| value.is_some()).count();
        assert_eq!((count, false), (all.found.len(), all.wrong));
        for (name, value) in &all.found {
            assert!(own.contains(&(name.as_str(), Some(value.as_str()))));
        }
    }
    all
}

/// What there is but for blanks before tags, by the quick ways of the tokens.
fn quickly(text: &str) -> Vec<Seen<'_>> {
    let mut tokens = Tokenizer::new(text);
    let mut later = Vec::new();
    until_the_end(|| {
        if let Some(seen) = later.pop() {
            return seen;
        }
        let event = tokens.next_token_skip_space();
        let seen = seen(&tokens, event);
        if let Seen::Start(..) = seen
            && let Some(text) = tokens.take_plain_text()
        {
            later = vec![Seen::End, Seen::Text(text.to_owned())];
        }
        seen
    })
    .into_iter()
    .filter(|seen| !is_blank(seen))
    .collect()
}

/// The same without them.
fn leisurely(text: &str) -> Vec<Seen<'_>> {
    let all = ours(text).into_iter();
    all.filter(|seen| !is_blank(seen)).collect()
}

fn is_blank(seen: &Seen<'_>) -> bool {
    matches!(seen, Seen::Text(text) if text.bytes().all(|byte| byte <= b' '))
}

fn theirs(text: &str) -> Vec<Seen<'static>> {
    let mut reader = Reader::from_str(text);
    until_the_end(|| match reader.read_event() {
        Ok(events::Event::Start(start)) => Seen::Start(name(&start), attributes_of(&start)),
        Ok(events::Event::Empty(start)) => Seen::Empty(name(&start), attributes_of(&start)),
        Ok(events::Event::End(_)) => Seen::End,
        Ok(events::Event::Text(text)) => Seen::Text(text.to_string()),
        Ok(events::Event::GeneralRef(name)) => Seen::Text(format!("&{};", &*name)),
        Ok(events::Event::CData(text)) => Seen::CData(text.to_string()),
        Ok(events::Event::Decl(_)) => Seen::Declaration,
        Ok(events::Event::Comment(_) | events::Event::PI(_)) => Seen::Other,
        Ok(events::Event::DocType(_)) | Err(_) => Seen::Refused,
        Ok(events::Event::Eof) => Seen::Eof,
    })
}

fn name(start: &BytesStart<'_>) -> Cow<'static, str> {
    start.name().0.to_owned().into()
}

fn attributes_of(start: &BytesStart<'_>) -> Attributes {
    let mut all = start.attributes();
    all.with_checks(false);
    attributes(all.map(|it| it.map(|it| (it.key.0.to_owned(), it.value.into_owned()))))
}

/// All that comes, with texts joined that a reference divides, and without one before something
/// that is refused: how much of it is seen differs.
fn until_the_end<'a>(mut next: impl FnMut() -> Seen<'a>) -> Vec<Seen<'a>> {
    let mut all: Vec<Seen<'a>> = Vec::new();
    loop {
        match (all.last_mut(), next()) {
            (Some(Seen::Text(text)), Seen::Text(more)) => text.push_str(&more),
            (_, end @ (Seen::Refused | Seen::Eof)) => {
                if end == Seen::Refused && matches!(all.last(), Some(Seen::Text(_))) {
                    all.pop();
                }
                all.push(end);
                return all;
            }
            (_, seen) => all.push(seen),
        }
    }
}
