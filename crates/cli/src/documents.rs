//! The files of `apply` and `diff`: objects keyed by their noun, with nested lists.
//!
//! ```yaml
//! network:
//!   name: app
//!   data_center: Default
//! vm:
//! - name: web1
//!   cluster: Default
//!   template: Blank
//!   nics:
//!   - name: nic1
//!     vnic_profile: app
//! ```

use std::collections::BTreeSet;

use ovirt_model::Model;
use serde_json::{Map, Value};

use crate::address::{self, Part};
use crate::data;
use crate::draft::Draft;
use crate::failure::{Failure, did_you_mean, nearest};
use crate::flags::Body;
use crate::noun::{Noun, Verb};
use crate::value::{Members, Slot, coerce, path};

/// An object of a file.
pub(crate) struct Entry<'m> {
    pub(crate) noun: Noun<'m>,
    /// The verb that adds it.
    pub(crate) verb: Verb<'m>,
    pub(crate) draft: Draft<'m>,
    /// Its name or identifier among the objects of its collection.
    pub(crate) part: Part,
    /// Lists of objects in it that have a noun of their own.
    pub(crate) groups: Vec<Group<'m>>,
    /// Names of those lists that it must have when it is added.
    pub(crate) add_only: Vec<String>,
}

/// The objects of a nested list.
pub(crate) struct Group<'m> {
    pub(crate) noun: Noun<'m>,
    pub(crate) entries: Vec<Entry<'m>>,
}

/// Parses the objects of a file, in dependency order: references point backwards.
///
/// # Errors
///
/// Wrong syntax, unknown nouns and members, objects without a name, circular references.
pub(crate) fn read<'m>(model: &'m Model, content: &str) -> Result<Vec<Entry<'m>>, Failure> {
    let mut entries = Vec::new();
    for document in parse(content)? {
        let documents = match document {
            Value::Array(items) => items,
            other => vec![other],
        };
        for document in documents {
            let Value::Object(map) = document else {
                return Err(
                    Failure::usage("a document must be an object keyed by a noun")
                        .hint("as in `vm: {name: web1, cluster: Default, template: Blank}`"),
                );
            };
            for (word, value) in map {
                let noun = noun(model, &word)?;
                let objects = match value {
                    Value::Array(items) => items,
                    other => vec![other],
                };
                for object in objects {
                    entries.push(Entry::new(model, &noun, object, &word)?);
                }
            }
        }
    }
    ordered(model, entries)
}

/// The documents of a text: JSON, or YAML separated by `---`.
fn parse(content: &str) -> Result<Vec<Value>, Failure> {
    if let Ok(value) = serde_json::from_str(content) {
        return Ok(vec![value]);
    }
    let documents: Vec<Value> = serde_saphyr::from_multiple(content)
        .map_err(|error| Failure::usage(format!("this is neither JSON nor YAML: {error}")))?;
    Ok(documents.into_iter().filter(|it| !it.is_null()).collect())
}

fn noun<'m>(model: &'m Model, word: &str) -> Result<Noun<'m>, Failure> {
    if let Some((noun, _)) = Noun::system().child(model, word) {
        return Ok(noun);
    }
    let names: Vec<String> = Noun::roots(model).iter().map(Noun::words).collect();
    let near = nearest(word, names.iter().map(String::as_str));
    Err(
        Failure::usage(format!("there is no noun `{word}`{}", did_you_mean(near)))
            .hint("documents are keyed by a noun, as in `vm: {name: web1}`"),
    )
}

