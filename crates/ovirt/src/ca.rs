//! Downloads the CA certificate of an engine, to be verified and trusted from then on.

use std::fs;
use std::path::Path;

use ovirt_http::{Certificate, Fingerprint};

use crate::builder::ConnectionBuilder;
use crate::error::classify::{self, Cause};
use crate::error::{Error, UsageError};
use crate::lazy_call::LazyCall;
use crate::response;

/// The path of the CA certificate in the engine's web application.
pub(crate) const PATH: &str = "/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";

/// The CA certificate of an engine. Verify its [`fingerprint`](Self::fingerprint) before trusting
/// it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineCa {
    pem: String,
    certificate: Certificate,
}

impl ConnectionBuilder {
    /// Downloads the CA certificate of the engine, without checking the certificate of the server
    /// (unless it is [pinned](Self::server_fingerprint)), and without logging in. Neither
    /// credentials nor the [`header`](Self::header)s of the builder are sent.
    ///
    /// The connection is not authenticated: compare the fingerprint with one from a trusted source
    /// before passing the certificate to [`ca_pem`](Self::ca_pem) or saving it.
    ///
    /// ```no_run
    /// # async fn example(fingerprint: &str) -> Result<(), ovirt::Error> {
    /// let builder = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api");
    /// let ca = builder.clone().fetch_ca()?.await?;
    /// println!("{} {}", ca.subject(), ca.fingerprint());
    /// // Such as "SHA256:9F:86:D0:…", as the administrator of the engine states it.
    /// ca.check(fingerprint)?;
    /// let connection = builder.ca_pem(ca.pem()).build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build). The call fails if the engine is unreachable, or if the
    /// response is not a certificate.
    pub fn fetch_ca(self) -> Result<LazyCall<EngineCa>, Error> {
        let connection = self.without_secrets().build()?;
        let this = connection.clone();
        Ok(LazyCall::new(&connection, async move {
            let path = this.inner().url.in_application(PATH);
            let (response, context) = this.get_unauthenticated("fetch_ca", path).await?;
            if !response.status.is_success() {
                return Err(response::refusal(&response, &context));
            }
            EngineCa::new(&response.body)
                .map_err(|message| classify::error(Cause::NotXml, message, &context))
        }))
    }
}

impl EngineCa {
    fn new(body: &[u8]) -> Result<Self, String> {
        Ok(Self {
            pem: String::from_utf8_lossy(body).into_owned(),
            certificate: Certificate::from_pem("the response", body)?,
        })
    }

    /// Returns the certificate in PEM form.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// Returns the subject, such as `CN=engine.example.com.12345, O=example.com, C=US`.
    pub fn subject(&self) -> &str {
        &self.certificate.subject
    }

    /// Returns the end of the validity, such as `2034-05-06 07:08:09 UTC`.
    pub fn valid_until(&self) -> &str {
        &self.certificate.valid_until
    }

    /// Returns the SHA-256 fingerprint, such as `SHA256:9F:86:…`.
    ///
    /// To verify it, run `openssl x509 -noout -fingerprint -sha256 -in
    /// /etc/pki/ovirt-engine/ca.pem` on the engine's host.
    pub fn fingerprint(&self) -> String {
        self.certificate.fingerprint.to_string()
    }

    /// Checks that the certificate has this fingerprint, in the notation of
    /// [`fingerprint`](Self::fingerprint) or of `openssl`.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the fingerprint differs or is malformed.
    pub fn check(&self, fingerprint: &str) -> Result<(), Error> {
        let expected = Fingerprint::parse(fingerprint).map_err(Error::usage)?;
        if expected == self.certificate.fingerprint {
            return Ok(());
        }
        Err(Error::usage(format!(
            "the CA certificate has the fingerprint {}, not {expected}: \
             someone may be intercepting the connection",
            self.certificate.fingerprint
        )))
    }

    /// Writes the certificate to a file in PEM form, for [`ca_file`](ConnectionBuilder::ca_file).
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if writing fails.
    pub fn save(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let file = file.as_ref();
        fs::write(file, &self.pem).map_err(|error| {
            let message = format!("cannot write the CA file {}", file.display());
            UsageError::new(message).with_source(error).into()
        })
    }
}
