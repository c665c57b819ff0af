//! The router: which object and which method of the model a request means, and what all methods of
//! a kind have in common. What a type does of its own is in `behaviour`.

use ovirt_model::{Method, MethodKind, Struct};

use crate::behaviour::{self, Command};
use crate::fault::Fault;
use crate::follow;
use crate::input;
use crate::message::{Parameters, Request, Response};
use crate::node::Node;
use crate::records;
use crate::render::Renderer;
use crate::root;
use crate::schema::Place;
use crate::search;
use crate::view::View;
use crate::world::{API, World};

/// A request of the API that has been let in.
pub(crate) struct Call<'a> {
    method: &'a str,
    /// Below the API's root, without version, slashes at its ends and parameters.
    path: String,
    version: &'static str,
    parameters: Parameters,
    body: &'a [u8],
    correlation_id: String,
}

impl<'a> Call<'a> {
    pub(crate) fn new(request: &'a Request, correlation_id: String) -> Self {
        let below = request.path.strip_prefix(API).unwrap_or_default();
        let (below, version) = match below.strip_prefix("/v4") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (rest, "/v4"),
            _ => (below, ""),
        };
        let below = below.trim_matches('/');
        // Parameters can also stand in the last segment.
        let last = below.rfind('/').map_or(0, |slash| slash + 1);
        let (path, matrix) = match below
            .get(last..)
            .and_then(|segment| segment.split_once(';'))
        {
            Some((segment, matrix)) => (
                format!("{}{segment}", below.get(..last).unwrap_or_default()),
                matrix,
            ),
            None => (below.to_owned(), ""),
        };
        let mut parameters = Parameters::parse(&request.query, '&');
        parameters.extend(Parameters::parse(matrix, ';'));
        Self {
            method: &request.method,
            path,
            version,
            parameters,
            body: &request.body,
            correlation_id,
        }
    }
}

/// Answers a request.
pub(crate) fn answer(world: &mut World, call: &Call<'_>) -> Response {
    world.advance();
    let answer = route(world, call).unwrap_or_else(Fault::into_response);
    answer.with_header("Correlation-Id", call.correlation_id.clone())
}

fn route(world: &mut World, call: &Call<'_>) -> Result<Response, Fault> {
    if call.path.is_empty() && matches!(call.method, "GET" | "HEAD") {
        return Ok(root::document(world, call.version));
    }
    if let Some(creation) = call.path.rsplit_once("/creation_status/") {
        return Ok(creation_status(call, creation.0));
    }
    if world.schema.locate(&call.path).is_some() {
        return resource(world, call);
    }
    let (parent, segment) = call.path.rsplit_once('/').unwrap_or(("", &call.path));
    match world.schema.locate(parent) {
        Some(place) if call.method == "POST" => {
            let action = world.schema.model.action(place.service, segment);
            let action = action.cloned().ok_or(Fault::NotFound)?;
            Ok(act(world, call, parent, &action))
        }
        _ => Err(Fault::NotFound),
    }
}

/// Tasks of an addition: all that anybody can still ask for are over.
fn creation_status(call: &Call<'_>, parent: &str) -> Response {
    let mut creation = Node::new("creation").with_text("status", "complete");
    creation.set_attribute("href", &format!("{API}{}/{}", call.version, call.path));
    let mut link = Node::new("link");
    link.set_attribute("href", &format!("{API}{}/{parent}", call.version));
    link.set_attribute("rel", "parent");
    creation.children.push(link);
    Response::xml(200, &creation)
}

/// A collection or an object, by the HTTP method.
fn resource(world: &mut World, call: &Call<'_>) -> Result<Response, Fault> {
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    if !world.exists(&place) {
        return Err(Fault::NotFound);
    }
    let method = |kind| world.schema.method(place.service, kind).cloned();
    match call.method {
        "GET" | "HEAD" => match (method(MethodKind::List), method(MethodKind::Get)) {
            (Some(_), _) => list(world, call, &place),
            (None, Some(_)) => get(world, call, &place),
            (None, None) => Err(Fault::NotAllowed),
        },
        "POST" => add(
            world,
            call,
            &method(MethodKind::Add).ok_or(Fault::NotAllowed)?,
        ),
        "PUT" => update(
            world,
            call,
            &method(MethodKind::Update).ok_or(Fault::NotAllowed)?,
        ),
        "DELETE" => remove(
            world,
            call,
            &method(MethodKind::Remove).ok_or(Fault::NotAllowed)?,
        ),
        "OPTIONS" => {
            Ok(Response::empty(200).with_header("Allow", "GET, POST, PUT, DELETE, OPTIONS"))
        }
        _ => Err(Fault::NotAllowed),
    }
}

