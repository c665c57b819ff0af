//! `TemplatesService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::TemplateService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, Template};

service! {
    /// All templates; also where they are made.
    ///
    /// API path: `/templates`
    TemplatesService = "templates"
}

impl TemplatesService {
    /// Makes a template of a VM that is down; it is `locked` until its disks are copied.
    ///
    /// `POST /templates`
    #[inline]
    pub fn add(&self, template: impl Into<Template>) -> TemplatesAdd {
        TemplatesAdd(self.0.add::<Template>("templates.add", template.into()))
    }

    /// Makes a template of a foreign configuration.
    ///
    /// `POST /templates`
    ///
    /// Needs `template.cluster.id` or `template.cluster.name`,
    /// `template.initialization.configuration.data`, `template.initialization.configuration.type`.
    #[inline]
    pub fn add_from_configuration(&self, template: impl Into<Template>) -> TemplatesAdd {
        TemplatesAdd(self.add(template).0.requires("template.cluster.id|template.cluster.name, template.initialization.configuration.data, template.initialization.configuration.type"))
    }

    /// Makes a template of a VM; `name` and `vm` are mandatory.
    ///
    /// `POST /templates`
    ///
    /// Needs `template.name`, `template.vm.id` or `template.vm.name`.
    #[inline]
    pub fn add_from_vm(&self, template: impl Into<Template>) -> TemplatesAdd {
        TemplatesAdd(
            self.add(template)
                .0
                .requires("template.name, template.vm.id|template.vm.name"),
        )
    }

    /// Makes a template of a snapshot of a VM. Since 4.3.
    ///
    /// `POST /templates`
    ///
    /// Needs `template.name`, `template.vm.id` or `template.vm.name`, `template.vm.snapshots[].id`.
    #[inline]
    pub fn add_from_vm_snapshot(&self, template: impl Into<Template>) -> TemplatesAdd {
        TemplatesAdd(
            self.add(template).0.requires(
                "template.name, template.vm.id|template.vm.name, template.vm.snapshots[].id",
            ),
        )
    }

    /// Lists the templates.
    ///
    /// `GET /templates`
    #[inline]
    pub fn list(&self) -> TemplatesList {
        TemplatesList(self.0.get("templates.list"))
    }

    /// The template with this identifier.
    #[inline]
    pub fn template_service(&self, id: impl Identifier<Template>) -> TemplateService {
        TemplateService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplatesService::add`].
    TemplatesAdd -> document(Template) {
        /// Whether the permissions of the VM are taken over. Since 4.0.0.
        query(bool) clone_permissions;
        /// Whether to seal the disks, which removes machine-specific data. Since 4.1.2.
        query(bool) seal;
    }
}

request! {
    /// Request of [`TemplatesService::list`].
    TemplatesList -> document(List<Template>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(TemplatesList, Template);
pages!(TemplatesList, Template);
named!(TemplatesService, Template, "name" = "name");
