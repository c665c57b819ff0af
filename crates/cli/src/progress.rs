//! [`Progress`]: what a command waits for, on a terminal or as JSON; and what an interrupt reports.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use ovirt::types::{Job, JobStatus, Step, StepStatus};
use serde_json::{Value, json};

use crate::failure::{Exit, Failure};
use crate::io::Environment;
use crate::options::Options;
use crate::stderr::Stderr;

/// How often a line on a terminal is drawn again.
const TICK: Duration = Duration::from_millis(250);

/// Reports what is waited for. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Progress(Option<Arc<Shared>>);

struct Shared {
    renderer: Renderer,
    stderr: Stderr,
    /// What follows the name of the program to ask the same engine.
    engine: String,
    lines: Mutex<BTreeMap<u64, Waiting>>,
    next: AtomicU64,
    handles_interrupts: AtomicBool,
}

enum Renderer {
    Silent,
    /// A line for each target, drawn again and again.
    Terminal(MultiProgress),
    /// A line of JSON at each change.
    Json,
}

/// A target that is waited for.
struct Waiting {
    target: String,
    correlation_id: Option<String>,
    /// What was reported last.
    last: Value,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// The renderer that options and terminal ask for.
    ///
    /// # Errors
    ///
    /// A form of `--report` that does not exist.
    pub(crate) fn new(
        options: &Options,
        environment: Environment<'_>,
        stderr: &Stderr,
    ) -> Result<Self, Failure> {
        let is_dumb = environment("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        let renderer = match options.report.as_deref() {
            Some("json") => Renderer::Json,
            Some(form) => {
                return Err(
                    Failure::usage(format!("there is no form {form:?} of a report"))
                        .hint("use --report=json"),
                );
            }
            // Lines of a log would mix with it.
            None if options.quiet || options.logs || is_dumb || !stderr.is_terminal() => {
                Renderer::Silent
            }
            None => {
                Renderer::Terminal(MultiProgress::with_draw_target(ProgressDrawTarget::stderr()))
            }
        };
        let engine = match options.profiles.as_slice() {
            [name] => format!(" -p {name}"),
            _ => String::new(),
        };
        Ok(Self(Some(Arc::new(Shared {
            renderer,
            stderr: stderr.clone(),
            engine,
            lines: Mutex::default(),
            next: AtomicU64::new(0),
            handles_interrupts: AtomicBool::new(false),
        }))))
    }

    /// A request for a target is about to be sent. From now on an interrupt says how to go on.
    pub(crate) fn begin(&self, target: &str) -> Line {
        let Some(shared) = &self.0 else {
            return Line::default();
        };
        if shared.stderr.is_process() && !shared.handles_interrupts.swap(true, Ordering::Relaxed) {
            let of_handler = Arc::clone(shared);
            // Without a handler, an interrupt just ends the program.
            let _ = ctrlc::set_handler(move || of_handler.interrupted());
        }
        let bar = match &shared.renderer {
            Renderer::Terminal(bars) => {
                let bar = bars.add(ProgressBar::new_spinner());
                if let Ok(style) = ProgressStyle::with_template("{prefix}: {wide_msg} {elapsed}") {
                    bar.set_style(style);
                }
                bar.set_prefix(target.to_owned());
                bar.enable_steady_tick(TICK);
                Some(bar)
            }
            Renderer::Silent | Renderer::Json => None,
        };
        let id = shared.next.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting {
            target: target.to_owned(),
            correlation_id: None,
            last: Value::Null,
            bar,
        };
        shared.lines().insert(id, waiting);
        let line = Line(Some((Arc::clone(shared), id)));
        line.report("sending", json!({"state": "sending"}));
        line
    }

    /// Whether outcomes are reported as JSON.
    pub(crate) fn is_json(&self) -> bool {
        matches!(
            self.0.as_deref(),
            Some(Shared {
                renderer: Renderer::Json,
                ..
            })
        )
    }
}

