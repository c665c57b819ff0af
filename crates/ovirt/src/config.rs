//! Connections as they are kept where programs run: in environment variables, and in the file of
//! profiles that other tools of oVirt read too.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use configparser::ini::{Ini, IniDefault};

use crate::builder::ConnectionBuilder;
use crate::connection::Connection;
use crate::error::{Error, UsageError};

/// Looks up an environment variable.
type Lookup<'a> = &'a dyn Fn(&str) -> Option<OsString>;

impl Connection {
    /// The connection that environment variables describe; see [`ConnectionBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// Those of [`ConnectionBuilder::from_env`] and [`ConnectionBuilder::build`].
    pub fn from_env() -> Result<Self, Error> {
        ConnectionBuilder::from_env()?.build()
    }

    /// The connection that a profile describes; see [`ConnectionBuilder::from_profile`].
    ///
    /// # Errors
    ///
    /// Those of [`ConnectionBuilder::from_profile`] and [`ConnectionBuilder::build`].
    pub fn from_profile(name: &str) -> Result<Self, Error> {
        ConnectionBuilder::from_profile(name)?.build()
    }
}

impl ConnectionBuilder {
    /// What environment variables say, to be changed further.
    ///
    /// | variable | what it is |
    /// | --- | --- |
    /// | `OVIRT_PROFILE` | a profile to begin with, see [`from_profile`](Self::from_profile) |
    /// | `OVIRT_URL` | URL of the API; needed without a profile |
    /// | `OVIRT_USERNAME`, `OVIRT_PASSWORD` | [`credentials`](Self::credentials) |
    /// | `OVIRT_TOKEN` | [`token`](Self::token) |
    /// | `OVIRT_CAFILE` | [`ca_file`](Self::ca_file) |
    /// | `OVIRT_INSECURE` | [`insecure`](Self::insecure), if `true`, `yes` or `1` |
    /// | `HTTPS_PROXY`, `NO_PROXY` | [`proxy`](Self::proxy), and hosts that need none; in lower case too |
    ///
    /// An empty variable counts as none.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] for a variable that is missing or can't be understood. Values aren't in the
    /// text.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one file that reads the environment"
    )]
    pub fn from_env() -> Result<Self, Error> {
        from_variables(&|name| std::env::var_os(name))
    }

    /// What a profile says, to be changed further: a section of the file `ovirt.conf` in the folder
    /// that `XDG_CONFIG_HOME` names, by default `~/.config`.
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
    /// These are the keys that `ovirt-img` and the examples of the Python SDK use; besides there is
    /// `token`. Others are left to other tools. The file should be readable by its owner only.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] when there is no such file or profile, or a key can't be understood.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one file that reads the environment"
    )]
    pub fn from_profile(name: &str) -> Result<Self, Error> {
        from_file(&default_file(&|name| std::env::var_os(name))?, name)
    }

    /// What a profile in this file says; see [`from_profile`](Self::from_profile).
    ///
    /// # Errors
    ///
    /// Those of [`from_profile`](Self::from_profile).
    pub fn from_profile_in(file: impl AsRef<Path>, name: &str) -> Result<Self, Error> {
        from_file(file.as_ref(), name)
    }
}

fn from_variables(lookup: Lookup<'_>) -> Result<ConnectionBuilder, Error> {
    let (url, profile) = (text(lookup, "OVIRT_URL")?, text(lookup, "OVIRT_PROFILE")?);
    let mut builder = match (&profile, &url) {
        (Some(profile), _) => from_file(&default_file(lookup)?, profile)?,
        (None, Some(url)) => Connection::builder(url),
        (None, None) => {
            return Err(Error::usage(
                "the variable OVIRT_URL is not set: it should be the URL of the API, such as \
                 https://engine.example.com/ovirt-engine/api (or OVIRT_PROFILE the name of a profile)",
            ));
        }
    };
    if let Some(url) = url {
        builder = builder.url(url);
    }
    let user = text(lookup, "OVIRT_USERNAME")?;
    let password = text(lookup, "OVIRT_PASSWORD")?;
    builder = match (user, password) {
        (Some(user), Some(password)) => builder.credentials(user, password),
        (None, None) => builder,
        (Some(_), None) => return Err(half("OVIRT_USERNAME", "OVIRT_PASSWORD")),
        (None, Some(_)) => return Err(half("OVIRT_PASSWORD", "OVIRT_USERNAME")),
    };
    if let Some(token) = text(lookup, "OVIRT_TOKEN")? {
        builder = builder.token(token);
    }
    if let Some(file) = lookup("OVIRT_CAFILE").filter(|file| !file.is_empty()) {
        builder = builder.ca_file(PathBuf::from(file));
    }
    if let Some(insecure) = text(lookup, "OVIRT_INSECURE")? {
        builder = builder
            .insecure(boolean(&insecure).ok_or_else(|| {
                Error::usage("the variable OVIRT_INSECURE must be true or false")
            })?);
    }
    with_proxy(builder, lookup)
}

