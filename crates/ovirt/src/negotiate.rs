//! Logging in without a password, by HTTP's Negotiate scheme: Kerberos, mostly.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// Proves who the user is, step by step, by whatever the machine has: Kerberos tickets, mostly.
///
/// The SDK does what HTTP and the engine need and leaves the proof to this, so that it needs no
/// library of the system to be built. With the crate `cross-krb5` or `libgssapi` an implementation
/// takes a few lines: `begin` makes an initiator's context for the service `HTTP@host`, `step` gives
/// it what the server said and returns what it wants to say.
pub trait Negotiator: Send + Sync + 'static {
    /// Begins a login at a server.
    ///
    /// # Errors
    ///
    /// Where the user can't prove anything: no ticket, no library. The text is told to the user.
    fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, Failed>;
}

/// One login.
pub trait Negotiation: Send {
    /// What to say to the server: first of all, then in answer to what it said.
    ///
    /// It may block: it is called on a thread where it may.
    ///
    /// # Errors
    ///
    /// What the server said can't be answered. The text is told to the user.
    fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, Failed>;
}

/// Why a negotiation failed.
pub type Failed = Box<dyn StdError + Send + Sync>;

/// A negotiator that can be cloned and shown.
#[derive(Clone)]
pub(crate) struct AnyNegotiator(pub(crate) Arc<dyn Negotiator>);

impl fmt::Debug for AnyNegotiator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Negotiator")
    }
}
