//! Lists: objects of a collection, printed while they arrive.

use std::time::SystemTime;

use ovirt::types::Document;
use ovirt_model::MethodKind;
use serde_json::Value;

use crate::address::{self, Address, Part};
use crate::data;
use crate::draft::Draft;
use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};
use crate::json::Json;
use crate::output::{Format, Names, Printer, Screen};
use crate::resolve::{Object, Resolver, label_of};
use crate::session::{Session, json};
use crate::value::unit;
use crate::work::Work;

/// Prints the objects of one or more collections.
///
/// # Errors
///
/// Failed requests; patterns that match nothing.
pub(crate) fn run(
    work: &Work<'_>,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let Work { session, noun, .. } = *work;
    let (parents, patterns) = parents(work)?;
    let type_name = type_name(work);
    let mut screen = Screen::new(session.options, environment, io.stdout, io.is_terminal);
    let mut names = Names::new(Some(session));
    let mut printer = Printer::new(
        session.model,
        session.options,
        type_name,
        &mut names,
        &mut screen,
    )?;
    if session.options.watch {
        return watch(session, type_name, printer);
    }
    if *printer.format() == Format::Xml {
        let query = query(work, patterns, type_name, &Format::Xml);
        for parent in &parents {
            write_xml(session, &noun.path(&parent.ids), &query, &mut printer)?;
        }
        return printer.finish().map(|()| Exit::Done);
    }
    let format = printer.format().clone();
    let found = objects(work, &format, |object, parent| {
        printer.add_view(object, parent)?;
        Ok(!printer.is_full())
    });
    match found {
        // A pattern that matches nothing does not spoil what others match.
        Ok(()) => printer.finish()?,
        Err(ref failure) if failure.exit == Exit::NotFound => printer.finish()?,
        Err(_) => {}
    }
    found.map(|()| Exit::Done)
}

/// Calls `handle` for each object that a list shall show, with the address of the object that has
/// the list, until it returns false.
///
/// # Errors
///
/// Failed requests; patterns that match nothing.
pub(crate) fn objects(
    work: &Work<'_>,
    format: &Format,
    mut handle: impl FnMut(Json<'_>, &str) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let Work { session, noun, .. } = *work;
    let (parents, patterns) = parents(work)?;
    let type_name = type_name(work);
    let query = query(work, patterns, type_name, format);
    let oldest = oldest(session);
    let is_sorted = query.iter().all(|(name, _)| name != "search");
    let mut matched = vec![false; patterns.len()];
    for parent in &parents {
        let path = noun.path(&parent.ids);
        each(session, &path, type_name, &query, |object| {
            // The engine lists the newest events first.
            if let (true, Some(oldest)) = (is_sorted, oldest)
                && time_of(&object.to_value()) < Some(oldest)
            {
                return Ok(false);
            }
            let label = data::label(type_name);
            let is_meant =
                patterns.is_empty() || fits(patterns, &mut matched, &object.to_value(), label);
            if is_meant {
                handle(object, &parent.address)
            } else {
                Ok(true)
            }
        })?;
    }
    let missing = patterns
        .iter()
        .zip(&matched)
        .find(|(_, matched)| !**matched);
    match missing {
        Some((pattern, _)) if !session.options.allow_none && session.options.first.is_none() => {
            let message = format!("no {} matches {:?}", noun.words(), pattern.text);
            Err(Failure::new(Exit::NotFound, message).hint("--allow-none makes this a success"))
        }
        _ => Ok(()),
    }
}

/// The type of the objects that a verb returns.
pub(crate) fn type_name<'w>(work: &Work<'w>) -> &'w str {
    let document = work.verb.method.document();
    let named = document.and_then(|document| document.kind.named());
    named.unwrap_or("action")
}

/// The query parameters of a list, with what patterns and the format add.
fn query(
    work: &Work<'_>,
    patterns: &[Address],
    type_name: &str,
    format: &Format,
) -> Vec<(String, String)> {
    let mut query = work.draft.query.clone();
    let label = data::label(type_name);
    if let Some(search) = search(work, patterns, label) {
        query.push(("search".to_owned(), search));
    }
    let follows = query.iter().any(|(name, _)| name == "follow");
    if let (Format::Name, Some((link, _)), false) = (format, label.split_once('.'), follows) {
        query.push(("follow".to_owned(), link.to_owned()));
    }
    query
}

/// What a list sends, and the objects that have it: patterns at the root become a search.
///
/// # Errors
///
/// A word that is no format.
pub(crate) fn draft<'w>(work: &Work<'w>) -> Result<(Draft<'w>, &'w [Address]), Failure> {
    let is_root = work.noun.object_positions(false).is_empty();
    let (patterns, parents) = match is_root {
        true => (work.addresses, &[][..]),
        false => (&[][..], work.addresses),
    };
    let (format, _) = Format::parse(work.session.options.output.as_deref())?;
    let draft = Draft {
        query: query(work, patterns, type_name(work), &format),
        body: work.draft.body.clone(),
        document: work.draft.document.clone(),
    };
    Ok((draft, parents))
}

/// Since when events are wanted, in seconds since the Unix epoch.
fn oldest(session: &Session<'_>) -> Option<i64> {
    let since = session.options.since.as_deref()?;
    unit::seconds(&unit::relative_date(since, SystemTime::now())?)
}

