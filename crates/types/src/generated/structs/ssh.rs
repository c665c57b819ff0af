//! `Ssh`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Shared, SshAuthenticationMethod, User};

/// How the engine logs in to a host.
#[derive(Clone)]
pub struct Ssh {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// By password or by the engine's key.
    pub authentication_method: Option<SshAuthenticationMethod>,
    /// Fingerprint that the host's key must have. Deprecated since 4.4.5.
    pub fingerprint: Option<String>,
    /// Port; 22 unless set.
    pub port: Option<i64>,
    /// Key of the host. Since 4.4.5.
    pub public_key: Option<String>,
    /// User to log in as, with password.
    pub user: Option<Shared<User>>,
}

api_struct! {
    Ssh "ssh" "sshs" identified {
        /// By password or by the engine's key.
        0 enumeration(SshAuthenticationMethod) authentication_method;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Fingerprint that the host's key must have. Deprecated since 4.4.5.
        3 text fingerprint;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Port; 22 unless set.
        7 integer port;
        /// Key of the host. Since 4.4.5.
        8 text public_key;
        /// User to log in as, with password.
        9 object(User) user;
    }
}
