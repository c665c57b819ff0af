//! Disk snapshots: which of them are listed.

use crate::disk_snapshots::{self, ACTIVE};
use crate::fault::Fault;
use crate::kind::{KEPT, Kind, Remove};

pub(super) static DISK_SNAPSHOT: Kind = Kind {
    name: "disk_snapshot",
    source: |_, place| Some(place.computed(disk_snapshots::compute)),
    title: "Disk Snapshot",
    listed: |parameters, image| {
        image.get(ACTIVE).is_none() || parameters.flag("include_active") == Some(true)
    },
    show: |_, _, mut image| {
        image.to_mut().remove(ACTIVE);
        image
    },
    remove: Remove {
        check: |_, _, _| Err(Fault::unsimulated("Removing a disk snapshot")),
        ..KEPT.remove
    },
    ..KEPT
};
