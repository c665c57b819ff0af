//! Search tables: users, groups, events and jobs.

use super::*;
use crate::object::{DOMAINS, EVENTS, GROUPS, JOBS, PERMISSIONS, USERS, VM_POOLS, VMS};

const DIRECTORY: ValueSource = Referenced(&[("domain", DOMAINS)], "name");
const LOGIN: ValueSource = AnyOf(&[Path("principal"), Path("user_name")]);
const USER_OF_EVENT: ValueSource = AnyOf(&[
    Path("user.name"),
    Referenced(&[("user", USERS)], "user_name"),
]);

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "user",
        collections: &[(USERS, "")],
        rows: &[
            row("directory", DIRECTORY),
            at("lastname", "last_name"),
            row("login", LOGIN),
            row("pool", LinkedNames(USER_TO_POOL, VM_POOLS)),
            row("type", Computed(computed::user_type)),
            at("user_and_domain", "user_name"),
            row("usrname", LOGIN),
        ],
        links: &[
            ("vm", &[From(PERMISSIONS, "user"), To(PERMISSIONS, "vm")]),
            (
                "host",
                &[
                    From(PERMISSIONS, "user"),
                    To(PERMISSIONS, "vm"),
                    To(VMS, "host"),
                ],
            ),
            (
                "template",
                &[From(PERMISSIONS, "user"), To(PERMISSIONS, "template")],
            ),
            ("event", &[From(EVENTS, "user")]),
        ],
        // The statement joins by a column that the database does not have.
        broken: &["vm.", "vms."],
        unsorted: &["name"],
        ..NAMED
    },
    Table {
        entity: "group",
        collections: &[(GROUPS, "")],
        rows: &[
            row("directory", DIRECTORY),
            at("grpname", "name"),
            row("type", Computed(computed::group_type)),
        ],
        ..NAMED
    },
    Table {
        entity: "event",
        collections: &[(EVENTS, "")],
        order: Order::Newest,
        rows: &[
            at("_event_datacenter_id", "data_center.id"),
            at("_event_host_id", "host.id"),
            row("_event_quota_id", Unsupported),
            at("_event_storage_id", "storage_domain.id"),
            at("_event_template_id", "template.id"),
            at("_event_vm_id", "vm.id"),
            at("custom_event_id", "custom_id"),
            at("event_datacenter", "data_center.name"),
            at("event_host", "host.name"),
            at("event_storage", "storage_domain.name"),
            at("event_template", "template.name"),
            at("event_vm", "vm.name"),
            row("event_volume", Unsupported),
            at("message", "description"),
            at("type", "code"),
            at("usrid", "user.id"),
            row("usrname", USER_OF_EVENT),
        ],
        links: &[
            ("vm", &[To(EVENTS, "vm")]),
            ("host", &[To(EVENTS, "host")]),
            ("template", &[To(EVENTS, "template")]),
            ("user", &[To(EVENTS, "user")]),
            ("cluster", &[To(EVENTS, "cluster")]),
        ],
        // Free text; fields of these are found.
        broken: &["host", "hosts", "template", "templates", "vm", "vms"],
        unsorted: &[],
    },
    Table {
        entity: "job",
        collections: &[(JOBS, "")],
        order: Order::By(&[Path("start_time")]),
        broken: &["action_type", "description", "start_time", "status"],
        ..NAMED
    },
];

const USER_TO_POOL: &[Hop] = &[From(PERMISSIONS, "user"), To(PERMISSIONS, "vm_pool")];
