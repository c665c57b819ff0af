//! [`TokenCache`]: a file of tokens, so that short-lived programs need not log in each time.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
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
    ///
    /// # Errors
    ///
    /// Other users can read the file.
    pub(crate) fn load(&self) -> io::Result<Option<AccessToken>> {
        let entries = self.read()?;
        let entry = entries.get(&self.key);
        let token = entry.and_then(|entry| entry.get("token")?.as_str());
        let token = token.filter(|token| !token.trim().is_empty());
        Ok(token.map(|token| AccessToken {
            secret: Secret::new(token),
            expires: entry.and_then(|entry| entry.get("expires")?.as_u64()),
        }))
    }

    /// Stores a token; other entries stay.
    pub(crate) fn store(&self, token: &AccessToken) -> io::Result<()> {
        let mut entries = self.read()?;
        let entry = json!({"token": token.secret.reveal(), "expires": token.expires});
        entries.insert(self.key.clone(), entry);
        self.write(&entries)
    }

    /// Removes the token; other entries stay.
    pub(crate) fn remove(&self) -> io::Result<()> {
        let mut entries = self.read()?;
        match entries.remove(&self.key) {
            Some(_) => self.write(&entries),
            None => Ok(()),
        }
    }

    /// Reads the entries. Refuses tokens that other users can read, too.
    fn read(&self) -> io::Result<BTreeMap<String, Value>> {
        let Ok(mut file) = File::open(&self.path) else {
            return Ok(BTreeMap::new());
        };
        let mut text = Vec::new();
        let read = file.read_to_end(&mut text);
        let entries = read.ok().and_then(|_| serde_json::from_slice(&text).ok());
        let entries: BTreeMap<String, Value> = entries.unwrap_or_default();
        let has_tokens = entries.values().any(|entry| entry.get("token").is_some());
        if has_tokens && is_open_to_others(&file)? {
            return Err(io::Error::other(format!(
                "other users have access to the token cache {0}, and with its tokens to the \
                 engine: delete the file, or protect it with chmod 600 {0}",
                self.path.display()
            )));
        }
        Ok(entries)
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

/// Whether group or others may read or write a file. Known on Unix only.
#[cfg(unix)]
fn is_open_to_others(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(file.metadata()?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &File) -> io::Result<bool> {
    Ok(false)
}

/// Creates a file that only its owner can read.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
