//! Handles to stored objects, and the names of collections.

use crate::node::Node;
use crate::world::World;

/// Identifier of the Blank template and of the root tag.
pub(crate) const ZERO_ID: &str = "00000000-0000-0000-0000-000000000000";

pub(crate) const CLUSTERS: &str = "clusters";
pub(crate) const DATA_CENTERS: &str = "datacenters";
pub(crate) const DISKS: &str = "disks";
pub(crate) const HOSTS: &str = "hosts";
pub(crate) const INSTANCE_TYPES: &str = "instancetypes";
pub(crate) const JOBS: &str = "jobs";
pub(crate) const MAC_POOLS: &str = "macpools";
pub(crate) const NETWORKS: &str = "networks";
pub(crate) const PERMISSIONS: &str = "permissions";
pub(crate) const ROLES: &str = "roles";
pub(crate) const STORAGE_CONNECTIONS: &str = "storageconnections";
pub(crate) const STORAGE_DOMAINS: &str = "storagedomains";
pub(crate) const TAGS: &str = "tags";
pub(crate) const TEMPLATES: &str = "templates";
pub(crate) const TRANSFERS: &str = "imagetransfers";
pub(crate) const USERS: &str = "users";
pub(crate) const VMS: &str = "vms";
pub(crate) const VM_POOLS: &str = "vmpools";
pub(crate) const VNIC_PROFILES: &str = "vnicprofiles";

/// All collections above.
#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    CLUSTERS,
    DATA_CENTERS,
    DISKS,
    HOSTS,
    INSTANCE_TYPES,
    JOBS,
    MAC_POOLS,
    NETWORKS,
    PERMISSIONS,
    ROLES,
    STORAGE_CONNECTIONS,
    STORAGE_DOMAINS,
    TAGS,
    TEMPLATES,
    TRANSFERS,
    USERS,
    VMS,
    VM_POOLS,
    VNIC_PROFILES,
];

/// Whether a text has the form of an identifier: five groups of hexadecimal digits.
pub(crate) fn is_uuid(text: &str) -> bool {
    let mut groups = text.split('-');
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.matches('-').count() == 4 && groups.all(|group| !group.is_empty() && are_digits(group))
}

/// A handle to an object: the collection that stores it, and its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ObjectRef {
    collection: String,
    id: String,
}

impl ObjectRef {
    pub(crate) fn new(collection: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            collection: collection.into(),
            id: id.into(),
        }
    }

    /// Returns the object at a path such as `vms/123`.
    pub(crate) fn at(path: &str) -> Self {
        let (collection, id) = path.rsplit_once('/').unwrap_or(("", path));
        Self::new(collection, id)
    }

    pub(crate) fn vm(id: impl Into<String>) -> Self {
        Self::new(VMS, id)
    }

    pub(crate) fn host(id: impl Into<String>) -> Self {
        Self::new(HOSTS, id)
    }

    pub(crate) fn disk(id: impl Into<String>) -> Self {
        Self::new(DISKS, id)
    }

    /// Returns the path of the collection.
    pub(crate) fn collection(&self) -> &str {
        &self.collection
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Returns the path, such as `vms/123`.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.collection, self.id)
    }

    /// Returns the path of a collection below the object, such as `vms/123/nics`.
    pub(crate) fn below(&self, segment: &str) -> String {
        format!("{}/{}/{segment}", self.collection, self.id)
    }

    /// Returns the object of a top-level collection that this one is below.
    pub(crate) fn owner(&self, collection: &str) -> Option<Self> {
        let rest = self
            .collection
            .strip_prefix(collection)?
            .strip_prefix('/')?;
        Some(Self::new(collection, rest.split('/').next()?))
    }

    pub(crate) fn get<'w>(&self, world: &'w World) -> Option<&'w Node> {
        world.store.get(&self.collection, &self.id)
    }

    /// Whether the object exists.
    pub(crate) fn exists(&self, world: &World) -> bool {
        self.get(world).is_some()
    }

    /// Returns the text of a member.
    pub(crate) fn text<'w>(&self, world: &'w World, path: &str) -> Option<&'w str> {
        self.get(world)?.get(path)
    }

    /// Whether a member has this text.
    pub(crate) fn has(&self, world: &World, path: &str, text: &str) -> bool {
        self.text(world, path) == Some(text)
    }

    /// Returns the name, or the identifier of an object without one.
    pub(crate) fn name(&self, world: &World) -> String {
        self.text(world, "name").unwrap_or(&self.id).to_owned()
    }

    /// Returns the identifier that a member refers to; empty if unset.
    pub(crate) fn target(&self, world: &World, member: &str) -> String {
        let child = self.get(world).and_then(|object| object.child(member));
        child.map_or("", Node::id).to_owned()
    }

    /// Changes the object if it exists.
    pub(crate) fn change(&self, world: &mut World, change: impl FnOnce(&mut Node)) {
        if let Some(object) = world.store.get_mut(&self.collection, &self.id) {
            change(object);
        }
    }

    /// Schedules transitions of a status, one per step. They are skipped once a command has changed
    /// it in between.
    pub(crate) fn plan_statuses(
        &self,
        world: &mut World,
        member: &'static str,
        statuses: &[&'static str],
    ) {
        let mut before = self.text(world, member).unwrap_or_default().to_owned();
        for (index, status) in (1..).zip(statuses) {
            let (object, status) = (self.clone(), *status);
            let expected = std::mem::replace(&mut before, status.to_owned());
            world.after(index, move |world| {
                if object.text(world, member).unwrap_or_default() == expected {
                    object.change(world, |object| object.set(member, status));
                }
            });
        }
    }
}
