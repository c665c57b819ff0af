//! Every collection of the model: it can be listed, and an addition gets a response.

use ovirt_model::{MethodKind, Model};

use crate::client::{Client, engine};

/// Every path of the API without an ID.
fn collections(model: &Model) -> Vec<(String, &ovirt_model::Service)> {
    model
        .paths()
        .into_iter()
        .filter(|(path, _)| !path.contains('{') && path != "/")
        // Engines refuse all requests to them without a provider.
        .filter(|(path, _)| !path.ends_with("/katelloerrata"))
        .filter(|(path, _)| !path.ends_with("/openstackvolumeproviders"))
        .collect()
}

#[test]
fn every_top_level_collection_can_be_listed() {
    let (engine, model) = (engine(), Model::embedded());
    let client = Client::new(&engine);
    let mut listed = 0;
    for (path, service) in collections(&model) {
        let has_list = model.method(service, MethodKind::List).is_some();
        let response = client.get(&path);
        assert_eq!(
            response.status,
            // A path without any method does not exist.
            match (has_list, path.as_str()) {
                (true, _) => 200,
                (false, "/options") => 404,
                _ => 405,
            },
            "{path}: {}",
            response.body
        );
        if has_list {
            let document = model
                .method(service, MethodKind::List)
                .and_then(|m| m.document());
            let kind = document
                .and_then(|d| model.structure(d.kind.named()?))
                .expect("a type");
            assert!(
                response.body.contains(&format!("<{}", kind.plural_tag())),
                "{path}"
            );
            listed += 1;
        }
    }
    assert!(listed > 30, "only {listed} collections");
}

#[test]
fn every_collection_answers_an_empty_addition_with_an_object_or_a_fault() {
    let (engine, model) = (engine(), Model::embedded());
    let client = Client::new(&engine);
    for (path, service) in collections(&model) {
        let Some(method) = model.method(service, MethodKind::Add) else {
            assert_eq!(client.post(&path, "<x/>").status, 405, "{path}");
            continue;
        };
        let kind = method
            .document()
            .and_then(|d| model.structure(d.kind.named()?))
            .expect("a type");
        let response = client.post(&path, &format!("<{}/>", kind.tag()));
        match response.status {
            // Objects of some collections have no address.
            201 | 202 if model.locators(service).is_empty() => {}
            201 | 202 => {
                let object = client.get(&format!("{path}/{}", response.id()));
                assert_eq!(object.status, 200, "{path}: {}", response.body);
            }
            400 | 404 | 409 | 501 => {
                assert!(
                    response.body.contains("<reason>"),
                    "{path}: {}",
                    response.body
                )
            }
            status => panic!("{path}: {status} {}", response.body),
        }
    }
}

#[test]
fn every_collection_below_the_objects_of_the_inventory_can_be_listed() {
    let (engine, model) = (engine(), Model::embedded());
    let client = Client::new(&engine);
    let mut listed = 0;
    for (pattern, service) in model.paths() {
        // One ID of an existing object, followed by a collection.
        let parts: Vec<&str> = pattern.trim_start_matches('/').split('/').collect();
        let [top, item, below] = parts.as_slice() else {
            continue;
        };
        if !item.starts_with('{') || below.starts_with('{') {
            continue;
        }
        if model.method(service, MethodKind::List).is_none() {
            continue;
        }
        let list = client.get(&format!("/{top}"));
        if !list.body.contains(" id=\"") {
            continue;
        }
        let response = client.get(&format!("/{top}/{}/{below}", list.id()));
        assert_eq!(response.status, 200, "{pattern}: {}", response.body);
        listed += 1;
    }
    assert!(listed > 60, "only {listed} collections");
}

#[test]
fn an_object_is_added_read_changed_and_removed() {
    let engine = engine();
    let client = Client::new(&engine);
    let added = client.post("/tags", "<tag><name>blue</name></tag>");
    assert_eq!(added.status, 201, "{}", added.body);
    let path = format!("/tags/{}", added.id());
    assert!(
        added
            .body
            .contains(&format!("href=\"/ovirt-engine/api{path}\"")),
        "{}",
        added.body
    );
    let changed = client.send("PUT", &path, "<tag><description>sky</description></tag>");
    assert_eq!((changed.status, changed.text("description")), (200, "sky"));
    assert_eq!(client.get(&path).text("name"), "blue");
    let removed = client.send("DELETE", &path, "");
    assert_eq!((removed.status, removed.text("status")), (200, "complete"));
    let gone = client.get(&path);
    assert_eq!((gone.status, gone.body.as_str()), (404, ""));
}

#[test]
fn lists_support_max_search_and_follow() {
    let engine = engine();
    let client = Client::new(&engine);
    let count = |path: &str| client.get(path).body.matches("<vm ").count();
    assert_eq!(count("/vms"), 2);
    assert_eq!(count("/vms?max=1"), 1);
    assert_eq!(count("/vms;max=1"), 1);
    assert_eq!(count("/vms?max=0"), 0);
    assert_eq!(count("/vms?search=name%3DVM1"), 1);
    assert_eq!(count("/vms?search=name%3DVM1&case_sensitive=true"), 0);
    assert_eq!(
        count("/vms?search=name%3Dvm*+sortby+name+desc+page+2&max=1"),
        1
    );
    assert_eq!(count("/vms?search=status%3Ddown"), 1);
    assert_eq!(count("/vms?search=cluster%3DDefault"), 2);
    assert_eq!(count("/vms?search=nonsense%3D1"), 0);
    let followed = client.get("/vms?search=name%3Dvm1&follow=nics,disk_attachments.disk,cluster");
    for text in ["<nic ", "<provisioned_size>", "The default server cluster"] {
        assert!(followed.body.contains(text), "{text} in {}", followed.body);
    }
    assert_eq!(client.get("/vms?follow=nonsense").status, 500);
}

#[test]
fn correlation_ids_are_kept_and_found_in_jobs_and_events() {
    let engine = engine();
    let client = Client::new(&engine);
    let response = client.get("/vms");
    assert!(response.header("Correlation-Id").is_some());
    client.post("/tags", "<tag><name>a</name></tag>");
    let events = client.get("/events?max=1");
    assert!(
        events.body.contains("New Tag a was created"),
        "{}",
        events.body
    );
    let newest: u64 = events.id().parse().expect("a number");
    assert!(
        !client
            .get(&format!("/events?from={newest}"))
            .body
            .contains("<event ")
    );
}

#[test]
fn clusters_list_their_assigned_networks() {
    let engine = engine();
    let client = Client::new(&engine);
    let cluster = client.first("clusters");
    let networks = format!("/clusters/{cluster}/networks");
    assert!(
        client
            .get(&networks)
            .body
            .contains("<name>ovirtmgmt</name>")
    );
    let center = client.first("datacenters");
    let red = format!("<network><name>red</name><data_center id=\"{center}\"/></network>");
    let red = client.send("POST", "/networks", &red).id();
    assert_eq!(client.get(&format!("{networks}/{red}")).status, 404);
    let assigned = client.send("POST", &networks, &format!("<network id=\"{red}\"/>"));
    assert_eq!((assigned.status, assigned.id()), (201, red.clone()));
    assert_eq!(client.get(&format!("{networks}/{red}")).text("name"), "red");
    let filters = client.get(&format!("/clusters/{cluster}/networkfilters"));
    assert!(filters.body.contains("vdsm-no-mac-spoofing"));
}
