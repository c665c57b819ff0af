//! Imports an API release into the model: names and structure come from the release;
//! descriptions, `inline` and the file of each item are kept. Items the release lacks are removed.

use std::collections::BTreeMap;
use std::path::Path;

use ovirt_model::{
    Direction, Enum, Item, Locator, Member, Method, MethodKind, Model, Needs, NeedsKind, Parameter,
    Service, Since, Struct, Type, Value, Variant,
};
use serde_json::Value as Json;

mod areas;

/// Items of the model by the name of their file.
type ModelFiles = BTreeMap<String, Vec<Item>>;

/// Reads the facts and rewrites the files of the model.
pub(crate) fn run(folder: &Path, facts: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(facts).map_err(|e| format!("{}: {e}", facts.display()))?;
    let facts: Json = serde_json::from_str(&text).map_err(|e| format!("the facts: {e}"))?;
    let files = merge(&existing(folder)?, read(&facts)?)?;
    for (file, items) in &files {
        let path = folder.join(file);
        if items.is_empty() {
            std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            continue;
        }
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|e| e.to_string())?;
        }
        std::fs::write(&path, ovirt_model::print(items))
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Returns the files after the import. The caller deletes those without items.
fn merge(old: &ModelFiles, items: Vec<Item>) -> Result<ModelFiles, String> {
    let key = |item: &Item| {
        let (kind, name) = item.key();
        (kind, name.to_owned())
    };
    let mut before: BTreeMap<(&'static str, String), (&String, &Item)> = BTreeMap::new();
    let mut files = ModelFiles::new();
    for (file, items) in old {
        before.extend(items.iter().map(|item| (key(item), (file, item))));
        let shared = items.iter().filter(|item| matches!(item, Item::Shared(_)));
        files.insert(file.clone(), shared.cloned().collect());
    }
    for mut item in items {
        let (kind, name) = key(&item);
        let file = match before.remove(&(kind, name.clone())) {
            Some((file, before)) => {
                keep_descriptions(before, &mut item);
                file.clone()
            }
            None => areas::file_for(kind, &name),
        };
        files.entry(file).or_default().push(item);
    }
    for items in files.values_mut() {
        items.sort_by(|a, b| order(a).cmp(&order(b)));
    }
    let dropped = before.into_values().map(|(_, item)| item);
    keep_boxing(dropped, &files)?;
    Ok(files)
}

/// Fails if the release drops an inline struct, or changes one so that it must be boxed: either
/// breaks the public API, so it must be decided by hand.
fn keep_boxing<'a>(
    dropped: impl Iterator<Item = &'a Item>,
    files: &ModelFiles,
) -> Result<(), String> {
    let mut model = Model::default();
    for (file, items) in files {
        let text = ovirt_model::print(items);
        model.add_file(file, &text).map_err(|e| e.to_string())?;
    }
    let dropped = dropped.filter_map(|item| match item {
        Item::Struct(item) if item.inline => Some(format!("struct {}: is dropped", item.name)),
        _ => None,
    });
    let unsuitable = model
        .check_inline()
        .into_iter()
        .map(|problem| problem.to_string());
    let problems: Vec<String> = dropped.chain(unsuitable).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the release changes inline structs; remove the word `inline` by hand to accept that:\n  {}",
        problems.join("\n  ")
    ))
}

/// Structs stand before enums in a file, as readers ask for them first.
fn order(item: &Item) -> (u8, &str) {
    let (kind, name) = item.key();
    let rank = match kind {
        "shared" => 0,
        "struct" => 1,
        "enum" => 2,
        _ => 3,
    };
    (rank, name)
}

fn existing(folder: &Path) -> Result<ModelFiles, String> {
    let mut files = ModelFiles::new();
    for path in Model::files_in(folder).map_err(|e| e.to_string())? {
        let text = std::fs::read_to_string(&path).map_err(|e| e.to_string())?;
        let items = ovirt_model::parse(&text).map_err(|e| format!("{}, {e}", path.display()))?;
        let file = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        files.insert(file, items);
    }
    Ok(files)
}

/// Copies what is maintained by hand from the old item to the new one, matching parts by name.
fn keep_descriptions(before: &Item, after: &mut Item) {
    match (before, after) {
        (Item::Enum(before), Item::Enum(after)) => {
            after.doc.clone_from(&before.doc);
            for value in &mut after.values {
                if let Some(old) = before.values.iter().find(|old| old.name == value.name) {
                    value.doc.clone_from(&old.doc);
                }
            }
        }
        (Item::Struct(before), Item::Struct(after)) => {
            after.doc.clone_from(&before.doc);
            after.inline = before.inline;
            after.label.clone_from(&before.label);
            for member in &mut after.members {
                if let Some(old) = before.members.iter().find(|old| old.name == member.name) {
                    member.doc.clone_from(&old.doc);
                    member.secret |= old.secret;
                    member.readonly = old.readonly;
                    member.unit = old.unit;
                }
            }
        }
        (Item::Service(before), Item::Service(after)) => {
            after.doc.clone_from(&before.doc);
            for method in &mut after.methods {
                if let Some(old) = before.methods.iter().find(|old| old.name == method.name) {
                    keep_method(old, method);
                }
            }
            for locator in &mut after.locators {
                if let Some(old) = before.locators.iter().find(|old| old.name == locator.name) {
                    locator.doc.clone_from(&old.doc);
                }
            }
        }
        _ => {}
    }
}

