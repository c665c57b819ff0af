//! Numbers that follow from other objects: sums, counts, and statistics.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use super::RandomWalk;
use crate::api;
use crate::node::{Node, refers_to};
use crate::object::{DATA_CENTERS, DISKS, HOSTS, JOBS, ObjectRef, STORAGE_DOMAINS, VMS};
use crate::statistics;
use crate::status::{ACTIVE, LOCKED, UP, is_running};
use crate::storage_status;

const GIB: u64 = 1 << 30;

/// Statuses that end by themselves.
const TRANSIENT: &[&str] = &[LOCKED, "image_locked"];

fn number(object: &Node, path: &str) -> u64 {
    let text = object.get(path).unwrap_or_default();
    text.parse().unwrap_or_default()
}

impl RandomWalk {
    /// Reads a document.
    fn read(&mut self, path: &str) -> Node {
        let last = self.last.clone();
        let (status, body) = self.send("GET", path, "", "");
        self.last = last;
        assert_eq!(status, 200, "{path} after {}", self.last);
        Node::parse(&body).expect("a document")
    }

    /// Checks all numbers. `sizes` are those of the storage domains so far.
    pub(super) fn check_sums(&mut self, sizes: &mut BTreeMap<String, u64>) {
        api::advance(&mut self.world);
        let root = self.read("");
        self.check_space(sizes);
        self.check_summary(&root);
        self.check_memory();
        self.check_quotas();
        self.check_ended();
        self.check_unique_addresses();
        self.check_run_members();
        self.check_permissions();
    }

    /// A domain has room for the images on it, and always the same size.
    fn check_space(&mut self, sizes: &mut BTreeMap<String, u64>) {
        for object in self.world.handles(STORAGE_DOMAINS) {
            let id = object.id().to_owned();
            let domain = self.read(&format!("{STORAGE_DOMAINS}/{id}"));
            let (used, available) = (number(&domain, "used"), number(&domain, "available"));
            let disks = self.world.store.list(DISKS).iter();
            let on_it = disks.filter(|disk| refers_to(disk, "storage_domains", &id));
            let (mut images, mut committed) = (0_u64, 0);
            for disk in on_it {
                images += number(disk, "actual_size");
                committed += number(disk, "provisioned_size");
            }
            let context = format!("{} after {}", domain.to_xml(), self.last);
            assert!(used >= images.min(used + available), "{images}: {context}");
            assert_eq!(number(&domain, "committed"), committed, "{context}");
            let size = *sizes.entry(id.clone()).or_insert(used + available);
            assert_eq!(used + available, size, "{context}");
            if let Some(attached) = storage_status::attachment_of(&self.world, &id) {
                let attached = self.read(&attached.path());
                for member in ["available", "used", "committed"] {
                    assert_eq!(attached.get(member), domain.get(member), "{context}");
                }
            }
        }
    }

    /// The root counts all objects and the active ones.
    fn check_summary(&self, root: &Node) {
        let world = &self.world;
        let status = |object: &Node| object.get("status").unwrap_or_default().to_owned();
        let is_active = |collection: &str, object: &Node| match collection {
            VMS => is_running(&status(object)),
            HOSTS => status(object) == UP,
            _ => storage_status::status(world, object.id()).as_deref() == Some(ACTIVE),
        };
        for (tag, collection) in [
            ("vms", VMS),
            ("hosts", HOSTS),
            ("storage_domains", STORAGE_DOMAINS),
        ] {
            let all = world.store.list(collection);
            let active = all.iter().filter(|object| is_active(collection, object));
            let counted = (
                number(root, &format!("summary.{tag}.total")),
                number(root, &format!("summary.{tag}.active")),
            );
            let expected = (all.len() as u64, active.count() as u64);
            assert_eq!(counted, expected, "{tag} after {}", self.last);
        }
    }

    /// Memory of hosts and VMs adds up.
    fn check_memory(&mut self) {
        // Statistics change with the clock. Only those of the same time add up.
        let now = Duration::from_secs(self.random(1 << 20) as u64);
        for object in self.world.handles(HOSTS) {
            let id = object.id().to_owned();
            let host = self.read(&format!("{HOSTS}/{id}"));
            let vms = self.world.store.list(VMS).iter();
            let vms: Vec<String> = vms
                .filter(|vm| refers_to(vm, "host", &id))
                .map(|vm| vm.id().to_owned())
                .collect();
            let memory = self.used_memory(&object.path(), number(&host, "memory"), now);
            let mut used_by_vms = 0;
            for vm in &vms {
                let path = format!("{VMS}/{vm}");
                let size = number(&self.read(&path), "memory");
                used_by_vms += self.used_memory(&path, size, now);
            }
            let context = format!("{} after {}", host.to_xml(), self.last);
            if host.get("status") == Some(UP) {
                let full = memory >= number(&host, "memory") - 1;
                assert!(full || memory >= used_by_vms, "{used_by_vms}: {context}");
            }
            let left = number(&host, "max_scheduling_memory");
            assert!(left <= number(&host, "memory"), "{context}");
            assert_eq!(
                vms.len() as u64,
                number(&host, "summary.total"),
                "{context}"
            );
        }
    }

