//! Disk snapshots: the images that a disk has because of snapshots. Nothing is stored: they follow
//! from the disks and the snapshots of VMs.

use crate::node::{Node, refers_to};
use crate::object::{DISK_ATTACHMENTS, DISKS, ObjectRef, SNAPSHOTS, STORAGE_DOMAINS, VMS};
use crate::status::OK;
use crate::world::World;

/// In a computed image: whether the VM writes to it. Not part of responses.
pub(crate) const ACTIVE: &str = "is_active";

/// Members of a disk that its images have too.
const SHARED: &[&str] = &[
    "actual_size",
    "alias",
    "content_type",
    "description",
    "format",
    "name",
    "propagate_errors",
    "provisioned_size",
    "shareable",
    "sparse",
    "storage_domains",
    "storage_type",
    "wipe_after_delete",
];

/// Returns the images of a collection below a disk or a storage domain, oldest first.
pub(crate) fn compute(world: &World, collection: &str) -> Option<Vec<Node>> {
    let owner = collection.rsplit_once('/').map_or("", |(path, _)| path);
    let owner = ObjectRef::at(owner);
    let disks = world.store.list(DISKS).iter();
    let belongs = |disk: &&Node| match owner.collection() {
        STORAGE_DOMAINS => refers_to(disk, "storage_domains", owner.id()),
        _ => disk.id() == owner.id(),
    };
    let images = disks.filter(belongs);
    Some(images.flat_map(|disk| of_disk(world, disk)).collect())
}

/// Finds the disk with an image by the identifier of the image.
pub(crate) fn find_disk(world: &World, image: &str) -> Option<String> {
    Some(find(world, image)?.child("disk")?.id().to_owned())
}

/// Returns the image with an identifier.
pub(crate) fn find(world: &World, image: &str) -> Option<Node> {
    let disks = world.store.list(DISKS).iter();
    let mut images = disks.flat_map(|disk| of_disk(world, disk));
    images.find(|own| own.id() == image)
}

/// Returns the images of a disk, oldest first.
fn of_disk(world: &World, disk: &Node) -> Vec<Node> {
    let Some(current) = disk.get("image_id") else {
        return Vec::new();
    };
    let vm = world.handles(VMS).into_iter();
    let vm = vm.into_iter().find(|vm| {
        let attachments = vm.below(DISK_ATTACHMENTS);
        ObjectRef::new(&attachments, disk.id()).exists(world)
    });
    let snapshots = vm.map_or_else(String::new, |vm| vm.below(SNAPSHOTS));
    let mut images: Vec<Node> = Vec::new();
    let mut active = None;
    for snapshot in world.store.list(&snapshots) {
        let snapshot = ObjectRef::new(snapshots.clone(), snapshot.id());
        if snapshot.has(world, "snapshot_type", "active") {
            active = Some(snapshot.id().to_owned());
            continue;
        }
        let captured = snapshot.item(DISKS, disk.id()).get(world);
        if let Some(image) = captured.and_then(|captured| captured.get("image_id")) {
            let status = snapshot.text(world, "snapshot_status").unwrap_or(OK);
            let image = describe(disk, image, status, images.last(), Some(snapshot.id()));
            images.push(image);
        }
    }
    let status = disk.get("status").unwrap_or(OK);
    let mut image = describe(disk, current, status, images.last(), active.as_deref());
    image.set(ACTIVE, "true");
    images.push(image);
    images
}

fn describe(
    disk: &Node,
    id: &str,
    status: &str,
    parent: Option<&Node>,
    snapshot: Option<&str>,
) -> Node {
    let mut image = Node::reference("disk_snapshot", id);
    let shared = SHARED.iter().filter_map(|tag| disk.child(tag).cloned());
    image.children.extend(shared);
    image.set("image_id", id);
    image.set("status", status);
    image.set_reference("disk", disk.id());
    if let Some(parent) = parent {
        image.set_reference("parent", parent.id());
    }
    if let Some(snapshot) = snapshot {
        image.set_reference("snapshot", snapshot);
    }
    image
}
