//! The middle of several measurements.

use std::time::{Duration, Instant};

/// Durations of several rounds of one piece of work.
#[derive(Debug, Default)]
pub struct Rounds(Vec<Duration>);

impl Rounds {
    /// Adds a round: how long `work` takes. To drop what it gives is not part of it.
    pub fn add<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0.push(start.elapsed());
        result
    }

    /// The round in the middle; zero where there was none.
    pub fn median(&self) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }

    /// The shortest round, least disturbed by what else the machine did.
    pub fn fastest(&self) -> Duration {
        self.0.iter().min().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Rounds;
    use std::time::Duration;

    #[test]
    fn the_median_is_the_round_in_the_middle() {
        let rounds = Rounds([9, 1, 4].map(Duration::from_secs).to_vec());
        assert_eq!(rounds.median(), Duration::from_secs(4));
        assert_eq!(Rounds::default().median(), Duration::ZERO);
    }
}
