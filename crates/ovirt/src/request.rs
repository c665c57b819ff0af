//! Requests as values: what the methods of services return and their setters fill.

mod macros;

use std::any::Any;
use std::fmt;
use std::future::{IntoFuture, ready};
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use ovirt_types::__private::{self as reflect, Reflect};
use ovirt_types::{Action, Document, List, MissingId, ToXml};

use crate::call::Call;
use crate::connection::Connection;
use crate::dry_run::DryRun;
use crate::error::Error;
use crate::lazy_call::LazyCall;
use crate::operation::Operation;
use crate::query_check;
use crate::response::{ReadMode, ResponseInfo};
use crate::response_kind::Decode;
use crate::retry::Retries;
use crate::search::Search;
use crate::work::Work;

pub(crate) use self::macros::{argument, request, set};

/// A request before it is sent, its document still an object.
#[derive(Clone)]
pub(crate) struct Draft {
    connection: Connection,
    call: Call,
    /// The object that a method takes, or the [`Action`]. Type-erased, so that the drop glue of
    /// `Draft` does not include `Action`'s.
    object: Option<Arc<dyn Reflect>>,
    /// Members that the document must have: `vm.name, vm.cluster.id|vm.cluster.name`.
    required: &'static str,
    /// Whether searches and follow are sent as they are.
    unchecked: bool,
    /// The first mistake of a locator or setter, which cannot fail themselves.
    error: Option<Error>,
}

// Not inlined where methods and setters call it: the compiler would check it once for each of them.
impl Draft {
    pub(crate) fn new(
        connection: &Connection,
        operation: &'static str,
        method: Method,
        path: String,
    ) -> Self {
        Self {
            connection: connection.clone(),
            call: Call::new(operation, method, path),
            object: None,
            required: "",
            unchecked: false,
            error: None,
        }
    }

    /// Sets the name of the method in the API's model, such as `vms.add`.
    pub(crate) fn operation_name(mut self, name: String) -> Self {
        self.call.operation = name.into();
        self
    }

    /// Sends searches and follow as they are, without a check against the model.
    pub(crate) fn unchecked(mut self) -> Self {
        self.unchecked = true;
        self
    }

    /// Sets the document of a request whose type is known at run time only.
    pub(crate) fn document_of_any_type(mut self, document: Document) -> Self {
        match reflect::into_object(document) {
            Ok(object) => self.object = Some(object.into()),
            Err(list) => self.call.body = Some(list.to_xml().into()),
        }
        self
    }

    pub(crate) fn missing_id(mut self, missing: Option<MissingId>) -> Self {
        self.error = missing.map(Error::from);
        self
    }

    #[inline(never)]
    pub(crate) fn object(mut self, object: Arc<dyn Reflect>) -> Self {
        self.object = Some(object);
        self
    }

    /// Sets a list of objects as the document.
    pub(crate) fn list<T>(mut self, list: &List<T>) -> Self
    where
        List<T>: ToXml,
    {
        self.call.body = Some(list.to_xml().into());
        self
    }

    /// Sets the members that the document must have, separated by commas, alternatives by `|`.
    #[inline(never)]
    pub(crate) fn requires(mut self, members: &'static str) -> Self {
        self.required = members;
        self
    }

    /// The `<action>` document, for setting a parameter; `None` if the method takes an object.
    #[inline(never)]
    pub(crate) fn action(&mut self) -> Option<&mut Action> {
        let object = self.object.get_or_insert_with(|| Arc::new(Action::new()));
        if Arc::get_mut(object).is_none() {
            // A clone of this request has it, too.
            let action = (object.as_ref() as &dyn Any).downcast_ref::<Action>()?;
            *object = Arc::new(action.clone());
        }
        (Arc::get_mut(object)? as &mut dyn Any).downcast_mut()
    }

    #[inline(never)]
    pub(crate) fn query(mut self, name: &str, value: &dyn fmt::Display) -> Self {
        self.call.set_query(name, value.to_string());
        self
    }

    #[inline(never)]
    pub(crate) fn search(mut self, search: Search) -> Self {
        match search.build() {
            Ok(text) => return self.query("search", &text),
            Err(error) => drop(self.error.get_or_insert(error)),
        }
        self
    }

    #[inline(never)]
    pub(crate) fn header(mut self, name: String, value: String) -> Self {
        self.call.headers.push((name, value));
        self
    }

