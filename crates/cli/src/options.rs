//! The program's own options, in one table. None has the name of a parameter or a member of the
//! API; a test compares them.

use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::failure::Failure;
use crate::value::unit;

/// An option of the program.
pub(crate) struct OwnOption {
    pub(crate) long: &'static str,
    pub(crate) short: Option<char>,
    pub(crate) value: Value,
    pub(crate) help: &'static str,
    /// Whether `-h` shows it; `--help` shows all.
    pub(crate) common: bool,
}

/// What follows an option.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    None,
    /// One value; the last one counts.
    One(&'static str),
    /// One value after `=`, or none.
    Optional(&'static str),
    /// Values, each after an option of its own.
    Many(&'static str),
}

/// Declares an option.
macro_rules! option {
    ($long:literal, $value:expr, $common:literal, $help:literal) => {
        option!($long None, $value, $common, $help)
    };
    ($long:literal $short:expr, $value:expr, $common:literal, $help:literal) => {
        OwnOption {
            long: $long,
            short: $short,
            value: $value,
            common: $common,
            help: $help,
        }
    };
}

/// All options.
#[rustfmt::skip]
pub(crate) const TABLE: &[OwnOption] = &[
    option!("profile" Some('p'), Value::Many("NAME"), true, "Engine to ask: a profile of ovirt.conf, or `sim`"),
    option!("all-profiles", Value::None, false, "Ask the engines of all profiles; -p A,B asks some of them"),
    option!("output" Some('o'), Value::One("FORMAT"), true, "table, wide, json, jsonl, yaml, csv, xml, name, id, table=PATHS, format='{name} {memory}'"),
    option!("columns", Value::One("PATHS"), false, "Columns, such as name,memory; +PATH adds one, -PATH drops one"),
    option!("sort", Value::One("PATHS"), false, "Sort by these members, such as memory:desc,name"),
    option!("where", Value::Many("CONDITION"), true, "Show only objects like this, such as \"status=up and memory>4GiB\""),
    option!("first", Value::One("NUMBER"), false, "Show only this many objects, after sorting"),
    option!("no-headers", Value::None, false, "Leave out the names of columns"),
    option!("raw", Value::None, false, "Show values of tables as the API has them, without units"),
    option!("ids", Value::None, false, "Show identifiers of linked objects instead of their names"),
    option!("links", Value::None, false, "Include addresses (`href`) of objects and lists in JSON and YAML"),
    option!("set", Value::Many("PATH=VALUE"), true, "Set a member, such as cpu.topology.cores=2; += adds to a list, =@FILE reads a file"),
    option!("set-json", Value::Many("PATH=JSON"), false, "Set a member to a JSON value"),
    option!("from-file" Some('f'), Value::One("FILE"), true, "Read the object from YAML, JSON or XML; - is standard input"),
    option!("skeleton", Value::None, false, "Print the members that can be set, as YAML to fill in"),
    option!("no-check", Value::None, false, "Send --search and --follow even if the model does not know their words"),
    option!("within", Value::One("ADDRESS"), false, "Put an address before all others"),
    option!("allow-none", Value::None, false, "Succeed even if a pattern matches nothing"),
    option!("expect", Value::One("NUMBER"), false, "Refuse unless exactly this many objects are meant"),
    option!("yes" Some('y'), Value::None, false, "Do not ask before something is destroyed"),
    option!("parallel", Value::One("NUMBER"), false, "Handle this many objects at once; 8 by default"),
    option!("fail-fast", Value::None, false, "Stop at the first object that fails"),
    option!("dry-run", Value::Optional("FORM"), true, "Show what would be sent: http, curl, xml, json or rust; `,offline` looks nothing up"),
    option!("no-wait", Value::None, false, "Return when the engine has responded, not when its work is done"),
    option!("wait", Value::Optional("STATUS"), true, "Wait for the status that the verb leads to, or this one"),
    option!("time-limit", Value::One("TIME"), false, "Wait this long: 1h for jobs and 10m for a status by default"),
    option!("wait-while-locked", Value::One("TIME"), false, "Retry this long while the object is locked"),
    option!("report", Value::Optional("json"), false, "Report each change of what is waited for as a line of JSON"),
    option!("strict", Value::None, false, "Fail even if the object is already as the verb would make it"),
    option!("request-id", Value::One("ID"), false, "Correlation id of the request's events and jobs"),
    option!("record", Value::One("FILE"), false, "Record requests and responses, without secrets"),
    option!("replay", Value::One("FILE"), false, "Respond from a recording; no engine is asked"),
    option!("verbose" Some('v'), Value::None, false, "Report each request: method, path, status, size, time, attempts, correlation id"),
    option!("trace", Value::Optional("FORM,FILE"), false, "Show requests and responses as http, requests as curl or rust; FILE or a folder takes them"),
    option!("timing", Value::None, false, "Report at the end how many requests of each kind were sent, and their time"),
    option!("color", Value::One("WHEN"), false, "auto, always or never"),
    option!("watch" Some('w'), Value::None, false, "Go on with events as they come; `events` only"),
    option!("quiet" Some('q'), Value::None, false, "Report errors only"),
];

/// The values of the options.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) profiles: Vec<String>,
    pub(crate) all_profiles: bool,
    pub(crate) output: Option<String>,
    pub(crate) columns: Option<String>,
    pub(crate) sort: Option<String>,
    pub(crate) conditions: Vec<String>,
    /// How old events can be, such as `-1h`.
    pub(crate) since: Option<String>,
    pub(crate) first: Option<usize>,
    pub(crate) no_headers: bool,
    pub(crate) raw: bool,
    pub(crate) ids: bool,
    pub(crate) links: bool,
    pub(crate) set: Vec<String>,
    pub(crate) set_json: Vec<String>,
    pub(crate) from_file: Option<String>,
    pub(crate) skeleton: bool,
    pub(crate) no_check: bool,
    pub(crate) within: Option<String>,
    pub(crate) allow_none: bool,
    pub(crate) expect: Option<usize>,
    pub(crate) yes: bool,
    pub(crate) parallel: usize,
    pub(crate) fail_fast: bool,
    pub(crate) dry_run: Option<String>,
    pub(crate) no_wait: bool,
    /// `Some("")` without a status.
    pub(crate) wait: Option<String>,
    pub(crate) time_limit: Option<Duration>,
    pub(crate) wait_while_locked: Option<Duration>,
    pub(crate) report: Option<String>,
    pub(crate) strict: bool,
    pub(crate) request_id: Option<String>,
    pub(crate) record: Option<String>,
    pub(crate) replay: Option<String>,
    pub(crate) color: Option<String>,
    pub(crate) quiet: bool,
    /// Whether requests are logged.
    pub(crate) logs: bool,
    pub(crate) watch: bool,
}

impl Options {
    /// Whether several engines are asked.
    pub(crate) fn has_several_engines(&self) -> bool {
        self.all_profiles || self.profiles.len() > 1
    }

    /// Whether look-ups are left out of a dry run.
    pub(crate) fn is_offline(&self) -> bool {
        let form = self.dry_run.as_deref().unwrap_or_default();
        form.split(',').any(|part| part == "offline")
    }
}

/// Adds the options to a command.
pub(crate) fn add_to(command: Command) -> Command {
    command
        .next_help_heading("Options of all commands")
        .args(TABLE.iter().map(|option| {
            let arg = Arg::new(option.long)
                .long(option.long)
                .help(option.help)
                .hide_short_help(!option.common);
            let arg = match option.short {
                Some(short) => arg.short(short),
                None => arg,
            };
            match option.value {
                Value::None => arg.action(ArgAction::SetTrue),
                Value::One(name) => arg.value_name(name).overrides_with(option.long),
                Value::Optional(name) => arg
                    .value_name(name)
                    .num_args(0..=1)
                    .require_equals(true)
                    .default_missing_value("")
                    .overrides_with(option.long),
                Value::Many(name) => arg.value_name(name).action(ArgAction::Append),
            }
        }))
}

/// Reads the options from a parsed command line.
///
/// # Errors
///
/// A number or a duration that is none.
pub(crate) fn read(matches: &ArgMatches) -> Result<Options, Failure> {
    let one = |name: &str| matches.get_one::<String>(name).cloned();
    let many = |name: &str| {
        let values = matches.get_many::<String>(name);
        values.map_or_else(Vec::new, |values| values.cloned().collect())
    };
    let profiles = many("profile");
    let profiles = profiles.iter().flat_map(|names| names.split(','));
    let number = |name: &str| match one(name) {
        None => Ok(None),
        Some(text) => text.parse::<usize>().map(Some).map_err(|_| {
            Failure::usage(format!(
                "--{name} {text:?} is not a number: use one such as 8"
            ))
        }),
    };
    let time = |name: &str| match one(name) {
        None => Ok(None),
        Some(text) => unit::duration(&text).map(Some).ok_or_else(|| {
            Failure::usage(format!(
                "--{name} {text:?} is not a duration: use one such as 30s, 10m or 2h"
            ))
        }),
    };
    Ok(Options {
        profiles: profiles.map(str::to_owned).collect(),
        all_profiles: matches.get_flag("all-profiles"),
        output: one("output"),
        columns: one("columns"),
        sort: one("sort"),
        conditions: many("where"),
        since: None,
        first: number("first")?,
        no_headers: matches.get_flag("no-headers"),
        raw: matches.get_flag("raw"),
        ids: matches.get_flag("ids"),
        links: matches.get_flag("links"),
        set: many("set"),
        set_json: many("set-json"),
        from_file: one("from-file"),
        skeleton: matches.get_flag("skeleton"),
        no_check: matches.get_flag("no-check"),
        within: one("within"),
        allow_none: matches.get_flag("allow-none"),
        expect: number("expect")?,
        yes: matches.get_flag("yes"),
        parallel: number("parallel")?.unwrap_or(8).clamp(1, 64),
        fail_fast: matches.get_flag("fail-fast"),
        dry_run: one("dry-run"),
        no_wait: matches.get_flag("no-wait"),
        wait: one("wait"),
        time_limit: time("time-limit")?,
        wait_while_locked: time("wait-while-locked")?,
        report: one("report"),
        strict: matches.get_flag("strict"),
        request_id: one("request-id"),
        record: one("record"),
        replay: one("replay"),
        color: one("color"),
        quiet: matches.get_flag("quiet"),
        logs: matches.get_flag("verbose") || matches.contains_id("trace"),
        watch: matches.get_flag("watch"),
    })
}

/// Whether an argument is an own option, and whether its value is the next argument.
pub(crate) fn is_own(argument: &str) -> Option<bool> {
    if let Some(long) = argument.strip_prefix("--") {
        let (name, has_value) = match long.split_once('=') {
            Some((name, _)) => (name, true),
            None => (long, false),
        };
        if matches!(name, "help" | "version") {
            return Some(false);
        }
        let option = TABLE.iter().find(|option| option.long == name)?;
        let separate = matches!(option.value, Value::One(_) | Value::Many(_));
        return Some(separate && !has_value);
    }
    let mut letters = argument.strip_prefix('-')?.chars();
    let letter = letters.next()?;
    if matches!(letter, 'h' | 'V') {
        return Some(false);
    }
    let option = TABLE.iter().find(|option| option.short == Some(letter))?;
    let separate = matches!(option.value, Value::One(_) | Value::Many(_));
    Some(separate && letters.as_str().is_empty())
}
