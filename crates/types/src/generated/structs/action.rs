//! `Action`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AuthorizedKey, AutoPinningPolicy, Certificate, Cluster, ClusterUpgradeAction, DataCenter, Disk,
    DiskAttachment, DiskProfile, Fault, GlusterBrick, GlusterVolumeProfileDetails, GracePeriod,
    Host, HostNic, HostNicVirtualFunctionsConfiguration, ImageTransfer, IscsiDetails, Job, List,
    LogicalUnit, NamedOption, NetworkAttachment, NetworkLabel, Permission, PowerManagement,
    ProxyTicket, Quota, RegistrationConfiguration, Shared, Snapshot, Ssh, StorageConnection,
    StorageDomain, StorageDomainLease, Template, Ticket, Vm, VnicProfileMapping,
};

/// The document of actions: their parameters, and in the response what came of them.
#[derive(Clone)]
pub struct Action {
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
    /// Parameter of the actions that have it: activate.
    pub activate: Option<bool>,
    /// Parameter of the actions that have it: allow partial import.
    pub allow_partial_import: Option<bool>,
    /// Whether the engine does not wait for the tasks of the action.
    #[doc(alias = "async")]
    pub async_: Option<bool>,
    /// Parameter of the actions that have it: attach wgt.
    pub attach_wgt: Option<bool>,
    /// Parameter of the actions that have it: attachment.
    pub attachment: Option<Shared<DiskAttachment>>,
    /// Parameter of the actions that have it: authorized key.
    pub authorized_key: Option<Shared<AuthorizedKey>>,
    /// Parameter of the actions that have it: auto pinning policy.
    pub auto_pinning_policy: Option<AutoPinningPolicy>,
    /// Parameter of the actions that have it: bricks.
    pub bricks: Option<List<GlusterBrick>>,
    /// Parameter of the actions that have it: certificates.
    pub certificates: Option<List<Certificate>>,
    /// Parameter of the actions that have it: check connectivity.
    pub check_connectivity: Option<bool>,
    /// Parameter of the actions that have it: clone.
    #[doc(alias = "clone")]
    pub clone_: Option<bool>,
    /// Parameter of the actions that have it: clone permissions.
    pub clone_permissions: Option<bool>,
    /// Parameter of the actions that have it: cluster.
    pub cluster: Option<Shared<Cluster>>,
    /// Parameter of the actions that have it: collapse snapshots.
    pub collapse_snapshots: Option<bool>,
    /// Parameter of the actions that have it: commit on success.
    pub commit_on_success: Option<bool>,
    /// Parameter of the actions that have it: connection.
    pub connection: Option<Shared<StorageConnection>>,
    /// Parameter of the actions that have it: connectivity timeout.
    pub connectivity_timeout: Option<i64>,
    /// Parameter of the actions that have it: correlation identifier.
    pub correlation_id: Option<String>,
    /// Parameter of the actions that have it: data center.
    pub data_center: Option<Shared<DataCenter>>,
    /// Parameter of the actions that have it: deploy hosted engine.
    pub deploy_hosted_engine: Option<bool>,
    /// Parameter of the actions that have it: details.
    pub details: Option<Shared<GlusterVolumeProfileDetails>>,
    /// Parameter of the actions that have it: directory.
    pub directory: Option<String>,
    /// Parameter of the actions that have it: discard snapshots.
    pub discard_snapshots: Option<bool>,
    /// Parameter of the actions that have it: discovered targets.
    pub discovered_targets: Option<List<IscsiDetails>>,
    /// Parameter of the actions that have it: disk.
    pub disk: Option<Shared<Disk>>,
    /// Parameter of the actions that have it: disk profile.
    pub disk_profile: Option<Shared<DiskProfile>>,
    /// Parameter of the actions that have it: disks.
    pub disks: Option<List<Disk>>,
    /// Parameter of the actions that have it: exclusive.
    pub exclusive: Option<bool>,
    /// Why the action failed.
    pub fault: Option<Shared<Fault>>,
    /// Parameter of the actions that have it: fence type.
    pub fence_type: Option<String>,
    /// Parameter of the actions that have it: filename.
    pub filename: Option<String>,
    /// Parameter of the actions that have it: filter.
    pub filter: Option<bool>,
    /// Parameter of the actions that have it: fix layout.
    pub fix_layout: Option<bool>,
    /// Parameter of the actions that have it: follow.
    pub follow: Option<String>,
    /// Parameter of the actions that have it: force.
    pub force: Option<bool>,
    /// Time before the action begins.
    pub grace_period: Option<GracePeriod>,
    /// Parameter of the actions that have it: host.
    pub host: Option<Shared<Host>>,
    /// Parameter of the actions that have it: image.
    pub image: Option<String>,
    /// Parameter of the actions that have it: image transfer.
    pub image_transfer: Option<Shared<ImageTransfer>>,
    /// Parameter of the actions that have it: import as template.
    pub import_as_template: Option<bool>,
    /// Parameter of the actions that have it: is attached.
    pub is_attached: Option<bool>,
    /// Parameter of the actions that have it: iSCSI.
    pub iscsi: Option<Shared<IscsiDetails>>,
    /// Parameter of the actions that have it: iSCSI targets.
    pub iscsi_targets: Option<List<String>>,
    /// Job of the action. Read-only.
    pub job: Option<Shared<Job>>,
    /// Parameter of the actions that have it: lease.
    pub lease: Option<Shared<StorageDomainLease>>,
    /// Parameter of the actions that have it: logical units.
    pub logical_units: Option<List<LogicalUnit>>,
    /// Parameter of the actions that have it: maintenance after restart.
    pub maintenance_after_restart: Option<bool>,
    /// Parameter of the actions that have it: maintenance enabled.
    pub maintenance_enabled: Option<bool>,
    /// Parameter of the actions that have it: migrate VMs in affinity closure.
    pub migrate_vms_in_affinity_closure: Option<bool>,
    /// Parameter of the actions that have it: modified bonds.
    pub modified_bonds: Option<List<HostNic>>,
    /// Parameter of the actions that have it: modified labels.
    pub modified_labels: Option<List<NetworkLabel>>,
    /// Parameter of the actions that have it: modified network attachments.
    pub modified_network_attachments: Option<List<NetworkAttachment>>,
    /// Parameter of the actions that have it: optimize CPU settings.
    pub optimize_cpu_settings: Option<bool>,
    /// Parameter of the actions that have it: option.
    pub option: Option<Shared<NamedOption>>,
    /// Parameter of the actions that have it: pause.
    pub pause: Option<bool>,
    /// Parameter of the actions that have it: permission.
    pub permission: Option<Shared<Permission>>,
    /// Parameter of the actions that have it: power management.
    pub power_management: Option<Shared<PowerManagement>>,
    /// Parameter of the actions that have it: proxy ticket.
    pub proxy_ticket: Option<ProxyTicket>,
    /// Parameter of the actions that have it: quota.
    pub quota: Option<Shared<Quota>>,
    /// Parameter of the actions that have it: reason.
    pub reason: Option<String>,
    /// Parameter of the actions that have it: reassign bad macs.
    pub reassign_bad_macs: Option<bool>,
    /// Parameter of the actions that have it: reboot.
    pub reboot: Option<bool>,
    /// Parameter of the actions that have it: registration configuration.
    pub registration_configuration: Option<Shared<RegistrationConfiguration>>,
    /// Parameter of the actions that have it: remote viewer connection file.
    pub remote_viewer_connection_file: Option<String>,
    /// Parameter of the actions that have it: removed bonds.
    pub removed_bonds: Option<List<HostNic>>,
    /// Parameter of the actions that have it: removed labels.
    pub removed_labels: Option<List<NetworkLabel>>,
    /// Parameter of the actions that have it: removed network attachments.
    pub removed_network_attachments: Option<List<NetworkAttachment>>,
    /// Parameter of the actions that have it: resolution type.
    pub resolution_type: Option<String>,
    /// Parameter of the actions that have it: restore memory.
    pub restore_memory: Option<bool>,
    /// Parameter of the actions that have it: root password.
    pub root_password: Option<String>,
    /// Parameter of the actions that have it: seal.
    pub seal: Option<bool>,
    /// Parameter of the actions that have it: snapshot.
    pub snapshot: Option<Shared<Snapshot>>,
    /// Parameter of the actions that have it: source host.
    pub source_host: Option<Shared<Host>>,
    /// Parameter of the actions that have it: SSH.
    pub ssh: Option<Shared<Ssh>>,
    /// `complete`, `pending`, `in_progress` or `failed`. Read-only.
    pub status: Option<String>,
    /// Parameter of the actions that have it: stop gluster service.
    pub stop_gluster_service: Option<bool>,
    /// Parameter of the actions that have it: storage domain.
    pub storage_domain: Option<Shared<StorageDomain>>,
    /// Parameter of the actions that have it: storage domains.
    pub storage_domains: Option<List<StorageDomain>>,
    /// Parameter of the actions that have it: succeeded.
    pub succeeded: Option<bool>,
    /// Parameter of the actions that have it: synchronized network attachments.
    pub synchronized_network_attachments: Option<List<NetworkAttachment>>,
    /// Parameter of the actions that have it: template.
    pub template: Option<Shared<Template>>,
    /// Parameter of the actions that have it: ticket.
    pub ticket: Option<Shared<Ticket>>,
    /// Parameter of the actions that have it: timeout.
    pub timeout: Option<i64>,
    /// Parameter of the actions that have it: undeploy hosted engine.
    pub undeploy_hosted_engine: Option<bool>,
    /// Parameter of the actions that have it: upgrade action.
    pub upgrade_action: Option<ClusterUpgradeAction>,
    /// Parameter of the actions that have it: upgrade percent complete. In percent.
    pub upgrade_percent_complete: Option<i64>,
    /// Parameter of the actions that have it: use cloud init.
    pub use_cloud_init: Option<bool>,
    /// Parameter of the actions that have it: use ignition.
    pub use_ignition: Option<bool>,
    /// Parameter of the actions that have it: use initialization.
    pub use_initialization: Option<bool>,
    /// Parameter of the actions that have it: use sysprep.
    pub use_sysprep: Option<bool>,
    /// Parameter of the actions that have it: virtual functions configuration.
    pub virtual_functions_configuration: Option<Shared<HostNicVirtualFunctionsConfiguration>>,
    /// Parameter of the actions that have it: VM.
    pub vm: Option<Shared<Vm>>,
    /// Parameter of the actions that have it: vNIC profile mappings.
    pub vnic_profile_mappings: Option<List<VnicProfileMapping>>,
    /// Parameter of the actions that have it: volatile.
    pub volatile: Option<bool>,
}

