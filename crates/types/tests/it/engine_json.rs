//! JSON documents: those of a real engine, if available, are read in full; others are refused.

use std::fs;

use ovirt_model::{Model, names};
use ovirt_types::{Date, Document, Event, Fault, List, Tag, Vm};
use serde::de::DeserializeSeed as _;
use serde_json::{Value, json};

use crate::corpus::test_data;

/// A response of a real engine.
struct Recorded {
    id: String,
    path: String,
    status: u64,
    body: Value,
}

/// The JSON responses; none if the test data is absent.
fn recorded() -> Vec<Recorded> {
    let mut responses = Vec::new();
    for path in test_data("engine", "jsonl") {
        for line in fs::read_to_string(&path).expect("a recording").lines() {
            let exchange: Value = serde_json::from_str(line).expect("an exchange");
            let text = |pointer| {
                exchange
                    .pointer(pointer)
                    .and_then(Value::as_str)
                    .unwrap_or("")
            };
            let is_json = text("/response/headers/Content-Type").contains("json");
            let is_login = text("/request/path").contains("/sso/");
            if !is_json || is_login || text("/response/body").is_empty() {
                continue;
            }
            responses.push(Recorded {
                id: text("/id").to_owned(),
                path: text("/request/path").to_owned(),
                status: exchange["response"]["status"].as_u64().expect("a status"),
                body: serde_json::from_str(text("/response/body")).expect("JSON"),
            });
        }
    }
    responses
}

/// A path with `1` in place of the identifiers, which may contain slashes.
fn without_identifiers(path: &str) -> String {
    let mut parts = path.split("${");
    let start = parts.next().unwrap_or_default().to_owned();
    parts.fold(start, |start, part| {
        let (_, rest) = part.split_once('}').expect("the end of an identifier");
        start + "1" + rest
    })
}

/// The tag of the root element of the same document in XML.
fn root_tag(model: &Model, response: &Recorded) -> Option<String> {
    if response.status >= 400 {
        let faults = [("fault", "action"), ("reason", "fault")];
        let is_in_body = |(member, _): &(&str, &str)| response.body.get(*member).is_some();
        return faults
            .into_iter()
            .find(is_in_body)
            .map(|(_, tag)| tag.to_owned());
    }
    let path = without_identifiers(&response.path);
    let path = path
        .trim_start_matches("/ovirt-engine/api")
        .trim_matches('/');
    if path.is_empty() {
        return Some("api".to_owned());
    }
    // Some collections are not called like their items: the `options` of a user.
    let array = response
        .body
        .as_object()?
        .iter()
        .find(|(_, value)| value.is_array());
    if let Some(item) = model
        .structs()
        .find(|item| array.is_some_and(|(name, _)| item.tag() == *name))
    {
        return Some(item.plural_tag());
    }
    let mut segments = path.rsplit('/');
    let (last, parent) = (segments.next()?, segments.next());
    let of = |segment: &str| {
        let exception = match segment {
            "operatingsystems" => Some("operating_system_info"),
            "nics" if path.starts_with("hosts/") => Some("host_nic"),
            "numanodes" => Some("numa_node"),
            _ => None,
        };
        model.structs().find(|structure| match exception {
            Some(name) => structure.name == name,
            None => names::segment(&structure.plural_tag()) == segment,
        })
    };
    of(last)
        .map(|structure| structure.plural_tag())
        .or_else(|| parent.and_then(of).map(|structure| structure.tag()))
}

