//! Watching the engine's events, by polling.

use std::collections::BTreeSet;
use std::time::Duration;

use ovirt_types::Event;

use crate::clock;
use crate::error::Error;
use crate::services::EventsService;
use crate::stream::{Sink, Stream};

/// Default interval between two polls.
const INTERVAL: Duration = Duration::from_secs(2);

/// Upper limit of the interval while the engine is unavailable.
const MAX_INTERVAL: Duration = Duration::from_secs(30);

/// How many identifiers before the last one each poll covers. Events get identifiers when they are
/// created, but may become visible after events with higher identifiers.
const OVERLAP: u64 = 200;

impl EventsService {
    /// Returns new events as an endless stream, sorted by identifier: those after the identifier
    /// `after`, or new events from now on. The engine is polled every 2 seconds.
    ///
    /// While the engine is unreachable or starting, polling continues at longer intervals, and
    /// events of that time follow later. No event is returned twice. Other errors, for example a
    /// rejected login, end the stream.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let mut events = connection.system_service().events_service().watch(None);
    /// while let Some(event) = events.next().await {
    ///     println!("{}", event?.description.unwrap_or_default());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch(&self, after: Option<u64>) -> Stream<Event> {
        self.watch_every(after, INTERVAL)
    }

    /// Like [`watch`](Self::watch), with this interval between two polls.
    pub fn watch_every(&self, after: Option<u64>, interval: Duration) -> Stream<Event> {
        let service = self.clone();
        Stream::new(&self.0.connection(), async move |sink: Sink<Event>| {
            let mut watch = Watch {
                service,
                last: after,
                seen: BTreeSet::new(),
            };
            let mut pause = interval;
            loop {
                match watch.poll().await {
                    Ok(events) => {
                        pause = interval;
                        for event in events {
                            sink.put(event).await;
                        }
                    }
                    Err(error) if is_unavailable(&error) => {
                        pause = pause
                            .saturating_mul(2)
                            .clamp(interval, MAX_INTERVAL.max(interval));
                    }
                    Err(error) => return Err(error),
                }
                clock::sleep(pause).await;
            }
        })
    }
}

/// Which events have been returned.
struct Watch {
    service: EventsService,
    /// The highest identifier; `None` before the first poll.
    last: Option<u64>,
    /// Identifiers within the overlap that have been returned.
    seen: BTreeSet<u64>,
}

impl Watch {
    /// Returns the new events, sorted by identifier. The engine ignores `from` for users who are
    /// not administrators: they get all events in any order.
    async fn poll(&mut self) -> Result<Vec<Event>, Error> {
        let Some(last) = self.last else {
            let newest = self.service.list().max(1).await?;
            let newest = newest.iter().filter_map(identifier).max();
            self.begin(newest.unwrap_or_default());
            return Ok(Vec::new());
        };
        if self.seen.is_empty() {
            self.begin(last);
        }
        let from = last.saturating_sub(OVERLAP);
        let from = i64::try_from(from).unwrap_or(i64::MAX);
        let list = self.service.list().from(from).await?;
        let mut events: Vec<(u64, Event)> = list
            .into_iter()
            .filter_map(|event| Some((identifier(&event)?, event)))
            .filter(|(id, _)| self.is_new(*id))
            .collect();
        events.sort_by_key(|(id, _)| *id);
        for (id, _) in &events {
            self.seen.insert(*id);
            self.last = self.last.max(Some(*id));
        }
        let oldest = self.last.unwrap_or_default().saturating_sub(OVERLAP);
        self.seen = self.seen.split_off(&oldest);
        Ok(events.into_iter().map(|(_, event)| event).collect())
    }

    /// Marks all events up to this one as returned.
    fn begin(&mut self, last: u64) {
        self.last = Some(last);
        self.seen = (last.saturating_sub(OVERLAP)..=last).collect();
    }

    fn is_new(&self, id: u64) -> bool {
        let oldest = self.seen.first().copied().unwrap_or_default();
        id >= oldest && !self.seen.contains(&id)
    }
}

/// Whether the engine is unavailable. While it starts, the web server in front of it responds with
/// its own pages, including 404.
fn is_unavailable(error: &Error) -> bool {
    error.is_retryable() || matches!(error, Error::NotFound(_) | Error::Response(_))
}

fn identifier(event: &Event) -> Option<u64> {
    event.id.as_deref()?.parse().ok()
}
