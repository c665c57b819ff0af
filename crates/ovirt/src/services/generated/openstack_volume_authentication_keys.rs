//! `OpenstackVolumeAuthenticationKeysService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackVolumeAuthenticationKeyService;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenstackVolumeAuthenticationKey};

service! {
    /// The keys by which hosts use volumes of a Cinder server. Deprecated.
    ///
    /// API path: `/openstackvolumeproviders/{provider:id}/authenticationkeys`
    OpenstackVolumeAuthenticationKeysService = "openstack_volume_authentication_keys"
}

impl OpenstackVolumeAuthenticationKeysService {
    /// Adds a key, which the engine hands to the hosts.
    ///
    /// `POST /openstackvolumeproviders/{provider:id}/authenticationkeys`
    ///
    /// Needs `key.usage_type`, `key.uuid`, `key.value`.
    #[inline]
    pub fn add(
        &self,
        key: impl Into<OpenstackVolumeAuthenticationKey>,
    ) -> OpenstackVolumeAuthenticationKeysAdd {
        OpenstackVolumeAuthenticationKeysAdd(
            self.0
                .add::<OpenstackVolumeAuthenticationKey>(
                    "openstack_volume_authentication_keys.add",
                    key.into(),
                )
                .requires("key.usage_type, key.uuid, key.value"),
        )
    }

    /// All keys of the provider, without their values.
    ///
    /// `GET /openstackvolumeproviders/{provider:id}/authenticationkeys`
    #[inline]
    pub fn list(&self) -> OpenstackVolumeAuthenticationKeysList {
        OpenstackVolumeAuthenticationKeysList(
            self.0.get("openstack_volume_authentication_keys.list"),
        )
    }

    /// One key, by its identifier.
    #[inline]
    pub fn key_service(
        &self,
        id: impl Identifier<OpenstackVolumeAuthenticationKey>,
    ) -> OpenstackVolumeAuthenticationKeyService {
        OpenstackVolumeAuthenticationKeyService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackVolumeAuthenticationKeysService::add`].
    OpenstackVolumeAuthenticationKeysAdd -> document(OpenstackVolumeAuthenticationKey);
}

request! {
    /// Request of [`OpenstackVolumeAuthenticationKeysService::list`].
    OpenstackVolumeAuthenticationKeysList -> document(List<OpenstackVolumeAuthenticationKey>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(
    OpenstackVolumeAuthenticationKeysList,
    OpenstackVolumeAuthenticationKey
);
named!(
    OpenstackVolumeAuthenticationKeysService,
    OpenstackVolumeAuthenticationKey,
    "name"
);
