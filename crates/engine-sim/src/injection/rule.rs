//! Rules of fault injection: an effect, conditions on requests, and a frequency.

use std::time::Duration;

/// A fault injection rule, for [`Engine::inject`](crate::Engine::inject).
///
/// A constructor sets the effect; further methods restrict the requests. Without restrictions a
/// rule applies to all requests to the API, but not to logins and other paths of the server.
///
/// ```
/// use std::time::Duration;
/// use ovirt_engine_sim::{Engine, Rule};
///
/// let engine = Engine::builder().plain(true).start()?;
/// // The first two attempts to start a VM fail.
/// engine.inject(Rule::status(503).operation("vm.start").times(2));
/// // 1% of the responses are lost, although the request is executed.
/// engine.inject(Rule::reset().after_work().probability(0.01));
/// // A VM is locked for five seconds.
/// engine.inject(Rule::locked().object("web1").lasting(Duration::from_secs(5)));
/// // Logins are slow.
/// engine.inject(Rule::delay(Duration::from_millis(200)).path("/ovirt-engine/sso/**"));
/// // Rules can also be parsed, as on the command line.
/// engine.inject("503:1%:method=GET:path=vms/*".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a rule has no effect until it is passed to Engine::inject"]
pub struct Rule {
    pub(crate) effect: Effect,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) delay: Duration,
    pub(crate) jitter: Duration,
    pub(crate) after_work: bool,
    pub(crate) method: Option<String>,
    pub(crate) operation: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) object: Option<String>,
    pub(crate) skip: u64,
    pub(crate) each: u64,
    pub(crate) times: u64,
    pub(crate) probability: f64,
    pub(crate) lasting: Option<Duration>,
    pub(crate) every: Option<Duration>,
}

/// The effect of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Only a delay.
    #[default]
    Nothing,
    /// A response without a document of the engine.
    Status(u16),
    /// A fault of the engine.
    Fault {
        status: u16,
        reason: String,
        detail: String,
    },
    /// A fault for commands: another operation holds a lock on the object.
    Locked,
    /// Resets the connection instead of responding.
    Reset,
    /// Closes the connection instead of responding.
    HangUp,
    /// Closes the connection after this number of bytes of the body.
    Cut(usize),
    /// Ends the document after this number of bytes, with a valid HTTP response.
    Truncate(usize),
    /// Changes bytes of the document.
    Corrupt,
    /// Sends the body in chunks.
    Slow { bytes: usize, pause: Duration },
    /// Expires all tokens before the request is handled.
    ExpireTokens,
    /// Restarts the engine instead of responding.
    Restart,
}

/// Effects.
impl Rule {
    fn new(effect: Effect) -> Self {
        Self {
            effect,
            headers: Vec::new(),
            delay: Duration::ZERO,
            jitter: Duration::ZERO,
            after_work: false,
            method: None,
            operation: None,
            path: None,
            object: None,
            skip: 0,
            each: 1,
            times: u64::MAX,
            probability: 1.0,
            lasting: None,
            every: None,
        }
    }

    /// Responds with this status code and no document of the engine, like a proxy in front of it.
    pub fn status(status: u16) -> Self {
        Self::new(Effect::Status(status))
    }

    /// Responds with a fault of the engine with this status code, reason and detail.
    pub fn fault(status: u16, reason: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(Effect::Fault {
            status,
            reason: reason.into(),
            detail: detail.into(),
        })
    }

    /// Rejects commands with status code 409, as if another operation held a lock on the object.
    /// Requests that read are not affected.
    pub fn locked() -> Self {
        Self::new(Effect::Locked)
    }

    /// Resets the connection (RST) instead of responding, like a server that crashes.
    pub fn reset() -> Self {
        Self::new(Effect::Reset)
    }

    /// Closes the connection instead of responding, like a server that closes an idle connection.
    pub fn hang_up() -> Self {
        Self::new(Effect::HangUp)
    }

    /// Closes the connection after `bytes` bytes of the body, at the latest before the last one.
    pub fn cut(bytes: usize) -> Self {
        Self::new(Effect::Cut(bytes))
    }

    /// Ends the document after `bytes` bytes, with headers as if it were complete.
    pub fn truncate(bytes: usize) -> Self {
        Self::new(Effect::Truncate(bytes))
    }

    /// Changes some bytes of the document, the same ones for the same seed.
    pub fn corrupt() -> Self {
        Self::new(Effect::Corrupt)
    }

    /// Sends the body in chunks of `bytes` bytes, with a pause before each.
    pub fn slow(bytes: usize, pause: Duration) -> Self {
        Self::new(Effect::Slow { bytes, pause })
    }

    /// Expires all tokens when the request arrives, so that it fails with status code 401.
    pub fn expire_tokens() -> Self {
        Self::new(Effect::ExpireTokens)
    }

    /// Restarts the engine when the request arrives, as
    /// [`Engine::restart`](crate::Engine::restart). The response says that the engine stops.
    pub fn restart() -> Self {
        Self::new(Effect::Restart)
    }

    /// Returns the delay.
    pub fn delay_time(&self) -> Duration {
        self.delay
    }

    /// Delays the response, without another effect.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Effect::Nothing).delayed(delay)
    }

    /// Delays the effect.
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Varies the delay randomly by up to this much in either direction.
    pub fn jitter(mut self, jitter: Duration) -> Self {
        self.jitter = jitter;
        self
    }

    /// Executes the request before its response is lost or replaced. Without this, a request
    /// without its regular response changes nothing.
    pub fn after_work(mut self) -> Self {
        self.after_work = true;
        self
    }

    /// Adds a response header, such as `Retry-After`.
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

/// Conditions on requests. All of them must match.
impl Rule {
    /// Matches requests with this HTTP method.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Matches requests of an operation: service and method of the API model, such as `vms.list`,
    /// `vm.start` or `disk_attachments.add`. Either can be `*`.
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Matches requests of a path below the API root, such as `vms/*/nics`. `*` matches one path
    /// segment, `**` any number. A pattern with a leading slash matches the whole path:
    /// `/ovirt-engine/sso/**` matches logins, `/**` everything.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Matches requests of an object, by identifier or name, and of the collections below it.
    pub fn object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }
}

/// Frequency. The conditions apply in this order to the requests that match.
impl Rule {
    /// Limits the rule to this time after its injection.
    pub fn lasting(mut self, time: Duration) -> Self {
        self.lasting = Some(time);
        self
    }

    /// With [`lasting`](Self::lasting): reactivates the rule periodically.
    pub fn every(mut self, time: Duration) -> Self {
        self.every = Some(time);
        self
    }

    /// Skips the first `requests` requests.
    pub fn skip(mut self, requests: u64) -> Self {
        self.skip = requests;
        self
    }

    /// Affects only every n-th of the remaining requests: with 10 the 10th, the 20th and so on.
    pub fn each(mut self, requests: u64) -> Self {
        self.each = requests.max(1);
        self
    }

    /// Sets the probability, from 0 to 1. Random decisions follow from the seed.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = probability;
        self
    }

    /// Limits the number of affected requests.
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }
}
