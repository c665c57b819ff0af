//! The type-erased content of a list: its items, its `href`, or both.

use std::borrow::Cow;
use std::sync::Arc;

use arcstr::ArcStr;

use super::items::{ItemKind, Items};
use super::operations;
use super::struct_info::MemberInfo;
use super::{Reflect, Value};

/// A list whose item type is known at run time only. Takes three words, since an object has some
/// twenty lists, most of which have only an `href`.
#[derive(Clone)]
pub struct UntypedList(ListState);

#[derive(Clone)]
enum ListState {
    Linked(ListHref),
    /// A `Vec` of items, copied on write.
    Loaded(Arc<dyn Items>),
    Both(Box<(ListHref, Arc<dyn Items>)>),
}

/// Where a list is. The engine derives nearly every list's `href` from that of the object, so lists
/// of an object share the latter.
#[derive(Default, Clone)]
enum ListHref {
    #[default]
    None,
    Own(Box<str>),
    /// The `href` of the object, and the list member.
    Below(ArcStr, &'static MemberInfo),
}

impl Default for UntypedList {
    fn default() -> Self {
        Self::new()
    }
}

impl UntypedList {
    pub(crate) const fn new() -> Self {
        Self(ListState::Linked(ListHref::None))
    }

    pub(crate) fn with_items(items: Arc<dyn Items>) -> Self {
        Self(ListState::Loaded(items))
    }

    /// Where the list is, as a path on the engine's host.
    pub fn href(&self) -> Option<Cow<'_, str>> {
        Some(match self.href_parts()? {
            (href, None) => Cow::Borrowed(href),
            (parent, Some(member)) => Cow::Owned(format!("{parent}/{}", member.rel())),
        })
    }

    /// The `href` of the list, or of the object together with the list member.
    pub(crate) fn href_parts(&self) -> Option<(&str, Option<&'static MemberInfo>)> {
        let href = match &self.0 {
            ListState::Linked(href) => href,
            ListState::Loaded(_) => return None,
            ListState::Both(both) => &both.0,
        };
        match href {
            ListHref::None => None,
            ListHref::Own(href) => Some((href, None)),
            ListHref::Below(parent, member) => Some((parent, Some(member))),
        }
    }

    pub(crate) fn set_href(&mut self, href: &str) {
        self.set_list_href(ListHref::Own(href.into()));
    }

    /// Sets the `href` to that of an object followed by the `rel` of the member.
    pub(crate) fn set_href_below(&mut self, parent: ArcStr, member: &'static MemberInfo) {
        self.set_list_href(ListHref::Below(parent, member));
    }

    fn set_list_href(&mut self, href: ListHref) {
        if let ListState::Linked(current) = &mut self.0 {
            *current = href;
        } else if let Some(items) = std::mem::take(self).into_items() {
            self.0 = ListState::Both(Box::new((href, items)));
        }
    }

    pub(crate) fn items(&self) -> Option<&dyn Items> {
        match &self.0 {
            ListState::Linked(_) => None,
            ListState::Loaded(items) => Some(items.as_ref()),
            ListState::Both(both) => Some(both.1.as_ref()),
        }
    }

    /// The items for modification, copied if another list shares them.
    pub(crate) fn items_mut(&mut self) -> Option<&mut dyn Items> {
        let items = match &mut self.0 {
            ListState::Linked(_) => return None,
            ListState::Loaded(items) => items,
            ListState::Both(both) => &mut both.1,
        };
        if Arc::get_mut(items).is_none() {
            *items = copy_items(items.as_ref());
        }
        Arc::get_mut(items)
    }

    /// Like [`items_mut`](Self::items_mut); adds an empty vector if there is none.
    pub(crate) fn items_or_insert(&mut self, kind: ItemKind) -> Option<&mut dyn Items> {
        if let ListState::Linked(href) = &mut self.0 {
            let (href, items) = (std::mem::take(href), (kind.new_shared)());
            self.0 = match href {
                ListHref::None => ListState::Loaded(items),
                href => ListState::Both(Box::new((href, items))),
            };
        }
        self.items_mut()
    }

    pub(crate) fn into_items(self) -> Option<Arc<dyn Items>> {
        match self.0 {
            ListState::Linked(_) => None,
            ListState::Loaded(items) => Some(items),
            ListState::Both(both) => Some(both.1),
        }
    }

    /// Releases unused memory.
    pub(crate) fn shrink_to_fit(&mut self) {
        if let Some(items) = self.items_mut() {
            items.shrink_to_fit();
        }
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items().map_or(0, Items::len)
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Iterates over the items.
    pub fn iter(&self) -> impl Iterator<Item = Value<'_>> {
        let item = |index| {
            self.items()
                .map_or(Value::Absent, |items| items.item(index))
        };
        (0..self.len()).map(item)
    }

    /// Removes the items, but not the `href`.
    pub(crate) fn clear(&mut self) {
        if let ListState::Both(both) = &mut self.0 {
            self.0 = ListState::Linked(std::mem::take(&mut both.0));
        } else if let ListState::Loaded(_) = self.0 {
            *self = Self::new();
        }
    }

    /// Appends an empty object; `None` if items are not structs.
    pub(crate) fn push_object(&mut self, kind: ItemKind) -> Option<&mut dyn Reflect> {
        self.items_or_insert(kind)?.push_object()
    }

    /// Appends an item parsed from `text`; does nothing if items are structs.
    pub(crate) fn push_text(&mut self, text: &str, kind: ItemKind) {
        if let Some(items) = self.items_or_insert(kind) {
            items.push_text(text);
        }
    }
}

fn copy_items(source: &dyn Items) -> Arc<dyn Items> {
    let mut copy = (source.kind().new_shared)();
    if let Some(items) = Arc::get_mut(&mut copy) {
        items.reserve(source.len());
        for index in 0..source.len() {
            match source.item(index) {
                Value::Object(item) => {
                    if let Some(target) = items.push_object() {
                        operations::copy(item, target);
                    }
                }
                Value::Text(text) => items.push_text(text),
                _ => {}
            }
        }
    }
    copy
}
