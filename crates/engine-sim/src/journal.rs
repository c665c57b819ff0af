//! The journal: an append-only file, so that no acknowledged change is lost in a crash.
//!
//! A commit is a header line with the length of its payload, the checksum of the payload and the
//! checksum of both, then the payload. An incomplete commit at the end is ignored: it was never
//! acknowledged. Any other damage is an error, and leaves the file as it is.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// The first line of a journal, with the version of the format.
const HEAD: &str = "ovirt-engine-sim state 2\n";

/// Maximum length of the header of a commit, in bytes.
const MAX_HEADER: usize = 64;

/// A locked file that has or will have a journal. No other process can open it.
#[derive(Debug)]
pub(crate) struct LockedFile {
    path: PathBuf,
    file: File,
}

/// A journal open for appending.
#[derive(Debug)]
pub(crate) struct Journal {
    file: File,
    /// Offset of the next commit.
    end: u64,
    /// Whether the file may have the beginning of a failed commit at its end.
    has_rest: bool,
    /// Whether commits are synced to disk.
    sync: bool,
    /// The file that the journal replaced. Whoever still has it open must not get its lock.
    _replaced: Option<File>,
}

impl LockedFile {
    /// Opens and locks a file. Creates an empty one if it does not exist.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let failed = |error: io::Error| describe(path, &error);
        if path.exists() && !path.is_file() {
            let error = io::Error::new(io::ErrorKind::InvalidInput, "not a regular file");
            return Err(failed(error));
        }
        let file = private(File::options().read(true).write(true).create(true))
            .open(path)
            .map_err(failed)?;
        lock(&file).map_err(failed)?;
        let path = path.to_owned();
        Ok(Self { path, file })
    }

    /// Reads the commits in order; `None` if the file is empty.
    pub(crate) fn read(&mut self) -> io::Result<Option<Vec<String>>> {
        let mut bytes = Vec::new();
        let read = self.file.read_to_end(&mut bytes);
        read.and_then(|_| parse(&bytes))
            .map_err(|error| describe(&self.path, &error))
    }

    /// Atomically replaces the file by a journal with a single commit.
    pub(crate) fn replace(self, commit: &str, sync: bool) -> io::Result<Journal> {
        let mut name = self.path.as_os_str().to_owned();
        name.push(".new");
        let new = PathBuf::from(name);
        let mut file = private(File::options().write(true).create(true).truncate(true))
            .open(&new)
            .map_err(|error| describe(&new, &error))?;
        let framed = frame(commit);
        let written = lock(&file)
            .and_then(|()| file.write_all(HEAD.as_bytes()))
            .and_then(|()| file.write_all(framed.as_bytes()))
            .and_then(|()| file.sync_all())
            .and_then(|()| std::fs::rename(&new, &self.path));
        if let Err(error) = written {
            let _ = std::fs::remove_file(&new);
            return Err(describe(&self.path, &error));
        }
        // The rename must be synced too.
        let folder = self.path.parent();
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            let _ = folder.sync_all();
        }
        Ok(Journal {
            file,
            end: (HEAD.len() + framed.len()) as u64,
            has_rest: false,
            sync,
            _replaced: Some(self.file),
        })
    }
}

/// Locks a file until it is closed.
fn lock(file: &File) -> io::Result<()> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => io::Error::new(
            io::ErrorKind::WouldBlock,
            "another simulator uses this state file; stop it or choose another file",
        ),
        TryLockError::Error(error) => error,
    })
}

/// Lets only the owner read a new file, since it has the password and a private key.
fn private(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Adds the path to an error.
fn describe(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Returns the commits of a journal in order; `None` if there is no text at all.
fn parse(text: &[u8]) -> io::Result<Option<Vec<String>>> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut rest = text.strip_prefix(HEAD.as_bytes()).ok_or_else(|| {
        corrupt("not a state file of this version of the simulator; choose another file")
    })?;
    let mut commits = Vec::new();
    loop {
        let at = text.len() - rest.len();
        let damaged = |what| corrupt(&format!("damaged at byte {at}: {what}; restore a backup"));
        match next_commit(rest).map_err(damaged)? {
            Some((commit, after)) => {
                commits.push(commit);
                rest = after;
            }
            // The file appears with its first commit.
            None if commits.is_empty() => return Err(damaged("the first commit is incomplete")),
            None => return Ok(Some(commits)),
        }
    }
}

/// Splits off the first commit; `None` if it is incomplete.
fn next_commit(text: &[u8]) -> Result<Option<(String, &[u8])>, &'static str> {
    let invalid = "invalid commit header";
    let Some(end) = text.iter().take(MAX_HEADER).position(|byte| *byte == b'\n') else {
        let is_beginning = text.len() < MAX_HEADER && (text.is_empty() || text.starts_with(b"@"));
        return if is_beginning { Ok(None) } else { Err(invalid) };
    };
    let (line, after) = text.split_at(end + 1);
    let line = std::str::from_utf8(line).map_err(|_| invalid)?;
    let length = line
        .strip_prefix("@ ")
        .and_then(|line| line.split(' ').next());
    let length: usize = length.and_then(|text| text.parse().ok()).ok_or(invalid)?;
    let sum = line
        .split(' ')
        .nth(2)
        .and_then(|sum| u64::from_str_radix(sum, 16).ok());
    let sum = sum.ok_or(invalid)?;
    // Without this check, a damaged length could pass for an incomplete commit.
    if line != header(length, sum) {
        return Err(invalid);
    }
    let Some((payload, after)) = after.split_at_checked(length) else {
        return Ok(None);
    };
    if checksum(payload) != sum {
        return Err("checksum mismatch in a commit");
    }
    let commit = String::from_utf8(payload.to_vec());
    commit
        .map_err(|_| "a commit is not valid UTF-8")
        .map(|commit| Some((commit, after)))
}