/// Checks that everything in the engine's JSON is in ours.
fn assert_covers(path: &str, engine: &Value, ours: &Value) {
    match (engine, ours) {
        (Value::Object(engine), Value::Object(list)) if list.contains_key("items") => {
            let empty = json!([]);
            let mut arrays = engine.values().filter(|value| value.is_array());
            assert_covers(path, arrays.next().unwrap_or(&empty), &ours["items"]);
        }
        (Value::Object(engine), Value::Object(members)) => {
            for (name, value) in engine.iter().filter(|(name, _)| !is_metadata(name)) {
                let path = format!("{path}.{name}");
                let renamed = || members.iter().find(|(own, _)| names::tag(own) == *name);
                match members
                    .get(name)
                    .or_else(|| renamed().map(|(_, value)| value))
                {
                    Some(ours) => assert_covers(&path, value, ours),
                    None => assert_eq!(value, "", "{path} is missing"),
                }
            }
            assert_has_links(path, engine.get("link"), ours);
        }
        (Value::Array(engine), Value::Array(ours)) => {
            assert_eq!(engine.len(), ours.len(), "{path}");
            for (index, pair) in engine.iter().zip(ours).enumerate() {
                assert_covers(&format!("{path}[{index}]"), pair.0, pair.1);
            }
        }
        (Value::Number(milliseconds), Value::String(date)) => {
            let date: Date = date.parse().expect(date);
            assert_eq!(
                milliseconds.as_i64(),
                Some(date.unix_milliseconds()),
                "{path}"
            );
        }
        (Value::String(text), Value::Number(number)) => {
            let numbers: [f64; 2] = [text, &number.to_string()].map(|text| text.parse().unwrap());
            assert_eq!(numbers[0], numbers[1], "{path}");
        }
        (Value::Number(one), Value::Number(other)) => {
            assert_eq!(one.as_f64(), other.as_f64(), "{path}");
        }
        (Value::String(text), Value::Bool(value)) => assert_eq!(text, &value.to_string(), "{path}"),
        (engine, ours) => assert_eq!(engine, ours, "{path}"),
    }
}

fn is_metadata(name: &str) -> bool {
    ["actions", "link"].contains(&name)
}

/// Checks that the lists of an object have the addresses of its links.
fn assert_has_links(path: &str, links: Option<&Value>, ours: &Value) {
    for link in links.and_then(Value::as_array).into_iter().flatten() {
        for (name, member) in ours.as_object().expect("an object") {
            if names::segment(name) == link["rel"] && member.get("items").is_some() {
                assert_eq!(member["href"], link["href"], "{path}.{name}");
            }
        }
    }
}

