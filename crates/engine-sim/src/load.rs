//! Loads an inventory from XML documents of a real engine.
//!
//! The path of an object follows from its `href`, so file names do not matter. Objects that are
//! referenced but missing are created with only an identifier and a name, so that all links
//! resolve.

mod placement;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::capacity;
use crate::kind::Source;
use crate::kinds::{self, permission::object_of};
use crate::node::Node;
use crate::object::{
    CLUSTER_LEVELS, DOMAINS, GROUPS, HOSTS, ICONS, INSTANCE_TYPES, MAC_POOLS, NETWORK_FILTERS,
    OPERATING_SYSTEMS, ObjectRef, PERMISSIONS, ROLES, SCHEDULING_POLICIES, SCHEDULING_POLICY_UNITS,
    STORAGE_DOMAINS, TAGS, TEMPLATES, USERS,
};
use crate::world::World;
use placement::Placement;

/// Maximum depth of folders.
const MAX_DEPTH: usize = 16;

/// Collections of a new installation that are kept when an inventory is loaded.
const PRESERVED: &[&str] = &[
    CLUSTER_LEVELS,
    DOMAINS,
    ICONS,
    INSTANCE_TYPES,
    MAC_POOLS,
    NETWORK_FILTERS,
    OPERATING_SYSTEMS,
    PERMISSIONS,
    ROLES,
    SCHEDULING_POLICIES,
    SCHEDULING_POLICY_UNITS,
    TAGS,
    TEMPLATES,
    USERS,
    GROUPS,
];

/// Loads one document, or all documents in a folder. Returns the skipped ones with the reason.
pub(crate) fn load(world: &mut World, path: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    find_documents(path, &mut files, MAX_DEPTH)?;
    if files.is_empty() {
        let error = format!("no documents found in {}", path.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, error));
    }
    let mut skipped = Vec::new();
    let mut documents = Vec::new();
    for file in files {
        let shown = |error: String| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(&file)
            .map_err(|error| io::Error::new(error.kind(), shown(error.to_string())))?;
        match Node::parse(&text) {
            Ok(document) => documents.push((file, document)),
            Err(error) => skipped.push(shown(error)),
        }
    }
    // The order of objects is that of their list. The permissions on the whole system are first:
    // all others are on an object.
    documents.sort_by_key(|(file, document)| {
        let is_system = path_of(path, file).as_deref() == Some(PERMISSIONS);
        (is_single(world, document), !is_system)
    });
    let mut loader = Loader::default();
    for (file, document) in documents {
        let place = path_of(path, &file);
        if let Err(error) = loader.add_document(world, document, place.as_deref()) {
            skipped.push(format!("{}: {error}", file.display()));
        }
    }
    if !loader.objects.is_empty() {
        let kept = PRESERVED.iter().copied();
        let kept: Vec<&str> = kept.filter(|path| !loader.replaces(path)).collect();
        clear(world, &kept);
    }
    loader.finish(world);
    Ok(skipped)
}

/// Whether a document is an object, not a list.
fn is_single(world: &World, document: &Node) -> bool {
    let mut kinds = world.schema.model.structs();
    kinds.any(|kind| kind.tag() == document.tag)
}

/// Returns the path of the collection or object that a file of a dump has, from its place in the
/// folder.
fn path_of(folder: &Path, file: &Path) -> Option<String> {
    let below = file.strip_prefix(folder).ok()?.with_extension("");
    let segments = below.iter().map(|segment| segment.to_str());
    let segments: Option<Vec<&str>> = segments.collect();
    Some(segments?.join("/")).filter(|path| !path.is_empty())
}

/// Collects the XML files below a path, sorted by name.
fn find_documents(path: &Path, files: &mut Vec<PathBuf>, depth: usize) -> io::Result<()> {
    if !path.is_dir() || depth == 0 {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir()
            || entry
                .extension()
                .is_some_and(|extension| extension == "xml")
        {
            find_documents(&entry, files, depth - 1)?;
        }
    }
    Ok(())
}

