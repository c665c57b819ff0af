//! The table: each row is a ratio of two things that were measured in this run, beside what it must
//! be at most, and beside what the SDK for Python takes where that is installed.

use std::process::ExitCode;

use super::bench::{Bench, Taken};
use super::{Result, USAGE};

/// Small requests of a row.
const REQUESTS: usize = 20_000;

/// The same of the SDK for Python, which takes its time.
const REQUESTS_OF_PYTHON: usize = 1_000;

pub(crate) fn run(options: &[&str]) -> Result<ExitCode> {
    let (mut vms, mut rounds, mut check) = (10_000_usize, 5_usize, false);
    let mut parts: [Option<Part>; 3] = [None; 3];
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let mut number = || {
            let number = options.next().and_then(|text| text.parse().ok());
            number.filter(|number| *number > 0).ok_or(USAGE)
        };
        match *option {
            "--vms" => vms = number()?,
            "--rounds" => rounds = number()?,
            "--check" => check = true,
            "documents" => parts[0] = Some(Table::documents),
            "lists" => parts[1] = Some(Table::lists),
            "requests" => parts[2] = Some(Table::requests),
            _ => return Err(USAGE.into()),
        }
    }
    println!("{vms} VMs, {REQUESTS} small requests, medians of {rounds} rounds");
    let mut table = Table {
        bench: Bench::start(vms, rounds)?,
        python: None,
        holds: true,
    };
    table.python = table.bench.python()?;
    println!(
        "\n{:<42} {:>9} {:>9} {:>7} {:>6} {:>8}",
        "", "SDK", "limit", "ratio", "must", "Python"
    );
    if parts.iter().all(Option::is_none) {
        parts = [Table::documents, Table::lists, Table::requests].map(Some);
    }
    for part in parts.into_iter().flatten() {
        part(&mut table, vms)?;
    }
    println!(
        "\n{}",
        if table.holds {
            "all hold"
        } else {
            "some are missed"
        }
    );
    Ok(if check && !table.holds {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

struct Table {
    bench: Bench,
    /// The version of the SDK for Python.
    python: Option<String>,
    holds: bool,
}

/// Some rows of the table, for so many virtual machines.
type Part = fn(&mut Table, usize) -> Result<()>;

struct Row {
    what: &'static str,
    own: f64,
    limit: Option<f64>,
    must: f64,
    python: Option<f64>,
}

impl Table {
    fn print(&mut self, row: &Row) {
        let ratio = row.limit.map_or(row.own, |limit| row.own / limit);
        let holds = ratio <= row.must;
        self.holds &= holds;
        let shown = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:.2}"));
        let limit = row
            .limit
            .map_or(String::new(), |limit| format!("{limit:.4}"));
        let python = row.python.map(|taken| taken / row.limit.unwrap_or(1.0));
        println!(
            "{:<42} {:>9.4} {limit:>9} {ratio:>7.2} {:>6.2} {:>8}{}",
            row.what,
            row.own,
            row.must,
            shown(python),
            if holds { "" } else { "  MISSED" }
        );
    }

    /// A row of two kinds of work.
    fn row(
        &mut self,
        what: &'static str,
        works: [&str; 2],
        count: usize,
        part: fn(&Taken) -> f64,
        must: f64,
    ) -> Result<()> {
        let [own, limit] = self.bench.measure(works, count)?;
        self.print(&Row {
            what,
            own: part(&own),
            limit: Some(part(&limit)),
            must,
            python: None,
        });
        Ok(())
    }

    /// Documents in memory, of a hundred megabytes.
    fn documents(&mut self, vms: usize) -> Result<()> {
        let decode = "read, s / bare events of quick-xml";
        self.row(
            decode,
            ["decode-sdk", "decode-bare"],
            vms,
            Taken::clock,
            1.25,
        )?;
        let encode = "write, s / quick-xml's writer";
        self.row(
            encode,
            ["encode-sdk", "encode-bare"],
            vms,
            Taken::clock,
            1.75,
        )
    }

    fn lists(&mut self, vms: usize) -> Result<()> {
        let [kept, streamed, curl] = self
            .bench
            .measure(["list-kept", "list-streamed", "curl"], vms)?;
        let python = match self.python {
            Some(_) => Some(self.bench.measure(["python-list"], vms)?),
            None => None,
        };
        let of_python = |part: fn(&Taken) -> f64| python.as_ref().map(|[taken]| part(taken));
        for (what, own, limit, must, python) in [
            (
                "list over HTTP, s / curl",
                kept.clock,
                Some(curl.clock),
                3.0,
                of_python(Taken::clock),
            ),
            (
                "list streamed, s / curl",
                streamed.clock,
                Some(curl.clock),
                3.0,
                None,
            ),
            (
                "list kept, MiB at the peak",
                kept.peak,
                None,
                60.0,
                of_python(Taken::peak),
            ),
            (
                "list streamed, MiB at the peak",
                streamed.peak,
                None,
                14.0,
                None,
            ),
        ] {
            self.print(&Row {
                what,
                own,
                limit,
                must,
                python,
            });
        }
        let tls = "list over TLS, s / curl";
        self.row(tls, ["list-kept-tls", "curl-tls"], vms, Taken::clock, 3.0)
    }

    fn requests(&mut self, _vms: usize) -> Result<()> {
        let [own, limit] = self.bench.measure(["gets-sdk", "gets-bare"], REQUESTS)?;
        let python = match self.python {
            Some(_) => Some(self.bench.measure(["python-gets"], REQUESTS_OF_PYTHON)?),
            None => None,
        };
        let times = REQUESTS as f64 / REQUESTS_OF_PYTHON as f64;
        let of_python =
            |part: fn(&Taken) -> f64| python.as_ref().map(|[taken]| part(taken) * times);
        for (what, part, must) in [
            (
                "GETs one by one, s of CPU / bare hyper",
                Taken::cpu as fn(&Taken) -> f64,
                1.5,
            ),
            ("GETs one by one, s / bare hyper", Taken::clock, 1.3),
        ] {
            self.print(&Row {
                what,
                own: part(&own),
                limit: Some(part(&limit)),
                must,
                python: of_python(part),
            });
        }
        let flight = "32 in flight, s / bare hyper";
        let works = ["flight-sdk", "flight-bare"];
        self.row(flight, works, REQUESTS, Taken::clock, 1.0 / 0.55)?;
        let first = "start to first answer over TLS, s / bare";
        self.row(first, ["first-sdk", "first-bare"], 1, Taken::process, 1.3)
    }
}
