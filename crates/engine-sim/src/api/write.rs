//! Adds, updates and removes objects.

use ovirt_model::{Method, Struct};

use super::call::{Call, Target};
use super::outcome::{Outcome, link};
use super::read::render;
use crate::dispatch;
use crate::fault::Fault;
use crate::kind::{Answer, Command, Source};
use crate::kinds;
use crate::message::Response;
use crate::negotiate;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::schema::Schema;
use crate::status::{COMPLETE, PENDING};
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
    let table = kinds::of(&kind.name);
    if !matches!(target.source, Source::Assigned { .. }) {
        (table.add.required)(&object)?;
    }
    let lead = validate::document_name(method);
    world.check_required(&object, method, lead, table.add.missing)?;
    world.resolve_references(&mut object, kind)?;
    table.check_values("add", &object)?;
    let command = call.command(world, &kind.name, target);
    call.check_permission(world, target, table.add.row(), Some((table, &object)))?;
    let (id, answer) = insert(world, &command, &target.source, object)?;
    let path = format!("{}/{id}", target.resource.path);
    // Some collections have no service for their items.
    let item = target.item(call.schema, &id);
    let stored = || {
        let object = ObjectRef::new(command.stored_in, &id).get(world)?;
        Some(call.renderer(world).object(object, kind, None, &path))
    };
    let response = item
        .and_then(|item| render(world, call, &item).ok())
        .or_else(stored)
        .unwrap_or_else(|| Node::reference(kind.tag(), &id));
    let href = response.attribute("href").map(str::to_owned);
    let href = href.unwrap_or_else(|| call.renderer(world).href(&path));
    let due = world.busy_until.filter(|_| answer.is_pending(&command));
    let Some(due) = due else {
        return Ok(match answer {
            Answer::Ok => Response::document(200, response),
            _ => Response::document(201, response).with_header("Location", href),
        }
        .into());
    };
    if request.expected == Some("201-created") {
        let created = Response::document(201, response).with_header("Location", href);
        return Ok(Outcome::Deferred(due, created.with_location(path)));
    }
    let task = world.store.new_id();
    Ok(pending(response, &href, &task).into())
}

/// Returns the response for an object that is still being created.
fn pending(mut response: Node, href: &str, task: &str) -> Response {
    response
        .children
        .insert(0, Node::leaf("creation_status", PENDING));
    response.children.insert(
        1,
        link(format!("{href}/creation_status/{task}"), "creation_status"),
    );
    Response::document(202, response)
}

/// Returns the identifier of an existing object that is to be assigned to another collection.
fn resolve_assigned(world: &World, kind: &str, home: &str, object: &Node) -> Result<String, Fault> {
    let (id, name) = (object.id(), object.get("name").unwrap_or_default());
    let found = match id {
        "" => world.find_by_name(home, name),
        id => ObjectRef::new(home, id).get(world),
    };
    match found {
        Some(found) => Ok(found.id().to_owned()),
        None if id.is_empty() => Err((kinds::of(kind).referred.unnamed)(kind, name)),
        None => Err(Fault::entity(id)),
    }
}

/// Stores a new object. Returns its identifier and how to answer.
fn insert(
    world: &mut World,
    command: &Command<'_>,
    source: &Source,
    mut object: Node,
) -> Result<(String, Answer), Fault> {
    let (object, answer) = match source {
        Source::Assigned { home, .. } => {
            let id = resolve_assigned(world, command.type_name, home, &object)?;
            object.set_attribute("id", &id);
            let answer = kinds::at(&world.schema, &command.owner().path())
                .below
                .answer;
            (dispatch::assign(world, command, object)?, answer)
        }
        Source::Permissions(source) => return insert(world, command, source, object),
        Source::Computed { .. } | Source::View { .. } | Source::OnStorageDomain { .. } => {
            return Err(Fault::MethodNotAllowed);
        }
        Source::Own(_) => (
            dispatch::add(world, command, object)?,
            command.kind.add.answer,
        ),
        Source::Filtered {
            members, parent, ..
        } => {
            if let Some(member) = members.first() {
                object.set_reference(member, parent);
            }
            (
                dispatch::add(world, command, object)?,
                command.kind.add.answer,
            )
        }
    };
    Ok((object.id().to_owned(), answer))
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
    let document = document.map_err(|error| Fault::value(error.to_string()))?;
    let mut response = Node::new(kind.plural_tag());
    for mut object in document.children {
        object.attributes.clear();
        let object = world.store.add(&target.resource.path, object);
        let item = target
            .item(call.schema, object.id())
            .ok_or(Fault::NotFound)?;
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
    call.schema.remove_empty(&mut changes, kind);
    world.resolve_references(&mut changes, kind)?;
    kinds::of(&kind.name).check_values("edit", &changes)?;
    let command = call.command(world, &kind.name, target);
    call.check_permission(world, target, command.kind.update.row(), None)?;
    let id = target.id.as_str();
    if id.is_empty() {
        update_single(world, &target.resource.path, kind, &changes);
    } else {
        if !changes.id().is_empty() && changes.id() != id {
            return Err(Fault::immutable("id"));
        }
        dispatch::update(world, &command, &target.object(world), &changes)?;
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
    ObjectRef::new(path, &id).change(world, |object| object.merge(changes));
}

pub(super) fn remove(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
) -> Result<Response, Fault> {
    let type_name = target.item_type(call.schema);
    let type_name = type_name.map_or("", |kind| kind.name.as_str());
    let command = call.command(world, type_name, target);
    call.check_permission(world, target, command.kind.remove.row(), None)?;
    if target.id.is_empty() {
        return remove_listed(world, call, target);
    }
    let object = target.object(world);
    let job = match target.source {
        Source::Assigned { .. } => dispatch::unassign(world, &command, &object)?,
        _ => dispatch::remove(world, &command, &object)?,
    };
    if call.request.is_asynchronous() {
        return Ok(Response::empty(202));
    }
    let mut action = Node::new("action");
    if let Some(job) = job {
        action.children.push(call.renderer(world).job(&job));
    }
    action.set("status", COMPLETE);
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
    let document = document.map_err(|error| Fault::value(error.to_string()))?;
    for item in document.children.iter().flat_map(|list| &list.children) {
        ObjectRef::new(&target.resource.path, item.id()).remove(world);
    }
    let action = Node::new("action").with_text("status", COMPLETE);
    Ok(Response::document(200, action))
}
