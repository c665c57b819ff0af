//! Macros that define the API's structs and enums.

pub(crate) mod enums;
pub(crate) mod structs;
