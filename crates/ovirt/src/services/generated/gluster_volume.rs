//! `GlusterVolumeService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{GlusterBricksService, StatisticsService};
use crate::types::{GlusterVolume, GlusterVolumeProfileDetails, GlusterVolumeStatus, NamedOption};
use crate::wait::wait;

service! {
    /// One Gluster volume of a cluster.
    ///
    /// API path: `/clusters/{cluster:id}/glustervolumes/{volume:id}`
    GlusterVolumeService = "gluster_volume"
}

impl GlusterVolumeService {
    /// Reads the volume: type, bricks, options, `status` (`up`, `down`).
    ///
    /// `GET /clusters/{cluster:id}/glustervolumes/{volume:id}`
    #[inline]
    pub fn get(&self) -> GlusterVolumeGet {
        GlusterVolumeGet(self.0.get("gluster_volume.get"))
    }

    /// Reads what profiling has measured per brick; `start_profile` comes first.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/getprofilestatistics`
    #[inline]
    pub fn get_profile_statistics(&self) -> GlusterVolumeGetProfileStatistics {
        GlusterVolumeGetProfileStatistics(self.0.action(
            "gluster_volume.get_profile_statistics",
            "getprofilestatistics",
        ))
    }

    /// Starts to distribute the data over all bricks; continues after the response, its job tells
    /// how far it is. The volume must be up.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/rebalance`
    #[inline]
    pub fn rebalance(&self) -> GlusterVolumeRebalance {
        GlusterVolumeRebalance(self.0.action("gluster_volume.rebalance", "rebalance"))
    }

    /// Removes the volume, which must be stopped, else 409; data in its bricks' directories stays
    /// there.
    ///
    /// `DELETE /clusters/{cluster:id}/glustervolumes/{volume:id}`
    #[inline]
    pub fn remove(&self) -> GlusterVolumeRemove {
        GlusterVolumeRemove(self.0.remove("gluster_volume.remove"))
    }

    /// Sets all options of the volume back to their defaults.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/resetalloptions`
    #[inline]
    pub fn reset_all_options(&self) -> GlusterVolumeResetAllOptions {
        GlusterVolumeResetAllOptions(
            self.0
                .action("gluster_volume.reset_all_options", "resetalloptions"),
        )
    }

    /// Sets one option of the volume back to its default.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/resetoption`
    ///
    /// Needs `force`, `option.name`.
    #[inline]
    pub fn reset_option(
        &self,
        force: impl Into<bool>,
        option: impl Into<NamedOption>,
    ) -> GlusterVolumeResetOption {
        GlusterVolumeResetOption(
            self.0
                .action("gluster_volume.reset_option", "resetoption")
                .requires("action.force, action.option.name"),
        )
        .force(force)
        .option(option)
    }

    /// Sets one option of the volume; Gluster itself checks name and value.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/setoption`
    ///
    /// Needs `option.name`, `option.value`.
    #[inline]
    pub fn set_option(&self, option: impl Into<NamedOption>) -> GlusterVolumeSetOption {
        GlusterVolumeSetOption(
            self.0
                .action("gluster_volume.set_option", "setoption")
                .requires("action.option.name, action.option.value"),
        )
        .option(option)
    }

    /// Starts the volume, which is `up` then and can be mounted; 409 when it is up already.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/start`
    #[inline]
    pub fn start(&self) -> GlusterVolumeStart {
        GlusterVolumeStart(self.0.action("gluster_volume.start", "start"))
    }

    /// Begins to measure the volume's operations, which costs some speed.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/startprofile`
    #[inline]
    pub fn start_profile(&self) -> GlusterVolumeStartProfile {
        GlusterVolumeStartProfile(
            self.0
                .action("gluster_volume.start_profile", "startprofile"),
        )
    }

    /// Stops the volume, which then cannot be mounted; 409 when it is down already.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/stop`
    #[inline]
    pub fn stop(&self) -> GlusterVolumeStop {
        GlusterVolumeStop(self.0.action("gluster_volume.stop", "stop"))
    }

    /// Ends the measurement that `start_profile` began.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/stopprofile`
    #[inline]
    pub fn stop_profile(&self) -> GlusterVolumeStopProfile {
        GlusterVolumeStopProfile(self.0.action("gluster_volume.stop_profile", "stopprofile"))
    }

    /// Stops a rebalance that is under way; files that were moved stay where they are.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/stoprebalance`
    #[inline]
    pub fn stop_rebalance(&self) -> GlusterVolumeStopRebalance {
        GlusterVolumeStopRebalance(
            self.0
                .action("gluster_volume.stop_rebalance", "stoprebalance"),
        )
    }

    /// Bricks of the volume.
    #[inline]
    pub fn gluster_bricks_service(&self) -> GlusterBricksService {
        GlusterBricksService(self.0.segment("glusterbricks"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(GlusterVolumeService, GlusterVolume, GlusterVolumeStatus);

request! {
    /// Request of [`GlusterVolumeService::get`].
    GlusterVolumeGet -> document(GlusterVolume) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`GlusterVolumeService::get_profile_statistics`].
    GlusterVolumeGetProfileStatistics -> object(GlusterVolumeProfileDetails, details);
}

request! {
    /// Request of [`GlusterVolumeService::rebalance`].
    GlusterVolumeRebalance -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Only correct the layout, move no data; false if absent.
        value(bool) fix_layout;
        /// Move files even where that fills the target more than the source; false if absent.
        value(bool) force;
    }
}

request! {
    /// Request of [`GlusterVolumeService::remove`].
    GlusterVolumeRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`GlusterVolumeService::reset_all_options`].
    GlusterVolumeResetAllOptions -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`GlusterVolumeService::reset_option`].
    GlusterVolumeResetOption -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Reset it even if it is one that Gluster protects; mandatory.
        value(bool) force;
        /// The option, by `name`; mandatory.
        object(NamedOption) option;
    }
}

request! {
    /// Request of [`GlusterVolumeService::set_option`].
    GlusterVolumeSetOption -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The option, with `name` and `value`; both are mandatory.
        object(NamedOption) option;
    }
}

request! {
    /// Request of [`GlusterVolumeService::start`].
    GlusterVolumeStart -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Start it even though some of its bricks are down; false if absent.
        value(bool) force;
    }
}

request! {
    /// Request of [`GlusterVolumeService::start_profile`].
    GlusterVolumeStartProfile -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`GlusterVolumeService::stop`].
    GlusterVolumeStop -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Stop it even though something like a rebalance is in progress; false if absent.
        value(bool) force;
    }
}

request! {
    /// Request of [`GlusterVolumeService::stop_profile`].
    GlusterVolumeStopProfile -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`GlusterVolumeService::stop_rebalance`].
    GlusterVolumeStopRebalance -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}
