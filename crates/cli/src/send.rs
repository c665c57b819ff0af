//! Sends the request of a verb for each object, and reports the outcome.

use ovirt::types::Document;
use ovirt_model::MethodKind;
use serde_json::{Value, json};

use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io, read_line};
use crate::output::{Format, Names, Printer, Screen};
use crate::progress::Line;
use crate::resolve::label_of;
use crate::session::json as to_json;
use crate::target::targets;
use crate::work::{Target, Work, request};
use crate::{data, dry_run, list, many, wait};

/// Prints objects.
///
/// # Errors
///
/// Failed requests.
pub(crate) fn get(
    work: &Work<'_>,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Work {
        session,
        noun,
        verb,
        draft,
        ..
    } = *work;
    let targets = targets(work)?;
    let type_name = verb
        .method
        .document()
        .and_then(|document| document.kind.named());
    let mut screen = Screen::new(session.options, environment, io.stdout, io.is_terminal);
    let mut names = Names::new(Some(session));
    let mut printer = Printer::new(
        session.model,
        session.options,
        type_name.unwrap_or("action"),
        &mut names,
        &mut screen,
    )?;
    if *printer.format() == Format::Xml {
        for target in &targets {
            list::write_xml(
                session,
                &noun.path(&target.object.ids),
                &draft.query,
                &mut printer,
            )?;
        }
        return Ok(Exit::Done);
    }
    let outcomes = many::run(&targets, session.options, |target| {
        session.fetch(request(work, target)?)
    });
    if let ([target], [Some(outcome)]) = (targets.as_slice(), outcomes.as_slice()) {
        let object = outcome
            .clone()
            .map_err(|failure| failure.of(&target.object.address))?;
        printer.single(&object, &target.object.address)?;
        return Ok(Exit::Done);
    }
    let mut failures = Vec::new();
    for (target, outcome) in targets.iter().zip(outcomes) {
        match outcome {
            Some(Ok(object)) => {
                let parent = target
                    .object
                    .address
                    .rsplit_once('/')
                    .map_or("", |(parent, _)| parent);
                printer.add(object, parent)?;
            }
            Some(Err(failure)) => failures.push(failure.of(&target.object.address)),
            None => {}
        }
    }
    printer.finish()?;
    report(targets.len(), failures, io)
}

/// Changes objects.
///
/// # Errors
///
/// Failed requests; targets that are not what was expected.
pub(crate) fn change(
    work: &Work<'_>,
    are_meant: bool,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Work { session, verb, .. } = *work;
    let options = session.options;
    let targets = targets(work)?;
    if let Some(form) = &options.dry_run {
        dry_run::show(work, &targets, form, io)?;
        return Ok(Exit::Done);
    }
    confirm(work, &targets, are_meant, io)?;
    let outcomes = many::run(&targets, options, |target| carry_out(work, target));
    let mut failures = Vec::new();
    for (target, outcome) in targets.iter().zip(outcomes) {
        match outcome {
            Some(Ok(outcome)) => print(work, target, &outcome, environment, io)?,
            Some(Err(failure)) => {
                let address = match target.object.address.as_str() {
                    "" => &verb.name,
                    address => address,
                };
                failures.push(failure.of(&session.label(address)));
            }
            None => {}
        }
    }
    report(targets.len(), failures, io)
}

/// What came of a change.
pub(crate) enum Outcome {
    /// The response.
    Done(Value),
    /// The object was as the verb would make it, with this status.
    AlreadySo(String),
}

/// Changes an object, and waits for what the engine does; meanwhile, the progress is reported.
pub(crate) fn carry_out(work: &Work<'_>, target: &Target) -> Result<Outcome, Failure> {
    let Work { session, verb, .. } = *work;
    let address = match target.object.address.as_str() {
        "" => &verb.name,
        address => address,
    };
    let line = session.progress.begin(&session.label(address));
    let outcome = send_and_wait(work, target, &line);
    line.end(outcome.as_ref().err());
    outcome
}

