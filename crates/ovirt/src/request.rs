//! A request of the API as a value: what the methods of services make, what their setters fill,
//! and how it becomes a [`Call`], the same for all of them.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use ovirt_types::__private::{self as reflect, Reflect};
use ovirt_types::{Action, List, ToXml};

use crate::blocking;
use crate::connection::Connection;
use crate::dry_run::DryRun;
use crate::error::Error;
use crate::jobs::Operation;
use crate::lazy_call::LazyCall;
use crate::pending::{self, Pending};
use crate::response::ResponseInfo;
use crate::response_kind::Decode;
use crate::retry::Retries;

/// A request under way.
pub(crate) type Sending<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// Parts of the document that the engine asks for, each with its alternatives.
pub(crate) type Demands = &'static [&'static [&'static str]];

/// What goes to the engine.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) connection: Connection,
    /// Name of the method in the API's model: `vms.add`.
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    /// Below the API's root: `/vms/123/start`; identifiers are percent-encoded.
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    /// Headers of this call, which win over those of the connection.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) correlation_id: Option<String>,
    /// Whether each try gets a correlation id of its own.
    pub(crate) new_correlation_ids: bool,
    /// How it is sent again if it fails, in place of how the connection does it.
    pub(crate) retries: Option<Retries>,
    /// How long an object that is locked is waited for.
    pub(crate) wait_while_locked: Option<Duration>,
    /// An XML document.
    pub(crate) body: Option<Bytes>,
}

impl Call {
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn set_query(&mut self, name: &str, value: String) {
        match self.query.iter_mut().find(|(own, _)| own == name) {
            Some(pair) => pair.1 = value,
            None => self.query.push((name.to_owned(), value)),
        }
    }
}

/// A request that is being made, with its document still an object.
pub(crate) struct Draft {
    call: Call,
    /// The object that a method takes, or the [`Action`]. Not as one: whatever drops a draft would
    /// have all that drops an action in it.
    object: Option<Box<dyn Reflect>>,
    demands: Demands,
}

// What the many methods and setters call is kept out of line: the compiler would else work through
// it once for each of them.
impl Draft {
    pub(crate) fn new(
        connection: &Connection,
        operation: &'static str,
        method: Method,
        path: String,
    ) -> Self {
        let call = connection.bare_call(operation, method, path);
        Self {
            call,
            object: None,
            demands: &[],
        }
    }

    #[inline(never)]
    pub(crate) fn object(mut self, object: Box<dyn Reflect>) -> Self {
        self.object = Some(object);
        self
    }

    /// A list of objects as the document.
    pub(crate) fn list<T>(mut self, list: &List<T>) -> Self
    where
        List<T>: ToXml,
    {
        self.call.body = Some(list.to_xml().into());
        self
    }

    #[inline(never)]
    pub(crate) fn demanding(mut self, demands: Demands) -> Self {
        self.demands = demands;
        self
    }

    /// The `<action>` document, to set a parameter in; methods that take an object have none.
    #[inline(never)]
    pub(crate) fn action(&mut self) -> Option<&mut Action> {
        let object = self.object.get_or_insert_with(|| Box::new(Action::new()));
        (object.as_mut() as &mut dyn Any).downcast_mut()
    }

    fn document(&self) -> Option<&dyn Reflect> {
        self.object.as_deref()
    }

    #[inline(never)]
    pub(crate) fn query(&mut self, name: &str, value: &dyn fmt::Display) {
        self.call.set_query(name, value.to_string());
    }

    pub(crate) fn connection(&self) -> Connection {
        self.call.connection.clone()
    }

    /// Below the API's root.
    pub(crate) fn path(&self) -> &str {
        &self.call.path
    }

    /// That the document has all that the engine asks for.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let missing = |demand: &&&[&str]| {
            !demand.iter().any(|path| {
                let document = self.document();
                // The path begins with the document's own name.
                let path = path.split_once('.').map_or("", |(_, path)| path);
                path.is_empty() || document.is_some_and(|document| reflect::has(document, path))
            })
        };
        match self.demands.iter().find(missing) {
            None => Ok(()),
            Some(demand) => Err(Error::usage(format!(
                "{} needs {}, which is not set",
                self.call.operation,
                demand.join(" or ")
            ))),
        }
    }

    /// The request as it goes to the engine.
    pub(crate) fn into_call(mut self) -> Result<Call, Error> {
        if let Some(document) = self.document() {
            self.call.body = Some(reflect::to_xml(document).into());
        }
        // A collection must not be meant by an identifier that is empty.
        let path = self.call.path.as_bytes();
        let mut segments = path.split(|byte| *byte == b'/').skip(1);
        if segments.any(|segment| matches!(segment, b"" | b"." | b"..")) {
            return Err(Error::usage(format!(
                "{} needs an identifier, and the one that was given is empty or made of dots",
                self.call.operation
            )));
        }
        Ok(self.call)
    }

    /// Sends the request and makes of the answer what its method gives.
    #[inline(never)]
    pub(crate) fn send<T: Send + 'static>(self, kind: Decode<T>) -> Sending<T> {
        let connection = self.connection();
        match self.into_call() {
            Ok(call) => kind.send(&connection, call),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }

    #[inline(never)]
    pub(crate) fn call<T: Send + 'static>(self, kind: Decode<T>) -> Result<T, Error> {
        blocking::run(&self.connection(), self.send(kind))
    }

    #[inline(never)]
    pub(crate) fn start<T: Send + 'static>(self, kind: Decode<T>) -> Pending<T> {
        pending::start(&self.connection(), self.send(kind))
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Shown<'a>(&'a dyn Reflect);
        impl fmt::Debug for Shown<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                reflect::debug(self.0, f)
            }
        }
        // Headers can have secrets in them.
        let Self {
            call,
            object: _,
            demands: _,
        } = self;
        f.debug_struct(call.operation)
            .field("method", &call.method)
            .field("path", &call.path)
            .field("query", &call.query)
            .field("document", &self.document().map(Shown))
            .finish_non_exhaustive()
    }
}

