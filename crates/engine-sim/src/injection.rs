//! Fault injection: evaluates the rules for a request and applies their effects to its response.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use hyper::header::{HeaderName, HeaderValue};

use crate::fault::Fault;
use crate::lock::lock;
use crate::message::{Request, Response};
use crate::restart;
use crate::server::encode_response;
use crate::shared::Shared;

mod body;
mod rule;
mod syntax;
mod target;

pub(crate) use body::{ConnectionAborted, ResponseBody};
use rule::Effect;
pub use rule::Rule;
pub use syntax::RuleError;
pub(crate) use target::Operation;
use target::RequestProperties;

/// Handle to an active rule, returned by [`Engine::inject`](crate::Engine::inject). Dropping the
/// handle does not remove the rule.
#[derive(Clone)]
pub struct Injected {
    shared: Arc<Shared>,
    number: u64,
}

impl std::fmt::Debug for Injected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Injected")
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl Injected {
    pub(crate) fn new(shared: Arc<Shared>, rule: Rule) -> Self {
        let number = lock(&shared.rules).add(rule);
        Self { shared, number }
    }

    /// Returns how many requests the rule has affected so far.
    pub fn hits(&self) -> u64 {
        let rules = lock(&self.shared.rules);
        rules
            .rules
            .iter()
            .find(|active| active.number == self.number)
            .map_or(0, |active| active.hits)
    }

    /// Removes the rule.
    pub fn remove(self) {
        lock(&self.shared.rules)
            .rules
            .retain(|active| active.number != self.number);
    }
}

/// The active rules.
pub(crate) struct Rules {
    rules: Vec<ActiveRule>,
    seed: u64,
    added: u64,
}

/// An active rule.
struct ActiveRule {
    rule: Rule,
    number: u64,
    since: Instant,
    random: Random,
    seen: u64,
    hits: u64,
}

impl Rules {
    pub(crate) fn new(seed: u64, rules: Vec<Rule>) -> Self {
        let mut active = Self {
            rules: Vec::new(),
            seed,
            added: 0,
        };
        for rule in rules {
            active.add(rule);
        }
        active
    }

    pub(crate) fn add(&mut self, rule: Rule) -> u64 {
        self.added += 1;
        self.rules.push(ActiveRule {
            rule,
            number: self.added,
            since: Instant::now(),
            random: Random(self.seed ^ self.added.wrapping_mul(0xD6E8_FEB8_6659_FD93)),
            seen: 0,
            hits: 0,
        });
        self.added
    }

    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Evaluates the rules in order: delays add up; the first rule with another effect is the last.
    fn evaluate(&mut self, request: &Request, target: &RequestProperties) -> Verdict {
        let mut verdict = Verdict::default();
        for active in &mut self.rules {
            if !active.applies(request, target) {
                continue;
            }
            verdict.delay += active.delay();
            let rule = &active.rule;
            verdict.headers.extend(rule.headers.iter().cloned());
            if rule.effect != Effect::Nothing {
                verdict.effect = rule.effect.clone();
                verdict.after_work = rule.after_work;
                verdict.random = active.random.next();
                break;
            }
        }
        verdict
    }
}

impl ActiveRule {
    fn applies(&mut self, request: &Request, target: &RequestProperties) -> bool {
        if !self.is_active() || !target.matches(&self.rule, request) {
            return false;
        }
        self.seen += 1;
        let rule = &self.rule;
        if self.hits >= rule.times
            || self.seen <= rule.skip
            || !(self.seen - rule.skip).is_multiple_of(rule.each)
        {
            return false;
        }
        let happens = rule.probability >= 1.0 || self.random.fraction() < rule.probability;
        self.hits += u64::from(happens);
        happens
    }

    fn is_active(&self) -> bool {
        let Some(lasting) = self.rule.lasting else {
            return true;
        };
        let passed = self.since.elapsed();
        let into = match self.rule.every.map(|every| every.as_nanos()) {
            None | Some(0) => passed.as_nanos(),
            Some(every) => passed.as_nanos() % every,
        };
        into < lasting.as_nanos()
    }

    fn delay(&mut self) -> Duration {
        let rule = &self.rule;
        if rule.jitter.is_zero() {
            return rule.delay;
        }
        let least = rule.delay.saturating_sub(rule.jitter);
        let range = rule.delay.saturating_add(rule.jitter).saturating_sub(least);
        least + range.mul_f64(self.random.fraction())
    }
}

