//! [`RequestLog`]: `-v`, `--trace` and `--timing`, from what the SDK reports to `tracing`.

mod timing;
mod trace;
mod xml;

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::ArgMatches;
use ovirt_model::Model;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Dispatch, Event, Metadata, Subscriber, dispatcher};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::{LookupSpan, Registry};

use self::timing::Timing;
use self::trace::Trace;
use crate::failure::Failure;
use crate::stderr::Stderr;

/// The target of the SDK's spans: one for each request.
const REQUESTS: &str = "ovirt";

/// The target of the SDK's wire log.
const TRAFFIC: &str = "ovirt::traffic";

/// Logs the requests of this thread, and of the threads it starts, until it is finished.
pub(crate) struct RequestLog {
    timing: Option<Arc<Mutex<Timing>>>,
    _guard: DefaultGuard,
}

impl RequestLog {
    /// Starts the log that the options of a command ask for; `None` if there are none.
    ///
    /// # Errors
    ///
    /// A form of `--trace` that does not exist, or a file that cannot be written.
    pub(crate) fn start(matches: &ArgMatches, stderr: &Stderr) -> Result<Option<Self>, Failure> {
        let flag = |name| matches!(matches.try_get_one::<bool>(name), Ok(Some(true)));
        let trace = matches.try_get_one::<String>("trace").ok().flatten();
        let trace = trace.map(|text| Trace::parse(text, stderr)).transpose()?;
        let timing = flag("timing").then(Arc::default);
        let is_verbose = flag("verbose");
        if trace.is_none() && timing.is_none() && !is_verbose {
            return Ok(None);
        }
        let layer = LogLayer {
            lines: is_verbose.then(|| stderr.clone()),
            trace,
            timing: timing.clone(),
        };
        let dispatch = Dispatch::new(Registry::default().with(layer));
        Ok(Some(Self {
            timing,
            _guard: dispatcher::set_default(&dispatch),
        }))
    }

    /// Ends the log, and prints the sums.
    pub(crate) fn finish(self, model: &Model, stderr: &Stderr) {
        if let Some(timing) = &self.timing {
            let timing = timing.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = write!(stderr, "{}", timing.table(model));
        }
    }
}

/// Receives the SDK's spans and events.
struct LogLayer {
    /// Where a line for each request goes.
    lines: Option<Stderr>,
    trace: Option<Trace>,
    timing: Option<Arc<Mutex<Timing>>>,
}

impl<S: Subscriber + for<'s> LookupSpan<'s>> Layer<S> for LogLayer {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        match metadata.target() {
            REQUESTS => true,
            // The SDK buffers each response for it.
            TRAFFIC => self.trace.is_some(),
            _ => false,
        }
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            let mut request = Request::new();
            attributes.record(&mut request);
            span.extensions_mut().insert(request);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(request) = span.extensions_mut().get_mut::<Request>()
        {
            values.record(request);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut text = Message::default();
        event.record(&mut text);
        if event.metadata().target() == REQUESTS {
            if let Some(stderr) = &self.lines {
                let _ = writeln!(stderr, "{}{}", text.message, text.fields);
            }
            return;
        }
        let Some(trace) = &self.trace else { return };
        let span = context.event_span(event);
        let mut extensions = span.as_ref().map(|span| span.extensions_mut());
        let request = extensions
            .as_mut()
            .and_then(|extensions| extensions.get_mut::<Request>());
        match (text.message.strip_prefix("> "), request) {
            // Written with its response: others may be under way.
            (Some(sent), Some(request)) => sent.clone_into(&mut request.sent),
            (Some(sent), None) => trace.write(sent, None),
            (None, Some(request)) => {
                trace.write(&std::mem::take(&mut request.sent), Some(&text.message));
            }
            (None, None) => trace.write("", Some(&text.message)),
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else {
            return;
        };
        let mut extensions = span.extensions_mut();
        let Some(request) = extensions.get_mut::<Request>() else {
            return;
        };
        let took = request.started.elapsed();
        if let (Some(trace), false) = (&self.trace, request.sent.is_empty()) {
            trace.write(&request.sent, None);
        }
        if let Some(stderr) = &self.lines {
            let _ = writeln!(stderr, "{}", request.line(took));
        }
        if let Some(timing) = &self.timing {
            let mut timing = timing.lock().unwrap_or_else(PoisonError::into_inner);
            timing.add(&request.method, &request.path, took, request.size);
        }
    }
}

/// What is known about a request.
struct Request {
    started: Instant,
    method: String,
    path: String,
    status: Option<u64>,
    /// Of the response, in bytes.
    size: Option<u64>,
    resends: u64,
    correlation_id: Option<String>,
    /// The kind of the error.
    error: Option<String>,
    /// The text of the request that has not been answered.
    sent: String,
}

impl Request {
    fn new() -> Self {
        Self {
            started: Instant::now(),
            method: String::new(),
            path: String::new(),
            status: None,
            size: None,
            resends: 0,
            correlation_id: None,
            error: None,
            sent: String::new(),
        }
    }

    /// The line of `-v`.
    fn line(&self, took: Duration) -> String {
        let mut line = format!("{} {}: ", self.method, self.path);
        match (self.status, &self.error) {
            (Some(status), _) => line.push_str(&status.to_string()),
            (None, Some(error)) => line.push_str(error),
            (None, None) => line.push_str("not finished"),
        }
        if let Some(size) = self.size {
            let _ = write!(line, ", {size} bytes");
        }
        let _ = write!(line, ", {} ms", took.as_millis());
        match self.resends {
            0 => line.push_str(", 1 attempt"),
            resends => {
                let _ = write!(line, ", {} attempts", resends + 1);
            }
        }
        if let Some(id) = &self.correlation_id {
            let _ = write!(line, ", correlation id {id}");
        }
        line
    }
}

impl Visit for Request {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "http.response.status_code" => self.status = Some(value),
            "http.response.body.size" => self.size = Some(value),
            "http.request.resend_count" => self.resends = value,
            _ => {}
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = || format!("{value:?}");
        match field.name() {
            "http.request.method" => self.method = text(),
            "url.path" => self.path = text(),
            "ovirt.correlation_id" => self.correlation_id = Some(text()),
            "error.type" => self.error = Some(text()),
            _ => {}
        }
    }
}

/// The text of an event.
#[derive(Default)]
struct Message {
    message: String,
    fields: String,
}

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = match field.name() {
            "message" => write!(self.message, "{value:?}"),
            name => write!(self.fields, ", {name}: {value:?}"),
        };
    }
}
