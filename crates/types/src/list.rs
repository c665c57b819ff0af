//! Lists: items, and where the list itself is to be had.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use crate::element::{Element, ListSlot, ListView, Object, Shape, View};
use crate::print;

/// A list of the API, used like a `Vec`.
///
/// As a member of an object it has three states: absent (`None`), here with its items, and only
/// referred to: then it is empty and has an [`href`](Self::href).
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
    href: Option<Box<str>>,
    /// A `Vec<T>`. Absent in most lists of an answer, which are only referred to; and behind a
    /// `dyn` for the reason that links have.
    items: Option<Box<dyn Any + Send + Sync>>,
    of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// An empty list.
    pub const fn new() -> Self {
        Self {
            href: None,
            items: None,
            of: PhantomData,
        }
    }

    /// Where the list is to be had, as a path on the engine's host.
    pub fn href(&self) -> Option<&str> {
        self.href.as_deref()
    }

    /// The list with this address.
    #[must_use]
    pub fn with_href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into().into_boxed_str());
        self
    }
}

impl<T: Item> List<T> {
    /// Adds an item.
    pub fn push(&mut self, item: T) {
        self.extend([item]);
    }

    /// The items, without the address.
    pub fn into_vec(self) -> Vec<T> {
        self.items
            .and_then(|items| (items as Box<dyn Any>).downcast().ok())
            .map_or_else(Vec::new, |items| *items)
    }

    fn items_mut(&mut self) -> Option<&mut Vec<T>> {
        self.items
            .get_or_insert_with(|| Box::new(Vec::<T>::new()))
            .downcast_mut()
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
        let items = self
            .items
            .as_ref()
            .and_then(|items| items.downcast_ref::<Vec<T>>());
        items.map_or(&[], Vec::as_slice)
    }
}

impl<T: Item> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        let items = self
            .items
            .as_mut()
            .and_then(|items| items.downcast_mut::<Vec<T>>());
        items.map_or(&mut [], Vec::as_mut_slice)
    }
}

impl<T: Item + Clone> Clone for List<T> {
    fn clone(&self) -> Self {
        Self {
            href: self.href.clone(),
            ..self.to_vec().into()
        }
    }
}

impl<T: Item + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.href == other.href && **self == **other
    }
}

impl<T: Item> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        let mut list = Self::new();
        if !items.is_empty() {
            list.items = Some(Box::new(items));
        }
        list
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
        if let Some(items) = self.items_mut() {
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

impl<T: Item + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.href() {
            Some(href) if self.is_empty() => print::href(href, f),
            _ => f.debug_list().entries(self).finish(),
        }
    }
}

/// What a list can hold.
pub trait Item: Sized + Send + Sync + 'static {
    /// The table of the items' type, where they are objects.
    const SHAPE: Option<&'static Shape> = None;

    /// A new object, to be filled.
    fn object() -> Option<Self> {
        None
    }

    /// The object, to fill it.
    fn as_element(&mut self) -> Option<&mut dyn Element> {
        None
    }

    /// A text or one of a set of values.
    fn from_text(_text: &str) -> Option<Self> {
        None
    }

    /// The value.
    fn view(&self) -> View<'_>;
}

impl Item for String {
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl<T: Object> Item for T {
    const SHAPE: Option<&'static Shape> = Some(T::SHAPE);

    fn object() -> Option<Self> {
        Some(T::default())
    }

    fn as_element(&mut self) -> Option<&mut dyn Element> {
        Some(self)
    }

    fn view(&self) -> View<'_> {
        View::Object(self)
    }
}

impl<T: Item> ListSlot for Option<List<T>> {
    fn clear(&mut self) {
        self.get_or_insert_default().items = None;
    }

    fn set_href(&mut self, href: &str) {
        self.get_or_insert_default().href = Some(href.into());
    }

    fn shape(&self) -> Option<&'static Shape> {
        T::SHAPE
    }

    fn begin(&mut self) -> Option<&mut dyn Element> {
        let items = self.get_or_insert_default().items_mut()?;
        items.push(T::object()?);
        items.last_mut()?.as_element()
    }

    fn push_text(&mut self, text: &str) {
        if let Some(item) = T::from_text(text) {
            self.get_or_insert_default().push(item);
        }
    }
}

impl<T: Item> ListView for List<T> {
    fn href(&self) -> Option<&str> {
        self.href.as_deref()
    }

    fn len(&self) -> usize {
        self.deref().len()
    }

    fn item(&self, index: usize) -> View<'_> {
        self.get(index).map_or(View::Absent, Item::view)
    }
}
