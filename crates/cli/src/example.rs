//! An example of each verb: written by hand for those used most, else made from what it requires.

use ovirt_model::{MethodKind, Model, Needs, Type, Unit};

use crate::data;
use crate::flags::{Body, Flag, member_at};
use crate::noun::{Level, Noun, Verb, dashed};
use crate::value::Slot;

/// A command line that works, if the objects exist.
pub(crate) fn of(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    body: &Body<'_>,
    flags: &[Flag<'_>],
) -> String {
    let mut words = vec!["ovirt".to_owned(), noun.words(), verb.name.clone()];
    let own = format!("{} {}", noun.words(), verb.name);
    if let Some(example) = data::example(&own) {
        return format!("ovirt {example}");
    }
    let levels = noun.objects(verb.on_item);
    let names: Vec<String> = levels.iter().map(|level| name(model, level)).collect();
    let mut address = names.join("/");
    let mut label = "";
    if verb.method.kind == MethodKind::Add
        && let Some(level) = noun.last()
        && let Some(type_name) = level.type_name(model)
        && let Some(members) = body.members()
        && member_at(model, members, data::label(type_name)).is_some_and(|it| !it.readonly)
        && data::label(type_name) != "id"
    {
        label = data::label(type_name);
        let separator = if address.is_empty() { "" } else { "/" };
        address = format!("{address}{separator}{}", name(model, level));
    }
    if !address.is_empty() {
        words.push(address);
    }
    let document = verb.document_name();
    let mut set: Vec<&str> = Vec::new();
    for needs in verb.demands() {
        let Some(path) = path(needs, document) else {
            continue;
        };
        let first = path.split(['.', '[']).next().unwrap_or_default();
        if path == label || set.contains(&path) {
            continue;
        }
        let flag = flags
            .iter()
            .find(|flag| flag.slot.name == first && flag.name == dashed(first));
        // The identifier of an object says which it is: no further member is needed of it.
        let is_reference = path == first || ["id", "name"].contains(&&path[first.len() + 1..]);
        match flag {
            Some(flag) if is_reference => {
                if !set.iter().any(|it| it.split('.').next() == Some(first)) {
                    words.push(format!("--{}={}", flag.name, sample(model, flag.slot)));
                }
            }
            _ => {
                let path = path.replace("[]", "[0]");
                let slot = body.members().and_then(|it| member_at(model, it, &path));
                if let Some(slot) = slot {
                    words.push(format!("--set={path}={}", sample(model, slot)));
                }
            }
        }
        set.push(path);
    }
    words.join(" ")
}

/// The first alternative of what is needed, within the document.
fn path<'n>(needs: &'n Needs, document: Option<&str>) -> Option<&'n str> {
    let path = needs.any_of.first()?.as_str();
    match document {
        Some(document) => path.strip_prefix(document)?.strip_prefix('.'),
        None => Some(path),
    }
}

/// A name of an object at a level.
fn name(model: &Model, level: &Level<'_>) -> String {
    let type_name = level.type_name(model).unwrap_or_default();
    match data::sample(&format!("@{type_name}")) {
        Some(name) => name.to_owned(),
        None if data::label(type_name) == "id" => "id:123".to_owned(),
        None => format!("{}1", level.word()),
    }
}

/// A value for a member or a parameter.
fn sample(model: &Model, slot: Slot<'_>) -> String {
    if let Some(sample) = data::sample(slot.name) {
        return sample.to_owned();
    }
    match slot.kind {
        Type::String => "text".to_owned(),
        Type::Boolean => "true".to_owned(),
        Type::Integer { .. } => match slot.unit {
            Some(Unit::Bytes | Unit::Mebibytes | Unit::Gibibytes) => "10GiB".to_owned(),
            Some(Unit::Seconds | Unit::Minutes | Unit::Milliseconds) => "10m".to_owned(),
            _ => "1".to_owned(),
        },
        Type::Decimal => "1.5".to_owned(),
        Type::Date => "now".to_owned(),
        Type::Named(name) if name == "version" => "4.7".to_owned(),
        Type::Named(name) => match model.enumeration(name) {
            Some(kind) => kind
                .values
                .first()
                .map_or_else(String::new, |value| value.name.clone()),
            None => match data::sample(&format!("@{name}")) {
                Some(sample) => sample.to_owned(),
                None if slot.takes_text(model) => format!("{}1", dashed(name)),
                None => "{}".to_owned(),
            },
        },
    }
}
