//! [`Failure`]: what is reported on standard error, and the exit code.

use std::error::Error as _;
use std::fmt;

use ovirt::{Error, ErrorKind};

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Done = 0,
    /// Refused or failed, for any other reason.
    Failed = 1,
    /// Wrong usage; nothing was sent.
    Usage = 2,
    /// No such object, or several where one is meant.
    NotFound = 3,
    /// Conflict: locked, in use, wrong state.
    Conflict = 4,
    /// Login or permission.
    Permission = 5,
    /// Not reached: network, TLS, no engine, starting.
    Unreachable = 6,
    /// The time is over.
    Timeout = 7,
    /// Some of several targets failed.
    Partly = 8,
    /// The answer is no.
    No = 9,
    /// Interrupted while something was waited for.
    Interrupted = 130,
}

/// What went wrong: one line each for what happened, why, and what to do.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) message: String,
    pub(crate) because: Option<String>,
    pub(crate) hint: Option<String>,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: message.into(),
            because: None,
            hint: None,
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says to which object it happened.
    pub(crate) fn of(mut self, address: &str) -> Self {
        self.message = format!("{address}: {}", self.message);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if let Some(because) = &self.because {
            write!(f, "\nbecause: {because}")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {hint}")?;
        }
        Ok(())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            // The reader has gone, as `head` does: nobody is left to tell.
            std::io::ErrorKind::BrokenPipe => Self::new(Exit::Done, ""),
            _ => Self::new(Exit::Failed, format!("cannot write the result: {error}")),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let details = error.details();
        let hint = hint(error.kind()).map(str::to_owned);
        let hint = hint.or_else(|| details.hint().map(str::to_owned));
        // The text of an error ends in the SDK's advice, which names methods of the SDK.
        let text = error.to_string();
        let message = match details.hint() {
            Some(advice) => text.strip_suffix(&format!(": {advice}")).unwrap_or(&text),
            None => &text,
        };
        if message.starts_with(NO_CREDENTIALS) {
            return Self::new(
                Exit::Permission,
                "nobody is logged in, or the login has expired",
            )
            .hint("run `ovirt login`");
        }
        Self {
            exit: exit(&error),
            message: message.to_owned(),
            because: error.source().map(ToString::to_string),
            hint,
        }
    }
}

/// How the SDK begins the error of a connection that has neither a password nor a token.
const NO_CREDENTIALS: &str = "no credentials";

fn exit(error: &Error) -> Exit {
    use ErrorKind as Kind;
    match error.kind() {
        Kind::Usage => Exit::Usage,
        Kind::NotFound => Exit::NotFound,
        Kind::Permission | Kind::Credentials | Kind::WrongProfile | Kind::Token => Exit::Permission,
        Kind::Starting
        | Kind::NotAnEngine
        | Kind::UntrustedCa
        | Kind::BadCertificate
        | Kind::Unreachable => Exit::Unreachable,
        Kind::Timeout => Exit::Timeout,
        Kind::Locked
        | Kind::OperationInProgress
        | Kind::NameInUse
        | Kind::AlreadyExists
        | Kind::InUse
        | Kind::WrongState
        | Kind::Protected => Exit::Conflict,
        _ if error.is_conflict() => Exit::Conflict,
        _ if matches!(error, Error::Auth(_)) => Exit::Permission,
        _ => Exit::Failed,
    }
}

/// What to do, in words of the command line.
fn hint(kind: ErrorKind) -> Option<&'static str> {
    use ErrorKind as Kind;
    Some(match kind {
        Kind::Locked | Kind::OperationInProgress => {
            "try again when the running operation has ended, or use --wait-while-locked 5m"
        }
        Kind::Protected => "allow it first: update the object with --delete-protected=false",
        Kind::Credentials => "check the user name and the password, then run `ovirt login`",
        Kind::WrongProfile => "write the user name with its profile, such as admin@internal",
        Kind::Token => "run `ovirt login`",
        Kind::Starting => "wait until the engine has started; `ovirt doctor` shows when",
        Kind::NotAnEngine => {
            "check the URL, such as https://engine.example.com/ovirt-engine/api; see `ovirt doctor`"
        }
        Kind::UntrustedCa => {
            "trust the engine's CA with `ovirt login`, or set OVIRT_CAFILE to its file"
        }
        Kind::Unreachable => "check the host name and the network; see `ovirt doctor`",
        Kind::Timeout => "allow more time with --time-limit, such as --time-limit 30m",
        _ => return None,
    })
}

/// The nearest of some words, if one is near.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let scored = known
        .into_iter()
        .map(|known| (distance(&word, known), known));
    let limit = word.chars().count().div_ceil(3);
    scored
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// How many letters differ: insertions, deletions, replacements, swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

/// The start of a suggestion: `; did you mean X?`, or nothing.
pub(crate) fn did_you_mean(found: Option<&str>) -> String {
    found.map_or_else(String::new, |found| format!("; did you mean `{found}`?"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_suggested() {
        let words = ["memory", "name", "cluster"];
        assert_eq!(nearest("memroy", words), Some("memory"));
        assert_eq!(nearest("Clutser", words), Some("cluster"));
        assert_eq!(nearest("zzz", words), None);
    }
}