fn half(set: &str, other: &str) -> Error {
    Error::usage(format!("the variable {set} is set, but {other} isn't"))
}

/// A variable's value, if it has one.
fn text(lookup: Lookup<'_>, name: &str) -> Result<Option<String>, Error> {
    let value = lookup(name).filter(|value| !value.is_empty());
    let value = value.map(OsString::into_string).transpose();
    value.map_err(|_| Error::usage(format!("the variable {name} is not in UTF-8")))
}

fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// With the proxy that programs are to use for HTTPS.
fn with_proxy(builder: ConnectionBuilder, lookup: Lookup<'_>) -> Result<ConnectionBuilder, Error> {
    let either = |name: &str| match text(lookup, name) {
        Ok(None) => text(lookup, &name.to_ascii_lowercase()),
        found => found,
    };
    let Some(proxy) = either("HTTPS_PROXY")? else {
        return Ok(builder);
    };
    let direct = either("NO_PROXY")?.unwrap_or_default();
    if builder.host().is_some_and(|host| is_direct(&direct, &host)) {
        return Ok(builder);
    }
    let (scheme, rest) = proxy.split_once("://").unwrap_or(("http", &proxy));
    let Some((user, address)) = rest.rsplit_once('@') else {
        return Ok(builder.proxy(format!("{scheme}://{rest}")));
    };
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let builder = builder.proxy(format!("{scheme}://{address}"));
    Ok(builder.proxy_credentials(decoded(user), decoded(password)))
}

