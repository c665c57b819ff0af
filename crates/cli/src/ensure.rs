//! `NOUN ensure`: adds an object or changes what differs; twice is once.

use serde_json::{Map, Value, json};

use crate::address::Address;
use crate::draft::Draft;
use crate::failure::{Exit, Failure};
use crate::flags::Body;
use crate::io::Io;
use crate::output::Names;
use crate::resolve::{Object, Resolver};
use crate::value::{Members, Slot};
use crate::work::{Target, Work};
use crate::{send, target};

/// What was done to an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    Added,
    Changed,
    Unchanged,
}

/// Makes the objects at the addresses have the members of the document. In a dry run, only says
/// what would be done.
///
/// # Errors
///
/// Failed requests; an object type that cannot be updated.
pub(crate) fn run(work: &Work<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let Work {
        session,
        noun,
        addresses,
        ..
    } = *work;
    if addresses.is_empty() {
        return Err(
            Failure::usage(format!("`{} ensure` needs an address", noun.words()))
                .hint(format!("as in `ovirt {} ensure NAME`", noun.words())),
        );
    }
    let mut differs = false;
    for address in addresses {
        let step = one(work, address).map_err(|failure| failure.of(&address.text))?;
        differs |= step != Effect::Unchanged;
        let done = match (step, session.options.dry_run.is_some()) {
            (Effect::Added, false) => "added",
            (Effect::Added, true) => "would be added",
            (Effect::Changed, false) => "changed",
            (Effect::Changed, true) => "would be changed",
            (Effect::Unchanged, _) => "unchanged",
        };
        writeln!(io.stdout, "{}: {done}", address.text)?;
    }
    let is_check = session.options.dry_run.is_some();
    Ok(if differs && is_check {
        Exit::No
    } else {
        Exit::Done
    })
}

fn one(work: &Work<'_>, address: &Address) -> Result<Effect, Failure> {
    let Work { session, noun, .. } = *work;
    let resolver = Resolver::new(session);
    let found = match resolver.objects(noun, true, std::slice::from_ref(address)) {
        Err(failure) if failure.exit == Exit::NotFound => None,
        found => found?.into_iter().next(),
    };
    match found {
        Some(object) => change(work, object),
        None => add(work, address),
    }
}

fn add(work: &Work<'_>, address: &Address) -> Result<Effect, Failure> {
    let addresses = [address.clone()];
    let work = Work {
        addresses: &addresses,
        ..*work
    };
    for target in target::targets(&work)? {
        if work.session.options.dry_run.is_none() {
            send::carry_out(&work, &target)?;
        }
    }
    Ok(Effect::Added)
}

/// Sends the members that differ.
fn change(work: &Work<'_>, object: Object) -> Result<Effect, Failure> {
    let Work {
        session,
        noun,
        draft,
        ..
    } = *work;
    let current = session.get(&noun.path(&object.ids))?;
    let members = draft.body.members().cloned().unwrap_or(Members(Vec::new()));
    let mut names = Names::new(Some(session));
    let mut differing = Map::new();
    for (name, wanted) in draft.document.as_object().into_iter().flatten() {
        let slot = members.find(name, "")?;
        let present = current.get(name).unwrap_or(&Value::Null);
        // A template is copied when the object is added: later ones say nothing about it.
        if name != "template" && !covers(present, wanted, slot, &mut names) {
            differing.insert(name.clone(), wanted.clone());
        }
    }
    if differing.is_empty() {
        return Ok(Effect::Unchanged);
    }
    let Some(update) = noun.verb(session.model, "update") else {
        let members: Vec<&str> = differing.keys().map(String::as_str).collect();
        let message = format!("differs in {}, but cannot be updated", members.join(", "));
        return Err(Failure::new(Exit::Conflict, message));
    };
    if session.options.dry_run.is_none() {
        let body = Body::of(session.model, &update);
        let draft = Draft {
            query: Vec::new(),
            body,
            document: json!({}),
        };
        let work = Work {
            verb: &update,
            draft: &draft,
            ..*work
        };
        send::carry_out(
            &work,
            &Target {
                object,
                document: differing.into(),
            },
        )?;
    }
    Ok(Effect::Changed)
}

/// Whether a value has all that is wanted of it.
fn covers(present: &Value, wanted: &Value, slot: Slot<'_>, names: &mut Names<'_>) -> bool {
    match (present, wanted) {
        (Value::Object(present), Value::Object(wanted)) => {
            if let (true, Some(target)) = (slot.link, slot.kind.named())
                && let (Some(id), Some(name), None) =
                    (present.get("id"), wanted.get("name"), present.get("name"))
            {
                let known = names.of(target, id.as_str().unwrap_or_default());
                return known.as_deref() == name.as_str();
            }
            wanted.iter().all(|(name, wanted)| {
                let present = present.get(name).unwrap_or(&Value::Null);
                covers(
                    present,
                    wanted,
                    Slot {
                        link: false,
                        ..slot
                    },
                    names,
                )
            })
        }
        (Value::Array(present), Value::Array(wanted)) => {
            let mut pairs = present.iter().zip(wanted);
            present.len() == wanted.len()
                && pairs.all(|(present, wanted)| covers(present, wanted, slot, names))
        }
        (present, wanted) if present.is_number() => present.as_f64() == wanted.as_f64(),
        // The engine sends an unset text as an empty one.
        (Value::Null, Value::String(wanted)) => wanted.is_empty(),
        (present, wanted) => present == wanted,
    }
}
