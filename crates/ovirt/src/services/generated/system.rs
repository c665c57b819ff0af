//! `SystemService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AffinityLabelsService, BookmarksService, ClusterLevelsService, ClustersService,
    CpuProfilesService, DataCentersService, DiskProfilesService, DisksService, DomainsService,
    EngineKatelloErrataService, EventsService, ExternalHostProvidersService,
    ExternalTemplateImportsService, ExternalVmImportsService, GroupsService, HostsService,
    IconsService, ImageTransfersService, InstanceTypesService, JobsService, MacPoolsService,
    NetworkFiltersService, NetworksService, OpenstackImageProvidersService,
    OpenstackNetworkProvidersService, OpenstackVolumeProvidersService, OperatingSystemsService,
    RolesService, SchedulingPoliciesService, SchedulingPolicyUnitsService, StorageDomainsService,
    StorageServerConnectionsService, SystemOptionsService, SystemPermissionsService, TagsService,
    TemplatesService, UsersService, VmPoolsService, VmsService, VnicProfilesService,
};
use crate::types::Api;
use crate::wait::wait;

service! {
    /// The root of the API: what the engine is, and the way to everything else.
    ///
    /// API path: `/`
    SystemService = "system"
}

impl SystemService {
    /// Reads the root: product and version, summary of objects (administrators only), who is logged
    /// in; cheap enough to test a connection.
    ///
    /// `GET /`
    #[inline]
    pub fn get(&self) -> SystemGet {
        SystemGet(self.0.get("system.get"))
    }

    /// Makes the engine read its configuration anew, where a setting allows that while it runs.
    ///
    /// `POST /reloadconfigurations`
    #[inline]
    pub fn reload_configurations(&self) -> SystemReloadConfigurations {
        SystemReloadConfigurations(
            self.0
                .action("system.reload_configurations", "reloadconfigurations"),
        )
    }

    /// Labels that keep VMs and hosts together.
    #[inline]
    pub fn affinity_labels_service(&self) -> AffinityLabelsService {
        AffinityLabelsService(self.0.segment("affinitylabels"))
    }

    /// Searches with names.
    #[inline]
    pub fn bookmarks_service(&self) -> BookmarksService {
        BookmarksService(self.0.segment("bookmarks"))
    }

    /// Compatibility levels that the engine supports.
    #[inline]
    pub fn cluster_levels_service(&self) -> ClusterLevelsService {
        ClusterLevelsService(self.0.segment("clusterlevels"))
    }

    /// Clusters of all data centers.
    #[inline]
    pub fn clusters_service(&self) -> ClustersService {
        ClustersService(self.0.segment("clusters"))
    }

    /// CPU profiles of all clusters.
    #[inline]
    pub fn cpu_profiles_service(&self) -> CpuProfilesService {
        CpuProfilesService(self.0.segment("cpuprofiles"))
    }

    /// All data centers.
    #[inline]
    pub fn data_centers_service(&self) -> DataCentersService {
        DataCentersService(self.0.segment("datacenters"))
    }

    /// Disk profiles of all storage domains.
    #[inline]
    pub fn disk_profiles_service(&self) -> DiskProfilesService {
        DiskProfilesService(self.0.segment("diskprofiles"))
    }

    /// Disks, attached to VMs or not.
    #[inline]
    pub fn disks_service(&self) -> DisksService {
        DisksService(self.0.segment("disks"))
    }

    /// Directories that users come from.
    #[inline]
    pub fn domains_service(&self) -> DomainsService {
        DomainsService(self.0.segment("domains"))
    }

    /// What happened in the engine.
    #[inline]
    pub fn events_service(&self) -> EventsService {
        EventsService(self.0.segment("events"))
    }

    /// Foreman servers.
    #[inline]
    pub fn external_host_providers_service(&self) -> ExternalHostProvidersService {
        ExternalHostProvidersService(self.0.segment("externalhostproviders"))
    }

    /// Imports of templates from OVA files. Since 4.4.7.
    #[inline]
    pub fn external_template_imports_service(&self) -> ExternalTemplateImportsService {
        ExternalTemplateImportsService(self.0.segment("externaltemplateimports"))
    }

    /// Imports of VMs from other systems. Since 4.0.4.
    #[inline]
    pub fn external_vm_imports_service(&self) -> ExternalVmImportsService {
        ExternalVmImportsService(self.0.segment("externalvmimports"))
    }

    /// Groups of directories that the engine knows.
    #[inline]
    pub fn groups_service(&self) -> GroupsService {
        GroupsService(self.0.segment("groups"))
    }

    /// Hosts of all clusters.
    #[inline]
    pub fn hosts_service(&self) -> HostsService {
        HostsService(self.0.segment("hosts"))
    }

    /// Icons of VMs and templates.
    #[inline]
    pub fn icons_service(&self) -> IconsService {
        IconsService(self.0.segment("icons"))
    }

