//! Time: the only place that reads it, and where waiting ends at a deadline.

#![expect(
    clippy::disallowed_methods,
    reason = "the one file that reads the time and waits"
)]

use std::future::Future;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::{Instant, timeout_at};

/// A point in time until which something must be done; none when it is too far away to be told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline {
    at: Option<Instant>,
    duration: Duration,
}

impl Deadline {
    /// The deadline that is this long from now.
    pub(crate) fn after(duration: Duration) -> Self {
        Self {
            at: Instant::now().checked_add(duration),
            duration,
        }
    }

    /// How long it was until then when it was made.
    pub(crate) fn duration(self) -> Duration {
        self.duration
    }

    /// Whether it has passed.
    pub(crate) fn is_over(self) -> bool {
        self.at.is_some_and(|instant| Instant::now() >= instant)
    }

    /// The future's output, or `None` if it isn't there in time.
    ///
    /// It is asked for in its place (`pin!`, or a box): each function that a future is handed down
    /// through would else hold it twice, and all of it is copied at each step.
    pub(crate) async fn limit<F: Future + Unpin>(self, future: F) -> Option<F::Output> {
        match self.at {
            Some(instant) => timeout_at(instant, future).await.ok(),
            None => Some(future.await),
        }
    }
}

/// The time, in milliseconds since 1970.
pub(crate) fn unix_milliseconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    })
}

/// Waits this long, without blocking.
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
    fn what_is_never_ready_ends_at_the_deadline() {
        let output = runtime().block_on(async {
            Deadline::after(Duration::from_millis(1))
                .limit(pin!(pending::<()>()))
                .await
        });
        assert_eq!(output, None);
    }

    #[test]
    fn the_longest_duration_is_no_deadline() {
        let output =
            runtime().block_on(async { Deadline::after(Duration::MAX).limit(ready(7)).await });
        assert_eq!(output, Some(7));
    }
}
