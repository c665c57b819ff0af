//! Tokens on disk, for programs that run shortly and often: they needn't log in each time.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::random;
use crate::secret::Secret;

/// A token, and until when it is valid if the engine said so.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) secret: Secret,
    /// In milliseconds since 1970.
    pub(crate) expires: Option<u64>,
}

/// A file of tokens, that only its owner can read.
#[derive(Debug)]
pub(crate) struct TokenCache {
    path: PathBuf,
    /// Engine and user that the token is for.
    name: String,
}

impl TokenCache {
    /// The place in this file for the token of a user of an engine.
    pub(crate) fn new(path: PathBuf, url: &str, user: &str) -> Self {
        Self {
            path,
            name: format!("{user} {url}"),
        }
    }

    /// The token that was kept. Whatever is wrong with the file, there just is none.
    pub(crate) fn load(&self) -> Option<Kept> {
        let entries = self.read();
        let entry = entries.get(&self.name)?;
        Some(Kept {
            secret: Secret::new(entry.get("token")?.as_str()?),
            expires: entry.get("expires").and_then(Value::as_u64),
        })
    }

    /// Keeps a token; those of others in the file stay.
    pub(crate) fn store(&self, kept: &Kept) -> io::Result<()> {
        let mut entries = self.read();
        let entry = json!({"token": kept.secret.reveal(), "expires": kept.expires});
        entries.insert(self.name.clone(), entry);
        self.write(&entries)
    }

    fn read(&self) -> BTreeMap<String, Value> {
        let text = fs::read(&self.path).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Puts a new file in the place of the old one, so that nobody reads half of one.
    fn write(&self, entries: &BTreeMap<String, Value>) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(entries)?;
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{:x}", random::number()));
        let new = self.path.with_file_name(name);
        let mut file = private(&new)?;
        let written = file
            .write_all(&text)
            .and_then(|()| fs::rename(&new, &self.path));
        if written.is_err() {
            let _ = fs::remove_file(&new);
        }
        written
    }
}

/// A new file that only its owner can read.
fn private(path: &Path) -> io::Result<fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
