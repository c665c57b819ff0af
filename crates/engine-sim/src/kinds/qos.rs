//! Quality of service (QoS) of a data center, and the profiles of CPUs and disks that use it.

use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{Add, AddressRule, Addressing, KEPT, Kind, Remove, Update, WITH_PARENT, merge};
use crate::name_rule::NameRule;
use crate::node::{Node, refers_to};
use crate::object::{CPU_PROFILES, DISK_PROFILES, ObjectRef, VMS};
use crate::world::World;

pub(super) static QOS: Kind = Kind {
    name: "qos",
    address: WITH_PARENT,
    name_rule: Some(NameRule {
        max: 50,
        wrong_size: "QoS name length must be under 50 characters.",
        characters: "-_",
        wrong_characters: "QoS name must be formed of 'a-z', 'A-Z', '0-9', '_' or '-' characters",
        attribute: "qos.name",
    }),
    add: Add {
        check: |world, command, qos| check_qos(world, command.stored_in, "add", qos),
        ..KEPT.add
    },
    update: Update {
        apply: |world, command, qos, changes| {
            let mut changed = qos.get(world).cloned().unwrap_or_default();
            changed.merge(changes);
            check_qos(world, qos.collection(), "edit", &changed)?;
            merge(world, command, qos, changes)
        },
        ..KEPT.update
    },
    ..KEPT
};

/// Limits of networks, of which a direction has all or none.
const DIRECTIONS: [[&str; 3]; 2] = [
    ["inbound_average", "inbound_peak", "inbound_burst"],
    ["outbound_average", "outbound_peak", "outbound_burst"],
];

/// Limits of storage: a total, which excludes the limits of reading and writing.
const TOTALS: [[&str; 3]; 2] = [
    [
        "max_throughput",
        "max_read_throughput",
        "max_write_throughput",
    ],
    ["max_iops", "max_read_iops", "max_write_iops"],
];

/// Checks the name and limits of a QoS.
fn check_qos(world: &World, collection: &str, verb: &str, qos: &Node) -> Result<(), Fault> {
    let kind = qos.get("type").unwrap_or_default();
    let has = |member: &&str| qos.child(member).is_some();
    let is_network = kind == "network";
    let is_same = |other: &Node| {
        other.id() != qos.id()
            && other.get("name") == qos.get("name")
            && other.get("type") == Some(kind)
    };
    if world.store.list(collection).iter().any(is_same) {
        return Err(Fault::invalid(match is_network {
            true => format!("Cannot {verb} Network QoS. Duplicate QoS name in Data Center."),
            false => format!("Cannot {verb} QoS. QoS element name already exists."),
        }));
    }
    let is_partial =
        |direction: &[&str; 3]| matches!(direction.iter().filter(|m| has(m)).count(), 1 | 2);
    if is_network && DIRECTIONS.iter().any(is_partial) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} Network QoS. All three values are needed in order to define QoS on each \
             network directions."
        )));
    }
    // One for storage may be without limits.
    if kind == "cpu" && !has(&"cpu_limit") {
        let why = format!("Cannot {verb} QoS. QoS element has missing values.");
        return Err(Fault::invalid(why));
    }
    let contradicts = |[total, read, write]: &[&str; 3]| has(total) && (has(read) || has(write));
    if kind == "storage" && TOTALS.iter().any(contradicts) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} QoS.\nQoS have non-zero total value with non-zero read/write for either \
             throughput or IOps or both."
        )));
    }
    Ok(())
}

pub(super) static CPU_PROFILE: Kind = Kind {
    name: "cpu_profile",
    address: Addressing {
        rule: AddressRule::Below {
            member: "cluster",
            segment: CPU_PROFILES,
            except: "",
        },
        ..KEPT.address
    },
    title: "CPU Profile",
    add: Add {
        event: 10130,
        permit: "create_cpu_profile",
        ..KEPT.add
    },
    update: Update {
        permit: "update_cpu_profile",
        ..KEPT.update
    },
    remove: Remove {
        permit: "delete_cpu_profile",
        check: |world, _, profile| {
            let why = "Cannot remove last CPU profile in Cluster.";
            check_other(world, profile, "cluster", "CPU Profile", why)?;
            check_unused(world, profile)
        },
        ..KEPT.remove
    },
    ..KEPT
};

pub(super) static DISK_PROFILE: Kind = Kind {
    name: "disk_profile",
    address: Addressing {
        rule: AddressRule::Below {
            member: "storage_domain",
            segment: DISK_PROFILES,
            except: "",
        },
        ..KEPT.address
    },
    title: "Disk Profile",
    remove: Remove {
        check: |world, _, profile| {
            let why = "Cannot remove last disk profile in Storage Domain.";
            check_other(world, profile, "storage_domain", "Disk Profile", why)
        },
        ..KEPT.remove
    },
    ..KEPT
};

/// Fails if a profile is the only one of its cluster or storage domain.
fn check_other(
    world: &World,
    profile: &ObjectRef,
    member: &str,
    title: &str,
    why: &str,
) -> Result<(), Fault> {
    let owner = profile.target(world, member);
    let mut all = world.store.list(profile.collection()).iter();
    if all.any(|other| other.id() != profile.id() && refers_to(other, member, &owner)) {
        return Ok(());
    }
    Err(Fault::invalid(format!("Cannot remove {title}. {why}")))
}

/// Fails if VMs use a CPU profile.
fn check_unused(world: &World, profile: &ObjectRef) -> Result<(), Fault> {
    let users = names_of_users(world, VMS, "cpu_profile", profile.id());
    if users.is_empty() {
        return Ok(());
    }
    Err(Fault::invalid(format!(
        "Cannot remove CPU Profile. Several virtual machines ({}) are using this Profile:\n{}\n - \
         Please remove it from all virtual machines that are using it and try again.",
        users.len(),
        users.join(", ")
    )))
}
