//! The state file: format, changes as a journal, and recovery at the next start.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::Arc;

use crate::journal::LockedFile;
use crate::kinds;
use crate::node::Node;
use crate::store::Store;
use crate::world::World;

/// The content of a state file.
#[derive(Debug, Default)]
pub(crate) struct SavedState {
    collections: BTreeMap<String, SavedCollection>,
    /// Password, certificates and counters, by name.
    pub(crate) texts: BTreeMap<String, String>,
}

/// The objects of a collection in their order, with their positions by identifier.
#[derive(Debug, Default)]
struct SavedCollection {
    objects: Vec<Option<Node>>,
    positions: HashMap<String, usize>,
}

impl SavedState {
    /// Reads a file; `None` if it is empty.
    pub(crate) fn read(file: &mut LockedFile) -> io::Result<Option<Self>> {
        let Some(commits) = file.read()? else {
            return Ok(None);
        };
        let mut state = Self::default();
        for line in commits.iter().flat_map(|commit| commit.lines()) {
            state.apply(line).ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, "invalid line in the state file")
            })?;
        }
        Ok(Some(state))
    }

    /// Applies a line: `+ COLLECTION DOCUMENT`, `- COLLECTION ID` or `= NAME TEXT`.
    fn apply(&mut self, line: &str) -> Option<()> {
        let mut parts = line.splitn(3, ' ');
        let (sign, name, rest) = (parts.next()?, parts.next()?, parts.next()?);
        match sign {
            "+" => {
                let object = Node::parse(rest).ok()?;
                let collection = self.collections.entry(name.to_owned()).or_default();
                let next = collection.objects.len();
                match collection.positions.entry(object.id().to_owned()) {
                    std::collections::hash_map::Entry::Occupied(position) => {
                        *collection.objects.get_mut(*position.get())? = Some(object);
                    }
                    std::collections::hash_map::Entry::Vacant(position) => {
                        position.insert(next);
                        collection.objects.push(Some(object));
                    }
                }
            }
            "-" => {
                if let Some(collection) = self.collections.get_mut(name)
                    && let Some(position) = collection.positions.remove(rest)
                {
                    *collection.objects.get_mut(position)? = None;
                }
                let below = format!("{name}/{rest}/");
                self.collections.retain(|path, _| !path.starts_with(&below));
            }
            "=" => {
                self.texts.insert(name.to_owned(), unescape(rest)?);
            }
            _ => return None,
        }
        Some(())
    }

    /// Adds the objects to an empty store.
    pub(crate) fn restore(self, texts: &BTreeMap<String, String>, store: &mut Store) {
        let number = |name: &str| texts.get(name).and_then(|text| text.parse().ok());
        if let (Some(serial), Some(random)) = (number("serial"), number("random")) {
            store.set_counters((serial, random));
        }
        for (path, collection) in self.collections {
            for object in collection.objects.into_iter().flatten() {
                store.add(&path, object);
            }
        }
    }
}

impl World {
    /// Completes the operations that a stop has interrupted.
    pub(crate) fn finish_interrupted(&mut self) {
        let schema = Arc::clone(&self.schema);
        for path in self.store.paths() {
            let resource = schema.locate(&path);
            let kind = resource.and_then(|resource| schema.item_type(resource.service));
            let kind = kinds::of(kind.map_or("", |kind| &kind.name));
            if kind.interrupted.is_empty() {
                continue;
            }
            for object in self.handles(&path) {
                let mut interrupted = kind.interrupted.iter();
                let status =
                    interrupted.find(|(member, status, _)| object.has(self, member, status));
                if let Some((member, _, after)) = status {
                    object.change(self, |object| object.set(member, *after));
                }
            }
        }
        for kind in kinds::ALL {
            (kind.restarted)(self);
        }
    }

