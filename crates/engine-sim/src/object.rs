//! Handles to stored objects, and the names of collections.

/// Identifier of the Blank template and of the root tag.
pub(crate) const ZERO_ID: &str = "00000000-0000-0000-0000-000000000000";

pub(crate) const BACKUPS: &str = "backups";
pub(crate) const CLUSTERS: &str = "clusters";
pub(crate) const DATA_CENTERS: &str = "datacenters";
pub(crate) const DISK_ATTACHMENTS: &str = "diskattachments";
pub(crate) const DISKS: &str = "disks";
pub(crate) const HOSTS: &str = "hosts";
pub(crate) const INSTANCE_TYPES: &str = "instancetypes";
pub(crate) const JOBS: &str = "jobs";
pub(crate) const MAC_POOLS: &str = "macpools";
pub(crate) const NETWORKS: &str = "networks";
pub(crate) const NETWORK_ATTACHMENTS: &str = "networkattachments";
pub(crate) const NETWORK_LABELS: &str = "networklabels";
pub(crate) const NICS: &str = "nics";
pub(crate) const PERMISSIONS: &str = "permissions";
pub(crate) const QUOTAS: &str = "quotas";
pub(crate) const QUOTA_CLUSTER_LIMITS: &str = "quotaclusterlimits";
pub(crate) const QUOTA_STORAGE_LIMITS: &str = "quotastoragelimits";
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

/// Collection of the VMs that a data domain was detached with, below the domain.
pub(crate) const UNREGISTERED: &str = "unregistered";

/// Collection of removed events, which can be restored.
pub(crate) const REMOVED_EVENTS: &str = "removed_events";

/// All collections above that are in the model.
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

    pub(crate) fn cluster(id: impl Into<String>) -> Self {
        Self::new(CLUSTERS, id)
    }

    pub(crate) fn data_center(id: impl Into<String>) -> Self {
        Self::new(DATA_CENTERS, id)
    }

    pub(crate) fn network(id: impl Into<String>) -> Self {
        Self::new(NETWORKS, id)
    }

    pub(crate) fn storage_domain(id: impl Into<String>) -> Self {
        Self::new(STORAGE_DOMAINS, id)
    }

    pub(crate) fn template(id: impl Into<String>) -> Self {
        Self::new(TEMPLATES, id)
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

    /// Returns an object of a collection below this one, such as a NIC of a VM.
    pub(crate) fn item(&self, segment: &str, id: impl Into<String>) -> Self {
        Self::new(self.below(segment), id)
    }

    /// Returns another object of the same collection.
    pub(crate) fn sibling(&self, id: impl Into<String>) -> Self {
        Self::new(self.collection.as_str(), id)
    }

    /// Returns the object of a top-level collection that this one is below.
    pub(crate) fn owner(&self, collection: &str) -> Option<Self> {
        let rest = self
            .collection
            .strip_prefix(collection)?
            .strip_prefix('/')?;
        Some(Self::new(collection, rest.split('/').next()?))
    }
}
