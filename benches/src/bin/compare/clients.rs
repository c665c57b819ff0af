//! Runs clients in turn, each in its own process, so that a busy machine disturbs all alike.

use std::ffi::OsString;
use std::process::{Command, Stdio};
use std::time::Instant;

use ovirt_benches::Result;
use ovirt_benches::server::Server;

use crate::client::REQUESTS;

/// What the SDK for Python does.
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python_sdk.py");

/// What one process took.
#[derive(Clone, Copy, Default)]
pub(crate) struct Taken {
    /// Seconds of the work.
    pub(crate) wall: f64,
    /// Seconds of processor time of the work; zero if unknown.
    pub(crate) cpu: f64,
    /// Peak memory in MiB; zero if unknown.
    pub(crate) peak: f64,
    /// Seconds from the start of the process to its end.
    pub(crate) process: f64,
}

/// What a client took in each round.
pub(crate) struct Rounds(Vec<Taken>);

impl Rounds {
    /// The smallest value of a figure.
    pub(crate) fn smallest(&self, figure: fn(&Taken) -> f64) -> f64 {
        self.0.iter().map(figure).fold(f64::INFINITY, f64::min)
    }

    /// The ratio of the smallest values of a figure.
    pub(crate) fn ratio(&self, base: &Self, figure: fn(&Taken) -> f64) -> f64 {
        self.smallest(figure) / base.smallest(figure)
    }
}

/// A client to run.
#[derive(Clone, Copy)]
pub(crate) enum Client<'a> {
    /// A piece of work of this program.
    Own(&'a str),
    /// The same, of another build of this program.
    Other(&'a str, &'a str),
    /// `curl`, which gets the list over TLS.
    Curl,
    /// The SDK for Python.
    Python(&'a str),
}

/// Runs each client once in each round; `list` is what they ask for.
pub(crate) fn run<const N: usize>(
    server: &Server,
    list: &str,
    clients: [Client<'_>; N],
    rounds: usize,
) -> Result<[Rounds; N]> {
    let mut all: [Rounds; N] = std::array::from_fn(|_| Rounds(Vec::new()));
    for _ in 0..rounds {
        for (client, rounds) in clients.iter().zip(&mut all) {
            rounds.0.push(once(server, list, *client)?);
        }
    }
    Ok(all)
}

fn once(server: &Server, list: &str, client: Client<'_>) -> Result<Taken> {
    let mut command = command(server, list, client)?;
    let start = Instant::now();
    let output = command.stderr(Stdio::inherit()).output()?;
    let process = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(format!("{command:?} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    let mut figures = text.split_whitespace().map(str::parse::<f64>);
    let mut next = || figures.next().transpose().map(Option::unwrap_or_default);
    Ok(Taken {
        wall: next()?,
        cpu: next()?,
        peak: next()?,
        process,
    })
}

fn command(server: &Server, list: &str, client: Client<'_>) -> Result<Command> {
    let Server {
        plain,
        tls,
        certificate,
    } = server;
    Ok(match client {
        Client::Own(work) => client_command(std::env::current_exe()?.into(), work, list, server),
        Client::Other(program, work) => client_command(program.into(), work, list, server),
        Client::Curl => {
            let mut command = Command::new("curl");
            command.args(["--silent", "--insecure", "--output", "/dev/null"]);
            command.args(["--write-out", "%{time_total}"]);
            command.arg(format!("https://localhost:{tls}/ovirt-engine/api/{list}"));
            command
        }
        Client::Python(work) => {
            let mut command = Command::new(python());
            command.args([PYTHON, work]);
            command.args([plain.to_string(), tls.to_string()]);
            command.args([certificate, &REQUESTS.to_string()]);
            command
        }
    })
}

fn client_command(program: OsString, work: &str, list: &str, server: &Server) -> Command {
    let port = if work.ends_with("-tls") {
        server.tls
    } else {
        server.plain
    };
    let mut command = Command::new(program);
    command.args(["client", work, list, &port.to_string(), &server.certificate]);
    command
}

/// The version of the SDK for Python, if `PYTHON` names an interpreter that has it.
pub(crate) fn python_version() -> Option<String> {
    std::env::var_os("PYTHON")?;
    let output = Command::new(python())
        .args([PYTHON, "version"])
        .output()
        .ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| version.trim().to_owned())
}

fn python() -> OsString {
    std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into())
}
