//! Structs of the API: what is made of the table of members that stands below each of them.

/// Makes setters, constructors, the table of members and access to them for a struct.
///
/// A row is `POSITION KIND FIELD = "NAME"`, with ` as "TAG"` where the XML tag isn't the name.
/// The kinds are those of [`MemberMut`](crate::reflect::MemberMut), but for `part`, an object that is so small that it
/// isn't in a box, `secret` and `secrets`, a text
/// and a list that must not be shown, and `texts` and `choices`, lists of values, whose items have the tag after ` of `.
macro_rules! api_struct {
    (
        $name:ident $tag:literal $plural:literal $identity:ident {
            $( $index:literal $kind:ident $( ( $type:ty ) )? $field:ident = $member:literal
               $( as $member_tag:literal )? $( of $item:literal )? ; )*
        }
    ) => {
        impl $name {
            /// An object with nothing set.
            #[inline]
            pub fn new() -> Self {
                Self::default()
            }

            $crate::macros::structs::constructors!($identity);

            $( $crate::macros::structs::setter!($kind $(($type))? $field); )*
        }

        impl Default for $name {
            // Not where it is called: that is in many places.
            #[inline(never)]
            fn default() -> Self {
                Self {
                    $( $field: None, )*
                }
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::reflect::equal(self, other)
            }
        }

        impl $crate::reflect::Object for $name {
            #[inline(never)]
            fn type_info() -> &'static $crate::reflect::StructInfo {
                static SHAPE: $crate::reflect::StructInfo = $crate::reflect::StructInfo {
                    type_name: stringify!($name),
                    tag: $tag,
                    plural: $plural,
                    identified: $crate::macros::structs::is_identified!($identity),
                    members: &[ $( $crate::reflect::MemberInfo {
                        name: $member,
                        tag: $crate::macros::structs::first!($($member_tag)? $member),
                        start: $crate::macros::structs::first!(@ "<" $($member_tag)? $member),
                        end: $crate::macros::structs::first!(@ "</" $($member_tag)? $member),
                        item: $crate::macros::structs::first!($($item)? ""),
                        secret: $crate::macros::structs::is_secret!($kind),
                    }, )* ],
                    lookups: std::sync::OnceLock::new(),
                };
                &SHAPE
            }
        }

        // These are behind a `dyn` nearly always. Small ones would be inlined by the compiler, and
        // be there again in each part of a program that is compiled by itself.
        impl $crate::reflect::Reflect for $name {
            #[inline(never)]
            fn struct_info(&self) -> &'static $crate::reflect::StructInfo {
                <Self as $crate::reflect::Object>::type_info()
            }

            #[inline(never)]
            fn member_mut(&mut self, index: usize) -> $crate::reflect::MemberMut<'_> {
                match index {
                    $( $index => $crate::macros::structs::member!(MemberMut $kind $(($type))? &mut self.$field), )*
                    _ => $crate::reflect::MemberMut::Nothing,
                }
            }

            #[inline(never)]
            fn member(&self, index: usize) -> $crate::reflect::MemberRef<'_> {
                match index {
                    $( $index => $crate::macros::structs::member!(MemberRef $kind $(($type))? &self.$field), )*
                    _ => $crate::reflect::MemberRef::Nothing,
                }
            }

            #[inline(never)]
            fn present(&self) -> u128 {
                0 $( | u128::from(self.$field.is_some()) << $index )*
            }
        }

        impl $crate::reflect::Storage for $name {
            // Few types are kept so: inlined, this isn't compiled for the others.
            #[inline]
            fn copy(&self) -> Self {
                let mut copy = Self::default();
                $crate::reflect::copy(self, &mut copy);
                copy
            }

            #[inline]
            fn object(&self) -> &dyn $crate::reflect::Reflect {
                self
            }

            #[inline]
            fn begin(place: &mut Option<Self>) -> &mut dyn $crate::reflect::Reflect {
                place.insert(Self::default())
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

/// The first of one or two values: what is optional, then what it is otherwise.
macro_rules! first {
    ($first:literal $($rest:literal)?) => {
        $first
    };
    (@ $bracket:literal $first:literal $($rest:literal)?) => {
        concat!($bracket, $first, ">")
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

/// Ways to say which object is meant, where objects have an identifier and a name.
macro_rules! constructors {
    (identified) => {
        /// The object with this identifier, to refer to it in a request.
        #[inline]
        pub fn with_id(id: impl Into<String>) -> Self {
            Self {
                id: Some(id.into()),
                ..Self::default()
            }
        }

        /// The object with this name, to create it or to refer to it in a request.
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
        /// When it isn't set: the object did not come from an engine.
        pub fn try_id(&self) -> Result<&str, $crate::MissingId> {
            $crate::MissingId::or(&self.id, <Self as $crate::reflect::Object>::type_info())
        }
    };
    ($other:ident) => {};
}

/// The setter of a member. Nothing is said of it that the field doesn't say.
macro_rules! setter {
    (text $field:ident) => { $crate::macros::structs::setter!(@ String, $field); };
    (secret $field:ident) => { $crate::macros::structs::setter!(@ String, $field); };
    (boolean $field:ident) => { $crate::macros::structs::setter!(@ bool, $field); };
    // Not `impl Into<i64>`: literals would be 32 bits wide then, and `2 << 30` a negative number.
    (integer $field:ident) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
        #[must_use]
        #[inline]
        pub fn $field(mut self, value: i64) -> Self {
            self.$field = Some(value);
            self
        }
    };
    (decimal $field:ident) => { $crate::macros::structs::setter!(@ f64, $field); };
    (date $field:ident) => { $crate::macros::structs::setter!(@ $crate::Date, $field); };
    (enumeration($type:ty) $field:ident) => { $crate::macros::structs::setter!(@ $type, $field); };
    (link($type:ty) $field:ident) => { $crate::macros::structs::setter!(@ $crate::Link<$type>, $field); };
    (inline($type:ty) $field:ident) => { $crate::macros::structs::setter!(@ $type, $field); };
    (object($type:ty) $field:ident) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, value: impl Into<$type>) -> Self {
            self.$field = Some($crate::Shared::new(value.into()));
            self
        }
    };
    ($list:ident($type:ty) $field:ident) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, items: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field = Some(items.into_iter().collect());
            self
        }
    };
    (@ $type:ty, $field:ident) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, value: impl Into<$type>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
}

