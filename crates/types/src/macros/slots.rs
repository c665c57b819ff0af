//! Conversion of struct fields into the `dyn` slots of the reflection interface.

use crate::link::Link;
use crate::reflect::{MemberMut, MemberRef, Object, Storage};
use crate::shared::Shared;

/// Slots of fields whose type is, links to or stores an object of this type.
///
/// Provided methods of a trait that are never inlined: rustc compiles them, and the vtables they
/// refer to, once in the codegen unit of the type, not once per codegen unit that uses them.
pub(crate) trait Slots: Object {
    #[inline(never)]
    fn shared_mut(field: &mut Option<Shared<Self>>) -> MemberMut<'_> {
        MemberMut::Object(field)
    }

    #[inline(never)]
    fn shared_ref(field: &Option<Shared<Self>>) -> MemberRef<'_> {
        MemberRef::Object(field)
    }

    #[inline(never)]
    fn inline_mut(field: &mut Option<Self>) -> MemberMut<'_>
    where
        Self: Storage,
    {
        MemberMut::Object(field)
    }

    #[inline(never)]
    fn inline_ref(field: &Option<Self>) -> MemberRef<'_>
    where
        Self: Storage,
    {
        MemberRef::Object(field)
    }

    #[inline(never)]
    fn link_mut(field: &mut Option<Link<Self>>) -> MemberMut<'_> {
        MemberMut::Link(field)
    }

    #[inline(never)]
    fn link_ref(field: &Option<Link<Self>>) -> MemberRef<'_> {
        MemberRef::Link(field)
    }
}

impl<T: Object> Slots for T {}
