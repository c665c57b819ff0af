//! The model of the oVirt Engine API, version 4, as data: its types, its services,
//! and their names on the wire.
//!
//! The facts are in the text files of the folder `data`, whose format is described
//! in its README. This crate parses and validates them, and answers queries:
//! all members of a type including inherited ones, the service at a URL path, the XML tag
//! of a name. It does no network I/O and does not depend on its users: the code
//! generator, the simulator and the command line.
//!
//! ```
//! let model = ovirt_model::Model::embedded();
//! let vm = model.structure("vm").expect("the struct exists");
//! assert!(model.members(vm).iter().any(|member| member.name == "memory"));
//! let service = model.locate("vms/123/diskattachments").expect("a path of the API");
//! assert_eq!(service.name, "disk_attachments");
//! ```

mod arguments;
mod check;
mod embedded;
mod item;
mod model;
pub mod names;
mod parse;
mod print;
mod search;
mod table;
mod tree;
mod unit;
mod until;

pub use check::Problem;
pub use item::{
    Direction, Enum, Item, Locator, Member, Method, MethodKind, Needs, NeedsKind, Parameter, Place,
    Service, Shared, Since, Struct, Type, Value, Variant,
};
pub use model::{LoadError, Model};
pub use parse::{ParseError, parse};
pub use print::print;
pub use search::{FieldKind, SearchEntity, SearchTables};
pub use tree::Step;
pub use unit::{Unit, describe};
