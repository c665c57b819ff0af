//! The program on a pseudo-terminal.

use std::io::{Read, Write as _};
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::termios::{LocalModes, tcgetattr};

/// How long a text may take to appear.
const LIMIT: Duration = Duration::from_secs(60);

/// What has appeared on a terminal, and a signal for more.
type Screen = Arc<(Mutex<String>, Condvar)>;

/// A program on a terminal of 24 lines and 100 columns.
pub(crate) struct Terminal {
    pty: Arc<Pty>,
    child: Child,
    screen: Screen,
    reader: JoinHandle<()>,
}

impl Terminal {
    /// Starts a program with these variables only.
    pub(crate) fn start(program: &str, words: &[&str], variables: &[(&str, &str)]) -> Self {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(24, 100)).unwrap();
        // Below `nohup` or a job in the background, programs inherit that interrupts are ignored.
        let command = match cfg!(target_os = "linux") {
            true => Command::new("/usr/bin/env").args(["--default-signal=INT", program]),
            false => Command::new(program),
        };
        let command = command.args(words).env_clear();
        let child = command.envs(variables.iter().copied()).spawn(pts).unwrap();
        let (pty, screen) = (Arc::new(pty), Screen::default());
        let (source, seen) = (Arc::clone(&pty), Arc::clone(&screen));
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal that its program has closed fails to read.
            while let Ok(count @ 1..) = (&*source).read(&mut bytes) {
                let text = String::from_utf8_lossy(&bytes[..count]);
                seen.0.lock().unwrap().push_str(&text);
                seen.1.notify_all();
            }
        });
        Self {
            pty,
            child,
            screen,
            reader,
        }
    }

    /// Waits until a text has appeared.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        let (seen, changed) = &*self.screen;
        let is_absent = |seen: &mut String| !seen.contains(text);
        let seen = changed.wait_timeout_while(seen.lock().unwrap(), LIMIT, is_absent);
        let (seen, _) = seen.unwrap();
        assert!(seen.contains(text), "{text:?} has not appeared: {seen:?}");
    }

    /// Waits until what is typed is not shown: a prompt appears before that.
    #[track_caller]
    pub(crate) fn wait_until_hidden(&self) {
        let start = Instant::now();
        let is_shown = || {
            let modes = tcgetattr(&*self.pty).unwrap().local_modes;
            modes.contains(LocalModes::ECHO)
        };
        while is_shown() {
            assert!(start.elapsed() < LIMIT, "what is typed is still shown");
            std::thread::yield_now();
        }
    }

    /// Types a text.
    pub(crate) fn press(&self, text: &str) {
        (&*self.pty).write_all(text.as_bytes()).unwrap();
    }

    /// Waits for the end; returns what has appeared.
    pub(crate) fn end(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        self.reader.join().unwrap();
        let seen = self.screen.0.lock().unwrap().clone();
        (status, seen)
    }
}
