//! [`Session`]: an engine, the model and the options of one command.

use ovirt::types::Document;
use ovirt::{AnyRequest, Connection};
use ovirt_model::Model;
use serde_json::Value;

use crate::failure::Failure;
use crate::json::Json;
use crate::options::Options;
use crate::progress::Progress;

/// What a command works with.
pub(crate) struct Session<'s> {
    pub(crate) model: &'s Model,
    pub(crate) options: &'s Options,
    pub(crate) connection: Connection,
    /// The name of the engine, where several are asked.
    pub(crate) engine: Option<&'s str>,
    pub(crate) progress: Progress,
}

impl Session<'_> {
    /// What reports call an object: its address, after the engine where several are asked.
    pub(crate) fn label(&self, address: &str) -> String {
        match self.engine {
            Some(engine) => format!("{engine}: {address}"),
            None => address.to_owned(),
        }
    }

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

/// A document as [`Json`] with the names of the model.
pub(crate) fn json(document: &Document, links: bool) -> Value {
    let view = document.view();
    Json { view, links }.to_value()
}
