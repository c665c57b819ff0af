//! Reads collections and single objects.

use std::borrow::Cow;

use ovirt_model::Struct;

use super::call::{Call, Target};
use super::request::ApiRequest;
use crate::all_content;
use crate::fault::Fault;
use crate::follow;
use crate::kind::{Kind, Source};
use crate::kinds;
use crate::message::{Parameters, Response};
use crate::negotiate::Format;
use crate::node::Node;
use crate::present;
use crate::search::{self, Search};
use crate::sink::{Sink, TreeBuilder, XmlWriter};
use crate::world::World;

/// Values of `detail` that inline a link: the detail, the link, and the parameters to read it with.
const FOLLOWED_DETAILS: &[(&str, &str, &str)] = &[
    (
        "current_graphics_consoles",
        "graphics_consoles",
        "current=true",
    ),
    ("statistics", "statistics", ""),
];

pub(super) fn list(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<Response, Fault> {
    let (request, resource) = (call.request, &target.resource);
    let kind = target.item_type(call.schema);
    let kind = kind.ok_or(Fault::MethodNotAllowed)?;
    let table = kinds::of(&kind.name);
    let mut objects = select(world, call, target, kind)?;
    let size = objects.len().to_string();
    if request.details.without_main() {
        objects.clear();
    }
    let all = request.flag("all_content");
    let is_searched = search::entity_of(&resource.service.name).is_some();
    let objects: Vec<Cow<'_, Node>> = objects
        .into_iter()
        .map(|object| (table.show)(world, &request.parameters, object))
        .map(|object| all_content::apply(world, &kind.name, object, all))
        .map(|object| match is_searched {
            true => without_computed(table, object),
            false => object,
        })
        .map(|object| match target.source {
            Source::OnStorageDomain { .. } => present::on_storage_domain(object),
            _ => object,
        })
        .collect();
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
    if request.details.has("size") && table.has_size {
        response.children.insert(0, Node::leaf("size", size));
    }
    Ok(Response::document(200, response))
}

/// Returns the objects of a collection that the user sees and the request asks for.
fn select<'w>(
    world: &'w World,
    call: &Call<'_>,
    target: &Target<'_>,
    kind: &Struct,
) -> Result<Vec<Cow<'w, Node>>, Fault> {
    let request = call.request;
    let table = kinds::of(&kind.name);
    let mut objects = match request.flag("unregistered") {
        true => world.unregistered(&target.source),
        false => world.objects(&target.source),
    };
    objects.retain(|object| {
        (table.listed)(&request.parameters, object) && call.sees(world, &kind.name, object)
    });
    let max = request.parameters.number("max");
    let Some(entity) = search::entity_of(&target.resource.service.name) else {
        if let Some(max) = max.and_then(|max| usize::try_from(max).ok()) {
            objects.truncate(max);
        }
        return Ok(objects);
    };
    let max = max
        .map(|max| usize::try_from(max).map_err(|_| Fault::negative_max(max)))
        .transpose()?;
    let search = Search {
        text: request.parameters.get("search").unwrap_or_default(),
        case_sensitive: request.flag("case_sensitive"),
        max,
        after: request.parameters.number("from").filter(|_| table.is_paged),
    };
    search::run(world, entity, objects, search)
}

/// Resets the members that responses to searches and changes do not compute.
fn without_computed<'n>(kind: &Kind, mut object: Cow<'n, Node>) -> Cow<'n, Node> {
    for (member, text) in kind.uncomputed {
        if object.get(member).is_some_and(|current| current != *text) {
            object.to_mut().set(member, *text);
        }
    }
    object
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
    for (detail, link, parameters) in FOLLOWED_DETAILS {
        let is_there = || follow::has_link(&world.schema, kind, link);
        if request.details.has(detail) && is_there() {
            let parameters = Parameters::parse(parameters, '&');
            follow::inline(&renderer, item, kind, link, &parameters)?;
            if *detail == "statistics" {
                omit_owners(item);
            }
        }
    }
    match request.parameters.get("follow") {
        Some(links) => follow::inline(&renderer, item, kind, links, &Parameters::default()),
        None => Ok(()),
    }
}

/// Removes what the engine leaves out of statistics inlined as a detail: their owners, and the
/// addresses of histories.
fn omit_owners(item: &mut Node) {
    let list = item
        .children
        .iter_mut()
        .find(|child| child.tag == "statistics");
    for statistic in list.into_iter().flat_map(|list| &mut list.children) {
        statistic.remove("vm");
        let is_history = statistic
            .get("name")
            .is_some_and(|name| name.ends_with(".history"));
        if is_history {
            statistic.attributes.retain(|(name, _)| name != "href");
        }
    }
}

/// Renders an object with all content, as in responses to changes.
pub(super) fn render(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<Node, Fault> {
    let mut tree = TreeBuilder::default();
    write(world, call, target, (true, true), &mut tree)?;
    Ok(tree.finish())
}

/// Writes an object.
fn write(
    world: &World,
    call: &Call<'_>,
    target: &Target<'_>,
    (all, changed): (bool, bool),
    sink: &mut impl Sink,
) -> Result<(), Fault> {
    let resource = &target.resource;
    let kind = target.object_type(call.schema).ok_or(Fault::NotFound)?;
    let object = target.find(world).ok_or(Fault::NotFound)?;
    let table = kinds::of(&kind.name);
    let mut object = (table.show)(world, &call.request.parameters, object);
    if changed {
        object = without_computed(table, object);
    }
    if matches!(target.source, Source::OnStorageDomain { .. }) {
        object = present::on_storage_domain(object);
    }
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
        write(world, call, target, (all, false), &mut xml)?;
        return Ok(Response::xml(xml));
    }
    let mut tree = TreeBuilder::default();
    write(world, call, target, (all, false), &mut tree)?;
    let mut response = tree.finish();
    if let Some(kind) = target.object_type(call.schema) {
        follow(world, call, &mut response, kind)?;
    }
    Ok(Response::document(200, response))
}
