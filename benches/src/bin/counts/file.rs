//! Temporary files with the documents that other processes decode.

use std::path::{Path, PathBuf};

use ovirt_benches::Result;

/// A temporary file, removed when dropped.
pub(crate) struct File(PathBuf);

impl File {
    pub(crate) fn new(name: &str, content: &str) -> Result<Self> {
        let name = format!("ovirt-benches-{}-{name}.xml", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, content)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> Result<&str> {
        Path::to_str(&self.0).ok_or_else(|| "the path of temporary files is not UTF-8".into())
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
