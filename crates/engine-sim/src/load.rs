//! Loads an inventory from XML documents of a real engine.
//!
//! The path of an object follows from its `href`, so file names do not matter. Objects that are
//! referenced but missing are created with only an identifier and a name, so that all links
//! resolve.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};

use crate::collection::Source;
use crate::node::{Node, refers_to};
use crate::world::World;

/// Maximum depth of folders.
const MAX_DEPTH: usize = 16;

/// Collections of a new installation that are kept when an inventory is loaded.
const PRESERVED: &[&str] = &[
    "clusterlevels",
    "domains",
    "icons",
    "instancetypes",
    "macpools",
    "networkfilters",
    "operatingsystems",
    "permissions",
    "roles",
    "schedulingpolicies",
    "schedulingpolicyunits",
    "tags",
    "templates",
    "users",
    "groups",
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
    let mut loader = Loader::default();
    for file in files {
        let shown = |error: String| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(&file)
            .map_err(|error| io::Error::new(error.kind(), shown(error.to_string())))?;
        let collection = collection_of(path, &file);
        let loaded = Node::parse(&text)
            .and_then(|document| loader.add_document(world, document, collection.as_deref()));
        if let Err(error) = loaded {
            skipped.push(shown(error));
        }
    }
    if !loader.objects.is_empty() {
        clear(world, PRESERVED);
    }
    loader.finish(world);
    Ok(skipped)
}

/// Returns the path of the collection that a file of a dump has, from its place in the folder.
fn collection_of(folder: &Path, file: &Path) -> Option<String> {
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
            world.store.remove(&path, &id);
        }
    }
}

/// Objects with their paths, collected from the documents before they are stored.
#[derive(Default)]
struct Loader {
    objects: Vec<(String, Node)>,
    positions: HashMap<String, usize>,
}

