//! Table columns: the defaults of each type, and a selection by options.

use ovirt_model::{Model, Type, Unit};
use serde_json::{Value, json};

use crate::data;
use crate::failure::Failure;
use crate::value::{Members, Slot, computed, unit};

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column<'m> {
    /// The path as it was given, such as `cluster`.
    pub(crate) header: String,
    /// Path of the member, or name of a computed value.
    pub(crate) path: String,
    pub(crate) kind: Kind<'m>,
}

/// How the value of a column becomes a text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind<'m> {
    /// As it is.
    Plain,
    /// The name of a linked object of this type, or of several; and the member with the name.
    Link(&'m str, &'m str),
    /// The number of items.
    Count,
    /// A number with a unit.
    Number(Unit),
    /// A point in time.
    Date,
    /// Seconds since a point in time.
    Age,
}

impl Column<'_> {
    /// A column of a member with a simple value.
    pub(crate) fn plain(name: &str) -> Self {
        Self {
            header: name.to_owned(),
            path: name.to_owned(),
            kind: Kind::Plain,
        }
    }

    /// The text above the column.
    pub(crate) fn title(&self) -> String {
        let name = self.header.rsplit('.').next().unwrap_or(&self.header);
        // The last word says too little where the one before it makes the difference.
        let name = match self.header.rsplit('.').collect::<Vec<_>>().as_slice() {
            [
                last @ ("name" | "id" | "type" | "status" | "enabled" | "path" | "address"),
                parent,
                ..,
            ] => {
                format!("{parent} {last}")
            }
            _ => name.to_owned(),
        };
        name.replace('_', " ").to_uppercase()
    }
}

/// The columns of a type, changed as `--columns` says.
pub(crate) fn of<'m>(
    model: &'m Model,
    type_name: &str,
    wide: bool,
    changes: Option<&str>,
) -> Result<Vec<Column<'m>>, Failure> {
    let mut specs = match data::view(type_name) {
        Some((default, more)) => {
            let mut specs: Vec<String> = default.split(' ').map(str::to_owned).collect();
            if wide {
                specs.extend(
                    more.split(' ')
                        .filter(|it| !it.is_empty())
                        .map(str::to_owned),
                );
                specs.extend(["comment", "id"].map(str::to_owned));
            }
            specs
        }
        None => fallback(model, type_name, wide),
    };
    let changes = changes.unwrap_or_default();
    if !changes.is_empty() && !changes.starts_with(['+', '-']) {
        return parse(model, type_name, changes);
    }
    for change in changes.split(',').filter(|change| !change.is_empty()) {
        match change.strip_prefix('-') {
            Some(dropped) => specs.retain(|spec| spec.trim_end_matches(['>', '#']) != dropped),
            None => specs.push(change.trim_start_matches('+').to_owned()),
        }
    }
    let known = |spec: &&String| {
        let path = spec.trim_end_matches(['>', '#']);
        changes.contains(path) || checked_path(model, type_name, path).is_ok()
    };
    let columns = specs
        .iter()
        .filter(known)
        .map(|spec| column(model, type_name, spec));
    columns.collect()
}

/// Columns from paths, separated by commas.
pub(crate) fn parse<'m>(
    model: &'m Model,
    type_name: &str,
    paths: &str,
) -> Result<Vec<Column<'m>>, Failure> {
    let paths = paths
        .split(',')
        .map(str::trim)
        .filter(|path| !path.is_empty());
    paths.map(|path| column(model, type_name, path)).collect()
}

/// Columns of a type without a view: its label and status, then scalars; all of them if `wide`.
fn fallback(model: &Model, type_name: &str, wide: bool) -> Vec<String> {
    let structure = model.structure(type_name);
    let members = structure
        .map(|structure| model.members(structure))
        .unwrap_or_default();
    let label = data::label(type_name);
    let mut specs = vec![label.to_owned()];
    let is_scalar = |kind: &Type| {
        kind.named()
            .is_none_or(|name| model.enumeration(name).is_some())
    };
    let first = ["status", "phase", "state"];
    let named = |name: &str| members.iter().any(|member| member.name == name);
    specs.extend(
        first
            .iter()
            .filter(|name| named(name))
            .map(|name| (*name).to_owned()),
    );
    for member in &members {
        let known = specs.contains(&member.name)
            || ["comment", "description", "id"].contains(&&*member.name);
        if !known
            && !member.list
            && !member.secret
            && is_scalar(&member.kind)
            && (wide || specs.len() < 6)
        {
            specs.push(member.name.clone());
        }
    }
    if wide || !named(label) {
        specs.push("id".to_owned());
    }
    specs.retain(|spec| spec.contains('.') || named(spec));
    specs
}

fn column<'m>(model: &'m Model, type_name: &str, spec: &str) -> Result<Column<'m>, Failure> {
    let given = spec.trim_end_matches(['>', '#']);
    let path = checked_path(model, type_name, given)?;
    let slot = slot_at(model, type_name, &path);
    let link = slot
        .filter(|slot| slot.link)
        .and_then(|slot| slot.kind.named());
    let kind = match (slot, link) {
        _ if spec.ends_with('#') => Kind::Count,
        (_, Some(target)) => Kind::Link(target, data::label(target)),
        (
            Some(Slot {
                kind: Type::Date, ..
            }),
            _,
        ) => Kind::Date,
        (Some(slot), _) => match (slot.kind, unit::shown(slot.name, slot.unit)) {
            (Type::Integer { .. } | Type::Decimal, Some(unit)) => Kind::Number(unit),
            _ => Kind::Plain,
        },
        (None, _) if path == "up" => Kind::Age,
        (None, _) if path == "total" => Kind::Number(Unit::Bytes),
        (None, _) => Kind::Plain,
    };
    Ok(Column {
        header: given.to_owned(),
        path,
        kind,
    })
}

/// Checks that a type has a member at a path; dashes become underscores.
pub(crate) fn checked_path(model: &Model, type_name: &str, path: &str) -> Result<String, Failure> {
    let mut members = match model.structure(type_name) {
        Some(structure) => Members::of(model, structure),
        None => return Ok(path.to_owned()),
    };
    if computed::is_known(path) && members.get(path).is_none() {
        return Ok(path.to_owned());
    }
    let mut checked = String::new();
    let mut parts = path.split('.').peekable();
    while let Some(part) = parts.next() {
        let (name, index) = part.split_at(part.find('[').unwrap_or(part.len()));
        let slot = members.find(name, checked.trim_end_matches('.'))?;
        checked.push_str(slot.name);
        checked.push_str(index);
        if parts.peek().is_some() {
            checked.push('.');
            members = match slot.structure(model) {
                Some(structure) => Members::of(model, structure),
                None => {
                    let message = format!("{} has no members", checked.trim_end_matches('.'));
                    return Err(Failure::usage(message));
                }
            };
        }
    }
    Ok(checked)
}

/// The member of a type at a path.
pub(crate) fn slot_at<'m>(model: &'m Model, type_name: &str, path: &str) -> Option<Slot<'m>> {
    let members = Members::of(model, model.structure(type_name)?);
    crate::flags::member_at(model, &members, path)
}

/// The number of items of a list; 0 if it is absent.
pub(crate) fn count(value: &Value) -> Value {
    json!(value.as_array().map_or(0, Vec::len))
}
