//! Connection settings from environment variables and from the profile file of oVirt's tools.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use configparser::ini::{Ini, IniDefault};

use crate::builder::ConnectionBuilder;
use crate::connection::Connection;
use crate::error::{Error, UsageError};
use crate::url::percent_decode;

/// Returns the value of an environment variable.
type Env<'a> = &'a dyn Fn(&str) -> Option<OsString>;

impl Connection {
    /// Creates a connection from environment variables; see [`ConnectionBuilder::from_env`].
    ///
    /// ```no_run
    /// let connection = ovirt::Connection::from_env()?;
    /// connection.test().call()?;
    /// # Ok::<(), ovirt::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`ConnectionBuilder::from_env`] and [`ConnectionBuilder::build`].
    pub fn from_env() -> Result<Self, Error> {
        ConnectionBuilder::from_env()?.build()
    }

    /// Creates a connection from a profile; see [`ConnectionBuilder::from_profile`].
    ///
    /// # Errors
    ///
    /// Those of [`ConnectionBuilder::from_profile`] and [`ConnectionBuilder::build`].
    pub fn from_profile(name: &str) -> Result<Self, Error> {
        ConnectionBuilder::from_profile(name)?.build()
    }
}

impl ConnectionBuilder {
    /// Creates a builder from environment variables.
    ///
    /// | variable | setting |
    /// | --- | --- |
    /// | `OVIRT_PROFILE` | a profile with defaults, see [`from_profile`](Self::from_profile) |
    /// | `OVIRT_URL` | URL of the API; required without a profile |
    /// | `OVIRT_USERNAME`, `OVIRT_PASSWORD` | [`credentials`](Self::credentials) |
    /// | `OVIRT_TOKEN` | [`token`](Self::token) |
    /// | `OVIRT_CAFILE` | [`ca_file`](Self::ca_file) |
    /// | `OVIRT_INSECURE` | [`insecure`](Self::insecure), if `true`, `yes` or `1` |
    /// | `HTTPS_PROXY`, `NO_PROXY` | [`proxy`](Self::proxy), and exceptions; also in lower case |
    ///
    /// An empty variable counts as unset.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if a variable is missing or invalid. The text does not contain values.
    pub fn from_env() -> Result<Self, Error> {
        from_variables(&environment)
    }

