//! Results on standard output: one way for all commands and all formats.

mod cell;
mod columns;
mod names;
mod table;
mod template;
mod yaml;

use std::collections::BTreeSet;
use std::io::Write;

use console::Term;
use ovirt_model::Model;
use serde::Serialize;
use serde_json::Value;

pub(crate) use self::cell::color_of;
pub(crate) use self::cell::{lines, plain};
pub(crate) use self::columns::checked_path;
pub(crate) use self::names::Names;
pub(crate) use self::yaml::write as write_yaml;

use self::columns::Column;
use self::table::Table;
use crate::data;
use crate::failure::Failure;
use crate::filter::Filter;
use crate::io::Environment;
use crate::json::Json;
use crate::options::Options;
use crate::resolve::label_of;
use crate::value::computed;

/// The form of results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Wide,
    Json,
    JsonLines,
    Yaml,
    Csv,
    /// The bytes of the engine.
    Xml,
    /// Addresses.
    Name,
    Id,
    /// A text with members in braces.
    Template(String),
}

impl Format {
    /// The format that the options ask for, and the columns if `table=PATHS` does.
    ///
    /// # Errors
    ///
    /// A word that is no format.
    pub(crate) fn parse(text: Option<&str>) -> Result<(Self, Option<String>), Failure> {
        let text = text.unwrap_or("table");
        let (name, argument) = match text.split_once('=') {
            Some((name, argument)) => (name, Some(argument.to_owned())),
            None => (text, None),
        };
        Ok(match (name, argument) {
            ("table", columns) => (Self::Table, columns),
            ("csv", columns) => (Self::Csv, columns),
            ("format", Some(template)) => (Self::Template(template), None),
            ("wide", None) => (Self::Wide, None),
            ("json", None) => (Self::Json, None),
            ("jsonl", None) => (Self::JsonLines, None),
            ("yaml", None) => (Self::Yaml, None),
            ("xml", None) => (Self::Xml, None),
            ("name", None) => (Self::Name, None),
            ("id", None) => (Self::Id, None),
            _ => {
                return Err(Failure::usage(format!("there is no format {text:?}")).hint(
                    "use table, wide, json, jsonl, yaml, csv, xml, name, id, table=PATHS or \
                     format='{name} {memory}'",
                ));
            }
        })
    }
}

/// Where results go, and what is known of it.
pub(crate) struct Screen<'w> {
    pub(crate) out: &'w mut dyn Write,
    /// Width in columns, if it is a terminal; `COLUMNS` overrides what the terminal says.
    pub(crate) width: Option<usize>,
    pub(crate) color: bool,
}

impl<'w> Screen<'w> {
    /// The screen that results are printed on.
    pub(crate) fn new(
        options: &Options,
        environment: Environment<'_>,
        stdout: &'w mut dyn Write,
        is_terminal: bool,
    ) -> Self {
        let set = |name: &str| environment(name).is_some_and(|value| !value.is_empty());
        let plain = set("NO_COLOR") || environment("TERM").is_some_and(|term| term == "dumb");
        let color = match options.color.as_deref() {
            Some("always") => true,
            Some("never") => false,
            _ => set("CLICOLOR_FORCE") || (is_terminal && !plain),
        };
        let told = || environment("COLUMNS")?.to_str()?.parse().ok();
        let measured = || Some(usize::from(Term::stdout().size_checked()?.1));
        Self {
            out: stdout,
            width: is_terminal.then(|| told().or_else(measured)).flatten(),
            color,
        }
    }
}

/// Prints objects as they come.
pub(crate) struct Printer<'p, 'w> {
    model: &'p Model,
    options: &'p Options,
    screen: &'p mut Screen<'w>,
    format: Format,
    type_name: &'p str,
    columns: Vec<Column<'p>>,
    table: Table,
    names: &'p mut Names<'p>,
    filter: Filter,
    sort: Vec<SortKey>,
    /// Rows that wait until all are known, to be sorted.
    waiting: Vec<(Value, String)>,
    /// The members of objects that are read; `None` means all.
    members: Option<BTreeSet<String>>,
    printed: usize,
}

struct SortKey {
    path: String,
    descending: bool,
}

/// The members that a format reads, and those at some paths; `None` means all.
fn members<'a>(
    format: &Format,
    paths: impl Iterator<Item = &'a str>,
    label: &'a str,
) -> Option<BTreeSet<String>> {
    let has_columns = matches!(format, Format::Table | Format::Wide | Format::Csv);
    if !has_columns && !matches!(format, Format::Name | Format::Id) {
        return None;
    }
    let paths = paths.chain(["id", "name", label]);
    let members = paths.flat_map(|path| {
        let of_path = path.split(['.', '[']).next();
        of_path
            .into_iter()
            .chain(computed::members(path).iter().copied())
    });
    Some(members.map(str::to_owned).collect())
}

