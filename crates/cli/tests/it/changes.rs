//! Changing: adding, updating, actions, removals; several targets; waiting.

use ovirt_engine_sim::Rule;

use crate::support::Cli;

#[test]
fn a_vm_lives_from_add_to_remove() {
    let cli = Cli::new();
    let added = cli.ok("vm add web1 --cluster Default --template Blank --memory 2GiB --cores 2");
    assert_eq!(added, "web1\n");
    assert_eq!(
        cli.ok("vm get web1 -o format={memory}/{cpu.topology.cores}"),
        "2147483648/2\n"
    );
    cli.ok("vm update web1 --comment changed --set cpu.topology.cores=4");
    assert_eq!(
        cli.ok("vm get web1 -o format={comment}/{cpu.topology.cores}"),
        "changed/4\n"
    );
    assert_eq!(
        cli.ok("vm nic add web1/nic1 --vnic-profile ovirtmgmt"),
        "web1/nic1\n"
    );
    cli.ok("vm nic update web1/nic1 --linked=false");
    assert_eq!(cli.ok("vm nic get web1/nic1 -o format={linked}"), "false\n");
    cli.ok("vm nic remove web1/nic1");
    cli.ok("vm remove web1");
    assert!(
        cli.fails(3, "vm get web1")
            .contains("there is no vm \"web1\"")
    );
}

#[test]
fn a_disk_is_added_with_its_attachment() {
    let cli = Cli::new();
    let line = "vm attachment add vm2/data --size 10GiB --format cow --storage-domain data1 \
                --interface virtio_scsi --set active=true --set bootable=false";
    assert_eq!(cli.ok(line), "vm2/data\n");
    let size = cli.ok("disk get data -o format={provisioned_size}");
    assert_eq!(size, "10737418240\n");
}

#[test]
fn actions_wait_for_the_status_that_they_lead_to() {
    let cli = Cli::new();
    cli.ok("vm start vm2 --wait");
    assert_eq!(cli.ok("vm get vm2 -o format={status}"), "up\n");
    cli.ok("vm stop vm2 --wait=down");
    assert_eq!(cli.ok("vm get vm2 -o format={status}"), "down\n");
}

#[test]
fn what_is_already_so_is_a_success_unless_strict() {
    let cli = Cli::new();
    let output = cli.run("vm start vm1");
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "vm1: already up\n")
    );
    assert!(
        cli.fails(4, "vm start vm1 --strict")
            .contains("error: vm1: ")
    );
}

#[test]
fn all_targets_are_tried_and_reported_in_order() {
    let cli = Cli::new();
    let output = cli.run("vm update vm1 vm2 vm3 --comment x");
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "vm1: done\nvm2: done\nvm3: done\n")
    );
    let rule = Rule::status(409).operation("vm.update").object("vm2");
    let rule = cli.engine().inject(rule);
    let output = cli.run("vm update vm* --comment y");
    assert_eq!(output.code, 8, "{output:?}");
    assert!(output.stderr.contains("error: vm2: "), "{output:?}");
    assert!(
        output.stderr.ends_with("2 of 3 done, 1 failed\n"),
        "{output:?}"
    );
    rule.remove();
    let output = cli.run("vm update vm* --comment z --expect 2");
    assert_eq!(
        (
            output.code,
            cli.ok("vms --where comment=z -o name").as_str()
        ),
        (2, "")
    );
}

#[test]
fn what_destroys_several_objects_needs_consent() {
    let cli = Cli::new();
    let message = cli.fails(2, "vm stop vm*");
    assert!(
        message.contains("would change 3: vm1 vm2 vm3; nothing was changed"),
        "{message}"
    );
    assert!(message.contains("--yes"), "{message}");
    assert_eq!(cli.engine().count("vm.stop"), 0);
    cli.ok("vm stop vm* --yes");
    assert_eq!(cli.engine().count("vm.stop"), 3);
    // Named one by one.
    cli.ok("vm stop vm1 vm2");
}

#[test]
fn addresses_come_from_standard_input() {
    let cli = Cli::new();
    let up = cli.ok("vms --where status=up -o name");
    let output = cli.run_with("vm update - --comment piped", &up);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!(cli.ok("vms --where comment=piped -o name"), up);
    let lines = cli.ok("vms vm2 -o jsonl");
    assert_eq!(cli.run_with("vm update - --comment lines", &lines).code, 0);
    assert_eq!(cli.ok("vms --where comment=lines -o name"), "vm2\n");
}

