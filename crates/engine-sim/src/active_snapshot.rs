//! The snapshot `Active VM`, which stands for a VM itself and so has its current devices.

use std::borrow::Cow;

use crate::node::Node;
use crate::object::{CDROMS, DATA_CENTERS, DISK_ATTACHMENTS, DISKS, NICS, ObjectRef, QUOTAS, VMS};
use crate::present;
use crate::world::World;

/// Whether a snapshot is the active one. Those of older engines have the whole VM.
pub(crate) fn is_active(snapshot: &Node) -> bool {
    let vm = snapshot.child("vm");
    let is_bare = vm.is_none_or(|vm| vm.children.is_empty());
    is_bare && snapshot.get("snapshot_type") == Some("active")
}

/// Returns the devices of the collection at a path below an active snapshot; `None` elsewhere.
pub(crate) fn devices(world: &World, path: &str) -> Option<Vec<Node>> {
    let (snapshot, segment) = path.rsplit_once('/')?;
    let snapshot = ObjectRef::at(snapshot);
    let vm = snapshot.owner(VMS)?;
    if !is_active(snapshot.get(world)?) {
        return None;
    }
    let list = |segment: &str| world.store.list(&vm.below(segment)).iter();
    match segment {
        DISKS => {
            let disks = list(DISK_ATTACHMENTS)
                .filter_map(|attachment| ObjectRef::disk(attachment.id()).get(world));
            Some(
                disks
                    .map(|disk| current(world, disk, snapshot.id()))
                    .collect(),
            )
        }
        NICS => Some(list(NICS).cloned().collect()),
        CDROMS => Some(list(CDROMS).map(media).collect()),
        _ => None,
    }
}

/// Returns a CD-ROM as a snapshot has it: with its image only.
pub(crate) fn media(cdrom: &Node) -> Node {
    let mut media = Node::reference("cdrom", cdrom.id());
    media.children.extend(cdrom.child("file").cloned());
    media
}

/// Returns a disk as the active snapshot has it.
fn current(world: &World, disk: &Node, snapshot: &str) -> Node {
    let mut disk = present::disk(world, Cow::Borrowed(disk)).into_owned();
    disk.set("total_size", "0");
    disk.set_reference("snapshot", snapshot);
    let quota = disk.child("quota").map_or("", Node::id).to_owned();
    let mut centers = world.handles(DATA_CENTERS).into_iter();
    if let Some(center) = centers.find(|center| center.item(QUOTAS, &quota).exists(world)) {
        disk.child_mut("quota")
            .set_reference("data_center", center.id());
    }
    disk
}
