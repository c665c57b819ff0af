//! Several engines at once, and the settings of profiles.

use std::fmt::Write as _;

use ovirt_engine_sim::Engine;

use crate::support::{Cli, Folder};

/// Engines, and command lines that know them as profiles `a`, `b`.
struct Engines {
    engines: Vec<Engine>,
    home: Folder,
    cli: Cli,
}

impl Engines {
    fn new(name: &str) -> Self {
        let start = |vms| {
            Engine::builder()
                .vms(vms)
                .hosts(1)
                .plain(true)
                .start()
                .unwrap()
        };
        let engines = vec![start(1), start(2)];
        let home = Folder::new(name);
        let mut cli = Cli::offline();
        let path = home.path().display().to_string();
        cli.variables.insert("HOME".to_owned(), path);
        let mut text = String::new();
        for (name, engine) in ["a", "b"].iter().zip(&engines) {
            text += &profile(name, engine, &format!("password = {}", engine.password()));
        }
        let engines = Self { engines, home, cli };
        engines.configure(&text);
        engines
    }

    fn configure(&self, text: &str) {
        let folder = self.home.path().join(".config");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("ovirt.conf"), text).unwrap();
    }
}

fn profile(name: &str, engine: &Engine, more: &str) -> String {
    let mut text = format!("[{name}]\nengine_url = {}\n", engine.url());
    let _ = writeln!(text, "username = {}\n{more}\n", engine.username());
    text
}

#[test]
fn reading_verbs_ask_all_engines() {
    let Engines { cli, .. } = &Engines::new("read");
    let table = cli.ok("vms -p a,b --sort name --columns name,cluster");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(rows[0], ["ENGINE", "NAME", "CLUSTER"]);
    assert_eq!(
        rows[1..],
        [
            ["a", "vm1", "Default"],
            ["b", "vm1", "Default"],
            ["b", "vm2", "Default"]
        ]
    );
    let json = cli.ok("vms --all-profiles -o json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["engine"], "a");
    assert_eq!(json[2]["engine"], "b");
    // It is looked for on all, and need not be on each.
    assert_eq!(cli.ok("vm get vm2 -p a,b -o format={engine}").trim(), "b");
    let message = cli.fails(3, "vm get vm9 -p a,b");
    assert!(message.contains("there is no vm \"vm9\""), "{message}");
}

#[test]
fn an_engine_that_fails_is_a_line() {
    let engines = Engines::new("fails");
    let wrong = profile("b", &engines.engines[1], "password = wrong");
    let right = format!("password = {}", engines.engines[0].password());
    engines.configure(&(profile("a", &engines.engines[0], &right) + &wrong));
    let output = engines.cli.run("vms -p a,b -o name");
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (8, "vm1\n"),
        "{output:?}"
    );
    assert_eq!(output.stderr.lines().count(), 1, "{output:?}");
    assert!(output.stderr.starts_with("error: b: "), "{output:?}");
}

#[test]
fn changing_verbs_need_the_names_of_the_engines() {
    let engines = Engines::new("change");
    let cli = &engines.cli;
    let message = cli.fails(2, "vm update vm1 --comment x --all-profiles");
    assert!(
        message.contains("choose profiles: -p NAME,NAME"),
        "{message}"
    );
    let sent = || {
        engines
            .engines
            .iter()
            .map(|engine| engine.count("vm.update"))
    };
    assert_eq!(sent().sum::<usize>(), 0);
    let output = cli.run("vm update vm1 --comment x -p a,b");
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "a: vm1: done\nb: vm1: done\n")
    );
    let output = cli.run("vm update vm2 --comment x -p a,b");
    assert_eq!(output.code, 8, "{output:?}");
    assert!(
        output.stderr.contains("error: a: there is no vm \"vm2\""),
        "{output:?}"
    );
    assert!(output.stderr.contains("b: vm2: done"), "{output:?}");
    assert!(cli.fails(2, "status -p a,b").contains("asks one engine"));
    assert!(
        cli.fails(2, "vms -p a,b --record x")
            .contains("of one engine")
    );
}

#[test]
fn commands_of_a_profile_obtain_password_and_token() {
    let engines = Engines::new("commands");
    let (engine, cli) = (&engines.engines[0], &engines.cli);
    let log = engines.home.path().join("asked");
    let command = format!(
        "password_command = echo x >> {}; echo {}\n",
        log.display(),
        engine.password()
    );
    engines.configure(&profile("a", engine, &command));
    assert_eq!(cli.ok("vms -o name"), "vm1\n");
    // The token is cached: the password is not needed again.
    assert_eq!(cli.ok("vms -o name"), "vm1\n");
    assert_eq!(std::fs::read_to_string(&log).unwrap(), "x\n");
    let tokens = engines.home.path().join(".cache/ovirt/tokens.json");
    let cached: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&tokens).unwrap()).unwrap();
    let entry = cached.as_object().unwrap().values().next().unwrap();
    let token = entry["token"].as_str().unwrap();
    std::fs::remove_file(&tokens).unwrap();
    engines.configure(&profile(
        "a",
        engine,
        &format!("token_command = echo {token}"),
    ));
    assert_eq!(cli.ok("vms -o name"), "vm1\n");
    engines.configure(&profile("a", engine, "token_command = false"));
    let message = cli.fails(5, "vms");
    assert!(
        message.contains("cannot obtain the token: the command of the profile failed"),
        "{message}"
    );
}

#[test]
fn a_profile_can_ask_as_a_user_and_through_a_proxy() {
    let engines = Engines::new("filter");
    let (engine, cli) = (&engines.engines[0], &engines.cli);
    let password = format!("password = {}\n", engine.password());
    engines.configure(&profile("a", engine, &format!("{password}filter = true")));
    cli.ok("vms");
    let requests = engine.requests();
    let request = requests
        .iter()
        .find(|request| request.path.ends_with("/vms"));
    assert_eq!(request.unwrap().header("filter"), Some("true"));
    engines.configure(&profile(
        "a",
        engine,
        &format!("{password}proxy = http://127.0.0.1:9"),
    ));
    let message = cli.fails(6, "vms");
    assert!(message.contains("127.0.0.1:9"), "{message}");
}
