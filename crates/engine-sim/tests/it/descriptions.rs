//! The machine-readable descriptions of the API: `?schema` and `?rsdl`.

use std::collections::BTreeSet;

use crate::client::{Client, engine};
use crate::xml::Element;

/// Collects the values of an attribute in an element and below.
fn values<'a>(element: &'a Element, name: &str, out: &mut BTreeSet<&'a str>) {
    out.extend(element.attribute(name));
    for child in &element.children {
        values(child, name, out);
    }
}

#[test]
fn the_schema_defines_all_types_that_it_refers_to() {
    let engine = engine();
    let response = Client::new(&engine).get("?schema");
    assert_eq!(response.status, 200);
    assert_eq!(
        response.header("Content-Type"),
        Some("application/octet-stream")
    );
    let schema = response.document();
    assert_eq!(schema.tag, "xs:schema");
    let mut defined = BTreeSet::new();
    let types = schema
        .children
        .iter()
        .filter(|child| child.tag.ends_with("Type"));
    for kind in types {
        let name = kind.attribute("name").expect("a name");
        assert!(defined.insert(name), "{name} is defined twice");
    }
    for name in ["Vm", "Vms", "VmStatus", "StorageDomains"] {
        assert!(defined.contains(name), "{name}");
    }
    let mut used = BTreeSet::new();
    values(schema, "type", &mut used);
    used.retain(|name| !name.starts_with("xs:"));
    let missing: Vec<_> = used.difference(&defined).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_description_has_every_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let response = client.get("?rsdl");
    assert_eq!(response.status, 200);
    let description = response.document();
    assert_eq!(description.tag, "rsdl");
    let links = description
        .children
        .iter()
        .find(|child| child.tag == "links");
    let links: BTreeSet<_> = links
        .expect("links")
        .children
        .iter()
        .map(|link| (link.attribute("href"), link.attribute("rel")))
        .collect();
    for (path, rel) in [
        ("vms", "add"),
        ("vms", "get"),
        ("vms/{vm:id}", "update"),
        ("vms/{vm:id}", "delete"),
        ("vms/{vm:id}/start", "start"),
        ("vms/{vm:id}/nics/{nic:id}", "get"),
        ("bookmarks/{bookmark:id}", "delete"),
    ] {
        let href = format!("/ovirt-engine/api/{path}");
        assert!(
            links.contains(&(Some(href.as_str()), Some(rel))),
            "{path} {rel}"
        );
    }
    assert!(links.len() > 800, "{}", links.len());
    assert_eq!(client.get("/options").status, 404);
}

#[test]
fn newer_collections_are_described_without_headers() {
    let engine = engine();
    let response = Client::new(&engine).get("?rsdl");
    let description = response.document();
    let mut children = description.children.iter();
    let links = children.find(|child| child.tag == "links").expect("links");
    let request = |path: &str, rel: &str| {
        let href = format!("/ovirt-engine/api/{path}");
        let mut links = links.children.iter();
        let link = links.find(|link| {
            link.attribute("href") == Some(&href) && link.attribute("rel") == Some(rel)
        });
        link.expect("a link").children.first().expect("a request")
    };
    let has = |path: &str, rel: &str, tag: &str| {
        let mut children = request(path, rel).children.iter();
        children.any(|child| child.tag == tag)
    };
    assert!(has("tags", "add", "headers"));
    assert!(!has("affinitylabels", "add", "headers"));
    // All lists can be limited, but those of statistics.
    assert!(has("imagetransfers", "get", "url"));
    assert!(!has("vms/{vm:id}/statistics", "get", "url"));
}
