//! Cookie sessions: a client that requests one authenticates only once.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::message::Request;

/// Default idle timeout of a session.
const IDLE: Duration = Duration::from_secs(30 * 60);

/// The open sessions by cookie value.
#[derive(Default)]
pub(crate) struct Sessions {
    open: HashMap<String, Session>,
}

struct Session {
    login: String,
    used: Instant,
    idle: Duration,
}

/// The session preferences in a request's `Prefer` header.
pub(crate) struct Preference {
    /// Keep the session open after the request.
    pub(crate) persistent: bool,
    /// Start a new session.
    new: bool,
}

impl Preference {
    pub(crate) fn from_request(request: &Request) -> Self {
        let has = |preference: &str| {
            let all = request.header("Prefer").unwrap_or_default();
            all.split(',')
                .any(|own| own.trim().eq_ignore_ascii_case(preference))
        };
        Self {
            persistent: has("persistent-auth"),
            new: has("new-auth"),
        }
    }
}

impl Sessions {
    /// Returns the login of the request's session. Closes the session unless it is to persist.
    pub(crate) fn find(&mut self, request: &Request) -> Option<String> {
        let id = session_cookie(request)?;
        let preference = Preference::from_request(request);
        let session = self.open.get_mut(id)?;
        let expired = session.used.elapsed() >= session.idle;
        session.used = Instant::now();
        let login = session.login.clone();
        if expired || preference.new || !preference.persistent {
            self.open.remove(id);
        }
        (!expired && !preference.new).then_some(login)
    }

    /// Starts a session and returns the value of its `Set-Cookie` header.
    pub(crate) fn begin(&mut self, id: String, login: &str, request: &Request) -> String {
        let minutes = request
            .header("Session-TTL")
            .and_then(|minutes| minutes.trim().parse::<u64>().ok())
            .filter(|minutes| *minutes >= 1);
        let session = Session {
            login: login.to_owned(),
            used: Instant::now(),
            idle: minutes.map_or(IDLE, |minutes| {
                Duration::from_secs(minutes.saturating_mul(60))
            }),
        };
        let cookie = format!("JSESSIONID={id}; path=/ovirt-engine/api; HttpOnly");
        self.open.insert(id, session);
        cookie
    }

    /// Closes all sessions.
    pub(crate) fn clear(&mut self) {
        self.open.clear();
    }
}

fn session_cookie(request: &Request) -> Option<&str> {
    let all = request.header("Cookie")?;
    all.split(';')
        .find_map(|pair| pair.trim().strip_prefix("JSESSIONID="))
}
