//! The simulated operations: types with behavior, and the actions they implement.

/// Types with behavior, and the actions they implement. All other actions are refused.
const SIMULATED: &[(&str, &[&str])] = &[
    ("affinity_label", &[]),
    ("backup", &["finalize"]),
    ("cdrom", &[]),
    ("checkpoint", &[]),
    ("cluster", &[]),
    ("data_center", &["clean_finished_tasks"]),
    (
        "disk",
        &[
            "convert",
            "copy",
            "move",
            "reduce",
            "refresh_lun",
            "sparsify",
        ],
    ),
    ("disk_attachment", &[]),
    ("event", &["undelete"]),
    (
        "graphics_console",
        &["proxy_ticket", "remote_viewer_connection_file", "ticket"],
    ),
    (
        "host",
        &[
            "activate",
            "approve",
            "commit_net_config",
            "deactivate",
            "enroll_certificate",
            "fence",
            "force_select_spm",
            "install",
            "refresh",
            "setup_networks",
            "sync_all_networks",
            "upgrade",
            "upgrade_check",
        ],
    ),
    (
        "image_transfer",
        &["cancel", "extend", "finalize", "pause", "resume"],
    ),
    ("job", &["clear", "end"]),
    ("mac_pool", &[]),
    ("network", &[]),
    ("network_attachment", &[]),
    ("nic", &["activate", "deactivate"]),
    ("permission", &[]),
    ("quota", &[]),
    ("quota_cluster_limit", &[]),
    ("quota_storage_limit", &[]),
    ("role", &[]),
    ("snapshot", &["restore"]),
    ("step", &["end"]),
    (
        "storage_domain",
        &[
            "activate",
            "deactivate",
            "is_attached",
            "refresh_luns",
            "update_ovf_store",
        ],
    ),
    ("tag", &[]),
    ("template", &[]),
    ("user", &[]),
    (
        "vm",
        &[
            "cancel_migration",
            "clone",
            "commit_snapshot",
            "detach",
            "freeze_filesystems",
            "logon",
            "migrate",
            "preview_snapshot",
            "reboot",
            "reorder_mac_addresses",
            "reset",
            "shutdown",
            "start",
            "stop",
            "suspend",
            "thaw_filesystems",
            "ticket",
            "undo_snapshot",
        ],
    ),
    ("vm_pool", &["allocate_vm"]),
    ("vnic_profile", &[]),
];

/// Whether a type has behavior beyond storage.
pub(crate) fn simulates(kind: &str) -> bool {
    SIMULATED.iter().any(|(own, _)| *own == kind)
}

/// Whether an action of a type is implemented.
pub(crate) fn simulates_action(kind: &str, action: &str) -> bool {
    SIMULATED
        .iter()
        .any(|(own, actions)| *own == kind && actions.contains(&action))
}