fn keep_method(before: &Method, after: &mut Method) {
    after.doc.clone_from(&before.doc);
    keep_parameters(&before.parameters, &mut after.parameters);
    let demands = before
        .needs
        .iter()
        .filter(|needs| needs.kind == NeedsKind::Demanded);
    after.needs.splice(0..0, demands.cloned());
    for variant in &mut after.variants {
        if let Some(old) = before.variants.iter().find(|old| old.name == variant.name) {
            variant.doc.clone_from(&old.doc);
            keep_parameters(&old.parameters, &mut variant.parameters);
        }
    }
}

fn keep_parameters(before: &[Parameter], after: &mut [Parameter]) {
    for parameter in after {
        if let Some(old) = before.iter().find(|old| old.name == parameter.name) {
            parameter.doc.clone_from(&old.doc);
            parameter.unit = old.unit;
        }
    }
}

fn read(facts: &Json) -> Result<Vec<Item>, String> {
    let mut items = Vec::new();
    for json in list(facts, "enums") {
        items.push(Item::Enum(read_enum(json)?));
    }
    for json in list(facts, "structs") {
        items.push(Item::Struct(read_struct(json)?));
    }
    for json in list(facts, "services") {
        items.push(Item::Service(read_service(json)?));
    }
    Ok(items)
}

fn list<'a>(json: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    json[key].as_array().into_iter().flatten()
}

fn name(json: &Json) -> Result<String, String> {
    text(json, "name").ok_or_else(|| format!("no name in {json}"))
}

fn text(json: &Json, key: &str) -> Option<String> {
    json[key].as_str().map(str::to_owned)
}

fn flag(json: &Json, key: &str) -> bool {
    json[key].as_bool().unwrap_or(false)
}

fn since(json: &Json) -> Since {
    Since {
        since: text(json, "since"),
        deprecated: flag(json, "deprecated") || json["deprecated_since"].is_string(),
        deprecated_since: text(json, "deprecated_since"),
    }
}

/// Derived names are not stored; a fact that violates the rule requires an exception in
/// `ovirt_model::names`, so it is an error.
fn must_follow(json: &Json, key: &str, by_rule: Option<&str>) -> Result<(), String> {
    match (json[key].as_str(), by_rule) {
        (Some(fact), by_rule) if Some(fact) != by_rule => Err(format!(
            "{key} is `{fact}`, but follows as {by_rule:?}, in {json}"
        )),
        _ => Ok(()),
    }
}

fn read_kind(json: &Json) -> Result<Type, String> {
    // Wider schema types fit 64 bits (`unsigned_int`) or are decimals.
    let long = matches!(json["schema_type"].as_str(), Some("long" | "unsigned_int"));
    Ok(match json["type"].as_str() {
        Some("string") => Type::String,
        Some("boolean") => Type::Boolean,
        Some("integer") => Type::Integer { long },
        Some("decimal") => Type::Decimal,
        Some("date") => Type::Date,
        Some(name) => Type::Named(name.to_owned()),
        None => return Err(format!("no type in {json}")),
    })
}

fn read_enum(json: &Json) -> Result<Enum, String> {
    let values = list(json, "values")
        .map(|json| {
            Ok(Value {
                name: name(json)?,
                since: since(json),
                doc: String::new(),
            })
        })
        .collect::<Result<_, String>>()?;
    Ok(Enum {
        name: name(json)?,
        since: since(json),
        doc: String::new(),
        values,
    })
}

fn read_struct(json: &Json) -> Result<Struct, String> {
    let structure = Struct {
        name: name(json)?,
        base: text(json, "base"),
        builtin: flag(json, "builtin"),
        inline: false,
        label: None,
        since: since(json),
        doc: String::new(),
        members: list(json, "members")
            .map(read_member)
            .collect::<Result<_, _>>()?,
    };
    must_follow(json, "tag", Some(&structure.tag()))?;
    must_follow(json, "tag_plural", Some(&structure.plural_tag()))?;
    Ok(structure)
}

fn read_member(json: &Json) -> Result<Member, String> {
    let member = Member {
        name: name(json)?,
        kind: read_kind(json)?,
        list: flag(json, "list"),
        link: flag(json, "link"),
        secret: name(json)?.contains("password"),
        readonly: false,
        unit: None,
        since: since(json),
        doc: String::new(),
    };
    let tag = member.tag();
    must_follow(
        json,
        "xml_element",
        (!member.is_attribute()).then_some(tag.as_str()),
    )?;
    must_follow(
        json,
        "xml_attribute",
        member.is_attribute().then_some(tag.as_str()),
    )?;
    must_follow(json, "rel", member.rel().as_deref())?;
    Ok(member)
}