fn send_and_wait(work: &Work<'_>, target: &Target, line: &Line) -> Result<Outcome, Failure> {
    let Work { session, verb, .. } = *work;
    let options = session.options;
    let request = request(work, target)?;
    let sent = if options.no_wait || verb.is_read() {
        request.call()
    } else {
        let limit = options.time_limit.unwrap_or(wait::JOBS);
        request.operation().call().and_then(|operation| {
            line.sent(operation.correlation_id());
            let reported = line.clone();
            let done = operation.done().timeout(limit);
            done.on_progress(move |jobs| reported.jobs(jobs)).call()
        })
    };
    match sent {
        Ok(document) => {
            let value = document
                .as_ref()
                .map_or(Value::Null, |it: &Document| to_json(it, options.links));
            if options.wait.is_some() {
                let current = wait::for_goal(work, target, &value, line)?;
                return Ok(Outcome::Done(current.unwrap_or(value)));
            }
            Ok(Outcome::Done(value))
        }
        Err(error) if error.is_conflict() && !options.strict => {
            match wait::is_already_so(work, target) {
                Some(status) => Ok(Outcome::AlreadySo(status)),
                None => Err(error.into()),
            }
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks before something is destroyed that was not named object by object.
fn confirm(
    work: &Work<'_>,
    targets: &[Target],
    are_meant: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let Work {
        session,
        noun,
        verb,
        ..
    } = *work;
    if are_meant || session.options.yes || targets.is_empty() || !data::is_dangerous(&verb.name) {
        return Ok(());
    }
    let addresses: Vec<&str> = targets
        .iter()
        .map(|it| it.object.address.as_str())
        .collect();
    if !io.can_ask {
        return Err(Failure::usage(format!(
            "`{} {}` would change {}: {}; nothing was changed",
            noun.words(),
            verb.name,
            targets.len(),
            addresses.join(" ")
        ))
        .hint("repeat it with --yes if that is meant"));
    }
    write!(
        io.stderr,
        "{} {} {}: {}? [y/N] ",
        verb.name,
        targets.len(),
        noun.words(),
        addresses.join(" ")
    )?;
    io.stderr.flush()?;
    match read_line(io).trim() {
        "y" | "yes" | "Y" => Ok(()),
        _ => Err(Failure::usage("nothing was changed")),
    }
}

/// Prints the outcome of a change.
fn print(
    work: &Work<'_>,
    target: &Target,
    outcome: &Outcome,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let Work {
        session,
        noun,
        verb,
        ..
    } = *work;
    let address = &target.object.address;
    let value = match outcome {
        Outcome::Done(value) => value,
        Outcome::AlreadySo(status) => {
            if !session.options.quiet && !session.progress.is_json() {
                writeln!(io.stderr, "{}: already {status}", session.label(address))?;
            }
            return Ok(());
        }
    };
    let result = result(work, value);
    if verb.method.kind == MethodKind::Add && session.options.output.is_none() {
        let label = noun
            .last()
            .and_then(|level| level.type_name(session.model))
            .map(data::label);
        // The response may only refer to what the request contained, such as an attached disk.
        let name = label
            .and_then(|label| label_of(value, label).or_else(|| label_of(&target.document, label)));
        let name = name.map_or_else(
            || format!("id:{}", value["id"].as_str().unwrap_or_default()),
            |name| crate::address::escape(&name),
        );
        let prefix = if address.is_empty() {
            String::new()
        } else {
            format!("{address}/")
        };
        writeln!(io.stdout, "{prefix}{name}")?;
        return Ok(());
    }
    if let Some((type_name, value)) = result {
        let mut names = Names::new(None);
        let is_terminal = io.is_terminal;
        let mut screen = Screen::new(session.options, environment, io.stdout, is_terminal);
        let printer = Printer::new(
            session.model,
            session.options,
            type_name,
            &mut names,
            &mut screen,
        )?;
        match value {
            Value::Array(items) => {
                let mut printer = printer;
                for item in items {
                    printer.add(item, "")?;
                }
                printer.finish()?;
            }
            value => printer.single(&value, address)?,
        }
    }
    if !session.options.quiet && !session.progress.is_json() {
        let address = if address.is_empty() {
            &verb.name
        } else {
            address
        };
        writeln!(io.stderr, "{}: done", session.label(address))?;
    }
    Ok(())
}

/// The part of a response that is a result: of an action what it returns, of others the object if
/// it was asked for.
fn result<'w>(work: &Work<'w>, value: &Value) -> Option<(&'w str, Value)> {
    let Work { session, verb, .. } = *work;
    if verb.method.kind == MethodKind::Action {
        let parameter = verb.method.action_result()?;
        let found = value.get(&parameter.name)?.clone();
        return match parameter.kind.named() {
            Some(type_name) => Some((type_name, found)),
            None => Some(("action", json!({&parameter.name: found}))),
        };
    }
    session.options.output.as_ref()?;
    let type_name = verb
        .method
        .document()
        .and_then(|document| document.kind.named())?;
    (!value.is_null()).then(|| (type_name, value.clone()))
}

/// Reports failures; the exit code is that of the only target, or says that some failed.
pub(crate) fn report(
    targets: usize,
    mut failures: Vec<Failure>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    if targets == 1
        && let Some(failure) = failures.pop()
    {
        return Err(failure);
    }
    if failures.is_empty() {
        return Ok(Exit::Done);
    }
    for failure in &failures {
        writeln!(io.stderr, "{failure}")?;
    }
    let failed = failures.len();
    writeln!(
        io.stderr,
        "{} of {targets} done, {failed} failed",
        targets - failed
    )?;
    Ok(Exit::Partly)
}
