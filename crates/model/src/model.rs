//! The whole model: loading and lookups.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::embedded;
use crate::item::{
    Direction, Enum, Item, Locator, Member, Method, MethodKind, Parameter, Service, Shared, Struct,
};
use crate::parse::{ParseError, parse};
use crate::table::{self, Table};
use crate::unit::describe;

/// Name of the service at the root of the tree.
const ROOT: &str = "system";

/// The types and services of the API.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(crate) enums: Table<Enum>,
    pub(crate) structs: Table<Struct>,
    pub(crate) services: Table<Service>,
    shared: Table<Shared>,
}

/// Why a model cannot be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// A file or folder cannot be read.
    Io {
        /// The path.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A line is invalid.
    Parse {
        /// Name of the file.
        file: String,
        /// The line and the cause.
        source: ParseError,
    },
    /// A duplicate item.
    Duplicate {
        /// Name of the file with the duplicate.
        file: String,
        /// Kind and name of the item.
        item: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, .. } => write!(f, "cannot read {}", path.display()),
            Self::Parse { file, source } => write!(f, "{file}, {source}"),
            Self::Duplicate { file, item } => write!(f, "{file}: {item} is there already"),
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Parse { .. } | Self::Duplicate { .. } => None,
        }
    }
}

impl Model {
    /// Returns the embedded model.
    ///
    /// This finds the items only. Each is parsed when it is first read, all of them in some
    /// milliseconds: keep the value.
    pub fn embedded() -> Self {
        let mut model = Self::default();
        for (file, text) in embedded::FILES {
            for (keyword, name, text) in table::items(text) {
                match keyword {
                    "enum" => model.enums.insert_text(file, name, text),
                    "struct" => model.structs.insert_text(file, name, text),
                    "service" => model.services.insert_text(file, name, text),
                    _ => model.shared.insert_text(file, name, text),
                }
            }
        }
        model
    }

