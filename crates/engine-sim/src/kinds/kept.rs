//! Types that are only stored: their unique names, events and answers.

use crate::fault::Fault;
use crate::inventory::levels::complete_permit;
use crate::kind::{Add, Answer, KEPT, Kind, Remove, UniqueName, Update};
use crate::node::Node;

/// The tables of these types.
pub(super) const ALL: &[&Kind] = &[
    &BALANCE,
    &BOOKMARK,
    &CPU_PROFILE,
    &EVENT_SUBSCRIPTION,
    &FILTER,
    &GLUSTER_VOLUME,
    &KATELLO_ERRATUM,
    &NETWORK_LABEL,
    &PERMIT,
    &SCHEDULING_POLICY,
    &SYSTEM_OPTION,
    &WEIGHT,
];

/// An addition that starts an operation only real engines support.
const REFUSED: Add = Add {
    simulated: false,
    ..KEPT.add
};

static BOOKMARK: Kind = Kind {
    name: "bookmark",
    title: "Bookmark",
    unique_name: UniqueName::Yes,
    add: Add {
        event: 350,
        permit: "bookmark_management",
        ..KEPT.add
    },
    update: Update {
        permit: "bookmark_management",
        ..KEPT.update
    },
    remove: Remove {
        event: 354,
        permit: "bookmark_management",
        ..KEPT.remove
    },
    ..KEPT
};

/// A subscription has the name of its event as the identifier.
static EVENT_SUBSCRIPTION: Kind = Kind {
    name: "event_subscription",
    keeps_id: true,
    add: Add {
        check: |_, _, subscription| {
            let event = subscription.get("event").unwrap_or_default().to_owned();
            subscription.set_attribute("id", &event);
            Ok(())
        },
        ..KEPT.add
    },
    ..KEPT
};

/// A permit of a role has the same identifier in all roles.
static PERMIT: Kind = Kind {
    name: "permit",
    keeps_id: true,
    add: Add {
        check: |_, command, permit| {
            complete_permit(permit);
            if permit.child("name").is_none() {
                let detail = "[General command validation failure.]";
                return Err(Fault::new(500, "Operation Failed", detail));
            }
            permit.set_reference("role", command.owner().id());
            Ok(())
        },
        permit: "manipulate_roles",
        ..KEPT.add
    },
    ..KEPT
};

static CPU_PROFILE: Kind = Kind {
    name: "cpu_profile",
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
        ..KEPT.remove
    },
    ..KEPT
};

static GLUSTER_VOLUME: Kind = Kind {
    name: "gluster_volume",
    add: REFUSED,
    ..KEPT
};

static KATELLO_ERRATUM: Kind = Kind {
    name: "katello_erratum",
    add: REFUSED,
    ..KEPT
};

/// The identifier of a label is its text.
static NETWORK_LABEL: Kind = Kind {
    name: "network_label",
    keeps_id: true,
    add: Add {
        check: |world, command, label| match world.store.get(command.stored_in, label.id()) {
            Some(_) => Err(Fault::invalid(
                "Cannot label Network. The specified network is already labeled.",
            )),
            None => Ok(()),
        },
        ..KEPT.add
    },
    ..KEPT
};

/// A module of a scheduling policy has the identifier of its unit.
const MODULE: Kind = Kind {
    keeps_id: true,
    add: Add {
        answer: Answer::Ok,
        check: |_, _, module| {
            let unit = module.child("scheduling_policy_unit").map(Node::id);
            let unit = unit.unwrap_or_default().to_owned();
            module.set_attribute("id", &unit);
            Ok(())
        },
        ..KEPT.add
    },
    ..KEPT
};

static BALANCE: Kind = Kind {
    name: "balance",
    ..MODULE
};

static FILTER: Kind = Kind {
    name: "filter",
    ..MODULE
};

static WEIGHT: Kind = Kind {
    name: "weight",
    ..MODULE
};

/// A setting of the engine has a value for each compatibility version, or one for all.
static SYSTEM_OPTION: Kind = Kind {
    name: "system_option",
    show: |_, parameters, mut option| {
        if let Some(version) = parameters.get("version") {
            let values = &mut option.to_mut().child_mut("values").children;
            values.retain(|value| value.get("version") == Some(version));
        }
        option
    },
    ..KEPT
};

static SCHEDULING_POLICY: Kind = Kind {
    name: "scheduling_policy",
    title: "Scheduling Policy",
    unique_name: UniqueName::Yes,
    remove: Remove {
        check: |world, _, policy| match policy.has(world, "locked", "true") {
            true => Err(Fault::invalid(
                "Cannot remove Scheduling Policy. Parameters are invalid.",
            )),
            false => Ok(()),
        },
        ..KEPT.remove
    },
    ..KEPT
};