/// What every request of the API can be given beside its parameters.
///
/// ```no_run
/// use std::time::Duration;
///
/// use ovirt::Request;
///
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// let vms = connection.system_service().vms_service();
/// let list = vms.list().max(50).with_timeout(Duration::from_secs(10)).await?;
/// # Ok(())
/// # }
/// ```
#[allow(private_bounds)]
pub trait Request: sealed::Sealed + Sized {
    /// What the request gives.
    type Output: Send + 'static;

    /// Adds a header, in place of the connection's of this name.
    #[must_use]
    fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.draft().call.headers.push((name.into(), value.into()));
        self
    }

    /// Adds a parameter to the URL's query, for what this version of the SDK doesn't know.
    #[must_use]
    fn with_query(mut self, name: impl AsRef<str>, value: impl fmt::Display) -> Self {
        self.draft().query(name.as_ref(), &value);
        self
    }

    /// Limits the time for this request, in place of the connection's limit.
    #[must_use]
    fn with_timeout(mut self, timeout: Duration) -> Self {
        self.draft().call.timeout = Some(timeout);
        self
    }

    /// Marks the events and jobs of this request, so that they can be found.
    #[must_use]
    fn with_correlation_id(mut self, id: impl Into<String>) -> Self {
        self.draft().call.correlation_id = Some(id.into());
        self
    }

    /// How the request is sent again if it fails, in place of how the connection does it.
    #[must_use]
    fn with_retries(mut self, retries: Retries) -> Self {
        self.draft().call.retries = Some(retries);
        self
    }

    /// Waits, for this long at most, while the engine refuses the request because the object is
    /// locked or another operation on it is under way (status 409).
    #[must_use]
    fn with_wait_while_locked(mut self, limit: Duration) -> Self {
        self.draft().call.wait_while_locked = Some(limit);
        self
    }

    /// Calls a setter if there is a value for it.
    #[must_use]
    fn optional<V>(self, value: Option<V>, set: impl FnOnce(Self, V) -> Self) -> Self {
        match value {
            Some(value) => set(self, value),
            None => self,
        }
    }

    /// Sends the request, and gives beside its outcome what there is to know of the answer: status,
    /// headers, correlation id, how many tries it took.
    fn with_info(mut self) -> LazyCall<(Self::Output, ResponseInfo)> {
        let connection = self.draft().connection();
        let draft = self.into_draft();
        LazyCall::new(&connection.clone(), async move {
            let (kind, call) = (Self::decode(), draft.into_call()?);
            let reply = connection.execute_into(call, kind.items).await?;
            let info = reply.info();
            Ok(((kind.read)(reply)?, info))
        })
    }

    /// Sends the request under a correlation id of its own (a new one with each try), for the work
    /// that the engine goes on with after its answer to be waited for.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection, vm: ovirt::types::Vm) -> Result<(), ovirt::Error> {
    /// use ovirt::Request;
    ///
    /// let adding = connection.system_service().vms_service().add(vm).operation().await?;
    /// println!("{:?} is being made", adding.answer().id);
    /// let vm = adding.done().await?;
    /// # Ok(())
    /// # }
    /// ```
    fn operation(mut self) -> LazyCall<Operation<Self::Output>> {
        let connection = self.draft().connection();
        let draft = self.into_draft();
        LazyCall::new(&connection.clone(), async move {
            let mut call = draft.into_call()?;
            call.new_correlation_ids = call.correlation_id.is_none();
            let reply = connection.execute(call).await?;
            let id = reply.info().correlation_id().unwrap_or_default().to_owned();
            let kind = Self::decode();
            let answer = (kind.read)(reply)?;
            Ok(Operation::new(connection, answer, id, kind.again))
        })
    }

    /// What would be sent, without sending it: to be shown to people, or as a `curl` command.
    /// Passwords and the token are hidden.
    ///
    /// ```no_run
    /// # fn example(connection: &ovirt::Connection) -> Result<(), ovirt::Error> {
    /// use ovirt::Request;
    ///
    /// let vms = connection.system_service().vms_service();
    /// println!("{}", vms.list().search("name=web*").dry_run()?.to_curl());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] for what can't be sent at all, such as a header with a line break.
    fn dry_run(mut self) -> Result<DryRun, Error> {
        let connection = self.draft().connection();
        connection.dry_run(self.into_draft().into_call()?)
    }

    /// Checks, without sending anything, that the document has what engines are known to ask for.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] with the name of the first part missing.
    fn check(mut self) -> Result<Self, Error> {
        self.draft().check()?;
        Ok(self)
    }
}

