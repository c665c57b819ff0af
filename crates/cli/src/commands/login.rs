//! `ovirt login` and `ovirt logout`: profiles and tokens.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use ovirt::{Connection, ConnectionBuilder};

use super::call::{Call, command};
use crate::connect::{self, Choice, Login};
use crate::failure::{Exit, Failure};
use crate::io::{Environment, Io, read_line};
use crate::options::Options;
use crate::profiles::{self, Profiles};

/// What a login needs, from options, the profile, or questions.
struct Settings {
    profile: String,
    url: String,
    user: String,
    ca_file: Option<PathBuf>,
}

/// The command line of `ovirt login`.
pub(super) fn login_command() -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    command("login")
        .about("Logs in to an engine, and remembers it as a profile. The password is not kept.")
        .arg(
            Arg::new("engine")
                .value_name("HOST|URL")
                .help("The engine; absent: that of the profile"),
        )
        .arg(text(
            "user",
            "NAME",
            "User with its profile, such as admin@internal",
        ))
        .arg(text("ca-file", "FILE", "Certificate of the CA to trust"))
        .arg(text(
            "trust",
            "SHA256",
            "Trust the CA that the engine offers if it has this fingerprint",
        ))
        .arg(
            Arg::new("password-stdin")
                .long("password-stdin")
                .action(ArgAction::SetTrue)
                .help("Read the password from standard input"),
        )
}

/// Logs in and remembers the engine as a profile.
pub(super) fn login(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let mut known = Profiles::read(call.environment)?;
    let settings = settings(&call.matches, &call.options, &known, call.environment, io)?;
    let mut builder = Connection::builder(&settings.url);
    if let Some(file) = &settings.ca_file {
        builder = builder.ca_file(file);
    }
    if let Some(file) = connect::token_file(call.environment) {
        builder = builder.token_cache(file);
    }
    let password = password(&call.matches, &settings, call.environment, io)?;
    // A token that is kept proves nothing about the password.
    let connection = builder.credentials(&settings.user, password).build()?;
    connection.logout().call()?;
    connection.test().call()?;
    let ca_file = settings
        .ca_file
        .as_ref()
        .map(|file| file.display().to_string());
    let mut keys = vec![
        ("engine_url", settings.url.as_str()),
        ("username", &settings.user),
    ];
    keys.extend(ca_file.as_deref().map(|file| ("cafile", file)));
    known.write(&settings.profile, &keys)?;
    if !call.options.quiet {
        let Settings {
            profile, url, user, ..
        } = &settings;
        writeln!(
            io.stderr,
            "logged in to {url} as {user}; the profile is {profile}"
        )?;
    }
    Ok(Exit::Done)
}