api_struct! {
    Action "action" "actions" identified {
        /// Parameter of the actions that have it: activate.
        0 boolean activate;
        /// Parameter of the actions that have it: allow partial import.
        1 boolean allow_partial_import;
        /// Whether the engine does not wait for the tasks of the action.
        2 boolean async_ = "async";
        /// Parameter of the actions that have it: attach wgt.
        3 boolean attach_wgt;
        /// Parameter of the actions that have it: attachment.
        4 object(DiskAttachment) attachment;
        /// Parameter of the actions that have it: authorized key.
        5 object(AuthorizedKey) authorized_key;
        /// Parameter of the actions that have it: auto pinning policy.
        6 enumeration(AutoPinningPolicy) auto_pinning_policy;
        /// Parameter of the actions that have it: bricks.
        7 list(GlusterBrick) bricks;
        /// Parameter of the actions that have it: certificates.
        8 list(Certificate) certificates;
        /// Parameter of the actions that have it: check connectivity.
        9 boolean check_connectivity;
        /// Parameter of the actions that have it: clone.
        10 boolean clone_ = "clone";
        /// Parameter of the actions that have it: clone permissions.
        11 boolean clone_permissions;
        /// Parameter of the actions that have it: cluster.
        12 object(Cluster) cluster;
        /// Parameter of the actions that have it: collapse snapshots.
        13 boolean collapse_snapshots;
        /// Free text by the user.
        14 text comment;
        /// Parameter of the actions that have it: commit on success.
        15 boolean commit_on_success;
        /// Parameter of the actions that have it: connection.
        16 object(StorageConnection) connection;
        /// Parameter of the actions that have it: connectivity timeout.
        17 integer connectivity_timeout;
        /// Parameter of the actions that have it: correlation identifier.
        18 text correlation_id;
        /// Parameter of the actions that have it: data center.
        19 object(DataCenter) data_center;
        /// Parameter of the actions that have it: deploy hosted engine.
        20 boolean deploy_hosted_engine;
        /// Free text by the user, shown in lists.
        21 text description;
        /// Parameter of the actions that have it: details.
        22 object(GlusterVolumeProfileDetails) details;
        /// Parameter of the actions that have it: directory.
        23 text directory;
        /// Parameter of the actions that have it: discard snapshots.
        24 boolean discard_snapshots;
        /// Parameter of the actions that have it: discovered targets.
        25 list(IscsiDetails) discovered_targets;
        /// Parameter of the actions that have it: disk.
        26 object(Disk) disk;
        /// Parameter of the actions that have it: disk profile.
        27 object(DiskProfile) disk_profile;
        /// Parameter of the actions that have it: disks.
        28 list(Disk) disks;
        /// Parameter of the actions that have it: exclusive.
        29 boolean exclusive;
        /// Why the action failed.
        30 object(Fault) fault;
        /// Parameter of the actions that have it: fence type.
        31 text fence_type;
        /// Parameter of the actions that have it: filename.
        32 text filename;
        /// Parameter of the actions that have it: filter.
        33 boolean filter;
        /// Parameter of the actions that have it: fix layout.
        34 boolean fix_layout;
        /// Parameter of the actions that have it: follow.
        35 text follow;
        /// Parameter of the actions that have it: force.
        36 boolean force;
        /// Time before the action begins.
        37 inline(GracePeriod) grace_period;
        /// Parameter of the actions that have it: host.
        38 object(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        39 text href;
        /// Identifier assigned by the engine, usually a UUID.
        40 text id;
        /// Parameter of the actions that have it: image.
        41 text image;
        /// Parameter of the actions that have it: image transfer.
        42 object(ImageTransfer) image_transfer;
        /// Parameter of the actions that have it: import as template.
        43 boolean import_as_template;
        /// Parameter of the actions that have it: is attached.
        44 boolean is_attached;
        /// Parameter of the actions that have it: iSCSI.
        45 object(IscsiDetails) iscsi;
        /// Parameter of the actions that have it: iSCSI targets.
        46 texts(String) iscsi_targets of "iscsi_target";
        /// Job of the action. Read-only.
        47 object(Job) job;
        /// Parameter of the actions that have it: lease.
        48 object(StorageDomainLease) lease;
        /// Parameter of the actions that have it: logical units.
        49 list(LogicalUnit) logical_units;
        /// Parameter of the actions that have it: maintenance after restart.
        50 boolean maintenance_after_restart;
        /// Parameter of the actions that have it: maintenance enabled.
        51 boolean maintenance_enabled;
        /// Parameter of the actions that have it: migrate VMs in affinity closure.
        52 boolean migrate_vms_in_affinity_closure;
        /// Parameter of the actions that have it: modified bonds.
        53 list(HostNic) modified_bonds;
        /// Parameter of the actions that have it: modified labels.
        54 list(NetworkLabel) modified_labels;
        /// Parameter of the actions that have it: modified network attachments.
        55 list(NetworkAttachment) modified_network_attachments;
        /// Name; unique for most types, but not for disks.
        56 text name;
        /// Parameter of the actions that have it: optimize CPU settings.
        57 boolean optimize_cpu_settings;
        /// Parameter of the actions that have it: option.
        58 object(NamedOption) option;
        /// Parameter of the actions that have it: pause.
        59 boolean pause;
        /// Parameter of the actions that have it: permission.
        60 object(Permission) permission;
        /// Parameter of the actions that have it: power management.
        61 object(PowerManagement) power_management;
        /// Parameter of the actions that have it: proxy ticket.
        62 inline(ProxyTicket) proxy_ticket;
        /// Parameter of the actions that have it: quota.
        63 object(Quota) quota;
        /// Parameter of the actions that have it: reason.
        64 text reason;
        /// Parameter of the actions that have it: reassign bad macs.
        65 boolean reassign_bad_macs;
        /// Parameter of the actions that have it: reboot.
        66 boolean reboot;
        /// Parameter of the actions that have it: registration configuration.
        67 object(RegistrationConfiguration) registration_configuration;
        /// Parameter of the actions that have it: remote viewer connection file.
        68 secret remote_viewer_connection_file;
        /// Parameter of the actions that have it: removed bonds.
        69 list(HostNic) removed_bonds;
        /// Parameter of the actions that have it: removed labels.
        70 list(NetworkLabel) removed_labels;
        /// Parameter of the actions that have it: removed network attachments.
        71 list(NetworkAttachment) removed_network_attachments;
        /// Parameter of the actions that have it: resolution type.
        72 text resolution_type;
        /// Parameter of the actions that have it: restore memory.
        73 boolean restore_memory;
        /// Parameter of the actions that have it: root password.
        74 secret root_password;
        /// Parameter of the actions that have it: seal.
        75 boolean seal;
        /// Parameter of the actions that have it: snapshot.
        76 object(Snapshot) snapshot;
        /// Parameter of the actions that have it: source host.
        77 object(Host) source_host;
        /// Parameter of the actions that have it: SSH.
        78 object(Ssh) ssh;
        /// `complete`, `pending`, `in_progress` or `failed`. Read-only.
        79 text status;
        /// Parameter of the actions that have it: stop gluster service.
        80 boolean stop_gluster_service;
        /// Parameter of the actions that have it: storage domain.
        81 object(StorageDomain) storage_domain;
        /// Parameter of the actions that have it: storage domains.
        82 list(StorageDomain) storage_domains;
        /// Parameter of the actions that have it: succeeded.
        83 boolean succeeded;
        /// Parameter of the actions that have it: synchronized network attachments.
        84 list(NetworkAttachment) synchronized_network_attachments;
        /// Parameter of the actions that have it: template.
        85 object(Template) template;
        /// Parameter of the actions that have it: ticket.
        86 object(Ticket) ticket;
        /// Parameter of the actions that have it: timeout.
        87 integer timeout;
        /// Parameter of the actions that have it: undeploy hosted engine.
        88 boolean undeploy_hosted_engine;
        /// Parameter of the actions that have it: upgrade action.
        89 enumeration(ClusterUpgradeAction) upgrade_action;
        /// Parameter of the actions that have it: upgrade percent complete. In percent.
        90 integer upgrade_percent_complete;
        /// Parameter of the actions that have it: use cloud init.
        91 boolean use_cloud_init;
        /// Parameter of the actions that have it: use ignition.
        92 boolean use_ignition;
        /// Parameter of the actions that have it: use initialization.
        93 boolean use_initialization;
        /// Parameter of the actions that have it: use sysprep.
        94 boolean use_sysprep;
        /// Parameter of the actions that have it: virtual functions configuration.
        95 object(HostNicVirtualFunctionsConfiguration) virtual_functions_configuration;
        /// Parameter of the actions that have it: VM.
        96 object(Vm) vm;
        /// Parameter of the actions that have it: vNIC profile mappings.
        97 list(VnicProfileMapping) vnic_profile_mappings;
        /// Parameter of the actions that have it: volatile.
        98 boolean volatile;
    }
}
