//! `ovirt explain`: the model of the API, offline.

use clap::{Arg, Command};
use ovirt_model::{Direction, Model, Place};

use super::call::{Call, command};
use crate::failure::{Exit, Failure, did_you_mean, nearest};
use crate::grammar;
use crate::io::Io;
use crate::noun::{Noun, Verb};
use crate::output::checked_path;
use crate::value::{Members, Slot};

/// The command line of `ovirt explain`.
pub(super) fn explain_command() -> Command {
    command("explain")
        .about("Explains a type, a member, a noun, a verb or a path of the API. Needs no engine.")
        .arg(
            Arg::new("subject")
                .value_name("SUBJECT")
                .num_args(0..)
                .help("Such as vm.cpu.topology, vm_status, vm start or /vms/1/nics"),
        )
        .arg(
            Arg::new("find")
                .long("find")
                .value_name("TEXT")
                .help("List the types, members and verbs whose description has this text"),
        )
}

/// Explains a type, a member, a verb or a path.
pub(super) fn explain(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let text = match call.matches.get_one::<String>("find") {
        Some(text) => search(call.model, text),
        None => {
            let subject = call.matches.get_many::<String>("subject");
            let words: Vec<&str> = subject.into_iter().flatten().map(String::as_str).collect();
            page(call.model, &words)?
        }
    };
    write!(io.stdout, "{text}")?;
    Ok(Exit::Done)
}

fn page(model: &Model, words: &[&str]) -> Result<String, Failure> {
    match words {
        [] => Err(Failure::usage("nothing is given to explain")
            .hint("as in `ovirt explain vm.cpu` or `ovirt explain vm start`")),
        [path] if path.starts_with('/') => at_path(model, path),
        [one] => match member(model, one) {
            Ok(text) => Ok(text),
            Err(failure) => noun_or_verb(model, words).map_err(|_| failure),
        },
        several => noun_or_verb(model, several),
    }
}

/// The page of a type, an enum, or a member such as `vm.cpu.topology`.
fn member(model: &Model, subject: &str) -> Result<String, Failure> {
    let subject = subject.replace('-', "_");
    let (type_name, path) = subject.split_once('.').unwrap_or((&subject, ""));
    if let Some(kind) = model.enumeration(type_name) {
        return Ok(enumeration(kind));
    }
    let Some(structure) = model.structure(type_name) else {
        let names = model.struct_names();
        let near = nearest(type_name, names);
        return Err(Failure::usage(format!(
            "there is no type `{type_name}`{}",
            did_you_mean(near)
        )));
    };
    if path.is_empty() {
        let mut text = format!("{}: {}\n\nMembers:\n", structure.name, structure.doc);
        members(&Members::of(model, structure), &mut text);
        return Ok(text);
    }
    let path = checked_path(model, type_name, path)?;
    let slot = crate::flags::member_at(model, &Members::of(model, structure), &path);
    let Some(slot) = slot else {
        return Err(Failure::usage(format!("{type_name} has no member {path}")));
    };
    let mut text = format!(
        "{type_name}.{path}: {}\n{}\n",
        type_of(slot),
        slot.description()
    );
    if let Some(kind) = slot.kind.named().and_then(|name| model.enumeration(name)) {
        text.push_str(&format!("\n{}", enumeration(kind)));
    }
    if let Some(structure) = slot.structure(model) {
        text.push_str("\nMembers:\n");
        members(&Members::of(model, structure), &mut text);
    }
    Ok(text)
}

fn enumeration(kind: &ovirt_model::Enum) -> String {
    let mut text = format!("{}: {}\n\nValues:\n", kind.name, kind.doc);
    let rows = kind
        .values
        .iter()
        .map(|value| (value.name.as_str(), value.doc.as_str()));
    grammar::table(&mut text, rows);
    text
}

/// The type of a slot as the model writes it.
fn type_of(slot: Slot<'_>) -> String {
    let name = slot.kind.word();
    let name = if slot.list {
        format!("[{name}]")
    } else {
        name.to_owned()
    };
    match (slot.link, slot.secret) {
        (true, _) => format!("link {name}"),
        (false, true) => format!("secret {name}"),
        (false, false) => name,
    }
}

fn members(members: &Members<'_>, text: &mut String) {
    let rows: Vec<(String, String)> = members
        .0
        .iter()
        .map(|slot| {
            let name = format!("{}: {}", slot.name, type_of(*slot));
            (name, slot.description())
        })
        .collect();
    let rows = rows.iter().map(|(name, doc)| (name.as_str(), doc.as_str()));
    grammar::table(text, rows);
}

