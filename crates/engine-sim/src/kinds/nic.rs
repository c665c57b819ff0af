//! NICs of VMs and templates.

use super::{device, mac, power};
use crate::defaults;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove, Status, Statuses, Unchecked};
use crate::kind::{UniqueName, Update, act};
use crate::node::Node;
use crate::object::{INSTANCE_TYPES, NETWORKS, ObjectRef, VMS, VNIC_PROFILES};
use crate::status::{DOWN, IMAGE_LOCKED, UP};
use crate::world::World;

/// Statuses of a VM in which its NICs can be changed.
const CHANGEABLE: Statuses = &[DOWN, UP, IMAGE_LOCKED];

pub(super) static NIC: Kind = Kind {
    name: "nic",
    unchecked: Unchecked::List,
    title: "Interface",
    event_title: "NIC",
    status: Status {
        owner: VMS,
        default: DOWN,
        refuse: power::refusal,
        ..KEPT.status
    },
    unique_name: UniqueName::Message("Network interface name is already in use"),
    defaults: &[defaults::NIC],
    add: Add {
        event: 932,
        from: CHANGEABLE,
        refused: "Cannot add a Network Interface when VM is not Down, Up or Image-Locked.",
        check: check_add,
        ..KEPT.add
    },
    update: Update {
        event: 934,
        from: CHANGEABLE,
        refused: "Cannot edit a Network Interface when VM is not Down, Up or Image-Locked.",
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        event: 930,
        from: CHANGEABLE,
        refused: "Cannot remove a Network Interface when VM is not Down, Up or Image-Locked.",
        check: check_remove,
        ..KEPT.remove
    },
    actions: &[
        act("activate", "activate", &[UP, DOWN], |world, _, nic, _| {
            plug(world, nic, "true")
        })
        .event(1012),
        act(
            "deactivate",
            "deactivate",
            &[UP, DOWN],
            |world, _, nic, _| plug(world, nic, "false"),
        )
        .event(1014),
    ],
    show: |_, _, mut nic| {
        // A snapshot has no profiles, but needs them to be restored.
        if nic.child("snapshot").is_some() {
            nic.to_mut().remove("snapshot");
            nic.to_mut().remove("vnic_profile");
        }
        device::show_template_as_vm(nic)
    },
    ..KEPT
};

fn check_add(world: &mut World, command: &Command<'_>, nic: &mut Node) -> Result<(), Fault> {
    let owner = command.owner();
    if owner.collection() == INSTANCE_TYPES {
        return Err(refuse_for_instance_type());
    }
    nic.remove("network");
    let profile = nic.child("vnic_profile").map(|child| child.id().to_owned());
    check_profile(world, &owner, profile.as_deref())?;
    NIC.complete(nic);
    if owner.collection() == VMS {
        nic.set_reference("vm", owner.id());
        mac::assign(world, &owner, nic)?;
    }
    Ok(())
}

/// Fails if the network of a profile is not in the cluster of the owner.
fn check_profile(world: &World, owner: &ObjectRef, profile: Option<&str>) -> Result<(), Fault> {
    let Some(profile) = profile else {
        return Ok(());
    };
    let cluster = ObjectRef::cluster(owner.target(world, "cluster"));
    let network = ObjectRef::new(VNIC_PROFILES, profile).target(world, "network");
    let networks = world.store.list(&cluster.below(NETWORKS));
    if networks.is_empty() || networks.iter().any(|assigned| assigned.id() == network) {
        return Ok(());
    }
    Err(Fault::conflict(
        "The specified Logical Network doesn't exist in the current Cluster.",
    ))
}

/// Whether a NIC is plugged into a VM that is up.
fn is_in_use(world: &World, nic: &ObjectRef) -> bool {
    NIC.status_of(world, nic) == UP && nic.has(world, "plugged", "true")
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    nic: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let owner = command.owner();
    check_profile(world, &owner, changes.child("vnic_profile").map(Node::id))?;
    let mut changes = changes.clone();
    if changes.get("mac.address").is_none_or(str::is_empty) {
        changes.remove("mac");
    }
    let previous = nic.text(world, "mac.address").map(str::to_owned);
    if changes
        .get("mac.address")
        .is_some_and(|new| previous.as_deref() != Some(new))
        && owner.collection() == VMS
    {
        if is_in_use(world, nic) {
            return Err(Fault::cannot(
                "edit",
                "Interface",
                "The MAC address of a plugged interface cannot be changed while the VM is running.",
            ));
        }
        mac::assign(world, &owner, &mut changes)?;
        // The previous address is free again.
        world.macs = None;
    }
    nic.change(world, |nic| {
        nic.merge(&changes);
        // An empty reference removes the profile.
        if nic
            .child("vnic_profile")
            .is_some_and(|child| child.id().is_empty())
        {
            nic.remove("vnic_profile");
        }
    });
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, nic: &ObjectRef) -> Result<(), Fault> {
    if is_in_use(world, nic) {
        return Err(Fault::cannot(
            "remove",
            "Interface",
            "Cannot remove an active device from a running VM.",
        ));
    }
    world.macs = None;
    Ok(())
}

fn plug(world: &mut World, nic: &ObjectRef, plugged: &str) -> Result<Vec<Node>, Fault> {
    nic.change(world, |nic| nic.set("plugged", plugged));
    Ok(Vec::new())
}

/// Fails: engines cannot add a NIC to an instance type.
fn refuse_for_instance_type() -> Fault {
    let detail = "Cannot invoke \"Object.toString()\" because \"id\" is null";
    Fault::new(500, "Operation Failed", detail)
}
