//! `SshAuthenticationMethod`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Ways to log in to a host.
    pub enum SshAuthenticationMethod {
        /// `password`.
        Password = "password",
        /// `publickey`.
        Publickey = "publickey",
    }
}
