//! Structs of the API: what is made of the table of members that stands below each of them.

/// Makes setters, constructors, the table of members and access to them for a struct.
///
/// A row is `POSITION KIND FIELD = "NAME"`, with ` as "TAG"` where the XML tag isn't the name.
/// The kinds are those of [`Slot`](crate::element::Slot), but for `part`, an object that is so small that it
/// isn't in a box, `secret` and `secrets`, a text
/// and a list that must not be shown, and `texts` and `choices`, lists of values, whose items have the tag after ` of `.
macro_rules! object {
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

            $crate::object::constructors!($identity);

            $( $crate::object::setter!($kind $(($type))? $field); )*
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
                $crate::element::equal(self, other)
            }
        }

        impl $crate::element::Object for $name {
            #[inline(never)]
            fn type_shape() -> &'static $crate::element::Shape {
                static SHAPE: $crate::element::Shape = $crate::element::Shape {
                    type_name: stringify!($name),
                    tag: $tag,
                    plural: $plural,
                    identified: $crate::object::is_identified!($identity),
                    members: &[ $( $crate::element::Entry {
                        name: $member,
                        tag: $crate::object::first!($($member_tag)? $member),
                        start: $crate::object::first!(@ "<" $($member_tag)? $member),
                        end: $crate::object::first!(@ "</" $($member_tag)? $member),
                        item: $crate::object::first!($($item)? ""),
                        secret: $crate::object::is_secret!($kind),
                    }, )* ],
                    lookups: std::sync::OnceLock::new(),
                };
                &SHAPE
            }
        }

        // These are behind a `dyn` nearly always. Small ones would be inlined by the compiler, and
        // be there again in each part of a program that is compiled by itself.
        impl $crate::element::Element for $name {
            #[inline(never)]
            fn shape(&self) -> &'static $crate::element::Shape {
                <Self as $crate::element::Object>::type_shape()
            }

            #[inline(never)]
            fn slot(&mut self, index: usize) -> $crate::element::Slot<'_> {
                match index {
                    $( $index => $crate::object::slot!(Slot $kind $(($type))? &mut self.$field), )*
                    _ => $crate::element::Slot::Nothing,
                }
            }

            #[inline(never)]
            fn field(&self, index: usize) -> $crate::element::Field<'_> {
                match index {
                    $( $index => $crate::object::slot!(Field $kind $(($type))? &self.$field), )*
                    _ => $crate::element::Field::Nothing,
                }
            }

            #[inline(never)]
            fn present(&self) -> u128 {
                0 $( | u128::from(self.$field.is_some()) << $index )*
            }
        }

        impl $crate::element::Kept for $name {
            // Few types are kept so: inlined, this isn't compiled for the others.
            #[inline]
            fn copy(&self) -> Self {
                let mut copy = Self::default();
                $crate::element::copy(self, &mut copy);
                copy
            }

            #[inline]
            fn object(&self) -> &dyn $crate::element::Element {
                self
            }

            #[inline]
            fn begin(place: &mut Option<Self>) -> &mut dyn $crate::element::Element {
                place.insert(Self::default())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::print::element(self, f)
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
            $crate::MissingId::or(&self.id, <Self as $crate::element::Object>::type_shape())
        }
    };
    ($other:ident) => {};
}

/// The setter of a member. Nothing is said of it that the field doesn't say.
macro_rules! setter {
    (text $field:ident) => { $crate::object::setter!(@ String, $field); };
    (secret $field:ident) => { $crate::object::setter!(@ String, $field); };
    (boolean $field:ident) => { $crate::object::setter!(@ bool, $field); };
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
    (decimal $field:ident) => { $crate::object::setter!(@ f64, $field); };
    (date $field:ident) => { $crate::object::setter!(@ $crate::Date, $field); };
    (choice($type:ty) $field:ident) => { $crate::object::setter!(@ $type, $field); };
    (link($type:ty) $field:ident) => { $crate::object::setter!(@ $crate::Link<$type>, $field); };
    (part($type:ty) $field:ident) => { $crate::object::setter!(@ $type, $field); };
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

/// A member of an object as a `Slot`, to fill it, or a `Field`, to look at it.
macro_rules! slot {
    ($way:ident text $place:expr) => {
        $crate::element::$way::Text($place)
    };
    ($way:ident secret $place:expr) => {
        $crate::element::$way::Text($place)
    };
    ($way:ident boolean $place:expr) => {
        $crate::element::$way::Boolean($place)
    };
    ($way:ident integer $place:expr) => {
        $crate::element::$way::Integer($place)
    };
    ($way:ident decimal $place:expr) => {
        $crate::element::$way::Decimal($place)
    };
    ($way:ident date $place:expr) => {
        $crate::element::$way::Date($place)
    };
    ($way:ident choice($type:ty) $place:expr) => {
        $crate::element::$way::Choice($place)
    };
    (Slot object($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::object_slot($place)
    };
    (Slot part($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::part_slot($place)
    };
    (Field part($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::part_field($place)
    };
    (Field object($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::object_field($place)
    };
    (Slot link($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::link_slot($place)
    };
    (Field link($type:ty) $place:expr) => {
        <$type as $crate::element::Object>::link_field($place)
    };
    ($way:ident $list:ident($type:ty) $place:expr) => {
        $crate::element::$way::List($place)
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

pub(crate) use {constructors, first, from_simple, is_identified, is_secret, object, setter, slot};
