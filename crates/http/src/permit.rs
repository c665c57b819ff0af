//! [`Permits`]: limits the connections in use.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The permits of a client.
#[derive(Clone)]
pub struct Permits {
    max: usize,
    free: Arc<Semaphore>,
    /// The number of permits that streams hold.
    streams: Arc<AtomicUsize>,
}

/// Permission to use a connection, until dropped.
pub struct Permit {
    _permit: OwnedSemaphorePermit,
    permits: Permits,
    is_stream: bool,
}

impl Permits {
    pub(super) fn new(max: usize) -> Self {
        Self {
            max,
            free: Arc::new(Semaphore::new(max)),
            streams: Arc::default(),
        }
    }

    /// Waits for a permit.
    pub(super) async fn acquire(&self) -> Option<Permit> {
        // Fails only for a closed semaphore, which this one never is.
        let permit = Arc::clone(&self.free).acquire_owned().await.ok()?;
        Some(Permit {
            _permit: permit,
            permits: self.clone(),
            is_stream: false,
        })
    }

    /// The number of permits.
    pub fn max(&self) -> usize {
        self.max
    }

    /// The number of permits that are held until a consumer has read a whole stream.
    pub fn held_by_streams(&self) -> usize {
        self.streams.load(Ordering::Relaxed)
    }
}

impl Permit {
    /// Marks the permit as held by a stream.
    pub(super) fn set_stream(&mut self) {
        if !std::mem::replace(&mut self.is_stream, true) {
            self.permits.streams.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if self.is_stream {
            self.permits.streams.fetch_sub(1, Ordering::Relaxed);
        }
    }
}
