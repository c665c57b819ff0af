//! Progress, colours, questions and interrupts on a terminal.

use std::os::unix::process::ExitStatusExt as _;
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::support::terminal::Terminal;
use crate::support::{Cli, Folder};

/// The key combination Ctrl-C.
const INTERRUPT: &str = "\u{3}";

const PROGRAM: &str = env!("CARGO_BIN_EXE_ovirt");

/// Runs a command line on a terminal of this kind.
fn on_terminal(cli: &Cli, kind: &str, line: &str) -> Terminal {
    let words: Vec<&str> = line.split_whitespace().collect();
    let own = cli.variables.iter();
    let mut variables: Vec<(&str, &str)> = own
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    variables.push(("TERM", kind));
    Terminal::start(PROGRAM, &words, &variables)
}

/// Command lines with an engine in which nothing that takes time ever ends.
fn standstill() -> Cli {
    let engine = Engine::builder().vms(3).hosts(1).plain(true);
    let engine = engine.life_cycle(Duration::from_secs(1 << 20));
    Cli::with(engine.start().unwrap())
}

#[test]
fn a_line_shows_what_is_waited_for_and_an_interrupt_says_how_to_go_on() {
    let cli = standstill();
    let terminal = on_terminal(&cli, "xterm", "vm start vm2 --request-id abc-7");
    terminal.wait_for("vm2: ");
    terminal.wait_for("VM vm2");
    terminal.press(INTERRUPT);
    terminal.wait_for("interrupted: the engine goes on with vm2");
    let (status, seen) = terminal.end();
    assert_eq!(status.code(), Some(130), "{seen}");
    let (_, hint) = seen.split_once("follow it with `ovirt ").unwrap();
    let (line, _) = hint.split_once('`').unwrap();
    assert_eq!(line, "jobs --search correlation_id=abc-7");
    let jobs = cli.ok(&format!("{line} -o format={{status}}"));
    assert_eq!(jobs, "started\n");
}

#[test]
fn an_interrupted_wait_for_a_status_names_it() {
    let cli = standstill();
    let terminal = on_terminal(&cli, "xterm", "vm start vm2 --wait=up --no-wait");
    terminal.wait_for("waiting for up");
    terminal.press(INTERRUPT);
    terminal.wait_for("interrupted: ");
    assert_eq!(terminal.end().0.code(), Some(130));
}

#[test]
fn before_a_request_is_sent_an_interrupt_just_ends_the_program() {
    let cli = Cli::new();
    let terminal = on_terminal(&cli, "xterm", "vm remove vm*");
    terminal.wait_for("remove 3 vm: vm1 vm2 vm3? [y/N] ");
    terminal.press(INTERRUPT);
    let (status, seen) = terminal.end();
    assert!(status.signal().is_some(), "{status:?}: {seen}");
    assert!(!seen.contains("interrupted"), "{seen}");
    assert_eq!(cli.engine().count("vm.remove"), 0);
}

#[test]
fn a_question_is_asked_and_its_answer_counts() {
    let cli = Cli::new();
    let terminal = on_terminal(&cli, "xterm", "vm remove vm2*");
    terminal.wait_for("? [y/N] ");
    terminal.press("n\r");
    terminal.wait_for("nothing was changed");
    assert_eq!(terminal.end().0.code(), Some(2));
    let terminal = on_terminal(&cli, "xterm", "vm remove vm2*");
    terminal.wait_for("? [y/N] ");
    terminal.press("y\r");
    terminal.wait_for("vm2: done");
    assert_eq!(terminal.end().0.code(), Some(0));
    assert_eq!(cli.engine().count("vm.remove"), 1);
}

#[test]
fn a_login_shows_the_ca_and_hides_the_password() {
    let home = Folder::new("terminal-login");
    let engine = Engine::builder().vms(1).start().unwrap();
    let path = home.path().display().to_string();
    let cli = Cli {
        engine: Some(engine),
        variables: [("HOME".to_owned(), path)].into(),
    };
    let line = format!("login {} -p lab", cli.engine().url());
    let terminal = on_terminal(&cli, "xterm", &line);
    terminal.wait_for("User, such as admin@internal: ");
    terminal.press("admin@internal\r");
    terminal.wait_for("SHA256:");
    terminal.wait_for("Trust it (yes, no, or the fingerprint)? ");
    terminal.press("yes\r");
    terminal.wait_for("Password of admin@internal: ");
    terminal.wait_until_hidden();
    let password = cli.engine().password().to_owned();
    terminal.press(&format!("{password}\r"));
    terminal.wait_for("logged in to ");
    let (status, seen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{seen}");
    assert!(!seen.contains(&password), "{seen}");
    assert_eq!(cli.ok("vms -o name"), "vm1\n");
}

#[test]
fn statuses_are_coloured_unless_the_terminal_or_the_user_wants_none() {
    let mut cli = Cli::new();
    let seen = |cli: &Cli, kind| on_terminal(cli, kind, "vms").end().1;
    assert!(seen(&cli, "xterm").contains("\u{1b}["));
    assert!(!seen(&cli, "dumb").contains('\u{1b}'));
    cli.variables.insert("NO_COLOR".to_owned(), "1".to_owned());
    assert!(!seen(&cli, "xterm").contains('\u{1b}'));
}

#[test]
fn tables_are_as_wide_as_the_terminal_or_as_columns_says() {
    let mut cli = Cli::new();
    let seen = |cli: &Cli| on_terminal(cli, "dumb", "vms -o wide").end().1;
    let table = seen(&cli);
    assert!(table.contains("use a wider terminal"), "{table}");
    assert!(table.lines().all(|line| line.len() <= 100), "{table}");
    cli.variables.insert("COLUMNS".to_owned(), "400".to_owned());
    let table = seen(&cli);
    assert!(!table.contains("use a wider terminal"), "{table}");
}

#[test]
fn a_dumb_terminal_gets_only_the_outcome() {
    let cli = Cli::new();
    let (status, seen) = on_terminal(&cli, "dumb", "vm start vm2 --wait").end();
    assert_eq!(status.code(), Some(0), "{seen}");
    assert_eq!(seen, "vm2: done\r\n");
    let (_, seen) = on_terminal(&cli, "xterm", "vm stop vm2 --wait -q").end();
    assert_eq!(seen, "");
}

#[test]
fn changes_are_reported_as_lines_of_json() {
    let cli = Cli::new();
    let output = cli.run("vm start vm2 --wait --report=json --request-id abc-8");
    assert_eq!(output.code, 0, "{output:?}");
    let reports = output.stderr.lines().map(serde_json::from_str);
    let reports: Vec<serde_json::Value> = reports.collect::<Result<_, _>>().unwrap();
    let states: Vec<&str> = reports
        .iter()
        .map(|report| report["state"].as_str().unwrap())
        .collect();
    assert_eq!(states[..2], ["sending", "started"]);
    assert_eq!(states.last(), Some(&"done"));
    assert_eq!(reports[1]["correlation_id"], "abc-8");
    assert!(reports.iter().all(|report| report["target"] == "vm2"));
    let output = cli.run("vm update vm1 --name vm2 --report=json");
    assert_eq!(output.code, 4, "{output:?}");
    assert!(output.stderr.contains("\"state\":\"failed\""), "{output:?}");
    assert!(
        cli.fails(2, "vm start vm1 --report=xls")
            .contains("use --report=json")
    );
}
