//! From the addresses of a command line to its targets: objects, each with the document to send.

use ovirt_model::MethodKind;

use crate::address::{Address, Part};
use crate::data;
use crate::failure::Failure;
use crate::io::Io;
use crate::options::Options;
use crate::resolve::{Object, Resolver};
use crate::work::{Target, Work};

/// The addresses of a command line, those in files and on standard input included; and whether
/// each object was named by itself.
pub(crate) fn addresses(
    texts: &[String],
    options: &Options,
    io: &mut Io<'_>,
) -> Result<(Vec<Address>, bool), Failure> {
    let mut all = Vec::new();
    let mut are_meant = true;
    for text in texts {
        let content = match text.strip_prefix('@') {
            Some(file) => std::fs::read_to_string(file)
                .map_err(|error| Failure::usage(format!("cannot read {file}: {error}")))?,
            None if text == "-" => {
                let mut content = String::new();
                io.stdin
                    .read_to_string(&mut content)
                    .map_err(|error| Failure::usage(format!("cannot read addresses: {error}")))?;
                content
            }
            None => {
                all.push(text.clone());
                continue;
            }
        };
        are_meant = false;
        all.extend(content.lines().filter_map(address_of_line));
    }
    if let Some(within) = &options.within {
        match all.is_empty() {
            true => all.push(within.clone()),
            false => all
                .iter_mut()
                .for_each(|text| *text = format!("{within}/{text}")),
        }
    }
    let parsed: Vec<Address> = all
        .iter()
        .map(|text| Address::parse(text))
        .collect::<Result<_, _>>()?;
    are_meant &= parsed.iter().all(|address| !address.is_pattern());
    Ok((parsed, are_meant))
}

/// The address in a line: as it is, or the `id` of a JSON object.
fn address_of_line(line: &str) -> Option<String> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    let object: Option<serde_json::Value> = line
        .starts_with('{')
        .then(|| serde_json::from_str(line).ok())
        .flatten();
    match object {
        Some(object) => object["id"].as_str().map(|id| format!("id:{id}")),
        None => Some(line.to_owned()),
    }
}

/// Objects that a verb concerns, each with its document.
pub(crate) fn targets(work: &Work<'_>) -> Result<Vec<Target>, Failure> {
    let Work {
        session,
        noun,
        verb,
        draft,
        addresses,
    } = *work;
    let depth = noun.object_positions(verb.on_item).len();
    let resolver = Resolver::new(session);
    if verb.method.kind == MethodKind::Add {
        return new_objects(work, &resolver, depth);
    }
    if depth == 0 {
        if let Some(address) = addresses.first() {
            return Err(Failure::usage(format!(
                "`{} {}` takes no address, but there is {:?}",
                noun.words(),
                verb.name,
                address.text
            )));
        }
        let object = Object::root();
        return Ok(vec![Target {
            object,
            document: draft.document.clone(),
        }]);
    }
    if addresses.is_empty() {
        let words: Vec<String> = noun
            .objects(verb.on_item)
            .iter()
            .map(|level| level.word().to_uppercase())
            .collect();
        return Err(Failure::usage(format!(
            "`ovirt {} {}` needs an address: {}",
            noun.words(),
            verb.name,
            words.join("/")
        )));
    }
    let objects = resolver.objects(noun, verb.on_item, addresses)?;
    let document = || draft.document.clone();
    let targets = objects.into_iter().map(|object| Target {
        object,
        document: document(),
    });
    let targets: Vec<Target> = targets.collect();
    match session.options.expect {
        Some(expected) if expected != targets.len() => Err(Failure::usage(format!(
            "{} objects are meant, not the {expected} expected; nothing was changed",
            targets.len()
        ))),
        _ => Ok(targets),
    }
}

/// The objects to add: an address is that of the parent, or the one that the new object shall
/// have.
fn new_objects(
    work: &Work<'_>,
    resolver: &Resolver<'_>,
    depth: usize,
) -> Result<Vec<Target>, Failure> {
    let Work {
        session,
        noun,
        draft,
        addresses,
        ..
    } = *work;
    let label = noun
        .last()
        .and_then(|level| level.type_name(session.model))
        .map(data::label);
    let mut targets = Vec::new();
    let mut add = |object: Object, name: Option<String>| {
        let mut document = draft.document.clone();
        if let (Some(name), Some(label), Some(map)) = (name, label, document.as_object_mut()) {
            match label.split_once('.') {
                Some((object, member)) => map[object][member] = name.into(),
                None => drop(map.insert(label.to_owned(), name.into())),
            }
        }
        targets.push(Target { object, document });
    };
    if addresses.is_empty() {
        if depth > 0 {
            let parents: Vec<String> = noun
                .objects(false)
                .iter()
                .map(|level| level.word().to_uppercase())
                .collect();
            return Err(Failure::usage(format!(
                "`ovirt {} add` needs the address to add to: {}",
                noun.words(),
                parents.join("/")
            )));
        }
        add(Object::root(), None);
    }
    for address in addresses {
        let mut parent = address.clone();
        let name = (parent.parts.len() > depth)
            .then(|| parent.parts.pop())
            .flatten();
        let name = name.map(|part| {
            let (Part::Name(name) | Part::Id(name) | Part::Pattern(name)) = part;
            name
        });
        if depth == 0 {
            add(Object::root(), name);
            continue;
        }
        for object in resolver.objects(noun, false, &[parent])? {
            add(object, name.clone());
        }
    }
    Ok(targets)
}
