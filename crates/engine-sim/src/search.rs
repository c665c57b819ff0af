//! The search language, as far as names and other members of the objects go:
//! `name=web* and status=up or id=1 sortby name desc page 2`.
//!
//! What can't be understood finds nothing, as in a real engine.

use ovirt_model::Struct;

use crate::node::Node;
use crate::world::World;

/// The objects that a search finds, of the page that it asks for.
pub(crate) fn run(
    world: &World,
    kind: &Struct,
    objects: Vec<Node>,
    text: &str,
    case_sensitive: bool,
    max: Option<i64>,
) -> Vec<Node> {
    let Some(query) = lex(text).and_then(|words| parse(&words)) else {
        return Vec::new();
    };
    if !query.fields().all(|field| is_known(world, kind, field)) {
        return Vec::new();
    }
    let mut found: Vec<Node> = objects
        .into_iter()
        .filter(|object| query.matches(world, object, case_sensitive))
        .collect();
    if let Some((field, descending)) = &query.sort {
        found.sort_by_key(|object| {
            value(world, object, field)
                .unwrap_or_default()
                .to_lowercase()
        });
        if *descending {
            found.reverse();
        }
    }
    match (usize::try_from(max.unwrap_or(-1)), query.page) {
        (Ok(size), page) => {
            let skip = size.saturating_mul(page.unwrap_or(1).saturating_sub(1));
            found.into_iter().skip(skip).take(size).collect()
        }
        // Without a size all is on the first page.
        (Err(_), Some(page)) if page > 1 => Vec::new(),
        (Err(_), _) => found,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Text(String),
    Quoted(String),
    Operator(&'static str),
}

fn lex(text: &str) -> Option<Vec<Word>> {
    const OPERATORS: &[&str] = &["!=", "<=", ">=", "=", "<", ">"];
    if text.contains(['\'', ';']) {
        return None;
    }
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        if let Some(operator) = OPERATORS
            .iter()
            .find(|operator| rest.starts_with(**operator))
        {
            words.push(Word::Operator(operator));
            rest = rest.get(operator.len()..)?;
        } else if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, after) = quoted.split_once('"')?;
            words.push(Word::Quoted(inside.to_owned()));
            rest = after;
        } else {
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '=' | '<' | '>' | '!' | '"'))
                .unwrap_or(rest.len());
            if end == 0 {
                return None;
            }
            words.push(Word::Text(rest.get(..end)?.to_owned()));
            rest = rest.get(end..)?;
        }
        rest = rest.trim_start();
    }
    Some(words)
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Query {
    /// Alternatives, each a list of conditions that must all hold.
    any: Vec<Vec<Condition>>,
    sort: Option<(String, bool)>,
    page: Option<usize>,
}

#[derive(Debug, PartialEq, Eq)]
struct Condition {
    /// Absent for a text that may be in any member.
    field: Option<String>,
    operator: &'static str,
    value: String,
}

fn parse(words: &[Word]) -> Option<Query> {
    let mut query = Query {
        any: vec![Vec::new()],
        ..Query::default()
    };
    let mut rest = words;
    loop {
        rest = match rest {
            [] => return Some(query),
            [Word::Text(word), tail @ ..] if is(word, "and") => tail,
            [Word::Text(word), tail @ ..] if is(word, "or") => {
                query.any.push(Vec::new());
                tail
            }
            [Word::Text(word), Word::Text(field), tail @ ..] if is(word, "sortby") => {
                let (descending, tail) = match tail {
                    [Word::Text(word), tail @ ..] if is(word, "asc") => (false, tail),
                    [Word::Text(word), tail @ ..] if is(word, "desc") => (true, tail),
                    [] => (false, tail),
                    _ => return None,
                };
                query.sort = Some((field.to_lowercase(), descending));
                tail
            }
            [Word::Text(word), Word::Text(number)] if is(word, "page") => {
                query.page = Some(number.parse().ok().filter(|page| *page > 0)?);
                return Some(query);
            }
            [
                Word::Text(field),
                Word::Operator(operator),
                value,
                tail @ ..,
            ] => {
                let (Word::Text(value) | Word::Quoted(value)) = value else {
                    return None;
                };
                let field = Some(field.to_lowercase());
                let condition = Condition {
                    field,
                    operator,
                    value: value.clone(),
                };
                query.any.last_mut()?.push(condition);
                tail
            }
            [Word::Text(value) | Word::Quoted(value), tail @ ..] => {
                let condition = Condition {
                    field: None,
                    operator: "=",
                    value: format!("*{value}*"),
                };
                query.any.last_mut()?.push(condition);
                tail
            }
            [Word::Operator(_), ..] => return None,
        };
    }
}

