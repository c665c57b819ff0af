//! Walks through the arguments with the model, up to the verb. Only what they name is read.

use ovirt_model::Model;

use crate::failure::{Failure, did_you_mean, nearest};
use crate::noun::{Noun, Verb, normal};
use crate::options;

/// What a command line is about.
pub(crate) enum Subject<'m> {
    /// Nothing: the first page of help.
    Nothing,
    /// A noun without a verb.
    Noun(Noun<'m>),
    /// A method of the API.
    Verb(Noun<'m>, Verb<'m>),
    /// A command that is no method of the API.
    Command(&'static str),
}

/// Finds the subject of a command line; returns it with the other arguments. `commands` are the
/// names of what is no method of the API.
///
/// # Errors
///
/// A word that is no noun, verb or command, with suggestions.
pub(crate) fn walk<'m>(
    model: &'m Model,
    commands: &[&'static str],
    arguments: &[String],
) -> Result<(Subject<'m>, Vec<String>), Failure> {
    let mut rest = Vec::new();
    let mut noun: Option<Noun<'m>> = None;
    let mut was_plural = false;
    let mut index = 0;
    while let Some(argument) = arguments.get(index) {
        index += 1;
        if argument.starts_with('-') && argument.len() > 1 {
            let Some(has_value) = options::is_own(argument) else {
                index -= 1;
                break;
            };
            rest.push(argument.clone());
            if has_value {
                rest.extend(arguments.get(index).cloned());
                index += 1;
            }
            continue;
        }
        let Some(current) = &noun else {
            if let Some(command) = commands.iter().find(|name| *name == argument) {
                rest.extend_from_slice(&arguments[index..]);
                return Ok((Subject::Command(command), rest));
            }
            let (found, plural) = first(model, commands, argument)?;
            (noun, was_plural) = (Some(found), plural);
            continue;
        };
        let words = normal(&format!("{} {argument}", current.words()));
        if let Some(command) = commands.iter().find(|name| normal(name) == words) {
            rest.extend_from_slice(&arguments[index..]);
            return Ok((Subject::Command(command), rest));
        }
        if let Some(verb) = ensure(model, current, argument) {
            rest.extend_from_slice(&arguments[index..]);
            return Ok((Subject::Verb(current.clone(), verb), rest));
        }
        if let Some(verb) = current.verb(model, argument) {
            rest.extend_from_slice(&arguments[index..]);
            return Ok((Subject::Verb(current.clone(), verb), rest));
        }
        if let Some((child, plural)) = current.child(model, argument) {
            (noun, was_plural) = (Some(child), plural);
            continue;
        }
        if was_plural {
            index -= 1;
            break;
        }
        return Err(unknown(model, current, argument));
    }
    rest.extend_from_slice(&arguments[index.min(arguments.len())..]);
    let Some(noun) = noun else {
        return Ok((Subject::Nothing, rest));
    };
    let verb = was_plural.then(|| noun.verb(model, "list")).flatten();
    Ok((
        match verb {
            Some(verb) => Subject::Verb(noun, verb),
            None => Subject::Noun(noun),
        },
        rest,
    ))
}

/// Name of the verb that adds an object or changes what differs; it has the flags of `add`.
pub(crate) const ENSURE: &str = "ensure";

fn ensure<'m>(model: &'m Model, noun: &Noun<'m>, word: &str) -> Option<Verb<'m>> {
    let add = (word == ENSURE)
        .then(|| noun.verb(model, "add"))
        .flatten()?;
    let name = ENSURE.to_owned();
    Some(Verb { name, ..add })
}

/// The noun of the first word.
fn first<'m>(model: &'m Model, commands: &[&str], word: &str) -> Result<(Noun<'m>, bool), Failure> {
    if normal(word) == "system" {
        return Ok((Noun::system(), false));
    }
    if let Some(found) = Noun::system().child(model, word) {
        return Ok(found);
    }
    let roots = Noun::roots(model);
    let mut deeper: Vec<String> = roots
        .iter()
        .filter_map(|root| Some(root.child(model, word)?.0.words()))
        .collect();
    // What has the shortest name is used most: `vm nic`.
    deeper.sort_by_key(String::len);
    let failure = if deeper.is_empty() {
        let names: Vec<String> = roots.iter().map(Noun::words).collect();
        let mut known: Vec<&str> = names.iter().map(String::as_str).collect();
        known.extend(commands);
        let near = nearest(word, known);
        Failure::usage(format!(
            "there is no noun or command `{word}`{}",
            did_you_mean(near)
        ))
    } else {
        let shown: Vec<String> = deeper.iter().take(4).map(|it| format!("`{it}`")).collect();
        Failure::usage(format!(
            "there is no `{word}`; did you mean {}?",
            shown.join(", ")
        ))
    };
    Err(failure.hint("`ovirt` alone lists nouns and commands"))
}

/// The failure for a word after a noun.
fn unknown(model: &Model, noun: &Noun<'_>, word: &str) -> Failure {
    let verbs: Vec<String> = noun
        .verbs(model)
        .into_iter()
        .map(|verb| verb.name)
        .collect();
    let children = noun.children(model);
    let nouns: Vec<String> = children
        .iter()
        .filter_map(Noun::last)
        .map(|level| level.word())
        .collect();
    let known = verbs.iter().chain(&nouns).map(String::as_str);
    let near = nearest(word, known);
    let words = noun.words();
    Failure::usage(format!(
        "`{words}` has no verb or noun `{word}`{}",
        did_you_mean(near)
    ))
    .hint(format!("`ovirt {words}` lists them"))
}
