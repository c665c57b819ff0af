//! Runs command lines: in this process, or as a program.

#[cfg(unix)]
pub(crate) mod terminal;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use ovirt_cli::{Io, Stderr, run};
use ovirt_engine_sim::Engine;

/// A folder that is removed at the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ovirt-cli-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a command line printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) code: u8,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// An engine, and command lines that ask it.
pub(crate) struct Cli {
    pub(crate) engine: Option<Engine>,
    pub(crate) variables: BTreeMap<String, String>,
}

impl Cli {
    /// Command lines with an engine of three VMs, `vm1` to `vm3`; `vm2` is down.
    pub(crate) fn new() -> Self {
        let engine = Engine::builder()
            .vms(3)
            .hosts(1)
            .plain(true)
            .life_cycle(Duration::from_millis(2));
        Self::with(engine.start().unwrap())
    }

    pub(crate) fn with(engine: Engine) -> Self {
        let variables = [
            ("OVIRT_URL", engine.url()),
            ("OVIRT_USERNAME", engine.username()),
            ("OVIRT_PASSWORD", engine.password()),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self {
            variables: variables.into(),
            engine: Some(engine),
        }
    }

    /// Command lines that have no engine.
    pub(crate) fn offline() -> Self {
        Self {
            engine: None,
            variables: BTreeMap::new(),
        }
    }

    pub(crate) fn engine(&self) -> &Engine {
        self.engine.as_ref().unwrap()
    }

    /// Runs a command line, whose words are separated by blanks.
    pub(crate) fn run(&self, line: &str) -> Output {
        self.run_with(line, "")
    }

    /// Runs a command line with this standard input.
    pub(crate) fn run_with(&self, line: &str, stdin: &str) -> Output {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        self.run_words(&words, stdin)
    }

    /// Runs the words of a command line.
    pub(crate) fn run_words(&self, words: &[String], stdin: &str) -> Output {
        let (mut stdout, stderr) = (Vec::new(), Stderr::captured());
        let environment = |name: &str| {
            self.variables
                .get(name)
                .map(|value| OsString::from(value.as_str()))
        };
        let mut stdin = stdin.as_bytes();
        let mut io = Io::new(&mut stdin, &mut stdout, stderr.clone());
        let code = run(words, &environment, &mut io);
        Output {
            code,
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: stderr.captured_text(),
        }
    }

    /// Runs a command line that must succeed; returns what it printed.
    pub(crate) fn ok(&self, line: &str) -> String {
        let output = self.run(line);
        assert_eq!(output.code, 0, "{line}: {output:?}");
        output.stdout
    }

    /// Runs a command line that must fail with this code; returns what it reported.
    pub(crate) fn fails(&self, code: u8, line: &str) -> String {
        let output = self.run(line);
        assert_eq!(output.code, code, "{line}: {output:?}");
        assert_eq!(output.stdout, "", "{line}");
        output.stderr
    }

    /// Starts the program itself, with pipes.
    pub(crate) fn spawn(&self, line: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_ovirt"))
            .args(line.split_whitespace())
            .env_clear()
            .envs(&self.variables)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Runs the program itself.
    pub(crate) fn program(&self, line: &str, stdin: &str) -> Output {
        let mut child = self.spawn(line);
        // The program may end without reading.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Output {
            code: u8::try_from(output.status.code().unwrap()).unwrap(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}
