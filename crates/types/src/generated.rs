//! All types of the API.
//!
//! @generated from `crates/model/data/types` by `cargo xtask generate`.

mod enums;
mod roots;
mod structs;

pub use enums::*;
pub(crate) use roots::ROOTS;
pub use structs::*;
