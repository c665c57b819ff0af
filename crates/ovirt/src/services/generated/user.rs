//! `UserService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedPermissionsService, AssignedRolesService, AssignedTagsService, DomainUserGroupsService,
    EventSubscriptionsService, SshPublicKeysService, UserOptionsService,
};
use crate::types::User;
use crate::wait::wait;

service! {
    /// One user that the engine knows.
    ///
    /// API path: `/users/{user:id}`
    UserService = "user"
}

impl UserService {
    /// Reads the user: names, directory, mail address, namespace.
    ///
    /// `GET /users/{user:id}`
    #[inline]
    pub fn get(&self) -> UserGet {
        UserGet(self.0.get("user.get"))
    }

    /// Removes the user and the permissions from the engine; the account stays in its directory and
    /// can be added again.
    ///
    /// `DELETE /users/{user:id}`
    #[inline]
    pub fn remove(&self) -> UserRemove {
        UserRemove(self.0.remove("user.remove"))
    }

    /// Updates the user's `user_options`; the collection `options` does that on current engines.
    /// Since 4.4. Deprecated since 4.4.5.
    ///
    /// `PUT /users/{user:id}`
    #[inline]
    pub fn update(&self, user: impl Into<User>) -> UserUpdate {
        UserUpdate(self.0.update::<User>("user.update", user.into()))
    }

    /// Kinds of events the user is notified of. Since 4.4.0.
    #[inline]
    pub fn event_subscriptions_service(&self) -> EventSubscriptionsService {
        EventSubscriptionsService(self.0.segment("eventsubscriptions"))
    }

    /// Groups that the user belongs to by the directory.
    #[inline]
    pub fn groups_service(&self) -> DomainUserGroupsService {
        DomainUserGroupsService(self.0.segment("groups"))
    }

    /// Settings of the user for the user interfaces. Since 4.4.5.
    #[inline]
    pub fn options_service(&self) -> UserOptionsService {
        UserOptionsService(self.0.segment("options"))
    }

    /// Permissions that the user has.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Roles that the user has on the system.
    #[inline]
    pub fn roles_service(&self) -> AssignedRolesService {
        AssignedRolesService(self.0.segment("roles"))
    }

    /// SSH public keys of the user.
    #[inline]
    pub fn ssh_public_keys_service(&self) -> SshPublicKeysService {
        SshPublicKeysService(self.0.segment("sshpublickeys"))
    }

    /// Tags that the user carries.
    #[inline]
    pub fn tags_service(&self) -> AssignedTagsService {
        AssignedTagsService(self.0.segment("tags"))
    }
}

wait!(UserService, User);

request! {
    /// Request of [`UserService::get`].
    UserGet -> document(User) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`UserService::remove`].
    UserRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`UserService::update`].
    UserUpdate -> document(User);
}
