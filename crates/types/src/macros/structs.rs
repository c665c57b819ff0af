//! The macro that implements a struct of the API from a table of its members.

/// Implements constructors, setters, reflection, `Debug` and serde support of a struct.
///
/// A row is `POSITION KIND FIELD` with the documentation of the setter, followed by `= "NAME"` if
/// the name in the API model differs from that of the field, and by `as "TAG"` if the XML tag
/// differs from the name. The kinds are:
///
/// | kind | field type |
/// | --- | --- |
/// | `text`, `boolean`, `integer`, `decimal`, `date` | scalar |
/// | `secret` | `String`, redacted in `Debug` output and logs |
/// | `enumeration(T)` | enum `T` |
/// | `object(T)` | `Shared<T>` |
/// | `inline(T)` | `T` |
/// | `link(T)` | `Link<T>` |
/// | `list(T)`, `secrets(T)` | `List<T>` of objects |
/// | `links(T)` | `List<T>` of objects in other collections |
/// | `texts(String)`, `enumerations(T)` | `List<T>` of scalars, with their XML tag as `of "TAG"` |
macro_rules! api_struct {
    (
        $name:ident $tag:literal $plural:literal $identity:ident {
            $( $(#[$doc:meta])*
               $index:literal $kind:ident $( ( $type:ty ) )? $field:ident $( = $member:literal )?
               $( as $member_tag:literal )? $( of $item:literal )? ; )*
        }
    ) => {
        impl $name {
            /// An object without any member set.
            #[inline]
            pub fn new() -> Self {
                Self::default()
            }

            $crate::macros::structs::constructors!($identity);

            $( $crate::macros::structs::setter!($kind $(($type))? $field [$(#[$doc])*]); )*
        }

        impl Default for $name {
            // Too many call sites to be inlined.
            #[inline(never)]
            fn default() -> Self {
                Self {
                    $( $field: None, )*
                }
            }
        }

        $crate::macros::structs::identifier!($identity $name);

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::reflect::equal(self, other)
            }
        }

        impl $crate::reflect::Object for $name {
            #[inline(never)]
            fn type_info() -> &'static $crate::reflect::StructInfo {
                static INFO: $crate::reflect::StructInfo = $crate::reflect::StructInfo {
                    type_name: stringify!($name),
                    tag: $tag,
                    plural: $plural,
                    identified: $crate::macros::structs::is_identified!($identity),
                    members: &[ $( $crate::reflect::MemberInfo {
                        name: $crate::macros::structs::first!($($member)? [$field]),
                        tag: $crate::macros::structs::first!($($member_tag)? $($member)? [$field]),
                        start_tag: $crate::macros::structs::first!(@ "<" $($member_tag)? $($member)? [$field]),
                        end_tag: $crate::macros::structs::first!(@ "</" $($member_tag)? $($member)? [$field]),
                        item_tag: $crate::macros::structs::first!($($item)? ""),
                        secret: $crate::macros::structs::is_secret!($kind),
                    }, )* ],
                    lookups: std::sync::OnceLock::new(),
                };
                &INFO
            }
        }

        // Called through `dyn`. Inlinable functions would be compiled again in each crate that
        // uses them.
        impl $crate::reflect::Reflect for $name {
            #[inline(never)]
            fn struct_info(&self) -> &'static $crate::reflect::StructInfo {
                <Self as $crate::reflect::Object>::type_info()
            }

            #[inline(never)]
            fn member_mut(&mut self, index: usize) -> $crate::reflect::MemberMut<'_> {
                match index {
                    $( $index => $crate::macros::structs::member!(MemberMut $kind $(($type))? &mut self.$field), )*
                    _ => $crate::reflect::MemberMut::Unknown,
                }
            }

            #[inline(never)]
            fn member(&self, index: usize) -> $crate::reflect::MemberRef<'_> {
                match index {
                    $( $index => $crate::macros::structs::member!(MemberRef $kind $(($type))? &self.$field), )*
                    _ => $crate::reflect::MemberRef::Unknown,
                }
            }

            #[inline(never)]
            fn present(&self) -> u128 {
                0 $( | u128::from(self.$field.is_some()) << $index )*
            }
        }

        impl $crate::reflect::Storage for $name {
            // Inlined functions are compiled only for the few types that are stored inline.
            #[inline]
            fn copy(&self) -> Self {
                let mut target = Self::default();
                $crate::reflect::copy(self, &mut target);
                target
            }

            #[inline]
            fn object(&self) -> &dyn $crate::reflect::Reflect {
                self
            }

            #[inline]
            fn insert_empty(slot: &mut Option<Self>) -> &mut dyn $crate::reflect::Reflect {
                slot.insert(Self::default())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::debug::object(self, f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::serde::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serde::deserialize(deserializer)
            }
        }
    };
}

/// The first literal, or else the name of the field. With `@`, as a tag.
macro_rules! first {
    ($first:literal $($rest:tt)*) => {
        $first
    };
    ([$field:ident]) => {
        stringify!($field)
    };
    (@ $bracket:literal $first:literal $($rest:tt)*) => {
        concat!($bracket, $first, ">")
    };
    (@ $bracket:literal [$field:ident]) => {
        concat!($bracket, stringify!($field), ">")
    };
}

macro_rules! is_secret {
    (secret) => {
        true
    };
    (secrets) => {
        true
    };
    ($other:ident) => {
        false
    };
}

macro_rules! is_identified {
    (identified) => {
        true
    };
    ($other:ident) => {
        false
    };
}

/// Makes an object identify itself. Implemented per type, as a reference is an identifier as well.
macro_rules! identifier {
    (identified $name:ident) => {
        impl $crate::Identifier<$name> for $name {
            #[inline]
            fn identifier(&self) -> Result<std::borrow::Cow<'_, str>, $crate::MissingId> {
                $crate::identifier::id_of(self)
            }
        }
    };
    ($other:ident $name:ident) => {};
}

