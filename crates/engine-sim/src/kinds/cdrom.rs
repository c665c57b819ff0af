//! CD-ROMs of VMs.

use super::power;
use crate::fault::Fault;
use crate::kind::{Command, KEPT, Kind, Update, WITH_PARENT};
use crate::node::Node;
use crate::object::ObjectRef;
use crate::status::{DOWN, IMAGE_LOCKED, PAUSED, UP};
use crate::world::World;

pub(super) static CDROM: Kind = Kind {
    name: "cdrom",
    address: WITH_PARENT,
    title: "VM",
    event_title: "CD",
    update: Update {
        event: 38,
        apply: change_cd,
        ..KEPT.update
    },
    ..KEPT
};

/// Changes the CD. With `current`, the VM must be running.
fn change_cd(
    world: &mut World,
    command: &Command<'_>,
    cdrom: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let status = command
        .owner()
        .text(world, "status")
        .unwrap_or(DOWN)
        .to_owned();
    let current = command.flag("current") == Some(true);
    if current && !matches!(status.as_str(), UP | PAUSED) {
        return Err(Fault::cannot("Change CD", "VM", "VM is not running."));
    }
    if status == IMAGE_LOCKED {
        return Err(power::refusal("edit", "VM", &status));
    }
    let file = changes.child("file").map_or("", Node::id).to_owned();
    cdrom.change(world, |cdrom| {
        if file.is_empty() {
            cdrom.remove("file");
        } else {
            cdrom.set_reference("file", &file);
        }
    });
    Ok(())
}
