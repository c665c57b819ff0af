//! Lists: items, and where the list itself is to be had.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use arcstr::ArcStr;

use crate::debug;
use crate::reflect::{self, ListSlot, MemberInfo, Object, Reflect, StructInfo, Value};

/// A list of the API, used like a `Vec`.
///
/// As a member of an object it has three states: absent (`None`), here with its items, and only
/// referred to: then it is empty and has an [`href`](Self::href). A clone shares its items until one of the two is changed.
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
    content: UntypedList,
    of: PhantomData<fn() -> T>,
}

/// A list whose type of items isn't known: all that needn't be made anew for each type.
///
/// Most lists of an answer are only referred to, and few have both an address and items: it takes
/// three words.
#[derive(Clone)]
pub struct UntypedList(ListState);

#[derive(Clone)]
enum ListState {
    /// Without items.
    Referred(ListHref),
    /// A `Vec` of items without an address, behind a `dyn` for the reason that links have. Lists that are the
    /// same share it.
    Items(Arc<dyn Items>),
    Both(Box<(ListHref, Arc<dyn Items>)>),
}

/// Where a list is to be had. An object has some twenty lists, whose addresses engines make of its
/// own: these are kept as that, once, and the member that the list is.
#[derive(Default, Clone)]
enum ListHref {
    #[default]
    None,
    Own(Box<str>),
    Below(ArcStr, &'static MemberInfo),
}

impl Default for UntypedList {
    fn default() -> Self {
        Self::new()
    }
}

impl UntypedList {
    const fn new() -> Self {
        Self(ListState::Referred(ListHref::None))
    }

    fn with_items(items: Arc<dyn Items>) -> Self {
        Self(ListState::Items(items))
    }

    /// Where the list is to be had.
    pub fn href(&self) -> Option<Cow<'_, str>> {
        Some(match self.address()? {
            (href, None) => Cow::Borrowed(href),
            (parent, Some(entry)) => Cow::Owned(format!("{parent}/{}", entry.rel())),
        })
    }

    /// The address in two parts: that of the list, or of the object and the member that the list is.
    pub(crate) fn address(&self) -> Option<(&str, Option<&'static MemberInfo>)> {
        let address = match &self.0 {
            ListState::Referred(address) => address,
            ListState::Items(_) => return None,
            ListState::Both(both) => &both.0,
        };
        match address {
            ListHref::None => None,
            ListHref::Own(href) => Some((href, None)),
            ListHref::Below(parent, entry) => Some((parent, Some(entry))),
        }
    }

    fn set_address(&mut self, address: ListHref) {
        if let ListState::Referred(place) = &mut self.0 {
            *place = address;
        } else if let Some(items) = std::mem::take(self).into_items() {
            self.0 = ListState::Both(Box::new((address, items)));
        }
    }

    /// Sets the address to that below an object, under the name of the member.
    pub(crate) fn set_below(&mut self, parent: ArcStr, entry: &'static MemberInfo) {
        self.set_address(ListHref::Below(parent, entry));
    }

    pub(crate) fn set_href(&mut self, href: &str) {
        self.set_address(ListHref::Own(href.into()));
    }

    fn here(&self) -> Option<&dyn Items> {
        match &self.0 {
            ListState::Referred(_) => None,
            ListState::Items(items) => Some(items.as_ref()),
            ListState::Both(both) => Some(both.1.as_ref()),
        }
    }

    /// The items, which nobody else has any more.
    fn here_mut(&mut self) -> Option<&mut dyn Items> {
        let items = match &mut self.0 {
            ListState::Referred(_) => return None,
            ListState::Items(items) => items,
            ListState::Both(both) => &mut both.1,
        };
        if Arc::get_mut(items).is_none() {
            *items = copy(items.as_ref());
        }
        Arc::get_mut(items)
    }