/// Constructors of structs with an `id` and a `name`.
macro_rules! constructors {
    (identified) => {
        /// An object with this identifier, to refer to it in a request.
        #[inline]
        pub fn with_id(id: impl Into<String>) -> Self {
            Self {
                id: Some(id.into()),
                ..Self::default()
            }
        }

        /// An object with this name, to create it or to refer to it in a request.
        #[inline]
        pub fn named(name: impl Into<String>) -> Self {
            Self {
                name: Some(name.into()),
                ..Self::default()
            }
        }

        /// The identifier, for requests that need one.
        ///
        /// # Errors
        ///
        /// Returns an error if `id` is unset, as in objects that the engine did not return.
        pub fn try_id(&self) -> Result<&str, $crate::missing_id::MissingId> {
            $crate::missing_id::MissingId::check(
                &self.id,
                <Self as $crate::reflect::Object>::type_info(),
            )
        }
    };
    ($other:ident) => {};
}

/// The setter of a member.
macro_rules! setter {
    ($kind:ident $(($type:ty))? $field:ident [$(#[$doc:meta])*]) => {
        $(#[$doc])*
        #[must_use]
        #[inline]
        pub fn $field(mut self, value: $crate::macros::structs::argument!($kind $(($type))?)) -> Self {
            self.$field = $crate::macros::structs::set!($kind value);
            self
        }
    };
}

/// The type of a setter's argument.
macro_rules! argument {
    (text) => { impl $crate::IntoMember<String> };
    (secret) => { impl $crate::IntoMember<String> };
    (boolean) => { impl $crate::IntoMember<bool> };
    (integer) => { impl $crate::IntoMember<i64> };
    (decimal) => { impl $crate::IntoMember<f64> };
    (date) => { impl $crate::IntoMember<$crate::Date> };
    (link($type:ty)) => { impl $crate::IntoMember<$crate::Link<$type>> };
    (links($type:ty)) => { impl IntoIterator<Item = impl $crate::IntoMember<$crate::Link<$type>>> };
    (enumeration($type:ty)) => { impl $crate::IntoMember<$type> };
    (inline($type:ty)) => { impl $crate::IntoMember<$type> };
    (object($type:ty)) => { impl $crate::IntoMember<$type> };
    ($list:ident($type:ty)) => { impl IntoIterator<Item = impl $crate::IntoMember<$type>> };
}

/// The value of a field from the argument of its setter.
macro_rules! set {
    (object $value:ident) => { $value.into_member().map($crate::Shared::new) };
    (links $value:ident) => {
        Some($value.into_iter().filter_map($crate::IntoMember::into_member).map($crate::Link::into_object).collect())
    };
    (list $value:ident) => { $crate::macros::structs::set!(@ $value) };
    (secrets $value:ident) => { $crate::macros::structs::set!(@ $value) };
    (texts $value:ident) => { $crate::macros::structs::set!(@ $value) };
    (enumerations $value:ident) => { $crate::macros::structs::set!(@ $value) };
    (@ $value:ident) => {
        Some($value.into_iter().filter_map($crate::IntoMember::into_member).collect())
    };
    ($kind:ident $value:ident) => { $value.into_member() };
}

/// A field as a `MemberMut` or `MemberRef`.
macro_rules! member {
    ($way:ident text $field:expr) => {
        $crate::reflect::$way::Text($field)
    };
    ($way:ident secret $field:expr) => {
        $crate::reflect::$way::Text($field)
    };
    ($way:ident boolean $field:expr) => {
        $crate::reflect::$way::Boolean($field)
    };
    ($way:ident integer $field:expr) => {
        $crate::reflect::$way::Integer($field)
    };
    ($way:ident decimal $field:expr) => {
        $crate::reflect::$way::Decimal($field)
    };
    ($way:ident date $field:expr) => {
        $crate::reflect::$way::Date($field)
    };
    ($way:ident enumeration($type:ty) $field:expr) => {
        $crate::reflect::$way::Enum($field)
    };
    (MemberMut object($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::shared_mut($field)
    };
    (MemberMut inline($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::inline_mut($field)
    };
    (MemberRef inline($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::inline_ref($field)
    };
    (MemberRef object($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::shared_ref($field)
    };
    (MemberMut link($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::link_mut($field)
    };
    (MemberRef link($type:ty) $field:expr) => {
        <$type as $crate::macros::slots::Slots>::link_ref($field)
    };
    ($way:ident $list:ident($type:ty) $field:expr) => {
        $crate::reflect::$way::List($field)
    };
}

/// Implements the conversion from a scalar into a struct with a single member.
macro_rules! from_simple {
    ($name:ident, text, $field:ident) => {
        $crate::macros::structs::from_simple!(@ $name, &str, $field);
        $crate::macros::structs::from_simple!(@ $name, String, $field);

        impl $crate::into_member::FromText for $name {
            #[inline]
            fn from_text(text: std::borrow::Cow<'_, str>) -> Self {
                text.into_owned().into()
            }
        }
    };
    ($name:ident, $type:ty, $field:ident) => {
        $crate::macros::structs::from_simple!(@ $name, $type, $field);
        $crate::into_member::arguments! { [] $type => $name: |value| value.into(); }
    };
    (@ $name:ident, $type:ty, $field:ident) => {
        impl From<$type> for $name {
            #[inline]
            fn from(value: $type) -> Self {
                Self::new().$field(value)
            }
        }
    };
}

pub(crate) use {
    api_struct, argument, constructors, first, from_simple, identifier, is_identified, is_secret,
    member, set, setter,
};
