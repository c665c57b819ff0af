//! What is in use of storage domains and hosts: space by disks, memory by running VMs.
//!
//! Objects are stored as if they were unused: empty domains, hosts without VMs. Responses and
//! searches add what is in use, so that the numbers follow from the disks and VMs.

use std::borrow::Cow;

use crate::node::{Node, refers_to};
use crate::object::{DISKS, ObjectRef, VMS};
use crate::world::World;

const GIB: i64 = 1 << 30;

/// The memory that a VM takes on its host beyond its own, in bytes.
const OVERHEAD: i64 = 106 << 20;

/// The space of a storage domain, in bytes. The first two are its size.
pub(crate) struct Space {
    pub(crate) used: i64,
    pub(crate) available: i64,
    /// What its disks may grow to.
    committed: i64,
}

/// Returns the space of a stored domain; `None` if its size is unknown.
pub(crate) fn space_of(world: &World, domain: &Node) -> Option<Space> {
    let (used, available): (i64, i64) = (domain.number("used")?, domain.number("available")?);
    let size = used.saturating_add(available);
    let (images, provisioned) = sizes_on(world, domain.id());
    let used = used.saturating_add(images).clamp(0, size.max(0));
    let committed: i64 = domain.number("committed").unwrap_or_default();
    Some(Space {
        used,
        available: size - used,
        committed: committed.saturating_add(provisioned).max(0),
    })
}

/// Shows what the disks of a domain take from it.
pub(crate) fn show_space<'n>(world: &World, mut domain: Cow<'n, Node>) -> Cow<'n, Node> {
    if let Some(space) = space_of(world, &domain) {
        let domain = domain.to_mut();
        domain.set("available", space.available.to_string());
        domain.set("used", space.used.to_string());
        domain.set("committed", space.committed.to_string());
    }
    domain
}

/// Shows the memory that a host has left for further VMs.
pub(crate) fn show_memory<'n>(world: &World, mut host: Cow<'n, Node>) -> Cow<'n, Node> {
    let used = match host.get("summary.total") {
        Some("0") | None => 0,
        Some(_) => memory_of_vms(world, host.id()),
    };
    if let Some(memory) = host.number::<i64>(FREE_MEMORY).filter(|_| used != 0) {
        let left = memory.saturating_sub(used).max(0);
        host.to_mut().set(FREE_MEMORY, left.to_string());
    }
    host
}

/// Stores a loaded object as if it were unused. Its document has what was left when it was
/// recorded.
pub(crate) fn store_unused(world: &mut World, object: &ObjectRef) {
    let (id, Some(stored)) = (object.id(), object.get(world)) else {
        return;
    };
    let changes = match stored.tag.as_str() {
        "storage_domain" => {
            let (images, provisioned) = sizes_on(world, id);
            [
                ("used", -images),
                ("available", images),
                ("committed", -provisioned),
            ]
            .to_vec()
        }
        "host" => [(FREE_MEMORY, memory_of_vms(world, id))].to_vec(),
        _ => return,
    };
    object.change(world, |object| {
        for (member, change) in changes {
            if let Some(own) = object.number::<i64>(member) {
                object.set(member, own.saturating_add(change).to_string());
            }
        }
    });
}

/// The member of a host with the memory that is left for VMs.
const FREE_MEMORY: &str = "max_scheduling_memory";

/// Returns the sizes of the images on a domain, in whole GiB as hosts measure it, and of their
/// disks for guests.
fn sizes_on(world: &World, domain: &str) -> (i64, i64) {
    let (mut images, mut provisioned) = (0_i64, 0_i64);
    let disks = world.store.list(DISKS).iter();
    for disk in disks.filter(|disk| refers_to(disk, "storage_domains", domain)) {
        let size = |member| disk.number(member).unwrap_or(0_i64);
        images = images.saturating_add(size("actual_size").max(size("total_size")));
        provisioned = provisioned.saturating_add(size("provisioned_size"));
    }
    let images = images.saturating_add(GIB - 1) / GIB * GIB;
    (images, provisioned)
}

/// Returns the memory that the VMs on a host take.
fn memory_of_vms(world: &World, host: &str) -> i64 {
    let vms = world.store.list(VMS).iter();
    let vms = vms.filter(|vm| refers_to(vm, "host", host));
    let memory = vms.map(|vm| vm.number("memory").unwrap_or(0) + OVERHEAD);
    memory.fold(0, i64::saturating_add)
}
