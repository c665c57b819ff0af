//! The parameter `follow`: inlines linked objects and collections into the response.

use std::borrow::Cow;

use ovirt_model::{Struct, names};

use crate::fault::Fault;
use crate::kinds;
use crate::message::Parameters;
use crate::node::Node;
use crate::render::Renderer;
use crate::schema::Schema;
use crate::world::API;

/// Inlines the links of an object. `links` is a comma-separated list of paths. What they lead to is
/// read with the parameters.
pub(crate) fn inline(
    renderer: &Renderer<'_>,
    object: &mut Node,
    kind: &Struct,
    links: &str,
    parameters: &Parameters,
) -> Result<(), Fault> {
    for path in links
        .split(',')
        .map(str::trim)
        .filter(|path| !path.is_empty())
    {
        let steps: Vec<String> = path
            .split('.')
            .map(|step| names::segment(&step.to_ascii_lowercase()))
            .collect();
        inline_path(renderer, object, kind, &steps, parameters)?;
    }
    Ok(())
}

/// Whether a type has this link.
pub(crate) fn has_link(schema: &Schema, kind: &Struct, link: &str) -> bool {
    schema.member(kind, link).is_some_and(|member| member.link)
}

fn inline_path(
    renderer: &Renderer<'_>,
    object: &mut Node,
    kind: &Struct,
    steps: &[String],
    parameters: &Parameters,
) -> Result<(), Fault> {
    let Some((first, rest)) = steps.split_first() else {
        return Ok(());
    };
    let schema = &renderer.world.schema;
    let member = schema
        .model
        .members(kind)
        .into_iter()
        .find(|member| names::segment(&member.name) == *first && member.link)
        .ok_or(Fault::Internal)?;
    let target = member
        .kind
        .named()
        .and_then(|name| schema.model.structure(name));
    let target = target.ok_or(Fault::Internal)?;
    if member.list {
        add_collection(renderer, object, first, &member.tag(), parameters);
    } else if let Some(child) = object
        .children
        .iter_mut()
        .find(|child| child.tag == member.tag())
    {
        replace_reference(renderer, child, parameters);
    }
    for child in object
        .children
        .iter_mut()
        .filter(|child| child.tag == member.tag())
    {
        if member.list {
            for item in &mut child.children {
                inline_path(renderer, item, target, rest, parameters)?;
            }
        } else {
            inline_path(renderer, child, target, rest, parameters)?;
        }
    }
    Ok(())
}

/// Returns the path of an address below the API root.
fn api_path(href: &str) -> Option<&str> {
    let below = href.strip_prefix(API)?;
    Some(
        below
            .strip_prefix("/v4")
            .unwrap_or(below)
            .trim_start_matches('/'),
    )
}

/// Adds the collection that a link leads to, and keeps the link.
fn add_collection(
    renderer: &Renderer<'_>,
    object: &mut Node,
    rel: &str,
    tag: &str,
    parameters: &Parameters,
) {
    let link = object
        .children
        .iter()
        .find(|child| child.tag == "link" && child.attribute("rel") == Some(rel));
    let Some(link) = link else { return };
    let world = renderer.world;
    let resource = link
        .attribute("href")
        .and_then(api_path)
        .and_then(|path| world.schema.locate(path));
    let Some(resource) = resource else { return };
    let Some(kind) = world.schema.item_type(resource.service) else {
        return;
    };
    let show = kinds::of(&kind.name).show;
    let objects = world.objects(&world.source(&resource)).into_iter();
    let objects: Vec<Cow<'_, Node>> = objects
        .map(|object| show(world, parameters, object))
        .collect();
    let mut list = renderer.list(
        objects.iter().map(AsRef::as_ref),
        kind,
        resource.service,
        &resource.path,
    );
    list.tag = tag.into();
    object.children.push(list);
}

/// Replaces a reference by its object, under the tag of the member.
fn replace_reference(renderer: &Renderer<'_>, child: &mut Node, parameters: &Parameters) {
    let world = renderer.world;
    let resource = child
        .attribute("href")
        .and_then(api_path)
        .and_then(|path| world.schema.locate(path));
    let Some(resource) = resource else { return };
    let Some((collection, id)) = resource.item() else {
        return;
    };
    let found = world
        .schema
        .locate(collection)
        .map(|collection| world.source(&collection))
        .and_then(|source| world.object(&source, id));
    if let (Some(object), Some(kind)) = (found, world.schema.object_type(resource.service)) {
        let object = (kinds::of(&kind.name).show)(world, parameters, object);
        let mut response = renderer.object(&object, kind, Some(resource.service), &resource.path);
        child.tag.clone_into(&mut response.tag);
        *child = response;
    }
}
