//! Documents in memory: reading and writing a list, beside the limits of quick-xml.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use ovirt::types::{FromXml as _, List, ToXml as _, Vm};
use ovirt_benches::{bare, vms};

const VMS: usize = 1_000;

fn read(criterion: &mut Criterion) {
    let document = vms::document(VMS);
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(document.len() as u64));
    group.bench_function("bare events", |bencher| {
        bencher.iter(|| bare::events(black_box(&document)));
    });
    group.bench_function("list", |bencher| {
        // Giving the memory back isn't part of it.
        bencher.iter_with_large_drop(|| List::<Vm>::from_xml(black_box(&document)));
    });
    group.finish();
}

fn write(criterion: &mut Criterion) {
    let list = List::<Vm>::from_xml(vms::document(VMS)).unwrap_or_default();
    let text = list.to_xml();
    let events = bare::kept_events(&text).unwrap_or_default();
    let mut group = criterion.benchmark_group("write");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("bare writer", |bencher| {
        bencher.iter_batched(
            || events.clone(),
            |events| bare::write(events, text.len()),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("list", |bencher| bencher.iter(|| black_box(&list).to_xml()));
    group.finish();
}

criterion_group!(documents, read, write);
criterion_main!(documents);
