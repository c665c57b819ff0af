//! Lists and single objects.

use std::borrow::Cow;

use ovirt_model::Struct;

use super::Call;
use crate::all_content;
use crate::behaviour;
use crate::fault::Fault;
use crate::follow;
use crate::message::Response;
use crate::negotiate::Format;
use crate::node::Node;
use crate::schema::Place;
use crate::search::{self, Search};
use crate::sink::{Sink, Tree, Xml};
use crate::world::World;

/// Details that are links put into the answer: the name, and what they are followed by.
const FOLLOWED: &[(&str, &str)] = &[
    ("current_graphics_consoles", "graphics_consoles"),
    ("statistics", "statistics"),
];

pub(super) fn list(world: &World, call: &Call<'_>, place: &Place<'_>) -> Result<Response, Fault> {
    let kind = world
        .schema
        .listed(place.service)
        .ok_or(Fault::NotAllowed)?;
    let mut objects = world.objects(&world.view(place));
    // There is nothing on a domain that the engine doesn't know.
    let unregistered = call.flag("unregistered");
    objects.retain(|object| !unregistered && world.is_seen(&kind.name, object));
    let max = call.parameters.number("max");
    match search::entity_at(&place.path) {
        Some(entity) => {
            let max = max.map(usize::try_from).transpose();
            let search = Search {
                text: call.parameters.get("search").unwrap_or_default(),
                case_sensitive: call.flag("case_sensitive"),
                max: max.map_err(|_| Fault::negative_max())?,
                after: call
                    .parameters
                    .number("from")
                    .filter(|_| kind.name == "event"),
            };
            objects = search::run(world, entity, objects, search);
        }
        None => {
            if let Some(max) = max.and_then(|max| usize::try_from(max).ok()) {
                objects.truncate(max);
            }
        }
    }
    let size = objects.len().to_string();
    if call.details.without_main() {
        objects.clear();
    }
    let all = call.flag("all_content");
    let objects: Vec<Cow<'_, Node>> = objects
        .into_iter()
        .map(|object| all_content::shape(world, &kind.name, object, all))
        .collect();
    let renderer = call.renderer(world);
    let objects = objects.iter().map(AsRef::as_ref);
    if is_plain(call) {
        let mut xml = Xml::with_capacity(objects.len().saturating_mul(OBJECT));
        renderer.write_list(&mut xml, objects, kind, place.service, &place.path);
        return Ok(Response::xml(xml));
    }
    let mut answer = renderer.list(objects, kind, place.service, &place.path);
    for item in &mut answer.children {
        follow(world, call, item, kind)?;
    }
    if call.details.has("size") && matches!(kind.name.as_str(), "vm" | "template") {
        answer.children.insert(0, Node::leaf("size", size));
    }
    Ok(Response::document(200, answer))
}

/// What an object takes in an answer, in bytes, about.
const OBJECT: usize = 7 << 10;

/// Whether the answer is made of nothing but the objects themselves, so that it can be written at
/// once.
fn is_plain(call: &Call<'_>) -> bool {
    call.format == Format::Xml && call.details.is_empty() && call.parameters.get("follow").is_none()
}

/// Puts what the request asks to follow into an object.
fn follow(world: &World, call: &Call<'_>, item: &mut Node, kind: &Struct) -> Result<(), Fault> {
    let renderer = call.renderer(world);
    for (detail, link) in FOLLOWED {
        let is_there = || follow::has(&world.schema, kind, link);
        if call.details.has(detail) && is_there() {
            follow::inline(&renderer, item, kind, link)?;
        }
    }
    match call.parameters.get("follow") {
        Some(links) => follow::inline(&renderer, item, kind, links),
        None => Ok(()),
    }
}

/// The object at a place. A service without an identifier has one object, empty until it is set.
fn object_at<'w>(world: &'w World, place: &Place<'_>) -> Option<Cow<'w, Node>> {
    match place.item() {
        Some((collection, id)) => {
            let view = world.view(&world.schema.locate(collection)?);
            world.object(&view, id)
        }
        None => match world.store.list(&place.path).first() {
            Some(object) => Some(Cow::Borrowed(object)),
            None => Some(Cow::Owned(Node::default())),
        },
    }
}

/// The object at a path with all content, as answers to changes have it.
pub(super) fn rendered(world: &World, call: &Call<'_>, path: &str) -> Result<Node, Fault> {
    let place = world.schema.locate(path).ok_or(Fault::NotFound)?;
    let mut tree = Tree::default();
    write(world, call, &place, true, &mut tree)?;
    Ok(tree.finish())
}

/// Writes the object at a place.
fn write(
    world: &World,
    call: &Call<'_>,
    place: &Place<'_>,
    all: bool,
    sink: &mut impl Sink,
) -> Result<(), Fault> {
    let kind = world.schema.got(place.service).ok_or(Fault::NotFound)?;
    let object = object_at(world, place).ok_or(Fault::NotFound)?;
    let object = behaviour::show(world, kind, place, &call.parameters, object);
    let object = all_content::shape(world, &kind.name, object, all);
    let renderer = call.renderer(world);
    renderer.write(sink, &object, kind, Some(place.service), &[&place.path]);
    Ok(())
}

pub(super) fn get(world: &World, call: &Call<'_>, place: &Place<'_>) -> Result<Response, Fault> {
    if call.format == Format::Viewer {
        return behaviour::console_file(world, place).map(Response::viewer);
    }
    let all = call.flag("all_content");
    if is_plain(call) {
        let mut xml = Xml::with_capacity(OBJECT);
        write(world, call, place, all, &mut xml)?;
        return Ok(Response::xml(xml));
    }
    let mut tree = Tree::default();
    write(world, call, place, all, &mut tree)?;
    let mut answer = tree.finish();
    if let Some(kind) = world.schema.got(place.service) {
        follow(world, call, &mut answer, kind)?;
    }
    Ok(Response::document(200, answer))
}
