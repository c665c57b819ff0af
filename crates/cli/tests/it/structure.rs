//! The modules of the program are layers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Adds the modules that a file, or the files of a folder, import.
fn imports(path: &Path, found: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            imports(&entry.unwrap().path(), found);
        }
        return;
    }
    // The tests of the data files look at everything.
    if path.ends_with("data/tests.rs") {
        return;
    }
    let text = std::fs::read_to_string(path).unwrap();
    for after in text.split("crate::").skip(1) {
        let names = match after.strip_prefix('{') {
            Some(list) => list.split_once('}').unwrap().0,
            None => after,
        };
        let is_list = after.starts_with('{');
        let names = names.split(',').take(if is_list { usize::MAX } else { 1 });
        for name in names {
            let name = name.trim();
            let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_'));
            found.insert(name[..end.unwrap_or(name.len())].to_owned());
        }
    }
}

#[test]
fn no_modules_import_each_other() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        imports(&path, modules.entry(name).or_default());
    }
    for name in ["lib", "main"] {
        modules.remove(name);
    }
    // Takes away what imports nothing that is left; what remains is in a cycle.
    let names: Vec<String> = modules.keys().cloned().collect();
    for _ in &names {
        let left: BTreeSet<String> = modules.keys().cloned().collect();
        modules.retain(|own, imported| imported.iter().any(|it| it != own && left.contains(it)));
    }
    assert!(modules.is_empty(), "a cycle of imports: {modules:#?}");
}
