//! Faults of engines and networks: exit code, what is said, and what was sent.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener};

use ovirt_engine_sim::{Engine, Rule};

use crate::support::Cli;

/// A fault, the command line that meets it, and what comes of it.
struct Case {
    what: &'static str,
    rule: Rule,
    operation: &'static str,
    line: &'static str,
    code: u8,
    /// Parts of the report.
    says: &'static [&'static str],
    /// How often the operation that the rule concerns is sent.
    sent: usize,
}

#[test]
fn each_fault_has_an_exit_code_and_says_what_to_do() {
    let fault = |status, detail: &str| Rule::fault(status, "Operation Failed", detail);
    let starting = "[Cannot start VM. The engine is starting.]";
    let table = [
        Case {
            what: "locked",
            rule: Rule::locked(),
            operation: "vm.start",
            line: "vm start vm2 --strict",
            code: 4,
            says: &["error: vm2: ", "--wait-while-locked 5m"],
            sent: 1,
        },
        Case {
            what: "refused",
            rule: fault(400, starting),
            operation: "vm.start",
            line: "vm start vm2",
            code: 1,
            says: &["error: vm2: ", "Cannot start VM"],
            sent: 1,
        },
        Case {
            what: "in conflict",
            rule: fault(409, "[Cannot remove VM. VM is running.]"),
            operation: "vm.remove",
            line: "vm remove vm1",
            code: 4,
            says: &["error: vm1: ", "VM is running"],
            sent: 1,
        },
        Case {
            what: "no permission",
            rule: Rule::status(403),
            operation: "vm.update",
            line: "vm update vm1 --comment x",
            code: 5,
            says: &["error: vm1: "],
            sent: 1,
        },
        Case {
            what: "gone meanwhile",
            rule: Rule::status(404),
            operation: "vm.update",
            line: "vm update vm1 --comment x",
            code: 3,
            says: &["error: vm1: not found"],
            sent: 1,
        },
        Case {
            what: "engine starting",
            rule: Rule::status(503),
            operation: "vms.list",
            line: "vms",
            code: 6,
            says: &["hint: wait until the engine has started; `ovirt doctor` shows when"],
            sent: 1,
        },
        Case {
            what: "connection reset",
            rule: Rule::reset(),
            operation: "vm.update",
            line: "vm update vm1 --comment x",
            code: 6,
            says: &["error: vm1: ", "hint: "],
            sent: 1,
        },
        Case {
            what: "cut response",
            rule: Rule::cut(40),
            operation: "vms.list",
            line: "vms -o json",
            code: 6,
            says: &["closed the connection before the end"],
            sent: 1,
        },
        Case {
            what: "corrupt response",
            rule: Rule::corrupt(),
            operation: "vm.get",
            line: "vm get vm1",
            code: 1,
            says: &["error: vm1: "],
            sent: 1,
        },
        Case {
            what: "some of several",
            rule: Rule::status(403).times(1),
            operation: "vm.update",
            line: "vm update vm1 vm2 vm3 --comment x --parallel 1",
            code: 8,
            says: &[
                "vm2: done",
                "vm3: done",
                "error: vm1: ",
                "2 of 3 done, 1 failed",
            ],
            sent: 3,
        },
        Case {
            what: "the first of several, with --fail-fast",
            rule: Rule::status(403).times(1),
            operation: "vm.update",
            line: "vm update vm1 vm2 vm3 --comment x --parallel 1 --fail-fast",
            code: 8,
            says: &["error: vm1: "],
            sent: 1,
        },
    ];
    for Case {
        what,
        rule,
        operation,
        line,
        code,
        says,
        sent,
    } in table
    {
        let cli = Cli::new();
        cli.engine().inject(rule.operation(operation));
        let output = cli.run(line);
        assert_eq!(output.code, code, "{what}: {output:?}");
        for part in says {
            assert!(output.stderr.contains(part), "{what}: {part}: {output:?}");
        }
        assert_eq!(cli.engine().count(operation), sent, "{what}: {output:?}");
    }
}

#[test]
fn what_is_no_engine_is_told_apart() {
    let mut cli = Cli::new();
    let mut at = |url: String| {
        cli.variables.insert("OVIRT_URL".to_owned(), url);
        cli.fails(6, "vms")
    };
    let message = at("http://127.0.0.1:9/ovirt-engine/api".to_owned());
    assert!(
        message.contains("hint: check the host name and the network"),
        "{message}"
    );
    let message = at("https://no-such-host.invalid/ovirt-engine/api".to_owned());
    assert!(message.contains("no-such-host.invalid"), "{message}");
    // Something that does not speak HTTP.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // A server that closes with a request unread resets the connection.
        assert_ne!(stream.read(&mut [0; 4096]).unwrap(), 0);
        stream.write_all(b"220 mail\r\n").unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
    });
    let message = at(format!("http://{address}/ovirt-engine/api"));
    assert!(message.contains("hint: check the URL"), "{message}");
    server.join().unwrap();
}

#[test]
fn a_ca_that_is_not_trusted_ends_before_the_password_is_sent() {
    let engine = Engine::builder().vms(1).start().unwrap();
    let mut cli = Cli::with(engine);
    // As for a user who has another CA.
    cli.variables
        .insert("OVIRT_INSECURE".to_owned(), "false".to_owned());
    let message = cli.fails(6, "vms");
    assert!(
        message.contains("hint: trust the engine's CA with `ovirt login`"),
        "{message}"
    );
    assert_eq!(cli.engine().requests().len(), 0);
}

#[test]
fn users_who_may_not_log_in_are_told_why() {
    let builder = Engine::builder().vms(1).plain(true);
    let engine = builder.expired_user("jane@internal", "s3cret-1").start();
    let mut cli = Cli::with(engine.unwrap());
    let mut login = |user: &str, password: &str| {
        for (name, value) in [("OVIRT_USERNAME", user), ("OVIRT_PASSWORD", password)] {
            cli.variables.insert(name.to_owned(), value.to_owned());
        }
        let message = cli.fails(5, "vms");
        assert!(!message.contains("s3cret"), "{message}");
        message
    };
    login("jane@internal", "s3cret-1");
    let message = login("jane", "s3cret-2");
    assert!(
        message.contains("hint: write the user name with its profile"),
        "{message}"
    );
    let message = login("admin@internal", "s3cret-3");
    assert!(
        message.contains("hint: check the user name and the password"),
        "{message}"
    );
}
