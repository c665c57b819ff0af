//! Reads collections and single objects.

use std::borrow::Cow;

use ovirt_model::Struct;

use super::ApiRequest;
use crate::all_content;
use crate::behaviour;
use crate::fault::Fault;
use crate::follow;
use crate::message::Response;
use crate::negotiate::Format;
use crate::node::Node;
use crate::schema::Resource;
use crate::search::{self, Search};
use crate::sink::{Sink, TreeBuilder, XmlWriter};
use crate::world::World;

/// Values of `detail` that inline a link: the detail and the link.
const FOLLOWED_DETAILS: &[(&str, &str)] = &[
    ("current_graphics_consoles", "graphics_consoles"),
    ("statistics", "statistics"),
];

pub(super) fn list(
    world: &World,
    request: &ApiRequest<'_>,
    resource: &Resource<'_>,
) -> Result<Response, Fault> {
    let kind = world
        .schema
        .item_type(resource.service)
        .ok_or(Fault::MethodNotAllowed)?;
    let mut objects = world.objects(&world.source(resource));
    // The simulator has no unregistered objects on storage domains.
    let unregistered = request.flag("unregistered");
    objects.retain(|object| !unregistered && world.is_visible(&kind.name, object));
    let max = request.parameters.number("max");
    match search::entity_at(&resource.path) {
        Some(entity) => {
            let max = max.map(usize::try_from).transpose();
            let search = Search {
                text: request.parameters.get("search").unwrap_or_default(),
                case_sensitive: request.flag("case_sensitive"),
                max: max.map_err(|_| Fault::negative_max())?,
                after: request
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
    if request.details.without_main() {
        objects.clear();
    }
    let all = request.flag("all_content");
    let objects: Vec<Cow<'_, Node>> = objects
        .into_iter()
        .map(|object| all_content::apply(world, &kind.name, object, all))
        .collect();
    let renderer = request.renderer(world);
    let objects = objects.iter().map(AsRef::as_ref);
    if is_unmodified(request) {
        let mut xml = XmlWriter::with_capacity(objects.len().saturating_mul(OBJECT_BYTES));
        renderer.write_list(&mut xml, objects, kind, resource.service, &resource.path);
        return Ok(Response::xml(xml));
    }
    let mut response = renderer.list(objects, kind, resource.service, &resource.path);
    for item in &mut response.children {
        follow(world, request, item, kind)?;
    }
    if request.details.has("size") && matches!(kind.name.as_str(), "vm" | "template") {
        response.children.insert(0, Node::leaf("size", size));
    }
    Ok(Response::document(200, response))
}

/// Estimated size of a rendered object, in bytes.
const OBJECT_BYTES: usize = 7 << 10;

/// Whether the response can be written directly as XML, without links or details to inline.
fn is_unmodified(request: &ApiRequest<'_>) -> bool {
    request.format == Format::Xml
        && request.details.is_empty()
        && request.parameters.get("follow").is_none()
}

/// Inlines the links that the request follows.
fn follow(
    world: &World,
    request: &ApiRequest<'_>,
    item: &mut Node,
    kind: &Struct,
) -> Result<(), Fault> {
    let renderer = request.renderer(world);
    for (detail, link) in FOLLOWED_DETAILS {
        let is_there = || follow::has_link(&world.schema, kind, link);
        if request.details.has(detail) && is_there() {
            follow::inline(&renderer, item, kind, link)?;
        }
    }
    match request.parameters.get("follow") {
        Some(links) => follow::inline(&renderer, item, kind, links),
        None => Ok(()),
    }
}

/// Returns the object at a resource. A service without an identifier has a single object, empty
/// until it is updated.
fn find_object<'w>(world: &'w World, resource: &Resource<'_>) -> Option<Cow<'w, Node>> {
    match resource.item() {
        Some((collection, id)) => {
            let view = world.source(&world.schema.locate(collection)?);
            world.object(&view, id)
        }
        None => match world.store.list(&resource.path).first() {
            Some(object) => Some(Cow::Borrowed(object)),
            None => Some(Cow::Owned(Node::default())),
        },
    }
}

/// Renders the object at a path with all content, as in responses to changes.
pub(super) fn render(world: &World, request: &ApiRequest<'_>, path: &str) -> Result<Node, Fault> {
    let resource = world.schema.locate(path).ok_or(Fault::NotFound)?;
    let mut tree = TreeBuilder::default();
    write(world, request, &resource, true, &mut tree)?;
    Ok(tree.finish())
}

/// Writes the object at a resource.
fn write(
    world: &World,
    request: &ApiRequest<'_>,
    resource: &Resource<'_>,
    all: bool,
    sink: &mut impl Sink,
) -> Result<(), Fault> {
    let kind = world
        .schema
        .object_type(resource.service)
        .ok_or(Fault::NotFound)?;
    let object = find_object(world, resource).ok_or(Fault::NotFound)?;
    let object = behaviour::show(world, kind, resource, &request.parameters, object);
    let object = all_content::apply(world, &kind.name, object, all);
    let renderer = request.renderer(world);
    renderer.write(
        sink,
        &object,
        kind,
        Some(resource.service),
        &[&resource.path],
    );
    Ok(())
}

pub(super) fn get(
    world: &World,
    request: &ApiRequest<'_>,
    resource: &Resource<'_>,
) -> Result<Response, Fault> {
    if request.format == Format::Viewer {
        return behaviour::console_file(world, resource).map(Response::viewer);
    }
    let all = request.flag("all_content");
    if is_unmodified(request) {
        let mut xml = XmlWriter::with_capacity(OBJECT_BYTES);
        write(world, request, resource, all, &mut xml)?;
        return Ok(Response::xml(xml));
    }
    let mut tree = TreeBuilder::default();
    write(world, request, resource, all, &mut tree)?;
    let mut response = tree.finish();
    if let Some(kind) = world.schema.object_type(resource.service) {
        follow(world, request, &mut response, kind)?;
    }
    Ok(Response::document(200, response))
}
