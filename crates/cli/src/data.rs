//! Advice that the model does not contain: aliases, labels, goals, columns. Text, one fact a line.

const NOUNS: &str = include_str!("../data/nouns.txt");
const VERBS: &str = include_str!("../data/verbs.txt");
const LABELS: &str = include_str!("../data/labels.txt");
const GOALS: &str = include_str!("../data/goals.txt");
const DANGERS: &str = include_str!("../data/dangers.txt");
const FLAGS: &str = include_str!("../data/flags.txt");
const VIEWS: &str = include_str!("../data/views.txt");
const CLASSES: &str = include_str!("../data/classes.txt");

const EXAMPLES: &str = include_str!("../data/examples.txt");
const SAMPLES: &str = include_str!("../data/samples.txt");

/// The lines `name = value` of a file.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, value)| (name.trim(), value.trim()))
}

fn find(text: &'static str, name: &str) -> Option<&'static str> {
    lines(text)
        .find(|(own, _)| *own == name)
        .map(|(_, value)| value)
}

/// The noun that a short word means.
pub(crate) fn noun_alias(word: &str) -> Option<&'static str> {
    find(NOUNS, word)
}

/// The verb that a word of other command lines means.
pub(crate) fn verb_alias(word: &str) -> Option<&'static str> {
    find(VERBS, word)
}

/// The path of the member by which people name objects of a type.
pub(crate) fn label(type_name: &str) -> &'static str {
    find(LABELS, type_name).unwrap_or("name")
}

/// The statuses that an operation such as `vm.start` leads to.
pub(crate) fn goals(operation: &str) -> Vec<&'static str> {
    find(GOALS, operation).map_or_else(Vec::new, |goals| goals.split(' ').collect())
}

/// Whether a verb destroys something.
pub(crate) fn is_dangerous(verb: &str) -> bool {
    DANGERS.lines().any(|line| line == verb)
}

/// Additional flags of an operation, with the paths of the members that they set.
pub(crate) fn flags(operation: &str) -> Vec<(&'static str, &'static str)> {
    let flags = find(FLAGS, operation).unwrap_or_default();
    flags
        .split(' ')
        .filter_map(|flag| flag.split_once('='))
        .collect()
}

/// The table columns of a type: the defaults and the additional ones of `wide`.
pub(crate) fn view(type_name: &str) -> Option<(&'static str, &'static str)> {
    let columns = find(VIEWS, type_name)?;
    Some(columns.split_once(" | ").unwrap_or((columns, "")))
}

/// An example of a verb, such as `vm add`.
pub(crate) fn example(verb: &str) -> Option<&'static str> {
    find(EXAMPLES, verb)
}

/// A value of a member for examples, or the name of an object of a type, `@vm`.
pub(crate) fn sample(name: &str) -> Option<&'static str> {
    find(SAMPLES, name)
}

/// Whether a status is good, busy, bad or off.
pub(crate) fn class(status: &str) -> Option<&'static str> {
    let mut classes = lines(CLASSES);
    classes
        .find(|(_, statuses)| statuses.split(' ').any(|own| own == status))
        .map(|(class, _)| class)
}

#[cfg(test)]
mod tests;