    /// Uploads and downloads of disks. Since 4.0.4.
    #[inline]
    pub fn image_transfers_service(&self) -> ImageTransfersService {
        ImageTransfersService(self.0.segment("imagetransfers"))
    }

    /// Sizes that VMs can be made by.
    #[inline]
    pub fn instance_types_service(&self) -> InstanceTypesService {
        InstanceTypesService(self.0.segment("instancetypes"))
    }

    /// Commands that are under way or ended lately.
    #[inline]
    pub fn jobs_service(&self) -> JobsService {
        JobsService(self.0.segment("jobs"))
    }

    /// Errata for the engine's own VM.
    #[inline]
    pub fn katello_errata_service(&self) -> EngineKatelloErrataService {
        EngineKatelloErrataService(self.0.segment("katelloerrata"))
    }

    /// Pools of MAC addresses.
    #[inline]
    pub fn mac_pools_service(&self) -> MacPoolsService {
        MacPoolsService(self.0.segment("macpools"))
    }

    /// Filters for the traffic of NICs.
    #[inline]
    pub fn network_filters_service(&self) -> NetworkFiltersService {
        NetworkFiltersService(self.0.segment("networkfilters"))
    }

    /// Networks of all data centers.
    #[inline]
    pub fn networks_service(&self) -> NetworksService {
        NetworksService(self.0.segment("networks"))
    }

    /// Glance servers.
    #[inline]
    pub fn openstack_image_providers_service(&self) -> OpenstackImageProvidersService {
        OpenstackImageProvidersService(self.0.segment("openstackimageproviders"))
    }

    /// Network providers such as OVN.
    #[inline]
    pub fn openstack_network_providers_service(&self) -> OpenstackNetworkProvidersService {
        OpenstackNetworkProvidersService(self.0.segment("openstacknetworkproviders"))
    }

    /// Cinder servers.
    #[inline]
    pub fn openstack_volume_providers_service(&self) -> OpenstackVolumeProvidersService {
        OpenstackVolumeProvidersService(self.0.segment("openstackvolumeproviders"))
    }

    /// Operating systems that VMs can be set to.
    #[inline]
    pub fn operating_systems_service(&self) -> OperatingSystemsService {
        OperatingSystemsService(self.0.segment("operatingsystems"))
    }

    /// Settings of the engine. Since 4.2.
    #[inline]
    pub fn options_service(&self) -> SystemOptionsService {
        SystemOptionsService(self.0.segment("options"))
    }

    /// Permissions on the system as a whole.
    #[inline]
    pub fn permissions_service(&self) -> SystemPermissionsService {
        SystemPermissionsService(self.0.segment("permissions"))
    }

    /// Roles, which permissions give to users.
    #[inline]
    pub fn roles_service(&self) -> RolesService {
        RolesService(self.0.segment("roles"))
    }

    /// Rules by which clusters choose hosts.
    #[inline]
    pub fn scheduling_policies_service(&self) -> SchedulingPoliciesService {
        SchedulingPoliciesService(self.0.segment("schedulingpolicies"))
    }

    /// Modules that scheduling policies are made of.
    #[inline]
    pub fn scheduling_policy_units_service(&self) -> SchedulingPolicyUnitsService {
        SchedulingPolicyUnitsService(self.0.segment("schedulingpolicyunits"))
    }

    /// How hosts reach storage.
    #[inline]
    pub fn storage_connections_service(&self) -> StorageServerConnectionsService {
        StorageServerConnectionsService(self.0.segment("storageconnections"))
    }

    /// Storage domains of all data centers, and unattached ones.
    #[inline]
    pub fn storage_domains_service(&self) -> StorageDomainsService {
        StorageDomainsService(self.0.segment("storagedomains"))
    }

    /// Tags that objects can carry.
    #[inline]
    pub fn tags_service(&self) -> TagsService {
        TagsService(self.0.segment("tags"))
    }

    /// Templates of VMs.
    #[inline]
    pub fn templates_service(&self) -> TemplatesService {
        TemplatesService(self.0.segment("templates"))
    }

    /// Users that the engine knows.
    #[inline]
    pub fn users_service(&self) -> UsersService {
        UsersService(self.0.segment("users"))
    }

    /// Pools of VMs.
    #[inline]
    pub fn vm_pools_service(&self) -> VmPoolsService {
        VmPoolsService(self.0.segment("vmpools"))
    }

    /// VMs of all clusters.
    #[inline]
    pub fn vms_service(&self) -> VmsService {
        VmsService(self.0.segment("vms"))
    }

    /// vNIC profiles of all networks.
    #[inline]
    pub fn vnic_profiles_service(&self) -> VnicProfilesService {
        VnicProfilesService(self.0.segment("vnicprofiles"))
    }
}

wait!(SystemService, Api);

request! {
    /// Request of [`SystemService::get`].
    SystemGet -> document(Api) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`SystemService::reload_configurations`].
    SystemReloadConfigurations -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}
