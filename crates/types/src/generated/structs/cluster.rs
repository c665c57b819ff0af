//! `Cluster`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AffinityGroup, BiosType, ClusterFeature, Cpu, CpuProfile, DataCenter, Display, ErrorHandling,
    ExternalProvider, FencingPolicy, FipsMode, FirewallType, GlusterHook, GlusterVolume, Ksm, Link,
    List, LogMaxMemoryUsedThresholdType, MacPool, MemoryPolicy, MigrationOptions, Network,
    NetworkFilter, Permission, Property, RngSource, SchedulingPolicy, SerialNumber, Shared,
    SwitchType, Version,
};

/// Hosts of one kind that VMs can be migrated between.
#[derive(Clone)]
pub struct Cluster {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Whether hosts may take memory back from VMs.
    pub ballooning_enabled: Option<bool>,
    /// Chipset and firmware of VMs without one of their own. Since 4.4.
    pub bios_type: Option<BiosType>,
    /// CPU type that all hosts have and VMs see.
    pub cpu: Option<Shared<Cpu>>,
    /// Settings for the scheduling policy. Since 4.0.6.
    pub custom_scheduling_policy_properties: Option<List<Property>>,
    /// Display settings.
    pub display: Option<Shared<Display>>,
    /// What becomes of VMs when a host fails.
    pub error_handling: Option<ErrorHandling>,
    /// When hosts may be fenced.
    pub fencing_policy: Option<FencingPolicy>,
    /// Whether hosts must run in FIPS mode. Since 4.4.5.
    pub fips_mode: Option<FipsMode>,
    /// Firewall that hosts are set up with. Since 4.2.
    pub firewall_type: Option<FirewallType>,
    /// Whether hosts serve gluster volumes.
    pub gluster_service: Option<bool>,
    /// Gluster tuned profile of the cluster. Since 4.1.
    pub gluster_tuned_profile: Option<String>,
    /// Whether the engine warns when highly available VMs could not be restarted elsewhere.
    pub ha_reservation: Option<bool>,
    /// Sharing of equal memory pages.
    pub ksm: Option<Ksm>,
    /// Use of memory from which on the engine warns. Since 4.3.
    pub log_max_memory_used_threshold: Option<i64>,
    /// Unit of that threshold. Since 4.3.
    pub log_max_memory_used_threshold_type: Option<LogMaxMemoryUsedThresholdType>,
    /// Whether a reason must be given to put a host into maintenance. Deprecated.
    pub maintenance_reason_required: Option<bool>,
    /// Memory overcommit limit of VMs.
    pub memory_policy: Option<Shared<MemoryPolicy>>,
    /// How VMs are migrated, unless they say so themselves.
    pub migration: Option<Shared<MigrationOptions>>,
    /// Whether a reason can be given for stopping VMs. Deprecated.
    pub optional_reason: Option<bool>,
    /// Random number sources that hosts must have.
    pub required_rng_sources: Option<List<RngSource>>,
    /// Where serial numbers of VMs come from.
    pub serial_number: Option<Shared<SerialNumber>>,
    /// Compatibility versions that it could be set to. Read-only.
    pub supported_versions: Option<List<Version>>,
    /// Switch on the hosts.
    pub switch_type: Option<SwitchType>,
    /// Whether threads of hosts count as cores.
    pub threads_as_cores: Option<bool>,
    /// Whether hosts must be attested.
    pub trusted_service: Option<bool>,
    /// Whether migrations go through the hosts' libvirt connection.
    pub tunnel_migration: Option<bool>,
    /// Correlation id of the upgrade in progress. Read-only. Since 4.5.0.
    pub upgrade_correlation_id: Option<String>,
    /// Whether it is being upgraded. Read-only. Since 4.5.0.
    pub upgrade_in_progress: Option<bool>,
    /// How much of the upgrade is done. In percent. Read-only. Since 4.5.0.
    pub upgrade_percent_complete: Option<i64>,
    /// Compatibility version, such as 4.7: determines the available features.
    pub version: Option<Shared<Version>>,
    /// Whether hosts run VMs.
    pub virt_service: Option<bool>,
    /// Whether VNC displays are encrypted. Since 4.4.
    pub vnc_encryption: Option<bool>,
    /// Rules that keep VMs together or apart.
    pub affinity_groups: Option<List<AffinityGroup>>,
    /// CPU profiles.
    pub cpu_profiles: Option<List<CpuProfile>>,
    /// Data center that it belongs to. Mandatory for adding.
    pub data_center: Option<Link<DataCenter>>,
    /// Additional features that hosts must have. Since 4.1.6.
    pub enabled_features: Option<List<ClusterFeature>>,
    /// Providers of networks for its hosts. Since 4.2.
    pub external_network_providers: Option<List<ExternalProvider>>,
    /// Gluster hooks of the cluster.
    pub gluster_hooks: Option<List<GlusterHook>>,
    /// Gluster volumes of the cluster.
    pub gluster_volumes: Option<List<GlusterVolume>>,
    /// Pool of hardware addresses; that of the data center if absent. Since 4.1.
    pub mac_pool: Option<Link<MacPool>>,
    /// Network between engine and hosts; returned only with `all_content`.
    pub management_network: Option<Link<Network>>,
    /// Network filters of the cluster.
    pub network_filters: Option<List<NetworkFilter>>,
    /// Networks assigned to it.
    pub networks: Option<List<Network>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Policy by which hosts are chosen for VMs.
    pub scheduling_policy: Option<Link<SchedulingPolicy>>,
}

