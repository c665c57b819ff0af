//! An inventory from documents as a real engine gives them.
//!
//! Each object has its place in its own address, so that file names don't matter. What an object
//! refers to and no document has is made up as far as its address and name go, so that all
//! addresses lead somewhere.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::node::Node;
use crate::view::{View, refers_to};
use crate::world::World;

/// How deep folders are looked into.
const MAX_DEPTH: usize = 16;

/// What a new installation has that no inventory is without; all else goes when one is loaded.
const KEPT: &[&str] = &[
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

/// Loads a document or all those of a folder; says which weren't loaded, and why.
pub(crate) fn load(world: &mut World, path: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    find(path, &mut files, MAX_DEPTH)?;
    let mut skipped = Vec::new();
    let mut loading = Loading::default();
    for file in files {
        let shown = |error: String| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(&file)
            .map_err(|error| io::Error::new(error.kind(), shown(error.to_string())))?;
        let loaded = Node::parse(&text).and_then(|document| loading.take(world, document));
        if let Err(why) = loaded {
            skipped.push(shown(why));
        }
    }
    if !loading.objects.is_empty() {
        clear(world);
    }
    loading.place(world);
    Ok(skipped)
}

/// The documents below a path, in the order of their names.
fn find(path: &Path, files: &mut Vec<PathBuf>, depth: usize) -> io::Result<()> {
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
            find(&entry, files, depth - 1)?;
        }
    }
    Ok(())
}