/// Removes all objects except those of the preserved collections.
fn clear(world: &mut World, preserved: &[&str]) {
    for path in world.store.paths() {
        if preserved.contains(&path.split('/').next().unwrap_or_default()) {
            continue;
        }
        let objects = world.store.list(&path);
        let ids: Vec<String> = objects
            .iter()
            .map(|object| object.id().to_owned())
            .collect();
        for id in ids {
            ObjectRef::new(&path, &id).remove(world);
        }
    }
}

/// Objects with their paths, collected from the documents before they are stored.
#[derive(Default)]
struct Loader {
    objects: Vec<Loaded>,
    positions: HashMap<String, usize>,
    /// The paths of the collections that are known as a whole.
    lists: HashSet<String>,
}

/// An object of a document.
struct Loaded {
    path: String,
    object: Node,
    detail: Detail,
    /// Place among its siblings.
    order: usize,
}

/// How much a document says about an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    /// It is in the list of another collection.
    Elsewhere,
    /// It is in the list of its collection.
    Listed,
    /// It has the document for itself.
    Single,
}

impl Loader {
    /// Whether the documents have all objects of a collection, or all of their kind.
    fn replaces(&self, collection: &str) -> bool {
        let is_it = |list: &String| list.rsplit('/').next() == Some(collection);
        self.lists.contains(collection) || collection == PERMISSIONS && self.lists.iter().any(is_it)
    }

    /// Adds an object, or each object of a list. `place` is the path of either, if known.
    fn add_document(
        &mut self,
        world: &World,
        mut document: Node,
        place: Option<&str>,
    ) -> Result<(), String> {
        if is_single(world, &document) {
            return self.add_object(world, document, None, place);
        }
        let collection = place;
        let items = std::mem::take(&mut document.children);
        // Engines omit the `href` of some items; they have the path of their siblings.
        let siblings = items.iter().find_map(|item| {
            let path = item.attribute("href").and_then(api_path)?;
            Some(path.rsplit_once('/')?.0.to_owned())
        });
        let is_listed = |path: &&str| {
            let resource = world.schema.locate(path);
            let kind = resource.and_then(|resource| world.schema.item_type(resource.service));
            kind.is_some_and(|kind| kind.plural_tag() == document.tag)
        };
        let listed = collection.filter(is_listed);
        self.lists.extend(listed.map(str::to_owned));
        let siblings = siblings.or_else(|| listed.map(str::to_owned));
        let mut all = match listed {
            // An empty list says that there is nothing.
            Some(_) => Ok(()),
            None => Err(format!(
                "<{}> contains no object with an href",
                document.tag
            )),
        };
        // Nor do they identify the items of collections that have no addresses for them.
        let is_anonymous = siblings.as_deref().is_some_and(|path| {
            let resource = world.schema.locate(path);
            resource.is_some_and(|own| world.schema.item_service(own.service).is_none())
        });
        for (index, mut item) in items.into_iter().enumerate() {
            if is_anonymous {
                item.set_attribute("id", &index.to_string());
            }
            if !matches!(item.tag.as_str(), "link" | "actions") {
                all = self.add_object(world, item, siblings.as_deref(), place);
                if all.is_err() {
                    break;
                }
            }
        }
        all
    }

    fn add_object(
        &mut self,
        world: &World,
        mut object: Node,
        siblings: Option<&str>,
        place: Option<&str>,
    ) -> Result<(), String> {
        let tag = object.tag.clone();
        let path = self.path_of_object(world, &object, siblings, place)?;
        let item = item_at(world, &path)
            .ok_or_else(|| format!("{path} is not an object in a collection"))?;
        let collection = item.collection();
        let listed = world
            .schema
            .locate(collection)
            .and_then(|resource| Some(world.schema.item_type(resource.service)?.tag()));
        if listed.as_deref() != Some(tag.as_str()) {
            return Err(format!("<{tag}> is not an item of {collection}"));
        }
        object.attributes.retain(|(name, _)| name != "href");
        object.set_attribute("id", item.id());
        if tag == "disk" {
            // Only in the list of the storage domain; `storage_domains` says the same.
            object.remove("storage_domain");
        }
        strip_links(&mut object);
        let detail = match place {
            _ if siblings.is_none() => Detail::Single,
            Some(place) if place != collection => Detail::Elsewhere,
            _ => Detail::Listed,
        };
        let is_instance_type = collection == TEMPLATES
            && detail == Detail::Single
            && self.lists.contains(TEMPLATES)
            && !self.positions.contains_key(&path);
        // Engines serve instance types as templates too, but do not list them.
        if !is_instance_type {
            self.keep(path, object, detail, place);
        }
        Ok(())
    }

