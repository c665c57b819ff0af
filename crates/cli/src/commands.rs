//! Commands that are no methods of the API.

pub(crate) mod alias;
mod apply;
mod call;
mod complete;
mod docs;
mod doctor;
mod edit;
mod explain;
mod guest;
mod job;
mod login;
mod object;
mod overview;
#[cfg(feature = "sim")]
mod sim;
mod snapshots;
mod top;
mod upgrade;

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
    example: &'static str,
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
    ($name:literal, $doc:literal, $example:literal, $command:path, $run:path) => {
        CommandInfo {
            name: $name,
            doc: $doc,
            example: $example,
            run: Run::Parsed($command, $run),
        }
    };
}

/// All commands, in the order of the front page.
#[rustfmt::skip]
const COMMANDS: &[CommandInfo] = &[
    parsed!("find", "Finds objects of all kinds by name, identifier or address.", "ovirt find 10.0.0.17", overview::find_command, overview::find),
    parsed!("status", "Shows what there is, what is wrong, and running jobs.", "ovirt status", overview::status_command, overview::status),
    parsed!("tree", "Draws data centers with what is in them.", "ovirt tree", overview::tree_command, overview::tree),
    parsed!("exists", "Tells by the exit code whether objects exist.", "ovirt exists vm web1", object::exists_command, object::exists),
    parsed!("wait", "Waits until conditions hold for objects.", "ovirt wait vm web1 --for status=up --time-limit 5m", object::wait_command, object::wait),
    parsed!("apply", "Makes many objects be as a file says.", "ovirt apply -f lab.yaml --prune", apply::apply_command, apply::apply),
    parsed!("diff", "Shows what `apply` would change.", "ovirt diff -f lab.yaml", apply::diff_command, apply::diff),
    parsed!("edit", "Changes an object in an editor.", "ovirt edit vm web1", edit::edit_command, edit::edit),
    parsed!("top", "Shows what VMs, hosts or storage domains are using now.", "ovirt top host", top::top_command, top::top),
    parsed!("vm ip", "Prints the addresses that the guest reports.", "ovirt vm ip web1 --wait", guest::ip_command, guest::ip),
    parsed!("vm ssh", "Opens a shell in the guest with ssh.", "ovirt vm ssh web1 --login root -- uptime", guest::ssh_command, guest::ssh),
    parsed!("vm serial", "Opens the serial console.", "ovirt vm serial web1", guest::serial_command, guest::serial),
    parsed!("vm console", "Opens the graphical console with remote-viewer.", "ovirt vm console web1 --protocol vnc", guest::console_command, guest::console),
    parsed!("vm snapshot tree", "Draws the snapshots of a VM.", "ovirt vm snapshot tree web1", snapshots::tree_command, snapshots::tree),
    parsed!("cluster upgrade-hosts", "Brings hosts up to date, one after the other.", "ovirt cluster upgrade-hosts Default", upgrade::upgrade_command, upgrade::upgrade),
    parsed!("job follow", "Prints the steps of a job until it has ended.", "ovirt job follow id:123", job::follow_command, job::follow),
    CommandInfo { name: "disk upload", doc: "Reserved for uploads of images.", example: "", run: Run::Raw(reserved) },
    CommandInfo { name: "disk download", doc: "Reserved for downloads of images.", example: "", run: Run::Raw(reserved) },
    CommandInfo { name: "disk checksum", doc: "Reserved for checksums of images.", example: "", run: Run::Raw(reserved) },
    CommandInfo { name: "image", doc: "Reserved for transfers of images.", example: "", run: Run::Raw(reserved) },
    parsed!("alias", "Words of your own for command lines.", "ovirt alias up vm start --wait", alias::alias_command, alias::alias),
    parsed!("explain", "Explains types, members, verbs and paths, offline.", "ovirt explain vm.cpu.topology", explain::explain_command, explain::explain),
    parsed!("login", "Logs in to an engine, and remembers it as a profile.", "ovirt login engine.example.com", login::login_command, login::login),
    parsed!("logout", "Revokes the token of an engine and forgets it.", "ovirt logout", login::logout_command, login::logout),
    parsed!("env", "Shows which engine is asked, and why.", "ovirt env", doctor::env_command, doctor::env),
    parsed!("doctor", "Checks the way to the engine, step by step.", "ovirt doctor", doctor::doctor_command, doctor::doctor),
    #[cfg(feature = "sim")]
    CommandInfo { name: "sim", doc: "Runs the simulator, or a command with it.", example: "ovirt sim run -- ovirt vms", run: Run::Raw(sim::sim) },
    parsed!("docs", "Writes reference pages.", "ovirt docs man ./man", docs::docs_command, docs::docs),
    parsed!("completion", "Prints a script for completion in a shell.", "ovirt completion bash", complete::completion_command, complete::completion),
    CommandInfo { name: COMPLETE, doc: "", example: "", run: Run::Raw(complete::candidates) },
];

/// The command that the scripts for completion call; not shown.
const COMPLETE: &str = "complete";

/// The names of all commands, the hidden one included.
pub(crate) fn names() -> Vec<&'static str> {
    COMMANDS.iter().map(|command| command.name).collect()
}

/// Names, descriptions, examples and command lines of all commands but the hidden one.
pub(crate) fn all() -> Vec<(&'static str, &'static str, &'static str, Option<Command>)> {
    let shown = COMMANDS.iter().filter(|command| command.name != COMPLETE);
    let all = shown.map(|info| {
        let command = match info.run {
            Run::Parsed(command, _) => Some(command()),
            Run::Raw(_) => None,
        };
        (info.name, info.doc, info.example, command)
    });
    all.collect()
}

/// Names and descriptions of the commands that are verbs of a noun.
pub(crate) fn of_noun(noun: &Noun<'_>) -> Vec<(&'static str, &'static str)> {
    let prefix = format!("{} ", noun.words());
    let own = COMMANDS.iter().filter_map(|command| {
        let name = command.name.strip_prefix(&prefix)?;
        (!name.contains(' ')).then_some((name, command.doc))
    });
    own.collect()
}

/// Says that a command does not exist yet, but will have this name.
fn reserved(_: &Model, _: &[String], _: Environment<'_>, _: &mut Io<'_>) -> Result<Exit, Failure> {
    let message = "transfers of disk images are not part of this version; the word is reserved";
    Err(Failure::usage(message).hint(
        "`ovirt image-transfer add` opens a transfer; any HTTP client can use its `transfer_url`",
    ))
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
    let example = grammar::example_footer("", command.example);
    let (command, run) = match command.run {
        Run::Raw(run) => return run(model, arguments, environment, io),
        Run::Parsed(command, run) => (command, run),
    };
    let Some(matches) = grammar::parse(
        options::add_to(command().after_help(example)),
        arguments,
        io,
    )?
    else {
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
    let is_shown = |name: &str| name != COMPLETE && name != "image" && !name.contains(' ');
    let shown = COMMANDS.iter().filter(|command| is_shown(command.name));
    grammar::table(&mut text, shown.map(|command| (command.name, command.doc)));
    text.push_str("\n`ovirt NOUN` lists the verbs of a noun and the nouns below it.\n");
    text
}
