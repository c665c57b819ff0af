//! What holds for any value of any type: each member by itself, each character, JSON as it is
//! typed, and all the ways that XML has to write the same.

use std::fmt::Debug;

use ovirt_model::{Member, Model, Struct, Type};
use ovirt_types::__private::tokenizer::{self, Token, Tokenizer};
use ovirt_types::{
    Cluster, Cpu, Disk, Document, Event, FromXml, Host, Initialization, List, ListReader,
    OperatingSystem, Patch, PowerManagement, Snapshot, Statistic, ToXml, Vm,
};
use proptest::collection::vec;
use proptest::num::u32::ANY;
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::canonical::{Tape, document, json};
use crate::round_trip::runner;

/// A document that was written and read says what it said.
#[track_caller]
fn survives(tag: &str, value: &Value) {
    let written = document(tag, value);
    assert_eq!(&json(&written), value, "{tag}");
    let xml = written.to_xml();
    let read = Document::from_xml(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    assert_eq!(&json(&read), value, "{xml}");
}

/// Values that a member can have: the least, the greatest, the empty, the odd.
fn values(model: &Model, member: &Member) -> Vec<Value> {
    let single: Vec<Value> = match &member.kind {
        Type::String => ["", " a\t", "\r\n", "<a>&amp;]]>\"'", "日🦀"]
            .map(Value::from)
            .into(),
        Type::Boolean => [true, false].map(Value::from).into(),
        Type::Integer { .. } => [i64::MIN, -1, 0, i64::MAX].map(Value::from).into(),
        Type::Decimal => [f64::MIN, -0.5, 0.0, 1e-300, f64::MAX]
            .map(Value::from)
            .into(),
        Type::Date => ["0000-01-01T00:00:00", "9999-12-31T23:59:59.999999999-23:59"]
            .map(Value::from)
            .into(),
        Type::Named(name) => match (model.structure(name), model.enumeration(name)) {
            (Some(_), _) => vec![json!({})],
            (None, Some(choices)) => {
                let names = choices.values.iter().map(|value| value.name.as_str());
                names
                    .chain(["of_a_newer_engine"])
                    .map(Value::from)
                    .collect()
            }
            (None, None) => panic!("{name} is no type of the model"),
        },
    };
    if !member.list {
        return single;
    }
    let lists = [
        json!([]),
        json!({"href": "/a", "items": []}),
        json!({"href": "", "items": single}),
    ];
    lists.into_iter().chain([single.into()]).collect()
}

#[test]
fn every_member_of_every_type_survives_by_itself() {
    let model = Model::embedded();
    let mut members = 0;
    for structure in model.structs() {
        for member in model.members(structure) {
            members += 1;
            for value in values(&model, member) {
                let object = Map::from_iter([(member.name.clone(), value)]);
                survives(&structure.tag(), &object.into());
            }
        }
    }
    assert!(members > 2_000, "all members of the model: {members}");
}

fn fits_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn every_character_survives_or_is_left_out_because_xml_has_it_not() {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    for part in all.chunks(5_000) {
        let text: String = part.iter().collect();
        let fitting: String = part.iter().copied().filter(|c| fits_xml(*c)).collect();
        let vm = Vm::with_id(&text).name(&text);
        let xml = vm.to_xml();
        let expected = Vm::with_id(&fitting).name(&fitting);
        assert_eq!(Vm::from_xml(&xml).expect(&xml), expected);
        let json = serde_json::to_string(&vm).expect("JSON");
        assert_eq!(serde_json::from_str::<Vm>(&json).expect(&json), vm);
    }
}

/// Values of a type, written and read in both forms, equal what they were.
fn typed<T>(tag: &str)
where
    T: FromXml + ToXml + Serialize + DeserializeOwned + Clone + PartialEq + Debug,
{
    let model = Model::embedded();
    let structure = model
        .structs()
        .find(|structure| structure.tag() == tag)
        .expect(tag);
    let outcome = runner().run(&vec(ANY, 0..160), |numbers| {
        let json = Tape::new(&model, &numbers).object(structure);
        let value: T = serde_json::from_value(json).expect("what the model has");
        let (xml, json) = (value.to_xml(), serde_json::to_string(&value).expect("JSON"));
        let of_xml = T::from_xml(&xml).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let of_json: T = serde_json::from_str(&json).expect("JSON");
        proptest::prop_assert_eq!(&of_xml, &value);
        proptest::prop_assert_eq!(&of_json, &value);
        proptest::prop_assert_eq!(&value.clone(), &value);
        proptest::prop_assert_eq!(of_xml.to_xml(), xml);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{tag}: {error}"));
}

#[test]
fn values_equal_what_was_read_of_them() {
    typed::<Vm>("vm");
    typed::<Host>("host");
    typed::<Disk>("disk");
    typed::<Cluster>("cluster");
    typed::<Snapshot>("snapshot");
    typed::<Event>("event");
    typed::<Statistic>("statistic");
}

/// JSON with members that no type has, and with others absent in the way that JSON has.
fn with_strangers(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| (name.clone(), with_strangers(value)));
            let strangers = [
                ("stranger".to_owned(), json!({"id": [null, {"a": 1.5}]})),
                ("zz".to_owned(), Value::Null),
            ];
            Value::Object(members.chain(strangers).collect())
        }
        Value::Array(items) => items.iter().map(with_strangers).collect(),
        other => other.clone(),
    }
}

