//! Search tables of disks, storage domains and Gluster volumes.

use super::infrastructure::{CLUSTER, DATA_CENTER, HOST};
use super::*;

pub(super) static DISK: Entity = Entity {
    places: &[("disks", "")],
    order: Order::By(&[Read::Path("alias"), Read::Path("id")]),
    fields: &[
        text("alias", "alias"),
        text("name", "alias"),
        text("description", "description"),
        number("provisioned_size", "provisioned_size"),
        number("size", "provisioned_size"),
        number("actual_size", "actual_size"),
        field(
            "creation_date",
            Kind::Date { whole_day: true },
            Read::Nowhere,
        ),
        field(
            "last_modified",
            Kind::Date { whole_day: true },
            Read::Nowhere,
        ),
        flag("shareable", "shareable"),
        one_of("status", names::DISK_STATUS, "status"),
        one_of("disk_type", names::DISK_TYPE, "storage_type"),
        one_of(
            "disk_content_type",
            names::DISK_CONTENT_TYPE,
            "content_type",
        ),
        field(
            "allocation_policy",
            Kind::OneOf(names::ALLOCATION_POLICY),
            Read::Flag("sparse"),
        ),
        computed("number_of_vms", Read::Count(VMS_OF_DISK)),
        field("vm_names", Kind::Text, Read::Names(VMS_OF_DISK, "vms")),
        quota(),
        quiet("id", "id"),
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
    places: &[("storagedomains", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        field(
            "status",
            Kind::OneOf(names::DOMAIN_STATUS),
            Read::Derived(derive::domain_status),
        ),
        field(
            "shared_status",
            Kind::OneOf(names::SHARED_STATUS),
            Read::Derived(derive::shared_status),
        ),
        one_of("external_status", names::EXTERNAL_STATUS, "external_status"),
        field(
            "datacenter",
            Kind::Text,
            Read::Through(&[("data_centers", "datacenters")], "name"),
        ),
        one_of("type", names::STORAGE_TYPE, "storage.type"),
        gigabytes("free_size", "available"),
        gigabytes("used_size", "used"),
        field(
            "total_size",
            Kind::Number(1_073_741_824.0),
            Read::Derived(derive::domain_size),
        ),
        gigabytes("committed", "committed"),
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
    places: &[("clusters", "glustervolumes")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        quiet("type", "volume_type"),
        quiet("status", "status"),
        number("replica_count", "replica_count"),
        number("stripe_count", "stripe_count"),
        number("disperse_count", "disperse_count"),
        number("redundancy_count", "redundancy_count"),
    ],
    related: &[],
};
