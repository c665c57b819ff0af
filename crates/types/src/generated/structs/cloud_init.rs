//! `CloudInit`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{AuthorizedKey, File, Host, List, NetworkConfiguration, Shared, User};

/// Former form of settings for cloud-init; `initialization` has them itself now. Deprecated.
#[derive(Clone)]
pub struct CloudInit {
    /// SSH keys that may log in to the guest; `initialization.authorized_ssh_keys` is the
    /// successor.
    pub authorized_keys: Option<List<AuthorizedKey>>,
    /// Files that cloud-init writes into the guest; their `type` says how the content is encoded.
    pub files: Option<List<File>>,
    /// Host name of the guest, in `address`; `initialization.host_name` is the successor.
    pub host: Option<Shared<Host>>,
    /// Network settings of the guest; `initialization.nic_configurations` is the successor.
    pub network_configuration: Option<Shared<NetworkConfiguration>>,
    /// Whether the guest makes new SSH host keys.
    pub regenerate_ssh_keys: Option<bool>,
    /// Time zone of the guest; `initialization.timezone` is the successor.
    pub timezone: Option<String>,
    /// Users of the guest with their passwords; `initialization.user_name` and `root_password` are
    /// the successors.
    pub users: Option<List<User>>,
}

api_struct! {
    CloudInit "cloud_init" "cloud_inits" anonymous {
        /// SSH keys that may log in to the guest; `initialization.authorized_ssh_keys` is the
        /// successor.
        0 list(AuthorizedKey) authorized_keys;
        /// Files that cloud-init writes into the guest; their `type` says how the content is
        /// encoded.
        1 list(File) files;
        /// Host name of the guest, in `address`; `initialization.host_name` is the successor.
        2 object(Host) host;
        /// Network settings of the guest; `initialization.nic_configurations` is the successor.
        3 object(NetworkConfiguration) network_configuration;
        /// Whether the guest makes new SSH host keys.
        4 boolean regenerate_ssh_keys;
        /// Time zone of the guest; `initialization.timezone` is the successor.
        5 text timezone;
        /// Users of the guest with their passwords; `initialization.user_name` and `root_password`
        /// are the successors.
        6 list(User) users;
    }
}
