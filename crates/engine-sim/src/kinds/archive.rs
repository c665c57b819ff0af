//! Copies of VMs and templates that are not in use: on export domains, and in OVA files on hosts.

use super::{device, mac, power, snapshot};
use crate::kind::{Place, Source};
use crate::lock::lock;
use crate::node::Node;
use crate::object::{
    CDROMS, DISK_ATTACHMENTS, DISKS, HOSTS, NICS, ObjectRef, TEMPLATES, UNREGISTERED, VMS, ZERO_ID,
};
use crate::status::{DOWN, ILLEGAL, IMAGE_LOCKED, LOCKED, OK};
use crate::store::Store;
use crate::world::World;

/// Collection of the OVA files on a host. The API does not have it.
const OVA_FILES: &str = "ova_files";

/// Member with the path of an OVA file.
const PATH: &str = "path";

/// Returns the source of the VMs or templates on a storage domain. Export domains have copies.
pub(super) fn contents(world: &World, place: &Place<'_>) -> Option<Source> {
    if place.parent_type != "storage_domain" {
        return None;
    }
    if place.parent.has(world, "type", "export") {
        return Some(place.own());
    }
    Some(Source::OnStorageDomain {
        home: place.home.to_owned(),
        domain: place.parent.id().to_owned(),
    })
}

/// Returns the copy of a VM or template on an export domain, whether it exists or not.
pub(super) fn on_domain(domain: &str, object: &ObjectRef) -> ObjectRef {
    let domain = ObjectRef::storage_domain(domain);
    ObjectRef::new(domain.below(object.collection()), object.id())
}

/// Returns the copy of a VM on a data domain that was detached with it.
pub(super) fn unregistered(domain: &str, vm: &str) -> ObjectRef {
    let domain = ObjectRef::storage_domain(domain);
    domain.item(UNREGISTERED, vm)
}

/// Returns a new OVA file on a host. Replaces one with the same path.
pub(super) fn ova_file(world: &mut World, host: &str, path: &str) -> ObjectRef {
    if let Some(old) = find_ova_file(world, host, path) {
        old.remove(world);
    }
    let id = world.store.new_id();
    ObjectRef::new(ObjectRef::host(host).below(OVA_FILES), id)
}

/// Finds an OVA file by its path, on one host or, without an identifier, on any.
pub(super) fn find_ova_file(world: &World, host: &str, path: &str) -> Option<ObjectRef> {
    let hosts = world.store.list(HOSTS).iter().map(Node::id);
    let mut hosts = hosts.filter(|id| host.is_empty() || *id == host);
    hosts.find_map(|host| {
        let files = ObjectRef::host(host).below(OVA_FILES);
        let mut all = world.store.list(&files).iter();
        let file = all.find(|file| file.get(PATH) == Some(path))?;
        Some(ObjectRef::new(files.clone(), file.id()))
    })
}

/// Whether a copy has a disk.
pub(super) fn has_disk(store: &Store, id: &str) -> bool {
    let copies = store.all().filter(|(path, _)| {
        let is_copy = path.starts_with("storagedomains/") || path.starts_with("hosts/");
        is_copy && path.ends_with("/disks")
    });
    let mut disks = copies.flat_map(|(_, disks)| disks);
    disks.any(|disk| disk.id() == id)
}

/// Copies a VM or template with its NICs and disks. `path` is that of the OVA file, or empty.
pub(super) fn store(world: &mut World, source: &ObjectRef, copy: &ObjectRef, path: &str) {
    let Some(mut object) = source.get(world).cloned() else {
        return;
    };
    power::remove_run_members(&mut object);
    object.remove("vm_pool");
    object.set("status", idle_status(source.collection()));
    object.set_attribute("id", copy.id());
    if !path.is_empty() {
        object.set(PATH, path);
    }
    copy.remove(world);
    world.store.add(copy.collection(), object);
    for mut nic in world.store.list(&source.below(NICS)).to_vec() {
        remove_owner(&mut nic);
        world.store.add(&copy.below(NICS), nic);
    }
    for attachment in world.store.list(&source.below(DISK_ATTACHMENTS)).to_vec() {
        store_disk(world, attachment, copy);
    }
}

