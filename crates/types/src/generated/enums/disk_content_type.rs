//! `DiskContentType`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a disk holds.
    pub enum DiskContentType {
        /// `backup_scratch`. Since 4.4.6.
        BackupScratch = "backup_scratch",
        /// `data`. Since 4.2.1.
        Data = "data",
        /// `hosted_engine`. Since 4.3.3.
        HostedEngine = "hosted_engine",
        /// `hosted_engine_configuration`. Since 4.3.3.
        HostedEngineConfiguration = "hosted_engine_configuration",
        /// `hosted_engine_metadata`. Since 4.3.3.
        HostedEngineMetadata = "hosted_engine_metadata",
        /// `hosted_engine_sanlock`. Since 4.3.3.
        HostedEngineSanlock = "hosted_engine_sanlock",
        /// `iso`. Since 4.2.1.
        Iso = "iso",
        /// `memory_dump_volume`. Since 4.2.1.
        MemoryDumpVolume = "memory_dump_volume",
        /// `memory_metadata_volume`. Since 4.2.1.
        MemoryMetadataVolume = "memory_metadata_volume",
        /// `ovf_store`. Since 4.2.1.
        OvfStore = "ovf_store",
    }
}
