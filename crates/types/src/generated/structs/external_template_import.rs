//! `ExternalTemplateImport`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cluster, CpuProfile, Host, Link, Quota, StorageDomain, Template};

/// A template to be imported from an OVA file on a host. Since 4.4.7.
#[derive(Clone)]
pub struct ExternalTemplateImport {
    /// Whether to assign new identifiers. Since 4.4.8.
    #[doc(alias = "clone")]
    pub clone_: Option<bool>,
    /// URL. Since 4.4.7.
    pub url: Option<String>,
    /// Cluster that it belongs to. Since 4.4.7.
    pub cluster: Option<Link<Cluster>>,
    /// CPU profile of the external template import. Since 4.4.7.
    pub cpu_profile: Option<Link<CpuProfile>>,
    /// Host that it belongs to. Since 4.4.7.
    pub host: Option<Link<Host>>,
    /// Quota it counts against. Since 4.4.7.
    pub quota: Option<Link<Quota>>,
    /// Storage domain that it belongs to. Since 4.4.7.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Template that it belongs to. Since 4.4.7.
    pub template: Option<Link<Template>>,
}

api_struct! {
    ExternalTemplateImport "external_template_import" "external_template_imports" anonymous {
        /// Whether to assign new identifiers. Since 4.4.8.
        0 boolean clone_ = "clone";
        /// Cluster that it belongs to. Since 4.4.7.
        1 link(Cluster) cluster;
        /// CPU profile of the external template import. Since 4.4.7.
        2 link(CpuProfile) cpu_profile;
        /// Host that it belongs to. Since 4.4.7.
        3 link(Host) host;
        /// Quota it counts against. Since 4.4.7.
        4 link(Quota) quota;
        /// Storage domain that it belongs to. Since 4.4.7.
        5 link(StorageDomain) storage_domain;
        /// Template that it belongs to. Since 4.4.7.
        6 link(Template) template;
        /// URL. Since 4.4.7.
        7 text url;
    }
}
