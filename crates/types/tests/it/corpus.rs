//! Documents of real engines, where they are at hand: reading them never panics, whole or cut off.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ovirt_types::Document;

/// How many documents are cut off.
const CUT: usize = 100;

/// The largest document that is. Each is read as many times as it has bytes.
const LARGEST: usize = 4_000;

/// The documents, sorted by name; none where the data is absent.
pub(crate) fn documents() -> Vec<PathBuf> {
    let root = std::env::var_os("OVIRT_TEST_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let folder = root.join("corpus/docs");
    let Ok(entries) = fs::read_dir(&folder) else {
        // Past the capture of tests' output: who runs them should know.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: no test data in {}; OVIRT_TEST_DATA names its folder",
            folder.display()
        );
        return Vec::new();
    };
    let mut documents: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
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
fn every_document_is_read_or_refused_and_what_is_read_is_written_and_read_again() {
    let mut read = 0;
    let documents = documents();
    for path in &documents {
        let text = fs::read(path).expect("a document");
        if let Ok(document) = Document::from_xml(&text) {
            let xml = document.to_xml();
            let again = Document::from_xml(&xml)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(again.to_xml(), xml, "{}", path.display());
            read += 1;
        }
    }
    assert!(
        read * 10 >= documents.len() * 9,
        "most documents can be read"
    );
}

#[test]
fn documents_that_are_cut_off_are_refused_wherever_that_is() {
    let texts = documents().into_iter().map(|path| {
        let text = fs::read(&path).expect("a document");
        (path, text)
    });
    let small: Vec<_> = texts.filter(|(_, text)| text.len() <= LARGEST).collect();
    let step = (small.len() / CUT).max(1);
    for (path, text) in small.iter().step_by(step).take(CUT) {
        let text = text.trim_ascii_end();
        for end in 0..text.len() {
            let outcome = Document::from_xml(&text[..end]);
            assert!(outcome.is_err(), "{} at {end}", path.display());
        }
    }
}
