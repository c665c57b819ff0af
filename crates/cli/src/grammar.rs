//! The clap command of one verb, and the help of nouns.

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};
use ovirt_model::{MethodKind, Model, Type};

use crate::failure::Failure;
use crate::flags::Flag;
use crate::io::Io;
use crate::noun::{Noun, Verb};
use crate::request_log::RequestLog;
use crate::{events, options, vm_add};

/// Name of the argument with the addresses.
pub(crate) const ADDRESS: &str = "address";

/// The command line of a verb, with the options of all verbs.
pub(crate) fn command(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    flags: &[Flag<'_>],
) -> Command {
    options::add_to(own_arguments(model, noun, verb, flags))
}

/// The command line of a verb, with its own arguments only.
pub(crate) fn own_arguments(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    flags: &[Flag<'_>],
) -> Command {
    let name = format!("ovirt {} {}", noun.words(), verb.name);
    let about = match verb.method.since.deprecated {
        true => format!("{} (deprecated)", verb.doc()),
        false => verb.doc().to_owned(),
    };
    let mut command = Command::new(name.clone())
        .bin_name(name)
        .about(about)
        .no_binary_name(true)
        .after_help(footer(noun, verb))
        .arg(address(noun, verb));
    let any_listed = flags.iter().any(|flag| flag.listed);
    for flag in flags {
        command = command.arg(argument(model, flag, any_listed));
    }
    command
        .args(vm_add::arguments(verb))
        .args(events::arguments(verb))
}

/// Whether arguments ask for help.
pub(crate) fn is_help(arguments: &[String]) -> bool {
    let before = arguments.iter().take_while(|argument| *argument != "--");
    before
        .into_iter()
        .any(|argument| matches!(argument.as_str(), "-h" | "--help"))
}

/// What follows the options of help.
pub(crate) fn example_footer(footer: &str, example: &str) -> String {
    match footer {
        "" => format!("Example: {example}"),
        footer => format!("{footer}\nExample: {example}"),
    }
}

fn address(noun: &Noun<'_>, verb: &Verb<'_>) -> Arg {
    let (name, help) = address_help(noun, verb);
    Arg::new(ADDRESS).value_name(name).num_args(0..).help(help)
}

/// What the addresses of a verb look like, and what they mean.
fn address_help(noun: &Noun<'_>, verb: &Verb<'_>) -> (String, String) {
    let level = |words: &mut dyn Iterator<Item = String>| words.collect::<Vec<_>>().join("/");
    let objects = noun.objects(verb.on_item);
    let mut words = objects.iter().map(|object| object.word().to_uppercase());
    let path = level(&mut words);
    let last = noun.last().map_or_else(String::new, |last| last.word());
    if verb.on_item {
        let help = "Names, identifiers or patterns such as web-*; - or @FILE reads them";
        return (path, help.to_owned());
    }
    let parent = match objects.last() {
        Some(_) => format!("The object whose {last}s they are, by name or identifier"),
        None => String::new(),
    };
    match verb.method.kind {
        MethodKind::List if objects.is_empty() => (
            "PATTERN".to_owned(),
            "Names or patterns such as web-*; all if absent".to_owned(),
        ),
        MethodKind::Add if objects.is_empty() => {
            ("NAME".to_owned(), format!("Name of the new {last}"))
        }
        MethodKind::Add => (
            format!("{path}[/NAME]"),
            format!("{parent}; and the name of the new {last}"),
        ),
        _ if objects.is_empty() => ("NOTHING".to_owned(), "Takes no address".to_owned()),
        _ => (path, parent),
    }
}

fn argument(model: &Model, flag: &Flag<'_>, any_listed: bool) -> Arg {
    let slot = flag.slot;
    let arg = Arg::new(format!("flag:{}", flag.name))
        .long(flag.name.clone())
        .value_name(slot.placeholder(model))
        .help(help(model, flag))
        .allow_negative_numbers(true)
        // Engines ignore it: accepted, but not offered.
        .hide(slot.readonly)
        .hide_short_help(any_listed && !flag.listed);
    if *slot.kind == Type::Boolean && !slot.list {
        return arg
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true");
    }
    match slot.list {
        true => arg.action(ArgAction::Append),
        false => arg.overrides_with(format!("flag:{}", flag.name)),
    }
}

fn help(model: &Model, flag: &Flag<'_>) -> StyledStr {
    let mut help = flag.slot.description();
    let kind = flag
        .slot
        .kind
        .named()
        .and_then(|name| model.enumeration(name));
    if let Some(kind) = kind {
        let values: Vec<&str> = kind
            .values
            .iter()
            .map(|value| value.name.as_str())
            .collect();
        help.push_str(&format!(" [{}]", values.join(", ")));
    }
    if flag.demanded {
        help.push_str(" [required]");
    }
    help.into()
}

/// What follows the options: the request.
pub(crate) fn footer(noun: &Noun<'_>, verb: &Verb<'_>) -> String {
    let ids: Vec<String> = noun
        .objects(verb.on_item)
        .iter()
        .map(|object| format!("{{{}}}", object.word()))
        .collect();
    let mut path = noun.path(&ids);
    if let Some(segment) = verb.method.segment() {
        path = format!("{path}/{segment}");
    }
    let path = if path.is_empty() { "/" } else { &path };
    format!("Request: {} {path}", verb.method.kind.http())
}

/// The help of a noun: its verbs and the nouns below it. `commands` are verbs that
/// are no methods of the API.
pub(crate) fn noun_help(model: &Model, noun: &Noun<'_>, commands: &[(&str, &str)]) -> String {
    let mut text = String::new();
    if let Some(level) = noun.last() {
        text.push_str(&format!("{}\n\n", level.doc));
    }
    let words = noun.words();
    text.push_str(&format!(
        "Usage: ovirt {words} VERB [ADDRESS...] [OPTIONS]\n\nVerbs:\n"
    ));
    let verbs = noun.verbs(model);
    let rows = verbs.iter().map(|verb| (verb.name.as_str(), verb.doc()));
    table(&mut text, rows.chain(commands.iter().copied()));
    let children = noun.children(model);
    let rows: Vec<(String, &str)> = children
        .iter()
        .filter_map(|child| child.last())
        .map(|level| (level.word(), level.doc))
        .collect();
    if !rows.is_empty() && !noun.levels.is_empty() {
        text.push_str(&format!(
            "\nNouns below, as in `ovirt {words} {} …`:\n",
            rows[0].0
        ));
        table(
            &mut text,
            rows.iter().map(|(word, doc)| (word.as_str(), *doc)),
        );
    }
    text.push_str(&format!(
        "\n`ovirt {words} VERB --help` shows the options of a verb.\n"
    ));
    text
}

/// Rows of two columns.
pub(crate) fn table<'a>(text: &mut String, rows: impl Iterator<Item = (&'a str, &'a str)>) {
    let rows: Vec<_> = rows.collect();
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, doc) in rows {
        text.push_str(&format!("  {name:width$}  {doc}\n"));
    }
}

/// Parses arguments with a command, and starts the log of requests that they ask for; help is
/// printed, and ends the run.
///
/// # Errors
///
/// Unknown flags and missing values, in clap's words.
pub(crate) fn parse(
    command: Command,
    arguments: &[String],
    io: &mut Io<'_>,
) -> Result<Option<ArgMatches>, Failure> {
    match command.try_get_matches_from(arguments) {
        Ok(matches) => {
            io.log = RequestLog::start(&matches, &io.stderr)?;
            Ok(Some(matches))
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            write!(io.stdout, "{}", error.render())?;
            Ok(None)
        }
        Err(error) => {
            let text = error.render().to_string();
            let text = text.trim().trim_start_matches("error: ");
            Err(Failure::usage(text.to_owned()))
        }
    }
}
