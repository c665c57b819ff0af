//! Decoding and encoding in memory: processor time of this thread, without network.
//!
//! All variants take turns in this process; the smallest time of each counts.

use std::hint::black_box;

use ovirt_benches::baseline::xml;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::process::thread_cpu;
use ovirt_benches::table::Table;
use ovirt_benches::{Result, sdk, with_type};

use crate::Options;

const OBJECTS: usize = 3_000;

pub(crate) fn measure(lists: &Lists, options: &Options, table: &mut Table) -> Result<()> {
    let mut rows: [Vec<f64>; 5] = Default::default();
    for kind in ListKind::ALL {
        let document = lists.document(kind, OBJECTS);
        let [decode, chunks, old, new] = decode(kind, &document, options.rounds)?;
        let megabytes = document.len() as f64 / 1e6;
        let values = [
            decode / old,
            decode / new,
            chunks / old,
            megabytes / decode,
            megabytes / old,
        ];
        for (row, value) in rows.iter_mut().zip(values) {
            row.push(value);
        }
    }
    let [old, new, chunks, speed, speed_old] = rows;
    table.head(&format!("processor time, {OBJECTS} objects"));
    table.row("decode / events of quick-xml 0.38", 2, &old, None);
    table.row("decode / events of quick-xml 0.42", 2, &new, None);
    table.row(
        "decode in chunks / events of quick-xml 0.38",
        2,
        &chunks,
        None,
    );
    table.row("decode, MB/s", 0, &speed, None);
    table.row("events of quick-xml 0.38, MB/s", 0, &speed_old, None);
    let encode = encode(lists, options.rounds)? / 1e6;
    table.single("encode mix, MB/s", encode, None);
    Ok(())
}

/// Seconds of: decoding as a whole and in chunks, events of quick-xml 0.38 and 0.42.
fn decode(kind: ListKind, document: &str, rounds: usize) -> Result<[f64; 4]> {
    let mut best = [f64::INFINITY; 4];
    for _ in 0..rounds {
        let round = [
            with_type!(kind.collection(), T => timed(|| sdk::decode::<T>(document)))?,
            timed(|| sdk::decode_chunks(kind.collection(), document))?,
            timed(|| xml::events_038(document))?,
            timed(|| xml::events_042(document))?,
        ];
        best = std::array::from_fn(|variant| best[variant].min(round[variant]));
    }
    Ok(best)
}

/// Bytes of XML encoded in a second, VM by VM.
fn encode(lists: &Lists, rounds: usize) -> Result<f64> {
    let vms = sdk::decode(&lists.document(ListKind::Mix, OBJECTS))?;
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        best = best.min(timed(|| Ok(sdk::encode(&vms)))?);
    }
    Ok(sdk::encode(&vms) as f64 / best)
}

/// Seconds of processor time; those to free what the work returns are not counted.
fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<f64> {
    let start = thread_cpu();
    let made = black_box(work()?);
    let taken = thread_cpu() - start;
    drop(made);
    Ok(taken.as_secs_f64())
}
