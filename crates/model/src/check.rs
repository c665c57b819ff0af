//! Validation of a model.

use std::fmt;

use crate::item::{Method, Needs, Parameter, Type};
use crate::model::Model;

/// A validation error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The item, such as `struct vm, member host`.
    pub item: String,
    /// The error message.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.item, self.message)
    }
}

impl Model {
    /// Returns everything that is wrong with the model.
    pub fn check(&self) -> Vec<Problem> {
        let mut check = Check::new(self);
        check.types();
        check.services();
        check.inline();
        check.problems
    }

    /// Returns which structs are inline, but cannot be: a part of [`check`](Self::check).
    pub fn check_inline(&self) -> Vec<Problem> {
        let mut check = Check::new(self);
        check.inline();
        check.problems
    }
}

/// Words of descriptions that should be facts.
const UNITS: &[&str] = &[
    "in bytes",
    "in seconds",
    "in milliseconds",
    "in minutes",
    "in percent",
];

struct Check<'a> {
    model: &'a Model,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn new(model: &'a Model) -> Self {
        Self {
            model,
            problems: Vec::new(),
        }
    }

    fn report(&mut self, item: &str, message: impl Into<String>) {
        self.problems.push(Problem {
            item: item.to_owned(),
            message: message.into(),
        });
    }

    fn doc(&mut self, item: &str, doc: &str) {
        if doc.is_empty() {
            self.report(item, "has no description");
        } else if !doc.ends_with(['.', '?', '!']) {
            self.report(item, "its description does not end with a full stop");
        }
    }

    fn sorted<'b>(&mut self, item: &str, names: impl Iterator<Item = &'b String>) {
        let mut last: Option<&String> = None;
        for name in names {
            if last.is_some_and(|last| last >= name) {
                self.report(
                    item,
                    format!("`{name}` is not in its place or is there twice"),
                );
            }
            last = Some(name);
        }
    }

    fn kind(&mut self, item: &str, kind: &Type) {
        if let Type::Named(name) = kind
            && !self.model.enums.contains_key(name)
            && !self.model.structs.contains_key(name)
        {
            self.report(item, format!("unknown type `{name}`"));
        }
    }

    fn types(&mut self) {
        for item in self.model.enums() {
            let name = format!("enum {}", item.name);
            self.doc(&name, &item.doc);
            self.sorted(&name, item.values.iter().map(|value| &value.name));
        }
        for item in self.model.structs() {
            let name = format!("struct {}", item.name);
            self.doc(&name, &item.doc);
            self.sorted(&name, item.members.iter().map(|member| &member.name));
            if item
                .base
                .as_ref()
                .is_some_and(|base| !self.model.structs.contains_key(base))
            {
                self.report(&name, "its base is no struct");
            }
            if item.label.as_ref().is_some_and(|label| !label.is_empty())
                && self.model.label(item).is_none()
            {
                self.report(&name, "its label is no member");
            }
            for member in &item.members {
                let name = format!("{name}, member {}", member.name);
                self.doc(&name, &member.doc);
                self.kind(&name, &member.kind);
                let is_number = matches!(member.kind, Type::Integer { .. } | Type::Decimal);
                if member.unit.is_some() && !is_number {
                    self.report(&name, "has a unit, but is no number");
                }
                if is_number
                    && member.unit.is_none()
                    && UNITS.iter().any(|it| member.doc.contains(it))
                {
                    self.report(&name, "its description has a unit: state it as `in UNIT`");
                }
            }
        }
    }

    /// The size of an inline struct must be finite. Lists are for boxed structs, which share them.
    fn inline(&mut self) {
        for item in self.model.structs().filter(|item| item.inline) {
            let name = format!("struct {}", item.name);
            if self.model.members(item).iter().any(|member| member.list) {
                self.report(&name, "is inline, but contains a list");
            }
            if self.model.contains_itself(item) {
                self.report(&name, "is inline, but contains itself");
            }
        }
    }

    fn services(&mut self) {
        for item in self.model.services() {
            let name = format!("service {}", item.name);
            self.doc(&name, &item.doc);
            self.sorted(&name, item.methods.iter().map(|method| &method.name));
            self.sorted(&name, item.locators.iter().map(|locator| &locator.name));
            if item
                .base
                .as_ref()
                .is_some_and(|base| !self.model.services.contains_key(base))
            {
                self.report(&name, "its base is no service");
            }
            for method in &item.methods {
                self.method(&format!("{name}, method {}", method.name), method);
            }
            for locator in &item.locators {
                let name = format!("{name}, locator {}", locator.name);
                if !self.model.services.contains_key(&locator.service) {
                    self.report(&name, format!("unknown service `{}`", locator.service));
                }
            }
        }
    }

    fn method(&mut self, name: &str, method: &Method) {
        self.doc(name, &method.doc);
        self.signature(name, method, &method.parameters, &method.needs);
        for variant in &method.variants {
            let name = format!("{name}, variant {}", variant.name);
            self.doc(&name, &variant.doc);
            self.signature(&name, method, &variant.parameters, &variant.needs);
        }
    }

    fn signature(
        &mut self,
        name: &str,
        method: &Method,
        parameters: &[Parameter],
        needs: &[Needs],
    ) {
        for parameter in parameters {
            let name = format!("{name}, parameter {}", parameter.name);
            self.kind(&name, &parameter.kind);
            self.doc(&name, self.model.parameter_doc(method, parameter));
        }
        for path in needs.iter().flat_map(|needs| &needs.any_of) {
            if let Err(message) = self.path(method, parameters, path) {
                self.report(name, message);
            }
        }
    }

    /// Resolves a path from its parameter through the members.
    fn path(&self, method: &Method, parameters: &[Parameter], path: &str) -> Result<(), String> {
        let mut steps = path.split('.');
        let first = steps.next().unwrap_or_default().trim_end_matches("[]");
        let parameter = parameters
            .iter()
            .chain(&method.parameters)
            .find(|parameter| parameter.name == first)
            .ok_or_else(|| format!("`{path}`: unknown parameter `{first}`"))?;
        let mut kind = &parameter.kind;
        for step in steps {
            let step = step.trim_end_matches("[]");
            let structure = kind
                .named()
                .and_then(|name| self.model.structure(name))
                .ok_or_else(|| format!("`{path}`: what has `{step}` is no struct"))?;
            kind = self
                .model
                .members(structure)
                .into_iter()
                .find(|member| member.name == step)
                .map(|member| &member.kind)
                .ok_or_else(|| format!("`{path}`: {} has no `{step}`", structure.name))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_structs_contain_neither_themselves_nor_lists() {
        for (members, problem) in [
            ("  size: long -- X.", None),
            ("  itself: link pebble -- X.", None),
            ("  around: ring -- X.", Some("contains itself")),
            ("  sizes: [long] -- X.", Some("contains a list")),
        ] {
            let text = format!(
                "struct pebble inline -- X.\n{members}\n\nstruct ring -- X.\n  in: pebble -- X.\n"
            );
            let mut model = Model::default();
            model.add_file("test.api", &text).expect("a model");
            let problems: Vec<String> = model.check().iter().map(Problem::to_string).collect();
            let expected =
                problem.map(|problem| format!("struct pebble: is inline, but {problem}"));
            assert_eq!(problems, Vec::from_iter(expected));
        }
    }
}