/// The same document written in another way, as the numbers decide: other quotes, references
/// instead of characters, CDATA, comments, instructions, attributes that no type has.
fn rewritten(xml: &str, numbers: &[u32]) -> String {
    let mut numbers = numbers.iter().copied().cycle();
    let mut decide = |ways: u32| numbers.next().unwrap_or_default() % ways;
    let mut tokens = Tokenizer::new(xml);
    let (mut out, mut open) = (String::from("<?xml version='1.0'?>\n"), Vec::new());
    let mut after_element = false;
    loop {
        let found = tokens.next_token().expect("what was written");
        let is_element = matches!(found, Token::Start | Token::Empty);
        if after_element && is_element {
            out.push_str(["", " ", "\r\n\t", "\n"][decide(4) as usize]);
        }
        if !open.is_empty() {
            out.push_str(["", "", "", "<!-- <a> -->", "<?a b?>"][decide(5) as usize]);
        }
        after_element = matches!(found, Token::Empty | Token::End);
        match found {
            Token::Start | Token::Empty => {
                let tag = tokens.name();
                out.push_str(&format!("<{tag}"));
                if decide(3) == 0 {
                    out.push_str("\n stranger = \"<a>\" ");
                }
                for attribute in tokens.attributes() {
                    let (name, value) = attribute.expect("what was written");
                    let value = tokenizer::unescape(value).expect("what was written");
                    let value: String = value.chars().map(|c| reference(c, decide(2))).collect();
                    out.push_str(&format!(" {name}\t= '{value}'"));
                }
                if matches!(found, Token::Start) {
                    open.push(tag);
                    out.push('>');
                } else if decide(2) == 0 {
                    out.push_str(&format!("></{tag} >"));
                } else {
                    out.push_str("/>");
                }
            }
            Token::End => {
                let name = open.pop().expect("an open element");
                out.push_str(&format!("</{name}\n>"));
            }
            Token::Text => {
                let text = tokens.text();
                for character in tokenizer::unescape_text(text)
                    .expect("what was written")
                    .chars()
                {
                    let is_plain = !matches!(character, '<' | '>' | '&' | '\r' | ']');
                    match decide(4) {
                        0 if is_plain => out.push_str(&format!("<![CDATA[{character}]]>")),
                        1 if is_plain => out.push(character),
                        way => out.push_str(&reference(character, way % 2)),
                    }
                }
            }
            Token::Eof => return out,
            other => panic!("the writer doesn't write {other:?}"),
        }
    }
}

fn reference(character: char, way: u32) -> String {
    match way {
        0 => format!("&#{};", u32::from(character)),
        _ => format!("&#x{:x};", u32::from(character)),
    }
}

/// Checks something for random values of every type, and random numbers beside them.
fn for_every_type(check: impl Fn(&str, &Value, &[u32]) -> Result<(), TestCaseError>) {
    let model = Model::embedded();
    for structure in model.structs() {
        let check_object = |numbers: Vec<u32>| {
            let object = Tape::new(&model, &numbers).object(structure);
            check(&structure.tag(), &object, &numbers)
        };
        let outcome = runner().run(&vec(ANY, 1..160), check_object);
        outcome.unwrap_or_else(|error| panic!("{}: {error}", structure.tag()));
    }
}

