//! The macro that implements an enum of the API.

/// Defines an enum of the API from the names of its values.
///
/// Enums are open: the value of a newer engine becomes `Unrecognized` and is sent back unchanged.
macro_rules! api_enum {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$value_doc:meta])* $value:ident = $text:literal, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$value_doc])* $value, )*
            /// A value unknown to this version of the SDK, as the engine sent it.
            Unrecognized($crate::Unrecognized),
        }

        impl $name {
            /// Name of the value in the API.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$value => $text, )*
                    Self::Unrecognized(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $( $text => Self::$value, )*
                    _ => Self::Unrecognized(text.into()),
                }
            }
        }

        $crate::macros::enums::enum_traits!($name);
    };
}

/// Implements traits based on `as_str` and `From<&str>`.
macro_rules! enum_traits {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                text.as_str().into()
            }
        }

        impl $crate::into_member::MemberValue for $name {
            #[inline]
            fn from_borrowed(value: &Self) -> Self {
                value.clone()
            }
        }

        impl $crate::into_member::FromText for $name {
            #[inline]
            fn from_text(text: std::borrow::Cow<'_, str>) -> Self {
                text.as_ref().into()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer).map(Into::into)
            }
        }

        impl $crate::reflect::EnumSlot for Option<$name> {
            fn set(&mut self, name: &str) {
                *self = Some(name.into());
            }

            fn name(&self) -> Option<&str> {
                match self {
                    Some(value) => Some(value.as_str()),
                    None => None,
                }
            }

            fn clear(&mut self) {
                *self = None;
            }
        }

        impl $crate::reflect::Item for $name {
            fn from_text(text: &str) -> Option<Self> {
                Some(text.trim_ascii().into())
            }

            fn value(&self) -> $crate::reflect::Value<'_> {
                $crate::reflect::Value::Text(self.as_str())
            }
        }
    };
}

pub(crate) use {api_enum, enum_traits};
