//! Names of linked objects: each kind is read once, as a list.

use std::collections::BTreeMap;

use serde_json::Value;

use super::columns::{Column, Kind};
use crate::data;
use crate::noun::Noun;
use crate::resolve::label_of;
use crate::session::Session;
use crate::value::computed;

/// Reads the names of objects of a kind.
pub(crate) struct Names<'s> {
    sessions: Vec<&'s Session<'s>>,
    /// By type, then by identifier.
    known: BTreeMap<String, BTreeMap<String, String>>,
}

impl<'s> Names<'s> {
    /// Names from some engines; without a session, none are known.
    pub(crate) fn new(sessions: impl IntoIterator<Item = &'s Session<'s>>) -> Self {
        Self {
            sessions: sessions.into_iter().collect(),
            known: BTreeMap::new(),
        }
    }

    /// Reads the names for the columns of a table, unless its first object has them already.
    pub(crate) fn load(&mut self, columns: &[Column<'_>], first: &Value) {
        for column in columns {
            let Kind::Link(target, label) = column.kind else {
                continue;
            };
            let has_name = computed::get(first, &column.path).get(label).is_some();
            if !has_name && !self.known.contains_key(target) {
                let names = self.read(target).unwrap_or_default();
                self.known.insert(target.to_owned(), names);
            }
        }
    }

    /// The name of an object; all objects of its type are read first.
    pub(crate) fn of(&mut self, target: &str, id: &str) -> Option<String> {
        if !self.known.contains_key(target) {
            let names = self.read(target).unwrap_or_default();
            self.known.insert(target.to_owned(), names);
        }
        self.get(target, id).map(str::to_owned)
    }

    /// The names of all objects of a type, by identifiers, which are unique across engines. A list
    /// that cannot be read leaves identifiers.
    fn read(&self, target: &str) -> Option<BTreeMap<String, String>> {
        let roots = Noun::roots(self.sessions.first()?.model);
        let is_target = |noun: &&Noun<'_>| {
            let level = noun.last();
            level.and_then(|level| level.type_name(self.sessions.first()?.model)) == Some(target)
        };
        let path = roots.iter().find(is_target)?.path(&[]);
        let label = data::label(target);
        let lists = self.sessions.iter().map(|session| session.list(&path, &[]));
        let objects = lists.filter_map(Result::ok).flatten();
        let named = objects.filter_map(|object| {
            Some((object["id"].as_str()?.to_owned(), label_of(&object, label)?))
        });
        Some(named.collect())
    }

    pub(crate) fn get(&self, target: &str, id: &str) -> Option<&str> {
        self.known.get(target)?.get(id).map(String::as_str)
    }
}
