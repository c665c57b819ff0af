//! `--dry-run`: what would be sent, in several forms.

use std::time::Duration;

use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::rust_code::{self, RustCode};
use crate::work::{self, Target, Work};

/// Prints the requests for some targets.
///
/// # Errors
///
/// An unknown form; a request that is not valid.
pub(crate) fn show(
    work: &Work<'_>,
    targets: &[Target],
    form: &str,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let form = form
        .split(',')
        .find(|part| *part != "offline")
        .unwrap_or_default();
    if form == "rust" {
        return Ok(write!(io.stdout, "{}", program(work, targets)?)?);
    }
    for target in targets {
        let text = text(work, target, form)?;
        let text = match work.session.options.is_offline() {
            // Objects that were not looked up stand in braces.
            true => text
                .replace("%7B", "{")
                .replace("%7D", "}")
                .replace("%3A", ":"),
            false => text,
        };
        write!(io.stdout, "{text}")?;
    }
    Ok(())
}

fn text(work: &Work<'_>, target: &Target, form: &str) -> Result<String, Failure> {
    let shown = work::request(work, target)?.dry_run()?;
    Ok(match form {
        "" | "http" => shown.to_string(),
        "curl" => format!("{}\n", shown.to_curl()),
        "xml" => format!("{}\n", shown.body()),
        "json" => {
            let text = serde_json::to_string_pretty(&target.document);
            format!("{}\n", text.unwrap_or_default())
        }
        _ => {
            return Err(
                Failure::usage(format!("there is no form {form:?} of a dry run"))
                    .hint("use http, curl, xml, json or rust"),
            );
        }
    })
}

/// A program that sends the requests, and waits as the verb does.
fn program(work: &Work<'_>, targets: &[Target]) -> Result<String, Failure> {
    let Work { session, verb, .. } = *work;
    let options = session.options;
    let duration = |limit: Duration| format!("std::time::Duration::from_secs({})", limit.as_secs());
    let mut requests = Vec::new();
    for target in targets {
        let shown = work::request(work, target)?.dry_run()?;
        let code = RustCode::of(session.model, &shown, verb.variant).ok_or_else(|| {
            let message = format!("`{}` cannot be shown as Rust", verb.name);
            Failure::new(Exit::Failed, message).hint("use --dry-run=http, curl, xml or json")
        })?;
        let code = match options.wait_while_locked {
            Some(limit) => code.call("with_wait_while_locked", Some(duration(limit))),
            None => code,
        };
        if options.no_wait || verb.is_read() {
            let is_printed = verb.is_read() || verb.method.action_result().is_some();
            requests.push((code.sent(), is_printed));
            continue;
        }
        let code = code.call("operation", None).sent().call("done", None);
        let code = match options.time_limit {
            Some(limit) => code.call("timeout", Some(duration(limit))),
            None => code,
        };
        requests.push((code.sent(), verb.method.action_result().is_some()));
    }
    Ok(rust_code::program(&requests))
}
