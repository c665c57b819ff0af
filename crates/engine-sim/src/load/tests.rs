//! Compares the objects that the simulator serves with the loaded documents of real engines.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Loader, api_path, clear, load};
use crate::api::{self, ApiRequest, Outcome};
use crate::caller::USERNAME;
use crate::message::{Body, Request, Response};
use crate::node::Node;
use crate::search;
use crate::world::World;

fn world() -> World {
    World::new(1, Duration::ZERO, "localhost:1".to_owned())
}

/// Requests an object or list.
fn get(world: &mut World, path: &str, query: &str) -> Option<Node> {
    let request = Request {
        method: "GET".to_owned(),
        path: format!("/ovirt-engine/api/{path}"),
        query: query.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    let api_request = ApiRequest::new(&request, USERNAME, String::new).ok()?;
    match api::handle(world, &api_request) {
        Outcome::Ready(Response {
            status: 200,
            body: Body::Bytes(bytes),
            ..
        }) => Node::parse(std::str::from_utf8(&bytes).ok()?).ok(),
        _ => None,
    }
}

/// Texts by path.
type MemberTexts = BTreeMap<String, Vec<String>>;

/// Returns the texts of an object, without links, actions and empty elements.
fn member_texts(node: &Node) -> MemberTexts {
    fn add(node: &Node, path: &str, out: &mut MemberTexts) {
        for (name, value) in &node.attributes {
            let value = api_path(value).unwrap_or_else(|| value.to_string());
            out.entry(format!("{path}@{name}")).or_default().push(value);
        }
        if !node.text.trim().is_empty() {
            let texts = out.entry(path.to_owned()).or_default();
            texts.push(node.text.to_string());
        }
        for child in &node.children {
            if !matches!(child.tag.as_str(), "actions" | "link") {
                add(child, &format!("{path}/{}", child.tag), out);
            }
        }
    }
    let mut out = MemberTexts::new();
    add(node, "", &mut out);
    out
}

/// Describes the differences between two objects.
fn differences(expected: &MemberTexts, found: &MemberTexts) -> Vec<String> {
    let mut all = Vec::new();
    for (name, texts) in expected {
        if found.get(name) != Some(texts) {
            all.push(format!("{name}: {texts:?} became {:?}", found.get(name)));
        }
    }
    for (name, texts) in found {
        // A reference by identifier may gain an address.
        let id = name.strip_suffix("@href").map(|of| format!("{of}@id"));
        let address = id.is_some_and(|id| expected.contains_key(&id));
        if !expected.contains_key(name) && !address {
            all.push(format!("{name}: unexpected {texts:?}"));
        }
    }
    all
}

fn ids(list: &Node) -> Vec<&str> {
    let ids = list.children.iter().map(Node::id);
    ids.filter(|id| !id.is_empty()).collect()
}

/// Loads a document and compares it with what is served. Returns the number of objects and the
/// differences.
fn compare(world: &mut World, document: &Node) -> (usize, Vec<String>) {
    let mut loader = Loader::default();
    if loader.add_document(world, document.clone(), None).is_err() {
        return (0, Vec::new());
    }
    let paths: Vec<String> = loader
        .objects
        .iter()
        .map(|loaded| loaded.path.clone())
        .collect();
    clear(world, &[]);
    loader.finish(world);
    let is_list = document.attribute("href").is_none() && document.id().is_empty();
    let objects: Vec<&Node> = if is_list {
        document.children.iter().collect()
    } else {
        vec![document]
    };
    let mut all = Vec::new();
    let collection = paths[0]
        .rsplit_once('/')
        .map_or("", |(collection, _)| collection);
    if is_list && paths.iter().all(|path| path.starts_with(collection)) {
        let list = get(world, collection, "").expect(collection);
        let (mut found, mut expected) = (ids(&list), ids(document));
        // Engines differ in the order of searchable lists.
        let resource = world.schema.locate(collection);
        let service = resource.map_or("", |resource| &resource.service.name);
        if search::entity_of(service).is_some() {
            found.sort();
            expected.sort();
        }
        if found != expected {
            all.push(format!("{collection}: different order"));
        }
    }
    for path in &paths {
        let id = path.rsplit('/').next();
        let object = objects.iter().find(|object| Some(object.id()) == id);
        let object = object.expect(path);
        match get(world, path, "all_content=true").zip(get(world, path, "")) {
            None => all.push(format!("{path} not found")),
            Some((full, default)) => {
                let (expected, default) = (member_texts(object), member_texts(&default));
                let mut found = member_texts(&full);
                // Members of all content have defaults.
                found.retain(|name, _| expected.contains_key(name) || default.contains_key(name));
                let differing = differences(&expected, &found);
                all.extend(
                    differing
                        .into_iter()
                        .map(|difference| format!("{path}{difference}")),
                );
            }
        }
    }
    (paths.len(), all)
}

#[test]
fn documents_of_real_engines_are_served_unchanged() {
    let data = std::env::var("OVIRT_TEST_DATA").map_or_else(
        |_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let documents = data.join("corpus/docs");
    if !documents.is_dir() {
        eprintln!(
            "skipped: {} is missing; set OVIRT_TEST_DATA",
            documents.display()
        );
        return;
    }
    let mut world = world();
    let (mut objects, mut failures) = (0, Vec::new());
    for entry in std::fs::read_dir(&documents).expect("documents") {
        let file = entry.expect("a document").path();
        let text = std::fs::read_to_string(&file).expect("text");
        if let Ok(document) = Node::parse(&text) {
            let (number, differing) = compare(&mut world, &document);
            objects += number;
            let name = file.display();
            failures.extend(
                differing
                    .into_iter()
                    .map(|difference| format!("{name}: {difference}")),
            );
        }
    }
    // Engines 4.4 list vNIC profiles of a network with other addresses than engines 4.5.
    failures.retain(|failure| !failure.contains("/vnicprofiles/"));
    // Engines address single attachments otherwise than listed ones.
    failures.retain(|failure| {
        let of_attachment = failure.contains("/networkattachments/");
        !(of_attachment && failure.contains("@href"))
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(objects > 1000, "{objects} objects");
}

#[test]
fn referenced_objects_exist() {
    let folder = std::env::temp_dir().join(format!("engine-sim-load-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("below")).expect("a folder");
    let nics = r#"<nics><nic href="https://engine/ovirt-engine/api/v4/vms/1/nics/2" id="2">
        <name>nic1</name><vm href="/ovirt-engine/api/vms/1" id="1"/>
        <vnic_profile href="/ovirt-engine/api/vnicprofiles/3" id="3"><name>red</name></vnic_profile>
        </nic><nic id="4"><name>nic2</name></nic></nics>"#;
    for (name, text) in [
        ("below/a.xml", nics),
        ("b.xml", "<fault><reason>x</reason></fault>"),
        ("c.xml", "<vm"),
        ("d.txt", "not looked at"),
        (
            "e.xml",
            r#"<event href="/ovirt-engine/api/events/70" id="70"/>"#,
        ),
    ] {
        std::fs::write(folder.join(name), text).expect("written");
    }
    let mut world = world();
    let skipped = load(&mut world, &folder).expect("loaded");
    std::fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(skipped.len(), 2, "{skipped:?}");
    for (path, name) in [
        ("vms/1", "1"),
        ("vms/1/nics/2", "nic1"),
        ("vms/1/nics/4", "nic2"),
        ("vnicprofiles/3", "red"),
    ] {
        let object = get(&mut world, path, "").expect(path);
        assert_eq!(object.get("name"), Some(name), "{path}");
    }
    assert_eq!(
        world.store.next_serial(),
        71,
        "new events continue after loaded ones"
    );
    assert!(load(&mut world, &folder).is_err());
}
