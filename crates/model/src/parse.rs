//! Parses the model's text format: a line is a fact, indentation nests it.

use std::fmt;

use crate::item::{
    Direction, Enum, Item, Locator, Member, Method, MethodKind, Needs, NeedsKind, Parameter,
    Service, Shared, Since, Struct, Type, Value, Variant,
};
use crate::unit::Unit;

/// A syntax error in a model file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Line number, from 1.
    pub line: usize,
    /// The error message.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

type Result<T> = std::result::Result<T, String>;

/// Parses the items of a model file, in order.
///
/// # Errors
///
/// The first line that violates the format described in `data/README.md`.
pub fn parse(text: &str) -> std::result::Result<Vec<Item>, ParseError> {
    let mut items = Vec::new();
    for (index, line) in text.lines().enumerate() {
        Line::split(line)
            .and_then(|line| line.map_or(Ok(()), |line| add_line(&mut items, line)))
            .map_err(|message| ParseError {
                line: index + 1,
                message,
            })?;
    }
    Ok(items)
}

/// A line, split into its parts: `  head word word since 4.1 deprecated 4.3 -- text`.
struct Line<'a> {
    depth: usize,
    words: Vec<&'a str>,
    since: Since,
    doc: String,
}

impl<'a> Line<'a> {
    /// `None` for empty lines and comments.
    fn split(line: &'a str) -> Result<Option<Self>> {
        let content = line.trim_start_matches(' ');
        if content.is_empty() || content.starts_with('#') {
            return Ok(None);
        }
        let blanks = line.len() - content.len();
        if !blanks.is_multiple_of(2) {
            return Err("indentation goes in steps of two blanks".to_owned());
        }
        let (facts, doc) = match separator(content) {
            Some(at) => (&content[..at], content[at + 4..].trim()),
            None => (content.trim_end().trim_end_matches(" --"), ""),
        };
        let mut words: Vec<&str> = facts.split_ascii_whitespace().collect();
        let since = take_since(&mut words)?;
        Ok(Some(Self {
            depth: blanks / 2,
            words,
            since,
            doc: doc.to_owned(),
        }))
    }
}

/// Position of the ` -- ` in front of a description.
fn separator(content: &str) -> Option<usize> {
    let dashes = memchr::memchr_iter(b'-', content.as_bytes());
    let mut before = dashes.map(|at| at.saturating_sub(1));
    before.find(|at| content.as_bytes()[*at..].starts_with(b" -- "))
}

fn is_version(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// Strips `since VERSION` and `deprecated [VERSION]` from the end.
fn take_since(words: &mut Vec<&str>) -> Result<Since> {
    let mut since = Since::default();
    if let Some(at) = words.iter().rposition(|word| *word == "deprecated") {
        match &words[at + 1..] {
            [] => {}
            [version] if is_version(version) => {
                since.deprecated_since = Some((*version).to_owned())
            }
            _ => return Err("`deprecated` is the last fact of a line".to_owned()),
        }
        since.deprecated = true;
        words.truncate(at);
    }
    if let [.., "since", version] = words.as_slice() {
        since.since = Some((*version).to_owned());
        words.truncate(words.len() - 2);
    }
    Ok(since)
}

fn add_line(items: &mut Vec<Item>, line: Line<'_>) -> Result<()> {
    match line.depth {
        0 => items.push(top_level(line)?),
        1 => match items.last_mut() {
            Some(Item::Enum(item)) => item.values.push(value(line)?),
            Some(Item::Struct(item)) => item.members.push(member(line)?),
            Some(Item::Service(item)) => add_to_service(item, line)?,
            Some(Item::Shared(_)) | None => return Err("belongs to no item".to_owned()),
        },
        2 | 3 => match items.last_mut() {
            Some(Item::Service(Service { methods, .. })) => match methods.last_mut() {
                Some(method) if line.depth == 2 => add_to_method(method, line)?,
                Some(Method { variants, .. }) => match variants.last_mut() {
                    Some(variant) => {
                        add_to_signature(&mut variant.parameters, &mut variant.needs, line)?;
                    }
                    None => return Err("belongs to no variant".to_owned()),
                },
                None => return Err("belongs to no method".to_owned()),
            },
            _ => return Err("only methods have lines of this depth".to_owned()),
        },
        _ => return Err("indented too deeply".to_owned()),
    }
    Ok(())
}

fn top_level(line: Line<'_>) -> Result<Item> {
    let Line {
        words, since, doc, ..
    } = line;
    match words.as_slice() {
        ["enum", name] => Ok(Item::Enum(Enum {
            name: (*name).to_owned(),
            since,
            doc,
            values: Vec::new(),
        })),
        ["struct", name, rest @ ..] => {
            let (base, rest) = take_base(rest);
            let (label, rest) = match rest {
                [rest @ .., "label", member] => (Some((*member).to_owned()), rest),
                [rest @ .., "unlabelled"] => (Some(String::new()), rest),
                rest => (None, rest),
            };
            let (builtin, inline) = match rest {
                [] => (false, false),
                ["builtin"] => (true, false),
                ["inline"] => (false, true),
                ["builtin", "inline"] => (true, true),
                _ => {
                    return Err("expected `struct NAME [is BASE] [builtin] [inline] \
                                [label MEMBER | unlabelled]`"
                        .to_owned());
                }
            };
            let name = (*name).to_owned();
            Ok(Item::Struct(Struct {
                name,
                base,
                builtin,
                inline,
                label,
                since,
                doc,
                members: Vec::new(),
            }))
        }
        ["service", name, rest @ ..] => {
            let (base, rest) = take_base(rest);
            let area = match rest {
                [] => None,
                ["area", area] => Some((*area).to_owned()),
                _ => return Err("expected `service NAME [is BASE] [area AREA]`".to_owned()),
            };
            let name = (*name).to_owned();
            Ok(Item::Service(Service {
                name,
                base,
                area,
                since,
                doc,
                ..Service::default()
            }))
        }
        ["shared", name] => Ok(Item::Shared(Shared {
            name: (*name).to_owned(),
            doc,
        })),
        _ => Err("expected `enum`, `struct`, `service` or `shared`, and a name".to_owned()),
    }
}

fn take_base<'a, 'b>(words: &'a [&'b str]) -> (Option<String>, &'a [&'b str]) {
    match words {
        ["is", base, rest @ ..] => (Some((*base).to_owned()), rest),
        _ => (None, words),
    }
}