    #[inline(never)]
    pub(crate) fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout = Some(timeout);
        self
    }

    #[inline(never)]
    pub(crate) fn correlation_id(mut self, id: String) -> Self {
        self.call.correlation_id = Some(id);
        self
    }

    #[inline(never)]
    pub(crate) fn retries(mut self, retries: Retries) -> Self {
        self.call.retries = Some(retries);
        self
    }

    #[inline(never)]
    pub(crate) fn wait_while_locked(mut self, limit: Duration) -> Self {
        self.call.wait_while_locked = Some(limit);
        self
    }

    pub(crate) fn connection(&self) -> Connection {
        self.connection.clone()
    }

    /// Path below the API's root.
    pub(crate) fn path(&self) -> &str {
        &self.call.path
    }

    fn document(&self) -> Option<&dyn Reflect> {
        self.object.as_deref()
    }

    /// Checks that the document has all required members.
    #[inline(never)]
    pub(crate) fn check(self) -> Result<Self, Error> {
        // Paths begin with the name of the document itself.
        let is_set = |path: &str| match (path.split_once('.'), self.document()) {
            (None, _) => true,
            (Some((_, path)), Some(document)) => reflect::has(document, path),
            (Some(_), None) => false,
        };
        let mut required = self.required.split(", ");
        match required.find(|any| !any.split('|').any(is_set)) {
            None => Ok(self),
            Some(missing) => Err(Error::usage(format!(
                "{} needs {}, which is not set",
                self.call.operation,
                missing.replace('|', " or ")
            ))),
        }
    }

    /// The call to send, its document encoded.
    pub(crate) fn into_call(mut self) -> Result<Call, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        if let Some(document) = self.document() {
            if let Some(path) = reflect::find_empty_id(document) {
                return Err(Error::usage(format!(
                    "{} refers to an object without id and name{}: use an object that the engine \
                     returned, or set the id using with_id()",
                    self.call.operation,
                    if path.is_empty() {
                        path
                    } else {
                        format!(" in `{path}`")
                    }
                )));
            }
            self.call.body = Some(reflect::to_xml(document).into());
        }
        self.call.check_path()?;
        if !self.unchecked {
            query_check::run(&mut self.call)?;
        }
        Ok(self.call)
    }

    #[inline(never)]
    pub(crate) fn lazy<T: Send + 'static>(self, decode: Decode<T>) -> LazyCall<T> {
        let connection = self.connection();
        let work = match self.into_call() {
            Ok(call) => connection.fetch(call, decode),
            Err(error) => Box::pin(ready(Err(error))),
        };
        LazyCall::boxed(connection, work)
    }

    #[inline(never)]
    pub(crate) fn with_info<T: Send + 'static>(
        self,
        decode: Decode<T>,
    ) -> LazyCall<(T, ResponseInfo)> {
        let connection = self.connection();
        LazyCall::new(&self.connection(), async move {
            let response = connection.send(self.into_call()?, decode.mode).await?;
            let info = response.info.clone();
            Ok(((decode.decode)(response)?, info))
        })
    }

    #[inline(never)]
    pub(crate) fn operation<T: Send + 'static>(self, decode: Decode<T>) -> LazyCall<Operation<T>> {
        let connection = self.connection();
        LazyCall::new(&self.connection(), async move {
            let mut call = self.into_call()?;
            call.new_correlation_ids = call.correlation_id.is_none();
            let response = connection.send(call, ReadMode::Buffer).await?;
            let id = response
                .info
                .correlation_id()
                .unwrap_or_default()
                .to_owned();
            let work = Work {
                expects_job: response.announces_job(),
                response: response.decode(decode.decode)?,
                reload: decode.reload,
                status: decode.status,
            };
            Ok(Operation::new(connection, work, id))
        })
    }

    #[inline(never)]
    pub(crate) fn dry_run(self) -> Result<DryRun, Error> {
        let connection = self.connection();
        let inner = connection.inner();
        let http_request = self.into_call()?.encode(&inner.url, &inner.headers)?;
        Ok(DryRun::new(&http_request, &inner.redactor))
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Document<'a>(&'a dyn Reflect);
        impl fmt::Debug for Document<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                reflect::debug(self.0, f)
            }
        }
        // Without headers, which may contain secrets.
        let Self {
            connection,
            call,
            object: _,
            required: _,
            unchecked: _,
            error: _,
        } = self;
        let redactor = &connection.inner().redactor;
        let query = call.query.iter();
        let query: Vec<_> = query
            .map(|(name, value)| (name, redactor.parameter(name, value)))
            .collect();
        f.debug_struct(&call.operation)
            .field("method", &call.method)
            .field("path", &call.path)
            .field("query", &query)
            .field("document", &self.document().map(Document))
            .finish_non_exhaustive()
    }
}

