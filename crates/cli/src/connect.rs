//! Which engine a command asks: a profile, environment variables, or the simulator.

use std::path::PathBuf;

use ovirt::{Connection, ConnectionBuilder};

use crate::failure::{Exit, Failure};
use crate::io::Environment;
use crate::options::Options;
use crate::profiles::Profiles;

/// The name of the profile that is always there.
const SIMULATOR: &str = "sim";

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

/// What says which engine is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The simulator, in this process.
    Simulator,
    /// A profile, by its name.
    Profile(String),
    /// Environment variables.
    Variables,
    /// No engine: a recording, or a dry run that looks nothing up.
    Offline,
}

/// Chooses the engine. The first of these wins, as a whole: a recording, option, `OVIRT_URL`,
/// `OVIRT_PROFILE`, the only profile there is.
///
/// # Errors
///
/// Nothing says which.
pub(crate) fn choose(options: &Options, environment: Environment<'_>) -> Result<Choice, Failure> {
    let variable = |name: &str| environment(name).filter(|value| !value.is_empty());
    let named = |name: String| match name.as_str() {
        SIMULATOR => Choice::Simulator,
        _ => Choice::Profile(name),
    };
    if let [_, _, ..] = options.profiles.as_slice() {
        return Err(Failure::usage(
            "several profiles at once are not supported: name one",
        ));
    }
    if options.replay.is_some() {
        return Ok(Choice::Offline);
    }
    if let Some(name) = options.profiles.first() {
        return Ok(named(name.clone()));
    }
    if variable("OVIRT_URL").is_some() {
        return Ok(Choice::Variables);
    }
    if let Some(name) = variable("OVIRT_PROFILE") {
        return Ok(named(name.to_string_lossy().into_owned()));
    }
    if options.is_offline() {
        return Ok(Choice::Offline);
    }
    let names = Profiles::read(environment)
        .map(|profiles| profiles.names())
        .unwrap_or_default();
    match names.as_slice() {
        [only] => Ok(Choice::Profile(only.clone())),
        [] => Err(Failure::usage("no engine is known").hint(
            "run `ovirt login HOST`, or set OVIRT_URL, OVIRT_USERNAME, OVIRT_PASSWORD and \
             OVIRT_CAFILE, or try the simulator with -p sim",
        )),
        several => Err(Failure::usage("several engines are known").hint(format!(
            "choose one with -p or OVIRT_PROFILE: {}",
            several.join(", ")
        ))),
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
) -> Result<Connected, Failure> {
    let choice = choose(options, environment)?;
    if choice == Choice::Simulator {
        return simulate(options);
    }
    let builder = with_recording(builder(&choice, environment)?, options);
    Ok(Connected::to(builder.build()?))
}

fn with_recording(builder: ConnectionBuilder, options: &Options) -> ConnectionBuilder {
    match (&options.record, &options.replay) {
        (Some(file), _) => builder.record(file),
        (None, Some(file)) => builder.replay(file),
        (None, None) => builder,
    }
}

/// The settings of a connection.
///
/// # Errors
///
/// A profile that does not exist, or settings that are not valid.
pub(crate) fn builder(
    choice: &Choice,
    environment: Environment<'_>,
) -> Result<ConnectionBuilder, Failure> {
    let builder = match choice {
        Choice::Profile(name) => from_profile(name, environment)?,
        Choice::Variables => ConnectionBuilder::from_variables(environment)?,
        Choice::Offline | Choice::Simulator => {
            let url = "https://engine.example.com/ovirt-engine/api";
            return Ok(Connection::builder(url).token("offline"));
        }
    };
    Ok(match token_file(environment) {
        Some(file) => builder.token_cache(file),
        None => builder,
    })
}

/// The settings of a profile. One without a password, as `login` writes it, is for a cached token.
fn from_profile(name: &str, environment: Environment<'_>) -> Result<ConnectionBuilder, Failure> {
    let profiles = Profiles::read(environment)?;
    let get = |key: &str| profiles.get(name, key).filter(|value| !value.is_empty());
    let (Some(url), Some(user), None) = (get("engine_url"), get("username"), get("password"))
    else {
        let file = Profiles::file(environment)?;
        return Ok(ConnectionBuilder::from_profile_in(file, name)?);
    };
    let mut builder = Connection::builder(url).user(user);
    if let Some(file) = get("cafile") {
        builder = builder.ca_file(file);
    }
    let is_insecure = get("secure").is_some_and(|secure| matches!(secure, "false" | "no" | "0"));
    Ok(builder.insecure(is_insecure))
}

/// The file of tokens, in a folder that only its owner can read; `None` if there is no place for
/// it.
pub(crate) fn token_file(environment: Environment<'_>) -> Option<PathBuf> {
    let folder = |name: &str| environment(name).filter(|folder| !folder.is_empty());
    let cache = match folder("XDG_CACHE_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(folder("HOME")?).join(".cache"),
    };
    let folder = cache.join("ovirt");
    crate::profiles::create_folder(&folder).ok()?;
    Some(folder.join("tokens.json"))
}

#[cfg(feature = "sim")]
fn simulate(options: &Options) -> Result<Connected, Failure> {
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
    let builder = builder.credentials(engine.username(), engine.password());
    let connection = with_recording(builder, options).build()?;
    Ok(Connected {
        connection,
        _engine: Some(engine),
    })
}

#[cfg(not(feature = "sim"))]
fn simulate(_: &Options) -> Result<Connected, Failure> {
    Err(Failure::new(
        Exit::Usage,
        "this program was built without the simulator",
    ))
}
