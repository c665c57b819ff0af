//! Affinity labels: each lists its VMs and hosts, which list their labels.

use crate::fault::Fault;
use crate::kind::{Add, Assign, Below, Command, KEPT, Kind, Remove, UniqueName};
use crate::node::Node;
use crate::object::{AFFINITY_LABELS, HOSTS, ObjectRef, VMS};
use crate::world::World;

pub(super) static AFFINITY_LABEL: Kind = Kind {
    name: "affinity_label",
    below: Below {
        job: false,
        ..KEPT.below
    },
    absent: |method, _| match method {
        "DELETE" => Fault::invalid("Affinity label does not exist."),
        _ => Fault::NotFound,
    },
    title: "Affinity Label",
    unique_name: UniqueName::Message("Cannot add affinity label with a conflicting NAME."),
    add: Add {
        event: 10380,
        check: |_, _, label| {
            AFFINITY_LABEL.complete(label);
            Ok(())
        },
        ..KEPT.add
    },
    remove: Remove {
        event: 10384,
        ..KEPT.remove
    },
    defaults: &[&[
        ("has_implicit_affinity_group", "false"),
        ("read_only", "false"),
    ]],
    assign: MIRRORED,
    ..KEPT
};

/// The assignment of VMs and hosts to labels, and of labels to them.
pub(super) const MIRRORED: Assign = Assign {
    taken: |command| {
        let title = match command.type_name {
            "vm" => "VM",
            "host" => "Host",
            _ => return None,
        };
        // Labels take objects again.
        let is_group = command.collection.contains("/affinitygroups/");
        let why = format!("Cannot edit Affinity Group. Duplicate {title}.");
        is_group.then(|| Fault::invalid(why))
    },
    done: assigned,
    undo: unassign,
    ..KEPT.assign
};

/// Returns the opposite entry of an assignment.
fn mirror(command: &Command<'_>, id: &str) -> Option<(String, Node)> {
    let owner = command.owner();
    let (home, below) = (owner.collection(), command.collection.rsplit('/').next()?);
    let tag = |home: &str| if home == VMS { "vm" } else { "host" };
    match (home, below) {
        (VMS | HOSTS, AFFINITY_LABELS) => {
            let label = ObjectRef::new(AFFINITY_LABELS, id);
            Some((label.below(home), Node::reference(tag(home), owner.id())))
        }
        (AFFINITY_LABELS, VMS | HOSTS) => {
            let labels = ObjectRef::new(below, id).below(AFFINITY_LABELS);
            Some((labels, Node::reference("affinity_label", owner.id())))
        }
        _ => None,
    }
}

fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    if let Some((path, node)) = mirror(command, id)
        && !ObjectRef::new(&path, node.id()).exists(world)
    {
        world.store.add(&path, node);
    }
}

fn unassign(world: &mut World, command: &Command<'_>, object: &ObjectRef) -> Result<(), Fault> {
    if let Some((path, node)) = mirror(command, object.id()) {
        ObjectRef::new(&path, node.id()).remove(world);
    }
    Ok(())
}
