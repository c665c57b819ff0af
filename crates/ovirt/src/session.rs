//! The login session of a connection: its token, shared by all requests, renewed when rejected.

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

/// The login session of a connection.
pub(crate) struct Session {
    sso: Sso,
    credentials: Option<Credentials>,
    cache: Option<TokenCache>,
    /// Locked during a login, so that there is at most one at a time.
    state: Mutex<LoginState>,
    /// The number of completed logins: it changes while a request waits for another one's login.
    logins: AtomicU64,
}

#[derive(Default)]
struct LoginState {
    token: Option<Token>,
    /// Whether the cache has been read.
    cache_read: bool,
    /// The last login, if it failed.
    failure: Option<FailedLogin>,
}

struct FailedLogin {
    error: Error,
    /// The rejected token that the login was to replace.
    rejected: Option<Bearer>,
}

struct Token {
    bearer: Bearer,
    /// When to obtain another one, in milliseconds since the Unix epoch.
    renewal: Option<u64>,
    origin: Origin,
}

/// A token with its header value, which is built once and not per request.
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

    /// The value of the header `Authorization`.
    pub(crate) fn header(&self) -> Result<HeaderValue, Error> {
        let header = self.header.clone();
        header
            .ok_or_else(|| Error::usage("the token has characters that are not valid in a header"))
    }
}

impl PartialEq for Bearer {
    fn eq(&self, other: &Self) -> bool {
        self.secret == other.secret
    }
}

/// Where a token comes from. Only the connection's own is revoked.
#[derive(Clone, Copy, PartialEq)]
enum Origin {
    /// The user.
    Given,
    /// A login of this connection, which alone uses it.
    Own,
    /// The cache, or a login whose token was cached: other programs use it, too.
    Shared,
}

/// A token is not used this long before it expires, in milliseconds: requests take time, and
/// clocks differ. One that does not live long is used for nine tenths of its life.
const MARGIN: u64 = 60_000;

impl Token {
    fn new(kept: AccessToken, origin: Origin) -> Self {
        let now = clock::unix_milliseconds();
        let renewal = |expires: u64| expires - MARGIN.min(expires.saturating_sub(now) / 10);
        Self {
            bearer: Bearer::new(kept.secret),
            renewal: kept.expires.map(renewal),
            origin,
        }
    }

    fn is_due(&self) -> bool {
        let now = clock::unix_milliseconds;
        self.renewal.is_some_and(|renewal| renewal <= now())
    }
}

impl Session {
    /// A session that begins with `token`, if given.
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
            state: Mutex::new(LoginState {
                token,
                ..LoginState::default()
            }),
            logins: AtomicU64::new(0),
        }
    }

    /// Returns the token to use, after a login if needed. `rejected` is the token that the engine
    /// has just rejected: it is replaced, unless another request has done so meanwhile.
    pub(crate) async fn token(
        &self,
        rejected: Option<&Bearer>,
        context: &RequestContext,
    ) -> Result<Bearer, Error> {
        let seen = self.logins.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        if state.token.is_none() && !state.cache_read {
            let kept = self.cache.as_ref().map(TokenCache::load).transpose();
            let kept = kept.map_err(|error| Error::usage(error.to_string()))?;
            let kept = kept.flatten();
            state.cache_read = true;
            if let Some(kept) = &kept {
                context.redactor.add_token(&kept.secret);
            }
            state.token = kept.map(|kept| Token::new(kept, Origin::Shared));
        }
        if let Some(token) = &state.token
            && Some(&token.bearer) != rejected
            && !token.is_due()
        {
            return Ok(token.bearer.clone());
        }
        let Some(credentials) = &self.credentials else {
            return Err(match rejected {
                None => classify::error(
                    Cause::NoCredentials,
                    "no credentials to log in with",
                    context,
                ),
                Some(_) => classify::error(
                    Cause::TokenRefused,
                    "the engine rejected the token",
                    context,
                ),
            });
        };
        // Each wrong password counts towards locking the account. So a failed login also fails all
        // requests that waited for it or, if it is final, that bring the same rejected token.
        if let Some(failed) = &state.failure {
            let waited = self.logins.load(Ordering::Acquire) != seen;
            let is_same = rejected.is_some() && failed.rejected.as_ref() == rejected;
            if waited || (is_same && !failed.error.is_retryable()) {
                return Err(failed.error.clone());
            }
        }
        state.token = None;
        // Boxed: keeps the common future small.
        let login = Box::pin(self.sso.login(credentials)).await;
        state.failure = login.as_ref().err().map(|error| FailedLogin {
            error: error.clone(),
            rejected: rejected.cloned(),
        });
        self.logins.fetch_add(1, Ordering::Release);
        let kept = login?;
        let origin = match &self.cache {
            None => Origin::Own,
            Some(cache) => {
                // Not fatal: the next program has to log in.
                if let Err(error) = cache.store(&kept) {
                    tracing::warn!(target: "ovirt", %error, "cannot write the token to {cache:?}");
                }
                Origin::Shared
            }
        };
        let token = state.token.insert(Token::new(kept, origin));
        Ok(token.bearer.clone())
    }

    /// Revokes the token of a login, whichever program obtained it, and removes it from the cache.
    /// Returns whether there was one.
    pub(crate) async fn logout(&self) -> Result<bool, Error> {
        let mut state = self.state.lock().await;
        let own = state.token.take_if(|token| token.origin != Origin::Given);
        // A cache that others can read is not used.
        let kept = || {
            let cache = self.cache.as_ref()?;
            cache.load().ok().flatten()
        };
        let token = own.or_else(|| kept().map(|kept| Token::new(kept, Origin::Shared)));
        let Some(token) = token else {
            return Ok(false);
        };
        if let Some(cache) = &self.cache
            && let Err(error) = cache.remove()
        {
            tracing::warn!(target: "ovirt", %error, "cannot remove the token from {cache:?}");
        }
        self.sso.revoke(token.bearer.secret()).await.map(|()| true)
    }

    /// Revokes the token if this connection obtained it.
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
            // For another attempt to close.
            self.state.lock().await.token.get_or_insert(token);
        }
        revoked
    }
}
