//! Templates, instance types and pools.

pub mod add_instance_type;
pub mod add_template;
pub mod add_vm_pool;
pub mod export_template;
pub mod export_template_as_ova;
pub mod import_template_from_ova;
pub mod reprovision_stateless_vm_in_pool;
