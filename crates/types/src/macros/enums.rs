//! Enums of the API. They are open: a value of a newer engine is kept as it came.

use std::fmt;
use std::ops::Deref;

use arcstr::ArcStr;

/// A value that this version of the SDK doesn't know, as the engine wrote it: used like a `&str`.
///
/// It is a single word, so that enums are two: an object has many of them.
///
/// ```
/// use ovirt_types::VmStatus;
///
/// let VmStatus::Unrecognized(text) = VmStatus::from("teleporting") else { unreachable!() };
/// assert_eq!(&*text, "teleporting");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unrecognized(ArcStr);

impl Deref for Unrecognized {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Unrecognized {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

/// Makes an enum of the API from the names of its values.
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
            /// A value that this version of the SDK doesn't know, as the engine wrote it.
            Unrecognized($crate::Unrecognized),
        }

        impl $name {
            /// The value as the engine writes it.
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

/// What follows from `as_str` and `From<&str>`.
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

        impl $crate::list::Item for $name {
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
