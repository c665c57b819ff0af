//! Adds, updates and removes objects.

use ovirt_model::{Method, MethodKind, Struct};

use super::call::{Call, Target};
use super::outcome::{Outcome, link};
use super::read::render;
use crate::audit;
use crate::behaviour;
use crate::collection::Source;
use crate::command::Command;
use crate::fault::Fault;
use crate::message::Response;
use crate::negotiate;
use crate::node::Node;
use crate::schema::Schema;
use crate::validate;
use crate::world::World;

/// Returns the type of the document that a method takes.
fn document_type<'a>(schema: &'a Schema, method: &Method) -> Option<&'a Struct> {
    schema.model.structure(method.document()?.kind.named()?)
}

pub(super) fn add(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
) -> Result<Outcome, Fault> {
    let request = call.request;
    let kind = document_type(call.schema, method).ok_or(Fault::MethodNotAllowed)?;
    if method.document().is_some_and(|document| document.list) {
        return add_list(world, call, target, kind).map(Outcome::Ready);
    }
    let service = &target.resource.service.name;
    let mut object = request.document(world, kind, service, method)?;
    world.check_required(&object, method, validate::document_name(method))?;
    world.resolve_references(&mut object, kind)?;
    call.check_permission(world, target, MethodKind::Add, "", Some(&object))?;
    let command = call.command(&kind.name, target);
    let (id, pending) = insert(world, &command, &target.source, object)?;
    let path = format!("{}/{id}", target.resource.path);
    // Some collections have no service for their items.
    let item = target.item(call.schema, &id);
    let mut response = item
        .and_then(|item| render(world, call, &item).ok())
        .unwrap_or_else(|| Node::reference(kind.tag(), &id));
    let href = call.renderer(world).href(&path);
    if !pending {
        return Ok(Response::document(201, response)
            .with_header("Location", href)
            .into());
    }
    if request.expected == Some("201-created")
        && let Some(due) = world.busy_until
    {
        let created = Response::document(201, response).with_header("Location", href);
        return Ok(Outcome::Deferred(due, created.with_location(path)));
    }
    let task = world.store.new_id();
    response
        .children
        .insert(0, Node::leaf("creation_status", "pending"));
    response.children.insert(
        1,
        link(format!("{href}/creation_status/{task}"), "creation_status"),
    );
    Ok(Response::document(202, response).into())
}

/// Returns the identifier of an existing object that is to be assigned to another collection.
fn resolve_assigned(world: &World, kind: &str, home: &str, object: &Node) -> Result<String, Fault> {
    let (id, name) = (object.id(), object.get("name").unwrap_or_default());
    let found = match id {
        "" => world.find_by_name(home, name),
        id => world.store.get(home, id),
    };
    match found {
        Some(found) => Ok(found.id().to_owned()),
        None if id.is_empty() => Err(Fault::no_name(kind, name)),
        None => Err(Fault::entity(id)),
    }
}

/// Stores a new object. Returns its identifier and whether the addition is still in progress.
fn insert(
    world: &mut World,
    command: &Command<'_>,
    source: &Source,
    mut object: Node,
) -> Result<(String, bool), Fault> {
    match source {
        Source::Assigned { own, home } => {
            let id = resolve_assigned(world, command.kind, home, &object)?;
            object.set_attribute("id", &id);
            if world.store.get(own, &id).is_some() {
                return Err(Fault::conflict("Cannot add it. It is there already"));
            }
            behaviour::check_assign(world, command, &mut object)?;
            world.store.add(own, object);
            behaviour::assigned(world, command, &id);
            audit::assigned(world, command, &id);
            Ok((id, false))
        }
        Source::Statistics(_) | Source::OnStorageDomain { .. } | Source::Roles { .. } => {
            Err(Fault::MethodNotAllowed)
        }
        Source::Permissions(source) => insert(world, command, source, object),
        Source::Own(collection)
        | Source::Filtered {
            home: collection, ..
        } => {
            if let Source::Filtered {
                members, parent, ..
            } = source
                && let Some(member) = members.first()
            {
                object.set_reference(member, parent);
            }
            behaviour::check_add(world, command, collection, &mut object)?;
            // The engine chooses identifiers, except for objects identified by another one.
            let keeps_id = behaviour::keeps_id(command.kind);
            if !keeps_id {
                object.attributes.clear();
            }
            let id = world.store.add(collection, object);
            let pending = behaviour::added(world, command, collection, &id);
            if let Some(caller) = command.caller {
                caller.grant_creator_role(world, command.kind, &id);
            }
            audit::added(world, command, collection, &id);
            Ok((id, pending))
        }
    }
}