    /// Creates a builder from variables that `variable` returns by name, rather than from those of
    /// the process; see [`from_env`](Self::from_env).
    ///
    /// # Errors
    ///
    /// Those of [`from_env`](Self::from_env).
    pub fn from_variables(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Self, Error> {
        from_variables(variable)
    }

    /// Creates a builder from a profile: a section of the file `ovirt.conf` in the directory
    /// `XDG_CONFIG_HOME`, by default `~/.config`.
    ///
    /// ```ini
    /// [lab]
    /// engine_url = https://engine.example.com/ovirt-engine/api
    /// username = admin@internal
    /// password = the password
    /// cafile = /etc/pki/lab.pem
    /// secure = true
    /// ```
    ///
    /// `ovirt-img` and the examples of the Python SDK use the same keys. The key `token` is an
    /// alternative to `username` and `password`. Other keys are ignored. Only the owner should have
    /// read permission for the file.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the file or the profile does not exist, or a key is invalid.
    pub fn from_profile(name: &str) -> Result<Self, Error> {
        from_file(&profile_file(&environment)?, name)
    }

    /// Creates a builder from a profile in this file; see [`from_profile`](Self::from_profile).
    ///
    /// # Errors
    ///
    /// Those of [`from_profile`](Self::from_profile).
    pub fn from_profile_in(file: impl AsRef<Path>, name: &str) -> Result<Self, Error> {
        from_file(file.as_ref(), name)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one function that reads the environment"
)]
fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

fn from_variables(env: Env<'_>) -> Result<ConnectionBuilder, Error> {
    let (url, profile) = (variable(env, "OVIRT_URL")?, variable(env, "OVIRT_PROFILE")?);
    let mut builder = match (&profile, &url) {
        (Some(profile), _) => from_file(&profile_file(env)?, profile)?,
        (None, Some(url)) => Connection::builder(url),
        (None, None) => {
            return Err(Error::usage(
                "the variable OVIRT_URL is not set: set it to the URL of the API, such as \
                 https://engine.example.com/ovirt-engine/api, or set OVIRT_PROFILE to the name of \
                 a profile",
            ));
        }
    };
    if let Some(url) = url {
        builder = builder.url(url);
    }
    let user = variable(env, "OVIRT_USERNAME")?;
    let password = variable(env, "OVIRT_PASSWORD")?;
    builder = match (user, password) {
        (Some(user), Some(password)) => builder.credentials(user, password),
        (None, None) => builder,
        (Some(_), None) => return Err(incomplete("OVIRT_USERNAME", "OVIRT_PASSWORD")),
        (None, Some(_)) => return Err(incomplete("OVIRT_PASSWORD", "OVIRT_USERNAME")),
    };
    if let Some(token) = variable(env, "OVIRT_TOKEN")? {
        builder = builder.token(token);
    }
    if let Some(file) = env("OVIRT_CAFILE").filter(|file| !file.is_empty()) {
        builder = builder.ca_file(PathBuf::from(file));
    }
    if let Some(insecure) = variable(env, "OVIRT_INSECURE")? {
        builder = builder
            .insecure(boolean(&insecure).ok_or_else(|| {
                Error::usage("the variable OVIRT_INSECURE must be true or false")
            })?);
    }
    with_proxy(builder, env)
}

fn incomplete(set: &str, unset: &str) -> Error {
    Error::usage(format!(
        "the variable {set} is set, but {unset} is not: set both or none"
    ))
}

/// Returns the value of a variable, or `None` if it is unset or empty.
fn variable(env: Env<'_>, name: &str) -> Result<Option<String>, Error> {
    let value = env(name).filter(|value| !value.is_empty());
    let value = value.map(OsString::into_string).transpose();
    value.map_err(|_| Error::usage(format!("the variable {name} is not valid UTF-8")))
}

fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// Sets the proxy for HTTPS, unless the host is excepted from it.
fn with_proxy(builder: ConnectionBuilder, env: Env<'_>) -> Result<ConnectionBuilder, Error> {
    let either = |name: &str| match variable(env, name) {
        Ok(None) => variable(env, &name.to_ascii_lowercase()),
        value => value,
    };
    let Some(proxy) = either("HTTPS_PROXY")? else {
        return Ok(builder);
    };
    let excepted = either("NO_PROXY")?.unwrap_or_default();
    let host = builder.host();
    if host.is_some_and(|host| is_excepted(&excepted, &host)) {
        return Ok(builder);
    }
    let (scheme, rest) = proxy.split_once("://").unwrap_or(("http", &proxy));
    let Some((user, address)) = rest.rsplit_once('@') else {
        return Ok(builder.proxy(format!("{scheme}://{rest}")));
    };
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let builder = builder.proxy(format!("{scheme}://{address}"));
    Ok(builder.proxy_credentials(percent_decode(user), percent_decode(password)))
}

/// Whether a list in the syntax of `NO_PROXY` has a host: its name, a parent domain, or `*`.
fn is_excepted(list: &str, host: &str) -> bool {
    let names = list
        .split(',')
        .map(|name| name.trim().trim_start_matches('.'));
    names.filter(|name| !name.is_empty()).any(|name| {
        name == "*"
            || host.eq_ignore_ascii_case(name)
            || host
                .len()
                .checked_sub(name.len() + 1)
                .and_then(|at| host.split_at_checked(at))
                .is_some_and(|(_, end)| end.starts_with('.') && end[1..].eq_ignore_ascii_case(name))
    })
}

/// Returns the path of the profile file.
fn profile_file(env: Env<'_>) -> Result<PathBuf, Error> {
    let directory = |name: &str| env(name).filter(|directory| !directory.is_empty());
    let directory = match (directory("XDG_CONFIG_HOME"), directory("HOME")) {
        (Some(directory), _) => PathBuf::from(directory),
        (None, Some(home)) => Path::new(&home).join(".config"),
        (None, None) => {
            return Err(Error::usage(
                "cannot locate the profile file ovirt.conf: neither XDG_CONFIG_HOME nor HOME is set",
            ));
        }
    };
    Ok(directory.join("ovirt.conf"))
}

fn from_file(file: &Path, name: &str) -> Result<ConnectionBuilder, Error> {
    let content = fs::read_to_string(file).map_err(|error| {
        let message = format!(
            "cannot read the profile file {}: it should have a section [{name}]",
            file.display()
        );
        Error::from(UsageError::new(message).with_source(error))
    })?;
    from_sections(&file.display().to_string(), &content, name)
}

fn from_sections(file: &str, content: &str, name: &str) -> Result<ConnectionBuilder, Error> {
    let mut format = IniDefault::default();
    format.case_sensitive = true;
    // Passwords can contain `;` and ` #`.
    format.comment_symbols = vec!['#'];
    format.inline_comment_symbols = Some(Vec::new());
    let mut sections = Ini::new_from_defaults(format);
    sections.read(content.to_owned()).map_err(|_| {
        Error::usage(format!(
            "{file} is not an INI file: it should have lines [section] and key = value"
        ))
    })?;
    if !sections.sections().iter().any(|section| section == name) {
        let mut known = sections.sections();
        known.sort();
        let known = known.join(", ");
        return Err(Error::usage(format!(
            "{file} has no profile {name:?}, only: {known}"
        )));
    }
    let key = |key: &str| sections.get(name, key).filter(|value| !value.is_empty());
    let invalid = |reason: &str| Error::usage(format!("the profile {name:?} in {file} {reason}"));
    let url = key("engine_url").ok_or_else(|| invalid("has no engine_url"))?;
    let mut builder = Connection::builder(url);
    builder = match (key("username"), key("password")) {
        (Some(user), Some(password)) => builder.credentials(user, password),
        (None, None) => builder,
        (Some(_), None) => return Err(invalid("has a username but no password")),
        (None, Some(_)) => return Err(invalid("has a password but no username")),
    };
    if let Some(token) = key("token") {
        builder = builder.token(token);
    }
    if let Some(file) = key("cafile") {
        builder = builder.ca_file(file);
    }
    if let Some(secure) = key("secure") {
        let secure = boolean(&secure);
        let secure = secure
            .ok_or_else(|| invalid("has an invalid value for secure: it must be true or false"))?;
        builder = builder.insecure(!secure);
    }
    Ok(builder)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::ffi::OsString;

    use super::{from_sections, from_variables, is_excepted};

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let variables: BTreeMap<_, _> = variables.iter().copied().collect();
        from_variables(&|name| variables.get(name).map(OsString::from))
            .map(|builder| format!("{builder:?}"))
            .map_err(|error| error.to_string())
    }

