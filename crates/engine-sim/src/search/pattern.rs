//! Wildcard patterns.

use std::borrow::Cow;

/// A pattern in which `*` matches any text.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The literal parts between the wildcards.
    parts: Vec<String>,
    case_sensitive: bool,
}

impl Pattern {
    pub(super) fn new(text: &str, case_sensitive: bool) -> Self {
        let text = if case_sensitive {
            Cow::Borrowed(text)
        } else {
            to_lower(text)
        };
        Self {
            parts: text.split('*').map(str::to_owned).collect(),
            case_sensitive,
        }
    }

    /// Returns a pattern that matches any text containing `text`.
    pub(super) fn containing(text: &str, case_sensitive: bool) -> Self {
        Self::new(&format!("*{text}*"), case_sensitive)
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        if self.case_sensitive {
            self.matches_normalized(text)
        } else {
            self.matches_normalized(&to_lower(text))
        }
    }

    fn matches_normalized(&self, text: &str) -> bool {
        let [first, middle @ .., last] = self.parts.as_slice() else {
            return self.parts.first().is_some_and(|only| only == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else {
            return false;
        };
        for part in middle {
            match rest.find(part).and_then(|at| rest.get(at + part.len()..)) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        rest.ends_with(last)
    }
}

/// Returns a text in lower case. Borrows it if it is already.
pub(super) fn to_lower(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
    {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn star_matches_any_text() {
        for (text, pattern, expected) in [
            ("web1", "web*", true),
            ("web1", "*eb*", true),
            ("Web1", "WEB1", true),
            ("web1", "web", false),
            ("a-b-c", "a*b*c", true),
            ("ab", "*b*b", false),
            ("ab", "ab*b", false),
            ("aba", "ab*ba", false),
            ("", "*", true),
            ("", "", true),
            ("a_b", "a_b", true),
            ("axb", "a_b", false),
            ("a%", "a%", true),
            ("ÄÖ", "äö", true),
        ] {
            let pattern = Pattern::new(pattern, false);
            assert_eq!(pattern.matches(text), expected, "{text} {pattern:?}");
        }
        assert!(!Pattern::new("WEB*", true).matches("web1"));
        assert!(Pattern::new("we*", true).matches("web1"));
        assert!(Pattern::containing("b", true).matches("abc"));
    }
}
