//! Timeouts, retries, the number of connections and the memory of a response.

use std::time::Duration;

use ovirt_types::__private::DEFAULT_MEMORY;

use super::ConnectionBuilder;
use crate::error::Error;
use crate::retry::Retries;

/// The smallest memory limit of a response, in bytes.
const MIN_RESPONSE: usize = 1 << 20;

#[derive(Clone, Debug)]
pub(super) struct LimitSettings {
    pub(super) timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) connections: Option<usize>,
    pub(super) response: usize,
    pub(super) retries: Retries,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            timeout: ConnectionBuilder::DEFAULT_TIMEOUT,
            connect_timeout: ConnectionBuilder::DEFAULT_CONNECT_TIMEOUT,
            connections: None,
            response: ConnectionBuilder::DEFAULT_RESPONSE_LIMIT,
            retries: Retries::none(),
        }
    }
}

impl ConnectionBuilder {
    /// The default timeout of a request, 5 minutes: sufficient for large lists.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(300);

    /// The default timeout of connecting, 30 seconds.
    pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

    /// The default memory limit of a response, 1 GiB: sufficient for tens of thousands of VMs.
    pub const DEFAULT_RESPONSE_LIMIT: usize = DEFAULT_MEMORY;

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

    /// Limits the memory of a response, in bytes;
    /// [`DEFAULT_RESPONSE_LIMIT`](Self::DEFAULT_RESPONSE_LIMIT) by default, at least 1 MiB.
    ///
    /// It protects the program against a server that was taken over, or that is not an engine. A
    /// response beyond the limit is an [`Error::Response`], before the memory is taken. These
    /// count:
    ///
    /// - The decompressed body. That of a login, an error or a web page may have a 64th of the
    ///   limit, 16 MiB by default.
    /// - The objects that are decoded from it, even if they are empty. They may take a 16th of the
    ///   limit, 64 MiB by default, or 64 bytes per byte of the body, if that is more. Those of
    ///   engines take about three.
    ///
    /// In a `stream()` of a list, the limit applies to what is held at once: some objects and the
    /// part of the body that has not been decoded. So lists of any length can be read.
    pub fn response_limit(mut self, bytes: usize) -> Self {
        self.limits.response = bytes;
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
        if self.response < MIN_RESPONSE {
            return Err(Error::usage(format!(
                "response_limit is {} bytes, too few for most responses: use at least 1 MiB, \
                 which is 1 << 20",
                self.response
            )));
        }
        if self.connections == Some(0) {
            return Err(Error::usage(
                "connections is zero, so no request could be sent: leave it out for no limit",
            ));
        }
        Ok(())
    }
}
