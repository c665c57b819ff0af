//! Each fact of the data files fits the model.

use std::collections::{BTreeMap, BTreeSet};

use ovirt_model::Model;

use super::*;
use crate::flags::{Body, member_at};
use crate::noun::{Noun, dashed};
use crate::options;
use crate::output::checked_path;
use crate::value::Members;

#[test]
fn aliases_and_labels_exist_in_the_model() {
    let model = Model::embedded();
    let nouns: BTreeSet<String> = Noun::system()
        .and_below(&model)
        .iter()
        .filter_map(|noun| Some(noun.last()?.word()))
        .collect();
    for (_, noun) in lines(NOUNS) {
        assert!(nouns.contains(noun), "{noun}");
    }
    for (type_name, label) in lines(LABELS) {
        let members = Members::of(&model, model.structure(type_name).expect(type_name));
        assert!(
            member_at(&model, &members, label).is_some(),
            "{type_name} {label}"
        );
    }
}

#[test]
fn operations_with_goals_and_flags_exist_in_the_model() {
    let model = Model::embedded();
    let nouns = Noun::system().and_below(&model);
    let mut verbs = BTreeMap::new();
    for verb in nouns.iter().flat_map(|noun| noun.verbs(&model)) {
        verbs.entry(verb.operation()).or_insert(verb);
    }
    let statuses: BTreeSet<&str> = statuses(&model).collect();
    for (operation, goals) in lines(GOALS) {
        assert!(verbs.contains_key(operation), "{operation}");
        assert!(
            goals.split(' ').all(|goal| statuses.contains(goal)),
            "{operation}: {goals}"
        );
    }
    for (operation, _) in lines(FLAGS) {
        let body = Body::of(&model, &verbs[operation]);
        for (name, path) in flags(operation) {
            let slot = member_at(&model, body.members().unwrap(), path);
            assert!(
                slot.is_some_and(|slot| slot.takes_text(&model)),
                "{operation} {name}"
            );
        }
    }
    let names: BTreeSet<&str> = verbs.values().map(|verb| verb.name.as_str()).collect();
    for verb in DANGERS.lines().filter(|line| !line.starts_with('#')) {
        assert!(names.contains(verb), "{verb}");
    }
}

#[test]
fn columns_exist_in_the_model() {
    let model = Model::embedded();
    for (type_name, columns) in lines(VIEWS) {
        assert!(model.structure(type_name).is_some(), "{type_name}");
        for column in columns.split(' ').filter(|column| *column != "|") {
            let path = column.trim_end_matches(['>', '#']);
            let checked = checked_path(&model, type_name, path);
            assert!(checked.is_ok(), "{type_name}: {checked:?}");
        }
    }
}

/// The values of all enums of statuses, phases and states.
fn statuses(model: &Model) -> impl Iterator<Item = &str> {
    let kinds = model.enums().filter(|kind| {
        ["_status", "_phase", "_state"]
            .iter()
            .any(|end| kind.name.ends_with(end))
    });
    kinds
        .flat_map(|kind| &kind.values)
        .map(|value| value.name.as_str())
}

#[test]
fn each_status_has_one_class() {
    let model = Model::embedded();
    let known: BTreeSet<&str> = statuses(&model).collect();
    let mut classified = BTreeSet::new();
    for (class, statuses) in lines(CLASSES) {
        for status in statuses.split(' ') {
            assert!(known.contains(status), "{class}: {status} is no status");
            assert!(classified.insert(status), "{status} has two classes");
        }
    }
    let missing: Vec<_> = known.difference(&classified).collect();
    assert!(missing.is_empty(), "without a class: {missing:?}");
}

#[test]
fn no_own_option_has_the_name_of_a_flag() {
    let model = Model::embedded();
    let mut names = BTreeSet::new();
    for verb in Noun::system()
        .and_below(&model)
        .iter()
        .flat_map(|noun| noun.verbs(&model))
    {
        let body = Body::of(&model, &verb);
        let flags = crate::flags::of(&model, &verb, &body);
        names.extend(flags.into_iter().map(|flag| flag.name));
    }
    for member in model.structs().flat_map(|structure| &structure.members) {
        names.insert(dashed(&member.name));
    }
    for option in options::TABLE {
        assert!(!names.contains(option.long), "--{}", option.long);
    }
}
