//! `VmGraphicsConsoleService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{GraphicsConsole, ProxyTicket, Ticket};
use crate::wait::wait;

service! {
    /// A console of a VM.
    ///
    /// API path: `/vms/{vm:id}/graphicsconsoles/{console:id}`
    VmGraphicsConsoleService = "vm_graphics_console"
}

impl VmGraphicsConsoleService {
    /// Reads the VM graphics console.
    ///
    /// `GET /vms/{vm:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn get(&self) -> VmGraphicsConsoleGet {
        VmGraphicsConsoleGet(self.0.get("vm_graphics_console.get"))
    }

    /// Makes a ticket for the proxy of the console.
    ///
    /// `POST /vms/{vm:id}/graphicsconsoles/{console:id}/proxyticket`
    #[inline]
    pub fn proxy_ticket(&self) -> VmGraphicsConsoleProxyTicket {
        VmGraphicsConsoleProxyTicket(
            self.0
                .action("vm_graphics_console.proxy_ticket", "proxyticket"),
        )
    }

    /// Generates the file that opens the console in `remote-viewer`. Since 4.1.
    ///
    /// `POST /vms/{vm:id}/graphicsconsoles/{console:id}/remoteviewerconnectionfile`
    #[inline]
    pub fn remote_viewer_connection_file(&self) -> VmGraphicsConsoleRemoteViewerConnectionFile {
        VmGraphicsConsoleRemoteViewerConnectionFile(self.0.action(
            "vm_graphics_console.remote_viewer_connection_file",
            "remoteviewerconnectionfile",
        ))
    }

    /// Removes the VM graphics console.
    ///
    /// `DELETE /vms/{vm:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn remove(&self) -> VmGraphicsConsoleRemove {
        VmGraphicsConsoleRemove(self.0.remove("vm_graphics_console.remove"))
    }

    /// Makes a password for the console; only while the VM runs. Since 4.1.
    ///
    /// `POST /vms/{vm:id}/graphicsconsoles/{console:id}/ticket`
    #[inline]
    pub fn ticket(&self) -> VmGraphicsConsoleTicket {
        VmGraphicsConsoleTicket(self.0.action("vm_graphics_console.ticket", "ticket"))
    }
}

wait!(VmGraphicsConsoleService, GraphicsConsole);

request! {
    /// Request of [`VmGraphicsConsoleService::get`].
    VmGraphicsConsoleGet -> document(GraphicsConsole) {
        /// Return the state of the running VM rather than what its next start will use.
        query(bool) current;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmGraphicsConsoleService::proxy_ticket`].
    VmGraphicsConsoleProxyTicket -> value(ProxyTicket, proxy_ticket) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmGraphicsConsoleService::remote_viewer_connection_file`].
    VmGraphicsConsoleRemoteViewerConnectionFile -> value(String, remote_viewer_connection_file);
}

request! {
    /// Request of [`VmGraphicsConsoleService::remove`].
    VmGraphicsConsoleRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmGraphicsConsoleService::ticket`].
    VmGraphicsConsoleTicket -> object(Ticket, ticket) {
        /// Password and lifetime; the engine generates absent values. Since 4.1.
        object(Ticket) ticket;
    }
}
