//! From addresses to objects: finds names in the collections of their kind.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use ovirt_model::MethodKind;
use serde_json::Value;

use crate::address::{self, Address, Part};
use crate::data;
use crate::failure::{Exit, Failure, nearest};
use crate::noun::{Level, Noun};
use crate::session::Session;
use crate::value::path;

/// An object that an address means.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    /// Its address by names, for reports.
    pub(crate) address: String,
    /// Identifiers of the objects in its path, outermost first.
    pub(crate) ids: Vec<String>,
}

impl Object {
    /// The root of the API: no object is in its path.
    pub(crate) fn root() -> Self {
        Self {
            address: String::new(),
            ids: Vec::new(),
        }
    }
}

/// Finds objects; each collection is read once.
pub(crate) struct Resolver<'s> {
    session: &'s Session<'s>,
    collections: RefCell<BTreeMap<String, Arc<Vec<Value>>>>,
}

impl<'s> Resolver<'s> {
    pub(crate) fn new(session: &'s Session<'s>) -> Self {
        Self {
            session,
            collections: RefCell::default(),
        }
    }

    /// The objects of a noun that addresses mean, in order, each once.
    ///
    /// # Errors
    ///
    /// A name that means no object or several, a pattern that matches none, failed requests.
    pub(crate) fn objects(
        &self,
        noun: &Noun<'_>,
        on_item: bool,
        addresses: &[Address],
    ) -> Result<Vec<Object>, Failure> {
        let mut objects: Vec<Object> = Vec::new();
        for address in addresses {
            for object in self.one(noun, on_item, address)? {
                if objects.iter().all(|known| known.ids != object.ids) {
                    objects.push(object);
                }
            }
        }
        Ok(objects)
    }

    fn one(
        &self,
        noun: &Noun<'_>,
        on_item: bool,
        address: &Address,
    ) -> Result<Vec<Object>, Failure> {
        let positions = noun.object_positions(on_item);
        let Some(extra) = address.parts.len().checked_sub(positions.len()) else {
            let levels: Vec<String> = positions
                .iter()
                .map(|at| noun.levels[*at].word().to_uppercase())
                .collect();
            return Err(Failure::usage(format!(
                "the address {:?} has too few levels: `{}` needs {}",
                address.text,
                noun.words(),
                levels.join("/")
            )));
        };
        let (places, parts) = address.parts.split_at(extra);
        let mut found = vec![Object::root()];
        for (index, (position, part)) in positions.iter().zip(parts).enumerate() {
            let level = &noun.levels[*position];
            let mut deeper = Vec::new();
            for parent in &found {
                let path = noun.collection_path(*position, &parent.ids);
                let mut matching = self.level(level, &path, part, &parent.address)?;
                if index == 0 && !places.is_empty() {
                    matching = self.within(matching, &path, level, places, address)?;
                }
                deeper.extend(matching.into_iter().map(|(id, name)| Object {
                    address: match parent.address.as_str() {
                        "" => name,
                        parent => format!("{parent}/{name}"),
                    },
                    ids: parent.ids.iter().cloned().chain([id]).collect(),
                }));
            }
            found = deeper;
        }
        if found.is_empty() && !self.session.options.allow_none {
            return Err(Failure::new(
                Exit::NotFound,
                format!("no {} matches {:?}", noun.words(), address.text),
            )
            .hint("--allow-none makes this a success"));
        }
        Ok(found)
    }

    /// Identifiers and names of the objects of a collection that a part means.
    fn level(
        &self,
        level: &Level<'_>,
        path: &str,
        part: &Part,
        parent: &str,
    ) -> Result<Vec<(String, String)>, Failure> {
        if let Part::Id(id) = part {
            return Ok(vec![(id.clone(), id.clone())]);
        }
        if self.session.options.is_offline() {
            let (Part::Id(name) | Part::Name(name) | Part::Pattern(name)) = part;
            return Ok(vec![(format!("{{{}:{name}}}", level.word()), name.clone())]);
        }
        let known = self.named(level, path, part)?;
        let label = self.label(level);
        let named = known.iter().filter_map(|object| {
            let id = object.get("id")?.as_str()?.to_owned();
            Some((id, label_of(object, label)?))
        });
        let fits = |name: &str| match part {
            Part::Name(wanted) | Part::Id(wanted) => name == wanted,
            Part::Pattern(pattern) => address::matches(pattern, name),
        };
        let matching: Vec<(String, String)> = named.filter(|(_, name)| fits(name)).collect();
        let Part::Name(name) = part else {
            let escaped = matching
                .into_iter()
                .map(|(id, name)| (id, address::escape(&name)));
            return Ok(escaped.collect());
        };
        match matching.as_slice() {
            [(id, name)] => Ok(vec![(id.clone(), address::escape(name))]),
            [] => Err(self.missing(level, path, name, parent)),
            several => Err(ambiguous(level, name, parent, several)),
        }
    }

