//! `ovirt sim`: the simulator as a server, or around a command.

use std::process::Command as Process;

use ovirt_engine_sim::{Engine, program};
use ovirt_model::Model;

use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};

/// Runs a command with a simulator, or the simulator's own program.
pub(super) fn sim(
    _model: &Model,
    arguments: &[String],
    _environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let [first, rest @ ..] = arguments else {
        program::run(&[]).map_err(|message| Failure::new(Exit::Failed, message))?;
        return Ok(Exit::Done);
    };
    if first != "run" {
        let outcome = program::run(arguments);
        outcome.map_err(|message| Failure::new(Exit::Failed, message))?;
        return Ok(Exit::Done);
    }
    let rest = rest.strip_prefix(&["--".to_owned()]).unwrap_or(rest);
    let [name, arguments @ ..] = rest else {
        return Err(Failure::usage("there is no command to run")
            .hint("as in `ovirt sim run -- ./script.sh`"));
    };
    let engine = Engine::builder().vms(10).hosts(2).plain(true).start();
    let engine = engine.map_err(|error| {
        Failure::new(Exit::Failed, format!("cannot start the simulator: {error}"))
    })?;
    io.stdout.flush()?;
    let status = Process::new(name)
        .args(arguments)
        .env("OVIRT_URL", engine.url())
        .env("OVIRT_USERNAME", engine.username())
        .env("OVIRT_PASSWORD", engine.password())
        .status();
    let status = status.map_err(|error| Failure::usage(format!("cannot run {name}: {error}")))?;
    if status.success() {
        return Ok(Exit::Done);
    }
    let code = status
        .code()
        .map_or_else(|| "a signal".to_owned(), |code| format!("code {code}"));
    Err(Failure::new(
        Exit::Failed,
        format!("{name} ended with {code}"),
    ))
}
