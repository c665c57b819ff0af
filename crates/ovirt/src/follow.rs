//! Following links: requesting an object by the href in a response.

use http::Method;
use ovirt_types::Followable;

use crate::call::Call;
use crate::connection::Connection;
use crate::error::Error;
use crate::lazy_call::LazyCall;
use crate::response::{ReadMode, Response};
use crate::url;

impl Connection {
    /// Whether a link, list or object has an href, so that it can be followed.
    pub fn is_link(&self, link: &impl Followable) -> bool {
        link.address().is_some()
    }

    /// Requests the target of a link: the object of a link, the items of a list that a response
    /// only refers to, or the current state of an object.
    ///
    /// ```no_run
    /// # use ovirt::{Connection, Error, types::Vm};
    /// # async fn example(connection: Connection, vm: Vm) -> Result<(), Error> {
    /// for attachment in &connection.follow(&vm.disk_attachments).await? {
    ///     let disk = connection.follow(&attachment.disk).await?;
    ///     println!("{:?}", disk.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if there is no href, or if it leads out of the API of this engine.
    pub fn follow<F: Followable>(&self, link: &F) -> LazyCall<F::Target> {
        let path = self.path_of(link.address().as_deref());
        let this = self.clone();
        LazyCall::new(self, async move {
            let call = Call::new("follow", Method::GET, path?);
            let response = this.send(call, ReadMode::Buffer).await?;
            response.decode(Response::into_object)
        })
    }

    /// The path below the API's root in an href.
    pub(crate) fn path_of(&self, href: Option<&str>) -> Result<String, Error> {
        let href = href.ok_or_else(|| {
            Error::usage("cannot follow: there is no href, so this is not from a response")
        })?;
        let root = self.inner().url.path();
        let below = href.strip_prefix(root).filter(|rest| rest.starts_with('/'));
        // Engines include the version in hrefs if the URL of the request had it.
        let below = below.map(|path| {
            path.strip_prefix("/v4")
                .filter(|rest| rest.starts_with('/'))
                .unwrap_or(path)
        });
        match below {
            Some(path) if !path.contains(['?', '#']) && url::check_below_root(path).is_ok() => {
                Ok(path.to_owned())
            }
            _ => Err(Error::usage(format!(
                "cannot follow: the href {href:?} is not below {root}/, the path of this \
                 connection's API"
            ))),
        }
    }
}
