//! The items of one kind by name. Embedded ones are parsed when they are first read, so that a
//! short program does not pay for the whole model.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::item::{Enum, Item, Service, Shared, Struct};
use crate::parse::parse;

/// The items of one kind, sorted by name.
#[derive(Debug, Clone)]
pub(crate) struct Table<T>(BTreeMap<Cow<'static, str>, Entry<T>>);

/// An item, or the text to parse it from.
#[derive(Debug, Clone)]
struct Entry<T> {
    file: Cow<'static, str>,
    text: &'static str,
    item: OnceLock<Option<T>>,
}

/// A kind of item that a table can hold.
pub(crate) trait Kind: Sized {
    /// The item, if it is of this kind.
    fn of(item: Item) -> Option<Self>;
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Kind> Table<T> {
    /// Adds an item of a file.
    pub(crate) fn insert(&mut self, file: &str, name: String, item: T) {
        let (file, text) = (Cow::Owned(file.to_owned()), "");
        let item = OnceLock::from(Some(item));
        self.0.insert(Cow::Owned(name), Entry { file, text, item });
    }

    /// Adds an item by its text, which is parsed on the first access.
    pub(crate) fn insert_text(
        &mut self,
        file: &'static str,
        name: &'static str,
        text: &'static str,
    ) {
        let (file, item) = (Cow::Borrowed(file), OnceLock::new());
        self.0
            .insert(Cow::Borrowed(name), Entry { file, text, item });
    }

    /// Replaces each item, or removes it.
    pub(crate) fn replace(&mut self, replacement: impl Fn(&T) -> Option<T>) {
        self.0.retain(|_, entry| {
            let replaced = entry.item().and_then(&replacement);
            let is_there = replaced.is_some();
            entry.item = OnceLock::from(replaced);
            is_there
        });
    }

    /// The item of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name)?.item()
    }

    /// Whether there is an item of this name.
    pub(crate) fn contains_key(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The file that has the item of this name.
    pub(crate) fn file_of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|entry| &*entry.file)
    }

    /// All names, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }

    /// All items, sorted by name.
    pub(crate) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values().filter_map(Entry::item)
    }

    /// The number of items.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl<T: Kind> Entry<T> {
    fn item(&self) -> Option<&T> {
        let parsed = self.item.get_or_init(|| {
            // Tests cover the embedded texts; an invalid one would only be missing.
            let items = parse(self.text).unwrap_or_default();
            items.into_iter().next().and_then(T::of)
        });
        parsed.as_ref()
    }
}

/// Splits the text of a file into items: keyword, name and text of each. An empty line ends one.
pub(crate) fn items(
    text: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let mut rest = text;
    let blocks = std::iter::from_fn(move || {
        let end = memchr::memmem::find(rest.as_bytes(), b"\n\n").map_or(rest.len(), |at| at + 2);
        let (block, after) = rest.split_at(end);
        rest = after;
        (!block.is_empty()).then_some(block)
    });
    blocks.filter_map(|block| {
        let (keyword, line) = block.split_once(' ')?;
        let end = line.find([' ', '\n'])?;
        (keyword != "#").then(|| (keyword, &line[..end], block))
    })
}

impl Kind for Enum {
    fn of(item: Item) -> Option<Self> {
        match item {
            Item::Enum(item) => Some(item),
            _ => None,
        }
    }
}

impl Kind for Struct {
    fn of(item: Item) -> Option<Self> {
        match item {
            Item::Struct(item) => Some(item),
            _ => None,
        }
    }
}

impl Kind for Service {
    fn of(item: Item) -> Option<Self> {
        match item {
            Item::Service(item) => Some(item),
            _ => None,
        }
    }
}

impl Kind for Shared {
    fn of(item: Item) -> Option<Self> {
        match item {
            Item::Shared(item) => Some(item),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::items;
    use crate::embedded::FILES;
    use crate::parse;

    #[test]
    fn each_file_is_the_sum_of_its_items() {
        for (file, text) in FILES {
            let whole = parse(text).expect(file);
            let split: Vec<_> = items(text)
                .flat_map(|(keyword, name, text)| {
                    let parsed = parse(text).expect(file);
                    assert_eq!(parsed.len(), 1, "{file}: {keyword} {name}");
                    assert_eq!(parsed[0].key(), (keyword, name), "{file}");
                    parsed
                })
                .collect();
            assert_eq!(whole, split, "{file}");
        }
    }
}
