//! `ovirt docs`: reference pages and the surface of the command line, made from the model.

mod page;
mod surface;

use std::path::{Path, PathBuf};

use clap::{Arg, Command};
use ovirt_model::Model;

use self::page::Page;
use super::call::{Call, command};
use crate::failure::{Exit, Failure};
use crate::io::Io;
use crate::noun::Noun;

/// The command line of `ovirt docs`.
pub(super) fn docs_command() -> Command {
    command("docs")
        .about("Writes reference pages: one for each noun, and one for the commands.")
        .arg(
            Arg::new("format")
                .value_name("FORMAT")
                .required(true)
                .help("man, markdown, json (all nouns, verbs, flags and examples) or surface"),
        )
        .arg(
            Arg::new("folder")
                .value_name("FOLDER")
                .help("Where to write pages; json and surface are printed"),
        )
}

/// Writes reference pages.
pub(super) fn docs(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let model = call.model;
    let (extension, render): (&str, fn(&Page) -> String) = match call.text("format") {
        "json" => {
            let text =
                serde_json::to_string(&surface::json(model)).map_err(std::io::Error::from)?;
            writeln!(io.stdout, "{text}")?;
            return Ok(Exit::Done);
        }
        "surface" => {
            write!(io.stdout, "{}", surface::text(model))?;
            return Ok(Exit::Done);
        }
        "man" => ("1", page::man),
        "markdown" => ("md", page::markdown),
        other => {
            return Err(Failure::usage(format!("there is no format {other:?}"))
                .hint("use man, markdown, json or surface"));
        }
    };
    let folder = match call.text("folder") {
        "" => {
            return Err(Failure::usage("the folder is missing").hint("as in ovirt docs man ./man"));
        }
        folder => PathBuf::from(folder),
    };
    let pages = pages(model);
    for page in &pages {
        let file = folder.join(format!("{}.{extension}", page.title));
        write(&file, &render(page))?;
    }
    writeln!(io.stderr, "{} pages in {}", pages.len(), folder.display())?;
    Ok(Exit::Done)
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let parent = file.parent().unwrap_or(Path::new("."));
    let written = std::fs::create_dir_all(parent).and_then(|()| std::fs::write(file, text));
    written.map_err(|error| {
        Failure::new(
            Exit::Failed,
            format!("cannot write {}: {error}", file.display()),
        )
    })
}

fn pages(model: &Model) -> Vec<Page> {
    let mut system = Page::of_noun(&Noun::system());
    system.add(model, &Noun::system());
    let mut pages = vec![Page::of_commands(), system];
    pages.extend(Noun::roots(model).into_iter().map(|root| {
        let mut page = Page::of_noun(&root);
        for noun in root.and_below(model) {
            page.add(model, &noun);
        }
        page
    }));
    pages
}
