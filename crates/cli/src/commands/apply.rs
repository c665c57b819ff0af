//! `ovirt apply` and `ovirt diff`: makes many objects be as a file says, or shows what differs.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, Command};
use serde_json::{Value, json};

use super::call::{Call, command};
use crate::address::{Address, Part, escape};
use crate::data;
use crate::documents::{self, Entry, Group};
use crate::ensure::{self, Effect, Plan};
use crate::failure::{Exit, Failure};
use crate::io::{Io, read_text};
use crate::options::Options;
use crate::output::lines;
use crate::resolve::{Object, label_of};
use crate::session::Session;
use crate::work::{Target, Work};

fn file_argument() -> Arg {
    Arg::new("file")
        .value_name("FILE")
        .help("The file, as --from-file; - is standard input")
}

fn prune_argument() -> Arg {
    Arg::new("prune")
        .long("prune")
        .action(ArgAction::SetTrue)
        .help("Remove objects of nested lists, such as nics, that are not in the file")
}

/// The command line of `ovirt apply`.
pub(super) fn apply_command() -> Command {
    command("apply")
        .about(
            "Adds the objects of a file that are missing, and changes what differs. Objects are \
             keyed by noun, as in `vm: {name: web1, nics: [...]}`.",
        )
        .arg(file_argument())
        .arg(prune_argument())
}

/// The command line of `ovirt diff`.
pub(super) fn diff_command() -> Command {
    command("diff")
        .about("Shows what `apply` would change; exits with 9 if there is something.")
        .arg(file_argument())
        .arg(prune_argument())
}

/// Makes objects be as a file says.
pub(super) fn apply(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    run(call, call.options.dry_run.is_some(), io)
}

/// Shows what differs from a file.
pub(super) fn diff(call: &Call<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    run(call, true, io)
}

fn run(call: &Call<'_>, is_dry_run: bool, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let given = call.matches.get_one::<String>("file");
    let Some(file) = given.or(call.options.from_file.as_ref()) else {
        return Err(Failure::usage("the file is missing").hint("as in `ovirt apply -f lab.yaml`"));
    };
    let content = read_text(file, io)?;
    let entries = documents::read(call.model, &content).map_err(|failure| failure.of(file))?;
    // What is added must be ready for what is nested in it, such as disks of a VM.
    let options = Options {
        wait: call.options.wait.clone().or_else(|| Some(String::new())),
        ..call.options.clone()
    };
    let connected = call.connect()?;
    let session = Session {
        options: &options,
        ..call.session(&connected)
    };
    let mut apply = Apply {
        session: &session,
        is_dry_run,
        prune: call.matches.get_flag("prune"),
        effects: BTreeMap::new(),
        failures: Vec::new(),
    };
    for entry in &entries {
        apply.entry(entry, Some(&Object::root()), io)?;
    }
    for failure in &apply.failures {
        writeln!(io.stderr, "{failure}")?;
    }
    let changed = apply.effects.keys().any(|effect| *effect != "unchanged");
    match apply.failures.as_slice() {
        [] if is_dry_run && changed => Ok(Exit::No),
        [] => Ok(Exit::Done),
        [only] if apply.effects.is_empty() => Ok(only.exit),
        failures => {
            let done: usize = apply.effects.values().sum();
            writeln!(io.stderr, "{done} done, {} failed", failures.len())?;
            Ok(Exit::Partly)
        }
    }
}

/// A file being applied.
struct Apply<'a> {
    session: &'a Session<'a>,
    is_dry_run: bool,
    prune: bool,
    /// How often each was the effect.
    effects: BTreeMap<&'static str, usize>,
    failures: Vec<Failure>,
}

