//! `ovirt exists` and `ovirt wait`: questions about objects, answered by the exit code.

use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, Command};
use ovirt_model::Model;
use serde_json::Value;

use super::call::{Call, command};
use crate::address::Address;
use crate::failure::{Exit, Failure};
use crate::filter::Filter;
use crate::io::Io;
use crate::noun::Noun;
use crate::output::checked_path;
use crate::resolve::Resolver;
use crate::session::Session;
use crate::wait;

/// How long a condition is waited for by default.
const LIMIT: Duration = Duration::from_secs(600);

pub(super) fn objects_argument() -> Arg {
    Arg::new("object")
        .value_names(["NOUN", "ADDRESS"])
        .num_args(1..)
        .help("What it is about, such as vm web1 or vm nic web1/nic1")
}

/// The noun at the start of some words, and the addresses after it.
pub(super) fn noun_and_addresses<'m>(
    model: &'m Model,
    words: &[String],
) -> Result<(Noun<'m>, Vec<Address>), Failure> {
    let mut noun: Option<Noun<'m>> = None;
    let mut rest = words;
    while let [word, after @ ..] = rest {
        let current = noun.clone().unwrap_or_else(Noun::system);
        let Some((child, _)) = current.child(model, word) else {
            break;
        };
        (noun, rest) = (Some(child), after);
    }
    let (Some(noun), false) = (noun, rest.is_empty()) else {
        let words = words.join(" ");
        return Err(
            Failure::usage(format!("{words:?} is not a noun and an address"))
                .hint("put the noun first, as in vm web1 or vm nic web1/nic1"),
        );
    };
    let addresses = rest.iter().map(|text| Address::parse(text));
    Ok((noun, addresses.collect::<Result<_, _>>()?))
}

/// The command line of `ovirt exists`.
pub(super) fn exists_command() -> Command {
    command("exists")
        .about("Exits with 0 if all objects exist, with 3 if one does not. Prints nothing.")
        .arg(objects_argument())
}

/// Succeeds if all objects exist.
pub(super) fn exists(call: &Call<'_>, _: &mut Io<'_>) -> Result<Exit, Failure> {
    let words = call.texts("object");
    let (noun, addresses) = noun_and_addresses(call.model, &words)?;
    let connected = call.connect()?;
    let session = call.session(&connected);
    for address in &addresses {
        match read(&session, &noun, address)? {
            Some(_) => {}
            None => return Ok(Exit::NotFound),
        }
    }
    Ok(Exit::Done)
}

/// The object at an address; `None` if there is none.
fn read(
    session: &Session<'_>,
    noun: &Noun<'_>,
    address: &Address,
) -> Result<Option<Value>, Failure> {
    let found = Resolver::new(session).objects(noun, true, std::slice::from_ref(address));
    let found = found.and_then(|objects| match objects.first() {
        Some(object) => session.get(&noun.path(&object.ids)).map(Some),
        None => Ok(None),
    });
    match found {
        Err(failure) if failure.exit == Exit::NotFound => Ok(None),
        found => found,
    }
}

/// What is waited for.
enum Condition {
    Gone,
    Exists,
    Holds(Filter),
}

impl Condition {
    fn parse(session: &Session<'_>, noun: &Noun<'_>, text: &str) -> Result<Self, Failure> {
        let type_name = noun.last().and_then(|level| level.type_name(session.model));
        let type_name = type_name.unwrap_or_default();
        Ok(match text {
            "gone" => Self::Gone,
            "exists" => Self::Exists,
            text => Self::Holds(Filter::parse_all(&[text.to_owned()], |path| {
                checked_path(session.model, type_name, path)
            })?),
        })
    }

    fn holds(&self, object: Option<&Value>) -> bool {
        match (self, object) {
            (Self::Gone, object) => object.is_none(),
            (Self::Exists, object) => object.is_some(),
            (Self::Holds(filter), Some(object)) => filter.matches(object),
            (Self::Holds(_), None) => false,
        }
    }
}

/// The command line of `ovirt wait`.
pub(super) fn wait_command() -> Command {
    command("wait")
        .about("Waits until all conditions hold for all objects; exits with 7 when time is over.")
        .arg(objects_argument())
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("CONDITION")
                .action(ArgAction::Append)
                .required(true)
                .help("gone, exists, or a condition such as status=up"),
        )
        .arg(
            Arg::new("once")
                .long("once")
                .action(ArgAction::SetTrue)
                .help("Look once; exit with 9 if a condition does not hold"),
        )
}

/// Waits until conditions hold. What is not there counts as not yet.
pub(super) fn wait(call: &Call<'_>, _: &mut Io<'_>) -> Result<Exit, Failure> {
    let words = call.texts("object");
    let (noun, addresses) = noun_and_addresses(call.model, &words)?;
    let connected = call.connect()?;
    let session = call.session(&connected);
    let texts = call.texts("for");
    let conditions = texts
        .iter()
        .map(|text| Condition::parse(&session, &noun, text));
    let conditions: Vec<Condition> = conditions.collect::<Result<_, _>>()?;
    let (start, limit) = (Instant::now(), call.options.time_limit.unwrap_or(LIMIT));
    let mut pause = Duration::from_millis(100);
    for address in &addresses {
        loop {
            let object = match read(&session, &noun, address) {
                // A starting engine is absent for a while.
                Err(failure)
                    if failure.exit == Exit::Unreachable && !call.matches.get_flag("once") =>
                {
                    None
                }
                read => read?,
            };
            if conditions
                .iter()
                .all(|condition| condition.holds(object.as_ref()))
            {
                break;
            }
            if call.matches.get_flag("once") {
                return Ok(Exit::No);
            }
            if start.elapsed() + pause > limit {
                let seen = match object.as_ref().map(wait::status) {
                    None => "it does not exist".to_owned(),
                    Some(None) => "it exists".to_owned(),
                    Some(Some((member, value))) => format!("its {member} is {value}"),
                };
                let message = format!(
                    "{}: not {} after {limit:?}: {seen}",
                    address.text,
                    texts.join(" and ")
                );
                return Err(Failure::new(Exit::Timeout, message)
                    .hint("wait longer with --time-limit, such as 30m"));
            }
            std::thread::sleep(pause);
            pause = (pause * 3 / 2).min(Duration::from_secs(5));
        }
    }
    Ok(Exit::Done)
}
