//! The search tables: which fields searches know, and their words for values.
//!
//! The API's own model has none of this. The facts are kept by hand in `data/search.txt`.

use std::collections::BTreeMap;

/// The tables, as this crate carries them.
const TEXT: &str = include_str!("../data/search.txt");

/// All search tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchTables {
    /// The searchable types, by name.
    pub entities: BTreeMap<String, SearchEntity>,
    /// Words of searches by the name of their table, each with the value in the API.
    pub words: BTreeMap<String, Vec<(String, String)>>,
}

/// A type of objects that can be searched, or that searches of other types refer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchEntity {
    /// The services with lists that can be searched; none for related objects only.
    pub services: Vec<String>,
    /// The fields, by name.
    pub fields: BTreeMap<String, FieldKind>,
    /// Related types: their names in searches, and the entity.
    pub related: Vec<(Vec<String>, String)>,
}

/// What a field contains, which determines operators and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A text, or `nullable` one that can be compared with `null`.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number, in this unit if any.
    Number(Option<String>),
    /// A date: `=` matches the whole day.
    Date,
    /// A point in time or a duration: only `<` and `>`.
    Time,
    /// The severity of an event.
    Severity,
    /// A tag, with its children.
    Tag,
    /// One of the words in a table.
    Words(String),
}

impl SearchTables {
    /// Returns the embedded tables.
    pub fn embedded() -> Self {
        // Tests cover the embedded text; an invalid one would only be missing.
        Self::parse(TEXT).unwrap_or_default()
    }

    /// Parses tables.
    ///
    /// # Errors
    ///
    /// The first line that violates the format described in `data/README.md`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut tables = Self::default();
        // Where indented lines belong.
        let mut table = ("", "");
        for (index, line) in text.lines().enumerate() {
            let facts = line.split_once(" -- ").map_or(line, |(facts, _)| facts);
            let words: Vec<&str> = facts.split_ascii_whitespace().collect();
            let added = match (words.as_slice(), facts.starts_with(' ')) {
                ([], _) => Some(()),
                ([kind @ ("search" | "words"), name, rest @ ..], false) => {
                    table = (*kind, *name);
                    tables.add_table(table, rest)
                }
                (words, true) => tables.add_fact(table, words),
                _ => None,
            };
            added.ok_or_else(|| format!("search.txt, line {}: {line}", index + 1))?;
        }
        Ok(tables)
    }

    fn add_table(&mut self, (kind, name): (&str, &str), rest: &[&str]) -> Option<()> {
        let services = match rest {
            [] => &[][..],
            ["at", services @ ..] => services,
            _ => return None,
        };
        if kind == "words" {
            self.words.insert(name.to_owned(), Vec::new());
            return services.is_empty().then_some(());
        }
        let entity = SearchEntity {
            services: services.iter().map(|name| (*name).to_owned()).collect(),
            ..SearchEntity::default()
        };
        self.entities.insert(name.to_owned(), entity);
        Some(())
    }

    fn add_fact(&mut self, (kind, table): (&str, &str), words: &[&str]) -> Option<()> {
        if kind == "words" {
            let [word, value] = words else { return None };
            let word = word.strip_suffix(':')?.to_owned();
            self.words.get_mut(table)?.push((word, (*value).to_owned()));
            return Some(());
        }
        let entity = self.entities.get_mut(table)?;
        if let ["related", names @ .., target] = words {
            let names = names
                .iter()
                .map(|name| name.trim_end_matches(':').to_owned());
            entity.related.push((names.collect(), (*target).to_owned()));
            return Some(());
        }
        let (name, kind) = words.split_first()?;
        let kind = match kind {
            ["text" | "nullable"] => FieldKind::Text,
            ["boolean"] => FieldKind::Boolean,
            ["number"] => FieldKind::Number(None),
            ["number", unit] => FieldKind::Number(Some((*unit).to_owned())),
            ["date"] => FieldKind::Date,
            ["time"] => FieldKind::Time,
            ["severity"] => FieldKind::Severity,
            ["tag"] => FieldKind::Tag,
            ["words", table] => FieldKind::Words((*table).to_owned()),
            _ => return None,
        };
        entity
            .fields
            .insert(name.strip_suffix(':')?.to_owned(), kind);
        Some(())
    }

    /// The entity of a service's list, by the name of the service.
    pub fn of_service(&self, service: &str) -> Option<&SearchEntity> {
        let mut entities = self.entities.values();
        entities.find(|entity| entity.services.iter().any(|own| own == service))
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldKind, SearchTables, TEXT};
    use crate::{MethodKind, Model};

    #[test]
    fn the_embedded_tables_are_complete() {
        let tables = SearchTables::parse(TEXT).expect("valid tables");
        for (name, entity) in &tables.entities {
            for kind in entity.fields.values() {
                if let FieldKind::Words(words) = kind {
                    assert!(tables.words.contains_key(words), "{name}: {words}");
                }
            }
            for (_, related) in &entity.related {
                assert!(tables.entities.contains_key(related), "{name}: {related}");
            }
        }
    }

    #[test]
    fn the_lists_with_tables_have_the_parameter_search() {
        let (tables, model) = (SearchTables::embedded(), Model::embedded());
        let services = tables.entities.values().flat_map(|entity| &entity.services);
        // Engines can search these, though the API's model does not say so.
        for service in services.filter(|name| *name != "vnic_profiles") {
            let service = model.service(service).expect(service);
            let list = model.method(service, MethodKind::List).expect("a list");
            let mut parameters = list.parameters.iter();
            assert!(
                parameters.any(|own| own.name == "search"),
                "{}",
                service.name
            );
        }
    }

    #[test]
    fn invalid_lines_are_named() {
        for (text, line) in [
            ("vm at vms", 1),
            ("search vm at vms\n  name text", 2),
            ("search vm at vms\n  name: nothing", 2),
            ("words status\n  Up", 2),
            ("  name: text", 1),
        ] {
            let error = SearchTables::parse(text).expect_err(text);
            assert!(
                error.starts_with(&format!("search.txt, line {line}: ")),
                "{error}"
            );
        }
    }
}