/// A member of an object as a `MemberMut`, to fill it, or a `MemberRef`, to look at it.
macro_rules! member {
    ($way:ident text $place:expr) => {
        $crate::reflect::$way::Text($place)
    };
    ($way:ident secret $place:expr) => {
        $crate::reflect::$way::Text($place)
    };
    ($way:ident boolean $place:expr) => {
        $crate::reflect::$way::Boolean($place)
    };
    ($way:ident integer $place:expr) => {
        $crate::reflect::$way::Integer($place)
    };
    ($way:ident decimal $place:expr) => {
        $crate::reflect::$way::Decimal($place)
    };
    ($way:ident date $place:expr) => {
        $crate::reflect::$way::Date($place)
    };
    ($way:ident enumeration($type:ty) $place:expr) => {
        $crate::reflect::$way::Enum($place)
    };
    (MemberMut object($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::object_mut($place)
    };
    (MemberMut inline($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::inline_mut($place)
    };
    (MemberRef inline($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::inline_ref($place)
    };
    (MemberRef object($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::object_ref($place)
    };
    (MemberMut link($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::link_mut($place)
    };
    (MemberRef link($type:ty) $place:expr) => {
        <$type as $crate::reflect::Object>::link_ref($place)
    };
    ($way:ident $list:ident($type:ty) $place:expr) => {
        $crate::reflect::$way::List($place)
    };
}

/// The conversion of a simple value into an object that has a single member.
macro_rules! from_simple {
    ($name:ident, $type:ty, $field:ident) => {
        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::new().$field(value)
            }
        }
    };
}

pub(crate) use {
    api_struct, constructors, first, from_simple, is_identified, is_secret, member, setter,
};
