//! Required parameters and required members of the methods of the API.

use ovirt_model::{Direction, Method, MethodKind, Model, Needs, Parameter, Type};

use super::super::docs;

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
