//! [`Call`]: a command with its arguments, and the way to its engine.

use clap::{ArgMatches, Command};
use ovirt_model::Model;

use crate::connect::{self, Connected};
use crate::failure::Failure;
use crate::io::Environment;
use crate::options::Options;
use crate::progress::Progress;
use crate::session::Session;

/// What a command is called with.
pub(super) struct Call<'c> {
    pub(super) model: &'c Model,
    pub(super) environment: Environment<'c>,
    pub(super) matches: ArgMatches,
    pub(super) options: Options,
}

impl Call<'_> {
    /// The value of an argument; empty if it is absent.
    pub(super) fn text(&self, name: &str) -> &str {
        self.matches
            .get_one::<String>(name)
            .map_or("", String::as_str)
    }

    /// The values of an argument.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let values = self.matches.get_many::<String>(name);
        values.into_iter().flatten().cloned().collect()
    }

    /// Connects to the engine that is asked. Nothing is sent.
    ///
    /// # Errors
    ///
    /// As [`connect::connect`].
    pub(super) fn connect(&self) -> Result<Connected, Failure> {
        connect::connect(&self.options, self.environment)
    }

    /// The session of a connection.
    pub(super) fn session<'s>(&'s self, connected: &Connected) -> Session<'s> {
        Session {
            model: self.model,
            options: &self.options,
            connection: connected.connection.clone(),
            engine: None,
            progress: Progress::default(),
        }
    }
}

/// A command line without arguments yet.
pub(super) fn command(name: &str) -> Command {
    let name = format!("ovirt {name}");
    Command::new(name.clone())
        .bin_name(name)
        .no_binary_name(true)
}
