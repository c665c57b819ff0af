//! The model's files, as this crate carries them.
//!
//! @generated from `crates/model/data` by `cargo xtask generate`.

/// Name and text of every file.
pub(crate) const FILES: &[(&str, &str)] = &[
    (
        "services/affinity.api",
        include_str!("../data/services/affinity.api"),
    ),
    (
        "services/clusters.api",
        include_str!("../data/services/clusters.api"),
    ),
    (
        "services/data_centers.api",
        include_str!("../data/services/data_centers.api"),
    ),
    (
        "services/disks.api",
        include_str!("../data/services/disks.api"),
    ),
    (
        "services/external.api",
        include_str!("../data/services/external.api"),
    ),
    (
        "services/gluster.api",
        include_str!("../data/services/gluster.api"),
    ),
    (
        "services/hosts.api",
        include_str!("../data/services/hosts.api"),
    ),
    (
        "services/image_transfers.api",
        include_str!("../data/services/image_transfers.api"),
    ),
    (
        "services/jobs_and_events.api",
        include_str!("../data/services/jobs_and_events.api"),
    ),
    (
        "services/networks.api",
        include_str!("../data/services/networks.api"),
    ),
    (
        "services/openstack.api",
        include_str!("../data/services/openstack.api"),
    ),
    (
        "services/pools.api",
        include_str!("../data/services/pools.api"),
    ),
    (
        "services/scheduling.api",
        include_str!("../data/services/scheduling.api"),
    ),
    (
        "services/snapshots.api",
        include_str!("../data/services/snapshots.api"),
    ),
    (
        "services/storage_domains.api",
        include_str!("../data/services/storage_domains.api"),
    ),
    (
        "services/system.api",
        include_str!("../data/services/system.api"),
    ),
    (
        "services/templates.api",
        include_str!("../data/services/templates.api"),
    ),
    (
        "services/users.api",
        include_str!("../data/services/users.api"),
    ),
    (
        "services/vm_devices.api",
        include_str!("../data/services/vm_devices.api"),
    ),
    ("services/vms.api", include_str!("../data/services/vms.api")),
    ("shared.api", include_str!("../data/shared.api")),
    (
        "types/affinity.api",
        include_str!("../data/types/affinity.api"),
    ),
    (
        "types/clusters.api",
        include_str!("../data/types/clusters.api"),
    ),
    ("types/core.api", include_str!("../data/types/core.api")),
    (
        "types/data_centers.api",
        include_str!("../data/types/data_centers.api"),
    ),
    ("types/disks.api", include_str!("../data/types/disks.api")),
    (
        "types/external.api",
        include_str!("../data/types/external.api"),
    ),
    (
        "types/gluster.api",
        include_str!("../data/types/gluster.api"),
    ),
    ("types/hosts.api", include_str!("../data/types/hosts.api")),
    (
        "types/jobs_and_events.api",
        include_str!("../data/types/jobs_and_events.api"),
    ),
    (
        "types/networks.api",
        include_str!("../data/types/networks.api"),
    ),
    (
        "types/openstack.api",
        include_str!("../data/types/openstack.api"),
    ),
    ("types/pools.api", include_str!("../data/types/pools.api")),
    (
        "types/registration.api",
        include_str!("../data/types/registration.api"),
    ),
    (
        "types/snapshots.api",
        include_str!("../data/types/snapshots.api"),
    ),
    (
        "types/storage_domains.api",
        include_str!("../data/types/storage_domains.api"),
    ),
    ("types/system.api", include_str!("../data/types/system.api")),
    (
        "types/templates.api",
        include_str!("../data/types/templates.api"),
    ),
    ("types/users.api", include_str!("../data/types/users.api")),
    ("types/vms.api", include_str!("../data/types/vms.api")),
];
