//! The types that an XML document can have at its root.

use super::items::{Item, ItemKind};
use super::{Object, Reflect};

/// A struct of the API, as a root element.
pub(crate) struct RootType {
    /// Creates an empty object.
    pub(crate) new_object: fn() -> Box<dyn Reflect>,
    /// Description of the struct as an item of lists.
    pub(crate) kind: fn() -> ItemKind,
}

impl RootType {
    pub(crate) const fn of<T: Object>() -> Self {
        Self {
            new_object: T::new_boxed_object,
            kind: <T as Item>::kind,
        }
    }
}
