//! Decoding and encoding lists in memory, beside the events of quick-xml.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
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
    let vms = sdk::decode(&lists.document(ListKind::Mix, OBJECTS)).unwrap_or_default();
    let mut group = criterion.benchmark_group("encode");
    group.throughput(Throughput::Bytes(sdk::encode(&vms) as u64));
    group.bench_function("mix", |bencher| bencher.iter(|| sdk::encode(&vms)));
    group.finish();
}

criterion_group!(documents, decode, encode);
criterion_main!(documents);
