//! Resolves where a collection's objects are stored: in the collection itself, in another
//! collection, or as assignments to objects of another collection.

use std::borrow::Cow;
use std::collections::HashMap;

use ovirt_model::Struct;

use crate::access;
use crate::caller::EVERYONE;
use crate::computed;
use crate::defaults::{self, HARDWARE, VM_AND_TEMPLATE};
use crate::disk_snapshots;
use crate::kinds::permission::object_of;
use crate::node::{Node, refers_to};
use crate::object::{
    DISK_ATTACHMENTS, EVENTS, INSTANCE_TYPES, ObjectRef, PERMISSIONS, PERMITS, REMOVED_EVENTS,
    ROLES, STORAGE_DOMAINS, TEMPLATES, UNREGISTERED, VMS,
};
use crate::schema::Resource;
use crate::statistics;
use crate::status::OK;
use crate::world::World;

/// Where the objects of a collection come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// Stored in the collection itself.
    Own(String),
    /// Stored in another collection: the objects with a member that refers to the parent.
    Filtered {
        /// Path of the other collection.
        home: String,
        /// Tags of the members that may refer to the parent.
        members: Vec<String>,
        /// Identifier of the parent.
        parent: String,
    },
    /// Computed: statistics at this path, unless some were loaded.
    Statistics(String),
    /// Computed: the images of the disks of the owner of this path, unless some were loaded.
    DiskSnapshots(String),
    /// Stored in another collection: the objects with a disk on a storage domain.
    OnStorageDomain {
        /// Path of the other collection.
        home: String,
        /// Identifier of the storage domain.
        domain: String,
    },
    /// Permissions: the objects of another source, and those on the whole system.
    Permissions(Box<Source>),
    /// Computed: the roles on the whole system of a user or group.
    Roles {
        /// Identifier of the user or group.
        holder: String,
    },
    /// Stored in another collection; this collection stores the assignments.
    Assigned {
        /// Path of this collection.
        own: String,
        /// Path of the other collection.
        home: String,
    },
}

impl World {
    /// Returns the source of the objects of a collection.
    pub(crate) fn source(&self, resource: &Resource<'_>) -> Source {
        let own = Source::Own(resource.path.clone());
        let Some(kind) = self.schema.item_type(resource.service) else {
            return own;
        };
        match kind.name.as_str() {
            "disk_snapshot" => return Source::DiskSnapshots(resource.path.clone()),
            "statistic" => return Source::Statistics(resource.path.clone()),
            _ => {}
        }
        let above = resource.parent();
        let is_holder = above.starts_with("users/") || above.starts_with("groups/");
        match kind.name.as_str() {
            "role" if is_holder => {
                let holder = above.rsplit('/').next().unwrap_or_default().to_owned();
                return Source::Roles { holder };
            }
            "permit" if is_holder => {
                let role = above.rsplit('/').next().unwrap_or_default();
                return Source::Own(ObjectRef::new(ROLES, role).below(PERMITS));
            }
            // The directory, which has more users than were added.
            "group" | "user" if above.starts_with("domains/") => return own,
            "permission" if !above.is_empty() && !is_holder => {
                return Source::Permissions(Box::new(self.stored_source(resource, kind)));
            }
            _ => {}
        }
        self.stored_source(resource, kind)
    }

    /// Returns the source of a collection by where its objects are stored.
    fn stored_source(&self, resource: &Resource<'_>, kind: &Struct) -> Source {
        let own = Source::Own(resource.path.clone());
        let Some(home) = self.schema.home(&kind.name) else {
            return own;
        };
        if home == resource.path || resource.parent().is_empty() {
            return own;
        }
        let home = home.to_owned();
        let parent = resource.above();
        let members = parent
            .as_ref()
            .and_then(|parent| self.schema.object_type(parent.service))
            .map_or_else(Vec::new, |parent| self.members_for(kind, parent));
        match parent.as_ref().and_then(Resource::item) {
            Some((STORAGE_DOMAINS, domain)) if matches!(home.as_str(), VMS | TEMPLATES) => {
                if ObjectRef::storage_domain(domain).has(self, "type", "export") {
                    return own;
                }
                let domain = domain.to_owned();
                Source::OnStorageDomain { home, domain }
            }
            // Copies on export domains and snapshots have devices of their own.
            Some((above, _)) if above.starts_with("storagedomains/") && kind.name == "disk" => own,
            Some((above, _)) if above.ends_with("/snapshots") && kind.name == "disk" => own,
            Some((_, parent)) if !members.is_empty() => Source::Filtered {
                home,
                members,
                parent: parent.to_owned(),
            },
            // Permissions on some types have no member for the object.
            _ if kind.name == "permission" => own,
            // Every cluster has all network filters.
            _ if kind.name == "network_filter" => Source::Own(home),
            _ => Source::Assigned {
                own: resource.path.clone(),
                home,
            },
        }
    }

