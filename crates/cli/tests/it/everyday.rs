//! Commands for what administrators do every day, that span several methods of the API.

use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::support::Cli;

#[test]
fn a_vm_is_added_with_disks_and_nics() {
    let cli = Cli::new();
    let line = "vm add web1 --cluster Default --template Blank --disk 20GiB --disk 5GiB \
                --nic ovirtmgmt";
    assert_eq!(
        cli.ok(line),
        "web1\nweb1/web1_Disk1\nweb1/web1_Disk2\nweb1/nic1\n"
    );
    assert_eq!(
        cli.ok("disks web1_Disk* -o format={name}={provisioned_size}"),
        "web1_Disk1=21474836480\nweb1_Disk2=5368709120\n"
    );
    assert_eq!(
        cli.ok("vm attachments web1 -o format={bootable}/{active}"),
        "true/true\nfalse/true\n"
    );
    let message = cli.fails(
        2,
        "vm add web2 --cluster Default --template Blank --disk large",
    );
    assert!(
        message.contains("--disk[0]: disk.provisioned_size"),
        "{message}"
    );
    assert_eq!(cli.engine().count("vms.add"), 1);
}

#[test]
fn ways_into_a_guest_use_what_it_reports() {
    let cli = Cli::new();
    let address = cli.ok("vm ip vm1");
    let address = address.trim();
    assert!(address.parse::<std::net::IpAddr>().is_ok(), "{address}");
    assert_eq!(
        cli.ok("vm ssh vm1 --login root --print -- uname -a"),
        format!("ssh root@{address} uname -a\n")
    );
    assert!(
        cli.fails(3, "vm ip vm2")
            .contains("vm2: its guest agent reports no address")
    );
    assert!(
        cli.ok("vm serial vm1 --print")
            .contains("-p 2222 ovirt-vmconsole@")
    );
    assert!(
        cli.ok("vm console vm1 --print")
            .starts_with("[virt-viewer]\n")
    );
    assert!(
        cli.fails(3, "vm console vm2 --protocol spice")
            .contains("no such console")
    );
    cli.ok("vm start vm2 --wait");
    assert!(cli.ok("vm ip vm2 --wait").contains('.'));
}

#[test]
fn snapshots_are_drawn_oldest_first() {
    let cli = Cli::new();
    cli.ok("vm snapshot add vm2 --description one --wait");
    let tree = cli.ok("vm snapshot tree vm2");
    let lines: Vec<&str> = tree.lines().collect();
    assert_eq!(lines[0], "vm2");
    assert!(
        lines[1].starts_with("└─ one  ") && lines[1].ends_with("  ok"),
        "{tree}"
    );
    assert!(lines[2].starts_with("   └─ Active VM"), "{tree}");
}

#[test]
fn top_shows_usage_most_first() {
    let cli = Cli::new();
    let table = cli.ok("top");
    assert!(
        table.starts_with("NAME  CPU PERCENT  MEMORY PERCENT  MEMORY\n"),
        "{table}"
    );
    // Those that run.
    assert_eq!(cli.ok("top vm -o name --sort name"), "vm1\nvm3\n");
    assert!(cli.ok("top host -o json").contains("\"vms\": 2"));
    assert!(cli.ok("top storage-domain").contains("GiB"));
    assert!(
        cli.fails(2, "top disk")
            .contains("vm, host or storage-domain")
    );
}

#[test]
fn a_job_is_followed_to_its_end() {
    let cli = Cli::new();
    cli.ok("vm snapshot add vm1 --description one --no-wait");
    let job = cli.ok("jobs -o id --first 1");
    let steps = cli.ok(&format!("job follow {}", job.trim()));
    assert!(steps.contains("finished  "), "{steps}");
    assert!(
        cli.fails(3, "job follow nothing")
            .contains("there is no job")
    );
}

#[test]
fn events_are_chosen_by_time_severity_and_vm() {
    let cli = Cli::new();
    cli.ok("vm update vm1 --comment x");
    assert!(
        cli.ok("events --since 1h --vm vm1 -o format={description}")
            .contains("vm1")
    );
    assert!(
        !cli.ok("events --vm vm1 -o format={description}")
            .contains("vm2")
    );
    assert_eq!(cli.ok("events --severity alert --no-headers"), "");
    assert!(
        cli.fails(2, "events --severity bad")
            .contains("normal, warning, error, alert")
    );
    assert!(cli.fails(2, "events --since soon").contains("such as 30m"));
    let line = "events --watch --since 1h --first 1 -o format={severity}";
    assert_eq!(cli.ok(line), "normal\n");
}

#[test]
fn hosts_of_a_cluster_are_upgraded_one_after_the_other() {
    let engine = Engine::builder()
        .vms(1)
        .hosts(2)
        .plain(true)
        .host_updates(true)
        .life_cycle(Duration::from_millis(2));
    let cli = Cli::with(engine.start().unwrap());
    let dry = cli.ok("cluster upgrade-hosts Default --dry-run");
    assert_eq!(cli.engine().count("host.upgrade"), 0, "{dry}");
    assert_eq!(
        cli.ok("cluster upgrade-hosts Default"),
        "host1: upgraded\nhost2: upgraded\n"
    );
    assert_eq!(cli.ok("hosts -o format={status}"), "up\nup\n");
    assert_eq!(
        cli.ok("cluster upgrade-hosts Default"),
        "host1: up to date\nhost2: up to date\n"
    );
    assert_eq!(cli.engine().count("host.upgrade"), 2);
}

#[test]
fn an_alias_stands_for_words() {
    let mut cli = Cli::new();
    let folder = std::env::temp_dir().join(format!("ovirt-alias-test-{}", std::process::id()));
    let text = folder.display().to_string();
    cli.variables.insert("XDG_CONFIG_HOME".to_owned(), text);
    cli.ok("alias up vm start --wait");
    assert_eq!(cli.ok("alias"), "up = vm start --wait\n");
    cli.ok("-q up vm2");
    assert_eq!(cli.ok("vm get vm2 -o format={status}"), "up\n");
    cli.ok("alias up --remove");
    assert!(
        cli.fails(2, "up vm2")
            .contains("there is no noun or command `up`")
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn words_for_transfers_are_reserved() {
    let cli = Cli::offline();
    for line in [
        "disk upload a.qcow2",
        "disk download x",
        "disk checksum x",
        "image add",
    ] {
        assert!(
            cli.fails(2, line).contains("the word is reserved"),
            "{line}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_simulator_is_started_and_stopped() {
    let mut cli = Cli::offline();
    // The simulator keeps standard error open.
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ovirt"))
        .args(["sim", "start", "--plain", "--vms", "2"])
        .stderr(std::process::Stdio::null())
        .output()
        .unwrap();
    let exports = String::from_utf8(output.stdout).unwrap();
    for line in exports
        .lines()
        .filter_map(|line| line.strip_prefix("export "))
    {
        let (name, value) = line.split_once('=').unwrap();
        cli.variables
            .insert(name.to_owned(), value.trim_matches('\'').to_owned());
    }
    // `kill` is found by PATH.
    cli.variables
        .insert("PATH".to_owned(), std::env::var("PATH").unwrap());
    assert_eq!(cli.ok("vms -o name"), "vm1\nvm2\n");
    let output = cli.program("sim stop", "");
    assert_eq!((output.code, output.stderr.as_str()), (0, "stopped\n"));
    assert!(cli.fails(6, "vms").contains("error: "));
}
