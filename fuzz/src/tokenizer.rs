//! Any text for the tokenizer and for quick-xml: both find the same tokens or reject the text.

use std::borrow::Cow;

use ovirt_types::__private::tokenizer::{self, SyntaxError, Token, Tokenizer};
use quick_xml::Reader;
use quick_xml::events::{self, BytesStart};

/// A token in a form common to both.
#[derive(Debug, PartialEq)]
enum CommonToken<'a> {
    Start(Cow<'a, str>, Attributes),
    Empty(Cow<'a, str>, Attributes),
    End,
    Text(String),
    CData(String),
    Declaration,
    Other,
    Eof,
    /// An error, or a document type declaration, which the SDK rejects.
    Rejected,
}

/// Names and values, and whether an error follows.
#[derive(Debug, PartialEq)]
struct Attributes {
    found: Vec<(String, String)>,
    has_error: bool,
}

/// The check of one input.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (ours, theirs) = (ours(text), theirs(text));
    assert_eq!(ours, theirs, "{text:?}");
    assert_eq!(fast(text), slow(text), "{text:?}");
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
            Err(_) => {
                return Attributes {
                    found,
                    has_error: true,
                };
            }
        }
    }
    Attributes {
        found,
        has_error: false,
    }
}

fn ours(text: &str) -> Vec<CommonToken<'_>> {
    let mut tokens = Tokenizer::new(text);
    collect_tokens(|| next(&mut tokens))
}

fn next<'a>(tokens: &mut Tokenizer<'a>) -> CommonToken<'a> {
    let token = tokens.next_token();
    common(tokens, token)
}

fn common<'a>(tokens: &Tokenizer<'a>, token: Result<Token, SyntaxError>) -> CommonToken<'a> {
    let content = || tokens.text().to_owned();
    match token {
        Ok(Token::Start) => CommonToken::Start(tokens.name().into(), all_attributes(tokens)),
        Ok(Token::Empty) => CommonToken::Empty(tokens.name().into(), all_attributes(tokens)),
        Ok(Token::End) => CommonToken::End,
        Ok(Token::Text) => CommonToken::Text(content()),
        Ok(Token::CData) => CommonToken::CData(content()),
        Ok(Token::Declaration) => CommonToken::Declaration,
        Ok(Token::Other) => CommonToken::Other,
        Ok(Token::DocType) | Err(_) => CommonToken::Rejected,
        Ok(Token::Eof) => CommonToken::Eof,
    }
}

/// The attributes. Asserts that plain attributes agree with them.
fn all_attributes(tokens: &Tokenizer<'_>) -> Attributes {
    let all = attributes(tokens.attributes());
    if let Some(plain) = tokens.plain_attributes() {
        let own = [("href", plain.href), ("id", plain.id), ("rel", plain.rel)];
        let count = own.iter().filter(|(_, value)| value.is_some()).count();
        assert_eq!((count, false), (all.found.len(), all.has_error));
        for (name, value) in &all.found {
            assert!(own.contains(&(name.as_str(), Some(value.as_str()))));
        }
    }
    all
}

/// The tokens without white space, by the fast paths of the tokenizer.
fn fast(text: &str) -> Vec<CommonToken<'_>> {
    let mut tokens = Tokenizer::new(text);
    let mut later = Vec::new();
    collect_tokens(|| {
        if let Some(token) = later.pop() {
            return token;
        }
        let token = tokens.next_token_skip_space();
        let token = common(&tokens, token);
        if let CommonToken::Start(..) = token
            && let Some(text) = tokens.take_plain_text()
        {
            later = vec![CommonToken::End, CommonToken::Text(text.to_owned())];
        }
        token
    })
    .into_iter()
    .filter(|token| !is_blank(token))
    .collect()
}

/// The same, without fast paths.
fn slow(text: &str) -> Vec<CommonToken<'_>> {
    let all = ours(text).into_iter();
    all.filter(|token| !is_blank(token)).collect()
}

fn is_blank(token: &CommonToken<'_>) -> bool {
    matches!(token, CommonToken::Text(text) if text.bytes().all(|byte| byte <= b' '))
}

fn theirs(text: &str) -> Vec<CommonToken<'static>> {
    let mut reader = Reader::from_str(text);
    collect_tokens(|| match reader.read_event() {
        Ok(events::Event::Start(start)) => CommonToken::Start(name(&start), attributes_of(&start)),
        Ok(events::Event::Empty(start)) => CommonToken::Empty(name(&start), attributes_of(&start)),
        Ok(events::Event::End(_)) => CommonToken::End,
        Ok(events::Event::Text(text)) => CommonToken::Text(text.to_string()),
        Ok(events::Event::GeneralRef(name)) => CommonToken::Text(format!("&{};", &*name)),
        Ok(events::Event::CData(text)) => CommonToken::CData(text.to_string()),
        Ok(events::Event::Decl(_)) => CommonToken::Declaration,
        Ok(events::Event::Comment(_) | events::Event::PI(_)) => CommonToken::Other,
        Ok(events::Event::DocType(_)) | Err(_) => CommonToken::Rejected,
        Ok(events::Event::Eof) => CommonToken::Eof,
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

/// Collects all tokens. Joins texts, which quick-xml splits at references, and removes a text
/// before an error, whose length differs.
fn collect_tokens<'a>(mut next: impl FnMut() -> CommonToken<'a>) -> Vec<CommonToken<'a>> {
    let mut all: Vec<CommonToken<'a>> = Vec::new();
    loop {
        match (all.last_mut(), next()) {
            (Some(CommonToken::Text(text)), CommonToken::Text(more)) => text.push_str(&more),
            (_, end @ (CommonToken::Rejected | CommonToken::Eof)) => {
                if end == CommonToken::Rejected && matches!(all.last(), Some(CommonToken::Text(_)))
                {
                    all.pop();
                }
                all.push(end);
                return all;
            }
            (_, token) => all.push(token),
        }
    }
}
