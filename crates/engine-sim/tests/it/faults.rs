//! Refused requests: status codes and texts.

use crate::client::{Client, engine};

#[test]
fn refusals_have_the_status_codes_and_texts_of_the_engine() {
    let engine = engine();
    let client = Client::new(&engine);
    let table: &[(&str, &str, &str, u16, &str)] = &[
        (
            "POST",
            "/tags",
            "<tag/>",
            400,
            "Parameter 'tag.name' is mandatory but was not provided.",
        ),
        (
            "POST",
            "/vms",
            "<vm/>",
            400,
            "Vm [cluster.id|name] required for add",
        ),
        (
            "POST",
            "/disks",
            "<disk/>",
            400,
            "Disk [provisionedSize, format] required for add",
        ),
        (
            "POST",
            "/templates",
            "<template/>",
            400,
            "No matching signature found",
        ),
        (
            "POST",
            "/vms",
            "<vm><nonsense/></vm>",
            400,
            "For correct usage, see: https://",
        ),
        (
            "POST",
            "/vms",
            "<vm><name>x",
            400,
            "For correct usage, see: https://",
        ),
        ("POST", "/vms", "<tag/>", 500, "Internal Server Error"),
        (
            "POST",
            "/vms",
            "<vm><type>huge</type></vm>",
            400,
            "The string 'huge' isn't a valid value for the 'VmType' enumerated type. Valid values \
             are: 'desktop', ",
        ),
        (
            "POST",
            "/vms",
            "<vm><memory>much</memory></vm>",
            400,
            "Request syntactically incorrect.",
        ),
        (
            "POST",
            "/vms",
            "<vm><stateless>perhaps</stateless></vm>",
            400,
            "Request syntactically incorrect.",
        ),
        (
            "POST",
            "/vms",
            "<vm><name>x</name><cluster><name>foo</name></cluster><template><name>Blank</name></template></vm>",
            404,
            "Entity not found: Cluster: name=foo",
        ),
        (
            "POST",
            "/vms",
            "<vm><name>vm1</name><cluster><name>Default</name></cluster><template><name>Blank</name></template></vm>",
            409,
            "is already in use",
        ),
        (
            "GET",
            "/vms?max=-1&search=name%3Dx",
            "",
            400,
            "illegal max count value for query : -1",
        ),
        (
            "DELETE",
            "/templates/00000000-0000-0000-0000-000000000000",
            "",
            400,
            "The relevant Cluster doesn't exist.",
        ),
    ];
    for (method, path, body, status, words) in table {
        let response = client.send(method, path, body);
        assert_eq!(
            response.status, *status,
            "{method} {path} {body}: {}",
            response.body
        );
        assert!(
            response.body.contains(words),
            "{method} {path} {body}: {}",
            response.body
        );
    }
}

#[test]
fn missing_objects_are_404_without_a_body() {
    let engine = engine();
    let client = Client::new(&engine);
    for path in ["/vms/123", "/vms/123/cdroms", "/clusters/x/networks/y"] {
        let response = client.get(path);
        assert_eq!(
            (response.status, response.body.as_str()),
            (404, ""),
            "{path}"
        );
        assert!(response.header("Content-Type").is_none(), "{path}");
    }
    for path in [
        "/vms/123/nics/1/statistics",
        "/users/x/roles/y",
        "/affinitylabels/x",
        "/events/123456789",
    ] {
        assert_eq!(client.get(path).status, 404, "{path}");
    }
    let response = client.get("/nowhere");
    assert_eq!(response.status, 404);
    assert!(
        response.body.starts_with("RESTEASY003210: ") && response.body.ends_with("/api/v4/nowhere"),
        "{}",
        response.body
    );
    assert_eq!(
        client.send("DELETE", "/jobs/123", "").header("Allow"),
        Some("HEAD, GET, OPTIONS")
    );
    let response = client.get("/events/none");
    assert_eq!(response.status, 400);
    assert!(response.body.contains("For input string: \"none\""));
    let response = client.send("DELETE", "/affinitylabels/x", "");
    assert_eq!(response.status, 400);
    let detail = "Affinity label does not exist.";
    assert!(response.body.contains(detail), "{}", response.body);
}

