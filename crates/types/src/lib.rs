//! The types of the oVirt Engine API, and how they become XML and back.
//!
//! Users of the SDK find all of this in `ovirt::types`. Every struct has public fields that are
//! all optional, a setter of each field's name, and turns into XML and back:
//!
//! ```
//! use ovirt_types::{Cpu, CpuTopology, FromXml, ToXml, Vm};
//!
//! let vm = Vm::new().name("web1").memory(2 << 30).cpu(Cpu::new().topology(CpuTopology::new().cores(2)));
//! let document = vm.to_xml();
//! assert_eq!(Vm::from_xml(&document)?, vm);
//! # Ok::<(), ovirt_types::XmlError>(())
//! ```
//!
//! Enums are open: a value of a newer engine becomes `Unrecognized` and is written as it came.

mod bytes;
mod convert;
mod date;
mod debug;
mod document;
mod follow;
mod generated;
mod index;
mod link;
mod list;
mod macros;
mod patch;
mod reflect;
#[cfg(feature = "serde")]
mod serde;
mod shared;
mod xml;

pub use date::{Date, InvalidDate};
pub use document::Document;
pub use follow::Followable;
pub use generated::*;
pub use link::Link;
pub use list::List;
pub use macros::enums::Unrecognized;
pub use patch::{Change, Patch};
pub use shared::Shared;
pub use xml::{FromXml, ListReader, ToXml, XmlError, root_element};

/// Internals shared with the other crates of this repository. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use crate::list::{Item, ItemKind, Items};
    pub use crate::reflect::{Object, Reflect, debug, has, text_of, to_xml};
    pub use crate::xml::{ListDecoder, redact, tokenizer};
}

use std::fmt;

/// An object that has no identifier where one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingId {
    type_name: &'static str,
}

impl MissingId {
    /// The identifier, if there is one.
    pub(crate) fn or<'a>(
        id: &'a Option<String>,
        shape: &'static reflect::StructInfo,
    ) -> Result<&'a str, Self> {
        let type_name = shape.type_name;
        id.as_deref().ok_or(Self { type_name })
    }
}

impl fmt::Display for MissingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.type_name;
        write!(
            f,
            "this {name} has no id: use one that the engine returned, or set it with with_id()"
        )
    }
}

impl std::error::Error for MissingId {}
