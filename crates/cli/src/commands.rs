//! Commands that are no methods of the API.

use ovirt_model::Model;

use crate::app::{Environment, Io};
use crate::failure::{Exit, Failure};
use crate::grammar;
use crate::noun::Noun;

/// A command.
struct CommandInfo {
    name: &'static str,
    doc: &'static str,
    run: fn(&Model, &[String], Environment<'_>, &mut Io<'_>) -> Result<Exit, Failure>,
}

/// All commands, in the order of the front page.
const COMMANDS: &[CommandInfo] = &[];

/// The command of this name.
pub(crate) fn find(name: &str) -> Option<&'static str> {
    COMMANDS
        .iter()
        .map(|command| command.name)
        .find(|known| *known == name)
}

/// The names of all commands.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|command| command.name)
}

/// Runs a command.
pub(crate) fn run(
    name: &str,
    model: &Model,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(model, arguments, environment, io),
        None => Err(Failure::usage(format!("there is no command `{name}`"))),
    }
}

/// What `ovirt` alone prints.
pub(crate) fn front_page(model: &Model) -> String {
    let mut text = "\
The command line for oVirt: every service of the engine's API.

Usage: ovirt NOUN VERB [ADDRESS...] [OPTIONS]     ovirt vm start web1 --wait
       ovirt PLURAL [PATTERN...] [OPTIONS]        ovirt vms 'web-*' --where status=up

Try it without an engine: ovirt -p sim vms

Nouns:
"
    .to_owned();
    let roots = Noun::roots(model);
    let rows: Vec<(String, &str)> = roots
        .iter()
        .filter_map(|noun| Some((noun.words(), noun.last()?.doc)))
        .collect();
    grammar::table(
        &mut text,
        rows.iter().map(|(word, doc)| (word.as_str(), *doc)),
    );
    if !COMMANDS.is_empty() {
        text.push_str("\nCommands:\n");
        grammar::table(
            &mut text,
            COMMANDS.iter().map(|command| (command.name, command.doc)),
        );
    }
    text.push_str("\n`ovirt NOUN` lists the verbs of a noun and the nouns below it.\n");
    text
}
