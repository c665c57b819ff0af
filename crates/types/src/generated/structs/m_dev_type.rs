//! `MDevType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A type of mediated devices that a device of a host offers. Since 4.4.
#[derive(Clone)]
pub struct MDevType {
    /// Name of the type as the driver has it, such as `nvidia-11`; goes into the `mdevType` of a
    /// mediated device. Since 4.4.
    pub name: Option<String>,
    /// Text of the driver that says what a device of this type can do, such as its memory and
    /// resolution. Since 4.4.
    pub description: Option<String>,
    /// How many more devices of this type can be made on it. Since 4.4.
    pub available_instances: Option<i64>,
    /// Name for people; `name` is the one that settings refer to. Since 4.4.7.
    pub human_readable_name: Option<String>,
}

api_struct! {
    MDevType "m_dev_type" "m_dev_types" anonymous {
        /// How many more devices of this type can be made on it. Since 4.4.
        0 integer available_instances;
        /// Text of the driver that says what a device of this type can do, such as its memory and
        /// resolution. Since 4.4.
        1 text description;
        /// Name for people; `name` is the one that settings refer to. Since 4.4.7.
        2 text human_readable_name;
        /// Name of the type as the driver has it, such as `nvidia-11`; goes into the `mdevType` of
        /// a mediated device. Since 4.4.
        3 text name;
    }
}
