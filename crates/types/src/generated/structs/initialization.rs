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
        0 text active_directory_ou;
        1 text authorized_ssh_keys;
        2 object(CloudInit) cloud_init;
        3 enumeration(CloudInitNetworkProtocol) cloud_init_network_protocol;
        4 object(Configuration) configuration;
        5 text custom_script;
        6 text dns_search;
        7 text dns_servers;
        8 text domain;
        9 text host_name;
        10 text input_locale;
        11 list(NicConfiguration) nic_configurations;
        12 text org_name;
        13 boolean regenerate_ids;
        14 boolean regenerate_ssh_keys;
        15 secret root_password;
        16 text system_locale;
        17 text timezone;
        18 text ui_language;
        19 text user_locale;
        20 text user_name;
        21 secret windows_license_key;
    }
}
