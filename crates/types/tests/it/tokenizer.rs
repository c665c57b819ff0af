//! The tokens sees in a document what the pull parser of quick-xml sees, and refuses the same
//! documents.

use std::collections::HashMap;

use ovirt_types::__private::tokenizer::{SyntaxError, Token, Tokenizer, unescape};
use quick_xml::Reader;
use quick_xml::events::{self, BytesStart};

/// What is seen, in a form that both have.
#[derive(Debug, PartialEq)]
enum Seen {
    Start(String, Attributes),
    Empty(String, Attributes),
    End,
    Text(String),
    CData(String),
    Declaration,
    Other,
    Eof,
    /// Refused; so are all declarations of types by the reader.
    Refused,
}

/// Names and values, and whether there is an error after them.
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

fn ours(document: &str) -> Vec<Seen> {
    let mut tokens = Tokenizer::new(document);
    let mut seen = Vec::new();
    loop {
        seen.push(next(&mut tokens));
        if matches!(seen.last(), Some(Seen::Refused | Seen::Eof)) {
            return seen;
        }
    }
}

fn next(tokens: &mut Tokenizer<'_>) -> Seen {
    let event = tokens.next_token();
    seen(tokens, event)
}

fn seen(tokens: &Tokenizer<'_>, event: Result<Token, SyntaxError>) -> Seen {
    let name = || tokens.name().to_owned();
    let content = || tokens.text().to_owned();
    match event {
        Ok(Token::Start) => Seen::Start(name(), all_attributes(tokens)),
        Ok(Token::Empty) => Seen::Empty(name(), all_attributes(tokens)),
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
        let found: HashMap<_, _> = all.0.iter().cloned().collect();
        let own = [("href", usual.href), ("id", usual.id), ("rel", usual.rel)];
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

fn theirs(document: &str) -> Vec<Seen> {
    let mut reader = Reader::from_str(document);
    let mut seen = Vec::new();
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
                Seen::Start(name, attributes)
            }
            Ok(events::Event::Empty(start)) => {
                let (name, attributes) = tag(&start);
                Seen::Empty(name, attributes)
            }
            Ok(events::Event::End(_)) => Seen::End,
            Ok(events::Event::Text(text)) => Seen::Text(text.to_string()),
            Ok(events::Event::GeneralRef(name)) => Seen::Text(format!("&{};", &*name)),
            Ok(events::Event::CData(text)) => Seen::CData(text.to_string()),
            Ok(events::Event::Decl(_)) => Seen::Declaration,
            Ok(events::Event::Comment(_) | events::Event::PI(_)) => Seen::Other,
            Ok(events::Event::DocType(_)) | Err(_) => Seen::Refused,
            Ok(events::Event::Eof) => Seen::Eof,
        };
        match (seen.last_mut(), next) {
            // References divide a text there.
            (Some(Seen::Text(text)), Seen::Text(more)) => text.push_str(&more),
            // A reference without an end is found after the text before it there.
            (Some(Seen::Text(_)), Seen::Refused) => {
                seen.pop();
                seen.push(Seen::Refused);
            }
            (_, next) => seen.push(next),
        }
        if matches!(seen.last(), Some(Seen::Refused | Seen::Eof)) {
            return seen;
        }
    }
}

/// Texts before something that is refused aren't looked at.
fn without_last_text(mut seen: Vec<Seen>) -> Vec<Seen> {
    if let [.., Seen::Text(_), Seen::Refused] = seen.as_slice() {
        seen.remove(seen.len() - 2);
    }
    seen
}

/// What is seen without blanks before tags, by passing over them or by leaving them out.
fn without_blanks(document: &str, quick: bool) -> Vec<Seen> {
    let mut tokens = Tokenizer::new(document);
    let mut seen = Vec::new();
    loop {
        let event = if quick {
            let event = tokens.next_token_skip_space();
            self::seen(&tokens, event)
        } else {
            next(&mut tokens)
        };
        if let Seen::Text(text) = &event
            && document[tokens.position()..].starts_with('<')
            && is_blank(text)
        {
            continue;
        }
        let is_start = matches!(event, Seen::Start(..));
        seen.push(event);
        if quick
            && is_start
            && let Some(text) = tokens.take_plain_text()
        {
            if !is_blank(text) {
                seen.push(Seen::Text(text.to_owned()));
            }
            seen.push(Seen::End);
        }
        if matches!(seen.last(), Some(Seen::Refused | Seen::Eof)) {
            return seen;
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
            without_last_text(ours),
            without_last_text(theirs),
            "{document:?}"
        );
    }
}

/// What documents are made of, whole and in pieces.
const TOKENS: [&str; 29] = [
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
fn every_sequence_of_four_tokens() {
    let mut document = String::new();
    for first in TOKENS {
        for second in TOKENS {
            for third in TOKENS {
                for fourth in TOKENS {
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

/// Numbers that look random and are always the same.
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
fn long_sequences_and_documents_with_mistakes() {
    let mut numbers = Numbers(42);
    for _ in 0..20_000 {
        let length = 5 + numbers.below(20);
        let tokens = (0..length).map(|_| TOKENS[numbers.below(TOKENS.len())]);
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
fn documents_of_engines() {
    for document in crate::corpus::documents() {
        let text = std::fs::read_to_string(&document).expect("a document");
        compare(&text);
    }
}

#[test]
fn references_are_replaced_alike() {
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
