//! The engine's own certificate authority and its certificate, made anew at each start.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::StartError;

/// What a server needs for TLS, and what a client needs to trust it.
pub(crate) struct Identity {
    pub(crate) ca_pem: String,
    pub(crate) config: Arc<ServerConfig>,
}

/// Makes an authority and a certificate for the loopback addresses and this name.
pub(crate) fn identity(name: &str) -> Result<Identity, StartError> {
    let failed = |error: rcgen::Error| StartError::new("no certificate can be made", error);
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    authority
        .distinguished_name
        .push(DnType::OrganizationName, "embedded engine");
    authority
        .distinguished_name
        .push(DnType::CommonName, "CA of an embedded engine");
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

    let chain = vec![
        CertificateDer::from(certificate.der().to_vec()),
        ca.der().clone(),
    ];
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| StartError::new("TLS can't be set up", error))?;
    Ok(Identity {
        ca_pem: ca.pem(),
        config: Arc::new(config),
    })
}