fn settings(
    matches: &ArgMatches,
    options: &Options,
    known: &Profiles,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Settings, Failure> {
    let one = |name: &str| matches.get_one::<String>(name).cloned();
    let named = options.profiles.first().cloned();
    let given = one("engine").map(|engine| complete(&engine));
    let profile = match (&named, &given) {
        (Some(name), _) => name.clone(),
        (None, Some(url)) => short_name(url),
        (None, None) => match known.names().as_slice() {
            [only] => only.clone(),
            _ => {
                return Err(Failure::usage("no engine is given")
                    .hint("name its host, as in `ovirt login engine.example.com`"));
            }
        },
    };
    let kept = |key: &str| known.get(&profile, key).map(str::to_owned);
    let url = given.or_else(|| kept("engine_url")).ok_or_else(|| {
        Failure::usage(format!("there is no profile {profile:?}"))
            .hint("name the host, as in `ovirt login engine.example.com -p NAME`")
    })?;
    let user = match one("user").or_else(|| kept("username")) {
        Some(user) => user,
        None => ask(
            io,
            "User, such as admin@internal: ",
            "name the user with --user",
        )?,
    };
    let ca_file = match one("ca-file").or_else(|| kept("cafile")).map(PathBuf::from) {
        Some(file) => Some(std::path::absolute(&file).unwrap_or(file)),
        None if url.starts_with("http://") => None,
        None => {
            let trust = one("trust");
            Some(trust_ca(&url, &profile, trust.as_deref(), environment, io)?)
        }
    };
    Ok(Settings {
        profile,
        url,
        user,
        ca_file,
    })
}

/// The URL of the API of a host; a URL stays as it is.
fn complete(engine: &str) -> String {
    let with_scheme = match engine.contains("://") {
        true => engine.to_owned(),
        false => format!("https://{engine}"),
    };
    let path = with_scheme.split_once("://").map_or("", |(_, rest)| rest);
    match path.trim_end_matches('/').contains('/') {
        true => with_scheme,
        false => format!("{}/ovirt-engine/api", with_scheme.trim_end_matches('/')),
    }
}

/// The first part of the host's name.
fn short_name(url: &str) -> String {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or(host);
    let is_address = host.chars().all(|c| c.is_ascii_digit() || c == '.');
    let name = if is_address {
        host
    } else {
        host.split('.').next().unwrap_or(host)
    };
    name.to_owned()
}

/// Shows the CA that the engine offers, and saves it if it is trusted.
fn trust_ca(
    url: &str,
    profile: &str,
    fingerprint: Option<&str>,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<PathBuf, Failure> {
    let ca = Connection::builder(url).fetch_ca()?.call()?;
    match fingerprint {
        Some(fingerprint) => ca.check(fingerprint)?,
        None => {
            writeln!(
                io.stderr,
                "The engine offers this CA:\n  subject      {}\n  valid until  {}\n  {}",
                ca.subject(),
                ca.valid_until(),
                ca.fingerprint()
            )?;
            let hint = format!(
                "repeat it with --trust {}, if that is right",
                ca.fingerprint()
            );
            match ask(io, "Trust it (yes, no, or the fingerprint)? ", &hint)?.as_str() {
                "yes" => {}
                "" | "no" => return Err(Failure::new(Exit::Unreachable, "the CA is not trusted")),
                fingerprint => ca.check(fingerprint)?,
            }
        }
    }
    let file = Profiles::file(environment)?
        .with_file_name("ovirt")
        .join(format!("{profile}.pem"));
    profiles::write_private(&file, ca.pem()).map_err(|error| {
        Failure::new(
            Exit::Failed,
            format!("cannot write {}: {error}", file.display()),
        )
    })?;
    Ok(file)
}

fn password(
    matches: &ArgMatches,
    settings: &Settings,
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<String, Failure> {
    if matches.get_flag("password-stdin") {
        return Ok(read_line(io));
    }
    if let Some(password) = environment("OVIRT_PASSWORD").filter(|password| !password.is_empty()) {
        return Ok(password.to_string_lossy().into_owned());
    }
    if !io.can_ask {
        return Err(Failure::usage("there is no password")
            .hint("run it on a terminal, set OVIRT_PASSWORD, or use --password-stdin"));
    }
    let prompt = format!("Password of {}: ", settings.user);
    rpassword::prompt_password(prompt)
        .map_err(|error| Failure::usage(format!("cannot read the password: {error}")))
}

/// Asks a question on the terminal.
fn ask(io: &mut Io<'_>, question: &str, hint: &str) -> Result<String, Failure> {
    if !io.can_ask {
        let question = question.trim_end_matches([':', ' ', '?']);
        return Err(Failure::usage(format!("nobody can be asked: {question}")).hint(hint));
    }
    write!(io.stderr, "{question}")?;
    io.stderr.flush()?;
    Ok(read_line(io).trim().to_owned())
}

/// The command line of `ovirt logout`.
pub(super) fn logout_command() -> Command {
    command("logout").about("Revokes the token of an engine and forgets it. The profile stays.")
}

/// Revokes the token and forgets it.
pub(super) fn logout(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let choice = connect::choose(&call.options, call.environment)?;
    if let Choice::Simulator | Choice::Offline = choice {
        return Err(Failure::usage(
            "the simulator ends with each command: nobody is logged in",
        ));
    }
    let builder: ConnectionBuilder = connect::builder(&choice, call.environment, Login::Never)?;
    let connection = builder.build()?;
    let had_token = connection.logout().call()?;
    if !call.options.quiet {
        let text = if had_token {
            "logged out"
        } else {
            "was not logged in"
        };
        writeln!(io.stderr, "{}: {text}", connection.url())?;
    }
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::{complete, short_name};

    #[test]
    fn a_host_name_is_completed_to_a_url() {
        for (engine, url, name) in [
            (
                "lab.example.com",
                "https://lab.example.com/ovirt-engine/api",
                "lab",
            ),
            ("lab:8443", "https://lab:8443/ovirt-engine/api", "lab"),
            ("10.0.0.7", "https://10.0.0.7/ovirt-engine/api", "10.0.0.7"),
            (
                "http://localhost:80/",
                "http://localhost:80/ovirt-engine/api",
                "localhost",
            ),
            ("https://a.b/other/api", "https://a.b/other/api", "a"),
        ] {
            assert_eq!(complete(engine), url);
            assert_eq!(short_name(url), name);
        }
    }
}
