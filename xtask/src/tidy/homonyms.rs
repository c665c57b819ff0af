//! Type names with more than one meaning in a crate.

use std::collections::BTreeMap;

use super::{TextFile, is_source};

/// Names that a crate may define more than once, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// Reports types of the same name in a crate, outside of tests and generated code.
pub(super) fn check(files: &[TextFile], problems: &mut Vec<String>) {
    let mut places: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| is_source(file)) {
        let krate = file.name.split("/src/").next().unwrap_or_default();
        for (number, name) in definitions(&file.text) {
            let place = format!("{}:{number}", file.name);
            places.entry((krate, name)).or_default().push(place);
        }
    }
    for ((krate, name), places) in places {
        let excepted = EXCEPTIONS.iter().any(|(exception, _)| *exception == name);
        if places.len() > 1 && !excepted {
            let places = places.join(", ");
            problems.push(format!(
                "{krate}: `{name}` is defined more than once: {places}"
            ));
        }
    }
}

/// The types that a file defines before its tests, with their lines.
fn definitions(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before_tests = text
        .split("\n#[cfg(test)]\nmod ")
        .next()
        .unwrap_or_default();
    (1..)
        .zip(before_tests.lines())
        .filter_map(|(number, line)| Some((number, definition(line)?)))
}

/// The name of the type whose definition begins in this line.
fn definition(line: &str) -> Option<&str> {
    let mut words = line.trim_start();
    if let Some(rest) = words.strip_prefix("pub") {
        words = match rest.strip_prefix('(') {
            Some(rest) => rest.split_once(')')?.1,
            None => rest,
        };
        words = words.strip_prefix(' ')?;
    }
    let (keyword, name) = words.split_once(' ')?;
    // An indented `type` is an associated type.
    let defines = match keyword {
        "struct" | "enum" | "trait" | "union" => true,
        "type" => !line.starts_with(' '),
        _ => false,
    };
    let end = name
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(name.len());
    Some(&name[..end]).filter(|name| defines && name.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_found_and_associated_types_are_not() {
        let text = "\
pub(crate) struct One<T>(T);
pub enum Two {
impl Iterator for One {
    type Item = u8;
    struct Local;
// struct Comment
struct $name {
trait Three: Sized {}
type Four = u8;
#[cfg(test)]
mod tests {
    struct Hidden;
";
        let names: Vec<&str> = definitions(text).map(|(_, name)| name).collect();
        assert_eq!(names, ["One", "Two", "Local", "Three", "Four"]);
    }

    #[test]
    fn two_meanings_in_a_crate_are_reported() {
        let file = |name: &str, text: &str| TextFile {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let files = [
            file("crates/a/src/lib.rs", "struct Place;\n"),
            file("crates/a/src/b.rs", "enum Place {}\n"),
            file("crates/b/src/lib.rs", "struct Place;\n"),
            file("crates/a/src/b/tests.rs", "struct Place;\n"),
        ];
        let mut problems = Vec::new();
        check(&files, &mut problems);
        let [problem] = problems.as_slice() else {
            panic!("{problems:?}");
        };
        let places = "crates/a/src/lib.rs:1, crates/a/src/b.rs:1";
        assert!(problem.ends_with(places), "{problem}");
    }
}
