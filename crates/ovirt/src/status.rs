//! The states of objects: which statuses are stable, transient or failed, as data.

use ovirt_types::__private::{Reflect, text_of};

/// What a status means for someone who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Lasts until another request or an external event.
    Stable,
    /// Ends without another request. Includes unknown statuses: they prove nothing.
    Transient,
    /// The last operation failed.
    Failed,
}

/// The status of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Status<'a> {
    /// The member that has it, such as `phase`.
    pub(crate) member: &'static str,
    pub(crate) value: &'a str,
    pub(crate) state: State,
}

/// The statuses of one enum of the API.
#[derive(Debug)]
struct Statuses {
    stable: &'static [&'static str],
    transient: &'static [&'static str],
    failed: &'static [&'static str],
}

/// Struct, member that has its status, and meaning of the values.
type StatusRow = (&'static str, &'static str, Statuses);

const DISK: Statuses = Statuses {
    stable: &["ok"],
    transient: &["locked"],
    failed: &["illegal"],
};

const GLUSTER: Statuses = Statuses {
    stable: &["down", "up"],
    transient: &["unknown"],
    failed: &[],
};

const GLUSTER_HOOK: Statuses = Statuses {
    stable: &["disabled", "enabled", "missing"],
    transient: &[],
    failed: &[],
};

const JOB: Statuses = Statuses {
    stable: &["finished"],
    transient: &["started", "unknown"],
    failed: &["aborted", "failed"],
};

/// All structs that have a status.
#[rustfmt::skip]
const TABLE: &[StatusRow] = &[
    ("Backup", "phase", Statuses {
        stable: &["ready", "succeeded"],
        transient: &["finalizing", "initializing", "starting"],
        failed: &["failed"],
    }),
    ("DataCenter", "status", Statuses {
        stable: &["maintenance", "not_operational", "uninitialized", "up"],
        transient: &["contend", "problematic"],
        failed: &[],
    }),
    ("Disk", "status", DISK),
    ("DiskSnapshot", "status", DISK),
    ("GlusterBrick", "status", GLUSTER),
    ("GlusterHook", "status", GLUSTER_HOOK),
    ("GlusterServerHook", "status", GLUSTER_HOOK),
    ("GlusterVolume", "status", GLUSTER),
    ("Host", "status", Statuses {
        stable: &["down", "maintenance", "pending_approval", "up"],
        transient: &[
            "connecting", "initializing", "installing", "installing_os", "kdumping", "non_responsive",
            "preparing_for_maintenance", "reboot", "unassigned",
        ],
        failed: &["error", "install_failed", "non_operational"],
    }),
    ("HostNic", "status", Statuses {
        stable: &["down", "up"],
        transient: &[],
        failed: &[],
    }),
    ("ImageTransfer", "phase", Statuses {
        stable: &["finished_success", "paused_system", "paused_user", "transferring"],
        transient: &[
            "cancelled", "cancelled_user", "finalizing_cleanup", "finalizing_failure",
            "finalizing_success", "initializing", "resuming", "unknown",
        ],
        failed: &["cancelled_system", "finished_cleanup", "finished_failure"],
    }),
    ("InstanceType", "status", DISK),
    ("Job", "status", JOB),
    ("Network", "status", Statuses {
        stable: &["non_operational", "operational"],
        transient: &[],
        failed: &[],
    }),
    ("Snapshot", "snapshot_status", Statuses {
        stable: &["in_preview", "ok"],
        transient: &["locked"],
        failed: &[],
    }),
    ("Step", "status", JOB),
    ("StorageDomain", "status", Statuses {
        stable: &["active", "inactive", "maintenance", "mixed", "unattached"],
        transient: &["activating", "detaching", "locked", "preparing_for_maintenance", "unknown"],
        failed: &[],
    }),
    ("Template", "status", DISK),
    ("Vm", "status", Statuses {
        stable: &["down", "paused", "suspended", "up"],
        transient: &[
            "image_locked", "migrating", "not_responding", "powering_down", "powering_up",
            "reboot_in_progress", "restoring_state", "saving_state", "unassigned", "unknown",
            "wait_for_launch",
        ],
        failed: &[],
    }),
];

