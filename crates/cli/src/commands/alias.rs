//! `ovirt alias`: words of one's own for command lines.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command};

use super::call::{Call, command};
use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};
use crate::options;
use crate::profiles::{Profiles, write_private};

/// The command line of `ovirt alias`.
pub(super) fn alias_command() -> Command {
    command("alias")
        .about("Lists aliases, or sets one: ovirt alias up 'vm start --wait'; then: ovirt up web1")
        .arg(Arg::new("name").value_name("NAME").help("The new word"))
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .num_args(0..)
                .trailing_var_arg(true)
                .allow_hyphen_values(true)
                .help("What it stands for"),
        )
        .arg(
            Arg::new("remove")
                .long("remove")
                .action(ArgAction::SetTrue)
                .help("Remove the alias"),
        )
}

/// Lists, sets or removes aliases.
pub(super) fn alias(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let file = file(call.environment)?;
    let mut known = read(call.environment);
    let name = call.text("name");
    let words = call.texts("words").join(" ");
    let words = words.strip_prefix("= ").unwrap_or(&words);
    if name.is_empty() {
        for (name, words) in known {
            writeln!(io.stdout, "{name} = {words}")?;
        }
        return Ok(Exit::Done);
    }
    let before = known.len();
    known.retain(|(own, _)| own != name);
    match (call.matches.get_flag("remove"), words) {
        (true, _) if known.len() == before => {
            let message = format!("there is no alias `{name}`");
            return Err(Failure::new(Exit::NotFound, message));
        }
        (true, _) => {}
        (false, "") => {
            return Err(Failure::usage(format!("the alias `{name}` has no words"))
                .hint("as in `ovirt alias up vm start --wait`"));
        }
        (false, _) if name.contains(|c: char| c.is_whitespace() || c == '=' || c == '-') => {
            return Err(Failure::usage(format!(
                "{name:?} cannot be an alias: use one word"
            )));
        }
        (false, words) => known.push((name.to_owned(), words.to_owned())),
    }
    known.sort();
    let lines = known
        .iter()
        .map(|(name, words)| format!("{name} = {words}\n"));
    write_private(&file, &lines.collect::<String>()).map_err(|error| {
        Failure::new(
            Exit::Failed,
            format!("cannot write {}: {error}", file.display()),
        )
    })?;
    Ok(Exit::Done)
}

/// Beside the profiles.
fn file(environment: Environment<'_>) -> Result<PathBuf, Failure> {
    Ok(Profiles::file(environment)?.with_file_name("ovirt-aliases.conf"))
}

/// Names and words of all aliases.
fn read(environment: Environment<'_>) -> Vec<(String, String)> {
    let text = file(environment)
        .ok()
        .and_then(|file| std::fs::read_to_string(file).ok())
        .unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(" = "));
    lines
        .map(|(name, words)| (name.trim().to_owned(), words.trim().to_owned()))
        .collect()
}

/// Arguments with their first word replaced by what it stands for; `None` if it is no alias. The
/// words of an alias are separated by blanks.
pub(crate) fn expanded(arguments: &[String], environment: Environment<'_>) -> Option<Vec<String>> {
    let mut index = 0;
    while let Some(has_value) = options::is_own(arguments.get(index)?) {
        index += if has_value { 2 } else { 1 };
    }
    let name = arguments.get(index)?;
    let known = read(environment);
    let (_, words) = known.iter().find(|(own, _)| own == name)?;
    let words = words.split_whitespace().map(str::to_owned);
    let (before, after) = (&arguments[..index], &arguments[index + 1..]);
    Some(
        before
            .iter()
            .cloned()
            .chain(words)
            .chain(after.iter().cloned())
            .collect(),
    )
}
