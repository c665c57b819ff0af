//! A random walk: after each of 1,200 random requests, the invariants of the state must hold.

mod invariants;

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

/// Maximum number of VMs.
const MAX_VMS: usize = 25;

struct RandomWalk {
    world: World,
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

    /// Returns the id of a random object of a collection; empty if there is none.
    fn random_id(&mut self, collection: &str) -> String {
        let length = self.world.store.list(collection).len();
        let at = self.random(length);
        let object = self.world.store.list(collection).get(at);
        object.map_or("", Node::id).to_owned()
    }

    fn send(&mut self, method: &str, path: &str, query: &str, body: &str) -> (u16, String) {
        self.last = format!("{method} {path}?{query} {body}");
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

    /// Sends a random request.
    fn step(&mut self, number: usize) {
        let (status, body) = match self.random(10) {
            0 => self.remove_anything(),
            1 => self.act_on_anything(),
            2..=4 => self.act_on_vm(),
            5..=8 => self.add(number),
            _ => self.update(),
        };
        *self.statuses.entry(status).or_default() += 1;
        let is_expected = [200, 201, 202, 400, 403, 404, 405, 409, 501].contains(&status);
        assert!(is_expected, "{}\n{body}", self.last);
    }

    fn remove_anything(&mut self) -> (u16, String) {
        let all = self.world.store.all();
        let paths: Vec<String> = all
            .filter(|(path, objects)| !objects.is_empty() && !PRESERVED.contains(path))
            .map(|(path, _)| path.to_owned())
            .collect();
        let path = paths[self.random(paths.len())].clone();
        let path = self.random_path(&path);
        let query = self.pick(&[
            "",
            "detach_only=true",
            "detach_only=false",
            "host=host1",
            "host=host1&destroy=true",
        ]);
        self.send("DELETE", &path, query, "")
    }

    fn act_on_anything(&mut self) -> (u16, String) {
        let homes = [
            "hosts",
            "disks",
            "vmpools",
            "jobs",
            "imagetransfers",
            "clusters",
            "templates",
        ];
        let home = self.pick(&homes);
        let path = match self.random(3) {
            0 => {
                let vm = self.random_path("vms");
                let below = self.pick(&["nics", "snapshots", "backups", "graphicsconsoles"]);
                self.random_path(&format!("{vm}/{below}"))
            }
            1 => {
                let center = self.random_path("datacenters");
                self.random_path(&format!("{center}/storagedomains"))
            }
            _ => self.random_path(home),
        };
        let Some(resource) = self.world.schema.locate(&path) else {
            return (404, String::new());
        };
        let model = &self.world.schema.model;
        let actions: Vec<String> = model
            .methods(resource.service)
            .into_iter()
            .filter_map(|method| method.segment())
            .collect();
        let at = self.random(actions.len());
        let Some(action) = actions.get(at).cloned() else {
            return (404, String::new());
        };
        let domain = self.random_id("storagedomains");
        let kind = self.pick(&["restart", "start", "stop", "manual"]);
        let body = match action.as_str() {
            "copy" | "move" => format!("<action><storage_domain id=\"{domain}\"/></action>"),
            "fence" => format!("<action><fence_type>{kind}</fence_type></action>"),
            _ => "<action/>".to_owned(),
        };
        self.send("POST", &format!("{path}/{action}"), "", &body)
    }

    fn act_on_vm(&mut self) -> (u16, String) {
        const ACTIONS: &[&str] = &[
            "start",
            "start",
            "start",
            "stop",
            "shutdown",
            "reboot",
            "suspend",
            "migrate",
            "cancelmigration",
            "clone",
            "detach",
            "previewsnapshot",
            "commitsnapshot",
            "undosnapshot",
            "reordermacaddresses",
            "ticket",
            "logon",
        ];
        let vm = self.random_path("vms");
        let action = self.pick(ACTIONS);
        let snapshot = self.random_id(&format!("{vm}/snapshots"));
        let number = self.random(1000);
        let body = match action {
            "clone" if self.world.store.list("vms").len() < MAX_VMS => {
                format!("<action><vm><name>clone{number}</name></vm></action>")
            }
            "start" if number < 200 => {
                "<action><vm><stateless>true</stateless></vm></action>".to_owned()
            }
            "previewsnapshot" => format!("<action><snapshot id=\"{snapshot}\"/></action>"),
            _ => "<action/>".to_owned(),
        };
        self.send("POST", &format!("{vm}/{action}"), "", &body)
    }

    fn add(&mut self, number: usize) -> (u16, String) {
        let vm = self.random_path("vms");
        let cluster = self.random_id("clusters");
        let center = self.random_id("datacenters");
        let (path, body) = match self.random(26) {
            0..=2 if self.world.store.list("vms").len() < MAX_VMS => {
                let template = self.random_id("templates");
                ("vms".to_owned(), format!("<vm><name>m{number}</name><cluster id=\"{cluster}\"/><template id=\"{template}\"/></vm>"))
            }
            3 | 4 => {
                let profile = self.random_id("vnicprofiles");
                (format!("{vm}/nics"), format!("<nic><name>n{number}</name><vnic_profile id=\"{profile}\"/></nic>"))
            }
            5 => {
                let domain = self.random_id("storagedomains");
                ("disks".to_owned(), format!("<disk><name>d{number}</name><provisioned_size>1024</provisioned_size><format>cow</format><shareable>{}</shareable><backup>incremental</backup><storage_domains><storage_domain id=\"{domain}\"/></storage_domains></disk>", number.is_multiple_of(2)))
            }
            6 | 7 => {
                let disk = self.random_id("disks");
                (format!("{vm}/diskattachments"), format!("<disk_attachment><active>true</active><disk id=\"{disk}\"/></disk_attachment>"))
            }
            8 => (format!("{vm}/diskattachments"), "<disk_attachment><disk><provisioned_size>1</provisioned_size><format>raw</format></disk></disk_attachment>".to_owned()),
            9 | 10 => (format!("{vm}/snapshots"), format!("<snapshot><description>s{number}</description></snapshot>")),
            11 => {
                let base = self.random_id("templates");
                let version = if number.is_multiple_of(3) { format!("<version><base_template id=\"{base}\"/></version>") } else { String::new() };
                let vm = vm.rsplit('/').next().unwrap_or_default().to_owned();
                ("templates".to_owned(), format!("<template><name>t{number}</name><vm id=\"{vm}\"/>{version}</template>"))
            }
            12 => {
                let template = self.random_id("templates");
                let size = self.random(3);
                let total = self.world.store.list("vms").len();
                let size = if total < MAX_VMS { size } else { 0 };
                ("vmpools".to_owned(), format!("<vm_pool><name>p{number}</name><size>{size}</size><prestarted_vms>{}</prestarted_vms><cluster id=\"{cluster}\"/><template id=\"{template}\"/></vm_pool>", size / 2))
            }
            13 => ("hosts".to_owned(), format!("<host><name>h{number}</name><address>h{number}</address><root_password>x</root_password><cluster id=\"{cluster}\"/></host>")),
            14 => ("storagedomains".to_owned(), format!("<storage_domain><name>sd{number}</name><type>data</type><host><name>host1</name></host><storage><type>nfs</type><address>a</address><path>/{number}</path></storage></storage_domain>")),
            15 => {
                let domain = self.random_id("storagedomains");
                (format!("datacenters/{center}/storagedomains"), format!("<storage_domain id=\"{domain}\"/>"))
            }
            16 => ("networks".to_owned(), format!("<network><name>net{number}</name><data_center id=\"{center}\"/></network>")),
            17 => {
                let network = self.random_id("networks");
                (format!("clusters/{cluster}/networks"), format!("<network id=\"{network}\"/>"))
            }
            18 => {
                let network = self.random_id("networks");
                ("vnicprofiles".to_owned(), format!("<vnic_profile><name>v{number}</name><network id=\"{network}\"/></vnic_profile>"))
            }
            19 => {
                let parent = self.random_id("tags");
                ("tags".to_owned(), format!("<tag><name>tag{number}</name><parent><tag id=\"{parent}\"/></parent></tag>"))
            }
            20 => {
                let tag = self.random_id("tags");
                (format!("{vm}/tags"), format!("<tag id=\"{tag}\"/>"))
            }
            21 => match self.random(4) {
                0 => ("affinitylabels".to_owned(), format!("<affinity_label><name>l{number}</name></affinity_label>")),
                1 => {
                    let label = self.random_id("affinitylabels");
                    (format!("{vm}/affinitylabels"), format!("<affinity_label id=\"{label}\"/>"))
                }
                2 => (format!("clusters/{cluster}/affinitygroups"), format!("<affinity_group><name>g{number}</name></affinity_group>")),
                _ => {
                    let group = self.random_path(&format!("clusters/{cluster}/affinitygroups"));
                    let vm = vm.rsplit('/').next().unwrap_or_default().to_owned();
                    (format!("{group}/vms"), format!("<vm id=\"{vm}\"/>"))
                }
            },
            22 => {
                let (user, role) = (self.random_id("users"), self.random_id("roles"));
                let path = match self.random(3) {
                    0 => "permissions".to_owned(),
                    1 => self.random_path("vnicprofiles") + "/permissions",
                    _ => vm + "/permissions",
                };
                (path, format!("<permission><role id=\"{role}\"/><user id=\"{user}\"/></permission>"))
            }
            23 => match self.random(4) {
                0 => ("users".to_owned(), format!("<user><user_name>u{number}@internal</user_name><domain><name>internal-authz</name></domain></user>")),
                1 => ("roles".to_owned(), format!("<role><name>r{number}</name><permits><permit id=\"1\"/></permits></role>")),
                2 => ("macpools".to_owned(), format!("<mac_pool><name>mp{number}</name><ranges><range><from>00:00:00:00:00:00</from><to>00:00:00:00:00:03</to></range></ranges></mac_pool>")),
                _ => (format!("datacenters/{center}/quotas"), format!("<quota><name>q{number}</name></quota>")),
            },
            24 => match self.random(2) {
                0 => ("datacenters".to_owned(), format!("<data_center><name>dc{number}</name><local>false</local></data_center>")),
                _ => {
                    let pool = self.random_id("macpools");
                    ("clusters".to_owned(), format!("<cluster><name>c{number}</name><data_center id=\"{center}\"/><mac_pool id=\"{pool}\"/></cluster>"))
                }
            },
            _ => {
                let disk = self.random_id(&format!("{vm}/diskattachments"));
                (format!("{vm}/backups"), format!("<backup><disks><disk id=\"{disk}\"/></disks></backup>"))
            }
        };
        self.send("POST", &path, "", &body)
    }

    fn update(&mut self) -> (u16, String) {
        let vm = self.random_path("vms");
        let number = self.random(100);
        match self.random(5) {
            0 => {
                let cluster = self.random_id("clusters");
                let body = format!(
                    "<vm><description>{number}</description><memory>{}</memory><cluster id=\"{cluster}\"/></vm>",
                    (number + 1) << 30
                );
                self.send("PUT", &vm, "", &body)
            }
            1 => {
                let nic = self.random_path(&format!("{vm}/nics"));
                let body =
                    format!("<nic><mac><address>56:6f:4b:3e:00:{number:02}</address></mac></nic>");
                self.send("PUT", &nic, "", &body)
            }
            2 => {
                let disk = self.random_path("disks");
                let body = format!(
                    "<disk><provisioned_size>{}</provisioned_size></disk>",
                    number << 30
                );
                self.send("PUT", &disk, "", &body)
            }
            3 => {
                let host = self.random_path("hosts");
                let cluster = self.random_id("clusters");
                self.send(
                    "PUT",
                    &host,
                    "",
                    &format!("<host><cluster id=\"{cluster}\"/></host>"),
                )
            }
            _ => self.send("POST", "events/undelete", "", "<action/>"),
        }
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

/// Collections whose objects are never removed, so that requests keep having targets.
const PRESERVED: &[&str] = &[
    "clusterlevels",
    "events",
    "instancetypes",
    "jobs",
    "networkfilters",
    "operatingsystems",
    "roles",
    "schedulingpolicies",
];

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
        walk.check();
        walk.crawl();
        for number in 0..600 {
            walk.step(number);
            walk.check();
            if number % 300 == 299 {
                walk.crawl();
            }
        }
        let count = |status| walk.statuses.get(&status).copied().unwrap_or_default();
        let successes = count(200) + count(201) + count(202);
        // Guards against a walk in which all requests fail.
        assert!(successes > 200 && count(409) > 40, "{:?}", walk.statuses);
    }
}