fn list(world: &World, call: &Call<'_>, place: &Place<'_>) -> Result<Response, Fault> {
    let kind = world
        .schema
        .listed(place.service)
        .ok_or(Fault::NotAllowed)?;
    let mut objects = world.objects(&world.view(place));
    if let Some(from) = call
        .parameters
        .number("from")
        .filter(|_| kind.name == "event")
    {
        objects.retain(|event| event.id().parse::<i64>().is_ok_and(|id| id > from));
    }
    if kind.name == "event" {
        objects.reverse();
    }
    let max = call.parameters.number("max");
    match call.parameters.get("search") {
        Some(text) => {
            if max.is_some_and(|max| max < 0) {
                return Err(Fault::negative_max());
            }
            let case_sensitive = call.parameters.flag("case_sensitive").unwrap_or(false);
            objects = search::run(world, kind, objects, text, case_sensitive, max);
        }
        None => {
            if let Some(max) = max.and_then(|max| usize::try_from(max).ok()) {
                objects.truncate(max);
            }
        }
    }
    let renderer = Renderer {
        world,
        version: call.version,
    };
    let mut answer = renderer.list(&objects, kind, place.service, &place.path);
    if let Some(links) = call.parameters.get("follow") {
        for item in &mut answer.children {
            follow::inline(&renderer, item, kind, links)?;
        }
    }
    Ok(Response::xml(200, &answer))
}

/// The object at a place. A service without an identifier has one object, empty until it is set.
fn object_at(world: &World, place: &Place<'_>) -> Option<Node> {
    match place.item() {
        Some((collection, id)) => {
            let view = world.view(&world.schema.locate(collection)?);
            world.object(&view, id)
        }
        None => Some(
            world
                .store
                .list(&place.path)
                .first()
                .cloned()
                .unwrap_or_default(),
        ),
    }
}

/// The object at a place, as an answer has it.
fn rendered(world: &World, call: &Call<'_>, path: &str) -> Result<Node, Fault> {
    let place = world.schema.locate(path).ok_or(Fault::NotFound)?;
    let kind = world.schema.got(place.service).ok_or(Fault::NotFound)?;
    let object = object_at(world, &place).ok_or(Fault::NotFound)?;
    let renderer = Renderer {
        world,
        version: call.version,
    };
    Ok(renderer.object(&object, kind, Some(place.service), &place.path))
}

fn get(world: &World, call: &Call<'_>, place: &Place<'_>) -> Result<Response, Fault> {
    let mut answer = rendered(world, call, &place.path)?;
    if let (Some(links), Some(kind)) = (
        call.parameters.get("follow"),
        world.schema.got(place.service),
    ) {
        follow::inline(
            &Renderer {
                world,
                version: call.version,
            },
            &mut answer,
            kind,
            links,
        )?;
    }
    Ok(Response::xml(200, &answer))
}

/// The type of the document that a method takes.
fn document_type<'a>(world: &'a World, method: &Method) -> Option<&'a Struct> {
    world
        .schema
        .model
        .structure(method.document()?.kind.named()?)
}

fn add(world: &mut World, call: &Call<'_>, method: &Method) -> Result<Response, Fault> {
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    let kind = document_type(world, method)
        .ok_or(Fault::NotAllowed)?
        .clone();
    if method.document().is_some_and(|document| document.list) {
        return add_list(world, call, &kind);
    }
    let service = place.service.name.clone();
    let view = world.view(&place);
    let mut object = world.document(call.body, &kind, &service, method)?;
    world.check_needs(&object, method, input::lead(method))?;
    world.resolve(&mut object, &kind)?;
    let command = Command {
        kind: &kind.name,
        collection: &call.path,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    let (id, pending) = store(world, &command, &view, object)?;
    let mut answer = match rendered(world, call, &format!("{}/{id}", call.path)) {
        Ok(answer) => answer,
        // Some collections have no service for their items.
        Err(_) => Node::reference(kind.tag(), &id),
    };
    if !pending {
        let href = format!("{API}{}/{}/{id}", call.version, call.path);
        return Ok(Response::xml(201, &answer).with_header("Location", href));
    }
    let mut link = Node::new("link");
    let task = world.store.new_id();
    let href = format!(
        "{API}{}/{}/{id}/creation_status/{task}",
        call.version, call.path
    );
    link.set_attribute("href", &href);
    link.set_attribute("rel", "creation_status");
    answer
        .children
        .insert(0, Node::leaf("creation_status", "pending"));
    answer.children.insert(1, link);
    Ok(Response::xml(202, &answer))
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
            let id = object.id().to_owned();
            if world.store.get(home, &id).is_none() {
                return Err(Fault::entity(id));
            }
            if world.store.get(own, &id).is_some() {
                return Err(Fault::conflict("Cannot add it. It is there already"));
            }
            behaviour::check_assign(world, command, &mut object)?;
            world.store.add(own, object);
            behaviour::assigned(world, command, &id);
            records::assigned(world, command, &id);
            Ok((id, false))
        }
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
            records::added(world, command, collection, &id);
            Ok((id, pending))
        }
    }
}

