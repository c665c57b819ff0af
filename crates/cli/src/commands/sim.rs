//! `ovirt sim`: the simulator as a server, or around a command.

use std::process::Command as Process;

use ovirt_engine_sim::{Engine, program};
use ovirt_model::Model;

use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};

const HELP: &str = "\
ovirt sim run -- COMMAND...       runs a command with a simulator, set by OVIRT_URL and its siblings
eval \"$(ovirt sim start)\"        starts one in the background
ovirt sim stop                    stops that one, by OVIRT_PID
ovirt sim record URL FOLDER       dumps the inventory of a real engine, for --load
ovirt sim OPTION...               runs one in the foreground; `start` takes the same options

";

/// Runs a command with a simulator, or the simulator's own program.
pub(super) fn sim(
    _model: &Model,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let [first, rest @ ..] = arguments else {
        program::run(&[]).map_err(|message| Failure::new(Exit::Failed, message))?;
        return Ok(Exit::Done);
    };
    if first != "run" {
        let outcome = match first.as_str() {
            "start" => {
                let background = ["--background".to_owned()].into_iter();
                let arguments: Vec<String> = background.chain(rest.iter().cloned()).collect();
                program::run(&arguments)
            }
            "stop" => return stop(environment, io),
            "-h" | "--help" => {
                write!(io.stdout, "{HELP}")?;
                io.stdout.flush()?;
                program::run(arguments)
            }
            _ => program::run(arguments),
        };
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

/// Stops the simulator that `start` has started.
fn stop(environment: Environment<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let id = environment("OVIRT_PID").and_then(|id| id.to_str()?.parse::<u32>().ok());
    let Some(id) = id else {
        return Err(
            Failure::usage("OVIRT_PID does not say which simulator to stop")
                .hint("start one by eval \"$(ovirt sim start)\""),
        );
    };
    let program = if cfg!(windows) { "taskkill" } else { "kill" };
    let mut process = Process::new(program);
    if cfg!(windows) {
        process.args(["/F", "/PID"]);
    }
    let status = process.arg(id.to_string()).status();
    match status {
        Ok(status) if status.success() => {
            writeln!(io.stderr, "stopped")?;
            Ok(Exit::Done)
        }
        _ => Err(Failure::new(
            Exit::NotFound,
            format!("there is no process {id}"),
        )),
    }
}