#[test]
fn documents_of_a_real_engine_are_read_in_full() {
    let model = Model::embedded();
    let responses = recorded();
    let mut read = 0;
    for response in &responses {
        let Some(document) = root_tag(&model, response)
            .as_deref()
            .and_then(Document::empty)
        else {
            continue;
        };
        let document = document
            .deserialize(&response.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", response.id, response.body));
        let ours = serde_json::to_value(&document).expect("JSON");
        assert_covers(&response.id, &response.body, &ours);
        read += 1;
    }
    assert!(
        read * 20 >= responses.len() * 19,
        "{read} of {} are known",
        responses.len()
    );
}

#[test]
fn the_shapes_of_the_engine_are_read() {
    let vms: List<Vm> = serde_json::from_value(json!({ "vm": [{
        "id": "1",
        "memory": "1073741824",
        "stateless": "false",
        "creation_time": 1_796_008_936_300_i64,
        "cluster": { "href": "/clusters/7", "id": "7" },
        "nics": { "nic": [{ "name": "nic1" }] },
        "os": { "boot": { "devices": { "device": ["hd", "network"] } } },
        "host_numa_nodes": { "host_numa_node": [{ "index": "0" }] },
        "actions": { "link": [{ "rel": "start", "href": "/vms/1/start" }] },
        "link": [
            { "rel": "nics", "href": "/vms/1/nics" },
            { "rel": "diskattachments", "href": "/vms/1/diskattachments" },
        ],
    }] }))
    .unwrap();
    let written = serde_json::to_value(&vms).unwrap();
    assert_eq!(
        written,
        json!({ "items": [{
            "id": "1",
            "memory": 1_073_741_824,
            "stateless": false,
            "creation_time": "2026-11-30T03:22:16.3+00:00",
            "cluster": { "href": "/clusters/7", "id": "7" },
            "nics": { "href": "/vms/1/nics", "items": [{ "name": "nic1" }] },
            "disk_attachments": { "href": "/vms/1/diskattachments", "items": [] },
            "os": { "boot": { "devices": { "items": ["hd", "network"] } } },
            "numa_nodes": { "items": [{ "index": 0 }] },
        }] })
    );
    assert_eq!(serde_json::from_value::<List<Vm>>(written).unwrap(), vms);
    assert!(serde_json::from_str::<List<Vm>>("{}").unwrap().is_empty());
}

#[test]
fn a_list_has_one_shape_whatever_it_holds() {
    let empty = List::<Tag>::new();
    let linked = List::<Tag>::new().with_href("/vms/1/tags");
    let full = List::from([Tag::named("a")]);
    for (list, expected) in [
        (empty, json!({ "items": [] })),
        (linked, json!({ "href": "/vms/1/tags", "items": [] })),
        (full, json!({ "items": [{ "name": "a" }] })),
    ] {
        assert_eq!(serde_json::to_value(&list).unwrap(), expected);
        let vm = Vm {
            tags: Some(list),
            ..Vm::new()
        };
        assert_eq!(
            serde_json::to_value(&vm).unwrap(),
            json!({ "tags": expected })
        );
    }
}

#[test]
fn arrays_are_read_as_lists() {
    let vm: Vm = serde_json::from_value(json!({ "tags": [{ "name": "a" }] })).unwrap();
    assert_eq!(vm, Vm::new().tags([Tag::named("a")]));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    for (vm, message) in [
        (json!({ "nmae": "a" }), "`vm` has no member `nmae`"),
        (
            json!({ "cpu": { "sped": 1 } }),
            "`cpu` has no member `sped`",
        ),
        (
            json!({ "memory": "2 GiB" }),
            "expected an integer of 64 bits as `memory`, found \"2 GiB\"",
        ),
        (
            json!({ "memory": 1.5 }),
            "expected an integer of 64 bits as `memory`, found 1.5",
        ),
        (
            json!({ "memory": u64::MAX }),
            "expected an integer of 64 bits as `memory`",
        ),
        (
            json!({ "memory": true }),
            "expected an integer of 64 bits as `memory`, found true",
        ),
        (
            json!({ "memory": [1] }),
            "expected an integer of 64 bits as `memory`",
        ),
        (
            json!({ "stateless": "yes" }),
            "expected a boolean as `stateless`, found \"yes\"",
        ),
        (
            json!({ "stateless": 1 }),
            "expected a boolean as `stateless`, found 1",
        ),
        (
            json!({ "start_time": "now" }),
            "expected a date as `start_time`, found \"now\"",
        ),
        (
            json!({ "start_time": i64::MAX }),
            "expected a date as `start_time`",
        ),
        (json!({ "name": 5 }), "expected a text as `name`, found 5"),
        (
            json!({ "status": 5 }),
            "expected a text as `status`, found 5",
        ),
        (json!({ "cpu": "fast" }), "expected an object of type `cpu`"),
        (
            json!({ "cluster": "1" }),
            "expected an object of type `cluster`",
        ),
        (
            json!({ "nics": "nic1" }),
            "expected an array, or a map with `items` or `nic`",
        ),
        (
            json!({ "nics": { "disk": [] } }),
            "`disk` is no part of a list of `nic`",
        ),
        (
            json!({ "nics": { "nic": [], "items": [] } }),
            "or occurs twice",
        ),
        (json!({ "nics": [null] }), "expected an object"),
        (
            json!({ "link": [{ "rel": "nics" }] }),
            "a link needs `rel` and `href`",
        ),
    ] {
        let text = vm.to_string();
        let error = serde_json::from_str::<Vm>(&text)
            .expect_err(&text)
            .to_string();
        assert!(error.contains(message), "{text}: {error}");
    }
    let error = serde_json::from_str::<Vm>(r#"{"name":"a","name":"b"}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the member `name` of `vm` occurs twice"),
        "{error}"
    );
}

#[test]
fn an_error_does_not_show_secrets() {
    let json = r#"{"root_password":["hunter2"]}"#;
    let error = serde_json::from_str::<ovirt_types::Host>(json)
        .unwrap_err()
        .to_string();
    assert!(!error.contains("hunter2"), "{error}");
}

#[test]
fn an_empty_text_leaves_other_members_than_texts_unset() {
    let json =
        json!({ "memory": "", "stateless": " ", "start_time": "", "status": "", "name": "" });
    let vm: Vm = serde_json::from_value(json).unwrap();
    assert_eq!(vm, Vm::named(""));
    let event: Event = serde_json::from_value(json!({ "time": null, "code": null })).unwrap();
    assert_eq!(event, Event::new());
    let fault = json!({ "reason": "Operation Failed", "detail": "Locked" });
    let fault: Fault = serde_json::from_value(fault).unwrap();
    assert_eq!(
        fault,
        Fault::new().reason("Operation Failed").detail("Locked")
    );
}
