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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// Job of the action. Set by the engine.
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
    /// `complete`, `pending`, `in_progress` or `failed`. Set by the engine.
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
    /// Parameter of the actions that have it: upgrade percent complete.
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
        0 boolean activate;
        1 boolean allow_partial_import;
        2 boolean async_ = "async";
        3 boolean attach_wgt;
        4 object(DiskAttachment) attachment;
        5 object(AuthorizedKey) authorized_key;
        6 enumeration(AutoPinningPolicy) auto_pinning_policy;
        7 list(GlusterBrick) bricks;
        8 list(Certificate) certificates;
        9 boolean check_connectivity;
        10 boolean clone_ = "clone";
        11 boolean clone_permissions;
        12 object(Cluster) cluster;
        13 boolean collapse_snapshots;
        14 text comment;
        15 boolean commit_on_success;
        16 object(StorageConnection) connection;
        17 integer connectivity_timeout;
        18 text correlation_id;
        19 object(DataCenter) data_center;
        20 boolean deploy_hosted_engine;
        21 text description;
        22 object(GlusterVolumeProfileDetails) details;
        23 text directory;
        24 boolean discard_snapshots;
        25 list(IscsiDetails) discovered_targets;
        26 object(Disk) disk;
        27 object(DiskProfile) disk_profile;
        28 list(Disk) disks;
        29 boolean exclusive;
        30 object(Fault) fault;
        31 text fence_type;
        32 text filename;
        33 boolean filter;
        34 boolean fix_layout;
        35 text follow;
        36 boolean force;
        37 inline(GracePeriod) grace_period;
        38 object(Host) host;
        39 text href;
        40 text id;
        41 text image;
        42 object(ImageTransfer) image_transfer;
        43 boolean import_as_template;
        44 boolean is_attached;
        45 object(IscsiDetails) iscsi;
        46 texts(String) iscsi_targets of "iscsi_target";
        47 object(Job) job;
        48 object(StorageDomainLease) lease;
        49 list(LogicalUnit) logical_units;
        50 boolean maintenance_after_restart;
        51 boolean maintenance_enabled;
        52 boolean migrate_vms_in_affinity_closure;
        53 list(HostNic) modified_bonds;
        54 list(NetworkLabel) modified_labels;
        55 list(NetworkAttachment) modified_network_attachments;
        56 text name;
        57 boolean optimize_cpu_settings;
        58 object(NamedOption) option;
        59 boolean pause;
        60 object(Permission) permission;
        61 object(PowerManagement) power_management;
        62 inline(ProxyTicket) proxy_ticket;
        63 object(Quota) quota;
        64 text reason;
        65 boolean reassign_bad_macs;
        66 boolean reboot;
        67 object(RegistrationConfiguration) registration_configuration;
        68 text remote_viewer_connection_file;
        69 list(HostNic) removed_bonds;
        70 list(NetworkLabel) removed_labels;
        71 list(NetworkAttachment) removed_network_attachments;
        72 text resolution_type;
        73 boolean restore_memory;
        74 secret root_password;
        75 boolean seal;
        76 object(Snapshot) snapshot;
        77 object(Host) source_host;
        78 object(Ssh) ssh;
        79 text status;
        80 boolean stop_gluster_service;
        81 object(StorageDomain) storage_domain;
        82 list(StorageDomain) storage_domains;
        83 boolean succeeded;
        84 list(NetworkAttachment) synchronized_network_attachments;
        85 object(Template) template;
        86 object(Ticket) ticket;
        87 integer timeout;
        88 boolean undeploy_hosted_engine;
        89 enumeration(ClusterUpgradeAction) upgrade_action;
        90 integer upgrade_percent_complete;
        91 boolean use_cloud_init;
        92 boolean use_ignition;
        93 boolean use_initialization;
        94 boolean use_sysprep;
        95 object(HostNicVirtualFunctionsConfiguration) virtual_functions_configuration;
        96 object(Vm) vm;
        97 list(VnicProfileMapping) vnic_profile_mappings;
        98 boolean volatile;
    }
}
