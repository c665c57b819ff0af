//! [`Draft`]: what a verb sends, apart from the object that it concerns.

use clap::ArgMatches;
use ovirt::types::Document;
use ovirt_model::Model;
use serde::de::DeserializeSeed as _;
use serde_json::{Value, json};

use crate::failure::{Exit, Failure};
use crate::flags::{Body, Destination, Flag};
use crate::io::{Io, read_text};
use crate::noun::Verb;
use crate::options::Options;
use crate::session::json;
use crate::value::path::{self, Assign, New};
use crate::value::{coerce, text};

/// Query parameters and document of a request.
#[derive(Debug)]
pub(crate) struct Draft<'m> {
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Body<'m>,
    /// The document as JSON with the names of the model.
    pub(crate) document: Value,
}

impl<'m> Draft<'m> {
    /// Reads file, flags and assignments, in this order.
    ///
    /// # Errors
    ///
    /// Unknown members, wrong values, files that cannot be read.
    pub(crate) fn build(
        model: &'m Model,
        verb: &Verb<'m>,
        body: Body<'m>,
        flags: &[Flag<'m>],
        matches: &ArgMatches,
        options: &Options,
        io: &mut Io<'_>,
    ) -> Result<Self, Failure> {
        let mut draft = Self {
            query: Vec::new(),
            body,
            document: json!({}),
        };
        if let Some(file) = &options.from_file {
            draft.document = draft.read(model, file, io)?;
        }
        for flag in flags {
            let values = matches.get_many::<String>(&format!("flag:{}", flag.name));
            for (index, value) in values.into_iter().flatten().enumerate() {
                draft.flag(model, flag, value, index > 0)?;
            }
        }
        for assignment in &options.set {
            let (path, operator, value) = path::split(assignment)?;
            match value.strip_prefix('@') {
                Some(file) => {
                    let content = read_text(file, io)?;
                    let content = content.trim_end_matches('\n');
                    draft.set(model, verb, path, operator, New::Text(content))?;
                }
                None => draft.set(model, verb, path, operator, New::Text(value))?,
            }
        }
        for assignment in &options.set_json {
            let (path, operator, value) = path::split(assignment)?;
            let value = serde_json::from_str(value).map_err(|error| {
                Failure::usage(format!("--set-json {path}: this is not JSON: {error}"))
            })?;
            draft.set(model, verb, path, operator, New::Json(value))?;
        }
        Ok(draft)
    }

    fn flag(
        &mut self,
        model: &Model,
        flag: &Flag<'_>,
        value: &str,
        is_further: bool,
    ) -> Result<(), Failure> {
        let named = |failure: Failure| Failure {
            message: format!("--{} is not valid: {}", flag.name, failure.message),
            ..failure
        };
        match &flag.target {
            Destination::Query => {
                let parsed = text::parse(model, flag.slot, value);
                let parsed = parsed.map_err(|reason| named(Failure::usage(reason)))?;
                let text = match parsed {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                self.query.push((flag.slot.name.to_owned(), text));
                Ok(())
            }
            Destination::Member(path) => {
                let operator = if is_further { Assign::Add } else { Assign::Set };
                let Some(members) = self.body.members() else {
                    return Ok(());
                };
                let set = path::set(
                    model,
                    members,
                    &mut self.document,
                    path,
                    operator,
                    New::Text(value),
                );
                set.map_err(named)
            }
        }
    }

    fn set(
        &mut self,
        model: &Model,
        verb: &Verb<'_>,
        path: &str,
        operator: Assign,
        new: New<'_>,
    ) -> Result<(), Failure> {
        match self.body.members() {
            Some(members) => path::set(model, members, &mut self.document, path, operator, new),
            None => Err(Failure::usage(format!(
                "`{}` sends no document to set {path} in",
                verb.name
            ))),
        }
    }

    /// Reads a document from YAML, JSON or XML.
    fn read(&self, model: &Model, file: &str, io: &mut Io<'_>) -> Result<Value, Failure> {
        let Some(members) = self.body.members() else {
            return Err(Failure::usage(
                "this verb sends no document: leave out --from-file",
            ));
        };
        let content = read_text(file, io)?;
        let wrong = |error: String| Failure::usage(format!("{file} is not valid: {error}"));
        let value = if content.trim_start().starts_with('<') {
            let document = Document::from_xml(&content).map_err(|it| wrong(it.to_string()))?;
            json(&document, true)
        } else {
            match serde_json::from_str(&content) {
                Ok(value) => value,
                Err(_) => serde_saphyr::from_str(&content).map_err(|it| wrong(it.to_string()))?,
            }
        };
        let value = match (&self.body, value) {
            (Body::List(parameter, _), value @ Value::Array(_)) => json!({&parameter.name: value}),
            (_, value) => value,
        };
        coerce::object(model, members, value, "").map_err(|failure| Failure {
            message: format!("{file}: {}", failure.message),
            ..failure
        })
    }

    /// The document to send; `None` if the verb has none.
    ///
    /// # Errors
    ///
    /// A document that the SDK does not accept.
    pub(crate) fn document(&self, document: &Value) -> Result<Option<Document>, Failure> {
        let Some(tag) = self.body.tag() else {
            return Ok(None);
        };
        let value = match &self.body {
            Body::List(parameter, _) => match document.get(&parameter.name) {
                Some(list) => list.clone(),
                None => json!([]),
            },
            _ => document.clone(),
        };
        let empty = Document::empty(&tag).ok_or_else(|| {
            Failure::new(Exit::Failed, format!("the SDK has no document <{tag}>"))
        })?;
        empty
            .deserialize(value)
            .map(Some)
            .map_err(|error| Failure::usage(format!("the document is not valid: {error}")))
    }
}
