//! A random walk: while 560 random requests are sent, the invariants of the state must hold.

mod invariants;
mod requests;
mod sums;

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use ovirt_model::MethodKind;

use crate::api::{self, ApiRequest};
use crate::caller::{EVERYONE, USERNAME};
use crate::inventory::{self, Sizes};
use crate::message::{Body, Request};
use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::{API, World};

struct RandomWalk {
    world: World,
    seed: u64,
    state: u64,
    /// The last request, for failure messages.
    last: String,
    statuses: BTreeMap<u16, usize>,
}

impl RandomWalk {
    fn new(seed: u64) -> Self {
        let mut world = World::new(seed, Duration::ZERO, "localhost:1".to_owned());
        inventory::fill(
            &mut world,
            Sizes {
                fresh: false,
                hosts: 3,
                host_nics: 1,
                host_updates: true,
                vms: 6,
            },
        );
        Self {
            world,
            seed,
            state: seed | 1,
            last: String::new(),
            statuses: BTreeMap::new(),
        }
    }

    /// Returns a random number below a limit.
    fn random(&mut self, below: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 11).unwrap_or_default() % below.max(1)
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.random(all.len())]
    }

    /// Returns the path of a random object of a collection.
    fn random_path(&mut self, collection: &str) -> String {
        format!("{collection}/{}", self.random_id(collection))
    }

    /// Returns the id of a random object of a collection; empty if there is none. Prefers the
    /// oldest ones, which fit together.
    fn random_id(&mut self, collection: &str) -> String {
        let length = self.world.store.list(collection).len();
        let limit = if self.random(3) > 0 { 3 } else { length };
        let at = self.random(length.min(limit));
        let object = self.world.store.list(collection).get(at);
        object.map_or("", Node::id).to_owned()
    }

    fn send(&mut self, method: &str, path: &str, query: &str, body: &str) -> (u16, String) {
        self.last = format!("seed {}: {method} {path}?{query} {body}", self.seed);
        let request = Request {
            method: method.to_owned(),
            path: format!("{API}/{path}"),
            query: query.to_owned(),
            headers: vec![("Content-Type".to_owned(), "application/xml".to_owned())],
            body: body.as_bytes().to_vec(),
        };
        let call =
            ApiRequest::new(&request, USERNAME, || "c".to_owned()).expect("a request of the API");
        let (api::Outcome::Ready(response) | api::Outcome::Deferred(_, response)) =
            api::handle(&mut self.world, &call);
        let body = match &response.body {
            Body::Document(document) => document.to_xml(),
            Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        };
        self.last.push_str(&format!(" -> {}", response.status));
        (response.status, body)
    }

    /// Sends a random request, before or after the work of earlier ones has ended.
    fn step(&mut self, number: usize) {
        if self.random(2) == 0 {
            api::advance(&mut self.world);
        }
        let (status, body) = match self.random(10) {
            0 => self.remove_anything(),
            1 => self.act_on_anything(),
            2..=4 => self.act_on_vm(),
            5..=8 => self.add(number),
            _ => self.update(),
        };
        *self.statuses.entry(status).or_default() += 1;
        let is_expected = [200, 201, 202, 204, 400, 403, 404, 405, 409, 501].contains(&status);
        assert!(is_expected, "{}\n{body}", self.last);
    }

    /// Whether the API has no GET method at a path.
    fn is_write_only(&self, path: &str) -> bool {
        let schema = &self.world.schema;
        schema.locate(path).is_some_and(|resource| {
            [MethodKind::List, MethodKind::Get]
                .into_iter()
                .all(|kind| schema.method(resource.service, kind).is_none())
        })
    }

    /// Follows every link, starting at the root.
    fn crawl(&mut self) {
        let mut seen: HashSet<String> = HashSet::new();
        let mut queue = vec![String::new()];
        while let Some(path) = queue.pop() {
            let last = self.last.clone();
            let (status, body) = self.send("GET", &path, "", "");
            self.last = last;
            if status == 405 && self.is_write_only(&path) {
                continue;
            }
            // Engines address the group of everyone as a user in roles, and CPU profiles, with a
            // link to their permissions, below the cluster.
            let is_odd = path == format!("users/{EVERYONE}")
                || path.contains("/cpuprofiles/") && path.ends_with("/permissions");
            // Devices of templates refer to a VM with the identifier of the template.
            let is_template = path
                .strip_prefix("vms/")
                .is_some_and(|id| ObjectRef::template(id).exists(&self.world));
            if status == 404 && (is_odd || is_template) {
                continue;
            }
            // These need something that is not set up.
            let needs_provider =
                matches!(path.as_str(), "katelloerrata" | "openstackvolumeproviders")
                    || path.ends_with("/linklayerdiscoveryprotocolelements")
                    || path.starts_with("storagedomains/") && matches!(status, 404);
            if status != 200 && needs_provider {
                continue;
            }
            assert_eq!(status, 200, "{path} after {}", self.last);
            let document = Node::parse(&body).expect("a document");
            for_each_href(&document, &mut |href| {
                // Permits are alike, and many.
                if href.contains("/permits/") {
                    return;
                }
                if seen.insert(href.to_owned()) {
                    queue.push(href.to_owned());
                }
            });
        }
    }
}

/// Calls `visit` for the links in a document, relative to the API's root. Skips actions, which have
/// no GET method.
fn for_each_href(node: &Node, visit: &mut dyn FnMut(&str)) {
    if node.tag == "actions" {
        return;
    }
    if let Some(href) = node.attribute("href")
        && !href.contains('{')
        && let Some(below) = href.strip_prefix(API)
    {
        visit(below.trim_start_matches('/'));
    }
    for child in &node.children {
        for_each_href(child, visit);
    }
}

#[test]
fn random_requests_keep_the_state_consistent() {
    for seed in [7, 42] {
        let mut walk = RandomWalk::new(seed);
        let mut sizes = BTreeMap::new();
        walk.check();
        walk.check_sums(&mut sizes);
        for number in 0..280 {
            walk.step(number);
            if number % 4 == 3 {
                walk.check();
            }
            if number % 20 == 19 {
                walk.check_sums(&mut sizes);
            }
        }
        walk.crawl();
        let count = |status| walk.statuses.get(&status).copied().unwrap_or_default();
        let successes = count(200) + count(201) + count(202);
        // Guards against a walk in which all requests fail.
        assert!(successes > 100 && count(409) > 40, "{:?}", walk.statuses);
    }
}
