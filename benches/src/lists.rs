//! The lists that benchmarks decode: documents of an engine, as large as asked for.
//!
//! Their objects are made from recorded ones (the corpus in `OVIRT_TEST_DATA`), or from objects
//! made by us where the corpus is absent. The same arguments give the same document.

mod element;
mod other;
mod random;
mod seeds;
mod synthetic;
mod vms;

use self::seeds::Seeds;
use crate::Result;

/// A collection of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Virtual machines.
    Vms,
    /// Disks.
    Disks,
    /// Hosts.
    Hosts,
    /// Events.
    Events,
}

impl Collection {
    /// The path segment, which is also the name of the root element.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Vms => "vms",
            Self::Disks => "disks",
            Self::Hosts => "hosts",
            Self::Events => "events",
        }
    }

    /// The element name of an object.
    #[must_use]
    pub fn item(self) -> &'static str {
        self.path().trim_end_matches('s')
    }
}

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// VMs that differ in few values; made by us.
    Synthetic,
    /// Unrelated VMs in random order.
    Mix,
    /// The same VMs sorted by name, so that those of one origin stand together.
    Sorted,
    /// The VMs of one data center: 12 kinds, 40 hosts.
    DataCenter,
    /// Disks.
    Disks,
    /// Hosts.
    Hosts,
    /// Events; made by us.
    Events,
}

impl ListKind {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 7] = [
        Self::Synthetic,
        Self::Mix,
        Self::Sorted,
        Self::DataCenter,
        Self::Disks,
        Self::Hosts,
        Self::Events,
    ];

    /// Its name in tables and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Synthetic => "synthetic",
            Self::Mix => "mix",
            Self::Sorted => "sorted",
            Self::DataCenter => "dc",
            Self::Disks => "disks",
            Self::Hosts => "hosts",
            Self::Events => "events",
        }
    }

    /// The list with this name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn from_name(name: &str) -> Result<Self> {
        let kind = Self::ALL.into_iter().find(|kind| kind.name() == name);
        kind.ok_or_else(|| format!("no list is named {name:?}").into())
    }

    /// What the list consists of.
    #[must_use]
    pub fn collection(self) -> Collection {
        match self {
            Self::Disks => Collection::Disks,
            Self::Hosts => Collection::Hosts,
            Self::Events => Collection::Events,
            _ => Collection::Vms,
        }
    }
}

/// The source of lists.
pub struct Lists {
    seeds: Seeds,
    origin: String,
}

impl Lists {
    /// Lists made from the corpus, or by us if the corpus is absent.
    ///
    /// # Errors
    ///
    /// The corpus cannot be parsed.
    pub fn load() -> Result<Self> {
        match seeds::corpus() {
            Some(corpus) => Ok(Self {
                seeds: Seeds::recorded(&corpus)?,
                origin: format!("recorded objects of {}", corpus.display()),
            }),
            None => Ok(Self::made()),
        }
    }

    /// Lists made by us.
    #[must_use]
    pub fn made() -> Self {
        Self {
            seeds: Seeds::made(),
            origin: "objects made by us: the corpus is absent (OVIRT_TEST_DATA names its parent)"
                .to_owned(),
        }
    }

    /// Where the objects are from, for the head of a table.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A document with `count` objects.
    #[must_use]
    pub fn document(&self, kind: ListKind, count: usize) -> String {
        let Seeds { vms, disks, hosts } = &self.seeds;
        let root = kind.collection().path();
        let mut text = String::with_capacity(count * 11_000);
        text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        text.push_str(&format!("<{root}>\n"));
        match kind {
            ListKind::Synthetic => synthetic::vms(&mut text, count),
            ListKind::Mix => vms::mix(&mut text, vms, count, false),
            ListKind::Sorted => vms::mix(&mut text, vms, count, true),
            ListKind::DataCenter => vms::data_center(&mut text, vms, count),
            ListKind::Disks => other::disks(&mut text, disks, count),
            ListKind::Hosts => other::hosts(&mut text, hosts, count),
            ListKind::Events => other::events(&mut text, count),
        }
        text.push_str(&format!("</{root}>\n"));
        text
    }
}

#[cfg(test)]
mod tests {
    use ovirt::types::{FromXml as _, List, ToXml as _};

    use super::{ListKind, Lists};
    use crate::with_type;

    #[test]
    fn every_list_decodes_and_differs_from_object_to_object() {
        for lists in [Lists::made(), Lists::load().expect("a usable corpus")] {
            for kind in ListKind::ALL {
                let document = lists.document(kind, 60);
                assert_eq!(document, lists.document(kind, 60), "{}", kind.name());
                with_type!(kind.collection(), T => {
                    let list = List::<T>::from_xml(&document).expect("well-formed");
                    assert_eq!(list.len(), 60, "{}", kind.name());
                    let mut ids: Vec<_> = list.iter().filter_map(|item| item.id.clone()).collect();
                    ids.sort();
                    ids.dedup();
                    assert_eq!(ids.len(), 60, "{}", kind.name());
                    assert!(list.to_xml().len() > 60 * 300, "{}", kind.name());
                });
            }
        }
    }

    #[test]
    fn links_of_an_object_have_its_id() {
        for kind in [ListKind::Mix, ListKind::DataCenter] {
            let document = Lists::made().document(kind, 12);
            let vms = List::<ovirt::types::Vm>::from_xml(&document).expect("well-formed");
            for vm in &vms {
                let (id, nics) = (vm.id.as_deref(), vm.nics.as_ref().and_then(List::href));
                let expected = id.map(|id| format!("/ovirt-engine/api/vms/{id}/nics"));
                assert!(nics.is_none() || nics.as_deref() == expected.as_deref());
            }
        }
    }
}
