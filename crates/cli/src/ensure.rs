//! Makes objects have the members of a document: adds what is missing, changes what differs.
//!
//! `NOUN ensure` and `apply` share it. What differs is found first ([`plan`]); a dry run ends
//! there.

use ovirt_model::{MethodKind, Model};
use serde_json::{Map, Value, json};

use crate::data;
use crate::draft::Draft;
use crate::failure::{Exit, Failure};
use crate::flags::Body;
use crate::io::Io;
use crate::noun::Noun;
use crate::output::Names;
use crate::resolve::{Object, Resolver};
use crate::send::{self, Outcome};
use crate::session::Session;
use crate::target;
use crate::value::{Members, Slot};
use crate::work::{Target, Work};

/// What is done to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Added,
    Changed,
    Unchanged,
    Removed,
}

impl Effect {
    /// The word of a report.
    pub(crate) fn word(self, is_dry_run: bool) -> &'static str {
        match (self, is_dry_run) {
            (Self::Added, false) => "added",
            (Self::Added, true) => "would be added",
            (Self::Changed, false) => "changed",
            (Self::Changed, true) => "would be changed",
            (Self::Unchanged, _) => "unchanged",
            (Self::Removed, false) => "removed",
            (Self::Removed, true) => "would be removed",
        }
    }
}

/// A member whose value is not the wanted one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Difference {
    pub(crate) path: String,
    pub(crate) present: Value,
    pub(crate) wanted: Value,
}

/// What has to be done to an object.
pub(crate) struct Plan {
    pub(crate) effect: Effect,
    pub(crate) differences: Vec<Difference>,
    /// The object, or the one to add it to; with the document to send.
    pub(crate) target: Target,
}

/// Makes the objects at the addresses have the members of the document. In a dry run, only says
/// what would be done.
///
/// # Errors
///
/// Failed requests; patterns; an object type that cannot be updated.
pub(crate) fn run(work: &Work<'_>, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let words = work.noun.words();
    if work.addresses.is_empty() || work.addresses.iter().any(|it| it.is_pattern()) {
        return Err(
            Failure::usage(format!("`{words} ensure` needs addresses, not patterns"))
                .hint(format!("as in `ovirt {words} ensure NAME`")),
        );
    }
    let is_dry_run = work.session.options.dry_run.is_some();
    let mut differs = false;
    for address in work.addresses {
        let work = Work {
            addresses: std::slice::from_ref(address),
            ..*work
        };
        let step = || {
            let plan = plan(&work, &[])?;
            if !is_dry_run {
                carry_out(&work, &plan)?;
            }
            Ok(plan.effect)
        };
        let effect = step().map_err(|failure: Failure| failure.of(&address.text))?;
        differs |= effect != Effect::Unchanged;
        writeln!(io.stdout, "{}: {}", address.text, effect.word(is_dry_run))?;
    }
    Ok(match differs && is_dry_run {
        true => Exit::No,
        false => Exit::Done,
    })
}

/// Finds out what has to be done to the object at the one address of `work`. Members that count
/// only when an object is added are those in `add_only`, and the template: it is copied.
///
/// # Errors
///
/// Failed requests; an object type that cannot be updated, but has to be.
pub(crate) fn plan(work: &Work<'_>, add_only: &[String]) -> Result<Plan, Failure> {
    let resolver = Resolver::new(work.session);
    let found = match resolver.objects(work.noun, true, work.addresses) {
        Err(failure) if failure.exit == Exit::NotFound => None,
        found => found?.into_iter().next(),
    };
    if let Some(object) = found {
        return changes(work, object, add_only);
    }
    let targets = target::targets(work)?;
    let Some(target) = targets.into_iter().next() else {
        return Err(Failure::new(
            Exit::NotFound,
            "there is nothing to add it to",
        ));
    };
    Ok(Plan {
        effect: Effect::Added,
        differences: Vec::new(),
        target,
    })
}

/// What has to be changed in an object.
fn changes(work: &Work<'_>, object: Object, add_only: &[String]) -> Result<Plan, Failure> {
    let Work {
        session,
        noun,
        draft,
        ..
    } = *work;
    let current = current(work, &object)?;
    let members = draft.body.members().cloned().unwrap_or(Members(Vec::new()));
    let mut wanted = draft.document.clone();
    if let Some(wanted) = wanted.as_object_mut() {
        wanted.retain(|name, _| name != "template" && !add_only.contains(name));
    }
    let mut compare = Compare {
        model: session.model,
        names: Names::new(Some(session)),
        differences: Vec::new(),
    };
    compare.object(&members, &current, &wanted, "")?;
    let differences = compare.differences;
    let mut differing = Map::new();
    for difference in &differences {
        let first = difference.path.split('.').next().unwrap_or_default();
        differing.insert(first.to_owned(), wanted[first].clone());
    }
    let effect = match differing.is_empty() {
        true => Effect::Unchanged,
        false => Effect::Changed,
    };
    if effect == Effect::Changed && noun.verb(session.model, "update").is_none() {
        let paths: Vec<&str> = differences.iter().map(|it| it.path.as_str()).collect();
        let message = format!("differs in {}, but cannot be updated", paths.join(", "));
        return Err(Failure::new(Exit::Conflict, message));
    }
    Ok(Plan {
        effect,
        differences,
        target: Target {
            object,
            document: differing.into(),
        },
    })
}

