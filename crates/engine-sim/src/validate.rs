//! Validates request documents against the model (members, values, mandatory members) and resolves
//! their references.

use ovirt_model::{Method, MethodKind, Needs, NeedsKind, Struct, Type, names};

use crate::fault::Fault;
use crate::json::ParseError;
use crate::kind::Missing;
use crate::kinds;
use crate::negotiate::{self, Format};
use crate::node::Node;
use crate::object::{ObjectRef, is_uuid};
use crate::schema::camel_path;
use crate::world::{API, World};

/// How a document is checked.
struct Check<'a> {
    /// Returns the address of the documentation of the method.
    usage: &'a dyn Fn() -> String,
    format: Format,
}

impl Check<'_> {
    fn syntax(&self) -> Fault {
        Fault::syntax(&(self.usage)())
    }
}

impl World {
    /// Parses and validates a document with this root element.
    pub(crate) fn parse_document(
        &self,
        (format, body): (Format, &[u8]),
        root: &Struct,
        service: &str,
        method: &Method,
    ) -> Result<Node, Fault> {
        let usage = || {
            let server = &self.server;
            let api = API.trim_end_matches("/api");
            format!(
                "https://{server}{api}/apidoc#services/{service}/methods/{}",
                method.name
            )
        };
        if format == Format::Json && body.trim_ascii().is_empty() {
            return Err(Fault::Internal);
        }
        let document = negotiate::parse_body(&self.schema, format, body, &root.tag());
        let document = document.map_err(|error| match error {
            ParseError::UnknownMember { class, name } => Fault::UnknownMember { class, name },
            ParseError::Syntax(_) => Fault::syntax(&usage()),
        })?;
        if document.tag != root.tag() {
            // The engine cannot pass a document of another type to its method.
            return Err(match self.schema.by_tag(&document.tag) {
                Some(_) => Fault::Internal,
                None => Fault::syntax(&usage()),
            });
        }
        let check = Check {
            usage: &usage,
            format,
        };
        self.check_members(&document, root, &check)?;
        Ok(document)
    }

    fn check_members(&self, node: &Node, kind: &Struct, check: &Check<'_>) -> Result<(), Fault> {
        for child in &node.children {
            if matches!(child.tag.as_str(), "link" | "actions" | "creation_status") {
                continue;
            }
            let member = self
                .schema
                .member(kind, &child.tag)
                .ok_or_else(|| check.syntax())?;
            let target = member
                .kind
                .named()
                .and_then(|name| self.schema.model.structure(name));
            match (member.list, target) {
                (true, Some(target)) => {
                    for item in &child.children {
                        self.check_members(item, target, check)?;
                    }
                }
                (false, Some(target)) => self.check_members(child, target, check)?,
                (true, None) => {
                    for item in &child.children {
                        self.check_value(&item.text, &member.kind, check)?;
                    }
                }
                (false, None) => self.check_value(&child.text, &member.kind, check)?,
            }
        }
        Ok(())
    }

    fn check_value(&self, text: &str, kind: &Type, check: &Check<'_>) -> Result<(), Fault> {
        let text = text.trim();
        let is_valid = match kind {
            Type::String => true,
            _ if text.is_empty() => true,
            Type::Boolean => matches!(
                text.to_ascii_lowercase().as_str(),
                "true" | "false" | "1" | "0"
            ),
            Type::Integer { long: true } => text.parse::<i64>().is_ok(),
            Type::Integer { long: false } => text
                .parse::<i64>()
                .is_ok_and(|n| i32::try_from(n).is_ok() || u32::try_from(n).is_ok()),
            Type::Decimal => text.parse::<f64>().is_ok(),
            Type::Date => text.len() >= 10 && text.as_bytes().get(4) == Some(&b'-'),
            Type::Named(name) => match self.schema.model.enumeration(name) {
                Some(item)
                    if check.format == Format::Json
                        && item.values.iter().all(|value| value.name != text) =>
                {
                    return Err(check.syntax());
                }
                Some(item) if item.values.iter().all(|value| value.name != text) => {
                    let class = names::camel(name);
                    // Engines append new values.
                    let mut values: Vec<_> = item.values.iter().collect();
                    values.sort_by_key(|value| value.since.since.clone());
                    let values = values.iter();
                    let values: Vec<String> =
                        values.map(|value| format!("'{}'", value.name)).collect();
                    return Err(Fault::value(format!(
                        "The string '{text}' isn't a valid value for the '{class}' enumerated \
                         type. Valid values are: {}.",
                        values.join(", ")
                    )));
                }
                _ => true,
            },
        };
        if is_valid {
            Ok(())
        } else {
            Err(check.syntax())
        }
    }

