//! Types that are only stored: their unique names, events and answers.

use crate::defaults::{COSTLY, HARDWARE, HARDWARE_COSTLY};
use crate::fault::Fault;
use crate::kind::{Add, KEPT, Kind, Remove, UniqueName, Update};

/// The tables of these types.
pub(super) const ALL: &[&Kind] = &[
    &AFFINITY_GROUP,
    &BOOKMARK,
    &CPU_PROFILE,
    &EXTERNAL_HOST_PROVIDER,
    &EXTERNAL_TEMPLATE_IMPORT,
    &EXTERNAL_VM_IMPORT,
    &GLUSTER_VOLUME,
    &INSTANCE_TYPE,
    &KATELLO_ERRATUM,
    &OPEN_STACK_IMAGE_PROVIDER,
    &OPEN_STACK_NETWORK_PROVIDER,
    &OPEN_STACK_VOLUME_PROVIDER,
    &SCHEDULING_POLICY,
];

/// An addition that starts an operation only real engines support.
const REFUSED: Add = Add {
    simulated: false,
    ..KEPT.add
};

static AFFINITY_GROUP: Kind = Kind {
    name: "affinity_group",
    title: "Affinity Group",
    unique_name: UniqueName::Invalid("Affinity Group name already exists."),
    add: Add {
        event: 10350,
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

static EXTERNAL_HOST_PROVIDER: Kind = Kind {
    name: "external_host_provider",
    present_texts: &["description"],
    ..KEPT
};

static EXTERNAL_TEMPLATE_IMPORT: Kind = Kind {
    name: "external_template_import",
    add: REFUSED,
    ..KEPT
};

static EXTERNAL_VM_IMPORT: Kind = Kind {
    name: "external_vm_import",
    add: REFUSED,
    ..KEPT
};

static GLUSTER_VOLUME: Kind = Kind {
    name: "gluster_volume",
    add: REFUSED,
    ..KEPT
};

static INSTANCE_TYPE: Kind = Kind {
    name: "instance_type",
    present_texts: &["description"],
    costly: HARDWARE_COSTLY,
    costly_defaults: &[COSTLY],
    title: "Template",
    job: true,
    unique_name: UniqueName::Reason("Template name ${TemplateName} already used."),
    defaults: &[HARDWARE],
    ..KEPT
};

static KATELLO_ERRATUM: Kind = Kind {
    name: "katello_erratum",
    add: REFUSED,
    ..KEPT
};

static OPEN_STACK_IMAGE_PROVIDER: Kind = Kind {
    name: "open_stack_image_provider",
    present_texts: &["description"],
    ..KEPT
};

static OPEN_STACK_NETWORK_PROVIDER: Kind = Kind {
    name: "open_stack_network_provider",
    present_texts: &["description"],
    ..KEPT
};

static OPEN_STACK_VOLUME_PROVIDER: Kind = Kind {
    name: "open_stack_volume_provider",
    present_texts: &["description"],
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
