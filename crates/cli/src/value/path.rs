//! Paths such as `cpu.topology.cores` or `nics[0].name`: reading and setting members of JSON.

use ovirt_model::Model;
use serde_json::{Map, Value, json};

use super::{Members, Slot, text};
use crate::failure::Failure;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Member(String),
    Index(usize),
}

/// Reads the member at a path. In a list, the values of all items unless an index is given.
pub(crate) fn get(value: &Value, path: &str) -> Option<Value> {
    let mut current = value;
    let mut rest = path;
    loop {
        if rest.is_empty() {
            return Some(current.clone());
        }
        if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']')?;
            current = current.get(index.parse::<usize>().ok()?)?;
            rest = after.trim_start_matches('.');
            continue;
        }
        if let Value::Array(items) = current {
            let found: Vec<Value> = items.iter().filter_map(|item| get(item, rest)).collect();
            return Some(found.into());
        }
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        current = current.get(&rest[..end])?;
        rest = rest[end..].trim_start_matches('.');
    }
}

fn steps(path: &str) -> Result<Vec<Step>, Failure> {
    let wrong = || {
        Failure::usage(format!(
            "{path:?} is not a path: use one such as cpu.topology.cores or nics[0].name"
        ))
    };
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, mut indexes) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !name.is_empty() {
            steps.push(Step::Member(name.to_owned()));
        } else if indexes.is_empty() || !steps.is_empty() {
            return Err(wrong());
        }
        while let Some(rest) = indexes.strip_prefix('[') {
            let (index, after) = rest.split_once(']').ok_or_else(wrong)?;
            steps.push(Step::Index(index.parse().map_err(|_| wrong())?));
            indexes = after;
        }
        if !indexes.is_empty() {
            return Err(wrong());
        }
    }
    Ok(steps)
}

/// What an assignment does with a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Assign {
    Set,
    /// `+=`: to a list.
    Add,
}

/// Splits `PATH=VALUE` or `PATH+=VALUE`.
pub(crate) fn split(assignment: &str) -> Result<(&str, Assign, &str), Failure> {
    let Some((path, value)) = assignment.split_once('=') else {
        return Err(Failure::usage(format!(
            "--set {assignment:?} has no value: use PATH=VALUE, such as cpu.topology.cores=2"
        )));
    };
    Ok(match path.strip_suffix('+') {
        Some(path) => (path.trim(), Assign::Add, value),
        None => (path.trim(), Assign::Set, value),
    })
}

/// What is assigned.
pub(crate) enum New<'a> {
    /// A text of the command line, for the type of the member.
    Text(&'a str),
    /// A JSON value.
    Json(Value),
}

/// Sets the member at a path of a document.
///
/// # Errors
///
/// A path that the model does not have, or a value of another type.
pub(crate) fn set(
    model: &Model,
    members: &Members<'_>,
    document: &mut Value,
    path: &str,
    operator: Assign,
    new: New<'_>,
) -> Result<(), Failure> {
    let mut current = document;
    let mut slot: Option<Slot<'_>> = None;
    let mut done = String::new();
    for step in steps(path)? {
        match step {
            Step::Member(name) => {
                let found = match slot {
                    None => members.find(&name, "")?,
                    Some(slot) if slot.list => {
                        return Err(Failure::usage(format!(
                            "{done} is a list: give the position of an item, such as {done}[0].{name}"
                        )));
                    }
                    Some(slot) => {
                        let structure = slot.structure(model).ok_or_else(|| {
                            Failure::usage(format!("{done} is no object: it has no `{name}`"))
                        })?;
                        Members::of(model, structure).find(&name, &done)?
                    }
                };
                if !current.is_object() {
                    *current = json!({});
                }
                current = member(current, found.name);
                if !done.is_empty() {
                    done.push('.');
                }
                done.push_str(found.name);
                slot = Some(found);
            }
            Step::Index(index) => {
                let list = slot.filter(|slot| slot.list);
                let item = list.ok_or_else(|| {
                    Failure::usage(format!("{done} is no list: leave out [{index}]"))
                })?;
                current = at(current, index).ok_or_else(|| {
                    Failure::usage(format!(
                        "{done}[{index}] leaves a gap: begin with {done}[0]"
                    ))
                })?;
                done.push_str(&format!("[{index}]"));
                slot = Some(item.item());
            }
        }
    }
    let Some(slot) = slot else { return Ok(()) };
    let value = match new {
        New::Json(value) => super::coerce::coerce(model, slot, value, &done)?,
        New::Text("{}") if slot.list => json!([]),
        New::Text("{}") if slot.structure(model).is_some() => json!({}),
        New::Text(text) => text::parse(model, slot, text)
            .map_err(|reason| Failure::usage(format!("{done}: {reason}")))?,
    };
    match (operator, current, value) {
        (Assign::Add, Value::Array(list), Value::Array(more)) => list.extend(more),
        (Assign::Add, _, _) if !slot.list => {
            return Err(Failure::usage(format!(
                "{done} is no list: use = instead of +="
            )));
        }
        (_, current, value) => *current = value,
    }
    Ok(())
}

