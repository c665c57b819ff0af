//! What the answers to requests are, and how each kind is read.

use ovirt_types::__private::{Item, ItemKind, Object};
use ovirt_types::{Followable, List};

use crate::connection::Connection;
use crate::error::Error;
use crate::request::{Call, Sending};
use crate::response::Reply;

/// What the answer to a request is, that gives a `T`.
pub(crate) struct Decode<T> {
    /// What it is a list of: lists are read while they arrive.
    pub(crate) items: Option<ItemKind>,
    /// Makes of the answer what the request gives.
    pub(crate) read: fn(Reply) -> Result<T, Error>,
    /// Reads what the request gave again, if that has an address.
    pub(crate) again: fn(&T, &Connection) -> Option<Sending<T>>,
}

impl<T> Decode<T> {
    /// A result within an `<action>`, which `read` takes out.
    pub(crate) fn result(read: fn(Reply) -> Result<T, Error>) -> Self {
        Self {
            items: None,
            read,
            again: |_, _| None,
        }
    }
}

impl<T: Object> Decode<T> {
    /// An object.
    #[inline(never)]
    pub(crate) fn object() -> Self {
        Self {
            items: None,
            read: Reply::into_object,
            again,
        }
    }
}

impl<T: Object> Decode<List<T>> {
    /// A list.
    #[inline(never)]
    pub(crate) fn list() -> Self {
        Self {
            items: Some(<T as Item>::kind()),
            read: Reply::into_list,
            again,
        }
    }
}

impl Decode<()> {
    /// An `<action>` that has no result.
    #[inline(never)]
    pub(crate) fn action() -> Self {
        Self::result(|reply| reply.into_action().map(drop))
    }

    /// Anything: that it came is all there is to know.
    #[inline(never)]
    pub(crate) fn nothing() -> Self {
        Self::result(Reply::into_nothing)
    }
}

impl<T: Send + 'static> Decode<T> {
    /// Sends a call and makes of the answer what the request gives.
    ///
    /// Boxed here, so that the compiler proves once, and not for each method, that the future can
    /// go to another thread.
    pub(crate) fn send(self, connection: &Connection, call: Call) -> Sending<T> {
        let reply = connection.execute_into(call, self.items);
        Box::pin(async move { (self.read)(reply.await?) })
    }
}

fn again<T>(answer: &T, connection: &Connection) -> Option<Sending<T>>
where
    T: Followable<Target = T> + 'static,
{
    answer.address()?;
    Some(connection.follow(answer).into_future())
}

/// What a request gives: the document of the answer, nothing, or a result of an action.
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

/// What the answer to a request is.
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
    (value $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|reply| {
            let missing = reply.missing(stringify!($member));
            reply.into_action()?.$member.ok_or_else(missing)
        })
    };
    (object $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|reply| {
            let missing = reply.missing(stringify!($member));
            reply
                .into_action()?
                .$member
                .map($crate::types::Shared::into_inner)
                .ok_or_else(missing)
        })
    };
    (list $type:ty, $member:ident) => {
        $crate::response_kind::Decode::result(|reply| {
            Ok(reply.into_action()?.$member.unwrap_or_default())
        })
    };
}

pub(crate) use {decode, output};
