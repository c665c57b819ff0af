//! Whom TLS trusts: given CAs, the system's, one certificate, or everybody.

use std::fmt;
use std::sync::Arc;

use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{self, CryptoProvider};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    self, CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore,
    SignatureScheme,
};

use super::certificate::{Certificate, Fingerprint};

/// Whom to trust.
#[derive(Clone)]
pub struct Trust(pub(super) Arc<ClientConfig>);

/// What the user says on whom to trust.
#[derive(Default)]
pub struct Trusted {
    /// PEM texts, each with a name for messages.
    pub bundles: Vec<(String, Vec<u8>)>,
    /// The CAs of the system, even where others are given.
    pub system: bool,
    /// The server's own certificate, in the place of CAs.
    pub pinned: Option<Fingerprint>,
    /// Everybody.
    pub everybody: bool,
}

impl Trust {
    /// Trust as the user wants it; in the CAs of the system if nothing is said.
    ///
    /// # Errors
    ///
    /// A sentence for the user, if certificates can't be read.
    pub fn new(trusted: &Trusted) -> Result<Self, String> {
        let provider = Arc::new(crypto::ring::default_provider());
        let check = match (trusted.everybody, trusted.pinned) {
            (true, _) => Check::Everybody,
            (false, Some(fingerprint)) => Check::Pinned(fingerprint),
            (false, None) => {
                let roots = Arc::new(roots(trusted)?);
                let verifier =
                    WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider));
                let verifier = verifier.build();
                Check::Authorities(
                    verifier.map_err(|error| format!("TLS can't be set up: {error}"))?,
                )
            }
        };
        let verifier = Verifier {
            provider: Arc::clone(&provider),
            check,
        };
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS can't be set up: {error}"))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        if cfg!(feature = "http2") {
            config.alpn_protocols.push(b"h2".to_vec());
        }
        config.alpn_protocols.push(b"http/1.1".to_vec());
        Ok(Self(Arc::new(config)))
    }
}

fn roots(trusted: &Trusted) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    for (name, pem) in &trusted.bundles {
        add_bundle(&mut roots, name, pem)?;
    }
    if trusted.bundles.is_empty() || trusted.system {
        add_system(&mut roots)?;
    }
    Ok(roots)
}

fn add_bundle(roots: &mut RootCertStore, name: &str, pem: &[u8]) -> Result<(), String> {
    for der in certificates(name, pem)? {
        let added = roots.add(der);
        added.map_err(|error| format!("{name} has a certificate that can't be read: {error}"))?;
    }
    Ok(())
}

/// The certificates in a PEM text, of which there must be one.
pub(super) fn certificates(name: &str, pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, String> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let found =
        found.map_err(|error| format!("{name} has a certificate that can't be read: {error}"))?;
    if found.is_empty() {
        return Err(format!(
            "{name} has no certificate in PEM form: it should have a line -----BEGIN CERTIFICATE-----"
        ));
    }
    Ok(found)
}

fn add_system(roots: &mut RootCertStore) -> Result<(), String> {
    let found = rustls_native_certs::load_native_certs();
    let (added, _) = roots.add_parsable_certificates(found.certs);
    if added == 0 {
        return Err("this system has no CA certificates that can be read: \
                    give the engine's with ca_file or ca_pem"
            .to_owned());
    }
    Ok(())
}

/// A certificate that wasn't trusted, and why.
#[derive(Debug)]
pub(super) struct Untrusted {
    pub(super) certificate: Certificate,
    pub(super) why: Why,
}

#[derive(Debug)]
pub(super) enum Why {
    /// As the library says.
    Certificate(CertificateError),
    /// It isn't the one that is pinned.
    NotPinned,
}

impl fmt::Display for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.why {
            Why::Certificate(error) => fmt::Display::fmt(error, f),
            Why::NotPinned => f.write_str("the certificate has another fingerprint"),
        }
    }
}

impl std::error::Error for Untrusted {}

/// Checks the certificates of servers, and remembers what it has against one.
#[derive(Debug)]
struct Verifier {
    provider: Arc<CryptoProvider>,
    check: Check,
}

#[derive(Debug)]
enum Check {
    Authorities(Arc<WebPkiServerVerifier>),
    Pinned(Fingerprint),
    /// What the user asked for with `insecure`.
    Everybody,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let why = match &self.check {
            Check::Everybody => return Ok(ServerCertVerified::assertion()),
            Check::Pinned(fingerprint) if Fingerprint::of(certificate) == *fingerprint => {
                return Ok(ServerCertVerified::assertion());
            }
            Check::Pinned(_) => Why::NotPinned,
            Check::Authorities(verifier) => {
                match verifier.verify_server_cert(certificate, intermediates, name, ocsp, now) {
                    Err(rustls::Error::InvalidCertificate(error)) => Why::Certificate(error),
                    other => return other,
                }
            }
        };
        let certificate = Certificate::new(certificate);
        let untrusted = Untrusted { certificate, why };
        Err(rustls::Error::InvalidCertificate(CertificateError::Other(
            OtherError(Arc::new(untrusted)),
        )))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