pub(crate) mod sealed {
    use crate::response_kind::Decode;

    /// Keeps the trait to the SDK's own requests.
    pub(crate) trait Sealed {
        fn draft(&mut self) -> &mut super::Draft;

        fn into_draft(self) -> super::Draft;

        /// What the answer is.
        fn decode() -> Decode<Self::Output>
        where
            Self: super::Request;
    }
}

/// Makes the type of a method's requests: a setter for each parameter, and the verbs that send it.
///
/// A row is `KIND(TYPE) SETTER = NAME`: `query` parameters are named as in the URL; of an action,
/// `value`, `object` and `list` parameters are members of the `<action>`.
macro_rules! request {
    (
        $(#[$doc:meta])*
        $name:ident -> $answer:ident($($answer_part:tt)*) {
            $( $(#[$setter_doc:meta])* $kind:ident($($type:tt)+) $setter:ident = $parameter:tt; )*
        }
    ) => {
        $(#[$doc])*
        #[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
        pub struct $name(pub(crate) $crate::request::Draft);

        impl $name {
            $(
                $(#[$setter_doc])*
                #[inline]
                pub fn $setter(mut self, value: $crate::request::argument!($kind $($type)+)) -> Self {
                    $crate::request::set!($kind($($type)+) self value $parameter);
                    self
                }
            )*

            /// Sends the request and blocks until the answer is there.
            ///
            /// # Errors
            ///
            /// Those of [`Error`](crate::Error); inside an async task use `.await`.
            #[inline]
            pub fn call(self) -> Result<$crate::response_kind::output!($answer $($answer_part)*), $crate::Error> {
                self.0.call(<Self as $crate::request::sealed::Sealed>::decode())
            }

            /// Sends the request now, for its answer to be asked for later.
            #[inline]
            pub fn start(self) -> $crate::Pending<$crate::response_kind::output!($answer $($answer_part)*)> {
                self.0.start(<Self as $crate::request::sealed::Sealed>::decode())
            }
        }

        impl $crate::request::sealed::Sealed for $name {
            #[inline]
            fn draft(&mut self) -> &mut $crate::request::Draft {
                &mut self.0
            }

            #[inline]
            fn into_draft(self) -> $crate::request::Draft {
                self.0
            }

            #[inline]
            fn decode(
            ) -> $crate::response_kind::Decode<$crate::response_kind::output!($answer $($answer_part)*)> {
                $crate::response_kind::decode!($answer $($answer_part)*)
            }
        }

        impl $crate::Request for $name {
            type Output = $crate::response_kind::output!($answer $($answer_part)*);
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::future::IntoFuture for $name {
            type Output = Result<$crate::response_kind::output!($answer $($answer_part)*), $crate::Error>;
            type IntoFuture = $crate::request::Sending<$crate::response_kind::output!($answer $($answer_part)*)>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.0.send(<Self as $crate::request::sealed::Sealed>::decode())
            }
        }
    };
}

/// The type of a setter's argument.
macro_rules! argument {
    (list $type:ty) => { impl IntoIterator<Item = impl Into<$type>> };
    // Literals would be 32 bits wide with `Into`, and `2 << 30` a negative number.
    ($kind:ident i64) => { i64 };
    ($kind:ident $type:ty) => { impl Into<$type> };
}

/// What a setter does.
macro_rules! set {
    (query($type:ty) $self:ident $value:ident $name:literal) => {
        let value: $type = $value.into();
        $self.0.query($name, &value);
    };
    (value($type:ty) $self:ident $value:ident $member:ident) => {
        if let Some(action) = $self.0.action() {
            action.$member = Some($value.into());
        }
    };
    (object($type:ty) $self:ident $value:ident $member:ident) => {
        if let Some(action) = $self.0.action() {
            action.$member = Some($crate::types::Shared::new($value.into()));
        }
    };
    (list($type:ty) $self:ident $value:ident $member:ident) => {
        if let Some(action) = $self.0.action() {
            action.$member = Some($value.into_iter().collect());
        }
    };
}

pub(crate) use {argument, request, set};
