//! Generates the table for `conformance` that calls each method by name.

use std::collections::BTreeSet;

use ovirt_model::{Direction, Method, Model, Parameter, Place, Type, names};

use super::{Files, header, services};

pub(super) fn generate(model: &Model, files: &mut Files) {
    let mut text = header(
        "Every method of the API, to be called by its name.",
        "services",
    );
    text.push_str(
        "use ovirt::services::*;\nuse ovirt::types::*;\n\nuse crate::requests::calls;\n\n",
    );
    text.push_str("calls! {\n");
    let reachable: BTreeSet<&str> = model
        .paths()
        .iter()
        .map(|(_, service)| service.name.as_str())
        .collect();
    for service in reachable.iter().filter_map(|name| model.service(name)) {
        for method in model.methods(service) {
            let function = names::rust_identifier(&method.name);
            let arguments = method.arguments(None);
            text.push_str(&row(
                &service.name,
                &method.name,
                &function,
                method,
                &arguments,
            ));
            for variant in &method.variants {
                let name = format!("{}_{}", method.name, variant.name);
                let function = names::rust_variant(&method.name, &variant.name);
                let arguments = method.arguments(Some(variant));
                text.push_str(&row(&service.name, &name, &function, method, &arguments));
            }
        }
    }
    text.push_str("}\n");
    files.insert("crates/conformance/src/generated/calls.rs".to_owned(), text);
    files.insert(
        "crates/conformance/src/generated.rs".to_owned(),
        format!(
            "{}pub(crate) mod calls;\n",
            header("What is generated of this program.", "services")
        ),
    );
}

/// The row of a method or a variant.
fn row(
    service: &str,
    name: &str,
    function: &str,
    method: &Method,
    arguments: &[&Parameter],
) -> String {
    format!(
        "    \"{service}.{name}\" {} {function}({}) [{}];\n",
        services::handle(service),
        list(arguments.iter().copied()),
        list(setters(method, arguments).into_iter()),
    )
}

/// Parameters with setters.
fn setters<'a>(method: &'a Method, arguments: &[&Parameter]) -> Vec<&'a Parameter> {
    let own = method
        .variants
        .iter()
        .flat_map(|variant| &variant.parameters);
    method
        .parameters
        .iter()
        .chain(own)
        .filter(|parameter| parameter.direction != Direction::Out)
        .filter(|parameter| parameter.place(method.kind) != Place::Document)
        .filter(|parameter| arguments.iter().all(|known| known.name != parameter.name))
        .collect()
}

fn list<'a>(parameters: impl Iterator<Item = &'a Parameter>) -> String {
    let rows: Vec<String> = parameters
        .map(|parameter| {
            let kind = match &parameter.kind {
                Type::String => "String".to_owned(),
                Type::Boolean => "bool".to_owned(),
                Type::Integer { .. } => "i64".to_owned(),
                Type::Decimal => "f64".to_owned(),
                Type::Date => "Date".to_owned(),
                Type::Named(name) => names::rust_type(name),
            };
            let kind = if parameter.list {
                format!("Vec<{kind}>")
            } else {
                kind
            };
            format!(
                "{}: {kind} = \"{}\"",
                names::rust_identifier(&parameter.name),
                parameter.name
            )
        })
        .collect();
    rows.join(", ")
}
