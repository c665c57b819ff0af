//! Timeouts, retries and the number of connections.

use std::time::Duration;

use super::ConnectionBuilder;
use crate::error::Error;
use crate::retry::Retries;

#[derive(Clone, Debug)]
pub(super) struct LimitSettings {
    pub(super) timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) connections: Option<usize>,
    pub(super) retries: Retries,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            timeout: ConnectionBuilder::DEFAULT_TIMEOUT,
            connect_timeout: ConnectionBuilder::DEFAULT_CONNECT_TIMEOUT,
            connections: None,
            retries: Retries::none(),
        }
    }
}

impl ConnectionBuilder {
    /// The default timeout of a request, 5 minutes: sufficient for large lists.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(300);

    /// The default timeout of connecting, 30 seconds.
    pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

    /// Sets the timeout of a request, including connecting and logging in;
    /// [`DEFAULT_TIMEOUT`](Self::DEFAULT_TIMEOUT) by default, `Duration::MAX` for no timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// Sets the timeout of connecting, that is, of name resolution, TCP and TLS;
    /// [`DEFAULT_CONNECT_TIMEOUT`](Self::DEFAULT_CONNECT_TIMEOUT) by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.limits.connect_timeout = timeout;
        self
    }

    /// Limits the number of network connections in use at the same time, and thus of concurrent
    /// requests. Other requests wait, within their timeout. Unlimited by default.
    pub fn connections(mut self, max: usize) -> Self {
        self.limits.connections = Some(max);
        self
    }

    /// Sets how requests with a transient error are retried; [`Retries::none`] by default.
    pub fn retries(mut self, retries: Retries) -> Self {
        self.limits.retries = retries;
        self
    }
}

impl LimitSettings {
    pub(super) fn check(&self) -> Result<(), Error> {
        for (option, timeout) in [
            ("timeout", self.timeout),
            ("connect_timeout", self.connect_timeout),
        ] {
            if timeout.is_zero() {
                return Err(Error::usage(format!(
                    "{option} is zero, so every request would fail: leave it out for the default, \
                     or use Duration::MAX for no timeout"
                )));
            }
        }
        if self.connections == Some(0) {
            return Err(Error::usage(
                "connections is zero, so no request could be sent: leave it out for no limit",
            ));
        }
        Ok(())
    }
}
