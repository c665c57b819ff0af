//! `HostService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedAffinityLabelsService, AssignedPermissionsService, AssignedTagsService,
    ExternalNetworkProviderConfigurationsService, FenceAgentsService, HostCpuUnitsService,
    HostDevicesService, HostHooksService, HostNicsService, HostNumaNodesService,
    HostStorageService, KatelloErrataService, NetworkAttachmentsService, StatisticsService,
    StorageServerConnectionExtensionsService, UnmanagedNetworksService,
};
use crate::types::{
    Cluster, Host, HostNic, HostStatus, IscsiDetails, Link, List, NetworkAttachment, NetworkLabel,
    PowerManagement, Ssh, StorageDomain,
};
use crate::wait::wait;

service! {
    /// One host: its state, installation, networks, storage and power.
    ///
    /// API path: `/hosts/{host:id}`
    HostService = "host"
}

impl HostService {
    /// Brings the host out of maintenance; wait for `status` to go from `unassigned` or
    /// `initializing` to `up`. 409 when it is up already.
    ///
    /// `POST /hosts/{host:id}/activate`
    #[inline]
    pub fn activate(&self) -> HostActivate {
        HostActivate(self.0.action("host.activate", "activate"))
    }

    /// Accepts a host in `pending_approval` that registered itself, and begins its installation;
    /// wait for `up` or `install_failed`.
    ///
    /// `POST /hosts/{host:id}/approve`
    #[inline]
    pub fn approve(&self) -> HostApprove {
        HostApprove(self.0.action("host.approve", "approve"))
    }

    /// Approves the host and installs it with the password of its user `root`.
    ///
    /// `POST /hosts/{host:id}/approve`
    ///
    /// Needs `host.root_password`.
    #[inline]
    pub fn approve_using_root_password(&self, host: impl Into<Host>) -> HostApprove {
        HostApprove(
            self.approve()
                .host(host)
                .0
                .requires("action.host.root_password"),
        )
    }

    /// Approves the host and installs it as another SSH user, with a password or the engine's
    /// public key.
    ///
    /// `POST /hosts/{host:id}/approve`
    ///
    /// Needs `host.ssh.authentication_method`, `host.ssh.user.password`, `host.ssh.user.user_name`.
    #[inline]
    pub fn approve_using_ssh(&self, host: impl Into<Host>) -> HostApprove {
        HostApprove(self.approve().host(host).0.requires("action.host.ssh.authentication_method, action.host.ssh.user.password, action.host.ssh.user.user_name"))
    }

    /// Saves the present network configuration on the host, so that it survives a reboot.
    ///
    /// `POST /hosts/{host:id}/commitnetconfig`
    #[inline]
    pub fn commit_net_config(&self) -> HostCommitNetConfig {
        HostCommitNetConfig(self.0.action("host.commit_net_config", "commitnetconfig"))
    }

    /// Gives this host the network configuration of another one of the same cluster; runs on after
    /// the response. Since 4.4.
    ///
    /// `POST /hosts/{host:id}/copyhostnetworks`
    ///
    /// Needs `source_host.id`.
    #[inline]
    pub fn copy_host_networks(&self, source_host: impl Into<Link<Host>>) -> HostCopyHostNetworks {
        HostCopyHostNetworks(
            self.0
                .action("host.copy_host_networks", "copyhostnetworks")
                .requires("action.source_host.id"),
        )
        .source_host(source_host)
    }

    /// Moves the host to maintenance: `preparing_for_maintenance` while its VMs migrate away, then
    /// `maintenance`. 409 if it already is in maintenance.
    ///
    /// `POST /hosts/{host:id}/deactivate`
    #[inline]
    pub fn deactivate(&self) -> HostDeactivate {
        HostDeactivate(self.0.action("host.deactivate", "deactivate"))
    }

    /// Asks an iSCSI portal, from this host, for its targets; returns when the portal has
    /// responded. The host must be up. Since 4.4.6.
    ///
    /// `POST /hosts/{host:id}/discoveriscsi`
    ///
    /// Needs `iscsi.address`.
    #[inline]
    pub fn discover_iscsi(&self, iscsi: impl Into<IscsiDetails>) -> HostDiscoverIscsi {
        HostDiscoverIscsi(
            self.0
                .action("host.discover_iscsi", "discoveriscsi")
                .requires("action.iscsi.address"),
        )
        .iscsi(iscsi)
    }

