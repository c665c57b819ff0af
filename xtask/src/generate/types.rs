//! Generates `ovirt-types`: a file for each struct and enum, and the list of root elements.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use ovirt_model::{Enum, Member, Model, Since, Struct, Type, names};

use super::{Files, docs, header};

const FOLDER: &str = "crates/types/src/generated";

pub(super) fn generate(model: &Model, files: &mut Files) {
    let mut modules = String::new();
    for item in model.enums() {
        files.insert(
            format!("{FOLDER}/enums/{}.rs", item.name),
            enumeration(model, item),
        );
    }
    for item in model.structs() {
        files.insert(
            format!("{FOLDER}/structs/{}.rs", item.name),
            structure(model, item),
        );
    }
    let enums = model.enums().map(|item| item.name.as_str());
    files.insert(
        format!("{FOLDER}/enums.rs"),
        list("Enums of the API, one file each.", enums),
    );
    let structs = model.structs().map(|item| item.name.as_str());
    files.insert(
        format!("{FOLDER}/structs.rs"),
        list("Structs of the API, one file each.", structs),
    );
    files.insert(format!("{FOLDER}/roots.rs"), roots(model));
    modules.push_str(&header("All types of the API.", "types"));
    modules.push_str("mod enums;\nmod roots;\nmod structs;\n\npub use enums::*;\n");
    modules.push_str("pub(crate) use roots::ROOTS;\npub use structs::*;\n");
    files.insert(format!("{FOLDER}.rs"), modules);
}

/// The file that declares the modules of a folder.
fn list<'a>(purpose: &str, items: impl Iterator<Item = &'a str>) -> String {
    let mut text = header(purpose, "types");
    let names: Vec<&str> = items.collect();
    for name in &names {
        let _ = writeln!(text, "mod {};", module(name));
    }
    text.push('\n');
    for name in &names {
        let _ = writeln!(
            text,
            "pub use {}::{};",
            module(name),
            names::rust_type(name)
        );
    }
    text
}

/// The module of a type: its name, with exceptions for keywords.
fn module(name: &str) -> String {
    names::rust_identifier(name)
}

fn source(model: &Model, kind: &'static str, name: &str) -> String {
    model.file_of(kind, name).unwrap_or_default().to_owned()
}

fn enumeration(model: &Model, item: &Enum) -> String {
    let name = names::rust_type(&item.name);
    let mut text = header(&format!("`{name}`."), &source(model, "enum", &item.name));
    text.push_str("use crate::macros::enums::api_enum;\n\napi_enum! {\n");
    text.push_str(&docs::comment(4, &item.doc, &item.since));
    text.push_str(&docs::aliases(4, &name, &[&names::camel(&item.name)]));
    let _ = writeln!(text, "    pub enum {name} {{");
    for value in &item.values {
        let doc = if value.doc.is_empty() {
            format!("`{}`.", value.name)
        } else {
            value.doc.clone()
        };
        text.push_str(&docs::comment(8, &doc, &value.since));
        let _ = writeln!(
            text,
            "        {} = \"{}\",",
            names::camel(&value.name),
            value.name
        );
    }
    text.push_str("    }\n}\n");
    text
}

/// Types that are links although the model declares them as parts: engines usually send only a
/// reference. An inline icon would enlarge a VM fivefold.
const REFERRED: &[&str] = &["icon"];

/// Whether Rust structs hold this one inline.
pub(super) fn is_inline(model: &Model, name: &str) -> bool {
    model.structure(name).is_some_and(|item| item.inline)
}

/// A member with the places where it stands in the generated code.
struct Field<'a> {
    member: &'a Member,
    kind: &'static str,
    /// The Rust type of the kind, if it needs one.
    of: Option<String>,
}

impl<'a> Field<'a> {
    fn new(model: &Model, member: &'a Member) -> Self {
        let of = match &member.kind {
            Type::Named(name) => Some(names::rust_type(name)),
            Type::String if member.list => Some("String".to_owned()),
            _ => None,
        };
        let is_enum = member
            .kind
            .named()
            .is_some_and(|name| model.enumeration(name).is_some());
        let kind = match (&member.kind, member.list) {
            (Type::Named(_), true) if is_enum => "enumerations",
            (Type::Named(_), true) if member.secret => "secrets",
            (Type::Named(_), true) if member.link => "links",
            (Type::Named(_), true) => "list",
            (_, true) => "texts",
            (Type::Named(_), false) if is_enum => "enumeration",
            (Type::Named(name), false) if member.link || REFERRED.contains(&name.as_str()) => {
                "link"
            }
            (Type::Named(name), false) if is_inline(model, name) => "inline",
            (Type::Named(_), false) => "object",
            (Type::String, false) if member.secret => "secret",
            (Type::String, false) => "text",
            (Type::Boolean, false) => "boolean",
            (Type::Integer { .. }, false) => "integer",
            (Type::Decimal, false) => "decimal",
            (Type::Date, false) => "date",
        };
        Self { member, kind, of }
    }

    fn rust_type(&self) -> String {
        let of = self.of.as_deref().unwrap_or_default();
        match self.kind {
            "text" | "secret" => "String".to_owned(),
            "boolean" => "bool".to_owned(),
            "integer" => "i64".to_owned(),
            "decimal" => "f64".to_owned(),
            "date" => "Date".to_owned(),
            "enumeration" | "inline" => of.to_owned(),
            "object" => format!("Shared<{of}>"),
            "link" => format!("Link<{of}>"),
            _ => format!("List<{of}>"),
        }
    }

