//! Search tables: users, groups, events and jobs.

use super::*;

const DIRECTORY: ValueSource = Referenced(&[("domain", "domains")], "name");
const LOGIN: ValueSource = AnyOf(&[Path("principal"), Path("user_name")]);
const USER_OF_EVENT: ValueSource = AnyOf(&[
    Path("user.name"),
    Referenced(&[("user", "users")], "user_name"),
]);

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "user",
        collections: &[("users", "")],
        rows: &[
            row("directory", DIRECTORY),
            at("lastname", "last_name"),
            row("login", LOGIN),
            row("pool", LinkedNames(USER_TO_POOL, "vmpools")),
            row("type", Computed(computed::user_type)),
            at("user_and_domain", "user_name"),
            row("usrname", LOGIN),
        ],
        links: &[
            (
                "vm",
                &[From("permissions", "user"), To("permissions", "vm")],
            ),
            (
                "host",
                &[
                    From("permissions", "user"),
                    To("permissions", "vm"),
                    To("vms", "host"),
                ],
            ),
            (
                "template",
                &[From("permissions", "user"), To("permissions", "template")],
            ),
            ("event", &[From("events", "user")]),
        ],
        // The statement joins by a column that the database does not have.
        broken: &["vm.", "vms."],
        ..NAMED
    },
    Table {
        entity: "group",
        collections: &[("groups", "")],
        rows: &[
            row("directory", DIRECTORY),
            at("grpname", "name"),
            row("type", Computed(computed::group_type)),
        ],
        ..NAMED
    },
    Table {
        entity: "event",
        collections: &[("events", "")],
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
            ("vm", &[To("events", "vm")]),
            ("host", &[To("events", "host")]),
            ("template", &[To("events", "template")]),
            ("user", &[To("events", "user")]),
            ("cluster", &[To("events", "cluster")]),
        ],
        // Free text; fields of these are found.
        broken: &["host", "hosts", "template", "templates", "vm", "vms"],
    },
    Table {
        entity: "job",
        collections: &[("jobs", "")],
        order: Order::By(&[Path("start_time")]),
        broken: &["action_type", "description", "start_time", "status"],
        ..NAMED
    },
];

const USER_TO_POOL: &[Hop] = &[From("permissions", "user"), To("permissions", "vm_pool")];
