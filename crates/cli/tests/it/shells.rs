//! Completion in real shells.

use std::path::Path;

use crate::support::terminal::Terminal;
use crate::support::{Cli, Folder};

/// Types `ovirt vm migr`, the key Tab, and the Enter key twice in a shell with the completion
/// loaded. What the program says then shows which verb the shell has put in.
fn complete(shell: &str, words: &[&str], setup: &str) {
    let Some(program) = ["/usr/bin", "/bin", "/usr/local/bin"]
        .iter()
        .map(|folder| format!("{folder}/{shell}"))
        .find(|path| Path::new(path).exists())
    else {
        eprintln!("skipped: {shell} is not installed");
        return;
    };
    let home = Folder::new(&format!("shell-{shell}"));
    let mut cli = Cli::new();
    let folder = Path::new(env!("CARGO_BIN_EXE_ovirt")).parent().unwrap();
    for (name, value) in [
        ("PATH", format!("{}:/usr/bin:/bin", folder.display())),
        ("HOME", home.path().display().to_string()),
        ("TERM", "dumb".to_owned()),
    ] {
        cli.variables.insert(name.to_owned(), value);
    }
    let own = cli.variables.iter();
    let variables: Vec<(&str, &str)> = own
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let terminal = Terminal::start(&program, words, &variables);
    terminal.press(&format!("{setup}; echo rea''dy\r"));
    terminal.wait_for("ready");
    // In elvish, the first Enter closes the menu of candidates.
    terminal.press("ovirt vm migr\t\r\r");
    terminal.wait_for("`ovirt vm migrate` needs an address");
    // Only a value that the shell has completed is valid.
    terminal.press("ovirt vm update --type=desk\t\r\r");
    terminal.wait_for("`ovirt vm update` needs an address");
    terminal.press("exit\r");
    terminal.end();
}

#[test]
fn bash_completes_verbs_and_values() {
    complete(
        "bash",
        &["--norc", "--noprofile", "-i"],
        "source <(ovirt completion bash)",
    );
}

#[test]
fn zsh_completes_verbs_and_values() {
    let setup = "autoload -U compinit; compinit -D -u; source <(ovirt completion zsh)";
    complete("zsh", &["-f", "-i"], setup);
}

#[test]
fn fish_completes_verbs_and_values() {
    complete(
        "fish",
        &["--no-config", "-i"],
        "ovirt completion fish | source",
    );
}

#[test]
fn elvish_completes_verbs_and_values() {
    complete("elvish", &[], "eval (ovirt completion elvish | slurp)");
}
