//! [`Editor`]: a text in the user's editor, again and again until it can be taken.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command as Process;

use crate::failure::{Exit, Failure};
use crate::io::Environment;

/// What begins a line of the reason why a text cannot be taken.
const REASON: &str = "#! ";

/// A text in a file that only its owner can read, and the program that edits it.
pub(super) struct Editor {
    file: PathBuf,
    program: String,
    /// The text as it was when the editor was opened last.
    opened: String,
    /// Why the last text could not be taken.
    failure: Option<Failure>,
}

impl Editor {
    /// Writes a text to a new file.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub(super) fn create(text: &str, environment: Environment<'_>) -> Result<Self, Failure> {
        let set = |name: &str| environment(name).filter(|value| !value.is_empty());
        let program = set("VISUAL").or_else(|| set("EDITOR"));
        let program = program.map_or_else(
            || "vi".to_owned(),
            |program| program.to_string_lossy().into_owned(),
        );
        let folder = set("TMPDIR").map_or_else(std::env::temp_dir, PathBuf::from);
        let failed = |error| {
            let message = format!("cannot write to {}: {error}", folder.display());
            Failure::new(Exit::Failed, message)
        };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        for number in 0..100 {
            let name = format!("ovirt-edit-{}-{number}.yaml", std::process::id());
            let file = folder.join(name);
            match options.open(&file) {
                Ok(mut open) => {
                    open.write_all(text.as_bytes()).map_err(failed)?;
                    return Ok(Self {
                        file,
                        program,
                        opened: text.to_owned(),
                        failure: None,
                    });
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(error)),
            }
        }
        Err(Failure::new(
            Exit::Failed,
            "too many texts are being edited",
        ))
    }

    /// Opens the editor; returns the text, unless it is empty or as it was.
    ///
    /// # Errors
    ///
    /// An editor that fails; a text that could not be taken, and was not changed any more. It is
    /// kept.
    pub(super) fn open(&mut self) -> Result<Option<String>, Failure> {
        let status = self.run().map_err(|error| {
            let message = format!("cannot run the editor {:?}: {error}", self.program);
            self.keep(Failure::usage(message).hint("set VISUAL or EDITOR"))
        })?;
        if !status.success() {
            let message = format!("the editor {:?} failed; nothing was changed", self.program);
            return Err(self.keep(Failure::new(Exit::Failed, message)));
        }
        let text = fs::read_to_string(&self.file).map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot read the text: {error}"))
        })?;
        let has_content = text
            .lines()
            .any(|line| !line.trim().is_empty() && !line.starts_with('#'));
        if has_content && text != self.opened {
            return Ok(Some(text));
        }
        match self.failure.take() {
            Some(failure) if has_content => Err(self.keep(failure)),
            _ => {
                self.remove();
                Ok(None)
            }
        }
    }

    #[cfg(unix)]
    fn run(&self) -> std::io::Result<std::process::ExitStatus> {
        // The variable can have arguments and quotes.
        let script = format!("{} \"$0\"", self.program);
        Process::new("sh")
            .arg("-c")
            .arg(script)
            .arg(&self.file)
            .status()
    }

    #[cfg(not(unix))]
    fn run(&self) -> std::io::Result<std::process::ExitStatus> {
        let mut words = self.program.split_whitespace();
        let name = words.next().unwrap_or("notepad");
        Process::new(name).args(words).arg(&self.file).status()
    }

    /// Puts the reason why a text cannot be taken on top of it; the text itself stays.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub(super) fn explain(&mut self, failure: Failure) -> Result<(), Failure> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let own = text.lines().filter(|line| !line.starts_with(REASON));
        let reason = failure.to_string();
        let lines = reason.lines().map(|line| format!("{REASON}{line}"));
        let lines: Vec<String> = lines.chain(own.map(str::to_owned)).collect();
        self.opened = lines.join("\n") + "\n";
        fs::write(&self.file, &self.opened).map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot write the text: {error}"))
        })?;
        self.failure = Some(failure);
        Ok(())
    }

    /// Removes the file.
    pub(super) fn remove(&self) {
        let _ = fs::remove_file(&self.file);
    }

    fn keep(&self, failure: Failure) -> Failure {
        let kept = format!("your text is kept in {}", self.file.display());
        let hint = match &failure.hint {
            Some(hint) => format!("{hint}; {kept}"),
            None => kept,
        };
        failure.hint(hint)
    }
}