impl Loader {
    /// Adds an object, or each object of a list. `collection` is the path of the list, if known.
    fn add_document(
        &mut self,
        world: &World,
        mut document: Node,
        collection: Option<&str>,
    ) -> Result<(), String> {
        let mut kinds = world.schema.model.structs();
        if kinds.any(|kind| kind.tag() == document.tag) {
            return self.add_object(world, document, None);
        }
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
        let siblings = siblings.or_else(|| collection.filter(is_listed).map(str::to_owned));
        let mut all = Err(format!(
            "<{}> contains no object with an href",
            document.tag
        ));
        // Nor do they identify the items of collections that have no addresses for them.
        let is_anonymous = siblings.as_deref().is_some_and(|path| {
            let resource = world.schema.locate(path);
            resource.is_some_and(|own| world.schema.item_service(own.service).is_none())
        });
        for (index, mut item) in items.into_iter().enumerate() {
            if is_anonymous {
                item.set_attribute("id", &index.to_string());
            }
            // Permissions on the whole system are listed, without an address, with each object.
            let is_repeated = item.tag == "permission"
                && item.attribute("href").is_none()
                && collection.is_some_and(|path| path != "permissions");
            if is_repeated {
                all = Ok(());
            } else if !matches!(item.tag.as_str(), "link" | "actions") {
                all = self.add_object(world, item, siblings.as_deref());
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
    ) -> Result<(), String> {
        let tag = object.tag.clone();
        let own = object.attribute("href").and_then(api_path);
        let path = match (own, siblings) {
            (Some(path), _) => path,
            (None, Some(siblings)) if !object.id().is_empty() => {
                format!("{siblings}/{}", object.id())
            }
            (None, _) => {
                let kind = world.schema.model.structs().find(|kind| kind.tag() == tag);
                let home = kind.and_then(|kind| world.schema.home(&kind.name));
                match home {
                    Some(home) if !object.id().is_empty() => format!("{home}/{}", object.id()),
                    _ => return Err(format!("<{tag}> has no href")),
                }
            }
        };
        let (collection, id) = item_at(world, &path)
            .ok_or_else(|| format!("{path} is not an object in a collection"))?;
        let listed = world
            .schema
            .locate(&collection)
            .and_then(|resource| Some(world.schema.item_type(resource.service)?.tag()));
        if listed.as_deref() != Some(tag.as_str()) {
            return Err(format!("<{tag}> is not an item of {collection}"));
        }
        object.attributes.retain(|(name, _)| name != "href");
        object.set_attribute("id", &id);
        if tag == "disk" {
            // Only in the list of the storage domain; `storage_domains` says the same.
            object.remove("storage_domain");
        }
        strip_links(&mut object);
        match self
            .positions
            .get(&path)
            .and_then(|at| self.objects.get_mut(*at))
        {
            Some((_, known)) => *known = object,
            None => {
                self.positions.insert(path.clone(), self.objects.len());
                self.objects.push((path, object));
            }
        }
        Ok(())
    }

    /// Stores all objects, top-level ones first, as they have the most members.
    fn finish(self, world: &mut World) {
        let mut objects = self.objects;
        objects.sort_by_key(|(path, object)| {
            // Engines list events newest first; the store keeps them oldest first.
            let number = path
                .strip_prefix("events/")
                .and(object.id().parse::<i64>().ok());
            (path.matches('/').count(), number)
        });
        let numbers = objects
            .iter()
            .filter(|(path, _)| path.starts_with("events/"));
        let last = numbers
            .filter_map(|(_, event)| event.id().parse::<u64>().ok())
            .max();
        let (serial, random) = world.store.counters();
        // Identifiers of new events continue after the loaded ones.
        let serial = last.unwrap_or(serial);
        world.store.set_counters((serial, random));
        let mut references = BTreeMap::new();
        for (_, object) in &objects {
            collect_references(object, &mut references);
        }
        for (path, object) in objects {
            insert(world, &path, object);
        }
        for (path, name) in references {
            add_placeholder(world, &path, &name);
        }
    }
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

/// Stores an object where the collection on its path finds it.
fn insert(world: &mut World, path: &str, object: Node) {
    let Some((collection, id, source)) = resolve(world, path) else {
        return;
    };
    if let Some((parent, _)) = collection.rsplit_once('/') {
        add_placeholder(world, parent, "");
    }
    insert_into(world, source, &id, object);
}

fn insert_into(world: &mut World, source: Source, id: &str, mut object: Node) {
    match source {
        // Derived from the permissions.
        Source::Roles { .. } => {}
        Source::Permissions(source) => insert_into(world, *source, id, object),
        Source::OnStorageDomain { home: own, .. } => {
            // The top-level document has more members.
            object.remove("storage_domain");
            if world.store.get(&own, id).is_none() {
                replace(world, &own, object);
            }
        }
        Source::Own(own) | Source::DiskSnapshots(own) | Source::Statistics(own) => {
            replace(world, &own, object)
        }
        Source::Filtered {
            home,
            members,
            parent,
        } => {
            // A top-level document has more members than a nested one.
            if world.store.get(&home, id).is_none() {
                if let Some(member) = members.first()
                    && !members.iter().any(|m| refers_to(&object, m, &parent))
                {
                    object.set_reference(member, &parent);
                }
                replace(world, &home, object);
            }
        }
        Source::Assigned { own, home } => {
            if world.store.get(&home, id).is_none() {
                replace(world, &home, object.clone());
            }
            replace(world, &own, object);
        }
    }
}

/// Returns the collection and the identifier of the object at a path.
fn item_at(world: &World, path: &str) -> Option<(String, String)> {
    let resource = world.schema.locate(path);
    if let Some((collection, id)) = resource.as_ref().and_then(|resource| resource.item()) {
        return Some((collection.to_owned(), id.to_owned()));
    }
    let (collection, id) = path.rsplit_once('/')?;
    let service = world.schema.locate(collection)?.service;
    let has_service = world.schema.item_service(service).is_some();
    (!has_service).then(|| (collection.to_owned(), id.to_owned()))
}

/// Resolves a path to the collection, the identifier and the source.
fn resolve(world: &World, path: &str) -> Option<(String, String, Source)> {
    let (collection, id) = item_at(world, path)?;
    let source = world.source(&world.schema.locate(&collection)?);
    Some((collection, id, source))
}

fn replace(world: &mut World, collection: &str, object: Node) {
    match world.store.get_mut(collection, object.id()) {
        Some(own) => *own = object,
        None => {
            world.store.add(collection, object);
        }
    }
}

/// Creates a missing object with an identifier and a name.
fn add_placeholder(world: &mut World, path: &str, name: &str) {
    let Some((collection, id, source)) = resolve(world, path) else {
        return;
    };
    if world.object(&source, &id).is_some() {
        return;
    }
    let kind = world
        .schema
        .locate(&collection)
        .and_then(|resource| world.schema.item_type(resource.service));
    let Some(kind) = kind else {
        return;
    };
    let mut object = Node::reference(kind.tag(), &id);
    if world.schema.member(kind, "name").is_some() {
        object.set("name", if name.is_empty() { &id } else { name });
    }
    insert(world, path, object);
}

#[cfg(test)]
mod tests;
