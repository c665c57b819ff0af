//! Streams, iterators and pages of lists.

use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use ovirt::types::Vm;
use ovirt::{Error, ErrorKind, Stream};

use crate::support::server::{Request, Response};
use crate::support::stub_engine::StubEngine;

/// An engine whose list of VMs the test sends in chunks.
fn in_chunks() -> (StubEngine, Sender<Vec<u8>>) {
    let (sender, chunks) = mpsc::channel();
    let chunks = Mutex::new(Some(chunks));
    let engine = StubEngine::new(move |_| match chunks.lock().unwrap().take() {
        Some(chunks) => Response::Chunks(chunks),
        None => Response::empty(404),
    });
    (engine, sender)
}

fn stream(engine: &StubEngine) -> Stream<Vm> {
    engine.vms().list().stream()
}

fn names(vms: &[Vm]) -> Vec<&str> {
    vms.iter().filter_map(|vm| vm.name.as_deref()).collect()
}

#[tokio::test]
async fn objects_are_yielded_before_the_response_is_complete() {
    let (engine, chunks) = in_chunks();
    let mut stream = stream(&engine);
    chunks
        .send(b"<vms><vm><name>a</name></vm><vm><na".to_vec())
        .unwrap();
    let first = stream.next().await.unwrap().unwrap();
    chunks.send(b"me>b</name></vm></vms>".to_vec()).unwrap();
    drop(chunks);
    let second = stream.next().await.unwrap().unwrap();
    assert_eq!(names(&[first, second]), ["a", "b"]);
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
}

/// A list of 20,000 VMs named by numbers, with an insertion before number 15,000.
fn many(insertion: &str) -> (String, Vec<String>) {
    let names: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
    let mut document = String::from("<vms>\n");
    for (number, name) in names.iter().enumerate() {
        if number == 15_000 {
            document.push_str(insertion);
        }
        document.push_str(&format!("  <vm><name>{name}</name><cpu/></vm>\n"));
    }
    document.push_str("</vms>");
    (document, names)
}

#[tokio::test]
async fn large_list_keeps_its_order_despite_comments_and_other_elements() {
    for insertion in [
        "",
        "<!-- <vm> </vm> -->",
        "<size>3</size>",
        "<!-- </vm>\n -->",
    ] {
        let (document, names) = many(insertion);
        let engine = StubEngine::new(move |_| Response::xml(200, &document));
        let vms = engine.vms();
        let kept = vms.list().await.unwrap();
        assert_eq!(self::names(&kept), names, "{insertion}");
        let (mut stream, mut streamed) = (vms.list().stream(), Vec::new());
        while let Some(vm) = stream.next().await {
            streamed.push(vm.unwrap());
        }
        assert_eq!(self::names(&streamed), names, "{insertion}");
    }
}

fn source(error: &Error) -> String {
    let source = std::error::Error::source(error);
    source.map(ToString::to_string).unwrap_or_default()
}

