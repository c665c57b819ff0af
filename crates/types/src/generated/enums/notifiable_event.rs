//! `NotifiableEvent`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Events that users can be told of. Since 4.4.0.
    pub enum NotifiableEvent {
        /// `cluster_alert_ha_reservation`.
        ClusterAlertHaReservation = "cluster_alert_ha_reservation",
        /// `cluster_alert_ha_reservation_down`.
        ClusterAlertHaReservationDown = "cluster_alert_ha_reservation_down",
        /// `dwh_error`.
        DwhError = "dwh_error",
        /// `dwh_stopped`.
        DwhStopped = "dwh_stopped",
        /// `engine_backup_completed`.
        EngineBackupCompleted = "engine_backup_completed",
        /// `engine_backup_failed`.
        EngineBackupFailed = "engine_backup_failed",
        /// `engine_backup_started`.
        EngineBackupStarted = "engine_backup_started",
        /// `engine_ca_certification_has_expired`.
        EngineCaCertificationHasExpired = "engine_ca_certification_has_expired",
        /// `engine_ca_certification_is_about_to_expire`.
        EngineCaCertificationIsAboutToExpire = "engine_ca_certification_is_about_to_expire",
        /// `engine_certification_has_expired`.
        EngineCertificationHasExpired = "engine_certification_has_expired",
        /// `engine_certification_is_about_to_expire`.
        EngineCertificationIsAboutToExpire = "engine_certification_is_about_to_expire",
        /// `engine_stop`.
        EngineStop = "engine_stop",
        /// `faulty_multipaths_on_host`.
        FaultyMultipathsOnHost = "faulty_multipaths_on_host",
        /// `gluster_brick_status_changed`.
        GlusterBrickStatusChanged = "gluster_brick_status_changed",
        /// `gluster_hook_add_failed`.
        GlusterHookAddFailed = "gluster_hook_add_failed",
        /// `gluster_hook_added`.
        GlusterHookAdded = "gluster_hook_added",
        /// `gluster_hook_conflict_detected`.
        GlusterHookConflictDetected = "gluster_hook_conflict_detected",
        /// `gluster_hook_detected_delete`.
        GlusterHookDetectedDelete = "gluster_hook_detected_delete",
        /// `gluster_hook_detected_new`.
        GlusterHookDetectedNew = "gluster_hook_detected_new",
        /// `gluster_hook_disable`.
        GlusterHookDisable = "gluster_hook_disable",
        /// `gluster_hook_disable_failed`.
        GlusterHookDisableFailed = "gluster_hook_disable_failed",
        /// `gluster_hook_enable`.
        GlusterHookEnable = "gluster_hook_enable",
        /// `gluster_hook_enable_failed`.
        GlusterHookEnableFailed = "gluster_hook_enable_failed",
        /// `gluster_hook_remove_failed`.
        GlusterHookRemoveFailed = "gluster_hook_remove_failed",
        /// `gluster_hook_removed`.
        GlusterHookRemoved = "gluster_hook_removed",
        /// `gluster_server_add_failed`.
        GlusterServerAddFailed = "gluster_server_add_failed",
        /// `gluster_server_remove`.
        GlusterServerRemove = "gluster_server_remove",
        /// `gluster_server_remove_failed`.
        GlusterServerRemoveFailed = "gluster_server_remove_failed",
        /// `gluster_service_restart_failed`.
        GlusterServiceRestartFailed = "gluster_service_restart_failed",
        /// `gluster_service_restarted`.
        GlusterServiceRestarted = "gluster_service_restarted",
        /// `gluster_service_start_failed`.
        GlusterServiceStartFailed = "gluster_service_start_failed",
        /// `gluster_service_started`.
        GlusterServiceStarted = "gluster_service_started",
        /// `gluster_service_stop_failed`.
        GlusterServiceStopFailed = "gluster_service_stop_failed",
        /// `gluster_service_stopped`.
        GlusterServiceStopped = "gluster_service_stopped",
        /// `gluster_volume_add_brick`.
        GlusterVolumeAddBrick = "gluster_volume_add_brick",
        /// `gluster_volume_add_brick_failed`.
        GlusterVolumeAddBrickFailed = "gluster_volume_add_brick_failed",
        /// `gluster_volume_all_snapshots_delete_failed`.
        GlusterVolumeAllSnapshotsDeleteFailed = "gluster_volume_all_snapshots_delete_failed",
        /// `gluster_volume_all_snapshots_deleted`.
        GlusterVolumeAllSnapshotsDeleted = "gluster_volume_all_snapshots_deleted",
        /// `gluster_volume_brick_replaced`.
        GlusterVolumeBrickReplaced = "gluster_volume_brick_replaced",
        /// `gluster_volume_confirmed_space_low`.
        GlusterVolumeConfirmedSpaceLow = "gluster_volume_confirmed_space_low",
        /// `gluster_volume_create`.
        GlusterVolumeCreate = "gluster_volume_create",
        /// `gluster_volume_create_failed`.
        GlusterVolumeCreateFailed = "gluster_volume_create_failed",
        /// `gluster_volume_delete`.
        GlusterVolumeDelete = "gluster_volume_delete",
        /// `gluster_volume_delete_failed`.
        GlusterVolumeDeleteFailed = "gluster_volume_delete_failed",
        /// `gluster_volume_migrate_brick_data_finished`.
        GlusterVolumeMigrateBrickDataFinished = "gluster_volume_migrate_brick_data_finished",
        /// `gluster_volume_option_added`.
        GlusterVolumeOptionAdded = "gluster_volume_option_added",
        /// `gluster_volume_option_modified`.
        GlusterVolumeOptionModified = "gluster_volume_option_modified",
        /// `gluster_volume_option_set_failed`.
        GlusterVolumeOptionSetFailed = "gluster_volume_option_set_failed",
        /// `gluster_volume_options_reset`.
        GlusterVolumeOptionsReset = "gluster_volume_options_reset",
        /// `gluster_volume_options_reset_all`.
        GlusterVolumeOptionsResetAll = "gluster_volume_options_reset_all",
        /// `gluster_volume_options_reset_failed`.
        GlusterVolumeOptionsResetFailed = "gluster_volume_options_reset_failed",
        /// `gluster_volume_profile_start`.
        GlusterVolumeProfileStart = "gluster_volume_profile_start",
        /// `gluster_volume_profile_start_failed`.
        GlusterVolumeProfileStartFailed = "gluster_volume_profile_start_failed",
        /// `gluster_volume_profile_stop`.
        GlusterVolumeProfileStop = "gluster_volume_profile_stop",
        /// `gluster_volume_profile_stop_failed`.
        GlusterVolumeProfileStopFailed = "gluster_volume_profile_stop_failed",
        /// `gluster_volume_rebalance_finished`.
        GlusterVolumeRebalanceFinished = "gluster_volume_rebalance_finished",
        /// `gluster_volume_rebalance_not_found_from_cli`.
        GlusterVolumeRebalanceNotFoundFromCli = "gluster_volume_rebalance_not_found_from_cli",
        /// `gluster_volume_rebalance_start`.
        GlusterVolumeRebalanceStart = "gluster_volume_rebalance_start",
        /// `gluster_volume_rebalance_start_detected_from_cli`.
        GlusterVolumeRebalanceStartDetectedFromCli = "gluster_volume_rebalance_start_detected_from_cli",
        /// `gluster_volume_rebalance_start_failed`.
        GlusterVolumeRebalanceStartFailed = "gluster_volume_rebalance_start_failed",
        /// `gluster_volume_rebalance_stop`.
        GlusterVolumeRebalanceStop = "gluster_volume_rebalance_stop",
        /// `gluster_volume_rebalance_stop_failed`.
        GlusterVolumeRebalanceStopFailed = "gluster_volume_rebalance_stop_failed",
        /// `gluster_volume_remove_bricks`.
        GlusterVolumeRemoveBricks = "gluster_volume_remove_bricks",
        /// `gluster_volume_remove_bricks_failed`.
        GlusterVolumeRemoveBricksFailed = "gluster_volume_remove_bricks_failed",
        /// `gluster_volume_remove_bricks_stop`.
        GlusterVolumeRemoveBricksStop = "gluster_volume_remove_bricks_stop",
        /// `gluster_volume_remove_bricks_stop_failed`.
        GlusterVolumeRemoveBricksStopFailed = "gluster_volume_remove_bricks_stop_failed",
        /// `gluster_volume_replace_brick_failed`.
        GlusterVolumeReplaceBrickFailed = "gluster_volume_replace_brick_failed",
        /// `gluster_volume_replace_brick_start`.
        GlusterVolumeReplaceBrickStart = "gluster_volume_replace_brick_start",
        /// `gluster_volume_replace_brick_start_failed`.
        GlusterVolumeReplaceBrickStartFailed = "gluster_volume_replace_brick_start_failed",
        /// `gluster_volume_snapshot_activate_failed`.
        GlusterVolumeSnapshotActivateFailed = "gluster_volume_snapshot_activate_failed",
        /// `gluster_volume_snapshot_activated`.
        GlusterVolumeSnapshotActivated = "gluster_volume_snapshot_activated",
        /// `gluster_volume_snapshot_create_failed`.
        GlusterVolumeSnapshotCreateFailed = "gluster_volume_snapshot_create_failed",
        /// `gluster_volume_snapshot_created`.
        GlusterVolumeSnapshotCreated = "gluster_volume_snapshot_created",
        /// `gluster_volume_snapshot_deactivate_failed`.
        GlusterVolumeSnapshotDeactivateFailed = "gluster_volume_snapshot_deactivate_failed",
        /// `gluster_volume_snapshot_deactivated`.
        GlusterVolumeSnapshotDeactivated = "gluster_volume_snapshot_deactivated",
        /// `gluster_volume_snapshot_delete_failed`.
        GlusterVolumeSnapshotDeleteFailed = "gluster_volume_snapshot_delete_failed",
        /// `gluster_volume_snapshot_deleted`.
        GlusterVolumeSnapshotDeleted = "gluster_volume_snapshot_deleted",
        /// `gluster_volume_snapshot_restore_failed`.
        GlusterVolumeSnapshotRestoreFailed = "gluster_volume_snapshot_restore_failed",
        /// `gluster_volume_snapshot_restored`.
        GlusterVolumeSnapshotRestored = "gluster_volume_snapshot_restored",
        /// `gluster_volume_start`.
        GlusterVolumeStart = "gluster_volume_start",
        /// `gluster_volume_start_failed`.
        GlusterVolumeStartFailed = "gluster_volume_start_failed",
        /// `gluster_volume_stop`.
        GlusterVolumeStop = "gluster_volume_stop",
        /// `gluster_volume_stop_failed`.
        GlusterVolumeStopFailed = "gluster_volume_stop_failed",
        /// `ha_vm_failed`.
        HaVmFailed = "ha_vm_failed",
        /// `ha_vm_restart_failed`.
        HaVmRestartFailed = "ha_vm_restart_failed",
        /// `host_activate_failed`.
        HostActivateFailed = "host_activate_failed",
        /// `host_activate_manual_ha`.
        HostActivateManualHa = "host_activate_manual_ha",
        /// `host_approve_failed`.
        HostApproveFailed = "host_approve_failed",
        /// `host_bond_slave_state_down`.
        HostBondSlaveStateDown = "host_bond_slave_state_down",
        /// `host_certificate_has_invalid_san`.
        HostCertificateHasInvalidSan = "host_certificate_has_invalid_san",
        /// `host_certification_has_expired`.
        HostCertificationHasExpired = "host_certification_has_expired",
        /// `host_certification_is_about_to_expire`.
        HostCertificationIsAboutToExpire = "host_certification_is_about_to_expire",
        /// `host_failure`.
        HostFailure = "host_failure",
        /// `host_high_cpu_use`.
        HostHighCpuUse = "host_high_cpu_use",
        /// `host_high_mem_use`.
        HostHighMemUse = "host_high_mem_use",
        /// `host_high_swap_use`.
        HostHighSwapUse = "host_high_swap_use",
        /// `host_initiated_run_vm_failed`.
        HostInitiatedRunVmFailed = "host_initiated_run_vm_failed",
        /// `host_install_failed`.
        HostInstallFailed = "host_install_failed",
        /// `host_interface_high_network_use`.
        HostInterfaceHighNetworkUse = "host_interface_high_network_use",
        /// `host_interface_state_down`.
        HostInterfaceStateDown = "host_interface_state_down",
        /// `host_low_mem`.
        HostLowMem = "host_low_mem",
        /// `host_low_swap`.
        HostLowSwap = "host_low_swap",
        /// `host_recover_failed`.
        HostRecoverFailed = "host_recover_failed",
        /// `host_set_nonoperational`.
        HostSetNonoperational = "host_set_nonoperational",
        /// `host_set_nonoperational_domain`.
        HostSetNonoperationalDomain = "host_set_nonoperational_domain",
        /// `host_set_nonoperational_iface_down`.
        HostSetNonoperationalIfaceDown = "host_set_nonoperational_iface_down",
        /// `host_slow_storage_response_time`.
        HostSlowStorageResponseTime = "host_slow_storage_response_time",
        /// `host_time_drift_alert`.
        HostTimeDriftAlert = "host_time_drift_alert",
        /// `host_untrusted`.
        HostUntrusted = "host_untrusted",
        /// `host_updates_are_available`.
        HostUpdatesAreAvailable = "host_updates_are_available",
        /// `host_updates_are_available_with_packages`.
        HostUpdatesAreAvailableWithPackages = "host_updates_are_available_with_packages",
        /// `importexport_import_template_from_trusted_to_untrusted`.
        ImportexportImportTemplateFromTrustedToUntrusted = "importexport_import_template_from_trusted_to_untrusted",
        /// `importexport_import_template_from_untrusted_to_trusted`.
        ImportexportImportTemplateFromUntrustedToTrusted = "importexport_import_template_from_untrusted_to_trusted",
        /// `importexport_import_vm_from_trusted_to_untrusted`.
        ImportexportImportVmFromTrustedToUntrusted = "importexport_import_vm_from_trusted_to_untrusted",
        /// `importexport_import_vm_from_untrusted_to_trusted`.
        ImportexportImportVmFromUntrustedToTrusted = "importexport_import_vm_from_untrusted_to_trusted",
        /// `irs_confirmed_disk_space_low`.
        IrsConfirmedDiskSpaceLow = "irs_confirmed_disk_space_low",
        /// `irs_disk_space_low`.
        IrsDiskSpaceLow = "irs_disk_space_low",
        /// `irs_disk_space_low_error`.
        IrsDiskSpaceLowError = "irs_disk_space_low_error",
        /// `irs_failure`.
        IrsFailure = "irs_failure",
        /// `mac_address_is_external`.
        MacAddressIsExternal = "mac_address_is_external",
        /// `multipath_devices_without_valid_paths_on_host`.
        MultipathDevicesWithoutValidPathsOnHost = "multipath_devices_without_valid_paths_on_host",
        /// `network_update_display_for_cluster_with_active_vm`.
        NetworkUpdateDisplayForClusterWithActiveVm = "network_update_display_for_cluster_with_active_vm",
        /// `network_update_display_for_host_with_active_vm`.
        NetworkUpdateDisplayForHostWithActiveVm = "network_update_display_for_host_with_active_vm",
        /// `no_faulty_multipaths_on_host`.
        NoFaultyMultipathsOnHost = "no_faulty_multipaths_on_host",
        /// `number_of_lvs_on_storage_domain_exceeded_threshold`.
        NumberOfLvsOnStorageDomainExceededThreshold = "number_of_lvs_on_storage_domain_exceeded_threshold",
        /// `remove_gluster_volume_bricks_not_found_from_cli`.
        RemoveGlusterVolumeBricksNotFoundFromCli = "remove_gluster_volume_bricks_not_found_from_cli",
        /// `start_removing_gluster_volume_bricks`.
        StartRemovingGlusterVolumeBricks = "start_removing_gluster_volume_bricks",
        /// `start_removing_gluster_volume_bricks_detected_from_cli`.
        StartRemovingGlusterVolumeBricksDetectedFromCli = "start_removing_gluster_volume_bricks_detected_from_cli",
        /// `start_removing_gluster_volume_bricks_failed`.
        StartRemovingGlusterVolumeBricksFailed = "start_removing_gluster_volume_bricks_failed",
        /// `system_change_storage_pool_status_no_host_for_spm`.
        SystemChangeStoragePoolStatusNoHostForSpm = "system_change_storage_pool_status_no_host_for_spm",
        /// `system_deactivated_storage_domain`.
        SystemDeactivatedStorageDomain = "system_deactivated_storage_domain",
        /// `user_add_vm_from_trusted_to_untrusted`.
        UserAddVmFromTrustedToUntrusted = "user_add_vm_from_trusted_to_untrusted",
        /// `user_add_vm_from_untrusted_to_trusted`.
        UserAddVmFromUntrustedToTrusted = "user_add_vm_from_untrusted_to_trusted",
        /// `user_add_vm_template_from_trusted_to_untrusted`.
        UserAddVmTemplateFromTrustedToUntrusted = "user_add_vm_template_from_trusted_to_untrusted",
        /// `user_add_vm_template_from_untrusted_to_trusted`.
        UserAddVmTemplateFromUntrustedToTrusted = "user_add_vm_template_from_untrusted_to_trusted",
        /// `user_host_maintenance`.
        UserHostMaintenance = "user_host_maintenance",
        /// `user_host_maintenance_manual_ha`.
        UserHostMaintenanceManualHa = "user_host_maintenance_manual_ha",
        /// `user_host_maintenance_migration_failed`.
        UserHostMaintenanceMigrationFailed = "user_host_maintenance_migration_failed",
        /// `user_update_vm_from_trusted_to_untrusted`.
        UserUpdateVmFromTrustedToUntrusted = "user_update_vm_from_trusted_to_untrusted",
        /// `user_update_vm_from_untrusted_to_trusted`.
        UserUpdateVmFromUntrustedToTrusted = "user_update_vm_from_untrusted_to_trusted",
        /// `user_update_vm_template_from_trusted_to_untrusted`.
        UserUpdateVmTemplateFromTrustedToUntrusted = "user_update_vm_template_from_trusted_to_untrusted",
        /// `user_update_vm_template_from_untrusted_to_trusted`.
        UserUpdateVmTemplateFromUntrustedToTrusted = "user_update_vm_template_from_untrusted_to_trusted",
        /// `vm_console_connected`.
        VmConsoleConnected = "vm_console_connected",
        /// `vm_console_disconnected`.
        VmConsoleDisconnected = "vm_console_disconnected",
        /// `vm_down_error`.
        VmDownError = "vm_down_error",
        /// `vm_failure`.
        VmFailure = "vm_failure",
        /// `vm_migration_failed`.
        VmMigrationFailed = "vm_migration_failed",
        /// `vm_migration_start`.
        VmMigrationStart = "vm_migration_start",
        /// `vm_migration_to_server_failed`.
        VmMigrationToServerFailed = "vm_migration_to_server_failed",
        /// `vm_not_responding`.
        VmNotResponding = "vm_not_responding",
        /// `vm_paused`.
        VmPaused = "vm_paused",
        /// `vm_paused_eio`.
        VmPausedEio = "vm_paused_eio",
        /// `vm_paused_enospc`.
        VmPausedEnospc = "vm_paused_enospc",
        /// `vm_paused_eperm`.
        VmPausedEperm = "vm_paused_eperm",
        /// `vm_paused_error`.
        VmPausedError = "vm_paused_error",
        /// `vm_recovered_from_pause_error`.
        VmRecoveredFromPauseError = "vm_recovered_from_pause_error",
        /// `vm_set_ticket`.
        VmSetTicket = "vm_set_ticket",
        /// `vm_status_restored`.
        VmStatusRestored = "vm_status_restored",
    }
}
