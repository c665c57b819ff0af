//! The token of a connection: given by the user or got by logging in, once for all that wait.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::error::Error;
use crate::error::classify::{self, Scene, Symptom};
use crate::secret::Secret;
use crate::sso::{Credentials, Sso};

/// How a connection gets its token.
pub(crate) struct Auth {
    sso: Sso,
    credentials: Option<Credentials>,
    /// Held while a login is under way, so that there is never more than one.
    state: Mutex<State>,
    /// How many logins have ended. Who waited for one can tell that by it.
    logins: AtomicU64,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// The last login, if it failed.
    failure: Option<Failed>,
}

struct Failed {
    error: Error,
    /// The token that was to be replaced.
    refused: Option<Secret>,
}

struct Token {
    secret: Secret,
    /// Whether it came from a login of ours: only such a one is ours to revoke.
    own: bool,
}

impl Auth {
    /// Starts with the token given, if any.
    pub(crate) fn new(sso: Sso, credentials: Option<Credentials>, token: Option<Secret>) -> Self {
        let token = token.map(|secret| Token { secret, own: false });
        Self {
            sso,
            credentials,
            state: Mutex::new(State {
                token,
                failure: None,
            }),
            logins: AtomicU64::new(0),
        }
    }

    /// The token to use. `refused` is the one that the engine has just refused, if any: there is
    /// a new login unless somebody else has logged in meanwhile.
    pub(crate) async fn token(
        &self,
        refused: Option<&Secret>,
        scene: &Scene,
    ) -> Result<Secret, Error> {
        let seen = self.logins.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        if let Some(token) = &state.token
            && Some(&token.secret) != refused
        {
            return Ok(token.secret.clone());
        }
        let Some(credentials) = &self.credentials else {
            return Err(match refused {
                None => classify::error(
                    Symptom::NoCredentials,
                    "there is nothing to log in with",
                    scene,
                ),
                Some(_) => classify::error(
                    Symptom::TokenRefused,
                    "the engine doesn't accept the token",
                    scene,
                ),
            });
        };
        // Each try of a wrong password counts towards locking the account, so a failure is shared
        // by all that waited for it or came with the same token.
        if let Some(failed) = &state.failure {
            let waited = self.logins.load(Ordering::Acquire) != seen;
            if waited || (refused.is_some() && failed.refused.as_ref() == refused) {
                return Err(failed.error.clone());
            }
        }
        state.token = None;
        let login = self.sso.login(credentials).await;
        state.failure = login.as_ref().err().map(|error| Failed {
            error: error.clone(),
            refused: refused.cloned(),
        });
        state.token = login.as_ref().ok().map(|secret| Token {
            secret: secret.clone(),
            own: true,
        });
        self.logins.fetch_add(1, Ordering::Release);
        login
    }

    /// Revokes the token if it is our own. The connection can be used on: it logs in again.
    pub(crate) async fn close(&self) -> Result<(), Error> {
        let Some(token) = self.state.lock().await.token.take_if(|token| token.own) else {
            return Ok(());
        };
        let revoked = self.sso.revoke(&token.secret).await;
        if revoked.is_err() {
            // So that another try can succeed.
            self.state.lock().await.token.get_or_insert(token);
        }
        revoked
    }
}
