//! The engine that the examples connect to, and how to log in.

use std::env;
use std::error::Error;
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Result};
use ovirt_engine_sim::Engine;

use crate::lab;

/// Address and credentials of an engine.
pub struct Login {
    pub url: String,
    pub username: String,
    pub password: String,
    /// Certificates in PEM format that the engine's certificate is verified with.
    pub ca: Option<Vec<u8>>,
}

impl Login {
    pub fn builder(&self) -> ConnectionBuilder {
        let builder = Connection::builder(&self.url).credentials(&self.username, &self.password);
        match &self.ca {
            Some(ca) => builder.ca_pem(ca),
            None => builder,
        }
    }

    pub fn connect(&self) -> Result<Connection> {
        self.builder().build()
    }
}

/// Returns the login that the environment describes, or that of a new simulator.
pub async fn from_environment() -> Result<(Login, Option<Engine>), Box<dyn Error>> {
    let Ok(url) = env::var("OVIRT_URL") else {
        let engine = Engine::builder()
            .vms(4)
            .hosts(2)
            .host_updates(true)
            .seed(1)
            .life_cycle(Duration::from_millis(10))
            .start()?;
        let login = Login {
            url: engine.url().to_owned(),
            username: engine.username().to_owned(),
            password: engine.password().to_owned(),
            ca: Some(engine.ca_pem().as_bytes().to_owned()),
        };
        let connection = login.connect()?;
        lab::prepare(&connection).await?;
        connection.close().await?;
        return Ok((login, Some(engine)));
    };
    let login = Login {
        url,
        username: env::var("OVIRT_USERNAME")?,
        password: env::var("OVIRT_PASSWORD")?,
        ca: match env::var("OVIRT_CAFILE") {
            Ok(file) => Some(std::fs::read(file)?),
            Err(_) => None,
        },
    };
    Ok((login, None))
}
