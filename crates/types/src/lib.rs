//! Types of the oVirt Engine API and their XML encoding.
//!
//! Users of the SDK find them as `ovirt::types`. Every struct has public optional fields, a setter
//! for each field, and conversions from and to XML:
//!
//! ```
//! use ovirt_types::{Cpu, CpuTopology, FromXml, ToXml, Vm};
//!
//! let vm = Vm::named("web1")
//!     .memory(2 << 30)
//!     .cpu(Cpu::new().topology(CpuTopology::new().cores(2)));
//! let document = vm.to_xml();
//! assert_eq!(Vm::from_xml(&document)?, vm);
//! # Ok::<(), ovirt_types::XmlError>(())
//! ```
//!
//! Enums are open: a value unknown to this version becomes `Unrecognized` and is sent back as
//! received.
//!
//! # Deep nesting
//!
//! Objects can contain objects: a VM its template, a template its VM. Decoding accepts 64 levels.
//! A program can build any number, but encoding, comparing, printing, copying and dropping an
//! object take stack for each level. 500 levels are safe in a thread with 2 MiB of stack, the
//! default of threads and of tokio. An object with many thousands of levels aborts the program with
//! a stack overflow, at the latest when it is dropped. So limit the depth of objects that follow
//! from untrusted input.
//!
//! # JSON
//!
//! With the feature `serde`, all types implement `Serialize` and `Deserialize`. Each member is
//! written in one shape:
//!
//! | member | JSON |
//! | --- | --- |
//! | text, enum | a text |
//! | date | a text such as `"2024-03-05T17:20:11.042+01:00"` |
//! | number, boolean | a number, a boolean |
//! | object, link | an object with the members that are set, by their names in the API |
//! | list | an object with `items`, an array, and the `href` of the list if it has one |
//!
//! Unset members are left out. The engine's own JSON is read, too: numbers and booleans as texts,
//! dates in milliseconds since 1970, lists as `{"vm": […]}`, their addresses in `link`. A list may
//! also be an array. Of the engine's JSON, only `actions` and links that stand for no list are
//! ignored, as in XML. Everything else that is not a member or has another shape is an error.

mod bytes;
mod convert;
mod date;
mod debug;
mod document;
mod follow;
mod follow_path;
mod generated;
mod identifier;
mod into_member;
mod link;
mod list;
mod macros;
mod missing_id;
mod name_index;
mod optional_link;
mod patch;
mod reference;
mod reflect;
mod secret;
#[cfg(feature = "serde")]
mod serde;
mod shared;
mod unrecognized;
mod untyped_document;
mod view;
mod xml;

pub use date::{Date, InvalidDate};
pub use document::Document;
pub use follow::Followable;
pub use generated::*;
pub use identifier::Identifier;
pub use into_member::IntoMember;
pub use link::Link;
pub use list::List;
pub use missing_id::MissingId;
pub use optional_link::OptionalLink;
pub use patch::{Change, Patch};
pub use shared::Shared;
pub use unrecognized::Unrecognized;
pub use view::{ListView, ObjectView, View};
pub use xml::{FromXml, ListReader, ToXml, XmlError, root_element};

/// Internals that other crates of this repository use. Exempt from semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use crate::debug::object as debug;
    pub use crate::follow_path::{UnknownLink, check_follow};
    pub use crate::reflect::{
        Item, ItemKind, Items, Object, Reflect, find_empty_id, has, member_of, text_of,
    };
    pub use crate::secret::{is_secret, redact_urls};
    pub use crate::untyped_document::{from_items, into_object, item_kind, object_of};
    pub use crate::xml::{
        DEFAULT_MEMORY, ListDecoder, encode_object as to_xml, printable, redact, tokenizer,
    };
}