    /// Gives the host a new certificate, signed by the engine's authority, in place of the one it
    /// has.
    ///
    /// `POST /hosts/{host:id}/enrollcertificate`
    #[inline]
    pub fn enroll_certificate(&self) -> HostEnrollCertificate {
        HostEnrollCertificate(
            self.0
                .action("host.enroll_certificate", "enrollcertificate"),
        )
    }

    /// Acts on the host's power through its fence agents; `fence_type` says how. Needs power
    /// management, except for `manual`. Without fence agents, `status` is a fault within a 200.
    ///
    /// `POST /hosts/{host:id}/fence`
    ///
    /// Needs `fence_type`.
    #[inline]
    pub fn fence(&self, fence_type: impl Into<String>) -> HostFence {
        HostFence(
            self.0
                .action("host.fence", "fence")
                .requires("action.fence_type"),
        )
        .fence_type(fence_type)
    }

    /// Makes this host the storage pool manager of its data center, in place of the present one;
    /// the host must be up.
    ///
    /// `POST /hosts/{host:id}/forceselectspm`
    #[inline]
    pub fn force_select_spm(&self) -> HostForceSelectSpm {
        HostForceSelectSpm(self.0.action("host.force_select_spm", "forceselectspm"))
    }

    /// Reads the host: `status`, `spm`, `summary` of its VMs, hardware; an unknown identifier is a
    /// 404 without text.
    ///
    /// `GET /hosts/{host:id}`
    #[inline]
    pub fn get(&self) -> HostGet {
        HostGet(self.0.get("host.get"))
    }

    /// Installs the engine's agent anew on a host in `maintenance` or `install_failed`; goes
    /// `installing`, maybe `reboot`, and ends as told by `activate`.
    ///
    /// `POST /hosts/{host:id}/install`
    #[inline]
    pub fn install(&self) -> HostInstall {
        HostInstall(self.0.action("host.install", "install"))
    }

    /// Reinstalls the host with the password of its user `root`.
    ///
    /// `POST /hosts/{host:id}/install`
    #[inline]
    pub fn install_using_root_password(&self) -> HostInstall {
        self.install()
    }

    /// Reinstalls the host as another SSH user, or with the engine's public key that the host
    /// trusts.
    ///
    /// `POST /hosts/{host:id}/install`
    #[inline]
    pub fn install_using_ssh(&self) -> HostInstall {
        self.install()
    }

    /// Asks an iSCSI portal for the names of its targets; use `discover_iscsi`, which returns more.
    /// Deprecated.
    ///
    /// `POST /hosts/{host:id}/iscsidiscover`
    ///
    /// Needs `iscsi.address`.
    #[inline]
    pub fn iscsi_discover(&self, iscsi: impl Into<IscsiDetails>) -> HostIscsiDiscover {
        HostIscsiDiscover(
            self.0
                .action("host.iscsi_discover", "iscsidiscover")
                .requires("action.iscsi.address"),
        )
        .iscsi(iscsi)
    }

    /// Logs the host in to one iSCSI target, so that its LUNs can be seen under `storage`.
    ///
    /// `POST /hosts/{host:id}/iscsilogin`
    ///
    /// Needs `iscsi.address`, `iscsi.target`.
    #[inline]
    pub fn iscsi_login(&self, iscsi: impl Into<IscsiDetails>) -> HostIscsiLogin {
        HostIscsiLogin(
            self.0
                .action("host.iscsi_login", "iscsilogin")
                .requires("action.iscsi.address, action.iscsi.target"),
        )
        .iscsi(iscsi)
    }

    /// Makes the engine read the host's capabilities again: CPU, networks, devices; the result is
    /// seen in the host later.
    ///
    /// `POST /hosts/{host:id}/refresh`
    #[inline]
    pub fn refresh(&self) -> HostRefresh {
        HostRefresh(self.0.action("host.refresh", "refresh"))
    }

