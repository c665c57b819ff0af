//! `DataCenterService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedPermissionsService, AttachedStorageDomainsService, ClustersService,
    DataCenterNetworksService, IscsiBondsService, QossService, QuotasService,
};
use crate::types::{DataCenter, DataCenterStatus, Link, StorageDomain};
use crate::wait::wait;

service! {
    /// One data center: storage, networks and clusters that belong together.
    ///
    /// API path: `/datacenters/{data_center:id}`
    DataCenterService = "data_center"
}

impl DataCenterService {
    /// Removes storage tasks that have ended from the storage pool manager, where they were left
    /// behind and block others. Since 4.4.4.
    ///
    /// `POST /datacenters/{data_center:id}/cleanfinishedtasks`
    #[inline]
    pub fn clean_finished_tasks(&self) -> DataCenterCleanFinishedTasks {
        DataCenterCleanFinishedTasks(
            self.0
                .action("data_center.clean_finished_tasks", "cleanfinishedtasks"),
        )
    }

    /// Reads the data center: `status`, `version`, `storage_format`, quota mode.
    ///
    /// `GET /datacenters/{data_center:id}`
    #[inline]
    pub fn get(&self) -> DataCenterGet {
        DataCenterGet(self.0.get("data_center.get"))
    }

    /// Removes the data center with its networks; its domains must be detached and its hosts gone
    /// or in maintenance first, else 409. Since 4.0.0.
    ///
    /// `DELETE /datacenters/{data_center:id}`
    #[inline]
    pub fn remove(&self) -> DataCenterRemove {
        DataCenterRemove(self.0.remove("data_center.remove"))
    }

    /// Makes another data domain the master; continues after the response, wait for `master` of the
    /// domain. All domains must be in a settled state. Since 4.4.4.
    ///
    /// `POST /datacenters/{data_center:id}/setmaster`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn set_master(
        &self,
        storage_domain: impl Into<Link<StorageDomain>>,
    ) -> DataCenterSetMaster {
        DataCenterSetMaster(
            self.0
                .action("data_center.set_master", "setmaster")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }

    /// Updates the data center; `version` can only be raised, and to no more than its clusters'
    /// levels.
    ///
    /// `PUT /datacenters/{data_center:id}`
    #[inline]
    pub fn update(&self, data_center: impl Into<DataCenter>) -> DataCenterUpdate {
        DataCenterUpdate(
            self.0
                .update::<DataCenter>("data_center.update", data_center.into()),
        )
    }

    /// Clusters of the data center.
    #[inline]
    pub fn clusters_service(&self) -> ClustersService {
        ClustersService(self.0.segment("clusters"))
    }

    /// Groups of networks by which hosts reach iSCSI storage.
    #[inline]
    pub fn iscsi_bonds_service(&self) -> IscsiBondsService {
        IscsiBondsService(self.0.segment("iscsibonds"))
    }

    /// Networks of the data center.
    #[inline]
    pub fn networks_service(&self) -> DataCenterNetworksService {
        DataCenterNetworksService(self.0.segment("networks"))
    }

    /// Permissions on the data center and its contents.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Quality of service rules of the data center.
    #[inline]
    pub fn qoss_service(&self) -> QossService {
        QossService(self.0.segment("qoss"))
    }

    /// Limits for storage, CPU and memory of the data center's users.
    #[inline]
    pub fn quotas_service(&self) -> QuotasService {
        QuotasService(self.0.segment("quotas"))
    }

    /// Domains that are attached to the data center; their `status` is read here.
    #[inline]
    pub fn storage_domains_service(&self) -> AttachedStorageDomainsService {
        AttachedStorageDomainsService(self.0.segment("storagedomains"))
    }
}

wait!(DataCenterService, DataCenter, DataCenterStatus);

request! {
    /// Request of [`DataCenterService::clean_finished_tasks`].
    DataCenterCleanFinishedTasks -> action() {
        /// Do not wait for the operation to end. Since 4.4.4.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`DataCenterService::get`].
    DataCenterGet -> document(DataCenter) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DataCenterService::remove`].
    DataCenterRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Remove it from the engine only, even if its storage cannot be reached; data on the
        /// storage stays. False if absent. Since 4.0.4.
        query(bool) force;
    }
}

request! {
    /// Request of [`DataCenterService::set_master`].
    DataCenterSetMaster -> action() {
        /// Do not wait for the operation to end. Since 4.4.4.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The domain to be master, by `id` or `name`: an active data domain of this data center.
        /// Since 4.4.4.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`DataCenterService::update`].
    DataCenterUpdate -> document(DataCenter) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