    const URL: (&str, &str) = ("OVIRT_URL", "https://e.example.com/ovirt-engine/api");

    #[test]
    fn variables_become_settings() {
        let all = build(&[
            URL,
            ("OVIRT_USERNAME", "admin@internal"),
            ("OVIRT_PASSWORD", "s3cret"),
            ("OVIRT_TOKEN", ""),
            ("OVIRT_CAFILE", "/ca.pem"),
            ("OVIRT_INSECURE", "Yes"),
            ("https_proxy", "http://me:s3cret@proxy:3128"),
        ]);
        let all = all.unwrap();
        for part in [
            "https://e.example.com/ovirt-engine/api",
            "user: Some(\"admin@internal\")",
            "token: None",
            "authorities: [File(\"/ca.pem\")]",
            "insecure: true",
            "proxy: ProxySettings { url: Some(http://proxy:3128), user: Some(\"me\")",
        ] {
            assert!(all.contains(part), "{part}: {all}");
        }
        assert!(!all.contains("s3cret"), "{all}");
        let excepted = build(&[
            URL,
            ("HTTPS_PROXY", "proxy:3128"),
            ("NO_PROXY", "example.com"),
        ]);
        assert!(
            excepted
                .unwrap()
                .contains("proxy: ProxySettings { url: None")
        );
    }

    #[test]
    fn errors_name_the_invalid_variable_and_not_its_value() {
        let table: [(&[(&str, &str)], &str); 4] = [
            (&[], "OVIRT_URL is not set"),
            (&[URL, ("OVIRT_USERNAME", "a")], "but OVIRT_PASSWORD is not"),
            (
                &[URL, ("OVIRT_PASSWORD", "s3cret")],
                "but OVIRT_USERNAME is not",
            ),
            (
                &[URL, ("OVIRT_INSECURE", "s3cret")],
                "OVIRT_INSECURE must be",
            ),
        ];
        for (variables, text) in table {
            let error = build(variables).unwrap_err();
            assert!(error.contains(text) && !error.contains("s3cret"), "{error}");
        }
    }

    const FILE: &str = "# engines\n[lab]\nengine_url = https://lab/ovirt-engine/api\n\
        username=admin@internal\npassword = s3=c;r#et \ncafile = /ca.pem\nsecure = no\n\n\
        [prod]\nengine_url=https://prod/ovirt-engine/api\ntoken=s3cret\nother=1\n\
        [empty]\n[half]\nengine_url=https://h\nusername=a\n\
        [odd]\nengine_url=https://h\nsecure=s3cret\n";

    #[test]
    fn profiles_become_settings() {
        let lab = from_sections("f", FILE, "lab").unwrap();
        assert!(lab.is_password("s3=c;r#et"));
        let lab = format!("{lab:?}");
        for part in [
            "https://lab/",
            "admin@internal",
            "authorities: [File(\"/ca.pem\")]",
            "insecure: true",
        ] {
            assert!(lab.contains(part), "{part}: {lab}");
        }
        let prod = format!("{:?}", from_sections("f", FILE, "prod").unwrap());
        assert!(prod.contains("token: Some(***)"), "{prod}");
    }

    #[test]
    fn errors_name_the_profile_and_the_invalid_key() {
        for (name, text) in [
            (
                "none",
                "f has no profile \"none\", only: empty, half, lab, odd, prod",
            ),
            ("empty", "has no engine_url"),
            ("half", "username but no password"),
            ("odd", "must be true or false"),
        ] {
            let error = from_sections("f", FILE, name).unwrap_err().to_string();
            assert!(error.contains(text) && !error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn no_proxy_excepts_hosts_and_domains() {
        let list = "localhost, .corp.example.com,10.0.0.1";
        for (host, expected) in [
            ("localhost", true),
            ("e.CORP.example.com", true),
            ("corp.example.com", true),
            ("notcorp.example.com", false),
            ("10.0.0.1", true),
            ("10.0.0.11", false),
            ("", false),
        ] {
            assert_eq!(is_excepted(list, host), expected, "{host}");
        }
        assert!(is_excepted("*", "anything") && !is_excepted("", "anything"));
    }
}
