//! [`Identifier`]: what identifies an object of the engine, for the locators of services.

use std::borrow::Cow;
use std::sync::Arc;

use crate::link::Link;
use crate::missing_id::MissingId;
use crate::reflect::{Object, text_of};
use crate::shared::Shared;
use crate::{Disk, DiskAttachment, Event};

/// What identifies an object of type `T`: its id as a text, the object itself, or a link to it.
///
/// ```
/// use ovirt_types::{Cluster, Identifier, Link, Vm};
///
/// fn id_of(vm: impl Identifier<Vm>) -> String {
///     vm.identifier().map(|id| id.into_owned()).unwrap_or_default()
/// }
///
/// assert_eq!(id_of("123"), "123");
/// assert_eq!(id_of(&Vm::with_id("123")), "123");
/// assert_eq!(id_of(Some(Link::from(Vm::with_id("123")))), "123");
/// assert_eq!(id_of(Vm::named("web1")), "");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not identify an object of type `{T}`",
    note = "an id (`&str`, `String`), the object and a link to it do"
)]
pub trait Identifier<T> {
    /// Returns the id.
    ///
    /// # Errors
    ///
    /// [`MissingId`] if the object or the link has none.
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId>;
}

macro_rules! texts {
    ($($type:ty),*) => {
        $(
            impl<T> Identifier<T> for $type {
                fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
                    let text: &str = self;
                    Ok(Cow::Borrowed(text))
                }
            }
        )*
    };
}

texts!(str, String, Box<str>, Arc<str>, Cow<'_, str>);

impl<T, I: Identifier<T> + ?Sized> Identifier<T> for &I {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        (**self).identifier()
    }
}

impl<T: Object, I: Identifier<T>> Identifier<T> for Option<I> {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        match self {
            Some(identifier) => identifier.identifier(),
            None => Err(MissingId::of(T::type_info())),
        }
    }
}

impl<T: Object> Identifier<T> for Shared<T> {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        id_of::<T>(self)
    }
}

impl<T: Object> Identifier<T> for Link<T> {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        let missing = MissingId::of(T::type_info());
        self.id().map(Cow::Borrowed).ok_or(missing)
    }
}

/// The id of a disk attachment is that of its disk.
impl Identifier<DiskAttachment> for Disk {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        id_of(self)
    }
}

/// The id of an event is its [`index`](Event::index).
impl Identifier<Event> for i64 {
    fn identifier(&self) -> Result<Cow<'_, str>, MissingId> {
        Ok(Cow::Owned(self.to_string()))
    }
}

/// The identifier of an object: its id.
pub(crate) fn id_of<T: Object>(object: &T) -> Result<Cow<'_, str>, MissingId> {
    let missing = MissingId::of(T::type_info());
    text_of(object, "id").map(Cow::Borrowed).ok_or(missing)
}
