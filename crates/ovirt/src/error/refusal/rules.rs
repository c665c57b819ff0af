//! Classifies the engine's refusals by the words of their messages.
//!
//! A refusal has no code on the wire, only an English text such as
//! `[Cannot run VM. VM is locked. Please try again later.]`. The table [`RULES`] holds the few
//! words that decide what a client should do about it. The first matching rule wins, so exceptions
//! precede the rules they restrict.
//!
//! A pattern is a sequence of whole words. `a|b` is either word, and `*` skips up to
//! [`MAX_GAP`] words.

use crate::error::ErrorKind::{self, *};

/// The most words that a `*` skips.
const MAX_GAP: usize = 12;

/// The longest text to classify, in words. Longer ones are lists of details.
const MAX_WORDS: usize = 400;

/// Returns the kind of the refusal with this reason and detail.
pub(crate) fn classify(reason: &str, detail: &str) -> ErrorKind {
    if detail.contains(", Attribute: ") {
        // Appended by the engine's bean validation.
        return Validation;
    }
    if let Some(kind) = kind_of_reason(reason) {
        return kind;
    }
    let text = normalize(if detail.is_empty() { reason } else { detail });
    let (refused, words) = message_words(&text);
    find_rule(&words).unwrap_or_else(|| fallback(refused, &words))
}

/// Returns the kind of a text if a rule matches it.
pub(crate) fn classify_text(text: &str) -> Option<ErrorKind> {
    let text = normalize(text);
    find_rule(&message_words(&text).1)
}

fn find_rule(words: &[&str]) -> Option<ErrorKind> {
    let rule = RULES.iter().find(|(_, pattern)| contains(words, pattern));
    rule.map(|(kind, _)| *kind)
}

/// The words of a normalized message, and whether it starts with the refused command.
fn message_words(text: &str) -> (bool, Vec<&str>) {
    let (refused, message) = split_command(text);
    (refused, words(message).take(MAX_WORDS).collect())
}

/// The kind that a reason implies. Commands send "Operation Failed", which says nothing.
fn kind_of_reason(reason: &str) -> Option<ErrorKind> {
    let rules = [
        ("Input validation", Validation),
        ("Request syntactically", Validation),
        ("Invalid", Validation),
        ("Value out of range", Validation),
        ("Incomplete", MissingParameter),
        ("Broken immut", Immutable),
    ];
    let rule = rules
        .into_iter()
        .find(|(start, _)| reason.starts_with(start));
    rule.map(|(_, kind)| kind)
}

/// The kind of a message that matches no rule.
fn fallback(refused: bool, words: &[&str]) -> ErrorKind {
    let failed = ["cannot", "could", "unexpected"];
    if words.iter().any(|word| failed.contains(word)) {
        return Failed;
    }
    // Long sentences explain which values exclude one another; short ones come from hosts.
    if refused || words.len() > 9 {
        Incompatible
    } else if words.len() < 2 {
        Other
    } else {
        Failed
    }
}

/// Lower case, with negations as separate words.
fn normalize(text: &str) -> String {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    text.replace("can't", "cannot")
        .replace("can not", "cannot")
        .replace("n't", " not")
        .replace("'s ", " ")
}

/// Splits "Cannot add VM. The name is taken." after its first sentence, which names the command and
/// not the obstacle. The flag tells whether there was such a sentence.
fn split_command(text: &str) -> (bool, &str) {
    let trimmed = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !trimmed.starts_with("cannot ") && !trimmed.starts_with("failed ") {
        return (false, text);
    }
    let end = trimmed
        .char_indices()
        .take(80)
        .find(|(at, c)| {
            let rest = trimmed.get(at + 1..).unwrap_or_default();
            matches!(c, '.' | ':') && rest.starts_with(char::is_whitespace)
        })
        .map(|(at, _)| at + 1);
    match end.and_then(|end| trimmed.get(end..)) {
        Some(rest) if rest.trim().len() > 3 => (true, rest),
        _ => (false, text),
    }
}

/// Words of letters and digits, with hyphens inside.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
}

/// Whether the pattern matches anywhere.
fn contains(words: &[&str], pattern: &str) -> bool {
    let pattern: Vec<&str> = pattern.split(' ').collect();
    (0..words.len()).any(|start| matches_at(words.get(start..).unwrap_or_default(), &pattern))
}

/// Whether the pattern matches at the first of the words.
fn matches_at(words: &[&str], pattern: &[&str]) -> bool {
    let Some((first, pattern)) = pattern.split_first() else {
        return true;
    };
    if *first == "*" {
        return (0..=words.len().min(MAX_GAP))
            .any(|skip| matches_at(words.get(skip..).unwrap_or_default(), pattern));
    }
    match words.split_first() {
        Some((word, words)) => {
            first.split('|').any(|one| one == *word) && matches_at(words, pattern)
        }
        None => false,
    }
}

