//! `RoleType`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Who a role is for.
    pub enum RoleType {
        /// `admin`.
        Admin = "admin",
        /// `user`.
        User = "user",
    }
}
