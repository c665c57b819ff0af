//! Handles to stored objects, and the names of collections.

use crate::names::names;

/// Identifier of the Blank template and of the root tag.
pub(crate) const ZERO_ID: &str = "00000000-0000-0000-0000-000000000000";

// Collections, by the last path segment.
names! {
    AFFINITY_GROUPS = "affinitygroups",
    AFFINITY_LABELS = "affinitylabels",
    APPLICATIONS = "applications",
    BACKUPS = "backups",
    BALANCES = "balances",
    BOOKMARKS = "bookmarks",
    CDROMS = "cdroms",
    CHECKPOINTS = "checkpoints",
    CLUSTERS = "clusters",
    CLUSTER_LEVELS = "clusterlevels",
    CPU_PROFILES = "cpuprofiles",
    CPU_UNITS = "cpuunits",
    DATA_CENTERS = "datacenters",
    DISKS = "disks",
    DISK_ATTACHMENTS = "diskattachments",
    DISK_PROFILES = "diskprofiles",
    DOMAINS = "domains",
    EVENTS = "events",
    EXTERNAL_HOST_PROVIDERS = "externalhostproviders",
    EXTERNAL_TEMPLATE_IMPORTS = "externaltemplateimports",
    EXTERNAL_VM_IMPORTS = "externalvmimports",
    FILTERS = "filters",
    GLUSTER_VOLUMES = "glustervolumes",
    GRAPHICS_CONSOLES = "graphicsconsoles",
    GROUPS = "groups",
    HOSTS = "hosts",
    HOST_LABELS = "hostlabels",
    ICONS = "icons",
    IMAGES = "images",
    IMAGE_TRANSFERS = "imagetransfers",
    INSTANCE_TYPES = "instancetypes",
    JOBS = "jobs",
    KATELLO_ERRATA = "katelloerrata",
    LINK_LAYER_DISCOVERY_PROTOCOL_ELEMENTS = "linklayerdiscoveryprotocolelements",
    MAC_POOLS = "macpools",
    NETWORKS = "networks",
    NETWORK_ATTACHMENTS = "networkattachments",
    NETWORK_FILTERS = "networkfilters",
    NETWORK_LABELS = "networklabels",
    NICS = "nics",
    NUMA_NODES = "numanodes",
    OPENSTACK_IMAGE_PROVIDERS = "openstackimageproviders",
    OPENSTACK_NETWORK_PROVIDERS = "openstacknetworkproviders",
    OPENSTACK_VOLUME_PROVIDERS = "openstackvolumeproviders",
    OPERATING_SYSTEMS = "operatingsystems",
    OPTIONS = "options",
    PERMISSIONS = "permissions",
    PERMITS = "permits",
    QOSS = "qoss",
    QUOTAS = "quotas",
    QUOTA_CLUSTER_LIMITS = "quotaclusterlimits",
    QUOTA_STORAGE_LIMITS = "quotastoragelimits",
    REPORTED_DEVICES = "reporteddevices",
    ROLES = "roles",
    SCHEDULING_POLICIES = "schedulingpolicies",
    SCHEDULING_POLICY_UNITS = "schedulingpolicyunits",
    SESSIONS = "sessions",
    SNAPSHOTS = "snapshots",
    STATISTICS = "statistics",
    STEPS = "steps",
    STORAGE = "storage",
    STORAGE_CONNECTIONS = "storageconnections",
    STORAGE_DOMAINS = "storagedomains",
    TAGS = "tags",
    TEMPLATES = "templates",
    USERS = "users",
    VMS = "vms",
    VM_LABELS = "vmlabels",
    VM_POOLS = "vmpools",
    VNIC_PROFILES = "vnicprofiles",
    WEIGHTS = "weights",
}

/// Collection of the VMs that a data domain was detached with, below the domain.
pub(crate) const UNREGISTERED: &str = "unregistered";

/// Collection of removed events, which can be restored.
pub(crate) const REMOVED_EVENTS: &str = "removed_events";

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
