//! Decoding and encoding lists in memory, beside the events and the writer of quick-xml.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ovirt::types::ToXml as _;
use ovirt_benches::baseline::xml;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::{sdk, with_type};

const OBJECTS: usize = 1_000;

fn decode(criterion: &mut Criterion) {
    let lists = Lists::load().unwrap_or_else(|_| Lists::made());
    let mut group = criterion.benchmark_group("decode");
    for kind in ListKind::ALL {
        let document = lists.document(kind, OBJECTS);
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.bench_function(BenchmarkId::new("quick-xml 0.38", kind.name()), |bencher| {
            bencher.iter(|| xml::events_038(black_box(&document)));
        });
        group.bench_function(BenchmarkId::new("list", kind.name()), |bencher| {
            with_type!(kind.collection(), T => {
                bencher.iter_with_large_drop(|| sdk::decode::<T>(black_box(&document)));
            });
        });
    }
    group.finish();
}

fn encode(criterion: &mut Criterion) {
    let lists = Lists::load().unwrap_or_else(|_| Lists::made());
    let document = lists.document(ListKind::Mix, OBJECTS);
    let list = sdk::decode::<ovirt::types::Vm>(&document).unwrap_or_default();
    let text = list.to_xml();
    let events = xml::collect_events(&text).unwrap_or_default();
    let mut group = criterion.benchmark_group("encode");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("quick-xml 0.42", |bencher| {
        bencher.iter_batched(
            || events.clone(),
            |events| xml::write(events, text.len()),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("list", |bencher| bencher.iter(|| black_box(&list).to_xml()));
    group.finish();
}

criterion_group!(documents, decode, encode);
criterion_main!(documents);
