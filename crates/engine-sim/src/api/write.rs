//! Adds, updates and removes objects.

use ovirt_model::{Method, MethodKind, Struct};

use super::read::render;
use super::{ApiRequest, Outcome, document_type, link};
use crate::audit;
use crate::behaviour::{self, Command};
use crate::collection::Source;
use crate::fault::Fault;
use crate::message::Response;
use crate::negotiate;
use crate::node::Node;
use crate::validate;
use crate::world::World;

pub(super) fn add(
    world: &mut World,
    request: &ApiRequest<'_>,
    method: &Method,
) -> Result<Outcome, Fault> {
    let resource = world.schema.locate(&request.path).ok_or(Fault::NotFound)?;
    let kind = document_type(world, method)
        .ok_or(Fault::MethodNotAllowed)?
        .clone();
    if method.document().is_some_and(|document| document.list) {
        return add_list(world, request, &kind).map(Outcome::Ready);
    }
    let service = resource.service.name.clone();
    let source = world.source(&resource);
    let mut object = request.document(world, &kind, &service, method)?;
    world.check_required(&object, method, validate::document_name(method))?;
    world.resolve_references(&mut object, &kind)?;
    world.check_permission(&request.path, MethodKind::Add, "", Some(&object))?;
    let command = Command {
        kind: &kind.name,
        collection: &request.path,
        parameters: &request.parameters,
        correlation_id: &request.correlation_id,
    };
    let (id, pending) = insert(world, &command, &source, object)?;
    let path = format!("{}/{id}", request.path);
    // Some collections have no service for their items.
    let mut response =
        render(world, request, &path).unwrap_or_else(|_| Node::reference(kind.tag(), &id));
    let href = request.renderer(world).href(&path);
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
        Source::Statistics(_) | Source::OnStorageDomain { .. } => Err(Fault::MethodNotAllowed),
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
            let caller = world.caller.take();
            if let Some(caller) = &caller {
                caller.grant_creator_role(world, command.kind, &id);
            }
            world.caller = caller;
            audit::added(world, command, collection, &id);
            Ok((id, pending))
        }
    }
}

/// Adds several objects in one document, such as Gluster bricks.
fn add_list(world: &mut World, request: &ApiRequest<'_>, kind: &Struct) -> Result<Response, Fault> {
    let format = request.body_format.ok_or(Fault::UnsupportedMediaType)?;
    let document = negotiate::parse_body(&world.schema, format, request.body, &kind.plural_tag());
    let document = document.map_err(Fault::value)?;
    let mut response = Node::new(kind.plural_tag());
    for mut object in document.children {
        object.attributes.clear();
        let id = world.store.add(&request.path, object);
        response
            .children
            .push(render(world, request, &format!("{}/{id}", request.path))?);
    }
    Ok(Response::document(201, response))
}

pub(super) fn update(
    world: &mut World,
    request: &ApiRequest<'_>,
    method: &Method,
) -> Result<Response, Fault> {
    let kind = document_type(world, method)
        .ok_or(Fault::MethodNotAllowed)?
        .clone();
    let resource = world.schema.locate(&request.path).ok_or(Fault::NotFound)?;
    let service = resource.service.name.clone();
    let item = resource
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let mut changes = request.document(world, &kind, &service, method)?;
    world.resolve_references(&mut changes, &kind)?;
    world.check_permission(&request.path, MethodKind::Update, "", None)?;
    let Some((collection, id)) = item else {
        let path = request.path.clone();
        if world.store.list(&path).is_empty() {
            world.store.add(&path, Node::new(kind.tag()));
        }
        let id = world
            .store
            .list(&path)
            .first()
            .map(|object| object.id().to_owned());
        world.change(&path, &id.unwrap_or_default(), |object| {
            object.merge(&changes)
        });
        return Ok(Response::document(
            200,
            render(world, request, &request.path)?,
        ));
    };
    if !changes.id().is_empty() && changes.id() != id {
        return Err(Fault::immutable("id"));
    }
    let source = world
        .schema
        .locate(&collection)
        .map(|resource| world.source(&resource))
        .ok_or(Fault::NotFound)?;
    let stored_in = world.stored_in(&source).to_owned();
    let command = Command {
        kind: &kind.name,
        collection: &collection,
        parameters: &request.parameters,
        correlation_id: &request.correlation_id,
    };
    behaviour::update(world, &command, &stored_in, &id, &changes)?;
    audit::updated(world, &command, &stored_in, &id);
    Ok(Response::document(
        200,
        render(world, request, &request.path)?,
    ))
}

pub(super) fn remove(world: &mut World, request: &ApiRequest<'_>) -> Result<Response, Fault> {
    world.check_permission(&request.path, MethodKind::Remove, "", None)?;
    let resource = world.schema.locate(&request.path).ok_or(Fault::NotFound)?;
    let Some((collection, id)) = resource.item().map(|(c, id)| (c.to_owned(), id.to_owned()))
    else {
        return remove_listed(world, request);
    };
    let parent = world.schema.locate(&collection).ok_or(Fault::NotFound)?;
    let kind = world
        .schema
        .item_type(parent.service)
        .map_or_else(String::new, |kind| kind.name.clone());
    let source = world.source(&parent);
    let stored_in = world.stored_in(&source).to_owned();
    let command = Command {
        kind: &kind,
        collection: &collection,
        parameters: &request.parameters,
        correlation_id: &request.correlation_id,
    };
    let assigned = matches!(source, Source::Assigned { .. });
    behaviour::check_remove(world, &command, &stored_in, &id, assigned)?;
    let job = audit::removed(world, &command, &stored_in, &id);
    world.store.remove(&stored_in, &id);
    if !assigned {
        behaviour::removed(world, &command, &stored_in, &id);
    }
    if request.is_asynchronous() {
        return Ok(Response::empty(202));
    }
    let mut action = Node::new("action").with(request.renderer(world).job(&job));
    action.set("status", "complete");
    Ok(Response::document(200, action))
}

/// Removes several objects, listed in the request's document.
fn remove_listed(world: &mut World, request: &ApiRequest<'_>) -> Result<Response, Fault> {
    let format = request.body_format.ok_or(Fault::UnsupportedMediaType)?;
    let document = negotiate::parse_body(&world.schema, format, request.body, "action");
    let document = document.map_err(Fault::value)?;
    for item in document.children.iter().flat_map(|list| &list.children) {
        world.store.remove(&request.path, item.id());
    }
    let action = Node::new("action").with_text("status", "complete");
    Ok(Response::document(200, action))
}
