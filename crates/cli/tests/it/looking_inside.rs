//! `-v`, `--trace`, `--timing`, `--record` and `--replay`: what is sent, without secrets.

use crate::support::{Cli, Folder, Output};

/// Runs a command line as a program: a subscriber of `tracing` can miss what other tests of the
/// process register at the same time.
fn run(cli: &Cli, line: &str) -> Output {
    cli.program(line, "")
}

/// Fails if a text has a password or a token of the engine.
#[track_caller]
fn assert_no_secrets(cli: &Cli, text: &str) {
    for secret in [cli.engine().password(), "s3cret", "Bearer ey"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[test]
fn each_request_is_a_line() {
    let cli = Cli::new();
    let output = run(&cli, "vm start vm2 -v --request-id abc-7");
    assert_eq!(output.code, 0, "{output:?}");
    let lines: Vec<&str> = output.stderr.lines().collect();
    let line = |part: &str| lines.iter().find(|line| line.contains(part)).unwrap();
    let login = line("POST /ovirt-engine/sso/oauth/token: 200, ");
    assert!(login.ends_with(" ms, 1 attempt"), "{login}");
    let start = line("/start: 200, ");
    assert!(start.starts_with("POST /ovirt-engine/api/vms/"), "{start}");
    assert!(start.contains(" bytes, "), "{start}");
    assert!(start.ends_with(", correlation id abc-7"), "{start}");
    assert_eq!(lines.last(), Some(&"vm2: done"));
    // What is not there is reported as well, and results stay alone on standard output.
    let output = run(&cli, "vm get id:7 -v -o json");
    assert!(output.stderr.contains("/vms/7: 404, "), "{output:?}");
    assert_eq!(output.stdout, "");
}

#[test]
fn requests_of_several_threads_are_logged() {
    let cli = Cli::new();
    let output = run(&cli, "vm get vm1 vm2 vm3 -v -o name");
    let gets = output.stderr.matches("GET /ovirt-engine/api/vms/").count();
    assert_eq!(gets, 3, "{output:?}");
}

#[test]
fn a_trace_shows_requests_and_responses_without_secrets() {
    let cli = Cli::new();
    let line = "vm update vm2 --set initialization.root_password=s3cret --comment x --trace";
    let output = run(&cli, line);
    assert_eq!(output.code, 0, "{output:?}");
    for part in [
        "> PUT http://",
        "\n  <comment>x</comment>\n",
        "<root_password>***</root_password>",
        "username=admin%40internal&password=***",
        "< 200 OK\n",
        "authorization: Bearer ***",
    ] {
        assert!(output.stderr.contains(part), "{part}: {output:?}");
    }
    assert_no_secrets(&cli, &output.stderr);
}

#[test]
fn a_trace_goes_to_a_file_or_a_folder() {
    let (cli, folder) = (Cli::new(), Folder::new("trace"));
    let file = folder.path().join("trace.sh");
    run(&cli, &format!("vm get vm1 --trace=curl,{}", file.display()));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("curl --request GET 'http://"), "{text}");
    assert!(text.contains("Bearer $OVIRT_TOKEN"), "{text}");
    assert_no_secrets(&cli, &text);
    let output = run(&cli, "vm stop vm1 --no-wait --trace=rust");
    for part in [
        "    .search(\"name=vm1\")\n",
        "    .stop()\n    .call()?;\n",
    ] {
        assert!(output.stderr.contains(part), "{part}: {output:?}");
    }
    let output = run(&cli, &format!("vms --trace={}", folder.path().display()));
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{output:?}");
    for (name, part) in [("0001.txt", "> POST"), ("0002.txt", "/api/vms")] {
        let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(text.contains(part) && text.contains("< 200 OK"), "{text}");
    }
    let message = cli.fails(2, "vms --trace=xls,file");
    assert!(message.contains("use http, curl or rust"), "{message}");
    cli.fails(2, "vms --trace=curl,/nonexistent/file");
}

#[test]
fn timing_sums_by_method_and_template_of_the_path() {
    let cli = Cli::new();
    let output = run(&cli, "vm get vm1 vm2 --timing");
    let table: Vec<Vec<&str>> = output
        .stderr
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(table[0][0], "requests", "{output:?}");
    let row = table
        .iter()
        .find(|row| row.ends_with(&["GET", "/vms/{vm}"]));
    assert_eq!(row.unwrap()[0], "2", "{output:?}");
}

#[test]
fn a_recording_is_replayed_without_an_engine() {
    let folder = Folder::new("recording");
    let file = folder.path().join("report.txt");
    let (record, replay) = (
        format!("vms -o name --record {}", file.display()),
        format!("vms -o name --replay {}", file.display()),
    );
    let cli = Cli::new();
    let names = cli.ok(&record);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("> GET /ovirt-engine/api/vms"), "{text}");
    assert_no_secrets(&cli, &text);
    assert_eq!(Cli::offline().ok(&replay), names);
    let message = Cli::offline().fails(1, &format!("hosts --replay {}", file.display()));
    assert!(message.contains("the recording has no"), "{message}");
    // The engine of the profile `sim` can be recorded, too.
    Cli::offline().ok(&format!("-p sim {record}"));
    assert!(Cli::offline().ok(&replay).contains("vm10"));
}
