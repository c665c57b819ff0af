//! Threads that read batches of a list, among them the one that receives it: where the others have
//! enough to do, it need neither wake one nor wait.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use ovirt_types::{Batch, Items};
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

/// The most threads that read at the same time: a network is seldom faster than these.
const MOST_THREADS: usize = 4;

/// How many batches are left to wait for each of the other threads, so that it finds the next one when it
/// has read one: this thread may be busy for as long as it takes to receive or to read one.
const LEFT: usize = 1;

/// A batch, and its objects if it was one.
pub(crate) type Read = (Batch, Option<Box<dyn Items>>);

/// Where a batch comes out that has been read; an error if the runtime ends before.
pub(crate) type Reading = oneshot::Receiver<Read>;

/// Reads batches, those first that came first.
pub(crate) struct Readers {
    queue: Arc<Queue>,
    /// How many other threads there may be; none on a single core, which does best what is there.
    helpers: usize,
}

#[derive(Default)]
struct Queue(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    /// Other threads at work.
    running: usize,
}

struct Job {
    batch: Batch,
    done: oneshot::Sender<Read>,
}

impl Readers {
    pub(crate) fn new() -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        Self {
            queue: Arc::default(),
            helpers: cores.min(MOST_THREADS) - 1,
        }
    }

    /// Whether there may be other threads.
    pub(crate) fn are_several(&self) -> bool {
        self.helpers > 0
    }

    /// The most batches that there should be at the same time: for each of the other threads one that
    /// it reads, those that wait for it, and one that was read before its turn came; and one of this
    /// thread.
    pub(crate) fn most(&self) -> usize {
        (LEFT + 2) * self.helpers + 1
    }

    /// Has a batch read when its turn comes.
    pub(crate) fn add(&self, batch: Batch) -> Reading {
        let (done, reading) = oneshot::channel();
        if let Some(helper) = self.enqueue(Job { batch, done }) {
            // With the queue unlocked: a runtime that ends drops the helper at once, and that locks it.
            spawn_blocking(move || helper.run());
        }
        reading
    }

    /// Lets a job wait, and gives the work for another thread if there may be one more.
    fn enqueue(&self, job: Job) -> Option<Helper> {
        let mut waiting = self.queue.lock();
        waiting.jobs.push_back(job);
        if waiting.running == self.helpers {
            return None;
        }
        waiting.running += 1;
        Some(Helper {
            queue: Arc::clone(&self.queue),
            at_work: true,
        })
    }

    /// Reads a batch on this thread, if there is one that isn't left for the others. Whether there was
    /// one.
    pub(crate) fn help(&self, leave_some: bool) -> bool {
        let job = {
            let mut waiting = self.queue.lock();
            let left = if leave_some { LEFT * self.helpers } else { 0 };
            if waiting.jobs.len() > left {
                waiting.jobs.pop_front()
            } else {
                None
            }
        };
        job.map(Job::run).is_some()
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job {
    fn run(mut self) {
        // Nobody wants it if the list is gone.
        if !self.done.is_closed() {
            let items = self.batch.read();
            let _ = self.done.send((self.batch, items));
        }
    }
}

/// The work of another thread, until nothing waits any more.
struct Helper {
    queue: Arc<Queue>,
    at_work: bool,
}

impl Helper {
    fn run(mut self) {
        while let Some(job) = self.next() {
            job.run();
        }
    }

    fn next(&mut self) -> Option<Job> {
        let mut waiting = self.queue.lock();
        let job = waiting.jobs.pop_front();
        if job.is_none() {
            waiting.running -= 1;
            self.at_work = false;
        }
        job
    }
}

impl Drop for Helper {
    /// When the runtime ends, it may never have run. Then nobody shall wait for what it should have read.
    fn drop(&mut self) {
        if self.at_work {
            let mut waiting = self.queue.lock();
            waiting.running -= 1;
            waiting.jobs.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use ovirt_types::{Item as _, Parts, Vm};

    use super::{Batch, Readers};

    fn batch() -> Batch {
        let mut parts = Parts::new(Vm::kind());
        parts.feed(b"<vms><vm id='1'><name>a</name></vm>");
        let mut first = (Vm::kind().items)();
        parts.read_all(first.as_mut()).expect("an object");
        parts.feed(b"<vm><name>b</name></vm><vm><name>c</name></vm>");
        parts.split(1).expect("a part with whole objects")
    }

    fn two_threads() -> Readers {
        Readers {
            helpers: 1,
            ..Readers::new()
        }
    }

    #[test]
    fn nobody_waits_for_a_runtime_that_has_ended() {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.expect("a runtime");
        let handle = runtime.handle().clone();
        runtime.shutdown_background();
        let _guard = handle.enter();
        let readers = two_threads();
        for _ in 0..2 {
            let reading = readers.add(batch());
            assert!(reading.blocking_recv().is_err());
        }
    }

    #[tokio::test]
    async fn batches_are_read_here_or_elsewhere() {
        let readers = two_threads();
        let readings = [batch(), batch(), batch(), batch()].map(|batch| readers.add(batch));
        while readers.help(false) {}
        for reading in readings {
            let (_, items) = reading.await.expect("a batch");
            assert_eq!(items.map(|items| items.len()), Some(2));
        }
    }
}
