//! `OpenstackVolumeAuthenticationKeyService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::OpenstackVolumeAuthenticationKey;
use crate::wait::wait;

service! {
    /// One key by which hosts use volumes of a Cinder server. Deprecated.
    ///
    /// API path: `/openstackvolumeproviders/{provider:id}/authenticationkeys/{key:id}`
    OpenstackVolumeAuthenticationKeyService = "openstack_volume_authentication_key"
}

impl OpenstackVolumeAuthenticationKeyService {
    /// Reads the key's identifiers; its value is never in the response.
    ///
    /// `GET /openstackvolumeproviders/{provider:id}/authenticationkeys/{key:id}`
    #[inline]
    pub fn get(&self) -> OpenstackVolumeAuthenticationKeyGet {
        OpenstackVolumeAuthenticationKeyGet(self.0.get("openstack_volume_authentication_key.get"))
    }

    /// Removes the key from the engine; hosts cannot use the provider's volumes with it then.
    ///
    /// `DELETE /openstackvolumeproviders/{provider:id}/authenticationkeys/{key:id}`
    #[inline]
    pub fn remove(&self) -> OpenstackVolumeAuthenticationKeyRemove {
        OpenstackVolumeAuthenticationKeyRemove(
            self.0.remove("openstack_volume_authentication_key.remove"),
        )
    }

    /// Changes description, usage or value of the key.
    ///
    /// `PUT /openstackvolumeproviders/{provider:id}/authenticationkeys/{key:id}`
    #[inline]
    pub fn update(
        &self,
        key: impl Into<OpenstackVolumeAuthenticationKey>,
    ) -> OpenstackVolumeAuthenticationKeyUpdate {
        OpenstackVolumeAuthenticationKeyUpdate(self.0.update::<OpenstackVolumeAuthenticationKey>(
            "openstack_volume_authentication_key.update",
            key.into(),
        ))
    }
}

wait!(
    OpenstackVolumeAuthenticationKeyService,
    OpenstackVolumeAuthenticationKey
);

request! {
    /// Request of [`OpenstackVolumeAuthenticationKeyService::get`].
    OpenstackVolumeAuthenticationKeyGet -> document(OpenstackVolumeAuthenticationKey) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackVolumeAuthenticationKeyService::remove`].
    OpenstackVolumeAuthenticationKeyRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`OpenstackVolumeAuthenticationKeyService::update`].
    OpenstackVolumeAuthenticationKeyUpdate -> document(OpenstackVolumeAuthenticationKey);
}
