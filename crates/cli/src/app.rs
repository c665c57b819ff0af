//! Runs one command line: finds its subject, parses its flags, and carries it out.

use std::sync::LazyLock;

use ovirt_model::{MethodKind, Model};

use crate::commands::alias;
use crate::connect::Choice;
use crate::draft::Draft;
use crate::failure::{Exit, Failure};
use crate::flags::{self, Body};
use crate::io::{Environment, Io};
use crate::noun::{Noun, Verb};
use crate::options;
use crate::progress::Progress;
use crate::session::Session;
use crate::vm_add::{self, Parts};
use crate::walk::{ENSURE, Subject, walk};
use crate::work::Work;
use crate::{
    commands, connect, engines, ensure, events, example, grammar, list, send, skeleton, target,
};

/// Never dropped, which a short program would wait for.
static MODEL: LazyLock<Model> = LazyLock::new(Model::embedded);

/// Runs a command line, without the name of the program; returns the exit code.
pub fn run(arguments: &[String], environment: Environment<'_>, io: &mut Io<'_>) -> u8 {
    let exit = match carry_out(arguments, environment, io) {
        Ok(exit) => exit,
        Err(failure) => {
            // An empty message means that nobody reads any more.
            if !failure.message.is_empty() {
                let _ = writeln!(io.stderr, "{failure}");
            }
            failure.exit
        }
    };
    if let Some(log) = io.log.take() {
        log.finish(&MODEL, &io.stderr);
    }
    exit as u8
}

fn carry_out(
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    if arguments
        .first()
        .is_some_and(|first| matches!(first.as_str(), "--version" | "-V"))
    {
        writeln!(io.stdout, "ovirt {}", env!("CARGO_PKG_VERSION"))?;
        return Ok(Exit::Done);
    }
    let model = &*MODEL;
    let names = commands::names();
    let (subject, rest) = match walk(model, &names, arguments) {
        Ok(found) => found,
        Err(failure) => match alias::expanded(arguments, environment) {
            Some(arguments) => walk(model, &names, &arguments)?,
            None => return Err(failure),
        },
    };
    match subject {
        Subject::Nothing => {
            write!(io.stdout, "{}", commands::front_page(model))?;
            Ok(Exit::Done)
        }
        Subject::Noun(noun) => {
            write!(
                io.stdout,
                "{}",
                grammar::noun_help(model, &noun, &commands::of_noun(&noun))
            )?;
            Ok(Exit::Done)
        }
        Subject::Command(name) => commands::run(name, model, &rest, environment, io),
        Subject::Verb(noun, verb) => run_verb(model, &noun, &verb, &rest, environment, io),
    }
}

fn run_verb(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    arguments: &[String],
    environment: Environment<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let body = Body::of(model, verb);
    let flags = flags::of(model, verb, &body);
    let mut command = grammar::command(model, noun, verb, &flags);
    if grammar::is_help(arguments) {
        let example = example::of(model, noun, verb, &body, &flags);
        let footer = grammar::footer(noun, verb);
        command = command.after_help(grammar::example_footer(&footer, &example));
    }
    let Some(matches) = grammar::parse(command, arguments, io)? else {
        return Ok(Exit::Done);
    };
    let mut options = options::read(&matches)?;
    events::read(verb, &matches, &mut options)?;
    if options.skeleton {
        write!(
            io.stdout,
            "{}",
            skeleton::text(model, noun, verb, &body, &flags)
        )?;
        return Ok(Exit::Done);
    }
    let texts = matches.get_many::<String>(grammar::ADDRESS);
    let texts: Vec<String> = texts.into_iter().flatten().cloned().collect();
    let (addresses, are_meant) = target::addresses(&texts, &options, io)?;
    let draft = Draft::build(model, verb, body, &flags, &matches, &options, io)?;
    let progress = Progress::new(&options, environment, &io.stderr)?;
    if options.has_several_engines() && verb.name != ENSURE {
        let names = connect::names(&options, environment)?;
        let connected = names
            .iter()
            .map(|name| connect::to(&Choice::named(name), &options, environment));
        let connected = connected.collect::<Result<Vec<_>, _>>()?;
        let sessions = names
            .iter()
            .zip(&connected)
            .map(|(name, connected)| Session {
                model,
                options: &options,
                connection: connected.connection.clone(),
                engine: Some(name),
                progress: progress.clone(),
            });
        let sessions: Vec<Session<'_>> = sessions.collect();
        let works = sessions.iter().map(|session| Work {
            session,
            noun,
            verb,
            draft: &draft,
            addresses: &addresses,
        });
        let works: Vec<Work<'_>> = works.collect();
        return engines::run(&works, are_meant, environment, io);
    }
    let connected = connect::connect(&options, environment)?;
    let session = Session {
        model,
        options: &options,
        connection: connected.connection.clone(),
        engine: None,
        progress,
    };
    let work = Work {
        session: &session,
        noun,
        verb,
        draft: &draft,
        addresses: &addresses,
    };
    if verb.name == ENSURE {
        return ensure::run(&work, io);
    }
    if let Some(parts) = Parts::read(verb, &matches) {
        return vm_add::run(&work, &parts, environment, io);
    }
    match verb.method.kind {
        MethodKind::List if options.dry_run.is_none() => list::run(&work, environment, io),
        MethodKind::List => {
            let (draft, addresses) = list::draft(&work)?;
            let work = Work {
                draft: &draft,
                addresses,
                ..work
            };
            send::change(&work, are_meant, environment, io)
        }
        MethodKind::Get if options.dry_run.is_none() => send::get(&work, environment, io),
        _ => send::change(&work, are_meant, environment, io),
    }
}
