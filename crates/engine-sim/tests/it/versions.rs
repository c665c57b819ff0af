//! Older versions of the engine: what they do not have.

use std::time::Duration;

use ovirt_engine_sim::Engine;
use ovirt_model::{Model, Struct};

use crate::client::Client;
use crate::xml::Element;

fn engine(version: &str) -> Engine {
    let builder = Engine::builder().plain(true).engine_version(version);
    let builder = builder.life_cycle(Duration::from_millis(1));
    builder.start().expect("the engine starts")
}

/// Collects the members of a document that a type does not have.
fn unknown(model: &Model, element: &Element, kind: &Struct, found: &mut Vec<String>) {
    for child in &element.children {
        if matches!(child.tag.as_str(), "link" | "actions") {
            continue;
        }
        let members = model.members(kind);
        let Some(member) = members.iter().find(|member| member.tag() == child.tag) else {
            found.push(format!("{}/{}", element.tag, child.tag));
            continue;
        };
        let target = member.kind.named().and_then(|name| model.structure(name));
        match (target, member.list) {
            (Some(target), true) => {
                for item in &child.children {
                    unknown(model, item, target, found);
                }
            }
            (Some(target), false) => unknown(model, child, target, found),
            (None, _) => {}
        }
    }
}

#[test]
fn documents_and_links_have_only_what_the_version_has() {
    let newest = Model::embedded();
    let version = "4.3";
    let model = newest.until(version).expect("a version");
    let engine = engine(version);
    let client = Client::new(&engine);
    let vm = client.first("vms");
    assert_eq!(
        client
            .post(
                &format!("/vms/{vm}/snapshots"),
                "<snapshot><description>a</description></snapshot>"
            )
            .status,
        201
    );
    let mut paths: Vec<String> = vec![String::new()];
    let mut found = Vec::new();
    let mut documents = 0;
    while let Some(path) = paths.pop() {
        let response = client.get(&path);
        let links = response.body.split("href=\"/ovirt-engine/api").skip(1);
        let links = links.filter_map(|rest| rest.split('"').next());
        // Two levels: the collections at the root, and those below their objects.
        let links =
            links.filter(|link| !link.contains(['?', '{', ';']) && link.starts_with(path.as_str()));
        let depth = path.matches('/').count();
        for link in links.filter(|link| depth < 3 && link.matches('/').count() > depth) {
            let (above, segment) = link.rsplit_once('/').expect("a segment");
            let service = model.locate(above.trim_start_matches('/'));
            let is_action = service.is_some_and(|service| model.action(service, segment).is_some());
            if is_action {
                continue;
            }
            assert!(
                model.locate(&link[1..]).is_some(),
                "{version}: {path} links to {link}"
            );
            if !paths.iter().any(|own| own == link) {
                paths.push(link.to_owned());
            }
        }
        let Some(document) = &response.document else {
            continue;
        };
        documents += 1;
        let mut structs = model.structs();
        if let Some(kind) = structs.find(|kind| kind.tag() == document.tag) {
            if document.tag == "job" {
                eprintln!("{path} {}", response.body)
            }
            unknown(&model, document, kind, &mut found);
            continue;
        }
        let mut structs = model.structs();
        if let Some(kind) = structs.find(|kind| kind.plural_tag() == document.tag) {
            for item in &document.children {
                unknown(&model, item, kind, &mut found);
            }
        }
    }
    assert!(documents > 100, "{documents}");
    // The simulator's own, which no version has.
    found.retain(|path| path != "job/correlation_id");
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{version}: {found:?}");
}

#[test]
fn newer_operations_and_members_are_refused() {
    let engine = engine("4.4");
    let client = Client::new(&engine);
    let vm = format!("/vms/{}", client.first("vms"));
    assert_eq!(client.get(&format!("{vm}/nics")).status, 200);
    assert_eq!(client.get(&format!("{vm}/mediateddevices")).status, 404);
    let disk = format!("/disks/{}", client.first("disks"));
    assert_eq!(
        client.post(&format!("{disk}/convert"), "<action/>").status,
        404
    );
    let change = |member: &str| {
        client
            .send("PUT", &vm, &format!("<vm>{member}</vm>"))
            .status
    };
    assert_eq!(change("<comment>a</comment>"), 200);
    assert_eq!(change("<cpu_pinning_policy>none</cpu_pinning_policy>"), 400);
}

#[test]
fn the_version_is_that_of_the_product_and_of_its_clusters() {
    let engine = engine("4.4.5");
    let client = Client::new(&engine);
    let version = client.get("");
    assert_eq!(version.text("product_info.version.minor"), "4");
    assert_eq!(
        version.text("product_info.version.full_version"),
        "4.4.5-1.el8"
    );
    let cluster = client.get(&format!("/clusters/{}", client.first("clusters")));
    assert_eq!(cluster.text("version.minor"), "6");
    let levels = client.get("/clusterlevels").body;
    assert!(
        levels.contains("\"4.6\"") && !levels.contains("\"4.7\""),
        "{levels}"
    );
}

#[test]
fn an_unknown_version_is_refused() {
    for version in ["4.9", "3.6", "new"] {
        let builder = Engine::builder().plain(true).engine_version(version);
        assert!(builder.start().is_err(), "{version}");
    }
}
