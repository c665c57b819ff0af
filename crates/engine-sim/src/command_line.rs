//! Parses the program's command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use crate::{Engine, EngineBuilder, Restart, Rule};

/// The text of `--help`.
pub(crate) const HELP: &str = "\
A simulator of the oVirt engine, for tests, demos and experiments.

usage: ovirt-engine-sim [OPTION...]
       ovirt-engine-sim record URL FOLDER [--ca-file FILE] [--username NAME]

It prints its URL and credentials, and serves the API until it is interrupted.
By default only programs on this computer can reach it; see --listen.
Its path /about lists the operations of the API and how far each is simulated.

server:
  --listen ADDRESS:PORT  address to listen on; port 0 picks a free one (127.0.0.1:0)
  --host-name NAME       host name in its URL and certificate (from the address)
  --tls, --plain         HTTPS with its own certificate authority, or plain HTTP (--tls)
  --ca-file FILE         where to write the CA certificate
                         (ovirt-engine-sim-PORT.pem in the temporary folder)
  --password TEXT        password of admin@internal (derived from the seed)
  --user NAME:PASSWORD   another user, without permissions; repeatable
  --expired-user NAME:PASSWORD, --disabled-user NAME:PASSWORD
                         a user with an expired password or a disabled account
  --token-lifetime TIME  lifetime of tokens, such as 30s or 10m (unlimited)
  --log FILE             log one line per request; - is standard error
  --env                  print only the shell variables
  --background           print the shell variables, then continue in the background
  --exit-with-stdin      exit when standard input ends

inventory:
  --engine-version V     version of the engine, 4.2 to 4.5 or a build such as 4.4.5; newer
                         members, types and operations do not exist (4.5.8)
  --fresh                only what the setup of an engine leaves behind: no hosts, VMs or
                         storage
  --hosts N              number of hosts (1)
  --host-nics N          number of NICs of each host (3)
  --host-updates         hosts have an update, and can be upgraded
  --vms N                number of VMs (2)
  --seed N               seed of identifiers and random decisions (1)
  --load PATH            XML documents of a real engine, as a file or a folder, in argument
                         of generated hosts and VMs
  --state FILE           persist the state in a file, and resume from it if it exists
  --sync                 sync each change to disk before acknowledging it; without it,
                         changes survive a crash of the process, but not of the computer
  --speed FACTOR         speed of life cycles; at 1 a step takes one second (1)

faults:
  --latency TIME         delay of all responses, such as 20ms or 20ms±5ms
  --fail RULE            inject a fault; repeatable. The first matching rule applies
  --expire-tokens N      expire all tokens after each N requests
  --restart-every N      restart the engine after each N requests
  --restart-times STOPPING/STOPPED/STARTING
                         how long each phase of a restart takes (2s/3s/5s): 404 and 503 as
                         HTML, then refused connections, then requests that are held
  --proxy                a proxy in front answers 502 and 503 while the engine is stopped

