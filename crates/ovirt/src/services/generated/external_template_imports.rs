//! `ExternalTemplateImportsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalTemplateImport;

service! {
    /// Imports of templates from OVA files; they cannot be listed. Since 4.4.7.
    ///
    /// API path: `/externaltemplateimports`
    ExternalTemplateImportsService = "external_template_imports"
}

impl ExternalTemplateImportsService {
    /// Starts the import of a template from an OVA file on a host, and returns before its end; the
    /// template is `locked` until then, wait for `ok`. Since 4.4.7.
    ///
    /// `POST /externaltemplateimports`
    #[inline]
    pub fn add(&self, import: impl Into<ExternalTemplateImport>) -> ExternalTemplateImportsAdd {
        ExternalTemplateImportsAdd(
            self.0
                .add::<ExternalTemplateImport>("external_template_imports.add", import.into()),
        )
    }
}

request! {
    /// Request of [`ExternalTemplateImportsService::add`].
    ExternalTemplateImportsAdd -> document(ExternalTemplateImport);
}
