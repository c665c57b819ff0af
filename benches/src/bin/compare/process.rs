//! What the system knows of this process.

use std::fs;
use std::time::Duration;

/// Processor time so far, of all threads; to a hundredth of a second.
pub(crate) fn cpu() -> Duration {
    // The clock of these figures has 100 ticks a second on all Linux systems of today.
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let field = |at: usize| -> u64 {
        let field = after_name.split(' ').nth(at);
        field.and_then(|text| text.parse().ok()).unwrap_or_default()
    };
    Duration::from_millis(10 * (field(11) + field(12)))
}

/// The most memory that this process has had, in MiB.
pub(crate) fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes: Option<f64> = kilobytes.and_then(|text| text.trim().parse().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
