//! `SshPublicKeysService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::SshPublicKeyService;
use crate::stream::stream;
use crate::types::{Identifier, List, SshPublicKey};

service! {
    /// The SSH public keys of a user, for the serial consoles of VMs.
    ///
    /// API path: `/users/{user:id}/sshpublickeys`
    SshPublicKeysService = "ssh_public_keys"
}

impl SshPublicKeysService {
    /// Adds a public key for the user.
    ///
    /// `POST /users/{user:id}/sshpublickeys`
    ///
    /// Needs `key.content`.
    #[inline]
    pub fn add(&self, key: impl Into<SshPublicKey>) -> SshPublicKeysAdd {
        SshPublicKeysAdd(
            self.0
                .add::<SshPublicKey>("ssh_public_keys.add", key.into())
                .requires("key.content"),
        )
    }

    /// All public keys of the user.
    ///
    /// `GET /users/{user:id}/sshpublickeys`
    #[inline]
    pub fn list(&self) -> SshPublicKeysList {
        SshPublicKeysList(self.0.get("ssh_public_keys.list"))
    }

    /// One key, by its identifier.
    #[inline]
    pub fn key_service(&self, id: impl Identifier<SshPublicKey>) -> SshPublicKeyService {
        SshPublicKeyService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SshPublicKeysService::add`].
    SshPublicKeysAdd -> document(SshPublicKey);
}

request! {
    /// Request of [`SshPublicKeysService::list`].
    SshPublicKeysList -> document(List<SshPublicKey>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SshPublicKeysList, SshPublicKey);