fn noun_or_verb(model: &Model, words: &[&str]) -> Result<String, Failure> {
    let mut noun = Noun::system();
    let mut rest = words;
    while let [word, after @ ..] = rest {
        let Some((child, _)) = noun.child(model, word) else {
            break;
        };
        (noun, rest) = (child, after);
    }
    match rest {
        [] => Ok(grammar::noun_help(model, &noun, &super::of_noun(&noun))),
        [word] => match noun.verb(model, word) {
            Some(verb) => Ok(verb_page(model, &noun, &verb)),
            None => Err(Failure::usage(format!(
                "`{}` has no verb `{word}`",
                noun.words()
            ))),
        },
        _ => Err(Failure::usage(format!(
            "there is no `{}` to explain",
            words.join(" ")
        ))),
    }
}

fn verb_page(model: &Model, noun: &Noun<'_>, verb: &Verb<'_>) -> String {
    let mut text = format!(
        "ovirt {} {}: {}\n\n{}\nSDK: {}\n",
        noun.words(),
        verb.name,
        verb.doc(),
        grammar::footer(noun, verb),
        verb.operation()
    );
    let parameters = verb.parameters();
    let rows: Vec<(String, String)> = parameters
        .iter()
        .map(|parameter| {
            let place = match (parameter.place(verb.method.kind), parameter.direction) {
                (_, Direction::Out) => "result",
                (Place::Query, _) => "query",
                (Place::Action, _) => "action",
                (Place::Document, _) => "document",
            };
            let slot = Slot::of_parameter(model, parameter, &[], "");
            let name = format!(
                "{} ({place}): {}",
                parameter.name,
                type_of(Slot {
                    link: false,
                    ..slot
                })
            );
            (name, model.parameter_description(verb.method, parameter))
        })
        .collect();
    text.push_str("\nParameters:\n");
    grammar::table(
        &mut text,
        rows.iter().map(|(name, doc)| (name.as_str(), doc.as_str())),
    );
    let demands = verb.demands();
    if !demands.is_empty() {
        text.push_str("\nRequired:\n");
        for needs in demands {
            text.push_str(&format!("  {}\n", needs.any_of.join(" or ")));
        }
    }
    text
}

/// The page of the service at a path.
fn at_path(model: &Model, path: &str) -> Result<String, Failure> {
    let steps = model
        .walk(path)
        .ok_or_else(|| Failure::usage(format!("the API has no service at {path}")))?;
    let mut noun = Noun::system();
    for step in steps.iter().filter(|step| step.locator.parameter.is_none()) {
        match noun.child(model, step.segment) {
            Some((child, _)) => noun = child,
            None => return Err(Failure::usage(format!("the API has no service at {path}"))),
        }
    }
    let service = steps
        .last()
        .map_or("system", |step| step.service.name.as_str());
    Ok(format!(
        "{path}: service {service}\n\n{}",
        grammar::noun_help(model, &noun, &super::of_noun(&noun))
    ))
}

/// Types, members and values whose name or description has a text.
fn search(model: &Model, wanted: &str) -> String {
    let wanted = wanted.to_lowercase();
    let has = |name: &str, doc: &str| {
        name.to_lowercase().contains(&wanted) || doc.to_lowercase().contains(&wanted)
    };
    let mut rows: Vec<(String, &str)> = Vec::new();
    for structure in model.structs() {
        if has(&structure.name, &structure.doc) {
            rows.push((structure.name.clone(), &structure.doc));
        }
        for member in structure.members.iter().filter(|it| has(&it.name, &it.doc)) {
            rows.push((format!("{}.{}", structure.name, member.name), &member.doc));
        }
    }
    for kind in model.enums() {
        for value in kind.values.iter().filter(|it| has(&it.name, &it.doc)) {
            rows.push((format!("{} {}", kind.name, value.name), &value.doc));
        }
    }
    for service in model.services() {
        for method in service.methods.iter().filter(|it| has(&it.name, &it.doc)) {
            rows.push((format!("{}.{}", service.name, method.name), &method.doc));
        }
    }
    let mut text = String::new();
    grammar::table(
        &mut text,
        rows.iter().map(|(name, doc)| (name.as_str(), *doc)),
    );
    text
}
