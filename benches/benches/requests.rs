//! Small requests and lists over TLS, to a server in this process.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ovirt_benches::baseline::http;
use ovirt_benches::lists::{ListKind, Lists};
use ovirt_benches::sdk;
use ovirt_benches::server::Server;
use tokio::runtime::Builder;

const OBJECTS: usize = 1_000;

#[allow(clippy::expect_used)]
fn small(criterion: &mut Criterion) {
    let server = Server::start(String::new()).expect("the server starts");
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime can be built");
    let connection = sdk::connect(server.plain).expect("the URL is valid");
    let tag = connection.system_service().tags_service().tag_service("1");
    let client = http::client();
    let mut group = criterion.benchmark_group("get");
    group.bench_function("hyper", |bencher| {
        bencher.iter(|| runtime.block_on(http::get_tag(&client, server.plain)));
    });
    group.bench_function("tag", |bencher| {
        bencher.iter(|| runtime.block_on(async { tag.get().await }));
    });
    group.finish();
}

#[allow(clippy::expect_used)]
fn lists(criterion: &mut Criterion) {
    let lists = Lists::load().unwrap_or_else(|_| Lists::made());
    let mut group = criterion.benchmark_group("list");
    group.throughput(Throughput::Elements(OBJECTS as u64));
    group.sample_size(20);
    for kind in [ListKind::Mix, ListKind::DataCenter] {
        let server = Server::start(lists.document(kind, OBJECTS)).expect("the server starts");
        let connection = sdk::connect_tls(server.tls, &server.certificate);
        let connection = connection.expect("the certificate is valid");
        let system = connection.system_service();
        let vms = system.vms_service();
        group.bench_function(kind.name(), |bencher| {
            bencher.iter_with_large_drop(|| vms.list().call());
        });
        group.bench_function(format!("{} streamed", kind.name()), |bencher| {
            bencher.iter(|| sdk::stream(&connection, kind.collection()));
        });
    }
    group.finish();
}

criterion_group!(requests, small, lists);
criterion_main!(requests);
