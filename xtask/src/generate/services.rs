//! Generates the services of `ovirt`: one file each with its handle and its requests, and the tree
//! of services as data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use ovirt_model::{
    Direction, Locator, Method, MethodKind, Model, NeedsKind, Parameter, Place, SearchTables,
    Service, Type, Variant, names,
};

use self::needs::{is_reference, joined, needs_comment, paths};
use super::{Files, docs, header, types};

mod needs;

const MODULE: &str = "crates/ovirt/src/services/generated";
const TREE: &str = "crates/ovirt/src/tree/generated.rs";

pub(super) fn generate(model: &Model, files: &mut Files) {
    let paths = shortest_paths(model);
    for (name, path) in &paths {
        if let Some(service) = model.service(name) {
            let text = File {
                model,
                service,
                path,
                types: BTreeSet::new(),
            }
            .text();
            files.insert(format!("{MODULE}/{name}.rs"), text);
        }
    }
    files.insert(format!("{MODULE}.rs"), modules(&paths));
    files.insert(TREE.to_owned(), nodes(model, &paths));
}

/// The member that has the status of a struct's objects.
fn status_member(structure: &str) -> &'static str {
    match structure {
        "backup" | "image_transfer" => "phase",
        // Its member `status` is that of the VM.
        "snapshot" => "snapshot_status",
        _ => "status",
    }
}

/// The reachable services, each with its shortest path.
fn shortest_paths(model: &Model) -> BTreeMap<&str, String> {
    let mut paths: BTreeMap<&str, String> = BTreeMap::new();
    for (path, service) in model.paths() {
        let known = paths.entry(&service.name).or_insert_with(|| path.clone());
        if path.len() < known.len() {
            *known = path;
        }
    }
    paths
}

fn modules(paths: &BTreeMap<&str, String>) -> String {
    let mut text = header("The services of the API, one file each.", "services");
    for name in paths.keys() {
        let _ = writeln!(text, "mod {name};");
    }
    text.push('\n');
    for name in paths.keys() {
        let _ = writeln!(text, "pub use self::{name}::*;");
    }
    text
}

/// The tree as data.
fn nodes(model: &Model, paths: &BTreeMap<&str, String>) -> String {
    let mut text = header("The tree of services.", "services");
    text.push_str("use super::Node;\n\n/// All services, sorted by name.\n");
    text.push_str("pub(super) static NODES: &[Node] = &[\n");
    for service in paths.keys().filter_map(|name| model.service(name)) {
        let children: Vec<String> = model
            .locators(service)
            .iter()
            .map(|locator| {
                let segment = locator.segment().unwrap_or_default();
                format!("(\"{segment}\", \"{}\")", locator.service)
            })
            .collect();
        let _ = writeln!(
            text,
            "    Node {{ name: \"{}\", object: \"{}\", children: &[{}] }},",
            service.name,
            object_tag(model, service),
            children.join(", ")
        );
    }
    text.push_str("];\n");
    text
}

/// XML tag of the objects that a service lists or reads; empty if it does neither.
fn object_tag(model: &Model, service: &Service) -> String {
    let kinds = [MethodKind::List, MethodKind::Get].into_iter();
    let mut methods = kinds.filter_map(|kind| model.method(service, kind));
    let document = methods.find_map(|method| method.document()?.kind.named());
    document.map(names::tag).unwrap_or_default()
}

/// The name of a service's Rust type.
pub(super) fn handle(service: &str) -> String {
    format!("{}Service", names::camel(service))
}

/// The Rust type of a parameter and how a request sends it.
struct Value {
    /// For lists the type of the items.
    of: String,
    kind: &'static str,
}

struct File<'a> {
    model: &'a Model,
    service: &'a Service,
    path: &'a str,
    /// Types that the file imports.
    types: BTreeSet<String>,
}

