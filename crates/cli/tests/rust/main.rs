//! `--dry-run=rust` prints programs that compile, and that send the same requests as the commands.

// Test helpers may panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::error::Error;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use ovirt::{Connection, StubResponse};
use ovirt_cli::{Io, Stderr, run};

mod programs;

/// What a program of [`programs`] does, with its connection as an argument.
type Program = fn(&Connection) -> Result<(), Box<dyn Error>>;

/// Commands, each with the module of its program.
#[rustfmt::skip]
const COMMANDS: &[(&str, &str, Program)] = &[
    ("list", "vms --search name=web* --max 10 --follow nics,tags", programs::list::main),
    ("get", "vm get id:1 --all-content", programs::get::main),
    ("nested", "vm nic get id:1/id:2", programs::nested::main),
    ("start", "vm start id:1 --use-cloud-init --set vm.os.boot.devices=network,hd", programs::start::main),
    ("stop", "vm stop id:1 id:2 --time-limit 5m --request-id abc-7", programs::stop::main),
    ("add", "vm add web1 --cluster Default --template Blank --memory 4GiB --type server --cores 2 --set initialization.root_password=s3cret --no-wait", programs::add::main),
    ("update", "vm update id:1 --comment it's --delete-protected=false --wait-while-locked 5m", programs::update::main),
    ("remove", "disk remove id:1", programs::remove::main),
    ("variant", "vm export-to-path-on-host id:1 --directory /exports --host h1 --filename web1.ova", programs::variant::main),
    ("argument", "vm maintenance id:1 --maintenance-enabled=true", programs::argument::main),
    ("keyword", "vm clone id:1 --set vm.name=web2", programs::keyword::main),
    ("attach", "vm attachment add id:1 --bootable --interface virtio_scsi --active=false --set disk.id=7", programs::attach::main),
    ("lists", "vm update id:1 --set time_zone.name=Etc/GMT --set custom_properties[0].name=a --set custom_properties[0].value=b", programs::lists::main),
    ("system", "system get", programs::system::main),
];

/// The output of a command line with an engine of which nothing is known.
fn output(line: &str, form: &str) -> String {
    let words = line.split_whitespace().map(str::to_owned);
    let words: Vec<String> = words.chain([format!("--dry-run={form},offline")]).collect();
    let (mut stdin, mut stdout, stderr) = ("".as_bytes(), Vec::new(), Stderr::captured());
    let environment = |_: &str| -> Option<OsString> { None };
    let code = run(
        &words,
        &environment,
        &mut Io::new(&mut stdin, &mut stdout, stderr.clone()),
    );
    assert_eq!(code, 0, "{line}: {}", stderr.captured_text());
    String::from_utf8(stdout).unwrap()
}

/// A program as a module whose `main` takes the connection.
fn module(name: &str, line: &str) -> String {
    let program = output(line, "rust");
    let (uses, body) = program.split_once("\nfn main() -> ").unwrap();
    let (result, body) = body.split_once(" {\n").unwrap();
    let body = body.replace("    let connection = Connection::from_env()?;\n", "");
    format!(
        "pub(crate) mod {name} {{\n{uses}\n\
         pub(crate) fn main(connection: &Connection) -> {result} {{\n{body}}}\n"
    )
}

fn formatted(text: &str) -> String {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{text}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn programs_are_what_the_commands_print() {
    let mut text = "//! What `--dry-run=rust` prints for some commands; a test compares it.\n\n\
        // As for programs that print their results.\n#![allow(clippy::print_stdout)]\n\n"
        .to_owned();
    for (name, line, _) in COMMANDS {
        text.push_str(&module(name, line));
        text.push('\n');
    }
    let text = formatted(&text);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rust/programs.rs");
    if std::env::var_os("UPDATE_PROGRAMS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let is_equal = std::fs::read_to_string(&file).unwrap() == text;
    assert!(
        is_equal,
        "run this test with UPDATE_PROGRAMS=1 and look at the changes:\n{text}"
    );
}

/// Requests as lines and bodies, without headers.
type Requests = Vec<(String, String)>;

/// The requests that a command would send.
fn expected(line: &str) -> Requests {
    let text = output(line, "http");
    let starts = ["GET ", "POST ", "PUT ", "DELETE "];
    let mut requests = Requests::new();
    for line in text.lines() {
        if starts.iter().any(|start| line.starts_with(start)) {
            let line = line.replace("https://engine.example.com", "");
            requests.push((line, String::new()));
        } else if let (Some((_, body)), true) = (requests.last_mut(), line.starts_with('<')) {
            body.push_str(line);
        }
    }
    requests
}

#[test]
fn programs_send_the_same_requests_as_the_commands() {
    for (name, line, program) in COMMANDS {
        let sent: Arc<Mutex<Requests>> = Arc::default();
        let seen = Arc::clone(&sent);
        let connection = Connection::builder("https://engine.example.com/ovirt-engine/api")
            .token("any")
            .respond_with(move |request| {
                let separator = if request.query().is_empty() { "" } else { "?" };
                let (method, path, query) = (request.method(), request.path(), request.query());
                let body = String::from_utf8_lossy(request.body()).into_owned();
                // A program that waits asks for jobs: one has ended.
                if path.ends_with("/jobs") {
                    let job = "<jobs><job id='1'><status>finished</status></job></jobs>";
                    return StubResponse::xml(200, job);
                }
                let line = format!("{method} {path}{separator}{query}");
                seen.lock().unwrap().push((line, body.clone()));
                match method {
                    "GET" if path.ends_with("/vms") => StubResponse::xml(200, "<vms/>"),
                    "GET" if path.ends_with("/api") => StubResponse::xml(200, "<api/>"),
                    "GET" if path.contains("/nics/") => StubResponse::xml(200, "<nic/>"),
                    "GET" => StubResponse::xml(200, "<vm id='1'/>"),
                    "DELETE" => StubResponse::new(200),
                    _ => StubResponse::xml(200, body),
                }
            })
            .build()
            .unwrap();
        let expected = expected(line);
        // What is read again after the work is no part of the command.
        let outcome = program(&connection);
        let sent = sent.lock().unwrap();
        assert_eq!(sent[..expected.len()], expected[..], "{name}: {outcome:?}");
    }
}
