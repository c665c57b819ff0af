//! Lists that come bit by bit.

use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use ovirt::types::Vm;
use ovirt::{Error, Stream};

use crate::engine::Engine;
use crate::server::{Answer, Request};

/// An engine whose list of machines the test sends in parts.
fn in_parts() -> (Engine, Sender<Vec<u8>>) {
    let (sender, parts) = mpsc::channel();
    let parts = Mutex::new(Some(parts));
    let engine = Engine::new(move |_| match parts.lock().unwrap().take() {
        Some(parts) => Answer::Parts(parts),
        None => Answer::empty(404),
    });
    (engine, sender)
}

fn stream(engine: &Engine) -> Stream<Vm> {
    engine
        .connect()
        .system_service()
        .vms_service()
        .list()
        .stream()
}

fn names(vms: &[Vm]) -> Vec<&str> {
    vms.iter().filter_map(|vm| vm.name.as_deref()).collect()
}

#[tokio::test]
async fn an_object_is_there_before_the_answer_is_complete() {
    let (engine, parts) = in_parts();
    let mut stream = stream(&engine);
    parts
        .send(b"<vms><vm><name>a</name></vm><vm><na".to_vec())
        .unwrap();
    let first = stream.next().await.unwrap().unwrap();
    parts.send(b"me>b</name></vm></vms>".to_vec()).unwrap();
    drop(parts);
    let second = stream.next().await.unwrap().unwrap();
    assert_eq!(names(&[first, second]), ["a", "b"]);
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
}

/// Machines whose names are numbers, and something else in the middle.
fn many(something: &str) -> (String, Vec<String>) {
    let names: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
    let mut document = String::from("<vms>\n");
    for (number, name) in names.iter().enumerate() {
        if number == 15_000 {
            document.push_str(something);
        }
        document.push_str(&format!("  <vm><name>{name}</name><cpu/></vm>\n"));
    }
    document.push_str("</vms>");
    (document, names)
}

#[tokio::test]
async fn a_large_list_is_in_order_whatever_is_in_it() {
    for something in [
        "",
        "<!-- <vm> </vm> -->",
        "<size>3</size>",
        "<!-- </vm>\n -->",
    ] {
        let (document, names) = many(something);
        let engine = Engine::new(move |_| Answer::xml(200, &document));
        let vms = engine.connect().system_service().vms_service();
        let kept = vms.list().await.unwrap();
        assert_eq!(self::names(&kept), names, "{something}");
        let (mut stream, mut streamed) = (vms.list().stream(), Vec::new());
        while let Some(vm) = stream.next().await {
            streamed.push(vm.unwrap());
        }
        assert_eq!(self::names(&streamed), names, "{something}");
    }
}

fn reason(error: &Error) -> String {
    let source = std::error::Error::source(error);
    source.map(ToString::to_string).unwrap_or_default()
}