    /// Removes the host from the engine; allowed in `maintenance`, `install_failed`, `down`,
    /// `pending_approval` and idle `non_operational`, else 409.
    ///
    /// `DELETE /hosts/{host:id}`
    #[inline]
    pub fn remove(&self) -> HostRemove {
        HostRemove(self.0.remove("host.remove"))
    }

    /// Changes bonds, labels and network attachments of the host in one step; either all is applied
    /// or nothing. Other such changes of the host meanwhile get a 409.
    ///
    /// `POST /hosts/{host:id}/setupnetworks`
    #[inline]
    pub fn setup_networks(&self) -> HostSetupNetworks {
        HostSetupNetworks(self.0.action("host.setup_networks", "setupnetworks"))
    }

    /// Brings all networks of the host in line with their definitions in the data center, where the
    /// two differ. Since 4.2.2.
    ///
    /// `POST /hosts/{host:id}/syncallnetworks`
    #[inline]
    pub fn sync_all_networks(&self) -> HostSyncAllNetworks {
        HostSyncAllNetworks(self.0.action("host.sync_all_networks", "syncallnetworks"))
    }

    /// Looks, through this host, for storage domains on iSCSI or Fibre Channel that the engine does
    /// not know and that can be imported.
    ///
    /// `POST /hosts/{host:id}/unregisteredstoragedomainsdiscover`
    #[inline]
    pub fn unregistered_storage_domains_discover(&self) -> HostUnregisteredStorageDomainsDiscover {
        HostUnregisteredStorageDomainsDiscover(self.0.action(
            "host.unregistered_storage_domains_discover",
            "unregisteredstoragedomainsdiscover",
        ))
    }

    /// Updates the host; name and descriptions at any time, its cluster in maintenance only, else
    /// 409.
    ///
    /// `PUT /hosts/{host:id}`
    #[inline]
    pub fn update(&self, host: impl Into<Host>) -> HostUpdate {
        HostUpdate(self.0.update::<Host>("host.update", host.into()))
    }

    /// Updates the host, and gives the password of its user `root` where the engine has to log in
    /// for that.
    ///
    /// `PUT /hosts/{host:id}`
    #[inline]
    pub fn update_using_root_password(&self, host: impl Into<Host>) -> HostUpdate {
        self.update(host)
    }

    /// Updates the host and how the engine logs in to it by SSH.
    ///
    /// `PUT /hosts/{host:id}`
    #[inline]
    pub fn update_using_ssh(&self, host: impl Into<Host>) -> HostUpdate {
        self.update(host)
    }

    /// Brings the host's software up to date: maintenance, `installing`, `reboot`, then the state
    /// it was in. Returns when this has begun.
    ///
    /// `POST /hosts/{host:id}/upgrade`
    #[inline]
    pub fn upgrade(&self) -> HostUpgrade {
        HostUpgrade(self.0.action("host.upgrade", "upgrade"))
    }

    /// Makes the engine look for updates for the host; returns at once, the outcome is in
    /// `update_available` and in events. Since 4.1.
    ///
    /// `POST /hosts/{host:id}/upgradecheck`
    #[inline]
    pub fn upgrade_check(&self) -> HostUpgradeCheck {
        HostUpgradeCheck(self.0.action("host.upgrade_check", "upgradecheck"))
    }

    /// Affinity labels that the host carries.
    #[inline]
    pub fn affinity_labels_service(&self) -> AssignedAffinityLabelsService {
        AssignedAffinityLabelsService(self.0.segment("affinitylabels"))
    }

    /// Logical CPUs of the host, with their place in the topology. Since 4.5.
    #[inline]
    pub fn cpu_units_service(&self) -> HostCpuUnitsService {
        HostCpuUnitsService(self.0.segment("cpuunits"))
    }

    /// PCI, USB, SCSI and mediated devices of the host.
    #[inline]
    pub fn devices_service(&self) -> HostDevicesService {
        HostDevicesService(self.0.segment("devices"))
    }

    /// What external network providers run on the host. Since 4.2.
    #[inline]
    pub fn external_network_provider_configurations_service(
        &self,
    ) -> ExternalNetworkProviderConfigurationsService {
        ExternalNetworkProviderConfigurationsService(
            self.0.segment("externalnetworkproviderconfigurations"),
        )
    }

