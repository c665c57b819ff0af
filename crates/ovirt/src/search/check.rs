//! Checks searches before they are sent, and translates the API's values into the engine's words.
//!
//! The engine responds to an invalid search with an empty list, so mistakes look like results.

use super::generated::SERVICES;
use super::table::{Entity, FieldKind};
use crate::suggestion::similar_or_all as advice;

/// How many conditions the translation of a search may multiply it to.
const MAX_GROUPS: usize = 16;

/// Whether the list of a service can be searched.
pub(crate) fn is_searchable(service: &str) -> bool {
    SERVICES
        .binary_search_by(|(own, _)| own.cmp(&service))
        .is_ok()
}

/// Checks a search of a service's list. Returns the text to send if it differs.
pub(crate) fn translate(service: &str, text: &str) -> Result<Option<String>, String> {
    let Ok(index) = SERVICES.binary_search_by(|(own, _)| own.cmp(&service)) else {
        return Ok(None);
    };
    let Some((_, entity)) = SERVICES.get(index) else {
        return Ok(None);
    };
    let mut query = Translation {
        groups: vec![String::new()],
        first_of_or: 0,
        changed: false,
    };
    let mut lexer = Lexer { rest: text };
    let mut suffix = "";
    while lexer.skip_blanks() {
        let before = lexer.rest;
        if let Some(quoted) = lexer.quoted()? {
            query.push(&[quoted]);
            continue;
        }
        let word = lexer.word();
        match word.to_ascii_lowercase().as_str() {
            "and" => {}
            "or" => query.begin_or(),
            "sortby" | "page" => {
                suffix = before;
                check_suffix(entity, before)?;
                break;
            }
            "" => return Err(format!("{before:?} is no condition")),
            _ => match lexer.operator() {
                Some(operator) => {
                    let conditions = condition(entity, word, operator, lexer.value()?)?;
                    query.changed |= conditions.translated;
                    query.push_any(operator, &conditions.texts);
                }
                None => query.push(&[word]),
            },
        }
    }
    Ok(query.changed.then(|| query.text(suffix)))
}

/// A search while it is being translated: alternatives, each a text with `and`s.
struct Translation {
    groups: Vec<String>,
    /// The first of the groups since the last `or`.
    first_of_or: usize,
    changed: bool,
}

impl Translation {
    fn begin_or(&mut self) {
        self.first_of_or = self.groups.len();
        self.groups.push(String::new());
    }

    /// Adds parts to the current alternatives.
    fn push(&mut self, parts: &[&str]) {
        for group in self.groups.iter_mut().skip(self.first_of_or) {
            for part in parts {
                if !group.is_empty() {
                    group.push_str(" and ");
                }
                group.push_str(part);
            }
        }
    }

    /// Adds conditions, one of which must hold, or all of them for `!=`. There are no parentheses,
    /// so alternatives repeat what they have in common.
    fn push_any(&mut self, operator: &str, conditions: &[String]) {
        let conditions: Vec<&str> = conditions.iter().map(String::as_str).collect();
        let common = self.groups.split_off(self.first_of_or);
        let limit = MAX_GROUPS / (self.groups.len() + common.len()).max(1);
        let (all, any) = match operator {
            "!=" => (conditions.as_slice(), &[""][..]),
            _ => (&[][..], conditions.as_slice()),
        };
        let mut groups = Vec::new();
        for group in common {
            for condition in any.iter().take(limit.max(1)) {
                let mut part = Self {
                    groups: vec![group.clone()],
                    first_of_or: 0,
                    changed: true,
                };
                match all {
                    [] => part.push(&[condition]),
                    all => part.push(all),
                }
                groups.append(&mut part.groups);
            }
        }
        self.groups.append(&mut groups);
    }

    fn text(&self, suffix: &str) -> String {
        let conditions = self.groups.join(" or ");
        match suffix {
            "" => conditions,
            suffix => format!("{conditions} {suffix}"),
        }
    }
}

/// The conditions to send for one.
struct Conditions {
    texts: Vec<String>,
    translated: bool,
}

fn condition(
    entity: &'static Entity,
    subject: &str,
    operator: &str,
    value: &str,
) -> Result<Conditions, String> {
    let as_given = || Conditions {
        texts: vec![format!("{subject}{operator}{value}")],
        translated: false,
    };
    let Some(kind) = field(entity, subject)? else {
        return Ok(as_given());
    };
    if !kind.operators().contains(&operator) {
        return Err(format!(
            "{subject} can be compared by {} only, not by {operator}",
            kind.operators().join(" ")
        ));
    }
    let bare = value.trim_matches('"');
    if let (FieldKind::Number, None) = (kind, number(bare)) {
        return Err(format!("{subject} is a number, and {bare:?} is not"));
    }
    let Some(words) = kind.words() else {
        return Ok(as_given());
    };
    let found = matching(words, bare);
    match found.as_slice() {
        [] => {
            let names = words.iter().map(|(word, _)| *word);
            Err(format!(
                "{bare:?} is no value of {subject}{}",
                advice(bare, names)
            ))
        }
        [word] if word.eq_ignore_ascii_case(bare) => Ok(as_given()),
        words => Ok(Conditions {
            texts: words
                .iter()
                .map(|word| format!("{subject}{operator}{word}"))
                .collect(),
            translated: true,
        }),
    }
}