    /// Returns the members of a type that refer to a parent of another type. Left out are relations
    /// that are assignments: storage domains of a data center, networks of a cluster, and tags.
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

    /// Returns the objects of a source. Assigned objects merge the members of both collections.
    pub(crate) fn objects(&self, source: &Source) -> Vec<Cow<'_, Node>> {
        let stored = |path: &str| self.store.list(path).iter().map(Cow::Borrowed).collect();
        let own = |objects: Vec<Node>| objects.into_iter().map(Cow::Owned).collect();
        match source {
            // Permissions on objects are below these.
            Source::Own(collection) if collection == PERMISSIONS => self.system_permissions(),
            Source::Own(collection) => {
                let computed = computed::objects(self, collection);
                computed.map_or_else(|| stored(collection), own)
            }
            Source::Permissions(source) => {
                let mut permissions = self.objects(source);
                let inherited = self.inherited_permissions(source);
                let inherited = inherited.into_iter().map(|permission| {
                    let mut permission = permission.into_owned();
                    if let Source::Filtered {
                        members, parent, ..
                    } = source.as_ref()
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
            Source::Roles { holder } => self.roles_of(holder).into_iter().map(Cow::Owned).collect(),
            Source::Statistics(path) if self.store.list(path).is_empty() => {
                let found = statistics::compute(self, path).into_iter();
                found.map(Cow::Owned).collect()
            }
            Source::DiskSnapshots(path) if self.store.list(path).is_empty() => {
                let images = disk_snapshots::compute(self, path).into_iter();
                images.map(Cow::Owned).collect()
            }
            Source::DiskSnapshots(path) | Source::Statistics(path) => stored(path),
            Source::Filtered {
                home,
                members,
                parent,
            } => {
                let is_held = home == PERMISSIONS
                    && matches!(members.as_slice(), [one] if one == "user" || one == "group");
                // Permissions on some types of objects are stored below the object.
                let below = self
                    .store
                    .all()
                    .filter(|(path, _)| is_held && path.ends_with("/permissions"));
                let below = below.flat_map(|(_, objects)| objects);
                let all = self.store.list(home).iter().chain(below);
                let refers = |object: &&Node| {
                    members
                        .iter()
                        .any(|member| refers_to(object, member, parent))
                };
                all.filter(refers).map(Cow::Borrowed).collect()
            }
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

    /// Returns the roles on the whole system of a user or group. Users have those of everyone.
    fn roles_of(&self, holder: &str) -> Vec<Node> {
        let mut roles: Vec<Node> = Vec::new();
        for permission in self.system_permissions() {
            let held = refers_to(&permission, "user", holder)
                || refers_to(&permission, "group", holder)
                || refers_to(&permission, "group", EVERYONE);
            let role = permission.child("role").map_or("", Node::id);
            if !held || roles.iter().any(|own| own.id() == role) {
                continue;
            }
            let role = Node::reference("role", role)
                .with_text("name", ObjectRef::new(ROLES, role).name(self))
                .with(Node::reference("user", holder));
            roles.push(role);
        }
        roles
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
            // Instance types can be read as templates.
            Source::Own(collection) if collection == TEMPLATES => {
                let found = stored(collection).map(Cow::Borrowed);
                found.or_else(|| self.instance_type_as_template(id).map(Cow::Owned))
            }
            // Removed events are only left out of the list.
            Source::Own(collection) if collection == EVENTS => {
                let found = stored(collection).or_else(|| stored(REMOVED_EVENTS));
                found.map(Cow::Borrowed)
            }
            Source::Own(collection) => match computed::objects(self, collection) {
                None => stored(collection).map(Cow::Borrowed),
                Some(all) => {
                    let found = all.into_iter().find(|object| object.id() == id);
                    found.map(Cow::Owned)
                }
            },
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

    fn instance_type_as_template(&self, id: &str) -> Option<Node> {
        let mut template = ObjectRef::new(INSTANCE_TYPES, id).get(self)?.clone();
        template.set("status", OK);
        template.set("version.version_name", "");
        template.set("version.version_number", "0");
        template
            .child_mut("version")
            .set_reference("base_template", id);
        defaults::apply(&[HARDWARE, VM_AND_TEMPLATE], &mut template);
        defaults::complete_sso(&mut template);
        defaults::set_icons(self, &mut template);
        template.set("cpu.architecture", "undefined");
        template.remove("time_zone");
        Some(template)
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
            | Source::DiskSnapshots(collection)
            | Source::Statistics(collection)
            | Source::Assigned {
                own: collection, ..
            } => collection,
            Source::Filtered { home, .. } | Source::OnStorageDomain { home, .. } => home,
            Source::Permissions(source) => self.stored_in(source),
            Source::Roles { .. } => ROLES,
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
