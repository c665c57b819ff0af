//! What the server's command line says.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ovirt_engine_sim::{Engine, EngineBuilder, Rule};

/// The text of `--help`.
pub(crate) const HELP: &str = "\
An embedded oVirt engine, for trying, testing and demos.

usage: ovirt-engine-sim [OPTION...]
       ovirt-engine-sim record URL FOLDER [--ca-file FILE] [--username NAME]

It starts, prints where it is and how to log in, and runs until it is interrupted.
Nothing but programs on this machine can reach it unless --listen says otherwise.
What of the API it simulates is listed at its address /about.

server:
  --listen ADDRESS:PORT  where to listen; port 0 takes a free one (127.0.0.1:0)
  --host-name NAME       name in its URL and certificate (that of the address)
  --tls, --plain         HTTPS with an authority of its own, or plain HTTP (--tls)
  --ca-file FILE         where to write the authority's certificate
                         (ovirt-engine-sim-PORT.pem in the folder for temporary files)
  --password TEXT        password of admin@internal (made of the seed)
  --user NAME:PASSWORD   a further user, without permissions; can be given again
  --token-lifetime TIME  how long a token is accepted, such as 30s or 10m (for ever)
  --log FILE             where to write a line a request; - is standard error
  --env                  print shell variables and nothing else
  --background           go on in the background once they are printed
  --exit-with-stdin      end when standard input ends

inventory:
  --hosts N              hosts (1)
  --vms N                virtual machines (2)
  --seed N               what identifiers and chance are made of (1)
  --load PATH            documents of a real engine, or a folder of them, in place of
                         hosts and machines of a given number
  --state FILE           keep everything in a file, and go on with what is in it
  --sync                 have changes on the disk before they are acknowledged; without
                         it they survive the end of the process, but not of the machine
  --speed FACTOR         how fast life cycles are; at 1 a step takes a second (1)

faults:
  --latency TIME         time that all answers take, such as 20ms or 20ms±5ms
  --fail RULE            what goes wrong; can be given again. The first that applies counts
  --expire-tokens N      all tokens become unknown after each N requests