    /// Returns the path of an object in the collection that stores it.
    fn path_of_object(
        &self,
        world: &World,
        object: &Node,
        siblings: Option<&str>,
        place: Option<&str>,
    ) -> Result<String, String> {
        let (tag, id) = (object.tag.as_str(), object.id());
        if tag == "permission"
            && object_of(object).is_none()
            && let Some(place) = place.filter(|_| siblings.is_some())
        {
            // Either on the whole system, or on an object that permissions have no member for.
            let is_known = self.lists.contains(PERMISSIONS);
            let collection = if is_known { place } else { PERMISSIONS };
            return Ok(format!("{collection}/{id}"));
        }
        // Engines address some objects elsewhere than in the collection that has them.
        let own_place =
            place.filter(|place| siblings.is_none() && is_place_of(world, place, object));
        let own_place = own_place.and_then(|place| Some(place.rsplit_once('/')?.0));
        let collection = siblings.and(place).or(own_place);
        if let Some(collection) = collection.filter(|own| !id.is_empty() && has_own(world, own)) {
            return Ok(format!("{collection}/{id}"));
        }
        if let Some(path) = object.attribute("href").and_then(api_path) {
            return Ok(path);
        }
        let kind = world.schema.model.structs().find(|kind| kind.tag() == tag);
        let home = kind.and_then(|kind| world.schema.home(&kind.name));
        let collection = siblings.or(own_place).or(home);
        let collection = collection.filter(|_| !id.is_empty());
        let path = collection.map(|collection| format!("{collection}/{id}"));
        path.ok_or_else(|| format!("<{tag}> has no href"))
    }

    /// Keeps an object, unless another document says more about it.
    fn keep(&mut self, path: String, object: Node, detail: Detail, place: Option<&str>) {
        let is_permission = object.tag == "permission";
        let (key, detail) = if is_permission {
            match detail_of_permission(&object, place) {
                Some(detail) => (object.id().to_owned(), detail),
                None => return,
            }
        } else {
            (path.clone(), detail)
        };
        let order = self.positions.len();
        let mut loaded = Loaded {
            path,
            object,
            detail,
            order,
        };
        let known = self.positions.get(&key).copied();
        match known.and_then(|at| self.objects.get_mut(at)) {
            Some(known) if known.detail > detail => {}
            Some(known) if is_permission && known.detail == detail => {}
            Some(known) => {
                copy_costly(&known.object, &mut loaded.object);
                if detail == Detail::Single {
                    loaded.order = known.order;
                }
                *known = loaded;
            }
            None => {
                self.positions.insert(key, self.objects.len());
                self.objects.push(loaded);
            }
        }
    }

    /// Stores all objects, top-level ones first, as they have the most members.
    fn finish(self, world: &mut World) {
        let mut objects = self.objects;
        objects.sort_by_key(|loaded| {
            let Loaded {
                path,
                object,
                order,
                ..
            } = loaded;
            // Engines list events newest first; the store keeps them oldest first.
            let number = path
                .strip_prefix("events/")
                .and(object.id().parse::<i64>().ok());
            (path.matches('/').count(), number, *order)
        });
        let events = objects.iter().filter(|own| own.path.starts_with("events/"));
        let last = events
            .filter_map(|event| event.object.id().parse::<u64>().ok())
            .max();
        let (serial, random) = world.store.counters();
        // Identifiers of new events continue after the loaded ones.
        let serial = last.unwrap_or(serial);
        world.store.set_counters((serial, random));
        let mut references = BTreeMap::new();
        for Loaded { object, .. } in &objects {
            collect_references(object, &mut references);
        }
        let mut placement = Placement {
            world,
            lists: self.lists,
        };
        for Loaded { path, object, .. } in objects {
            placement.insert(&path, object);
        }
        for (path, name) in references {
            placement.add_placeholder(&path, &name);
        }
        for collection in [STORAGE_DOMAINS, HOSTS] {
            for object in world.handles(collection) {
                capacity::store_unused(world, &object);
            }
        }
    }
}