    /// The objects of a collection that a name or a pattern can mean: by a search, if there is one.
    fn named(
        &self,
        level: &Level<'_>,
        path: &str,
        part: &Part,
    ) -> Result<Arc<Vec<Value>>, Failure> {
        let method = self
            .session
            .model
            .method(level.collection, MethodKind::List);
        let has = |name: &str| {
            method.is_some_and(|method| method.parameters.iter().any(|it| it.name == name))
        };
        let label = self.label(level);
        let mut query = Vec::new();
        if let Some((link, _)) = label.split_once('.') {
            query.push(("follow".to_owned(), link.to_owned()));
        }
        let (Part::Name(text) | Part::Pattern(text) | Part::Id(text)) = part;
        // Other characters have a meaning in searches.
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '*');
        if has("search") && matches!(label, "name" | "alias") && text.chars().all(plain) {
            query.push(("search".to_owned(), format!("{label}={text}")));
        }
        self.collection(path, &query)
    }

    /// The objects of a collection.
    pub(crate) fn collection(
        &self,
        path: &str,
        query: &[(String, String)],
    ) -> Result<Arc<Vec<Value>>, Failure> {
        let key = format!("{path} {query:?}");
        if let Some(known) = self.collections.borrow().get(&key) {
            return Ok(Arc::clone(known));
        }
        let objects = Arc::new(self.session.list(path, query)?);
        self.collections
            .borrow_mut()
            .insert(key, Arc::clone(&objects));
        Ok(objects)
    }

    fn label(&self, level: &Level<'_>) -> &'static str {
        level
            .type_name(self.session.model)
            .map_or("name", data::label)
    }

    fn missing(&self, level: &Level<'_>, path: &str, name: &str, parent: &str) -> Failure {
        let message = match parent {
            "" => format!("there is no {} {name:?}", level.word()),
            parent => format!("{parent} has no {} {name:?}", level.word()),
        };
        let failure = Failure::new(Exit::NotFound, message);
        let label = self.label(level);
        let all = self.collection(path, &[]).unwrap_or_default();
        let names: Vec<String> = all.iter().filter_map(|it| label_of(it, label)).collect();
        match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => failure.hint(format!("did you mean `{near}`? Names are case-sensitive")),
            None => failure,
        }
    }

    /// Those of some objects that are in a data center, a cluster or the like.
    fn within(
        &self,
        found: Vec<(String, String)>,
        path: &str,
        level: &Level<'_>,
        places: &[Part],
        address: &Address,
    ) -> Result<Vec<(String, String)>, Failure> {
        let mut kept = Vec::new();
        for (id, name) in found {
            let object = self.session.get(&format!("{path}/{id}"))?;
            let around = self.around(&object)?;
            let fits = |place: &Part| {
                around.iter().any(|(id, name)| match place {
                    Part::Id(wanted) => wanted == id,
                    Part::Name(wanted) => wanted == name,
                    Part::Pattern(pattern) => address::matches(pattern, name),
                })
            };
            if places.iter().all(fits) {
                kept.push((id, name));
            }
        }
        if kept.is_empty() {
            let message = format!("there is no {} {:?}", level.word(), address.text);
            return Err(Failure::new(Exit::NotFound, message));
        }
        Ok(kept)
    }

    /// Identifiers and names of the cluster and the data center of an object.
    fn around(&self, object: &Value) -> Result<Vec<(String, String)>, Failure> {
        let mut around = Vec::new();
        let mut center = path::get(object, "data_center.id");
        for (member, collection) in [("cluster", "/clusters"), ("data_center", "/datacenters")] {
            let id = match member {
                "cluster" => path::get(object, "cluster.id"),
                _ => center.clone(),
            };
            let Some(id) = id.as_ref().and_then(Value::as_str) else {
                continue;
            };
            let known = self.collection(collection, &[])?;
            let found = known.iter().find(|it| it["id"] == id);
            if let Some(found) = found {
                let name = found["name"].as_str().unwrap_or_default();
                around.push((id.to_owned(), name.to_owned()));
                center = center.or_else(|| path::get(found, "data_center.id"));
            }
        }
        Ok(around)
    }
}

/// The label of an object as text.
pub(crate) fn label_of(object: &Value, label: &str) -> Option<String> {
    match path::get(object, label)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn ambiguous(level: &Level<'_>, name: &str, parent: &str, several: &[(String, String)]) -> Failure {
    let prefix = if parent.is_empty() {
        String::new()
    } else {
        format!("{parent}/")
    };
    let list: Vec<String> = several
        .iter()
        .map(|(id, _)| format!("{prefix}{id}"))
        .collect();
    Failure::new(
        Exit::NotFound,
        format!(
            "{} {level}s are named {name:?}",
            several.len(),
            level = level.word()
        ),
    )
    .hint(format!("use one of their addresses: {}", list.join(" ")))
}
