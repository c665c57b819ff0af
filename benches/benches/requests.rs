//! Requests to a server in this process: small ones, and a list.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ovirt::Connection;
use ovirt_benches::bare;
use ovirt_benches::server::Server;
use tokio::runtime::Builder;

const VMS: usize = 1_000;

fn requests(criterion: &mut Criterion) {
    #![allow(clippy::expect_used)]
    let server = Server::start(VMS).expect("a server");
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.plain);
    let connection = Connection::builder(url).token("t").compress(false).build();
    let system = connection.expect("a connection").system_service();
    let (tag, vms) = (system.tags_service().tag_service("1"), system.vms_service());

    let mut group = criterion.benchmark_group("get");
    let client = bare::client();
    group.bench_function("bare hyper", |bencher| {
        bencher.iter(|| runtime.block_on(bare::get(&client, server.plain)));
    });
    group.bench_function("tag", |bencher| {
        bencher.iter(|| runtime.block_on(async { tag.get().await }));
    });
    group.finish();

    let mut group = criterion.benchmark_group("list");
    group.throughput(Throughput::Elements(VMS as u64));
    group.sample_size(20);
    group.bench_function("kept", |bencher| {
        bencher.iter_with_large_drop(|| runtime.block_on(async { vms.list().await }));
    });
    group.bench_function("streamed", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                let mut stream = vms.list().stream();
                while stream.next().await.is_some() {}
            });
        });
    });
    group.finish();
}

criterion_group!(all, requests);
criterion_main!(all);
