//! What users without administrator roles see and may do.

use ovirt_engine_sim::Engine;

use crate::client::{Client, Response};

const JANE: &str = "jane@internal";

fn engine() -> Engine {
    let builder = Engine::builder().plain(true).seed(3).vms(3);
    builder.user(JANE, "secret").start().expect("an engine")
}

/// The ID of the object with a name.
fn id_of(client: &Client<'_>, collection: &str, name: &str) -> String {
    let list = client.get(&format!("/{collection}?search=name={name}"));
    let start = list.body.find(&format!("/{collection}/")).expect(name) + collection.len() + 2;
    list.body[start..start + 36].to_owned()
}

/// Grants a role on an object.
fn permit(admin: &Client<'_>, path: &str, role: &str) -> Response {
    let user = "<user><user_name>jane@internal-authz</user_name>\
                <domain><name>internal-authz</name></domain></user>";
    if !admin.get("/users").body.contains("jane@internal-authz") {
        assert_eq!(admin.send("POST", "/users", user).status, 201);
    }
    let users = admin.get("/users").body;
    let jane = users
        .split("<user ")
        .find(|user| user.contains("jane@internal-authz"))
        .and_then(|user| user.split(" id=\"").nth(1))
        .expect("a user")[..36]
        .to_owned();
    let document =
        format!("<permission><role><name>{role}</name></role><user id=\"{jane}\"/></permission>");
    let response = admin.send("POST", &format!("{path}/permissions"), &document);
    assert_eq!(response.status, 201, "{}", response.body);
    response
}