impl<'m> Entry<'m> {
    fn new(model: &'m Model, noun: &Noun<'m>, value: Value, at: &str) -> Result<Self, Failure> {
        let named = |failure: Failure| Failure {
            message: format!("{at}: {}", failure.message),
            ..failure
        };
        let Some(verb) = noun.verb(model, "add") else {
            return Err(Failure::usage(format!(
                "{at}: a {} cannot be added",
                noun.words()
            )));
        };
        let Value::Object(map) = value else {
            return Err(Failure::usage(format!("{at} must be an object")));
        };
        let body = Body::of(model, &verb);
        let Some(members) = body.members() else {
            return Err(Failure::usage(format!("{at} has no members")));
        };
        let mut groups = Vec::new();
        let mut add_only = Vec::new();
        let mut own = Map::new();
        for (name, value) in map {
            match nested(model, noun, members, &name) {
                Some((slot, child)) if !value.is_null() => {
                    let at = format!("{at}.{}", slot.name);
                    if is_demanded(&verb, slot.name) {
                        add_only.push(slot.name.to_owned());
                        own.insert(name, value.clone());
                    }
                    groups.push(Group::new(model, child, value, &at)?);
                }
                _ => drop(own.insert(name, value)),
            }
        }
        let document = coerce::object(model, members, Value::Object(own), "").map_err(named)?;
        let label = noun.last().and_then(|level| level.type_name(model));
        let label = label.map_or("name", data::label);
        let part = part(&document, label).ok_or_else(|| {
            Failure::usage(format!("{at} has no {label}, by which it could be found"))
        })?;
        Ok(Self {
            noun: noun.clone(),
            draft: Draft {
                query: Vec::new(),
                body,
                document,
            },
            verb,
            part,
            groups,
            add_only,
        })
    }

    /// Its address below that of its parent, for reports.
    pub(crate) fn address(&self, parent: &str) -> String {
        let own = match &self.part {
            Part::Id(id) => format!("id:{id}"),
            Part::Name(name) | Part::Pattern(name) => address::escape(name),
        };
        match parent {
            "" => own,
            parent => format!("{parent}/{own}"),
        }
    }

    /// Types and names of the objects that it refers to, those of nested objects included.
    fn references(&self, model: &'m Model, found: &mut BTreeSet<(String, String)>) {
        if let Some(members) = self.draft.body.members() {
            references(model, members, &self.draft.document, found);
        }
        for entry in self.groups.iter().flat_map(|group| &group.entries) {
            // What is put into a list may be an object of its own, such as a cluster's network.
            found.extend(names(model, entry).into_iter().take(1));
            entry.references(model, found);
        }
    }
}

impl<'m> Group<'m> {
    /// The objects of a list; `at` says where it is.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub(crate) fn new(
        model: &'m Model,
        noun: Noun<'m>,
        value: Value,
        at: &str,
    ) -> Result<Self, Failure> {
        let items = match value {
            Value::Array(items) => items,
            other => vec![other],
        };
        let entries = items
            .into_iter()
            .enumerate()
            .map(|(index, item)| Entry::new(model, &noun, item, &format!("{at}[{index}]")));
        Ok(Self {
            entries: entries.collect::<Result<_, _>>()?,
            noun,
        })
    }
}

/// The noun of a nested list, if its objects can be added one by one.
fn nested<'m>(
    model: &'m Model,
    noun: &Noun<'m>,
    members: &Members<'m>,
    name: &str,
) -> Option<(Slot<'m>, Noun<'m>)> {
    let slot = members.find(name, "").ok()?;
    let (child, _) = noun.child(model, slot.name).filter(|_| slot.list)?;
    child.last()?.item?;
    let verb = child.verb(model, "add")?;
    // The list of a document, and the collection of the same name, can be of different types.
    let is_same = match Body::of(model, &verb) {
        Body::Object(structure, _) => slot.kind.named() == Some(&structure.name),
        _ => false,
    };
    is_same.then_some((slot, child))
}

/// Whether engines refuse to add an object without this member.
fn is_demanded(verb: &Verb<'_>, member: &str) -> bool {
    let demands = verb.demands();
    let mut paths = demands.iter().flat_map(|needs| &needs.any_of);
    paths.any(|path| {
        let mut parts = path.split(['.', '[']);
        parts.nth(1) == Some(member)
    })
}

/// What names an object: its label, or its identifier.
fn part(document: &Value, label: &str) -> Option<Part> {
    let text = |path: &str| match path::get(document, path)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let linked = label.split_once('.').map(|(link, _)| link);
    let of_link = |member: &str| text(&format!("{}.{member}", linked?));
    let name = text(label).or_else(|| of_link("name"));
    let id = || text("id").or_else(|| of_link("id"));
    name.map(Part::Name).or_else(|| id().map(Part::Id))
}