    /// Writes the state to its file and tracks changes from now on.
    pub(crate) fn persist(
        &mut self,
        file: LockedFile,
        texts: &BTreeMap<String, String>,
        sync: bool,
    ) -> io::Result<()> {
        let mut commit = counters(&self.store);
        for (name, text) in texts {
            if matches!(name.as_str(), "serial" | "random") {
                continue;
            }
            commit.push_str(&format!("= {name} {}\n", escape(text)));
        }
        for path in self.store.paths() {
            for object in self.store.list(&path) {
                commit.push_str(&line(&path, object));
            }
        }
        self.store.track();
        self.journal = Some(file.replace(&commit, sync)?);
        Ok(())
    }

    /// Executes a command, and appends its changes to the file before they are acknowledged.
    ///
    /// # Errors
    ///
    /// Fails if the changes cannot be written; they are undone. Changes of before, which nobody
    /// waits for, are written with the next command.
    pub(crate) fn transact<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> io::Result<T> {
        let mark = self.store.mark();
        let result = work(self);
        match self.commit() {
            Err(error) if self.store.has_changed() => {
                self.discard_planned(mark.serial);
                self.store.undo(&mark);
                // The cache may have addresses of objects that are gone.
                self.macs = None;
                Err(error)
            }
            _ => Ok(result),
        }
    }

    /// Appends the changes to the file.
    fn commit(&mut self) -> io::Result<()> {
        let Some(journal) = &mut self.journal else {
            return Ok(());
        };
        if self.store.changed().is_empty() {
            return Ok(());
        }
        let mut commit = counters(&self.store);
        for changed in self.store.changed() {
            let collection = changed.collection();
            match self.store.get(changed) {
                Some(object) => commit.push_str(&line(collection, object)),
                None => commit.push_str(&format!("- {collection} {}\n", changed.id())),
            }
        }
        journal.append(&commit)?;
        self.store.clear_changed();
        Ok(())
    }
}

fn counters(store: &Store) -> String {
    let (serial, random) = store.counters();
    format!("= serial {serial}\n= random {random}\n")
}

fn line(collection: &str, object: &Node) -> String {
    let mut out = format!("+ {collection} ");
    write(object, &mut out);
    out.push('\n');
    out
}

/// Writes an element on one line.
fn write(node: &Node, out: &mut String) {
    out.push('<');
    out.push_str(&node.tag);
    for (name, value) in &node.attributes {
        out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    out.push('>');
    if node.children.is_empty() {
        out.push_str(&escape(&node.text));
    }
    for child in &node.children {
        write(child, out);
    }
    out.push_str(&format!("</{}>", node.tag));
}

/// Escapes a text for XML on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
    out
}

fn unescape(text: &str) -> Option<String> {
    quick_xml::escape::unescape(text)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{SavedState, line};
    use crate::node::Node;
    use crate::store::Store;

    #[test]
    fn lines_are_applied_in_order() {
        let mut state = SavedState::default();
        let vm = |id: &str, name: &str| Node::reference("vm", id).with_text("name", name);
        let odd = vm("1", " two\nlines & \"<more>\" \t").with(Node::reference("cluster", "c\n\"1"));
        let lines = [
            line("vms", &vm("1", "first")),
            line("vms", &vm("2", "second")),
            line("vms", &vm("3", "third")),
            line("vms/2/nics", &Node::reference("nic", "n")),
            line("vms", &odd),
            "- vms 2\n".to_owned(),
            "- vms 4\n".to_owned(),
            "= key a&#10;b\n".to_owned(),
        ];
        for text in &lines {
            let text = text.strip_suffix('\n').expect("a line end");
            assert!(!text.contains('\n'));
            assert_eq!(state.apply(text), Some(()), "{text}");
        }
        for text in ["", "+ vms", "+ vms <vm", "? a b", "= a &b;"] {
            assert_eq!(state.apply(text), None, "{text}");
        }
        assert_eq!(state.texts.get("key").map(String::as_str), Some("a\nb"));
        let mut store = Store::new(1);
        let texts = std::mem::take(&mut state.texts);
        state.restore(&texts, &mut store);
        assert_eq!(store.list("vms"), [odd, vm("3", "third")]);
        assert!(store.list("vms/2/nics").is_empty());
    }
}
