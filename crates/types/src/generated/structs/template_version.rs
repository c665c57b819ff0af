//! `TemplateVersion`.
//!
//! @generated from `crates/model/data/types/templates.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Template};

/// Place of a template among the versions of one template.
#[derive(Clone)]
pub struct TemplateVersion {
    /// Name of the version.
    pub version_name: Option<String>,
    /// Number of the version, from 1. Read-only.
    pub version_number: Option<i64>,
    /// First version, which the others belong to.
    pub base_template: Option<Link<Template>>,
}

api_struct! {
    TemplateVersion "template_version" "template_versions" anonymous {
        /// First version, which the others belong to.
        0 link(Template) base_template;
        /// Name of the version.
        1 text version_name;
        /// Number of the version, from 1. Read-only.
        2 integer version_number;
    }
}
