//! [`TlsConfig`]: which server certificates TLS accepts.

use std::fmt;
use std::sync::Arc;

use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{self, CryptoProvider};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    self, CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore,
    SignatureScheme,
};

use super::certificate::{Certificate, Fingerprint, parse_pem};

/// The TLS configuration of a client.
#[derive(Clone)]
pub struct TlsConfig(pub(super) Arc<ClientConfig>);

/// Which server certificates to accept; by default those issued by the CAs of the system.
#[derive(Default)]
pub struct TrustOptions {
    /// CA certificates as PEM texts, each with its name in error messages.
    pub bundles: Vec<(String, Vec<u8>)>,
    /// Whether to trust the CAs of the system in addition to `bundles`.
    pub system_cas: bool,
    /// Accepts the certificate with this fingerprint only; all other options are ignored.
    pub pinned: Option<Fingerprint>,
    /// Accepts any certificate, unless one is pinned; CAs are ignored.
    pub insecure: bool,
    /// What the client proves its own identity with.
    pub client: Option<ClientCertificate>,
}

/// A certificate of the client and its private key, as PEM texts.
#[derive(Clone)]
pub struct ClientCertificate {
    /// The certificate, followed by those of intermediate CAs.
    pub certificate: Vec<u8>,
    /// The private key.
    pub key: Vec<u8>,
}

impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClientCertificate({} bytes)", self.certificate.len())
    }
}

type Chain = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

impl ClientCertificate {
    fn parse(&self) -> Result<Chain, String> {
        let chain = parse_pem("the client certificate", &self.certificate)?;
        let key = PrivateKeyDer::from_pem_slice(&self.key).map_err(|_| {
            "the key of the client certificate is not a private key in PEM form: it should have a \
             line -----BEGIN PRIVATE KEY-----"
                .to_owned()
        })?;
        Ok((chain, key))
    }
}

impl TlsConfig {
    /// Creates the configuration.
    ///
    /// # Errors
    ///
    /// A message for the user if a CA certificate is invalid.
    pub fn new(options: &TrustOptions) -> Result<Self, String> {
        let setup_failed = |error: &dyn fmt::Display| format!("cannot set up TLS: {error}");
        let provider = Arc::new(crypto::ring::default_provider());
        let policy = match (options.pinned, options.insecure) {
            (Some(fingerprint), _) => Policy::Pinned(fingerprint),
            (None, true) => Policy::Insecure,
            (None, false) => {
                let roots = Arc::new(roots(options)?);
                let verifier =
                    WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider));
                Policy::Authorities(verifier.build().map_err(|error| setup_failed(&error))?)
            }
        };
        let verifier = Verifier {
            provider: Arc::clone(&provider),
            policy,
        };
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| setup_failed(&error))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier));
        let mut config = match &options.client {
            None => config.with_no_client_auth(),
            Some(client) => {
                let (chain, key) = client.parse()?;
                let config = config.with_client_auth_cert(chain, key);
                config.map_err(|error| format!("the client certificate is not usable: {error}"))?
            }
        };
        config.alpn_protocols = protocols();
        Ok(Self(Arc::new(config)))
    }

    /// Uses a configuration of the program, with the protocols of this client unless it has some.
    pub fn custom(mut config: ClientConfig) -> Self {
        if config.alpn_protocols.is_empty() {
            config.alpn_protocols = protocols();
        }
        Self(Arc::new(config))
    }
}

/// The application protocols that the client speaks.
fn protocols() -> Vec<Vec<u8>> {
    let mut protocols = Vec::new();
    if cfg!(feature = "http2") {
        protocols.push(b"h2".to_vec());
    }
    protocols.push(b"http/1.1".to_vec());
    protocols
}

fn roots(options: &TrustOptions) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    for (name, pem) in &options.bundles {
        add_bundle(&mut roots, name, pem)?;
    }
    if options.bundles.is_empty() || options.system_cas {
        add_system(&mut roots)?;
    }
    Ok(roots)
}

fn add_bundle(roots: &mut RootCertStore, name: &str, pem: &[u8]) -> Result<(), String> {
    for der in parse_pem(name, pem)? {
        let added = roots.add(der);
        added.map_err(|error| format!("{name} contains an invalid certificate: {error}"))?;
    }
    Ok(())
}

fn add_system(roots: &mut RootCertStore) -> Result<(), String> {
    let found = rustls_native_certs::load_native_certs();
    let (added, _) = roots.add_parsable_certificates(found.certs);
    if added == 0 {
        return Err("this system has no usable CA certificates: \
                    pass that of the engine with ca_file or ca_pem"
            .to_owned());
    }
    Ok(())
}

/// The error for a rejected certificate. rustls does not say which certificate it was.
#[derive(Debug)]
pub(super) struct RejectedCertificate {
    pub(super) certificate: Certificate,
    pub(super) reason: RejectReason,
}

#[derive(Debug)]
pub(super) enum RejectReason {
    Invalid(CertificateError),
    /// The certificate is its own issuer, and not trusted as such.
    SelfSigned,
    NotPinned,
}

impl RejectReason {
    fn new(error: CertificateError, certificate: &Certificate) -> Self {
        // `Other` is what rustls makes of a CA certificate that a server presents as its own.
        let unknown = matches!(
            error,
            CertificateError::UnknownIssuer | CertificateError::Other(_)
        );
        let is_own_issuer = certificate.subject == certificate.issuer;
        if unknown && is_own_issuer && !certificate.subject.is_empty() {
            return Self::SelfSigned;
        }
        Self::Invalid(error)
    }
}

impl fmt::Display for RejectedCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            RejectReason::Invalid(error) => fmt::Display::fmt(error, f),
            RejectReason::SelfSigned => f.write_str("the certificate is its own issuer"),
            RejectReason::NotPinned => f.write_str("the certificate has another fingerprint"),
        }
    }
}

impl std::error::Error for RejectedCertificate {}

/// Verifies server certificates.
#[derive(Debug)]
struct Verifier {
    provider: Arc<CryptoProvider>,
    policy: Policy,
}

#[derive(Debug)]
enum Policy {
    Authorities(Arc<WebPkiServerVerifier>),
    Pinned(Fingerprint),
    /// Any certificate, as the user asked for.
    Insecure,
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
        let reason = match &self.policy {
            Policy::Insecure => return Ok(ServerCertVerified::assertion()),
            Policy::Pinned(fingerprint) if Fingerprint::of(certificate) == *fingerprint => {
                return Ok(ServerCertVerified::assertion());
            }
            Policy::Pinned(_) => RejectReason::NotPinned,
            Policy::Authorities(verifier) => {
                match verifier.verify_server_cert(certificate, intermediates, name, ocsp, now) {
                    Err(rustls::Error::InvalidCertificate(error)) => {
                        RejectReason::new(error, &Certificate::from_der(certificate))
                    }
                    other => return other,
                }
            }
        };
        let certificate = Certificate::from_der(certificate);
        let rejected = OtherError(Arc::new(RejectedCertificate {
            certificate,
            reason,
        }));
        Err(rustls::Error::InvalidCertificate(CertificateError::Other(
            rejected,
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
