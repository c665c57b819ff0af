//! Addresses such as `web1/nic1`: how objects are named on the command line.

use crate::failure::Failure;
use crate::value::text::is_uuid;

/// How one level of an address names its objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// By its identifier, with no request to find it.
    Id(String),
    /// By its name, exactly.
    Name(String),
    /// All whose names match a pattern of `*`, `?` and `[a-z]`.
    Pattern(String),
}

/// An address: a part for each level, outermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
}

impl Address {
    /// Parses an address; `\` makes the next character a part of a name.
    ///
    /// # Errors
    ///
    /// An empty level.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let parts = split(text).into_iter().map(|part| part.parse());
        let parts = parts.collect::<Option<Vec<_>>>().ok_or_else(|| {
            Failure::usage(format!(
                "the address {text:?} has an empty level: use one such as web1 or web1/nic1"
            ))
        })?;
        Ok(Self {
            text: text.to_owned(),
            parts,
        })
    }

    /// Whether it can mean several objects.
    pub(crate) fn is_pattern(&self) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::Pattern(_)))
    }
}

/// The characters of a level, and whether each was escaped.
struct Characters(Vec<(char, bool)>);

fn split(text: &str) -> Vec<Characters> {
    let mut levels = vec![Characters(Vec::new())];
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let (character, escaped) = match character {
            '\\' => (characters.next().unwrap_or('\\'), true),
            other => (other, false),
        };
        match levels.last_mut() {
            Some(Characters(level)) if escaped || character != '/' => {
                level.push((character, escaped))
            }
            _ => levels.push(Characters(Vec::new())),
        }
    }
    levels
}

impl Characters {
    fn parse(self) -> Option<Part> {
        let text: String = self.0.iter().map(|(character, _)| character).collect();
        if let Some(id) = text.strip_prefix("id:") {
            return (!id.is_empty()).then(|| Part::Id(id.to_owned()));
        }
        if let Some(name) = text.strip_prefix("name:") {
            return (!name.is_empty()).then(|| Part::Name(name.to_owned()));
        }
        let is_special =
            |(character, escaped): &(char, bool)| !escaped && matches!(character, '*' | '?' | '[');
        if text.is_empty() {
            None
        } else if self.0.iter().any(is_special) {
            Some(Part::Pattern(text))
        } else if is_uuid(&text) {
            Some(Part::Id(text))
        } else {
            Some(Part::Name(text))
        }
    }
}

/// Writes a name so that it is parsed as that name.
pub(crate) fn escape(name: &str) -> String {
    let looks_different = is_uuid(name) || name.starts_with("id:") || name.starts_with("name:");
    let mut escaped = if looks_different {
        "name:".to_owned()
    } else {
        String::new()
    };
    for character in name.chars() {
        if matches!(character, '/' | '\\' | '*' | '?' | '[') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Whether a name matches a pattern of `*`, `?` and `[a-z]`.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (mut p, mut n) = (0, 0);
    // Where to go on when a later part does not match: one more letter for the last `*`.
    let mut retry: Option<(usize, usize)> = None;
    while n < name.len() {
        if pattern.get(p) == Some(&'*') {
            retry = Some((p + 1, n));
            p += 1;
            continue;
        }
        if let Some(next) = one(&pattern, p, name[n]) {
            (p, n) = (next, n + 1);
            continue;
        }
        match retry {
            Some((after, start)) => {
                retry = Some((after, start + 1));
                (p, n) = (after, start + 1);
            }
            None => return false,
        }
    }
    pattern[p..].iter().all(|character| *character == '*')
}

/// The position after the part of a pattern that matches one letter.
fn one(pattern: &[char], at: usize, letter: char) -> Option<usize> {
    match pattern.get(at)? {
        '?' => Some(at + 1),
        '[' => {
            let length = pattern[at..]
                .iter()
                .position(|character| *character == ']')?;
            let (set, end) = (&pattern[at + 1..at + length], at + length + 1);
            let mut rest = set;
            while let [first, tail @ ..] = rest {
                if let ['-', last, after @ ..] = tail {
                    if (*first..=*last).contains(&letter) {
                        return Some(end);
                    }
                    rest = after;
                } else {
                    if *first == letter {
                        return Some(end);
                    }
                    rest = tail;
                }
            }
            None
        }
        other => (*other == letter).then_some(at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_identifiers_names_or_patterns() {
        let uuid = "5c1f0000-0000-0000-0000-00000000000a";
        let id = |id: &str| Part::Id(id.to_owned());
        let name = |name: &str| Part::Name(name.to_owned());
        let pattern = |pattern: &str| Part::Pattern(pattern.to_owned());
        for (text, parts) in [
            ("web1", vec![name("web1")]),
            ("web1/nic1", vec![name("web1"), name("nic1")]),
            (uuid, vec![id(uuid)]),
            ("id:7/x", vec![id("7"), name("x")]),
            ("name:id:7", vec![name("id:7")]),
            ("web-*", vec![pattern("web-*")]),
            (r"a\/b", vec![name("a/b")]),
            (r"a\*", vec![name("a*")]),
        ] {
            assert_eq!(Address::parse(text).unwrap().parts, parts, "{text}");
        }
        for text in ["", "/", "web1/", "a//b", "id:"] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_escaped_name_is_parsed_as_that_name() {
        for name in [
            "web1",
            "a/b",
            "x*",
            "id:7",
            "5c1f0000-0000-0000-0000-00000000000a",
            r"a\b",
        ] {
            let parts = Address::parse(&escape(name)).unwrap().parts;
            assert_eq!(parts, [Part::Name(name.to_owned())], "{name}");
        }
    }

    #[test]
    fn patterns_match_whole_names() {
        for (pattern, name, expected) in [
            ("web-*", "web-1", true),
            ("web-*", "my-web-1", false),
            ("*a*b", "xaxxb", true),
            ("*a*b", "xaxxbc", false),
            ("db-[0-9]?", "db-12", true),
            ("db-[0-9]?", "db-x2", false),
            ("[ab]", "b", true),
            ("*", "", true),
            ("?", "", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
