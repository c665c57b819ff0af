//! `--skeleton`: the members that a verb can set, as YAML to fill in.

use ovirt_model::{Model, Type};

use crate::flags::{Body, Flag};
use crate::noun::{Noun, Verb};
use crate::value::Slot;

/// The document of a verb: what is required, then what can be set, as comments.
pub(crate) fn text(
    model: &Model,
    noun: &Noun<'_>,
    verb: &Verb<'_>,
    body: &Body<'_>,
    flags: &[Flag<'_>],
) -> String {
    let words = noun.words();
    let mut text = format!(
        "# ovirt {words} {} --from-file FILE\n# {}\n",
        verb.name,
        verb.doc()
    );
    let Some(members) = body.members() else {
        text.push_str("# It sends no document.\n");
        return text;
    };
    let is = |slot: &Slot<'_>, test: fn(&Flag<'_>) -> bool| {
        flags
            .iter()
            .any(|flag| flag.slot.name == slot.name && test(flag))
    };
    let writable = members.0.iter().filter(|slot| !slot.readonly);
    let (required, others): (Vec<_>, Vec<_>) =
        writable.partition(|slot| is(slot, |flag| flag.demanded));
    let (listed, others): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|slot| is(slot, |flag| flag.listed));
    for (title, slots, mark) in [
        ("Required", required, ""),
        ("Used most", listed, "# "),
        ("Accepted", others, "# "),
    ] {
        if slots.is_empty() {
            continue;
        }
        text.push_str(&format!("\n# {title}:\n"));
        for slot in slots {
            let value = example(model, slot);
            text.push_str(&format!(
                "{mark}{}: {value}  # {}\n",
                slot.name,
                slot.description()
            ));
        }
    }
    text
}

/// A value that a member can have.
fn example(model: &Model, slot: Slot<'_>) -> String {
    let one = match slot.kind {
        Type::String => "\"\"".to_owned(),
        Type::Boolean => "false".to_owned(),
        Type::Integer { .. } => "0".to_owned(),
        Type::Decimal => "0.0".to_owned(),
        Type::Date => "\"2026-01-01T00:00:00Z\"".to_owned(),
        Type::Named(name) if name == "version" => "\"4.7\"".to_owned(),
        Type::Named(name) => match model.enumeration(name) {
            Some(kind) => kind
                .values
                .first()
                .map_or_else(String::new, |value| value.name.clone()),
            None if slot.link => "{name: \"\"}".to_owned(),
            None => "{}".to_owned(),
        },
    };
    if slot.list { format!("[{one}]") } else { one }
}
