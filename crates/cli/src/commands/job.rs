//! `ovirt job follow`: a job with its steps, until it has ended.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use clap::{Arg, Command};
use serde_json::Value;

use super::call::{Call, command};
use super::object::noun_and_addresses;
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::resolve::Resolver;
use crate::wait;

/// The command line of `ovirt job follow`.
pub(super) fn follow_command() -> Command {
    command("job follow")
        .about("Prints the steps of a job as they begin and end; fails if the job does.")
        .arg(
            Arg::new("job")
                .value_name("JOB")
                .required(true)
                .help("Its identifier or description, as `ovirt jobs -o id` prints it"),
        )
}

/// Follows a job.
pub(super) fn follow(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let connected = call.connect()?;
    let session = call.session(&connected);
    let words = ["job".to_owned(), call.text("job").to_owned()];
    let (noun, addresses) = noun_and_addresses(call.model, &words)?;
    let jobs = Resolver::new(&session).objects(&noun, true, &addresses)?;
    let Some(job) = jobs.first() else {
        return Ok(Exit::Done);
    };
    let path = noun.path(&job.ids);
    let (start, limit) = (
        Instant::now(),
        call.options.time_limit.unwrap_or(wait::JOBS),
    );
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut pause = Duration::from_millis(200);
    loop {
        let job = session.get(&path)?;
        for step in session.list(&format!("{path}/steps"), &[])? {
            report(&step, &mut seen, io)?;
        }
        report(&job, &mut seen, io)?;
        io.stdout.flush()?;
        match job["status"].as_str().unwrap_or_default() {
            "started" => {}
            "finished" => return Ok(Exit::Done),
            status => {
                let text = job["description"].as_str().unwrap_or_default();
                return Err(Failure::new(Exit::Failed, format!("{text}: {status}"))
                    .hint("`ovirt events` says why"));
            }
        }
        if start.elapsed() + pause > limit {
            let message = format!("not ended after {limit:?}");
            return Err(Failure::new(Exit::Timeout, message).hint("the engine goes on"));
        }
        std::thread::sleep(pause);
        pause = (pause * 3 / 2).min(Duration::from_secs(2));
    }
}

/// Prints a job or a step, if its status is new.
fn report(
    value: &Value,
    seen: &mut BTreeMap<String, String>,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let (id, status) = (text("id"), text("status"));
    if seen.insert(id, status.clone()).as_ref() == Some(&status) {
        return Ok(());
    }
    Ok(writeln!(io.stdout, "{status}  {}", text("description"))?)
}
