//! Statuses of objects.

/// Statuses in which a VM runs on a host.
const RUNNING: &[&str] = &[
    "up",
    "powering_up",
    "wait_for_launch",
    "powering_down",
    "reboot_in_progress",
    "paused",
    "migrating",
    "not_responding",
    "restoring_state",
    "saving_state",
];

/// Whether a VM in a status runs on a host.
pub(crate) fn is_running(status: &str) -> bool {
    RUNNING.contains(&status)
}
