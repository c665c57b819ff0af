//! `RegistrationConfiguration`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    List, RegistrationAffinityGroupMapping, RegistrationAffinityLabelMapping,
    RegistrationClusterMapping, RegistrationDomainMapping, RegistrationLunMapping,
    RegistrationRoleMapping, RegistrationVnicProfileMapping,
};

/// How references of an imported VM map to what this engine has. Since 4.2.
#[derive(Clone)]
pub struct RegistrationConfiguration {
    /// Affinity groups that change, each with the one before and the one here; by name. Since 4.2.
    pub affinity_group_mappings: Option<List<RegistrationAffinityGroupMapping>>,
    /// Affinity labels that change, each with the one before and the one here; by name. Since 4.2.
    pub affinity_label_mappings: Option<List<RegistrationAffinityLabelMapping>>,
    /// Clusters that change, each with the one before and the one here; by name. Since 4.2.
    pub cluster_mappings: Option<List<RegistrationClusterMapping>>,
    /// Directory domains of users that change, each with the one before and the one here; by name.
    /// Since 4.2.
    pub domain_mappings: Option<List<RegistrationDomainMapping>>,
    /// LUN disks that change, each with the one before and the one here. Since 4.2.
    pub lun_mappings: Option<List<RegistrationLunMapping>>,
    /// Roles in permissions that change, each with the one before and the one here; by name. Since
    /// 4.2.
    pub role_mappings: Option<List<RegistrationRoleMapping>>,
    /// vNIC profiles that change, each with the one before and the one here. Since 4.2.1.
    pub vnic_profile_mappings: Option<List<RegistrationVnicProfileMapping>>,
}

api_struct! {
    RegistrationConfiguration "registration_configuration" "registration_configurations" anonymous {
        /// Affinity groups that change, each with the one before and the one here; by name. Since
        /// 4.2.
        0 list(RegistrationAffinityGroupMapping) affinity_group_mappings;
        /// Affinity labels that change, each with the one before and the one here; by name. Since
        /// 4.2.
        1 list(RegistrationAffinityLabelMapping) affinity_label_mappings;
        /// Clusters that change, each with the one before and the one here; by name. Since 4.2.
        2 list(RegistrationClusterMapping) cluster_mappings;
        /// Directory domains of users that change, each with the one before and the one here; by
        /// name. Since 4.2.
        3 list(RegistrationDomainMapping) domain_mappings;
        /// LUN disks that change, each with the one before and the one here. Since 4.2.
        4 list(RegistrationLunMapping) lun_mappings;
        /// Roles in permissions that change, each with the one before and the one here; by name.
        /// Since 4.2.
        5 list(RegistrationRoleMapping) role_mappings;
        /// vNIC profiles that change, each with the one before and the one here. Since 4.2.1.
        6 list(RegistrationVnicProfileMapping) vnic_profile_mappings;
    }
}