impl<'p, 'w> Printer<'p, 'w> {
    /// A printer of objects of a type.
    ///
    /// # Errors
    ///
    /// Unknown formats, columns or conditions.
    pub(crate) fn new(
        model: &'p Model,
        options: &'p Options,
        type_name: &'p str,
        names: &'p mut Names<'p>,
        screen: &'p mut Screen<'w>,
    ) -> Result<Self, Failure> {
        let (format, paths) = Format::parse(options.output.as_deref())?;
        let wide = format == Format::Wide;
        let columns = match &paths {
            Some(paths) => columns::parse(model, type_name, paths)?,
            None => columns::of(model, type_name, wide, options.columns.as_deref())?,
        };
        let sort = options.sort.as_deref().unwrap_or_default();
        let keys = sort.split(',').filter(|key| !key.is_empty()).map(|key| {
            let (path, direction) = key.split_once(':').unwrap_or((key, "asc"));
            let path = columns::checked_path(model, type_name, path)?;
            match direction {
                "asc" | "desc" => Ok(SortKey {
                    path,
                    descending: direction == "desc",
                }),
                _ => Err(Failure::usage(format!(
                    "--sort {key:?} is not valid: use asc or desc after the colon"
                ))),
            }
        });
        let sort = keys.collect::<Result<Vec<_>, _>>()?;
        let filter = Filter::parse_all(&options.conditions, |path| {
            columns::checked_path(model, type_name, path)
        })?;
        let table = Table::new(screen.width, !options.no_headers);
        let paths = columns.iter().map(|column| &*column.path);
        let paths = paths.chain(sort.iter().map(|key| &*key.path));
        let members = members(&format, paths.chain(filter.paths()), data::label(type_name));
        Ok(Self {
            model,
            options,
            screen,
            format,
            type_name,
            columns,
            table,
            names,
            filter,
            sort,
            waiting: Vec::new(),
            members,
            printed: 0,
        })
    }

    /// Adds a column in front, for a member that the model does not have.
    pub(crate) fn add_column(&mut self, name: &str) {
        self.columns.insert(0, Column::plain(name));
    }

    /// Prints each object at once, where a table or a list would wait for others.
    pub(crate) fn line_by_line(&mut self, template: &str) {
        match self.format {
            Format::Table | Format::Wide => self.format = Format::Template(template.to_owned()),
            Format::Json => self.format = Format::JsonLines,
            _ => {}
        }
    }

