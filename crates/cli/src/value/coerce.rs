//! Checks values from files against the model: unknown names are errors, texts become the types
//! of their members.

use ovirt_model::{Model, Type};
use serde_json::{Map, Value, json};

use super::{Members, Slot, text};
use crate::failure::Failure;

/// Checks an object, member by member.
///
/// # Errors
///
/// A member that the model does not have, or a value of another type.
pub(crate) fn object(
    model: &Model,
    members: &Members<'_>,
    value: Value,
    path: &str,
) -> Result<Value, Failure> {
    let Value::Object(map) = value else {
        let what = if path.is_empty() {
            "the document"
        } else {
            path
        };
        return Err(Failure::usage(format!("{what} must be an object")));
    };
    let mut checked = Map::new();
    for (name, value) in map {
        // Addresses, which the engine sets: they are in the output of `get`.
        if name == "href" || value.is_null() {
            continue;
        }
        let slot = members.find(&name, path)?;
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        checked.insert(slot.name.to_owned(), coerce(model, slot, value, &path)?);
    }
    Ok(Value::Object(checked))
}

/// Checks the value of a member.
///
/// # Errors
///
/// As [`object`].
pub(crate) fn coerce(
    model: &Model,
    slot: Slot<'_>,
    value: Value,
    path: &str,
) -> Result<Value, Failure> {
    if slot.list {
        return list(model, slot, value, path);
    }
    let wrong = |reason: String| Failure::usage(format!("{path}: {reason}"));
    match (slot.structure(model), value) {
        (Some(structure), value @ Value::Object(_)) => {
            object(model, &Members::of(model, structure), value, path)
        }
        (_, Value::String(text)) => text::parse(model, slot, &text).map_err(wrong),
        (Some(_), value @ Value::Number(_)) => {
            text::parse(model, slot, &value.to_string()).map_err(wrong)
        }
        (None, value @ (Value::Number(_) | Value::Bool(_))) => match slot.kind {
            Type::String => Ok(value.to_string().into()),
            _ => text::parse(model, slot, &value.to_string())
                .map(|parsed| {
                    if value.is_number() && parsed.is_number() {
                        value
                    } else {
                        parsed
                    }
                })
                .map_err(wrong),
        },
        (_, value) => Err(wrong(format!("{value} is not a value for it"))),
    }
}

fn list(model: &Model, slot: Slot<'_>, value: Value, path: &str) -> Result<Value, Failure> {
    let items = match value {
        Value::Array(items) => items,
        Value::String(text) => {
            return text::parse(model, slot, &text)
                .map_err(|reason| Failure::usage(format!("{path}: {reason}")));
        }
        // How the SDK writes a list with an address.
        Value::Object(mut map)
            if map
                .keys()
                .all(|key| matches!(key.as_str(), "href" | "items")) =>
        {
            match map.remove("items") {
                Some(Value::Array(items)) => items,
                _ => Vec::new(),
            }
        }
        single => vec![single],
    };
    let mut checked = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        checked.push(coerce(
            model,
            slot.item(),
            item,
            &format!("{path}[{index}]"),
        )?);
    }
    Ok(json!(checked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vm(value: Value) -> Result<Value, String> {
        let model = Model::embedded();
        let members = Members::of(&model, model.structure("vm").unwrap());
        object(&model, &members, value, "").map_err(|failure| failure.message)
    }

    #[test]
    fn texts_become_the_types_of_their_members() {
        let given = json!({
            "name": 7, "memory": "4GiB", "cluster": "Default", "href": "/x", "status": null,
            "delete_protected": "yes", "cpu": {"topology": {"cores": "2"}},
            "nics": {"href": "/y", "items": [{"name": "nic1"}]},
        });
        let expected = json!({
            "name": "7", "memory": 4_294_967_296_i64, "cluster": {"name": "Default"},
            "delete_protected": true, "cpu": {"topology": {"cores": 2}},
            "nics": [{"name": "nic1"}],
        });
        assert_eq!(vm(given), Ok(expected));
    }

    #[test]
    fn unknown_members_are_errors_at_any_depth() {
        let error = vm(json!({"cpu": {"topology": {"coers": 2}}})).unwrap_err();
        assert_eq!(
            error,
            "there is no `coers` in cpu.topology; did you mean `cores`?"
        );
        let error = vm(json!({"nics": [{"nam": "x"}]})).unwrap_err();
        assert!(error.contains("nics[0]"), "{error}");
    }
}
