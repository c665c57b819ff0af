//! The file of profiles, `ovirt.conf`, which other tools of oVirt read, too.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::{Exit, Failure};
use crate::io::Environment;

/// The profiles in the file.
pub(crate) struct Profiles {
    file: PathBuf,
    text: String,
}

impl Profiles {
    /// Reads the file; without one there are no profiles.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub(crate) fn read(environment: Environment<'_>) -> Result<Self, Failure> {
        let file = Self::file(environment)?;
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                return Err(Failure::usage(format!(
                    "cannot read {}: {error}",
                    file.display()
                )));
            }
        };
        Ok(Self { file, text })
    }

    /// The path of the file.
    ///
    /// # Errors
    ///
    /// Neither variable for its folder is set.
    pub(crate) fn file(environment: Environment<'_>) -> Result<PathBuf, Failure> {
        let folder = |name: &str| environment(name).filter(|folder| !folder.is_empty());
        let config = match (folder("XDG_CONFIG_HOME"), folder("HOME")) {
            (Some(folder), _) => PathBuf::from(folder),
            (None, Some(home)) => PathBuf::from(home).join(".config"),
            (None, None) => {
                return Err(Failure::usage(
                    "cannot locate the profiles: neither XDG_CONFIG_HOME nor HOME is set",
                ));
            }
        };
        Ok(config.join("ovirt.conf"))
    }

    /// The names of the profiles, in the order of the file.
    pub(crate) fn names(&self) -> Vec<String> {
        self.text
            .lines()
            .filter_map(section)
            .map(str::to_owned)
            .collect()
    }

    /// The value of a key of a profile.
    pub(crate) fn get(&self, profile: &str, key: &str) -> Option<&str> {
        let mut lines = self
            .text
            .lines()
            .skip_while(|line| section(line) != Some(profile));
        lines.next()?;
        let own = lines.take_while(|line| section(line).is_none());
        let mut pairs = own.filter_map(|line| line.split_once('='));
        pairs
            .find(|(name, _)| name.trim() == key)
            .map(|(_, value)| value.trim())
    }

    /// Writes a profile; others, and comments between them, stay as they are.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub(crate) fn write(&mut self, profile: &str, keys: &[(&str, &str)]) -> Result<(), Failure> {
        let mut text = String::new();
        let mut is_own = false;
        for line in self.text.lines() {
            if let Some(name) = section(line) {
                is_own = name == profile;
            }
            if !is_own {
                text.push_str(line);
                text.push('\n');
            }
        }
        if !text.is_empty() && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text.push_str(&format!("[{profile}]\n"));
        for (name, value) in keys {
            text.push_str(&format!("{name} = {value}\n"));
        }
        let written = write_private(&self.file, &text);
        written.map_err(|error| {
            Failure::new(
                Exit::Failed,
                format!("cannot write {}: {error}", self.file.display()),
            )
        })?;
        self.text = text;
        Ok(())
    }
}

/// The name of the section that a line begins.
fn section(line: &str) -> Option<&str> {
    line.trim()
        .strip_prefix('[')?
        .strip_suffix(']')
        .map(str::trim)
}

/// Replaces a file by one that only its owner can read.
pub(crate) fn write_private(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        create_folder(folder)?;
    }
    let new = file.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&new)?.write_all(text.as_bytes())?;
    fs::rename(&new, file)
}

/// Creates a folder that only its owner can read, unless it is there.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
