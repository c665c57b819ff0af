//! Generates the certificate authority and the server certificate.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::StartError;

/// CA certificate, server certificate and private key, in PEM format.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub(crate) ca: String,
    /// The server certificate, followed by the CA certificate.
    pub(crate) chain: String,
    pub(crate) key: String,
}

/// Generates a CA, and a server certificate for the loopback addresses and `name`.
pub(crate) fn identity(name: &str) -> Result<Identity, StartError> {
    let failed = |error: rcgen::Error| StartError::new("cannot generate a certificate", error);
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    authority
        .distinguished_name
        .push(DnType::OrganizationName, "ovirt-engine-sim");
    authority
        .distinguished_name
        .push(DnType::CommonName, "ovirt-engine-sim CA");
    let authority_key = KeyPair::generate().map_err(failed)?;
    let ca = authority.self_signed(&authority_key).map_err(failed)?;
    let issuer = Issuer::new(authority, authority_key);

    let mut names = vec!["localhost", "127.0.0.1", "::1"];
    if !names.contains(&name) {
        names.push(name);
    }
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let mut server = CertificateParams::new(names).map_err(failed)?;
    server
        .distinguished_name
        .push(DnType::CommonName, "localhost");
    let key = KeyPair::generate().map_err(failed)?;
    let certificate = server.signed_by(&key, &issuer).map_err(failed)?;

    let ca = ca.pem();
    Ok(Identity {
        chain: format!("{}{ca}", certificate.pem()),
        ca,
        key: key.serialize_pem(),
    })
}

impl Identity {
    /// Returns the TLS configuration of the server.
    pub(crate) fn config(&self) -> Result<Arc<ServerConfig>, StartError> {
        let failed = |error| StartError::new("cannot parse the certificate", error);
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(self.chain.as_bytes())
                .collect::<Result<_, _>>()
                .map_err(failed)?;
        let key = PrivateKeyDer::from_pem_slice(self.key.as_bytes()).map_err(failed)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
            .map_err(|error| StartError::new("cannot configure TLS", error))?;
        Ok(Arc::new(config))
    }
}