/// The field that a condition or a sort key names; `None` for the free text of a related entity.
fn field(entity: &'static Entity, subject: &str) -> Result<Option<FieldKind>, String> {
    let unknown = |entity: &Entity, name: &str| {
        let fields = entity.fields.iter().map(|(name, _)| *name);
        let related = entity
            .related
            .iter()
            .flat_map(|(names, _)| names.iter().copied());
        let advice = advice(name, fields.chain(related));
        format!("{} cannot be searched by {name:?}{advice}", entity.name)
    };
    match subject.split_once('.') {
        Some((other, name)) => {
            let other = entity
                .related(other)
                .ok_or_else(|| unknown(entity, other))?;
            other
                .field(name)
                .map(Some)
                .ok_or_else(|| unknown(other, name))
        }
        None => match entity.field(subject) {
            Some(kind) => Ok(Some(kind)),
            None if entity.related(subject).is_some() => Ok(None),
            None => Err(unknown(entity, subject)),
        },
    }
}

/// The words for a value: one that is itself a word, or those for a value of the API.
fn matching(words: &'static [(&'static str, &'static str)], value: &str) -> Vec<&'static str> {
    let plain = |text: &str| text.replace(['_', '-', ' '], "").to_ascii_lowercase();
    let value_is = |name: &str| plain(name) == plain(value);
    if let Some((word, _)) = words.iter().find(|(word, _)| value_is(word)) {
        return vec![word];
    }
    let found = words.iter().filter(|(_, name)| value_is(name));
    found.map(|(word, _)| *word).collect()
}

fn number(text: &str) -> Option<f64> {
    text.trim_end_matches('%').parse().ok()
}

/// Checks `sortby FIELD` and `page NUMBER`.
fn check_suffix(entity: &'static Entity, suffix: &str) -> Result<(), String> {
    let words: Vec<&str> = suffix.split_ascii_whitespace().collect();
    let mut words = words.as_slice();
    while let [keyword, argument, rest @ ..] = words {
        if keyword.eq_ignore_ascii_case("sortby") {
            field(entity, argument)?;
        }
        words = rest;
    }
    Ok(())
}

struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Lexer<'a> {
    /// Skips blanks; returns whether something follows.
    fn skip_blanks(&mut self) -> bool {
        self.rest = self.rest.trim_start();
        !self.rest.is_empty()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// A text in quotation marks, which stay.
    fn quoted(&mut self) -> Result<Option<&'a str>, String> {
        let Some(inner) = self.rest.strip_prefix('"') else {
            return Ok(None);
        };
        let end = inner.find('"').ok_or("a quotation mark is not closed")?;
        Ok(Some(self.take(end + 2)))
    }

    fn word(&mut self) -> &'a str {
        let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '!' | '<' | '>' | '"');
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        self.take(end)
    }

    fn operator(&mut self) -> Option<&'a str> {
        self.skip_blanks();
        let operators = ["!=", "<=", ">=", "=", "<", ">"];
        let found = operators.into_iter().find(|own| self.rest.starts_with(own));
        found.map(|own| self.take(own.len()))
    }

    fn value(&mut self) -> Result<&'a str, String> {
        self.skip_blanks();
        if let Some(quoted) = self.quoted()? {
            return Ok(quoted);
        }
        let end = self
            .rest
            .find(char::is_whitespace)
            .unwrap_or(self.rest.len());
        Ok(self.take(end))
    }
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn valid_searches_are_sent_as_given() {
        for text in [
            "",
            "web",
            "\"web 1\" and name = web*",
            "name=web* and status=up or cluster=Default host.status=Up sortby name asc page 2",
            "host.status!=Up or Events.severity>normal",
            "NAME=\"and or\" and memory>=4096 and cpu_usage<50%",
            "uptime>Yesterday",
            "host = node*",
            "sortby memory desc",
            "quota=null",
        ] {
            assert_eq!(translate("vms", text), Ok(None), "{text}");
        }
        // The engine ignores searches of these.
        assert_eq!(translate("bookmarks", "nothing=1"), Ok(None));
    }

    #[test]
    fn values_of_the_api_become_words_of_searches() {
        for (service, text, expected) in [
            ("vms", "status=powering_up", "status=PoweringUp"),
            (
                "vms",
                "status = \"powering up\" sortby name",
                "status=PoweringUp sortby name",
            ),
            ("hosts", "status=non_responsive", "status=NonResponsive"),
            ("data_centers", "status=problematic", "status=NonResponsive"),
            (
                "vms",
                "a and status!=not_responding",
                "a and status!=NotResponding",
            ),
            (
                "vms",
                "name=a status=migrating or name=b",
                "name=a and status=MigratingFrom or name=a and status=MigratingTo or name=b",
            ),
            (
                "vms",
                "name=a or name=b and status!=migrating",
                "name=a or name=b and status!=MigratingFrom and status!=MigratingTo",
            ),
            ("hosts", "vms.status=powering_up", "vms.status=PoweringUp"),
        ] {
            assert_eq!(
                translate(service, text),
                Ok(Some(expected.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn mistakes_are_errors_with_suggestions() {
        for (text, expected) in [
            (
                "nmae=web",
                "VMs cannot be searched by \"nmae\": did you mean \"name\"?",
            ),
            (
                "hots.name=a",
                "VMs cannot be searched by \"hots\": did you mean \"hosts\" or \"host\" or",
            ),
            (
                "host.nmae=a",
                "hosts cannot be searched by \"nmae\": did you mean \"name\"?",
            ),
            (
                "sortby stauts",
                "VMs cannot be searched by \"stauts\": did you mean \"status\"?",
            ),
            ("status=runing", "\"runing\" is no value of status"),
            ("name<a", "name can be compared by = != only, not by <"),
            ("memory=much", "memory is a number, and \"much\" is not"),
            ("name=\"a", "a quotation mark is not closed"),
            ("=a", "\"=a\" is no condition"),
        ] {
            let error = translate("vms", text).expect_err(text);
            assert!(error.starts_with(expected), "{text}: {error}");
        }
    }
}
