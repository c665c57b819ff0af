//! Access to the clock, and deadlines. No other module reads the time.

#![expect(
    clippy::disallowed_methods,
    reason = "the one file that reads the time and waits"
)]

use std::future::Future;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::{Instant, timeout_at};

/// A deadline; `at` is `None` if it is beyond the range of [`Instant`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline {
    at: Option<Instant>,
    duration: Duration,
}

impl Deadline {
    /// Creates a deadline this long from now.
    pub(crate) fn after(duration: Duration) -> Self {
        Self {
            at: Instant::now().checked_add(duration),
            duration,
        }
    }

    /// Returns the duration passed to [`after`](Self::after).
    pub(crate) fn duration(self) -> Duration {
        self.duration
    }

    /// Whether the deadline has passed.
    pub(crate) fn is_over(self) -> bool {
        self.at.is_some_and(|instant| Instant::now() >= instant)
    }

    /// Whether this much time is left.
    pub(crate) fn allows(self, duration: Duration) -> bool {
        let left = self
            .at
            .map(|at| at.saturating_duration_since(Instant::now()));
        left.is_none_or(|left| duration < left)
    }

    /// Returns the output of the future, or `None` if the deadline passes first.
    ///
    /// Takes a pinned future: passing it by value would store it once per caller.
    pub(crate) async fn limit<F: Future + Unpin>(self, future: F) -> Option<F::Output> {
        match self.at {
            Some(instant) => timeout_at(instant, future).await.ok(),
            None => Some(future.await),
        }
    }
}

/// Returns the time in milliseconds since the Unix epoch.
pub(crate) fn unix_milliseconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    })
}

/// Waits without blocking the thread.
pub(crate) async fn sleep(duration: Duration) {
    tokio::time::sleep(duration).await;
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};
    use std::pin::pin;
    use std::time::Duration;

    use super::Deadline;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    }

    #[test]
    fn a_pending_future_ends_at_the_deadline() {
        let output = runtime().block_on(async {
            Deadline::after(Duration::from_millis(1))
                .limit(pin!(pending::<()>()))
                .await
        });
        assert_eq!(output, None);
    }

    #[test]
    fn the_longest_duration_never_expires() {
        let output =
            runtime().block_on(async { Deadline::after(Duration::MAX).limit(ready(7)).await });
        assert_eq!(output, Some(7));
    }
}
