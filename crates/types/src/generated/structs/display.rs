//! `Display`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Certificate, DisplayType, Shared, VideoType};

/// Graphical display of a VM or a host.
#[derive(Clone)]
pub struct Display {
    /// Address to connect to; present while the VM runs. On a host, an address that overrides its
    /// own.
    pub address: Option<String>,
    /// Whether users may open a console that another one has opened.
    pub allow_override: Option<bool>,
    /// Certificate of the display's server; returned only with `all_content`.
    pub certificate: Option<Shared<Certificate>>,
    /// Whether texts can be copied between client and guest; SPICE only.
    pub copy_paste_enabled: Option<bool>,
    /// What happens when the console is closed, such as `LOCK_SCREEN`; a name in upper case.
    pub disconnect_action: Option<String>,
    /// Time until the disconnect action. In minutes. Since 4.5.
    pub disconnect_action_delay: Option<i64>,
    /// Whether files can be dropped into the guest; SPICE only.
    pub file_transfer_enabled: Option<bool>,
    /// Keyboard layout of a VNC display; the engine's default if absent.
    pub keyboard_layout: Option<String>,
    /// Number of monitors.
    pub monitors: Option<i64>,
    /// Plain port; present while the VM runs.
    pub port: Option<i64>,
    /// Proxy that SPICE clients go through.
    pub proxy: Option<String>,
    /// Port with TLS; present while the VM runs.
    pub secure_port: Option<i64>,
    /// Whether several monitors share one device; SPICE only. Deprecated.
    pub single_qxl_pci: Option<bool>,
    /// Whether a smart card of the client is passed through.
    pub smartcard_enabled: Option<bool>,
    /// Protocol of the display. Deprecated.
    #[doc(alias = "type")]
    pub type_: Option<DisplayType>,
    /// Video device.
    pub video_type: Option<VideoType>,
}

api_struct! {
    Display "display" "displays" anonymous {
        /// Address to connect to; present while the VM runs. On a host, an address that overrides
        /// its own.
        0 text address;
        /// Whether users may open a console that another one has opened.
        1 boolean allow_override;
        /// Certificate of the display's server; returned only with `all_content`.
        2 object(Certificate) certificate;
        /// Whether texts can be copied between client and guest; SPICE only.
        3 boolean copy_paste_enabled;
        /// What happens when the console is closed, such as `LOCK_SCREEN`; a name in upper case.
        4 text disconnect_action;
        /// Time until the disconnect action. In minutes. Since 4.5.
        5 integer disconnect_action_delay;
        /// Whether files can be dropped into the guest; SPICE only.
        6 boolean file_transfer_enabled;
        /// Keyboard layout of a VNC display; the engine's default if absent.
        7 text keyboard_layout;
        /// Number of monitors.
        8 integer monitors;
        /// Plain port; present while the VM runs.
        9 integer port;
        /// Proxy that SPICE clients go through.
        10 text proxy;
        /// Port with TLS; present while the VM runs.
        11 integer secure_port;
        /// Whether several monitors share one device; SPICE only. Deprecated.
        12 boolean single_qxl_pci;
        /// Whether a smart card of the client is passed through.
        13 boolean smartcard_enabled;
        /// Protocol of the display. Deprecated.
        14 enumeration(DisplayType) type_ = "type";
        /// Video device.
        15 enumeration(VideoType) video_type;
    }
}
