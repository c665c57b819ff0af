//! Waiting for the status that a verb leads to.

use std::time::{Duration, Instant};

use ovirt_model::MethodKind;
use serde_json::Value;

use crate::data;
use crate::failure::{Exit, Failure};
use crate::progress::Line;
use crate::work::{Target, Work};

/// How long jobs are waited for by default.
pub(crate) const JOBS: Duration = Duration::from_secs(3600);

/// How long a status is waited for by default.
const GOAL: Duration = Duration::from_secs(600);

/// The member that has the status of an object, and its value.
pub(crate) fn status(object: &Value) -> Option<(&'static str, &str)> {
    let members = ["status", "phase", "snapshot_status", "state"];
    members
        .into_iter()
        .find_map(|member| Some((member, object.get(member)?.as_str()?)))
}

/// Polls the object of a target until it has the status that the verb leads to.
pub(crate) fn for_goal(
    work: &Work<'_>,
    target: &Target,
    response: &Value,
    line: &Line,
) -> Result<Option<Value>, Failure> {
    let Work {
        session,
        noun,
        verb,
        ..
    } = *work;
    let wanted = match session.options.wait.as_deref() {
        None | Some("") => data::goals(&verb.operation()),
        Some(status) => vec![status],
    };
    if wanted.is_empty() {
        return Ok(None);
    }
    let mut path = noun.path(&target.object.ids);
    if verb.method.kind == MethodKind::Add {
        match response["id"].as_str() {
            Some(id) => path = format!("{path}/{id}"),
            None => return Ok(None),
        }
    }
    let is_reached = |object: &Value| status(object).is_some_and(|(_, now)| wanted.contains(&now));
    let limit = session.options.time_limit.unwrap_or(GOAL);
    let wanted_text = wanted.join(" or ");
    let read = || {
        let object = session.get(&path)?;
        if let Some((_, now)) = status(&object) {
            line.status(now, &wanted_text);
        }
        Ok(object)
    };
    until(limit, read, is_reached, &wanted_text).map(Some)
}

/// Polls an object until a condition holds.
///
/// # Errors
///
/// Failed requests; the end of the time limit.
pub(crate) fn until(
    limit: Duration,
    mut read: impl FnMut() -> Result<Value, Failure>,
    is_reached: impl Fn(&Value) -> bool,
    wanted: &str,
) -> Result<Value, Failure> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(100);
    loop {
        let object = read()?;
        if is_reached(&object) {
            return Ok(object);
        }
        let seen = match status(&object) {
            Some((member, value)) => format!("its {member} is {value}"),
            None => "it has no status".to_owned(),
        };
        if status(&object).is_some_and(|(_, value)| is_failed(value)) {
            return Err(Failure::new(
                Exit::Failed,
                format!("will not become {wanted}: {seen}"),
            ));
        }
        if start.elapsed() + pause > limit {
            let message = format!("not {wanted} after {limit:?}: {seen}");
            return Err(Failure::new(Exit::Timeout, message)
                .hint("the engine goes on; wait longer with --time-limit, such as 30m"));
        }
        std::thread::sleep(pause);
        pause = (pause * 3 / 2).min(Duration::from_secs(5));
    }
}

/// Whether a status says that the last operation failed.
fn is_failed(status: &str) -> bool {
    let failed = [
        "aborted",
        "cancelled_system",
        "error",
        "failed",
        "finished_failure",
        "illegal",
        "install_failed",
        "non_operational",
    ];
    failed.contains(&status)
}

/// The status of an object that a verb was refused for, if it is the one the verb leads to.
pub(crate) fn is_already_so(work: &Work<'_>, target: &Target) -> Option<String> {
    let Work {
        session,
        noun,
        verb,
        ..
    } = *work;
    if verb.method.kind != MethodKind::Action {
        return None;
    }
    let object = session.get(&noun.path(&target.object.ids)).ok()?;
    let (_, now) = status(&object)?;
    data::goals(&verb.operation())
        .contains(&now)
        .then(|| now.to_owned())
}
