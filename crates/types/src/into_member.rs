//! Arguments of setters: values, references to objects, and options of them.

use std::borrow::Cow;
use std::time::SystemTime;

use crate::date::Date;
use crate::link::Link;
use crate::reflect::Object;
use crate::shared::Shared;

/// An argument of a setter for a member of type `T`.
///
/// | member | arguments |
/// | --- | --- |
/// | any | a `T`, a `&T` |
/// | text, enum | `&str`, `String` and other texts |
/// | link, list of links | an object, a [`Link`], an identifier as text |
/// | object with one simple member | the value of that member, such as `true` for a `Console` |
/// | date | a [`SystemTime`] |
///
/// An `Option` of each of these is an argument, too. `None` unsets the member. Lists take any
/// iterator of arguments.
///
/// **A borrowed object is a reference.** Of a `&Vm`, only the `id` is sent, or the `name` if there
/// is no `id`. Structs without these two members are copied. An object without `id` and `name`
/// cannot be referred to: the request fails before it is sent.
///
/// ```
/// use ovirt_types::{Cluster, StorageDomain, Disk, Vm};
///
/// let cluster = Cluster::with_id("123").name("Default").ballooning_enabled(true);
/// let (memory, comment) = (Some(2 << 30), None::<String>);
/// let vm = Vm::named("web1").cluster(&cluster).memory(memory).comment(comment);
/// assert_eq!(vm, Vm::named("web1").cluster("123").memory(2 << 30));
///
/// let domains = [StorageDomain::with_id("7"), StorageDomain::with_id("8")];
/// let disk = Disk::named("data").storage_domains(&domains);
/// assert_eq!(disk, Disk::named("data").storage_domains(["7", "8"]));
/// ```
#[diagnostic::on_unimplemented(
    message = "a member of type `{T}` cannot be set to `{Self}`",
    label = "expected `{T}`, a value that stands for it, or an `Option` of one",
    note = "integers are `i64`, and numbers with a fraction are `f64`"
)]
pub trait IntoMember<T> {
    /// The value to set; `None` unsets the member.
    fn into_member(self) -> Option<T>;
}

/// A type of members that are set to values of the same type.
pub trait MemberValue: Sized {
    /// The value that a borrowed one stands for: a copy, or a reference to an object.
    fn from_borrowed(value: &Self) -> Self;
}

/// A type of members that are set to texts.
pub trait FromText {
    /// The value that a text stands for.
    fn from_text(text: Cow<'_, str>) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: MemberValue> IntoMember<T> for T {
    #[inline]
    fn into_member(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: MemberValue> IntoMember<T> for Option<T> {
    #[inline]
    fn into_member(self) -> Option<T> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: MemberValue> IntoMember<T> for &T {
    #[inline]
    fn into_member(self) -> Option<T> {
        Some(T::from_borrowed(self))
    }
}

#[diagnostic::do_not_recommend]
impl<T: MemberValue> IntoMember<T> for Option<&T> {
    #[inline]
    fn into_member(self) -> Option<T> {
        self.map(T::from_borrowed)
    }
}

impl<T: Object> MemberValue for T {
    #[inline]
    fn from_borrowed(object: &T) -> Self {
        if T::type_info().identified {
            Link::from(object).into_object()
        } else {
            object.clone()
        }
    }
}

impl<T: Object> MemberValue for Link<T> {
    #[inline]
    fn from_borrowed(link: &Self) -> Self {
        link.clone()
    }
}

macro_rules! copied {
    ($($type:ty),*) => {
        $(impl MemberValue for $type {
            #[inline]
            fn from_borrowed(value: &Self) -> Self {
                *value
            }
        })*
    };
}

copied!(bool, i64, f64, Date);

/// Implements the conversion, and that of an `Option`, by an expression.
macro_rules! arguments {
    ($( [$($generics:tt)*] $from:ty => $to:ty: |$value:ident| $convert:expr; )*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> $crate::IntoMember<$to> for $from {
                #[inline]
                fn into_member(self) -> Option<$to> {
                    let $value = self;
                    Some($convert)
                }
            }

            #[diagnostic::do_not_recommend]
            impl<$($generics)*> $crate::IntoMember<$to> for Option<$from> {
                #[inline]
                fn into_member(self) -> Option<$to> {
                    self.map(|$value| $convert)
                }
            }
        )*
    };
}

pub(crate) use arguments;

arguments! {
    [T: FromText] &str => T: |text| T::from_text(Cow::Borrowed(text));
    [T: FromText] String => T: |text| T::from_text(Cow::Owned(text));
    [T: FromText] &String => T: |text| T::from_text(Cow::Borrowed(text));
    [T: FromText] Cow<'_, str> => T: |text| T::from_text(text);
    [T: FromText] Box<str> => T: |text| T::from_text(Cow::Owned(text.into()));
    [T: Object] T => Link<T>: |object| Link::from(object);
    [T: Object] &T => Link<T>: |object| Link::from(object);
    [T: Object] Shared<T> => T: |object| object.into_inner();
    [] f32 => f64: |number| f64::from(number);
    [] i32 => f64: |number| f64::from(number);
    [] SystemTime => Date: |time| Date::from(time);
}

impl FromText for String {
    #[inline]
    fn from_text(text: Cow<'_, str>) -> Self {
        text.into_owned()
    }
}

impl<T: Object> FromText for Link<T> {
    #[inline]
    fn from_text(id: Cow<'_, str>) -> Self {
        Link::from(id.as_ref())
    }
}
