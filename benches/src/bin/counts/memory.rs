//! Memory: what decoded lists keep, allocations, and the peak of a program that streams a list.

use std::process::Command;

use ovirt::types::Vm;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::{Limits, Table};
use ovirt_benches::{Result, sdk, with_type};
use stats_alloc::Region;

use crate::ALLOCATOR;

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

pub(crate) fn count(lists: &Lists, table: &mut Table) -> Result<()> {
    let mut rows: [Vec<f64>; 3] = Default::default();
    for kind in ListKind::ALL {
        let document = lists.document(kind, OBJECTS);
        let (kept, allocations) = with_type!(kind.collection(), T => {
            let region = Region::new(ALLOCATOR);
            let list = sdk::decode::<T>(&document)?;
            let change = region.change();
            drop(list);
            (change.bytes_allocated.saturating_sub(change.bytes_deallocated), change.allocations)
        });
        rows[0].push(kept as f64 / document.len() as f64);
        rows[1].push(allocations as f64 / OBJECTS as f64);
        rows[2].push(streaming_peak(kind, document)?);
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

/// The smallest of three peaks: they depend on how far the server is ahead of the client.
fn streaming_peak(kind: ListKind, document: String) -> Result<f64> {
    let server = Server::start(document)?;
    let mut smallest = f64::INFINITY;
    for _ in 0..3 {
        smallest = smallest.min(one_streaming_peak(kind, &server)?);
    }
    Ok(smallest)
}

fn one_streaming_peak(kind: ListKind, server: &Server) -> Result<f64> {
    let output = Command::new(std::env::current_exe()?)
        .args(["work", "stream", kind.name()])
        .args([&server.tls.to_string(), &server.certificate])
        .output()?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(format!("streaming failed: {error}").into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}
