//! Commands that are no methods of the API.

mod complete;
mod doctor;
mod explain;
mod login;
mod object;
mod overview;
#[cfg(feature = "sim")]
mod sim;

use ovirt_model::Model;

use crate::app::{Environment, Io};
use crate::failure::{Exit, Failure};
use crate::grammar;
use crate::noun::Noun;

/// A command.
struct CommandInfo {
    name: &'static str,
    doc: &'static str,
    run: RunCommand,
}

/// Carries a command out.
type RunCommand = fn(&Model, &[String], Environment<'_>, &mut Io<'_>) -> Result<Exit, Failure>;

/// All commands, in the order of the front page.
#[rustfmt::skip]
const COMMANDS: &[CommandInfo] = &[
    CommandInfo { name: "find", doc: "Finds objects of all kinds by name, identifier or address.", run: overview::find },
    CommandInfo { name: "status", doc: "Shows what there is, what is wrong, and running jobs.", run: overview::status },
    CommandInfo { name: "tree", doc: "Draws data centers with what is in them.", run: overview::tree },
    CommandInfo { name: "exists", doc: "Tells by the exit code whether objects exist.", run: object::exists },
    CommandInfo { name: "wait", doc: "Waits until conditions hold for objects.", run: object::wait },
    CommandInfo { name: "explain", doc: "Explains types, members, verbs and paths, offline.", run: explain::explain },
    CommandInfo { name: "login", doc: "Logs in to an engine, and remembers it as a profile.", run: login::login },
    CommandInfo { name: "logout", doc: "Revokes the token of an engine and forgets it.", run: login::logout },
    CommandInfo { name: "env", doc: "Shows which engine is asked, and why.", run: doctor::env },
    CommandInfo { name: "doctor", doc: "Checks the way to the engine, step by step.", run: doctor::doctor },
    #[cfg(feature = "sim")]
    CommandInfo { name: "sim", doc: "Runs the simulator, or a command with it.", run: sim::sim },
    CommandInfo { name: "completion", doc: "Prints a script for completion in a shell.", run: complete::completion },
    CommandInfo { name: COMPLETE, doc: "", run: complete::candidates },
];

/// The command that the scripts for completion call; not shown.
const COMPLETE: &str = "complete";

/// The command of this name.
pub(crate) fn find(name: &str) -> Option<&'static str> {
    COMMANDS
        .iter()
        .map(|command| command.name)
        .find(|known| *known == name)
}

/// The names of all commands.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let names = COMMANDS.iter().map(|command| command.name);
    names.filter(|name| *name != COMPLETE)
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
    text.push_str("\nCommands:\n");
    let shown = COMMANDS.iter().filter(|command| command.name != COMPLETE);
    grammar::table(&mut text, shown.map(|command| (command.name, command.doc)));
    text.push_str("\n`ovirt NOUN` lists the verbs of a noun and the nouns below it.\n");
    text
}
