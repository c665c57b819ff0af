//! Waiting for jobs, and watching events.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ovirt::types::{Disk, DiskStatus, Job, JobStatus, Vm, VmStatus};
use ovirt::{Error, ErrorKind, Operation};

use crate::support::server::{Request, Response};
use crate::support::stub_engine::StubEngine;

const FAST: Duration = Duration::from_millis(1);

/// An engine with these documents at a path, one per request; the last one repeats.
fn engine(path: &'static str, documents: &[&str]) -> StubEngine {
    let documents: Vec<String> = documents.iter().map(|text| (*text).to_owned()).collect();
    let next = Mutex::new(0);
    StubEngine::new(move |request: &Request| {
        let target = request.target.split('?').next().unwrap();
        if !target.ends_with(path) {
            return other(request);
        }
        let mut next = next.lock().unwrap();
        let document = &documents[*next];
        *next = (*next + 1).min(documents.len() - 1);
        match document.as_str() {
            "503" => Response::empty(503),
            "404" => Response::html(404, "<html><title>Not Found</title></html>"),
            "end" => Response::Raw(Vec::new()),
            "403" => Response::xml(403, "<fault><reason>No</reason></fault>"),
            document => Response::xml(200, document),
        }
    })
}

fn other(request: &Request) -> Response {
    match (
        request.method.as_str(),
        request.target.split('?').next().unwrap(),
    ) {
        ("POST", "/ovirt-engine/api/vms") => Response::xml(
            202,
            "<vm id='7' href='/ovirt-engine/api/vms/7'><status>image_locked</status></vm>",
        ),
        ("GET", "/ovirt-engine/api/vms/7") => {
            Response::xml(200, "<vm id='7'><status>down</status></vm>")
        }
        ("GET", "/ovirt-engine/api/events") => Response::xml(
            200,
            "<events><event id='2'><severity>normal</severity><description>Tried.</description></event>\
             <event id='1'><severity>error</severity><description>No space left.</description></event></events>",
        ),
        other => panic!("{other:?}"),
    }
}

fn job(status: &str, step: &str) -> String {
    format!(
        "<jobs><job id='1'><description>Adding VM a</description><status>{status}</status>\
         <steps><step id='2'><description>Copying</description><status>{step}</status></step></steps>\
         </job></jobs>"
    )
}

#[tokio::test]
async fn operation_is_done_once_its_jobs_have_finished() {
    let (open, done) = (job("started", "started"), job("finished", "finished"));
    let engine = engine("/jobs", &[&open, &open, &done]);
    let vms = engine.vms();
    let operation = vms.add(Vm::named("a")).operation().await.unwrap();
    assert_eq!(operation.response().status, Some(VmStatus::ImageLocked));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let vm = operation.done().interval(FAST).on_progress({
        let seen = Arc::clone(&seen);
        move |jobs: &[Job]| seen.lock().unwrap().push(jobs[0].status.clone().unwrap())
    });
    let vm = vm.await.unwrap();
    assert_eq!(vm.status, Some(VmStatus::Down));
    let seen = seen.lock().unwrap();
    assert_eq!(
        *seen,
        [JobStatus::Started, JobStatus::Started, JobStatus::Finished]
    );
}

#[test]
fn failed_job_is_a_fault_with_step_and_event() {
    let engine = engine(
        "/jobs",
        &[&job("started", "started"), &job("failed", "failed")],
    );
    let error = engine
        .connect()
        .wait_for_jobs("abc")
        .interval(FAST)
        .call()
        .unwrap_err();
    assert!(matches!(error, Error::Fault(_)), "{error}");
    assert_eq!(error.kind(), ErrorKind::WaitFailed);
    assert_eq!(
        error.to_string(),
        "the job \"Adding VM a\" failed at the step \"Copying\": No space left. \
         (jobs.wait: GET /jobs): the engine's events with this correlation ID have details"
    );
    assert_eq!(error.correlation_id(), Some("abc"));
    let requests = engine.api_requests();
    assert!(
        requests[0].target.contains("search=correlation_id%3Dabc"),
        "{requests:?}"
    );
}

