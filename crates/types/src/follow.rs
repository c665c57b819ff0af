//! Values whose address the engine sent.

use std::borrow::Cow;

use crate::link::Link;
use crate::list::List;
use crate::reflect::{Object, text_of};
use crate::xml::FromXml;

/// A value with an address to request: an object, a link or a list.
pub trait Followable {
    /// The type of the response.
    type Target: FromXml + Send + 'static;

    /// The address, as a path on the engine's host; `None` if the engine did not send it.
    fn address(&self) -> Option<Cow<'_, str>>;
}

impl<T: Object> Followable for T {
    type Target = T;

    fn address(&self) -> Option<Cow<'_, str>> {
        text_of(self, "href").map(Cow::Borrowed)
    }
}

impl<T: Object> Followable for Link<T> {
    type Target = T;

    fn address(&self) -> Option<Cow<'_, str>> {
        self.href().map(Cow::Borrowed)
    }
}

impl<T: Object> Followable for List<T> {
    type Target = Self;

    fn address(&self) -> Option<Cow<'_, str>> {
        self.href()
    }
}

impl<F: Followable> Followable for Option<F> {
    type Target = F::Target;

    fn address(&self) -> Option<Cow<'_, str>> {
        self.as_ref().and_then(F::address)
    }
}
