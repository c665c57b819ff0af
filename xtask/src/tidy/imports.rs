//! Cycles of imports between the files of a crate.

use std::collections::{BTreeMap, BTreeSet};

use super::{TextFile, is_source};

/// Folders of sources, with the number of files that the largest cycle may have.
const LIMITS: &[(&str, usize)] = &[("crates/engine-sim/src/", 10)];

/// The modules of a crate, such as `kinds::vm`, with the modules that each one imports.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Reports a cycle of imports that has too many files.
pub(super) fn check(files: &[TextFile], problems: &mut Vec<String>) {
    for (root, limit) in LIMITS {
        let cycle = largest_cycle(&graph(files, root));
        if cycle.len() > *limit {
            let (count, names) = (cycle.len(), cycle.join(", "));
            problems.push(format!(
                "{root}: {count} files import each other, of at most {limit}: {names}"
            ));
        }
    }
}

fn graph(files: &[TextFile], root: &str) -> Graph {
    let sources = files.iter().filter(|file| is_source(file));
    let texts: BTreeMap<String, &str> = sources
        .filter(|file| !file.name.ends_with("_tests.rs"))
        .filter_map(|file| {
            let path = file.name.strip_prefix(root)?.strip_suffix(".rs")?;
            let code = file.text.split("\n#[cfg(test)]\nmod ").next()?;
            Some((path.replace('/', "::"), code))
        })
        .collect();
    let imports = |(own, text): (&String, &&str)| {
        let modules = paths(text).into_iter();
        let modules = modules.filter_map(|path| module(&texts, own, &path));
        let others = modules.filter(|other| other != own).collect();
        (own.clone(), others)
    };
    texts.iter().map(imports).collect()
}

/// Returns the paths in a text that start at `crate`, `self` or `super`.
fn paths(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim_start);
    let code: String = lines.filter(|line| !line.starts_with("//")).collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("::") {
        let before = code.get(..at).unwrap_or_default();
        let start = before.rfind(|c: char| !is_word(c)).map_or(0, |at| at + 1);
        let first = before.get(start..).unwrap_or_default();
        let is_first = !before.get(..start).unwrap_or_default().ends_with("::");
        if is_first && matches!(first, "crate" | "self" | "super") {
            read_path(first, code.get(at..).unwrap_or_default(), &mut found);
        }
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Adds the paths that a path with braces stands for, given what follows its first segments.
/// Returns what follows the path.
fn read_path<'t>(path: &str, rest: &'t str, found: &mut Vec<String>) -> &'t str {
    let Some(after) = rest.strip_prefix("::") else {
        found.push(path.to_owned());
        return rest;
    };
    let Some(mut list) = after.strip_prefix('{') else {
        let end = after.find(|c: char| !is_word(c)).unwrap_or(after.len());
        let (segment, rest) = after.split_at(end);
        return read_path(&format!("{path}::{segment}"), rest, found);
    };
    loop {
        list = list.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let end = list.find(|c: char| !is_word(c)).unwrap_or(list.len());
        let (segment, rest) = list.split_at(end);
        if segment.is_empty() {
            return rest.strip_prefix('}').unwrap_or_default();
        }
        list = read_path(&format!("{path}::{segment}"), rest, found);
    }
}

/// Returns the module that a path in another one leads to.
fn module<V>(modules: &BTreeMap<String, V>, own: &str, path: &str) -> Option<String> {
    let mut base: Vec<&str> = own.split("::").collect();
    let mut steps = path.split("::").peekable();
    match steps.next()? {
        "crate" => base.clear(),
        "super" => base.truncate(base.len().saturating_sub(1)),
        _ => {}
    }
    while steps.next_if_eq(&"super").is_some() {
        base.pop();
    }
    base.extend(steps);
    // The last steps are items of the module.
    while !base.is_empty() {
        let name = base.join("::");
        if modules.contains_key(&name) {
            return Some(name);
        }
        base.pop();
    }
    None
}

/// Returns the largest set of modules that all import each other, directly or not.
fn largest_cycle(graph: &Graph) -> Vec<String> {
    let reached: BTreeMap<&String, BTreeSet<&String>> = graph
        .keys()
        .map(|start| (start, reachable(graph, start)))
        .collect();
    let cycle = |(start, own): (&&String, &BTreeSet<&String>)| {
        let members = own.iter().filter(|other| reached[*other].contains(start));
        members.map(|member| (*member).clone()).collect::<Vec<_>>()
    };
    let cycles = reached.iter().map(cycle);
    cycles.max_by_key(Vec::len).unwrap_or_default()
}

/// Returns the modules that one imports, directly or not.
fn reachable<'g>(graph: &'g Graph, start: &str) -> BTreeSet<&'g String> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<&String> = graph.get(start).into_iter().flatten().collect();
    while let Some(module) = pending.pop() {
        if found.insert(module) {
            pending.extend(graph.get(module).into_iter().flatten());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_in_braces_are_read_one_by_one() {
        let text = "\
use std::fmt;
use crate::{a::{B, c}, d};
use super::e::F;
// crate::comment
fn f() { crate::g::h(self::i); }
";
        let expected = [
            "crate::a::B",
            "crate::a::c",
            "crate::d",
            "super::e::F",
            "crate::g::h",
            "self::i",
        ];
        assert_eq!(paths(text), expected);
    }

    #[test]
    fn the_largest_cycle_is_found() {
        let file = |name: &str, text: &str| TextFile {
            name: format!("crates/x/src/{name}.rs"),
            text: text.to_owned(),
        };
        let files = [
            file("a", "use crate::b::B;\n"),
            file("b", "use crate::kinds::c;\n"),
            file("kinds/c", "use super::super::a;\n"),
            file("d", "use crate::a;\n"),
            file("e", "use crate::f;\n"),
            file("f", "#[cfg(test)]\nmod tests { use crate::e; }\n"),
        ];
        let cycle = largest_cycle(&graph(&files, "crates/x/src/"));
        assert_eq!(cycle, ["a", "b", "kinds::c"]);
    }
}
