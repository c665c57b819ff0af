//! Faults: finding them in response bodies, and splitting and printing their messages.

use ovirt_types::{Action, Fault, FromXml as _, Shared, root_element};

/// The longest body that is searched for a fault, in bytes. Those of engines have about 1,000.
const LONGEST: usize = 1 << 20;

/// Returns the fault in a response body: the document itself, or inside of an `<action>`.
pub(crate) fn find(body: &[u8]) -> Option<Fault> {
    if body.len() > LONGEST {
        return None;
    }
    match root_element(body)?.as_str() {
        "fault" => Fault::from_xml(body).ok(),
        "action" => Action::from_xml(body).ok()?.fault.map(Shared::into_inner),
        _ => None,
    }
}

/// Splits the detail of a fault into its messages.
///
/// The engine prints a Java list: `[first, second]`. Messages contain commas too, so only a comma
/// after the end of a sentence separates.
pub(crate) fn messages(detail: &str) -> Vec<&str> {
    let detail = detail.trim();
    if detail.is_empty() {
        return Vec::new();
    }
    let Some(list) = detail
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return vec![detail];
    };
    let mut messages = Vec::new();
    let mut start = 0;
    for (comma, _) in list.match_indices(", ") {
        if list[..comma].ends_with(['.', ':', '!', '?']) {
            messages.push(list[start..comma].trim());
            start = comma + 2;
        }
    }
    messages.push(list[start..].trim());
    messages.retain(|message| !message.is_empty());
    messages
}

/// Prints a fault without line breaks.
pub(crate) fn one_line(fault: &Fault) -> Option<String> {
    let reason = fault
        .reason
        .as_deref()
        .map(unwrap_lines)
        .filter(|reason| !reason.is_empty());
    let messages = fault.detail.as_deref().map(messages).unwrap_or_default();
    let detail = messages
        .into_iter()
        .map(unwrap_lines)
        .collect::<Vec<_>>()
        .join(" ");
    match (reason, detail.is_empty()) {
        (Some(reason), true) => Some(reason),
        (Some(reason), false) => Some(format!("{}: {detail}", reason.trim_end_matches('.'))),
        (None, false) => Some(detail),
        (None, true) => None,
    }
}

/// Replaces each run of white space by a space.
fn unwrap_lines(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use ovirt_types::Fault;

    use super::{find, messages, one_line};

    #[test]
    fn details_are_split_into_messages() {
        let table: &[(&str, &[&str])] = &[
            ("", &[]),
            ("[]", &[]),
            (
                "Entity not found: Cluster: name=a, b",
                &["Entity not found: Cluster: name=a, b"],
            ),
            (
                "[Cannot add VM. NAME is taken.]",
                &["Cannot add VM. NAME is taken."],
            ),
            (
                "[Cannot add VM., NAME is taken.]",
                &["Cannot add VM.", "NAME is taken."],
            ),
            (
                "[See below:, The host a, b is down.]",
                &["See below:", "The host a, b is down."],
            ),
            ("[unfinished", &["[unfinished"]),
        ];
        for (detail, expected) in table {
            assert_eq!(&messages(detail), expected, "{detail:?}");
        }
    }

    #[test]
    fn faults_are_found_as_documents_and_in_actions() {
        let reason = |body: &str| find(body.as_bytes()).and_then(|fault| fault.reason);
        assert_eq!(
            reason("<fault><reason>No</reason></fault>").as_deref(),
            Some("No")
        );
        let action = "<action><status>failed</status><fault><reason>No</reason></fault></action>";
        assert_eq!(reason(action).as_deref(), Some("No"));
        for body in ["", "<action/>", "<vm/>", "<fault>", "<html>", "Gateway"] {
            assert_eq!(find(body.as_bytes()), None, "{body}");
        }
    }

    #[test]
    fn a_fault_prints_as_one_line() {
        let fault = |reason: Option<&str>, detail: Option<&str>| Fault {
            reason: reason.map(str::to_owned),
            detail: detail.map(str::to_owned),
        };
        let table = [
            (fault(None, None), None),
            (
                fault(Some("Operation Failed"), None),
                Some("Operation Failed"),
            ),
            (
                fault(Some("Refused."), Some("[A., B\n C.]")),
                Some("Refused: A. B C."),
            ),
            (fault(None, Some("only\n this")), Some("only this")),
        ];
        for (fault, expected) in table {
            assert_eq!(one_line(&fault).as_deref(), expected, "{fault:?}");
        }
    }
}
