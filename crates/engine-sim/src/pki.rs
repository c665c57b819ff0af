//! The resource `services/pki-resource`: the certificates of the engine.

use crate::message::{Parameters, Request, Response};
use crate::tls::Identity;

/// The certificates of the server in PEM format; empty with plain HTTP.
#[derive(Default)]
pub(crate) struct Certificates {
    pub(crate) authority: String,
    pub(crate) server: String,
}

impl From<Identity> for Certificates {
    fn from(identity: Identity) -> Self {
        Self {
            authority: identity.ca,
            server: identity.chain,
        }
    }
}

/// Returns the requested certificate.
pub(crate) fn resource(request: &Request, certificates: &Certificates) -> Response {
    let parameters = Parameters::parse(&request.query, '&');
    let format = parameters.get("format").unwrap_or("X509-PEM");
    let certificate = match parameters.get("resource") {
        None => return Response::html(400, "Missing resource name"),
        Some("ca-certificate") => &certificates.authority,
        Some("engine-certificate") => &certificates.server,
        Some(other) => return Response::html(400, &format!("Resource '{other}' is invalid")),
    };
    match format {
        "X509-PEM" => Response::typed(
            "application/x-x509-cert; charset=ISO-8859-1",
            certificate.clone(),
        ),
        "X509-PEM-CA" => {
            let kind = "application/x-x509-ca-cert; charset=ISO-8859-1";
            Response::typed(kind, certificate.clone())
        }
        // The simulator connects to no hosts, so no host needs this key.
        "OPENSSH-PUBKEY" => Response::typed(
            "text/plain; charset=ISO-8859-1",
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQ== ovirt-engine\n",
        ),
        other => Response::html(400, &format!("Format '{other}' is invalid")),
    }
}
