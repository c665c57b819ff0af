//! What a rule of fault injection says: what happens, to which requests, how often.

use std::time::Duration;

/// What happens to requests, to which, and how often: for [`Engine::inject`](crate::Engine::inject).
///
/// A rule is made of what happens, then narrowed down. One that isn't narrowed down applies to each
/// request of the API, but not to logins and other addresses of the server.
///
/// ```
/// use std::time::Duration;
/// use ovirt_engine_sim::{Engine, Rule};
///
/// let engine = Engine::builder().plain(true).start()?;
/// // The first two starts of a machine fail, and then no more.
/// engine.inject(Rule::status(503).operation("vm.start").times(2));
/// // One of a hundred answers is lost, though what was asked for is done.
/// engine.inject(Rule::reset().after_work().probability(0.01));
/// // A machine that something else is being done with.
/// engine.inject(Rule::locked().object("web1").lasting(Duration::from_secs(5)));
/// // An engine that is slow to log in.
/// engine.inject(Rule::delay(Duration::from_millis(200)).path("/ovirt-engine/sso/**"));
/// // The same can be written as text, as on the server's command line.
/// engine.inject("503:1%:method=GET:path=vms/*".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a rule does nothing before it is given to Engine::inject"]
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

/// What happens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing but a delay.
    #[default]
    Nothing,
    /// An answer that has no document of the engine.
    Status(u16),
    /// A refusal by the engine.
    Fault {
        status: u16,
        reason: String,
        detail: String,
    },
    /// A refusal, of commands only, as something else is being done with the object.
    Locked,
    /// The connection is torn down in place of an answer.
    Reset,
    /// The connection is closed in place of an answer.
    HangUp,
    /// The connection is closed after so many bytes of the body.
    Cut(usize),
    /// The document ends after so many bytes; nothing else is wrong.
    Truncate(usize),
    /// Bytes of the document are changed.
    Corrupt,
    /// The body comes in pieces.
    Slow { bytes: usize, pause: Duration },
    /// All tokens become unknown, just before the request is looked at.
    ExpireTokens,
}

/// What happens.
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

    /// An answer with this status that is no document of the engine, as a server before it gives.
    pub fn status(status: u16) -> Self {
        Self::new(Effect::Status(status))
    }

    /// A refusal by the engine, in a fault with this reason and detail.
    pub fn fault(status: u16, reason: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(Effect::Fault {
            status,
            reason: reason.into(),
            detail: detail.into(),
        })
    }

    /// Commands are refused with status 409 and the text that something else is being done with the
    /// object; what only reads is answered.
    pub fn locked() -> Self {
        Self::new(Effect::Locked)
    }

    /// The connection is reset in place of an answer, as by a server that dies.
    pub fn reset() -> Self {
        Self::new(Effect::Reset)
    }

    /// The connection is closed in place of an answer, as by a server that closes an idle one.
    pub fn hang_up() -> Self {
        Self::new(Effect::HangUp)
    }

    /// The connection is closed after so many bytes of the answer's body, before its last one.
    pub fn cut(bytes: usize) -> Self {
        Self::new(Effect::Cut(bytes))
    }

    /// The answer's document ends after so many bytes, though it arrives as if it were complete.
    pub fn truncate(bytes: usize) -> Self {
        Self::new(Effect::Truncate(bytes))
    }

    /// Some bytes of the answer's document are changed, the same ones for the same seed.
    pub fn corrupt() -> Self {
        Self::new(Effect::Corrupt)
    }

    /// The answer's body comes in pieces of so many bytes, with a pause before each.
    pub fn slow(bytes: usize, pause: Duration) -> Self {
        Self::new(Effect::Slow { bytes, pause })
    }

    /// All tokens become unknown when the request comes, so that it is refused with status 401.
    pub fn expire_tokens() -> Self {
        Self::new(Effect::ExpireTokens)
    }

    /// The delay that was set.
    pub fn delay_time(&self) -> Duration {
        self.delay
    }

    /// The answer comes late; nothing else happens.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Effect::Nothing).delayed(delay)
    }

    /// What happens, happens late.
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The delay differs from what it was set to by up to this much, either way.
    pub fn jitter(mut self, jitter: Duration) -> Self {
        self.jitter = jitter;
        self
    }

    /// The request is carried out before its answer is lost or replaced. Without this, answers that
    /// never come and those with another status leave everything as it was.
    pub fn after_work(mut self) -> Self {
        self.after_work = true;
        self
    }

    /// A further header of the answer, such as `Retry-After`.
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

/// To which requests. All that is said must fit.
impl Rule {
    /// Requests with this HTTP method.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Requests of an operation: service and method as the API's model names them, such as
    /// `vms.list`, `vm.start` or `disk_attachments.add`. Either can be `*`.
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Requests of a path below the root of the API, such as `vms/*/nics`. `*` stands for any one
    /// segment, `**` for any number of them. With a slash at the start it is the whole path, so that
    /// `/ovirt-engine/sso/**` are logins and `/**` is everything.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Requests of an object, by its identifier or name, and of what is below it.
    pub fn object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }
}

/// How often, of the requests that fit: in this order.
impl Rule {
    /// The rule is in force for so long after it was injected.
    pub fn lasting(mut self, time: Duration) -> Self {
        self.lasting = Some(time);
        self
    }

    /// With [`lasting`](Self::lasting): it comes into force again each time this has passed.
    pub fn every(mut self, time: Duration) -> Self {
        self.every = Some(time);
        self
    }

    /// The first so many requests are left alone.
    pub fn skip(mut self, requests: u64) -> Self {
        self.skip = requests;
        self
    }

    /// Of those that are left, only each one of so many: with 10 the 10th, the 20th and so on.
    pub fn each(mut self, requests: u64) -> Self {
        self.each = requests.max(1);
        self
    }

    /// How likely it is, from 0 to 1. What happens when is decided by the engine's seed.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = probability;
        self
    }

    /// It happens at most so many times.
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }
}
