//! Random values of every type round-trip from JSON through XML.

use ovirt_model::{Model, Struct};
use ovirt_types::Document;
use proptest::collection::vec;
use proptest::num::u32::ANY;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;

use crate::generator::{Generator, document, json};

/// Number of random documents per type.
const CASES: u32 = 24;

/// A runner with a fixed seed, so that failures are reproducible.
pub(crate) fn runner() -> TestRunner {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Checks the round trip of random JSON for every type.
fn check_round_trip(
    tag: impl Fn(&Struct) -> String,
    make: impl Fn(&mut Generator<'_>, &Struct) -> Value,
) {
    let model = Model::embedded();
    for structure in model.structs() {
        let tag = tag(structure);
        let result = runner().run(&vec(ANY, 0..160), |numbers| {
            let expected = make(&mut Generator::new(&model, &numbers), structure);
            let encoded = document(&tag, &expected);
            if json(&encoded) != expected {
                return Err(TestCaseError::fail(format!(
                    "{expected} became {}",
                    json(&encoded)
                )));
            }
            let xml = encoded.to_xml();
            let decoded = Document::from_xml(&xml)
                .map_err(|error| TestCaseError::fail(format!("{error}: {xml}")))?;
            if decoded.tag() != tag || json(&decoded) != expected {
                return Err(TestCaseError::fail(format!(
                    "{expected} became {} by {xml}",
                    json(&decoded)
                )));
            }
            Ok(())
        });
        if let Err(error) = result {
            panic!("{tag}: {error}");
        }
    }
}

#[test]
fn objects_of_every_type_round_trip() {
    check_round_trip(Struct::tag, |generator, structure| {
        generator.object(structure)
    });
}

#[test]
fn lists_of_every_type_round_trip() {
    check_round_trip(Struct::plural_tag, |generator, structure| {
        generator.list(structure)
    });
}
