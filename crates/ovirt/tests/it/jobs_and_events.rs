//! Waiting for jobs, and watching events.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ovirt::Error;
use ovirt::types::{Job, JobStatus, Vm, VmStatus};

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
    assert!(error.to_string().contains("Adding VM a"), "{error}");
}

#[tokio::test]
async fn absent_jobs_count_as_finished() {
    let engine = engine("/jobs", &["<jobs/>"]);
    engine.connect().wait_for_jobs("abc").await.unwrap();
}

fn events(ids: &[u64]) -> String {
    let events = ids.iter().map(|id| format!("<event id='{id}'/>"));
    format!("<events>{}</events>", events.collect::<String>())
}

async fn watched(engine: &StubEngine, after: Option<u64>, count: usize) -> Vec<String> {
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
