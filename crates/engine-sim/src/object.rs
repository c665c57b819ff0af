//! Handles to stored objects.

/// Identifier of the Blank template and of the root tag.
pub(crate) const ZERO_ID: &str = "00000000-0000-0000-0000-000000000000";
