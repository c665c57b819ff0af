//! Commands that are no methods of the API.

use ovirt_engine_sim::Rule;

use crate::support::{Cli, Folder};

#[test]
fn exists_tells_by_its_exit_code() {
    let cli = Cli::new();
    for (line, code) in [
        ("exists vm vm1", 0),
        ("exists vm vm1 vm2", 0),
        ("exists vm vm1 vm9", 3),
        ("exists vm nic vm1/nic1", 0),
        ("exists vm nic vm1/nic9", 3),
        ("exists vm vm*", 0),
    ] {
        let output = cli.run(line);
        assert_eq!(
            (output.code, output.stdout.as_str(), output.stderr.as_str()),
            (code, "", ""),
            "{line}"
        );
    }
    assert_eq!(cli.run("exists vm").code, 2);
}

#[test]
fn wait_takes_absence_for_not_yet() {
    let cli = Cli::new();
    cli.ok("vm start vm2 --no-wait");
    cli.ok("wait vm vm2 --for status=up --for memory=1GiB --time-limit 20s");
    cli.ok("wait vm web1 --for gone");
    assert_eq!(cli.run("wait vm vm2 --for status=down --once").code, 9);
    assert_eq!(cli.run("wait vm web1 --for exists --once").code, 9);
    let message = cli.fails(7, "wait vm web1 --for exists --time-limit 50ms");
    assert!(
        message.contains("web1: not exists after 50ms: it does not exist"),
        "{message}"
    );
    let message = cli.fails(2, "wait vm vm1 --for nmae=x");
    assert!(message.contains("did you mean `name`?"), "{message}");
}

#[test]
fn events_are_printed_as_they_come() {
    let cli = Cli::new();
    cli.engine().clear_requests();
    let line = "events --watch --first 1 --where description~vm1";
    let seen = std::thread::scope(|scope| {
        let watching = scope.spawn(|| cli.ok(line));
        // The login and the first look for events.
        assert!(
            cli.engine()
                .wait_for_requests(2, std::time::Duration::from_secs(20))
        );
        cli.ok("vm stop vm1");
        watching.join().unwrap()
    });
    assert!(seen.contains("vm1"), "{seen}");
    assert!(
        cli.fails(2, "vms --watch")
            .contains("--watch is for events")
    );
}

#[test]
fn find_searches_names_identifiers_and_addresses_of_all_kinds() {
    let cli = Cli::new();
    let id = cli.ok("vm get vm1 -o id");
    let found = cli.ok(&format!("find {}", id.trim()));
    assert_eq!(found, format!("vm vm1  {}  (id)\n", id.trim()));
    let mac = cli.ok("vm nics vm2 -o format={mac.address}");
    let found = cli.ok(&format!("find {}", mac.trim()));
    assert!(
        found.starts_with("vm vm2 ") && found.contains("mac.address"),
        "{found}"
    );
    let found = cli.ok("find vm1_disk1");
    assert!(found.starts_with("disk vm1_Disk1 "), "{found}");
    assert_eq!(cli.run("find nothing-like-this").code, 3);
}

#[test]
fn status_and_tree_show_what_there_is() {
    let cli = Cli::new();
    let status = cli.ok("status");
    assert!(status.contains("VMs: 2 of 3 active"), "{status}");
    assert!(!status.contains("problem"), "{status}");
    let tree = cli.ok("tree");
    for line in [
        "data-center Default  up",
        "  cluster Default",
        "    host host1  up",
        "      vm vm1  up",
        "    vm vm2  down",
    ] {
        assert!(tree.lines().any(|own| own == line), "{line}: {tree}");
    }
}

