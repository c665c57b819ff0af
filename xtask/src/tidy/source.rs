//! Checks of single Rust files: heads, size, comments, module style, words that must not be left.

use super::TextFile;

/// The longest file written by hand, in lines. Tests may be longer.
const LONGEST: usize = 600;

/// The widest comment, in characters. rustfmt keeps code to the same width.
const WIDEST: usize = 100;

/// Words that must not occur, and why. They are split so that this file passes.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "belongs in an issue"),
    (concat!("FIX", "ME"), "belongs in an issue"),
    (concat!("/ho", "me/"), "is a path on somebody's machine"),
    (concat!("/wo", "rk/"), "is a path on somebody's machine"),
    (concat!("allow(dead", "_code)"), "hides code to be removed"),
    (concat!("#[ign", "ore]"), "hides a test"),
];

pub(super) fn check(file: &TextFile, problems: &mut Vec<String>) {
    let TextFile { name, text } = file;
    if !text.starts_with("//!") {
        problems.push(format!("{name}: does not begin with its purpose (`//!`)"));
    }
    if name.ends_with("/mod.rs") {
        let style = "modules with children are `name.rs` beside `name/`";
        problems.push(format!("{name}: {style}"));
    }
    let in_folder = name.contains("/generated/") || name.ends_with("/generated.rs");
    if in_folder && !file.is_generated() {
        problems.push(format!("{name}: has no header with @generated"));
    }
    let lines = text.lines().count();
    if lines > LONGEST && !file.is_generated() && !name.contains("/tests/") {
        problems.push(format!("{name}: has {lines} lines, more than {LONGEST}"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        for (word, why) in FORBIDDEN {
            if line.contains(word) {
                problems.push(format!("{name}:{number}: `{word}` {why}"));
            }
        }
        if is_too_wide(line) && !file.is_generated() {
            problems.push(format!(
                "{name}:{number}: comment wider than {WIDEST} columns"
            ));
        }
    }
}

/// Whether a line is a comment that is too wide and can be broken: tables and URLs cannot.
fn is_too_wide(line: &str) -> bool {
    let Some(comment) = line.trim_start().strip_prefix("//") else {
        return false;
    };
    let comment = comment.trim_start_matches(['/', '!']).trim_start();
    let breakable = !comment.starts_with('|') && !comment.contains("://");
    breakable && line.chars().count() > WIDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(name: &str, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let (name, text) = (name.to_owned(), text.to_owned());
        check(&TextFile { name, text }, &mut problems);
        problems
    }

    #[test]
    fn each_convention_is_checked() {
        let wide = format!("//! Purpose.\n/// {}\n", "wide ".repeat(20));
        let long = format!("//! Purpose.\n{}", "\n".repeat(LONGEST));
        let word = format!("//! Purpose.\n// {}: later\n", FORBIDDEN[0].0);
        for (name, text, problem) in [
            ("src/a.rs", "fn a() {}\n", "does not begin"),
            ("src/a/mod.rs", "//! Purpose.\n", "modules with children"),
            ("src/generated/a.rs", "//! Purpose.\n", "no header"),
            ("src/a.rs", &wide, "src/a.rs:2: comment wider"),
            ("src/a.rs", &long, "has 601 lines"),
            ("src/a.rs", &word, "belongs in an issue"),
        ] {
            let problems = problems(name, text);
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert!(problems[0].contains(problem), "{problems:?}");
        }
    }

    #[test]
    fn tables_and_generated_files_may_be_wider_and_longer() {
        let row = format!("//! Purpose.\n//!\n//! | {} |\n", "cell ".repeat(20));
        assert_eq!(problems("src/a.rs", &row), [""; 0]);
        let generated = format!("//! @generated.\n{}", "\n".repeat(LONGEST));
        assert_eq!(problems("src/generated/a.rs", &generated), [""; 0]);
    }
}
