//! `apply`, `diff` and `edit`: many objects from a file, and one in an editor.

use crate::support::Cli;

const LAB: &str = "\
vm:
  name: web1
  cluster: Default
  template: Blank
  memory: 2GiB
  nics:
  - {name: nic1, vnic_profile: app}
  - {name: nic2, vnic_profile: ovirtmgmt}
  disk_attachments:
  - interface: virtio_scsi
    bootable: true
    active: true
    disk: {name: web1-data, provisioned_size: 10GiB, format: cow, storage_domains: [data1]}
---
network: {name: app, data_center: Default}
cluster:
  name: Default
  networks: [{name: app}, {name: ovirtmgmt}]
";

#[test]
fn a_file_is_applied_once() {
    let cli = Cli::new();
    let output = cli.run_with("apply -f -", LAB);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!(
        output.stdout,
        "network app: added\ncluster Default: unchanged\n\
         cluster network Default/app: added\ncluster network Default/ovirtmgmt: unchanged\n\
         vm web1: added\nvm disk-attachment web1/web1-data: added\n\
         vm nic web1/nic1: added\nvm nic web1/nic2: added\n"
    );
    let output = cli.run_with("apply -f -", LAB);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(!output.stdout.contains("added"), "{output:?}");
    assert!(!output.stdout.contains(": changed"), "{output:?}");
    for operation in ["vm.update", "vm_nic.update", "disk_attachment.update"] {
        assert_eq!(cli.engine().count(operation), 0, "{operation}");
    }
}

#[test]
fn a_diff_shows_what_differs_and_changes_nothing() {
    let cli = Cli::new();
    let output = cli.run_with("diff -f -", LAB);
    assert_eq!(output.code, 9, "{output:?}");
    let expected = "vm nic web1/nic1: would be added\n  + name: nic1\n  + vnic_profile: app\n";
    assert!(output.stdout.contains(expected), "{output:?}");
    assert_eq!(cli.engine().count("vms.add"), 0);
    assert_eq!(cli.run_with("apply -f -", LAB).code, 0);
    let output = cli.run_with("diff -f -", LAB);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""), "{output:?}");
    let output = cli.run_with("diff -f -", &LAB.replace("2GiB", "3GiB"));
    let expected = "vm web1: would be changed\n  - memory: 2 GiB\n  + memory: 3 GiB\n";
    assert_eq!((output.code, output.stdout.as_str()), (9, expected));
}

#[test]
fn nested_objects_are_removed_with_prune_only() {
    let cli = Cli::new();
    assert_eq!(cli.run_with("apply -f -", LAB).code, 0);
    let nic = "  - {name: nic2, vnic_profile: ovirtmgmt}\n";
    let without = LAB.replace(nic, "");
    assert_eq!(cli.run_with("diff -f -", &without).code, 0);
    let output = cli.run_with("diff -f - --prune", &without);
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (9, "vm nic web1/nic2: would be removed\n")
    );
    let output = cli.run_with("apply -f - --prune", &without);
    assert!(
        output.stdout.contains("vm nic web1/nic2: removed\n"),
        "{output:?}"
    );
    assert_eq!(cli.ok("vm nics web1 -o name"), "web1/nic1\n");
}

#[test]
fn a_failure_does_not_stop_the_others() {
    let cli = Cli::new();
    let file = "vm:\n- {name: a, cluster: missing, template: Blank}\n\
                - {name: b, cluster: Default, template: Blank}\n";
    let output = cli.run_with("apply -f -", file);
    assert_eq!((output.code, output.stdout.as_str()), (8, "vm b: added\n"));
    assert!(output.stderr.contains("error: vm a: "), "{output:?}");
    assert!(output.stderr.ends_with("1 done, 1 failed\n"), "{output:?}");
}

#[test]
fn a_file_with_a_mistake_changes_nothing() {
    let cli = Cli::new();
    let file = "vm:\n- {name: a, cluster: Default, template: Blank}\n- {name: b, memroy: 1GiB}\n";
    let output = cli.run_with("apply -f -", file);
    assert_eq!(output.code, 2);
    assert!(
        output.stderr.contains("did you mean `memory`?"),
        "{output:?}"
    );
    assert_eq!(cli.engine().count("vms.add"), 0);
    assert!(cli.fails(2, "apply").contains("the file is missing"));
}