A RULE is an effect, then conditions on requests and frequency, separated by colons:
  503:1%                           1% of requests, at random
  reset:method=POST:times=2        the next two additions and actions
  409:operation=vm.start:text=[Cannot run VM.]
  locked:object=web1:lasting=5s:every=1m
  Effect:     a status code from 400 to 599, locked (409 to all commands), reset, hang-up,
              cut=BYTES, truncate=BYTES, corrupt, slow=BYTES/PAUSE, expire-tokens,
              restart, delay=TIME
  Requests:   method=, operation=SERVICE.METHOD, path=vms/*/nics, object=ID-OR-NAME
  Frequency:  PERCENT%, skip=N, each=N, times=N, lasting=TIME, every=TIME
  Also:       delay=TIME, after-work (execute the request first), retry-after=SECONDS,
              reason=TEXT, text=TEXT (must be last)

record dumps the inventory of a real engine into a folder for --load, without passwords,
keys and scripts. Names and addresses stay in it. It only reads from the engine.
Credentials come from OVIRT_USERNAME (or --username) and OVIRT_PASSWORD, the CA certificate
from OVIRT_CAFILE (or --ca-file). Download it from https://HOST/ovirt-engine/services/\
pki-resource?resource=ca-certificate&format=X509-PEM-CA

examples:
  eval \"$(ovirt-engine-sim --env --background --vms 100)\"; curl --cacert \"$OVIRT_CAFILE\" \\
      --user \"$OVIRT_USERNAME:$OVIRT_PASSWORD\" \"$OVIRT_URL/vms?max=3\"; kill \"$OVIRT_PID\"
  ovirt-engine-sim --plain --listen 127.0.0.1:8080 --speed 100 --log - --fail 503:5%
";

/// What the command line asks for.
pub(crate) enum Invocation {
    /// Print the help.
    Help,
    /// Print the version.
    Version,
    /// Dump the inventory of a real engine.
    Dump(Dump),
    /// ServeOptions.
    Serve(Box<ServeOptions>),
}

/// Arguments of the subcommand `record`.
pub(crate) struct Dump {
    pub(crate) url: String,
    pub(crate) folder: PathBuf,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) username: Option<String>,
}

/// Options of the server.
pub(crate) struct ServeOptions {
    pub(crate) builder: EngineBuilder,
    pub(crate) restart: Restart,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) log: Option<PathBuf>,
    pub(crate) env: bool,
    pub(crate) background: bool,
    pub(crate) exit_with_stdin: bool,
}

/// Parses the arguments after the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Invocation, String> {
    let mut serve = ServeOptions {
        builder: Engine::builder()
            .life_cycle(Duration::from_secs(1))
            .record(false),
        restart: Restart::new()
            .stopping(Duration::from_secs(2))
            .stopped(Duration::from_secs(3))
            .starting(Duration::from_secs(5)),
        ca_file: None,
        log: None,
        env: false,
        background: false,
        exit_with_stdin: false,
    };
    let mut arguments = Arguments {
        rest: arguments,
        option: String::new(),
        attached: None,
    };
    let mut first = true;
    while arguments.next_option() {
        if std::mem::take(&mut first) && arguments.option == "record" {
            return parse_dump(&mut arguments).map(Invocation::Dump);
        }
        match arguments.option.as_str() {
            "--help" | "-h" => return Ok(Invocation::Help),
            "--version" | "-V" => return Ok(Invocation::Version),
            "--env" => serve.env = true,
            "--background" => serve.background = true,
            "--exit-with-stdin" => serve.exit_with_stdin = true,
            "--ca-file" => serve.ca_file = Some(arguments.value()?.into()),
            "--log" => serve.log = Some(arguments.value()?.into()),
            "--proxy" => serve.restart = serve.restart.proxy(true),
            "--restart-times" => serve.restart = arguments.restart_times(serve.restart)?,
            _ => serve.builder = builder_option(serve.builder, &mut arguments)?,
        }
        if arguments.attached.is_some() {
            return Err(format!("{} takes no value", arguments.option));
        }
    }
    Ok(Invocation::Serve(Box::new(serve)))
}

/// Parses the arguments after `record`.
fn parse_dump(arguments: &mut Arguments<impl Iterator<Item = String>>) -> Result<Dump, String> {
    let (mut positional, mut ca_file, mut username) = (Vec::new(), None, None);
    while arguments.next_option() {
        match arguments.option.as_str() {
            "--ca-file" => ca_file = Some(arguments.value()?.into()),
            "--username" => username = Some(arguments.value()?),
            option if option.starts_with('-') => {
                return Err(format!("record has no option {option}; see --help"));
            }
            argument => positional.push(argument.to_owned()),
        }
    }
    let [url, folder] = positional.as_slice() else {
        return Err("record needs a URL and a folder; see --help".to_owned());
    };
    Ok(Dump {
        url: url.clone(),
        folder: folder.into(),
        ca_file,
        username,
    })
}

/// Applies an option that configures the builder.
fn builder_option(
    builder: EngineBuilder,
    arguments: &mut Arguments<impl Iterator<Item = String>>,
) -> Result<EngineBuilder, String> {
    let option = arguments.option.clone();
    Ok(match option.as_str() {
        "--tls" => builder.plain(false),
        "--plain" => builder.plain(true),
        "--listen" => {
            let text = arguments.value()?;
            let address: SocketAddr = text
                .parse()
                .map_err(|_| format!("--listen {text}: not ADDRESS:PORT, as in 127.0.0.1:8443"))?;
            builder.listen(address)
        }
        "--host-name" => builder.host_name(arguments.value()?),
        "--password" => builder.password(arguments.value()?),
        "--user" => {
            let (name, password) = arguments.credentials()?;
            builder.user(name, password)
        }
        "--engine-version" => builder.engine_version(arguments.value()?),
        "--expired-user" => {
            let (name, password) = arguments.credentials()?;
            builder.expired_user(name, password)
        }
        "--disabled-user" => {
            let (name, password) = arguments.credentials()?;
            builder.disabled_user(name, password)
        }
        "--fresh" => builder.fresh(true),
        "--host-updates" => builder.host_updates(true),
        "--host-nics" => builder.host_nics(arguments.number()?),
        "--hosts" => builder.hosts(arguments.number()?),
        "--vms" => builder.vms(arguments.number()?),
        "--load" => builder.load(arguments.value()?),
        "--state" => builder.state(arguments.value()?),
        "--sync" => builder.sync(true),
        "--seed" => builder.seed(arguments.number()?),
        "--speed" => {
            let speed: f64 = arguments.number()?;
            let step = Duration::try_from_secs_f64(speed.recip())
                .map_err(|_| format!("--speed {speed}: not a factor such as 1, 0.5 or 100"))?;
            builder.life_cycle(step)
        }
        "--token-lifetime" => {
            let rule = arguments.rule("delay=", "")?;
            builder.token_lifetime(rule.delay_time())
        }
        "--latency" => builder.rule(arguments.rule("delay=", ":path=/**")?),
        "--fail" => builder.rule(arguments.rule("", "")?),
        "--expire-tokens" => {
            let requests: u64 = arguments.number()?;
            builder.rule(Rule::expire_tokens().each(requests.saturating_add(1)))
        }
        "--restart-every" => {
            let requests: u64 = arguments.number()?;
            builder.rule(Rule::restart().each(requests.saturating_add(1)))
        }
        _ => return Err(format!("unknown option {option}; see --help")),
    })
}

/// The arguments. A value can follow its option or be attached: `--vms 3`, `--vms=3`.
struct Arguments<I> {
    rest: I,
    option: String,
    attached: Option<String>,
}

impl<I: Iterator<Item = String>> Arguments<I> {
    fn next_option(&mut self) -> bool {
        let Some(argument) = self.rest.next() else {
            return false;
        };
        (self.option, self.attached) = match argument.split_once('=') {
            Some((option, value)) if option.starts_with("--") => {
                (option.to_owned(), Some(value.to_owned()))
            }
            _ => (argument, None),
        };
        true
    }

    fn value(&mut self) -> Result<String, String> {
        self.attached
            .take()
            .or_else(|| self.rest.next())
            .ok_or_else(|| format!("{} needs a value; see --help", self.option))
    }

    fn number<T: FromStr>(&mut self) -> Result<T, String> {
        let text = self.value()?;
        text.parse()
            .map_err(|_| format!("{} {text}: not a number", self.option))
    }

    /// Parses the durations of the phases of a restart.
    fn restart_times(&mut self, restart: Restart) -> Result<Restart, String> {
        let text = self.value()?;
        let times = text.split('/').map(|time| format!("delay={time}").parse());
        match times.collect::<Result<Vec<Rule>, _>>().as_deref() {
            Ok([stopping, stopped, starting]) => Ok(restart
                .stopping(stopping.delay_time())
                .stopped(stopped.delay_time())
                .starting(starting.delay_time())),
            _ => Err(format!(
                "{} {text}: not three durations, as in 2s/3s/5s",
                self.option
            )),
        }
    }

    /// Parses the value as a login name and a password.
    fn credentials(&mut self) -> Result<(String, String), String> {
        let text = self.value()?;
        let pair = text.split_once(':');
        let (name, password) = pair.ok_or_else(|| {
            format!(
                "{} takes NAME:PASSWORD, such as jane@internal:secret",
                self.option
            )
        })?;
        Ok((name.to_owned(), password.to_owned()))
    }

    /// Parses the value as a rule, between a prefix and a suffix that the option implies.
    fn rule(&mut self, before: &str, after: &str) -> Result<Rule, String> {
        let text = self.value()?;
        format!("{before}{text}{after}")
            .parse()
            .map_err(|error| format!("{} {text}: {error}", self.option))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn invalid_arguments_are_reported() {
        let table = [
            ("--nonsense", "unknown option --nonsense"),
            ("--vms", "--vms needs a value"),
            ("--vms=x", "--vms x: not a number"),
            ("--env=yes", "--env takes no value"),
            ("--listen 8080", "not ADDRESS:PORT"),
            (
                "--fail 503:200%",
                "--fail 503:200%: 200% is not a probability",
            ),
            (
                "--latency soon",
                "--latency soon: \"soon\" is not a duration",
            ),
            ("--restart-times 2s/3s", "not three durations"),
            ("--speed 0", "not a factor"),
            ("--speed -1", "not a factor"),
            ("vms", "unknown option vms"),
            ("record", "needs a URL and a folder"),
            ("record x y --vms 3", "record has no option --vms"),
        ];
        for (line, part) in table {
            let arguments = line.split(' ').map(str::to_owned);
            let error = parse(arguments).err().unwrap_or_default();
            assert!(error.contains(part), "{line}: {error}");
        }
    }

    #[test]
    fn valid_options_are_accepted() {
        let line = "--listen 127.0.0.1:0 --plain --vms=3 --hosts 2 --seed 7 --speed 100 --env \
                    --fail 503:1% --fail=reset:times=1 --latency 20ms±5ms --expire-tokens 10 \
                    --token-lifetime 10m --restart-every 5 --restart-times 1s/10ms/1m --proxy --log - --ca-file x --engine-version 4.4 --password y --host-name z";
        let arguments = line.split_whitespace().map(str::to_owned);
        assert!(parse(arguments).is_ok());
    }
}