    fn into_items(self) -> Option<Arc<dyn Items>> {
        match self.0 {
            ListState::Referred(_) => None,
            ListState::Items(items) => Some(items),
            ListState::Both(both) => Some(both.1),
        }
    }

    /// All items are here.
    pub(crate) fn trim(&mut self) {
        if let Some(items) = self.here_mut() {
            items.trim();
        }
    }

    /// How many items are here.
    pub fn len(&self) -> usize {
        self.here().map_or(0, Items::len)
    }

    /// Whether no items are here.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An item; absent beyond the end.
    pub fn item(&self, index: usize) -> Value<'_> {
        self.here().map_or(Value::Absent, |items| items.item(index))
    }

    /// All items.
    pub fn iter(&self) -> impl Iterator<Item = Value<'_>> {
        (0..self.len()).map(|index| self.item(index))
    }

    pub(crate) fn clear(&mut self) {
        if let ListState::Both(both) = &mut self.0 {
            self.0 = ListState::Referred(std::mem::take(&mut both.0));
        } else if let ListState::Items(_) = self.0 {
            *self = Self::new();
        }
    }

    /// Adds a new object; nothing where the items are no objects.
    pub(crate) fn begin(&mut self, kind: ItemKind) -> Option<&mut dyn Reflect> {
        self.items(kind)?.begin()
    }

    /// Adds a text or one of a set of values.
    pub(crate) fn push_text(&mut self, text: &str, kind: ItemKind) {
        if let Some(items) = self.items(kind) {
            items.push_text(text);
        }
    }

    /// The items, to add to them: an empty `Vec` if there was none.
    fn items(&mut self, kind: ItemKind) -> Option<&mut dyn Items> {
        if let ListState::Referred(address) = &mut self.0 {
            let (address, items) = (std::mem::take(address), (kind.shared)());
            self.0 = match address {
                ListHref::None => ListState::Items(items),
                address => ListState::Both(Box::new((address, items))),
            };
        }
        self.here_mut()
    }
}

/// The same items once more, by the table.
fn copy(from: &dyn Items) -> Arc<dyn Items> {
    let kind = from.kind();
    let mut copy = (kind.shared)();
    if let Some(items) = Arc::get_mut(&mut copy) {
        items.reserve(from.len());
        for index in 0..from.len() {
            match from.item(index) {
                Value::Object(from) => {
                    if let Some(to) = items.begin() {
                        reflect::copy(from, to);
                    }
                }
                Value::Text(text) => items.push_text(text),
                _ => {}
            }
        }
    }
    copy
}

/// Items of one type.
pub trait Items: Any + Send + Sync {
    /// What is known of their type.
    fn kind(&self) -> ItemKind;

    /// Adds a new object; nothing where the items are no objects.
    fn begin(&mut self) -> Option<&mut dyn Reflect>;

    /// Adds a text or one of a set of values; nothing happens where the items are objects.
    fn push_text(&mut self, text: &str);

    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of them; absent beyond the end.
    fn item(&self, index: usize) -> Value<'_>;

    /// Takes the last one away.
    fn drop_last(&mut self);

    /// Takes all of these; nothing happens where they are of another type.
    fn append(&mut self, others: &mut dyn Items);

    /// Takes memory for so many more.
    fn reserve(&mut self, more: usize);

    /// Gives back memory for more of them.
    fn trim(&mut self);
}

/// What is known of a type of items without one.
#[derive(Clone, Copy)]
pub struct ItemKind {
    /// The table of their members, where they are objects.
    pub shape: Option<&'static StructInfo>,
    /// Makes an empty `Vec` of them.
    pub items: fn() -> Box<dyn Items>,
    /// Makes one that lists can share.
    pub shared: fn() -> Arc<dyn Items>,
}

