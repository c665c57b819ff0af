//! Which requests are sent again when they fail, how often and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::Method;

use crate::clock::Deadline;
use crate::error::Error;
use crate::random;

/// Sending requests again that fail for a reason that may pass: the engine can't be reached, is
/// starting, or says that it has too much to do.
///
/// A request that only reads is sent again after any such failure. Any other one only if no part
/// of it can have reached the engine, so that nothing is ever done twice. Between the tries there
/// is a delay, which doubles each time and is never quite the same; a `Retry-After` of the server
/// is kept to. All of it happens within the time limit of the request.
///
/// Nothing is sent again unless this is asked for, with
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
    longest_delay: Duration,
    budget: u32,
}

impl Retries {
    /// So many tries of a request at most, the first one included.
    pub fn new(tries: u32) -> Self {
        Self {
            tries,
            first_delay: Duration::from_millis(200),
            longest_delay: Duration::from_secs(10),
            budget: 20,
        }
    }

    /// One try only.
    pub fn none() -> Self {
        Self::new(1)
    }

    /// The delay before the second try, and the longest one; 200 milliseconds and 10 seconds
    /// unless set.
    #[must_use]
    pub fn delay(mut self, first: Duration, longest: Duration) -> Self {
        self.first_delay = first;
        self.longest_delay = longest.max(first);
        self
    }

    /// How many tries beyond the first all requests of a connection have together; 20 unless set.
    /// Ten requests that succeed earn one back. It keeps many requests that fail together from
    /// making things worse for an engine that is in trouble.
    #[must_use]
    pub fn budget(mut self, tries: u32) -> Self {
        self.budget = tries;
        self
    }

    /// The delay after so many tries: between a half of what it grows to and that.
    fn delay_after(&self, tries: u32) -> Duration {
        let doubled = 2_u32.checked_pow(tries.saturating_sub(1));
        let most = doubled
            .and_then(|factor| self.first_delay.checked_mul(factor))
            .map_or(self.longest_delay, |delay| delay.min(self.longest_delay));
        // The upper 53 bits fit a float exactly.
        let part = (random::number() >> 11) as f64 / (1_u64 << 53) as f64;
        most.mul_f64(0.5 + part / 2.0)
    }
}

impl Default for Retries {
    /// Three tries.
    fn default() -> Self {
        Self::new(3)
    }
}

/// What is left of the budget of a connection.
#[derive(Debug)]
pub(crate) struct Budget {
    /// In tenths of a try.
    left: AtomicU32,
    most: u32,
}

const TENTHS: u32 = 10;

impl Budget {
    pub(crate) fn new(retries: &Retries) -> Self {
        let most = retries.budget.saturating_mul(TENTHS);
        Self {
            left: AtomicU32::new(most),
            most,
        }
    }

    /// A request has succeeded.
    pub(crate) fn earn(&self) {
        let more = |left: u32| (left < self.most).then(|| left + 1);
        let _ = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }

    /// Whether there is a try left; it is taken.
    fn take(&self) -> bool {
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(TENTHS)
            })
            .is_ok()
    }
}

/// How the failures of one request are dealt with.
pub(crate) struct Plan<'a> {
    pub(crate) retries: &'a Retries,
    pub(crate) budget: &'a Budget,
    pub(crate) method: &'a Method,
    /// Until when an object that is locked is waited for.
    pub(crate) locked_until: Option<Deadline>,
}

impl Plan<'_> {
    /// How long to wait before the next try; nothing if the error is final.
    pub(crate) fn delay(&self, error: &Error, tries: u32) -> Option<Duration> {
        if !error.is_retryable() {
            return None;
        }
        if error.is_conflict() {
            // It was not carried out: trying again is safe whatever it is.
            let until = self.locked_until?;
            return (!until.is_over()).then(|| LOCKED.delay_after(tries));
        }
        let harmless = error.details().is_unsent()
            || matches!(*self.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if !harmless || tries >= self.retries.tries || !self.budget.take() {
            return None;
        }
        let delay = self.retries.delay_after(tries);
        Some(
            error
                .details()
                .retry_after()
                .map_or(delay, |asked| asked.max(delay)),
        )
    }
}

/// Locks mostly last for seconds.
const LOCKED: Retries = Retries {
    tries: u32::MAX,
    first_delay: Duration::from_millis(250),
    longest_delay: Duration::from_secs(5),
    budget: 0,
};

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Budget, Retries};

    #[test]
    fn delays_double_to_the_longest_and_vary() {
        let ms = Duration::from_millis;
        let retries = Retries::new(9).delay(ms(100), ms(500));
        for (tries, most) in [(1, 100), (2, 200), (3, 400), (4, 500), (40, 500)] {
            let delay = retries.delay_after(tries);
            assert!(
                ms(most / 2) <= delay && delay <= ms(most),
                "{tries}: {delay:?}"
            );
        }
        let delays: std::collections::BTreeSet<_> =
            (0..10).map(|_| retries.delay_after(1)).collect();
        assert!(delays.len() > 1);
    }

    #[test]
    fn a_budget_is_used_up_and_earned_back() {
        let budget = Budget::new(&Retries::new(3).budget(2));
        assert!(budget.take() && budget.take() && !budget.take());
        (0..10).for_each(|_| budget.earn());
        assert!(budget.take() && !budget.take());
        (0..100).for_each(|_| budget.earn());
        assert!(budget.take() && budget.take() && !budget.take());
    }
}
