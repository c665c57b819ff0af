//! Why the engine refused a request: its kind, and what to do about it.

mod rules;

use ovirt_types::Fault;

use super::error_kind::ErrorKind;

/// The kind of a refusal with what follows from it: a row of the table.
#[derive(Clone, Copy)]
pub(super) struct Refusal {
    pub(super) kind: ErrorKind,
    /// Whether the same request may succeed later without any other change.
    pub(super) retryable: bool,
    /// Advice for the user; empty if there is none.
    pub(super) hint: &'static str,
}

/// Classifies the fault of a refused command.
pub(super) fn classify(fault: &Fault) -> Refusal {
    let reason = fault.reason.as_deref().unwrap_or_default();
    let detail = fault.detail.as_deref().unwrap_or_default();
    refusal(rules::classify(reason, detail))
}

/// Classifies a refused login by the message of the engine's single sign-on.
pub(super) fn classify_login(message: &str) -> Option<Refusal> {
    let kind = rules::classify("", message);
    (kind != ErrorKind::Other).then(|| refusal(kind))
}

#[rustfmt::skip]
fn refusal(kind: ErrorKind) -> Refusal {
    use ErrorKind::*;
    const LATER: &str = "retry in a moment, or use with_wait_while_locked to wait for the lock";
    let (retryable, hint) = match kind {
        Locked | OperationInProgress => (true, LATER),
        Unavailable => (true, "retry later; if it persists, restore the host, storage or service"),
        Starting => (true, "retry later"),
        WrongState => (false, "bring the object into the required state first"),
        InUse => (false, "remove or detach the objects that use it first"),
        NameInUse => (false, "choose another name, or use the existing object"),
        AlreadyExists => (false, "use the existing object"),
        MissingReference => (false, "check the names and identifiers in the request"),
        MissingParameter => (false, "add the missing value to the request"),
        Validation => (false, "correct the value"),
        Incompatible => (false, "choose values that fit together, or change the configuration"),
        NotSupported => (false, "use another operation, or raise the compatibility version"),
        Immutable => (false, "leave it unchanged, or create a new object"),
        Protected => (false, "set delete_protected to false first"),
        Limit => (false, "use fewer or smaller resources, or raise the limit"),
        Quota => (false, "free resources that count towards the quota, or use another quota"),
        NoSpace => (false, "free disk space, or choose another storage domain"),
        NoResources => (false, "free resources, or choose another host"),
        Permission => (false, "the user lacks a permission for this operation"),
        Credentials => (false, "check the user name and the password"),
        Token => (false, "log in again"),
        Failed => (false, "the engine's events and logs have details"),
        _ => (false, ""),
    };
    Refusal { kind, retryable, hint }
}

#[cfg(test)]
mod tests {
    use ovirt_types::Fault;

    use super::{ErrorKind, classify};

    #[track_caller]
    fn check(kind: ErrorKind, details: &[&str]) {
        for detail in details {
            let fault = Fault::new().reason("Operation Failed").detail(*detail);
            assert_eq!(classify(&fault).kind, kind, "{detail}");
        }
    }

    #[test]
    fn refusals_are_classified_by_text_and_by_code() {
        use ErrorKind::*;
        check(
            Locked,
            &[
                "[Cannot edit VM. VM is locked.]",
                "[ACTION_TYPE_FAILED_DISK_IS_LOCKED]",
            ],
        );
        check(
            OperationInProgress,
            &[
                "[Cannot run VM. Related operation is currently in progress.]",
                "[Cannot remove VM. The VM is being exported.]",
                "[Cannot stop VM because the VM is in Powering Down status.]",
            ],
        );
        check(
            NameInUse,
            &[
                "[Cannot add VM. The VM name is already in use.]",
                "[ACTION_TYPE_FAILED_NAME_ALREADY_USED]",
            ],
        );
        check(InUse, &["[Cannot remove Cluster. The cluster is in use.]"]);
        check(
            WrongState,
            &[
                "[Cannot run VM. VM is running.]",
                "[Cannot run VM because the VM is in Up status.]",
            ],
        );
        check(
            Protected,
            &["[Cannot remove VM. Delete protection is enabled.]"],
        );
        check(Quota, &["[Cannot add Disk. Quota exceeded.]"]);
        check(
            NoSpace,
            &["[Cannot add Disk. Low disk space on Storage Domain data.]"],
        );
        check(
            MissingParameter,
            &["Parameter 'vm.name' is mandatory but was not provided."],
        );
        check(Failed, &["", "[Error starting the turbine]"]);
        check(Other, &["[]", "[No.]"]);
    }

    #[test]
    fn a_part_of_a_word_does_not_match() {
        // "admin use" contains "in use".
        check(
            ErrorKind::Permission,
            &["[The admin user does not have permissions to do it.]"],
        );
        check(
            ErrorKind::Incompatible,
            &["[Cannot add VM. The unlocked and the blocked do not mix.]"],
        );
    }

    #[test]
    fn the_obstacle_decides_and_not_the_refused_command() {
        check(
            ErrorKind::Locked,
            &["[Cannot remove Quota. Disk is locked.]"],
        );
    }

    #[test]
    fn states_that_last_are_not_worth_a_retry() {
        for detail in [
            "[Cannot migrate VM. Migration is not in progress.]",
            "[Scheduling Policy is locked, and cannot be edited.]",
            "[Cannot remove Disk. It is not locked by anything that exists.]",
        ] {
            let fault = Fault::new().reason("Operation Failed").detail(detail);
            assert!(!classify(&fault).retryable, "{detail}");
        }
    }

    #[test]
    fn a_reason_decides_where_the_detail_does_not() {
        let fault = Fault::new().reason("Input validation failed.");
        assert_eq!(classify(&fault).kind, ErrorKind::Validation);
        let fault = Fault::new()
            .reason("Operation Failed")
            .detail("[size, Attribute: vmStatic.name]");
        assert_eq!(classify(&fault).kind, ErrorKind::Validation);
    }
}
