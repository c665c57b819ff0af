//! Nested values made of simple ones, where a struct has two texts that belong together. Those
//! with a single member are generated.

use crate::{CustomProperty, NamedOption, Property, Version};

/// A pair of texts as a name and a value.
macro_rules! from_pair {
    ($($name:ident),*) => {
        $(
            impl<K: Into<String>, V: Into<String>> From<(K, V)> for $name {
                fn from((name, value): (K, V)) -> Self {
                    Self::new().name(name).value(value)
                }
            }
        )*
    };
}

from_pair!(CustomProperty, NamedOption, Property);

impl From<(i64, i64)> for Version {
    /// A compatibility version of its major and minor number: `(4, 7)`.
    fn from((major, minor): (i64, i64)) -> Self {
        Self::new().major(major).minor(minor)
    }
}
