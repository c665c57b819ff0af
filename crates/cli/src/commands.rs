//! Commands that are no methods of the API.

mod apply;
mod call;
mod complete;
mod doctor;
mod edit;
mod explain;
mod login;
mod object;
mod overview;
#[cfg(feature = "sim")]
mod sim;

use clap::Command;
use ovirt_model::Model;

use self::call::Call;

use crate::failure::{Exit, Failure};
use crate::grammar;
use crate::io::{Environment, Io};
use crate::noun::Noun;
use crate::options;

/// A command.
struct CommandInfo {
    name: &'static str,
    doc: &'static str,
    run: Run,
}

/// How a command is run.
enum Run {
    /// With its parsed arguments.
    Parsed(
        fn() -> Command,
        fn(&Call<'_>, &mut Io<'_>) -> Result<Exit, Failure>,
    ),
    /// With its arguments as they are.
    Raw(RunRaw),
}

type RunRaw = fn(&Model, &[String], Environment<'_>, &mut Io<'_>) -> Result<Exit, Failure>;

/// Declares a command that has parsed arguments.
macro_rules! parsed {
    ($name:literal, $doc:literal, $command:path, $run:path) => {
        CommandInfo {
            name: $name,
            doc: $doc,
            run: Run::Parsed($command, $run),
        }
    };
}

/// All commands, in the order of the front page.
#[rustfmt::skip]
const COMMANDS: &[CommandInfo] = &[
    parsed!("find", "Finds objects of all kinds by name, identifier or address.", overview::find_command, overview::find),
    parsed!("status", "Shows what there is, what is wrong, and running jobs.", overview::status_command, overview::status),
    parsed!("tree", "Draws data centers with what is in them.", overview::tree_command, overview::tree),
    parsed!("exists", "Tells by the exit code whether objects exist.", object::exists_command, object::exists),
    parsed!("wait", "Waits until conditions hold for objects.", object::wait_command, object::wait),
    parsed!("apply", "Makes many objects be as a file says.", apply::apply_command, apply::apply),
    parsed!("diff", "Shows what `apply` would change.", apply::diff_command, apply::diff),
    parsed!("edit", "Changes an object in an editor.", edit::edit_command, edit::edit),
    parsed!("explain", "Explains types, members, verbs and paths, offline.", explain::explain_command, explain::explain),
    parsed!("login", "Logs in to an engine, and remembers it as a profile.", login::login_command, login::login),
    parsed!("logout", "Revokes the token of an engine and forgets it.", login::logout_command, login::logout),
    parsed!("env", "Shows which engine is asked, and why.", doctor::env_command, doctor::env),
    parsed!("doctor", "Checks the way to the engine, step by step.", doctor::doctor_command, doctor::doctor),
    #[cfg(feature = "sim")]
    CommandInfo { name: "sim", doc: "Runs the simulator, or a command with it.", run: Run::Raw(sim::sim) },
    parsed!("completion", "Prints a script for completion in a shell.", complete::completion_command, complete::completion),
    CommandInfo { name: COMPLETE, doc: "", run: Run::Raw(complete::candidates) },
];

/// The command that the scripts for completion call; not shown.
const COMPLETE: &str = "complete";

/// The names of all commands, the hidden one included.
pub(crate) fn names() -> Vec<&'static str> {
    COMMANDS.iter().map(|command| command.name).collect()
}

/// Runs a command.
pub(crate) fn run(
    name: &str,
    model: &Model,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Failure::usage(format!("there is no command `{name}`")));
    };
    let (command, run) = match command.run {
        Run::Raw(run) => return run(model, arguments, environment, io),
        Run::Parsed(command, run) => (command, run),
    };
    let Some(matches) = grammar::parse(options::add_to(command()), arguments, io)? else {
        return Ok(Exit::Done);
    };
    let options = options::read(&matches)?;
    let call = Call {
        model,
        environment,
        matches,
        options,
    };
    run(&call, io)
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
