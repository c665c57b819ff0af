//! Runs one command line: finds its subject, parses its flags, and carries it out.

use std::ffi::OsString;
use std::io::{Read, Write};

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};
use ovirt_model::{MethodKind, Model};

use crate::address::Address;
use crate::draft::Draft;
use crate::failure::{Exit, Failure};
use crate::flags::{self, Body};
use crate::noun::{Noun, Verb};
use crate::options::{self, Options};
use crate::output::Screen;
use crate::session::Session;
use crate::walk::{ENSURE, Subject, walk};
use crate::{commands, connect, ensure, grammar, list, send, skeleton};

/// Returns the value of an environment variable.
pub type Environment<'e> = &'e dyn Fn(&str) -> Option<OsString>;

/// Standard input and output of a run.
pub struct Io<'w> {
    /// Standard input.
    pub stdin: &'w mut dyn Read,
    /// Standard output: results only.
    pub stdout: &'w mut dyn Write,
    /// Standard error: reports, questions, failures.
    pub stderr: &'w mut dyn Write,
    /// Whether standard output is a terminal.
    pub is_terminal: bool,
    /// Whether somebody can answer questions.
    pub can_ask: bool,
}

impl std::fmt::Debug for Io<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Io")
            .field("is_terminal", &self.is_terminal)
            .finish_non_exhaustive()
    }
}

/// Runs a command line, without the name of the program; returns the exit code.
pub fn run(arguments: &[String], environment: Environment<'_>, io: &mut Io<'_>) -> u8 {
    let model = Model::embedded();
    let exit = match carry_out(&model, arguments, environment, io) {
        Ok(exit) => exit,
        Err(failure) => {
            // An empty message means that nobody reads any more.
            if !failure.message.is_empty() {
                let _ = writeln!(io.stderr, "{failure}");
            }
            failure.exit
        }
    };
    exit as u8
}

fn carry_out(
    model: &Model,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    if arguments
        .first()
        .is_some_and(|first| matches!(first.as_str(), "--version" | "-V"))
    {
        writeln!(io.stdout, "ovirt {}", env!("CARGO_PKG_VERSION"))?;
        return Ok(Exit::Done);
    }
    let (subject, rest) = walk(model, arguments)?;
    match subject {
        Subject::Nothing => {
            write!(io.stdout, "{}", commands::front_page(model))?;
            Ok(Exit::Done)
        }
        Subject::Noun(noun) => {
            write!(io.stdout, "{}", grammar::noun_help(model, &noun))?;
            Ok(Exit::Done)
        }
        Subject::Command(name) => commands::run(name, model, &rest, environment, io),
        Subject::Verb(noun, verb) => run_verb(model, &noun, &verb, &rest, environment, io),
    }
}

/// Parses arguments with a command; help is printed, and ends the run.
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
        Ok(matches) => Ok(Some(matches)),
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

fn run_verb(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let body = Body::of(model, verb);
    let flags = flags::of(model, verb, &body);
    let command = grammar::command(model, noun, verb, &flags);
    let Some(matches) = parse(command, arguments, io)? else {
        return Ok(Exit::Done);
    };
    let options = options::read(&matches)?;
    if options.skeleton {
        write!(
            io.stdout,
            "{}",
            skeleton::text(model, noun, verb, &body, &flags)
        )?;
        return Ok(Exit::Done);
    }
    let texts = matches.get_many::<String>(grammar::ADDRESS);
    let texts: Vec<String> = texts.into_iter().flatten().cloned().collect();
    let (addresses, are_meant) = addresses(&texts, &options, io)?;
    let draft = Draft::build(model, verb, body, &flags, &matches, &options, io)?;
    let connected = connect::connect(&options, environment)?;
    let session = Session {
        model,
        options: &options,
        connection: connected.connection.clone(),
    };
    let work = Work {
        session: &session,
        noun,
        verb,
        draft: &draft,
        addresses: &addresses,
    };
    if verb.name == ENSURE {
        return ensure::run(&work, io);
    }
    match verb.method.kind {
        MethodKind::List if options.dry_run.is_none() => list::run(&work, environment, io),
        MethodKind::Get if options.dry_run.is_none() => send::get(&work, environment, io),
        _ => send::change(&work, are_meant, io),
    }
}

/// What a verb is asked to do.
pub(crate) struct Work<'w> {
    pub(crate) session: &'w Session<'w>,
    pub(crate) noun: &'w Noun<'w>,
    pub(crate) verb: &'w Verb<'w>,
    pub(crate) draft: &'w Draft<'w>,
    pub(crate) addresses: &'w [Address],
}

/// The addresses of a command line, those in files and on standard input included; and whether
/// each object was named by itself.
pub(crate) fn addresses(
    texts: &[String],
    options: &Options,
    io: &mut Io<'_>,
) -> Result<(Vec<Address>, bool), Failure> {
    let mut all = Vec::new();
    let mut are_meant = true;
    for text in texts {
        let content = match text.strip_prefix('@') {
            Some(file) => std::fs::read_to_string(file)
                .map_err(|error| Failure::usage(format!("cannot read {file}: {error}")))?,
            None if text == "-" => {
                let mut content = String::new();
                io.stdin
                    .read_to_string(&mut content)
                    .map_err(|error| Failure::usage(format!("cannot read addresses: {error}")))?;
                content
            }
            None => {
                all.push(text.clone());
                continue;
            }
        };
        are_meant = false;
        all.extend(content.lines().filter_map(address_of_line));
    }
    if let Some(within) = &options.within {
        match all.is_empty() {
            true => all.push(within.clone()),
            false => all
                .iter_mut()
                .for_each(|text| *text = format!("{within}/{text}")),
        }
    }
    let parsed: Vec<Address> = all
        .iter()
        .map(|text| Address::parse(text))
        .collect::<Result<_, _>>()?;
    are_meant &= parsed.iter().all(|address| !address.is_pattern());
    Ok((parsed, are_meant))
}

/// The address in a line: as it is, or the `id` of a JSON object.
fn address_of_line(line: &str) -> Option<String> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    let object: Option<serde_json::Value> = line
        .starts_with('{')
        .then(|| serde_json::from_str(line).ok())
        .flatten();
    match object {
        Some(object) => object["id"].as_str().map(|id| format!("id:{id}")),
        None => Some(line.to_owned()),
    }
}

/// The screen that results are printed on.
pub(crate) fn screen<'a>(
    options: &Options,
    environment: Environment<'_>,
    stdout: &'a mut dyn Write,
    is_terminal: bool,
) -> Screen<'a> {
    let set = |name: &str| environment(name).is_some_and(|value| !value.is_empty());
    let plain = set("NO_COLOR") || environment("TERM").is_some_and(|term| term == "dumb");
    let color = match options.color.as_deref() {
        Some("always") => true,
        Some("never") => false,
        _ => set("CLICOLOR_FORCE") || (is_terminal && !plain),
    };
    let width = environment("COLUMNS").and_then(|text| text.to_str()?.parse().ok());
    Screen {
        out: stdout,
        width: is_terminal.then(|| width.unwrap_or(usize::MAX)),
        color,
    }
}
