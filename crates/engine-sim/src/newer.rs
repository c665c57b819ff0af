//! What an older version of the engine does not have: members, values and query parameters.

use std::collections::HashSet;

use ovirt_model::{Method, MethodKind, Model, Place, Struct};

use crate::node::Node;

/// What a version of the model lacks. The default lacks nothing.
#[derive(Default)]
pub(crate) struct Newer {
    /// Types and the XML tags of their members.
    members: HashSet<(String, String)>,
    /// Types, the XML tags of their members, and values.
    values: HashSet<(String, String, String)>,
    /// The newest model, if the version is older.
    newest: Option<Model>,
}

impl Newer {
    /// Compares a version of the model with the newest one.
    pub(crate) fn new(model: &Model, newest: Model) -> Self {
        let mut newer = Self::default();
        for kind in newest.structs() {
            let Some(old) = model.structure(&kind.name) else {
                continue;
            };
            let old_members = model.members(old);
            for member in newest.members(kind) {
                let tag = member.tag();
                if !old_members.iter().any(|old| old.name == member.name) {
                    newer.members.insert((kind.name.clone(), tag));
                    continue;
                }
                let name = member.kind.named().unwrap_or_default();
                let old_values = model.enumeration(name).map(|item| &item.values);
                let values = newest.enumeration(name).map(|item| &item.values);
                for value in values.into_iter().flatten() {
                    let is_old = |old: &&Vec<_>| {
                        old.iter()
                            .any(|old: &ovirt_model::Value| old.name == value.name)
                    };
                    if !old_values.as_ref().is_some_and(is_old) {
                        let entry = (kind.name.clone(), tag.clone(), value.name.clone());
                        newer.values.insert(entry);
                    }
                }
            }
        }
        newer.newest = Some(newest);
        newer
    }

    /// Whether a member of an object, or its value, is too new to be shown.
    pub(crate) fn hides(&self, kind: &Struct, member: &Node) -> bool {
        if self.newest.is_none() {
            return false;
        }
        let (kind, tag) = (kind.name.clone(), member.tag.to_string());
        if !member.text.is_empty() {
            let text = member.text.to_string();
            if self.values.contains(&(kind.clone(), tag.clone(), text)) {
                return true;
            }
        }
        self.members.contains(&(kind, tag))
    }

    /// Returns the names of the query parameters of a request that the version ignores.
    pub(crate) fn parameters(&self, model: &Model, http: &str, path: &str) -> Vec<String> {
        let names = |model: &Model| -> Vec<String> {
            let method = method_of(model, http, path);
            let parameters = method.iter().flat_map(|(kind, method)| {
                let all = method.parameters.iter();
                all.filter(|parameter| parameter.place(*kind) == Place::Query)
            });
            parameters.map(|parameter| parameter.name.clone()).collect()
        };
        let Some(newest) = &self.newest else {
            return Vec::new();
        };
        let old = names(model);
        let mut newer = names(newest);
        newer.retain(|name| !old.contains(name));
        newer
    }
}

/// Returns the method that serves a request, unless it is an action.
fn method_of<'a>(model: &'a Model, http: &str, path: &str) -> Option<(MethodKind, &'a Method)> {
    let service = model.locate(path)?;
    let mut methods = model.methods(service).into_iter();
    let is_it = |method: &&Method| {
        method.kind != MethodKind::Action
            && (method.kind.http() == http || http == "HEAD" && method.kind.http() == "GET")
    };
    methods.find(is_it).map(|method| (method.kind, method))
}
