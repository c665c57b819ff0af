//! The embedded engine as a server of its own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use ovirt_engine_sim::{Engine, EngineBuilder};

const USAGE: &str = "\
An embedded oVirt engine, for trying, testing and demos.

usage: ovirt-engine-sim [OPTION...]

options:
  --listen ADDRESS:PORT  where to listen; port 0 takes a free one (127.0.0.1:0)
  --plain                plain HTTP rather than HTTPS
  --hosts N              hosts of the inventory (1)
  --vms N                virtual machines of the inventory (2)
  --seed N               what identifiers are made of (1)
  --step MILLISECONDS    time of one step of a life cycle (1000)
  --latency TIME         time that all answers take, such as 20ms or 20ms±5ms
  --fail RULE            what goes wrong, such as 503:1%, reset:method=POST:times=2 or
                         locked:object=web1:lasting=5s; can be given again
  --ca-file FILE         where to write the CA certificate (ovirt-engine-sim-ca.pem
                         in the folder for temporary files)

On the start it prints shell variables for clients, then runs until it is
interrupted.
";

struct Options {
    builder: EngineBuilder,
    ca_file: PathBuf,
}

fn options() -> Result<Option<Options>, String> {
    let mut builder = Engine::builder().life_cycle(Duration::from_secs(1));
    let mut ca_file = std::env::temp_dir().join("ovirt-engine-sim-ca.pem");
    let mut arguments = std::env::args().skip(1);
    while let Some(option) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{option} needs a value"))
        };
        builder = match option.as_str() {
            "--help" | "-h" => return Ok(None),
            "--plain" => builder.plain(true),
            "--listen" => {
                let text = value()?;
                let address: SocketAddr = text
                    .parse()
                    .map_err(|_| format!("{text} is no ADDRESS:PORT such as 127.0.0.1:8443"))?;
                builder.listen(address)
            }
            "--hosts" => builder.hosts(number(&value()?)?),
            "--vms" => builder.vms(number(&value()?)?),
            "--seed" => builder.seed(number(&value()?)?),
            "--step" => builder.life_cycle(Duration::from_millis(number(&value()?)?)),
            "--fail" => {
                let text = value()?;
                let rule = text
                    .parse()
                    .map_err(|error| format!("--fail {text}: {error}"))?;
                builder.rule(rule)
            }
            "--latency" => {
                let text = value()?;
                let rule = format!("delay={text}:path=/**")
                    .parse()
                    .map_err(|error| format!("--latency {text}: {error}"))?;
                builder.rule(rule)
            }
            "--ca-file" => {
                ca_file = value()?.into();
                builder
            }
            _ => return Err(format!("unknown option {option}; see --help")),
        };
    }
    Ok(Some(Options { builder, ca_file }))
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}

fn run() -> Result<(), String> {
    let Some(Options { builder, ca_file }) = options()? else {
        print(USAGE);
        return Ok(());
    };
    let engine = builder
        .start()
        .map_err(|error| match std::error::Error::source(&error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        })?;
    print(&format!("OVIRT_URL={}\n", engine.url()));
    print(&format!("OVIRT_USERNAME={}\n", engine.username()));
    print(&format!("OVIRT_PASSWORD={}\n", engine.password()));
    if !engine.ca_pem().is_empty() {
        std::fs::write(&ca_file, engine.ca_pem())
            .map_err(|error| format!("{}: {error}", ca_file.display()))?;
        print(&format!("OVIRT_CAFILE={}\n", ca_file.display()));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no runtime can be made: {error}"))?;
    runtime
        .block_on(tokio::signal::ctrl_c())
        .map_err(|error| error.to_string())
}

/// Prints to standard output, which may be closed.
fn print(text: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
