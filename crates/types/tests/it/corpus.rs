//! Documents of real engines, if available: decoding never panics, whether complete or truncated.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ovirt_types::Document;

/// Number of documents to truncate.
const TRUNCATED: usize = 100;

/// Maximum length of those, in bytes. Each is decoded once per byte.
const MAX_LENGTH: usize = 4_000;

/// The documents, sorted by name; empty if the test data is absent.
pub(crate) fn documents() -> Vec<PathBuf> {
    test_data("corpus/docs", "xml")
}

/// The files of a folder of the test data, sorted by name; empty if the test data is absent.
pub(crate) fn test_data(folder: &str, extension: &str) -> Vec<PathBuf> {
    let root = std::env::var_os("OVIRT_TEST_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let folder = root.join(folder);
    let Ok(entries) = fs::read_dir(&folder) else {
        // Written past the capture of test output.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: no test data in {}; OVIRT_TEST_DATA names its folder",
            folder.display()
        );
        return Vec::new();
    };
    let mut documents: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .collect();
    documents.sort();
    assert!(
        !documents.is_empty(),
        "{} has no documents",
        folder.display()
    );
    documents
}

#[test]
fn documents_round_trip() {
    let mut decoded = 0;
    let documents = documents();
    for path in &documents {
        let text = fs::read(path).expect("a document");
        if let Ok(document) = Document::from_xml(&text) {
            let xml = document.to_xml();
            let again = Document::from_xml(&xml)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(again.to_xml(), xml, "{}", path.display());
            decoded += 1;
        }
    }
    assert!(
        decoded * 10 >= documents.len() * 9,
        "nine in ten documents decode"
    );
}

#[test]
fn truncated_documents_are_rejected() {
    let texts = documents().into_iter().map(|path| {
        let text = fs::read(&path).expect("a document");
        (path, text)
    });
    let small: Vec<_> = texts.filter(|(_, text)| text.len() <= MAX_LENGTH).collect();
    let step = (small.len() / TRUNCATED).max(1);
    for (path, text) in small.iter().step_by(step).take(TRUNCATED) {
        let text = text.trim_ascii_end();
        for end in 0..text.len() {
            let result = Document::from_xml(&text[..end]);
            assert!(result.is_err(), "{} at {end}", path.display());
        }
    }
}
