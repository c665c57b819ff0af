//! `ovirt edit`: changes an object in an editor.

use clap::Command;
use ovirt_model::Model;
use serde_json::{Map, Value, json};

use self::editor::Editor;
use super::call::{Call, command};
use super::object::{noun_and_addresses, objects_argument};
use crate::draft::Draft;
use crate::dry_run;
use crate::ensure;
use crate::failure::{Exit, Failure};
use crate::flags::Body;
use crate::io::Io;
use crate::noun::Noun;
use crate::output::{Names, write_yaml};
use crate::resolve::{Object, Resolver};
use crate::session::Session;
use crate::value::{Members, Slot, coerce, path};
use crate::work::{Target, Work};

mod editor;

/// The command line of `ovirt edit`.
pub(super) fn edit_command() -> Command {
    command("edit")
        .about("Opens what can be changed of an object in $VISUAL or $EDITOR, as YAML.")
        .arg(objects_argument())
}

/// Opens an object in an editor, and sends what was changed.
pub(super) fn edit(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let (noun, addresses) = noun_and_addresses(call.model, &call.texts("object"))?;
    let Some(update) = noun.verb(call.model, "update") else {
        return Err(Failure::usage(format!(
            "a {} has no `update`",
            noun.words()
        )));
    };
    let body = Body::of(call.model, &update);
    let Some(members) = body.members() else {
        return Err(Failure::usage(format!(
            "nothing of a {} can be set",
            noun.words()
        )));
    };
    let connected = call.connect()?;
    let session = call.session(&connected);
    let objects = Resolver::new(&session).objects(&noun, true, &addresses)?;
    let [object] = objects.as_slice() else {
        return Err(Failure::usage("edit one object at a time"));
    };
    let mut edit = Edit {
        session: &session,
        noun: &noun,
        members,
        object,
        original: json!({}),
        seen: json!({}),
    };
    edit.original = edit.read()?;
    edit.seen = edit.original.clone();
    let mut editor = Editor::create(&edit.text()?, call.environment)?;
    loop {
        io.stdout.flush()?;
        let Some(text) = editor.open()? else {
            writeln!(io.stderr, "{}: unchanged", object.address)?;
            return Ok(Exit::Done);
        };
        let sent = edit.change(&text).and_then(|change| match &change {
            Value::Object(map) if map.is_empty() => Ok(false),
            _ => {
                let draft = Draft {
                    query: Vec::new(),
                    body: body.clone(),
                    document: json!({}),
                };
                let work = Work {
                    session: &session,
                    noun: &noun,
                    verb: &update,
                    draft: &draft,
                    addresses: &addresses,
                };
                let target = Target {
                    object: object.clone(),
                    document: change,
                };
                match &call.options.dry_run {
                    Some(form) => dry_run::show(&work, &[target], form, io),
                    None => ensure::request(&session, &noun, "update", &target),
                }
                .map(|()| true)
            }
        });
        match sent {
            Ok(is_changed) => {
                let word = if is_changed { "done" } else { "unchanged" };
                writeln!(io.stderr, "{}: {word}", object.address)?;
                editor.remove();
                return Ok(Exit::Done);
            }
            Err(failure) => editor.explain(failure)?,
        }
    }
}

/// An object being edited.
struct Edit<'e> {
    session: &'e Session<'e>,
    noun: &'e Noun<'e>,
    members: &'e Members<'e>,
    object: &'e Object,
    /// What can be written, as it was when the editor was opened.
    original: Value,
    /// The same, as it was when it was shown last.
    seen: Value,
}

impl Edit<'_> {
    /// What can be written of the object, as it is now.
    fn read(&self) -> Result<Value, Failure> {
        let object = self.session.get(&self.noun.path(&self.object.ids))?;
        let mut names = Names::new(Some(self.session));
        Ok(writable(
            self.session.model,
            self.members,
            &object,
            &mut names,
        ))
    }

    /// The text to begin with.
    fn text(&self) -> Result<String, Failure> {
        let mut text = Vec::new();
        write_yaml(&mut text, &self.original)?;
        let text = String::from_utf8_lossy(&text);
        Ok(format!(
            "# {} {}: change values, save, and leave the editor.\n\
             # No change, or an empty file, ends it. What is left out stays as it is.\n{text}",
            self.noun.words(),
            self.object.address
        ))
    }

    /// What a text changes. Refuses to overwrite what others have changed meanwhile, once.
    fn change(&mut self, text: &str) -> Result<Value, Failure> {
        let value: Value = serde_saphyr::from_str(text)
            .map_err(|error| Failure::usage(format!("this is not YAML: {error}")))?;
        let value = coerce::object(self.session.model, self.members, value, "")?;
        let change = difference(&self.original, &value);
        let current = self.read()?;
        let mut paths = Vec::new();
        leaves(&change, "", &mut paths);
        let conflicts = paths.iter().filter_map(|at| {
            let (seen, now) = (path::get(&self.seen, at), path::get(&current, at));
            let is_conflict = now != seen && now != path::get(&value, at);
            is_conflict.then(|| format!("{at} is {} now", now.unwrap_or_default()))
        });
        let conflicts: Vec<String> = conflicts.collect();
        self.seen = current;
        if conflicts.is_empty() {
            return Ok(change);
        }
        let message = format!("changed by others meanwhile: {}", conflicts.join(", "));
        Err(Failure::new(Exit::Conflict, message)
            .hint("save again without these lines to overwrite it"))
    }
}

/// The members of an object that requests can set. Links are names, where they are known.
fn writable(model: &Model, members: &Members<'_>, object: &Value, names: &mut Names<'_>) -> Value {
    let mut kept = Map::new();
    for (name, value) in object.as_object().into_iter().flatten() {
        let Ok(slot) = members.find(name, "") else {
            continue;
        };
        // Lists of links are collections of their own.
        if slot.readonly || slot.secret || slot.name == "id" || (slot.list && slot.link) {
            continue;
        }
        let value = writable_value(model, slot, value, names);
        if value.as_object().is_none_or(|map| !map.is_empty()) {
            kept.insert(name.clone(), value);
        }
    }
    kept.into()
}

fn writable_value(model: &Model, slot: Slot<'_>, value: &Value, names: &mut Names<'_>) -> Value {
    if let Value::Array(items) = value {
        let items = items.iter();
        return items
            .map(|item| writable_value(model, slot.item(), item, names))
            .collect();
    }
    let Some(structure) = slot.structure(model).filter(|_| value.is_object()) else {
        return value.clone();
    };
    if slot.link {
        let id = value["id"].as_str().unwrap_or_default();
        return match names.of(&structure.name, id) {
            Some(name) => json!({"name": name}),
            None => json!({"id": id}),
        };
    }
    writable(model, &Members::of(model, structure), value, names)
}

/// The members of `new` that differ; lists as a whole.
fn difference(old: &Value, new: &Value) -> Value {
    let mut changed = Map::new();
    for (name, new) in new.as_object().into_iter().flatten() {
        let old = old.get(name).unwrap_or(&Value::Null);
        if old == new {
            continue;
        }
        let value = match (old, new) {
            (Value::Object(_), Value::Object(_)) => difference(old, new),
            _ => new.clone(),
        };
        changed.insert(name.clone(), value);
    }
    changed.into()
}

/// Adds the paths of all values that are no objects.
fn leaves(value: &Value, path: &str, paths: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let path = match path {
                    "" => name.clone(),
                    path => format!("{path}.{name}"),
                };
                leaves(value, &path, paths);
            }
        }
        _ => paths.push(path.to_owned()),
    }
}