/// Several objects in one document, as gluster's bricks are added.
fn add_list(world: &mut World, call: &Call<'_>, kind: &Struct) -> Result<Response, Fault> {
    let text = String::from_utf8_lossy(call.body);
    let document = Node::parse(&text).map_err(Fault::value)?;
    let mut answer = Node::new(kind.plural_tag());
    for mut object in document.children {
        object.attributes.clear();
        let id = world.store.add(&call.path, object);
        answer
            .children
            .push(rendered(world, call, &format!("{}/{id}", call.path))?);
    }
    Ok(Response::xml(201, &answer))
}

fn update(world: &mut World, call: &Call<'_>, method: &Method) -> Result<Response, Fault> {
    let kind = document_type(world, method)
        .ok_or(Fault::NotAllowed)?
        .clone();
    let place = world.schema.locate(&call.path).ok_or(Fault::NotFound)?;
    let service = place.service.name.clone();
    let item = place
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let mut changes = world.document(call.body, &kind, &service, method)?;
    world.resolve(&mut changes, &kind)?;
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
        return Ok(Response::xml(200, &rendered(world, call, &call.path)?));
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
    records::updated(world, &command, &keeper, &id);
    Ok(Response::xml(200, &rendered(world, call, &call.path)?))
}

fn remove(world: &mut World, call: &Call<'_>, _method: &Method) -> Result<Response, Fault> {
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
    let job = records::removed(world, &command, &keeper, &id);
    world.store.remove(&keeper, &id);
    if !assigned {
        behaviour::removed(world, &command, &keeper, &id);
    }
    if call.parameters.flag("async") == Some(true) {
        return Ok(Response::empty(202));
    }
    let mut action = Node::new("action").with(job_reference(call, &job));
    action.set("status", "complete");
    Ok(Response::xml(200, &action))
}

/// Several objects of a collection, named in the document of the request.
fn remove_listed(world: &mut World, call: &Call<'_>) -> Result<Response, Fault> {
    let text = String::from_utf8_lossy(call.body);
    let document = Node::parse(&text).map_err(Fault::value)?;
    for item in document.children.iter().flat_map(|list| &list.children) {
        world.store.remove(&call.path, item.id());
    }
    Ok(Response::xml(
        200,
        &Node::new("action").with_text("status", "complete"),
    ))
}

fn job_reference(call: &Call<'_>, id: &str) -> Node {
    let mut job = Node::new("job");
    job.set_attribute("href", &format!("{API}{}/jobs/{id}", call.version));
    job.set_attribute("id", id);
    job
}

/// An action: the answer has what the request had, and what came of it.
fn act(world: &mut World, call: &Call<'_>, path: &str, method: &Method) -> Response {
    let parsed = world
        .schema
        .model
        .structure("action")
        .cloned()
        .ok_or(Fault::Internal);
    let parsed = parsed.and_then(|kind| {
        let service = world
            .schema
            .locate(path)
            .map(|place| place.service.name.clone());
        let mut document =
            world.document(call.body, &kind, &service.unwrap_or_default(), method)?;
        world.check_needs(&document, method, "")?;
        world.resolve(&mut document, &kind)?;
        Ok(document)
    });
    let mut document = match parsed {
        Ok(document) => document,
        Err(fault) => return fault.into_response(),
    };
    match perform(world, call, path, method, &document) {
        Ok((results, job)) => {
            for result in results {
                document.remove(&result.tag);
                document.children.push(result);
            }
            document.children.push(job_reference(call, &job));
            document.set("status", "complete");
            Response::xml(200, &document)
        }
        Err(fault) => fault.into_action(document),
    }
}

fn perform(
    world: &mut World,
    call: &Call<'_>,
    path: &str,
    method: &Method,
    document: &Node,
) -> Result<(Vec<Node>, String), Fault> {
    let place = world.schema.locate(path).ok_or(Fault::NotFound)?;
    let kind = world
        .schema
        .got(place.service)
        .map_or_else(String::new, |kind| kind.name.clone());
    let item = place
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let (collection, keeper, id) = match item {
        Some((collection, id)) => {
            let view = world
                .schema
                .locate(&collection)
                .map(|place| world.view(&place))
                .ok_or(Fault::NotFound)?;
            if world.object(&view, &id).is_none() {
                return Err(Fault::entity(id));
            }
            let keeper = world.keeper(&view).to_owned();
            (collection, keeper, id)
        }
        None => (path.to_owned(), path.to_owned(), String::new()),
    };
    let command = Command {
        kind: &kind,
        collection: &collection,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    let results = behaviour::act(world, &command, &keeper, &id, &method.name, document)?;
    let job = records::acted(world, &command, &keeper, &id, &method.name);
    Ok((results, job))
}
