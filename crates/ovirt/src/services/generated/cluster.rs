//! `ClusterService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AffinityGroupsService, AssignedCpuProfilesService, AssignedPermissionsService,
    ClusterEnabledFeaturesService, ClusterExternalProvidersService, ClusterNetworksService,
    GlusterHooksService, GlusterVolumesService, NetworkFiltersService,
};
use crate::types::{Cluster, ClusterUpgradeAction};
use crate::wait::wait;

service! {
    /// One cluster: hosts of like CPUs among which VMs migrate.
    ///
    /// API path: `/clusters/{cluster:id}`
    ClusterService = "cluster"
}

impl ClusterService {
    /// Reads the cluster: level, CPU type, policies, `data_center`.
    ///
    /// `GET /clusters/{cluster:id}`
    #[inline]
    pub fn get(&self) -> ClusterGet {
        ClusterGet(self.0.get("cluster.get"))
    }

    /// Makes the engine read anew how far the bricks of the cluster's Gluster volumes are healed.
    ///
    /// `POST /clusters/{cluster:id}/refreshglusterhealstatus`
    #[inline]
    pub fn refresh_gluster_heal_status(&self) -> ClusterRefreshGlusterHealStatus {
        ClusterRefreshGlusterHealStatus(self.0.action(
            "cluster.refresh_gluster_heal_status",
            "refreshglusterhealstatus",
        ))
    }

    /// Removes the cluster; 409 while it has hosts, VMs, templates or pools.
    ///
    /// `DELETE /clusters/{cluster:id}`
    #[inline]
    pub fn remove(&self) -> ClusterRemove {
        ClusterRemove(self.0.remove("cluster.remove"))
    }

    /// Forgets the emulated machine of the cluster, so that the next host that comes up determines
    /// it.
    ///
    /// `POST /clusters/{cluster:id}/resetemulatedmachine`
    #[inline]
    pub fn reset_emulated_machine(&self) -> ClusterResetEmulatedMachine {
        ClusterResetEmulatedMachine(
            self.0
                .action("cluster.reset_emulated_machine", "resetemulatedmachine"),
        )
    }

    /// Brings the networks of all hosts of the cluster in line with their definitions; continues
    /// host by host after the response. Since 4.2.6.
    ///
    /// `POST /clusters/{cluster:id}/syncallnetworks`
    #[inline]
    pub fn sync_all_networks(&self) -> ClusterSyncAllNetworks {
        ClusterSyncAllNetworks(
            self.0
                .action("cluster.sync_all_networks", "syncallnetworks"),
        )
    }

    /// Updates the cluster; running VMs keep CPU type and level until they restart. A level can be
    /// raised only if all hosts support it.
    ///
    /// `PUT /clusters/{cluster:id}`
    #[inline]
    pub fn update(&self, cluster: impl Into<Cluster>) -> ClusterUpdate {
        ClusterUpdate(self.0.update::<Cluster>("cluster.update", cluster.into()))
    }

    /// Marks the cluster as being upgraded, or the end of that; the hosts themselves are upgraded
    /// by whoever calls this. Since 4.3.2.
    ///
    /// `POST /clusters/{cluster:id}/upgrade`
    #[inline]
    pub fn upgrade(&self) -> ClusterUpgrade {
        ClusterUpgrade(self.0.action("cluster.upgrade", "upgrade"))
    }

    /// Rules which VMs and hosts belong together or apart.
    #[inline]
    pub fn affinity_groups_service(&self) -> AffinityGroupsService {
        AffinityGroupsService(self.0.segment("affinitygroups"))
    }

    /// CPU profiles of the cluster.
    #[inline]
    pub fn cpu_profiles_service(&self) -> AssignedCpuProfilesService {
        AssignedCpuProfilesService(self.0.segment("cpuprofiles"))
    }

    /// Optional features that are switched on for the cluster. Since 4.1.6.
    #[inline]
    pub fn enabled_features_service(&self) -> ClusterEnabledFeaturesService {
        ClusterEnabledFeaturesService(self.0.segment("enabledfeatures"))
    }

    /// External network providers that new hosts of the cluster are set up for. Since 4.2.
    #[inline]
    pub fn external_network_providers_service(&self) -> ClusterExternalProvidersService {
        ClusterExternalProvidersService(self.0.segment("externalnetworkproviders"))
    }

    /// Gluster hook scripts of the cluster's hosts.
    #[inline]
    pub fn gluster_hooks_service(&self) -> GlusterHooksService {
        GlusterHooksService(self.0.segment("glusterhooks"))
    }

    /// Gluster volumes of the cluster.
    #[inline]
    pub fn gluster_volumes_service(&self) -> GlusterVolumesService {
        GlusterVolumesService(self.0.segment("glustervolumes"))
    }

    /// Network filters that the cluster's level has.
    #[inline]
    pub fn network_filters_service(&self) -> NetworkFiltersService {
        NetworkFiltersService(self.0.segment("networkfilters"))
    }

    /// Networks that are assigned to the cluster.
    #[inline]
    pub fn networks_service(&self) -> ClusterNetworksService {
        ClusterNetworksService(self.0.segment("networks"))
    }

    /// Permissions on the cluster and its contents.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(ClusterService, Cluster);

request! {
    /// Request of [`ClusterService::get`].
    ClusterGet -> document(Cluster) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ClusterService::refresh_gluster_heal_status`].
    ClusterRefreshGlusterHealStatus -> action();
}

request! {
    /// Request of [`ClusterService::remove`].
    ClusterRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`ClusterService::reset_emulated_machine`].
    ClusterResetEmulatedMachine -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`ClusterService::sync_all_networks`].
    ClusterSyncAllNetworks -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`ClusterService::update`].
    ClusterUpdate -> document(Cluster) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`ClusterService::upgrade`].
    ClusterUpgrade -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Text that all requests of one upgrade carry, so that its events and jobs can be found
        /// together. Since 4.5.0.
        value(String) correlation_id;
        /// `start` begins upgrade mode, `finish` ends it, `update_progress` tells how far it is;
        /// mandatory on current engines.
        value(ClusterUpgradeAction) upgrade_action;
        /// How far the upgrade is, from 0 to 100; for `update_progress`. Since 4.5.0.
        value(i64) upgrade_percent_complete;
    }
}