/// The member of an object, added if absent.
fn member<'v>(value: &'v mut Value, name: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    &mut value[name]
}

/// The item of a list, added if it is the next one.
fn at(value: &mut Value, index: usize) -> Option<&mut Value> {
    if !value.is_array() {
        *value = json!([]);
    }
    let list = value.as_array_mut()?;
    if index == list.len() {
        list.push(Value::Null);
    }
    list.get_mut(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vm(assignments: &[&str]) -> Result<Value, String> {
        let model = Model::embedded();
        let members = Members::of(&model, model.structure("vm").unwrap());
        let mut document = json!({});
        for assignment in assignments {
            let (path, operator, value) = split(assignment).map_err(|it| it.message)?;
            set(
                &model,
                &members,
                &mut document,
                path,
                operator,
                New::Text(value),
            )
            .map_err(|failure| failure.message)?;
        }
        Ok(document)
    }

    #[test]
    fn members_are_set_at_any_depth() {
        let document = vm(&[
            "name=web1",
            "cpu.topology.cores=2",
            "memory=4GiB",
            "nics[0].name=nic1",
            "nics[1].name=nic2",
            "os.boot.devices=hd,network",
            "os.boot.devices+=cdrom",
            "cluster=Default",
            "custom-compatibility-version=4.7",
            "delete_protected=yes",
            "usb={}",
        ]);
        let expected = json!({
            "name": "web1",
            "cpu": {"topology": {"cores": 2}},
            "memory": 4_294_967_296_i64,
            "nics": [{"name": "nic1"}, {"name": "nic2"}],
            "os": {"boot": {"devices": ["hd", "network", "cdrom"]}},
            "cluster": {"name": "Default"},
            "custom_compatibility_version": {"major": 4, "minor": 7},
            "delete_protected": true,
            "usb": {},
        });
        assert_eq!(document, Ok(expected));
    }

    #[test]
    fn wrong_paths_and_values_are_refused_with_advice() {
        for (assignment, part) in [
            ("memroy=1", "did you mean `memory`?"),
            ("memory=lots", "it is in bytes, such as 4GiB"),
            (
                "cpu.topology.cores=x",
                "is not a whole number: use one such as 4",
            ),
            ("cpu=x", "is an object: set its members"),
            ("nics.name=x", "nics is a list"),
            ("nics[1].name=x", "begin with nics[0]"),
            ("name[0]=x", "no list"),
            ("name.x=1", "no object"),
            ("os.boot.devices=floppy", "not one of cdrom, hd, network"),
            ("delete_protected=maybe", "not true or false"),
            ("name+=x", "use = instead of +="),
            ("a..b=1", "is not a path"),
            ("name", "has no value"),
        ] {
            let message = vm(&[assignment]).unwrap_err();
            assert!(message.contains(part), "{assignment}: {message}");
        }
    }

    #[test]
    fn paths_read_members_and_all_items() {
        let vm = json!({"cpu": {"cores": 2}, "nics": [{"name": "a"}, {"name": "b"}]});
        assert_eq!(get(&vm, "cpu.cores"), Some(json!(2)));
        assert_eq!(get(&vm, "nics[1].name"), Some(json!("b")));
        assert_eq!(get(&vm, "nics.name"), Some(json!(["a", "b"])));
        assert_eq!(get(&vm, "nics[7].name"), None);
        assert_eq!(get(&vm, "cpu.name"), None);
    }
}