#[test]
fn documents_come_from_files_and_go_back_unchanged() {
    let cli = Cli::new();
    let yaml = "name: web1\ncluster: Default\ntemplate: {name: Blank}\nmemory: 2GiB\n";
    let output = cli.run_with("vm add -f - --comment flag", yaml);
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (0, "web1\n"),
        "{output:?}"
    );
    let xml = "<vm><description>from XML</description></vm>";
    assert_eq!(cli.run_with("vm update web1 -f -", xml).code, 0);
    let shown = cli.ok("vm get web1 -o format={memory}/{comment}/{description}");
    assert_eq!(shown, "2147483648/flag/from XML\n");
    let before = cli.ok("vm get web1 -o json");
    assert_eq!(cli.run_with("vm update web1 -f -", &before).code, 0);
    assert_eq!(cli.ok("vm get web1 -o json"), before);
}

#[test]
fn a_dry_run_sends_no_change() {
    let cli = Cli::new();
    let shown = cli.ok("vm update vm1 --memory 2GiB --dry-run=xml");
    assert_eq!(shown, "<vm><memory>2147483648</memory></vm>\n");
    assert!(cli.ok("vm start vm2 --dry-run").starts_with("POST http://"));
    let list = cli.ok("vms vm* db1 --dry-run=http,offline");
    assert!(
        list.contains("/vms?search=name%3Dvm*+or+name%3Ddb1\n"),
        "{list}"
    );
    assert!(
        cli.ok("vm start vm2 --dry-run=curl")
            .starts_with("curl --request POST")
    );
    assert_eq!(
        cli.ok("vm update vm1 --name x --dry-run=json"),
        "{\n  \"name\": \"x\"\n}\n"
    );
    for operation in ["vm.update", "vm.start"] {
        assert_eq!(cli.engine().count(operation), 0);
    }
    let offline = Cli::offline().ok("vm nic update web1/nic1 --linked --dry-run=http,offline");
    let first = offline.lines().next().unwrap();
    assert!(
        first.ends_with("/ovirt-engine/api/vms/{vm:web1}/nics/{nic:nic1}"),
        "{first}"
    );
}

#[test]
fn ensure_adds_or_changes_what_differs() {
    let cli = Cli::new();
    let line = "vm ensure web1 --cluster Default --template Blank --memory 2GiB";
    assert_eq!(cli.run(&format!("{line} --dry-run")).code, 9);
    assert_eq!(cli.ok(line), "web1: added\n");
    assert_eq!(cli.ok(line), "web1: unchanged\n");
    assert_eq!(cli.ok(&format!("{line} --dry-run")), "web1: unchanged\n");
    assert_eq!(
        cli.ok(&format!("{line} --comment x --set cpu.topology.cores=2")),
        "web1: changed\n"
    );
    assert_eq!(
        cli.ok("vm get web1 -o format={comment}/{cpu.topology.cores}"),
        "x/2\n"
    );
    assert_eq!(cli.engine().count("vms.add"), 1);
    assert_eq!(cli.engine().count("vm.update"), 1);
    assert_eq!(
        cli.ok("vm nic ensure web1/nic1 --vnic-profile ovirtmgmt"),
        "web1/nic1: added\n"
    );
    assert_eq!(
        cli.ok("vm nic ensure web1/nic1 --vnic-profile ovirtmgmt"),
        "web1/nic1: unchanged\n"
    );
}

#[test]
fn the_result_of_an_action_is_printed() {
    let cli = Cli::new();
    let ticket = cli.ok("vm ticket vm1 -o json");
    assert!(ticket.contains("\"value\""), "{ticket}");
}

#[test]
fn tables_after_a_change_obey_the_environment() {
    let mut cli = Cli::new();
    let line = "vm add web9 --cluster Default --template Blank -o table=name,status";
    let name = "CLICOLOR_FORCE".to_owned();
    cli.variables.insert(name, "1".to_owned());
    let shown = cli.ok(line);
    assert!(shown.contains("\u{1b}["), "{shown}");
}
