//! Which engine a command asks: a profile, environment variables, or the simulator.

use std::path::PathBuf;
use std::process::{Command, Stdio};

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

impl Choice {
    /// The engine of this name.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            SIMULATOR => Self::Simulator,
            _ => Self::Profile(name.to_owned()),
        }
    }
}

/// Whether a connection may log in when there is no valid token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Login {
    Allowed,
    /// Only a cached token is used.
    Never,
}

/// Chooses the engine. The first of these wins, as a whole: a recording, option, `OVIRT_URL`,
/// `OVIRT_PROFILE`, the only profile there is.
///
/// # Errors
///
/// Nothing says which, or several are named.
pub(crate) fn choose(options: &Options, environment: Environment<'_>) -> Result<Choice, Failure> {
    let variable = |name: &str| environment(name).filter(|value| !value.is_empty());
    if options.replay.is_some() {
        return Ok(Choice::Offline);
    }
    if options.has_several_engines() {
        return Err(Failure::usage("this command asks one engine").hint("name it with -p"));
    }
    if let Some(name) = options.profiles.first() {
        return Ok(Choice::named(name));
    }
    if variable("OVIRT_URL").is_some() {
        return Ok(Choice::Variables);
    }
    if let Some(name) = variable("OVIRT_PROFILE") {
        return Ok(Choice::named(&name.to_string_lossy()));
    }
    if options.is_offline() {
        return Ok(Choice::Offline);
    }
    let names = Profiles::read(environment)
        .map(|profiles| profiles.names())
        .unwrap_or_default();
    match names.as_slice() {
        [only] => Ok(Choice::Profile(only.clone())),
        [] => Err(no_engine()),
        several => Err(Failure::usage("several engines are known").hint(format!(
            "choose one with -p or OVIRT_PROFILE: {}",
            several.join(", ")
        ))),
    }
}

/// The names of the engines, if there are several.
///
/// # Errors
///
/// `--all-profiles` without profiles; options that concern one engine only.
pub(crate) fn names(
    options: &Options,
    environment: Environment<'_>,
) -> Result<Vec<String>, Failure> {
    if options.record.is_some() || options.replay.is_some() {
        return Err(Failure::usage(
            "a recording is of one engine: name it with -p",
        ));
    }
    if !options.all_profiles {
        return Ok(options.profiles.clone());
    }
    let names = Profiles::read(environment)?.names();
    match names.is_empty() {
        true => Err(no_engine()),
        false => Ok(names),
    }
}

fn no_engine() -> Failure {
    Failure::usage("no engine is known").hint(
        "run `ovirt login HOST`, or set OVIRT_URL, OVIRT_USERNAME, OVIRT_PASSWORD and \
         OVIRT_CAFILE, or try the simulator with -p sim",
    )
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
    to(&choose(options, environment)?, options, environment)
}

/// Connects with a cached token only, as completion does: nobody is asked, nobody logs in.
///
/// # Errors
///
/// As [`connect`].
pub(crate) fn without_login(
    options: &Options,
    environment: Environment<'_>,
) -> Result<Connected, Failure> {
    match choose(options, environment)? {
        Choice::Simulator => simulate(options),
        choice => Ok(Connected::to(
            builder(&choice, environment, Login::Never)?.build()?,
        )),
    }
}

/// Connects to an engine. Nothing is sent.
///
/// # Errors
///
/// Its settings are not valid.
pub(crate) fn to(
    choice: &Choice,
    options: &Options,
    environment: Environment<'_>,
) -> Result<Connected, Failure> {
    if *choice == Choice::Simulator {
        return simulate(options);
    }
    let builder = builder(choice, environment, Login::Allowed)?;
    Ok(Connected::to(with_recording(builder, options).build()?))
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
    login: Login,
) -> Result<ConnectionBuilder, Failure> {
    let builder = match choice {
        Choice::Profile(name) => from_profile(name, environment, login)?,
        Choice::Variables => from_variables(environment, login)?,
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

fn from_variables(
    environment: Environment<'_>,
    login: Login,
) -> Result<ConnectionBuilder, Failure> {
    if login == Login::Allowed {
        return Ok(ConnectionBuilder::from_variables(environment)?);
    }
    let is_password = |name: &str| matches!(name, "OVIRT_USERNAME" | "OVIRT_PASSWORD");
    let others = |name: &str| environment(name).filter(|_| !is_password(name));
    let builder = ConnectionBuilder::from_variables(&others)?;
    Ok(match environment("OVIRT_USERNAME") {
        Some(user) => builder.user(user.to_string_lossy()),
        None => builder,
    })
}

/// The settings of a profile. One without a password, as `login` writes it, is for a cached token.
fn from_profile(
    name: &str,
    environment: Environment<'_>,
    login: Login,
) -> Result<ConnectionBuilder, Failure> {
    let profiles = Profiles::read(environment)?;
    let get = |key: &str| profiles.get(name, key).filter(|value| !value.is_empty());
    let is = |key: &str, words: [&str; 4]| get(key).is_some_and(|value| words.contains(&value));
    let has_secret = get("password").is_some() || get("token").is_some();
    let mut builder = match (get("engine_url"), has_secret && login == Login::Allowed) {
        (Some(url), false) => {
            let mut builder = Connection::builder(url);
            if let Some(file) = get("cafile") {
                builder = builder.ca_file(file);
            }
            builder.insecure(is("secure", ["false", "no", "off", "0"]))
        }
        _ => ConnectionBuilder::from_profile_in(Profiles::file(environment)?, name)?,
    };
    if let (Some(user), None) = (get("username"), get("password")) {
        builder = match get("password_command").map(str::to_owned) {
            Some(command) if login == Login::Allowed => {
                builder.password_from(user, move || output_of(&command))
            }
            _ => builder.user(user),
        };
    }
    if let (Some(command), Login::Allowed) = (get("token_command"), login) {
        let token = output_of(command).map_err(|error| {
            Failure::new(
                Exit::Permission,
                format!("cannot obtain the token: {error}"),
            )
        })?;
        builder = builder.token(token);
    }
    if let Some(proxy) = get("proxy") {
        builder = builder.proxy(proxy);
    }
    if is("filter", ["true", "yes", "on", "1"]) {
        // Even an administrator sees only objects with a permission of their own.
        builder = builder.header("Filter", "true");
    }
    Ok(builder)
}

/// The first line that a command prints. It can ask on the terminal.
fn output_of(command: &str) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let mut shell = Command::new("sh");
    let output = shell
        .args(["-c", command])
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()?;
    // Neither the command nor its output, which may have secrets.
    if !output.status.success() {
        return Err(format!("the command of the profile failed: {}", output.status).into());
    }
    let text = String::from_utf8(output.stdout).map_err(|_| "the command printed no text")?;
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(line.to_owned()),
        None => Err("the command of the profile printed nothing".into()),
    }
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