#[tokio::test]
async fn what_is_before_a_flaw_in_a_large_list_comes_first() {
    let (document, _) = many("<vm><memory>much</memory></vm>");
    let engine = Engine::new(move |_| Answer::xml(200, &document));
    let vms = engine.connect().system_service().vms_service();
    let error = vms.list().await.unwrap_err();
    assert!(reason(&error).contains("line 15002"), "{error:?}");
    let (mut stream, mut found) = (vms.list().stream(), 0);
    let error = loop {
        match stream.next().await.unwrap() {
            Ok(_) => found += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(found, 15_000);
    assert!(reason(&error).contains("line 15002"), "{error:?}");
    assert!(stream.next().await.is_none());
}

#[test]
fn without_a_runtime_it_is_an_iterator() {
    let (engine, parts) = in_parts();
    parts
        .send(b"<vms><vm><name>a</name></vm>".to_vec())
        .unwrap();
    let mut vms = stream(&engine).into_iter();
    let first = vms.next().unwrap().unwrap();
    parts
        .send(b"<vm><name>b</name></vm></vms>".to_vec())
        .unwrap();
    drop(parts);
    let rest: Result<Vec<Vm>, Error> = vms.collect();
    assert_eq!(
        (names(&[first]), names(&rest.unwrap())),
        (vec!["a"], vec!["b"])
    );
}

#[tokio::test]
async fn iterating_inside_an_async_task_is_an_error() {
    let (engine, _parts) = in_parts();
    let outcomes: Vec<_> = stream(&engine).into_iter().collect();
    assert!(
        matches!(outcomes.as_slice(), [Err(Error::Usage(_))]),
        "{outcomes:?}"
    );
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn dropping_it_gives_up_the_rest() {
    let (engine, parts) = in_parts();
    let mut stream = stream(&engine);
    parts.send(b"<vms><vm/>".to_vec()).unwrap();
    stream.next().await.unwrap().unwrap();
    drop(stream);
    // Let the runtime see that nobody wants it any more.
    tokio::task::spawn_blocking(move || {
        // The server writes until the connection is closed.
        while parts.send(vec![b' '; 1 << 16]).is_ok() {}
        engine.server.wait_until_left();
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn nothing_is_sent_before_the_first_object_is_asked_for() {
    let (engine, _parts) = in_parts();
    drop(stream(&engine));
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn an_error_is_the_last_item() {
    // The answer, how many objects come before the error, and what that says.
    type Case = (fn() -> Answer, usize, &'static str);
    let table: [Case; 6] = [
        (|| Answer::empty(404), 0, "not found"),
        (|| Answer::xml(200, ""), 0, "empty, expected an object"),
        (
            || Answer::html(200, "<html><title>Hi</title></html>"),
            0,
            "web page (\"Hi\")",
        ),
        (|| Answer::xml(200, "<disks/>"), 0, "cannot be decoded as"),
        (
            || Answer::xml(200, "<vms><vm/><vm><memory>x</memory></vm></vms>"),
            1,
            "cannot be decoded as",
        ),
        (
            || Answer::xml(200, "<vms><vm/><vm/>"),
            2,
            "cannot be decoded as",
        ),
    ];
    for (answer, objects, words) in table {
        let engine = Engine::new(move |_| answer());
        let mut stream = stream(&engine);
        for _ in 0..objects {
            stream.next().await.unwrap().unwrap();
        }
        let error = stream.next().await.unwrap().unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test]
async fn a_part_that_does_not_come_is_a_timeout() {
    let (engine, parts) = in_parts();
    parts.send(b"<vms><vm/>".to_vec()).unwrap();
    let list = engine.connect().system_service().vms_service().list();
    let mut stream = list.with_timeout(Duration::from_millis(200)).stream();
    stream.next().await.unwrap().unwrap();
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    drop(parts);
}

/// An engine with as many machines, that come in pages.
fn in_pages(count: usize) -> Engine {
    Engine::new(move |request: &Request| {
        let query = request.target.split_once('?').unwrap().1;
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(own, _)| *own == name).unwrap().1.to_owned()
        };
        let max: usize = value("max").parse().unwrap();
        let page: usize = value("search").rsplit('+').next().unwrap().parse().unwrap();
        let ids = ((page - 1) * max..count.min(page * max)).map(|id| format!("<vm id='{id}'/>"));
        Answer::xml(200, &format!("<vms>{}</vms>", ids.collect::<String>()))
    })
}

#[tokio::test]
async fn pages_are_asked_for_one_after_the_other() {
    for (count, sizes) in [(0, vec![]), (5, vec![2, 2, 1]), (4, vec![2, 2])] {
        let engine = in_pages(count);
        let vms = engine.connect().system_service().vms_service();
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
async fn a_page_that_can_not_be_is_an_error() {
    let engine = in_pages(3);
    let vms = engine.connect().system_service().vms_service();
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
async fn a_future_that_is_dropped_leaves_the_connection_usable() {
    let engine = Engine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms" => Answer::Never,
        _ => Answer::xml(200, "<api/>"),
    });
    let connection = engine.connect();
    connection.test().await.unwrap();
    let list = connection.system_service().vms_service().list();
    let waiting = tokio::time::timeout(Duration::from_millis(50), list.into_future());
    assert!(waiting.await.is_err());
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 1);
}
