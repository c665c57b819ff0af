//! Persistence: what survives the end of a simulator, however it ends.

use std::path::PathBuf;
use std::sync::Mutex;

use ovirt_engine_sim::Engine;

use crate::client::Client;
use crate::program::Program;

/// A temporary state file.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let name = format!("engine-sim-state-{name}-{}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        let mut images = self.0.clone().into_os_string();
        images.push(".images");
        let _ = std::fs::remove_dir_all(images);
    }
}

fn engine(scratch: &Scratch) -> Engine {
    Engine::builder()
        .plain(true)
        .life_cycle(std::time::Duration::from_secs(60))
        .state(&scratch.0)
        .start()
        .expect("the engine starts")
}

#[test]
fn all_state_survives_a_restart() {
    let scratch = Scratch::new("restart");
    let (password, before, started, kept, gone);
    {
        let engine = engine(&scratch);
        let client = Client::new(&engine);
        let add = |name: &str| {
            let description = "<description>a &lt;b&gt;\n&amp; c</description>";
            client.add_vm(name, description)
        };
        (kept, gone, started) = (add("kept"), add("gone"), add("started"));
        assert_eq!(client.send("DELETE", &gone, "").status, 200);
        assert_eq!(
            client.post(&format!("{started}/start"), "<action/>").status,
            200
        );
        password = engine.password().to_owned();
        before = [
            client.get(&kept).body,
            client.get(&format!("{kept}/nics")).body,
            client.get("/tags").body,
            client.get("/clusters").body,
        ];
    }
    let engine = engine(&scratch);
    assert_eq!(engine.password(), password);
    let client = Client::new(&engine);
    let after = [
        client.get(&kept).body,
        client.get(&format!("{kept}/nics")).body,
        client.get("/tags").body,
        client.get("/clusters").body,
    ];
    assert_eq!(after, before);
    assert_eq!(client.get(&gone).status, 404);
    let status = client.get(&started);
    assert_eq!(
        status.text("status"),
        "up",
        "what was under way is complete"
    );
    let new = client.post("/tags", "<tag><name>new</name></tag>");
    assert_eq!(new.status, 201);
    let used = [kept, gone, started];
    assert!(used.iter().all(|path| !path.ends_with(&new.id())));
}

#[test]
fn acknowledged_changes_survive_a_kill() {
    let scratch = Scratch::new("kill");
    let file = scratch.0.to_str().expect("a name").to_owned();
    let mut acknowledged: Vec<String> = Vec::new();
    for round in 0..3 {
        let server = Program::start(&["--state", &file]);
        let (_, tags) = server.send("GET", "/tags", "");
        for name in &acknowledged {
            assert!(
                tags.contains(&format!("<name>{name}</name>")),
                "{name}: {tags}"
            );
        }
        // Killed while requests are in flight: only some receive a response.
        let acknowledge = |client: usize, done: &Mutex<Vec<String>>| {
            for number in 0.. {
                let name = format!("tag-{round}-{client}-{number}");
                let body = format!("<tag><name>{name}</name></tag>");
                match server.try_send("POST", "/tags", &body) {
                    Ok((201, _)) => done.lock().expect("no panic").push(name),
                    Ok((status, body)) => panic!("{status}: {body}"),
                    Err(_) => break,
                }
            }
        };
        let done = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for client in 0..3 {
                let done = &done;
                scope.spawn(move || acknowledge(client, done));
            }
            while done.lock().expect("no panic").len() < 30 {
                std::thread::yield_now();
            }
            server.kill();
        });
        acknowledged.extend(done.into_inner().expect("no panic"));
    }
    let server = Program::start(&["--state", &file, "--sync"]);
    let (_, tags) = server.send("GET", "/tags", "");
    // Unacknowledged changes may be stored, at most one per client.
    let there = tags.matches("<name>tag-").count();
    let all = acknowledged.len()..=acknowledged.len() + 9;
    assert!(all.contains(&there), "{there} of {all:?}");
    server.end();
}

#[test]
fn the_certificate_survives_a_restart() {
    let scratch = Scratch::new("tls");
    let start = || {
        Engine::builder()
            .state(&scratch.0)
            .start()
            .expect("the engine starts")
    };
    let first = start().ca_pem().to_owned();
    assert!(first.contains("BEGIN CERTIFICATE"));
    assert_eq!(start().ca_pem(), first);
}

#[test]
fn a_missing_state_folder_is_an_error() {
    let folder = Scratch::new("absent");
    let error = Engine::builder().state(folder.0.join("state")).start();
    assert!(error.is_err() && !folder.0.exists());
}

#[test]
fn a_foreign_state_file_is_left_untouched() {
    let scratch = Scratch::new("foreign");
    std::fs::write(&scratch.0, "something else").expect("written");
    let error = Engine::builder()
        .state(&scratch.0)
        .start()
        .expect_err("no state");
    assert!(
        error.to_string().contains("cannot read the state"),
        "{error}"
    );
    let text = std::fs::read_to_string(&scratch.0).expect("a file");
    assert_eq!(text, "something else");
}