    /// Checks the memory in the statistics of an object at a time; returns how much is used.
    fn used_memory(&self, path: &str, memory: u64, now: Duration) -> u64 {
        let all = statistics::compute_at(&self.world, &format!("{path}/statistics"), now);
        let all = all.expect("statistics");
        let value = |name: &str| {
            let found = all
                .iter()
                .find(|statistic| statistic.get("name") == Some(name));
            found.map_or(0, |found| number(found, "values.value.datum"))
        };
        let total = value("memory.total") + value("memory.installed");
        assert_eq!(total, memory, "{path} after {}", self.last);
        let (used, free) = (value("memory.used"), value("memory.free"));
        assert_eq!(used + free, total, "{path} after {}", self.last);
        used
    }

    /// The default quota of a data center covers what has no other one.
    fn check_quotas(&mut self) {
        for center in self.world.handles(DATA_CENTERS) {
            let center = center.id().to_owned();
            let quotas = format!("{DATA_CENTERS}/{center}/quotas");
            let Some(quota) = self.world.find_by_name(&quotas, "Default") else {
                continue;
            };
            let quota = quota.id().to_owned();
            let disks = self.world.store.list(DISKS).iter();
            let expected: u64 = disks
                .filter(|disk| {
                    let domains = disk.child("storage_domains");
                    let domain = domains.and_then(|list| list.children.first());
                    let own =
                        domain.and_then(|own| storage_status::center_of(&self.world, own.id()));
                    let has_other = disk.child("quota").is_some_and(|own| own.id() != quota);
                    own.as_deref() == Some(center.as_str()) && !has_other
                })
                .map(|disk| number(disk, "provisioned_size"))
                .sum();
            let limits = self.read(&format!("{quotas}/{quota}/quotastoragelimits"));
            for limit in &limits.children {
                let usage: f64 = limit.get("usage").unwrap_or_default().parse().expect("GiB");
                let expected = expected as f64 / GIB as f64;
                assert!(
                    (usage - expected).abs() < 0.01,
                    "{expected}: {} after {}",
                    limit.to_xml(),
                    self.last
                );
            }
        }
    }

    /// No work is under way: all of it takes no time here.
    fn check_ended(&self) {
        let store = &self.world.store;
        let transferred: HashSet<&str> = store
            .list("imagetransfers")
            .iter()
            .flat_map(|transfer| ["disk", "image"].map(|tag| transfer.child(tag)))
            .flatten()
            .map(Node::id)
            .collect();
        for object in [DISKS, VMS].iter().flat_map(|home| store.list(home)) {
            let is_under_way = TRANSIENT.contains(&object.get("status").unwrap_or_default());
            let is_over = !is_under_way || transferred.contains(object.id());
            assert!(is_over, "{} after {}", object.to_xml(), self.last);
        }
        for job in store.list(JOBS) {
            let is_external = job.get("external") == Some("true");
            let is_over = is_external || job.get("status") != Some("started");
            assert!(is_over, "{} after {}", job.to_xml(), self.last);
        }
        for (path, objects) in store.all() {
            if path.ends_with("/snapshots") {
                for snapshot in objects {
                    let status = snapshot.get("snapshot_status");
                    let is_over = status != Some(LOCKED);
                    assert!(is_over, "{} after {}", snapshot.to_xml(), self.last);
                }
            }
        }
    }

    /// Guests report different IP addresses.
    fn check_unique_addresses(&self) {
        let mut addresses = HashSet::new();
        for (path, devices) in self.world.store.all() {
            if !path.ends_with("/reporteddevices") || path.split('/').count() != 3 {
                continue;
            }
            let ips = devices.iter().filter_map(|device| device.child("ips"));
            for address in ips.flat_map(|ips| ips.children.iter()) {
                let address = address.get("address").unwrap_or_default();
                assert!(addresses.insert(address), "{address} after {}", self.last);
            }
        }
    }

    /// A VM has a host, consoles and reported devices only while it runs.
    fn check_run_members(&self) {
        let world = &self.world;
        for vm in world.store.list(VMS) {
            let context = || format!("{} after {}", vm.to_xml(), self.last);
            if vm.get("status").is_some_and(is_running) {
                let host = vm.child("host").map_or("", Node::id);
                let host = ObjectRef::host(host).get(world).expect("a host");
                let cluster = host.child("cluster").map(Node::id);
                assert_eq!(cluster, vm.child("cluster").map(Node::id), "{}", context());
                continue;
            }
            for member in ["host", "start_time", "fqdn", "display.address"] {
                let is_set = match member {
                    "host" => vm.child(member).is_some(),
                    _ => vm.get(member).is_some(),
                };
                assert!(!is_set, "{member}: {}", context());
            }
            let devices = world
                .store
                .list(&format!("{VMS}/{}/reporteddevices", vm.id()));
            assert!(devices.is_empty(), "{}", context());
        }
    }

    /// A permission has a role, somebody who has it, and an object that exists.
    fn check_permissions(&self) {
        for (path, permissions) in self.world.store.all() {
            if path.rsplit('/').next() != Some("permissions") {
                continue;
            }
            for permission in permissions {
                let holder = permission.child("user").or(permission.child("group"));
                let is_whole = holder.is_some() && permission.child("role").is_some();
                assert!(
                    is_whole,
                    "{path}: {} after {}",
                    permission.to_xml(),
                    self.last
                );
            }
        }
    }
}
