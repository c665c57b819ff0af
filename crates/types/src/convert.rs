//! Conversions from tuples into small structs with two members.
//!
//! Conversions into structs with a single member are generated.

use crate::into_member::arguments;
use crate::{CustomProperty, NamedOption, Property, Version};

/// Implements the conversion from a pair of strings into a name and a value.
macro_rules! from_pair {
    ($($name:ident),*) => {
        $(
            impl<K: Into<String>, V: Into<String>> From<(K, V)> for $name {
                fn from((name, value): (K, V)) -> Self {
                    Self::new().name(name.into()).value(value.into())
                }
            }

            arguments! { [K: Into<String>, V: Into<String>] (K, V) => $name: |pair| pair.into(); }
        )*
    };
}

from_pair!(CustomProperty, NamedOption, Property);

impl From<(i64, i64)> for Version {
    /// Converts `(4, 7)` into the compatibility version 4.7.
    fn from((major, minor): (i64, i64)) -> Self {
        Self::new().major(major).minor(minor)
    }
}

arguments! { [] (i64, i64) => Version: |pair| pair.into(); }