#[test]
fn some_collections_of_missing_objects_are_empty() {
    let engine = engine();
    let client = Client::new(&engine);
    for (path, body) in [
        ("/vms/123/diskattachments", "<disk_attachments/>"),
        ("/vms/123/nics", "<nics/>"),
        ("/vms/123/snapshots", "<snapshots/>"),
        ("/clusters/x/networks", "<networks/>"),
        ("/hosts/x/nics", "<host_nics/>"),
    ] {
        let response = client.get(path);
        assert_eq!(response.status, 200, "{path}");
        assert!(response.body.contains(body), "{}", response.body);
    }
    assert_eq!(client.send("DELETE", "/vms", "").status, 405);
    assert_eq!(client.send("PATCH", "/vms", "").status, 405);
}

#[test]
fn references_to_missing_objects_are_refused_in_words_of_their_type() {
    let engine = engine();
    let client = Client::new(&engine);
    let id = "12345678-1234-1234-1234-123456789abc";
    let user = client.get("/users").id();
    let permission = format!("<permission><role id=\"{id}\"/><user id=\"{user}\"/></permission>");
    let vm = format!("<vm><name>new</name><cluster id=\"{id}\"/><template id=\"{id}\"/></vm>");
    let network = format!("<network><name>new</name><data_center id=\"{id}\"/></network>");
    let unnamed = "<vm><name>new</name><cluster><name>none</name></cluster>\
                   <template><name>none</name></template></vm>";
    let without_center =
        "<network><name>new</name><data_center><name>none</name></data_center></network>";
    let without_template =
        "<vm><name>new</name><cluster id=\"CLUSTER\"/><template><name>none</name></template></vm>";
    let without_template = without_template.replace("CLUSTER", &client.get("/clusters").id());
    let without_role = permission.replace(
        &format!("<role id=\"{id}\"/>"),
        "<role><name>none</name></role>",
    );
    let role = "Cannot add permission, invalid Role id";
    for (path, document, named) in [
        ("/permissions", permission, role),
        ("/vms", vm, "GetClusterById"),
        ("/networks", network, id),
        ("/vms", unnamed.to_owned(), "Cluster: name=none"),
        ("/vms", without_template, "GetVmTemplate"),
        (
            "/networks",
            without_center.to_owned(),
            "Datacenter: name=none",
        ),
        ("/permissions", without_role, role),
    ] {
        let response = client.post(path, &document);
        assert!(response.body.contains(named), "{path}: {}", response.body);
    }
}

#[test]
fn a_failed_action_contains_the_fault() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm1").id();
    let response = client.post(&format!("/vms/{vm}/start"), "<action/>");
    assert_eq!(response.status, 409);
    assert!(response.body.contains("<action>"), "{}", response.body);
    assert_eq!(response.text("status"), "failed");
    assert_eq!(
        response.text("fault.detail"),
        "[Cannot run VM because the VM is in Up status.]"
    );
}

#[test]
fn the_id_cannot_be_changed() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm2").id();
    let response = client.send("PUT", &format!("/vms/{vm}"), "<vm id=\"1\"/>");
    assert_eq!(response.status, 409);
    assert_eq!(response.text("reason"), "Broken immutability constraint");
}

#[test]
fn some_actions_on_missing_objects_are_answered_as_by_engines() {
    let engine = engine();
    let client = Client::new(&engine);
    let act = |object: &str, action: &str| {
        let path = format!("/{object}/99999999-9999-9999-9999-999999999999/{action}");
        client.post(&path, "<action/>")
    };
    let crashed = act("vms", "start");
    assert_eq!(crashed.status, 500);
    assert!(
        crashed
            .text("fault.detail")
            .starts_with("java.lang.NullPointerException")
    );
    assert_eq!(act("imagetransfers", "pause").status, 200);
    assert_eq!(act("vms", "stop").status, 404);
}
