//! `TemplateService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedPermissionsService, AssignedTagsService, TemplateCdromsService,
    TemplateDiskAttachmentsService, TemplateGraphicsConsolesService,
    TemplateMediatedDevicesService, TemplateNicsService, TemplateWatchdogsService,
};
use crate::types::{Host, Link, StorageDomain, Template, TemplateStatus};
use crate::wait::wait;

service! {
    /// A template.
    ///
    /// API path: `/templates/{template:id}`
    TemplateService = "template"
}

impl TemplateService {
    /// Exports the template to an export domain, or to a folder of a host as an OVA file.
    ///
    /// `POST /templates/{template:id}/export`
    #[inline]
    pub fn export(&self) -> TemplateExport {
        TemplateExport(self.0.action("template.export", "export"))
    }

    /// Exports the template to an export domain.
    ///
    /// `POST /templates/{template:id}/export`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn export_to_export_domain(
        &self,
        storage_domain: impl Into<Link<StorageDomain>>,
    ) -> TemplateExport {
        TemplateExport(
            self.export()
                .storage_domain(storage_domain)
                .0
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Exports the template to a folder of a host as an OVA file. Since 4.2.3.
    ///
    /// `POST /templates/{template:id}/export`
    ///
    /// Needs `directory`, `host.id` or `host.name`.
    #[inline]
    pub fn export_to_path_on_host(
        &self,
        directory: impl Into<String>,
        host: impl Into<Link<Host>>,
    ) -> TemplateExport {
        TemplateExport(
            self.export()
                .directory(directory)
                .host(host)
                .0
                .requires("action.directory, action.host.id|action.host.name"),
        )
    }

    /// Reads the template.
    ///
    /// `GET /templates/{template:id}`
    #[inline]
    pub fn get(&self) -> TemplateGet {
        TemplateGet(self.0.get("template.get"))
    }

    /// Removes the template; it must not be in use. Blank cannot be removed.
    ///
    /// `DELETE /templates/{template:id}`
    #[inline]
    pub fn remove(&self) -> TemplateRemove {
        TemplateRemove(self.0.remove("template.remove"))
    }

    /// Updates the template; unset members are left unchanged.
    ///
    /// `PUT /templates/{template:id}`
    #[inline]
    pub fn update(&self, template: impl Into<Template>) -> TemplateUpdate {
        TemplateUpdate(
            self.0
                .update::<Template>("template.update", template.into()),
        )
    }

    /// The cdroms.
    #[inline]
    pub fn cdroms_service(&self) -> TemplateCdromsService {
        TemplateCdromsService(self.0.segment("cdroms"))
    }

    /// The disk attachments.
    #[inline]
    pub fn disk_attachments_service(&self) -> TemplateDiskAttachmentsService {
        TemplateDiskAttachmentsService(self.0.segment("diskattachments"))
    }

    /// The graphics consoles.
    #[inline]
    pub fn graphics_consoles_service(&self) -> TemplateGraphicsConsolesService {
        TemplateGraphicsConsolesService(self.0.segment("graphicsconsoles"))
    }

    /// The mediated devices. Since 4.5.
    #[inline]
    pub fn mediated_devices_service(&self) -> TemplateMediatedDevicesService {
        TemplateMediatedDevicesService(self.0.segment("mediateddevices"))
    }

    /// The network interfaces.
    #[inline]
    pub fn nics_service(&self) -> TemplateNicsService {
        TemplateNicsService(self.0.segment("nics"))
    }

    /// The permissions.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// The tags.
    #[inline]
    pub fn tags_service(&self) -> AssignedTagsService {
        AssignedTagsService(self.0.segment("tags"))
    }

    /// The watchdogs.
    #[inline]
    pub fn watchdogs_service(&self) -> TemplateWatchdogsService {
        TemplateWatchdogsService(self.0.segment("watchdogs"))
    }
}

wait!(TemplateService, Template, TemplateStatus);

request! {
    /// Request of [`TemplateService::export`].
    TemplateExport -> action() {
        /// Whether a former export of the same template is replaced.
        value(bool) exclusive;
        /// Export domain.
        reference(StorageDomain) storage_domain;
        /// Folder on the host. Since 4.2.3.
        value(String) directory;
        /// Name of the file; that of the template with `.ova` if absent. Since 4.2.3.
        value(String) filename;
        /// Host that the file is written on. Since 4.2.3.
        reference(Host) host;
    }
}

request! {
    /// Request of [`TemplateService::get`].
    TemplateGet -> document(Template) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateService::remove`].
    TemplateRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`TemplateService::update`].
    TemplateUpdate -> document(Template) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
