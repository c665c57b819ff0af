//! The texts of events by code, as engines word them.

/// Codes and texts. `{name}` is the object, `{user}` the user of the command, `{owner}` the object
/// that its collection belongs to; `{center}`, `{disk}`, `{domain}`, `{host}` and `{vm}` are what
/// it refers to. Others are members of the object.
#[rustfmt::skip]
const MESSAGES: &[(u32, &str)] = &[
    (33, "VM {name} powered off by {user} (Host: {host})."),
    (34, "VM {name} was created by {user}."),
    (35, "VM {name} configuration was updated by {user}."),
    (37, "VM {name} creation was initiated by {user}."),
    (42, "Host {name} was added by {user}."),
    (43, "Host {name} configuration was updated by {user}."),
    (44, "Host {name} was removed by {user}."),
    (45, "Snapshot '{description}' creation for VM '{owner}' was initiated by {user}."),
    (48, "Creation of Template {name} from VM {vm} was initiated by {user}."),
    (50, "Removal of Template {name} was initiated by {user}."),
    (51, "Creation of Template {name} from VM {vm} has been completed."),
    (53, "VM {name} creation has been completed."),
    (68, "Snapshot '{description}' creation for VM '{owner}' has been completed."),
    (78, "Add-Disk operation of {disk} was initiated on VM {owner} by {user}."),
    (97, "The disk {disk} was successfully added to VM {owner}."),
    (113, "VM {name} was successfully removed by {user}."),
    (153, "VM {name} was started by {user} (Host: {host})."),
    (164, "User {user} initiated console session for VM {name}"),
    (251, "Removal of Template {name} has been completed."),
    (302, "VM Pool {name} (containing {size} VMs) was created by {user}."),
    (304, "VM Pool {name} was removed by {user}."),
    (350, "Bookmark {name} was added by {user}."),
    (354, "Bookmark {name} was removed by {user}."),
    (432, "New Tag {name} was created by {user}."),
    (434, "Tag {name} was removed by {user}."),
    (440, "Tag {name} was attached to VM(s) {owner} by {user}."),
    (809, "Cluster {name} was added by {user}"),
    (811, "Host cluster {name} was updated by {user}"),
    (813, "Host cluster {name} was removed by {user}"),
    (932, "Interface {name} (VirtIO) was added to VM {owner}. (User: {user})"),
    (942, "Network {name} was added to Data Center: {center}"),
    (944, "Network {name} was removed from Data Center: {center}"),
    (946, "Network {name} was updated on Data Center: {center}"),
    (952, "Data Center {name} was updated by {user}."),
    (954, "Data Center {name} was removed by {user}."),
    (956, "Storage Domain {name} was added by {user}"),
    (962, "Storage Domain {name} was attached to Data Center {owner} by {user}"),
    (966, "Storage Domain {name} (Data Center {owner}) was activated by {user}"),
    (1012, "Network Interface {name} (VirtIO) was plugged to VM {owner}. (User: {user})"),
    (2014, "Disk {name} was successfully removed from domain {domain} (User {user})."),
    (2016, "Disk {disk} was successfully attached to VM {owner} by {user}."),
    (2018, "Disk {disk} was successfully detached from VM {owner} by {user}."),
    (2020, "Add-Disk operation of '{name}' was initiated by {user}."),
    (2021, "The disk '{name}' was successfully added."),
    (10380, "Affinity Label {name} was added. (User: {user})"),
    (10384, "Affinity Label {name} was removed. (User: {user})"),
];

/// Codes of events at the beginning of commands, with those at their completion.
const COMPLETIONS: &[(u32, u32)] = &[
    (34, 53),
    (37, 53),
    (45, 68),
    (48, 51),
    (50, 251),
    (78, 97),
    // A pool is logged again when its VMs are there.
    (302, 302),
    (2020, 2021),
];

/// Returns the code of the event that completes what another one begins.
pub(crate) fn completion(code: u32) -> Option<u32> {
    let (_, completion) = COMPLETIONS.iter().find(|(begun, _)| *begun == code)?;
    Some(*completion)
}

/// Returns the severity of a code.
pub(crate) fn severity(code: u32) -> &'static str {
    match code {
        60 | 54 | 65 | 69 | 119 | 1034 | 10792 => "error",
        126 | 145 | 1025 | 121 | 13000 => "warning",
        _ => "normal",
    }
}

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
