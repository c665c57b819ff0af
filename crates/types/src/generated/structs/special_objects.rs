//! `SpecialObjects`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Tag, Template};

/// Objects that every engine has.
#[derive(Clone)]
pub struct SpecialObjects {
    /// Template without anything.
    pub blank_template: Option<Link<Template>>,
    /// Tag above all others.
    pub root_tag: Option<Link<Tag>>,
}

api_struct! {
    SpecialObjects "special_objects" "special_objectss" anonymous {
        /// Template without anything.
        0 link(Template) blank_template;
        /// Tag above all others.
        1 link(Tag) root_tag;
    }
}
