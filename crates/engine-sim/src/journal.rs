//! The journal: an append-only file, so that no acknowledged change is lost in a crash.
//!
//! A commit is a header line with the length and the checksum of its payload, then the payload. An
//! incomplete commit at the end is ignored: it was never acknowledged.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// The first line of a journal, with the version of the format.
const HEAD: &str = "ovirt-engine-sim state 1\n";

/// A journal open for appending.
#[derive(Debug)]
pub(crate) struct Journal {
    file: File,
    /// Offset of the next commit; `None` after a failed append that could not be undone.
    end: Option<u64>,
    /// Whether commits are synced to disk.
    sync: bool,
}

/// Reads the commits of a journal in order; `None` if the file does not exist.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<String>>> {
    let mut text = Vec::new();
    match File::open(path) {
        Ok(mut file) => file.read_to_end(&mut text)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut rest = match text.strip_prefix(HEAD.as_bytes()) {
        Some(rest) => rest,
        None if HEAD.as_bytes().starts_with(&text) => return Ok(None),
        None => {
            return Err(corrupt("not a state file of this version of the simulator"));
        }
    };
    let mut commits = Vec::new();
    while let Some((commit, after)) = next_commit(rest)? {
        commits.push(commit);
        rest = after;
    }
    Ok(Some(commits))
}

/// Splits off the first commit.
fn next_commit(text: &[u8]) -> io::Result<Option<(String, &[u8])>> {
    let Some(end) = text.iter().position(|byte| *byte == b'\n') else {
        return Ok(None);
    };
    let (line, after) = text.split_at(end + 1);
    let (length, sum) = std::str::from_utf8(line)
        .ok()
        .and_then(|line| line.trim_end().strip_prefix("@ ")?.split_once(' '))
        .and_then(|(length, sum)| {
            let sum = u64::from_str_radix(sum, 16).ok()?;
            Some((length.parse::<usize>().ok()?, sum))
        })
        .ok_or_else(|| corrupt("invalid commit header"))?;
    let Some((payload, after)) = after.split_at_checked(length) else {
        return Ok(None);
    };
    if checksum(payload) != sum {
        if after.is_empty() {
            return Ok(None);
        }
        return Err(corrupt("checksum mismatch in a commit"));
    }
    let commit =
        String::from_utf8(payload.to_vec()).map_err(|_| corrupt("a commit is not valid UTF-8"))?;
    Ok(Some((commit, after)))
}

fn corrupt(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

impl Journal {
    /// Atomically replaces the journal by a new one with a single commit.
    pub(crate) fn create(path: &Path, commit: &str, sync: bool) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push(".new");
        let new = PathBuf::from(name);
        let mut file = create_private(&new)?;
        file.write_all(HEAD.as_bytes())?;
        file.write_all(frame(commit).as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&new, path)?;
        // The rename must be synced too.
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            let _ = folder.sync_all();
        }
        let end = Some((HEAD.len() + frame(commit).len()) as u64);
        Ok(Self { file, end, sync })
    }

    /// Appends a commit. Once this returns, the commit survives a crash of the process. A failed
    /// commit is truncated, so that later ones stay readable.
    pub(crate) fn append(&mut self, commit: &str) -> io::Result<()> {
        let end = self
            .end
            .ok_or_else(|| corrupt("an earlier commit failed and could not be undone"))?;
        let framed = frame(commit);
        let appended = self.write(framed.as_bytes());
        self.end = match &appended {
            Ok(()) => Some(end + framed.len() as u64),
            Err(_) => self.cut(end).ok().map(|()| end),
        };
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

    fn cut(&mut self, end: u64) -> io::Result<()> {
        self.file.set_len(end)?;
        self.file.seek(SeekFrom::Start(end)).map(drop)
    }
}

/// Creates a file that only its owner can read, since it has the password and a private key.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn frame(commit: &str) -> String {
    format!(
        "@ {} {:016x}\n{commit}",
        commit.len(),
        checksum(commit.as_bytes())
    )
}

/// FNV-1a hash.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Journal, read};

    fn file(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("engine-sim-{name}-{}", std::process::id()))
    }

    #[test]
    fn appending_fails_after_a_commit_that_cannot_be_undone() {
        let path = file("readonly");
        std::fs::write(&path, "").expect("written");
        let mut journal = Journal {
            file: std::fs::File::open(&path).expect("opened"),
            end: Some(0),
            sync: false,
        };
        assert!(journal.append("a\n").is_err());
        let error = journal.append("b\n").expect_err("the file is read-only");
        assert!(error.to_string().contains("earlier commit"), "{error}");
        std::fs::remove_file(&path).expect("removed");
    }

    #[test]
    fn incomplete_commit_at_the_end_is_ignored() {
        let path = file("journal");
        assert!(read(&path).expect("no file").is_none());
        let mut journal = Journal::create(&path, "a\n", false).expect("created");
        journal.append("b\nc\n").expect("appended");
        journal.append("d\n").expect("appended");
        let whole = std::fs::read(&path).expect("a file");
        let commits = |bytes: &[u8]| {
            std::fs::write(&path, bytes).expect("written");
            read(&path)
                .map(Option::unwrap_or_default)
                .map_err(|error| error.to_string())
        };
        let full = ["a\n", "b\nc\n", "d\n"];
        assert_eq!(commits(&whole).expect("whole"), full);
        // Truncated anywhere, the complete commits are read.
        let mut counts = Vec::new();
        for length in 0..whole.len() {
            let read = commits(&whole[..length]).expect("a beginning");
            assert_eq!(read, full[..read.len()], "{length}");
            counts.push(read.len());
        }
        assert!(
            counts.is_sorted() && counts.last() == Some(&2),
            "{counts:?}"
        );
        // A change in the middle is detected, not taken for a shorter journal.
        let mut changed = whole.clone();
        let at = changed
            .windows(3)
            .position(|part| part == b"b\nc")
            .expect("b");
        changed[at] = b'x';
        assert_eq!(
            commits(&changed),
            Err("checksum mismatch in a commit".to_owned())
        );
        assert!(commits(b"something else\n").is_err());
        std::fs::remove_file(&path).expect("removed");
    }
}