A RULE is what happens, then to which requests and how often, joined by colons:
  503:1%                           one of a hundred requests, by chance
  reset:method=POST:times=2        the next two additions and actions
  409:operation=vm.start:text=[Cannot run VM.]
  locked:object=web1:lasting=5s:every=1m
  What happens:  a status from 400 to 599, locked (409 to all commands), reset, hang-up,
                 cut=BYTES, truncate=BYTES, corrupt, slow=BYTES/PAUSE, expire-tokens,
                 delay=TIME
  To which:      method=, operation=SERVICE.METHOD, path=vms/*/nics, object=ID-OR-NAME
  How often:     PERCENT%, skip=N, each=N, times=N, lasting=TIME, every=TIME
  And:           delay=TIME, after-work (the request is carried out first),
                 retry-after=SECONDS, reason=TEXT, text=TEXT (the last one)

record saves the inventory of a real engine into a folder for --load, without passwords,
keys and scripts. Names and addresses stay in it. It only reads. Who logs in is asked of
OVIRT_USERNAME (or --username) and OVIRT_PASSWORD; whom to trust, of OVIRT_CAFILE (or
--ca-file), which can be had at https://HOST/ovirt-engine/services/pki-resource?\
resource=ca-certificate&format=X509-PEM-CA

examples:
  eval \"$(ovirt-engine-sim --env --background --vms 100)\"; curl --cacert \"$OVIRT_CAFILE\" \\
      --user \"$OVIRT_USERNAME:$OVIRT_PASSWORD\" \"$OVIRT_URL/vms?max=3\"; kill \"$OVIRT_PID\"
  ovirt-engine-sim --plain --listen 127.0.0.1:8080 --speed 100 --log - --fail 503:5%
";

/// What is to be done.
pub(crate) enum Invocation {
    /// Show the help.
    Help,
    /// Show the version.
    Version,
    /// Save the inventory of a real engine.
    Dump(Dump),
    /// ServeOptions.
    Serve(Box<ServeOptions>),
}

/// Which engine to save, and where.
pub(crate) struct Dump {
    pub(crate) url: String,
    pub(crate) folder: PathBuf,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) username: Option<String>,
}

/// How to serve.
pub(crate) struct ServeOptions {
    pub(crate) builder: EngineBuilder,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) log: Option<PathBuf>,
    pub(crate) env: bool,
    pub(crate) background: bool,
    pub(crate) exit_with_stdin: bool,
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Invocation, String> {
    let mut serve = ServeOptions {
        builder: Engine::builder()
            .life_cycle(Duration::from_secs(1))
            .record(false),
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
            _ => serve.builder = builder_option(serve.builder, &mut arguments)?,
        }
        if arguments.attached.is_some() {
            return Err(format!("{} takes no value", arguments.option));
        }
    }
    Ok(Invocation::Serve(Box::new(serve)))
}

/// What follows `record`.
fn parse_dump(arguments: &mut Arguments<impl Iterator<Item = String>>) -> Result<Dump, String> {
    let (mut places, mut ca_file, mut username) = (Vec::new(), None, None);
    while arguments.next_option() {
        match arguments.option.as_str() {
            "--ca-file" => ca_file = Some(arguments.value()?.into()),
            "--username" => username = Some(arguments.value()?),
            option if option.starts_with('-') => {
                return Err(format!("record has no option {option}; see --help"));
            }
            place => places.push(place.to_owned()),
        }
    }
    let [url, folder] = places.as_slice() else {
        return Err("record needs an URL and a folder; see --help".to_owned());
    };
    Ok(Dump {
        url: url.clone(),
        folder: folder.into(),
        ca_file,
        username,
    })
}

/// An option that says how the engine is to be.
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
                .map_err(|_| format!("--listen {text}: no ADDRESS:PORT such as 127.0.0.1:8443"))?;
            builder.listen(address)
        }
        "--host-name" => builder.host_name(arguments.value()?),
        "--password" => builder.password(arguments.value()?),
        "--user" => {
            let both = arguments.value()?;
            let (name, password) = both
                .split_once(':')
                .ok_or("--user takes NAME:PASSWORD, such as jane@internal:secret")?;
            builder.user(name, password)
        }
        "--hosts" => builder.hosts(arguments.number()?),
        "--vms" => builder.vms(arguments.number()?),
        "--load" => builder.load(arguments.value()?),
        "--state" => builder.state(arguments.value()?),
        "--sync" => builder.sync(true),
        "--seed" => builder.seed(arguments.number()?),
        "--speed" => {
            let speed: f64 = arguments.number()?;
            let step = Duration::try_from_secs_f64(speed.recip())
                .map_err(|_| format!("--speed {speed}: no factor such as 1, 0.5 or 100"))?;
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
        _ => return Err(format!("unknown option {option}; see --help")),
    })
}

/// The arguments, of which values can follow or be attached: `--vms 3`, `--vms=3`.
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
            .map_err(|_| format!("{} {text}: no number", self.option))
    }

    /// A rule of which the option leaves a beginning and an end away.
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
    fn what_cannot_be_understood_is_told() {
        let table = [
            ("--nonsense", "unknown option --nonsense"),
            ("--vms", "--vms needs a value"),
            ("--vms=x", "--vms x: no number"),
            ("--env=yes", "--env takes no value"),
            ("--listen 8080", "no ADDRESS:PORT"),
            ("--fail 503:200%", "--fail 503:200%: 200% is no probability"),
            ("--latency soon", "--latency soon: \"soon\" is no time"),
            ("--speed 0", "no factor"),
            ("--speed -1", "no factor"),
            ("vms", "unknown option vms"),
            ("record", "needs an URL and a folder"),
            ("record x y --vms 3", "record has no option --vms"),
        ];
        for (line, part) in table {
            let arguments = line.split(' ').map(str::to_owned);
            let error = parse(arguments).err().unwrap_or_default();
            assert!(error.contains(part), "{line}: {error}");
        }
    }

    #[test]
    fn options_are_taken() {
        let line = "--listen 127.0.0.1:0 --plain --vms=3 --hosts 2 --seed 7 --speed 100 --env \
                    --fail 503:1% --fail=reset:times=1 --latency 20ms±5ms --expire-tokens 10 \
                    --token-lifetime 10m --log - --ca-file x --password y --host-name z";
        let arguments = line.split_whitespace().map(str::to_owned);
        assert!(parse(arguments).is_ok());
    }
}
