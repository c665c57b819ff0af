//! Several engines: reading verbs ask all at once, changing verbs one after the other.

use ovirt_model::MethodKind;
use serde_json::Value;

use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};
use crate::output::{Format, Names, Printer, Screen};
use crate::work::{self, Work};
use crate::{list, many, send, target};

/// The member of each object, and the column, that says which engine it is of.
const ENGINE: &str = "engine";

/// Carries a verb out with several engines, each of which has its own work.
///
/// # Errors
///
/// Options that concern one engine; nothing found on any engine.
pub(crate) fn run(
    works: &[Work<'_>],
    are_meant: bool,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Some(first) = works.first() else {
        return Ok(Exit::Done);
    };
    let options = first.session.options;
    if options.dry_run.is_none() && first.verb.is_read() {
        return read(works, first, environment, io);
    }
    if options.all_profiles {
        let message = format!("`{}` can change all engines", first.verb.name);
        return Err(Failure::usage(message).hint("choose profiles: -p NAME,NAME"));
    }
    let mut exit = Exit::Done;
    for work in works {
        match send::change(work, are_meant, environment, io) {
            Ok(Exit::Done) => {}
            Ok(_) => exit = Exit::Partly,
            Err(failure) => {
                writeln!(io.stderr, "{}", line(work, &failure))?;
                exit = Exit::Partly;
            }
        }
    }
    Ok(exit)
}

fn read(
    works: &[Work<'_>],
    first: &Work<'_>,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (options, model) = (first.session.options, first.session.model);
    let (format, _) = Format::parse(options.output.as_deref())?;
    if format == Format::Xml || options.watch {
        return Err(Failure::usage("XML and events are of one engine").hint("name it with -p"));
    }
    let mut screen = Screen::new(options, environment, io.stdout, io.is_terminal);
    let mut names = Names::new(works.iter().map(|work| work.session));
    let type_name = list::type_name(first);
    let mut printer = Printer::new(model, options, type_name, &mut names, &mut screen)?;
    printer.add_column(ENGINE);
    let outcomes = many::run(works, options, |work| objects(work, &format));
    let (mut count, mut missing, mut failures) = (0, None, Vec::new());
    for (work, outcome) in works.iter().zip(outcomes) {
        match outcome {
            Some(Ok(objects)) => {
                count += objects.len();
                for (mut object, parent) in objects {
                    object[ENGINE] = work.session.engine.into();
                    printer.add(object, &parent)?;
                }
            }
            // It may be on another engine.
            Some(Err(failure)) if failure.exit == Exit::NotFound => missing = Some(failure),
            Some(Err(failure)) => failures.push(line(work, &failure)),
            None => {}
        }
    }
    if let (Some(failure), 0, true) = (missing, count, failures.is_empty()) {
        return Err(failure);
    }
    printer.finish()?;
    for line in &failures {
        writeln!(io.stderr, "{line}")?;
    }
    match failures.is_empty() {
        true => Ok(Exit::Done),
        false => Ok(Exit::Partly),
    }
}

/// The objects of one engine, each with the address of the object that has it.
fn objects(work: &Work<'_>, format: &Format) -> Result<Vec<(Value, String)>, Failure> {
    let mut objects = Vec::new();
    if work.verb.method.kind == MethodKind::List {
        list::objects(work, format, |object, parent| {
            objects.push((object.to_value(), parent.to_owned()));
            Ok(true)
        })?;
        return Ok(objects);
    }
    for target in target::targets(work)? {
        let object = work.session.fetch(work::request(work, &target)?)?;
        let parent = target.object.address.rsplit_once('/');
        objects.push((object, parent.map_or("", |(parent, _)| parent).to_owned()));
    }
    Ok(objects)
}

/// What is reported of an engine that failed.
fn line(work: &Work<'_>, failure: &Failure) -> String {
    let engine = work.session.engine.unwrap_or_default();
    match &failure.because {
        Some(because) => format!("error: {engine}: {}: {because}", failure.message),
        None => format!("error: {engine}: {}", failure.message),
    }
}
