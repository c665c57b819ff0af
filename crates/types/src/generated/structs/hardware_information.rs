//! `HardwareInformation`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, RngSource};

/// What the hardware of a host says of itself.
#[derive(Clone)]
pub struct HardwareInformation {
    /// Family of the hardware information.
    pub family: Option<String>,
    /// Manufacturer of the hardware information.
    pub manufacturer: Option<String>,
    /// Product name of the hardware information.
    pub product_name: Option<String>,
    /// Serial number of the hardware information.
    pub serial_number: Option<String>,
    /// Supported random number generator sources of the hardware information.
    pub supported_rng_sources: Option<List<RngSource>>,
    /// UUID of the hardware information.
    pub uuid: Option<String>,
    /// Version.
    pub version: Option<String>,
}

api_struct! {
    HardwareInformation "hardware_information" "hardware_informations" anonymous {
        /// Family of the hardware information.
        0 text family;
        /// Manufacturer of the hardware information.
        1 text manufacturer;
        /// Product name of the hardware information.
        2 text product_name;
        /// Serial number of the hardware information.
        3 text serial_number;
        /// Supported random number generator sources of the hardware information.
        4 enumerations(RngSource) supported_rng_sources of "supported_rng_source";
        /// UUID of the hardware information.
        5 text uuid;
        /// Version.
        6 text version;
    }
}
