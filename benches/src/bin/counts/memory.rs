//! Memory: what decoded lists keep, allocations, and the peak of a program that streams a list.

use std::process::Command;

use ovirt::types::Vm;
use ovirt_benches::Result;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::{Limits, Table};

use crate::file::File;

/// Objects in a list.
const OBJECTS: usize = 10_000;

const KEPT: Limits = Limits {
    vms: 0.25,
    disks: 0.55,
    hosts: 0.35,
    events: 0.65,
};

const ALLOCATIONS: Limits = Limits {
    vms: 12.0,
    disks: 8.0,
    hosts: 22.0,
    events: 7.0,
};

/// Processes that each figure is measured in; the smallest counts. The list cache finds values by
/// the addresses of static data, so that in some processes frequent values replace each other; and
/// the peak depends on how far the server is ahead of the client.
const PROCESSES: usize = 3;

pub(crate) fn count(lists: &Lists, table: &mut Table) -> Result<()> {
    let mut rows: [Vec<f64>; 3] = Default::default();
    for kind in ListKind::ALL {
        let document = lists.document(kind, OBJECTS);
        let length = document.len() as f64;
        let file = File::new(kind.name(), &document)?;
        let [kept, allocations] = smallest(&["memory", kind.name(), file.path()?])?;
        drop(file);
        let server = Server::start(document)?;
        let port = server.tls.to_string();
        let [peak] = smallest(&["stream", kind.name(), &port, &server.certificate])?;
        let values = [kept / length, allocations / OBJECTS as f64, peak];
        for (row, value) in rows.iter_mut().zip(values) {
            row.push(value);
        }
    }
    let [kept, allocations, peak] = rows;
    table.head(&format!("memory, {OBJECTS} objects"));
    table.row("kept / bytes of XML", 3, &kept, Some(KEPT));
    table.row("allocations per object", 1, &allocations, Some(ALLOCATIONS));
    let limit = Some(Limits::all(10.0));
    table.row(
        "peak of a process that streams over TLS, MiB",
        1,
        &peak,
        limit,
    );
    let size = size_of::<Vm>() as f64;
    table.single("bytes of the struct `Vm`", size, Some(1408.0));
    Ok(())
}

/// The smallest figures that processes of this program print for a piece of work.
fn smallest<const N: usize>(work: &[&str]) -> Result<[f64; N]> {
    let mut smallest = [f64::INFINITY; N];
    for _ in 0..PROCESSES {
        let output = Command::new(std::env::current_exe()?)
            .arg("work")
            .args(work)
            .output()?;
        if !output.status.success() {
            let error = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{work:?} failed: {error}").into());
        }
        let text = String::from_utf8(output.stdout)?;
        let mut figures = text.split_whitespace();
        for smallest in &mut smallest {
            let figure = figures.next().ok_or("a figure is absent")?;
            *smallest = smallest.min(figure.parse()?);
        }
    }
    Ok(smallest)
}