/// Copies an attached disk, unless it is shared or a LUN.
fn store_disk(world: &mut World, mut attachment: Node, copy: &ObjectRef) {
    let Some(mut disk) = ObjectRef::disk(attachment.id()).get(world).cloned() else {
        return;
    };
    if disk.get("shareable") == Some("true") || disk.get("storage_type") == Some("lun") {
        return;
    }
    let id = world.store.new_id();
    let copied = lock(&world.images).copy(disk.id(), &id);
    disk.set("status", if copied.is_ok() { OK } else { ILLEGAL });
    disk.set_attribute("id", &id);
    disk.remove("storage_domains");
    world.store.add(&copy.below(DISKS), disk);
    remove_owner(&mut attachment);
    attachment.set_attribute("id", &id);
    attachment.set_reference("disk", &id);
    world.store.add(&copy.below(DISK_ATTACHMENTS), attachment);
}

fn remove_owner(device: &mut Node) {
    device.remove("vm");
    device.remove("template");
}

/// Returns the status of a VM or template that no task uses.
pub(super) fn idle_status(collection: &str) -> &'static str {
    if collection == TEMPLATES { OK } else { DOWN }
}

/// Locks a VM or template for one step.
pub(super) fn lock_for_step(world: &mut World, object: &ObjectRef) {
    let is_template = object.collection() == TEMPLATES;
    let status = if is_template { LOCKED } else { IMAGE_LOCKED };
    object.change(world, |object| object.set("status", status));
    object.plan_statuses(world, "status", &[idle_status(object.collection())]);
}

/// What differs between a copy and the VM or template made of it.
pub(super) struct RestoredAs {
    /// `vms` or `templates`.
    pub(super) home: &'static str,
    /// Whether it gets an identifier of its own.
    pub(super) has_new_id: bool,
    pub(super) name: String,
    /// Identifier of the cluster; empty for that of the copy.
    pub(super) cluster: String,
    /// Identifier of the storage domain for the disks.
    pub(super) storage_domain: String,
}

/// Makes a VM or template of a copy. It is locked for one step.
pub(super) fn restore(
    world: &mut World,
    copy: &ObjectRef,
    target: &RestoredAs,
) -> Option<ObjectRef> {
    let mut object = copy.get(world).cloned()?;
    object.remove(PATH);
    object.set("name", target.name.clone());
    if !target.cluster.is_empty() {
        object.set_reference("cluster", &target.cluster);
    }
    if target.has_new_id {
        object.attributes.clear();
    }
    let is_template = target.home == TEMPLATES;
    object.tag = if is_template { "template" } else { "vm" }.into();
    if !is_template {
        // Its disks do not depend on a template.
        object.set_reference("template", ZERO_ID);
    }
    let new = world.store.add(target.home, object);
    if is_template {
        new.change(world, |template| {
            let id = template.id().to_owned();
            let version = template.child_mut("version");
            version.set_reference("base_template", &id);
            version.set("version_number", "1");
            version.set("version_name", "base version");
        });
        let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("template", new.id()));
        world.store.add(&new.below(CDROMS), cdrom);
    } else {
        snapshot::add_active(world, &new);
        device::add_defaults(world, &new);
    }
    restore_nics(world, copy, &new);
    restore_disks(world, copy, &new, &target.storage_domain);
    lock_for_step(world, &new);
    Some(new)
}

/// Copies the NICs. They keep their MAC addresses if these are free.
fn restore_nics(world: &mut World, copy: &ObjectRef, new: &ObjectRef) {
    for mut nic in world.store.list(&copy.below(NICS)).to_vec() {
        nic.attributes.clear();
        device::refer_to_owner(&mut nic, new);
        if new.collection() == VMS && mac::assign(world, new, &mut nic).is_err() {
            nic.remove("mac");
            // If the MAC pool is exhausted, the NIC has no address.
            let _ = mac::assign(world, new, &mut nic);
        }
        world.store.add(&new.below(NICS), nic);
    }
}

fn restore_disks(world: &mut World, copy: &ObjectRef, new: &ObjectRef, domain: &str) {
    for mut attachment in world.store.list(&copy.below(DISK_ATTACHMENTS)).to_vec() {
        let stored = copy.item(DISKS, attachment.id()).get(world);
        let Some(mut disk) = stored.cloned() else {
            continue;
        };
        let domains = Node::new("storage_domains").with(Node::reference("storage_domain", domain));
        disk.children.push(domains);
        let disk = device::add_copy(world, disk);
        attachment.set_attribute("id", disk.id());
        attachment.set_reference("disk", disk.id());
        device::refer_to_owner(&mut attachment, new);
        world.store.add(&new.below(DISK_ATTACHMENTS), attachment);
    }
}