/// Kinds and the patterns of their messages. The order matters.
#[rustfmt::skip]
const RULES: &[(ErrorKind, &str)] = &[
    (Token, "authorization grant"),
    (Permission, "not authorized to perform"),
    (Permission, "not authorized to login"),
    (Permission, "denied the request"),
    (Permission, "have permission|permissions"),
    (Permission, "permission denied"),
    (WrongProfile, "no valid profile"),
    (Unavailable, "servers * not available"),
    (Credentials, "user account"),
    (Credentials, "password has|is expired"),
    (Credentials, "username and|or password"),
    (Credentials, "invalid|wrong|incorrect credentials"),
    (Credentials, "authentication failed"),
    (Credentials, "failed to authenticate"),
    (MissingParameter, "no user name"),
    (MissingParameter, "unable to extract user"),
    (Protected, "delete protected|protection"),
    (Validation, "name must|length"),
    (Quota, "quota"),
    (Starting, "recovering from crash"),
    (Starting, "engine * maintenance mode"),
    (Starting, "is initializing"),
    (NoSpace, "low disk space"),
    (NoSpace, "no space left"),
    (NoSpace, "not enough|insufficient space|storage"),
    (Immutable, "is locked and cannot be"),
    (WrongState, "must|should be in maintenance"),
    (WrongState, "not in progress|maintenance"),
    (WrongState, "non converted|migrating"),
    (WrongState, "became non responsive"),
    (WrongState, "one of the following statuses"),
    (OperationInProgress, "cannot be activated unless"),
    (OperationInProgress, "currently|already|is|are|still in progress|process"),
    (OperationInProgress, "currently in use to"),
    (OperationInProgress, "in progress status"),
    (OperationInProgress, "in migrating status"),
    (OperationInProgress, "in powering|saving|restoring up|down|state status"),
    (OperationInProgress, "wait for launch"),
    (OperationInProgress, "status is activating|detaching|preparingformaintenance|preparing"),
    (OperationInProgress, "is|are|currently being|currently exported|moved|migrated|cloned|imported|updated|executed|performed|created|removed|switched|copied|merged|restored|restarted|upgraded|installed|transferred|hot|converted|extended|sparsified|reduced|backed"),
    (OperationInProgress, "is hibernating|migrating|rebooting|suspending"),
    (OperationInProgress, "running|pending tasks|task"),
    (OperationInProgress, "tasks|task is|are|currently running"),
    (OperationInProgress, "is during"),
    (OperationInProgress, "temporarily"),
    (OperationInProgress, "few|some|several minutes to"),
    (OperationInProgress, "saving restoring state"),
    (OperationInProgress, "active * uploads"),
    (OperationInProgress, "not done"),
    (Locked, "is|are|currently|still locked"),
    (Locked, "image|images|disk|vm|template|snapshot|object locked"),
    (Locked, "obtain|acquire lock"),
    (OperationInProgress, "wait until|for * finish|finished|completed|complete|ends|end"),
    (OperationInProgress, "please wait and try"),
    (NameInUse, "name is already|being|used|in"),
    (NameInUse, "name * already used|exists"),
    (NameInUse, "duplicate * name"),
    (Validation, "specified|appear|used|exists more|multiple|at than|times|least"),
    (Immutable, "built-in|predefined"),
    (InUse, "part of another"),
    (InUse, "already in use"),
    (InUse, "is|are|still|be in use"),
    (InUse, "in use by"),
    (InUse, "already|currently used"),
    (InUse, "is|are|was used by|as|in"),
    (InUse, "already attached|connected to a|another|different"),
    (InUse, "still associated|attached|connected"),
    (InUse, "cannot remove|delete last|all"),
    (InUse, "cannot be modified without removing"),
    (InUse, "is|are not empty"),
    (InUse, "non-empty cluster"),
    (InUse, "is|are attached to the following|pool"),
    (InUse, "selected as failover"),
    (InUse, "only remaining copy"),
    (InUse, "are part of the"),
    (InUse, "remove all permissions|networks|template|hosts|vms"),
    (InUse, "remove * first"),
    (InUse, "detach * and retry|try"),
    (InUse, "please detach|remove virtual|it|them"),
    (InUse, "non-migratable"),
    (InUse, "cluster|domain|it|server contains|having|has one|gluster|volumes|leases|hosts|vms"),
    (InUse, "contains leases|volumes|vms"),
    (InUse, "hibernation volume"),
    (InUse, "if|while there are hosts|vms|other|virtual"),
    (InUse, "another user has"),
    (InUse, "setup against"),
    (InUse, "at least one super"),
    (AlreadyExists, "already an existing"),
    (AlreadyExists, "already exists|exist|registered|attached|defined|scheduled"),
    (WrongState, "already started|stopped|activated|deactivated|paused|resumed|de-activated|running|up|down|latest|at"),
    (Validation, "more than once|cpu"),
    (Limit, "number|amount|limit|size of|is * exceeds"),
    (Limit, "limit|maximum exceeded|reached"),
    (Limit, "too many|big"),
    (Limit, "has been reached"),
    (Limit, "more than one cluster|host|domain"),
    (Limit, "maximum"),
    (NoResources, "not enough|insufficient free|memory|mac|resources|cpus"),
    (NoResources, "sufficient|available|enough memory|resources|cores"),
    (NoResources, "no available|free vms|destination|mac|ha"),
    (NoResources, "host devices are unavailable"),
    (NoResources, "no hosts|host that support|supports|can|fit"),
    (NoResources, "did not satisfy"),
    (WrongState, "no available|conflicting updates|servers"),
    (Unavailable, "no available|active|operational|running host|hosts|running|operational|server"),
    (Unavailable, "no hosts|host to|available|is"),
    (Validation, "connectivity timeout is"),
    (Unavailable, "unreachable|inaccessible|timeout"),
    (Unavailable, "cannot|not be reached"),
    (Unavailable, "not reachable|visible|responding|responsive|mounted|accessible"),
    (Unavailable, "timed out"),
    (Unavailable, "non responsive|responding"),
    (Unavailable, "database connection"),
    (Unavailable, "cannot|could|failed connect|not|to connect|to"),
    (Unavailable, "could not connect"),
    (Unavailable, "connecting to host"),
    (Unavailable, "center storage connection"),
    (MissingParameter, "incomplete parameters"),
    (MissingParameter, "required for"),
    (MissingParameter, "cannot be empty|null"),
    (MissingParameter, "must be specified|provided|supplied|set|non-empty"),
    (MissingParameter, "has|have|need|needs to be specified|provided|supplied|set"),
    (MissingParameter, "is|are|parameter required|mandatory"),
    (Incompatible, "target cluster is not specified"),
    (MissingParameter, "no|not provided|specified|supplied|sent|given"),
    (MissingParameter, "no * provided|specified|supplied|entered|sent"),
    (MissingParameter, "are needed"),
    (MissingParameter, "empty host"),
    (MissingParameter, "null"),
    (MissingParameter, "missing parameter|argument|values|required"),
    (MissingParameter, "credentials|data|details|configuration|protocol|address is|are missing"),
    (MissingParameter, "are|is missing it|ip"),
    (MissingParameter, "requires an|a network|authentication"),
    (MissingParameter, "name|id|url|address required"),
    (MissingParameter, "unset"),
    (WrongState, "not supported while"),
    (WrongState, "plugged to|into"),
    (WrongState, "please stop|activate|deactivate|enable|synchronize|resume|shut"),
    (WrongState, "action type failed * not scheduled"),
    (Immutable, "changing * not allowed"),
    (Incompatible, "flags are not supported"),
    (NotSupported, "not|no|only|are|is supported|implemented"),
    (NotSupported, "not support|implement"),
    (NotSupported, "unsupported|forbidden"),
    (NotSupported, "un|non managed|monitored"),
    (NotSupported, "not managed"),
    (NotSupported, "supported only|by|block"),
    (NotSupported, "requires cluster|compatibility"),
    (NotSupported, "cannot be labeled|labelled|slave|resized|read-only|detached|collapsed"),
    (NotSupported, "be a master storage"),
    (NotSupported, "improper network"),
    (NotSupported, "can plug only"),
    (NotSupported, "can be edited only"),
    (NotSupported, "operation is not available|possible"),
    (NotSupported, "to writes"),
    (NotSupported, "version lower|older than"),
    (NotSupported, "unknown in the current compatibility"),
    (NotSupported, "not sr-iov"),
    (NotSupported, "cannot be set as"),
    (NotSupported, "not allowed for"),
    (NotSupported, "not block domains"),
    (NotSupported, "due to a limitation"),
    (NotSupported, "cannot preview|export|clone active|blank"),
    (NotSupported, "operation cannot be performed"),
    (NotSupported, "only be registered"),
    (NotSupported, "only an external"),
    (Immutable, "cannot be changed|modified|updated|edited|removed|deleted"),
    (Immutable, "cannot change|decrease read-only|vm-pool|property|qos|vms|profile"),
    (Immutable, "contains the hosted"),
    (Immutable, "part of hosted"),
    (Immutable, "can be changed for"),
    (Immutable, "can only update"),
    (Immutable, "cannot remove default"),
    (Immutable, "immutable"),
    (Incompatible, "not defined as"),
    (Incompatible, "no hosts in the cluster which"),
    (Validation, "custom properties"),
    (Validation, "not|may contain special"),
    (WrongState, "not properly|correctly|configured configured|on"),
    (MissingReference, "not exist|exists|found|defined|known|contain|subscribed"),
    (MissingReference, "not attached"),
    (MissingReference, "not part|member of"),
    (MissingReference, "unable|failed to find|locate"),
    (MissingReference, "unknown tag|pool|id|disk|vm|user"),
    (MissingReference, "id|base|image|version unknown|missing"),
    (MissingReference, "version|template|image is missing"),
    (MissingReference, "missing ovf"),
    (MissingReference, "no such|matching|vm|gluster|data"),
    (MissingReference, "entity not found"),
    (MissingReference, "has been released"),
    (MissingReference, "is|are|was not a|an valid|gluster|part"),
    (MissingReference, "id|ids|cluster|volume|domain|host|template|user|profile|network is|are not|an valid"),
    (MissingReference, "id|volume|cluster is|are invalid"),
    (MissingReference, "invalid role|network id"),
    (MissingReference, "an invalid network"),
    (MissingReference, "no servers for"),
    (MissingReference, "there is|are no"),
    (Incompatible, "in|on|to the same|destination|selected cluster|storage|host|data"),
    (Incompatible, "is not an external"),
    (WrongState, "not in|running|started|up|active|paused|down|activated|stopped|ready|ok|properly|empty"),
    (WrongState, "must|should be|in up|down|active|stopped|running|maintenance|unattached"),
    (WrongState, "while|when it|the|vm|host|storage|you * running|up|maintenance|down|connected|preview"),
    (WrongState, "is|are|was|were|be running|up|down|inactive|active|suspended|paused|resumed|disabled|plugged|unplugged|previewing|stopped|deactivated|unattached|either"),
    (WrongState, "in|valid|is|an|to up|down|paused|suspended|preview|illegal|maintenance|unknown|inactive|unassigned|non-operational|requested status|statuses|state|mode"),
    (WrongState, "status|statuses"),
    (WrongState, "in preview"),
    (WrongState, "unless * maintenance"),
    (WrongState, "previewing|unsynced|outdated|spm"),
    (WrongState, "previewed"),
    (WrongState, "illegal volume"),
    (WrongState, "state change"),
    (WrongState, "connected pool"),
    (WrongState, "obtained is"),
    (WrongState, "is empty"),
    (WrongState, "does not change anything"),
    (Incompatible, "not|conflicting|doesn match|coherent|hooks"),
    (Incompatible, "conflicted|conflicting|conflict|collision|incompatible|incompatibility"),
    (Incompatible, "pinned|pin to|numa|cpus"),
    (Incompatible, "overlap with"),
    (Incompatible, "cannot be used|pinned|elected|applied|defined|added"),
    (Incompatible, "must be enabled|collapsed|marked|pinned"),
    (Incompatible, "provider type"),
    (Incompatible, "hosted engine"),
    (Incompatible, "format|type * is illegal"),
    (Incompatible, "different from|than"),
    (Incompatible, "too old"),
    (Incompatible, "belongs to a"),
    (Incompatible, "without numa"),
    (Validation, "invalid|illegal|bad|incorrect|malformed|duplicate|duplicated|duplicates|negative|overlapping|overlap"),
    (Validation, "must|should|cannot|may|has|have be|have|begin|start|contain|exceed|not|to|assign|reference"),
    (Validation, "between|greater|larger|less|longer|smaller|higher|bigger at|than|and|or|equal|least"),
    (Validation, "format|range|length|characters"),
    (Validation, "out|outside of range"),
    (Validation, "not a member of"),
    (Validation, "at least|once"),
    (Validation, "in|to two or more"),
    (Validation, "only|a single"),
    (Validation, "is|are|set the|to|before|twice same|true|current|virtual"),
    (Validation, "is limited to"),
    (Validation, "too long|short|small|large"),
    (Validation, "not big enough"),
    (Validation, "with 0"),
    (Validation, "dividable|multiplication|sequence|type|parameter"),
    (Validation, "simultaneously"),
    (Validation, "non-zero"),
    (Failed, "error|errors|failure|failed|fatal|corrupted|damaged|exception|broken"),
];
