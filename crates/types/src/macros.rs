//! Macros that implement the API's structs and enums, which the generated code invokes.

pub(crate) mod enums;
pub(crate) mod slots;
pub(crate) mod structs;
