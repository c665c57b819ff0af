//! Each action in each status is accepted, or refused with the documented fault.
//!
//! `tests/actions.txt` has the expected answers, a line per action and status. The object in
//! `[STATUS]` has this status.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::client::{Client, Response};
use crate::scratch::Scratch;

/// A line of the list, with objects of its own.
struct Case {
    /// The path of the action, such as `vms/[down]/start`.
    pattern: &'static str,
    expected: &'static str,
    number: usize,
}

impl Case {
    fn all() -> Vec<Self> {
        let lines = include_str!("../actions.txt").lines().enumerate();
        let case = |(number, line): (usize, &'static str)| {
            let (pattern, expected) = line.split_once(": ").expect("an answer");
            Self {
                pattern,
                expected,
                number,
            }
        };
        lines.map(case).collect()
    }

    /// Returns the path of the action, and the objects on it: path, collection, status.
    fn resolve(&self) -> (String, Vec<(String, &'static str, &'static str)>) {
        let (mut path, mut collection) = (String::new(), "");
        let mut objects = Vec::new();
        for segment in self.pattern.split('/') {
            let status = segment.trim_matches(['[', ']', '*']);
            if segment != status || segment == "*" {
                let id = format!(
                    "00000000-0000-0000-{:04}-{:012}",
                    objects.len(),
                    self.number
                );
                let _ = write!(path, "/{id}");
                objects.push((path.clone(), collection, status));
            } else {
                let _ = write!(path, "/{segment}");
                collection = segment;
            }
        }
        (path, objects)
    }

    fn action(&self) -> &'static str {
        self.pattern.rsplit('/').next().expect("an action")
    }

    /// Returns the body of a request with what the action requires.
    fn body(&self) -> String {
        match self.action() {
            "clone" => {
                let number = self.number;
                format!("<action><vm><name>copy-{number}</name></vm></action>")
            }
            "previewsnapshot" => "<action><snapshot id=\"1\"/></action>".to_owned(),
            "discoveriscsi" | "iscsidiscover" | "iscsilogin" => {
                "<action><iscsi><address>x</address><target>x</target></iscsi></action>".to_owned()
            }
            _ => "<action/>".to_owned(),
        }
    }

    /// Fails if the answer is not the expected one.
    fn check(&self, response: &Response) {
        let document = response.document();
        let mut elements = std::iter::once(document).chain(&document.children);
        let fault = elements.find(|element| element.tag == "fault");
        let Some(fault) = fault else {
            let code = response.status;
            assert!(matches!(code, 200 | 202), "{}: {code}", self.pattern);
            assert_eq!(self.expected, "accepted", "{}", self.pattern);
            return;
        };
        let detail = fault.get("detail").unwrap_or_default();
        let mut lacking = LACKING
            .iter()
            .filter(|(action, _)| *action == self.action());
        if self.expected == "accepted" && lacking.any(|(_, refusal)| detail.starts_with(refusal)) {
            return;
        }
        let detail = detail.replace('\n', "\\n");
        let found = format!("{} {} {detail}", response.status, document.tag);
        assert_eq!(found, self.expected, "{}", self.pattern);
    }
}

/// What the objects of this test lack for actions that their statuses allow: action, start of the
/// refusal.
const LACKING: &[(&str, &str)] = &[
    (
        "commitsnapshot",
        "[Cannot revert to Snapshot. VM's Snapshot does not exist.]",
    ),
    (
        "export",
        "Action [storageDomain.id|name] required for export",
    ),
    ("iscsilogin", "The portal x has no target x."),
    ("migrate", "[There are no hosts to use."),
    (
        "previewsnapshot",
        "[Cannot preview Snapshot. VM's Snapshot does not exist.]",
    ),
    (
        "restore",
        "[Cannot restore Snapshot. VM's Snapshot does not exist.]",
    ),
    (
        "screenshot",
        "[The screenshot of a VM is not supported by the simulator.]",
    ),
    (
        "start",
        "[Cannot run VM without at least one bootable disk.",
    ),
    (
        "undosnapshot",
        "[Cannot revert to Snapshot. VM's Snapshot does not exist.]",
    ),
];

/// Collections, with the elements of their objects and members that actions need.
const TYPES: &[(&str, &str, &str)] = &[
    ("datacenters", "data_center", ""),
    ("graphicsconsoles", "graphics_console", ""),
    ("hosts", "host", "<update_available>true</update_available>"),
    ("nics", "nic", ""),
    ("snapshots", "snapshot", ""),
    ("storagedomains", "storage_domain", ""),
    ("vms", "vm", ""),
];

/// Writes documents of the objects of all cases into a folder.
fn inventory(cases: &[Case]) -> Scratch {
    let folder = Scratch::new("actions");
    let mut lists: BTreeMap<&str, String> = BTreeMap::new();
    for (path, collection, status) in cases.iter().flat_map(|case| case.resolve().1) {
        let (_, tag, members) = TYPES
            .iter()
            .find(|(own, ..)| *own == collection)
            .unwrap_or_else(|| panic!("{collection}"));
        let id = path.rsplit('/').next().expect("an identifier");
        let list = lists.entry(collection).or_default();
        let _ = write!(
            list,
            "<{tag} href=\"/ovirt-engine/api{path}\" id=\"{id}\"><name>o{id}</name>{members}"
        );
        if !status.is_empty() {
            let _ = write!(list, "<status>{status}</status>");
        }
        let _ = write!(list, "</{tag}>");
        if *tag == "storage_domain" {
            let domain = lists.entry("attached").or_default();
            let _ = write!(
                domain,
                "<{tag} href=\"/ovirt-engine/api/storagedomains/{id}\" id=\"{id}\"/>"
            );
        }
    }
    for (name, list) in lists {
        // Not the name of a collection: the documents say where their objects are.
        let file = folder.path().join(format!("all-{name}.xml"));
        let document = format!("<objects>{list}</objects>");
        std::fs::write(file, document).expect("written");
    }
    folder
}

#[test]
fn actions_are_refused_in_the_statuses_that_exclude_them() {
    let cases = Case::all();
    assert!(cases.len() > 500);
    let inventory = inventory(&cases);
    let engine = Engine::builder()
        .plain(true)
        // Longer than the test: nothing that an action has started ends.
        .life_cycle(Duration::from_secs(3600))
        .load(inventory.path())
        .start()
        .expect("started");
    assert_eq!(engine.skipped(), &[] as &[String]);
    let client = Client::new(&engine);
    for case in &cases {
        let (path, _) = case.resolve();
        case.check(&client.post(&path, &case.body()));
    }
}
