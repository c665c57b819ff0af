//! Users, groups, roles and permissions.

pub mod add_group;
pub mod add_role;
pub mod add_user_ssh_public_key;
pub mod assign_permission;
pub mod assign_permission_to_vms;
pub mod list_roles;
