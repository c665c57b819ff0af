//! Items of lists: the trait that item types implement, and type-erased vectors of them.

use std::any::Any;
use std::sync::Arc;

use super::struct_info::StructInfo;
use super::{Object, Reflect, Value};

/// A type that lists can hold: a struct, an enum or a string.
pub trait Item: Sized + Send + Sync + 'static {
    /// Description of the type.
    fn kind() -> ItemKind {
        ItemKind {
            struct_info: None,
            new_boxed: Self::new_boxed,
            new_shared: Self::new_shared,
        }
    }

    // Provided methods of a trait are compiled once, in the codegen unit of the implementing type.

    /// An empty vector.
    fn new_boxed() -> Box<dyn Items> {
        Box::new(Vec::<Self>::new())
    }

    /// An empty vector that lists can share.
    fn new_shared() -> Arc<dyn Items> {
        Arc::new(Vec::<Self>::new())
    }

    /// Appends an empty object; `None` if items are not structs.
    fn push_object(_items: &mut Vec<Self>) -> Option<&mut dyn Reflect> {
        None
    }

    /// Parses an item; `None` if items are structs.
    fn from_text(_text: &str) -> Option<Self> {
        None
    }

    /// The item as a value.
    fn value(&self) -> Value<'_>;
}

/// A vector of items of any one type.
pub trait Items: Any + Send + Sync {
    /// Description of the item type.
    fn kind(&self) -> ItemKind;

    /// Appends an empty object; `None` if items are not structs.
    fn push_object(&mut self) -> Option<&mut dyn Reflect>;

    /// Appends an item parsed from `text`; does nothing if items are structs.
    fn push_text(&mut self, text: &str);

    /// Number of items.
    fn len(&self) -> usize;

    /// Whether there are no items.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`; `Value::Absent` if out of bounds.
    fn item(&self, index: usize) -> Value<'_>;

    /// Removes the last item.
    fn pop(&mut self);

    /// Moves all items of `other` to the end; does nothing if they have another type.
    fn append(&mut self, other: &mut dyn Items);

    /// Reserves memory for `additional` items.
    fn reserve(&mut self, additional: usize);

    /// Releases unused memory.
    fn shrink_to_fit(&mut self);
}

/// Description of an item type.
#[derive(Clone, Copy)]
pub struct ItemKind {
    /// Description of the struct; `None` if items are not structs.
    pub struct_info: Option<&'static StructInfo>,
    /// Creates an empty vector.
    pub new_boxed: fn() -> Box<dyn Items>,
    /// Creates an empty vector that lists can share.
    pub new_shared: fn() -> Arc<dyn Items>,
}

/// A struct that can be the root element of a document.
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

impl Item for String {
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: Object> Item for T {
    fn kind() -> ItemKind {
        ItemKind {
            struct_info: Some(T::type_info()),
            new_boxed: Self::new_boxed,
            new_shared: Self::new_shared,
        }
    }

    fn push_object(items: &mut Vec<Self>) -> Option<&mut dyn Reflect> {
        items.push(Self::default());
        items.last_mut().map(|item| item as &mut dyn Reflect)
    }

    fn value(&self) -> Value<'_> {
        Value::Object(self)
    }
}

impl<T: Item> Items for Vec<T> {
    fn kind(&self) -> ItemKind {
        T::kind()
    }

    fn push_object(&mut self) -> Option<&mut dyn Reflect> {
        T::push_object(self)
    }

    fn push_text(&mut self, text: &str) {
        if let Some(item) = T::from_text(text) {
            self.push(item);
        }
    }

    fn len(&self) -> usize {
        Self::len(self)
    }

    fn item(&self, index: usize) -> Value<'_> {
        match self.get(index) {
            Some(item) => item.value(),
            None => Value::Absent,
        }
    }

    fn pop(&mut self) {
        self.truncate(Self::len(self).saturating_sub(1));
    }

    fn append(&mut self, other: &mut dyn Items) {
        if let Some(other) = (other as &mut dyn Any).downcast_mut::<Self>() {
            self.append(other);
        }
    }

    fn reserve(&mut self, additional: usize) {
        self.reserve(additional);
    }

    fn shrink_to_fit(&mut self) {
        self.shrink_to_fit();
    }
}
