//! Resolves where a collection's objects are stored: in the collection itself, in another
//! collection, or as assignments to objects of another collection.

use std::borrow::Cow;
use std::collections::HashMap;

use ovirt_model::Struct;

use crate::access;
use crate::computed;
use crate::kind::{Place, Source};
use crate::kinds::{self, permission::object_of};
use crate::node::{Node, refers_to};
use crate::object::{DISK_ATTACHMENTS, ObjectRef, PERMISSIONS, UNREGISTERED, VMS};
use crate::schema::Resource;
use crate::world::World;

impl World {
    /// Returns the source of the objects of a collection.
    pub(crate) fn source(&self, resource: &Resource<'_>) -> Source {
        let own = Source::Own(resource.path.clone());
        let Some(kind) = self.schema.item_type(resource.service) else {
            return own;
        };
        let home = self.schema.home(&kind.name).unwrap_or_default();
        let Some(parent) = resource.above().filter(|_| home != resource.path) else {
            return own;
        };
        let parent_type = self.schema.object_type(parent.service);
        let place = Place {
            path: &resource.path,
            parent: ObjectRef::at(resource.parent()),
            parent_type: parent_type.map_or("", |kind| &kind.name),
            home,
        };
        if let Some(compute) = kinds::of(place.parent_type).below.compute {
            return place.computed(compute);
        }
        if let Some(source) = (kinds::of(&kind.name).source)(self, &place) {
            return source;
        }
        if home.is_empty() {
            return own;
        }
        let members = self.members_for(kind, place.parent_type);
        match parent.item() {
            Some(_) if !members.is_empty() => place.filtered(members),
            _ => place.assigned(),
        }
    }

    /// Returns the members of a type that refer to one object of another type.
    fn members_for(&self, kind: &Struct, parent: &str) -> Vec<String> {
        let members = self.schema.model.members(kind).into_iter();
        members
            .filter(|member| member.link && !member.list && member.kind.named() == Some(parent))
            .map(ovirt_model::Member::tag)
            .collect()
    }

    /// Returns the objects of a source. Assigned objects merge the members of both collections.
    pub(crate) fn objects(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let stored = |path: &str| self.store.list(path).iter().map(Cow::Borrowed).collect();
        let own = |objects: Vec<Node>| objects.into_iter().map(Cow::Owned).collect();
        match source {
            // Permissions on objects are below these.
            Source::Own(collection) if collection == PERMISSIONS => self.system_permissions(),
            Source::Own(collection) => stored(collection),
            Source::View { path, compute } => compute(self, path).map_or_else(Vec::new, own),
            Source::Computed { path, compute } => {
                let computed = computed::unless_stored(self, path, *compute);
                computed.map_or_else(|| stored(path), own)
            }
            Source::Permissions(source) => self.permissions(source),
            Source::Filtered {
                home,
                members,
                parent,
                everywhere,
            } => self.referring(home, *everywhere, |object| {
                let mut members = members.iter();
                members.any(|member| refers_to(object, member, parent))
            }),
            Source::OnStorageDomain { home, domain } => {
                let objects = self.store.list(home).iter();
                let stored = objects.filter(|object| {
                    self.is_on_storage_domain(&ObjectRef::new(home, object.id()), domain)
                });
                stored.map(Cow::Borrowed).collect()
            }
            Source::Assigned { own, home } => {
                let merged = |assigned: &Node| {
                    let mut object = ObjectRef::new(home, assigned.id()).get(self)?.clone();
                    object.merge(assigned);
                    Some(Cow::Owned(object))
                };
                self.store.list(own).iter().filter_map(merged).collect()
            }
        }
    }

