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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    pub type_: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    KatelloErratum "katello_erratum" "katello_errata" identified {
        0 text comment;
        1 text description;
        2 link(Host) host;
        3 text href;
        4 text id;
        5 date issued;
        6 text name;
        7 list(Package) packages;
        8 text severity;
        9 text solution;
        10 text summary;
        11 text title;
        12 text type_ = "type";
        13 link(Vm) vm;
    }
}
