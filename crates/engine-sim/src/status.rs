//! Names of statuses, as in the model.

pub(crate) const ACTIVATING: &str = "activating";
pub(crate) const ACTIVE: &str = "active";
pub(crate) const CONNECTING: &str = "connecting";
pub(crate) const DOWN: &str = "down";
pub(crate) const ERROR: &str = "error";
pub(crate) const FINALIZING: &str = "finalizing";
pub(crate) const ILLEGAL: &str = "illegal";
pub(crate) const IMAGE_ILLEGAL: &str = "image_illegal";
pub(crate) const IMAGE_LOCKED: &str = "image_locked";
pub(crate) const INACTIVE: &str = "inactive";
pub(crate) const INITIALIZING: &str = "initializing";
pub(crate) const INSTALLING: &str = "installing";
pub(crate) const INSTALL_FAILED: &str = "install_failed";
pub(crate) const IN_PREVIEW: &str = "in_preview";
pub(crate) const LOCKED: &str = "locked";
pub(crate) const MAINTENANCE: &str = "maintenance";
pub(crate) const MIGRATING: &str = "migrating";
pub(crate) const NON_OPERATIONAL: &str = "non_operational";
pub(crate) const NON_RESPONSIVE: &str = "non_responsive";
pub(crate) const NOT_RESPONDING: &str = "not_responding";
pub(crate) const OK: &str = "ok";
pub(crate) const PAUSED: &str = "paused";
pub(crate) const PENDING_APPROVAL: &str = "pending_approval";
pub(crate) const POWERING_DOWN: &str = "powering_down";
pub(crate) const POWERING_UP: &str = "powering_up";
pub(crate) const PREPARING_FOR_MAINTENANCE: &str = "preparing_for_maintenance";
pub(crate) const READY: &str = "ready";
pub(crate) const REBOOT: &str = "reboot";
pub(crate) const REBOOT_IN_PROGRESS: &str = "reboot_in_progress";
pub(crate) const RESTORING_STATE: &str = "restoring_state";
pub(crate) const SAVING_STATE: &str = "saving_state";
pub(crate) const STARTING: &str = "starting";
pub(crate) const SUCCEEDED: &str = "succeeded";
pub(crate) const SUSPENDED: &str = "suspended";
pub(crate) const UNASSIGNED: &str = "unassigned";
pub(crate) const UNATTACHED: &str = "unattached";
pub(crate) const UNINITIALIZED: &str = "uninitialized";
pub(crate) const UNKNOWN: &str = "unknown";
pub(crate) const UP: &str = "up";
pub(crate) const WAIT_FOR_LAUNCH: &str = "wait_for_launch";

/// Statuses in which a VM runs on a host.
pub(crate) const RUNNING: &[&str] = &[
    UP,
    POWERING_UP,
    WAIT_FOR_LAUNCH,
    POWERING_DOWN,
    REBOOT_IN_PROGRESS,
    PAUSED,
    MIGRATING,
    NOT_RESPONDING,
    RESTORING_STATE,
    SAVING_STATE,
];

/// Whether a VM in a status runs on a host.
pub(crate) fn is_running(status: &str) -> bool {
    RUNNING.contains(&status)
}
