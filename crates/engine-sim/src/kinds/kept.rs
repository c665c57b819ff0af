//! Types that are only stored: their unique names, events and answers.

use super::role::check_mutable;
use super::{policy, qos};
use crate::computed;
use crate::fault::Fault;
use crate::inventory::levels::complete_permit;
use crate::kind::{
    Add, AddressRule, Addressing, KEPT, Kind, References, Referred, Remove, Source, Unchecked,
    UniqueName, Update, WITH_PARENT,
};
use crate::object::{ObjectRef, PERMITS, REPORTED_DEVICES, ROLES};
use crate::statistics;

/// The tables of these types.
pub(super) const ALL: &[&Kind] = &[
    &ACTION,
    &AGENT,
    &BOOKMARK,
    &CLUSTER_LEVEL,
    &DOMAIN,
    &EVENT_SUBSCRIPTION,
    &GLUSTER_VOLUME,
    &HOST_CPU_UNIT,
    &HOST_NIC,
    &ISCSI_BOND,
    &KATELLO_ERRATUM,
    &NETWORK_FILTER,
    &NETWORK_LABEL,
    &NUMA_NODE,
    &PERMIT,
    &REPORTED_DEVICE,
    &STATISTIC,
    &SYSTEM_OPTION,
    &USER_OPTION,
    &WATCHDOG,
    &policy::BALANCE,
    &policy::FILTER,
    &policy::SCHEDULING_POLICY,
    &policy::SCHEDULING_POLICY_UNIT,
    &policy::WEIGHT,
    &qos::CPU_PROFILE,
    &qos::DISK_PROFILE,
    &qos::QOS,
];

/// An addition that starts an operation only real engines support.
const REFUSED: Add = Add {
    simulated: false,
    ..KEPT.add
};

/// The document of actions. Only members that name a target are references; others carry the data
/// of an object.
static ACTION: Kind = Kind {
    name: "action",
    references: References {
        also: &[
            "cluster",
            "data_center",
            "disk_profile",
            "host",
            "quota",
            "source_host",
            "storage_domain",
            "storage_domains",
        ],
        ..KEPT.references
    },
    ..KEPT
};

/// A fence agent of a host.
static AGENT: Kind = Kind {
    name: "agent",
    address: WITH_PARENT,
    defaults: &[&[("encrypt_options", "false")]],
    add: Add {
        check: |_, _, agent| {
            AGENT.complete(agent);
            Ok(())
        },
        ..KEPT.add
    },
    ..KEPT
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
    address: WITH_PARENT,
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
    source: |_, place| {
        // Also of a role that a user or group has.
        Some(Source::Own(
            ObjectRef::new(ROLES, place.parent.id()).below(PERMITS),
        ))
    },
    address: Addressing {
        rule: AddressRule::Below {
            member: "role",
            segment: PERMITS,
            except: "",
        },
        ..KEPT.address
    },
    keeps_id: true,
    add: Add {
        check: |world, command, permit| {
            complete_permit(permit);
            if permit.child("name").is_none() {
                let detail = "[General command validation failure.]";
                return Err(Fault::new(500, "Operation Failed", detail));
            }
            check_mutable(world, "attach action group to", &command.owner())?;
            permit.set_reference("role", command.owner().id());
            Ok(())
        },
        permit: "manipulate_roles",
        ..KEPT.add
    },
    remove: Remove {
        check: |world, command, _| {
            check_mutable(world, "detach action group from", &command.owner())
        },
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
        // A network has at most one.
        check: |world, command, _| match world.store.list(command.stored_in) {
            [] => Ok(()),
            _ => Err(Fault::invalid(
                "Cannot label Network. The specified network is already labeled.",
            )),
        },
        ..KEPT.add
    },
    ..KEPT
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

static CLUSTER_LEVEL: Kind = Kind {
    name: "cluster_level",
    unlinked: &["cluster_features"],
    ..KEPT
};

static DOMAIN: Kind = Kind {
    name: "domain",
    referred: Referred {
        // The engine fails to look the directory up.
        unnamed: |_, _| {
            Fault::new(
                400,
                "Operation Failed",
                "cannot invoke \"java.util.list.iterator()\" because \"namespaces\" is null",
            )
        },
        ..KEPT.referred
    },
    searches: &[
        ("groups/search", "groups?search={query}"),
        ("users/search", "users?search={query}"),
    ],
    ..KEPT
};

static HOST_CPU_UNIT: Kind = Kind {
    name: "host_cpu_unit",
    source: |_, place| Some(place.computed(computed::cpu_units)),
    address: Addressing {
        rule: AddressRule::Anonymous,
        ..KEPT.address
    },
    ..KEPT
};

static NUMA_NODE: Kind = Kind {
    name: "numa_node",
    source: |_, place| Some(place.computed(computed::numa_nodes)),
    ..KEPT
};

/// All clusters have all filters.
static NETWORK_FILTER: Kind = Kind {
    name: "network_filter",
    source: |_, place| Some(Source::Own(place.home.to_owned())),
    ..KEPT
};

/// Virtual functions are not simulated.
static HOST_NIC: Kind = Kind {
    name: "host_nic",
    unchecked: Unchecked::List,
    unlinked: &[
        "updatevirtualfunctionsconfiguration",
        "virtual_function_allowed_labels",
        "virtual_function_allowed_networks",
    ],
    ..KEPT
};

static REPORTED_DEVICE: Kind = Kind {
    name: "reported_device",
    source: |_, place| Some(place.computed(computed::reported_devices)),
    address: Addressing {
        rule: AddressRule::Below {
            member: "vm",
            segment: REPORTED_DEVICES,
            except: "",
        },
        ..KEPT.address
    },
    ..KEPT
};

/// A statistic refers to the object that it is below by the path of the request.
static STATISTIC: Kind = Kind {
    name: "statistic",
    source: |_, place| Some(place.computed(statistics::compute)),
    address: Addressing {
        reference: |_, _, _, path| {
            let (owner, _) = path.first()?.rsplit_once("/statistics")?;
            Some(owner.to_owned())
        },
        ..KEPT.address
    },
    ..KEPT
};

static ISCSI_BOND: Kind = Kind {
    name: "iscsi_bond",
    address: WITH_PARENT,
    ..KEPT
};

static USER_OPTION: Kind = Kind {
    name: "user_option",
    address: WITH_PARENT,
    ..KEPT
};

static WATCHDOG: Kind = Kind {
    name: "watchdog",
    address: WITH_PARENT,
    add: Add {
        // A VM has at most one.
        check: |world, command, _| match world.store.list(command.stored_in) {
            [] => Ok(()),
            _ => Err(Fault::conflict("watchdog already exists")),
        },
        ..KEPT.add
    },
    ..KEPT
};