fn corrupt(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

impl Journal {
    /// Appends a commit. Once this returns, the commit survives a crash of the process. A failed
    /// commit is truncated, at the latest before the next one, so that later ones stay readable.
    pub(crate) fn append(&mut self, commit: &str) -> io::Result<()> {
        if self.has_rest {
            self.cut()?;
        }
        let framed = frame(commit);
        let appended = self.write(framed.as_bytes());
        match &appended {
            Ok(()) => self.end += framed.len() as u64,
            Err(_) => self.has_rest = self.cut().is_err(),
        }
        appended
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        if self.sync {
            self.file.sync_data()
        } else {
            Ok(())
        }
    }

    /// Removes what follows the last complete commit.
    fn cut(&mut self) -> io::Result<()> {
        self.file.set_len(self.end)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        self.has_rest = false;
        Ok(())
    }
}

fn frame(commit: &str) -> String {
    let header = header(commit.len(), checksum(commit.as_bytes()));
    format!("{header}{commit}")
}

/// Returns the header line of a commit.
fn header(length: usize, sum: u64) -> String {
    let fields = format!("{length} {sum:016x}");
    format!("@ {fields} {:016x}\n", checksum(fields.as_bytes()))
}

/// FNV-1a hash.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::{Path, PathBuf};

    use super::{HEAD, Journal, LockedFile};

    fn file(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("engine-sim-{name}-{}", std::process::id()))
    }

    fn read(path: &Path) -> io::Result<Option<Vec<String>>> {
        LockedFile::open(path)?.read()
    }

    #[test]
    fn a_commit_that_could_not_be_undone_is_cut_before_the_next() {
        let path = file("rest");
        let locked = LockedFile::open(&path).expect("opened");
        let mut journal = locked.replace("a\n", false).expect("created");
        journal.append("b\n").expect("appended");
        let writable = std::mem::replace(
            &mut journal.file,
            std::fs::File::open(&path).expect("opened"),
        );
        for _ in 0..2 {
            journal.append("c\n").expect_err("the file is read-only");
        }
        journal.file = writable;
        std::io::Write::write_all(&mut journal.file, b"@ 9").expect("written");
        journal.append("d\n").expect("appended");
        drop(journal);
        assert_eq!(
            read(&path).expect("read").expect("commits"),
            ["a\n", "b\n", "d\n"]
        );
        std::fs::remove_file(&path).expect("removed");
    }

    fn three_commits(path: &Path) -> Vec<u8> {
        let locked = LockedFile::open(path).expect("opened");
        let mut journal: Journal = locked.replace("a\n", false).expect("created");
        journal.append("b\nc\n").expect("appended");
        journal.append("d\n").expect("appended");
        std::fs::read(path).expect("a file")
    }

    #[test]
    fn incomplete_commit_at_the_end_is_ignored() {
        let path = file("journal");
        let whole = three_commits(&path);
        let full = ["a\n", "b\nc\n", "d\n"];
        assert_eq!(read(&path).expect("read").expect("commits"), full);
        // Truncated anywhere after the first commit, the complete ones are read.
        let mut counts = Vec::new();
        for length in 0..whole.len() {
            std::fs::write(&path, &whole[..length]).expect("written");
            match read(&path) {
                Ok(None) => assert_eq!(length, 0),
                Ok(Some(commits)) => {
                    assert_eq!(commits, full[..commits.len()], "{length}");
                    counts.push(commits.len());
                }
                Err(error) => assert!(counts.is_empty(), "{length}: {error}"),
            }
        }
        assert!(counts.is_sorted(), "{counts:?}");
        assert_eq!((counts.first(), counts.last()), (Some(&1), Some(&2)));
        std::fs::remove_file(&path).expect("removed");
    }

    #[test]
    fn a_changed_byte_is_an_error_wherever_it_is() {
        let path = file("damaged");
        let whole = three_commits(&path);
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            std::fs::write(&path, &changed).expect("written");
            let error = read(&path).expect_err("damaged").to_string();
            let is_located = error.contains("damaged at byte ") || at < HEAD.len();
            assert!(
                is_located && error.contains("engine-sim-damaged"),
                "{error}"
            );
        }
        std::fs::write(&path, [&whole[..], b"more\n"].concat()).expect("written");
        assert!(read(&path).is_err());
        std::fs::remove_file(&path).expect("removed");
    }

    #[test]
    fn a_file_has_one_owner() {
        let path = file("owner");
        let first = LockedFile::open(&path).expect("opened");
        let is_refused = || {
            let error = LockedFile::open(&path).expect_err("locked").to_string();
            assert!(error.contains("another simulator uses"), "{error}");
        };
        is_refused();
        let journal = first.replace("a\n", false).expect("created");
        is_refused();
        drop(journal);
        LockedFile::open(&path).expect("free again");
        std::fs::remove_file(&path).expect("removed");
    }
}