    /// Power devices through which the host is fenced.
    #[inline]
    pub fn fence_agents_service(&self) -> FenceAgentsService {
        FenceAgentsService(self.0.segment("fenceagents"))
    }

    /// Hook scripts that are installed on the host.
    #[inline]
    pub fn hooks_service(&self) -> HostHooksService {
        HostHooksService(self.0.segment("hooks"))
    }

    /// Errata that apply to the host, from its external provider.
    #[inline]
    pub fn katello_errata_service(&self) -> KatelloErrataService {
        KatelloErrataService(self.0.segment("katelloerrata"))
    }

    /// Networks that are attached to the host, on whatever NIC.
    #[inline]
    pub fn network_attachments_service(&self) -> NetworkAttachmentsService {
        NetworkAttachmentsService(self.0.segment("networkattachments"))
    }

    /// Physical NICs, bonds and VLAN devices of the host.
    #[inline]
    pub fn nics_service(&self) -> HostNicsService {
        HostNicsService(self.0.segment("nics"))
    }

    /// NUMA nodes of the host.
    #[inline]
    pub fn numa_nodes_service(&self) -> HostNumaNodesService {
        HostNumaNodesService(self.0.segment("numanodes"))
    }

    /// Permissions on the host.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }

    /// LUNs and volume groups that the host sees.
    #[inline]
    pub fn storage_service(&self) -> HostStorageService {
        HostStorageService(self.0.segment("storage"))
    }

    /// iSCSI credentials that are special to this host.
    #[inline]
    pub fn storage_connection_extensions_service(
        &self,
    ) -> StorageServerConnectionExtensionsService {
        StorageServerConnectionExtensionsService(self.0.segment("storageconnectionextensions"))
    }

    /// Tags that the host carries.
    #[inline]
    pub fn tags_service(&self) -> AssignedTagsService {
        AssignedTagsService(self.0.segment("tags"))
    }

    /// Networks on the host that the engine does not know.
    #[inline]
    pub fn unmanaged_networks_service(&self) -> UnmanagedNetworksService {
        UnmanagedNetworksService(self.0.segment("unmanagednetworks"))
    }
}

wait!(HostService, Host, HostStatus);

request! {
    /// Request of [`HostService::activate`].
    HostActivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::approve`].
    HostApprove -> action() {
        /// Whether the host is put up after its installation; true if absent. Since 4.3.
        value(bool) activate;
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The cluster to put the host in, by `id` or `name`; the one it registered for if absent.
        reference(Cluster) cluster;
        /// The credentials for the installation: `root_password`, or `ssh` with its user.
        object(Host) host;
        /// Whether the host is rebooted after its installation; true if absent.
        value(bool) reboot;
    }
}

request! {
    /// Request of [`HostService::commit_net_config`].
    HostCommitNetConfig -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::copy_host_networks`].
    HostCopyHostNetworks -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The host to copy from, by `id`.
        reference(Host) source_host;
    }
}

request! {
    /// Request of [`HostService::deactivate`].
    HostDeactivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Why, for the event and the user interface; clusters can demand it.
        value(String) reason;
        /// Whether the Gluster services of the host are stopped too; false if absent.
        value(bool) stop_gluster_service;
    }
}

request! {
    /// Request of [`HostService::discover_iscsi`].
    HostDiscoverIscsi -> list(List<IscsiDetails>, discovered_targets) {
        /// Do not wait for the operation to end. Since 4.4.6.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The portal: `address` is mandatory, `port` and CHAP credentials where it needs them.
        /// Since 4.4.6.
        object(IscsiDetails) iscsi;
    }
}

