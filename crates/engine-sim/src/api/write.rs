//! Additions, changes and removals.

use ovirt_model::{Method, MethodKind, Struct};

use super::read::rendered;
use super::{Call, Outcome, document_type, link};
use crate::audit;
use crate::behaviour::{self, Command};
use crate::collection::View;
use crate::fault::Fault;
use crate::message::Response;
use crate::negotiate;
use crate::node::Node;
use crate::validate;
use crate::world::World;

pub(super) fn add(world: &mut World, call: &Call<'_>, method: &Method) -> Result<Outcome, Fault> {
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    let kind = document_type(world, method)
        .ok_or(Fault::NotAllowed)?
        .clone();
    if method.document().is_some_and(|document| document.list) {
        return add_list(world, call, &kind).map(Outcome::Now);
    }
    let service = place.service.name.clone();
    let view = world.view(&place);
    let mut object = call.document(world, &kind, &service, method)?;
    world.check_needs(&object, method, validate::lead(method))?;
    world.resolve(&mut object, &kind)?;
    world.check_right(&call.path, MethodKind::Add, "", Some(&object))?;
    let command = Command {
        kind: &kind.name,
        collection: &call.path,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    let (id, pending) = store(world, &command, &view, object)?;
    let path = format!("{}/{id}", call.path);
    // Some collections have no service for their items.
    let mut answer =
        rendered(world, call, &path).unwrap_or_else(|_| Node::reference(kind.tag(), &id));
    let href = call.renderer(world).href(&path);
    if !pending {
        return Ok(Response::document(201, answer)
            .with_header("Location", href)
            .into());
    }
    if call.expected == Some("201-created")
        && let Some(due) = world.busy_until
    {
        let created = Response::document(201, answer).with_header("Location", href);
        return Ok(Outcome::Later(due, created.of(path)));
    }
    let task = world.store.new_id();
    answer
        .children
        .insert(0, Node::leaf("creation_status", "pending"));
    answer.children.insert(
        1,
        link(format!("{href}/creation_status/{task}"), "creation_status"),
    );
    Ok(Response::document(202, answer).into())
}

/// The identifier of an object that is to be put into a collection, and lives in another one.
fn assigned(world: &World, kind: &str, home: &str, object: &Node) -> Result<String, Fault> {
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

/// Puts a new object where its collection keeps objects; says its identifier and whether work on
/// it goes on.
fn store(
    world: &mut World,
    command: &Command<'_>,
    view: &View,
    mut object: Node,
) -> Result<(String, bool), Fault> {
    match view {
        View::Assigned { own, home } => {
            let id = assigned(world, command.kind, home, &object)?;
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
        View::Statistics(_) | View::Stored { .. } => Err(Fault::NotAllowed),
        View::Own(collection)
        | View::Filtered {
            home: collection, ..
        } => {
            if let View::Filtered {
                members, parent, ..
            } = view
                && let Some(member) = members.first()
            {
                object.set_reference(member, parent);
            }
            behaviour::check_add(world, command, collection, &mut object)?;
            // Identifiers are the engine's affair, but for objects that go by another's.
            let keeps_id = behaviour::keeps_id(command.kind);
            if !keeps_id {
                object.attributes.clear();
            }
            let id = world.store.add(collection, object);
            let pending = behaviour::added(world, command, collection, &id);
            let caller = world.caller.take();
            if let Some(caller) = &caller {
                caller.created(world, command.kind, &id);
            }
            world.caller = caller;
            audit::added(world, command, collection, &id);
            Ok((id, pending))
        }
    }
}

/// Several objects in one document, as gluster's bricks are added.
fn add_list(world: &mut World, call: &Call<'_>, kind: &Struct) -> Result<Response, Fault> {
    let format = call.given.ok_or(Fault::Unreadable)?;
    let document = negotiate::read(&world.schema, format, call.body, &kind.plural_tag());
    let document = document.map_err(Fault::value)?;
    let mut answer = Node::new(kind.plural_tag());
    for mut object in document.children {
        object.attributes.clear();
        let id = world.store.add(&call.path, object);
        answer
            .children
            .push(rendered(world, call, &format!("{}/{id}", call.path))?);
    }
    Ok(Response::document(201, answer))
}

pub(super) fn update(
    world: &mut World,
    call: &Call<'_>,
    method: &Method,
) -> Result<Response, Fault> {
    let kind = document_type(world, method)
        .ok_or(Fault::NotAllowed)?
        .clone();
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    let service = place.service.name.clone();
    let item = place
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let mut changes = call.document(world, &kind, &service, method)?;
    world.resolve(&mut changes, &kind)?;
    world.check_right(&call.path, MethodKind::Update, "", None)?;
    let Some((collection, id)) = item else {
        let path = call.path.clone();
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
        return Ok(Response::document(200, rendered(world, call, &call.path)?));
    };
    if !changes.id().is_empty() && changes.id() != id {
        return Err(Fault::immutable("id"));
    }
    let view = world
        .schema
        .locate(&collection)
        .map(|place| world.view(&place))
        .ok_or(Fault::NotFound)?;
    let keeper = world.keeper(&view).to_owned();
    let command = Command {
        kind: &kind.name,
        collection: &collection,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    behaviour::update(world, &command, &keeper, &id, &changes)?;
    audit::updated(world, &command, &keeper, &id);
    Ok(Response::document(200, rendered(world, call, &call.path)?))
}

pub(super) fn remove(world: &mut World, call: &Call<'_>) -> Result<Response, Fault> {
    world.check_right(&call.path, MethodKind::Remove, "", None)?;
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    let Some((collection, id)) = place.item().map(|(c, id)| (c.to_owned(), id.to_owned())) else {
        return remove_listed(world, call);
    };
    let parent = world.schema.locate(&collection).ok_or(Fault::NotFound)?;
    let kind = world
        .schema
        .listed(parent.service)
        .map_or_else(String::new, |kind| kind.name.clone());
    let view = world.view(&parent);
    let keeper = world.keeper(&view).to_owned();
    let command = Command {
        kind: &kind,
        collection: &collection,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    let assigned = matches!(view, View::Assigned { .. });
    behaviour::check_remove(world, &command, &keeper, &id, assigned)?;
    let job = audit::removed(world, &command, &keeper, &id);
    world.store.remove(&keeper, &id);
    if !assigned {
        behaviour::removed(world, &command, &keeper, &id);
    }
    if call.is_asynchronous() {
        return Ok(Response::empty(202));
    }
    let mut action = Node::new("action").with(call.renderer(world).job(&job));
    action.set("status", "complete");
    Ok(Response::document(200, action))
}

/// Several objects of a collection, named in the document of the request.
fn remove_listed(world: &mut World, call: &Call<'_>) -> Result<Response, Fault> {
    let format = call.given.ok_or(Fault::Unreadable)?;
    let document = negotiate::read(&world.schema, format, call.body, "action");
    let document = document.map_err(Fault::value)?;
    for item in document.children.iter().flat_map(|list| &list.children) {
        world.store.remove(&call.path, item.id());
    }
    let action = Node::new("action").with_text("status", "complete");
    Ok(Response::document(200, action))
}
