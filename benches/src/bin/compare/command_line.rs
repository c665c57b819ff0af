//! The command line beside the SDK, both over TLS and each in its own process.

use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::Table;
use ovirt_benches::{Result, valgrind};

use crate::Options;
use crate::clients::{self, Client, Rounds, Taken, python_version};

/// VMs in the list that is compared, and in the one that shows whether memory grows.
const LIST: ListKind = ListKind::DataCenter;
const OBJECTS: usize = 10_000;
const MANY: usize = 100_000;

/// Targets of a command, and how many of them are in work at the same time.
const TARGETS: f64 = 100.0;
const PARALLEL: f64 = 8.0;

const CPU: fn(&Taken) -> f64 = |taken| taken.cpu;
const PEAK: fn(&Taken) -> f64 = |taken| taken.peak;
const PROCESS: fn(&Taken) -> f64 = |taken| taken.process;

/// Commands that need no engine, and the instructions that they may take, in millions; those of the
/// start of the process are included.
const COMMANDS: [(&str, &[&str], f64); 3] = [
    ("`ovirt --version`", &["--version"], 1.0),
    ("`ovirt vm start -h`", &["vm", "start", "-h"], 4.0),
    ("`ovirt vm st<TAB>`", &["complete", "--", "vm", "st"], 4.0),
];

pub(crate) fn measure(lists: &Lists, options: &Options, table: &mut Table) -> Result<()> {
    table.title("command line without an engine");
    for (name, words, limit) in COMMANDS {
        let millions = valgrind::instructions(&[&["ovirt"], words].concat())? as f64 / 1e6;
        let name = format!("{name}, million instructions");
        table.single(&name, millions, Some(limit));
    }
    let server = Server::start(lists.document(LIST, OBJECTS))?;
    let works = [
        "get-tls",
        "ovirt-get-tls",
        "stream-tls",
        "ovirt-table-tls",
        "ovirt-json-tls",
        "ovirt-start-1-tls",
        "ovirt-start-100-tls",
    ];
    let [get, ovirt_get, stream, in_table, json, one, hundred] =
        clients::run(&server, LIST.name(), works.map(Client::Own), options.rounds)?;
    table.title(&format!(
        "command line / SDK, {OBJECTS} VMs of one data center"
    ));
    let wall = ovirt_get.ratio(&get, PROCESS);
    table.single("`vm get`, wall / SDK", wall, Some(1.2));
    for (name, rounds, limit) in [("table", &in_table, 1.5), ("JSON", &json, 2.5)] {
        let cpu = rounds.ratio(&stream, CPU);
        table.single(
            &format!("`vms`, {name}, processor time / streamed"),
            cpu,
            None,
        );
        let wall = rounds.ratio(&stream, PROCESS);
        table.single(
            &format!("`vms`, {name}, wall / streamed"),
            wall,
            Some(limit),
        );
        peak(table, name, OBJECTS, rounds);
    }
    let targets = hundred.smallest(PROCESS) / (TARGETS / PARALLEL * one.smallest(PROCESS));
    table.single(
        "`vm start` of 100, wall / (100/8) of one",
        targets,
        Some(1.1),
    );
    if let Some(version) = python_version() {
        let works = [Client::Own("ovirt-table-tls"), Client::Python("list")];
        let [own, python] = clients::run(&server, LIST.name(), works, 3)?;
        let wall = python.ratio(&own, PROCESS);
        table.single(
            &format!("SDK for Python {version} / `vms`, wall"),
            wall,
            None,
        );
    }
    let server = Server::start(lists.document(LIST, MANY))?;
    let works = ["ovirt-table-tls", "ovirt-json-tls"].map(Client::Own);
    let [in_table, json] = clients::run(&server, LIST.name(), works, 1)?;
    peak(table, "table", MANY, &in_table);
    peak(table, "JSON", MANY, &json);
    Ok(())
}

fn peak(table: &mut Table, format: &str, objects: usize, rounds: &Rounds) {
    let name = format!("`vms`, {format}, {objects} VMs, peak MiB");
    table.single(&name, rounds.smallest(PEAK), Some(25.0));
}
