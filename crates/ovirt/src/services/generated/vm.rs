//! `VmService` and its requests.
//!
//! @generated from `crates/model/data/services/vms.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedAffinityLabelsService, AssignedPermissionsService, AssignedTagsService,
    DiskAttachmentsService, KatelloErrataService, SnapshotsService, StatisticsService,
    VmApplicationsService, VmBackupsService, VmCdromsService, VmCheckpointsService,
    VmGraphicsConsolesService, VmHostDevicesService, VmMediatedDevicesService, VmNicsService,
    VmNumaNodesService, VmReportedDevicesService, VmSessionsService, VmWatchdogsService,
};
use crate::types::{
    AuthorizedKey, Cluster, Disk, Host, Link, Snapshot, StorageDomain, StorageDomainLease, Ticket,
    Vm, VmStatus,
};
use crate::wait::wait;

service! {
    /// A VM.
    ///
    /// API path: `/vms/{vm:id}`
    VmService = "vm"
}

impl VmService {
    /// Pins CPUs and NUMA nodes by themselves. Since 4.4.5. Deprecated.
    ///
    /// `POST /vms/{vm:id}/autopincpuandnumanodes`
    #[inline]
    pub fn auto_pin_cpu_and_numa_nodes(&self) -> VmAutoPinCpuAndNumaNodes {
        VmAutoPinCpuAndNumaNodes(
            self.0
                .action("vm.auto_pin_cpu_and_numa_nodes", "autopincpuandnumanodes"),
        )
    }

    /// Cancels a running migration; the VM stays on its host.
    ///
    /// `POST /vms/{vm:id}/cancelmigration`
    #[inline]
    pub fn cancel_migration(&self) -> VmCancelMigration {
        VmCancelMigration(self.0.action("vm.cancel_migration", "cancelmigration"))
    }

    /// Clones the VM, including its disks.
    ///
    /// `POST /vms/{vm:id}/clone`
    ///
    /// Needs `vm.name`.
    #[doc(alias = "clone")]
    #[inline]
    pub fn clone_(&self, vm: impl Into<Vm>) -> VmClone {
        VmClone(
            self.0
                .action("vm.clone", "clone")
                .requires("action.vm.name"),
        )
        .vm(vm)
    }

    /// Makes the snapshot that is in preview the present state.
    ///
    /// `POST /vms/{vm:id}/commitsnapshot`
    #[inline]
    pub fn commit_snapshot(&self) -> VmCommitSnapshot {
        VmCommitSnapshot(self.0.action("vm.commit_snapshot", "commitsnapshot"))
    }

    /// Takes the VM out of its pool.
    ///
    /// `POST /vms/{vm:id}/detach`
    #[inline]
    pub fn detach(&self) -> VmDetach {
        VmDetach(self.0.action("vm.detach", "detach"))
    }

    /// Exports the VM to an export domain, or to a folder of a host as an OVA file.
    ///
    /// `POST /vms/{vm:id}/export`
    #[inline]
    pub fn export(&self) -> VmExport {
        VmExport(self.0.action("vm.export", "export"))
    }

