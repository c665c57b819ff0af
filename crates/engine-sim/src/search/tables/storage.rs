//! Search tables: disks, storage domains and gluster volumes.

use super::infrastructure::{CLUSTER, DATA_CENTER, HOST};
use super::*;

pub(super) static DISK: Entity = Entity {
    collections: &[("disks", "")],
    order: Order::By(&[ValueSource::Path("alias"), ValueSource::Path("id")]),
    fields: &[
        text("alias", "alias"),
        text("name", "alias"),
        text("description", "description"),
        number("provisioned_size", "provisioned_size"),
        number("size", "provisioned_size"),
        number("actual_size", "actual_size"),
        field(
            "creation_date",
            FieldType::Date { whole_day: true },
            ValueSource::Unsupported,
        ),
        field(
            "last_modified",
            FieldType::Date { whole_day: true },
            ValueSource::Unsupported,
        ),
        flag("shareable", "shareable"),
        enumeration("status", names::DISK_STATUS, "status"),
        enumeration("disk_type", names::DISK_TYPE, "storage_type"),
        enumeration(
            "disk_content_type",
            names::DISK_CONTENT_TYPE,
            "content_type",
        ),
        field(
            "allocation_policy",
            FieldType::Enum(names::ALLOCATION_POLICY),
            ValueSource::Flag("sparse"),
        ),
        number_from("number_of_vms", ValueSource::LinkCount(VMS_OF_DISK)),
        field(
            "vm_names",
            FieldType::Text,
            ValueSource::LinkedNames(VMS_OF_DISK, "vms"),
        ),
        quota(),
        named_only("id", "id"),
        flag("wipe_after_delete", "wipe_after_delete"),
    ],
    related: &[
        related(
            DATA_CENTERS,
            &DATA_CENTER,
            &[DISK_TO_STORAGE, CENTERS_OF_DOMAIN],
        ),
        related(STORAGES, &STORAGE, &[DISK_TO_STORAGE]),
    ],
};

const VMS_OF_DISK: &[Hop] = &[Above("vms", "diskattachments", "disk")];

pub(super) static STORAGE: Entity = Entity {
    collections: &[("storagedomains", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        field(
            "status",
            FieldType::Enum(names::DOMAIN_STATUS),
            ValueSource::Computed(computed::domain_status),
        ),
        field(
            "shared_status",
            FieldType::Enum(names::SHARED_STATUS),
            ValueSource::Computed(computed::shared_status),
        ),
        enumeration("external_status", names::EXTERNAL_STATUS, "external_status"),
        field(
            "datacenter",
            FieldType::Text,
            ValueSource::Referenced(&[("data_centers", "datacenters")], "name"),
        ),
        enumeration("type", names::STORAGE_TYPE, "storage.type"),
        gibibytes("free_size", "available"),
        gibibytes("used_size", "used"),
        field(
            "total_size",
            FieldType::Number(1_073_741_824.0),
            ValueSource::Computed(computed::domain_size),
        ),
        gibibytes("committed", "committed"),
        text("comment", "comment"),
        text("description", "description"),
        flag("wipe_after_delete", "wipe_after_delete"),
        flag("discard_after_delete", "discard_after_delete"),
        number("low_space_threshold", "warning_low_space_indicator"),
        number("critical_space_threshold", "critical_space_action_blocker"),
        flag("backup", "backup"),
    ],
    related: &[
        related(
            HOSTS,
            &HOST,
            &[
                CENTERS_OF_DOMAIN,
                From("clusters", "data_center"),
                From("hosts", "cluster"),
            ],
        ),
        related(
            CLUSTERS,
            &CLUSTER,
            &[CENTERS_OF_DOMAIN, From("clusters", "data_center")],
        ),
    ],
};

pub(super) static VOLUME: Entity = Entity {
    collections: &[("clusters", "glustervolumes")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        named_only("type", "volume_type"),
        named_only("status", "status"),
        number("replica_count", "replica_count"),
        number("stripe_count", "stripe_count"),
        number("disperse_count", "disperse_count"),
        number("redundancy_count", "redundancy_count"),
    ],
    related: &[],
};