/// The object as it is; with the linked object that has its name, if it has none itself.
fn current(work: &Work<'_>, object: &Object) -> Result<Value, Failure> {
    let Work { session, noun, .. } = *work;
    let path = noun.path(&object.ids);
    let level = noun.last();
    let label = level
        .and_then(|level| level.type_name(session.model))
        .map_or("name", data::label);
    let method = level
        .and_then(|level| level.item)
        .and_then(|item| session.model.method(item, MethodKind::Get));
    let can_follow = method.is_some_and(|it| it.parameters.iter().any(|it| it.name == "follow"));
    let mut request = session.connection.service(&path)?.get();
    if let (Some((link, _)), true) = (label.split_once('.'), can_follow) {
        request = request.with_query("follow", link);
    }
    session.fetch(request)
}

/// Does what a plan says; returns the object.
///
/// # Errors
///
/// Failed requests.
pub(crate) fn carry_out(work: &Work<'_>, plan: &Plan) -> Result<Object, Failure> {
    let object = plan.target.object.clone();
    match plan.effect {
        Effect::Unchanged => Ok(object),
        Effect::Added => match send::carry_out(work, &plan.target)? {
            Outcome::Done(Value::Object(added)) if added.contains_key("id") => {
                let id = added["id"].as_str().unwrap_or_default().to_owned();
                let ids = object.ids.into_iter().chain([id]).collect();
                Ok(Object { ids, ..object })
            }
            _ => {
                let found = Resolver::new(work.session).objects(work.noun, true, work.addresses)?;
                Ok(found.into_iter().next().unwrap_or(object))
            }
        },
        Effect::Changed => {
            request(work.session, work.noun, "update", &plan.target).map(|()| object)
        }
        Effect::Removed => {
            request(work.session, work.noun, "remove", &plan.target).map(|()| object)
        }
    }
}

/// Sends the request of a verb such as `update` for one object.
///
/// # Errors
///
/// A noun without that verb; a failed request.
pub(crate) fn request(
    session: &Session<'_>,
    noun: &Noun<'_>,
    verb: &str,
    target: &Target,
) -> Result<(), Failure> {
    let model = session.model;
    let Some(verb) = noun.verb(model, verb) else {
        let message = format!("a {} has no `{verb}`", noun.words());
        return Err(Failure::usage(message));
    };
    let draft = Draft {
        query: Vec::new(),
        body: Body::of(model, &verb),
        document: json!({}),
    };
    let work = Work {
        session,
        noun,
        verb: &verb,
        draft: &draft,
        addresses: &[],
    };
    send::carry_out(&work, target).map(|_| ())
}

/// Finds the members that differ.
struct Compare<'c> {
    model: &'c Model,
    names: Names<'c>,
    differences: Vec<Difference>,
}

impl Compare<'_> {
    fn object(
        &mut self,
        members: &Members<'_>,
        present: &Value,
        wanted: &Value,
        path: &str,
    ) -> Result<(), Failure> {
        for (name, wanted) in wanted.as_object().into_iter().flatten() {
            let slot = members.find(name, path)?;
            let path = match path {
                "" => name.clone(),
                path => format!("{path}.{name}"),
            };
            let present = present.get(name).unwrap_or(&Value::Null);
            self.value(slot, present, wanted, &path)?;
        }
        Ok(())
    }

    fn value(
        &mut self,
        slot: Slot<'_>,
        present: &Value,
        wanted: &Value,
        path: &str,
    ) -> Result<(), Failure> {
        let is_equal = match (present, wanted) {
            (Value::Array(items), Value::Array(wanted)) => {
                items.len() == wanted.len() && self.are_equal(slot, items, wanted, path)?
            }
            (Value::Object(map), Value::Object(_)) => {
                if let Some(name) = self.name_of(slot, map, wanted) {
                    return self.value(slot, &json!({"name": name}), wanted, path);
                }
                match slot.structure(self.model) {
                    Some(structure) => {
                        let members = Members::of(self.model, structure);
                        return self.object(&members, present, wanted, path);
                    }
                    None => present == wanted,
                }
            }
            (present, wanted) if present.is_number() => present.as_f64() == wanted.as_f64(),
            // The engine sends an unset text as an empty one, and leaves an empty list out.
            (Value::Null, Value::String(wanted)) => wanted.is_empty(),
            (Value::Null, Value::Array(wanted)) => wanted.is_empty(),
            (present, wanted) => present == wanted,
        };
        if !is_equal {
            self.differences.push(Difference {
                path: path.to_owned(),
                present: present.clone(),
                wanted: wanted.clone(),
            });
        }
        Ok(())
    }

    /// The name of a linked object, if only its identifier is there and its name is wanted.
    fn name_of(
        &mut self,
        slot: Slot<'_>,
        present: &Map<String, Value>,
        wanted: &Value,
    ) -> Option<String> {
        let target = slot.kind.named().filter(|_| slot.link)?;
        wanted.get("name")?;
        let id = present
            .get("id")
            .filter(|_| !present.contains_key("name"))?;
        self.names.of(target, id.as_str()?)
    }

    /// Whether lists of the same length have equal items; differences are those of the lists.
    fn are_equal(
        &mut self,
        slot: Slot<'_>,
        present: &[Value],
        wanted: &[Value],
        path: &str,
    ) -> Result<bool, Failure> {
        let known = self.differences.len();
        for (present, wanted) in present.iter().zip(wanted) {
            self.value(slot.item(), present, wanted, path)?;
        }
        let are_equal = self.differences.len() == known;
        self.differences.truncate(known);
        Ok(are_equal)
    }
}
