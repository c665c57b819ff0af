//! `RoleType`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Who a role is for.
    pub enum RoleType {
        /// `admin`.
        Admin = "admin",
        /// `user`.
        User = "user",
    }
}
