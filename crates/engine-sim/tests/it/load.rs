//! Dumping the inventory of one engine and loading it into another.

use std::process::Command;

use ovirt_engine_sim::{Dumper, Engine};

use crate::client::Client;
use crate::scratch::Scratch;

#[test]
fn a_dumped_inventory_is_the_same_when_loaded() {
    let folder = Scratch::new("record");
    let first = Engine::builder()
        .plain(true)
        .vms(5)
        .hosts(2)
        .seed(9)
        .start()
        .expect("started");
    let client = Client::new(&first);
    let secret = "<vm><name>secretive</name><cluster><name>Default</name></cluster>\
                  <template><name>Blank</name></template><initialization>\
                  <root_password>hidden</root_password></initialization></vm>";
    client.post("/vms", secret);
    let recorded = Dumper::new(first.url(), first.username(), first.password())
        .save(folder.path())
        .expect("saved");
    assert!(recorded.documents > 50, "{recorded:?}");
    let commands: Vec<_> = first
        .requests()
        .into_iter()
        .filter(|request| request.method != "GET" && !request.path.contains("/sso/"))
        .collect();
    assert_eq!(commands.len(), 1, "it only reads");

    let second = Engine::builder()
        .plain(true)
        .load(folder.path())
        .start()
        .expect("started");
    let skipped = second.skipped().iter();
    let skipped: Vec<&String> = skipped.filter(|why| !why.contains("no object")).collect();
    assert!(skipped.is_empty(), "{skipped:?}");
    let other = Client::new(&second);
    let ids = |client: &Client<'_>, path: &str| {
        let body = client.get(path).body;
        let ids = body
            .match_indices(" id=\"")
            .map(|(at, _)| &body[at + 5..at + 41]);
        let mut ids: Vec<String> = ids.map(str::to_owned).collect();
        ids.sort();
        ids
    };
    for path in [
        "/vms",
        "/hosts",
        "/disks",
        "/clusters",
        "/datacenters",
        "/storagedomains",
    ] {
        assert_eq!(ids(&other, path), ids(&client, path), "{path}");
        assert!(!other.get(path).body.contains("hidden"));
    }
    let list = client.get("/vms").body;
    let path = list
        .split("href=\"/ovirt-engine/api")
        .nth(1)
        .expect("a machine");
    let path = path.split('"').next().expect("its path");
    let machine = other.get(path);
    assert_eq!(machine.text("name"), client.get(path).text("name"));
    let attachments = format!("{path}/diskattachments");
    assert_eq!(ids(&other, &attachments), ids(&client, &attachments));
    let name = machine.text("name").to_owned();
    let taken = format!(
        "<vm><name>{name}</name><cluster><name>Default</name></cluster>\
                         <template><name>Blank</name></template></vm>"
    );
    assert_eq!(other.post("/vms", &taken).status, 409);
}

#[test]
fn the_server_records_over_https() {
    let folder = Scratch::new("record-tls");
    let engine = Engine::builder().start().expect("started");
    let ca_file = folder.path().join("ca.pem");
    std::fs::write(&ca_file, engine.ca_pem()).expect("written");
    let record = |password: &str| {
        Command::new(env!("CARGO_BIN_EXE_ovirt-engine-sim"))
            .args(["record", engine.url()])
            .arg(folder.path())
            .env("OVIRT_USERNAME", engine.username())
            .env("OVIRT_PASSWORD", password)
            .env("OVIRT_CAFILE", &ca_file)
            .output()
            .expect("it runs")
    };
    let output = record(engine.password());
    assert!(output.status.success(), "{output:?}");
    assert!(folder.path().join("vms.xml").is_file());
    let output = record("wrong");
    assert!(!output.status.success());
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        text.contains("the login failed with status code 400"),
        "{text}"
    );
}

#[test]
fn load_errors_name_the_problem() {
    let empty = Scratch::new("empty");
    assert!(Engine::builder().load(empty.path()).start().is_err());
    let error = Engine::builder()
        .load(empty.path().join("absent"))
        .start()
        .expect_err("no such folder");
    assert!(
        error.to_string().contains("cannot load the inventory"),
        "{error}"
    );
}

#[test]
fn a_loaded_vm_has_only_the_members_of_its_document() {
    let folder = Scratch::new("members");
    let id = "00000000-0000-4000-8000-000000000001";
    let host = "00000000-0000-4000-8000-000000000002";
    let vm = format!(
        "<vm href=\"/ovirt-engine/api/vms/{id}\" id=\"{id}\"><name>web</name>\
         <auto_pinning_policy>disabled</auto_pinning_policy><status>up</status>\
         <display><type>vnc</type></display>\
         <host href=\"/ovirt-engine/api/hosts/{host}\" id=\"{host}\"/></vm>"
    );
    std::fs::write(folder.path().join("vm.xml"), vm).expect("written");
    let engine = Engine::builder()
        .plain(true)
        .load(folder.path())
        .start()
        .expect("started");
    let served = Client::new(&engine).get(&format!("/vms/{id}")).body;
    assert!(served.contains("<host "), "{served}");
    assert!(!served.contains("<certificate>"), "{served}");
}
