//! [`AnyRequest`]: a request whose service and document types are known at run time only.

use std::sync::Arc;

use http::Method;
use ovirt_types::__private::item_kind;
use ovirt_types::{Action, Document};

use crate::error::Error;
use crate::request::request;
use crate::service::AnyService;
use crate::stream::{self, Stream};

request! {
    /// A request whose types are known at run time only, for programs that interpret the API
    /// rather than use it: command lines, proxies, importers. Returned by the methods of
    /// [`AnyService`].
    ///
    /// Parameters of the URL are set with [`with_query`](Self::with_query), documents with
    /// [`document`](Self::document). The outcome is the document of the response, or `None` if the
    /// response has no body. A response with a fault is an error, as for typed requests.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// use ovirt::types::{Document, Vm};
    ///
    /// let vms = connection.service("vms")?;
    /// let response = vms.list().with_query("search", "name=web*").await?;
    /// println!("{response:?}");
    ///
    /// let vm = Document::from(Vm::named("web1"));
    /// let response = vms.add().document(vm).with_query("clone", true).await?;
    /// let vm = response.as_ref().and_then(Document::object::<Vm>);
    /// println!("{:?}", vm.and_then(|vm| vm.id.as_deref()));
    /// # Ok(())
    /// # }
    /// ```
    AnyRequest -> untyped(Option<Document>);
}

impl AnyService {
    /// Lists the objects of a collection.
    pub fn list(&self) -> AnyRequest {
        self.request("list", Method::GET)
    }

    /// Gets an object.
    pub fn get(&self) -> AnyRequest {
        self.request("get", Method::GET)
    }

    /// Adds an object to a collection; the object is set with [`AnyRequest::document`].
    pub fn add(&self) -> AnyRequest {
        self.request("add", Method::POST)
    }

    /// Updates an object; what changes is set with [`AnyRequest::document`].
    pub fn update(&self) -> AnyRequest {
        self.request("update", Method::PUT)
    }

    /// Removes an object.
    pub fn remove(&self) -> AnyRequest {
        self.request("remove", Method::DELETE)
    }

    /// Starts an action, by its name in the API's model, such as `start`. Its parameters are the
    /// members of an [`Action`], set with [`AnyRequest::document`].
    pub fn action(&self, name: &str) -> AnyRequest {
        let location = self.location.segment(&name.replace('_', ""));
        let draft = location.draft("action", Method::POST);
        let draft = draft.operation_name(format!("{}.{name}", self.name));
        // The engine requires an `<action>`, even an empty one.
        AnyRequest(draft.object(Arc::new(Action::new())))
    }

    fn request(&self, name: &'static str, method: Method) -> AnyRequest {
        let draft = self.location.draft(name, method);
        AnyRequest(draft.operation_name(format!("{}.{name}", self.name)))
    }
}

impl AnyRequest {
    /// Sets the document to send.
    pub fn document(self, document: Document) -> Self {
        Self(self.0.document_of_any_type(document))
    }

    /// Returns the objects of a list while the response arrives, with constant memory: each
    /// document is a list of the objects that arrived together. `list` is an empty list of their
    /// type, such as `Document::empty("vms")`.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if `list` is not a list.
    pub fn stream(self, list: &Document) -> Result<Stream<Document>, Error> {
        let kind = item_kind(list).ok_or_else(|| {
            let tag = list.tag();
            Error::usage(format!(
                "<{tag}> is not a list: use the plural, such as vms"
            ))
        })?;
        Ok(stream::documents_of(self.0, kind))
    }
}