fn read_service(json: &Json) -> Result<Service, String> {
    Ok(Service {
        name: name(json)?,
        base: text(json, "base"),
        area: text(json, "area"),
        since: since(json),
        doc: String::new(),
        methods: list(json, "methods")
            .map(read_method)
            .collect::<Result<_, _>>()?,
        locators: list(json, "locators")
            .map(read_locator)
            .collect::<Result<_, _>>()?,
    })
}

fn read_method(json: &Json) -> Result<Method, String> {
    let kind = match json["kind"].as_str() {
        Some("action") => MethodKind::Action,
        word => MethodKind::NAMED
            .into_iter()
            .find(|kind| Some(kind.word()) == word)
            .ok_or_else(|| format!("unknown kind of method in {json}"))?,
    };
    must_follow(json, "http", Some(kind.http()))?;
    let method = Method {
        name: name(json)?,
        kind,
        since: since(json),
        doc: String::new(),
        parameters: read_parameters(json)?,
        needs: read_needs(json)?,
        variants: list(json, "variants")
            .map(read_variant)
            .collect::<Result<_, _>>()?,
    };
    must_follow(json, "segment", method.segment().as_deref())?;
    Ok(method)
}

fn read_variant(json: &Json) -> Result<Variant, String> {
    Ok(Variant {
        name: name(json)?,
        since: since(json),
        doc: String::new(),
        parameters: read_parameters(json)?,
        needs: read_needs(json)?,
    })
}

fn read_parameters(json: &Json) -> Result<Vec<Parameter>, String> {
    list(json, "parameters")
        .map(|json| {
            Ok(Parameter {
                name: name(json)?,
                kind: read_kind(json)?,
                list: flag(json, "list"),
                direction: match json["direction"].as_str() {
                    Some("in") => Direction::In,
                    Some("out") => Direction::Out,
                    Some("in_out") => Direction::InOut,
                    _ => return Err(format!("unknown direction in {json}")),
                },
                unit: None,
                since: since(json),
                doc: String::new(),
            })
        })
        .collect()
}

fn read_needs(json: &Json) -> Result<Vec<Needs>, String> {
    list(json, "input")
        .map(|json| {
            let any_of = match text(json, "path") {
                Some(path) => vec![path],
                None => list(json, "any_of")
                    .filter_map(Json::as_str)
                    .map(str::to_owned)
                    .collect(),
            };
            if any_of.is_empty() {
                return Err(format!("no path in {json}"));
            }
            let required = flag(json, "required");
            let kind = if required {
                NeedsKind::Required
            } else {
                NeedsKind::Accepted
            };
            Ok(Needs { kind, any_of })
        })
        .collect()
}

fn read_locator(json: &Json) -> Result<Locator, String> {
    let locator = Locator {
        name: name(json)?,
        service: text(json, "service").ok_or_else(|| format!("no service in {json}"))?,
        parameter: text(json, "parameter"),
        since: since(json),
        doc: String::new(),
    };
    must_follow(json, "segment", locator.segment().as_deref())?;
    Ok(locator)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "\
struct outer -- Contains the other one.
  inner: inner -- Inside.

struct inner inline -- Small.
  size: long -- In bytes.
";

    /// The model after the import of a release with these structs, as text.
    fn import(structs: &str) -> Result<String, String> {
        let old = ovirt_model::parse(OLD).expect("a model");
        let old = ModelFiles::from([("types/vms.api".to_owned(), old)]);
        let facts = serde_json::from_str(&format!(r#"{{"structs": [{structs}]}}"#));
        let files = merge(&old, read(&facts.expect("JSON"))?)?;
        Ok(files
            .values()
            .map(|items| ovirt_model::print(items))
            .collect())
    }

    const OUTER: &str = r#"{"name": "outer", "members": [{"name": "inner", "type": "inner"}]}"#;

    #[test]
    fn import_keeps_inline_and_boxes_new_structs() {
        let inner = r#"{"name": "inner", "members": [{"name": "size", "type": "integer"}]}"#;
        let model =
            import(&format!(r#"{OUTER}, {inner}, {{"name": "newcomer"}}"#)).expect("merged");
        assert!(model.contains("struct inner inline -- Small."), "{model}");
        assert!(model.contains("struct outer -- Contains"), "{model}");
        assert!(model.contains("struct newcomer\n"), "{model}");
    }

    #[test]
    fn import_refuses_a_release_that_changes_an_inline_struct() {
        for (structs, problem) in [
            (OUTER.to_owned(), "struct inner: is dropped"),
            (
                format!(
                    r#"{OUTER}, {{"name": "inner", "members":
                        [{{"name": "sizes", "type": "integer", "list": true}}]}}"#
                ),
                "struct inner: is inline, but contains a list",
            ),
            (
                format!(
                    r#"{OUTER}, {{"name": "inner", "members":
                        [{{"name": "outer", "type": "outer"}}]}}"#
                ),
                "struct inner: is inline, but contains itself",
            ),
        ] {
            let message = import(&structs).expect_err(problem);
            assert!(message.contains(problem), "{message}");
        }
    }
}
