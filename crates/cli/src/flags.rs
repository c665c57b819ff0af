//! Flags of a verb: its parameters, and the first-level members of its document.

use std::collections::BTreeMap;

use ovirt_model::{MethodKind, Model, Parameter, Place, Struct};

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
    // The paths of needs begin with the document's parameter, unless it is an action.
    let document = verb.parameters().into_iter().find(|parameter| {
        verb.method.kind != MethodKind::Action
            && parameter.direction == ovirt_model::Direction::InOut
    });
    let demands = verb.demands();
    let listed = |member: &str, demanded: bool| {
        let needs = if demanded { &demands } else { &needs };
        needs.iter().any(|needs| {
            (!demanded || needs.any_of.len() == 1)
                && needs.any_of.iter().any(|path| {
                    let path = match document {
                        Some(document) => path.strip_prefix(&format!("{}.", document.name)),
                        None => Some(path.as_str()),
                    };
                    path.is_some_and(|path| path.split(['.', '[']).next() == Some(member))
                })
        })
    };
    let mut add = |name: String, slot: Slot<'m>, target: Destination| {
        let first = match &target {
            Destination::Member(path) => {
                path.split(['.', '[']).next().unwrap_or_default().to_owned()
            }
            Destination::Query => slot.name.to_owned(),
        };
        let (demanded, listed) = (listed(&first, true), listed(&first, false));
        let listed = listed || target == Destination::Query;
        let flag = Flag {
            name: name.clone(),
            slot,
            target,
            listed,
            demanded,
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
