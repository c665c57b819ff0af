//! The tokenizer finds the same tokens as quick-xml, and rejects the same documents.

use std::collections::HashMap;

use ovirt_types::__private::tokenizer::{SyntaxError, Token, Tokenizer, unescape};
use quick_xml::Reader;
use quick_xml::events::{self, BytesStart};

/// A token in a form common to both.
#[derive(Debug, PartialEq)]
enum CommonToken {
    Start(String, Attributes),
    Empty(String, Attributes),
    End,
    Text(String),
    CData(String),
    Declaration,
    Other,
    Eof,
    /// An error, or a document type declaration, which the decoder rejects.
    Rejected,
}

/// Names and values, and whether an error follows.
type Attributes = (Vec<(String, String)>, bool);

fn attributes<N: AsRef<str>, V: AsRef<str>, E>(
    attributes: impl Iterator<Item = Result<(N, V), E>>,
) -> Attributes {
    let mut found = Vec::new();
    for attribute in attributes {
        match attribute {
            Ok((name, value)) => found.push((name.as_ref().to_owned(), value.as_ref().to_owned())),
            Err(_) => return (found, true),
        }
    }
    (found, false)
}

fn ours(document: &str) -> Vec<CommonToken> {
    let mut tokens = Tokenizer::new(document);
    let mut found = Vec::new();
    loop {
        found.push(next(&mut tokens));
        if matches!(found.last(), Some(CommonToken::Rejected | CommonToken::Eof)) {
            return found;
        }
    }
}

fn next(tokens: &mut Tokenizer<'_>) -> CommonToken {
    let token = tokens.next_token();
    common(tokens, token)
}

fn common(tokens: &Tokenizer<'_>, token: Result<Token, SyntaxError>) -> CommonToken {
    let name = || tokens.name().to_owned();
    let content = || tokens.text().to_owned();
    match token {
        Ok(Token::Start) => CommonToken::Start(name(), all_attributes(tokens)),
        Ok(Token::Empty) => CommonToken::Empty(name(), all_attributes(tokens)),
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
        let found: HashMap<_, _> = all.0.iter().cloned().collect();
        let own = [("href", plain.href), ("id", plain.id), ("rel", plain.rel)];
        let own: HashMap<_, _> = own
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
            .collect();
        assert_eq!(
            (own, all.0.len(), false),
            (found.clone(), found.len(), all.1)
        );
    }
    all
}

fn theirs(document: &str) -> Vec<CommonToken> {
    let mut reader = Reader::from_str(document);
    let mut found = Vec::new();
    let tag = |start: &BytesStart<'_>| {
        let mut all = start.attributes();
        all.with_checks(false);
        let all = all.map(|it| it.map(|it| (it.key.0.to_owned(), it.value.into_owned())));
        (start.name().0.to_owned(), attributes(all))
    };
    loop {
        let next = match reader.read_event() {
            Ok(events::Event::Start(start)) => {
                let (name, attributes) = tag(&start);
                CommonToken::Start(name, attributes)
            }
            Ok(events::Event::Empty(start)) => {
                let (name, attributes) = tag(&start);
                CommonToken::Empty(name, attributes)
            }
            Ok(events::Event::End(_)) => CommonToken::End,
            Ok(events::Event::Text(text)) => CommonToken::Text(text.to_string()),
            Ok(events::Event::GeneralRef(name)) => CommonToken::Text(format!("&{};", &*name)),
            Ok(events::Event::CData(text)) => CommonToken::CData(text.to_string()),
            Ok(events::Event::Decl(_)) => CommonToken::Declaration,
            Ok(events::Event::Comment(_) | events::Event::PI(_)) => CommonToken::Other,
            Ok(events::Event::DocType(_)) | Err(_) => CommonToken::Rejected,
            Ok(events::Event::Eof) => CommonToken::Eof,
        };
        match (found.last_mut(), next) {
            // quick-xml splits text at references.
            (Some(CommonToken::Text(text)), CommonToken::Text(more)) => text.push_str(&more),
            // quick-xml returns the text before an unterminated reference.
            (Some(CommonToken::Text(_)), CommonToken::Rejected) => {
                found.pop();
                found.push(CommonToken::Rejected);
            }
            (_, next) => found.push(next),
        }
        if matches!(found.last(), Some(CommonToken::Rejected | CommonToken::Eof)) {
            return found;
        }
    }
}

