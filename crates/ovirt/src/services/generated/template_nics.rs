//! `TemplateNicsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::TemplateNicService;
use crate::stream::stream;
use crate::types::{Identifier, List, Nic};

service! {
    /// Template network interfaces, as a collection.
    ///
    /// API path: `/templates/{template:id}/nics`
    TemplateNicsService = "template_nics"
}

impl TemplateNicsService {
    /// Adds a template network interface.
    ///
    /// `POST /templates/{template:id}/nics`
    ///
    /// Needs `nic.name`.
    #[inline]
    pub fn add(&self, nic: impl Into<Nic>) -> TemplateNicsAdd {
        TemplateNicsAdd(
            self.0
                .add::<Nic>("template_nics.add", nic.into())
                .requires("nic.name"),
        )
    }

    /// Lists the template network interfaces.
    ///
    /// `GET /templates/{template:id}/nics`
    #[inline]
    pub fn list(&self) -> TemplateNicsList {
        TemplateNicsList(self.0.get("template_nics.list"))
    }

    /// The network interface with this identifier.
    #[inline]
    pub fn nic_service(&self, id: impl Identifier<Nic>) -> TemplateNicService {
        TemplateNicService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateNicsService::add`].
    TemplateNicsAdd -> document(Nic);
}

request! {
    /// Request of [`TemplateNicsService::list`].
    TemplateNicsList -> document(List<Nic>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(TemplateNicsList, Nic);
named!(TemplateNicsService, Nic, "name");
