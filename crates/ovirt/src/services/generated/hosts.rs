//! `HostsService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::HostService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Host, Identifier, List};

service! {
    /// The hosts that the engine manages.
    ///
    /// API path: `/hosts`
    HostsService = "hosts"
}

impl HostsService {
    /// Adds a host and begins its installation: `installing`, maybe `reboot`, `initializing`, then
    /// `up`; wait for that or for `install_failed`.
    ///
    /// `POST /hosts`
    ///
    /// Needs `host.name`, `host.address`.
    #[inline]
    pub fn add(&self, host: impl Into<Host>) -> HostsAdd {
        HostsAdd(
            self.0
                .add::<Host>("hosts.add", host.into())
                .requires("host.name, host.address"),
        )
    }

    /// Adds a host and installs it with the password of its user `root`.
    ///
    /// `POST /hosts`
    ///
    /// Needs `host.root_password`.
    #[inline]
    pub fn add_using_root_password(&self, host: impl Into<Host>) -> HostsAdd {
        HostsAdd(self.add(host).0.requires("host.root_password"))
    }

    /// Adds a host and installs it by SSH, with the engine's public key or another user and
    /// password.
    ///
    /// `POST /hosts`
    #[inline]
    pub fn add_using_ssh(&self, host: impl Into<Host>) -> HostsAdd {
        self.add(host)
    }

    /// The hosts, by name; searchable by `status`, `cluster`, `address` and more: `cluster=Default
    /// and status=up`.
    ///
    /// `GET /hosts`
    #[inline]
    pub fn list(&self) -> HostsList {
        HostsList(self.0.get("hosts.list"))
    }

    /// One host, by its identifier.
    #[inline]
    pub fn host_service(&self, id: impl Identifier<Host>) -> HostService {
        HostService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostsService::add`].
    HostsAdd -> document(Host) {
        /// Whether the host is put up after its installation; true if absent, else it stays in
        /// maintenance. Since 4.3.
        query(bool) activate;
        /// Whether the host becomes able to run the self-hosted engine's VM; false if absent.
        query(bool) deploy_hosted_engine;
        /// Whether the host is rebooted after its installation; true if absent.
        query(bool) reboot;
        /// Whether a left-over configuration of the self-hosted engine is removed from the host;
        /// false if absent.
        query(bool) undeploy_hosted_engine;
    }
}

request! {
    /// Request of [`HostsService::list`].
    HostsList -> document(List<Host>) {
        /// Also return what costs extra queries: `hosted_engine` and
        /// `network_operation_in_progress`.
        query(bool) all_content;
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Whether `migration_target_of` also moves the VMs that hard affinity ties to those named;
        /// false if absent. Since 4.4.
        query(bool) check_vms_in_affinity_closure;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Identifiers of VMs, separated by commas: return only hosts to which all of them can
        /// migrate. Since 4.3.
        query(String) migration_target_of;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(HostsList, Host);
pages!(HostsList, Host);
named!(HostsService, Host, "name" = "name");
