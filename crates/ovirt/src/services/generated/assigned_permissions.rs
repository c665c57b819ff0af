//! `AssignedPermissionsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::PermissionService;
use crate::stream::stream;
use crate::types::{Identifier, List, Permission};

service! {
    /// The permissions on an object, or of a user, group or role.
    ///
    /// API path: `/vms/{vm:id}/permissions`
    AssignedPermissionsService = "assigned_permissions"
}

impl AssignedPermissionsService {
    /// Gives a role to a user or group on an object; with several collections to choose from, the
    /// path gives one of the parts.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.role.id` or `permission.role.name`.
    #[inline]
    pub fn add(&self, permission: impl Into<Permission>) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(
            self.0
                .add::<Permission>("assigned_permissions.add", permission.into())
                .requires("permission.role.id|permission.role.name"),
        )
    }

    /// Gives the user or group of the path a role on a cluster and all that is in it.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.cluster.id`.
    #[inline]
    pub fn add_cluster_permission(
        &self,
        permission: impl Into<Permission>,
    ) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.cluster.id"))
    }

    /// Gives the user or group of the path a role on a data center and all that is in it.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.data_center.id`.
    #[inline]
    pub fn add_data_center_permission(
        &self,
        permission: impl Into<Permission>,
    ) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.data_center.id"))
    }

    /// Gives a group a role on the object of the path.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.group.id`.
    #[inline]
    pub fn add_group_level(&self, permission: impl Into<Permission>) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.group.id"))
    }

    /// Gives the user or group of the path a role on a host.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.host.id`.
    #[inline]
    pub fn add_host_permission(&self, permission: impl Into<Permission>) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.host.id"))
    }

    /// Gives the user or group of the path a role on a storage domain.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.storage_domain.id`.
    #[inline]
    pub fn add_storage_domain_permission(
        &self,
        permission: impl Into<Permission>,
    ) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(
            self.add(permission)
                .0
                .requires("permission.storage_domain.id"),
        )
    }

    /// Gives the user or group of the path a role on a template.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.template.id`.
    #[inline]
    pub fn add_template_permission(
        &self,
        permission: impl Into<Permission>,
    ) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.template.id"))
    }

    /// Gives a user a role on the object of the path.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.user.id`.
    #[inline]
    pub fn add_user_level(&self, permission: impl Into<Permission>) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.user.id"))
    }

    /// Gives the user or group of the path a role on a VM.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.vm.id`.
    #[inline]
    pub fn add_vm_permission(&self, permission: impl Into<Permission>) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.vm.id"))
    }

    /// Gives the user or group of the path a role on a pool of VMs.
    ///
    /// `POST /vms/{vm:id}/permissions`
    ///
    /// Needs `permission.vm_pool.id`.
    #[inline]
    pub fn add_vm_pool_permission(
        &self,
        permission: impl Into<Permission>,
    ) -> AssignedPermissionsAdd {
        AssignedPermissionsAdd(self.add(permission).0.requires("permission.vm_pool.id"))
    }

    /// The permissions of the object, inherited ones among them, or of the user or group.
    ///
    /// `GET /vms/{vm:id}/permissions`
    #[inline]
    pub fn list(&self) -> AssignedPermissionsList {
        AssignedPermissionsList(self.0.get("assigned_permissions.list"))
    }

    /// One permission, by its identifier.
    #[inline]
    pub fn permission_service(&self, id: impl Identifier<Permission>) -> PermissionService {
        PermissionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedPermissionsService::add`].
    AssignedPermissionsAdd -> document(Permission);
}

request! {
    /// Request of [`AssignedPermissionsService::list`].
    AssignedPermissionsList -> document(List<Permission>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(AssignedPermissionsList, Permission);
