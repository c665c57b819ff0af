//! `ExternalVmImport`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, CpuProfile, ExternalVmProviderType, File, Host, Link, Quota, StorageDomain, Vm,
};

/// A VM to be imported from another system, such as VMware. Since 4.0.4.
#[derive(Clone)]
pub struct ExternalVmImport {
    /// Name. Since 4.0.4.
    pub name: Option<String>,
    /// Password to log in with. Never returned. Since 4.0.
    pub password: Option<String>,
    /// System that it comes from. Since 4.0.4.
    pub provider: Option<ExternalVmProviderType>,
    /// Whether space of its disks is allocated on demand (thin provisioning). Since 4.0.4.
    pub sparse: Option<bool>,
    /// URL. Since 4.0.4.
    pub url: Option<String>,
    /// Name to log in with. Since 4.0.4.
    pub username: Option<String>,
    /// Cluster that it belongs to. Since 4.0.4.
    pub cluster: Option<Link<Cluster>>,
    /// CPU profile of the external VM import. Since 4.0.4.
    pub cpu_profile: Option<Link<CpuProfile>>,
    /// ISO image with drivers for the guest. Since 4.0.4.
    pub drivers_iso: Option<Link<File>>,
    /// Host that it belongs to. Since 4.0.4.
    pub host: Option<Link<Host>>,
    /// Quota it counts against. Since 4.0.4.
    pub quota: Option<Link<Quota>>,
    /// Storage domain that it belongs to. Since 4.0.4.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// VM that it belongs to. Since 4.0.4.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    ExternalVmImport "external_vm_import" "external_vm_imports" anonymous {
        /// Cluster that it belongs to. Since 4.0.4.
        0 link(Cluster) cluster;
        /// CPU profile of the external VM import. Since 4.0.4.
        1 link(CpuProfile) cpu_profile;
        /// ISO image with drivers for the guest. Since 4.0.4.
        2 link(File) drivers_iso;
        /// Host that it belongs to. Since 4.0.4.
        3 link(Host) host;
        /// Name. Since 4.0.4.
        4 text name;
        /// Password to log in with. Never returned. Since 4.0.
        5 secret password;
        /// System that it comes from. Since 4.0.4.
        6 enumeration(ExternalVmProviderType) provider;
        /// Quota it counts against. Since 4.0.4.
        7 link(Quota) quota;
        /// Whether space of its disks is allocated on demand (thin provisioning). Since 4.0.4.
        8 boolean sparse;
        /// Storage domain that it belongs to. Since 4.0.4.
        9 link(StorageDomain) storage_domain;
        /// URL. Since 4.0.4.
        10 text url;
        /// Name to log in with. Since 4.0.4.
        11 text username;
        /// VM that it belongs to. Since 4.0.4.
        12 link(Vm) vm;
    }
}
