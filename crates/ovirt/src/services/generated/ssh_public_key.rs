//! `SshPublicKeyService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::SshPublicKey;
use crate::wait::wait;

service! {
    /// One SSH public key of a user.
    ///
    /// API path: `/users/{user:id}/sshpublickeys/{key:id}`
    SshPublicKeyService = "ssh_public_key"
}

impl SshPublicKeyService {
    /// Reads the key; `content` is in the form of `authorized_keys`.
    ///
    /// `GET /users/{user:id}/sshpublickeys/{key:id}`
    #[inline]
    pub fn get(&self) -> SshPublicKeyGet {
        SshPublicKeyGet(self.0.get("ssh_public_key.get"))
    }

    /// Removes the key; it is no longer accepted for the serial consoles of the user's VMs.
    ///
    /// `DELETE /users/{user:id}/sshpublickeys/{key:id}`
    #[inline]
    pub fn remove(&self) -> SshPublicKeyRemove {
        SshPublicKeyRemove(self.0.remove("ssh_public_key.remove"))
    }

    /// Updates the key, which may get a new identifier; remove and add it instead. Deprecated since
    /// 4.4.8.
    ///
    /// `PUT /users/{user:id}/sshpublickeys/{key:id}`
    #[inline]
    pub fn update(&self, key: impl Into<SshPublicKey>) -> SshPublicKeyUpdate {
        SshPublicKeyUpdate(
            self.0
                .update::<SshPublicKey>("ssh_public_key.update", key.into()),
        )
    }
}

wait!(SshPublicKeyService, SshPublicKey);

request! {
    /// Request of [`SshPublicKeyService::get`].
    SshPublicKeyGet -> document(SshPublicKey) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`SshPublicKeyService::remove`].
    SshPublicKeyRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`SshPublicKeyService::update`].
    SshPublicKeyUpdate -> document(SshPublicKey) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
