//! Order and arithmetic of dates.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::time::Duration;

use super::Date;

impl Date {
    /// The date this much later; `None` beyond the year 9999.
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        let local = self.local.checked_add(duration.try_into().ok()?)?;
        Some(Self { local, ..self })
    }

    /// The date this much earlier; `None` before the year -9999.
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        let local = self.local.checked_sub(duration.try_into().ok()?)?;
        Some(Self { local, ..self })
    }

    /// The time since an earlier date; `None` if that is later.
    pub fn checked_duration_since(self, earlier: Self) -> Option<Duration> {
        (self.in_utc() - earlier.in_utc()).try_into().ok()
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.in_utc() == other.in_utc()
    }
}

impl Eq for Date {}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.in_utc().cmp(&other.in_utc())
    }
}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.in_utc().unix_timestamp_nanos().hash(state);
    }
}

impl Add<Duration> for Date {
    type Output = Self;

    /// The date this much later, at most the last instant of the year 9999.
    fn add(self, duration: Duration) -> Self {
        let duration = duration.try_into().unwrap_or(time::Duration::MAX);
        Self {
            local: self.local.saturating_add(duration),
            ..self
        }
    }
}

impl AddAssign<Duration> for Date {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Date {
    type Output = Self;

    /// The date this much earlier, at least the first instant of the year -9999.
    fn sub(self, duration: Duration) -> Self {
        let duration = duration.try_into().unwrap_or(time::Duration::MAX);
        Self {
            local: self.local.saturating_sub(duration),
            ..self
        }
    }
}

impl SubAssign<Duration> for Date {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Sub for Date {
    type Output = Duration;

    /// The time since an earlier date; zero if that is later, as with
    /// [`Instant`](std::time::Instant).
    fn sub(self, earlier: Self) -> Duration {
        self.checked_duration_since(earlier).unwrap_or_default()
    }
}
