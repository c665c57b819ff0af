//! `PayloadEncoding`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Encodings of a payload.
    pub enum PayloadEncoding {
        /// The content is Base64 and is decoded for the guest, so it can be any bytes.
        Base64 = "base64",
        /// The content is the text itself.
        Plaintext = "plaintext",
    }
}
