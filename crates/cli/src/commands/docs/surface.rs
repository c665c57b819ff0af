//! The surface of the command line: all nouns, verbs and flags, as JSON for tools, and as a short
//! text for reviews.

use std::collections::BTreeMap;

use ovirt_model::Model;
use serde_json::{Value, json};

use crate::commands;
use crate::example;
use crate::flags::{self, Body, Destination};
use crate::grammar;
use crate::noun::Noun;
use crate::options;

/// Everything, for tools.
pub(super) fn json(model: &Model) -> Value {
    let nouns = Noun::system().and_below(model).into_iter().map(|noun| {
        let verbs = noun.verbs(model).into_iter().map(|verb| {
            let body = Body::of(model, &verb);
            let flags = flags::of(model, &verb, &body);
            let shown = flags.iter().filter(|it| !it.slot.readonly).map(|flag| {
                json!({
                    "name": flag.name,
                    "value": flag.slot.placeholder(model),
                    "type": flag.slot.kind.word(),
                    "list": flag.slot.list,
                    "required": flag.demanded,
                    "doc": flag.slot.description(),
                })
            });
            json!({
                "name": verb.name,
                "operation": verb.operation(),
                "doc": verb.doc(),
                "request": grammar::footer(&noun, &verb).trim_start_matches("Request: "),
                "example": example::of(model, &noun, &verb, &body, &flags),
                "flags": shown.collect::<Vec<_>>(),
            })
        });
        let type_name = noun.last().and_then(|level| level.type_name(model));
        json!({
            "noun": noun.words(),
            "type": type_name,
            "doc": noun.last().map(|level| level.doc),
            "verbs": verbs.collect::<Vec<_>>(),
        })
    });
    let commands = commands::all().into_iter();
    let commands = commands
        .map(|(name, doc, example, _)| json!({"name": name, "doc": doc, "example": example}));
    let options = options::TABLE.iter();
    let options = options.map(|option| json!({"name": option.long, "doc": option.help}));
    json!({
        "options": options.collect::<Vec<_>>(),
        "commands": commands.collect::<Vec<_>>(),
        "nouns": nouns.collect::<Vec<_>>(),
    })
}

/// Names only, each once: flags that set members of a type are listed with the type.
pub(super) fn text(model: &Model) -> String {
    let mut nouns = String::new();
    let mut operations: BTreeMap<String, String> = BTreeMap::new();
    let mut types: BTreeMap<String, String> = BTreeMap::new();
    for noun in Noun::system().and_below(model) {
        let services = noun.last().map_or_else(
            || "system".to_owned(),
            |level| {
                let item = level.item.map(|item| format!(" {}", item.name));
                format!("{}{}", level.collection.name, item.unwrap_or_default())
            },
        );
        nouns.push_str(&format!("{}: {services}\n", noun.words()));
        for verb in noun.verbs(model) {
            let name = format!("{} {}", verb.service.name, verb.name);
            if operations.contains_key(&name) {
                continue;
            }
            let body = Body::of(model, &verb);
            let of_type = match &body {
                Body::Object(structure, _) => Some(&structure.name),
                _ => None,
            };
            let mut own = String::new();
            let mut members = String::new();
            let flags = flags::of(model, &verb, &body).into_iter();
            for flag in flags.filter(|flag| !flag.slot.readonly) {
                let is_member = flag.target == Destination::Member(flag.slot.name.to_owned());
                let text = format!(" {}", flag.name);
                match of_type {
                    Some(_) if is_member => members.push_str(&text),
                    _ => own.push_str(&text),
                }
            }
            if let Some(name) = of_type {
                types.insert(format!("@{name}"), members);
                own = format!(" @{name}{own}");
            }
            operations.insert(name, own);
        }
    }
    let mut text = "\
# The surface of the command line, so that changes show in reviews.
# Written by: cargo run -p ovirt-cli -- docs surface > crates/cli/data/surface.txt

# Commands
"
    .to_owned();
    for (name, ..) in commands::all() {
        text.push_str(&format!("{name}\n"));
    }
    text.push_str("\n# Options\n");
    for option in options::TABLE {
        text.push_str(&format!("--{}\n", option.long));
    }
    text.push_str("\n# Flags of types\n");
    for (name, flags) in types {
        text.push_str(&format!("{name}:{flags}\n"));
    }
    text.push_str("\n# Verbs of services, with their flags; @TYPE stands for those of the type\n");
    for (name, flags) in operations {
        text.push_str(&format!("{name}:{flags}\n"));
    }
    text.push_str("\n# Nouns, with their services\n");
    text.push_str(&nouns);
    text
}
