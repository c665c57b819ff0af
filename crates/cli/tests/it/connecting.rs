//! Logging in, profiles, tokens, and what tells which engine is asked.

use std::collections::BTreeMap;

use ovirt_engine_sim::Engine;

use crate::support::{Cli, Folder};

/// An engine with TLS, and command lines that know nothing of it.
fn stranger(home: &Folder) -> Cli {
    let engine = Engine::builder().vms(1).start().unwrap();
    let home = ("HOME".to_owned(), home.path().display().to_string());
    Cli {
        engine: Some(engine),
        variables: BTreeMap::from([home]),
    }
}

/// Logs in with the profile `lab`; trusts the CA by its fingerprint.
fn log_in(cli: &Cli) -> String {
    let url = cli.engine().url();
    let line = format!("login {url} -p lab --user admin@internal --password-stdin");
    let refused = cli.run_with(&line, cli.engine().password());
    let (_, trust) = refused.stderr.split_once("--trust ").unwrap();
    let trust = trust.split(',').next().unwrap();
    let output = cli.run_with(&format!("{line} --trust {trust}"), cli.engine().password());
    assert_eq!(output.code, 0, "{output:?}");
    output.stderr
}

#[test]
fn a_login_is_remembered_until_the_logout() {
    let home = Folder::new("login");
    let cli = stranger(&home);
    assert!(log_in(&cli).contains("logged in to https://localhost:"));
    let profile = std::fs::read_to_string(home.path().join(".config/ovirt.conf")).unwrap();
    assert!(
        profile.starts_with("[lab]\nengine_url = https://localhost:"),
        "{profile}"
    );
    assert!(!profile.contains(cli.engine().password()));
    // The only profile there is.
    assert_eq!(cli.ok("vms -o name"), "vm1\n");
    assert_eq!(cli.ok("-p lab vms -o name"), "vm1\n");
    let logins = |cli: &Cli| {
        let requests = cli.engine().requests();
        requests
            .iter()
            .filter(|request| request.path.ends_with("/sso/oauth/token"))
            .count()
    };
    assert_eq!(logins(&cli), 1);
    assert!(cli.ok("env").contains("(profile lab of "));
    let output = cli.run("logout");
    assert!(output.stderr.ends_with("logged out\n"), "{output:?}");
    let message = cli.fails(5, "vms");
    assert!(message.contains("hint: run `ovirt login`"), "{message}");
    assert!(cli.run("logout").stderr.ends_with("was not logged in\n"));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_tokens_and_profiles() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Folder::new("owner");
    log_in(&stranger(&home));
    for file in [
        ".config/ovirt.conf",
        ".cache/ovirt/tokens.json",
        ".config/ovirt/lab.pem",
    ] {
        let mode = std::fs::metadata(home.path().join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{file}: {mode:o}");
    }
}

#[test]
fn a_wrong_password_or_fingerprint_changes_nothing() {
    let home = Folder::new("refused");
    let cli = stranger(&home);
    let url = cli.engine().url();
    let wrong = "00:".repeat(31) + "00";
    let line = format!("login {url} --user admin@internal --password-stdin");
    let output = cli.run_with(&format!("{line} --trust SHA256:{wrong}"), "x");
    assert_eq!(output.code, 2, "{output:?}");
    let file = home.path().join("ca.pem");
    std::fs::write(&file, cli.engine().ca_pem()).unwrap();
    let output = cli.run_with(&format!("{line} --ca-file {}", file.display()), "wrong");
    assert_eq!(output.code, 5, "{output:?}");
    assert!(!home.path().join(".config/ovirt.conf").exists());
}

#[test]
fn one_source_says_which_engine_is_asked() {
    let home = Folder::new("sources");
    let cli = Cli {
        variables: [("HOME".to_owned(), home.path().display().to_string())].into(),
        engine: None,
    };
    let config = home.path().join(".config");
    std::fs::create_dir_all(&config).unwrap();
    let profiles = "[a]\nengine_url = https://a.example.com/ovirt-engine/api\n\n[b]\nengine_url = https://b.example.com/ovirt-engine/api\nusername = me@internal\n";
    std::fs::write(config.join("ovirt.conf"), profiles).unwrap();
    let message = cli.fails(2, "env");
    assert!(
        message.contains("choose one with -p or OVIRT_PROFILE: a, b"),
        "{message}"
    );
    assert!(cli.ok("env -p b").contains("me@internal"));
    assert_eq!(
        cli.ok("env -p a --export"),
        "export OVIRT_URL='https://a.example.com/ovirt-engine/api'\n"
    );
    assert!(cli.fails(2, "vms -p c").contains("no profile \"c\""));
    assert!(cli.ok("env -p sim").contains("the simulator"));
}

#[test]
fn the_doctor_says_where_the_way_ends() {
    let cli = Cli::new();
    let report = cli.ok("doctor");
    for step in [
        "engine: environment variables",
        "server: reachable",
        "login: accepted",
        "rights: administrator",
    ] {
        assert!(report.contains(step), "{step}: {report}");
    }
    let mut cli = cli;
    cli.variables
        .insert("OVIRT_PASSWORD".to_owned(), "wrong".to_owned());
    let output = cli.run("doctor");
    assert_eq!(output.code, 5, "{output:?}");
    assert!(
        output.stdout.contains("FAIL  certificate and login: "),
        "{output:?}"
    );
    cli.variables.insert(
        "OVIRT_URL".to_owned(),
        "http://127.0.0.1:9/ovirt-engine/api".to_owned(),
    );
    assert!(cli.run("doctor").stdout.contains("FAIL  server: "));
}
