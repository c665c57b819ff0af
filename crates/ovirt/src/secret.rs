//! [`Secret`]: a password or token that `Debug` does not print.

use std::fmt;

/// The replacement for a secret in texts.
pub(crate) const REDACTED: &str = "***";

/// A password or a token. The only access to the text is [`reveal`](Self::reveal).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the text, to send it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_redacts_the_text() {
        assert_eq!(format!("{:?}", Secret::new("s3cret")), "***");
    }
}
