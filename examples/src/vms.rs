//! Virtual machines.

pub mod list_vms;
pub mod start_vm;