/// What a list can hold.
pub trait Item: Sized + Send + Sync + 'static {
    /// What is known without an item.
    fn kind() -> ItemKind {
        ItemKind {
            shape: None,
            items: Self::vec,
            shared: Self::shared,
        }
    }

    /// An empty `Vec`. Here, so that the code behind its `dyn` is compiled with the type.
    fn vec() -> Box<dyn Items> {
        Box::new(Vec::<Self>::new())
    }

    /// The same for lists to share.
    fn shared() -> Arc<dyn Items> {
        Arc::new(Vec::<Self>::new())
    }

    /// Adds a new object.
    fn begin(_items: &mut Vec<Self>) -> Option<&mut dyn Reflect> {
        None
    }

    /// The item that a text means; nothing where items are objects.
    fn from_text(_text: &str) -> Option<Self> {
        None
    }

    /// The value.
    fn value(&self) -> Value<'_>;
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
            shape: Some(T::type_info()),
            items: Self::vec,
            shared: Self::shared,
        }
    }

    fn begin(items: &mut Vec<Self>) -> Option<&mut dyn Reflect> {
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

    fn begin(&mut self) -> Option<&mut dyn Reflect> {
        T::begin(self)
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

    fn drop_last(&mut self) {
        self.truncate(Self::len(self).saturating_sub(1));
    }

    fn append(&mut self, others: &mut dyn Items) {
        if let Some(others) = (others as &mut dyn Any).downcast_mut::<Self>() {
            self.append(others);
        }
    }

    fn reserve(&mut self, more: usize) {
        self.reserve(more);
    }

    fn trim(&mut self) {
        self.shrink_to_fit();
    }
}

impl<T: Item> ListSlot for Option<List<T>> {
    fn open(&mut self) -> (&mut UntypedList, ItemKind) {
        let list = match self {
            Some(list) => list,
            absent => absent.insert(List::new()),
        };
        (&mut list.content, T::kind())
    }

    fn content(&self) -> Option<&UntypedList> {
        match self {
            Some(list) => Some(&list.content),
            None => None,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T> List<T> {
    /// An empty list.
    pub const fn new() -> Self {
        Self {
            content: UntypedList::new(),
            of: PhantomData,
        }
    }

    /// Where the list is to be had, as a path on the engine's host.
    pub fn href(&self) -> Option<Cow<'_, str>> {
        self.content.href()
    }

    /// The list with this address.
    #[must_use]
    pub fn with_href(mut self, href: impl Into<String>) -> Self {
        self.content
            .set_address(ListHref::Own(href.into().into_boxed_str()));
        self
    }

    pub(crate) fn of(content: UntypedList) -> Self {
        Self {
            content,
            of: PhantomData,
        }
    }

    pub(crate) fn content(&self) -> &UntypedList {
        &self.content
    }
}

impl<T: Item> List<T> {
    /// Adds an item.
    pub fn push(&mut self, item: T) {
        self.extend([item]);
    }

    /// The items, without the address.
    pub fn into_vec(self) -> Vec<T> {
        let mut content = self.content;
        // A copy if others have them, too.
        content.here_mut();
        let items = content
            .into_items()
            .map(|items| items as Arc<dyn Any + Send + Sync>);
        let items = items.and_then(|items| items.downcast().ok());
        items.and_then(Arc::into_inner).unwrap_or_default()
    }

    fn items_mut(&mut self) -> Option<&mut Vec<T>> {
        (self.content.items(T::kind())? as &mut dyn Any).downcast_mut()
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
        let items = self.content.here().map(|items| items as &dyn Any);
        items
            .and_then(|items| items.downcast_ref::<Vec<T>>())
            .map_or(&[], Vec::as_slice)
    }
}

impl<T: Item> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        let items = self.content.here_mut().map(|items| items as &mut dyn Any);
        items
            .and_then(|items| items.downcast_mut::<Vec<T>>())
            .map_or(&mut [], Vec::as_mut_slice)
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        Self::of(self.content.clone())
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
        Self::of(UntypedList::with_items(Arc::new(items)))
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

impl<T: Item> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::list(&self.content, f)
    }
}
