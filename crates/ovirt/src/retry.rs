//! Retries: which failed requests are sent again, how often and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::Method;

use crate::clock::Deadline;
use crate::error::{Error, ErrorKind};
use crate::random;

/// A retry policy for transient failures: the engine is unreachable, starting or overloaded.
///
/// A request that only reads is retried after any such failure. Other requests are retried only if
/// no part of them can have reached the engine, so that nothing is done twice. The delay between
/// attempts doubles each time, with jitter, and is at least the `Retry-After` of the server. The
/// timeout of the request covers all attempts and delays. A `Retry-After` beyond that, or of more
/// than a minute and the maximum delay, ends the retries at once:
/// [`Details::retry_after`](crate::error::Details::retry_after) returns it.
///
/// Retries are off by default. They are enabled with
/// [`ConnectionBuilder::retries`](crate::ConnectionBuilder::retries) or
/// [`Request::with_retries`](crate::Request::with_retries).
///
/// ```
/// use std::time::Duration;
/// use ovirt::Retries;
///
/// let retries = Retries::new(5).delay(Duration::from_millis(100), Duration::from_secs(5));
/// ```
#[derive(Clone, Debug)]
pub struct Retries {
    tries: u32,
    first_delay: Duration,
    max_delay: Duration,
    budget: u32,
}

impl Retries {
    /// Limits a request to this number of attempts, including the first one.
    pub fn new(tries: u32) -> Self {
        Self {
            tries,
            first_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(10),
            budget: 20,
        }
    }

    /// Disables retries.
    pub fn none() -> Self {
        Self::new(1)
    }

    /// Sets the delay before the second attempt and the maximum delay; the defaults are 200 ms and
    /// 10 s.
    #[must_use]
    pub fn delay(mut self, first: Duration, max: Duration) -> Self {
        self.first_delay = first;
        self.max_delay = max.max(first);
        self
    }

    /// Limits the retries that all requests of a connection share; the default is 20.
    ///
    /// Ten successful requests earn one retry back. The budget prevents many failing requests from
    /// adding to the load of an overloaded engine.
    #[must_use]
    pub fn budget(mut self, tries: u32) -> Self {
        self.budget = tries;
        self
    }

    /// Returns the delay after this number of attempts: 50 to 100 % of the exponential backoff.
    fn delay_after(&self, tries: u32) -> Duration {
        let doubled = 2_u32.checked_pow(tries.saturating_sub(1));
        let backoff = doubled
            .and_then(|factor| self.first_delay.checked_mul(factor))
            .map_or(self.max_delay, |delay| delay.min(self.max_delay));
        // An f64 represents 53 bits exactly.
        let jitter = (random::number() >> 11) as f64 / (1_u64 << 53) as f64;
        let half = backoff / 2;
        half.saturating_add(half.mul_f64(jitter))
    }
}

impl Default for Retries {
    /// Three attempts.
    fn default() -> Self {
        Self::new(3)
    }
}

/// The retry budget of a connection.
#[derive(Debug)]
pub(crate) struct Budget {
    /// In tenths of a retry.
    left: AtomicU32,
    /// In tenths of a retry.
    max: u32,
}

const TENTHS: u32 = 10;

impl Budget {
    pub(crate) fn new(retries: &Retries) -> Self {
        let max = retries.budget.saturating_mul(TENTHS);
        Self {
            left: AtomicU32::new(max),
            max,
        }
    }

    /// Adds the share of a successful request.
    pub(crate) fn earn(&self) {
        let add = |left: u32| (left < self.max).then(|| left + 1);
        let _ = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }

    /// Takes a retry; returns whether one was left.
    fn take(&self) -> bool {
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(TENTHS)
            })
            .is_ok()
    }
}

/// The retry policy of one request.
pub(crate) struct Plan<'a> {
    pub(crate) retries: &'a Retries,
    pub(crate) budget: &'a Budget,
    pub(crate) method: &'a Method,
    /// The deadline for waiting while the object is locked.
    pub(crate) locked_until: Option<Deadline>,
    /// The deadline of the request.
    pub(crate) deadline: Deadline,
}

/// How long a server may ask to wait before a retry, unless the maximum delay is longer.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(60);

impl Plan<'_> {
    /// Returns the delay before the next attempt, or `None` if the error is final.
    pub(crate) fn delay(&self, error: &Error, tries: u32) -> Option<Duration> {
        if !error.is_retryable() {
            return None;
        }
        let busy = matches!(
            error.kind(),
            ErrorKind::Locked | ErrorKind::OperationInProgress
        );
        if busy {
            // The engine did not carry out the request: a retry is safe for any method.
            let until = self.locked_until?;
            return (!until.is_over()).then(|| LOCKED.delay_after(tries));
        }
        let safe = error.details().is_unsent()
            || matches!(*self.method, Method::GET | Method::HEAD | Method::OPTIONS);
        let requested = error.details().retry_after().unwrap_or_default();
        let waits = requested <= self.retries.max_delay.max(MAX_RETRY_AFTER)
            && (requested.is_zero() || self.deadline.allows(requested));
        if !safe || !waits || tries >= self.retries.tries || !self.budget.take() {
            return None;
        }
        Some(self.retries.delay_after(tries).max(requested))
    }
}

/// The delays while an object is locked, which usually takes seconds.
const LOCKED: Retries = Retries {
    tries: u32::MAX,
    first_delay: Duration::from_millis(250),
    max_delay: Duration::from_secs(5),
    budget: 0,
};

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Budget, Retries};

    #[test]
    fn delays_double_up_to_the_maximum_with_jitter() {
        let ms = Duration::from_millis;
        let retries = Retries::new(9).delay(ms(100), ms(500));
        for (tries, max) in [(1, 100), (2, 200), (3, 400), (4, 500), (40, 500)] {
            let delay = retries.delay_after(tries);
            assert!(
                ms(max / 2) <= delay && delay <= ms(max),
                "{tries}: {delay:?}"
            );
        }
        let delays: std::collections::BTreeSet<_> =
            (0..10).map(|_| retries.delay_after(1)).collect();
        assert!(delays.len() > 1);
    }

    #[test]
    fn a_budget_is_spent_and_earned_back() {
        let budget = Budget::new(&Retries::new(3).budget(2));
        assert!(budget.take() && budget.take() && !budget.take());
        (0..10).for_each(|_| budget.earn());
        assert!(budget.take() && !budget.take());
        (0..100).for_each(|_| budget.earn());
        assert!(budget.take() && budget.take() && !budget.take());
    }
}
