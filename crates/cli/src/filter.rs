//! `--where`: conditions on members, evaluated here rather than by the engine.
//!
//! ```text
//! condition := all { "or" all }
//! all       := single { "and" single }
//! single    := "not" single | "(" condition ")" | PATH [ OPERATOR VALUE ]
//! OPERATOR  := = != < <= > >= ~ !~
//! ```
//!
//! `~` compares with a pattern such as `web-*`; one without special characters may be anywhere in
//! the text. A path alone holds if the member is set and not false.

use std::cmp::Ordering;
use std::time::SystemTime;

use serde_json::Value;

use crate::address;
use crate::failure::Failure;
use crate::value::{computed, unit};

/// A condition that objects must meet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    /// Always met.
    Anything,
    Not(Box<Filter>),
    All(Vec<Filter>),
    Any(Vec<Filter>),
    IsSet(String),
    Compare(String, Comparison, String),
}

/// How a member is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Different,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Like,
    Unlike,
}

const OPERATORS: &[(&str, Comparison)] = &[
    ("!=", Comparison::Different),
    ("!~", Comparison::Unlike),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("=", Comparison::Equal),
    ("~", Comparison::Like),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

/// Checks a path and returns it as the model has it.
type Check<'a> = &'a dyn Fn(&str) -> Result<String, Failure>;

impl Filter {
    /// Parses conditions that must all be met.
    ///
    /// # Errors
    ///
    /// Wrong syntax, or a path that `check` refuses.
    pub(crate) fn parse_all(
        conditions: &[String],
        check: impl Fn(&str) -> Result<String, Failure>,
    ) -> Result<Self, Failure> {
        let parsed = conditions.iter().map(|text| Self::parse(text, &check));
        Ok(match parsed.collect::<Result<Vec<_>, _>>()?.as_slice() {
            [] => Self::Anything,
            [only] => only.clone(),
            several => Self::All(several.to_vec()),
        })
    }

    fn parse(text: &str, check: Check<'_>) -> Result<Self, Failure> {
        let wrong = |reason: &str| {
            Failure::usage(format!("the condition {text:?} is not valid: {reason}"))
                .hint("use one such as \"status=up and memory>4GiB and not name~test-*\"")
        };
        let words = words(text).ok_or_else(|| wrong("a quote is not closed"))?;
        let mut parser = Parser {
            words: &words,
            check,
            depth: 0,
        };
        let parsed = parser.any().map_err(|error| match error {
            ParseError::Syntax(reason) => wrong(&reason),
            ParseError::Path(failure) => failure,
        })?;
        match parser.words.first() {
            None => Ok(parsed),
            Some(word) => Err(wrong(&format!(
                "there is no `and` or `or` before {:?}",
                word.text()
            ))),
        }
    }

    /// The paths of the members that it looks at.
    pub(crate) fn paths(&self) -> Vec<&str> {
        match self {
            Self::Anything => Vec::new(),
            Self::Not(inner) => inner.paths(),
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::paths).collect(),
            Self::IsSet(path) | Self::Compare(path, ..) => vec![path],
        }
    }

    /// Whether an object meets the condition.
    pub(crate) fn matches(&self, object: &Value) -> bool {
        match self {
            Self::Anything => true,
            Self::Not(inner) => !inner.matches(object),
            Self::All(parts) => parts.iter().all(|part| part.matches(object)),
            Self::Any(parts) => parts.iter().any(|part| part.matches(object)),
            Self::IsSet(path) => !matches!(
                computed::get(object, path),
                Value::Null | Value::Bool(false)
            ),
            Self::Compare(path, operator, value) => {
                let found = computed::get(object, path);
                match operator {
                    Comparison::Different => !any(&found, Comparison::Equal, value),
                    Comparison::Unlike => !any(&found, Comparison::Like, value),
                    operator => any(&found, *operator, value),
                }
            }
        }
    }
}

/// Whether a value, or an item of a list, compares so.
fn any(found: &Value, operator: Comparison, wanted: &str) -> bool {
    match found {
        Value::Array(items) => items.iter().any(|item| any(item, operator, wanted)),
        Value::Null => false,
        // A link is compared by its name and its identifier.
        Value::Object(map) => {
            let parts = ["name", "id"].iter().filter_map(|name| map.get(*name));
            let mut parts = parts.filter(|part| part.is_string());
            parts.any(|part| any(part, operator, wanted))
        }
        found => one(found, operator, wanted),
    }
}

fn one(found: &Value, operator: Comparison, wanted: &str) -> bool {
    let text = match found {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if operator == Comparison::Like {
        let is_pattern = wanted.contains(['*', '?', '[']);
        return if is_pattern {
            address::matches(wanted, &text)
        } else {
            text.contains(wanted)
        };
    }
    let order = match found {
        Value::Number(number) => {
            let size = || unit::size(wanted).map(|size| size as f64);
            let wanted = wanted.parse::<f64>().ok().or_else(size);
            number
                .as_f64()
                .zip(wanted)
                .map(|(found, wanted)| found.total_cmp(&wanted))
        }
        _ => None,
    };
    let order = order.or_else(|| Some(seconds(&text)?.cmp(&seconds(wanted)?)));
    let order = order.unwrap_or_else(|| text.as_str().cmp(wanted));
    match operator {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
        Comparison::Different | Comparison::Unlike | Comparison::Like => false,
    }
}

/// Seconds since the Unix epoch of a date, or of one such as `-2h`.
fn seconds(text: &str) -> Option<i64> {
    match unit::relative_date(text, SystemTime::now()) {
        Some(date) => unit::seconds(&date),
        None => unit::seconds(text),
    }
}

/// A word of a condition.
#[derive(Clone, Debug, PartialEq)]
enum Word {
    Text(String),
    Quoted(String),
    Comparison(Comparison),
    Open,
    Close,
}

impl Word {
    fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Quoted(text) => text.clone(),
            Self::Comparison(_) => "an operator".to_owned(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
        }
    }
}

