//! The pieces of work whose instructions or memory are counted, each in its own process.

use std::hint::black_box;
use std::mem::forget;

use ovirt_benches::baseline::{http, xml};
use ovirt_benches::lists::ListKind;
use ovirt_benches::{Result, process, sdk, with_type};
use stats_alloc::Region;
use tokio::runtime::Builder;

use crate::ALLOCATOR;

pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    match *arguments {
        ["stream", kind, port, ca] => {
            let connection = sdk::connect_tls(port.parse()?, ca)?;
            sdk::stream(&connection, ListKind::from_name(kind)?.collection())?;
            println!("{}", process::peak());
            Ok(())
        }
        ["memory", kind, file] => {
            memory(ListKind::from_name(kind)?, &std::fs::read_to_string(file)?)
        }
        [work @ ("get" | "get-hyper"), port, count] => get(work, port.parse()?, count.parse()?),
        ["encode", file] => {
            let vms = sdk::decode(&std::fs::read_to_string(file)?)?;
            black_box(sdk::encode(&vms));
            forget(vms);
            Ok(())
        }
        [work, kind, file] => {
            let document = std::fs::read_to_string(file)?;
            on_document(work, ListKind::from_name(kind)?, &document)
        }
        _ => Err(format!("unknown work: {arguments:?}").into()),
    }
}

/// Parses or decodes. Lists are leaked: freeing them is not counted.
fn on_document(work: &str, kind: ListKind, document: &str) -> Result<()> {
    with_type!(kind.collection(), T => match work {
        "load" => {}
        "decode" => forget(black_box(sdk::decode::<T>(document)?)),
        "decode-chunks" => forget(black_box(sdk::decode_chunks(kind.collection(), document)?)),
        "events-038" => drop(black_box(xml::events_038(document)?)),
        "events-042" => drop(black_box(xml::events_042(document)?)),
        _ => return Err(format!("unknown work: {work}").into()),
    });
    Ok(())
}

/// Decodes a list; prints the bytes that it keeps and the number of allocations.
fn memory(kind: ListKind, document: &str) -> Result<()> {
    with_type!(kind.collection(), T => {
        let region = Region::new(ALLOCATOR);
        let list = sdk::decode::<T>(document)?;
        let change = region.change();
        drop(list);
        let kept = change.bytes_allocated.saturating_sub(change.bytes_deallocated);
        println!("{kept} {}", change.allocations);
    });
    Ok(())
}

/// Small requests, and one before them that opens the connection.
fn get(work: &str, port: u16, count: usize) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        if work == "get-hyper" {
            let client = http::client();
            for _ in 0..=count {
                black_box(http::get_tag(&client, port).await?);
            }
            return Ok(());
        }
        let connection = sdk::connect(port)?;
        let tag = connection.system_service().tags_service().tag_service("1");
        for _ in 0..=count {
            black_box(tag.get().await?);
        }
        Ok(())
    })
}
