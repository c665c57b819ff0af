//! `ovirt docs`: reference pages, examples, and the surface of the command line.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::Cli;

static SURFACE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&Cli::offline().ok("docs json")).unwrap());

#[test]
fn the_surface_is_the_one_that_was_reviewed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/surface.txt");
    let reviewed = std::fs::read_to_string(file).unwrap();
    let surface = Cli::offline().ok("docs surface");
    let changed = surface
        .lines()
        .find(|line| !reviewed.lines().any(|own| own == *line));
    assert!(
        surface == reviewed,
        "run `cargo run -p ovirt-cli -- docs surface > crates/cli/data/surface.txt` and commit it; \
         the first new line is {changed:?}"
    );
}

/// The words of an example, as a shell splits them.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for letter in line.chars() {
        match (quote, letter) {
            (None, ' ') => words.push(String::new()),
            (None, '\'' | '"') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            (_, letter) => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

#[test]
fn each_example_can_be_sent() {
    let cli = Cli::offline();
    let mut seen = std::collections::BTreeSet::new();
    let mut count = 0;
    for noun in SURFACE["nouns"].as_array().unwrap() {
        for verb in noun["verbs"].as_array().unwrap() {
            let example = verb["example"].as_str().unwrap();
            // Addresses alone are tested for all methods elsewhere.
            let is_list = verb["operation"].as_str().unwrap().ends_with(".list");
            let is_own = !is_list && (example.contains(" --") || !example.contains('1'));
            let key = format!("{} {}", verb["operation"], verb["name"]);
            if !is_own || !seen.insert(key) {
                continue;
            }
            let example = example.replace("@password.txt", "@-");
            let mut words = words(example.strip_prefix("ovirt ").unwrap());
            words.push("--dry-run=http,offline".to_owned());
            let output = cli.run_words(&words, "secret");
            assert_eq!(output.code, 0, "{example}: {output:?}");
            let method = verb["request"].as_str().unwrap().split(' ').next().unwrap();
            assert!(output.stdout.starts_with(method), "{example}: {output:?}");
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn each_help_has_an_example() {
    let cli = Cli::offline();
    assert!(
        cli.ok("vm nic add -h")
            .contains("Example: ovirt vm nic add web1/nic1 --vnic-profile ovirtmgmt\n")
    );
    for command in SURFACE["commands"].as_array().unwrap() {
        let (name, example) = (
            command["name"].as_str().unwrap(),
            command["example"].as_str(),
        );
        let is_reserved = command["doc"].as_str().unwrap().starts_with("Reserved");
        assert_ne!(example == Some(""), !is_reserved, "{name}");
        if !is_reserved && name != "sim" {
            let help = cli.ok(&format!("{name} --help"));
            assert!(
                help.contains(&format!("Example: {}", example.unwrap())),
                "{help}"
            );
        }
    }
}

#[test]
fn pages_have_all_verbs_of_a_noun() {
    let cli = Cli::offline();
    let folder = std::env::temp_dir().join(format!("ovirt-docs-test-{}", std::process::id()));
    for (format, file, parts) in [
        (
            "markdown",
            "ovirt-vm.md",
            [
                "# ovirt-vm\n",
                "## ovirt vm nic add\n",
                "- `--memory SIZE`: RAM",
            ],
        ),
        (
            "man",
            "ovirt-vm.1",
            [
                ".TH OVIRT\\-VM 1\n",
                ".SH \"OVIRT VM NIC ADD\"\n",
                ".B \\-\\-memory SIZE\n",
            ],
        ),
        (
            "markdown",
            "ovirt.md",
            [
                "## ovirt vm ip\n",
                "- `-p, --profile NAME`",
                "ovirt find 10.0.0.17",
            ],
        ),
    ] {
        cli.ok(&format!("docs {format} {}", folder.display()));
        let page = std::fs::read_to_string(folder.join(file)).unwrap();
        for part in parts {
            assert!(page.contains(part), "{file} has no {part}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
    assert!(cli.fails(2, "docs man").contains("the folder is missing"));
}
