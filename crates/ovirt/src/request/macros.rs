//! The macro `request!`, which defines the type of a method's requests.

/// Defines a request type: a setter per parameter, the verbs that send it, and the methods of the
/// trait [`Request`](crate::Request).
///
/// A row is `KIND(TYPE) SETTER = "NAME";`, with the name only where it differs from the setter.
/// `query` parameters are query parameters of the URL, and `search` is a [`Search`](crate::Search).
/// `value`, `object` and `list` parameters are members of the `<action>`, `reference` and
/// `references` such members that refer to objects.
///
/// Every method here is compiled hundreds of times. So each is a call of a function of `Draft`.
macro_rules! request {
    ( $(#[$doc:meta])* $name:ident -> $kind:ident($($output:tt)*); ) => {
        $crate::request::request! { $(#[$doc])* $name -> $kind($($output)*) {} }
    };
    (
        $(#[$doc:meta])*
        $name:ident -> $kind:ident($($output:tt)*) {
            $( $(#[$setter_doc:meta])* $place:ident($($type:tt)+) $setter:ident $(= $parameter:literal)?; )*
        }
    ) => {
        $(#[$doc])*
        #[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
        #[derive(Clone)]
        pub struct $name(pub(crate) $crate::request::Draft);

        impl $name {
            $(
                $(#[$setter_doc])*
                #[inline]
                pub fn $setter(self, value: $crate::request::argument!($place $($type)+)) -> Self {
                    $crate::request::set!($place($($type)+) self value $setter $($parameter)?)
                }
            )*

            /// Sends the request and blocks until the response is there.
            ///
            /// # Errors
            ///
            /// See [`Error`](crate::Error). Inside an async task it is an error: use `.await`.
            #[inline]
            pub fn call(self) -> Result<$crate::response_kind::output!($kind $($output)*), $crate::Error> {
                self.0.lazy(<Self as $crate::request::sealed::SealedRequest>::decode()).call()
            }

            /// Sends the request in the background.
            #[inline]
            pub fn spawn(self) -> $crate::Pending<$crate::response_kind::output!($kind $($output)*)> {
                self.0.lazy(<Self as $crate::request::sealed::SealedRequest>::decode()).spawn()
            }

            #[doc(hidden)]
            #[deprecated = "use `spawn`: `start` is also what services do to VMs"]
            #[inline]
            pub fn start(self) -> $crate::Pending<$crate::response_kind::output!($kind $($output)*)> {
                self.spawn()
            }

            /// Adds a header, which overrides the connection's of the same name.
            #[inline]
            pub fn with_header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
                Self(self.0.header(name.into(), value.into()))
            }

            /// Adds a query parameter, such as one that this version of the SDK does not know.
            #[inline]
            pub fn with_query(self, name: impl AsRef<str>, value: impl std::fmt::Display) -> Self {
                Self(self.0.query(name.as_ref(), &value))
            }

            /// Sets the timeout of this request; by default that of the connection.
            #[inline]
            pub fn with_timeout(self, timeout: std::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Sets the correlation id, by which its events and jobs can be found: 1 to 36 of the
            /// characters `A-Z`, `a-z`, `0-9`, `_` and `-`.
            #[inline]
            pub fn with_correlation_id(self, id: impl Into<String>) -> Self {
                Self(self.0.correlation_id(id.into()))
            }

            /// Sets how this request is retried; by default as the connection is configured.
            #[inline]
            pub fn with_retries(self, retries: $crate::Retries) -> Self {
                Self(self.0.retries(retries))
            }

            /// Retries for at most this long while the engine refuses the request because the
            /// object is locked or in use by another operation.
            #[inline]
            pub fn with_wait_while_locked(self, limit: std::time::Duration) -> Self {
                Self(self.0.wait_while_locked(limit))
            }

            /// Sends `search` and `follow` as they are, without the check against the API's
            /// model: for engines that are newer than it.
            #[inline]
            pub fn without_checks(self) -> Self {
                Self(self.0.unchecked())
            }

            /// Calls a setter if there is a value for it.
            #[inline]
            pub fn optional<V>(self, value: Option<V>, set: impl FnOnce(Self, V) -> Self) -> Self {
                $crate::Request::optional(self, value, set)
            }

            /// Also returns status, headers and correlation id of the response, and the number of
            /// tries.
            #[inline]
            pub fn with_info(
                self,
            ) -> $crate::LazyCall<($crate::response_kind::output!($kind $($output)*), $crate::ResponseInfo)> {
                self.0.with_info(<Self as $crate::request::sealed::SealedRequest>::decode())
            }

            /// Returns an [`Operation`](crate::Operation), which can wait for the work that the
            /// engine continues after its response.
            #[inline]
            pub fn operation(
                self,
            ) -> $crate::LazyCall<$crate::Operation<$crate::response_kind::output!($kind $($output)*)>> {
                self.0.operation(<Self as $crate::request::sealed::SealedRequest>::decode())
            }

            /// Returns what would be sent, with secrets redacted, without sending it.
            ///
            /// # Errors
            ///
            /// [`Error::Usage`](crate::Error::Usage) if the request is not valid.
            #[inline]
            pub fn dry_run(self) -> Result<$crate::DryRun, $crate::Error> {
                self.0.dry_run()
            }

            /// Checks that the document has all members that the engine requires.
            ///
            /// # Errors
            ///
            /// [`Error::Usage`](crate::Error::Usage) that names the first missing member.
            #[inline]
            pub fn check(self) -> Result<Self, $crate::Error> {
                self.0.check().map(Self)
            }
        }

        impl $crate::request::sealed::SealedRequest for $name {
            #[inline]
            fn from_draft(draft: $crate::request::Draft) -> Self {
                Self(draft)
            }

            #[inline]
            fn into_draft(self) -> $crate::request::Draft {
                self.0
            }

            #[inline]
            fn decode(
            ) -> $crate::response_kind::Decode<$crate::response_kind::output!($kind $($output)*)> {
                $crate::response_kind::decode!($kind $($output)*)
            }
        }

        impl $crate::Request for $name {
            type Response = $crate::response_kind::output!($kind $($output)*);
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::future::IntoFuture for $name {
            type Output = Result<$crate::response_kind::output!($kind $($output)*), $crate::Error>;
            type IntoFuture = $crate::pending::BoxFuture<$crate::response_kind::output!($kind $($output)*)>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.0.lazy(<Self as $crate::request::sealed::SealedRequest>::decode()).into_future()
            }
        }
    };
}

/// The type of a setter's argument.
macro_rules! argument {
    (list $type:ty) => { impl IntoIterator<Item = impl Into<$type>> };
    (references $type:ty) => { impl IntoIterator<Item = impl Into<$crate::types::Link<$type>>> };
    (reference $type:ty) => { impl Into<$crate::types::Link<$type>> };
    // With `Into`, literals would default to 32 bits, and `2 << 30` would be negative.
    ($place:ident i64) => { i64 };
    (search $type:ty) => { impl Into<$crate::Search> };
    ($place:ident $type:ty) => { impl Into<$type> };
}

/// The body of a setter.
macro_rules! set {
    (query($type:ty) $self:ident $value:ident $setter:ident) => {
        $crate::request::set!(query($type) $self $value $setter stringify!($setter))
    };
    (query($type:ty) $self:ident $value:ident $setter:ident $name:expr) => {{
        let value: $type = $value.into();
        Self($self.0.query($name, &value))
    }};
    (search($type:ty) $self:ident $value:ident $setter:ident) => {
        Self($self.0.search($value.into()))
    };
    (value($type:ty) $self:ident $value:ident $member:ident) => {
        $crate::request::set!($self $member $value.into())
    };
    (object($type:ty) $self:ident $value:ident $member:ident) => {
        $crate::request::set!($self $member $crate::types::Shared::new($value.into()))
    };
    (list($type:ty) $self:ident $value:ident $member:ident) => {
        $crate::request::set!($self $member $value.into_iter().collect())
    };
    (reference($type:ty) $self:ident $value:ident $member:ident) => {
        $crate::request::set!($self $member {
            let link: $crate::types::Link<$type> = $value.into();
            $crate::types::Shared::new(link.into_object())
        })
    };
    (references($type:ty) $self:ident $value:ident $member:ident) => {
        $crate::request::set!($self $member {
            let links = $value.into_iter().map(Into::<$crate::types::Link<$type>>::into);
            links.map($crate::types::Link::into_object).collect()
        })
    };
    ($self:ident $member:ident $value:expr) => {{
        let mut draft = $self.0;
        if let Some(action) = draft.action() {
            action.$member = Some($value);
        }
        Self(draft)
    }};
}

pub(crate) use {argument, request, set};