/// Splits a condition into words; `None` if a quote is not closed.
fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let operator = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign));
        if let Some((sign, operator)) = operator {
            words.push(Word::Comparison(*operator));
            rest = &rest[sign.len()..];
        } else if let '\'' | '"' = first {
            let (quoted, after) = rest[1..].split_once(first)?;
            words.push(Word::Quoted(quoted.to_owned()));
            rest = after;
        } else if let '(' | ')' = first {
            words.push(if first == '(' {
                Word::Open
            } else {
                Word::Close
            });
            rest = &rest[1..];
        } else {
            let ends = |c: char| c.is_whitespace() || "=!<>~()".contains(c);
            let end = rest.find(ends).unwrap_or(rest.len()).max(first.len_utf8());
            words.push(Word::Text(rest[..end].to_owned()));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    Some(words)
}

/// How deep parentheses can be nested.
const MAX_DEPTH: usize = 50;

struct Parser<'a> {
    words: &'a [Word],
    check: Check<'a>,
    depth: usize,
}

enum ParseError {
    Syntax(String),
    Path(Failure),
}

impl Parser<'_> {
    fn next(&mut self) -> Option<Word> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first.clone())
    }

    /// Skips a word such as `and`.
    fn skip(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&Word::Text(word.to_owned()));
        if found {
            self.words = &self.words[1..];
        }
        found
    }

    fn any(&mut self) -> Result<Filter, ParseError> {
        let mut parts = vec![self.all()?];
        while self.skip("or") {
            parts.push(self.all()?);
        }
        Ok(join(parts, Filter::Any))
    }

    fn all(&mut self) -> Result<Filter, ParseError> {
        let mut parts = vec![self.single()?];
        while self.skip("and") {
            parts.push(self.single()?);
        }
        Ok(join(parts, Filter::All))
    }

    fn single(&mut self) -> Result<Filter, ParseError> {
        let syntax = |reason: &str| ParseError::Syntax(reason.to_owned());
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(syntax("it is nested too deeply"));
        }
        let parsed = if self.skip("not") {
            Filter::Not(Box::new(self.single()?))
        } else {
            match self.next() {
                Some(Word::Open) => {
                    let inner = self.any()?;
                    match self.next() {
                        Some(Word::Close) => inner,
                        _ => return Err(syntax("a parenthesis is not closed")),
                    }
                }
                Some(Word::Text(path)) => self.comparison(&path)?,
                _ => return Err(syntax("there is no member where one should be")),
            }
        };
        self.depth -= 1;
        Ok(parsed)
    }

    fn comparison(&mut self, path: &str) -> Result<Filter, ParseError> {
        let path = (self.check)(path).map_err(ParseError::Path)?;
        let Some(Word::Comparison(operator)) = self.words.first() else {
            return Ok(Filter::IsSet(path));
        };
        let operator = *operator;
        self.words = &self.words[1..];
        match self.next() {
            Some(Word::Text(value) | Word::Quoted(value)) => {
                Ok(Filter::Compare(path, operator, value))
            }
            _ => Err(ParseError::Syntax(format!(
                "{path} is compared with nothing"
            ))),
        }
    }
}

fn join(mut parts: Vec<Filter>, several: fn(Vec<Filter>) -> Filter) -> Filter {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => several(parts.into_iter().chain(last).collect()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn parse(text: &str) -> Result<Filter, String> {
        Filter::parse_all(&[text.to_owned()], |path| match path {
            "wrong" => Err(Failure::usage("there is no `wrong`")),
            path => Ok(path.to_owned()),
        })
        .map_err(|failure| failure.message)
    }

    #[test]
    fn conditions_compare_members() {
        let vm = json!({
            "name": "web-1", "status": "up", "memory": 4_294_967_296_i64, "stateless": false,
            "cluster": {"id": "7", "name": "Default"}, "cpu": {"cores": 2},
            "start_time": "2025-12-31T23:30:00Z", "tags": [{"name": "a"}, {"name": "b c"}],
        });
        for (condition, expected) in [
            ("status=up", true),
            ("status!=up", false),
            ("memory>=4GiB", true),
            ("memory > 4GiB", false),
            ("memory>900", true),
            ("name~web-*", true),
            ("name~eb", true),
            ("name!~eb", false),
            ("cluster=Default", true),
            ("cluster=7", true),
            ("cpu.cores=2 and status=down", false),
            ("cpu.cores=2 and status=down or name=web-1", true),
            ("cpu.cores=2 and (status=down or name=web-1)", true),
            ("not status=down", true),
            ("tags=a", true),
            ("start_time>2026-01-01T00:00:00+01:00", true),
            ("start_time<-1h", true),
            ("tags='b c'", true),
            ("tags=c", false),
            ("stateless", false),
            ("cluster", true),
            ("missing=1", false),
            ("missing!=1", true),
        ] {
            assert_eq!(
                parse(condition).map(|it| it.matches(&vm)),
                Ok(expected),
                "{condition}"
            );
        }
    }

    #[test]
    fn wrong_conditions_say_what_is_wrong() {
        let deep = "(".repeat(100);
        for (condition, part) in [
            ("", "no member"),
            ("status=", "compared with nothing"),
            ("status=up name=x", "no `and` or `or` before"),
            ("(status=up", "not closed"),
            ("name='x", "quote is not closed"),
            ("wrong=1", "there is no `wrong`"),
            (deep.as_str(), "nested too deeply"),
        ] {
            let message = parse(condition).unwrap_err();
            assert!(message.contains(part), "{condition}: {message}");
        }
    }
}