fn value(line: Line<'_>) -> Result<Value> {
    match line.words.as_slice() {
        [name] => Ok(Value {
            name: (*name).to_owned(),
            since: line.since,
            doc: line.doc,
        }),
        _ => Err("expected the name of a value".to_owned()),
    }
}

/// The `NAME:` at the start of members and parameters.
fn name_with_colon<'a>(word: &'a str, what: &str) -> Result<&'a str> {
    word.strip_suffix(':')
        .ok_or_else(|| format!("expected `NAME:` of a {what}"))
}

/// `TYPE` or, for a list, `[TYPE]`.
fn type_and_list(word: &str) -> (Type, bool) {
    let item = word
        .strip_prefix('[')
        .and_then(|word| word.strip_suffix(']'));
    let kind = match item.unwrap_or(word) {
        "string" => Type::String,
        "boolean" => Type::Boolean,
        "integer" => Type::Integer { long: false },
        "long" => Type::Integer { long: true },
        "decimal" => Type::Decimal,
        "date" => Type::Date,
        name => Type::Named(name.to_owned()),
    };
    (kind, item.is_some())
}

/// The words before `in UNIT`, and the unit.
fn take_unit<'a, 'b>(words: &'a [&'b str]) -> Result<(&'a [&'b str], Option<Unit>)> {
    match words {
        [before @ .., "in", word] if before.len() > 1 => match Unit::parse(word) {
            Some(unit) => Ok((before, Some(unit))),
            None => Err(format!("unknown unit `{word}`")),
        },
        words => Ok((words, None)),
    }
}

fn member(line: Line<'_>) -> Result<Member> {
    let (words, unit) = take_unit(&line.words)?;
    let (words, readonly) = match words {
        [name, "readonly", rest @ ..] => (&[&[*name], rest].concat(), true),
        words => (&words.to_vec(), false),
    };
    let (name, mark, word) = match words.as_slice() {
        [name, mark @ ("link" | "secret"), word] => (name, *mark, word),
        [name, word] => (name, "", word),
        _ => {
            let expected = "expected `NAME: [readonly] [link|secret] TYPE [in UNIT]`";
            return Err(expected.to_owned());
        }
    };
    let (kind, list) = type_and_list(word);
    let name = name_with_colon(name, "member")?.to_owned();
    Ok(Member {
        name,
        kind,
        list,
        link: mark == "link",
        secret: mark == "secret",
        readonly,
        unit,
        since: line.since,
        doc: line.doc,
    })
}