#[tokio::test]
async fn objects_before_a_decoding_error_are_yielded_first() {
    let (document, _) = many("<vm><memory>much</memory></vm>");
    let engine = StubEngine::new(move |_| Response::xml(200, &document));
    let vms = engine.vms();
    let error = vms.list().await.unwrap_err();
    assert!(source(&error).contains("line 15002"), "{error:?}");
    let (mut stream, mut found) = (vms.list().stream(), 0);
    let error = loop {
        match stream.next().await.unwrap() {
            Ok(_) => found += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(found, 15_000);
    assert!(source(&error).contains("line 15002"), "{error:?}");
    while let Some(vm) = stream.next().await {
        vm.unwrap();
        found += 1;
    }
    assert_eq!(found, 20_000, "the next objects follow");
}

#[tokio::test]
async fn unreadable_object_is_named_and_does_not_end_the_stream() {
    let document = "<vms><vm id='1'/><vm id='2'><name>b</name><memory>much</memory><nics/></vm>\
                    <vm id='3'/><vm id='4'><stateless>maybe</stateless></vm><vm id='5'/></vms>";
    let engine = StubEngine::new(move |_| Response::xml(200, document));
    let error = engine.vms().list().await.unwrap_err();
    assert!(
        source(&error).ends_with("of vm \"b\" (id 2)"),
        "{}",
        source(&error)
    );
    for size in [1, 7, 1_000] {
        let (engine, chunks) = in_chunks();
        for chunk in document.as_bytes().chunks(size) {
            chunks.send(chunk.to_vec()).unwrap();
        }
        drop(chunks);
        let (mut stream, mut found) = (stream(&engine), Vec::new());
        while let Some(vm) = stream.next().await {
            found.push(match vm {
                Ok(vm) => vm.id.unwrap(),
                Err(error) => source(&error).rsplit(", of ").next().unwrap().to_owned(),
            });
        }
        assert_eq!(
            found,
            ["1", "vm \"b\" (id 2)", "3", "vm (id 4)", "5"],
            "{size}"
        );
    }
}

#[test]
fn stream_is_an_iterator_outside_a_runtime() {
    let (engine, chunks) = in_chunks();
    chunks
        .send(b"<vms><vm><name>a</name></vm>".to_vec())
        .unwrap();
    let mut vms = stream(&engine).into_iter();
    let first = vms.next().unwrap().unwrap();
    chunks
        .send(b"<vm><name>b</name></vm></vms>".to_vec())
        .unwrap();
    drop(chunks);
    let rest: Result<Vec<Vm>, Error> = vms.collect();
    assert_eq!(
        (names(&[first]), names(&rest.unwrap())),
        (vec!["a"], vec!["b"])
    );
}

#[tokio::test]
async fn blocking_iteration_inside_an_async_task_is_an_error() {
    let (engine, _chunks) = in_chunks();
    let outcomes: Vec<_> = stream(&engine).into_iter().collect();
    assert!(
        matches!(outcomes.as_slice(), [Err(Error::Usage(_))]),
        "{outcomes:?}"
    );
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    let (engine, chunks) = in_chunks();
    let mut stream = stream(&engine);
    chunks.send(b"<vms><vm/>".to_vec()).unwrap();
    stream.next().await.unwrap().unwrap();
    drop(stream);
    // The runtime must run to close the connection.
    tokio::task::spawn_blocking(move || {
        // The server writes until the connection is closed.
        while chunks.send(vec![b' '; 1 << 16]).is_ok() {}
        engine.server.wait_until_closed();
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn stream_sends_nothing_before_the_first_poll() {
    let (engine, _chunks) = in_chunks();
    drop(stream(&engine));
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn error_is_the_last_item() {
    // The response, the number of objects before the error, and a part of its text.
    type Case = (fn() -> Response, usize, &'static str);
    let table: [Case; 6] = [
        (|| Response::empty(404), 0, "not found"),
        (|| Response::xml(200, ""), 0, "expected an object"),
        (
            || Response::html(200, "<html><title>Hi</title></html>"),
            0,
            "web page (\"Hi\")",
        ),
        (|| Response::xml(200, "<disks/>"), 0, "cannot be decoded as"),
        (
            || Response::xml(200, "<vms><vm/><vm><memory>x</memory></vm></vms>"),
            1,
            "cannot be decoded as",
        ),
        (
            || Response::xml(200, "<vms><vm/><vm/>"),
            2,
            "cannot be decoded as",
        ),
    ];
    for (response, objects, text) in table {
        let engine = StubEngine::new(move |_| response());
        let mut stream = stream(&engine);
        for _ in 0..objects {
            stream.next().await.unwrap().unwrap();
        }
        let error = stream.next().await.unwrap().unwrap_err();
        assert!(error.to_string().contains(text), "{error}");
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test]
async fn missing_chunk_is_a_timeout() {
    let (engine, chunks) = in_chunks();
    chunks.send(b"<vms><vm/>".to_vec()).unwrap();
    let list = engine.vms().list();
    let mut stream = list.with_timeout(Duration::from_millis(200)).stream();
    stream.next().await.unwrap().unwrap();
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    drop(chunks);
}

#[tokio::test]
async fn stream_that_holds_the_only_connection_is_named() {
    let (engine, chunks) = in_chunks();
    let connection = engine.builder().connections(1).build().unwrap();
    let vms = connection.system_service().vms_service();
    let mut stream = vms.list().stream();
    chunks.send(b"<vms><vm/>".to_vec()).unwrap();
    stream.next().await.unwrap().unwrap();
    let short = Duration::from_millis(50);
    let get = || vms.vm_service("1").get().with_timeout(short);
    let error = get().await.unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, Error::Timeout(_)), "{text}");
    assert!(error.details().is_unsent(), "{text}");
    assert!(text.contains("all 1 are in use, 1 by streams"), "{text}");
    chunks.send(b"</vms>".to_vec()).unwrap();
    drop(chunks);
    assert!(stream.next().await.is_none());
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert_eq!(error.status(), Some(404), "{error}");
}

#[tokio::test]
async fn slow_request_that_holds_the_only_connection_is_no_stream() {
    let engine = StubEngine::new(|_| Response::Never);
    let connection = engine.builder().connections(1).build().unwrap();
    let get = connection
        .system_service()
        .vms_service()
        .vm_service("1")
        .get();
    let (first, second) = (get.clone(), get.with_timeout(Duration::from_millis(300)));
    let first = first.with_timeout(Duration::from_secs(600)).spawn();
    while engine.api_requests().is_empty() {
        tokio::task::yield_now().await;
    }
    let text = second.await.unwrap_err().to_string();
    assert!(text.contains("all 1 are in use"), "{text}");
    assert!(!text.contains("by streams"), "{text}");
    drop((engine, first));
}

/// An engine with this number of VMs, in pages.
fn in_pages(count: usize) -> StubEngine {
    StubEngine::new(move |request: &Request| {
        let query = request.target.split_once('?').unwrap().1;
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(own, _)| *own == name).unwrap().1.to_owned()
        };
        let max: usize = value("max").parse().unwrap();
        let page: usize = value("search").rsplit('+').next().unwrap().parse().unwrap();
        let ids = ((page - 1) * max..count.min(page * max)).map(|id| format!("<vm id='{id}'/>"));
        Response::xml(200, &format!("<vms>{}</vms>", ids.collect::<String>()))
    })
}

#[tokio::test]
async fn pages_are_requested_one_by_one() {
    for (count, sizes) in [(0, vec![]), (5, vec![2, 2, 1]), (4, vec![2, 2])] {
        let engine = in_pages(count);
        let vms = engine.vms();
        let mut pages = vms.list().search("name=a*").pages(2);
        let mut found = Vec::new();
        while let Some(page) = pages.next().await {
            found.push(page.unwrap().len());
        }
        assert_eq!(found, sizes);
        let first = &engine.api_requests()[0].target;
        assert!(
            first.contains("search=name%3Da*+sortby+name+asc+page+1") && first.contains("max=2"),
            "{first}"
        );
    }
}

#[tokio::test]
async fn page_without_new_objects_is_an_error() {
    // An engine that ignores the number of the page.
    let engine = StubEngine::new(|_| Response::xml(200, "<vms><vm id='1'/><vm id='2'/></vms>"));
    let mut pages = engine.vms().list().pages(2);
    assert_eq!(pages.next().await.unwrap().unwrap().len(), 2);
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("page 2 has only the objects of the page before"),
        "{error}"
    );
    assert!(pages.next().await.is_none());
    assert_eq!(engine.api_requests().len(), 2);
}

#[test]
fn stream_whose_runtime_has_ended_is_an_error() {
    let (engine, chunks) = in_chunks();
    chunks.send(b"<vms><vm/>".to_vec()).unwrap();
    let mut stream = stream(&engine);
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    runtime().block_on(stream.next()).unwrap().unwrap();
    let error = runtime().block_on(stream.next()).unwrap().unwrap_err();
    assert!(
        error.to_string().contains("its runtime shut down"),
        "{error}"
    );
    assert!(runtime().block_on(stream.next()).is_none());
}

#[tokio::test]
async fn invalid_page_request_is_a_usage_error() {
    let engine = in_pages(3);
    let vms = engine.vms();
    for mut pages in [
        vms.list().pages(0),
        vms.list().search("name=a page 2").pages(2),
    ] {
        let error = pages.next().await.unwrap().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
    }
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn dropping_a_future_leaves_the_connection_usable() {
    let engine = StubEngine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms" => Response::Never,
        _ => Response::xml(200, "<api/>"),
    });
    let connection = engine.connect();
    connection.test().await.unwrap();
    let list = connection.system_service().vms_service().list();
    let waiting = tokio::time::timeout(Duration::from_millis(50), list.into_future());
    assert!(waiting.await.is_err());
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 1);
}

#[tokio::test]
async fn fault_with_status_200_ends_a_stream_with_that_fault() {
    let fault = "<fault><reason>No</reason><detail>VM is locked.</detail></fault>";
    let engine = StubEngine::new(move |_| Response::xml(200, fault));
    let error = engine
        .vms()
        .list()
        .stream()
        .next()
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Locked, "{error}");
    assert_eq!(error.status(), Some(200));
}
