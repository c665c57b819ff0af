//! Texts of errors: on one line, without control characters, and not too long.

use ovirt_types::__private::printable;

/// The longest message in the text of an error, in characters.
const LONGEST: usize = 500;

/// Replaces line breaks and control characters, such as those of terminal escape sequences, by
/// spaces: a server must not be able to forge lines of a log.
pub(super) fn one_line(text: impl Into<String>) -> String {
    let text = text.into();
    // Nearly always, such as for the path of each request.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text;
    }
    text.chars().map(printable).collect()
}

/// The text, or its beginning if it is too long.
pub(super) fn shorten(text: &str) -> (&str, &'static str) {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), "…"),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{one_line, shorten};

    #[test]
    fn a_line_has_no_control_characters() {
        assert_eq!(
            one_line("a\r\nERROR b\t\u{1b}[31mc\u{9b}\u{202e}\u{2028}d\u{0}"),
            "a  ERROR b  [31mc   d "
        );
        assert_eq!(one_line("ein schöner Text  "), "ein schöner Text  ");
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(shorten("ä"), ("ä", ""));
        let long = "ä".repeat(501);
        assert_eq!(shorten(&long), (&long[..1000], "…"));
    }
}