#[test]
fn a_user_without_permissions_is_refused() {
    let engine = engine();
    let admin = Client::new(&engine);
    let jane = Client::with_user(&engine, JANE, "secret");
    for path in ["", "/vms", "/nowhere"] {
        let refused = jane.get(path);
        assert_eq!(refused.status, 401, "{path}");
        assert!(
            refused.body.contains(
                "The user jane@internal-authz with profile [internal] is not authorized to \
                 perform login"
            ),
            "{}",
            refused.body
        );
    }
    // She is in the directory, but not a user of the engine.
    assert!(!admin.get("/users").body.contains("jane"));
    let domains = admin.get("/domains").body;
    let domain = domains
        .split(" id=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let users = admin.get(&format!("/domains/{}/users", domain.expect("a domain")));
    assert!(
        users.body.contains("<principal>jane</principal>"),
        "{}",
        users.body
    );
}

#[test]
fn a_user_without_permissions_on_objects_sees_almost_nothing() {
    let engine = engine();
    let (admin, jane) = (
        Client::new(&engine),
        Client::with_user(&engine, JANE, "secret"),
    );
    let pool = id_of(&admin, "macpools", "Default");
    permit(&admin, &format!("/macpools/{pool}"), "MacPoolUser");
    let vm = id_of(&admin, "vms", "vm1");
    for collection in [
        "vms",
        "clusters",
        "hosts",
        "disks",
        "storagedomains",
        "datacenters",
    ] {
        let list = jane.get(&format!("/{collection}"));
        assert_eq!(list.status, 200);
        assert!(!list.body.contains(" id=\""), "{collection}: {}", list.body);
    }
    // Everyone may create VMs from this one.
    assert!(jane.get("/templates").body.contains("<name>Blank</name>"));
    assert_eq!(jane.get("/users").body.matches("<user ").count(), 1);
    for path in [format!("/vms/{vm}"), format!("/vms/{vm}/nics")] {
        assert_eq!(jane.get(&path).status, 404, "{path}");
    }
    let root = jane.get("");
    assert!(!root.body.contains("<summary>") && admin.get("").body.contains("<summary>"));
    let new = "<vm><name>hers</name><cluster><name>Default</name></cluster>\
               <template><name>Blank</name></template></vm>";
    let refused = jane.send("POST", "/vms", new);
    assert_eq!(refused.status, 403);
    assert!(
        refused
            .body
            .contains("User is not authorized to perform this action.")
    );
    assert_eq!(jane.get("/vms?filter=false").status, 403);
    assert!(admin.get("/vms?filter=true").body.contains("vm1"));
}

#[test]
fn permissions_show_objects_and_permit_commands() {
    let engine = engine();
    let (admin, jane) = (
        Client::new(&engine),
        Client::with_user(&engine, JANE, "secret"),
    );
    let vm = format!("/vms/{}", id_of(&admin, "vms", "vm2"));
    let permission = permit(&admin, &vm, "UserRole");
    let list = jane.get("/vms");
    assert_eq!(list.body.matches("<vm ").count(), 1, "{}", list.body);
    assert!(jane.get("/vms?search=name=vm1").body.contains("<vms/>"));
    assert_eq!(jane.get(&format!("{vm}/nics")).status, 200);
    // The containers of a VM are visible with it, but not their other contents.
    assert_eq!(jane.get("/clusters").body.matches("<cluster ").count(), 1);
    assert_eq!(jane.get("/hosts").body.matches("<host ").count(), 0);
    let center = id_of(&admin, "datacenters", "Default");
    let domains = format!("/datacenters/{center}/storagedomains");
    let domain = id_of(&admin, "storagedomains", "data1");
    assert_eq!(
        jane.get(&domains).body.matches("<storage_domain ").count(),
        0
    );
    assert_eq!(jane.get(&format!("{domains}/{domain}")).status, 404);
    assert_eq!(admin.get(&format!("{domains}/{domain}")).status, 200);
    let status = |response: Response| response.status;
    assert_eq!(
        status(jane.send("POST", &format!("{vm}/stop"), "<action/>")),
        200
    );
    assert_eq!(
        status(jane.send("PUT", &vm, "<vm><comment>x</comment></vm>")),
        403
    );
    assert_eq!(status(jane.send("DELETE", &vm, "")), 403);
    let failed = jane.send(
        "POST",
        &format!("{vm}/clone"),
        "<action><vm><name>c</name></vm></action>",
    );
    assert_eq!((failed.status, failed.text("status")), (403, "failed"));
    admin.send(
        "DELETE",
        &format!("{vm}/permissions/{}", permission.id()),
        "",
    );
    assert_eq!(jane.get(&vm).status, 401);
}

#[test]
fn the_creator_of_a_vm_manages_it() {
    let engine = engine();
    let (admin, jane) = (
        Client::new(&engine),
        Client::with_user(&engine, JANE, "secret"),
    );
    let cluster = format!("/clusters/{}", id_of(&admin, "clusters", "Default"));
    permit(&admin, &cluster, "VmCreator");
    let new = "<vm><name>hers</name><cluster><name>Default</name></cluster>\
               <template><name>Blank</name></template></vm>";
    let added = jane.send("POST", "/vms", new);
    assert_eq!(added.status, 201, "{}", added.body);
    let vm = format!("/vms/{}", added.id());
    assert_eq!(jane.get("/vms").body.matches("<vm ").count(), 1);
    let changed = jane.send("PUT", &vm, "<vm><comment>mine</comment></vm>");
    assert_eq!(changed.status, 200, "{}", changed.body);
    let job = admin.get("/jobs").body;
    assert!(job.contains(&format!(
        "id=\"{}\"",
        jane.get("/users").body.split(" id=\"").nth(1).expect("one")[..36].to_owned()
    )));
    assert_eq!(jane.send("DELETE", &vm, "").status, 200);
}

#[test]
fn an_administrator_of_an_object_may_do_anything_below_it() {
    let engine = engine();
    let (admin, jane) = (
        Client::new(&engine),
        Client::with_user(&engine, JANE, "secret"),
    );
    let cluster = format!("/clusters/{}", id_of(&admin, "clusters", "Default"));
    permit(&admin, &cluster, "ClusterAdmin");
    let vm = format!("/vms/{}", id_of(&admin, "vms", "vm1"));
    assert_eq!(
        jane.send("PUT", &vm, "<vm><comment>x</comment></vm>")
            .status,
        200
    );
    let center = format!("/datacenters/{}", id_of(&admin, "datacenters", "Default"));
    let change = "<data_center><comment>x</comment></data_center>";
    assert_eq!(jane.send("PUT", &center, change).status, 403);
    assert_eq!(admin.send("PUT", &center, change).status, 200);
}

#[test]
fn only_what_a_new_object_belongs_to_gives_permission() {
    let engine = engine();
    let admin = Client::new(&engine);
    let cluster = id_of(&admin, "clusters", "Default");
    let vm = id_of(&admin, "vms", "vm1");
    permit(&admin, &format!("/vms/{vm}"), "ClusterAdmin");
    let jane = Client::with_user(&engine, JANE, "secret");
    let create = |members: &str| {
        let document = format!(
            "<vm><name>new</name><template><name>Blank</name></template>             <cluster id=\"{cluster}\"/>{members}</vm>"
        );
        jane.post("/vms", &document).status
    };
    for member in ["comment", "quota"] {
        assert_eq!(create(&format!("<{member} id=\"{vm}\"/>")), 403, "{member}");
    }
    permit(&admin, &format!("/clusters/{cluster}"), "ClusterAdmin");
    assert_eq!(create(""), 201);
}
