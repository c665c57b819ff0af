//! Login without a password by HTTP's Negotiate scheme, usually with Kerberos.

#[cfg(all(feature = "kerberos", unix))]
mod kerberos;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

#[cfg(all(feature = "kerberos", unix))]
pub use self::kerberos::Kerberos;

/// Authenticates the user by a mechanism of the operating system, usually a Kerberos ticket.
///
/// The feature `kerberos` has an implementation for Unix, `Kerberos`. Others implement this trait:
/// `begin` creates an initiator's context for the service `HTTP@host`, and `step` passes the
/// challenge to it and returns its token.
///
/// ```
/// use ovirt::Connection;
/// use ovirt::negotiate::{Negotiation, NegotiationError, Negotiator};
///
/// struct Sspi;
///
/// impl Negotiator for Sspi {
///     fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, NegotiationError> {
///         Ok(Box::new(Context(format!("HTTP@{host}"))))
///     }
/// }
///
/// struct Context(String);
///
/// impl Negotiation for Context {
///     fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, NegotiationError> {
///         # let _ = challenge;
///         // The token comes from the operating system.
///         Err(format!("no ticket for {}", self.0).into())
///     }
/// }
///
/// let builder = Connection::builder("https://engine.example.com/ovirt-engine/api")
///     .negotiate(Sspi);
/// ```
pub trait Negotiator: Send + Sync + 'static {
    /// Starts a login at a server. May block.
    ///
    /// # Errors
    ///
    /// Any error, such as a missing ticket or library. Its text becomes part of
    /// [`Error::Auth`](crate::Error::Auth).
    fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, NegotiationError>;
}

/// A login in progress.
pub trait Negotiation: Send {
    /// Returns the next token for the server. `challenge` is what the server sent, `None` in the
    /// first step. May block.
    ///
    /// # Errors
    ///
    /// Any error, such as an invalid challenge. Its text becomes part of
    /// [`Error::Auth`](crate::Error::Auth).
    fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, NegotiationError>;
}

/// The error of a [`Negotiator`].
pub type NegotiationError = Box<dyn StdError + Send + Sync>;

/// A negotiator that is `Clone` and `Debug`.
#[derive(Clone)]
pub(crate) struct SharedNegotiator(pub(crate) Arc<dyn Negotiator>);

impl fmt::Debug for SharedNegotiator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Negotiator")
    }
}
