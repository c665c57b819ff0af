//! Processor time and memory of this process and thread.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Processor time of this process so far, all threads.
#[must_use]
pub fn cpu() -> Duration {
    time(ClockId::ProcessCPUTime)
}

/// Processor time of this thread so far. Other processes disturb it less than they do the clock.
#[must_use]
pub fn thread_cpu() -> Duration {
    time(ClockId::ThreadCPUTime)
}

fn time(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::try_from(time).unwrap_or_default()
}

/// Peak memory of this process in MiB (Linux; zero elsewhere).
#[must_use]
pub fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes: Option<f64> = kilobytes.and_then(|text| text.trim().parse().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
