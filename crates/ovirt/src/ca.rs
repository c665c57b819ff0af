//! The CA of an engine: engines hand its certificate out to anybody, for it to be looked at and
//! trusted from then on.

use std::fs;
use std::path::Path;

use ovirt_http::{Certificate, Fingerprint};

use crate::builder::ConnectionBuilder;
use crate::error::classify::{self, Cause};
use crate::error::{Error, UsageError};
use crate::lazy_call::LazyCall;
use crate::response;

/// Where engines have the certificate of their CA, in their web application.
const PATH: &str = "/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";

/// The certificate of an engine's CA, as the engine gave it. Nobody has vouched for it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineCa {
    pem: String,
    certificate: Certificate,
}

impl ConnectionBuilder {
    /// Gets the certificate of the engine's CA from the engine itself, without trusting anything and
    /// without logging in: to be shown to somebody who can tell whether its fingerprint is the
    /// right one, and then given to [`ca_pem`](Self::ca_pem) or saved.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), ovirt::Error> {
    /// let builder = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api");
    /// let ca = builder.clone().fetch_ca()?.await?;
    /// println!("{} {}", ca.subject(), ca.fingerprint());
    /// ca.check("SHA256:9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:08")?;
    /// let connection = builder.ca_pem(ca.pem()).build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build); the task fails when the engine can't be reached or gives
    /// something else.
    pub fn fetch_ca(self) -> Result<LazyCall<EngineCa>, Error> {
        let connection = self.without_authorities().insecure(true).build()?;
        let this = connection.clone();
        Ok(LazyCall::new(&connection, async move {
            let path = this.inner().url.in_application(PATH);
            let (answer, context) = this.get_openly("fetch_ca", path).await?;
            response::check(&answer, &context)?;
            EngineCa::new(&answer.body)
                .map_err(|what| classify::error(Cause::NotXml, what, &context))
        }))
    }
}

impl EngineCa {
    fn new(body: &[u8]) -> Result<Self, String> {
        Ok(Self {
            pem: String::from_utf8_lossy(body).into_owned(),
            certificate: Certificate::from_pem("the answer", body)?,
        })
    }

    /// The certificate in PEM form.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// Whose it is, such as `CN=engine.example.com.12345, O=example.com, C=US`.
    pub fn subject(&self) -> &str {
        &self.certificate.subject
    }

    /// Until when it is valid, such as `2034-05-06 07:08:09 UTC`.
    pub fn valid_until(&self) -> &str {
        &self.certificate.valid_until
    }

    /// The SHA-256 of the certificate, such as `SHA256:9F:86:…`: what somebody can compare with what
    /// `openssl x509 -noout -fingerprint -sha256` says of `/etc/pki/ovirt-engine/ca.pem` on the
    /// engine's machine.
    pub fn fingerprint(&self) -> String {
        self.certificate.fingerprint.to_string()
    }

    /// That it has this fingerprint, written as [`fingerprint`](Self::fingerprint) does or as
    /// `openssl` does.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if it has another one, or the text is no SHA-256.
    pub fn check(&self, fingerprint: &str) -> Result<(), Error> {
        let expected = Fingerprint::parse(fingerprint).map_err(Error::usage)?;
        if expected == self.certificate.fingerprint {
            return Ok(());
        }
        Err(Error::usage(format!(
            "the CA of the engine has the fingerprint {}, and not {expected}: \
             somebody else may be answering in the place of the engine",
            self.certificate.fingerprint
        )))
    }

    /// Writes the certificate to a file, for [`ca_file`](ConnectionBuilder::ca_file).
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the file can't be written.
    pub fn save(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let file = file.as_ref();
        fs::write(file, &self.pem).map_err(|error| {
            let what = format!("the CA file {} can't be written", file.display());
            UsageError::new(what).with_source(error).into()
        })
    }
}
