//! Checkpoints of VMs, which incremental backups start from.

use crate::fault::Fault;
use crate::kind::{Command, KEPT, Kind, Remove};
use crate::object::ObjectRef;
use crate::status::{DOWN, UP};
use crate::world::World;

pub(super) static CHECKPOINT: Kind = Kind {
    name: "checkpoint",
    title: "checkpoint",
    job: true,
    remove: Remove {
        check: check_remove,
        ..KEPT.remove
    },
    ..KEPT
};

/// Allows only the removal of the oldest checkpoint, and makes the next one the root.
fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    checkpoint: &ObjectRef,
) -> Result<(), Fault> {
    let status = command.owner();
    let status = status.text(world, "status").unwrap_or(DOWN);
    if !matches!(status, UP | DOWN) {
        return Err(Fault::cannot(
            command.kind.remove.verb,
            command.kind.title,
            "The VM should be in Up status.",
        ));
    }
    let all = world.store.list(checkpoint.collection());
    if all
        .first()
        .is_none_or(|first| first.id() != checkpoint.id())
    {
        return Err(Fault::cannot(
            command.kind.remove.verb,
            command.kind.title,
            "Only the root checkpoint of the VM can be removed.",
        ));
    }
    if let Some(next) = all.get(1).map(|next| next.id().to_owned()) {
        checkpoint
            .sibling(&next)
            .change(world, |next| next.remove("parent_id"));
    }
    Ok(())
}
