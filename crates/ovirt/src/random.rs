//! Random numbers for jitter and unique IDs. Not cryptographically secure.

use std::hash::{BuildHasher as _, RandomState};

/// Returns a random number.
pub(crate) fn number() -> u64 {
    // Each state has random keys.
    RandomState::new().hash_one(())
}

/// Returns a unique correlation ID: letters and digits, within the engine's limit of 36 characters.
pub(crate) fn correlation_id() -> String {
    format!("rs{:016x}{:08x}", number(), number() as u32)
}

#[cfg(test)]
mod tests {
    use super::correlation_id;

    #[test]
    fn correlation_ids_are_unique_and_within_the_limits_of_engines() {
        let (one, other) = (correlation_id(), correlation_id());
        assert_ne!(one, other);
        assert!(one.len() <= 36 && one.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
}