fn time_of(event: &Value) -> Option<i64> {
    unit::seconds(event["time"].as_str()?)
}

/// Prints events as they come, after those since when they are wanted.
fn watch(
    session: &Session<'_>,
    type_name: &str,
    mut printer: Printer<'_, '_>,
) -> Result<Exit, Failure> {
    if type_name != "event" {
        return Err(Failure::usage(
            "--watch is for events: use `ovirt events --watch`",
        ));
    }
    printer.line_by_line("{time}  {severity}  {description}");
    let events = session.connection.system_service().events_service();
    let mut last = None;
    if let Some(oldest) = oldest(session) {
        let mut recent = Vec::new();
        each(session, "/events", type_name, &[], |event| {
            let event = event.to_value();
            let is_recent = time_of(&event) >= Some(oldest);
            recent.push(event);
            Ok(is_recent)
        })?;
        last = recent.first().and_then(|event| event["index"].as_i64());
        for event in recent.into_iter().rev() {
            printer.add(event, "")?;
        }
        printer.flush()?;
        if printer.is_full() {
            return Ok(Exit::Done);
        }
    }
    for event in events.watch(last) {
        printer.add(json(&Document::from(event?), session.options.links), "")?;
        printer.flush()?;
        if printer.is_full() {
            break;
        }
    }
    printer.finish()?;
    Ok(Exit::Done)
}

/// The objects that have the collections, and the patterns of a collection at the root.
fn parents<'w>(work: &Work<'w>) -> Result<(Vec<Object>, &'w [Address]), Failure> {
    let Work {
        session,
        noun,
        addresses,
        ..
    } = *work;
    if noun.object_positions(false).is_empty() {
        let root = Object::root();
        return Ok((vec![root], addresses));
    }
    if addresses.is_empty() {
        let parents: Vec<String> = noun
            .objects(false)
            .iter()
            .map(|level| level.word().to_uppercase())
            .collect();
        let words = noun.words();
        return Err(Failure::usage(format!(
            "`ovirt {words} list` needs an address: {}",
            parents.join("/")
        ))
        .hint(format!(
            "as in `ovirt {words} list NAME`; patterns such as 'web-*' work, too"
        )));
    }
    Ok((Resolver::new(session).objects(noun, false, addresses)?, &[]))
}

/// The search for some patterns, if the engine can do it.
fn search(work: &Work<'_>, patterns: &[Address], label: &str) -> Option<String> {
    let parameters = &work.verb.method.parameters;
    let given = |name: &str| work.draft.query.iter().any(|(own, _)| own == name);
    let can = parameters
        .iter()
        .any(|parameter| parameter.name == "search");
    if !can || given("search") || !matches!(label, "name" | "alias") {
        return None;
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '*');
    let terms = patterns
        .iter()
        .map(|pattern| match pattern.parts.as_slice() {
            [Part::Name(text) | Part::Pattern(text)] if text.chars().all(plain) => {
                Some(format!("{label}={text}"))
            }
            _ => None,
        });
    let terms: Vec<String> = terms.collect::<Option<_>>()?;
    (!terms.is_empty()).then(|| terms.join(" or "))
}

/// Whether an object is one of those meant; notes which pattern it was.
fn fits(patterns: &[Address], matched: &mut [bool], object: &Value, label: &str) -> bool {
    let name = label_of(object, label).unwrap_or_default();
    let mut found = false;
    for (pattern, matched) in patterns.iter().zip(matched) {
        let fits = match pattern.parts.last() {
            Some(Part::Id(id)) => object["id"] == *id,
            Some(Part::Name(wanted)) => *wanted == name,
            Some(Part::Pattern(pattern)) => address::matches(pattern, &name),
            None => false,
        };
        *matched |= fits;
        found |= fits;
    }
    found
}

/// Calls `handle` for each object of a collection while they arrive, until it returns false.
pub(crate) fn each(
    session: &Session<'_>,
    path: &str,
    type_name: &str,
    query: &[(String, String)],
    mut handle: impl FnMut(Json<'_>) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let mut request = session.connection.service(path)?.list();
    for (name, value) in query {
        request = request.with_query(name, value);
    }
    if session.options.no_check {
        request = request.without_checks();
    }
    let plural = session
        .model
        .structure(type_name)
        .map(|structure| structure.plural_tag());
    let links = session.options.links;
    let mut handle_all = |batch: &Document| {
        let view = batch.view();
        for object in (Json { view, links }).items() {
            if !handle(object)? {
                return Ok(false);
            }
        }
        Ok::<bool, Failure>(true)
    };
    let Some(list) = plural.and_then(|plural| Document::empty(&plural)) else {
        if let Some(objects) = request.call()? {
            handle_all(&objects)?;
        }
        return Ok(());
    };
    for batch in request.stream(&list)? {
        if !handle_all(&batch?)? {
            break;
        }
    }
    Ok(())
}

/// Writes a document as the engine sent it.
pub(crate) fn write_xml(
    session: &Session<'_>,
    path: &str,
    query: &[(String, String)],
    printer: &mut Printer<'_, '_>,
) -> Result<(), Failure> {
    let mut request = session.connection.raw(MethodKind::Get.http(), path);
    for (name, value) in query {
        request = request.query(name, value);
    }
    printer.bytes(request.call()?.body())
}
