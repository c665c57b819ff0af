//! `Statistic`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Disk, GlusterBrick, GlusterVolume, Host, HostNic, Link, List, Nic, NumaNode, StatisticKind,
    StatisticUnit, Step, Value, ValueType, Vm,
};

/// A measured figure of an object.
#[derive(Clone)]
pub struct Statistic {
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
    /// Whether it goes up and down or only up.
    pub kind: Option<StatisticKind>,
    /// Type of its values.
    #[doc(alias = "type")]
    pub type_: Option<ValueType>,
    /// Unit of its values.
    pub unit: Option<StatisticUnit>,
    /// Values; usually one.
    pub values: Option<List<Value>>,
    /// Brick, a gluster brick.
    pub brick: Option<Link<GlusterBrick>>,
    /// Disk that it belongs to.
    pub disk: Option<Link<Disk>>,
    /// Gluster volume of the statistic.
    pub gluster_volume: Option<Link<GlusterVolume>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Host network interface of the statistic.
    pub host_nic: Option<Link<HostNic>>,
    /// Host NUMA node, a NUMA node.
    pub host_numa_node: Option<Link<NumaNode>>,
    /// Network interface of the statistic.
    pub nic: Option<Link<Nic>>,
    /// Step of the statistic.
    pub step: Option<Link<Step>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Statistic "statistic" "statistics" identified {
        /// Brick, a gluster brick.
        0 link(GlusterBrick) brick;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Disk that it belongs to.
        3 link(Disk) disk;
        /// Gluster volume of the statistic.
        4 link(GlusterVolume) gluster_volume;
        /// Host that it belongs to.
        5 link(Host) host;
        /// Host network interface of the statistic.
        6 link(HostNic) host_nic;
        /// Host NUMA node, a NUMA node.
        7 link(NumaNode) host_numa_node;
        /// Address of the object, as a path on the engine's host. Read-only.
        8 text href;
        /// Identifier assigned by the engine, usually a UUID.
        9 text id;
        /// Whether it goes up and down or only up.
        10 enumeration(StatisticKind) kind;
        /// Name; unique for most types, but not for disks.
        11 text name;
        /// Network interface of the statistic.
        12 link(Nic) nic;
        /// Step of the statistic.
        13 link(Step) step;
        /// Type of its values.
        14 enumeration(ValueType) type_ = "type";
        /// Unit of its values.
        15 enumeration(StatisticUnit) unit;
        /// Values; usually one.
        16 list(Value) values;
        /// VM that it belongs to.
        17 link(Vm) vm;
    }
}
