//! Lists of the API.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::debug;
use crate::reflect::{Item, ItemKind, ListSlot, UntypedList};

/// A list of objects, enums or strings, used like a `Vec`.
///
/// A list member of an object is in one of three states: unset (`None`), loaded with its items, or
/// linked. A linked list is empty and has an [`href`](Self::href) to request the items from.
///
/// Clones share their items until one of them is modified.
///
/// ```
/// use ovirt_types::{List, Nic};
///
/// let mut nics: List<Nic> = [Nic::named("nic1")].into();
/// nics.push(Nic::named("nic2"));
/// assert_eq!(nics.len(), 2);
/// assert_eq!(nics[0].name.as_deref(), Some("nic1"));
/// ```
pub struct List<T> {
    untyped: UntypedList,
    of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// An empty list.
    pub const fn new() -> Self {
        Self::from_untyped(UntypedList::new())
    }

    /// Where the list is, as a path on the engine's host. Set by the engine.
    ///
    /// ```
    /// use ovirt_types::{FromXml, Vm};
    ///
    /// let vm = Vm::from_xml(r#"<vm><link rel="nics" href="/api/vms/1/nics"/></vm>"#)?;
    /// let nics = vm.nics.expect("a linked list");
    /// assert_eq!(nics.href().as_deref(), Some("/api/vms/1/nics"));
    /// assert!(nics.is_empty());
    /// # Ok::<(), ovirt_types::XmlError>(())
    /// ```
    pub fn href(&self) -> Option<Cow<'_, str>> {
        self.untyped.href()
    }

    /// Sets the `href` of the list.
    #[must_use]
    pub fn with_href(mut self, href: impl Into<String>) -> Self {
        self.untyped.set_href(&href.into());
        self
    }

    pub(crate) const fn from_untyped(untyped: UntypedList) -> Self {
        Self {
            untyped,
            of: PhantomData,
        }
    }

    pub(crate) fn untyped(&self) -> &UntypedList {
        &self.untyped
    }
}

impl<T: Item> List<T> {
    /// Appends an item.
    pub fn push(&mut self, item: T) {
        self.extend([item]);
    }

    /// Converts the list into a vector of its items.
    pub fn into_vec(mut self) -> Vec<T> {
        // Copies the items if they are shared.
        self.untyped.items_mut();
        let items = self
            .untyped
            .into_items()
            .map(|items| items as Arc<dyn Any + Send + Sync>);
        let items = items.and_then(|items| items.downcast().ok());
        items.and_then(Arc::into_inner).unwrap_or_default()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Item> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        let items = self.untyped.items().map(|items| items as &dyn Any);
        items
            .and_then(|items| items.downcast_ref::<Vec<T>>())
            .map_or(&[], Vec::as_slice)
    }
}

impl<T: Item> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        let items = self.untyped.items_mut().map(|items| items as &mut dyn Any);
        items
            .and_then(|items| items.downcast_mut::<Vec<T>>())
            .map_or(&mut [], Vec::as_mut_slice)
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        Self::from_untyped(self.untyped.clone())
    }
}

impl<T: Item + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.href() == other.href() && **self == **other
    }
}

impl<T: Item> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        if items.is_empty() {
            return Self::new();
        }
        Self::from_untyped(UntypedList::with_items(Arc::new(items)))
    }
}

impl<T: Item, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Vec::from(items).into()
    }
}

impl<T: Item, I: Into<T>> FromIterator<I> for List<T> {
    fn from_iter<L: IntoIterator<Item = I>>(items: L) -> Self {
        items.into_iter().map(Into::into).collect::<Vec<T>>().into()
    }
}

impl<T: Item> Extend<T> for List<T> {
    fn extend<L: IntoIterator<Item = T>>(&mut self, more: L) {
        let items = self.untyped.items_or_insert(T::kind());
        let items = items.map(|items| items as &mut dyn Any);
        if let Some(items) = items.and_then(|items| items.downcast_mut::<Vec<T>>()) {
            items.extend(more);
        }
    }
}

impl<T: Item> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

impl<'a, T: Item> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Item> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::list(&self.untyped, f)
    }
}

impl<T: Item> ListSlot for Option<List<T>> {
    fn list_or_insert(&mut self) -> (&mut UntypedList, ItemKind) {
        let list = match self {
            Some(list) => list,
            absent => absent.insert(List::new()),
        };
        (&mut list.untyped, T::kind())
    }

    fn list(&self) -> Option<&UntypedList> {
        match self {
            Some(list) => Some(&list.untyped),
            None => None,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}