/// Adds the types and names that a document refers to.
fn references(
    model: &Model,
    members: &Members<'_>,
    value: &Value,
    found: &mut BTreeSet<(String, String)>,
) {
    for (name, value) in value.as_object().into_iter().flatten() {
        let Ok(slot) = members.find(name, "") else {
            continue;
        };
        let Some(structure) = slot.structure(model) else {
            continue;
        };
        let items = match value {
            Value::Array(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        for item in items {
            // Nothing but a name is a reference, even where the model has an object.
            let is_reference = slot.link || item.as_object().is_some_and(|map| map.len() == 1);
            if let (true, Some(name)) = (is_reference, item["name"].as_str()) {
                found.insert((structure.name.clone(), name.to_owned()));
            }
            references(model, &Members::of(model, structure), item, found);
        }
    }
}

/// Sorts entries topologically: each after its dependencies. The sort is stable.
fn ordered<'m>(model: &'m Model, entries: Vec<Entry<'m>>) -> Result<Vec<Entry<'m>>, Failure> {
    let mut waiting: Vec<_> = entries
        .into_iter()
        .map(|entry| {
            let mut references = BTreeSet::new();
            entry.references(model, &mut references);
            (names(model, &entry), references, entry)
        })
        .collect();
    let mut done = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_free = |index: &usize| {
            let references = &waiting[*index].1;
            let others = waiting.iter().enumerate().filter(|(at, _)| at != index);
            let mut others = others.flat_map(|(_, (names, ..))| names);
            others.all(|name| !references.contains(name))
        };
        let Some(next) = (0..waiting.len()).find(is_free) else {
            let all: Vec<String> = waiting
                .iter()
                .map(|(.., entry)| format!("{} {}", entry.noun.words(), entry.address("")))
                .collect();
            return Err(Failure::usage(format!(
                "circular references between {}",
                all.join(", ")
            )));
        };
        done.push(waiting.remove(next).2);
    }
    Ok(done)
}

/// Types and names of the objects that come to exist with an entry.
fn names(model: &Model, entry: &Entry<'_>) -> Vec<(String, String)> {
    let type_name = entry.noun.last().and_then(|it| it.type_name(model));
    let (Some(type_name), Part::Name(name)) = (type_name, &entry.part) else {
        return Vec::new();
    };
    let mut types = vec![type_name];
    // The engine adds a profile of the same name to each network.
    if type_name == "network" {
        types.push("vnic_profile");
    }
    let pairs = types.into_iter().map(|it| (it.to_owned(), name.clone()));
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(content: &str) -> Result<Vec<String>, String> {
        let model = Model::embedded();
        let entries = read(&model, content).map_err(|failure| failure.message)?;
        Ok(entries
            .iter()
            .map(|entry| format!("{} {}", entry.noun.words(), entry.address("")))
            .collect())
    }

    #[test]
    fn objects_come_after_those_that_they_refer_to() {
        let file = "vm: {name: web1, cluster: prod, template: Blank}\n---\n\
                    cluster: {name: prod, data_center: dc2}\ndata_centers:\n- name: dc2\n- name: x\n";
        assert_eq!(
            addresses(file).unwrap(),
            [
                "data-center dc2",
                "cluster prod",
                "vm web1",
                "data-center x"
            ]
        );
    }

    #[test]
    fn nested_lists_are_objects_of_their_own() {
        let model = Model::embedded();
        let file = r#"{"vm": {"name": "web1", "nics": [{"name": "nic1", "vnic_profile": "app"}]}}"#;
        let entries = read(&model, file).unwrap();
        assert_eq!(
            entries[0].draft.document,
            serde_json::json!({"name": "web1"})
        );
        let nic = &entries[0].groups[0].entries[0];
        assert_eq!(
            (nic.noun.words(), nic.address("web1")),
            ("vm nic".to_owned(), "web1/nic1".to_owned())
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (file, part) in [
            (
                "vmm: {name: x}",
                "there is no noun `vmm`; did you mean `vm`?",
            ),
            ("vm: {nam: x}", "vm: there is no `nam`"),
            (
                "vm: {name: x, nics: [{nam: y}]}",
                "vm.nics[0]: there is no `nam`",
            ),
            (
                "vm: {memory: 1GiB}",
                "vm has no name, by which it could be found",
            ),
            ("vm: x", "vm must be an object"),
            ("x", "must be an object keyed by a noun"),
            ("a: [", "neither JSON nor YAML"),
            ("host_nic: {name: x}", "there is no noun"),
            (
                "vm: [{name: a, template: t}]\ntemplate: {name: t, vm: {name: a}}",
                "circular references between template t, vm a",
            ),
        ] {
            let message = addresses(file).unwrap_err();
            assert!(message.contains(part), "{file}: {message}");
        }
    }
}
