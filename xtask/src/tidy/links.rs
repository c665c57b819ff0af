//! Relative links in Markdown files that lead nowhere.

use std::path::Path;

use super::TextFile;

pub(super) fn check(file: &TextFile, root: &Path, problems: &mut Vec<String>) {
    let path = root.join(&file.name);
    let folder = path.parent().unwrap_or(root);
    for (number, target) in links(&file.text) {
        if target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let (name, anchor) = target.split_once('#').unwrap_or((target, ""));
        let linked = folder.join(name);
        let found = if anchor.is_empty() {
            linked.exists()
        } else if name.is_empty() {
            has_anchor(&file.text, anchor)
        } else {
            std::fs::read_to_string(linked).is_ok_and(|text| has_anchor(&text, anchor))
        };
        if !found {
            problems.push(format!("{}:{number}: `{target}` leads nowhere", file.name));
        }
    }
}

/// Lines outside of code blocks, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_code = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    })
}

/// Targets of inline links, with their lines.
fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    lines(text).flat_map(|(number, line)| {
        let targets = line.split("](").skip(1);
        let targets = targets.filter_map(|rest| rest.split([')', ' ']).next());
        targets.map(move |target| (number, target))
    })
}

/// Whether a heading has this anchor.
fn has_anchor(text: &str, anchor: &str) -> bool {
    lines(text).any(|(_, line)| {
        let heading = line.trim_start_matches('#');
        heading.len() < line.len() && slug(heading.trim()) == anchor
    })
}

/// The anchor of a heading, as GitHub derives it.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        c => c.is_alphanumeric().then_some(c),
    });
    kept.collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_links_are_reported() {
        let text = "\
# What it `does`, really

[itself](README.md), [here](#what-it-does-really), [out](https://example.com)
[missing](nowhere.md) and [anchor](#nowhere)
```sh
# [code](nowhere.md)
```
[heading](README.md#no-such-heading)
";
        let file = TextFile {
            name: "README.md".to_owned(),
            text: text.to_owned(),
        };
        let mut problems = Vec::new();
        check(&file, &crate::root(), &mut problems);
        let expected = [
            "README.md:4: `nowhere.md` leads nowhere",
            "README.md:4: `#nowhere` leads nowhere",
            "README.md:8: `README.md#no-such-heading` leads nowhere",
        ];
        assert_eq!(problems, expected);
    }
}
