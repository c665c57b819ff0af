//! Which servers TLS trusts.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use ovirt_http::rustls::ClientConfig;
use ovirt_http::{CaSource, ClientCertificate, Fingerprint, TlsConfig, TrustOptions};

use super::ConnectionBuilder;
use crate::error::{Error, UsageError};

#[derive(Clone, Debug, Default)]
pub(super) struct TrustSettings {
    authorities: Vec<CaSource>,
    system_cas: bool,
    server_fingerprint: Option<String>,
    insecure: bool,
    client: Option<ClientCertificate>,
    custom: Option<Custom>,
}

/// A TLS configuration of the program.
#[derive(Clone)]
struct Custom(Arc<ClientConfig>);

impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // It may contain keys.
        f.write_str("ClientConfig")
    }
}

impl ConnectionBuilder {
    /// Trusts the CA certificates in a PEM file. Can be called several times. The CAs of the system
    /// are then no longer trusted, unless [`system_cas`](Self::system_cas) is set.
    ///
    /// A CA in the file is trusted even after its validity has ended, like with other TLS libraries
    /// that treat it as a trust anchor. The certificate of the server must be valid.
    pub fn ca_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.trust.authorities.push(CaSource::File(path.into()));
        self
    }

    /// Trusts the CA certificates in a PEM text, like [`ca_file`](Self::ca_file).
    pub fn ca_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        let pem = pem.as_ref().to_vec();
        self.trust.authorities.push(CaSource::Pem(pem));
        self
    }

    /// Trusts the CA certificates in the PEM files of a directory, like [`ca_file`](Self::ca_file).
    /// Only files with the extensions `pem`, `crt`, `cer` and `0` to `9` are read.
    pub fn ca_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.trust.authorities.push(CaSource::Dir(path.into()));
        self
    }

    /// Sets whether to trust the CAs of the system in addition to others.
    pub fn system_cas(mut self, trust: bool) -> Self {
        self.trust.system_cas = trust;
        self
    }

    /// Trusts only the server whose certificate has this SHA-256 fingerprint, such as
    /// `SHA256:9F:86:…`, whatever its issuer and host name. CAs and [`insecure`](Self::insecure)
    /// are then ignored.
    pub fn server_fingerprint(mut self, fingerprint: impl Into<String>) -> Self {
        self.trust.server_fingerprint = Some(fingerprint.into());
        self
    }

    /// Sets whether to accept any certificate for any host. This exposes the password to anybody
    /// on the network path; use it for experiments only. A
    /// [`server_fingerprint`](Self::server_fingerprint) is still checked.
    pub fn insecure(mut self, insecure: bool) -> Self {
        self.trust.insecure = insecure;
        self
    }

    /// Proves the identity of the client with a certificate, where a server in front of the engine
    /// requires one (mutual TLS). `certificate` and `key` are PEM texts; certificates of
    /// intermediate CAs follow the certificate of the client. The engine still requires a login.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let connection = ovirt::Connection::builder("https://engine.example.com/ovirt-engine/api")
    ///     .credentials("admin@internal", "the password")
    ///     .client_certificate(std::fs::read("client.pem")?, std::fs::read("client.key")?)
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn client_certificate(
        mut self,
        certificate: impl Into<Vec<u8>>,
        key: impl Into<Vec<u8>>,
    ) -> Self {
        self.trust.client = Some(ClientCertificate {
            certificate: certificate.into(),
            key: key.into(),
        });
        self
    }

    /// Uses this TLS configuration: for keys in hardware, revocation lists, or the cipher suites of
    /// another cryptographic library. CAs, [`insecure`](Self::insecure) and
    /// [`client_certificate`](Self::client_certificate) are then ignored. Not together with
    /// [`server_fingerprint`](Self::server_fingerprint). Where it rejects a certificate, the source
    /// of the error says why.
    ///
    /// [`ovirt::rustls`](crate::rustls) is the version of rustls that it must come from. That
    /// version can change with a minor release of this crate.
    pub fn tls_config(mut self, config: ClientConfig) -> Self {
        self.trust.custom = Some(Custom(Arc::new(config)));
        self
    }

    /// Accepts any certificate, unless a fingerprint is set. CA files need not exist yet.
    pub(super) fn without_authorities(mut self) -> Self {
        self.trust.authorities.clear();
        self.trust.custom = None;
        self.insecure(true)
    }
}

impl TrustSettings {
    /// Reads the CA certificates; `None` without any if TLS is not used.
    pub(super) fn read(&self, uses_tls: bool) -> Result<Option<TlsConfig>, Error> {
        if let Some(Custom(config)) = &self.custom {
            if self.server_fingerprint.is_some() {
                return Err(Error::usage(
                    "server_fingerprint and tls_config are both set: use one of them",
                ));
            }
            return Ok(Some(TlsConfig::custom(ClientConfig::clone(config))));
        }
        let pinned = self.server_fingerprint.as_deref().map(Fingerprint::parse);
        let mut bundles = Vec::new();
        for source in &self.authorities {
            bundles.extend(source.read().map_err(|error| {
                let usage = UsageError::new(error.message);
                Error::from(match error.source {
                    Some(source) => usage.with_source(source),
                    None => usage,
                })
            })?);
        }
        let options = TrustOptions {
            bundles,
            system_cas: self.system_cas,
            pinned: pinned.transpose().map_err(Error::usage)?,
            insecure: self.insecure,
            client: self.client.clone(),
        };
        if !uses_tls && options.bundles.is_empty() {
            return Ok(None);
        }
        TlsConfig::new(&options).map(Some).map_err(Error::usage)
    }
}
