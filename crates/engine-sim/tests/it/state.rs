//! Persistence: what survives the end of a simulator, however it ends.

use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::client::Client;
use crate::program::Program;
use crate::scratch::Scratch;

/// An engine in which nothing ends during a test.
fn engine(scratch: &Scratch) -> Engine {
    scratch.engine(Duration::from_secs(60))
}

#[test]
fn all_state_survives_a_restart() {
    let scratch = Scratch::new("state-restart");
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
    let scratch = Scratch::new("state-kill");
    let file = scratch.state().to_str().expect("a name").to_owned();
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
    let scratch = Scratch::new("state-tls");
    let start = || {
        Engine::builder()
            .state(scratch.state())
            .start()
            .expect("the engine starts")
    };
    let first = start().ca_pem().to_owned();
    assert!(first.contains("BEGIN CERTIFICATE"));
    assert_eq!(start().ca_pem(), first);
}

#[test]
fn a_missing_state_folder_is_an_error() {
    let scratch = Scratch::new("state-absent");
    let folder = scratch.path().join("absent");
    let error = Engine::builder().state(folder.join("state")).start();
    assert!(error.is_err() && !folder.exists());
}

#[test]
fn a_foreign_state_file_is_left_untouched() {
    let scratch = Scratch::new("state-foreign");
    std::fs::write(scratch.state(), "something else").expect("written");
    let error = Engine::builder()
        .state(scratch.state())
        .start()
        .expect_err("no state");
    assert!(
        error.to_string().contains("cannot read the state"),
        "{error}"
    );
    let text = std::fs::read_to_string(scratch.state()).expect("a file");
    assert_eq!(text, "something else");
}

#[test]
fn a_damaged_state_file_is_refused_and_left_untouched() {
    let scratch = Scratch::new("state-damaged");
    {
        let engine = engine(&scratch);
        let client = Client::new(&engine);
        let tag = client.post("/tags", "<tag><name>precious</name></tag>");
        assert_eq!(tag.status, 201);
    }
    let whole = std::fs::read(scratch.state()).expect("a file");
    let mut flipped = whole.clone();
    flipped[whole.len() - 2] ^= 1;
    let half = whole[..whole.len() / 2].to_vec();
    for damaged in [flipped, half] {
        std::fs::write(scratch.state(), &damaged).expect("written");
        let refused = Engine::builder().plain(true).state(scratch.state()).start();
        let error = refused.expect_err("damaged");
        let source = std::error::Error::source(&error).map(ToString::to_string);
        let source = source.expect("a source");
        assert!(source.contains("damaged at byte"), "{source}");
        assert!(source.contains("engine-sim-state-damaged"), "{source}");
        assert!(std::fs::read(scratch.state()).expect("a file") == damaged);
    }
    std::fs::write(scratch.state(), &whole).expect("written");
    let engine = engine(&scratch);
    assert!(Client::new(&engine).get("/tags").body.contains("precious"));
}

#[test]
fn a_state_file_belongs_to_one_simulator() {
    let scratch = Scratch::new("state-shared");
    let file = scratch.state().to_str().expect("a name").to_owned();
    let owner = Program::start(&["--state", &file]);
    let second = Engine::builder().plain(true).state(scratch.state()).start();
    let error = second.expect_err("in use");
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert!(
        source.is_some_and(|text| text.contains("another simulator uses this state file")),
        "{error}"
    );
    assert_eq!(
        owner.send("POST", "/tags", "<tag><name>x</name></tag>").0,
        201
    );
    owner.end();
    drop(engine(&scratch));
}

/// The limit on the file's size stands for a disk that is full.
#[cfg(unix)]
#[test]
fn a_full_disk_undoes_changes_and_serves_reads() {
    let scratch = Scratch::new("state-full");
    let file = scratch.state().to_str().expect("a name").to_owned();
    Program::start(&["--state", &file]).end();
    let blocks = std::fs::metadata(scratch.state()).expect("a file").len() / 512 + 8;
    let limited = || {
        let mut command = Command::new("sh");
        // Ignored, so that a write fails instead of ending the process.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_ovirt-engine-sim")]);
        Program::run(command, &["--state", &file])
    };
    let tag = |name: &str| format!("<tag><name>{name}</name></tag>");
    let server = limited();
    let mut added = Vec::new();
    let refused = loop {
        let name = format!("tag-{}-", added.len());
        match server.send("POST", "/tags", &tag(&name)) {
            (201, _) => added.push(name),
            refused => break refused,
        }
        assert!(added.len() < 100, "the disk is never full");
    };
    assert_eq!(refused.0, 500);
    assert!(
        refused.1.contains("<fault>") && refused.1.contains("Cannot write the state"),
        "{}",
        refused.1
    );
    let (status, vms) = server.send("GET", "/vms", "");
    assert_eq!(status, 200);
    let (_, down) = server.send("GET", "/vms?search=status=down", "");
    let vm = down.split("/vms/").nth(1).and_then(|rest| rest.get(..36));
    let vm = vm.expect("a VM");
    let (_, tags) = server.send("GET", "/tags", "");
    assert_eq!(tags.matches("<name>tag-").count(), added.len(), "{tags}");
    // A removal is undone as a whole: the VM keeps its devices.
    let read = |server: &Program| {
        let paths = ["", "/nics", "/diskattachments", "/graphicsconsoles"];
        paths.map(|below| server.send("GET", &format!("/vms/{vm}{below}"), ""))
    };
    let before = read(&server);
    assert_eq!(server.send("DELETE", &format!("/vms/{vm}"), "").0, 500);
    assert!(read(&server) == before);
    let (_, after) = server.send("GET", "/vms", "");
    assert!(after == vms, "{after}");
    server.end();
    // With room again, everything acknowledged is there, and nothing else.
    let server = Program::start(&["--state", &file]);
    let (_, tags) = server.send("GET", "/tags", "");
    assert_eq!(tags.matches("<name>tag-").count(), added.len(), "{tags}");
    assert_eq!(server.send("POST", "/tags", &tag("room")).0, 201);
}
