//! The parameter `follow`: inlines linked objects and collections into the response.

use std::borrow::Cow;
use std::cell::Cell;

use ovirt_model::{Struct, names};

use crate::fault::Fault;
use crate::kinds;
use crate::message::Parameters;
use crate::node::Node;
use crate::render::Renderer;
use crate::schema::Schema;
use crate::world::API;

/// Maximum number of objects inlined into an object: each step of a path may multiply them.
const MAX_INLINED: usize = 100_000;

/// Maximum number of steps in a path.
const MAX_STEPS: usize = 32;

/// Links to inline, each with the links to inline into its objects.
#[derive(Default)]
struct LinkTree(Vec<(String, Self)>);

impl LinkTree {
    /// Parses a comma-separated list of paths. Paths with the same start share it.
    fn parse(text: &str) -> Result<Self, Fault> {
        let mut links = Self::default();
        let paths = text.split(',').map(str::trim);
        for path in paths.filter(|path| !path.is_empty()) {
            if path.matches('.').count() >= MAX_STEPS {
                return Err(Fault::Internal);
            }
            let steps = path.split('.').map(str::to_ascii_lowercase);
            links.add(steps.map(|step| names::segment(&step)));
        }
        Ok(links)
    }

    /// Adds a path.
    fn add(&mut self, mut path: impl Iterator<Item = String>) {
        let Some(link) = path.next() else { return };
        match self.0.iter_mut().find(|(own, _)| *own == link) {
            Some((_, links)) => links.add(path),
            None => {
                let mut links = Self::default();
                links.add(path);
                self.0.push((link, links));
            }
        }
    }
}

/// Inlines the links of an object. `links` is a comma-separated list of paths. What they lead to is
/// read with the parameters.
pub(crate) fn inline(
    renderer: &Renderer<'_>,
    object: &mut Node,
    kind: &Struct,
    links: &str,
    parameters: &Parameters,
) -> Result<(), Fault> {
    let follower = Follower {
        renderer,
        parameters,
        left: Cell::new(MAX_INLINED),
    };
    follower.inline(object, kind, &LinkTree::parse(links)?)
}

/// Whether a type has this link.
pub(crate) fn has_link(schema: &Schema, kind: &Struct, link: &str) -> bool {
    schema.member(kind, link).is_some_and(|member| member.link)
}

/// Inlines links into an object of a response.
struct Follower<'a> {
    renderer: &'a Renderer<'a>,
    parameters: &'a Parameters,
    /// How many more objects can be inlined.
    left: Cell<usize>,
}

impl Follower<'_> {
    fn inline(&self, object: &mut Node, kind: &Struct, links: &LinkTree) -> Result<(), Fault> {
        for (link, rest) in &links.0 {
            self.inline_link(object, kind, link, rest)?;
        }
        Ok(())
    }

    fn inline_link(
        &self,
        object: &mut Node,
        kind: &Struct,
        link: &str,
        rest: &LinkTree,
    ) -> Result<(), Fault> {
        let schema = &self.renderer.world.schema;
        let member = schema
            .model
            .members(kind)
            .into_iter()
            .find(|member| names::segment(&member.name) == *link && member.link)
            .ok_or(Fault::Internal)?;
        let target = member
            .kind
            .named()
            .and_then(|name| schema.model.structure(name));
        let target = target.ok_or(Fault::Internal)?;
        let tag = member.tag();
        if member.list {
            add_collection(self.renderer, object, link, &tag, self.parameters);
        } else {
            // Engines fail for a reference that is not there or has no address.
            let child = object.children.iter_mut().find(|child| child.tag == tag);
            let child = child.ok_or(Fault::Internal)?;
            if child.attribute("href").is_none() && child.children.is_empty() {
                return Err(Fault::Internal);
            }
            replace_reference(self.renderer, child, self.parameters);
        }
        for child in object.children.iter_mut().filter(|child| child.tag == tag) {
            let inlined = match member.list {
                true => child.children.as_mut_slice(),
                false => std::slice::from_mut(child),
            };
            let left = self.left.get().checked_sub(inlined.len());
            self.left.set(left.ok_or(Fault::Internal)?);
            for item in inlined {
                self.inline(item, target, rest)?;
            }
        }
        Ok(())
    }
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