    /// The row in the member table.
    fn row(&self, index: usize) -> String {
        let Member { name, .. } = self.member;
        let of = self
            .of
            .as_ref()
            .map_or(String::new(), |of| format!("({of})"));
        let field = names::rust_identifier(name);
        let mut row = format!("{index} {}{of} {field}", self.kind);
        if field != *name {
            let _ = write!(row, " = \"{name}\"");
        }
        if self.member.tag() != *name {
            let _ = write!(row, " as \"{}\"", self.member.tag());
        }
        if matches!(self.kind, "texts" | "enumerations") {
            let _ = write!(row, " of \"{}\"", self.member.scalar_item_tag());
        }
        row
    }
}

/// The order of fields: identity, plain members, links.
fn rank(member: &Member) -> usize {
    const FIRST: &[&str] = &["id", "href", "name", "description", "comment"];
    match FIRST.iter().position(|name| *name == member.name) {
        Some(rank) => rank,
        None if member.link => FIRST.len() + 1,
        None => FIRST.len(),
    }
}

/// The address of an object.
fn href() -> Member {
    Member {
        name: "href".to_owned(),
        kind: Type::String,
        list: false,
        link: false,
        secret: false,
        readonly: true,
        unit: None,
        since: Since::default(),
        doc: "Address of the object, as a path on the engine's host.".to_owned(),
    }
}

fn structure(model: &Model, item: &Struct) -> String {
    let name = names::rust_type(&item.name);
    let href = href();
    let mut members = model.members(item);
    if model.has_address(item) {
        members.push(&href);
    }
    let identified = ["id", "name"].iter().all(|wanted| {
        members
            .iter()
            .any(|member| member.name == *wanted && member.kind == Type::String)
    });
    let mut fields: Vec<Field<'_>> = members
        .into_iter()
        .map(|member| Field::new(model, member))
        .collect();

    let mut text = header(&format!("`{name}`."), &source(model, "struct", &item.name));
    text.push_str(&imports(&name, &fields, simple(item, &fields).is_some()));
    text.push_str(&docs::comment(0, &item.doc, &item.since));
    let (camel, tag) = (names::camel(&item.name), names::camel(&item.tag()));
    text.push_str(&docs::aliases(0, &name, &[&camel, &tag]));
    let _ = writeln!(text, "#[derive(Clone)]\npub struct {name} {{");
    fields.sort_by(|a, b| (rank(a.member), &a.member.name).cmp(&(rank(b.member), &b.member.name)));
    for field in &fields {
        let Member { name, since, .. } = field.member;
        let identifier = names::rust_identifier(name);
        text.push_str(&docs::comment(4, &field.member.description(), since));
        text.push_str(&docs::aliases(4, &identifier, &[name, &field.member.tag()]));
        let _ = writeln!(text, "    pub {identifier}: Option<{}>,", field.rust_type());
    }
    text.push_str("}\n\n");

    fields.sort_by_key(|field| field.member.tag());
    let identity = if identified {
        "identified"
    } else {
        "anonymous"
    };
    let (tag, plural) = (item.tag(), item.plural_tag());
    let _ = writeln!(
        text,
        "api_struct! {{\n    {name} \"{tag}\" \"{plural}\" {identity} {{"
    );
    for (index, field) in fields.iter().enumerate() {
        let Member { since, .. } = field.member;
        text.push_str(&docs::comment(8, &field.member.description(), since));
        let _ = writeln!(text, "        {};", field.row(index));
    }
    text.push_str("    }\n}\n");
    if let Some(field) = simple(item, &fields) {
        let from = match field.kind {
            "text" => "text".to_owned(),
            _ => field.rust_type(),
        };
        let field = names::rust_identifier(&field.member.name);
        let _ = writeln!(text, "\nfrom_simple!({name}, {from}, {field});");
    }
    text
}

/// The single member of a struct, if it is a simple value: the struct converts from it.
fn simple<'a, 'b>(item: &Struct, fields: &'b [Field<'a>]) -> Option<&'b Field<'a>> {
    let [member] = item.members.as_slice() else {
        return None;
    };
    let simple = ["text", "boolean", "integer", "enumeration"];
    fields
        .iter()
        .find(|field| field.member.name == member.name && simple.contains(&field.kind))
        .filter(|_| item.base.is_none() && !item.builtin)
}

/// `use` lines by name: a glob would hide names of the prelude.
fn imports(name: &str, fields: &[Field<'_>], simple: bool) -> String {
    let mut types = BTreeSet::new();
    for field in fields {
        types.extend(
            field
                .of
                .as_deref()
                .filter(|of| *of != name && *of != "String"),
        );
        types.extend(match field.kind {
            "date" => Some("Date"),
            "link" => Some("Link"),
            "object" => Some("Shared"),
            "links" | "list" | "secrets" | "texts" | "enumerations" => Some("List"),
            _ => None,
        });
    }
    let macros = if simple {
        "{api_struct, from_simple}"
    } else {
        "api_struct"
    };
    let mut text = format!("use crate::macros::structs::{macros};\n");
    if !types.is_empty() {
        let list: Vec<&str> = types.into_iter().collect();
        let _ = writeln!(text, "use crate::{{{}}};", list.join(", "));
    }
    text.push('\n');
    text
}

fn roots(model: &Model) -> String {
    let mut text = header("Types of root elements.", "types");
    text.push_str("use crate::reflect::RootType;\n\n/// All structs, sorted by name.\n");
    let _ = writeln!(text, "pub(crate) static ROOTS: &[RootType] = &[");
    for item in model.structs() {
        let _ = writeln!(
            text,
            "    RootType::of::<crate::{}>(),",
            names::rust_type(&item.name)
        );
    }
    text.push_str("];\n");
    text
}
