//! `TemplateNicService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Nic;
use crate::wait::wait;

service! {
    /// A template network interface.
    ///
    /// API path: `/templates/{template:id}/nics/{nic:id}`
    TemplateNicService = "template_nic"
}

impl TemplateNicService {
    /// Reads the template network interface.
    ///
    /// `GET /templates/{template:id}/nics/{nic:id}`
    #[inline]
    pub fn get(&self) -> TemplateNicGet {
        TemplateNicGet(self.0.get("template_nic.get"))
    }

    /// Removes the template network interface.
    ///
    /// `DELETE /templates/{template:id}/nics/{nic:id}`
    #[inline]
    pub fn remove(&self) -> TemplateNicRemove {
        TemplateNicRemove(self.0.remove("template_nic.remove"))
    }

    /// Updates the template network interface; unset members are left unchanged.
    ///
    /// `PUT /templates/{template:id}/nics/{nic:id}`
    #[inline]
    pub fn update(&self, nic: impl Into<Nic>) -> TemplateNicUpdate {
        TemplateNicUpdate(self.0.update::<Nic>("template_nic.update", nic.into()))
    }
}

wait!(TemplateNicService, Nic);

request! {
    /// Request of [`TemplateNicService::get`].
    TemplateNicGet -> document(Nic) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateNicService::remove`].
    TemplateNicRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`TemplateNicService::update`].
    TemplateNicUpdate -> document(Nic) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