fn is(word: &str, keyword: &str) -> bool {
    word.eq_ignore_ascii_case(keyword)
}

impl Query {
    fn fields(&self) -> impl Iterator<Item = &str> {
        let conditions = self.any.iter().flatten().filter_map(|c| c.field.as_deref());
        conditions.chain(self.sort.iter().map(|(field, _)| field.as_str()))
    }

    fn matches(&self, world: &World, object: &Node, case_sensitive: bool) -> bool {
        self.any.iter().any(|all| {
            all.iter()
                .all(|condition| condition.matches(world, object, case_sensitive))
        })
    }
}

/// The member behind a field, where it isn't called the same.
fn member(field: &str) -> &str {
    match field {
        "alias" => "name",
        "datacenter" => "data_center",
        "compatibility_level" | "compatibility_version" => "version",
        "size" => "provisioned_size",
        "usrname" => "user_name",
        field => field,
    }
}

fn is_known(world: &World, kind: &Struct, field: &str) -> bool {
    let first = member(field).split('.').next().unwrap_or_default();
    matches!(first, "id" | "correlation_id")
        || world.schema.member(kind, first).is_some()
        || world.schema.home(first).is_some()
}

/// What an object has for a field: a text, or the name of what it refers to.
fn value(world: &World, object: &Node, field: &str) -> Option<String> {
    let field = member(field);
    if let Some(text) = object.get(field).filter(|text| !text.is_empty()) {
        return Some(text.to_owned());
    }
    let (tag, rest) = field.split_once('.').unwrap_or((field, "name"));
    let reference = object.child(tag)?;
    let home = world.schema.home(tag)?;
    world
        .store
        .get(home, reference.id())?
        .get(rest)
        .map(str::to_owned)
}

impl Condition {
    fn matches(&self, world: &World, object: &Node, case_sensitive: bool) -> bool {
        let Some(field) = &self.field else {
            return object
                .children
                .iter()
                .any(|child| like(&child.text, &self.value, false));
        };
        let found = value(world, object, field);
        if let (Some(found), Ok(wanted)) = (
            found.as_ref().and_then(|found| found.parse::<f64>().ok()),
            self.value.parse::<f64>(),
        ) {
            return match self.operator {
                "<" => found < wanted,
                ">" => found > wanted,
                "<=" => found <= wanted,
                ">=" => found >= wanted,
                "!=" => (found - wanted).abs() > f64::EPSILON,
                _ => (found - wanted).abs() <= f64::EPSILON,
            };
        }
        // Engines have names of their own for values: `PoweringUp` is `powering_up`.
        let equal = found.is_some_and(|found| {
            like(&found, &self.value, case_sensitive)
                || field == "status" && like(&found.replace('_', ""), &self.value, false)
        });
        match self.operator {
            "=" => equal,
            "!=" => !equal,
            _ => false,
        }
    }
}

/// Whether a text fits a pattern in which `*` stands for anything.
fn like(text: &str, pattern: &str, case_sensitive: bool) -> bool {
    if !case_sensitive {
        return like(&text.to_lowercase(), &pattern.to_lowercase(), true);
    }
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part).and_then(|at| rest.get(at + part.len()..)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::{lex, like, parse};

    #[test]
    fn patterns() {
        for (text, pattern, expected) in [
            ("web1", "web*", true),
            ("web1", "*eb*", true),
            ("web1", "WEB1", true),
            ("web1", "web", false),
            ("a-b-c", "a*b*c", true),
            ("ab", "*b*b", false),
        ] {
            assert_eq!(like(text, pattern, false), expected, "{text} {pattern}");
        }
    }

    #[test]
    fn what_is_no_query_is_refused() {
        for text in [
            "name=",
            "=x",
            "name='x'",
            "name=\"x",
            "sortby name page 2",
            "page 0",
            "a ! b",
        ] {
            assert_eq!(lex(text).and_then(|words| parse(&words)), None, "{text}");
        }
        let query = lex("name = web* and status!=up or id=1 sortby name desc page 2");
        let query = query.and_then(|words| parse(&words)).expect("a query");
        assert_eq!(query.any.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(
            (query.sort, query.page),
            (Some(("name".to_owned(), true)), Some(2))
        );
    }
}
