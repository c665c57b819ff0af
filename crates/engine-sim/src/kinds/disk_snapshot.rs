//! Disk snapshots: which of them are listed, and their removal.

use super::{device, snapshot};
use crate::disk_snapshots::{self, ACTIVE};
use crate::fault::Fault;
use crate::kind::{Command, KEPT, Kind, Remove};
use crate::node::Node;
use crate::object::{ObjectRef, SNAPSHOTS, VMS};
use crate::world::World;

const TITLE: &str = "Disk Snapshot";

pub(super) static DISK_SNAPSHOT: Kind = Kind {
    name: "disk_snapshot",
    source: |_, place| Some(place.computed(disk_snapshots::compute)),
    title: TITLE,
    listed: |parameters, image| {
        image.get(ACTIVE).is_none() || parameters.flag("include_active") == Some(true)
    },
    show: |_, _, mut image| {
        image.to_mut().remove(ACTIVE);
        image
    },
    remove: Remove {
        check: remove,
        ..KEPT.remove
    },
    ..KEPT
};

/// Takes a disk out of a snapshot: its image is merged into the next one.
fn remove(world: &mut World, _: &Command<'_>, image: &ObjectRef) -> Result<(), Fault> {
    let missing = || Fault::entity(image.id());
    let found = disk_snapshots::find(world, image.id()).ok_or_else(missing)?;
    if found.get(ACTIVE).is_some() {
        return Err(Fault::invalid(format!(
            "Cannot remove {TITLE}. The following disk snapshot(s) is active: {}.",
            image.id()
        )));
    }
    let [disk, owner] = ["disk", "snapshot"].map(|tag| found.child(tag).map_or("", Node::id));
    let mut vms = world.handles(VMS).into_iter();
    let vm = vms.find(|vm| vm.item(SNAPSHOTS, owner).exists(world));
    let vm = vm.ok_or_else(missing)?;
    snapshot::check_idle(world, &vm, "remove", TITLE)?;
    device::check_unlocked(world, &vm, "remove", TITLE)?;
    snapshot::remove_disk(world, &vm.item(SNAPSHOTS, owner), disk);
    Ok(())
}