/// Removes the text before an error.
fn without_text_before_error(mut found: Vec<CommonToken>) -> Vec<CommonToken> {
    if let [.., CommonToken::Text(_), CommonToken::Rejected] = found.as_slice() {
        found.remove(found.len() - 2);
    }
    found
}

/// The tokens without white space before tags, skipped by the tokenizer (`fast`) or removed here.
fn without_blanks(document: &str, fast: bool) -> Vec<CommonToken> {
    let mut tokens = Tokenizer::new(document);
    let mut found = Vec::new();
    loop {
        let token = if fast {
            let token = tokens.next_token_skip_space();
            common(&tokens, token)
        } else {
            next(&mut tokens)
        };
        if let CommonToken::Text(text) = &token
            && document[tokens.position()..].starts_with('<')
            && is_blank(text)
        {
            continue;
        }
        let is_start = matches!(token, CommonToken::Start(..));
        found.push(token);
        if fast
            && is_start
            && let Some(text) = tokens.take_plain_text()
        {
            if !is_blank(text) {
                found.push(CommonToken::Text(text.to_owned()));
            }
            found.push(CommonToken::End);
        }
        if matches!(found.last(), Some(CommonToken::Rejected | CommonToken::Eof)) {
            return found;
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte <= b' ')
}

#[track_caller]
fn compare(document: &str) {
    assert_eq!(
        without_blanks(document, true),
        without_blanks(document, false),
        "{document:?}"
    );
    let (ours, theirs) = (ours(document), theirs(document));
    if ours != theirs {
        assert_eq!(
            without_text_before_error(ours),
            without_text_before_error(theirs),
            "{document:?}"
        );
    }
}

/// Complete and incomplete tokens.
const FRAGMENTS: [&str; 29] = [
    "<a>",
    "</a>",
    "<a/>",
    "<b c='",
    "<b c=\"",
    "<b c=\"d\"",
    " href=\"e",
    " id=\"&amp;\"",
    "'",
    "\"",
    ">",
    "/>",
    "<",
    "</",
    "<!--",
    "-->",
    "--",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<?xml",
    "<!",
    "&lt;",
    "&",
    ";",
    "=",
    " ",
    "\u{e9}\r\n",
];

#[test]
fn every_sequence_of_four_fragments() {
    let mut document = String::new();
    for first in FRAGMENTS {
        for second in FRAGMENTS {
            for third in FRAGMENTS {
                for fourth in FRAGMENTS {
                    document.clear();
                    for token in [first, second, third, fourth] {
                        document.push_str(token);
                    }
                    compare(&document);
                }
            }
        }
    }
}

/// A pseudorandom number generator with a fixed seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

#[test]
fn random_sequences_and_mutated_documents() {
    let mut numbers = Numbers(42);
    for _ in 0..20_000 {
        let length = 5 + numbers.below(20);
        let tokens = (0..length).map(|_| FRAGMENTS[numbers.below(FRAGMENTS.len())]);
        compare(&tokens.collect::<String>());
    }
    let good = "\u{feff}<?xml version=\"1.0\" encoding='UTF-8'?>\n<vms a='1' b = \"x>y\">\n <!-- c -->\
                <vm id='1'><name>a&amp;b &#xe9;</name ><x/><y z=''/><![CDATA[<]]></vm>\n</vms >\n";
    compare(good);
    let bytes: Vec<char> = good.chars().collect();
    for _ in 0..20_000 {
        let mut bad = bytes.clone();
        for _ in 0..=numbers.below(3) {
            let (at, from) = (numbers.below(bad.len()), numbers.below(bytes.len()));
            match numbers.below(3) {
                0 => drop(bad.remove(at)),
                1 => bad[at] = bytes[from],
                _ => bad.insert(at, bytes[from]),
            }
        }
        compare(&bad.into_iter().collect::<String>());
    }
}

#[test]
fn documents_of_real_engines() {
    for document in crate::corpus::documents() {
        let text = std::fs::read_to_string(&document).expect("a document");
        compare(&text);
    }
}

#[test]
fn references_are_unescaped() {
    let parts = [
        "&", ";", "#", "x", "lt", "amp", "quot", "apos", "gt", "0", "41", "110000", "+", "-", "a",
    ];
    for first in parts {
        for second in parts {
            for third in parts {
                for fourth in parts {
                    for text in [
                        format!("{first}{second}{third}{fourth}"),
                        format!("&{first}{second}{third}{fourth};"),
                    ] {
                        let theirs = quick_xml::escape::unescape(&text).ok();
                        assert_eq!(unescape(&text).ok(), theirs, "{text}");
                    }
                }
            }
        }
    }
}
