//! What is wrong with a command line is said in one line, with what to do; nothing is sent.

use crate::support::Cli;

#[test]
fn words_of_other_command_lines_are_understood() {
    let cli = Cli::offline();
    for (line, request) in [
        ("vm restart web1", "/vms/{vm:web1}/reboot"),
        ("host maintenance host1", "/hosts/{host:host1}/deactivate"),
        (
            "vm disk get web1/a",
            "/vms/{vm:web1}/diskattachments/{disk-attachment:a}",
        ),
    ] {
        let shown = cli.ok(&format!("{line} --dry-run=http,offline"));
        assert!(shown.lines().next().unwrap().ends_with(request), "{shown}");
    }
    let message = cli.fails(2, "exists web1");
    assert!(message.contains("put the noun first"), "{message}");
}

#[test]
fn words_values_and_addresses_are_refused_with_advice() {
    let cli = Cli::new();
    let table = [
        (2, "vmx", "did you mean `vm`"),
        (2, "nic list", "did you mean `vm nic`, `host nic`"),
        (2, "vm strat vm1", "did you mean `start`"),
        (2, "vm nc list", "did you mean `nic`"),
        (
            2,
            "vm update vm1 --memroy 4GiB",
            "a similar argument exists: '--memory'",
        ),
        (
            2,
            "vm update vm1 --memory lots",
            "--memory is not valid: memory: \"lots\" is not a size: it is in bytes, such as 4GiB",
        ),
        (
            2,
            "vm update vm1 --type desk",
            "is not one of desktop, high_performance, server",
        ),
        (
            2,
            "vm update vm1 --set cpu.topology.coers=1",
            "did you mean `cores`?",
        ),
        (2, "vm update vm1 --set name", "has no value"),
        (
            2,
            "vm update vm1 --delete-protected=maybe",
            "not true or false",
        ),
        (2, "vms --max many", "is not a whole number"),
        (2, "vms -o xlsx", "use table, wide, json"),
        (2, "vms --columns nmae", "did you mean `name`?"),
        (2, "vms --where nmae=x", "did you mean `name`?"),
        (2, "vms --where status", ""),
        (2, "vm update", "needs an address: VM"),
        (
            2,
            "vm nic update vm1",
            "too few levels: `vm nic` needs VM/NIC",
        ),
        (2, "vm nics", "needs an address: VM"),
        (2, "vm get vm1//x", "empty level"),
        (
            2,
            "vm update vm1 --time-limit soon",
            "such as 30s, 10m or 2h",
        ),
        (
            2,
            "vm update vm1 --dry-run=xls",
            "use http, curl, xml, json or rust",
        ),
        (2, "system get vm1", "takes no address"),
        (3, "vm get vm7", "there is no vm \"vm7\""),
        (
            3,
            "vm get VM1",
            "did you mean `vm1`? Names are case-sensitive",
        ),
        (3, "vm nic get vm1/nic9", "vm1 has no nic \"nic9\""),
        (3, "vm get x-*", "no vm matches \"x-*\""),
        (3, "vms x-*", "no vm matches"),
    ];
    for (code, line, part) in table {
        if part.is_empty() {
            assert_eq!(cli.run(line).code, 0, "{line}");
            continue;
        }
        let output = cli.run(line);
        assert_eq!(output.code, code, "{line}: {output:?}");
        assert!(output.stderr.starts_with("error: "), "{line}: {output:?}");
        assert!(output.stderr.contains(part), "{line}: {output:?}");
    }
    for operation in ["vm.update", "vm.start", "vm_nic.update"] {
        assert_eq!(cli.engine().count(operation), 0, "{operation}");
    }
}

#[test]
fn an_ambiguous_name_lists_addresses() {
    let cli = Cli::new();
    for _ in 0..2 {
        cli.ok("vm snapshot add vm2/nightly");
    }
    let message = cli.fails(3, "vm snapshot remove vm2/nightly");
    assert!(
        message.contains("2 snapshots are named \"nightly\""),
        "{message}"
    );
    assert_eq!(message.matches("vm2/").count(), 2, "{message}");
}

#[test]
fn no_engine_and_a_wrong_password_say_what_to_do() {
    let mut cli = Cli::new();
    cli.variables
        .insert("OVIRT_PASSWORD".to_owned(), "wrong".to_owned());
    let message = cli.fails(5, "vms");
    assert!(
        message.contains("hint: check the user name and the password"),
        "{message}"
    );
    cli.variables.insert(
        "OVIRT_URL".to_owned(),
        "http://127.0.0.1:9/ovirt-engine/api".to_owned(),
    );
    let message = cli.fails(6, "vms");
    assert!(
        message.contains("hint: check the host name and the network"),
        "{message}"
    );
    let message = Cli::offline().fails(2, "vms");
    assert!(message.contains("no engine is known"), "{message}");
}

#[test]
fn help_needs_no_engine() {
    let cli = Cli::offline();
    for line in [
        "",
        "vm",
        "vm start -h",
        "vm start --help",
        "vms --help",
        "vm nic",
        "system",
    ] {
        assert!(cli.ok(line).contains("Usage: ovirt"), "{line}");
    }
    assert_eq!(
        cli.ok("--version"),
        concat!("ovirt ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert!(cli.ok("vm update --help").contains("--delete-protected"));
}
