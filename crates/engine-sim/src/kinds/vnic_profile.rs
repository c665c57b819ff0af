//! vNIC profiles, through which NICs use networks.

use crate::fault::Fault;
use crate::kind::{Add, AddressRule, Addressing, Command, KEPT, Kind, Remove, Update, Visible};
use crate::node::{Node, refers_to};
use crate::object::{NETWORK_FILTERS, NETWORKS, NICS, ObjectRef, TEMPLATES, VMS, VNIC_PROFILES};
use crate::world::World;

const TITLE: &str = "VM network interface profile";

pub(super) static VNIC_PROFILE: Kind = Kind {
    name: "vnic_profile",
    address: Addressing {
        rule: AddressRule::TopLevel(NETWORKS),
        written: Some(AddressRule::Below {
            member: "network",
            segment: VNIC_PROFILES,
            except: "",
        }),
        ..KEPT.address
    },
    title: TITLE,
    event_title: "vNIC Profile",
    visible: Visible::Permitted,
    parents: &["network"],
    creator_roles: &["NetworkAdmin"],
    defaults: &[&[
        ("pass_through.mode", "disabled"),
        ("port_mirroring", "false"),
    ]],
    add: Add {
        event: 1122,
        check: check_add,
        permit: "create_network_vnic_profile",
        ..KEPT.add
    },
    update: Update {
        event: 1124,
        apply: update,
        permit: "configure_network_vnic_profile",
        ..KEPT.update
    },
    remove: Remove {
        event: 1126,
        check: check_remove,
        permit: "delete_network_vnic_profile",
        ..KEPT.remove
    },
    ..KEPT
};

/// Sets the defaults of a new profile. NICs with a virtual function of the host (passthrough) have
/// no filter.
pub(super) fn complete(world: &World, profile: &mut Node) {
    VNIC_PROFILE.complete(profile);
    if is_passthrough(profile) {
        profile.set_default("migratable", "false");
        return;
    }
    if profile.child("network_filter").is_none()
        && let Some(filter) = world.find_by_name(NETWORK_FILTERS, "vdsm-no-mac-spoofing")
    {
        let filter = filter.id().to_owned();
        profile.set_reference("network_filter", &filter);
    }
}

fn check_add(world: &mut World, _: &Command<'_>, profile: &mut Node) -> Result<(), Fault> {
    check_name(world, "add", "", profile, None)?;
    check_passthrough("add", profile)?;
    complete(world, profile);
    // An empty reference means no filter.
    if profile
        .child("network_filter")
        .is_some_and(|filter| filter.id().is_empty())
    {
        profile.remove("network_filter");
    }
    Ok(())
}

fn is_passthrough(profile: &Node) -> bool {
    profile.get("pass_through.mode") == Some("enabled")
}

/// Fails if a passthrough profile has what only the engine's own NICs support.
fn check_passthrough(verb: &str, profile: &Node) -> Result<(), Fault> {
    let is_set = |member: &str| {
        profile
            .child(member)
            .is_some_and(|own| !own.id().is_empty())
    };
    let mirrors = profile.get("port_mirroring") == Some("true");
    if is_passthrough(profile) && (mirrors || is_set("qos") || is_set("network_filter")) {
        let why =
            "'Port Mirroring,'Qos' and 'Network Filter' are not supported on passthrough profiles.";
        return Err(Fault::invalid(format!("Cannot {verb} {TITLE}. {why}")));
    }
    Ok(())
}

fn check_name(
    world: &World,
    verb: &str,
    id: &str,
    profile: &Node,
    network: Option<&str>,
) -> Result<(), Fault> {
    let network = network
        .or_else(|| profile.child("network").map(Node::id))
        .unwrap_or_default();
    let mut others = world.store.list(VNIC_PROFILES).iter();
    let taken = others.any(|other| {
        other.id() != id
            && other.get("name") == profile.get("name")
            && refers_to(other, "network", network)
    });
    if taken {
        return Err(Fault::cannot(
            verb,
            TITLE,
            "The VM network interface profile's name is already used by an existing profile for the same network.\n-Please choose a different name.",
        ));
    }
    Ok(())
}

fn update(
    world: &mut World,
    _: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let network = object.target(world, "network");
    let new = changes.child("network").map_or("", Node::id);
    if !new.is_empty() && new != network {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "VM network interface profile's network cannot be changed.",
        ));
    }
    if changes.get("name").is_some() {
        check_name(world, "edit", object.id(), changes, Some(&network))?;
    }
    if let Some(profile) = object.get(world) {
        let mut changed = profile.clone();
        changed.merge(changes);
        check_passthrough("edit", &changed)?;
    }
    object.change(world, |profile| {
        profile.merge(changes);
        if profile
            .child("network_filter")
            .is_some_and(|filter| filter.id().is_empty())
        {
            profile.remove("network_filter");
        }
    });
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, profile: &ObjectRef) -> Result<(), Fault> {
    let users = users(world, profile.id());
    let title = TITLE;
    match users.as_slice() {
        [] => Ok(()),
        [one] => Err(Fault::cannot(
            "remove",
            title,
            format!(
                "This {title} is used by VM:  {one}.\n - Please remove it from this VM and try again."
            ),
        )),
        many => Err(Fault::cannot(
            "remove",
            title,
            format!(
                "This {title} is used by VMs ({}): {}\n - Please detach VMs using this profile and try again.",
                many.len(),
                many.join(", ")
            ),
        )),
    }
}

/// Returns the names of the VMs and templates that have a NIC with a profile.
pub(super) fn users(world: &World, profile: &str) -> Vec<String> {
    let mut names = Vec::new();
    for home in [VMS, TEMPLATES] {
        for object in world.handles(home) {
            let mut nics = world.store.list(&object.below(NICS)).iter();
            if nics.any(|nic| refers_to(nic, "vnic_profile", profile)) {
                names.push(object.name(world));
            }
        }
    }
    names
}
