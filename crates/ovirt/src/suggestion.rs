//! Suggestions for unknown names: similar names that exist.

/// The most suggestions.
const LIMIT: usize = 3;

/// The names most similar to a text, quoted and joined by "or"; empty without any.
pub(crate) fn similar<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> String {
    let limit = 1 + text.chars().count() / 4;
    let lower = text.to_lowercase();
    let mut ranked: Vec<(usize, &str)> = names
        .map(|name| (distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    ranked.sort_unstable();
    ranked.dedup();
    let quoted = ranked
        .iter()
        .take(LIMIT)
        .map(|(_, name)| format!("{name:?}"));
    quoted.collect::<Vec<_>>().join(" or ")
}

/// Advice to append to an error: the similar names, or else all.
pub(crate) fn similar_or_all<'a>(
    text: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> String {
    match similar(text, names.clone()) {
        similar if !similar.is_empty() => format!(": did you mean {similar}?"),
        _ => format!(": there are {}", names.collect::<Vec<_>>().join(", ")),
    }
}

/// The Levenshtein distance: how many characters to insert, delete or replace.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, from) in one.chars().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&other) {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = *cell;
            left = replaced.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn the_most_similar_names_are_suggested_first() {
        let names = ["name", "status", "cluster", "cpu_usage"];
        let similar = |text| similar(text, names.into_iter());
        assert_eq!(similar("nmae"), "\"name\"");
        assert_eq!(similar("NAME"), "\"name\"");
        assert_eq!(similar("clusters"), "\"cluster\"");
        assert_eq!(similar("state"), "\"status\"");
        assert_eq!(similar("memory"), "");
        assert_eq!(similar(""), "");
    }
}
