//! `GlusterMemoryPool`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A memory pool of a gluster brick.
#[doc(alias = "MemoryPool")]
#[derive(Clone)]
pub struct GlusterMemoryPool {
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
    /// Alloc count, a whole number.
    pub alloc_count: Option<i64>,
    /// Cold count, a whole number.
    pub cold_count: Option<i64>,
    /// Hot count, a whole number.
    pub hot_count: Option<i64>,
    /// Max alloc, a whole number.
    pub max_alloc: Option<i64>,
    /// Max stdalloc, a whole number.
    pub max_stdalloc: Option<i64>,
    /// Padded size, a whole number.
    pub padded_size: Option<i64>,
    /// Pool misses, a whole number.
    pub pool_misses: Option<i64>,
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<String>,
}

api_struct! {
    GlusterMemoryPool "memory_pool" "memory_pools" identified {
        /// Alloc count, a whole number.
        0 integer alloc_count;
        /// Cold count, a whole number.
        1 integer cold_count;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Hot count, a whole number.
        4 integer hot_count;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Max alloc, a whole number.
        7 integer max_alloc;
        /// Max stdalloc, a whole number.
        8 integer max_stdalloc;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Padded size, a whole number.
        10 integer padded_size;
        /// Pool misses, a whole number.
        11 integer pool_misses;
        /// Kind of it.
        12 text type_ = "type";
    }
}
