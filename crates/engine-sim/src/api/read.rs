//! Reads collections and single objects.

use std::borrow::Cow;

use ovirt_model::Struct;

use super::call::{Call, Target};
use super::request::ApiRequest;
use crate::all_content;
use crate::fault::Fault;
use crate::follow;
use crate::kinds;
use crate::message::Response;
use crate::negotiate::Format;
use crate::node::Node;
use crate::search::{self, Search};
use crate::sink::{Sink, TreeBuilder, XmlWriter};
use crate::world::World;

/// Values of `detail` that inline a link: the detail and the link.
const FOLLOWED_DETAILS: &[(&str, &str)] = &[
    ("current_graphics_consoles", "graphics_consoles"),
    ("statistics", "statistics"),
];

pub(super) fn list(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<Response, Fault> {
    let (request, resource) = (call.request, &target.resource);
    let kind = target.item_type(call.schema);
    let kind = kind.ok_or(Fault::MethodNotAllowed)?;
    let mut objects = match request.flag("unregistered") {
        true => world.unregistered(&target.source),
        false => world.objects(&target.source),
    };
    objects.retain(|object| call.sees(world, &kind.name, object));
    let max = request.parameters.number("max");
    match search::entity_of(&resource.service.name) {
        Some(entity) => {
            let max = max
                .map(|max| usize::try_from(max).map_err(|_| Fault::negative_max(max)))
                .transpose()?;
            let search = Search {
                text: request.parameters.get("search").unwrap_or_default(),
                case_sensitive: request.flag("case_sensitive"),
                max,
                after: request
                    .parameters
                    .number("from")
                    .filter(|_| kind.name == "event"),
            };
            objects = search::run(world, entity, objects, search)?;
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
    let table = kinds::of(&kind.name);
    let objects: Vec<Cow<'_, Node>> = objects
        .into_iter()
        .map(|object| (table.show)(world, &request.parameters, object))
        .map(|object| all_content::apply(world, &kind.name, object, all))
        .collect();
    let objects: Vec<Cow<'_, Node>> = match resource.path.as_str() {
        // The engine sums up the images of a disk only for single disks.
        "disks" => objects.into_iter().map(without_total_size).collect(),
        _ => objects,
    };
    let renderer = call.renderer(world);
    let objects = objects.iter().map(AsRef::as_ref);
    if is_unmodified(request) {
        let mut xml = XmlWriter::with_capacity(objects.len().saturating_mul(OBJECT_BYTES));
        renderer.write_list(&mut xml, objects, kind, resource.service, &resource.path);
        return Ok(Response::xml(xml));
    }
    let mut response = renderer.list(objects, kind, resource.service, &resource.path);
    for item in &mut response.children {
        follow(world, call, item, kind)?;
    }
    if request.details.has("size") && matches!(kind.name.as_str(), "vm" | "template") {
        response.children.insert(0, Node::leaf("size", size));
    }
    Ok(Response::document(200, response))
}

fn without_total_size(mut disk: Cow<'_, Node>) -> Cow<'_, Node> {
    if disk.get("total_size").is_some_and(|size| size != "0") {
        disk.to_mut().set("total_size", "0");
    }
    disk
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
fn follow(world: &World, call: &Call<'_>, item: &mut Node, kind: &Struct) -> Result<(), Fault> {
    let (request, renderer) = (call.request, call.renderer(world));
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

/// Renders an object with all content, as in responses to changes.
pub(super) fn render(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<Node, Fault> {
    let mut tree = TreeBuilder::default();
    write(world, call, target, true, &mut tree)?;
    Ok(tree.finish())
}

/// Writes an object.
fn write(
    world: &World,
    call: &Call<'_>,
    target: &Target<'_>,
    all: bool,
    sink: &mut impl Sink,
) -> Result<(), Fault> {
    let resource = &target.resource;
    let kind = target.object_type(call.schema).ok_or(Fault::NotFound)?;
    let object = target.find(world).ok_or(Fault::NotFound)?;
    let show = kinds::of(&kind.name).show;
    let object = show(world, &call.request.parameters, object);
    let object = all_content::apply(world, &kind.name, object, all);
    let renderer = call.renderer(world);
    renderer.write(
        sink,
        &object,
        kind,
        Some(resource.service),
        &[&resource.path],
    );
    Ok(())
}

pub(super) fn get(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<Response, Fault> {
    let request = call.request;
    if request.format == Format::Viewer {
        let kind = target.object_type(call.schema);
        let file = kinds::of(kind.map_or("", |kind| &kind.name)).file;
        return file(world, &target.object(world)).map(Response::viewer);
    }
    let all = request.flag("all_content");
    if is_unmodified(request) {
        let mut xml = XmlWriter::with_capacity(OBJECT_BYTES);
        write(world, call, target, all, &mut xml)?;
        return Ok(Response::xml(xml));
    }
    let mut tree = TreeBuilder::default();
    write(world, call, target, all, &mut tree)?;
    let mut response = tree.finish();
    if let Some(kind) = target.object_type(call.schema) {
        follow(world, call, &mut response, kind)?;
    }
    Ok(Response::document(200, response))
}
