//! New events of the engine as they happen.

use std::collections::BTreeSet;
use std::time::Duration;

use ovirt_types::Event;

use crate::clock;
use crate::error::Error;
use crate::services::EventsService;
use crate::stream::{Sink, Stream};

/// Time between two looks.
const INTERVAL: Duration = Duration::from_secs(2);

/// The longest time between two looks while the engine can't be reached.
const LONGEST_INTERVAL: Duration = Duration::from_secs(30);

/// How far back each look goes. An event gets its identifier when it is made, and is seen when the
/// engine has stored it, which can be after one with a higher identifier.
const OVERLAP: u64 = 200;

impl EventsService {
    /// New events, in the order of their identifiers, for ever: those after this identifier, or
    /// those that happen from now on. The engine is asked every two seconds.
    ///
    /// While the engine can't be reached or is starting, it is asked again and again; what
    /// happened meanwhile comes then. Nothing comes twice. Other errors, such as a password that is
    /// no longer valid, end the stream.
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

    /// As [`watch`](Self::watch), with this time between two looks.
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
                match watch.look().await {
                    Ok(events) => {
                        pause = interval;
                        for event in events {
                            sink.put(event).await;
                        }
                    }
                    Err(error) if is_away(&error) => {
                        pause = (pause * 2).clamp(interval, LONGEST_INTERVAL.max(interval));
                    }
                    Err(error) => return Err(error),
                }
                clock::sleep(pause).await;
            }
        })
    }
}

/// How far the events have been seen.
struct Watch {
    service: EventsService,
    /// The highest identifier seen; nothing before the first look.
    last: Option<u64>,
    /// Identifiers seen among the last ones.
    seen: BTreeSet<u64>,
}

impl Watch {
    /// Events that weren't seen before, in the order of their identifiers. Users who are no
    /// administrators get all events in any order, whatever is asked for.
    async fn look(&mut self) -> Result<Vec<Event>, Error> {
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

    /// All up to here counts as seen.
    fn begin(&mut self, last: u64) {
        self.last = Some(last);
        self.seen = (last.saturating_sub(OVERLAP)..=last).collect();
    }

    fn is_new(&self, id: u64) -> bool {
        let oldest = self.seen.first().copied().unwrap_or_default();
        id >= oldest && !self.seen.contains(&id)
    }
}

/// Whether the engine can't answer just now. While it starts, the web server in front of it answers
/// with pages of its own, even that there is no such thing.
fn is_away(error: &Error) -> bool {
    error.is_retryable() || matches!(error, Error::NotFound(_) | Error::Response(_))
}

fn identifier(event: &Event) -> Option<u64> {
    event.id.as_deref()?.parse().ok()
}
