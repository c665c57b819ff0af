//! The token of a connection: given by the user or got by logging in, once for all that wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use http::HeaderValue;
use tokio::sync::Mutex;

use crate::clock;
use crate::error::Error;
use crate::error::classify::{self, Cause, RequestContext};
use crate::secret::Secret;
use crate::sso::{Credentials, Sso};
use crate::token_cache::{AccessToken, TokenCache};

/// How a connection gets its token.
pub(crate) struct Auth {
    sso: Sso,
    credentials: Option<Credentials>,
    cache: Option<TokenCache>,
    /// Held while a login is under way, so that there is never more than one.
    state: Mutex<State>,
    /// How many logins have ended. Who waited for one can tell that by it.
    logins: AtomicU64,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// Whether the cache has been asked.
    looked_up: bool,
    /// The last login, if it failed.
    failure: Option<Failed>,
}

struct Failed {
    error: Error,
    /// The token that was to be replaced.
    refused: Option<Bearer>,
}

struct Token {
    bearer: Bearer,
    /// Until when it is valid, in milliseconds since 1970.
    expires: Option<u64>,
    origin: Origin,
}

/// A token as it is sent, which is made once and not for each request.
#[derive(Clone)]
pub(crate) struct Bearer {
    secret: Arc<Secret>,
    header: Option<HeaderValue>,
}

impl Bearer {
    fn new(secret: Secret) -> Self {
        let header = HeaderValue::try_from(format!("Bearer {}", secret.reveal()));
        let header = header.ok().map(|mut header| {
            header.set_sensitive(true);
            header
        });
        Self {
            secret: Arc::new(secret),
            header,
        }
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The value of the header that it is sent in.
    pub(crate) fn header(&self) -> Result<HeaderValue, Error> {
        let header = self.header.clone();
        header.ok_or_else(|| Error::usage("the token has characters that no token has"))
    }
}

impl PartialEq for Bearer {
    fn eq(&self, other: &Self) -> bool {
        self.secret == other.secret
    }
}

/// Whose a token is. Only the connection's own is revoked.
#[derive(Clone, Copy, PartialEq)]
enum Origin {
    /// The user gave it.
    Given,
    /// From a login of this connection, for it alone.
    Own,
    /// From the cache or for it: other programs use it too.
    Shared,
}

/// How long before its end a token isn't used any more, in milliseconds: requests take time, and
/// clocks differ.
const MARGIN: u64 = 60_000;

impl Token {
    fn new(kept: AccessToken, origin: Origin) -> Self {
        Self {
            bearer: Bearer::new(kept.secret),
            expires: kept.expires,
            origin,
        }
    }

    fn is_over(&self) -> bool {
        let soon = || clock::unix_milliseconds().saturating_add(MARGIN);
        self.expires.is_some_and(|expires| expires <= soon())
    }
}

impl Auth {
    /// Starts with the token given, if any.
    pub(crate) fn new(
        sso: Sso,
        credentials: Option<Credentials>,
        cache: Option<TokenCache>,
        token: Option<Secret>,
    ) -> Self {
        let token = token.map(|secret| {
            let expires = None;
            Token::new(AccessToken { secret, expires }, Origin::Given)
        });
        Self {
            sso,
            credentials,
            cache,
            state: Mutex::new(State {
                token,
                ..State::default()
            }),
            logins: AtomicU64::new(0),
        }
    }

    /// The token to use. `refused` is the one that the engine has just refused, if any: there is
    /// a new login unless somebody else has logged in meanwhile.
    pub(crate) async fn token(
        &self,
        refused: Option<&Bearer>,
        context: &RequestContext,
    ) -> Result<Bearer, Error> {
        let seen = self.logins.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        if state.token.is_none() && !std::mem::replace(&mut state.looked_up, true) {
            let kept = self.cache.as_ref().and_then(TokenCache::load);
            state.token = kept.map(|kept| Token::new(kept, Origin::Shared));
        }
        if let Some(token) = &state.token
            && Some(&token.bearer) != refused
            && !token.is_over()
        {
            return Ok(token.bearer.clone());
        }
        let Some(credentials) = &self.credentials else {
            return Err(match refused {
                None => classify::error(
                    Cause::NoCredentials,
                    "there is nothing to log in with",
                    context,
                ),
                Some(_) => classify::error(
                    Cause::TokenRefused,
                    "the engine doesn't accept the token",
                    context,
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
        // In a box, as the requests that need no login needn't carry room for it.
        let login = Box::pin(self.sso.login(credentials)).await;
        state.failure = login.as_ref().err().map(|error| Failed {
            error: error.clone(),
            refused: refused.cloned(),
        });
        self.logins.fetch_add(1, Ordering::Release);
        let kept = login?;
        let origin = match &self.cache {
            None => Origin::Own,
            Some(cache) => {
                // A token that can't be kept is one that the next program has to get anew.
                if let Err(error) = cache.store(&kept) {
                    tracing::warn!(target: "ovirt", %error, "the token can't be kept in {cache:?}");
                }
                Origin::Shared
            }
        };
        let token = state.token.insert(Token::new(kept, origin));
        Ok(token.bearer.clone())
    }

    /// Revokes the token if it is our own. The connection can be used on: it logs in again.
    pub(crate) async fn close(&self) -> Result<(), Error> {
        let Some(token) = self
            .state
            .lock()
            .await
            .token
            .take_if(|token| token.origin == Origin::Own)
        else {
            return Ok(());
        };
        let revoked = self.sso.revoke(token.bearer.secret()).await;
        if revoked.is_err() {
            // So that another try can succeed.
            self.state.lock().await.token.get_or_insert(token);
        }
        revoked
    }
}
