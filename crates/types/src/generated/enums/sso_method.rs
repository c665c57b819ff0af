//! `SsoMethod`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways of single sign-on.
    pub enum SsoMethod {
        /// The guest agent logs the user in with the credentials that the portal has.
        GuestAgent = "guest_agent",
    }
}