    /// Exports the VM to an export domain.
    ///
    /// `POST /vms/{vm:id}/export`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn export_to_export_domain(
        &self,
        storage_domain: impl Into<Link<StorageDomain>>,
    ) -> VmExport {
        VmExport(
            self.export()
                .storage_domain(storage_domain)
                .0
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Exports the VM to a folder of a host as an OVA file. Since 4.2.
    ///
    /// `POST /vms/{vm:id}/export`
    ///
    /// Needs `directory`, `host.id` or `host.name`.
    #[inline]
    pub fn export_to_path_on_host(
        &self,
        directory: impl Into<String>,
        host: impl Into<Link<Host>>,
    ) -> VmExport {
        VmExport(
            self.export()
                .directory(directory)
                .host(host)
                .0
                .requires("action.directory, action.host.id|action.host.name"),
        )
    }

    /// Makes the guest write its file systems and stop changing them.
    ///
    /// `POST /vms/{vm:id}/freezefilesystems`
    #[inline]
    pub fn freeze_filesystems(&self) -> VmFreezeFilesystems {
        VmFreezeFilesystems(self.0.action("vm.freeze_filesystems", "freezefilesystems"))
    }

    /// Reads the VM.
    ///
    /// `GET /vms/{vm:id}`
    #[inline]
    pub fn get(&self) -> VmGet {
        VmGet(self.0.get("vm.get"))
    }

    /// Logs the user in to the guest.
    ///
    /// `POST /vms/{vm:id}/logon`
    #[inline]
    pub fn logon(&self) -> VmLogon {
        VmLogon(self.0.action("vm.logon", "logon"))
    }

    /// Puts the VM that runs the engine into global maintenance or out of it.
    ///
    /// `POST /vms/{vm:id}/maintenance`
    ///
    /// Needs `maintenance_enabled`.
    #[inline]
    pub fn maintenance(&self, maintenance_enabled: impl Into<bool>) -> VmMaintenance {
        VmMaintenance(
            self.0
                .action("vm.maintenance", "maintenance")
                .requires("action.maintenance_enabled"),
        )
        .maintenance_enabled(maintenance_enabled)
    }

    /// Moves the running VM to another host of its cluster, chosen by the engine unless `host` says
    /// which. It is `migrating` meanwhile.
    ///
    /// `POST /vms/{vm:id}/migrate`
    #[inline]
    pub fn migrate(&self) -> VmMigrate {
        VmMigrate(self.0.action("vm.migrate", "migrate"))
    }

    /// Tries a snapshot: the VM starts from it until it is committed or undone.
    ///
    /// `POST /vms/{vm:id}/previewsnapshot`
    ///
    /// Needs `snapshot.id`.
    #[inline]
    pub fn preview_snapshot(&self, snapshot: impl Into<Link<Snapshot>>) -> VmPreviewSnapshot {
        VmPreviewSnapshot(
            self.0
                .action("vm.preview_snapshot", "previewsnapshot")
                .requires("action.snapshot.id"),
        )
        .snapshot(snapshot)
    }

    /// Asks the guest to boot again; only when it runs.
    ///
    /// `POST /vms/{vm:id}/reboot`
    #[inline]
    pub fn reboot(&self) -> VmReboot {
        VmReboot(self.0.action("vm.reboot", "reboot"))
    }

    /// Removes the VM with its disks; it must be down and not `delete_protected`.
    ///
    /// `DELETE /vms/{vm:id}`
    #[inline]
    pub fn remove(&self) -> VmRemove {
        VmRemove(self.0.remove("vm.remove"))
    }

    /// Gives the interfaces their hardware addresses in the order of their names.
    ///
    /// `POST /vms/{vm:id}/reordermacaddresses`
    #[inline]
    pub fn reorder_mac_addresses(&self) -> VmReorderMacAddresses {
        VmReorderMacAddresses(
            self.0
                .action("vm.reorder_mac_addresses", "reordermacaddresses"),
        )
    }

    /// Resets the VM as its reset button would.
    ///
    /// `POST /vms/{vm:id}/reset`
    #[inline]
    pub fn reset(&self) -> VmReset {
        VmReset(self.0.action("vm.reset", "reset"))
    }

    /// Takes a picture of the console.
    ///
    /// `POST /vms/{vm:id}/screenshot`
    #[inline]
    pub fn screenshot(&self) -> VmScreenshot {
        VmScreenshot(self.0.action("vm.screenshot", "screenshot"))
    }

    /// Asks the guest to shut down; a VM that is not up is stopped.
    ///
    /// `POST /vms/{vm:id}/shutdown`
    #[inline]
    pub fn shutdown(&self) -> VmShutdown {
        VmShutdown(self.0.action("vm.shutdown", "shutdown"))
    }

    /// Starts the VM; it is `up` some time after. It must be down, suspended or paused, and a host
    /// of its cluster must be up, otherwise the engine responds with 409. It also responds with 409
    /// without a bootable disk or another boot device, and with 500 for an unknown VM.
    ///
    /// `POST /vms/{vm:id}/start`
    #[inline]
    pub fn start(&self) -> VmStart {
        VmStart(self.0.action("vm.start", "start"))
    }

    /// Stops the VM at once, as pulling its plug would. Nothing happens to one that is down.
    ///
    /// `POST /vms/{vm:id}/stop`
    #[inline]
    pub fn stop(&self) -> VmStop {
        VmStop(self.0.action("vm.stop", "stop"))
    }

    /// Writes the memory to disk and stops the VM; a start resumes from there.
    ///
    /// `POST /vms/{vm:id}/suspend`
    #[inline]
    pub fn suspend(&self) -> VmSuspend {
        VmSuspend(self.0.action("vm.suspend", "suspend"))
    }

    /// Lets the guest change its file systems again.
    ///
    /// `POST /vms/{vm:id}/thawfilesystems`
    #[inline]
    pub fn thaw_filesystems(&self) -> VmThawFilesystems {
        VmThawFilesystems(self.0.action("vm.thaw_filesystems", "thawfilesystems"))
    }

    /// Makes a password for the consoles; only while the VM runs.
    ///
    /// `POST /vms/{vm:id}/ticket`
    #[inline]
    pub fn ticket(&self) -> VmTicket {
        VmTicket(self.0.action("vm.ticket", "ticket"))
    }

    /// Ends the preview of a snapshot.
    ///
    /// `POST /vms/{vm:id}/undosnapshot`
    #[inline]
    pub fn undo_snapshot(&self) -> VmUndoSnapshot {
        VmUndoSnapshot(self.0.action("vm.undo_snapshot", "undosnapshot"))
    }

    /// Updates the VM. Of a running one, some changes wait for its next start.
    ///
    /// `PUT /vms/{vm:id}`
    #[inline]
    pub fn update(&self, vm: impl Into<Vm>) -> VmUpdate {
        VmUpdate(self.0.update::<Vm>("vm.update", vm.into()))
    }

    /// The affinity labels.
    #[inline]
    pub fn affinity_labels_service(&self) -> AssignedAffinityLabelsService {
        AssignedAffinityLabelsService(self.0.segment("affinitylabels"))
    }

    /// The applications.
    #[inline]
    pub fn applications_service(&self) -> VmApplicationsService {
        VmApplicationsService(self.0.segment("applications"))
    }

    /// The backups. Since 4.3.
    #[inline]
    pub fn backups_service(&self) -> VmBackupsService {
        VmBackupsService(self.0.segment("backups"))
    }

    /// The cdroms.
    #[inline]
    pub fn cdroms_service(&self) -> VmCdromsService {
        VmCdromsService(self.0.segment("cdroms"))
    }

    /// The checkpoints. Since 4.4.
    #[inline]
    pub fn checkpoints_service(&self) -> VmCheckpointsService {
        VmCheckpointsService(self.0.segment("checkpoints"))
    }

    /// The disk attachments.
    #[inline]
    pub fn disk_attachments_service(&self) -> DiskAttachmentsService {
        DiskAttachmentsService(self.0.segment("diskattachments"))
    }

    /// The graphics consoles.
    #[inline]
    pub fn graphics_consoles_service(&self) -> VmGraphicsConsolesService {
        VmGraphicsConsolesService(self.0.segment("graphicsconsoles"))
    }

    /// The host devices.
    #[inline]
    pub fn host_devices_service(&self) -> VmHostDevicesService {
        VmHostDevicesService(self.0.segment("hostdevices"))
    }

    /// The Katello errata.
    #[inline]
    pub fn katello_errata_service(&self) -> KatelloErrataService {
        KatelloErrataService(self.0.segment("katelloerrata"))
    }

    /// The mediated devices. Since 4.5.
    #[inline]
    pub fn mediated_devices_service(&self) -> VmMediatedDevicesService {
        VmMediatedDevicesService(self.0.segment("mediateddevices"))
    }

    /// The network interfaces.
    #[inline]
    pub fn nics_service(&self) -> VmNicsService {
        VmNicsService(self.0.segment("nics"))
    }

    /// The NUMA nodes.
    #[inline]
    pub fn numa_nodes_service(&self) -> VmNumaNodesService {
        VmNumaNodesService(self.0.segment("numanodes"))
    }

    /// The permissions.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// The reported devices.
    #[inline]
    pub fn reported_devices_service(&self) -> VmReportedDevicesService {
        VmReportedDevicesService(self.0.segment("reporteddevices"))
    }

    /// The sessions.
    #[inline]
    pub fn sessions_service(&self) -> VmSessionsService {
        VmSessionsService(self.0.segment("sessions"))
    }

    /// The snapshots.
    #[inline]
    pub fn snapshots_service(&self) -> SnapshotsService {
        SnapshotsService(self.0.segment("snapshots"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }

    /// The tags.
    #[inline]
    pub fn tags_service(&self) -> AssignedTagsService {
        AssignedTagsService(self.0.segment("tags"))
    }

    /// The watchdogs.
    #[inline]
    pub fn watchdogs_service(&self) -> VmWatchdogsService {
        VmWatchdogsService(self.0.segment("watchdogs"))
    }
}

wait!(VmService, Vm, VmStatus);

request! {
    /// Request of [`VmService::auto_pin_cpu_and_numa_nodes`].
    VmAutoPinCpuAndNumaNodes -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether the topology is changed to fit the host. Since 4.4.5.
        value(bool) optimize_cpu_settings;
    }
}

request! {
    /// Request of [`VmService::cancel_migration`].
    VmCancelMigration -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::clone_`].
    VmClone -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether the copy has none of the snapshots. Since 4.4.
        value(bool) discard_snapshots;
        /// Storage domain for the disks of the copy. Since 4.4.
        reference(StorageDomain) storage_domain;
        /// Name and settings of the copy.
        object(Vm) vm;
    }
}

request! {
    /// Request of [`VmService::commit_snapshot`].
    VmCommitSnapshot -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::detach`].
    VmDetach -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::export`].
    VmExport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether snapshots are left out.
        value(bool) discard_snapshots;
        /// Whether a former export of the same VM is replaced.
        value(bool) exclusive;
        /// Export domain.
        reference(StorageDomain) storage_domain;
        /// Folder on the host. Since 4.2.
        value(String) directory;
        /// Name of the file; that of the VM with `.ova` if absent. Since 4.2.
        value(String) filename;
        /// Host that the file is written on. Since 4.2.
        reference(Host) host;
    }
}

request! {
    /// Request of [`VmService::freeze_filesystems`].
    VmFreezeFilesystems -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::get`].
    VmGet -> document(Vm) {
        /// Also return members that cost the engine extra queries, such as a VM's console and
        /// payloads. Since 4.0.6.
        query(bool) all_content;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return the configuration that the next start will use, rather than the present one.
        query(bool) next_run;
        /// Whether the configuration in the response has the form of an OVA. Since 4.4.3.
        query(bool) ovf_as_ova;
    }
}

