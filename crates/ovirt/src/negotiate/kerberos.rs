//! Login with a Kerberos ticket, by the system's GSSAPI library.

use libgssapi::context::{ClientCtx, CtxFlags};
use libgssapi::credential::{Cred, CredUsage};
use libgssapi::name::Name;
use libgssapi::oid::{
    GSS_MECH_KRB5, GSS_MECH_SPNEGO, GSS_NT_HOSTBASED_SERVICE, GSS_NT_KRB5_PRINCIPAL, OidSet,
};

use super::{Negotiation, NegotiationError, Negotiator};

/// Logs in with a Kerberos ticket, such as one from `kinit`.
///
/// The ticket is taken from the default credential cache (`KRB5CCNAME`), or requested with the
/// client keytab (`KRB5_CLIENT_KTNAME`). The service is `HTTP@host`, with the host name of the
/// engine's URL. Its realm follows from `krb5.conf` (`KRB5_CONFIG`). Credentials are not delegated.
///
/// Only on Unix, with the feature `kerberos`. Building needs the headers of MIT Kerberos or Heimdal
/// and libclang (Debian: `libkrb5-dev`, `libclang-dev`). On Windows, implement [`Negotiator`].
///
/// ```
/// use ovirt::Connection;
/// use ovirt::negotiate::Kerberos;
///
/// let url = "https://engine.example.com/ovirt-engine/api";
/// let default_principal = Connection::builder(url).kerberos();
/// let ticket = Kerberos::new().principal("backup@EXAMPLE.COM");
/// let backup = Connection::builder(url).negotiate(ticket);
/// ```
#[derive(Clone, Debug, Default)]
#[cfg_attr(docsrs, doc(cfg(feature = "kerberos")))]
pub struct Kerberos {
    principal: Option<String>,
}

impl Kerberos {
    /// Uses the default principal of the credential cache.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Uses the ticket of this principal, such as `backup@EXAMPLE.COM`.
    #[must_use]
    pub fn principal(mut self, principal: impl Into<String>) -> Self {
        self.principal = Some(principal.into());
        self
    }
}

impl Negotiator for Kerberos {
    fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, NegotiationError> {
        let service = format!("HTTP@{host}");
        let target = Name::new(service.as_bytes(), Some(GSS_NT_HOSTBASED_SERVICE))
            .map_err(|error| failure(&service, error))?;
        let credential = match &self.principal {
            Some(principal) => Some(acquire(principal).map_err(|error| failure(&service, error))?),
            None => None,
        };
        let flags = CtxFlags::GSS_C_MUTUAL_FLAG;
        let context = ClientCtx::new(credential, target, flags, Some(GSS_MECH_SPNEGO));
        Ok(Box::new(Context { service, context }))
    }
}

/// Returns the ticket of a principal.
fn acquire(principal: &str) -> Result<Cred, libgssapi::error::Error> {
    let name = Name::new(principal.as_bytes(), Some(GSS_NT_KRB5_PRINCIPAL))?;
    let mechanisms = OidSet::singleton(GSS_MECH_KRB5)?;
    Cred::acquire(Some(&name), None, CredUsage::Initiate, Some(&mechanisms))
}

/// A login with Kerberos in progress.
struct Context {
    service: String,
    context: ClientCtx,
}

impl Negotiation for Context {
    fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, NegotiationError> {
        match self.context.step(challenge, None) {
            Ok(Some(token)) => Ok(token.to_vec()),
            Ok(None) => Err("the server rejected a complete Kerberos login".into()),
            Err(error) => Err(failure(&self.service, error)),
        }
    }
}

fn failure(service: &str, error: libgssapi::error::Error) -> NegotiationError {
    let error = error.to_string();
    let error = error.trim();
    format!("{error}; requested a ticket for {service}: see `klist`, get a ticket with `kinit`")
        .into()
}
