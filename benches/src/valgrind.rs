//! Instructions of processes, counted by valgrind.

use std::process::Command;

use crate::Result;

/// Makes glibc copy in loops: valgrind counts `rep movsb` as one instruction for each byte.
const TUNABLES: &str = "glibc.cpu.x86_rep_movsb_threshold=1000000000:\
    glibc.cpu.x86_rep_stosb_threshold=1000000000";

/// The instructions of a process of this program with these arguments.
///
/// # Errors
///
/// valgrind is not installed, or the process fails.
pub fn instructions(arguments: &[&str]) -> Result<u64> {
    let options = [
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
    ];
    let output = Command::new("valgrind")
        .args(options)
        .arg(std::env::current_exe()?)
        .args(arguments)
        .env("GLIBC_TUNABLES", TUNABLES)
        .output()
        .map_err(|error| format!("valgrind cannot be run ({error}); try `counts memory`"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{arguments:?} failed: {report}").into());
    }
    let count = report.lines().find_map(|line| {
        let (name, count) = line.rsplit_once(':')?;
        name.ends_with("refs").then_some(count)
    });
    let digits: String = count
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let count = digits.parse();
    count.map_err(|_| format!("no instruction count in valgrind's report: {report}").into())
}
