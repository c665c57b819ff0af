//! Prints the model's text format, the inverse of parsing it.

use std::fmt::Write as _;

use crate::item::{
    Direction, Item, Locator, Member, Method, MethodKind, Needs, NeedsKind, Parameter, Since, Type,
};
use crate::unit::Unit;

/// Prints a model file with these items, in order.
///
/// Equal facts print as equal text, so that a new release of the API shows as a small
/// diff.
pub fn print(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        if !out.is_empty() {
            out.push('\n');
        }
        print_item(&mut out, item);
    }
    out
}

/// Prints a line: facts, versions, description.
fn line(out: &mut String, depth: usize, facts: &str, since: &Since, doc: &str) {
    let _ = write!(out, "{:1$}{facts}", "", depth * 2);
    if let Some(version) = &since.since {
        let _ = write!(out, " since {version}");
    }
    if since.deprecated {
        out.push_str(" deprecated");
    }
    if let Some(version) = &since.deprecated_since {
        let _ = write!(out, " {version}");
    }
    if !doc.is_empty() {
        let _ = write!(out, " -- {doc}");
    }
    out.push('\n');
}

fn print_item(out: &mut String, item: &Item) {
    let base = |base: &Option<String>| base.as_ref().map_or(String::new(), |b| format!(" is {b}"));
    match item {
        Item::Shared(shared) => {
            line(
                out,
                0,
                &format!("shared {}", shared.name),
                &Since::default(),
                &shared.doc,
            );
        }
        Item::Enum(item) => {
            line(
                out,
                0,
                &format!("enum {}", item.name),
                &item.since,
                &item.doc,
            );
            for value in &item.values {
                line(out, 1, &value.name, &value.since, &value.doc);
            }
        }
        Item::Struct(item) => {
            let builtin = if item.builtin { " builtin" } else { "" };
            let inline = if item.inline { " inline" } else { "" };
            let label = match item.label.as_deref() {
                None => String::new(),
                Some("") => " unlabelled".to_owned(),
                Some(member) => format!(" label {member}"),
            };
            let base = base(&item.base);
            let facts = format!("struct {}{base}{builtin}{inline}{label}", item.name);
            line(out, 0, &facts, &item.since, &item.doc);
            for member in &item.members {
                print_member(out, member);
            }
        }
        Item::Service(item) => {
            let area = item
                .area
                .as_ref()
                .map_or(String::new(), |area| format!(" area {area}"));
            let facts = format!("service {}{}{area}", item.name, base(&item.base));
            line(out, 0, &facts, &item.since, &item.doc);
            for method in &item.methods {
                print_method(out, method);
            }
            for locator in &item.locators {
                print_locator(out, locator);
            }
        }
    }
}

fn print_type(kind: &Type, list: bool) -> String {
    let name = kind.word();
    if list {
        format!("[{name}]")
    } else {
        name.to_owned()
    }
}

fn print_unit(unit: Option<Unit>) -> String {
    unit.map_or_else(String::new, |unit| format!(" in {}", unit.word()))
}

fn print_member(out: &mut String, member: &Member) {
    let mark = match (member.link, member.secret) {
        (true, _) => "link ",
        (false, true) => "secret ",
        (false, false) => "",
    };
    let readonly = if member.readonly { "readonly " } else { "" };
    let facts = format!(
        "{}: {readonly}{mark}{}{}",
        member.name,
        print_type(&member.kind, member.list),
        print_unit(member.unit)
    );
    line(out, 1, &facts, &member.since, &member.doc);
}

fn print_method(out: &mut String, method: &Method) {
    let facts = match method.kind {
        MethodKind::Action => format!("action {}", method.name),
        kind => kind.word().to_owned(),
    };
    line(out, 1, &facts, &method.since, &method.doc);
    print_signature(out, 2, &method.parameters, &method.needs);
    for variant in &method.variants {
        line(
            out,
            2,
            &format!("variant {}", variant.name),
            &variant.since,
            &variant.doc,
        );
        print_signature(out, 3, &variant.parameters, &variant.needs);
    }
}

fn print_signature(out: &mut String, depth: usize, parameters: &[Parameter], needs: &[Needs]) {
    for parameter in parameters {
        let direction = match parameter.direction {
            Direction::In => "in",
            Direction::Out => "out",
            Direction::InOut => "inout",
        };
        let kind = print_type(&parameter.kind, parameter.list);
        let unit = print_unit(parameter.unit);
        let facts = format!("{direction} {}: {kind}{unit}", parameter.name);
        line(out, depth, &facts, &parameter.since, &parameter.doc);
    }
    for need in needs {
        let word = match need.kind {
            NeedsKind::Required => "requires",
            NeedsKind::Demanded => "demands",
            NeedsKind::Accepted => "accepts",
        };
        let facts = format!("{word} {}", need.any_of.join("|"));
        line(out, depth, &facts, &Since::default(), "");
    }
}

fn print_locator(out: &mut String, locator: &Locator) {
    let parameter = locator
        .parameter
        .as_ref()
        .map_or(String::new(), |name| format!("({name})"));
    let facts = format!("locate {}{parameter}: {}", locator.name, locator.service);
    line(out, 1, &facts, &locator.since, &locator.doc);
}
