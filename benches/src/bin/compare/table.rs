//! The table: each row is a ratio of two things that were measured in this run, beside what it must
//! be at most.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;

use super::{Result, USAGE};

/// Small requests of a row.
const REQUESTS: usize = 20_000;

pub(crate) fn run(options: &[&str]) -> Result<ExitCode> {
    let (mut vms, mut rounds, mut check) = (10_000_usize, 5_usize, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let mut number = || {
            options
                .next()
                .and_then(|text| text.parse().ok())
                .ok_or(USAGE)
        };
        match *option {
            "--vms" => vms = number()?,
            "--rounds" => rounds = number()?,
            "--check" => check = true,
            _ => return Err(USAGE.into()),
        }
    }
    let bench = Bench::start(vms, rounds.max(1))?;
    println!("{vms} VMs, {REQUESTS} small requests, medians of {rounds} rounds\n");
    println!(
        "{:<52} {:>9} {:>9} {:>7} {:>6}",
        "", "SDK", "limit", "ratio", "must"
    );
    let mut holds = true;
    let mut row = |row: Row| {
        holds &= row.holds();
        row.print();
    };
    row(bench.ratio(
        "encode, s a 100 MB / quick-xml's writer",
        ["encode-sdk", "encode-bare"],
        Of::Clock,
        vms / 20,
        1.75,
    )?);
    let kept = bench.measure("list-kept", vms)?;
    let streamed = bench.measure("list-streamed", vms)?;
    let curl = bench.curl()?;
    row(Row::of("list over HTTP, s / curl", kept.clock, curl, 3.0));
    row(Row::of(
        "list streamed, s / curl",
        streamed.clock,
        curl,
        3.0,
    ));
    row(Row::alone(
        "list kept, MiB at the peak",
        kept.peak,
        90.0 * vms as f64 / 1e4 + 100.0,
    ));
    row(Row::alone(
        "list streamed, MiB at the peak",
        streamed.peak,
        16.0,
    ));
    row(bench.ratio(
        "GETs one by one, s of CPU / bare hyper",
        ["gets-sdk", "gets-bare"],
        Of::Cpu,
        REQUESTS,
        2.2,
    )?);
    row(bench.ratio(
        "GETs one by one, s / bare hyper",
        ["gets-sdk", "gets-bare"],
        Of::Clock,
        REQUESTS,
        2.2,
    )?);
    row(bench.ratio(
        "32 in flight, s / bare hyper",
        ["flight-sdk", "flight-bare"],
        Of::Clock,
        REQUESTS,
        1.0 / 0.35,
    )?);
    row(bench.ratio(
        "start to first answer over TLS, s / bare",
        ["first-sdk", "first-bare"],
        Of::Process,
        1,
        2.0,
    )?);
    println!("\n{}", if holds { "all hold" } else { "some are missed" });
    Ok(if check && !holds {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// What is compared.
#[derive(Clone, Copy)]
enum Of {
    Clock,
    Cpu,
    Process,
}

struct Row {
    what: &'static str,
    own: f64,
    limit: Option<f64>,
    must: f64,
}

impl Row {
    fn of(what: &'static str, own: f64, limit: f64, must: f64) -> Self {
        Self {
            what,
            own,
            limit: Some(limit),
            must,
        }
    }

    fn alone(what: &'static str, own: f64, must: f64) -> Self {
        Self {
            what,
            own,
            limit: None,
            must,
        }
    }

    fn ratio(&self) -> f64 {
        self.limit.map_or(self.own, |limit| self.own / limit)
    }

    fn holds(&self) -> bool {
        self.ratio() <= self.must
    }

    fn print(&self) {
        let mark = if self.holds() { "" } else { "  MISSED" };
        match self.limit {
            Some(limit) => println!(
                "{:<52} {:>9.4} {limit:>9.4} {:>6.2}x {:>6.2}{mark}",
                self.what,
                self.own,
                self.ratio(),
                self.must
            ),
            None => println!(
                "{:<52} {:>9.1} {:>24.1}{mark}",
                self.what, self.own, self.must
            ),
        }
    }
}

/// What a client took, medians of the rounds.
pub(crate) struct Taken {
    pub(crate) clock: f64,
    cpu: f64,
    pub(crate) peak: f64,
    process: f64,
}

/// A server, and how to start clients for it.
pub(crate) struct Bench {
    server: Child,
    ports: [String; 2],
    ca: String,
    rounds: usize,
}

impl Bench {
    pub(crate) fn start(vms: usize, rounds: usize) -> Result<Self> {
        let mut server = Command::new(std::env::current_exe()?)
            .args(["serve", &vms.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let out = server.stdout.take().ok_or("the server says nothing")?;
        let mut lines = BufReader::new(out).lines();
        let mut line = || {
            lines
                .next()
                .transpose()?
                .ok_or("the server has ended".into())
        };
        let ports: Result<String> = line();
        let ports = ports?;
        let (plain, tls) = ports.split_once(' ').ok_or("the server has no ports")?;
        let ca: Result<String> = line();
        Ok(Self {
            server,
            ports: [plain.to_owned(), tls.to_owned()],
            ca: ca?,
            rounds,
        })
    }

    fn ratio(
        &self,
        what: &'static str,
        [own, limit]: [&str; 2],
        of: Of,
        count: usize,
        must: f64,
    ) -> Result<Row> {
        let (own, limit) = (self.measure(own, count)?, self.measure(limit, count)?);
        let part = |taken: &Taken| match of {
            Of::Clock => taken.clock,
            Of::Cpu => taken.cpu,
            Of::Process => taken.process,
        };
        Ok(Row::of(what, part(&own), part(&limit), must))
    }

    /// Has a client do its work in each round.
    pub(crate) fn measure(&self, work: &str, count: usize) -> Result<Taken> {
        let mut figures: [Vec<f64>; 4] = Default::default();
        for _ in 0..self.rounds {
            let start = Instant::now();
            let output = Command::new(std::env::current_exe()?)
                .args(["client", work, &self.ports[0], &self.ports[1], &self.ca])
                .arg(count.to_string())
                .stderr(Stdio::inherit())
                .output()?;
            let process = start.elapsed().as_secs_f64();
            if !output.status.success() {
                return Err(format!("{work} failed").into());
            }
            let text = String::from_utf8(output.stdout)?;
            let printed = text.split_whitespace().map(str::parse);
            let printed: std::result::Result<Vec<f64>, _> = printed.collect();
            for (figures, figure) in figures
                .iter_mut()
                .zip(printed?.into_iter().chain([process]))
            {
                figures.push(figure);
            }
        }
        let [clock, cpu, peak, process] = figures.map(median);
        Ok(Taken {
            clock,
            cpu,
            peak,
            process,
        })
    }

    /// How long `curl` takes for the list.
    pub(crate) fn curl(&self) -> Result<f64> {
        let url = format!("http://127.0.0.1:{}/ovirt-engine/api/vms", self.ports[0]);
        let mut figures = Vec::new();
        for _ in 0..self.rounds {
            let output = Command::new("curl")
                .args([
                    "--silent",
                    "--output",
                    "/dev/null",
                    "--write-out",
                    "%{time_total}",
                    &url,
                ])
                .output()?;
            figures.push(String::from_utf8(output.stdout)?.trim().parse()?);
        }
        Ok(median(figures))
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // The server ends with its standard input.
        drop(self.server.stdin.take());
        let _ = self.server.wait();
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