/// Adds several objects in one document, such as Gluster bricks.
fn add_list(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    kind: &Struct,
) -> Result<Response, Fault> {
    let request = call.request;
    let format = request.body_format.ok_or(Fault::UnsupportedMediaType)?;
    let document = negotiate::parse_body(call.schema, format, request.body, &kind.plural_tag());
    let document = document.map_err(Fault::value)?;
    let mut response = Node::new(kind.plural_tag());
    for mut object in document.children {
        object.attributes.clear();
        let id = world.store.add(&target.resource.path, object);
        let item = target.item(call.schema, &id).ok_or(Fault::NotFound)?;
        response.children.push(render(world, call, &item)?);
    }
    Ok(Response::document(201, response))
}

pub(super) fn update(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
) -> Result<Response, Fault> {
    let kind = document_type(call.schema, method).ok_or(Fault::MethodNotAllowed)?;
    let service = &target.resource.service.name;
    let mut changes = call.request.document(world, kind, service, method)?;
    world.resolve_references(&mut changes, kind)?;
    call.check_permission(world, target, MethodKind::Update, "", None)?;
    let id = target.id.as_str();
    if id.is_empty() {
        update_single(world, &target.resource.path, kind, &changes);
    } else {
        if !changes.id().is_empty() && changes.id() != id {
            return Err(Fault::immutable("id"));
        }
        let command = call.command(&kind.name, target);
        let stored_in = target.stored_in(world);
        behaviour::update(world, &command, stored_in, id, &changes)?;
        audit::updated(world, &command, stored_in, id);
    }
    Ok(Response::document(200, render(world, call, target)?))
}

/// Updates the single object of a service without identifiers.
fn update_single(world: &mut World, path: &str, kind: &Struct, changes: &Node) {
    if world.store.list(path).is_empty() {
        world.store.add(path, Node::new(kind.tag()));
    }
    let first = world.store.list(path).first();
    let id = first.map_or("", Node::id).to_owned();
    world.change(path, &id, |object| object.merge(changes));
}

pub(super) fn remove(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
) -> Result<Response, Fault> {
    call.check_permission(world, target, MethodKind::Remove, "", None)?;
    let id = target.id.as_str();
    if id.is_empty() {
        return remove_listed(world, call, target);
    }
    let kind = target.item_type(call.schema);
    let kind = kind.map_or("", |kind| kind.name.as_str());
    let command = call.command(kind, target);
    let stored_in = target.stored_in(world);
    let assigned = matches!(target.source, Source::Assigned { .. });
    behaviour::check_remove(world, &command, stored_in, id, assigned)?;
    let job = audit::removed(world, &command, stored_in, id);
    world.store.remove(stored_in, id);
    if !assigned {
        behaviour::removed(world, &command, stored_in, id);
    }
    if call.request.is_asynchronous() {
        return Ok(Response::empty(202));
    }
    let mut action = Node::new("action").with(call.renderer(world).job(&job));
    action.set("status", "complete");
    Ok(Response::document(200, action))
}

/// Removes several objects, listed in the request's document.
fn remove_listed(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
) -> Result<Response, Fault> {
    let format = call
        .request
        .body_format
        .ok_or(Fault::UnsupportedMediaType)?;
    let document = negotiate::parse_body(call.schema, format, call.request.body, "action");
    let document = document.map_err(Fault::value)?;
    for item in document.children.iter().flat_map(|list| &list.children) {
        world.store.remove(&target.resource.path, item.id());
    }
    let action = Node::new("action").with_text("status", "complete");
    Ok(Response::document(200, action))
}
