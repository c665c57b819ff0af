//! Instructions, counted by valgrind: ratios to the libraries that the SDK is built on.
//!
//! Each piece of work runs in its own process. The instructions of the work before it (loading the
//! document, connecting) are counted alone and subtracted.

use std::thread;

use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::server::Server;
use ovirt_benches::table::{Limits, Table};
use ovirt_benches::{Result, sdk, valgrind};

use crate::file::File;

/// Objects in a list: enough that caches are warm for most of it.
const OBJECTS: usize = 2_000;

/// Events have no nested objects that recur: the list cache saves nothing.
const NEW: Limits = Limits {
    events: 0.70,
    ..Limits::all(0.65)
};

/// Small requests: enough that the first one does not matter.
const REQUESTS: usize = 1_000;

pub(crate) fn count(lists: &Lists, table: &mut Table) -> Result<()> {
    let mut rows: [Vec<f64>; 3] = Default::default();
    for kind in ListKind::ALL {
        let file = File::new(kind.name(), &lists.document(kind, OBJECTS))?;
        let path = file.path()?;
        let [load, events_038, events_042, decode, chunks] = [
            "load",
            "events-038",
            "events-042",
            "decode",
            "decode-chunks",
        ]
        .each(|work| instructions(&[work, kind.name(), path]))?;
        let ratio = |own: u64, base: u64| (own - load) as f64 / (base - load) as f64;
        rows[0].push(ratio(decode, events_038));
        rows[1].push(ratio(decode, events_042));
        rows[2].push(ratio(chunks, events_038));
    }
    let [decode_038, decode_042, chunks_038] = rows;
    table.head(&format!("instructions, {OBJECTS} objects"));
    let old = Some(Limits::all(1.25));
    let new = Some(NEW);
    table.row("decode / events of quick-xml 0.38", 2, &decode_038, old);
    table.row("decode / events of quick-xml 0.42", 2, &decode_042, new);
    table.row(
        "decode in chunks / events of quick-xml 0.38",
        2,
        &chunks_038,
        old,
    );
    table.single("encode mix, per byte of XML", encode(lists)?, Some(9.0));
    table.single("small request / hyper", small_request()?, Some(1.55));
    Ok(())
}

/// Instructions to encode VMs one by one, for each byte of their documents.
fn encode(lists: &Lists) -> Result<f64> {
    let document = lists.document(ListKind::Mix, OBJECTS);
    let length = sdk::encode(&sdk::decode(&document)?);
    let file = File::new("encode", &document)?;
    let path = file.path()?;
    let decode = instructions(&["decode", ListKind::Mix.name(), path])?;
    let encode = instructions(&["encode", path])?;
    Ok((encode - decode) as f64 / length as f64)
}

/// Requests one after the other; the instructions of the server are not counted.
fn small_request() -> Result<f64> {
    let server = Server::start(String::new())?;
    let port = server.plain.to_string();
    let count = REQUESTS.to_string();
    let of = |work: &str, count: &str| instructions(&[work, &port, count]);
    let own = of("get", &count)? - of("get", "0")?;
    Ok(own as f64 / (of("get-hyper", &count)? - of("get-hyper", "0")?) as f64)
}

/// The instructions of a process of this program that does a piece of work.
fn instructions(work: &[&str]) -> Result<u64> {
    valgrind::instructions(&[&["work"], work].concat())
}

trait Each<const N: usize> {
    /// Calls a function for each item, all at the same time.
    fn each(self, count: impl Fn(&str) -> Result<u64> + Sync) -> Result<[u64; N]>;
}

impl<const N: usize> Each<N> for [&str; N] {
    fn each(self, count: impl Fn(&str) -> Result<u64> + Sync) -> Result<[u64; N]> {
        let mut counts = [0; N];
        thread::scope(|scope| {
            let count = &count;
            let threads = self.map(|work| scope.spawn(move || count(work)));
            for (count, thread) in counts.iter_mut().zip(threads) {
                *count = thread.join().map_err(|_| "counting panicked")??;
            }
            Ok(counts)
        })
    }
}
