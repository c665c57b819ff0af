//! Flags of a verb: its parameters, and the first-level members of its document.

use std::collections::{BTreeMap, BTreeSet};

use ovirt_model::{MethodKind, Model, Needs, Parameter, Place, Struct};

use crate::data;
use crate::noun::{Verb, dashed};
use crate::value::{Members, Slot};

/// A flag of a verb.
#[derive(Clone, Debug)]
pub(crate) struct Flag<'m> {
    /// Without the leading dashes, such as `delete-protected`.
    pub(crate) name: String,
    pub(crate) slot: Slot<'m>,
    pub(crate) target: Destination,
    /// Whether the method demands or accepts it by its needs.
    pub(crate) listed: bool,
    pub(crate) demanded: bool,
}

/// What a flag sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A query parameter.
    Query,
    /// A member of the document, by its path.
    Member(String),
}

/// The document that a verb sends.
#[derive(Clone, Debug)]
pub(crate) enum Body<'m> {
    None,
    /// An object.
    Object(&'m Struct, Members<'m>),
    /// A list of objects, given as the one member of a document.
    List(&'m Parameter, Members<'m>),
    /// An `<action>` with these parameters.
    Action(Members<'m>),
}

impl<'m> Body<'m> {
    /// The document of a verb.
    pub(crate) fn of(model: &'m Model, verb: &Verb<'m>) -> Self {
        let kind = verb.method.kind;
        let sent = |parameter: &&Parameter| parameter.direction != ovirt_model::Direction::Out;
        let parameters: Vec<&Parameter> = verb.parameters().into_iter().filter(sent).collect();
        let needs = verb.needs();
        let slot = |parameter: &&'m Parameter| {
            let doc = model.parameter_doc(verb.method, parameter);
            Slot::of_parameter(model, parameter, &needs, doc)
        };
        let at = |place| {
            let placed = move |it: &&&Parameter| it.place(kind) == place;
            parameters
                .iter()
                .filter(placed)
                .map(slot)
                .collect::<Vec<_>>()
        };
        let in_action = at(Place::Action);
        if kind == MethodKind::Action || !in_action.is_empty() {
            return Self::Action(Members(in_action));
        }
        let document = parameters
            .iter()
            .find(|it| it.place(kind) == Place::Document);
        match document {
            Some(document) if document.list => Self::List(document, Members(vec![slot(document)])),
            Some(document) => match document.kind.named().and_then(|name| model.structure(name)) {
                Some(structure) => Self::Object(structure, Members::of(model, structure)),
                None => Self::None,
            },
            None => Self::None,
        }
    }

    /// The members at its root.
    pub(crate) fn members(&self) -> Option<&Members<'m>> {
        match self {
            Self::None => None,
            Self::Object(_, members) | Self::List(_, members) | Self::Action(members) => {
                Some(members)
            }
        }
    }

    /// The tag of the document's root element.
    pub(crate) fn tag(&self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Object(structure, _) => Some(structure.tag()),
            Self::List(parameter, _) => Some(ovirt_model::names::tag(&parameter.name)),
            Self::Action(_) => Some("action".to_owned()),
        }
    }
}

/// The flags of a verb by name.
pub(crate) fn of<'m>(model: &'m Model, verb: &Verb<'m>, body: &Body<'m>) -> Vec<Flag<'m>> {
    let mut flags = BTreeMap::new();
    let needs = verb.needs();
    let document = verb.document_name();
    let prefix = document.map_or_else(String::new, |name| format!("{name}."));
    let accepted = members_of(&needs, &prefix);
    let mut demands = verb.demands();
    demands.retain(|needs| needs.any_of.len() == 1);
    let demanded = members_of(&demands, &prefix);
    let mut add = |name: String, slot: Slot<'m>, target: Destination| {
        let member = match &target {
            Destination::Member(path) => first_member(path),
            Destination::Query => slot.name,
        };
        let flag = Flag {
            name: name.clone(),
            slot,
            listed: accepted.contains(member) || target == Destination::Query,
            demanded: demanded.contains(member),
            target,
        };
        flags.entry(name).or_insert(flag);
    };
    for parameter in verb.parameters() {
        if parameter.place(verb.method.kind) == Place::Query {
            let doc = model.parameter_doc(verb.method, parameter);
            let slot = Slot::of_parameter(model, parameter, &needs, doc);
            add(dashed(&parameter.name), slot, Destination::Query);
        }
    }
    let Some(members) = body.members() else {
        return flags.into_values().collect();
    };
    for (name, path) in data::flags(&verb.operation()) {
        if let Some(slot) = member_at(model, members, path) {
            add(name.to_owned(), slot, Destination::Member(path.to_owned()));
        }
    }
    for slot in &members.0 {
        if slot.takes_text(model) && !slot.secret {
            add(
                dashed(slot.name),
                *slot,
                Destination::Member(slot.name.to_owned()),
            );
        }
    }
    flags.into_values().collect()
}

/// The members at the root of the document that these needs are about.
fn members_of<'m>(needs: &[&'m Needs], prefix: &str) -> BTreeSet<&'m str> {
    let paths = needs.iter().flat_map(|needs| &needs.any_of);
    let below = paths.filter_map(|path| path.strip_prefix(prefix));
    below.map(first_member).collect()
}

/// The first member of a path such as `cdroms[0].file`.
fn first_member(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// The slot of a member at a path such as `vm.cdroms[0].file`.
pub(crate) fn member_at<'m>(
    model: &'m Model,
    members: &Members<'m>,
    path: &str,
) -> Option<Slot<'m>> {
    let mut current: Option<Slot<'m>> = None;
    for part in path.split('.') {
        let (name, index) = part
            .split_once('[')
            .map_or((part, false), |(name, _)| (name, true));
        let found = match current {
            None => members.0.iter().find(|slot| slot.name == name).copied()?,
            Some(slot) => Members::of(model, slot.structure(model)?)
                .find(name, "")
                .ok()?,
        };
        current = Some(if index { found.item() } else { found });
    }
    current
}
