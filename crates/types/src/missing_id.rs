//! The error for an object without an `id` where a request needs one.

use std::fmt;

use crate::reflect::StructInfo;

/// The error of `try_id` and of requests that need the identifier of an object without one.
///
/// ```
/// use ovirt_types::Vm;
///
/// let error = Vm::named("web1").try_id().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "this Vm has no id: use an object that the engine returned, or set the id using with_id()"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingId {
    type_name: &'static str,
}

impl MissingId {
    /// The identifier, or the error if it is unset.
    pub(crate) fn check<'a>(
        id: &'a Option<String>,
        info: &'static StructInfo,
    ) -> Result<&'a str, Self> {
        id.as_deref().ok_or(Self::of(info))
    }

    /// The error for an object of this type.
    pub(crate) fn of(info: &'static StructInfo) -> Self {
        let type_name = info.type_name;
        Self { type_name }
    }
}

impl fmt::Display for MissingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.type_name;
        write!(
            f,
            "this {name} has no id: use an object that the engine returned, or set the id using \
             with_id()"
        )
    }
}

impl std::error::Error for MissingId {}