#[tokio::test]
async fn unfinished_jobs_time_out_and_are_named() {
    let engine = engine("/jobs", &[&job("started", "started")]);
    let wait = engine.connect().wait_for_jobs("abc").interval(FAST);
    let error = wait.timeout(Duration::from_millis(500)).await.unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.to_string().contains("Adding VM a"), "{error}");
}

#[tokio::test]
async fn jobs_that_appear_late_are_found() {
    let absent = "<jobs/>";
    let (open, done) = (job("started", "started"), job("finished", "finished"));
    let engine = engine("/jobs", &[absent, absent, &open, &done]);
    let wait = engine.connect().wait_for_jobs("abc").interval(FAST);
    wait.await.unwrap();
    assert_eq!(engine.api_requests().len(), 4);
}

#[tokio::test]
async fn no_job_within_the_grace_period_is_not_success() {
    let engine = engine("/jobs", &["<jobs/>"]);
    let wait = engine.connect().wait_for_jobs("abc").interval(FAST);
    let error = wait.grace_period(FAST * 300).await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error}");
    let text = error.to_string();
    assert!(
        text.contains("correlation id abc appeared within 300ms"),
        "{text}"
    );
    assert!(engine.api_requests().len() > 2);
}

#[tokio::test]
async fn jobs_of_unknown_status_are_waited_for() {
    for status in ["unknown", "something_new"] {
        let (open, done) = (job(status, "started"), job("finished", "finished"));
        let engine = engine("/jobs", &[&open, &open, &done]);
        let wait = engine.connect().wait_for_jobs("abc").interval(FAST);
        wait.await.unwrap();
        assert_eq!(engine.api_requests().len(), 3, "{status}");

        let engine = self::engine("/jobs", &[&open]);
        let wait = engine.connect().wait_for_jobs("abc").interval(FAST);
        let error = wait.timeout(FAST * 200).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        let expected = format!("Adding VM a has the status {status}");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}

/// An engine whose disks are added with a status code and a status, and then read with others.
fn disk_engine(code: u16, added: &'static str, read: &[&'static str]) -> StubEngine {
    let read = read.to_vec();
    let next = Mutex::new(0);
    StubEngine::new(move |request: &Request| {
        let target = request.target.split('?').next().unwrap();
        let disk = |code, status: &str| {
            let href = "/ovirt-engine/api/disks/7";
            let status = match status {
                "" => String::new(),
                status => format!("<status>{status}</status>"),
            };
            Response::xml(code, &format!("<disk id='7' href='{href}'>{status}</disk>"))
        };
        match (request.method.as_str(), target) {
            ("POST", "/ovirt-engine/api/disks") => disk(code, added),
            ("GET", "/ovirt-engine/api/disks/7") => {
                let mut next = next.lock().unwrap();
                let status = read[*next];
                *next = (*next + 1).min(read.len() - 1);
                disk(200, status)
            }
            ("GET", "/ovirt-engine/api/jobs") => Response::xml(200, "<jobs/>"),
            other => panic!("{other:?}"),
        }
    })
}

async fn added(engine: &StubEngine) -> Operation<Disk> {
    let disks = engine.connect().system_service().disks_service();
    disks.add(Disk::new()).operation().await.unwrap()
}

#[tokio::test]
async fn operation_without_a_job_is_done_once_the_object_is_settled() {
    let engine = disk_engine(201, "locked", &["locked", "something_new", "ok"]);
    let disk = added(&engine).await.done().interval(FAST).await.unwrap();
    assert_eq!(disk.status, Some(DiskStatus::Ok));
    // The addition, and three times jobs and disk.
    assert_eq!(engine.api_requests().len(), 7);
}

