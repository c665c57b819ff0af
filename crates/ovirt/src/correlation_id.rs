//! Validates correlation ids: the engine silently alters ids that it cannot store.

use crate::error::Error;

/// The longest correlation id that the engine stores; it cuts longer ones.
const MAX_LENGTH: usize = 36;

/// How much of an invalid id error messages quote, in characters.
const QUOTED: usize = 60;

/// Refuses an id that the engine would alter: jobs and events could not be found by it.
pub(crate) fn check(id: &str) -> Result<(), Error> {
    if !id.is_empty() && id.len() <= MAX_LENGTH && id.chars().all(is_allowed) {
        return Ok(());
    }
    let quoted: String = id.chars().take(QUOTED).collect();
    let mut message = format!(
        "{quoted:?} is not a valid correlation id: use 1 to {MAX_LENGTH} of the characters \
         A-Z, a-z, 0-9, _ and -"
    );
    let normalized = normalize(id);
    if !normalized.is_empty() {
        message.push_str(&format!(", such as {normalized:?}"));
    }
    Err(Error::usage(message))
}

/// The id as the engine stores it: without other characters, and cut.
fn normalize(id: &str) -> String {
    let allowed = id.chars().filter(|char| is_allowed(*char));
    allowed.take(MAX_LENGTH).collect()
}

fn is_allowed(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn ids_that_the_engine_stores_unchanged_are_valid() {
        for id in ["a", "Nightly_7-b", "123456789012345678901234567890123456"] {
            assert!(check(id).is_ok(), "{id}");
        }
    }

    #[test]
    fn other_ids_are_refused_with_the_normalized_id() {
        let allowed = "is not a valid correlation id: use 1 to 36 of the characters \
                       A-Z, a-z, 0-9, _ and -";
        let table = [
            ("nightly.7", ", such as \"nightly7\""),
            ("é a\n1", ", such as \"a1\""),
            (
                "1234567890123456789012345678901234567",
                ", such as \"123456789012345678901234567890123456\"",
            ),
            ("", ""),
            ("...", ""),
        ];
        for (id, suggestion) in table {
            let error = check(id).unwrap_err();
            assert_eq!(error.to_string(), format!("{id:?} {allowed}{suggestion}"));
        }
    }
}
