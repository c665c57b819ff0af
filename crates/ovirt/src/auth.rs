//! Authentication as users control it: logging in, testing the login, and closing the session.

use std::pin::pin;

use http::Method;

use crate::call::Call;
use crate::clock::Deadline;
use crate::connection::Connection;
use crate::lazy_call::LazyCall;
use crate::response::ReadMode;
use crate::send;
use crate::sso;

impl Connection {
    /// Logs in unless there is a token, and returns the token.
    ///
    /// Another connection can use it with
    /// [`ConnectionBuilder::token`](crate::ConnectionBuilder::token). The token grants all
    /// permissions of the user until [`close`](Self::close) revokes it or it expires.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let token = connection.authenticate().await?;
    /// let other = ovirt::Connection::builder(connection.url()).token(token).build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Auth`](crate::Error::Auth) if the engine rejects the credentials;
    /// [`Error::Usage`](crate::Error::Usage) if there are none.
    pub fn authenticate(&self) -> LazyCall<String> {
        let this = self.clone();
        LazyCall::on_runtime(self, async move {
            let inner = this.inner();
            let path = inner.url.in_application(sso::TOKEN_PATH);
            let context = this.context("authenticate", &Method::POST, path);
            let deadline = Deadline::after(inner.timeout);
            let token = pin!(inner.session.token(None, &context));
            let token = send::within(deadline, token, &context).await??;
            Ok(token.secret().reveal().to_owned())
        })
    }

    /// Requests the root of the API, which checks that the URL is that of an engine, that it is
    /// reachable, and that the user may log in.
    ///
    /// # Errors
    ///
    /// [`Error::Response`](crate::Error::Response) if the URL is not that of an API; any other
    /// error of a request.
    pub fn test(&self) -> LazyCall<()> {
        let this = self.clone();
        LazyCall::new(self, async move {
            let call = Call::new("test", Method::GET, String::new());
            let response = this.send(call, ReadMode::Buffer).await?;
            response.decode(|response| response.into_root("api"))
        })
    }

    /// Revokes the token, if a login of this connection obtained it, for all clones.
    ///
    /// A token from [`ConnectionBuilder::token`](crate::ConnectionBuilder::token) stays valid.
    /// Closing twice is harmless, and a later request logs in again.
    ///
    /// # Errors
    ///
    /// Those of sending the request; the token is kept, so that closing can be repeated.
    pub fn close(&self) -> LazyCall<()> {
        let this = self.clone();
        LazyCall::on_runtime(self, async move {
            let inner = this.inner();
            let path = inner.url.in_application(sso::LOGOUT_PATH);
            let context = this.context("close", &Method::POST, path);
            let deadline = Deadline::after(inner.timeout);
            let closing = pin!(inner.session.close());
            send::within(deadline, closing, &context).await?
        })
    }

    /// Logs out: revokes the token, even if it was [cached](crate::ConnectionBuilder::token_cache)
    /// by another program, and removes it from the cache. Returns whether there was a token.
    ///
    /// A token from [`ConnectionBuilder::token`](crate::ConnectionBuilder::token) stays valid.
    ///
    /// # Errors
    ///
    /// Those of sending the request. The token is forgotten in any case.
    pub fn logout(&self) -> LazyCall<bool> {
        let this = self.clone();
        LazyCall::on_runtime(self, async move {
            let inner = this.inner();
            let path = inner.url.in_application(sso::LOGOUT_PATH);
            let context = this.context("logout", &Method::POST, path);
            let deadline = Deadline::after(inner.timeout);
            let logout = pin!(inner.session.logout());
            send::within(deadline, logout, &context).await?
        })
    }
}