impl Shared {
    fn lines(&self) -> MutexGuard<'_, BTreeMap<u64, Waiting>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the program; says what the engine goes on with.
    fn interrupted(&self) {
        let lines = self.lines();
        let end = || {
            for waiting in lines.values() {
                let _ = writeln!(self.stderr, "{}", self.hint(waiting));
            }
            std::process::exit(i32::from(Exit::Interrupted as u8))
        };
        match &self.renderer {
            // Nothing is drawn in between.
            Renderer::Terminal(bars) => bars.suspend(end),
            Renderer::Silent | Renderer::Json => end(),
        }
    }

    /// What an interrupt reports of a target.
    fn hint(&self, waiting: &Waiting) -> String {
        let (target, engine) = (&waiting.target, &self.engine);
        match &waiting.correlation_id {
            Some(id) => format!(
                "interrupted: the engine goes on with {target}\n\
                 hint: follow it with `ovirt{engine} jobs --search correlation_id={id}`"
            ),
            None => format!("interrupted: the engine may have received the request for {target}"),
        }
    }
}

/// The report of a target, from the request until its work has ended.
#[derive(Clone, Default)]
pub(crate) struct Line(Option<(Arc<Shared>, u64)>);

impl Line {
    /// The engine has responded.
    pub(crate) fn sent(&self, correlation_id: &str) {
        if let Some((shared, id)) = &self.0
            && let Some(waiting) = shared.lines().get_mut(id)
        {
            waiting.correlation_id = Some(correlation_id.to_owned());
        }
        let report = json!({"state": "started", "correlation_id": correlation_id});
        self.report("started", report);
    }

    /// The jobs of the request.
    pub(crate) fn jobs(&self, jobs: &[Job]) {
        let is_running = |job: &&Job| job.status == Some(JobStatus::Started);
        let Some(job) = jobs.iter().find(is_running) else {
            return;
        };
        let steps = job.steps.iter().flatten();
        let mut running = steps.filter(|step| step.status == Some(StepStatus::Started));
        let step: Option<&Step> = running.next_back();
        let description = job.description.as_deref().unwrap_or("a job");
        let mut text = description.to_owned();
        let mut report = json!({"state": "running", "job": description});
        if let Some(name) = step.and_then(|step| step.description.as_deref()) {
            text.push_str(&format!(", {name}"));
            report["step"] = name.into();
        }
        if let Some(percent) = step.and_then(|step| step.progress) {
            text.push_str(&format!(" {percent}%"));
            report["percent"] = percent.into();
        }
        self.report(&text, report);
    }

    /// The status of the object, which is to become another.
    pub(crate) fn status(&self, now: &str, wanted: &str) {
        let report = json!({"state": "waiting", "status": now, "wanted": wanted});
        self.report(&format!("is {now}, waiting for {wanted}"), report);
    }

    /// The work has ended.
    pub(crate) fn end(self, failure: Option<&Failure>) {
        let report = match failure {
            None => json!({"state": "done"}),
            Some(failure) => json!({
                "state": "failed",
                "exit": failure.exit as u8,
                "error": failure.message,
            }),
        };
        self.report("", report);
        if let Some((shared, id)) = &self.0
            && let Some(waiting) = shared.lines().remove(id)
            && let Some(bar) = waiting.bar
        {
            bar.finish_and_clear();
        }
    }

    /// Shows a text, or writes a line of JSON if it is another than before.
    fn report(&self, text: &str, mut report: Value) {
        let Some((shared, id)) = &self.0 else { return };
        let mut lines = shared.lines();
        let Some(waiting) = lines.get_mut(id) else {
            return;
        };
        if waiting.last == report {
            return;
        }
        waiting.last = report.clone();
        if let Some(bar) = &waiting.bar {
            bar.set_message(text.to_owned());
        }
        if matches!(shared.renderer, Renderer::Json) {
            report["target"] = waiting.target.clone().into();
            let _ = writeln!(shared.stderr, "{report}");
        }
    }
}
