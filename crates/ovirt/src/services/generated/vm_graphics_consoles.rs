//! `VmGraphicsConsolesService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmGraphicsConsoleService;
use crate::stream::stream;
use crate::types::{GraphicsConsole, Identifier, List};

service! {
    /// VM graphics consoles, as a collection.
    ///
    /// API path: `/vms/{vm:id}/graphicsconsoles`
    VmGraphicsConsolesService = "vm_graphics_consoles"
}

impl VmGraphicsConsolesService {
    /// Adds a VM graphics console.
    ///
    /// `POST /vms/{vm:id}/graphicsconsoles`
    ///
    /// Needs `console.protocol`.
    #[inline]
    pub fn add(&self, console: impl Into<GraphicsConsole>) -> VmGraphicsConsolesAdd {
        VmGraphicsConsolesAdd(
            self.0
                .add::<GraphicsConsole>("vm_graphics_consoles.add", console.into())
                .requires("console.protocol"),
        )
    }

    /// Lists the VM graphics consoles.
    ///
    /// `GET /vms/{vm:id}/graphicsconsoles`
    #[inline]
    pub fn list(&self) -> VmGraphicsConsolesList {
        VmGraphicsConsolesList(self.0.get("vm_graphics_consoles.list"))
    }

    /// The console with this identifier.
    #[inline]
    pub fn console_service(
        &self,
        id: impl Identifier<GraphicsConsole>,
    ) -> VmGraphicsConsoleService {
        VmGraphicsConsoleService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmGraphicsConsolesService::add`].
    VmGraphicsConsolesAdd -> document(GraphicsConsole);
}

request! {
    /// Request of [`VmGraphicsConsolesService::list`].
    VmGraphicsConsolesList -> document(List<GraphicsConsole>) {
        /// Return the state of the running VM rather than what its next start will use.
        query(bool) current;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmGraphicsConsolesList, GraphicsConsole);
named!(VmGraphicsConsolesService, GraphicsConsole, "protocol");
