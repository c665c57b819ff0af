//! `ProductInfo`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Shared, Version};

/// Name and version of an engine.
#[derive(Clone)]
pub struct ProductInfo {
    /// Name.
    pub name: Option<String>,
    /// Identifier of the installation.
    pub instance_id: Option<String>,
    /// Vendor of the product info.
    pub vendor: Option<String>,
    /// Version.
    pub version: Option<Shared<Version>>,
}

api_struct! {
    ProductInfo "product_info" "product_infos" anonymous {
        /// Identifier of the installation.
        0 text instance_id;
        /// Name.
        1 text name;
        /// Vendor of the product info.
        2 text vendor;
        /// Version.
        3 object(Version) version;
    }
}