#[tokio::test]
async fn operation_without_job_and_status_is_done_at_once_unless_a_job_is_announced() {
    let engine = disk_engine(201, "", &[""]);
    added(&engine).await.done().await.unwrap();
    assert_eq!(engine.api_requests().len(), 3);

    let engine = disk_engine(202, "", &[""]);
    let done = added(&engine).await.done().interval(FAST);
    let error = done.grace_period(FAST * 300).await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error}");

    let engine = disk_engine(202, "ok", &["ok"]);
    let done = added(&engine).await.done().interval(FAST);
    done.grace_period(FAST * 300).await.unwrap();
    assert!(engine.api_requests().len() > 4);
}

#[tokio::test]
async fn operation_fails_if_its_object_does() {
    let engine = disk_engine(201, "locked", &["locked", "illegal"]);
    let error = added(&engine)
        .await
        .done()
        .interval(FAST)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitFailed);
    let text = error.to_string();
    assert!(
        text.contains("the status of the object has become illegal"),
        "{text}"
    );
}

#[tokio::test]
async fn operation_on_a_locked_object_times_out_with_its_status() {
    let engine = disk_engine(201, "locked", &["locked"]);
    let done = added(&engine).await.done().interval(FAST);
    let error = done.timeout(FAST * 200).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let text = error.to_string();
    assert!(
        text.contains("the status of the object is locked"),
        "{text}"
    );
}

fn events(ids: &[u64]) -> String {
    let events = ids.iter().map(|id| format!("<event id='{id}'/>"));
    format!("<events>{}</events>", events.collect::<String>())
}

async fn watched(engine: &StubEngine, after: Option<i64>, count: usize) -> Vec<String> {
    let service = engine.connect().system_service().events_service();
    let mut stream = service.watch_every(after, FAST);
    let mut ids = Vec::new();
    while ids.len() < count {
        ids.push(stream.next().await.unwrap().unwrap().id.unwrap());
    }
    ids
}

#[tokio::test]
async fn new_events_are_yielded_in_order_and_once() {
    let responses = [
        &[100][..],
        &[100],
        &[103, 101],
        &[102, 103, 101],
        &[],
        &[104, 99],
    ]
    .map(events);
    let responses: Vec<&str> = responses.iter().map(String::as_str).collect();
    let engine = engine("/events", &responses);
    assert_eq!(
        watched(&engine, None, 4).await,
        ["101", "103", "102", "104"]
    );
    let requests = engine.api_requests();
    assert!(
        requests[0].target.ends_with("events?max=1"),
        "{:?}",
        requests[0]
    );
    assert!(requests[1].target.contains("from="), "{:?}", requests[1]);
}

/// An engine with these events, one list for each poll; the last one repeats. Respects `from`.
fn event_engine(polls: &[&[u64]]) -> StubEngine {
    let polls: Vec<Vec<u64>> = polls.iter().map(|ids| ids.to_vec()).collect();
    let next = Mutex::new(0);
    StubEngine::new(move |request: &Request| {
        let mut next = next.lock().unwrap();
        let ids = &polls[*next];
        let from = request.target.split_once("from=");
        let ids = match from {
            None => vec![*ids.iter().max().unwrap()],
            Some((_, from)) => {
                *next = (*next + 1).min(polls.len() - 1);
                let from: u64 = from.parse().unwrap();
                ids.iter().copied().filter(|id| *id > from).collect()
            }
        };
        Response::xml(200, &events(&ids))
    })
}

#[tokio::test]
async fn late_events_below_a_gap_are_yielded_once() {
    let polls: [&[u64]; 4] = [
        &[1_000],
        &[9_000, 1_000],
        &[9_000, 5_000, 1_001, 1_000],
        &[9_001, 9_000, 5_000, 1_001, 1_000],
    ];
    let engine = event_engine(&polls);
    let ids = watched(&engine, Some(1_000), 4).await;
    assert_eq!(ids, ["9000", "1001", "5000", "9001"]);
}

