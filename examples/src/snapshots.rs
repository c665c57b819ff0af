//! Snapshots and backups.

pub mod add_vm_snapshot;
pub mod backup_vm;
pub mod checkpoints;
pub mod clone_vm_from_snapshot;
pub mod list_vm_snapshots;
pub mod vm_backup;
