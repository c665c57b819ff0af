//! Search tables: users, groups, events and jobs.

use super::infrastructure::{CLUSTER, HOST};
use super::vms::{TEMPLATE, VM};
use super::*;

const DIRECTORY: ValueSource = ValueSource::Referenced(&[("domain", "domains")], "name");
const LOGIN: ValueSource = ValueSource::AnyOf(&[
    ValueSource::Path("principal"),
    ValueSource::Path("user_name"),
]);

pub(super) static USER: Entity = Entity {
    collections: &[("users", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("lastname", "last_name"),
        field("usrname", FieldType::Text, LOGIN),
        text("user_and_domain", "user_name"),
        field("login", FieldType::Text, LOGIN),
        field("directory", FieldType::Text, DIRECTORY),
        text("department", "department"),
        tag(),
        field(
            "pool",
            FieldType::Text,
            ValueSource::LinkedNames(USER_TO_POOL, "vmpools"),
        ),
        field(
            "type",
            FieldType::Enum(names::HOLDER_TYPE),
            ValueSource::Computed(computed::user_type),
        ),
    ],
    related: &[
        related(VMS, &VM, USER_TO_VM),
        related(
            HOSTS,
            &HOST,
            &[
                From("permissions", "user"),
                To("permissions", "vm"),
                To("vms", "host"),
            ],
        ),
        related(
            TEMPLATES,
            &TEMPLATE,
            &[From("permissions", "user"), To("permissions", "template")],
        ),
        related(EVENTS, &EVENT, &[From("events", "user")]),
    ],
};

const USER_TO_POOL: &[Hop] = &[From("permissions", "user"), To("permissions", "vm_pool")];
const USER_TO_VM: &[Hop] = &[From("permissions", "user"), To("permissions", "vm")];

pub(super) static GROUP: Entity = Entity {
    collections: &[("groups", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("grpname", "name"),
        field("directory", FieldType::Text, DIRECTORY),
        field(
            "type",
            FieldType::Enum(names::HOLDER_TYPE),
            ValueSource::Computed(computed::group_type),
        ),
    ],
    related: &[],
};

pub(super) static EVENT: Entity = Entity {
    collections: &[("events", "")],
    order: Order::Newest,
    fields: &[
        number("type", "code"),
        field(
            "severity",
            FieldType::Severity,
            ValueSource::Path("severity"),
        ),
        text("message", "description"),
        field(
            "time",
            FieldType::Date { whole_day: true },
            ValueSource::Path("time"),
        ),
        field("usrname", FieldType::Text, USER_OF_EVENT),
        text("event_host", "host.name"),
        text("event_vm", "vm.name"),
        text("event_template", "template.name"),
        text("event_storage", "storage_domain.name"),
        text("event_datacenter", "data_center.name"),
        field("event_volume", FieldType::Text, ValueSource::Unsupported),
        text("correlation_id", "correlation_id"),
        text("origin", "origin"),
        number("custom_event_id", "custom_id"),
        flag("deleted", "deleted"),
        text("_event_vm_id", "vm.id"),
        text("_event_host_id", "host.id"),
        text("_event_template_id", "template.id"),
        text("_event_storage_id", "storage_domain.id"),
        text("_event_datacenter_id", "data_center.id"),
        field("_event_quota_id", FieldType::Text, ValueSource::Unsupported),
        text("usrid", "user.id"),
    ],
    related: &[
        related(VMS, &VM, &[To("events", "vm")]),
        related(HOSTS, &HOST, &[To("events", "host")]),
        related(TEMPLATES, &TEMPLATE, &[To("events", "template")]),
        related(USERS, &USER, &[To("events", "user")]),
        related(CLUSTERS, &CLUSTER, &[To("events", "cluster")]),
    ],
};

const USER_OF_EVENT: ValueSource = ValueSource::AnyOf(&[
    ValueSource::Path("user.name"),
    ValueSource::Referenced(&[("user", "users")], "user_name"),
]);

pub(super) static JOB: Entity = Entity {
    collections: &[("jobs", "")],
    order: Order::By(&[ValueSource::Path("start_time")]),
    fields: &[text("correlation_id", "correlation_id")],
    related: &[],
};
