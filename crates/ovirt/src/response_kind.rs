//! [`Decode`]: how a response becomes the value that a request returns.

mod document;

use ovirt_types::__private::{Item, Object};
use ovirt_types::{Followable, List};

use crate::connection::Connection;
use crate::error::Error;
use crate::pending::BoxFuture;
use crate::response::{ReadMode, Response};
use crate::status::{self, Status};

/// How the response to a request becomes a `T`.
pub(crate) struct Decode<T> {
    pub(crate) mode: ReadMode,
    pub(crate) decode: fn(Response) -> Result<T, Error>,
    /// Requests the current state of a `T`; `None` if it has no address.
    pub(crate) reload: fn(&T, &Connection) -> Option<BoxFuture<T>>,
    /// Returns the status of a `T`; `None` if it has none.
    pub(crate) status: for<'a> fn(&'a T) -> Option<Status<'a>>,
}

impl<T> Decode<T> {
    /// A result within an `<action>`, which `decode` extracts.
    pub(crate) fn result(decode: fn(Response) -> Result<T, Error>) -> Self {
        Self {
            mode: ReadMode::Buffer,
            decode,
            reload: |_, _| None,
            status: |_| None,
        }
    }
}

impl<T: Object> Decode<T> {
    /// An object.
    #[inline(never)]
    pub(crate) fn object() -> Self {
        Self {
            mode: ReadMode::Buffer,
            decode: Response::into_result,
            reload,
            status: |object| status::read(object),
        }
    }
}

impl<T: Object> Decode<List<T>> {
    /// A list.
    #[inline(never)]
    pub(crate) fn list() -> Self {
        Self {
            mode: ReadMode::List(<T as Item>::kind()),
            decode: Response::into_list,
            reload,
            status: |_| None,
        }
    }
}

impl Decode<()> {
    /// An `<action>` without a result.
    #[inline(never)]
    pub(crate) fn action() -> Self {
        Self::result(Response::into_done)
    }

    /// Any body.
    #[inline(never)]
    pub(crate) fn nothing() -> Self {
        Self::result(Response::into_nothing)
    }
}

fn reload<T>(object: &T, connection: &Connection) -> Option<BoxFuture<T>>
where
    T: Followable<Target = T> + 'static,
{
    object.address()?;
    Some(connection.follow(object).into_future())
}

/// The type that a request returns.
macro_rules! output {
    (nothing) => {
        ()
    };
    (action) => {
        ()
    };
    ($kind:ident $type:ty) => {
        $type
    };
    ($kind:ident $type:ty, $member:ident) => {
        $type
    };
}

/// The [`Decode`] of a request: the document of the response, nothing, or a result of an action.
macro_rules! decode {
    (document List<$type:ty>) => {
        $crate::response_kind::Decode::list()
    };
    (document $type:ty) => {
        $crate::response_kind::Decode::object()
    };
    (nothing) => {
        $crate::response_kind::Decode::nothing()
    };
    (action) => {
        $crate::response_kind::Decode::action()
    };
    (untyped $type:ty) => {
        $crate::response_kind::Decode::document()
    };
    (value $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|response| {
            let missing = response.missing(stringify!($member));
            response.into_action()?.$member.ok_or_else(missing)
        })
    };
    (object $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|response| {
            let missing = response.missing(stringify!($member));
            response
                .into_action()?
                .$member
                .map($crate::types::Shared::into_inner)
                .ok_or_else(missing)
        })
    };
    (list $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|response| {
            Ok(response.into_action()?.$member.unwrap_or_default())
        })
    };
}

pub(crate) use {decode, output};