    /// Loads a model from a folder with the layout of `crates/model/data`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or parsed, or a duplicate item.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        let mut model = Self::default();
        for path in Self::files_in(folder)? {
            let text = std::fs::read_to_string(&path).map_err(|source| LoadError::Io {
                path: path.clone(),
                source,
            })?;
            let file = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .into_owned();
            model.add_file(&file, &text)?;
        }
        Ok(model)
    }

    /// The model's files in a folder, sorted.
    ///
    /// # Errors
    ///
    /// A folder that cannot be read.
    pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let failed = |source| LoadError::Io {
                path: folder.clone(),
                source,
            };
            for entry in std::fs::read_dir(&folder).map_err(failed)? {
                let path = entry.map_err(failed)?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "api") {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }

    /// Adds the items of one file.
    ///
    /// # Errors
    ///
    /// An invalid line, or a duplicate item.
    pub fn add_file(&mut self, file: &str, text: &str) -> Result<(), LoadError> {
        let items = parse(text).map_err(|source| LoadError::Parse {
            file: file.to_owned(),
            source,
        })?;
        for item in items {
            let (kind, name) = item.key();
            if self.file_of(kind, name).is_some() {
                return Err(LoadError::Duplicate {
                    file: file.to_owned(),
                    item: format!("{kind} {name}"),
                });
            }
            let name = name.to_owned();
            match item {
                Item::Enum(item) => self.enums.insert(file, name, item),
                Item::Struct(item) => self.structs.insert(file, name, item),
                Item::Service(item) => self.services.insert(file, name, item),
                Item::Shared(item) => self.shared.insert(file, name, item),
            }
        }
        Ok(())
    }

    /// The file of an item, such as `types/vms.api`; for `kind` see [`Item::key`].
    pub fn file_of(&self, kind: &str, name: &str) -> Option<&str> {
        match kind {
            "enum" => self.enums.file_of(name),
            "struct" => self.structs.file_of(name),
            "service" => self.services.file_of(name),
            _ => self.shared.file_of(name),
        }
    }

    /// The names of all structs, sorted. Parses none of them.
    pub fn struct_names(&self) -> impl Iterator<Item = &str> {
        self.structs.names()
    }

    /// All enums, sorted by name.
    pub fn enums(&self) -> impl Iterator<Item = &Enum> {
        self.enums.values()
    }

    /// All structs, sorted by name.
    pub fn structs(&self) -> impl Iterator<Item = &Struct> {
        self.structs.values()
    }

    /// All services, sorted by name.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.services.values()
    }

    /// The enum of this name.
    pub fn enumeration(&self, name: &str) -> Option<&Enum> {
        self.enums.get(name)
    }

    /// The struct of this name.
    pub fn structure(&self, name: &str) -> Option<&Struct> {
        self.structs.get(name)
    }

    /// The service of this name.
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(name)
    }

    /// The service at the root of the tree.
    pub fn root(&self) -> Option<&Service> {
        self.services.get(ROOT)
    }

    /// A struct and its bases, the root base first.
    pub fn lineage<'a>(&'a self, structure: &'a Struct) -> Vec<&'a Struct> {
        let mut lineage = vec![structure];
        let mut current = structure;
        while let Some(base) = current
            .base
            .as_deref()
            .and_then(|name| self.structs.get(name))
        {
            // Cyclic bases are a validation error, and must not hang the validation.
            if lineage.len() > self.structs.len() {
                break;
            }
            lineage.push(base);
            current = base;
        }
        lineage.reverse();
        lineage
    }

    /// All members of a struct, inherited ones first.
    pub fn members<'a>(&'a self, structure: &'a Struct) -> Vec<&'a Member> {
        self.lineage(structure)
            .into_iter()
            .flat_map(|level| &level.members)
            .collect()
    }

    /// The member that people tell the objects of a struct apart by: `name` for most.
    pub fn label<'a>(&'a self, structure: &'a Struct) -> Option<&'a str> {
        let label = match &structure.label {
            Some(label) => self
                .members(structure)
                .into_iter()
                .find(|own| own.name == *label),
            None => self
                .members(structure)
                .into_iter()
                .find(|own| own.name == "name"),
        };
        label.map(|member| member.name.as_str())
    }

    /// Whether objects of a type can have an address (`href`), which the model does not list as a
    /// member: types with an identifier, and targets of links. No other object has one in
    /// documents.
    pub fn has_address(&self, structure: &Struct) -> bool {
        let is_it = |member: &Member| member.link && member.kind.named() == Some(&structure.name);
        let mut members = self.members(structure).into_iter();
        members.any(|member| member.name == "id")
            || self.structs().any(|other| other.members.iter().any(is_it))
    }

    /// Whether a struct contains itself, not counting links and lists.
    pub(crate) fn contains_itself(&self, structure: &Struct) -> bool {
        let mut reached: Vec<&Struct> = vec![structure];
        let mut next = 0;
        while let Some(item) = reached.get(next) {
            for member in self.members(item) {
                let target = member.kind.named().and_then(|name| self.structure(name));
                match target.filter(|_| !member.link && !member.list) {
                    Some(target) if target.name == structure.name => return true,
                    Some(target) if reached.iter().all(|known| known.name != target.name) => {
                        reached.push(target);
                    }
                    _ => {}
                }
            }
            next += 1;
        }
        false
    }

    /// A service and its bases, the nearest first.
    fn service_lineage<'a>(&'a self, service: &'a Service) -> Vec<&'a Service> {
        let mut lineage = vec![service];
        let mut current = service;
        while let Some(base) = current
            .base
            .as_deref()
            .and_then(|name| self.services.get(name))
        {
            if lineage.len() > self.services.len() {
                break;
            }
            lineage.push(base);
            current = base;
        }
        lineage
    }

    /// All methods of a service, sorted by name; an own method hides an inherited one of
    /// the same name.
    pub fn methods<'a>(&'a self, service: &'a Service) -> Vec<&'a Method> {
        let mut methods = BTreeMap::new();
        for level in self.service_lineage(service) {
            for method in &level.methods {
                methods.entry(method.name.as_str()).or_insert(method);
            }
        }
        methods.into_values().collect()
    }

    /// All locators of a service including inherited ones, sorted by name.
    pub fn locators<'a>(&'a self, service: &'a Service) -> Vec<&'a Locator> {
        let mut locators = BTreeMap::new();
        for level in self.service_lineage(service) {
            for locator in &level.locators {
                locators.entry(locator.name.as_str()).or_insert(locator);
            }
        }
        locators.into_values().collect()
    }

    /// The method of a service with this kind, which is not an action.
    pub fn method<'a>(&'a self, service: &'a Service, kind: MethodKind) -> Option<&'a Method> {
        self.methods(service)
            .into_iter()
            .find(|method| method.kind == kind)
    }

    /// The action of a service with this path segment.
    pub fn action<'a>(&'a self, service: &'a Service, segment: &str) -> Option<&'a Method> {
        self.methods(service)
            .into_iter()
            .find(|method| method.segment().is_some_and(|own| own == segment))
    }

    /// The description of a parameter: its own, or the shared one.
    pub fn parameter_doc<'a>(&'a self, method: &Method, parameter: &'a Parameter) -> &'a str {
        if !parameter.doc.is_empty() {
            return &parameter.doc;
        }
        let by_role = match parameter.direction {
            Direction::In => None,
            Direction::Out => self.shared.get(&format!("{}.result", method.kind.word())),
            Direction::InOut => self.shared.get(&format!("{}.document", method.kind.word())),
        };
        by_role
            .or_else(|| self.shared.get(&parameter.name))
            .map_or("", |shared| &shared.doc)
    }

    /// The description of a parameter, with its unit.
    pub fn parameter_description(&self, method: &Method, parameter: &Parameter) -> String {
        describe(self.parameter_doc(method, parameter), parameter.unit, false)
    }
}