api_struct! {
    Cluster "cluster" "clusters" identified {
        /// Rules that keep VMs together or apart.
        0 links(AffinityGroup) affinity_groups;
        /// Whether hosts may take memory back from VMs.
        1 boolean ballooning_enabled;
        /// Chipset and firmware of VMs without one of their own. Since 4.4.
        2 enumeration(BiosType) bios_type;
        /// Free text by the user.
        3 text comment;
        /// CPU type that all hosts have and VMs see.
        4 object(Cpu) cpu;
        /// CPU profiles.
        5 links(CpuProfile) cpu_profiles;
        /// Settings for the scheduling policy. Since 4.0.6.
        6 list(Property) custom_scheduling_policy_properties;
        /// Data center that it belongs to. Mandatory for adding.
        7 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        8 text description;
        /// Display settings.
        9 object(Display) display;
        /// Additional features that hosts must have. Since 4.1.6.
        10 links(ClusterFeature) enabled_features;
        /// What becomes of VMs when a host fails.
        11 inline(ErrorHandling) error_handling;
        /// Providers of networks for its hosts. Since 4.2.
        12 links(ExternalProvider) external_network_providers;
        /// When hosts may be fenced.
        13 inline(FencingPolicy) fencing_policy;
        /// Whether hosts must run in FIPS mode. Since 4.4.5.
        14 enumeration(FipsMode) fips_mode;
        /// Firewall that hosts are set up with. Since 4.2.
        15 enumeration(FirewallType) firewall_type;
        /// Gluster hooks of the cluster.
        16 links(GlusterHook) gluster_hooks;
        /// Whether hosts serve gluster volumes.
        17 boolean gluster_service;
        /// Gluster tuned profile of the cluster. Since 4.1.
        18 text gluster_tuned_profile;
        /// Gluster volumes of the cluster.
        19 links(GlusterVolume) gluster_volumes;
        /// Whether the engine warns when highly available VMs could not be restarted elsewhere.
        20 boolean ha_reservation;
        /// Address of the object, as a path on the engine's host. Read-only.
        21 text href;
        /// Identifier assigned by the engine, usually a UUID.
        22 text id;
        /// Sharing of equal memory pages.
        23 inline(Ksm) ksm;
        /// Use of memory from which on the engine warns. Since 4.3.
        24 integer log_max_memory_used_threshold;
        /// Unit of that threshold. Since 4.3.
        25 enumeration(LogMaxMemoryUsedThresholdType) log_max_memory_used_threshold_type;
        /// Pool of hardware addresses; that of the data center if absent. Since 4.1.
        26 link(MacPool) mac_pool;
        /// Whether a reason must be given to put a host into maintenance. Deprecated.
        27 boolean maintenance_reason_required;
        /// Network between engine and hosts; returned only with `all_content`.
        28 link(Network) management_network;
        /// Memory overcommit limit of VMs.
        29 object(MemoryPolicy) memory_policy;
        /// How VMs are migrated, unless they say so themselves.
        30 object(MigrationOptions) migration;
        /// Name; unique for most types, but not for disks.
        31 text name;
        /// Network filters of the cluster.
        32 links(NetworkFilter) network_filters;
        /// Networks assigned to it.
        33 links(Network) networks;
        /// Whether a reason can be given for stopping VMs. Deprecated.
        34 boolean optional_reason;
        /// Permissions on it.
        35 links(Permission) permissions;
        /// Random number sources that hosts must have.
        36 enumerations(RngSource) required_rng_sources of "required_rng_source";
        /// Policy by which hosts are chosen for VMs.
        37 link(SchedulingPolicy) scheduling_policy;
        /// Where serial numbers of VMs come from.
        38 object(SerialNumber) serial_number;
        /// Compatibility versions that it could be set to. Read-only.
        39 list(Version) supported_versions;
        /// Switch on the hosts.
        40 enumeration(SwitchType) switch_type;
        /// Whether threads of hosts count as cores.
        41 boolean threads_as_cores;
        /// Whether hosts must be attested.
        42 boolean trusted_service;
        /// Whether migrations go through the hosts' libvirt connection.
        43 boolean tunnel_migration;
        /// Correlation id of the upgrade in progress. Read-only. Since 4.5.0.
        44 text upgrade_correlation_id;
        /// Whether it is being upgraded. Read-only. Since 4.5.0.
        45 boolean upgrade_in_progress;
        /// How much of the upgrade is done. In percent. Read-only. Since 4.5.0.
        46 integer upgrade_percent_complete;
        /// Compatibility version, such as 4.7: determines the available features.
        47 object(Version) version;
        /// Whether hosts run VMs.
        48 boolean virt_service;
        /// Whether VNC displays are encrypted. Since 4.4.
        49 boolean vnc_encryption;
    }
}