request! {
    /// Request of [`VmService::logon`].
    VmLogon -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::maintenance`].
    VmMaintenance -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether global maintenance is on.
        value(bool) maintenance_enabled;
    }
}

request! {
    /// Request of [`VmService::migrate`].
    VmMigrate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Cluster to move it to.
        reference(Cluster) cluster;
        /// Whether it is moved even where it is set not to be.
        value(bool) force;
        /// Host to move it to.
        reference(Host) host;
        /// Whether VMs that must be together with it are moved too.
        value(bool) migrate_vms_in_affinity_closure;
    }
}

request! {
    /// Request of [`VmService::preview_snapshot`].
    VmPreviewSnapshot -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Disks to try; all if absent.
        list(Disk) disks;
        /// Lease for the time of the preview. Since 4.2.2.
        object(StorageDomainLease) lease;
        /// Whether the memory is restored too.
        value(bool) restore_memory;
        /// Snapshot to try.
        reference(Snapshot) snapshot;
        /// Settings for the time of the preview.
        object(Vm) vm;
    }
}

request! {
    /// Request of [`VmService::reboot`].
    VmReboot -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether it is reset if the guest does not react.
        value(bool) force;
    }
}

request! {
    /// Request of [`VmService::remove`].
    VmRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Whether its disks are kept; they are removed when this is absent.
        query(bool) detach_only;
        /// Whether it is removed even where the engine would refuse.
        query(bool) force;
    }
}

request! {
    /// Request of [`VmService::reorder_mac_addresses`].
    VmReorderMacAddresses -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::reset`].
    VmReset -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::screenshot`].
    VmScreenshot -> action();
}

request! {
    /// Request of [`VmService::shutdown`].
    VmShutdown -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether it is stopped even where the engine would refuse.
        value(bool) force;
        /// Text for the event and the VM's `stop_reason`. Since 4.4.
        value(String) reason;
    }
}

request! {
    /// Request of [`VmService::start`].
    VmStart -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether the disk with guest tools is inserted. Since 4.6.1.
        value(bool) attach_wgt;
        /// SSH key for this run.
        object(AuthorizedKey) authorized_key;
        /// Whether only what the user has permissions on counts.
        value(bool) filter;
        /// Whether the VM starts paused.
        value(bool) pause;
        /// Whether the guest is set up by cloud-init with the VM's `initialization`.
        value(bool) use_cloud_init;
        /// Whether the guest is set up by ignition. Since 4.4.0.
        value(bool) use_ignition;
        /// Whether the guest is set up in the way that fits its operating system. Since 4.4.0.
        value(bool) use_initialization;
        /// Whether the guest is set up by sysprep.
        value(bool) use_sysprep;
        /// Settings for this run only, such as other boot devices.
        object(Vm) vm;
        /// Whether settings for one run are forgotten at a reboot. Since 4.2.0.
        value(bool) volatile;
    }
}

request! {
    /// Request of [`VmService::stop`].
    VmStop -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether it is stopped even where the engine would refuse.
        value(bool) force;
        /// Text for the event and the VM's `stop_reason`. Since 4.4.
        value(String) reason;
    }
}

request! {
    /// Request of [`VmService::suspend`].
    VmSuspend -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::thaw_filesystems`].
    VmThawFilesystems -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::ticket`].
    VmTicket -> object(Ticket, ticket) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Password and lifetime; the engine generates absent values.
        object(Ticket) ticket;
    }
}

request! {
    /// Request of [`VmService::undo_snapshot`].
    VmUndoSnapshot -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmService::update`].
    VmUpdate -> document(Vm) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Return the configuration that the next start will use, rather than the present one.
        query(bool) next_run;
    }
}
