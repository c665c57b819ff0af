//! What a collection has: its own objects, those of another collection that belong to its parent,
//! or references to objects that live elsewhere.

use std::borrow::Cow;

use ovirt_model::Struct;

use crate::node::Node;
use crate::schema::Resource;
use crate::statistics;
use crate::world::World;

/// Where the objects of a collection are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// In the collection itself.
    Own(String),
    /// In another collection: those whose member refers to the parent.
    Filtered {
        /// Path of the other collection.
        home: String,
        /// Tags of members that may refer to the parent, of which lists have several.
        members: Vec<String>,
        /// Identifier of the parent.
        parent: String,
    },
    /// Nowhere: the statistics at this path follow from other objects, unless some were loaded.
    Statistics(String),
    /// In another collection: those with a disk on a storage domain.
    Stored {
        /// Path of the other collection.
        home: String,
        /// Identifier of the storage domain.
        domain: String,
    },
    /// In another collection; which of them is kept here.
    Assigned {
        /// Path of the collection.
        own: String,
        /// Path of the other collection.
        home: String,
    },
}

impl World {
    /// Where the objects of the collection at a resource are.
    pub(crate) fn source(&self, resource: &Resource<'_>) -> Source {
        let own = Source::Own(resource.path.clone());
        let Some(kind) = self.schema.item_type(resource.service) else {
            return own;
        };
        if kind.name == "statistic" {
            return Source::Statistics(resource.path.clone());
        }
        let Some(home) = self.schema.home(&kind.name) else {
            return own;
        };
        if home == resource.path || resource.parent().is_empty() {
            return own;
        }
        let home = home.to_owned();
        let parent = self.schema.locate(resource.parent());
        let members = parent
            .as_ref()
            .and_then(|parent| self.schema.object_type(parent.service))
            .map_or_else(Vec::new, |parent| self.members_for(kind, parent));
        match parent.as_ref().and_then(Resource::item) {
            Some(("storagedomains", domain)) if matches!(home.as_str(), "vms" | "templates") => {
                let domain = domain.to_owned();
                Source::Stored { home, domain }
            }
            Some((_, parent)) if !members.is_empty() => Source::Filtered {
                home,
                members,
                parent: parent.to_owned(),
            },
            // Some objects have permissions that don't say whose they are.
            _ if kind.name == "permission" => own,
            // All clusters have all of them.
            _ if kind.name == "network_filter" => Source::Own(home),
            _ => Source::Assigned {
                own: resource.path.clone(),
                home,
            },
        }
    }

    /// Members of a type that refer to a parent of this type. Storage domains of a data center and
    /// networks of a cluster are attached rather than made there, and so are not found by a member;
    /// nor are the disks of a snapshot, which are also those of now. A tag can be put on many
    /// objects.
    fn members_for(&self, kind: &Struct, parent: &Struct) -> Vec<String> {
        if matches!(
            (kind.name.as_str(), parent.name.as_str()),
            ("storage_domain" | "tag", _) | ("network", "cluster") | ("disk", "snapshot")
        ) {
            return Vec::new();
        }
        self.schema
            .model
            .members(kind)
            .into_iter()
            .filter(|member| member.link && member.kind.named() == Some(&parent.name))
            .filter(|member| !member.list || kind.name == "disk")
            .map(ovirt_model::Member::tag)
            .collect()
    }

    /// The objects of a source. Those that are assigned have the members of both places.
    pub(crate) fn objects(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let kept = |path: &str| self.store.list(path).iter().map(Cow::Borrowed).collect();
        match source {
            Source::Own(collection) => kept(collection),
            Source::Statistics(path) if self.store.list(path).is_empty() => {
                let found = statistics::of(self, path).into_iter();
                found.map(Cow::Owned).collect()
            }
            Source::Statistics(path) => kept(path),
            Source::Filtered {
                home,
                members,
                parent,
            } => self
                .store
                .list(home)
                .iter()
                .filter(|object| {
                    members
                        .iter()
                        .any(|member| refers_to(object, member, parent))
                })
                .map(Cow::Borrowed)
                .collect(),
            Source::Stored { home, domain } => {
                let objects = self.store.list(home).iter();
                let stored = objects.filter(|object| self.is_stored(home, object.id(), domain));
                stored.map(Cow::Borrowed).collect()
            }
            Source::Assigned { own, home } => {
                let merged = |assigned: &Node| {
                    let mut object = self.store.get(home, assigned.id())?.clone();
                    object.merge(assigned);
                    Some(Cow::Owned(object))
                };
                self.store.list(own).iter().filter_map(merged).collect()
            }
        }
    }

    /// Whether a machine or a template has a disk on a storage domain.
    fn is_stored(&self, home: &str, id: &str, domain: &str) -> bool {
        let attachments = self.store.list(&format!("{home}/{id}/diskattachments"));
        attachments.iter().any(|attachment| {
            let disk = self.store.get("disks", attachment.id());
            disk.is_some_and(|disk| refers_to(disk, "storage_domains", domain))
        })
    }

    /// An object of a source, by its identifier.
    pub(crate) fn object(&self, source: &Source, id: &str) -> Option<Cow<'_, Node>> {
        match source {
            Source::Own(collection) => self.store.get(collection, id).map(Cow::Borrowed),
            _ => self
                .objects(source)
                .into_iter()
                .find(|object| object.id() == id),
        }
    }

    /// Where an object of a source is to be changed or removed.
    pub(crate) fn stored_in<'a>(&self, source: &'a Source) -> &'a str {
        match source {
            Source::Own(collection)
            | Source::Statistics(collection)
            | Source::Assigned {
                own: collection, ..
            } => collection,
            Source::Filtered { home, .. } | Source::Stored { home, .. } => home,
        }
    }

    /// Whether all objects that a path names are there.
    pub(crate) fn exists(&self, resource: &Resource<'_>) -> bool {
        resource.ids.iter().all(|(collection, id)| {
            self.schema.locate(collection).is_some_and(|collection| {
                let source = self.source(&collection);
                self.object(&source, id).is_some()
            })
        })
    }
}

/// Whether a member of an object refers to the object with this identifier.
pub(crate) fn refers_to(object: &Node, member: &str, id: &str) -> bool {
    object
        .children
        .iter()
        .filter(|child| child.tag == member)
        .any(|child| child.id() == id || child.children.iter().any(|item| item.id() == id))
}
