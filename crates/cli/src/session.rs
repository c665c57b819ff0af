//! [`Session`]: an engine, the model and the options of one command.

use ovirt::types::Document;
use ovirt::{AnyRequest, Connection};
use ovirt_model::Model;
use serde_json::Value;

use crate::failure::Failure;
use crate::options::Options;

/// What a command works with.
pub(crate) struct Session<'s> {
    pub(crate) model: &'s Model,
    pub(crate) options: &'s Options,
    pub(crate) connection: Connection,
}

impl Session<'_> {
    /// Requests the objects of a collection, as JSON of the SDK.
    pub(crate) fn list(
        &self,
        path: &str,
        query: &[(String, String)],
    ) -> Result<Vec<Value>, Failure> {
        let mut request = self.connection.service(path)?.list();
        for (name, value) in query {
            request = request.with_query(name, value);
        }
        match self.fetch(request)? {
            Value::Array(items) => Ok(items),
            _ => Ok(Vec::new()),
        }
    }

    /// Requests an object.
    pub(crate) fn get(&self, path: &str) -> Result<Value, Failure> {
        self.fetch(self.connection.service(path)?.get())
    }

    /// Sends a request and returns the response as JSON.
    pub(crate) fn fetch(&self, request: AnyRequest) -> Result<Value, Failure> {
        let document = request.call()?;
        Ok(document.map_or(Value::Null, |document| json(&document, self.options.links)))
    }
}

/// A document as JSON with the names of the model. A list without an address is an array.
/// Addresses, and lists that the engine only refers to, are left out unless `links` are wanted.
pub(crate) fn json(document: &Document, links: bool) -> Value {
    let value = lists_as_arrays(serde_json::to_value(document).unwrap_or_default());
    if links { value } else { without_links(value) }
}

/// Replaces the objects that stand for lists without an address by arrays.
pub(crate) fn lists_as_arrays(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(lists_as_arrays).collect(),
        Value::Object(mut map) => match (map.len(), map.remove("items")) {
            (1, Some(items)) => lists_as_arrays(items),
            (_, items) => {
                let items = items.map(|items| ("items".to_owned(), items));
                let members = map.into_iter().chain(items);
                members
                    .map(|(name, value)| (name, lists_as_arrays(value)))
                    .collect()
            }
        },
        scalar => scalar,
    }
}

fn without_links(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(without_links).collect(),
        Value::Object(mut map) => {
            let href = map.remove("href");
            // A list that the engine refers to or inlines.
            if let (Some(_), 1, Some(Value::Array(_))) = (&href, map.len(), map.get("items")) {
                return match map.remove("items") {
                    Some(Value::Array(items)) if items.is_empty() => Value::Null,
                    Some(items) => without_links(items),
                    None => Value::Null,
                };
            }
            let members = map
                .into_iter()
                .map(|(name, value)| (name, without_links(value)));
            members.filter(|(_, value)| !value.is_null()).collect()
        }
        other => other,
    }
}