impl Apply<'_> {
    /// Handles an object and those nested in it. In a dry run, the parent may not exist yet.
    fn entry(
        &mut self,
        entry: &Entry<'_>,
        parent: Option<&Object>,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        let text = entry.address(parent.map_or("", |it| it.address.as_str()));
        match self.object(entry, parent, &text, io) {
            Ok(object) => {
                for group in &entry.groups {
                    self.group(group, object.as_ref(), &text, io)?;
                }
            }
            Err(failure) if failure.message.is_empty() => return Err(failure),
            Err(failure) => {
                let name = format!("{} {text}", entry.noun.words());
                self.failures.push(failure.of(&name));
            }
        }
        Ok(())
    }

    /// Handles an object; returns it, unless it would be added.
    fn object(
        &mut self,
        entry: &Entry<'_>,
        parent: Option<&Object>,
        text: &str,
        io: &mut Io<'_>,
    ) -> Result<Option<Object>, Failure> {
        let ids = parent.into_iter().flat_map(|parent| &parent.ids).cloned();
        let parts = ids.map(Part::Id).chain([entry.part.clone()]).collect();
        let address = [Address {
            text: text.to_owned(),
            parts,
        }];
        let work = Work {
            session: self.session,
            noun: &entry.noun,
            verb: &entry.verb,
            draft: &entry.draft,
            addresses: &address,
        };
        let plan = match parent {
            Some(_) => ensure::plan(&work, &entry.add_only)?,
            None => Plan {
                effect: Effect::Added,
                differences: Vec::new(),
                target: Target {
                    object: Object::root(),
                    document: entry.draft.document.clone(),
                },
            },
        };
        let object = match (self.is_dry_run, plan.effect) {
            (true, Effect::Added) => None,
            (true, _) => Some(plan.target.object.clone()),
            (false, _) => Some(ensure::carry_out(&work, &plan)?),
        };
        self.report(entry, text, &plan, io)?;
        Ok(object.map(|object| Object {
            address: text.to_owned(),
            ..object
        }))
    }

    /// Handles the objects of a nested list; removes others if that is wanted.
    fn group(
        &mut self,
        group: &Group<'_>,
        parent: Option<&Object>,
        parent_text: &str,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        let unknown = Object {
            address: parent_text.to_owned(),
            ids: Vec::new(),
        };
        for entry in &group.entries {
            match parent {
                Some(parent) => self.entry(entry, Some(parent), io)?,
                None => {
                    let text = entry.address(&unknown.address);
                    self.object(entry, None, &text, io)?;
                }
            }
        }
        match parent {
            Some(parent) if self.prune => self.prune(group, parent, io),
            _ => Ok(()),
        }
    }

    fn prune(
        &mut self,
        group: &Group<'_>,
        parent: &Object,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        let label = group
            .noun
            .last()
            .and_then(|level| level.type_name(self.session.model))
            .map_or("name", data::label);
        let follow = label.split_once('.');
        let follow = follow.map(|(link, _)| ("follow".to_owned(), link.to_owned()));
        let path = group.noun.path(&parent.ids);
        let present = self.session.list(&path, follow.as_slice())?;
        for object in present {
            let id = object["id"].as_str().unwrap_or_default();
            let name = label_of(&object, label).unwrap_or_default();
            let is_wanted = group.entries.iter().any(|entry| match &entry.part {
                Part::Id(wanted) => wanted == id,
                Part::Name(wanted) | Part::Pattern(wanted) => *wanted == name,
            });
            if is_wanted {
                continue;
            }
            let text = format!("{}/{}", parent.address, escape(&name));
            if let Err(failure) = self.remove(group, parent, id) {
                let name = format!("{} {text}", group.noun.words());
                self.failures.push(failure.of(&name));
                continue;
            }
            let word = Effect::Removed.word(self.is_dry_run);
            *self.effects.entry("removed").or_default() += 1;
            writeln!(io.stdout, "{} {text}: {word}", group.noun.words())?;
        }
        Ok(())
    }

    fn remove(&self, group: &Group<'_>, parent: &Object, id: &str) -> Result<(), Failure> {
        if self.is_dry_run {
            return Ok(());
        }
        let ids = parent.ids.iter().cloned().chain([id.to_owned()]).collect();
        let target = Target {
            object: Object {
                address: String::new(),
                ids,
            },
            document: json!({}),
        };
        ensure::request(self.session, &group.noun, "remove", &target)
    }

    /// Says what is done to an object; in a dry run, which members differ.
    fn report(
        &mut self,
        entry: &Entry<'_>,
        text: &str,
        plan: &Plan,
        io: &mut Io<'_>,
    ) -> Result<(), Failure> {
        let words = entry.noun.words();
        *self.effects.entry(plan.effect.word(false)).or_default() += 1;
        if self.is_dry_run && plan.effect == Effect::Unchanged {
            return Ok(());
        }
        let word = plan.effect.word(self.is_dry_run);
        writeln!(io.stdout, "{words} {text}: {word}")?;
        if !self.is_dry_run {
            return Ok(());
        }
        let level = entry.noun.last();
        let type_name = level.and_then(|level| level.type_name(self.session.model));
        let mut show = |sign: char, path: &str, value: &Value| -> Result<(), Failure> {
            let mut shown = Vec::new();
            let options = self.session.options;
            lines(
                self.session.model,
                type_name.unwrap_or_default(),
                value,
                path,
                options.raw,
                &mut shown,
            );
            for (path, value) in shown {
                writeln!(io.stdout, "  {sign} {path}: {value}")?;
            }
            Ok(())
        };
        if plan.effect == Effect::Added {
            show('+', "", &plan.target.document)?;
        }
        for difference in &plan.differences {
            if !difference.present.is_null() {
                show('-', &difference.path, &difference.present)?;
            }
            show('+', &difference.path, &difference.wanted)?;
        }
        Ok(())
    }
}
