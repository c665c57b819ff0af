//! Measures pieces of work: each round of each in a process of its own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use ovirt_benches::server::Server;

use super::Result;

/// What the SDK for Python does.
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python_sdk.py");

/// What a piece of work took, medians of the rounds.
pub(crate) struct Taken {
    pub(crate) clock: f64,
    cpu: f64,
    pub(crate) peak: f64,
    process: f64,
}

impl Taken {
    /// Seconds of the work.
    pub(crate) fn clock(&self) -> f64 {
        self.clock
    }

    /// Seconds of the processor.
    pub(crate) fn cpu(&self) -> f64 {
        self.cpu
    }

    /// MiB of memory at the peak.
    pub(crate) fn peak(&self) -> f64 {
        self.peak
    }

    /// Seconds from the start of the process to its end.
    pub(crate) fn process(&self) -> f64 {
        self.process
    }
}

/// A server, and how to start clients for it.
pub(crate) struct Bench {
    server: Server,
    rounds: usize,
}

impl Bench {
    pub(crate) fn start(vms: usize, rounds: usize) -> Result<Self> {
        let server = Server::start(vms)?;
        Ok(Self { server, rounds })
    }

    /// Has clients do their work in each round; they take turns, so that a machine that is busy for
    /// a while disturbs all of them.
    pub(crate) fn measure<const N: usize>(
        &self,
        works: [&str; N],
        count: usize,
    ) -> Result<[Taken; N]> {
        let mut figures: [[Vec<f64>; 4]; N] = std::array::from_fn(|_| Default::default());
        for _ in 0..self.rounds {
            for (work, figures) in works.iter().zip(&mut figures) {
                for (figures, figure) in figures.iter_mut().zip(self.once(work, count)?) {
                    figures.push(figure);
                }
            }
        }
        Ok(figures.map(|figures| {
            let [clock, cpu, peak, process] = figures.map(median);
            Taken {
                clock,
                cpu,
                peak,
                process,
            }
        }))
    }

    /// Seconds by the clock, of the processor, MiB at the peak, seconds of the whole process.
    fn once(&self, work: &str, count: usize) -> Result<[f64; 4]> {
        let start = Instant::now();
        let output = self
            .command(work, count)?
            .stderr(Stdio::inherit())
            .output()?;
        let process = start.elapsed().as_secs_f64();
        if !output.status.success() {
            return Err(format!("{work} failed").into());
        }
        let text = String::from_utf8(output.stdout)?;
        let mut printed = text.split_whitespace().map(str::parse::<f64>);
        let mut next = || printed.next().transpose().map(Option::unwrap_or_default);
        Ok([next()?, next()?, next()?, process])
    }

    fn command(&self, work: &str, count: usize) -> Result<Command> {
        let Server {
            plain,
            tls,
            certificate,
        } = &self.server;
        let count = count.to_string();
        let mut command;
        match work {
            "curl" | "curl-tls" => {
                let url = match work {
                    "curl" => format!("http://127.0.0.1:{plain}/ovirt-engine/api/vms"),
                    _ => format!("https://localhost:{tls}/ovirt-engine/api/vms"),
                };
                command = Command::new("curl");
                command.args(["--silent", "--insecure", "--output", "/dev/null"]);
                command.args(["--write-out", "%{time_total}", &url]);
            }
            "python-list" | "python-gets" => {
                command = Command::new(python());
                command.args([PYTHON, work, &plain.to_string(), &count]);
            }
            _ => {
                command = Command::new(std::env::current_exe()?);
                let certificate = certificate.replace('\n', "|");
                command.args(["client", work, &plain.to_string(), &tls.to_string()]);
                command.args([&certificate, &count]);
            }
        }
        Ok(command)
    }

    /// The version of the SDK for Python, if that is installed.
    pub(crate) fn python(&self) -> Result<Option<String>> {
        let output = Command::new(python()).args([PYTHON, "version"]).output();
        let version = match output {
            Ok(output) if output.status.success() => String::from_utf8(output.stdout)?,
            _ => {
                println!(
                    "the SDK for Python is not installed (PYTHON can name an interpreter that has it)"
                );
                return Ok(None);
            }
        };
        println!("SDK for Python {}", version.trim());
        Ok(Some(version))
    }
}

/// The interpreter.
fn python() -> String {
    let named = std::env::var("PYTHON").ok();
    let named = named.filter(|path| path == "python3" || Path::new(path).exists());
    named.unwrap_or_else(|| "python3".to_owned())
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
