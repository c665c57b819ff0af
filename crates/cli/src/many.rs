//! Several targets: some at once, all tried, outcomes in the order given.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tracing::dispatcher;

use crate::failure::Failure;
use crate::options::Options;

/// Handles each target. Returns `None` for a target skipped after a failure.
pub(crate) fn run<T: Sync, R: Send>(
    targets: &[T],
    options: &Options,
    handle: impl Fn(&T) -> Result<R, Failure> + Sync,
) -> Vec<Option<Result<R, Failure>>> {
    let outcomes: Vec<Mutex<Option<Result<R, Failure>>>> =
        targets.iter().map(|_| Mutex::new(None)).collect();
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = || {
        while !stopped.load(Ordering::Relaxed) {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(target), Some(outcome)) = (targets.get(index), outcomes.get(index)) else {
                return;
            };
            let result = handle(target);
            if result.is_err() && options.fail_fast {
                stopped.store(true, Ordering::Relaxed);
            }
            if let Ok(mut outcome) = outcome.lock() {
                *outcome = Some(result);
            }
        }
    };
    let workers = options.parallel.min(targets.len());
    if workers < 2 {
        work();
    } else {
        // The log of requests is that of this thread.
        let log = dispatcher::get_default(Clone::clone);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| dispatcher::with_default(&log, work));
            }
        });
    }
    outcomes
        .into_iter()
        .map(|outcome| outcome.into_inner().ok().flatten())
        .collect()
}
