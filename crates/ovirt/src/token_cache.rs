//! [`TokenCache`]: a file of tokens, so that short-lived programs need not log in each time.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::random;
use crate::secret::Secret;

/// A token and its expiration.
#[derive(Clone)]
pub(crate) struct AccessToken {
    pub(crate) secret: Secret,
    /// In milliseconds since the Unix epoch; `None` if unknown or never.
    pub(crate) expires: Option<u64>,
}

/// An entry in a file of tokens that only its owner can read.
#[derive(Debug)]
pub(crate) struct TokenCache {
    path: PathBuf,
    /// User and URL of the engine.
    key: String,
}

impl TokenCache {
    /// Creates a handle of the entry for a user of an engine.
    pub(crate) fn new(path: PathBuf, url: &str, user: &str) -> Self {
        Self {
            path,
            key: format!("{user} {url}"),
        }
    }

    /// Returns the cached token. An invalid file counts as empty.
    pub(crate) fn load(&self) -> Option<AccessToken> {
        let entries = self.read();
        let entry = entries.get(&self.key)?;
        Some(AccessToken {
            secret: Secret::new(entry.get("token")?.as_str()?),
            expires: entry.get("expires").and_then(Value::as_u64),
        })
    }

    /// Stores a token; other entries stay.
    pub(crate) fn store(&self, token: &AccessToken) -> io::Result<()> {
        let mut entries = self.read();
        let entry = json!({"token": token.secret.reveal(), "expires": token.expires});
        entries.insert(self.key.clone(), entry);
        self.write(&entries)
    }

    fn read(&self) -> BTreeMap<String, Value> {
        let text = fs::read(&self.path).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Replaces the file atomically.
    fn write(&self, entries: &BTreeMap<String, Value>) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(entries)?;
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{:x}", random::number()));
        let new = self.path.with_file_name(name);
        let mut file = create_private(&new)?;
        let result = file
            .write_all(&text)
            .and_then(|()| fs::rename(&new, &self.path));
        if result.is_err() {
            let _ = fs::remove_file(&new);
        }
        result
    }
}

/// Creates a file that only its owner can read.
fn create_private(path: &Path) -> io::Result<fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
