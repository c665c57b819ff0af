//! What is generated of this program.
//!
//! @generated from `crates/model/data/services` by `cargo xtask generate`.

pub(crate) mod calls;