    /// Writes what has been printed so far.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.screen.out.flush()?)
    }

    /// The form of the results.
    pub(crate) fn format(&self) -> &Format {
        &self.format
    }

    /// Writes the bytes of a document as they are, and a line break.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.screen.out.write_all(bytes.trim_ascii_end())?;
        Ok(writeln!(self.screen.out)?)
    }

    /// Whether no further object would be printed.
    pub(crate) fn is_full(&self) -> bool {
        self.sort.is_empty()
            && self
                .options
                .first
                .is_some_and(|first| self.printed >= first)
    }

    /// Like [`add`](Self::add); converts only what is printed.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn add_view(&mut self, object: Json<'_>, parent: &str) -> Result<(), Failure> {
        let is_plain = self.sort.is_empty() && self.filter.paths().is_empty();
        match &self.members {
            Some(members) => self.add(object.select(members), parent),
            None if is_plain && self.format == Format::Json && !self.is_full() => {
                self.printed += 1;
                self.json(&object)
            }
            None => self.add(object.to_value(), parent),
        }
    }

    /// Prints an item of a JSON array.
    fn json(&mut self, object: &impl Serialize) -> Result<(), Failure> {
        // An array of one item has the indentation of the whole one.
        let text = serde_json::to_string_pretty(&[object]).map_err(std::io::Error::from)?;
        let item = text.trim_start_matches("[\n").trim_end_matches("\n]");
        let start = if self.printed == 1 { "[\n" } else { ",\n" };
        Ok(write!(self.screen.out, "{start}{item}")?)
    }

    /// Prints an object of a list; `parent` is the address of the object that has the list.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn add(&mut self, object: Value, parent: &str) -> Result<(), Failure> {
        if self.is_full() || !self.fits(&object) {
            return Ok(());
        }
        if self.sort.is_empty() {
            return self.print(&object, parent);
        }
        self.waiting.push((object, parent.to_owned()));
        Ok(())
    }

    /// Whether an object meets the conditions, which can name linked objects.
    fn fits(&mut self, object: &Value) -> bool {
        let mut named = std::borrow::Cow::Borrowed(object);
        for path in self.filter.paths() {
            let slot = columns::slot_at(self.model, self.type_name, path);
            let target = slot
                .filter(|slot| slot.link)
                .and_then(|slot| slot.kind.named());
            let pointer = format!("/{}", path.replace('.', "/"));
            let link = object.pointer(&pointer).and_then(Value::as_object);
            let (Some(target), Some(link)) = (target, link) else {
                continue;
            };
            let (Some(id), None) = (link.get("id").and_then(Value::as_str), link.get("name"))
            else {
                continue;
            };
            if let Some(name) = self.names.of(target, id)
                && let Some(link) = named.to_mut().pointer_mut(&pointer)
            {
                link["name"] = name.into();
            }
        }
        self.filter.matches(&named)
    }

    /// Prints one object by itself rather than as a list.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn single(mut self, object: &Value, address: &str) -> Result<(), Failure> {
        let custom = self.options.columns.is_some() || self.options.output.is_some();
        match self.format {
            Format::Json => {
                serde_json::to_writer_pretty(&mut *self.screen.out, object)
                    .map_err(std::io::Error::from)?;
                writeln!(self.screen.out)?;
                Ok(())
            }
            Format::Yaml => Ok(write_yaml(self.screen.out, object)?),
            Format::Table if !custom || self.options.output.as_deref() == Some("table") => {
                let mut lines = Vec::new();
                cell::lines(
                    self.model,
                    self.type_name,
                    object,
                    "",
                    self.options.raw,
                    &mut lines,
                );
                for (path, value) in lines {
                    writeln!(self.screen.out, "{path}: {value}")?;
                }
                Ok(())
            }
            Format::Name => Ok(writeln!(self.screen.out, "{address}")?),
            _ => {
                self.print(object, "")?;
                self.finish()
            }
        }
    }

    fn print(&mut self, object: &Value, parent: &str) -> Result<(), Failure> {
        self.printed += 1;
        match &self.format {
            Format::Table | Format::Wide | Format::Csv => self.row(object),
            Format::Json => self.json(object),
            Format::JsonLines => Ok(writeln!(self.screen.out, "{object}")?),
            Format::Yaml => Ok(yaml::write_item(self.screen.out, object)?),
            Format::Name => {
                let name = self.address(object, parent);
                Ok(writeln!(self.screen.out, "{name}")?)
            }
            Format::Id => {
                let id = object["id"].as_str().unwrap_or_default();
                Ok(writeln!(self.screen.out, "{id}")?)
            }
            Format::Template(template) => {
                let text = template::fill(template, object);
                Ok(writeln!(self.screen.out, "{text}")?)
            }
            // Written by the caller, who has the bytes.
            Format::Xml => Ok(()),
        }
    }

    fn row(&mut self, object: &Value) -> Result<(), Failure> {
        let is_csv = self.format == Format::Csv;
        let raw = self.options.raw || is_csv;
        if self.printed == 1 && !self.options.ids {
            self.names.load(&self.columns, object);
        }
        let cells = self.columns.iter().map(|column| {
            let text = cell::text(column, object, raw, self.names, self.options.ids);
            if raw { text } else { cell::printable(&text) }
        });
        let cells: Vec<String> = cells.collect();
        if is_csv {
            let headers = self.columns.iter().map(|column| column.header.clone());
            if self.printed == 1 && !self.options.no_headers {
                table::csv(self.screen.out, headers)?;
            }
            return Ok(table::csv(self.screen.out, cells.into_iter())?);
        }
        let headers = || self.columns.iter().map(Column::title).collect();
        Ok(self.table.add(self.screen, headers, cells)?)
    }

    /// The address of an object of a list.
    fn address(&self, object: &Value, parent: &str) -> String {
        let label = label_of(object, data::label(self.type_name));
        let name = match label.filter(|label| !label.is_empty()) {
            Some(label) => crate::address::escape(&label),
            None => format!("id:{}", object["id"].as_str().unwrap_or_default()),
        };
        match parent {
            "" => name,
            parent => format!("{parent}/{name}"),
        }
    }

    /// Prints what waits, and the end of the output.
    ///
    /// # Errors
    ///
    /// Output that cannot be written.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_by(|(a, _), (b, _)| {
            let by_key = self.sort.iter().map(|key| {
                let (a, b) = (computed::get(a, &key.path), computed::get(b, &key.path));
                let order = cell::compare(&a, &b);
                if key.descending {
                    order.reverse()
                } else {
                    order
                }
            });
            by_key.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
        });
        let first = self.options.first.unwrap_or(usize::MAX);
        for (object, parent) in waiting.iter().take(first) {
            self.print(object, parent)?;
        }
        match self.format {
            Format::Json if self.printed == 0 => writeln!(self.screen.out, "[]")?,
            Format::Json => writeln!(self.screen.out, "\n]")?,
            Format::Yaml if self.printed == 0 => writeln!(self.screen.out, "[]")?,
            Format::Table | Format::Wide => {
                let headers = self.columns.iter().map(Column::title).collect();
                self.table.finish(self.screen, headers)?;
            }
            Format::Csv if self.printed == 0 && !self.options.no_headers => {
                let headers = self.columns.iter().map(|column| column.header.clone());
                table::csv(self.screen.out, headers)?;
            }
            _ => {}
        }
        Ok(self.screen.out.flush()?)
    }
}
