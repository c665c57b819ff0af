//! Properties of all types: each member and each character round-trips, equivalent XML decodes to
//! equal values, unknown JSON members are refused, and patches are complete.

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
use serde::de::DeserializeSeed as _;
use serde_json::{Map, Value, json};

use crate::generator::{Generator, document, json};
use crate::round_trip::runner;

/// Asserts that a document round-trips through XML.
#[track_caller]
fn assert_round_trip(tag: &str, value: &Value) {
    let encoded = document(tag, value);
    assert_eq!(&json(&encoded), value, "{tag}");
    let xml = encoded.to_xml();
    let decoded = Document::from_xml(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    assert_eq!(&json(&decoded), value, "{xml}");
}

/// Edge cases for the value of a member.
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
            (None, Some(enumeration)) => {
                let names = enumeration.values.iter().map(|value| value.name.as_str());
                names.chain(["unknown_value"]).map(Value::from).collect()
            }
            (None, None) => panic!("the model has no type {name}"),
        },
    };
    if !member.list {
        return single;
    }
    let lists = [
        json!({"items": []}),
        json!({"href": "/a", "items": []}),
        json!({"href": "", "items": single}),
        json!({"items": single}),
    ];
    lists.into()
}

#[test]
fn every_member_of_every_type_round_trips_alone() {
    let model = Model::embedded();
    let mut members = 0;
    for structure in model.structs() {
        for member in model.members(structure) {
            members += 1;
            for value in values(&model, member) {
                let object = Map::from_iter([(member.name.clone(), value)]);
                assert_round_trip(&structure.tag(), &object.into());
            }
        }
    }
    assert!(members > 2_000, "too few members: {members}");
}

fn is_xml_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn every_character_round_trips_or_is_omitted_if_xml_forbids_it() {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    for part in all.chunks(5_000) {
        let text: String = part.iter().collect();
        let kept: String = part
            .iter()
            .copied()
            .filter(|c| is_xml_character(*c))
            .collect();
        let vm = Vm::with_id(&text).name(&text);
        let xml = vm.to_xml();
        let expected = Vm::with_id(&kept).name(&kept);
        assert_eq!(Vm::from_xml(&xml).expect(&xml), expected);
        let json = serde_json::to_string(&vm).expect("JSON");
        assert_eq!(serde_json::from_str::<Vm>(&json).expect(&json), vm);
    }
}

