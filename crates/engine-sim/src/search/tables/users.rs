//! Search tables of users, groups, events and jobs.

use super::infrastructure::{CLUSTER, HOST};
use super::machines::{TEMPLATE, VM};
use super::*;

const DIRECTORY: Read = Read::Through(&[("domain", "domains")], "name");
const LOGIN: Read = Read::Any(&[Read::Path("principal"), Read::Path("user_name")]);

pub(super) static USER: Entity = Entity {
    places: &[("users", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("lastname", "last_name"),
        field("usrname", Kind::Text, LOGIN),
        text("user_and_domain", "user_name"),
        field("login", Kind::Text, LOGIN),
        field("directory", Kind::Text, DIRECTORY),
        text("department", "department"),
        tag(),
        field("pool", Kind::Text, Read::Names(USER_TO_POOL, "vmpools")),
        field(
            "type",
            Kind::OneOf(names::HOLDER_TYPE),
            Read::Derived(derive::user),
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
    places: &[("groups", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("grpname", "name"),
        field("directory", Kind::Text, DIRECTORY),
        field(
            "type",
            Kind::OneOf(names::HOLDER_TYPE),
            Read::Derived(derive::group),
        ),
    ],
    related: &[],
};

pub(super) static EVENT: Entity = Entity {
    places: &[("events", "")],
    order: Order::Newest,
    fields: &[
        number("type", "code"),
        field("severity", Kind::Severity, Read::Path("severity")),
        text("message", "description"),
        field("time", Kind::Date { whole_day: true }, Read::Path("time")),
        field("usrname", Kind::Text, USER_OF_EVENT),
        text("event_host", "host.name"),
        text("event_vm", "vm.name"),
        text("event_template", "template.name"),
        text("event_storage", "storage_domain.name"),
        text("event_datacenter", "data_center.name"),
        field("event_volume", Kind::Text, Read::Nowhere),
        text("correlation_id", "correlation_id"),
        text("origin", "origin"),
        number("custom_event_id", "custom_id"),
        flag("deleted", "deleted"),
        text("_event_vm_id", "vm.id"),
        text("_event_host_id", "host.id"),
        text("_event_template_id", "template.id"),
        text("_event_storage_id", "storage_domain.id"),
        text("_event_datacenter_id", "data_center.id"),
        field("_event_quota_id", Kind::Text, Read::Nowhere),
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

const USER_OF_EVENT: Read = Read::Any(&[
    Read::Path("user.name"),
    Read::Through(&[("user", "users")], "user_name"),
]);

pub(super) static JOB: Entity = Entity {
    places: &[("jobs", "")],
    order: Order::By(&[Read::Path("start_time")]),
    fields: &[text("correlation_id", "correlation_id")],
    related: &[],
};
