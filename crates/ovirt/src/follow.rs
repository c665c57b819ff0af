//! Following the links of an answer without naming a path.

use http::Method;
use ovirt_types::Followable;

use crate::connection::Connection;
use crate::error::Error;
use crate::lazy_call::LazyCall;

impl Connection {
    /// Whether something has an address on the engine, so that it can be followed.
    pub fn is_link(&self, link: &impl Followable) -> bool {
        link.address().is_some()
    }

    /// Gets what a link leads to: the object of a link, the items of a list that an answer only
    /// refers to, or an object anew.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection, vm: ovirt::types::Vm) -> Result<(), ovirt::Error> {
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
    /// [`Error::Usage`] for what has no address, or the address of another engine's API.
    pub fn follow<F: Followable>(&self, link: &F) -> LazyCall<F::Target> {
        let path = self.path_of(link.address().as_deref());
        let connection = self.clone();
        LazyCall::new(self, async move {
            let call = connection.bare_call("follow", Method::GET, path?);
            connection.execute(call).await?.into_object()
        })
    }

    /// The path below the API's root that an address stands for.
    fn path_of(&self, address: Option<&str>) -> Result<String, Error> {
        let address = address.ok_or_else(|| {
            Error::usage("this can't be followed: it has no href, so no answer of an engine had it")
        })?;
        let root = self.api_path();
        let below = address
            .strip_prefix(root)
            .filter(|rest| rest.starts_with('/'));
        // Engines repeat the version in hrefs where the request had it.
        let below = below.map(|path| {
            path.strip_prefix("/v4")
                .filter(|p| p.starts_with('/'))
                .unwrap_or(path)
        });
        match below {
            Some(path) if !path.contains(['?', '#']) => Ok(path.to_owned()),
            _ => Err(Error::usage(format!(
                "this can't be followed: its href {address:?} is not below {root}/, \
                 where this connection's API is"
            ))),
        }
    }
}
