//! Logins with a Kerberos ticket. `tests/kerberos.sh` starts a KDC and runs all of them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use libgssapi::context::{SecurityContext, ServerCtx};
use ovirt::negotiate::Kerberos;
use ovirt::{Connection, ConnectionBuilder, Error};

use crate::support::server::{Request, Response, Server};

/// An engine that accepts tickets for `HTTP@localhost`, and says who is logged in.
fn engine() -> Server {
    Server::http(|request: &Request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token-http-auth" => match user(request) {
            Ok(user) => Response::json(200, &format!("{{\"access_token\":\"{user}\"}}")),
            Err(error) => Response::json(401, &format!("{{\"error\":\"{error}\"}}")),
        },
        "/ovirt-engine/api" => Response::xml(200, "<api/>"),
        other => panic!("{other}"),
    })
}

/// The principal whose ticket the request contains.
fn user(request: &Request) -> Result<String, libgssapi::error::Error> {
    let value = request.header("authorization").unwrap();
    let token = value.strip_prefix("Negotiate ").unwrap();
    let mut context = ServerCtx::new(None);
    context.step(&BASE64_STANDARD.decode(token).unwrap(), None)?;
    let name = context.source_name()?.display_name()?;
    Ok(String::from_utf8_lossy(&name).into_owned())
}

fn builder(server: &Server) -> ConnectionBuilder {
    let port = server.port();
    Connection::builder(format!("http://localhost:{port}/ovirt-engine/api"))
}

#[tokio::test]
#[ignore = "needs a KDC: run tests/kerberos.sh"]
async fn login_with_a_ticket() {
    let engine = engine();
    for builder in [
        builder(&engine).kerberos(),
        builder(&engine).negotiate(Kerberos::new().principal("jane@OVIRT.TEST")),
    ] {
        let connection = builder.build().unwrap();
        assert_eq!(connection.authenticate().await.unwrap(), "jane@OVIRT.TEST");
        connection.test().await.unwrap();
    }
}

#[tokio::test]
async fn missing_ticket_is_an_auth_error_with_advice() {
    let engine = engine();
    let kerberos = Kerberos::new().principal("nobody@NOWHERE.TEST");
    let connection = builder(&engine).negotiate(kerberos).build().unwrap();
    let error = connection.test().await.unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error}");
    let text = error.to_string();
    assert!(
        text.contains("HTTP@localhost") && text.contains("kinit"),
        "{text}"
    );
    assert_eq!(engine.requests().len(), 0);
}
