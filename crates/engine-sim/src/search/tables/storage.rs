//! Search tables: disks, storage domains and gluster volumes.

use super::*;
use crate::object::{
    CLUSTERS, DATA_CENTERS, DISK_ATTACHMENTS, DISKS, GLUSTER_VOLUMES, HOSTS, STORAGE_DOMAINS,
    TEMPLATES, VMS,
};

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "disk",
        collections: &[(DISKS, "")],
        order: Order::By(&[Path("alias"), Path("id")]),
        rows: &[
            row("allocation_policy", PathOr("sparse", "false")),
            row("creation_date", Unsupported),
            at("disk_content_type", "content_type"),
            at("disk_type", "storage_type"),
            row("last_modified", Unsupported),
            at("name", "alias"),
            row(
                "number_of_vms",
                LinkCount(&[VMS_OF_DISK, TEMPLATES_OF_DISK]),
            ),
            at("size", "provisioned_size"),
            row("vm_names", LinkedNames(VMS_OF_DISK, VMS)),
        ],
        links: &[
            ("datacenter", &[DISK_TO_STORAGE, CENTERS_OF_DOMAIN]),
            ("storage", &[DISK_TO_STORAGE]),
        ],
        ..NAMED
    },
    Table {
        entity: "storage_domain",
        collections: &[(STORAGE_DOMAINS, "")],
        rows: &[
            at("critical_space_threshold", "critical_space_action_blocker"),
            row(
                "datacenter",
                Referenced(&[("data_centers", DATA_CENTERS)], "name"),
            ),
            row("free_size", Computed(computed::domain_available)),
            at("low_space_threshold", "warning_low_space_indicator"),
            row("shared_status", Computed(computed::shared_status)),
            row("status", Computed(computed::domain_status)),
            row("total_size", Computed(computed::domain_size)),
            at("type", "storage.type"),
            row("used_size", Computed(computed::domain_used)),
        ],
        links: &[
            (
                "host",
                &[
                    CENTERS_OF_DOMAIN,
                    From(CLUSTERS, "data_center"),
                    From(HOSTS, "cluster"),
                ],
            ),
            (
                "cluster",
                &[CENTERS_OF_DOMAIN, From(CLUSTERS, "data_center")],
            ),
        ],
        ..NAMED
    },
    Table {
        entity: "gluster_volume",
        collections: &[(CLUSTERS, GLUSTER_VOLUMES)],
        rows: &[
            at("status", "status").matching(Matching::NamedOnly),
            at("type", "volume_type").matching(Matching::NamedOnly),
        ],
        ..NAMED
    },
];

const VMS_OF_DISK: &[Hop] = &[Above(VMS, DISK_ATTACHMENTS, "disk")];

/// Engines count the template of a disk too.
const TEMPLATES_OF_DISK: &[Hop] = &[Above(TEMPLATES, DISK_ATTACHMENTS, "disk")];