/// Copies the members that responses contain only on request, which lists of recordings have.
fn copy_costly(from: &Node, to: &mut Node) {
    for path in kinds::of(&from.tag).costly {
        if to.get(path).is_some() {
            continue;
        }
        let (parent, tag) = path.split_once('.').unwrap_or(("", path));
        let (from, to) = match parent {
            "" => (Some(from), Some(&mut *to)),
            _ => (
                from.child(parent),
                to.children.iter_mut().find(|own| own.tag == parent),
            ),
        };
        if let (Some(from), Some(to)) = (from.and_then(|from| from.child(tag)), to) {
            to.children.push(from.clone());
        }
    }
}

/// Returns how much a document says about a permission; `None` if another one says more.
///
/// Lists of objects have inherited permissions too, as if they were on the object. Only the lists
/// of the holder, and that of the whole system, tell where a permission is.
fn detail_of_permission(permission: &Node, place: Option<&str>) -> Option<Detail> {
    let place = place.unwrap_or_default();
    if place.starts_with("users/") || place.starts_with("groups/") {
        // On the whole system, or on an object that permissions have no member for.
        return object_of(permission).map(|_| Detail::Listed);
    }
    if place.split('/').next() == Some(PERMISSIONS) {
        return Some(Detail::Listed);
    }
    Some(Detail::Elsewhere)
}

/// Whether a collection stores its objects, or which objects it has.
fn has_own(world: &World, collection: &str) -> bool {
    let resource = world.schema.locate(collection);
    match resource.map(|resource| world.source(&resource)) {
        Some(
            Source::Own(own) | Source::Computed { path: own, .. } | Source::Assigned { own, .. },
        ) => own == collection,
        _ => false,
    }
}

/// Whether an object has a path.
fn is_place_of(world: &World, path: &str, object: &Node) -> bool {
    let item = item_at(world, path);
    !object.id().is_empty() && item.is_some_and(|item| item.id() == object.id())
}

/// Returns the path below the API root, for an address on any server and version.
fn api_path(href: &str) -> Option<String> {
    let (_, path) = href.split_once("/api/")?;
    let path = path.strip_prefix("v4/").unwrap_or(path);
    Some(path.trim_end_matches('/').to_owned())
}

/// Removes links and actions, which each response generates.
fn strip_links(node: &mut Node) {
    node.children
        .retain(|child| !matches!(child.tag.as_str(), "actions" | "link"));
    for child in &mut node.children {
        if let Some(path) = child.attribute("href").and_then(api_path) {
            child.set_attribute("href", &format!("{}/{path}", crate::world::API));
        }
        strip_links(child);
    }
}

/// Collects the paths that an object refers to, with the names of their objects.
fn collect_references(node: &Node, references: &mut BTreeMap<String, String>) {
    for child in &node.children {
        if let Some(path) = child.attribute("href").and_then(api_path)
            && !child.id().is_empty()
        {
            let name = child.get("name").unwrap_or(child.id());
            references.entry(path).or_insert_with(|| name.to_owned());
        }
        collect_references(child, references);
    }
}

/// Returns the object at a path.
fn item_at(world: &World, path: &str) -> Option<ObjectRef> {
    let resource = world.schema.locate(path);
    if let Some((collection, id)) = resource.as_ref().and_then(|resource| resource.item()) {
        return Some(ObjectRef::new(collection, id));
    }
    let (collection, id) = path.rsplit_once('/')?;
    let service = world.schema.locate(collection)?.service;
    let has_service = world.schema.item_service(service).is_some();
    (!has_service).then(|| ObjectRef::new(collection, id))
}

#[cfg(test)]
mod tests;
