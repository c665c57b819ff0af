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
    assert!(
        cli.fails(2, "diff nothing.yaml")
            .contains("cannot read nothing.yaml")
    );
}

/// A CLI whose editor is a `sed` script, and the folder of texts that are kept.
fn with_editor(script: &str) -> (Cli, std::path::PathBuf) {
    let mut cli = Cli::new();
    let folder = format!("ovirt-edit-test-{}-{:x}", std::process::id(), script.len());
    let folder = std::env::temp_dir().join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let variables = [
        ("EDITOR", format!("sed -i '{script}'")),
        ("TMPDIR", folder.display().to_string()),
    ];
    for (name, value) in variables {
        cli.variables.insert(name.to_owned(), value);
    }
    (cli, folder)
}

fn kept(folder: &std::path::Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let texts = texts.collect();
    std::fs::remove_dir_all(folder).unwrap();
    texts
}

#[test]
fn an_edit_sends_what_was_changed_and_nothing_else() {
    let (cli, folder) = with_editor("s/^memory: .*/memory: 2GiB/");
    let output = cli.run("edit vm vm2 --dry-run=xml");
    assert_eq!(
        output.stdout, "<vm><memory>2147483648</memory></vm>\n",
        "{output:?}"
    );
    let output = cli.run("edit vm vm2");
    assert_eq!((output.code, output.stderr.as_str()), (0, "vm2: done\n"));
    assert_eq!(cli.ok("vm get vm2 -o format={memory}"), "2147483648\n");
    // The same again changes nothing.
    let output = cli.run("edit vm vm2");
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "vm2: unchanged\n")
    );
    assert_eq!(cli.engine().count("vm.update"), 1);
    assert!(kept(&folder).is_empty());
}

#[test]
fn a_text_that_cannot_be_taken_is_opened_again_and_kept() {
    let (cli, folder) = with_editor("s/^memory: /memroy: /");
    let output = cli.run("edit vm vm2");
    assert_eq!(output.code, 2, "{output:?}");
    assert!(
        output.stderr.contains("did you mean `memory`?"),
        "{output:?}"
    );
    assert!(output.stderr.contains("your text is kept in"), "{output:?}");
    let texts = kept(&folder);
    assert!(
        texts[0].starts_with("#! error: there is no `memroy`"),
        "{texts:?}"
    );
    assert!(texts[0].contains("\nmemroy: 1073741824\n"), "{texts:?}");
    assert_eq!(cli.engine().count("vm.update"), 0);
}

#[test]
fn what_the_engine_refuses_is_said_in_the_editor() {
    let (cli, folder) = with_editor("s/^name: .*/name: vm1/");
    let output = cli.run("edit vm vm2");
    assert_eq!(output.code, 4, "{output:?}");
    assert!(kept(&folder)[0].contains("#! error: "));
}

#[test]
fn changes_of_others_are_shown_rather_than_overwritten() {
    let (mut cli, folder) = with_editor("s/^comment:.*/comment: mine/");
    cli.ok("vm update vm2 --comment first");
    // The editor also changes the object behind the back of the text, the first time.
    let credentials = ["OVIRT_URL", "OVIRT_USERNAME", "OVIRT_PASSWORD"];
    let credentials = credentials.map(|name| format!("{name}={}", cli.variables[name]));
    let update = format!(
        "env {} {} vm update vm2 --comment theirs",
        credentials.join(" "),
        env!("CARGO_BIN_EXE_ovirt")
    );
    let editor = format!(
        "f() {{ grep -q theirs \"$1\" || {update}; {} \"$1\"; }}; f",
        cli.variables["EDITOR"]
    );
    cli.variables.insert("EDITOR".to_owned(), editor);
    let output = cli.run("edit vm vm2");
    assert_eq!(output.code, 4, "{output:?}");
    assert!(
        output.stderr.contains("comment is \"theirs\" now"),
        "{output:?}"
    );
    assert_eq!(cli.ok("vm get vm2 -o format={comment}"), "theirs\n");
    assert!(kept(&folder)[0].contains("\ncomment: mine\n"));
}
