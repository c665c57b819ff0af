//! Names of collections and statuses that the simulator's code spells out although they are
//! constants.

use super::{TextFile, is_source};

const SOURCES: &str = "crates/engine-sim/src/";

/// The file that defines the constants of collections.
const COLLECTIONS: &str = "crates/engine-sim/src/object.rs";

/// The file that defines the constants of statuses.
const STATUSES: &str = "crates/engine-sim/src/status.rs";

/// Calls whose first argument is a collection.
const CALLS: &[&str] = &[
    "ObjectRef::new(",
    ".add(",
    ".below(",
    ".clear(",
    ".find_by_name(",
    ".handles(",
    ".handles_with(",
    ".item(",
    ".list(",
];

/// What stands between the name of a member and its status.
const BETWEEN: &[&str] = &[",", ")==Some(", ")!=Some(", ").unwrap_or("];

/// Reports literals where a constant exists.
pub(super) fn check(files: &[TextFile], problems: &mut Vec<String>) {
    let constants = |name: &str| {
        let file = files.iter().find(|file| file.name == name);
        file.map_or_else(Vec::new, |file| names(&file.text))
    };
    let (collections, statuses) = (constants(COLLECTIONS), constants(STATUSES));
    let sources = files.iter().filter(|file| is_source(file));
    for file in sources.filter(|file| file.name.starts_with(SOURCES)) {
        let literals = literals(before_tests(&file.text));
        let mut last = None;
        for literal in &literals {
            let known = if literal.is_collection() {
                &collections
            } else if last.is_some_and(|member| literal.is_status_of(member)) {
                &statuses
            } else {
                &Vec::new()
            };
            if known.contains(&literal.text) {
                let (file, line, text) = (&file.name, literal.line, literal.text);
                problems.push(format!("{file}:{line}: \"{text}\" is a constant"));
            }
            last = Some(literal);
        }
    }
}

/// The values in the block `names!` of a file.
fn names(text: &str) -> Vec<&str> {
    let block = text.split_once("names! {").map_or("", |(_, rest)| rest);
    let block = block.split('}').next().unwrap_or_default();
    block.split('"').skip(1).step_by(2).collect()
}

fn before_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// A string literal.
struct Literal<'t> {
    line: usize,
    /// The code since the literal before, without white space.
    before: String,
    text: &'t str,
}

impl Literal<'_> {
    fn is_collection(&self) -> bool {
        let before = self.before.trim_end_matches('&');
        CALLS.iter().any(|call| before.ends_with(call))
    }

    /// Whether it is the status in a member, whose name is the literal before.
    fn is_status_of(&self, member: &Self) -> bool {
        let is_argument = member.before.ends_with('(') || member.before.ends_with("(world,");
        let is_status = member.text.ends_with("status") || member.text.ends_with("phase");
        is_argument && is_status && BETWEEN.contains(&self.before.as_str())
    }
}

/// The literals of a text that are closed on their line, without those in comments.
fn literals(text: &str) -> Vec<Literal<'_>> {
    let mut literals = Vec::new();
    let mut before = String::new();
    for (line, code) in (1..).zip(text.lines()) {
        if code.trim_start().starts_with("//") {
            continue;
        }
        let mut parts = code.split('"').peekable();
        while let Some(outside) = parts.next() {
            before.extend(outside.split_whitespace());
            if let Some(text) = parts.next().filter(|_| parts.peek().is_some()) {
                let before = std::mem::take(&mut before);
                literals.push(Literal { line, before, text });
            }
        }
    }
    literals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(code: &str) -> Vec<String> {
        let file = |name: &str, text: &str| TextFile {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let files = [
            file(COLLECTIONS, "names! {\n    NICS = \"nics\",\n}\n"),
            file(STATUSES, "names! {\n    UP = \"up\",\n}\n"),
            file("crates/engine-sim/src/a.rs", code),
        ];
        let mut problems = Vec::new();
        check(&files, &mut problems);
        problems
    }

    #[test]
    fn constants_are_not_spelled_out() {
        for code in [
            "vm.below(\"nics\")",
            "world.store.list(&vm.item(\n    \"nics\",\n    id))",
            "vm.set(\"status\", \"up\")",
            "vm.get(\"spm.status\") == Some(\"up\")",
            "vm.get(\"phase\").unwrap_or(\"up\")",
        ] {
            let problems = problems(code);
            assert_eq!(problems.len(), 1, "{code}: {problems:?}");
            assert!(problems[0].contains("is a constant"), "{problems:?}");
        }
    }

    #[test]
    fn members_and_other_words_may_be_spelled_out() {
        for code in [
            "vm.child(\"nics\")",
            "&[\"status\", \"up\"]",
            "vm.below(\"unknown\")",
            "vm.set(\"link_state\", \"up\")",
            "// vm.set(\"status\", \"up\")",
            "#[cfg(test)]\nmod tests { vm.below(\"nics\") }",
        ] {
            let code = format!("\n{code}");
            assert_eq!(problems(&code), [""; 0], "{code}");
        }
    }
}
