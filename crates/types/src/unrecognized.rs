//! Enum values that this version of the SDK does not know.

use std::fmt;
use std::ops::Deref;

use arcstr::ArcStr;

/// An enum value unknown to this version of the SDK, as the engine sent it. Derefs to `str`.
///
/// ```
/// use ovirt_types::VmStatus;
///
/// let VmStatus::Unrecognized(text) = VmStatus::from("teleporting") else { unreachable!() };
/// assert_eq!(&*text, "teleporting");
/// ```
// One word, so that enums take two.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unrecognized(ArcStr);

impl Deref for Unrecognized {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Unrecognized {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