/// What all requests have in common, for generic code.
///
/// Each request type also has these methods as inherent methods: calling them needs no import.
///
/// ```no_run
/// use std::time::Duration;
///
/// use ovirt::{Error, Request};
///
/// /// Sends any request with a short timeout, at most twice.
/// async fn quick<R: Request>(request: R) -> Result<R::Response, Error> {
///     let request = request.with_timeout(Duration::from_secs(10));
///     match request.clone().await {
///         Err(error) if error.is_retryable() => request.await,
///         outcome => outcome,
///     }
/// }
/// ```
#[allow(private_bounds)]
pub trait Request:
    sealed::SealedRequest
    + Clone
    + fmt::Debug
    + Send
    + Sync
    + IntoFuture<Output = Result<<Self as Request>::Response, Error>, IntoFuture: Send>
    + 'static
{
    /// What the request returns.
    type Response: Send + 'static;

    /// Adds a header, which overrides the connection's of the same name.
    #[must_use]
    fn with_header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::from_draft(self.into_draft().header(name.into(), value.into()))
    }

    /// Adds a query parameter, such as one that this version of the SDK does not know.
    #[must_use]
    fn with_query(self, name: impl AsRef<str>, value: impl fmt::Display) -> Self {
        Self::from_draft(self.into_draft().query(name.as_ref(), &value))
    }

    /// Sets the timeout of this request; by default that of the connection.
    #[must_use]
    fn with_timeout(self, timeout: Duration) -> Self {
        Self::from_draft(self.into_draft().timeout(timeout))
    }

    /// Sets the correlation id, by which the events and jobs of this request can be found: 1 to 36
    /// of the characters `A-Z`, `a-z`, `0-9`, `_` and `-`. With another id, the request fails with
    /// [`Error::Usage`] before it is sent, as the engine would alter the id.
    #[must_use]
    fn with_correlation_id(self, id: impl Into<String>) -> Self {
        Self::from_draft(self.into_draft().correlation_id(id.into()))
    }

    /// Sets how this request is retried; by default as the connection is configured.
    #[must_use]
    fn with_retries(self, retries: Retries) -> Self {
        Self::from_draft(self.into_draft().retries(retries))
    }

    /// Retries for at most this long while the engine refuses the request because the object is
    /// locked or in use by another operation.
    #[must_use]
    fn with_wait_while_locked(self, limit: Duration) -> Self {
        Self::from_draft(self.into_draft().wait_while_locked(limit))
    }

    /// Sends `search` and `follow` as they are, without the check against the API's model: for
    /// engines that are newer than it.
    #[must_use]
    fn without_checks(self) -> Self {
        Self::from_draft(self.into_draft().unchecked())
    }

    /// Calls a setter if there is a value for it.
    #[must_use]
    fn optional<V>(self, value: Option<V>, set: impl FnOnce(Self, V) -> Self) -> Self {
        match value {
            Some(value) => set(self, value),
            None => self,
        }
    }

    /// Also returns status, headers and correlation id of the response, and the number of tries.
    fn with_info(self) -> LazyCall<(Self::Response, ResponseInfo)> {
        self.into_draft().with_info(Self::decode())
    }

    /// Sends the request with a new correlation id per try, so that the work that the engine
    /// continues after its response can be waited for.
    ///
    /// ```no_run
    /// # use ovirt::{Connection, Error, types::Vm};
    /// # async fn example(connection: Connection, vm: Vm) -> Result<(), Error> {
    /// let adding = connection.system_service().vms_service().add(vm).operation().await?;
    /// println!("{:?} is being created", adding.response().id);
    /// let vm = adding.done().await?;
    /// # Ok(())
    /// # }
    /// ```
    fn operation(self) -> LazyCall<Operation<Self::Response>> {
        self.into_draft().operation(Self::decode())
    }

    /// Returns what would be sent, with passwords and tokens redacted, without sending it.
    ///
    /// ```no_run
    /// # fn example(connection: &ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let vms = connection.system_service().vms_service();
    /// println!("{}", vms.list().search("name=web*").dry_run()?.to_curl());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] if the request is not valid, for example if a header has a line break.
    fn dry_run(self) -> Result<DryRun, Error> {
        self.into_draft().dry_run()
    }

    /// Checks that the document has all members that the engine requires, without sending it.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] that names the first missing member.
    fn check(self) -> Result<Self, Error> {
        self.into_draft().check().map(Self::from_draft)
    }
}

pub(crate) mod sealed {
    use crate::response_kind::Decode;

    /// Only requests of the SDK implement `Request`.
    pub(crate) trait SealedRequest {
        fn from_draft(draft: super::Draft) -> Self
        where
            Self: Sized;

        fn into_draft(self) -> super::Draft;

        fn decode() -> Decode<Self::Response>
        where
            Self: super::Request;
    }
}