/// A deterministic random number generator (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number in the range `0.0..1.0`.
    fn fraction(&mut self) -> f64 {
        // The 53 bits of an `f64` mantissa.
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// The combined effect of the rules on one request.
#[derive(Default)]
pub(crate) struct Verdict {
    delay: Duration,
    effect: Effect,
    after_work: bool,
    headers: Vec<(String, String)>,
    random: u64,
}

/// Evaluates the active rules for a request.
pub(crate) fn evaluate(request: &Request, shared: &Shared) -> Verdict {
    let rules = lock(&shared.rules);
    if rules.rules.is_empty() {
        return Verdict::default();
    }
    let objects = rules
        .rules
        .iter()
        .any(|active| active.rule.object.is_some());
    let operation = rules
        .rules
        .iter()
        .any(|active| active.rule.operation.is_some());
    // Never holds both locks, to avoid a deadlock.
    drop(rules);
    let target = RequestProperties::of_request(request, shared, operation, objects);
    let verdict = lock(&shared.rules).evaluate(request, &target);
    if verdict.effect == Effect::ExpireTokens {
        lock(&shared.sso).expire_tokens();
    }
    verdict
}

impl Verdict {
    /// Returns the engine's response or its replacement. `work` gets whether to execute the
    /// request; if not, it only drains the body, so that the client can read the response.
    pub(crate) async fn respond<Work>(
        &self,
        request: &Request,
        shared: &Shared,
        work: impl FnOnce(bool) -> Work,
    ) -> hyper::Response<ResponseBody>
    where
        Work: Future<Output = hyper::Response<ResponseBody>>,
    {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let replacement = match &self.effect {
            Effect::Status(status) => status_page(*status),
            Effect::Fault {
                status,
                reason,
                detail,
            } => fault_response(request, Fault::injected(*status, reason, detail)),
            Effect::Locked => fault_response(request, Fault::locked()),
            Effect::Restart => restart::stopping_page(request),
            Effect::Reset | Effect::HangUp => Response::empty(500),
            _ => return work(true).await,
        };
        if self.effect == Effect::Restart {
            shared.restarts.begin();
        }
        let aborts = matches!(self.effect, Effect::Reset | Effect::HangUp);
        if self.after_work || !aborts {
            work(self.after_work).await;
        }
        encode_response(replacement, request, shared)
    }

    /// Applies the effects on the response; an error closes the connection instead.
    pub(crate) fn send(
        self,
        response: hyper::Response<ResponseBody>,
        reset: impl FnOnce(),
    ) -> Result<hyper::Response<ResponseBody>, ConnectionAborted> {
        let (mut parts, body) = response.into_parts();
        for (name, value) in &self.headers {
            if let (Ok(name), Ok(value)) = (
                HeaderName::try_from(name.as_str()),
                HeaderValue::try_from(value.as_str()),
            ) {
                parts.headers.insert(name, value);
            }
        }
        let body = match self.effect {
            Effect::Reset => {
                reset();
                return Err(ConnectionAborted);
            }
            Effect::HangUp => return Err(ConnectionAborted),
            Effect::Cut(bytes) => ResponseBody::cut(body.collect(), bytes),
            Effect::Truncate(bytes) => {
                let mut body = body.collect();
                body.truncate(bytes.min(body.len().saturating_sub(1)));
                ResponseBody::whole(body)
            }
            Effect::Corrupt => ResponseBody::whole(corrupt(&body.collect(), Random(self.random))),
            Effect::Slow { bytes, pause } => ResponseBody::slow(body.collect(), bytes, pause),
            _ => body,
        };
        Ok(hyper::Response::from_parts(parts, body))
    }
}

/// The error page of a server in front of the engine. A missing object is an empty 404.
fn status_page(status: u16) -> Response {
    if status == 404 {
        return Response::empty(status);
    }
    let reason = hyper::StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    Response::html(status, reason.unwrap_or("Error"))
}

/// A fault as the engine sends it: for actions inside the action document.
fn fault_response(request: &Request, fault: Fault) -> Response {
    let action = std::str::from_utf8(&request.body)
        .ok()
        .and_then(|body| crate::node::Node::parse(body).ok())
        .filter(|document| request.method == "POST" && document.tag == "action");
    match action {
        Some(action) => fault.into_action(action),
        None => fault.into_response(),
    }
}

/// Overwrites one byte in a hundred, at least one.
fn corrupt(body: &Bytes, mut random: Random) -> Bytes {
    let mut bytes = body.to_vec();
    let Some(bound) = std::num::NonZeroU64::new(bytes.len() as u64) else {
        return Bytes::new();
    };
    for _ in 0..=bytes.len() / 100 {
        let at = usize::try_from(random.next() % bound).unwrap_or_default();
        if let Some(byte) = bytes.get_mut(at) {
            // Control characters are invalid anywhere in a document.
            *byte = 0x01;
        }
    }
    Bytes::from(bytes)
}
