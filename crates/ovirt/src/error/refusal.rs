//! Recognizes why the engine refused a request, by the texts and codes in a fault.

use ovirt_types::Fault;

use super::error_kind::ErrorKind;

/// A reason for refusing a request: a row of the table.
#[derive(Clone, Copy)]
pub(super) struct Refusal {
    pub(super) kind: ErrorKind,
    pub(super) retryable: bool,
    /// Advice for the user; empty if there is none.
    pub(super) hint: &'static str,
}

const fn refusal(kind: ErrorKind, retryable: bool, hint: &'static str) -> Refusal {
    Refusal {
        kind,
        retryable,
        hint,
    }
}

/// Beginnings of the reason of a fault for a request that failed the engine's input validation.
const VALIDATION: (Refusal, &[&str]) = (
    refusal(ErrorKind::Validation, false, ""),
    &[
        "Input validation failed",
        "Incomplete parameters",
        "Invalid value",
        "Value out of range",
        "Request syntactically incorrect",
        "Broken immutability constraint",
        "Invalid version",
    ],
);

/// Parts of the engine's messages, in lower case, and of their codes. The first match decides, so
/// specific ones precede general ones.
#[rustfmt::skip]
const MESSAGES: &[(Refusal, &[&str])] = &[
    (
        refusal(ErrorKind::Quota, false, "free resources that count towards the quota, or use another quota"),
        &["quota"],
    ),
    (
        refusal(ErrorKind::Protected, false, "set delete_protected to false first"),
        &["delete protect", "delete_protect", "deletion protection"],
    ),
    (
        refusal(ErrorKind::OperationInProgress, true, RETRY_LATER),
        &["currently in progress", "object_locked", "is being performed"],
    ),
    (
        refusal(ErrorKind::NameInUse, false, "choose another name, or use the existing object"),
        &[
            "name is already in use", "name already in use", "name_already_used", "name is already used",
            "name in use", "already exists", "already_exist", "is taken",
        ],
    ),
    (
        refusal(ErrorKind::Locked, true, RETRY_LATER),
        &["locked"],
    ),
    (
        refusal(ErrorKind::NoResources, false, "free resources, or choose another host or storage domain"),
        &[
            "low disk space", "disk_space_low", "not enough", "insufficient", "no available host",
            "did not satisfy",
        ],
    ),
    (
        refusal(ErrorKind::WrongState, false, ""),
        &[
            "is running", "is not running", "not down", "must be down", "is not up", "not_up", "not_down",
            "is up", "illegal status", "status_illegal", "incorrect status", "invalid status", "in status",
            "not in maintenance", "is not active",
        ],
    ),
    (
        refusal(ErrorKind::InUse, false, "remove the objects that depend on it first"),
        &[
            "in use", "_in_use", "is being used", "still attached", "is attached", "has vms", "has hosts",
            "based on",
        ],
    ),
];

const RETRY_LATER: &str = "retry in a moment, or use with_wait_while_locked to wait for the lock";

/// Classifies a fault of a status other than 401, 403 and 404.
pub(super) fn classify(fault: &Fault) -> Refusal {
    let reason = fault.reason.as_deref().unwrap_or_default();
    let (validation, prefixes) = VALIDATION;
    if prefixes.iter().any(|prefix| reason.starts_with(prefix)) {
        return validation;
    }
    let detail = fault.detail.as_deref().unwrap_or_default();
    let detail = detail.to_ascii_lowercase();
    MESSAGES
        .iter()
        .find(|(_, parts)| parts.iter().any(|part| detail.contains(part)))
        .map_or(refusal(ErrorKind::Other, false, ""), |(row, _)| *row)
}

#[cfg(test)]
mod tests {
    use ovirt_types::Fault;

    use super::{ErrorKind, classify};

    #[test]
    fn refusals_are_recognized_by_text_and_by_code() {
        use ErrorKind::*;
        let table = [
            ("[Cannot edit VM. VM is locked.]", Locked),
            (
                "[Cannot run VM. Related operation is currently in progress.]",
                OperationInProgress,
            ),
            ("[ACTION_TYPE_FAILED_OBJECT_LOCKED]", OperationInProgress),
            ("[ACTION_TYPE_FAILED_DISK_IS_LOCKED]", Locked),
            ("[Cannot add VM. The VM name is already in use.]", NameInUse),
            ("[ACTION_TYPE_FAILED_NAME_ALREADY_USED]", NameInUse),
            ("[Cannot remove Cluster. The cluster is in use.]", InUse),
            ("[Cannot run VM. VM is running.]", WrongState),
            (
                "[Cannot remove VM. Delete protection is enabled.]",
                Protected,
            ),
            ("[Cannot add Disk. Quota exceeded.]", Quota),
            (
                "[Cannot add Disk. Low disk space on Storage Domain data.]",
                NoResources,
            ),
            ("[Etwas anderes.]", Other),
            ("", Other),
        ];
        for (detail, expected) in table {
            let fault = Fault::new().reason("Operation Failed").detail(detail);
            assert_eq!(classify(&fault).kind, expected, "{detail}");
        }
    }

    #[test]
    fn failed_validation_is_recognized_by_the_reason_of_the_fault() {
        for reason in [
            "Input validation failed.",
            "Incomplete parameters",
            "Invalid value",
            "Request syntactically incorrect.",
        ] {
            let fault = Fault::new().reason(reason).detail("x is locked");
            assert_eq!(classify(&fault).kind, ErrorKind::Validation, "{reason}");
        }
    }

    #[test]
    fn only_locks_and_running_operations_are_worth_a_retry() {
        use ErrorKind::*;
        for (row, _) in super::MESSAGES {
            let expected = matches!(row.kind, Locked | OperationInProgress);
            assert_eq!(row.retryable, expected, "{:?}", row.kind);
        }
    }
}