/// Removes the inventory of a new engine.
fn clear(world: &mut World) {
    for path in world.store.paths() {
        if KEPT.contains(&path.split('/').next().unwrap_or_default()) {
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

/// Objects by their paths, before they get to their places.
#[derive(Default)]
struct Loading {
    objects: BTreeMap<String, Node>,
}

impl Loading {
    /// Takes an object, or each of a list.
    fn take(&mut self, world: &World, mut document: Node) -> Result<(), String> {
        let mut kinds = world.schema.model.structs();
        if kinds.any(|kind| kind.tag() == document.tag) {
            return self.take_object(world, document);
        }
        let items: Vec<Node> = std::mem::take(&mut document.children);
        let mut why = Err(format!("<{}> has no object with an address", document.tag));
        for item in items {
            if !matches!(item.tag.as_str(), "link" | "actions") {
                why = self.take_object(world, item);
                if why.is_err() {
                    break;
                }
            }
        }
        why
    }

    fn take_object(&mut self, world: &World, mut object: Node) -> Result<(), String> {
        let tag = object.tag.clone();
        let path = match object.attribute("href").and_then(below) {
            Some(path) => path,
            None => {
                let kind = world.schema.model.structs().find(|kind| kind.tag() == tag);
                let home = kind.and_then(|kind| world.schema.home(&kind.name));
                match home {
                    Some(home) if !object.id().is_empty() => format!("{home}/{}", object.id()),
                    _ => return Err(format!("<{tag}> has no address")),
                }
            }
        };
        let place = world.schema.locate(&path);
        let (collection, id) = place
            .as_ref()
            .and_then(|place| place.item())
            .ok_or_else(|| format!("{path} is no object of a collection"))?;
        let listed = world
            .schema
            .locate(collection)
            .and_then(|place| Some(world.schema.listed(place.service)?.tag()));
        if listed.as_ref() != Some(&tag) {
            return Err(format!("<{tag}> is not what {collection} has"));
        }
        object.attributes.retain(|(name, _)| name != "href");
        object.set_attribute("id", id);
        plain(&mut object);
        self.objects.insert(path, object);
        Ok(())
    }

    /// Puts all objects where they belong: those at the top first, as they say the most.
    fn place(self, world: &mut World) {
        let mut objects: Vec<(String, Node)> = self.objects.into_iter().collect();
        objects.sort_by_key(|(path, _)| path.matches('/').count());
        let mut references = BTreeMap::new();
        for (_, object) in &objects {
            refer(object, &mut references);
        }
        for (path, object) in objects {
            put(world, &path, object);
        }
        for (path, name) in references {
            stand_in(world, &path, &name);
        }
    }
}

/// The path below the API's root, whatever server and version an address names.
fn below(href: &str) -> Option<String> {
    let (_, path) = href.split_once("/api/")?;
    let path = path.strip_prefix("v4/").unwrap_or(path);
    Some(path.trim_end_matches('/').to_owned())
}

/// Leaves away what each answer gets anew.
fn plain(node: &mut Node) {
    node.children
        .retain(|child| !matches!(child.tag.as_str(), "actions" | "link"));
    for child in &mut node.children {
        if let Some(path) = child.attribute("href").and_then(below) {
            child.set_attribute("href", &format!("{}/{path}", crate::world::API));
        }
        plain(child);
    }
}

/// Notes the addresses down that an object refers to, and the names of what is there.
fn refer(node: &Node, references: &mut BTreeMap<String, String>) {
    for child in &node.children {
        if let Some(path) = child.attribute("href").and_then(below)
            && !child.id().is_empty()
        {
            let name = child.get("name").unwrap_or(child.id());
            references.entry(path).or_insert_with(|| name.to_owned());
        }
        refer(child, references);
    }
}

/// Puts an object where the collection on its path finds it.
fn put(world: &mut World, path: &str, mut object: Node) {
    let Some((collection, id, view)) = place(world, path) else {
        return;
    };
    if let Some((parent, _)) = collection.rsplit_once('/') {
        stand_in(world, parent, "");
    }
    match view {
        View::Own(own) => replace(world, &own, object),
        View::Filtered {
            home,
            members,
            parent,
        } => {
            // What stands at the top says more than what a part of it says.
            if world.store.get(&home, &id).is_none() {
                if let Some(member) = members.first()
                    && !members.iter().any(|m| refers_to(&object, m, &parent))
                {
                    object.set_reference(member, &parent);
                }
                replace(world, &home, object);
            }
        }
        View::Assigned { own, home } => {
            if world.store.get(&home, &id).is_none() {
                replace(world, &home, object.clone());
            }
            replace(world, &own, object);
        }
    }
}

/// Collection, identifier and kind of collection of the object at a path.
fn place(world: &World, path: &str) -> Option<(String, String, View)> {
    let place = world.schema.locate(path)?;
    let (collection, id) = place.item()?;
    let view = world.view(&world.schema.locate(collection)?);
    Some((collection.to_owned(), id.to_owned(), view))
}

fn replace(world: &mut World, collection: &str, object: Node) {
    match world.store.get_mut(collection, object.id()) {
        Some(own) => *own = object,
        None => {
            world.store.add(collection, object);
        }
    }
}

/// Makes an object up that something refers to, unless it is there.
fn stand_in(world: &mut World, path: &str, name: &str) {
    let Some((collection, id, view)) = place(world, path) else {
        return;
    };
    if world.object(&view, &id).is_some() {
        return;
    }
    let kind = world
        .schema
        .locate(&collection)
        .and_then(|place| world.schema.listed(place.service));
    let Some(kind) = kind else {
        return;
    };
    let mut object = Node::reference(kind.tag(), &id);
    if world.schema.member(kind, "name").is_some() {
        object.set("name", if name.is_empty() { &id } else { name });
    }
    put(world, path, object);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;
    use std::time::Duration;

    use super::{Loading, below, load};
    use crate::api::{self, Call};
    use crate::message::Request;
    use crate::node::Node;
    use crate::world::World;

    fn world() -> World {
        World::new(1, Duration::ZERO, "localhost:1".to_owned())
    }

    /// The object at a path, as an answer has it.
    fn get(world: &mut World, path: &str) -> Option<Node> {
        let request = Request {
            method: "GET".to_owned(),
            path: format!("/ovirt-engine/api/{path}"),
            query: String::new(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        let answer = api::answer(world, &Call::new(&request, String::new()));
        let text = String::from_utf8(answer.body).ok()?;
        (answer.status == 200).then(|| Node::parse(&text).ok())?
    }

    /// What an object says, without what is up to the engine that serves it: texts by their
    /// paths. Elements that are empty say nothing.
    fn content(node: &Node, path: &str, out: &mut BTreeMap<String, Vec<String>>) {
        for (name, value) in &node.attributes {
            let value = below(value).unwrap_or_else(|| value.clone());
            out.entry(format!("{path}@{name}")).or_default().push(value);
        }
        if !node.text.trim().is_empty() {
            out.entry(path.to_owned())
                .or_default()
                .push(node.text.clone());
        }
        for child in &node.children {
            if !matches!(child.tag.as_str(), "actions" | "link") {
                content(child, &format!("{path}/{}", child.tag), out);
            }
        }
    }

    fn said(node: &Node) -> BTreeMap<String, Vec<String>> {
        let mut out = BTreeMap::new();
        content(node, "", &mut out);
        out
    }

    #[test]
    fn documents_of_real_engines_are_served_as_they_were() {
        let data = std::env::var("OVIRT_TEST_DATA").map_or_else(
            |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
            PathBuf::from,
        );
        let documents = data.join("corpus/docs");
        if !documents.is_dir() {
            eprintln!("left out: there is no {}", documents.display());
            return;
        }
        let mut model = world();
        let (mut served, mut failures) = (0, Vec::new());
        let mut files: Vec<PathBuf> = std::fs::read_dir(&documents)
            .expect("documents")
            .map(|entry| entry.expect("a document").path())
            .collect();
        files.sort();
        for file in &files {
            let text = std::fs::read_to_string(file).expect("text");
            let Ok(document) = Node::parse(&text) else {
                continue;
            };
            let mut loading = Loading::default();
            if loading.take(&model, document.clone()).is_err() {
                continue;
            }
            let paths: Vec<String> = loading.objects.keys().cloned().collect();
            super::clear(&mut model);
            loading.place(&mut model);
            let objects: Vec<&Node> = match document.attribute("href") {
                Some(_) => vec![&document],
                None => document.children.iter().collect(),
            };
            for object in objects {
                let own = object.attribute("href").and_then(below);
                let Some(path) = own.filter(|own| paths.contains(own)) else {
                    continue;
                };
                let Some(answer) = get(&mut model, &path) else {
                    failures.push(format!("{}: {path} is not there", file.display()));
                    continue;
                };
                let (expected, found) = (said(object), said(&answer));
                let differing: Vec<_> = expected
                    .iter()
                    .filter(|(name, texts)| found.get(*name) != Some(texts))
                    .map(|(name, texts)| (name, texts, found.get(name)))
                    .chain(
                        found
                            .iter()
                            // Where only an identifier was told, the address may be too.
                            .filter(|(name, _)| {
                                let id = name
                                    .strip_suffix("@href")
                                    .map(|element| format!("{element}@id"));
                                !expected.contains_key(*name)
                                    && id.is_none_or(|id| !expected.contains_key(&id))
                            })
                            .map(|(name, texts)| (name, texts, None)),
                    )
                    .collect();
                if differing.is_empty() {
                    served += 1;
                } else {
                    failures.push(format!("{}: {path}: {differing:?}", file.display()));
                }
            }
        }
        assert!(
            failures.is_empty(),
            "{} of {}:\n{}",
            failures.len(),
            served + failures.len(),
            failures.join("\n")
        );
        assert!(served > 500, "{served} objects");
    }

    #[test]
    fn what_is_referred_to_is_there() {
        let folder = std::env::temp_dir().join(format!("engine-sim-load-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("below")).expect("a folder");
        let nic = r#"<nics><nic href="https://engine/ovirt-engine/api/v4/vms/1/nics/2" id="2">
            <name>nic1</name><vm href="/ovirt-engine/api/vms/1" id="1"/>
            <vnic_profile href="/ovirt-engine/api/vnicprofiles/3" id="3"><name>red</name></vnic_profile>
            </nic></nics>"#;
        std::fs::write(folder.join("below/a.xml"), nic).expect("written");
        std::fs::write(folder.join("b.xml"), "<fault><reason>x</reason></fault>").expect("written");
        std::fs::write(folder.join("c.xml"), "<vm").expect("written");
        std::fs::write(folder.join("d.txt"), "not looked at").expect("written");
        let mut world = world();
        let skipped = load(&mut world, &folder).expect("loaded");
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(skipped.len(), 2, "{skipped:?}");
        for (path, name) in [
            ("vms/1", "1"),
            ("vms/1/nics/2", "nic1"),
            ("vnicprofiles/3", "red"),
        ] {
            let object = get(&mut world, path).expect(path);
            assert_eq!(object.get("name"), Some(name), "{path}");
        }
        assert!(load(&mut world, &folder).is_err());
    }
}
