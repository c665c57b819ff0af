//! [`Page`]: a reference page, as Markdown or as a man page.

use clap::Command;
use ovirt_model::Model;

use crate::commands;
use crate::example;
use crate::flags::{self, Body};
use crate::grammar;
use crate::noun::Noun;
use crate::options;

/// A page with a section for each command line.
pub(super) struct Page {
    /// Such as `ovirt-vm`.
    pub(super) title: String,
    about: String,
    sections: Vec<Section>,
}

struct Section {
    /// Such as `ovirt vm start`.
    title: String,
    about: String,
    example: String,
    /// Arguments and flags with their descriptions.
    rows: Vec<(String, String)>,
}

impl Page {
    /// The page of the program: options of all verbs, and commands that are no methods.
    pub(super) fn of_commands() -> Self {
        let mut page = Self {
            title: "ovirt".to_owned(),
            about: "The command line for oVirt: every service of the engine's API.".to_owned(),
            sections: vec![Section {
                title: "Options of all verbs".to_owned(),
                about: "Options that are no parameters of the API.".to_owned(),
                example: "ovirt vms --where status=up -o json".to_owned(),
                rows: rows(&options::add_to(Command::new("ovirt"))),
            }],
        };
        for (name, doc, example, command) in commands::all() {
            page.sections.push(Section {
                title: format!("ovirt {name}"),
                about: doc.to_owned(),
                example: example.to_owned(),
                rows: command.as_ref().map(rows).unwrap_or_default(),
            });
        }
        page
    }

    /// The page of a noun at the root, without sections.
    pub(super) fn of_noun(noun: &Noun<'_>) -> Self {
        Self {
            title: format!("ovirt-{}", noun.words()),
            about: noun
                .last()
                .map_or("The engine.", |level| level.doc)
                .to_owned(),
            sections: Vec::new(),
        }
    }

    /// Adds a section for each verb of a noun.
    pub(super) fn add(&mut self, model: &Model, noun: &Noun<'_>) {
        for verb in noun.verbs(model) {
            let body = Body::of(model, &verb);
            let flags = flags::of(model, &verb, &body);
            self.sections.push(Section {
                title: format!("ovirt {} {}", noun.words(), verb.name),
                about: format!("{}\n\n{}.", verb.doc(), grammar::footer(noun, &verb)),
                example: example::of(model, noun, &verb, &body, &flags),
                rows: rows(&grammar::own_arguments(model, noun, &verb, &flags)),
            });
        }
    }
}

/// The arguments of a command: how they are written, and what they mean.
fn rows(command: &Command) -> Vec<(String, String)> {
    let arguments = command.get_arguments().filter(|arg| !arg.is_hide_set());
    arguments
        .map(|arg| {
            let value = arg
                .get_value_names()
                .and_then(|names| names.first())
                .map(|name| name.to_string());
            let takes = arg.get_action().takes_values();
            let name = match (arg.get_long(), value.filter(|_| takes)) {
                (Some(long), Some(value)) => format!("--{long} {value}"),
                (Some(long), None) => format!("--{long}"),
                (None, value) => value.unwrap_or_else(|| arg.get_id().to_string().to_uppercase()),
            };
            let name = match arg.get_short() {
                Some(short) => format!("-{short}, {name}"),
                None => name,
            };
            let help = arg.get_long_help().or_else(|| arg.get_help());
            (name, help.map(ToString::to_string).unwrap_or_default())
        })
        .collect()
}

/// A page as Markdown.
pub(super) fn markdown(page: &Page) -> String {
    let mut text = format!("# {}\n\n{}\n", page.title, page.about);
    for section in &page.sections {
        text.push_str(&format!("\n## {}\n\n{}\n", section.title, section.about));
        if !section.example.is_empty() {
            text.push_str(&format!("\n```sh\n{}\n```\n", section.example));
        }
        if !section.rows.is_empty() {
            text.push('\n');
        }
        for (name, help) in &section.rows {
            text.push_str(&format!("- `{name}`: {help}\n"));
        }
    }
    text
}

/// A page in the language of `man`.
pub(super) fn man(page: &Page) -> String {
    let mut text = format!(
        ".TH {} 1\n.SH NAME\n{} \\- {}\n",
        roff(&page.title).to_uppercase(),
        roff(&page.title),
        roff(&page.about)
    );
    for section in &page.sections {
        text.push_str(&format!(
            ".SH \"{}\"\n",
            roff(&section.title).to_uppercase()
        ));
        text.push_str(&format!(
            "{}\n",
            roff(&section.about).replace("\n\n", "\n.PP\n")
        ));
        if !section.example.is_empty() {
            text.push_str(&format!(".PP\n.nf\n{}\n.fi\n", roff(&section.example)));
        }
        for (name, help) in &section.rows {
            text.push_str(&format!(".TP\n.B {}\n{}\n", roff(name), roff(help)));
        }
    }
    text
}

/// A text in which nothing is a request of roff.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = escaped
        .lines()
        .map(|line| match line.starts_with(['.', '\'']) {
            true => format!("\\&{line}"),
            false => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_requests_of_roff() {
        assert_eq!(roff(".TH\na-b\\"), "\\&.TH\na\\-b\\e");
    }
}
