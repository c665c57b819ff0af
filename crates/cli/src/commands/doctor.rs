//! `ovirt env` and `ovirt doctor`: which engine is asked, and whether it can be.

use clap::{Arg, ArgAction, Command};

use super::call::{Call, command};
use crate::connect::{self, Choice, Login};
use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io};
use crate::profiles::Profiles;
use crate::progress::Progress;
use crate::session::Session;
use crate::value::path;

/// The command line of `ovirt env`.
pub(super) fn env_command() -> Command {
    command("env")
        .about("Shows which engine is asked, and where each setting comes from.")
        .arg(
            Arg::new("export")
                .long("export")
                .action(ArgAction::SetTrue)
                .help("Print shell commands that set the variables; no password"),
        )
}

/// Prints which engine holds, and where each value comes from.
pub(super) fn env(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let choice = connect::choose(&call.options, call.environment)?;
    let settings = settings(&choice, call.environment)?;
    for (variable, value, origin) in settings {
        if call.matches.get_flag("export") {
            writeln!(
                io.stdout,
                "export {variable}='{}'",
                value.replace('\'', r"'\''")
            )?;
        } else {
            writeln!(io.stdout, "{variable:15} {value}  ({origin})")?;
        }
    }
    Ok(Exit::Done)
}

/// Variables, values and origins.
fn settings(
    choice: &Choice,
    environment: Environment<'_>,
) -> Result<Vec<(&'static str, String, String)>, Failure> {
    let variables = [
        ("OVIRT_URL", "engine_url"),
        ("OVIRT_USERNAME", "username"),
        ("OVIRT_CAFILE", "cafile"),
    ];
    let mut settings = Vec::new();
    match choice {
        Choice::Profile(name) => {
            let profiles = Profiles::read(environment)?;
            let origin = format!(
                "profile {name} of {}",
                Profiles::file(environment)?.display()
            );
            for (variable, key) in variables {
                let value = profiles.get(name, key).map(str::to_owned);
                settings.extend(value.map(|value| (variable, value, origin.clone())));
            }
        }
        Choice::Variables => {
            for (variable, _) in variables {
                let value = environment(variable).filter(|value| !value.is_empty());
                let value = value.map(|value| value.to_string_lossy().into_owned());
                settings.extend(value.map(|value| (variable, value, "environment".to_owned())));
            }
        }
        Choice::Simulator | Choice::Offline => settings.push((
            "OVIRT_PROFILE",
            "sim".to_owned(),
            "the simulator, in the process of each command".to_owned(),
        )),
    }
    Ok(settings)
}

/// The command line of `ovirt doctor`.
pub(super) fn doctor_command() -> Command {
    command("doctor")
        .about("Checks name, port, certificate, health, login and rights; says what to do.")
}

/// Checks what can go wrong on the way to an engine, step by step.
pub(super) fn doctor(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let mut report = |step: &str, outcome: Result<String, Failure>| -> Result<(), Failure> {
        match outcome {
            Ok(text) => Ok(writeln!(io.stdout, "ok    {step}: {text}")?),
            Err(failure) => {
                writeln!(io.stdout, "FAIL  {step}: {}", failure.message)?;
                Err(failure)
            }
        }
    };
    let choice = connect::choose(&call.options, call.environment);
    report(
        "engine",
        choice.as_ref().map(describe).map_err(Clone::clone),
    )?;
    let choice = choice?;
    let connected = call.connect()?;
    let connection = &connected.connection;
    report("URL", Ok(connection.url()))?;
    if !matches!(choice, Choice::Simulator) {
        let probe = connect::builder(&choice, call.environment, Login::Never)?
            .probe()?
            .call();
        let probe = probe.map_err(Failure::from).and_then(|probe| {
            let failed = |text: &str| Err(Failure::new(Exit::Unreachable, text));
            match () {
                () if !probe.is_engine => failed("the server is no engine, or the path is wrong"),
                () if !probe.has_version_4 => failed("the engine has no API of version 4"),
                () if !probe.has_sso => failed("the login service does not respond: it may start"),
                () if probe.is_healthy == Some(false) => failed("the engine has no database"),
                () => Ok("reachable and healthy, with API version 4".to_owned()),
            }
        });
        report("server", probe)?;
    }
    let login = connection.test().call().map(|()| "accepted".to_owned());
    report("certificate and login", login.map_err(Failure::from))?;
    let session = Session {
        model: call.model,
        options: &call.options,
        connection: connection.clone(),
        engine: None,
        progress: Progress::default(),
    };
    let version = session.get("").map(|api| {
        let version = path::get(&api, "product_info.version.full_version");
        version
            .and_then(|it| it.as_str().map(str::to_owned))
            .unwrap_or_default()
    });
    report("engine version", version)?;
    let users = session.list("/users", &[("max".to_owned(), "1".to_owned())]);
    let rights = match users {
        Ok(_) => "administrator".to_owned(),
        Err(_) => "user: only objects with a permission are shown".to_owned(),
    };
    report("rights", Ok(rights))?;
    Ok(Exit::Done)
}

fn describe(choice: &Choice) -> String {
    match choice {
        Choice::Simulator => "the simulator, in this process".to_owned(),
        Choice::Profile(name) => format!("profile {name}"),
        Choice::Variables => "environment variables".to_owned(),
        Choice::Offline => "none".to_owned(),
    }
}