fn add_to_service(service: &mut Service, line: Line<'_>) -> Result<()> {
    let Line {
        words, since, doc, ..
    } = line;
    let method = |kind: MethodKind, name: &str, since, doc| Method {
        name: name.to_owned(),
        kind,
        since,
        doc,
        parameters: Vec::new(),
        needs: Vec::new(),
        variants: Vec::new(),
    };
    match words.as_slice() {
        ["action", name] => {
            service
                .methods
                .push(method(MethodKind::Action, name, since, doc));
        }
        ["locate", name, target] => {
            let name = name_with_colon(name, "locator")?;
            let (name, parameter) = match name.strip_suffix(')').and_then(|n| n.split_once('(')) {
                Some((name, parameter)) => (name, Some(parameter.to_owned())),
                None => (name, None),
            };
            let (name, service_name) = (name.to_owned(), (*target).to_owned());
            service.locators.push(Locator {
                name,
                service: service_name,
                parameter,
                since,
                doc,
            });
        }
        [word] => match MethodKind::NAMED
            .into_iter()
            .find(|kind| kind.word() == *word)
        {
            Some(kind) => service.methods.push(method(kind, word, since, doc)),
            None => return Err(format!("`{word}` is no kind of method")),
        },
        _ => return Err("expected a method or `locate NAME: SERVICE`".to_owned()),
    }
    Ok(())
}

fn add_to_method(method: &mut Method, line: Line<'_>) -> Result<()> {
    if let ["variant", name] = line.words.as_slice() {
        let variant = Variant {
            name: (*name).to_owned(),
            since: line.since,
            doc: line.doc,
            ..Variant::default()
        };
        method.variants.push(variant);
        return Ok(());
    }
    add_to_signature(&mut method.parameters, &mut method.needs, line)
}

fn add_to_signature(
    parameters: &mut Vec<Parameter>,
    needs: &mut Vec<Needs>,
    line: Line<'_>,
) -> Result<()> {
    let (words, unit) = take_unit(&line.words)?;
    let direction = match words {
        [word @ ("requires" | "demands" | "accepts"), path] => {
            let kind = match *word {
                "requires" => NeedsKind::Required,
                "demands" => NeedsKind::Demanded,
                _ => NeedsKind::Accepted,
            };
            needs.push(Needs {
                kind,
                any_of: path.split('|').map(str::to_owned).collect(),
            });
            return Ok(());
        }
        ["in", _, _] => Direction::In,
        ["out", _, _] => Direction::Out,
        ["inout", _, _] => Direction::InOut,
        _ => {
            return Err(
                "expected `in|out|inout NAME: TYPE [in UNIT]`, `requires PATH`, \
                        `demands PATH`, `accepts PATH` or \
                        `variant NAME`"
                    .to_owned(),
            );
        }
    };
    let (kind, list) = type_and_list(line.words[2]);
    let name = name_with_colon(line.words[1], "parameter")?.to_owned();
    parameters.push(Parameter {
        name,
        kind,
        list,
        direction,
        unit,
        since: line.since,
        doc: line.doc,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print;

    const SAMPLE: &str = "\
shared max -- At most this many.

enum colour since 4.1 -- A colour.
  green
  red deprecated 4.2 -- Like a rose.

struct secret unlabelled -- Nobody knows it.
  text: string -- The text.

struct thing is identified builtin inline label owner -- A thing.
  colours: [colour] -- Its colours.
  owner: link user since 4.0 deprecated -- Who has it.
  password: secret string -- To open it.
  size: readonly long in bytes -- How large it is.

service things is base_thing area Things -- All things.
  add -- Makes one.
    in clone: boolean
    in wait: integer in seconds since 4.2 -- How long.
    inout thing: thing
    demands thing.size|thing.owner
    accepts thing.size
    variant from_other -- Makes one of another.
      in other: thing
      requires thing.owner.id|thing.owner.name
  action move -- Moves them.
    out size: integer
  locate thing(id): thing -- One of them.
  locate user_things: things
";

    #[test]
    fn printing_reverses_parsing() {
        let items = parse(SAMPLE).expect("the sample is right");
        assert_eq!(print(&items), SAMPLE);
    }

    #[test]
    fn syntax_errors_name_the_line() {
        for (text, line, part) in [
            ("thing x", 1, "expected `enum`"),
            ("enum x\n   y", 2, "steps of two"),
            ("struct x\n  y z", 2, "NAME:"),
            ("struct x\n  y string", 2, "`NAME:` of a member"),
            ("service x\n  frob", 2, "no kind of method"),
            ("service x\n\n    in y: z", 3, "no method"),
            ("service x\n  add\n      requires y", 3, "no variant"),
            ("  y", 1, "belongs to no item"),
            ("enum x deprecated since 4", 1, "last fact"),
        ] {
            let error = parse(text).expect_err(text);
            assert_eq!(error.line, line, "{text}");
            assert!(error.message.contains(part), "{text}: {error}");
        }
    }
}