/// Whether a host is one of those that need no proxy: its name, a domain above it, or all.
fn is_direct(list: &str, host: &str) -> bool {
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

/// A part of a URL without its `%XX`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let code = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The file of profiles.
fn default_file(lookup: Lookup<'_>) -> Result<PathBuf, Error> {
    let folder = |name: &str| lookup(name).filter(|folder| !folder.is_empty());
    let folder = match (folder("XDG_CONFIG_HOME"), folder("HOME")) {
        (Some(folder), _) => PathBuf::from(folder),
        (None, Some(home)) => Path::new(&home).join(".config"),
        (None, None) => {
            return Err(Error::usage(
                "there is no folder for profiles: neither XDG_CONFIG_HOME nor HOME is set",
            ));
        }
    };
    Ok(folder.join("ovirt.conf"))
}

fn from_file(file: &Path, name: &str) -> Result<ConnectionBuilder, Error> {
    let content = fs::read_to_string(file).map_err(|error| {
        let what = format!(
            "the file of profiles {} can't be read: it should have a section [{name}]",
            file.display()
        );
        Error::from(UsageError::new(what).with_source(error))
    })?;
    from_sections(&file.display().to_string(), &content, name)
}

fn from_sections(file: &str, content: &str, name: &str) -> Result<ConnectionBuilder, Error> {
    let mut format = IniDefault::default();
    format.case_sensitive = true;
    // Passwords can have these in them.
    format.comment_symbols = vec!['#'];
    format.inline_comment_symbols = Some(Vec::new());
    let mut sections = Ini::new_from_defaults(format);
    sections
        .read(content.to_owned())
        .map_err(|_| Error::usage(format!("{file} is not in the form [section], key = value")))?;
    if !sections.sections().iter().any(|section| section == name) {
        let mut known = sections.sections();
        known.sort();
        let known = known.join(", ");
        return Err(Error::usage(format!(
            "{file} has no profile {name:?}; it has: {known}"
        )));
    }
    let key = |key: &str| sections.get(name, key).filter(|value| !value.is_empty());
    let wrong = |what: &str| Error::usage(format!("the profile {name:?} in {file} {what}"));
    let url = key("engine_url").ok_or_else(|| wrong("has no engine_url"))?;
    let mut builder = Connection::builder(url);
    builder = match (key("username"), key("password")) {
        (Some(user), Some(password)) => builder.credentials(user, password),
        (None, None) => builder,
        (Some(_), None) => return Err(wrong("has a username and no password")),
        (None, Some(_)) => return Err(wrong("has a password and no username")),
    };
    if let Some(token) = key("token") {
        builder = builder.token(token);
    }
    if let Some(file) = key("cafile") {
        builder = builder.ca_file(file);
    }
    if let Some(secure) = key("secure") {
        let secure = boolean(&secure);
        let secure =
            secure.ok_or_else(|| wrong("has a `secure` that is neither true nor false"))?;
        builder = builder.insecure(!secure);
    }
    Ok(builder)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::ffi::OsString;

    use super::{decoded, from_sections, from_variables, is_direct};

    fn described(variables: &[(&str, &str)]) -> Result<String, String> {
        let variables: BTreeMap<_, _> = variables.iter().copied().collect();
        from_variables(&|name| variables.get(name).map(OsString::from))
            .map(|builder| format!("{builder:?}"))
            .map_err(|error| error.to_string())
    }

    const URL: (&str, &str) = ("OVIRT_URL", "https://e.example.com/ovirt-engine/api");

    #[test]
    fn variables_describe_a_connection() {
        let all = described(&[
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
            "authorities: 1",
            "insecure: true",
            "proxy: true",
            "proxy_user: Some(\"me\")",
        ] {
            assert!(all.contains(part), "{part}: {all}");
        }
        assert!(!all.contains("s3cret"), "{all}");
        let direct = described(&[
            URL,
            ("HTTPS_PROXY", "proxy:3128"),
            ("NO_PROXY", "example.com"),
        ]);
        assert!(direct.unwrap().contains("proxy: false"));
    }

    #[test]
    fn variables_that_are_wrong_are_named() {
        let table: [(&[(&str, &str)], &str); 4] = [
            (&[], "OVIRT_URL is not set"),
            (&[URL, ("OVIRT_USERNAME", "a")], "OVIRT_PASSWORD isn't"),
            (&[URL, ("OVIRT_PASSWORD", "s3cret")], "OVIRT_USERNAME isn't"),
            (
                &[URL, ("OVIRT_INSECURE", "s3cret")],
                "OVIRT_INSECURE must be",
            ),
        ];
        for (variables, words) in table {
            let error = described(variables).unwrap_err();
            assert!(
                error.contains(words) && !error.contains("s3cret"),
                "{error}"
            );
        }
    }

    const FILE: &str = "# engines\n[lab]\nengine_url = https://lab/ovirt-engine/api\n\
        username=admin@internal\npassword = s3=c;r#et \ncafile = /ca.pem\nsecure = no\n\n\
        [prod]\nengine_url=https://prod/ovirt-engine/api\ntoken=s3cret\nother=1\n\
        [empty]\n[half]\nengine_url=https://h\nusername=a\n\
        [odd]\nengine_url=https://h\nsecure=s3cret\n";

    #[test]
    fn profiles_describe_connections() {
        let lab = from_sections("f", FILE, "lab").unwrap();
        assert!(lab.is_password("s3=c;r#et"));
        let lab = format!("{lab:?}");
        for part in [
            "https://lab/",
            "admin@internal",
            "authorities: 1",
            "insecure: true",
        ] {
            assert!(lab.contains(part), "{part}: {lab}");
        }
        let prod = format!("{:?}", from_sections("f", FILE, "prod").unwrap());
        assert!(prod.contains("token: Some(***)"), "{prod}");
    }

    #[test]
    fn profiles_that_are_wrong_are_explained() {
        for (name, words) in [
            (
                "none",
                "f has no profile \"none\"; it has: empty, half, lab, odd, prod",
            ),
            ("empty", "has no engine_url"),
            ("half", "username and no password"),
            ("odd", "neither true nor false"),
        ] {
            let error = from_sections("f", FILE, name).unwrap_err().to_string();
            assert!(
                error.contains(words) && !error.contains("s3cret"),
                "{error}"
            );
        }
    }

    #[test]
    fn hosts_without_a_proxy() {
        let list = "localhost, .corp.example.com,10.0.0.1";
        for (host, direct) in [
            ("localhost", true),
            ("e.CORP.example.com", true),
            ("corp.example.com", true),
            ("notcorp.example.com", false),
            ("10.0.0.1", true),
            ("10.0.0.11", false),
            ("", false),
        ] {
            assert_eq!(is_direct(list, host), direct, "{host}");
        }
        assert!(is_direct("*", "anything") && !is_direct("", "anything"));
        assert_eq!(decoded("p%40ss%zz%"), "p@ss%zz%");
    }
}
