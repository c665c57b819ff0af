//! Watching the engine's events, by polling.

use std::collections::BTreeSet;
use std::time::Duration;

use http::Method;
use ovirt_types::Event;

use crate::clock;
use crate::error::Error;
use crate::error::classify::{self, Cause};
use crate::outage::Outage;
use crate::services::EventsService;
use crate::stream::{Sink, Stream};

/// Default interval between two polls.
const INTERVAL: Duration = Duration::from_secs(2);

/// Upper limit of the interval while the engine is unavailable.
const MAX_INTERVAL: Duration = Duration::from_secs(30);

/// How many identifiers each poll covers again. Events get identifiers when they are created, but
/// may become visible after events with higher identifiers, however large the gap between these.
const OVERLAP: usize = 200;

impl EventsService {
    /// Returns new events as an endless stream, sorted by identifier: those after the identifier
    /// `after`, or new events from now on. Identifiers are numbers, such as [`Event::index`]. The
    /// engine is polled every 2 seconds.
    ///
    /// While the engine is unreachable or restarts, polling continues at longer intervals, and
    /// events of that time follow later. No event is returned twice. Events that become visible
    /// late are returned late.
    ///
    /// # Errors
    ///
    /// An error is the last item. Reasons are any error that does not pass by itself, for example
    /// a rejected login; ten failures in a row on a connection that never had a response; and
    /// identifiers that begin again, because the engine was reinstalled or restored.
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
    pub fn watch(&self, after: impl Into<Option<i64>>) -> Stream<Event> {
        self.watch_every(after, INTERVAL)
    }

    /// Like [`watch`](Self::watch), with this interval between two polls.
    pub fn watch_every(&self, after: impl Into<Option<i64>>, interval: Duration) -> Stream<Event> {
        let after = after.into().map(|after| u64::try_from(after).unwrap_or(0));
        let service = self.clone();
        Stream::new(&self.0.connection(), async move |sink: Sink<Event>| {
            let mut outage = Outage::new(&service.0.connection());
            let mut watch = Watch::new(service, after);
            let mut pause = interval;
            loop {
                match outage.survive(watch.poll().await)? {
                    Some(events) => {
                        pause = interval;
                        for event in events {
                            sink.put(event).await;
                        }
                    }
                    None => {
                        pause = pause
                            .saturating_mul(2)
                            .clamp(interval, MAX_INTERVAL.max(interval));
                    }
                }
                clock::sleep(pause).await;
            }
        })
    }
}

/// Which events have been returned.
struct Watch {
    service: EventsService,
    /// Where to begin, before the first poll; `None` for new events only.
    after: Option<u64>,
    /// The highest identifiers that have been returned.
    seen: BTreeSet<u64>,
    /// The time of the event with the highest of them, in milliseconds since 1970.
    time: Option<i64>,
}

impl Watch {
    fn new(service: EventsService, after: Option<u64>) -> Self {
        Self {
            service,
            after,
            seen: BTreeSet::new(),
            time: None,
        }
    }

    /// Returns the new events, sorted by identifier. The engine ignores `from` for users who are
    /// not administrators: they get all events in any order.
    async fn poll(&mut self) -> Result<Vec<Event>, Error> {
        let is_first = self.seen.is_empty();
        if is_first {
            let Some(after) = self.after else {
                let newest = self.newest().await?.unwrap_or_default();
                self.begin(newest.id);
                return Ok(Vec::new());
            };
            self.begin(after);
        }
        let oldest = self.seen.first().copied().unwrap_or_default();
        let from = i64::try_from(oldest).unwrap_or(i64::MAX);
        let list = self.service.list().from(from).await?;
        let events = list
            .into_iter()
            .map(|event| Ok((self.position(&event)?, event)));
        let mut events = events.collect::<Result<Vec<_>, Error>>()?;
        let newest = events.iter().map(|(position, _)| *position).max();
        self.check_order(newest, is_first).await?;
        events.retain(|(new, _)| new.id > oldest && !self.seen.contains(&new.id));
        events.sort_by_key(|(new, _)| new.id);
        events.dedup_by_key(|(new, _)| new.id);
        for (new, _) in &events {
            if self.seen.last().is_none_or(|last| *last < new.id) {
                self.time = new.time;
            }
            self.seen.insert(new.id);
        }
        while self.seen.len() > OVERLAP {
            self.seen.pop_first();
        }
        Ok(events.into_iter().map(|(_, event)| event).collect())
    }

    /// Marks all events up to this one as returned.
    fn begin(&mut self, last: u64) {
        let first = last.saturating_sub(OVERLAP as u64 - 1);
        self.seen = (first..=last).collect();
    }

    /// Fails if identifiers have begun again: the newest event has a lower one than the last event
    /// that was returned. `newest` is that of a poll, which contains the last event, unless that
    /// was removed.
    async fn check_order(&self, newest: Option<Position>, is_first: bool) -> Result<(), Error> {
        let last = self.seen.last().copied().unwrap_or_default();
        if newest.is_some_and(|newest| newest.id >= last) {
            return Ok(());
        }
        let Some(newest) = self.newest().await?.max(newest) else {
            return Ok(());
        };
        let oldest = self.seen.first().copied().unwrap_or_default();
        let is_later = newest.time > self.time && self.time.is_some();
        if newest.id >= last || !(is_first || is_later || newest.id < oldest) {
            return Ok(());
        }
        let message = format!(
            "the newest event has the id {}, although {last} was there before: the engine was \
             reinstalled or restored, and its events begin again",
            newest.id
        );
        Err(self.error(message))
    }

    async fn newest(&self) -> Result<Option<Position>, Error> {
        let list = self.service.list().max(1).await?;
        let positions = list.iter().map(|event| self.position(event));
        let positions = positions.collect::<Result<Vec<_>, Error>>()?;
        Ok(positions.into_iter().max())
    }

    fn position(&self, event: &Event) -> Result<Position, Error> {
        let id = event.id.as_deref().unwrap_or_default();
        let number = id.parse();
        let id =
            number.map_err(|_| self.error(format!("an event has the id {id:?}, not a number")))?;
        Ok(Position {
            id,
            time: event.time.map(|time| time.unix_milliseconds()),
        })
    }

    fn error(&self, message: String) -> Error {
        let connection = self.service.0.connection();
        let path = [connection.inner().url.path(), "/events"].concat();
        let context = connection.context("events.list", &Method::GET, path);
        classify::error(Cause::EventOrder, message, &context)
    }
}

/// The place of an event among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    id: u64,
    time: Option<i64>,
}
