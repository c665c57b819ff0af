//! The options of `events`: since when, how severe, of which VM.

use clap::{Arg, ArgMatches};

use crate::failure::Failure;
use crate::noun::Verb;
use crate::options::Options;
use crate::value::unit;

/// The severities, from the least on.
const SEVERITIES: [&str; 4] = ["normal", "warning", "error", "alert"];

/// The additional arguments of a verb.
pub(crate) fn arguments(verb: &Verb<'_>) -> Vec<Arg> {
    if verb.operation() != "events.list" {
        return Vec::new();
    }
    let argument = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    vec![
        argument("since", "TIME", "Only events that are no older, such as 1h"),
        argument(
            "severity",
            "VALUE",
            "Only events that are at least so severe [normal, warning, error, alert]",
        ),
        argument("vm", "NAME", "Only events of this VM"),
    ]
}

/// Turns the arguments into conditions.
///
/// # Errors
///
/// Values that are none.
pub(crate) fn read(
    verb: &Verb<'_>,
    matches: &ArgMatches,
    options: &mut Options,
) -> Result<(), Failure> {
    if arguments(verb).is_empty() {
        return Ok(());
    }
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    if let Some(since) = text("since") {
        if unit::duration(since).is_none() {
            return Err(Failure::usage(format!(
                "--since {since:?} is not a duration: use one such as 30m, 1h or 2d"
            )));
        }
        options.since = Some(format!("-{since}"));
        options.conditions.push(format!("time>=-{since}"));
    }
    if let Some(severity) = text("severity") {
        let Some(least) = SEVERITIES.iter().position(|known| *known == severity) else {
            return Err(Failure::usage(format!(
                "--severity {severity:?} is not one of {}",
                SEVERITIES.join(", ")
            )));
        };
        let terms = SEVERITIES[least..]
            .iter()
            .map(|it| format!("severity={it}"));
        let terms: Vec<String> = terms.collect();
        options.conditions.push(terms.join(" or "));
    }
    if let Some(vm) = text("vm") {
        options
            .conditions
            .push(format!("vm=\"{}\"", vm.replace('"', "")));
    }
    Ok(())
}
