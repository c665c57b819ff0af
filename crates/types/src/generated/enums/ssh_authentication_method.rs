//! `SshAuthenticationMethod`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways to log in to a host.
    pub enum SshAuthenticationMethod {
        /// `password`.
        Password = "password",
        /// `publickey`.
        Publickey = "publickey",
    }
}
