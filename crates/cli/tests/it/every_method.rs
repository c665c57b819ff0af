//! Each method and variant of the model has a command line, which sends the right request.

use std::collections::BTreeSet;

use ovirt_model::{
    Direction, Method, MethodKind, Model, Parameter, Place, Service, Type, Variant, names,
};

use crate::support::Cli;

/// A path of the model as words, an address, and the path that is sent.
struct Way {
    words: Vec<String>,
    address: String,
    path: String,
}

/// Splits `/vms/{vm:id}/nics`.
fn way(path: &str) -> Way {
    let mut way = Way {
        words: Vec::new(),
        address: String::new(),
        path: String::new(),
    };
    let mut number = 0;
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        way.path.push('/');
        if segment.starts_with('{') {
            number += 1;
            way.path.push_str(&format!("id-{number}"));
            let separator = if way.address.is_empty() { "" } else { "/" };
            way.address.push_str(&format!("{separator}id:id-{number}"));
        } else {
            way.path.push_str(segment);
            way.words.push(segment.to_owned());
        }
    }
    if way.words.is_empty() {
        way.words.push("system".to_owned());
    }
    way
}

/// A value for a parameter or a member, as a text; `None` for objects.
fn sample(model: &Model, kind: &Type) -> Option<String> {
    Some(match kind {
        Type::String => "text".to_owned(),
        Type::Boolean => "true".to_owned(),
        Type::Integer { .. } => "7".to_owned(),
        Type::Decimal => "1.5".to_owned(),
        Type::Date => "2026-01-02T03:04:05.000+00:00".to_owned(),
        Type::Named(name) => model.enumeration(name)?.values.first()?.name.clone(),
    })
}

/// The path of a scalar within an object, and a value for it.
fn leaf(model: &Model, struct_name: &str, depth: usize) -> Option<(String, String, String)> {
    let members = model.members(model.structure(struct_name)?);
    let scalar = members
        .iter()
        .filter(|member| !member.list && !member.is_attribute())
        .find_map(|member| {
            Some((
                member.name.clone(),
                sample(model, &member.kind)?,
                member.tag(),
            ))
        });
    scalar.or_else(|| {
        let nested = members.iter().filter(|member| !member.list && depth > 0);
        nested.into_iter().find_map(|member| {
            let (path, value, tag) = leaf(model, member.kind.named()?, depth - 1)?;
            Some((format!("{}.{path}", member.name), value, tag))
        })
    })
}

/// The options for a parameter, and a text that the request must have.
fn option(model: &Model, method: &Method, parameter: &Parameter) -> Option<(String, String)> {
    let place = parameter.place(method.kind);
    let name = &parameter.name;
    let index = if parameter.list { "[0]" } else { "" };
    if let Some(value) = sample(model, &parameter.kind) {
        let flag = format!("--{}={value}", name.replace('_', "-"));
        return Some(match place {
            Place::Query => {
                let encoded = value.replace(':', "%3A").replace('+', "%2B");
                (flag, format!("{name}={encoded}"))
            }
            _ => (flag, format!(">{value}</")),
        });
    }
    let (path, value, tag) = leaf(model, parameter.kind.named()?, 3)?;
    let root = match place {
        Place::Document if !parameter.list => String::new(),
        _ => format!("{name}{index}."),
    };
    Some((
        format!("--set={root}{path}={value}"),
        format!("<{tag}>{value}</{tag}>"),
    ))
}

/// Builds the command line of a method and checks the dry run.
fn check(model: &Model, way: &Way, verb: &str, method: &Method, variant: Option<&Variant>) {
    let mut words = way.words.clone();
    words.push(verb.to_owned());
    if !way.address.is_empty() {
        words.push(way.address.clone());
    }
    let of_variant = variant.into_iter().flat_map(|variant| &variant.parameters);
    let mut expected = Vec::new();
    for parameter in method.parameters.iter().chain(of_variant) {
        let is_sent = parameter.direction != Direction::Out;
        // Each is once in the model: the correlation id is checked before it is sent.
        if let Some((option, part)) = option(model, method, parameter).filter(|_| is_sent) {
            words.push(option);
            expected.push(part);
        }
    }
    // The texts are samples, not links and searches of the model.
    words.extend(["--no-check", "--dry-run=http,offline"].map(str::to_owned));
    let output = Cli::offline().run_words(&words, "");
    let line = words.join(" ");
    assert_eq!(output.code, 0, "{line}: {output:?}");
    let mut path = way.path.clone();
    if method.kind == MethodKind::Action {
        path = format!("{path}/{}", names::segment(&method.name));
    }
    let first = output.stdout.lines().next().unwrap();
    let url = format!(
        "{} https://engine.example.com/ovirt-engine/api{path}",
        method.kind.http()
    );
    let (start, query) = first.split_once('?').unwrap_or((first, ""));
    assert_eq!(start, url, "{line}");
    for part in expected {
        let found = query.contains(&part) || output.stdout.contains(&part);
        assert!(found, "{line}: {part} is not in {}", output.stdout);
    }
}

#[test]
fn each_method_and_variant_has_a_command_line() {
    let model = Model::embedded();
    let mut methods = BTreeSet::new();
    let mut pairs = 0;
    for (path, service) in model.paths() {
        let way = way(&path);
        for method in model.methods(service) {
            let name = method.name.replace('_', "-");
            let verb = if is_hidden(&model, &path, service, method) {
                format!("{name}-many")
            } else {
                name
            };
            check(&model, &way, &verb, method, None);
            pairs += 1;
            methods.insert(format!("{}.{}", service.name, method.name));
            for variant in &method.variants {
                let verb = format!("{verb}-{}", variant.name.replace('_', "-"));
                check(&model, &way, &verb, method, Some(variant));
                methods.insert(format!("{}.{}-{}", service.name, method.name, variant.name));
            }
        }
    }
    assert!(pairs > 800, "only {pairs} pairs of path and method");
    assert!(
        methods.len() > 650,
        "only {} methods and variants",
        methods.len()
    );
}

/// Whether the objects of a collection have a method of the same name.
fn is_hidden(model: &Model, path: &str, service: &Service, method: &Method) -> bool {
    let is_collection = !path.ends_with('}');
    let mut items = model.locators(service).into_iter();
    let item = items.find(|locator| locator.parameter.is_some());
    let item = item.and_then(|item| model.service(&item.service));
    let same = |other: &&Method| other.name == method.name;
    is_collection && item.is_some_and(|item| model.methods(item).iter().any(same))
}
