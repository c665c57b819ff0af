//! Templates, instance types and pools.

pub mod add_instance_type;
pub mod add_template;
pub mod add_vm_pool;
pub mod reprovision_stateless_vm_in_pool;