impl File<'_> {
    fn text(mut self) -> String {
        let Self { model, service, .. } = self;
        let name = handle(&service.name);
        let (methods, locators) = (model.methods(service), model.locators(service));
        let mut inside = String::new();
        let mut requests = String::new();
        for method in &methods {
            inside.push_str(&self.method(method));
            for variant in &method.variants {
                inside.push_str(&self.variant(method, variant));
            }
            requests.push_str(&self.request(method));
        }
        for locator in &locators {
            inside.push_str(&self.locator(locator));
        }
        let mut lists = String::new();
        for method in &methods {
            lists.push_str(&self.lists(method));
        }
        lists.push_str(&self.named());
        let waits = self.waits(&methods);
        let source = model.file_of("service", &service.name).unwrap_or_default();
        let mut text = header(&format!("`{name}` and its requests."), source);
        text.push_str(&self.imports(&locators, &methods, &[&waits, &lists]));
        text.push_str("service! {\n");
        text.push_str(&docs::comment(4, &service.doc, &service.since));
        let _ = write!(text, "    ///\n    /// API path: `{}`\n", self.path);
        let _ = writeln!(text, "    {name} = \"{}\"\n}}\n", service.name);
        let _ = writeln!(
            text,
            "impl {name} {{\n{}}}",
            inside.trim_start_matches('\n')
        );
        text.push_str(&waits);
        text.push_str(&requests);
        text.push_str(&lists);
        text
    }

    /// The methods that stream a list or read it in pages.
    fn lists(&self, method: &Method) -> String {
        let of = method
            .document()
            .filter(|document| document.list && method.kind == MethodKind::List)
            .and_then(|document| document.kind.named());
        let Some(of) = of else {
            return String::new();
        };
        let (request, of) = (self.request_name(method), names::rust_type(of));
        let has = |name: &str| method.parameters.iter().any(|own| own.name == name);
        let mut text = format!("\nstream!({request}, {of});\n");
        if has("search") && has("max") {
            let _ = writeln!(text, "pages!({request}, {of});");
        }
        text
    }

    /// The method that finds an object by its label.
    fn named(&self) -> String {
        let list = self.model.method(self.service, MethodKind::List);
        let of = list
            .and_then(|list| list.document())
            .and_then(|document| document.kind.named());
        let structure = of.and_then(|of| self.model.structure(of));
        let label = structure.and_then(|structure| self.model.label(structure));
        let (Some(of), Some(label)) = (of, label) else {
            return String::new();
        };
        let tables = SearchTables::embedded();
        let entity = tables.of_service(&self.service.name);
        let is_known = |field: &&str| entity.is_some_and(|own| own.fields.contains_key(*field));
        let field = Some(names::search_field(label)).filter(is_known);
        let field = field.map_or_else(String::new, |field| format!(" = \"{field}\""));
        let handle = handle(&self.service.name);
        format!(
            "named!({handle}, {}, \"{label}\"{field});\n",
            names::rust_type(of)
        )
    }

    /// The methods that wait for a state or the removal of the object that a service reads.
    fn waits(&mut self, methods: &[&Method]) -> String {
        let get = methods.iter().find(|method| method.kind == MethodKind::Get);
        let Some(of) = get
            .and_then(|get| get.document())
            .and_then(|document| document.kind.named())
        else {
            return String::new();
        };
        let structure = self.model.structure(of);
        let status = structure
            .map(|structure| self.model.members(structure))
            .and_then(|members| {
                members
                    .into_iter()
                    .find(|member| member.name == status_member(of))
            })
            .and_then(|status| status.kind.named())
            .map(names::rust_type);
        let status = status.map_or_else(String::new, |status| {
            let part = format!(", {status}");
            self.types.insert(status);
            part
        });
        format!(
            "\nwait!({}, {}{status});\n",
            handle(&self.service.name),
            names::rust_type(of)
        )
    }

    fn imports(&self, locators: &[&Locator], methods: &[&Method], macros: &[&str]) -> String {
        let mut text = String::new();
        if !methods.is_empty() {
            text.push_str("use crate::request::request;\n");
        }
        text.push_str("use crate::service::service;\n");
        let services: BTreeSet<String> = locators
            .iter()
            .filter(|locator| locator.service != self.service.name)
            .map(|locator| handle(&locator.service))
            .collect();
        for (place, names) in [("services", &services), ("types", &self.types)] {
            if !names.is_empty() {
                let list: Vec<&str> = names.iter().map(String::as_str).collect();
                let _ = writeln!(text, "use crate::{place}::{{{}}};", list.join(", "));
            }
        }
        let modules = [
            ("named", "named"),
            ("stream", "pages"),
            ("stream", "stream"),
            ("wait", "wait"),
        ];
        for (module, name) in modules {
            if macros.iter().any(|text| text.contains(&format!("{name}!"))) {
                let _ = writeln!(text, "use crate::{module}::{name};");
            }
        }
        text.push('\n');
        text
    }

    fn value(&mut self, method: &Method, parameter: &Parameter) -> Value {
        let place = parameter.place(method.kind);
        let of = match &parameter.kind {
            Type::String => "String".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Integer { .. } => "i64".to_owned(),
            Type::Decimal => "f64".to_owned(),
            Type::Date => {
                self.types.insert("Date".to_owned());
                "Date".to_owned()
            }
            Type::Named(name) => {
                let name = names::rust_type(name);
                self.types.insert(name.clone());
                name
            }
        };
        let in_a_box = parameter.kind.named().is_some_and(|name| {
            self.model.structure(name).is_some() && !types::is_inline(self.model, name)
        });
        let is_reference = in_a_box && is_reference(self.model, method, parameter);
        let kind = match place {
            Place::Query if parameter.name == "search" => "search",
            Place::Query => "query",
            _ if is_reference && parameter.list => "references",
            _ if is_reference => "reference",
            _ if parameter.list => "list",
            _ if in_a_box => "object",
            _ => "value",
        };
        Value { of, kind }
    }

    /// The argument of a method for a parameter; setters take the same.
    fn argument(&mut self, method: &Method, parameter: &Parameter) -> String {
        let value = self.value(method, parameter);
        let name = names::rust_identifier(&parameter.name);
        let of = match value.kind {
            "reference" | "references" => {
                self.types.insert("Link".to_owned());
                format!("Link<{}>", value.of)
            }
            _ => value.of,
        };
        if parameter.list {
            format!("{name}: impl IntoIterator<Item = impl Into<{of}>>")
        } else {
            format!("{name}: impl Into<{of}>")
        }
    }

    fn request_name(&self, method: &Method) -> String {
        format!(
            "{}{}",
            names::camel(&self.service.name),
            names::camel(&method.name)
        )
    }

    /// The HTTP method and path of a method, for the documentation.
    fn route(&self, method: &Method) -> String {
        let segment = method
            .segment()
            .map_or(String::new(), |segment| format!("/{segment}"));
        let path = if self.path == "/" && !segment.is_empty() {
            ""
        } else {
            self.path
        };
        format!(
            "    ///\n    /// `{} {path}{segment}`\n",
            method.kind.http()
        )
    }

    fn method(&mut self, method: &Method) -> String {
        let mandatory = method.arguments(None);
        let arguments: Vec<String> = mandatory
            .iter()
            .map(|parameter| self.argument(method, parameter))
            .collect();
        let demands = paths(method.demands(), method);
        let mut text = format!("\n{}", docs::comment(4, &method.doc, &method.since));
        text.push_str(&self.route(method));
        text.push_str(&needs_comment(&demands));
        let name = names::rust_identifier(&method.name);
        text.push_str(&docs::aliases(4, &name, &[&method.name]));
        let mut draft = self.draft(method);
        if !demands.is_empty() {
            let _ = write!(draft, ".requires({:?})", joined(&demands));
        }
        let mut value = format!("{}({draft})", self.request_name(method));
        for parameter in &mandatory {
            if parameter.place(method.kind) != Place::Document {
                let name = names::rust_identifier(&parameter.name);
                let _ = write!(value, ".{name}({name})");
            }
        }
        let _ = writeln!(
            text,
            "    #[inline]\n    pub fn {name}(&self{}) -> {} {{\n        {value}\n    }}",
            arguments
                .iter()
                .map(|argument| format!(", {argument}"))
                .collect::<String>(),
            self.request_name(method),
        );
        text
    }

    /// The expression that creates a request.
    fn draft(&self, method: &Method) -> String {
        let operation = format!("\"{}.{}\"", self.service.name, method.name);
        let document = method
            .document()
            .filter(|document| document.direction == Direction::InOut);
        match (method.kind, document) {
            (MethodKind::Add, Some(document)) if document.list => format!(
                "self.0.add_list({operation}, &{}.into_iter().collect::<List<{}>>())",
                document.name,
                document
                    .kind
                    .named()
                    .map(names::rust_type)
                    .unwrap_or_default(),
            ),
            (MethodKind::Action, _) => format!(
                "self.0.action({operation}, \"{}\")",
                method.segment().unwrap_or_default()
            ),
            (MethodKind::Get | MethodKind::List, _) => format!("self.0.get({operation})"),
            (kind, Some(document)) => {
                let of = document.kind.named().map(names::rust_type);
                let of = of.unwrap_or_default();
                let name = names::rust_identifier(&document.name);
                let function = if is_reference(self.model, method, document) {
                    "add_reference"
                } else {
                    kind.word()
                };
                format!("self.0.{function}::<{of}>({operation}, {name}.into())")
            }
            (kind, None) => format!("self.0.{}({operation})", kind.word()),
        }
    }

    /// A variant is the same request with other required members.
    fn variant(&mut self, method: &Method, variant: &Variant) -> String {
        let base = method.arguments(None);
        let all = method.arguments(Some(variant));
        let arguments: Vec<String> = all
            .iter()
            .map(|parameter| self.argument(method, parameter))
            .collect();
        let required = variant
            .needs
            .iter()
            .filter(|needs| needs.kind == NeedsKind::Required);
        let demands = paths(required, method);
        let mut text = format!("\n{}", docs::comment(4, &variant.doc, &variant.since));
        text.push_str(&self.route(method));
        text.push_str(&needs_comment(&demands));
        let names: Vec<String> = base
            .iter()
            .map(|parameter| names::rust_identifier(&parameter.name))
            .collect();
        let mut value = format!(
            "self.{}({})",
            names::rust_identifier(&method.name),
            names.join(", ")
        );
        for parameter in all.iter().skip(base.len()) {
            let name = names::rust_identifier(&parameter.name);
            let _ = write!(value, ".{name}({name})");
        }
        if !demands.is_empty() {
            let request = self.request_name(method);
            value = format!("{request}({value}.0.requires({:?}))", joined(&demands));
        }
        let name = names::rust_variant(&method.name, &variant.name);
        let api_name = format!("{}_{}", method.name, variant.name);
        text.push_str(&docs::aliases(4, &name, &[&api_name]));
        let _ = writeln!(
            text,
            "    #[inline]\n    pub fn {name}(&self{}) -> {} {{\n        {value}\n    }}",
            arguments
                .iter()
                .map(|argument| format!(", {argument}"))
                .collect::<String>(),
            self.request_name(method),
        );
        text
    }

    fn locator(&mut self, locator: &Locator) -> String {
        let target = handle(&locator.service);
        let doc = if locator.doc.is_empty() {
            self.model
                .service(&locator.service)
                .map_or("", |service| &service.doc)
        } else {
            &locator.doc
        };
        let mut text = format!("\n{}", docs::comment(4, doc, &locator.since));
        let _ = match &locator.parameter {
            Some(parameter) => writeln!(
                text,
                "    #[inline]\n    pub fn {}_service(&self, {parameter}: impl Identifier<{}>) -> {target} {{\n        \
                 {target}(self.0.item({parameter}.identifier()))\n    }}",
                locator.name,
                self.item_type(locator)
            ),
            None => writeln!(
                text,
                "    #[inline]\n    pub fn {}_service(&self) -> {target} {{\n        \
                 {target}(self.0.segment(\"{}\"))\n    }}",
                locator.name,
                names::segment(&locator.name)
            ),
        };
        text
    }

    /// The type of the objects behind a locator: what the list of this service contains, or what
    /// the other service reads.
    fn item_type(&mut self, locator: &Locator) -> String {
        let model = self.model;
        let document = |service: &Service, kind| {
            let document = model.method(service, kind)?.document()?;
            document.kind.named().map(names::rust_type)
        };
        let item = model.service(&locator.service);
        let name = document(self.service, MethodKind::List)
            .or_else(|| item.and_then(|item| document(item, MethodKind::Get)));
        self.types.insert("Identifier".to_owned());
        self.types.extend(name.clone());
        name.unwrap_or_else(|| "()".to_owned())
    }

    fn request(&mut self, method: &Method) -> String {
        let name = self.request_name(method);
        let output = self.output(method);
        let function = names::rust_identifier(&method.name);
        let mut text = format!(
            "\nrequest! {{\n    /// Request of [`{}::{function}`].\n    {name} -> {output}",
            handle(&self.service.name)
        );
        let mut setters = String::new();
        let variants = method
            .variants
            .iter()
            .flat_map(|variant| &variant.parameters);
        for parameter in method.parameters.iter().chain(variants) {
            let place = parameter.place(method.kind);
            if parameter.direction == Direction::Out || place == Place::Document {
                continue;
            }
            let value = self.value(method, parameter);
            let doc = self.model.parameter_description(method, parameter);
            setters.push_str(&docs::comment(8, &doc, &parameter.since));
            let setter = names::rust_identifier(&parameter.name);
            setters.push_str(&docs::aliases(8, &setter, &[&parameter.name]));
            let name = match place {
                Place::Query if setter != parameter.name => format!(" = \"{}\"", parameter.name),
                _ => String::new(),
            };
            let _ = writeln!(
                setters,
                "        {}({}) {setter}{name};",
                value.kind, value.of
            );
        }
        if setters.is_empty() {
            text.push_str(";\n}\n");
        } else {
            let _ = write!(text, " {{\n{setters}    }}\n}}\n");
        }
        text
    }

    /// What the response is decoded as.
    fn output(&mut self, method: &Method) -> String {
        if method.kind == MethodKind::Remove {
            return "nothing()".to_owned();
        }
        let (parameter, result) = match (method.document(), method.action_result()) {
            (Some(document), _) => (document, false),
            (None, Some(result)) => (result, true),
            (None, None) => return "action()".to_owned(),
        };
        let value = self.value(method, parameter);
        let of = if parameter.list {
            self.types.insert("List".to_owned());
            format!("List<{}>", value.of)
        } else {
            value.of
        };
        if result {
            format!(
                "{}({of}, {})",
                value.kind,
                names::rust_identifier(&parameter.name)
            )
        } else {
            format!("document({of})")
        }
    }
}