    /// Returns the objects of a home that refer to another one, also those below other objects if
    /// they are included.
    fn referring(
        &self,
        home: &str,
        everywhere: bool,
        refers: impl Fn(&Node) -> bool,
    ) -> Vec<Cow<'_, Node>> {
        let below = self.store.all().filter(|(path, _)| {
            everywhere && path.rsplit_once('/').is_some_and(|(_, own)| own == home)
        });
        let below = below.flat_map(|(_, objects)| objects);
        let all = self.store.list(home).iter().chain(below);
        all.filter(|object| refers(object))
            .map(Cow::Borrowed)
            .collect()
    }

    /// Returns the permissions on an object, with those it inherits.
    fn permissions(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let mut permissions = self.objects(source);
        let inherited = self.inherited_permissions(source);
        let inherited = inherited.into_iter().map(|permission| {
            let mut permission = permission.into_owned();
            if let Source::Filtered {
                members, parent, ..
            } = source
                && let Some(member) = members.first()
            {
                if let Some(above) = object_of(&permission) {
                    let tag = above.tag.to_string();
                    permission.remove(&tag);
                }
                permission.set_reference(member, parent);
            }
            Cow::Owned(permission)
        });
        permissions.extend(inherited);
        permissions
    }

    /// Returns the permissions on the whole system.
    fn system_permissions(&self) -> Vec<Cow<'_, Node>> {
        let permissions = self.store.list(PERMISSIONS).iter();
        permissions
            .filter(|permission| object_of(permission).is_none())
            .map(Cow::Borrowed)
            .collect()
    }

    /// Returns the permissions on the whole system, and on the objects above that of a source.
    fn inherited_permissions(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let object = match source {
            Source::Filtered { parent, .. } => parent.as_str(),
            source => self
                .stored_in(source)
                .rsplit('/')
                .nth(1)
                .unwrap_or_default(),
        };
        let above = access::ancestors(self, object, &HashMap::new());
        let mut permissions = self.system_permissions();
        let on_above =
            |permission: &&Node| object_of(permission).is_some_and(|own| above.contains(own.id()));
        let referring = self.store.list(PERMISSIONS).iter().filter(on_above);
        permissions.extend(referring.map(Cow::Borrowed));
        let below = self.store.all().filter(|(path, _)| {
            let mut steps = path.rsplit('/');
            steps.next() == Some(PERMISSIONS) && steps.next().is_some_and(|id| above.contains(id))
        });
        permissions.extend(below.flat_map(|(_, all)| all).map(Cow::Borrowed));
        permissions
    }

    /// Whether a VM or template has a disk on a storage domain.
    fn is_on_storage_domain(&self, object: &ObjectRef, domain: &str) -> bool {
        let attachments = self.store.list(&object.below(DISK_ATTACHMENTS));
        attachments.iter().any(|attachment| {
            let disk = ObjectRef::disk(attachment.id()).get(self);
            disk.is_some_and(|disk| refers_to(disk, "storage_domains", domain))
        })
    }

    /// Returns an object of a source by its identifier.
    pub(crate) fn object(&self, source: &Source, id: &str) -> Option<Cow<'_, Node>> {
        let stored = |collection: &str| ObjectRef::new(collection, id).get(self);
        match source {
            Source::Own(collection) => {
                let found = stored(collection).map(Cow::Borrowed);
                found.or_else(|| {
                    let service = self.schema.locate(collection)?.service;
                    let kind = kinds::of(&self.schema.item_type(service)?.name);
                    (kind.unlisted)(self, id).map(Cow::Owned)
                })
            }
            Source::Permissions(source) => {
                let own = self.object(source, id);
                own.or_else(|| stored(PERMISSIONS).map(Cow::Borrowed))
            }
            _ => {
                let mut all = self.objects(source).into_iter();
                let found = all.find(|object| object.id() == id);
                let unregistered = || stored(&unregistered_at(source)?);
                found.or_else(|| unregistered().map(Cow::Borrowed))
            }
        }
    }

    /// Returns the VMs on a storage domain that the engine does not know.
    pub(crate) fn unregistered(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let path = unregistered_at(source).unwrap_or_default();
        self.store.list(&path).iter().map(Cow::Borrowed).collect()
    }

    /// Returns the path of the collection that stores the objects of a source.
    pub(crate) fn stored_in<'a>(&self, source: &'a Source) -> &'a str {
        match source {
            Source::Own(collection)
            | Source::Computed {
                path: collection, ..
            }
            | Source::View {
                path: collection, ..
            }
            | Source::Assigned {
                own: collection, ..
            } => collection,
            Source::Filtered { home, .. } | Source::OnStorageDomain { home, .. } => home,
            Source::Permissions(source) => self.stored_in(source),
        }
    }

    /// Whether all objects on a path exist.
    pub(crate) fn exists(&self, resource: &Resource<'_>) -> bool {
        let mut all = std::iter::successors(resource.above(), Resource::above);
        let own = resource.item().map(|(_, id)| id.to_owned());
        let mut id = own;
        all.all(|above| {
            let found = id
                .as_ref()
                .is_none_or(|id| self.object(&self.source(&above), id).is_some());
            id = above.item().map(|(_, id)| id.to_owned());
            found
        })
    }
}

/// Returns the path of the unregistered VMs of a storage domain.
fn unregistered_at(source: &Source) -> Option<String> {
    match source {
        Source::OnStorageDomain { home, domain } if home == VMS => {
            Some(ObjectRef::storage_domain(domain).below(UNREGISTERED))
        }
        _ => None,
    }
}
