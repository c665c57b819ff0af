//! Small requests, and how long a program takes to its first response.

use ovirt_benches::Result;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::Table;

use crate::Options;
use crate::clients::{self, Client, python_version};

/// VMs in the list for the SDK for Python.
const OBJECTS: usize = 10_000;

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let server = Server::start(String::new())?;
    let works = [
        "get",
        "get-hyper",
        "flight",
        "flight-hyper",
        "first-tls",
        "first-hyper-tls",
    ];
    let works = works.map(Client::Own);
    let [get, get_hyper, flight, flight_hyper, first, first_hyper] =
        clients::run(&server, "vms", works, options.rounds)?;
    table.title("small requests");
    let cpu = get.ratio(&get_hyper, |taken| taken.cpu);
    table.single("one by one, client processor time / hyper", cpu, None);
    let wall = get.ratio(&get_hyper, |taken| taken.wall);
    table.single("one by one, wall / hyper", wall, None);
    let wall = flight.ratio(&flight_hyper, |taken| taken.wall);
    table.single("32 in flight, wall / hyper", wall, None);
    let process = first.ratio(&first_hyper, |taken| taken.process);
    table.single(
        "process with one request over TLS, wall / hyper",
        process,
        None,
    );
    if let Some(version) = python_version() {
        python(&version, table)?;
    }
    Ok(())
}

/// The SDK for Python beside this one, in few rounds as it takes its time.
fn python(version: &str, table: &mut Table) -> Result<()> {
    let server = Server::start(Lists::load()?.document(ListKind::Mix, OBJECTS))?;
    let works = [
        Client::Own("list-tls"),
        Client::Python("list"),
        Client::Own("get"),
        Client::Python("get"),
    ];
    let [list, list_python, get, get_python] = clients::run(&server, "mix", works, 3)?;
    table.title(&format!(
        "SDK for Python {version} / this SDK, {OBJECTS} VMs of the mix"
    ));
    let wall = list_python.ratio(&list, |taken| taken.wall);
    table.single("list over TLS, wall", wall, None);
    let peak = list_python.ratio(&list, |taken| taken.peak);
    table.single("list over TLS, peak memory", peak, None);
    let cpu = get_python.ratio(&get, |taken| taken.cpu);
    table.single(
        "small requests one by one, client processor time",
        cpu,
        None,
    );
    Ok(())
}
