//! What must hold after each request of the random walk.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::RandomWalk;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::status::is_running;

impl RandomWalk {
    /// Checks the invariants.
    pub(super) fn check(&self) {
        let store = &self.world.store;
        let ids: HashSet<&str> = store
            .all()
            .flat_map(|(_, objects)| objects.iter().map(Node::id))
            .collect();
        for (path, objects) in store.all() {
            for object in objects {
                for child in &object.children {
                    self.check_references(child, &ids, path, object);
                }
            }
            let steps: Vec<&str> = path.split('/').collect();
            if let [parent @ .., id, _] = steps.as_slice()
                && !objects.is_empty()
            {
                let parent = parent.join("/");
                // Instance types can be read as templates.
                let parents = [parent.as_str(), "instancetypes"];
                let mut parents = parents
                    .map(|parent| ObjectRef::new(parent, *id))
                    .into_iter();
                assert!(
                    parents.any(|parent| parent.exists(&self.world)),
                    "{path} after {}",
                    self.last
                );
            }
        }
        self.check_vms();
        self.check_disks();
        self.check_domains();
        for home in [
            "vms", "hosts", "clusters", "tags", "macpools", "roles", "vmpools",
        ] {
            let names: Vec<&str> = store
                .list(home)
                .iter()
                .filter_map(|object| object.get("name"))
                .collect();
            let distinct: BTreeSet<&&str> = names.iter().collect();
            assert_eq!(names.len(), distinct.len(), "{home} after {}", self.last);
        }
    }

    fn check_references(&self, node: &Node, ids: &HashSet<&str>, path: &str, object: &Node) {
        let id = node.id();
        // Migration policies are not objects of the API.
        let exists = id.len() != 36 || ids.contains(id) || node.tag == "policy";
        assert!(
            exists,
            "{path}/{}: <{} id={id}> after {}",
            object.id(),
            node.tag,
            self.last
        );
        for child in &node.children {
            self.check_references(child, ids, path, object);
        }
    }

    fn check_vms(&self) {
        let store = &self.world.store;
        let mut addresses = HashSet::new();
        let mut on_hosts: HashMap<&str, usize> = HashMap::new();
        for vm in store.list("vms") {
            let context = || format!("{} after {}", vm.to_xml(), self.last);
            let status = vm.get("status").expect("a status");
            let host = vm.child("host").map(Node::id);
            assert_eq!(is_running(status), host.is_some(), "{}", context());
            if let Some(host) = host {
                *on_hosts.entry(host).or_default() += 1;
            }
            let snapshots = store.list(&format!("vms/{}/snapshots", vm.id()));
            let count_of = |kind: &str| {
                let all = snapshots.iter();
                all.filter(|one| one.get("snapshot_type") == Some(kind))
                    .count()
            };
            assert!(
                count_of("active") == 1 && count_of("preview") <= 1,
                "{}",
                context()
            );
            let previewed = snapshots
                .iter()
                .filter(|one| one.get("snapshot_status") == Some("in_preview"));
            assert!(previewed.count() <= count_of("preview"), "{}", context());
            for nic in store.list(&format!("vms/{}/nics", vm.id())) {
                if let Some(address) = nic.get("mac.address") {
                    assert!(addresses.insert(address), "{address} twice: {}", context());
                }
            }
        }
        for host in store.list("hosts") {
            let count = on_hosts
                .get(host.id())
                .copied()
                .unwrap_or_default()
                .to_string();
            let context = || format!("{} after {}", host.to_xml(), self.last);
            assert_eq!(
                host.get("summary.total"),
                Some(count.as_str()),
                "{}",
                context()
            );
        }
    }

    fn check_disks(&self) {
        let store = &self.world.store;
        let mut owners: HashMap<&str, usize> = HashMap::new();
        for (path, attachments) in store.all() {
            if path.ends_with("/diskattachments") && path.split('/').count() == 3 {
                for attachment in attachments {
                    let disk = attachment.child("disk").map(Node::id);
                    assert_eq!(disk, Some(attachment.id()), "{path} after {}", self.last);
                    *owners.entry(attachment.id()).or_default() += 1;
                }
            }
        }
        for disk in store.list("disks") {
            let count = owners.get(disk.id()).copied().unwrap_or_default();
            let is_valid = count <= 1 || disk.get("shareable") == Some("true");
            assert!(is_valid, "{} after {}", disk.to_xml(), self.last);
        }
    }

    fn check_domains(&self) {
        let store = &self.world.store;
        for domain in store.list("storagedomains") {
            let centers = domain
                .child("data_centers")
                .map_or(&[][..], |list| &list.children);
            let attached = centers.iter().all(|center| {
                let center = ObjectRef::data_center(center.id());
                center
                    .item("storagedomains", domain.id())
                    .exists(&self.world)
            });
            let has_status = domain.get("status").is_some();
            let is_valid = attached && has_status == centers.is_empty();
            assert!(is_valid, "{} after {}", domain.to_xml(), self.last);
        }
    }
}