/// Checks that values of a type round-trip through XML and JSON.
fn check_round_trip<T>(tag: &str)
where
    T: FromXml + ToXml + Serialize + DeserializeOwned + Clone + PartialEq + Debug,
{
    let model = Model::embedded();
    let structure = model
        .structs()
        .find(|structure| structure.tag() == tag)
        .expect(tag);
    let result = runner().run(&vec(ANY, 0..160), |numbers| {
        let json = Generator::new(&model, &numbers).object(structure);
        let value: T = serde_json::from_value(json).expect("JSON of the model");
        let (xml, json) = (value.to_xml(), serde_json::to_string(&value).expect("JSON"));
        let of_xml = T::from_xml(&xml).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let of_json: T = serde_json::from_str(&json).expect("JSON");
        proptest::prop_assert_eq!(&of_xml, &value);
        proptest::prop_assert_eq!(&of_json, &value);
        proptest::prop_assert_eq!(&value.clone(), &value);
        proptest::prop_assert_eq!(of_xml.to_xml(), xml);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{tag}: {error}"));
}

#[test]
fn typed_values_round_trip_through_xml_and_json() {
    check_round_trip::<Vm>("vm");
    check_round_trip::<Host>("host");
    check_round_trip::<Disk>("disk");
    check_round_trip::<Cluster>("cluster");
    check_round_trip::<Snapshot>("snapshot");
    check_round_trip::<Event>("event");
    check_round_trip::<Statistic>("statistic");
}

/// Rewrites a document into an equivalent one, as the numbers decide: with other quotes, character
/// references, CDATA sections, comments, processing instructions and unknown attributes.
fn rewrite(xml: &str, numbers: &[u32]) -> String {
    let mut numbers = numbers.iter().copied().cycle();
    let mut decide = |choices: u32| numbers.next().unwrap_or_default() % choices;
    let mut tokens = Tokenizer::new(xml);
    let (mut out, mut open) = (String::from("<?xml version='1.0'?>\n"), Vec::new());
    let mut after_element = false;
    loop {
        let token = tokens.next_token().expect("encoded XML");
        let is_element = matches!(token, Token::Start | Token::Empty);
        if after_element && is_element {
            out.push_str(["", " ", "\r\n\t", "\n"][decide(4) as usize]);
        }
        if !open.is_empty() {
            out.push_str(["", "", "", "<!-- <a> -->", "<?a b?>"][decide(5) as usize]);
        }
        after_element = matches!(token, Token::Empty | Token::End);
        match token {
            Token::Start | Token::Empty => {
                let tag = tokens.name();
                out.push_str(&format!("<{tag}"));
                if decide(3) == 0 {
                    out.push_str("\n unknown = \"<a>\" ");
                }
                for attribute in tokens.attributes() {
                    let (name, value) = attribute.expect("encoded XML");
                    let value = tokenizer::unescape(value).expect("encoded XML");
                    let value: String = value.chars().map(|c| reference(c, decide(2))).collect();
                    out.push_str(&format!(" {name}\t= '{value}'"));
                }
                if matches!(token, Token::Start) {
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
                for character in tokenizer::unescape_text(text).expect("encoded XML").chars() {
                    let is_plain = !matches!(character, '<' | '>' | '&' | '\r' | ']');
                    match decide(4) {
                        0 if is_plain => out.push_str(&format!("<![CDATA[{character}]]>")),
                        1 if is_plain => out.push(character),
                        form => out.push_str(&reference(character, form % 2)),
                    }
                }
            }
            Token::Eof => return out,
            other => panic!("unexpected token {other:?}"),
        }
    }
}

fn reference(character: char, form: u32) -> String {
    match form {
        0 => format!("&#{};", u32::from(character)),
        _ => format!("&#x{:x};", u32::from(character)),
    }
}

/// Runs a check with random values of every type and random numbers.
fn for_every_type(check: impl Fn(&str, &Value, &[u32]) -> Result<(), TestCaseError>) {
    let model = Model::embedded();
    for structure in model.structs() {
        let check_object = |numbers: Vec<u32>| {
            let object = Generator::new(&model, &numbers).object(structure);
            check(&structure.tag(), &object, &numbers)
        };
        let result = runner().run(&vec(ANY, 1..160), check_object);
        result.unwrap_or_else(|error| panic!("{}: {error}", structure.tag()));
    }
}

#[test]
fn equivalent_documents_decode_to_equal_values() {
    for_every_type(|tag, value, numbers| {
        let xml = rewrite(&document(tag, value).to_xml(), numbers);
        let decoded = Document::from_xml(&xml);
        let decoded = decoded.map_err(|error| TestCaseError::fail(format!("{error}: {xml}")))?;
        proptest::prop_assert_eq!(&json(&decoded), value, "{}", xml);
        Ok(())
    });
}

#[test]
fn unknown_members_of_json_are_refused() {
    let model = Model::embedded();
    for structure in model.structs() {
        let tag = structure.tag();
        for unknown in [json!({ "unknown": "a" }), json!({ "unknown": null })] {
            let document = Document::empty(&tag).expect("a document");
            let error = document.deserialize(unknown).expect_err("unknown");
            let expected = format!("`{tag}` has no member `unknown`");
            assert_eq!(error.to_string(), expected);
        }
    }
}

/// Decodes a list in parts of these sizes.
fn decode_in_parts<T: ovirt_types::__private::Object>(xml: &str, sizes: &[u32]) -> Vec<T> {
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
    while let Some(object) = reader.read().expect("a complete list") {
        objects.push(object);
    }
    objects
}

fn check_lists<T: ovirt_types::__private::Object + Debug>(structure: &Struct, model: &Model) {
    let result = runner().run(&vec(ANY, 1..160), |numbers| {
        let json = Generator::new(model, &numbers).list(structure);
        let encoded = document(&structure.plural_tag(), &json).to_xml();
        for xml in [rewrite(&encoded, &numbers), encoded] {
            let whole = List::<T>::from_xml(&xml).expect("a list").into_vec();
            proptest::prop_assert_eq!(decode_in_parts::<T>(&xml, &numbers), whole);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{}: {error}", structure.plural_tag()));
}

#[test]
fn lists_in_parts_of_any_size_decode_as_the_whole() {
    let model = Model::embedded();
    let structure = |tag: &str| model.structs().find(|it| it.tag() == tag).expect("a type");
    check_lists::<Vm>(structure("vm"), &model);
    check_lists::<Host>(structure("host"), &model);
    check_lists::<Event>(structure("event"), &model);
    check_lists::<Disk>(structure("disk"), &model);
    check_lists::<Statistic>(structure("statistic"), &model);
}

/// Applies an update to an object.
fn updated(object: &Value, update: &Value) -> Value {
    match (object, update) {
        // A list with a `href` is replaced as a whole.
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

fn check_patches<T>(tag: &str)
where
    T: ovirt_types::__private::Object + Serialize + DeserializeOwned + Debug,
{
    let model = Model::embedded();
    let structure = model
        .structs()
        .find(|structure| structure.tag() == tag)
        .expect(tag);
    let result = runner().run(&(vec(ANY, 0..80), vec(ANY, 0..80)), |(one, other)| {
        let make = |numbers: &[u32]| -> T {
            let json = Generator::new(&model, numbers).object(structure);
            serde_json::from_value(json).expect("JSON of the model")
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
    result.unwrap_or_else(|error| panic!("{tag}: {error}"));
}

#[test]
fn a_patch_contains_all_changes() {
    check_patches::<Cpu>("cpu");
    check_patches::<Initialization>("initialization");
    check_patches::<OperatingSystem>("os");
    check_patches::<PowerManagement>("power_management");
}
