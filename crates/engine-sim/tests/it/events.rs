//! The audit log: events of commands, of logins, and of the engine itself.

use ovirt_engine_sim::Engine;

use crate::client::{Client, Response, engine, send};
use crate::xml::Element;

/// Returns the events with a code, newest first.
fn with_code<'d>(events: &'d Response, code: &str) -> Vec<&'d Element> {
    let mut all: Vec<&Element> = events.document().all("event").collect();
    all.retain(|event| event.get("code") == Some(code));
    all
}

#[test]
fn commands_log_their_beginning_and_completion_with_the_user() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("web", "");
    let disk = "<disk_attachment><bootable>true</bootable><interface>virtio</interface><disk>\
                <name>data</name><provisioned_size>1048576</provisioned_size>\
                <format>cow</format><storage_domains><storage_domain><name>data1</name>\
                </storage_domain></storage_domains></disk></disk_attachment>";
    let disk = client.post(&format!("{vm}/diskattachments"), disk);
    client.wait_for(&format!("/disks/{}", disk.id()), "status", "ok");
    let events = client.get("/events");
    for (code, text) in [
        ("34", "VM web was created by admin@internal-authz."),
        ("53", "VM web creation has been completed."),
        (
            "78",
            "Add-Disk operation of data was initiated on VM web by admin@internal-authz.",
        ),
        ("97", "The disk data was successfully added to VM web."),
    ] {
        let found = with_code(&events, code);
        assert_eq!(found.len(), 1, "{code}");
        assert_eq!(found[0].get("description"), Some(text));
        assert_eq!(
            found[0].get("user.name"),
            Some("admin@internal-authz"),
            "{code}"
        );
        assert_eq!(found[0].get("vm.name"), Some("web"), "{code}");
        assert_eq!(found[0].get("storage_domain.name"), Some("data1"), "{code}");
    }
}

#[test]
fn starts_and_sessions_of_tokens_are_logged() {
    let engine = engine();
    let client = Client::new(&engine);
    let events = client.get("/events");
    let starts = with_code(&events, "10780");
    assert_eq!(starts.len(), 1);
    assert_eq!(starts[0].get("correlation_id"), None);
    assert_eq!(
        with_code(&events, "30").len(),
        1,
        "one login for many requests"
    );

    let other = Client::new(&engine);
    other.get("/vms");
    let path = format!("/ovirt-engine/services/sso-logout?token={}", other.token());
    assert_eq!(send(&engine, "POST", &path, &[], "").status, 200);
    let events = client.get("/events");
    assert_eq!(with_code(&events, "30").len(), 2);
    let logouts = with_code(&events, "31");
    assert_eq!(logouts.len(), 1);
    assert_eq!(logouts[0].get("user.name"), Some("admin@internal-authz"));
    let description = logouts[0].get("description").unwrap_or_default();
    assert!(!description.contains(other.token()), "{description}");
}

#[test]
fn clients_of_version_3_are_logged_and_refused() {
    let engine = engine();
    let client = Client::new(&engine);
    assert_eq!(client.get("/v3/vms").status, 405);
    let headers = [("Version", "3")];
    assert_eq!(client.send_with("GET", "/vms", &headers, "").status, 405);
    let events = client.get("/events");
    let found = with_code(&events, "13000");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].get("severity"), Some("warning"));
    assert_eq!(found[0].get("user.name"), Some("SYSTEM"));
}

#[test]
fn expired_and_disabled_users_learn_why_they_cannot_log_in() {
    let engine = Engine::builder()
        .plain(true)
        .expired_user("old@internal", "secret")
        .disabled_user("off@internal", "secret")
        .start()
        .expect("engine started");
    let log_in = |user: &str, password: &str| {
        let form = format!("grant_type=password&username={user}&password={password}");
        let headers = [("Accept", "application/json")];
        send(
            &engine,
            "POST",
            "/ovirt-engine/sso/oauth/token",
            &headers,
            &form,
        )
    };
    for (user, reason) in [
        ("old@internal", "the password has expired"),
        ("off@internal", "the user account is disabled or locked"),
    ] {
        let refused = log_in(user, "secret");
        assert_eq!(refused.status, 400);
        assert!(refused.body.contains(reason), "{}", refused.body);
        let wrong = log_in(user, "wrong");
        assert!(
            wrong.body.contains("Verify your login information"),
            "{}",
            wrong.body
        );
    }
    let page = log_in("old@internal", "secret");
    let cookie = page.header("Set-Cookie").unwrap_or_default();
    assert!(cookie.starts_with("locale="), "{cookie}");
    assert_eq!(page.header("X-Frame-Options"), Some("SAMEORIGIN"));
}

#[test]
fn the_vms_of_a_pool_are_logged_and_keep_their_icons() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("base", "");
    let vm = vm.trim_start_matches("/vms/");
    let body = format!("<template><name>base</name><vm id=\"{vm}\"/></template>");
    let template = format!("/templates/{}", client.post("/templates", &body).id());
    client.wait_for(&template, "status", "ok");
    let pool = "<vm_pool><name>desk</name><size>2</size><cluster><name>Default</name></cluster>\
                <template><name>base</name></template></vm_pool>";
    let pool = client.post("/vmpools", pool);
    assert_eq!(pool.status, 201, "{}", pool.body);
    let events = client.get("/events");
    let begun = with_code(&events, "37");
    let texts: Vec<_> = begun
        .iter()
        .filter_map(|event| event.get("description"))
        .collect();
    assert_eq!(
        texts,
        [
            "VM desk-2 creation was initiated by admin@internal-authz.",
            "VM desk-1 creation was initiated by admin@internal-authz.",
        ]
    );
    for name in ["desk-1", "desk-2"] {
        let vm = client.get(&format!("/vms?search=name%3D{name}")).id();
        client.wait_for(&format!("/vms/{vm}"), "status", "down");
    }
    let created = client.get("/events");
    let created = with_code(&created, "302");
    assert_eq!(created.len(), 2, "at the beginning and at the end");
    let oldest = client.get("/events?search=sortby%20time%20asc");
    let all = oldest.document().all("event");
    let times: Vec<_> = all.filter_map(|event| event.get("time")).collect();
    assert!(times.is_sorted(), "{times:?}");

    let icon = |path: &str| client.get(path).text("small_icon.id").to_owned();
    let body = "<vm><name>web</name><cluster><name>Default</name></cluster><template>\
                <name>base</name></template><os><type>rhel_9x64</type></os></vm>";
    let vm = format!("/vms/{}", client.post("/vms", body).id());
    assert_eq!(icon(&vm), icon(&template));
}