#[tokio::test]
async fn event_ids_that_begin_again_end_the_stream_with_an_error() {
    // Far below the last id; a little below it from the beginning; and a little, but later.
    let later = "<events><event id='99'><time>2026-01-01T00:00:02Z</time></event></events>";
    let last = "<events><event id='100'><time>2026-01-01T00:00:01Z</time></event></events>";
    let far = events(&[3, 2, 1]);
    let near = events(&[999]);
    let table: [(i64, &[&str], &str); 3] = [
        (1_000, &["<events/>", &far], "has the id 3, although 1000"),
        (
            1_000,
            &["<events/>", &near],
            "has the id 999, although 1000",
        ),
        (
            99,
            &[last, "<events/>", later],
            "has the id 99, although 100",
        ),
    ];
    for (after, documents, expected) in table {
        let engine = engine("/events", documents);
        let events = engine.connect().system_service().events_service();
        let mut stream = events.watch_every(Some(after), FAST);
        let error = loop {
            if let Err(error) = stream.next().await.unwrap() {
                break error;
            }
        };
        assert!(error.to_string().contains(expected), "{error}");
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test]
async fn event_without_a_number_as_id_is_an_error() {
    let engine = engine("/events", &["<events><event id='x'/></events>"]);
    let events = engine.connect().system_service().events_service();
    let error = events.watch(Some(1)).next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("\"x\", not a number"), "{error}");
}

#[tokio::test]
async fn removal_of_the_last_event_does_not_end_the_stream() {
    let time = |id: u64| {
        format!(
            "<event id='{id}'><time>2026-01-01T00:00:0{}Z</time></event>",
            id % 10
        )
    };
    let document = |ids: &[u64]| {
        let events = ids.iter().map(|id| time(*id)).collect::<String>();
        format!("<events>{events}</events>")
    };
    let (all, rest) = (document(&[102, 101]), document(&[101]));
    let more = document(&[103, 101]);
    let engine = engine("/events", &[&all, &rest, &rest, &more]);
    assert_eq!(watched(&engine, Some(100), 3).await, ["101", "102", "103"]);
}

#[tokio::test]
async fn events_after_a_known_one_are_yielded() {
    let engine = engine("/events", &[&events(&[7, 6, 5, 4])]);
    assert_eq!(watched(&engine, Some(5), 2).await, ["6", "7"]);
}

#[tokio::test]
async fn watching_continues_after_transient_errors() {
    let (first, second) = (events(&[6]), events(&[8, 7, 6]));
    let responses = [first.as_str(), "503", "404", "end", "503", &second];
    let engine = engine("/events", &responses);
    assert_eq!(watched(&engine, Some(5), 3).await, ["6", "7", "8"]);
}

#[tokio::test]
async fn permanent_error_ends_the_stream() {
    let engine = engine("/events", &["403"]);
    let mut stream = engine
        .connect()
        .system_service()
        .events_service()
        .watch(Some(1));
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error}");
    assert!(stream.next().await.is_none());
}

fn usage_message(result: Result<impl std::fmt::Debug, Error>) -> String {
    match result {
        Err(Error::Usage(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn correlation_ids_that_the_engine_would_alter_are_not_sent() {
    let engine = engine("/jobs", &["<jobs/>"]);
    let connection = engine.connect();
    let vms = connection.system_service().vms_service();
    let long = "x".repeat(37);
    for (id, normalized) in [("nightly.7", "nightly7"), (&long, &long[..36])] {
        let header = engine.builder().header("correlation-id", id).build();
        let raw = connection.raw("GET", "vms");
        let messages = [
            usage_message(vms.list().with_correlation_id(id).await),
            usage_message(vms.list().with_header("Correlation-Id", id).await),
            usage_message(vms.list().with_query("correlation_id", id).await),
            usage_message(raw.header("Correlation-Id", id).await),
            usage_message(connection.wait_for_jobs(id).await),
            usage_message(header),
        ];
        for message in messages {
            assert!(
                message.contains(&format!("such as {normalized:?}")),
                "{message}"
            );
            assert!(message.contains("1 to 36"), "{message}");
        }
    }
    assert_eq!(engine.server.requests().len(), 0);
}