/// Returns the member that has the status of these objects, and the status if it is set; `None` if
/// they have no status.
pub(crate) fn of(object: &dyn Reflect) -> Option<(&'static str, Option<&str>)> {
    let (_, member, _) = row(object)?;
    Some((member, text_of(object, member)))
}

/// Returns the status of an object; `None` if it has none.
pub(crate) fn read(object: &dyn Reflect) -> Option<Status<'_>> {
    let (_, member, statuses) = row(object)?;
    let value = text_of(object, member)?;
    Some(Status {
        member,
        value,
        state: statuses.state(value),
    })
}

/// Returns what this status means for objects of this type.
pub(crate) fn state_of(object: &dyn Reflect, status: &str) -> State {
    row(object).map_or(State::Transient, |row| row.2.state(status))
}

fn row(object: &dyn Reflect) -> Option<&'static StatusRow> {
    let name = object.struct_info().type_name;
    TABLE.iter().find(|(type_name, _, _)| *type_name == name)
}

impl Statuses {
    fn state(&self, status: &str) -> State {
        let lists = [
            (self.stable, State::Stable),
            (self.transient, State::Transient),
            (self.failed, State::Failed),
        ];
        let found = lists.iter().find(|(list, _)| list.contains(&status));
        found.map_or(State::Transient, |(_, state)| *state)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ovirt_types::{ImageTransfer, ImageTransferPhase, Snapshot, SnapshotStatus, Tag, VmStatus};

    use super::{State, TABLE, of, read, state_of};

    /// The source of an enum of the crate `ovirt-types`.
    macro_rules! source {
        ($file:literal) => {
            include_str!(concat!("../../types/src/generated/enums/", $file, ".rs"))
        };
    }

    /// The enums of the table, in its order.
    const ENUMS: &[(&str, &str)] = &[
        ("Backup", source!("backup_phase")),
        ("DataCenter", source!("data_center_status")),
        ("Disk", source!("disk_status")),
        ("DiskSnapshot", source!("disk_status")),
        ("GlusterBrick", source!("gluster_brick_status")),
        ("GlusterHook", source!("gluster_hook_status")),
        ("GlusterServerHook", source!("gluster_hook_status")),
        ("GlusterVolume", source!("gluster_volume_status")),
        ("Host", source!("host_status")),
        ("HostNic", source!("nic_status")),
        ("ImageTransfer", source!("image_transfer_phase")),
        ("InstanceType", source!("template_status")),
        ("Job", source!("job_status")),
        ("Network", source!("network_status")),
        ("Snapshot", source!("snapshot_status")),
        ("Step", source!("step_status")),
        ("StorageDomain", source!("storage_domain_status")),
        ("Template", source!("template_status")),
        ("Vm", source!("vm_status")),
    ];

    #[test]
    fn each_value_of_each_enum_is_in_one_list() {
        assert_eq!(TABLE.len(), ENUMS.len());
        for ((name, _, statuses), (expected, source)) in TABLE.iter().zip(ENUMS) {
            assert_eq!(name, expected);
            let lists = [statuses.stable, statuses.transient, statuses.failed];
            let listed: Vec<&str> = lists.concat();
            let values = source.lines().filter_map(|line| {
                let (_, value) = line.split_once(" = \"")?;
                value.strip_suffix("\",")
            });
            let known: BTreeSet<&str> = values.collect();
            assert_eq!(listed.len(), known.len(), "{name}");
            assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), known, "{name}");
        }
    }

    #[test]
    fn status_is_read_from_the_member_of_the_type() {
        let snapshot = Snapshot::new().status(VmStatus::Down);
        assert_eq!(of(&snapshot), Some(("snapshot_status", None)));
        assert!(read(&snapshot).is_none());
        let snapshot = snapshot.snapshot_status(SnapshotStatus::Locked);
        assert_eq!(of(&snapshot), Some(("snapshot_status", Some("locked"))));
        assert_eq!(read(&snapshot).unwrap().state, State::Transient);
        let transfer = ImageTransfer::new().phase(ImageTransferPhase::FinishedFailure);
        assert_eq!(of(&transfer), Some(("phase", Some("finished_failure"))));
        assert_eq!(read(&transfer).unwrap().state, State::Failed);
        assert_eq!(state_of(&transfer, "a new phase"), State::Transient);
        assert_eq!(of(&Tag::new()), None);
    }
}
