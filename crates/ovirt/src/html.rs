//! Web pages in place of documents: what they say, for error messages.

use std::borrow::Cow;

/// The longest text of a page in a message, in characters.
const LONGEST: usize = 200;

/// The part of a body that is searched, in bytes. Java traces put the cause at the end.
const SEARCHED: usize = 64 << 10;

/// The part of a body to search for what a web page says.
pub(crate) fn searched(body: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(&body[..body.len().min(SEARCHED)])
}

/// What the web page says: the cause in a Java stack trace, a short text, or else its title.
/// Returns `None` if the body is not a web page.
pub(crate) fn summary(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    if !lower.contains("<html") && !lower.trim_start().starts_with("<!doctype html") {
        return None;
    }
    let title = between(page, &lower, "<title>", "</title").unwrap_or_default();
    let text = between(page, &lower, "<body", "</body").unwrap_or_default();
    // The rest of the start tag.
    let text = text.split_once('>').map_or("", |(_, text)| text);
    let summary = cause(text)
        .or_else(|| Some(plain(text)).filter(|text| is_short(text)))
        .unwrap_or_else(|| shorten(&plain(title)));
    Some(if summary.is_empty() {
        "no title".to_owned()
    } else {
        summary
    })
}

/// What a body says that is declared as a web page: that of a page, or its plain text.
pub(crate) fn text(body: &str) -> Option<String> {
    let plain_text = || Some(shorten(&plain(body))).filter(|text| !text.is_empty());
    summary(body).or_else(plain_text)
}

/// The innermost cause in a Java stack trace.
fn cause(text: &str) -> Option<String> {
    let (_, cause) = text.rsplit_once("Caused by: ")?;
    let line = cause.lines().next()?;
    let line = line.split_once("<br").map_or(line, |(line, _)| line);
    Some(shorten(&plain(line)))
}

fn between<'a>(page: &'a str, lower: &str, start: &str, end: &str) -> Option<&'a str> {
    let start = lower.find(start)? + start.len();
    let length = lower.get(start..)?.find(end);
    let end = length.map_or(page.len(), |length| start + length);
    page.get(start..end)
}

fn is_short(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= LONGEST
}

fn shorten(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Text without tags, entities, line breaks and control characters.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{summary, text};

    #[test]
    fn a_page_is_summarized_by_cause_text_or_title() {
        let long = "word ".repeat(100);
        let table = [
            ("", None),
            ("<fault><detail>html</detail></fault>", None),
            ("<html><title>cut", Some("cut")),
            ("<html>", Some("no title")),
            (
                "<!DOCTYPE html>\n<HTML><TITLE>502\n Proxy</TITLE>",
                Some("502 Proxy"),
            ),
            (
                "<html><head><title>Error</title></head><body>No &quot;x&quot;</body></html>",
                Some("No \"x\""),
            ),
            (
                "<html><title>ERROR</title><body class='a'><pre>java.lang.A: a\n\tat b\n\
                 Caused by: java.lang.B: broken\n\tat c</pre></body></html>",
                Some("java.lang.B: broken"),
            ),
            (
                &format!("<html><title>Long</title><body>{long}</body></html>"),
                Some("Long"),
            ),
        ];
        for (page, expected) in table {
            assert_eq!(summary(page).as_deref(), expected, "{page}");
        }
    }

    #[test]
    fn plain_text_is_shortened_and_has_no_control_characters() {
        assert_eq!(
            text("argument\x1b type\r\nmismatch").as_deref(),
            Some("argument type mismatch")
        );
        assert_eq!(text(&"x".repeat(1_000)).map(|text| text.len()), Some(200));
        assert_eq!(text(" "), None);
    }
}
