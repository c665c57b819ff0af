//! Required parameters and required members of the methods of the API.

use std::collections::BTreeSet;

use ovirt_model::{
    Direction, Method, MethodKind, Model, Needs, NeedsKind, Parameter, Place, Type, Variant,
};

use super::super::docs;

/// The parameters that are arguments of a method: the document that it sends, and what the model
/// declares as required.
pub(in super::super) fn mandatory(method: &Method) -> Vec<&Parameter> {
    let needed = needed_names(&method.needs);
    method
        .parameters
        .iter()
        .filter(|parameter| parameter.direction != Direction::Out)
        .filter(|parameter| {
            parameter.place(method.kind) == Place::Document
                || needed.contains(parameter.name.as_str())
        })
        .collect()
}

/// The arguments of a variant: those of the method, then its own.
pub(in super::super) fn arguments_of<'a>(
    method: &'a Method,
    variant: &'a Variant,
) -> Vec<&'a Parameter> {
    let mut arguments = mandatory(method);
    let needed = needed_names(&variant.needs);
    let own = method
        .parameters
        .iter()
        .chain(&variant.parameters)
        .filter(|parameter| {
            parameter.direction != Direction::Out && needed.contains(parameter.name.as_str())
        });
    for parameter in own {
        if arguments.iter().all(|known| known.name != parameter.name) {
            arguments.push(parameter);
        }
    }
    arguments
}

/// Names of the parameters that have required members.
fn needed_names(needs: &[Needs]) -> BTreeSet<&str> {
    let first = |path: &str| path.split(['.', '[']).next().unwrap_or_default().len();
    needs
        .iter()
        .filter(|needs| needs.kind == NeedsKind::Required)
        .filter_map(|needs| {
            let names: BTreeSet<&str> = needs
                .any_of
                .iter()
                .filter_map(|path| path.get(..first(path)))
                .collect();
            // If any of several parameters will do, none of them is mandatory.
            if names.len() == 1 {
                names.into_iter().next()
            } else {
                None
            }
        })
        .collect()
}

/// Whether a parameter refers to an object that exists: of its members, the engine looks only at
/// `id` and `name`.
pub(super) fn is_reference(model: &Model, method: &Method, parameter: &Parameter) -> bool {
    let is_sent = parameter.direction != Direction::Out
        && !matches!(method.kind, MethodKind::Update | MethodKind::Get);
    let structure = parameter
        .kind
        .named()
        .and_then(|name| model.structure(name));
    let (true, Some(structure)) = (is_sent, structure) else {
        return false;
    };
    let members = model.members(structure);
    let is_identified = ["id", "name"].iter().all(|name| {
        let mut strings = members.iter().filter(|member| member.kind == Type::String);
        strings.any(|member| member.name == *name)
    });
    let variants = method.variants.iter().flat_map(|variant| &variant.needs);
    let paths = method
        .needs
        .iter()
        .chain(variants)
        .flat_map(|needs| &needs.any_of);
    let own: Vec<&str> = paths
        .filter_map(|path| path.strip_prefix(parameter.name.as_str()))
        .filter(|path| path.is_empty() || path.starts_with(['.', '[']))
        .map(|path| path.trim_start_matches("[]"))
        .collect();
    // By `name` alone an object is created.
    is_identified && own.contains(&".id") && own.iter().all(|path| [".id", ".name"].contains(path))
}

/// The paths of alternative members, one of which is required.
pub(super) type Demand = Vec<String>;

/// The required members of the document. The document of an action is the `<action>`, whose members
/// are the parameters.
pub(super) fn paths<'a>(
    needs: impl IntoIterator<Item = &'a Needs>,
    method: &Method,
) -> Vec<Demand> {
    let lead = if method.kind == MethodKind::Action {
        "action."
    } else {
        ""
    };
    needs
        .into_iter()
        .map(|needs| {
            needs
                .any_of
                .iter()
                .map(|path| format!("{lead}{path}"))
                .collect()
        })
        .collect()
}

/// The demands as one text, as in `model/`.
pub(super) fn joined(demands: &[Demand]) -> String {
    let demands: Vec<String> = demands.iter().map(|demand| demand.join("|")).collect();
    demands.join(", ")
}

/// The sentence that documents the required members.
pub(super) fn needs_comment(demands: &[Demand]) -> String {
    if demands.is_empty() {
        return String::new();
    }
    let parts: Vec<String> = demands
        .iter()
        .map(|demand| {
            let paths: Vec<String> = demand
                .iter()
                .map(|path| format!("`{}`", path.strip_prefix("action.").unwrap_or(path)))
                .collect();
            paths.join(" or ")
        })
        .collect();
    format!(
        "    ///\n{}",
        docs::lines(4, &format!("Needs {}.", parts.join(", ")))
    )
}
