//! `Initialization`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{CloudInit, CloudInitNetworkProtocol, Configuration, List, NicConfiguration, Shared};

/// First boot of a guest: what cloud-init, ignition or sysprep set up.
#[derive(Clone)]
pub struct Initialization {
    /// Organizational unit of a Windows guest in its directory.
    pub active_directory_ou: Option<String>,
    /// SSH keys that may log in, one a line.
    pub authorized_ssh_keys: Option<String>,
    /// Former way to give settings to cloud-init. Deprecated.
    pub cloud_init: Option<Shared<CloudInit>>,
    /// Format of the network settings for cloud-init. Since 4.2.8.
    pub cloud_init_network_protocol: Option<CloudInitNetworkProtocol>,
    /// Whole configuration of a VM to be imported, as OVF or OVA.
    pub configuration: Option<Shared<Configuration>>,
    /// Script for cloud-init, or an answer file for sysprep or ignition, as the guest takes it.
    pub custom_script: Option<String>,
    /// Domains to search for names, separated by blanks.
    pub dns_search: Option<String>,
    /// Addresses of name servers, separated by blanks.
    pub dns_servers: Option<String>,
    /// Directory domain that a Windows guest joins.
    pub domain: Option<String>,
    /// Host name of the guest.
    pub host_name: Option<String>,
    /// Keyboard of a Windows guest, such as `en-US`.
    pub input_locale: Option<String>,
    /// Network settings of the guest's interfaces.
    pub nic_configurations: Option<List<NicConfiguration>>,
    /// Organization that a Windows guest is registered to.
    pub org_name: Option<String>,
    /// Whether a VM to be imported gets new identifiers and addresses.
    pub regenerate_ids: Option<bool>,
    /// Whether the guest makes new SSH host keys.
    pub regenerate_ssh_keys: Option<bool>,
    /// Password of the guest's administrator. Never returned.
    pub root_password: Option<String>,
    /// Locale of a Windows guest's system.
    pub system_locale: Option<String>,
    /// Time zone of the guest.
    pub timezone: Option<String>,
    /// Language of a Windows guest's user interface.
    pub ui_language: Option<String>,
    /// Locale of a Windows guest's users.
    pub user_locale: Option<String>,
    /// User that `root_password` and the keys are for.
    pub user_name: Option<String>,
    /// License key of a Windows guest.
    pub windows_license_key: Option<String>,
}

api_struct! {
    Initialization "initialization" "initializations" anonymous {
        /// Organizational unit of a Windows guest in its directory.
        0 text active_directory_ou;
        /// SSH keys that may log in, one a line.
        1 text authorized_ssh_keys;
        /// Former way to give settings to cloud-init. Deprecated.
        2 object(CloudInit) cloud_init;
        /// Format of the network settings for cloud-init. Since 4.2.8.
        3 enumeration(CloudInitNetworkProtocol) cloud_init_network_protocol;
        /// Whole configuration of a VM to be imported, as OVF or OVA.
        4 object(Configuration) configuration;
        /// Script for cloud-init, or an answer file for sysprep or ignition, as the guest takes it.
        5 secret custom_script;
        /// Domains to search for names, separated by blanks.
        6 text dns_search;
        /// Addresses of name servers, separated by blanks.
        7 text dns_servers;
        /// Directory domain that a Windows guest joins.
        8 text domain;
        /// Host name of the guest.
        9 text host_name;
        /// Keyboard of a Windows guest, such as `en-US`.
        10 text input_locale;
        /// Network settings of the guest's interfaces.
        11 list(NicConfiguration) nic_configurations;
        /// Organization that a Windows guest is registered to.
        12 text org_name;
        /// Whether a VM to be imported gets new identifiers and addresses.
        13 boolean regenerate_ids;
        /// Whether the guest makes new SSH host keys.
        14 boolean regenerate_ssh_keys;
        /// Password of the guest's administrator. Never returned.
        15 secret root_password;
        /// Locale of a Windows guest's system.
        16 text system_locale;
        /// Time zone of the guest.
        17 text timezone;
        /// Language of a Windows guest's user interface.
        18 text ui_language;
        /// Locale of a Windows guest's users.
        19 text user_locale;
        /// User that `root_password` and the keys are for.
        20 text user_name;
        /// License key of a Windows guest.
        21 secret windows_license_key;
    }
}
