//! Nothing is lost on the way from JSON through XML and back, whatever the type.

use ovirt_model::{Model, Struct};
use ovirt_types::Document;
use proptest::collection::vec;
use proptest::num::u32::ANY;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;

use crate::canonical::{Tape, document, json};

/// Random documents of each type.
const CASES: u32 = 24;

/// Always the same cases: a test that fails does so again.
pub(crate) fn runner() -> TestRunner {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Reads what was written of JSON, for random JSON of every type.
fn check(tag: impl Fn(&Struct) -> String, make: impl Fn(&mut Tape<'_>, &Struct) -> Value) {
    let model = Model::embedded();
    for structure in model.structs() {
        let tag = tag(structure);
        let outcome = runner().run(&vec(ANY, 0..160), |numbers| {
            let expected = make(&mut Tape::new(&model, &numbers), structure);
            let written = document(&tag, &expected);
            if json(&written) != expected {
                return Err(TestCaseError::fail(format!(
                    "{expected} became {}",
                    json(&written)
                )));
            }
            let xml = written.to_xml();
            let read = Document::from_xml(&xml)
                .map_err(|error| TestCaseError::fail(format!("{error}: {xml}")))?;
            if read.tag() != tag || json(&read) != expected {
                return Err(TestCaseError::fail(format!(
                    "{expected} became {} by {xml}",
                    json(&read)
                )));
            }
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{tag}: {error}");
        }
    }
}

#[test]
fn objects_of_every_type_survive_the_way_through_xml() {
    check(Struct::tag, |tape, structure| tape.object(structure));
}

#[test]
fn lists_of_every_type_survive_the_way_through_xml() {
    check(Struct::plural_tag, |tape, structure| tape.list(structure));
}
