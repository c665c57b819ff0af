//! A temporary folder for state files, recordings and logs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ovirt_engine_sim::Engine;

/// A folder that exists until it is dropped.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes a folder for a test, whose name tells it from those of other tests.
    pub(crate) fn new(test: &str) -> Self {
        let name = format!("engine-sim-{test}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Returns the path of the state file.
    pub(crate) fn state(&self) -> PathBuf {
        self.0.join("state")
    }

    /// Starts an engine with the state file. Each step of a life cycle takes this long.
    pub(crate) fn engine(&self, step: Duration) -> Engine {
        Engine::builder()
            .plain(true)
            .life_cycle(step)
            .state(self.state())
            .start()
            .expect("the engine starts")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