#[test]
fn a_document_says_the_same_however_it_is_written() {
    for_every_type(|tag, value, numbers| {
        let xml = rewritten(&document(tag, value).to_xml(), numbers);
        let read = Document::from_xml(&xml);
        let read = read.map_err(|error| TestCaseError::fail(format!("{error}: {xml}")))?;
        proptest::prop_assert_eq!(&json(&read), value, "{}", xml);
        Ok(())
    });
}

#[test]
fn strangers_in_json_are_passed_over() {
    for_every_type(|tag, value, _| {
        proptest::prop_assert_eq!(&json(&document(tag, &with_strangers(value))), value);
        Ok(())
    });
}

/// A list in parts of random sizes.
fn in_parts<T: ovirt_types::__private::Object>(xml: &str, sizes: &[u32]) -> Vec<T> {
    let mut reader = ListReader::new();
    let mut sizes = sizes.iter().cycle();
    let (mut rest, mut objects) = (xml.as_bytes(), Vec::new());
    while !rest.is_empty() {
        let size = 1 + *sizes.next().unwrap_or(&0) as usize % 50;
        let (part, after) = rest.split_at(size.min(rest.len()));
        reader.feed(part);
        while let Some(object) = reader.read().expect("a list") {
            objects.push(object);
        }
        rest = after;
    }
    reader.end();
    while let Some(object) = reader.read().expect("a whole list") {
        objects.push(object);
    }
    objects
}

fn lists<T: ovirt_types::__private::Object + Debug>(structure: &Struct, model: &Model) {
    let outcome = runner().run(&vec(ANY, 1..160), |numbers| {
        let json = Tape::new(model, &numbers).list(structure);
        let written = document(&structure.plural_tag(), &json).to_xml();
        for xml in [rewritten(&written, &numbers), written] {
            let whole = List::<T>::from_xml(&xml).expect("a list").into_vec();
            proptest::prop_assert_eq!(in_parts::<T>(&xml, &numbers), whole);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{}: {error}", structure.plural_tag()));
}

#[test]
fn lists_in_parts_of_any_size_are_what_they_are_in_one() {
    let model = Model::embedded();
    let structure = |tag: &str| model.structs().find(|it| it.tag() == tag).expect("a type");
    lists::<Vm>(structure("vm"), &model);
    lists::<Host>(structure("host"), &model);
    lists::<Event>(structure("event"), &model);
    lists::<Disk>(structure("disk"), &model);
    lists::<Statistic>(structure("statistic"), &model);
}

/// What an object becomes by an update.
fn updated(object: &Value, update: &Value) -> Value {
    match (object, update) {
        // A list with an address is replaced.
        (Value::Object(old), Value::Object(new)) if !new.contains_key("items") => {
            let mut members = old.clone();
            for (name, new) in new {
                let old = members.get(name).unwrap_or(&Value::Null);
                let value = updated(old, new);
                members.insert(name.clone(), value);
            }
            members.into()
        }
        (_, new) => new.clone(),
    }
}

fn patches<T>(tag: &str)
where
    T: ovirt_types::__private::Object + Serialize + DeserializeOwned + Debug,
{
    let model = Model::embedded();
    let structure = model
        .structs()
        .find(|structure| structure.tag() == tag)
        .expect(tag);
    let outcome = runner().run(&(vec(ANY, 0..80), vec(ANY, 0..80)), |(one, other)| {
        let make = |numbers: &[u32]| -> T {
            let json = Tape::new(&model, numbers).object(structure);
            serde_json::from_value(json).expect("what the model has")
        };
        let (before, after) = (make(&one), make(&other));
        let patch = Patch::between(&before, &after);
        let not_cleared = patch.not_cleared().to_vec();
        let [object, update] =
            [before, patch.into_object()].map(|value| serde_json::to_value(value).expect("JSON"));
        let updated: T = serde_json::from_value(updated(&object, &update)).expect("JSON");
        let rest = Patch::between(&updated, &after);
        proptest::prop_assert!(rest.is_empty(), "{rest} by {update}");
        proptest::prop_assert_eq!(rest.not_cleared(), not_cleared);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{tag}: {error}"));
}

#[test]
fn an_update_with_a_patch_leaves_nothing_to_be_patched() {
    patches::<Cpu>("cpu");
    patches::<Initialization>("initialization");
    patches::<OperatingSystem>("os");
    patches::<PowerManagement>("power_management");
}