#[test]
fn explain_needs_no_engine() {
    let cli = Cli::offline();
    for (line, part) in [
        ("explain vm", "memory: long"),
        ("explain vm.cpu.topology", "cores: integer"),
        ("explain vm.memory", "In bytes."),
        ("explain vm.status", "Read-only."),
        ("explain vm_status", "powering_up"),
        ("explain vm start", "Request: POST /vms/{vm}/start"),
        ("explain vm add", "vm.cluster.id or vm.cluster.name"),
        ("explain /vms/1/nics", "service vm_nics"),
        ("explain --find migrat", "vm.migrate"),
    ] {
        let page = cli.ok(line);
        assert!(page.contains(part), "{line}: {page}");
    }
    assert!(cli.fails(2, "explain vmm").contains("did you mean `vm`?"));
    assert!(
        cli.fails(2, "explain vm.memroy")
            .contains("did you mean `memory`?")
    );
}

#[test]
fn a_skeleton_can_be_filled_in_and_sent() {
    let cli = Cli::new();
    let skeleton = cli.ok("vm add --skeleton");
    assert!(skeleton.contains("\n# memory: 0  # "), "{skeleton}");
    let filled =
        format!("{skeleton}\nname: web1\ncluster: Default\ntemplate: Blank\nmemory: 1GiB\n");
    let output = cli.run_with("vm add -f -", &filled);
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (0, "web1\n"),
        "{output:?}"
    );
}

#[test]
fn completion_offers_words_flags_values_and_names() {
    let home = Folder::new("completion");
    let mut cli = Cli::new();
    let path = home.path().display().to_string();
    cli.variables.insert("HOME".to_owned(), path);
    // Without a cached token nobody logs in.
    assert_eq!(cli.ok("complete -- vm start vm"), "");
    assert_eq!(cli.engine().requests().len(), 0);
    cli.ok("vms");
    for (line, candidate) in [
        ("complete -- v", "vm"),
        ("complete -- vm sta", "start"),
        ("complete -- vm ni", "nic"),
        ("complete -- vm update --mem", "--memory"),
        ("complete -- vm update --type=d", "--type=desktop"),
        ("complete -- vm start vm", "vm2"),
        ("complete -- vms -o js", "jsonl"),
        ("complete -- -p s", "sim"),
        ("complete -- fi", "find"),
    ] {
        let found = cli.ok(line);
        assert!(found.lines().any(|own| own == candidate), "{line}: {found}");
    }
    for shell in ["bash", "zsh", "fish", "elvish"] {
        assert!(
            cli.ok(&format!("completion {shell}"))
                .contains("ovirt complete -- "),
            "{shell}"
        );
    }
}

#[test]
fn completion_gives_up_on_an_engine_that_hangs() {
    let cli = Cli::new();
    let delay = std::time::Duration::from_secs(3600);
    cli.engine()
        .inject(Rule::delay(delay).operation("vms.list"));
    assert_eq!(cli.ok("complete -- vm start vm"), "");
}

#[test]
fn the_simulator_runs_around_a_command() {
    let output = Cli::offline().program("sim run -- /usr/bin/env", "");
    assert_eq!(output.code, 0, "{output:?}");
    assert!(
        output.stdout.contains("OVIRT_URL=http://localhost:"),
        "{output:?}"
    );
    let output = Cli::offline().program("sim run -- /bin/false", "");
    assert_eq!(output.code, 1, "{output:?}");
    assert!(
        Cli::offline()
            .program("sim --help", "")
            .stdout
            .contains("simulator")
    );
}

#[test]
fn sizes_are_sent_in_the_unit_of_the_member() {
    let cli = Cli::offline();
    let line = "data-center quota quota-storage-limit add dc/q --limit 2TiB --dry-run=xml,offline";
    assert!(cli.ok(line).contains("<limit>2048</limit>"));
    let message = cli.fails(2, &line.replace("2TiB", "5MiB"));
    assert!(message.contains("it is in GiB"), "{message}");
}

#[test]
fn members_that_only_the_engine_sets_are_not_offered() {
    let cli = Cli::offline();
    let help = cli.ok("vm update --help");
    assert!(help.contains("--memory <SIZE>"), "{help}");
    assert!(!help.contains("--fqdn"), "{help}");
    let skeleton = cli.ok("vm add --skeleton");
    assert!(!skeleton.contains("start_time"), "{skeleton}");
}
