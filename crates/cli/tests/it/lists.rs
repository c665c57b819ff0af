//! Reading: lists, single objects, and the formats of both.

use crate::support::Cli;

#[test]
fn the_program_lists_the_vms_of_its_own_simulator() {
    let output = Cli::offline().program("-p sim vms", "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let mut lines = output.stdout.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("NAME  STATUS  HOST   CLUSTER"),
        "{output:?}"
    );
    assert_eq!(lines.count(), 10);
}

#[test]
fn a_table_has_the_names_of_linked_objects() {
    let cli = Cli::new();
    let table = cli.ok("vms --columns name,status,host,cluster,memory");
    let expected = "\
NAME  STATUS  HOST   CLUSTER  MEMORY
vm1   up      host1  Default  1 GiB
vm2   down           Default  1 GiB
vm3   up      host1  Default  1 GiB
";
    assert_eq!(table, expected);
    // One request each for VMs, hosts and clusters.
    let engine = cli.engine();
    let counts = ["vms.list", "hosts.list", "clusters.list"].map(|name| engine.count(name));
    assert_eq!(counts, [1, 1, 1]);
}

#[test]
fn patterns_conditions_and_order_choose_what_is_listed() {
    let cli = Cli::new();
    for (line, names) in [
        ("vms -o name", "vm1 vm2 vm3"),
        ("vm list -o name", "vm1 vm2 vm3"),
        ("vms vm1 vm3 -o name", "vm1 vm3"),
        ("vms vm[23] -o name", "vm2 vm3"),
        ("vms --where status=up -o name", "vm1 vm3"),
        ("vms --where status!=up -o name", "vm2"),
        ("vms --where host=host1 -o name", "vm1 vm3"),
        ("vms --where cluster!=Default -o name", ""),
        ("vms --sort name:desc --first 2 -o name", "vm3 vm2"),
        ("vms --search name=vm2 -o name", "vm2"),
        ("vm nics vm1 -o name", "vm1/nic1"),
        ("vm nics vm* -o name", "vm1/nic1 vm2/nic1 vm3/nic1"),
        ("vm attachments vm1 -o name", "vm1/vm1_Disk1"),
        ("disks -o name", "vm1_Disk1 vm2_Disk1 vm3_Disk1"),
        ("--within vm1 vm nics -o name", "vm1/nic1"),
        ("vms none-* --allow-none -o name", ""),
        ("vms -oname vm1", "vm1"),
    ] {
        let listed = cli.ok(line);
        let listed: Vec<&str> = listed.lines().collect();
        assert_eq!(listed.join(" "), names, "{line}");
    }
}

#[test]
fn all_formats_have_the_same_objects() {
    let cli = Cli::new();
    let json = cli.ok("vms -o json");
    assert!(json.starts_with("[\n  {\n"), "{json}");
    assert!(json.contains("\"name\": \"vm2\""), "{json}");
    assert!(!json.contains("href"), "{json}");
    assert!(cli.ok("vms -o json --links").contains("href"));
    assert_eq!(cli.ok("vms -o jsonl").lines().count(), 3);
    assert!(cli.ok("vms -o yaml").contains("\n  name: vm1\n"));
    assert_eq!(
        cli.ok("vms -o csv=name,memory"),
        "name,memory\nvm1,1073741824\nvm2,1073741824\nvm3,1073741824\n"
    );
    assert!(cli.ok("vms -o xml").contains("<vms>"));
    assert_eq!(
        cli.ok("vms vm1 -o format={name}:{cpu.topology.cores}"),
        "vm1:1\n"
    );
    assert_eq!(cli.ok("vms -o table=name --no-headers"), "vm1\nvm2\nvm3\n");
    assert_eq!(
        cli.ok("vms -o id")
            .lines()
            .map(str::len)
            .collect::<Vec<_>>(),
        [36, 36, 36]
    );
    assert_eq!(cli.ok("vms --where name=x -o json"), "[]\n");
}

#[test]
fn an_object_is_found_by_name_identifier_or_place() {
    let cli = Cli::new();
    let id = cli.ok("vm get vm1 -o id");
    let id = id.trim();
    for line in [
        "vm get vm1 -o name",
        "vm show vm1 -o name",
        &format!("vm get {id} -o format={{name}}"),
        &format!("vm get id:{id} -o format={{name}}"),
        "vm get Default/vm1 -o format={name}",
        "vm get Default/Default/vm1 -o format={name}",
        "vm get name:vm1 -o format={name}",
    ] {
        assert_eq!(cli.ok(line), "vm1\n", "{line}");
    }
    assert!(
        cli.ok("vm get vm1")
            .starts_with(&format!("id: {id}\nname: vm1\nstatus: up\n"))
    );
    assert!(cli.ok("vm get vm1 -o json").starts_with("{\n"));
    assert_eq!(
        cli.ok("vm nic get vm1/nic1 -o format={interface}"),
        "virtio\n"
    );
    assert!(cli.ok("vm get vm1 vm2 -o json").starts_with("[\n"));
    assert!(
        cli.ok("system get -o format={product_info.version.major}")
            .starts_with('4')
    );
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    use std::io::{BufRead as _, BufReader, Read as _};
    let cli = Cli::with(
        ovirt_engine_sim::Engine::builder()
            .vms(300)
            .plain(true)
            .start()
            .unwrap(),
    );
    let mut program = cli.spawn("vms -o yaml");
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.starts_with("- "), "{line}");
    let mut report = String::new();
    program
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut report)
        .unwrap();
    assert_eq!(
        (program.wait().unwrap().code(), report.as_str()),
        (Some(0), "")
    );
}

#[test]
fn an_identifier_takes_no_request_to_find() {
    let cli = Cli::new();
    let id = cli.ok("vm get vm1 -o id");
    cli.engine().clear_requests();
    cli.ok(&format!("vm get {} -o json", id.trim()));
    assert_eq!(cli.engine().count("vms.list"), 0);
    assert_eq!(cli.engine().count("vm.get"), 1);
}
