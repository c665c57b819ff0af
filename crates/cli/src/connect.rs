//! Which engine a command asks: a profile, environment variables, or the simulator.

use std::path::PathBuf;

use ovirt::{Connection, ConnectionBuilder};

use crate::app::{Environment, Io};
use crate::failure::Failure;
use crate::options::Options;

/// A connection, and what must live as long as it.
pub(crate) struct Connected {
    pub(crate) connection: Connection,
    #[cfg(feature = "sim")]
    _engine: Option<ovirt_engine_sim::Engine>,
}

impl Connected {
    fn to(connection: Connection) -> Self {
        Self {
            connection,
            #[cfg(feature = "sim")]
            _engine: None,
        }
    }
}

/// Connects to the engine that options and environment mean. Nothing is sent.
///
/// # Errors
///
/// No engine is known, or its settings are not valid.
pub(crate) fn connect(
    options: &Options,
    environment: Environment<'_>,
    _io: &mut Io<'_>,
) -> Result<Connected, Failure> {
    let profile = options.profiles.last().cloned();
    let variable = |name: &str| environment(name).filter(|value| !value.is_empty());
    let profile = profile.or_else(|| match variable("OVIRT_URL") {
        Some(_) => None,
        None => variable("OVIRT_PROFILE").and_then(|name| name.into_string().ok()),
    });
    let builder = match profile.as_deref() {
        Some("sim") => return simulate(),
        Some(name) => ConnectionBuilder::from_profile_in(profile_file(environment)?, name)?,
        None if variable("OVIRT_URL").is_some() => ConnectionBuilder::from_variables(environment)?,
        // A dry run that looks nothing up needs no engine.
        None if options.is_offline() => {
            Connection::builder("https://engine.example.com/ovirt-engine/api").token("offline")
        }
        None => {
            return Err(Failure::usage("no engine is known").hint(
                "set OVIRT_URL, OVIRT_USERNAME, OVIRT_PASSWORD and OVIRT_CAFILE, or try the \
                 simulator with -p sim",
            ));
        }
    };
    let builder = match (&options.record, &options.replay) {
        (Some(file), _) => builder.record(file),
        (None, Some(file)) => builder.replay(file),
        (None, None) => builder,
    };
    Ok(Connected::to(builder.build()?))
}

/// The file of profiles.
pub(crate) fn profile_file(environment: Environment<'_>) -> Result<PathBuf, Failure> {
    let folder = |name: &str| environment(name).filter(|folder| !folder.is_empty());
    let config = match (folder("XDG_CONFIG_HOME"), folder("HOME")) {
        (Some(folder), _) => PathBuf::from(folder),
        (None, Some(home)) => PathBuf::from(home).join(".config"),
        (None, None) => {
            return Err(Failure::usage(
                "cannot locate the profiles: neither XDG_CONFIG_HOME nor HOME is set",
            ));
        }
    };
    Ok(config.join("ovirt.conf"))
}

#[cfg(feature = "sim")]
fn simulate() -> Result<Connected, Failure> {
    use crate::failure::Exit;
    let engine = ovirt_engine_sim::Engine::builder()
        .vms(10)
        .hosts(2)
        .plain(true)
        .record(false);
    let engine = engine.start().map_err(|error| {
        Failure::new(
            Exit::Unreachable,
            format!("cannot start the simulator: {error}"),
        )
    })?;
    let builder = Connection::builder(engine.url());
    let connection = builder
        .credentials(engine.username(), engine.password())
        .build()?;
    Ok(Connected {
        connection,
        _engine: Some(engine),
    })
}

#[cfg(not(feature = "sim"))]
fn simulate() -> Result<Connected, Failure> {
    Err(Failure::usage(
        "this program was built without the simulator",
    ))
}
