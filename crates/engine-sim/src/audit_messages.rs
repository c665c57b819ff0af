//! The texts of events by code, as engines word them.

/// Codes and texts. `{name}` is the object, `{user}` the user of the command, `{owner}` the object
/// that its collection belongs to, `{host}` and `{size}` are members of the object.
const MESSAGES: &[(u32, &str)] = &[
    (33, "VM {name} powered off by {user} (Host: {host})."),
    (34, "VM {name} was created by {user}."),
    (42, "Host {name} was added by {user}."),
    (
        45,
        "Snapshot '{description}' creation for VM '{owner}' was initiated by {user}.",
    ),
    (113, "VM {name} was successfully removed by {user}."),
    (153, "VM {name} was started by {user} (Host: {host})."),
    (164, "User {user} initiated console session for VM {name}"),
    (251, "Removal of Template {name} has been completed."),
    (
        302,
        "VM Pool {name} (containing {size} VMs) was created by {user}.",
    ),
    (304, "VM Pool {name} was removed by {user}."),
    (350, "Bookmark {name} was added by {user}."),
    (354, "Bookmark {name} was removed by {user}."),
    (432, "New Tag {name} was created by {user}."),
    (434, "Tag {name} was removed by {user}."),
    (440, "Tag {name} was attached to VM(s) {owner} by {user}."),
    (
        932,
        "Interface {name} (VirtIO) was added to VM {owner}. (User: {user})",
    ),
    (956, "Storage Domain {name} was added by {user}"),
    (
        962,
        "Storage Domain {name} was attached to Data Center {owner} by {user}",
    ),
    (
        966,
        "Storage Domain {name} (Data Center {owner}) was activated by {user}",
    ),
    (
        1012,
        "Network Interface {name} (VirtIO) was plugged to VM {owner}. (User: {user})",
    ),
    (
        2020,
        "Add-Disk operation of '{name}' was initiated by {user}.",
    ),
    (2021, "The disk '{name}' was successfully added."),
    (10380, "Affinity Label {name} was added. (User: {user})"),
    (10384, "Affinity Label {name} was removed. (User: {user})"),
];

/// Returns the text of a code; `None` if it is not known. `value` returns what a placeholder is.
pub(crate) fn text(code: u32, value: impl Fn(&str) -> String) -> Option<String> {
    let (_, message) = MESSAGES.iter().find(|(own, _)| *own == code)?;
    let mut text = String::new();
    let mut rest = *message;
    while let Some((before, after)) = rest.split_once('{') {
        let (placeholder, after) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(&value(placeholder));
        rest = after;
    }
    Some(text + rest)
}
