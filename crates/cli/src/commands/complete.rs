//! `ovirt completion`: scripts for shells, and the candidates that they ask for.

use std::sync::mpsc;
use std::time::Duration;

use clap::{Arg, Command};
use ovirt_model::{MethodKind, Model};

use super::call::{Call, command};
use crate::connect;
use crate::data;
use crate::failure::{Exit, Failure};
use crate::flags::{self, Body};
use crate::io::{Environment, Io};
use crate::noun::Noun;
use crate::options::{self, Options};
use crate::profiles::Profiles;
use crate::resolve::label_of;
use crate::walk::{Subject, walk};

/// How long the engine may take to respond with names.
const LIMIT: Duration = Duration::from_millis(300);

const SCRIPTS: &[(&str, &str)] = &[
    ("bash", include_str!("../../data/completion.bash")),
    ("zsh", include_str!("../../data/completion.zsh")),
    ("fish", include_str!("../../data/completion.fish")),
    ("elvish", include_str!("../../data/completion.elv")),
];

/// The command line of `ovirt completion`.
pub(super) fn completion_command() -> Command {
    command("completion")
        .about("Prints a script for completion in a shell, as in: source <(ovirt completion bash)")
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .help("bash, zsh, fish or elvish"),
        )
}

/// Prints the script of a shell.
pub(super) fn completion(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let shell = call.text("shell");
    match SCRIPTS.iter().find(|(name, _)| *name == shell) {
        Some((_, script)) => {
            write!(io.stdout, "{script}")?;
            Ok(Exit::Done)
        }
        None => Err(Failure::usage(format!("there is no script for {shell:?}"))
            .hint("use bash, zsh, fish or elvish")),
    }
}

/// Prints the candidates for the last of some words, one a line.
pub(super) fn candidates(
    model: &Model,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let words = arguments
        .strip_prefix(&["--".to_owned()])
        .unwrap_or(arguments);
    let Some((current, before)) = words.split_last() else {
        return Ok(Exit::Done);
    };
    let mut found = candidates_for(model, current, before, environment);
    found.retain(|candidate| candidate.starts_with(current.as_str()));
    found.sort();
    found.dedup();
    for candidate in found {
        writeln!(io.stdout, "{candidate}")?;
    }
    Ok(Exit::Done)
}

fn candidates_for(
    model: &Model,
    current: &str,
    before: &[String],
    environment: Environment<'_>,
) -> Vec<String> {
    if matches!(before.last().map(String::as_str), Some("-p" | "--profile")) {
        let names = Profiles::read(environment).map(|profiles| profiles.names());
        return names
            .unwrap_or_default()
            .into_iter()
            .chain(["sim".to_owned()])
            .collect();
    }
    if matches!(before.last().map(String::as_str), Some("-o" | "--output")) {
        let formats = [
            "table", "wide", "json", "jsonl", "yaml", "csv", "xml", "name", "id",
        ];
        return formats.map(str::to_owned).to_vec();
    }
    let own = || {
        options::TABLE
            .iter()
            .map(|option| format!("--{}", option.long))
    };
    match walk(model, &super::names(), before) {
        Ok((Subject::Nothing, _)) => {
            let nouns = Noun::roots(model);
            let words = nouns.iter().flat_map(|noun| {
                let plural = noun.last().map(|level| crate::noun::dashed(level.name));
                [Some(noun.words()), plural].into_iter().flatten()
            });
            let commands = super::names().into_iter().map(str::to_owned);
            words.chain(commands).chain(own()).collect()
        }
        Ok((Subject::Noun(noun), _)) => words_of(model, &noun),
        Ok((Subject::Verb(noun, verb), rest)) => {
            let is_implied =
                verb.name == "list" && !before.iter().any(|word| word == "list" || word == "ls");
            let body = Body::of(model, &verb);
            let flags = flags::of(model, &verb, &body);
            if current.starts_with('-') {
                return values_of(model, &flags, current).unwrap_or_else(|| {
                    flags
                        .iter()
                        .map(|flag| format!("--{}", flag.name))
                        .chain(own())
                        .collect()
                });
            }
            let mut found = if is_implied {
                words_of(model, &noun)
            } else {
                Vec::new()
            };
            found.extend(names(
                model,
                &noun,
                verb.on_item,
                current,
                &rest,
                environment,
            ));
            found
        }
        Ok((Subject::Command(_), _)) | Err(_) => own().collect(),
    }
}

/// The verbs of a noun, and the nouns below it.
fn words_of(model: &Model, noun: &Noun<'_>) -> Vec<String> {
    let verbs = noun.verbs(model).into_iter().map(|verb| verb.name);
    let children = noun.children(model);
    let nouns = children
        .iter()
        .filter_map(Noun::last)
        .map(|level| level.word());
    let commands = super::of_noun(noun).into_iter();
    let commands = commands.map(|(name, _)| name.to_owned());
    verbs.chain(nouns).chain(commands).collect()
}

/// The values after `--flag=`.
fn values_of(model: &Model, flags: &[flags::Flag<'_>], current: &str) -> Option<Vec<String>> {
    let (name, _) = current.strip_prefix("--")?.split_once('=')?;
    let flag = flags.iter().find(|flag| flag.name == name)?;
    let kind = model.enumeration(flag.slot.kind.named()?)?;
    Some(
        kind.values
            .iter()
            .map(|value| format!("--{name}={}", value.name))
            .collect(),
    )
}

/// Names of objects, if the engine responds in time. Nobody is asked, and nobody logs in.
fn names(
    model: &Model,
    noun: &Noun<'_>,
    on_item: bool,
    current: &str,
    rest: &[String],
    environment: Environment<'_>,
) -> Vec<String> {
    let positions = noun.object_positions(on_item || noun.levels.len() == 1);
    // Names of inner levels need the identifiers of outer ones.
    if current.contains('/') || positions.is_empty() {
        return Vec::new();
    }
    let Some(level) = positions
        .first()
        .and_then(|position| noun.levels.get(*position))
    else {
        return Vec::new();
    };
    let mut profiles = rest
        .iter()
        .skip_while(|word| !matches!(word.as_str(), "-p" | "--profile"));
    let options = Options {
        profiles: profiles.nth(1).cloned().into_iter().collect(),
        parallel: 1,
        ..Options::default()
    };
    let Ok(connected) = connect::without_login(&options, environment) else {
        return Vec::new();
    };
    let label = level.type_name(model).map_or("name", data::label);
    let path = noun.collection_path(positions[0], &[]);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let list = model.method(level.collection, MethodKind::List);
    let can_search = list.is_some_and(|list| list.parameters.iter().any(|it| it.name == "search"));
    // Only what begins so: there can be more than the engine is asked for.
    let search = (can_search && matches!(label, "name" | "alias") && current.chars().all(is_plain))
        .then(|| format!("{label}={current}*"));
    let (sender, receiver) = mpsc::channel();
    let connection = connected.connection.clone();
    std::thread::spawn(move || {
        let list = connection.service(&path).and_then(|service| {
            let list = service.list().with_query("max", 100).with_timeout(LIMIT);
            match search {
                Some(search) => list.with_query("search", search).call(),
                None => list.call(),
            }
        });
        let _ = sender.send(list);
    });
    let Ok(Ok(Some(document))) = receiver.recv_timeout(LIMIT) else {
        return Vec::new();
    };
    let objects = crate::session::json(&document, false);
    let objects = objects.as_array().into_iter().flatten();
    objects
        .filter_map(|object| label_of(object, label))
        .map(|name| crate::address::escape(&name))
        .collect()
}
