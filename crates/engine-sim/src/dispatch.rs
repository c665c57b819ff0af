//! Executes the rows of tables: checks, changes, what the row says beyond, and the audit log.

use crate::audit;
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Action, Command, UniqueName};
use crate::kinds;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::World;

/// Adds an object to the collection that stores it.
pub(crate) fn add(
    world: &mut World,
    command: &Command<'_>,
    mut object: Node,
) -> Result<ObjectRef, Fault> {
    let kind = command.kind;
    if !kind.add.simulated {
        let name = command.type_name.replace('_', " ");
        return Err(Fault::unsimulated(format!("Adding a {name}")));
    }
    let new = ObjectRef::new(command.stored_in, "");
    kind.check_status(world, &new, kind.add.row())?;
    check_name(world, command, kind.add.verb, &new, &object)?;
    for tag in kind.set_by_engine {
        object.remove(tag);
    }
    if let Some(id) = (kind.add.existing)(world, command, &object) {
        return Ok(ObjectRef::new(command.stored_in, id));
    }
    (kind.add.check)(world, command, &mut object)?;
    // The engine chooses identifiers, except for objects identified by another one.
    if !kind.keeps_id {
        object.attributes.clear();
    }
    let vm = object.child("vm").map_or("", Node::id).to_owned();
    let object = world.store.add(command.stored_in, object);
    (kind.add.done)(world, command, &object);
    grant_creator_roles(world, command, &object);
    audit::added(world, command, &object, &vm);
    Ok(object)
}

/// Grants the creator of an object the roles that manage it, and what was added with it.
fn grant_creator_roles(world: &mut World, command: &Command<'_>, object: &ObjectRef) {
    let Some(caller) = command.caller else {
        return;
    };
    let kind = command.kind;
    let manages = caller.check_command(world, &object.path(), MANAGE, None);
    if !kind.spares_managers || manages.is_err() {
        caller.grant(world, kind.creator_roles, command.type_name, object.id());
    }
    for other in (kind.added_with)(world, object) {
        let collection = world.schema.locate(other.collection());
        let kind = collection.and_then(|collection| world.schema.item_type(collection.service));
        if let Some(name) = kind.map(|kind| kind.name.clone()) {
            let roles = kinds::of(&name).creator_roles;
            caller.grant(world, roles, &name, other.id());
        }
    }
}

/// The permit to grant roles on an object.
const MANAGE: &str = "manipulate_permissions";

/// Assigns an existing object to a collection below another one.
pub(crate) fn assign(
    world: &mut World,
    command: &Command<'_>,
    mut object: Node,
) -> Result<ObjectRef, Fault> {
    let assigned = ObjectRef::new(command.stored_in, object.id());
    if assigned.exists(world) {
        return match (command.kind.assign.taken)(command) {
            Some(fault) => Err(fault),
            None => Ok(assigned),
        };
    }
    (command.kind.assign.check)(world, command, &mut object)?;
    world.store.add(command.stored_in, object);
    (command.kind.assign.done)(world, command, assigned.id());
    audit::assigned(world, command, assigned.id());
    Ok(assigned)
}

/// Updates an object.
pub(crate) fn update(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let kind = command.kind;
    kind.check_status(world, object, kind.update.row())?;
    check_name(world, command, kind.update.verb, object, changes)?;
    let mut changes = changes.clone();
    let ignored = |tag: &str| kind.set_by_engine.contains(&tag) || kind.set_once.contains(&tag);
    changes.children.retain(|change| !ignored(&change.tag));
    (kind.update.apply)(world, command, object, &changes)?;
    audit::updated(world, command, object);
    Ok(())
}

/// Removes an object from the collection that stores it. Returns the identifier of the job.
pub(crate) fn remove(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
) -> Result<Option<String>, Fault> {
    let kind = command.kind;
    kind.check_status(world, object, kind.remove.row())?;
    (kind.remove.check)(world, command, object)?;
    let job = audit::removed(world, command, object);
    object.remove(world);
    (kind.remove.done)(world, command, object);
    if world.schema.home(command.type_name) == Some(object.collection()) {
        dependencies::remove_references(world, object);
    }
    Ok(job)
}

/// Removes the assignment of an object. Returns the identifier of the job.
pub(crate) fn unassign(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
) -> Result<Option<String>, Fault> {
    (command.kind.assign.undo)(world, command, object)?;
    let job = audit::unassigned(world, command, object);
    object.remove(world);
    Ok(job)
}

/// The effect of an action.
pub(crate) struct ActionEffect {
    /// Elements that the response has beyond those of the request.
    pub(crate) results: Vec<Node>,
    /// Identifier of the job.
    pub(crate) job: Option<String>,
}

/// Executes an action.
pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    action: &Action,
    object: &ObjectRef,
    document: &Node,
) -> Result<ActionEffect, Fault> {
    let kind = command.kind;
    kind.check_status(world, object, action.row())?;
    let results = (action.run)(world, command, object, document)?;
    // Some actions answer a failure with code 200, and the fault among the results.
    if results.iter().any(|result| result.tag == "fault") {
        return Ok(ActionEffect { results, job: None });
    }
    let member = kind.status.member;
    if !action.meanwhile.is_empty() {
        object.change(world, |object| object.set(member, action.meanwhile));
    }
    object.plan_statuses(world, member, action.then);
    let job = audit::acted(world, command, action, object);
    Ok(ActionEffect { results, job })
}

/// Fails if another object of the collection has the same name.
fn check_name(
    world: &World,
    command: &Command<'_>,
    verb: &str,
    object: &ObjectRef,
    document: &Node,
) -> Result<(), Fault> {
    let Some(name) = document.get("name") else {
        return Ok(());
    };
    let kind = command.kind;
    if matches!(kind.unique_name, UniqueName::No) || (kind.shares_name)(document) {
        return Ok(());
    }
    let mut others = world.store.list(object.collection()).iter();
    if !others.any(|other| other.id() != object.id() && other.get("name") == Some(name)) {
        return Ok(());
    }
    Err(match kind.unique_name {
        UniqueName::Message(message) => Fault::conflict(message),
        UniqueName::Invalid(message) => Fault::invalid(message),
        UniqueName::Reason(reason) => Fault::cannot(verb, kind.title, reason),
        _ => Fault::cannot(
            verb,
            kind.title,
            format!(
                "The {} name is already in use, please choose a unique name and try again.",
                kind.title
            ),
        ),
    })
}