    /// Checks the mandatory members. The engine reports members that its model requires one by one,
    /// and members that its handwritten checks require in one message.
    pub(crate) fn check_required(
        &self,
        node: &Node,
        method: &Method,
        lead: &str,
        reported: Missing,
    ) -> Result<(), Fault> {
        let missing = |needs: &&&Needs| {
            !needs.any_of.iter().any(|path| {
                let path = path.strip_prefix(lead).unwrap_or(path);
                has_path(node, path.trim_start_matches(['.', '[', ']']))
            })
        };
        let mut demands = method.demands();
        if reported == Missing::RequiredFirst && demands.len() > 1 {
            let required = |needs: &&Needs| needs.kind == NeedsKind::Required;
            demands.splice(..0, method.needs.iter().filter(required));
        }
        let mut missing: Vec<&&Needs> = demands.iter().filter(missing).collect();
        if missing
            .iter()
            .all(|needs| needs.kind == NeedsKind::Required)
        {
            // The engine checks plain members before those of others.
            let is_nested = |path: &String| path.matches('.').count() > 1;
            missing.sort_by_key(|needs| needs.any_of.iter().any(is_nested));
        }
        let Some(first) = missing.first() else {
            return Ok(());
        };
        if reported == Missing::Unnamed {
            return Err(Fault::signature());
        }
        if first.kind == NeedsKind::Required {
            return Err(Fault::mandatory(&first.any_of));
        }
        let count = match reported {
            Missing::First => 1,
            _ => missing.len(),
        };
        let paths: Vec<String> = missing
            .iter()
            .take(count)
            .map(|needs| alternatives(needs, lead))
            .collect();
        Err(Fault::incomplete(&names::camel(lead), &paths, &method.name))
    }

    /// Replaces references by name with references by identifier. Fails if an object does not
    /// exist.
    pub(crate) fn resolve_references(&self, node: &mut Node, kind: &Struct) -> Result<(), Fault> {
        let rows = &kinds::of(&kind.name).references;
        for child in &mut node.children {
            let Some(member) = self.schema.member(kind, &child.tag) else {
                continue;
            };
            let Some(target) = member
                .kind
                .named()
                .and_then(|name| self.schema.model.structure(name))
            else {
                continue;
            };
            let tag = child.tag.as_str();
            if rows.checked_later.contains(&tag) && is_uuid(child.id()) {
                continue;
            }
            let link = (member.link && !rows.new.contains(&tag)) || rows.also.contains(&tag);
            if member.list {
                for item in &mut child.children {
                    self.resolve_reference(item, target, link)?;
                }
            } else {
                self.resolve_reference(child, target, link)?;
            }
        }
        Ok(())
    }

    fn resolve_reference(
        &self,
        child: &mut Node,
        target: &Struct,
        link: bool,
    ) -> Result<(), Fault> {
        let rows = &kinds::of(&target.name).referred;
        let home = self.schema.home(&target.name);
        let Some(home) = home.filter(|_| link && rows.checked) else {
            return self.resolve_references(child, target);
        };
        let id = child.id().to_owned();
        if !id.is_empty() {
            return match ObjectRef::new(home, &id).get(self) {
                Some(_) => Ok(()),
                None if !is_uuid(&id) => Err(Fault::failed(format!("Invalid UUID string: {id}"))),
                None => Err((rows.unknown)(&id)),
            };
        }
        let Some(name) = child.get("name").map(str::to_owned) else {
            return self.resolve_references(child, target);
        };
        match self.find_by_name(home, &name) {
            Some(found) => {
                *child = Node::reference(child.tag.clone(), found.id());
                Ok(())
            }
            None if rows.titled => Err((rows.unnamed)(&target.name, &name)),
            None => Err(Fault::entity(name)),
        }
    }
}

/// Whether a document has a member at a path of the model.
fn has_path(node: &Node, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    if step == "id" {
        return !node.id().is_empty();
    }
    let name = step.trim_end_matches("[]");
    let Some(child) = node.child(&names::tag(name)) else {
        return false;
    };
    if step.ends_with("[]") {
        return !child.children.is_empty()
            && child.children.iter().all(|item| has_path(item, rest));
    }
    if rest.is_empty() {
        return name == "name"
            || !child.text.is_empty()
            || !child.children.is_empty()
            || !child.attributes.is_empty();
    }
    has_path(child, rest)
}

/// Formats alternative members like the engine: `cluster.id|name`. It leaves out alternatives with
/// another parent.
fn alternatives(needs: &Needs, lead: &str) -> String {
    let mut paths = needs.any_of.iter().map(|path| {
        camel_path(
            path.strip_prefix(lead)
                .unwrap_or(path)
                .trim_start_matches('.'),
        )
    });
    let first = paths.next().unwrap_or_default();
    let split = |path: &str| match path.rsplit_once('.') {
        Some((parent, last)) => (parent.to_owned(), last.to_owned()),
        None => (String::new(), path.to_owned()),
    };
    let (parent, _) = split(&first);
    let mut text = first;
    for (own, last) in paths.map(|path| split(&path)) {
        if own == parent {
            text.push('|');
            text.push_str(&last);
        }
    }
    text
}

/// Returns the name of a method's document, the prefix of its mandatory paths.
pub(crate) fn document_name(method: &Method) -> &str {
    match method.kind {
        MethodKind::Action => "",
        _ => method
            .document()
            .map_or("", |document| document.name.as_str()),
    }
}
