//! Numbers that differ: for delays that shall not coincide and identifiers that shall not repeat.
//! Nothing that must be kept secret depends on them.

use std::hash::{BuildHasher as _, RandomState};

/// Any number.
pub(crate) fn number() -> u64 {
    // Each state has keys of its own, from the system's source of randomness.
    RandomState::new().hash_one(())
}

/// A correlation id that nobody else has: letters and digits, well within the engine's 36.
pub(crate) fn correlation_id() -> String {
    format!("rs{:016x}{:08x}", number(), number() as u32)
}

#[cfg(test)]
mod tests {
    use super::correlation_id;

    #[test]
    fn correlation_ids_differ_and_are_kept_by_engines_as_they_are() {
        let (one, other) = (correlation_id(), correlation_id());
        assert_ne!(one, other);
        assert!(one.len() <= 36 && one.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
}
