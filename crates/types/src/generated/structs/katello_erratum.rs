//! `KatelloErratum`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Date, Host, Link, List, Package, Vm};

/// An update for a host or VM, as Katello tells it.
#[derive(Clone)]
pub struct KatelloErratum {
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
    /// When it was: issued.
    pub issued: Option<Date>,
    /// Packages of the Katello erratum.
    pub packages: Option<List<Package>>,
    /// Severity of the Katello erratum.
    pub severity: Option<String>,
    /// Solution of the Katello erratum.
    pub solution: Option<String>,
    /// Summary of the Katello erratum.
    pub summary: Option<String>,
    /// Title of the Katello erratum.
    pub title: Option<String>,
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    KatelloErratum "katello_erratum" "katello_errata" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Host that it belongs to.
        2 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// When it was: issued.
        5 date issued;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Packages of the Katello erratum.
        7 list(Package) packages;
        /// Severity of the Katello erratum.
        8 text severity;
        /// Solution of the Katello erratum.
        9 text solution;
        /// Summary of the Katello erratum.
        10 text summary;
        /// Title of the Katello erratum.
        11 text title;
        /// Kind of it.
        12 text type_ = "type";
        /// VM that it belongs to.
        13 link(Vm) vm;
    }
}