request! {
    /// Request of [`HostService::enroll_certificate`].
    HostEnrollCertificate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::fence`].
    HostFence -> object(PowerManagement, power_management) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// `start`, `stop`, `restart` or `status`; or `manual`: somebody vouches that the host was
        /// rebooted, so its VMs may start elsewhere.
        value(String) fence_type;
        /// Whether the host goes to maintenance, rather than up, after a `restart`; false if
        /// absent. Since 4.4.
        value(bool) maintenance_after_restart;
    }
}

request! {
    /// Request of [`HostService::force_select_spm`].
    HostForceSelectSpm -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::get`].
    HostGet -> document(Host) {
        /// Also return what costs extra queries: `hosted_engine` and
        /// `network_operation_in_progress`.
        query(bool) all_content;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`HostService::install`].
    HostInstall -> action() {
        /// Whether the host is activated afterwards; false if absent (other than for adding a
        /// host), so that it stays in maintenance. Since 4.3.
        value(bool) activate;
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether the host becomes able to run the self-hosted engine's VM; false if absent.
        value(bool) deploy_hosted_engine;
        /// Further choices about the host for this installation, such as `override_iptables`.
        object(Host) host;
        /// The ISO image to install with, on old image-based hosts only.
        value(String) image;
        /// Whether the host is rebooted after its installation; true if absent.
        value(bool) reboot;
        /// The password of the host's user `root`, when no `ssh` is given.
        value(String) root_password;
        /// How to log in: `authentication_method` `publickey` or `password`, port, fingerprint,
        /// user.
        object(Ssh) ssh;
        /// Whether the host stops being a candidate for the self-hosted engine's VM; false if
        /// absent.
        value(bool) undeploy_hosted_engine;
    }
}

request! {
    /// Request of [`HostService::iscsi_discover`].
    HostIscsiDiscover -> list(List<String>, iscsi_targets) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The portal: `address` is mandatory, `port` and CHAP credentials where it needs them.
        object(IscsiDetails) iscsi;
    }
}

request! {
    /// Request of [`HostService::iscsi_login`].
    HostIscsiLogin -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The target: `address` and `target` are mandatory, `port`, `username` and `password`
        /// where it needs them.
        object(IscsiDetails) iscsi;
    }
}

request! {
    /// Request of [`HostService::refresh`].
    HostRefresh -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::remove`].
    HostRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Remove the host even if it is unreachable or still has bricks of Gluster volumes; false
        /// if absent. Since 4.3.
        query(bool) force;
    }
}

request! {
    /// Request of [`HostService::setup_networks`].
    HostSetupNetworks -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether the host undoes the change when it cannot reach the engine with it; worth
        /// setting wherever the management network is involved.
        value(bool) check_connectivity;
        /// Whether the new configuration is saved to survive a reboot, as by `commit_net_config`;
        /// false if absent. Since 4.3.
        value(bool) commit_on_success;
        /// How long the host may be out of reach before it undoes the change; the engine's setting
        /// if absent. In seconds.
        value(i64) connectivity_timeout;
        /// Bonds to make (by `name`, with their NICs) or to change (by `id`).
        list(HostNic) modified_bonds;
        /// Labels to put on NICs or to move to others; each brings the networks that carry it.
        list(NetworkLabel) modified_labels;
        /// Attachments to make (network and NIC) or to change (by `id`).
        list(NetworkAttachment) modified_network_attachments;
        /// Bonds to take apart, by `id` or `name`; their NICs become free.
        references(HostNic) removed_bonds;
        /// Labels to take off, by `id`; their networks leave the NIC with them.
        references(NetworkLabel) removed_labels;
        /// Attachments to remove, by `id`.
        references(NetworkAttachment) removed_network_attachments;
        /// Attachments to bring in line with the definitions of their networks, by `id`.
        references(NetworkAttachment) synchronized_network_attachments;
    }
}

request! {
    /// Request of [`HostService::sync_all_networks`].
    HostSyncAllNetworks -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`HostService::unregistered_storage_domains_discover`].
    HostUnregisteredStorageDomainsDiscover -> list(List<StorageDomain>, storage_domains) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The iSCSI portal and target to look at; absent: what the host sees by Fibre Channel.
        object(IscsiDetails) iscsi;
    }
}

request! {
    /// Request of [`HostService::update`].
    HostUpdate -> document(Host) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`HostService::upgrade`].
    HostUpgrade -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The ISO image to upgrade with, on old image-based hosts only. Deprecated.
        value(String) image;
        /// Whether the host is rebooted after the upgrade; true if absent. Since 4.2.
        value(bool) reboot;
        /// How long the upgrade may take; the engine's setting if absent. In minutes. Since 4.3.6.
        value(i64) timeout;
    }
}

request! {
    /// Request of [`HostService::upgrade_check`].
    HostUpgradeCheck -> action();
}
